//! The sample hospital, set into the weeks around today.

mod asset;
mod moved;

use chrono::NaiveDate;

use crate::domain::{DayKind, Edit, Label, Registry, Row, Week};

use asset::Asset;
use moved::Moved;

/// Everything of the sample county hospital as one step: 商南县医院 with its supporter, its experts and three weeks of
/// sessions, of which the middle one is the week of `today`.
///
/// Dates move by whole weeks, so weekdays stay; years of birth do not move. The registry gives the keys that are free.
#[must_use]
pub fn sample(registry: &Registry, today: NaiveDate) -> Edit {
    let asset = Asset::shangnan();
    let days = Week::of(today).monday().signed_duration_since(Week::of(asset.week).monday()).num_days();
    let moved = Moved::new(registry, days);
    let calendar = super::calendar::work_calendar(registry);
    let mut rows: Vec<Row> = Vec::new();
    // A decision about a make-up day means nothing where the days have moved away from it.
    let decided = asset.calendar_days.into_iter().map(|day| moved.calendar_day(day));
    rows.extend(decided.filter(|day| calendar.facts(day.on_date).kind == DayKind::MakeUp).map(Row::from));
    rows.extend(asset.institutions.into_iter().map(Row::from));
    rows.extend(asset.relations.into_iter().map(|row| Row::from(moved.relation(row))));
    rows.extend(asset.agreements.into_iter().map(|row| Row::from(moved.agreement(row))));
    rows.extend(asset.departments.into_iter().map(|row| Row::from(moved.department(row))));
    rows.extend(asset.people.into_iter().map(|row| Row::from(moved.person(row))));
    rows.extend(asset.batches.into_iter().map(|row| Row::from(moved.batch(row))));
    let homes: Vec<_> = asset.stints.iter().map(|stint| (stint.host_inst, stint.host_dept)).collect();
    rows.extend(asset.stints.into_iter().map(|row| Row::from(moved.stint(row))));
    rows.extend(asset.appointments.into_iter().map(|row| Row::from(moved.appointment(row))));
    rows.extend(asset.leave.into_iter().map(|row| Row::from(moved.leave(row))));
    rows.extend(asset.templates.into_iter().filter_map(|row| moved.template(row)).map(Row::from));
    rows.extend(asset.sessions.into_iter().filter_map(|row| moved.session(row, &homes)).map(Row::from));
    rows.extend(asset.publications.into_iter().map(|row| Row::from(moved.publication(row))));
    let label = Label::Filled { rows: rows.len() };
    Edit::Many { label, edits: rows.into_iter().map(|row| Edit::Put { row }).collect() }
}
