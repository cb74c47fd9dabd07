//! A row of a register as boxes of a form, and back.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::field::{FieldKind, FieldSpec};
use super::spec::Register;
use crate::app::people::read_known_date;
use crate::domain::{Id, Money, Precision, Registry, Row};
use crate::i18n::Tr;

/// The field that says which table a row is of.
const TABLE: &str = "table";

/// What is written or chosen in a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A text as typed: words, numbers, money and dates alike.
    Typed(String),
    /// Yes or no.
    Flag(bool),
    /// A code, nothing where absent.
    Code(Option<String>),
    /// A record, nothing where absent.
    Record(Option<i64>),
}

/// The form of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterForm {
    /// The register that the row belongs to.
    pub register: Register,
    /// Key of the row, 0 where it is not stored yet.
    pub id: i64,
    /// One a field, in the order of the register.
    pub entries: Vec<Entry>,
    /// The row as it is stored: fields without a box stay as they are.
    base: Map<String, Value>,
}

impl RegisterForm {
    /// An empty form: what must be chosen from a closed list is the first of it.
    #[must_use]
    pub fn fresh(register: Register, tr: Tr) -> Self {
        let mut form = Self { register, id: 0, entries: Vec::new(), base: Map::new() };
        form.entries = register.fields().iter().map(|field| form.entry(field, tr)).collect();
        for (field, entry) in register.fields().iter().zip(&mut form.entries) {
            if let (FieldKind::Code(words), true) = (field.kind, field.is_required) {
                *entry = Entry::Code(words(tr).first().map(|(code, _)| (*code).to_owned()));
            }
        }
        form
    }

    /// The form of a stored row; `None` where no register holds such rows.
    #[must_use]
    pub fn of(row: &Row, tr: Tr) -> Option<Self> {
        let register = Register::of(row.table())?;
        let Ok(Value::Object(base)) = serde_json::to_value(row) else { return None };
        let mut form = Self { register, id: row.id(), entries: Vec::new(), base };
        form.entries = register.fields().iter().map(|field| form.entry(field, tr)).collect();
        Some(form)
    }

    fn entry(&self, field: &FieldSpec, tr: Tr) -> Entry {
        let value = self.base.get(field.name).unwrap_or(&Value::Null);
        let text = || value.as_str().unwrap_or_default();
        let date = || text().parse::<NaiveDate>().ok();
        match field.kind {
            FieldKind::Text | FieldKind::Paragraph | FieldKind::Name(_) => Entry::Typed(text().to_owned()),
            FieldKind::Count => Entry::Typed(value.as_i64().map_or_else(String::new, |number| number.to_string())),
            FieldKind::Tenths => Entry::Typed(value.as_i64().map_or_else(String::new, tenths)),
            FieldKind::Yuan => {
                Entry::Typed(value.as_i64().map_or_else(String::new, |fen| Money::from_fen(fen).to_string()))
            }
            FieldKind::Flag => Entry::Flag(value.as_bool().unwrap_or_default()),
            FieldKind::Day => Entry::Typed(date().map_or_else(String::new, |on| tr.known_date(on, Precision::Day))),
            FieldKind::Known(precision) => {
                let precision = self.base.get(precision).cloned();
                let precision = precision.and_then(|it| serde_json::from_value(it).ok()).unwrap_or_default();
                Entry::Typed(date().map_or_else(String::new, |on| tr.known_date(on, precision)))
            }
            FieldKind::Code(_) => Entry::Code(value.as_str().map(str::to_owned)),
            FieldKind::Record(_) | FieldKind::Department(_) => Entry::Record(value.as_i64()),
        }
    }

    /// The record that is chosen in a field.
    #[must_use]
    pub fn chosen(&self, name: &str) -> Option<i64> {
        let place = self.register.fields().iter().position(|field| field.name == name)?;
        match self.entries.get(place) {
            Some(Entry::Record(key)) => *key,
            _ => None,
        }
    }

    /// What is wrong with each box, in the order of the fields; all absent where the row can be stored.
    #[must_use]
    pub fn troubles(&self, registry: &Registry, today: NaiveDate, tr: Tr) -> Vec<Option<&'static str>> {
        let fields = self.register.fields().iter().zip(&self.entries);
        let trouble = |(field, entry): (&FieldSpec, &Entry)| match self.value(field, entry, registry, today) {
            None => Some(match field.kind {
                FieldKind::Count => tr.register_count_wrong(),
                FieldKind::Tenths => tr.register_tenths_wrong(),
                FieldKind::Yuan => tr.register_yuan_wrong(),
                FieldKind::Day => tr.register_day_wrong(),
                _ => tr.form_date_wrong(),
            }),
            Some(value) if field.is_required && is_nothing(&value) => Some(tr.register_required()),
            Some(_) => None,
        };
        fields.map(trouble).collect()
    }

    /// The row that the form makes; `None` where something is wrong with it.
    #[must_use]
    pub fn row(&self, registry: &Registry, today: NaiveDate, tr: Tr) -> Option<Row> {
        if self.troubles(registry, today, tr).iter().any(Option::is_some) {
            return None;
        }
        let mut row = self.base.clone();
        row.insert(TABLE.to_owned(), Value::from(self.register.table().name()));
        for (field, entry) in self.register.fields().iter().zip(&self.entries) {
            if let (FieldKind::Known(precision), Entry::Typed(text)) = (field.kind, entry) {
                let known = read_known_date(text, today).map(|(_, known)| known).unwrap_or_default();
                row.insert(precision.to_owned(), serde_json::to_value(known).ok()?);
            }
            row.insert(field.name.to_owned(), self.value(field, entry, registry, today)?);
        }
        serde_json::from_value(Value::Object(row)).ok()
    }

    /// What is stored of a box; `None` where it cannot be read.
    fn value(&self, field: &FieldSpec, entry: &Entry, registry: &Registry, today: NaiveDate) -> Option<Value> {
        let typed = match entry {
            Entry::Flag(is_so) => return Some(Value::from(*is_so)),
            Entry::Code(code) => return Some(code.clone().map_or(Value::Null, Value::from)),
            Entry::Record(key) => return Some(key.map_or(Value::Null, Value::from)),
            Entry::Typed(typed) => typed.trim(),
        };
        let is_empty = typed.is_empty();
        match field.kind {
            FieldKind::Name(of) if is_empty => Some(Value::from(self.named(of, registry))),
            FieldKind::Count | FieldKind::Tenths | FieldKind::Yuan | FieldKind::Day | FieldKind::Known(_)
                if is_empty =>
            {
                Some(Value::Null)
            }
            FieldKind::Count => typed.parse::<u32>().ok().map(Value::from),
            FieldKind::Tenths => read_tenths(typed).map(Value::from),
            FieldKind::Yuan => Money::parse(typed).map(|money| Value::from(money.fen())),
            FieldKind::Day => match read_known_date(typed, today)? {
                (on, Precision::Day) => Some(Value::from(on.to_string())),
                _ => None,
            },
            FieldKind::Known(_) => read_known_date(typed, today).map(|(on, _)| Value::from(on.to_string())),
            _ => Some(Value::from(typed)),
        }
    }

    /// The name of the person who is chosen in a field.
    fn named(&self, field: &str, registry: &Registry) -> String {
        let person = self.chosen(field).and_then(|key| registry.people.get(&Id::new(key)));
        person.map_or_else(String::new, |person| person.name.clone())
    }
}

/// 1, or 1.5.
fn tenths(number: i64) -> String {
    if number % 10 == 0 { (number / 10).to_string() } else { format!("{}.{}", number / 10, number % 10) }
}

/// Reads 1 or 1.5; `None` for anything finer.
fn read_tenths(typed: &str) -> Option<u32> {
    let (whole, part) = typed.split_once('.').unwrap_or((typed, "0"));
    let part: u32 = part.parse().ok().filter(|part| *part < 10)?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(part)
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}
