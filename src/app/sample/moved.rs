//! Takes rows of the sample to their place: keys that are free in the data file, dates some weeks later.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::{Map, Value};

use crate::domain::{Precision, Registry, Row, Table};

/// Ends the names of fields that say how exactly the date beside them is known.
const PRECISION: &str = "_prec";
/// Parts the table of a row from its place.
const PLACE: char = '#';

/// Where the rows go.
pub(super) struct Moved<'a> {
    registry: &'a Registry,
    shift: TimeDelta,
}

impl<'a> Moved<'a> {
    /// Rows for this data file, the given time later.
    pub const fn new(registry: &'a Registry, shift: TimeDelta) -> Self {
        Self { registry, shift }
    }

    /// The row at its place; nothing where it names an activity that the data file has not.
    pub fn row(&self, row: Value) -> Option<Row> {
        let mut placed = self.placed(row)?;
        if let Value::Object(fields) = &mut placed {
            begin_spans(fields);
        }
        serde_json::from_value(placed).inspect_err(|error| tracing::error!(%error, "row of the sample")).ok()
    }

    fn placed(&self, value: Value) -> Option<Value> {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(values) => values.into_iter().map(|value| self.placed(value)).collect(),
            Value::Object(fields) => {
                fields.into_iter().map(|(name, value)| Some((name, self.placed(value)?))).collect::<Option<_>>()
            }
            other => Some(other),
        }
    }

    /// A key for the name of a row, a later date for a date; other words as they are.
    fn text(&self, text: String) -> Option<Value> {
        if let Some((table, place)) = text.split_once(PLACE)
            && let Some(table) = Table::from_name(table)
        {
            return self.key(table, place).map(Value::from);
        }
        if let Ok(on) = text.parse::<NaiveDate>() {
            return Some(on.checked_add_signed(self.shift).unwrap_or(on).to_string().into());
        }
        if let Ok(at) = text.parse::<NaiveDateTime>() {
            let later = at.checked_add_signed(self.shift).unwrap_or(at);
            return serde_json::to_value(later).ok();
        }
        Some(text.into())
    }

    fn key(&self, table: Table, place: &str) -> Option<i64> {
        if table == Table::Activity {
            return self.registry.activity(place).map(|activity| activity.id.raw());
        }
        place.parse::<i64>().ok().map(|place| self.registry.next_id(table) - 1 + place)
    }
}

/// A moved date that is known to the month or year stands at its beginning again.
fn begin_spans(fields: &mut Map<String, Value>) {
    let known: Vec<(String, Precision)> = fields
        .iter()
        .filter_map(|(name, value)| {
            Some((name.strip_suffix(PRECISION)?.to_owned(), serde_json::from_value(value.clone()).ok()?))
        })
        .collect();
    for (stem, precision) in known {
        for name in [format!("{stem}_on"), stem] {
            let on = fields.get(&name).and_then(Value::as_str).and_then(|text| text.parse::<NaiveDate>().ok());
            if let Some(on) = on {
                fields.insert(name, precision.span(on).from().to_string().into());
            }
        }
    }
}
