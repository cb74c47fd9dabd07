//! The sample hospital, set into the weeks around today.

mod moved;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use crate::domain::{DayKind, Edit, Label, Obligation, Period, Registry, Row, Table, Week, duty_periods};

use moved::Moved;

/// The sample as it is kept in `assets/sample`: rows as `apply` takes them, parents first, with the dates of June 2023.
/// A row is named by its table and its place among the rows of that table (`person#3`), an activity by its code.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asset {
    /// Monday of the week that becomes this week.
    week: NaiveDate,
    rows: Vec<Value>,
}

impl Asset {
    /// The sample county hospital.
    fn shangnan() -> Self {
        // The asset is part of the program and a test reads it; a broken one fills in nothing.
        serde_json::from_str(include_str!("../../../assets/sample/shangnan.json"))
            .inspect_err(|error| tracing::error!(%error, "sample hospital"))
            .unwrap_or_default()
    }
}

/// Everything of the sample county hospital as one step: 商南县医院 with its supporter, its experts, their pairs, lists,
/// tours and reports, and three weeks of sessions, of which the middle one is the week of `today`.
///
/// Dates move by whole weeks, so weekdays stay; years of birth do not move. The registry gives the keys that are free.
#[must_use]
pub fn sample(registry: &Registry, today: NaiveDate) -> Edit {
    let asset = Asset::shangnan();
    let shift = Week::of(today).monday().signed_duration_since(Week::of(asset.week).monday());
    let moved = Moved::new(registry, shift);
    let calendar = super::calendar::work_calendar(registry);
    // A decision about a make-up day means nothing where the days have moved away from it.
    let is_meant = |row: &Row| match row {
        Row::CalendarDay(day) => calendar.facts(day.on_date).kind == DayKind::MakeUp,
        _ => true,
    };
    let rows = asset.rows.into_iter().filter_map(|row| moved.row(row)).filter(is_meant);
    let mut rows: Vec<Row> = rows.collect();
    number_reports(registry, &mut rows);
    let edits: Vec<Edit> = rows.into_iter().map(|row| Edit::Put { row }).collect();
    Edit::Many { label: Label::Filled { rows: edits.len() }, edits }
}

/// Periods are numbered within their year, so the reports of moved periods take the numbers of the days they moved to.
fn number_reports(registry: &Registry, rows: &mut [Row]) {
    let duties = rows.iter().filter_map(|row| match row {
        Row::Obligation(duty) => Some(duty.clone()),
        _ => None,
    });
    // Rows get the keys that are free, in their order.
    let duties: BTreeMap<i64, Obligation> = (registry.next_id(Table::Obligation)..).zip(duties).collect();
    for row in rows {
        let Row::Report(report) = row else { continue };
        let Some(duty) = duties.get(&report.obligation.raw()) else { continue };
        let period = Period::new(report.period_from, report.period_to);
        let numbered = period.and_then(|period| duty_periods(duty, period).pop());
        report.period_no = numbered.map_or(report.period_no, |period| period.no);
    }
}
