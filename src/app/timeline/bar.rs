//! One bar: a stint, or a batch as a whole, from the first day it may have begun to the last it may still have lasted.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{Batch, BatchId, Period, Precision, Registry, Stint, StintId, StintRole};
use crate::i18n::Tr;

/// The hue of stints without a batch.
const NO_BATCH: u8 = 9;

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One stint.
    Stint(StintId),
    /// Every stint of a batch at once.
    Batch(BatchId),
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub target: Target,
    /// The mark of its batch, empty without one: it tells batches apart where colours do not.
    pub mark: String,
    /// The hue of its batch, 0–9.
    pub hue: u8,
    /// The first day it may have begun.
    pub from: NaiveDate,
    /// The last day it may still last, open where none is known.
    pub to: Option<NaiveDate>,
    /// The first day on which it runs for certain: later than `from` where only a month or a year is known.
    pub sure_from: NaiveDate,
    /// The last day on which it runs for certain.
    pub sure_to: Option<NaiveDate>,
    /// The days after today that are only planned.
    pub planned: Option<NaiveDate>,
    /// What stands in the bar where there is room: its dates as exactly as they are known.
    pub words: String,
    /// What a screen reader and the tooltip say.
    pub spoken: String,
}

/// Marks and hues of the batches.
pub(super) struct Batches(BTreeMap<BatchId, (String, u8)>);

impl Batches {
    pub fn new(registry: &Registry) -> Self {
        let mut batches: Vec<&Batch> = registry.batches.values().collect();
        batches.sort_by_key(|batch| (batch.relation, batch.no, batch.id));
        let look = |(place, batch): (usize, &Batch)| {
            let hue = u8::try_from(place % usize::from(NO_BATCH)).unwrap_or_default();
            (batch.id, (batch.no.to_string(), hue))
        };
        Self(batches.into_iter().enumerate().map(look).collect())
    }

    pub fn look(&self, batch: Option<BatchId>) -> (String, u8) {
        batch.and_then(|id| self.0.get(&id).cloned()).unwrap_or((String::new(), NO_BATCH))
    }
}

/// The bar of a stint.
pub(super) fn of_stint(
    stint: &Stint,
    who: &str,
    batches: &Batches,
    registry: &Registry,
    today: NaiveDate,
    tr: Tr,
) -> Bar {
    let (mark, hue) = batches.look(stint.batch);
    let (from, to) = (stint.first_day(), stint.last_day());
    let end = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => Some((on, stint.leave_prec)),
        (None, Some(on)) => Some((on, stint.plan_leave_prec)),
        (None, None) => None,
    };
    let words = written(stint, tr);
    let batch = stint.batch.and_then(|id| registry.batches.get(&id)).map(|batch| tr.batch_name(batch));
    let host = registry.institutions.get(&stint.host_inst).map_or("", |inst| inst.name.as_str());
    let dept = stint.host_dept.and_then(|id| registry.departments.get(&id)).map_or("", |dept| dept.name.as_str());
    let role = if stint.role == StintRole::Member { "" } else { tr.stint_role(stint.role) };
    let parts = [who, role, host, dept, batch.as_deref().unwrap_or_default(), &words];
    let spoken = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Bar {
        target: Target::Stint(stint.id),
        mark,
        hue,
        from,
        to,
        sure_from: stint.arrive_prec.span(stint.arrive_on).to(),
        sure_to: end.map(|(on, precision)| precision.span(on).from()),
        planned: (stint.leave_on.is_none() && to.is_none_or(|to| to > today)).then_some(today.max(from)),
        words,
        spoken,
    }
}

/// The bar of a batch: its planned days, else those of its stints; absent where it has neither.
pub(super) fn of_batch(batch: &Batch, stints: &[&Stint], batches: &Batches, today: NaiveDate, tr: Tr) -> Option<Bar> {
    let own = stints.iter().map(|stint| stint.first_day()).min();
    let ends: Option<Vec<NaiveDate>> = stints.iter().map(|stint| stint.last_day()).collect();
    let own_end = ends.and_then(|ends| ends.into_iter().max());
    let span = |on: Option<NaiveDate>, precision: Precision| on.map(|on| precision.span(on));
    let first = span(batch.plan_from, batch.plan_from_prec).or(own.map(Period::day))?;
    let last = span(batch.plan_to, batch.plan_to_prec).or(own_end.map(Period::day));
    let (mark, hue) = batches.look(Some(batch.id));
    let known = |on: Option<NaiveDate>, precision, own: Option<NaiveDate>| match on {
        Some(on) => tr.known_date(on, precision),
        None => own.map_or_else(|| tr.timeline_open().to_owned(), |on| tr.known_date(on, Precision::Day)),
    };
    let from = known(batch.plan_from, batch.plan_from_prec, own);
    let to = known(batch.plan_to, batch.plan_to_prec, own_end);
    let words = format!("{from} — {to}");
    Some(Bar {
        target: Target::Batch(batch.id),
        mark,
        hue,
        from: first.from(),
        to: last.map(Period::to),
        sure_from: first.to(),
        sure_to: last.map(Period::from),
        planned: last.is_none_or(|last| last.to() > today).then_some(today.max(first.from())),
        spoken: tr.timeline_batch_spoken(&tr.batch_name(batch), &words, stints.len()),
        words,
    })
}

/// 2023-05-31 — 2024-05-30 · 366 天; the days only where both ends are known to the day.
pub(super) fn written(stint: &Stint, tr: Tr) -> String {
    let from = tr.known_date(stint.arrive_on, stint.arrive_prec);
    let to = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => tr.known_date(on, stint.leave_prec),
        (None, Some(on)) => tr.known_date(on, stint.plan_leave_prec),
        (None, None) => tr.timeline_open().to_owned(),
    };
    let is_exact = stint.begins_on_a_day() && stint.ends_on_a_day();
    match stint.last_day().filter(|_| is_exact) {
        Some(last) => {
            let days = (last - stint.first_day()).num_days() + 1;
            format!("{from} — {to} · {}", tr.timeline_days(days))
        }
        None => format!("{from} — {to}"),
    }
}
