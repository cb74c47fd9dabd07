//! Moving or stretching a bar: what it would say then, what would be wrong, and the one edit that does it.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};

use super::bar::{Target, written};
use super::cover::seat_name;
use super::lines::Timeline;
use crate::checks::{coverage_of, seats};
use crate::domain::{Batch, Edit, Joint, Label, Precision, Registry, Seat, Stint, StintId, Table};
use crate::i18n::Tr;

/// Mean days of a month and a year, for dates that are known no finer.
const MONTH_DAYS: f64 = 30.436_875;
const MONTHS_OF_A_YEAR: i64 = 12;

/// Where a bar is taken hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grip {
    /// Its first day.
    Start,
    /// The whole of it.
    Body,
    /// Its last day.
    End,
}

/// A bar is pulled by so many days, later ones positive.
///
/// Dates known to a month or a year move by whole months or years: they never become finer than they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pull {
    /// Which bar.
    pub target: Target,
    /// Where.
    pub grip: Grip,
    /// By how much.
    pub days: i64,
}

/// What a pull would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The stints as they would be.
    pub stints: Vec<Stint>,
    /// The batch as it would be.
    pub batch: Option<Batch>,
    /// Whose bar it is.
    pub name: String,
    /// Its days then.
    pub words: String,
    /// By how much it is moved or stretched.
    pub by: String,
    /// Why it cannot be stored; empty where it can.
    pub refused: Vec<String>,
    /// What would be wrong between turns and is not now.
    pub warnings: Vec<String>,
    /// What is wrong now and would be no longer.
    pub mended: Vec<String>,
}

impl Outlook {
    /// Whether it can be stored and changes something.
    #[must_use]
    pub fn can_be_done(&self, timeline: &Timeline) -> bool {
        self.refused.is_empty()
            && (self.stints.iter().any(|stint| timeline.registry.stints.get(&stint.id) != Some(stint))
                || self.batch.as_ref().is_some_and(|batch| timeline.registry.batches.get(&batch.id) != Some(batch)))
    }

    /// First and last day of a stint as it would be.
    #[must_use]
    pub fn days_of(&self, stint: StintId) -> Option<(NaiveDate, Option<NaiveDate>)> {
        self.stints.iter().find(|one| one.id == stint).map(|one| (one.first_day(), one.last_day()))
    }
}

impl Timeline {
    /// By how many days a key press moves a bar: one, or about a month or a year where no date is known finer.
    #[must_use]
    pub fn step(&self, target: Target, grip: Grip) -> i64 {
        let finest = self.stints_of(target).flat_map(|stint| {
            let end = if stint.leave_on.is_some() { stint.leave_prec } else { stint.plan_leave_prec };
            let has_end = stint.leave_on.or(stint.plan_leave_on).is_some();
            let start = (grip != Grip::End).then_some(stint.arrive_prec);
            let end = (grip != Grip::Start && has_end).then_some(end);
            [start, end].into_iter().flatten()
        });
        match finest.min() {
            Some(Precision::Month) => 30,
            Some(Precision::Year) => 365,
            Some(Precision::Day) | None => 1,
        }
    }

    /// The stints that a bar stands for.
    fn stints_of(&self, target: Target) -> impl Iterator<Item = &Stint> {
        self.registry.stints.values().filter(move |stint| match target {
            Target::Stint(id) => stint.id == id,
            Target::Batch(id) => stint.batch == Some(id),
        })
    }

    /// What a pull would do; `None` where its bar is gone.
    #[must_use]
    pub fn outlook(&self, pull: Pull, tr: Tr) -> Option<Outlook> {
        let stints: Vec<Stint> = self.stints_of(pull.target).map(|stint| pulled(stint, pull.grip, pull.days)).collect();
        let batch = match pull.target {
            Target::Batch(id) => Some(pulled_batch(self.registry.batches.get(&id)?, pull.grip, pull.days)),
            Target::Stint(_) => None,
        };
        let (name, words) = match (&batch, stints.as_slice()) {
            (Some(batch), _) => (tr.batch_name(batch), batch_words(batch, &stints, tr)),
            (None, [stint]) => (self.registry.people.get(&stint.person)?.name.clone(), written(stint, tr)),
            (None, _) => return None,
        };
        let refused = stints.iter().flat_map(|stint| refusals(&self.registry, stint, &stints, pull.grip, tr)).collect();
        let before = joints(&self.registry, &stints, false, self.today);
        let after = joints(&self.registry, &stints, true, self.today);
        let told = |(seat, joint): &(Seat, Joint)| {
            tr.timeline_seat(&seat_name(&self.registry, *seat), &tr.timeline_joint(*joint))
        };
        let by = tr.timeline_by(pull.grip == Grip::Body, pull.days);
        Some(Outlook {
            warnings: after.iter().filter(|joint| !before.contains(joint)).map(told).collect(),
            mended: before.iter().filter(|joint| !after.contains(joint)).map(told).collect(),
            stints,
            batch,
            name,
            words,
            by,
            refused,
        })
    }

    /// The one edit of a pull; `None` where it would be refused or change nothing.
    #[must_use]
    pub fn edit(&self, pull: Pull, tr: Tr) -> Option<Edit> {
        let outlook = self.outlook(pull, tr).filter(|outlook| outlook.can_be_done(self))?;
        let table = if outlook.batch.is_some() { Table::Batch } else { Table::Stint };
        let label = Label::Changed { table, name: format!("{} {}", outlook.name, outlook.words) };
        let stints = outlook.stints.into_iter().map(Edit::put);
        let edits = outlook.batch.into_iter().map(Edit::put).chain(stints).collect();
        Some(Edit::Many { label, edits })
    }
}

/// The joints of the seats that the stints fill, as they stand or with the stints as they would be.
fn joints(registry: &Registry, changed: &[Stint], is_after: bool, today: NaiveDate) -> Vec<(Seat, Joint)> {
    let by_id: BTreeMap<StintId, &Stint> = changed.iter().map(|stint| (stint.id, stint)).collect();
    let now = registry.stints.values().map(|stint| match by_id.get(&stint.id) {
        Some(new) if is_after => *new,
        _ => stint,
    });
    let touched: Vec<Seat> = changed.iter().map(Seat::of).collect();
    let seats = seats(registry, now);
    let touched = seats.iter().filter(|(seat, _)| touched.contains(seat));
    touched
        .flat_map(|(seat, stints)| {
            let joints = coverage_of(registry, *seat, stints, today).joints;
            joints.into_iter().map(|joint| (*seat, joint))
        })
        .collect()
}

/// A date moved by about so many days, as exactly known as it was.
fn moved(on: NaiveDate, precision: Precision, days: i64) -> NaiveDate {
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a few thousand days at most")]
    let whole = |length: f64| (days as f64 / length).round() as i64;
    let months = match precision {
        Precision::Day => {
            let by = Days::new(days.unsigned_abs());
            let moved = if days < 0 { on.checked_sub_days(by) } else { on.checked_add_days(by) };
            return moved.unwrap_or(on);
        }
        Precision::Month => whole(MONTH_DAYS),
        Precision::Year => whole(MONTH_DAYS * 12.0) * MONTHS_OF_A_YEAR,
    };
    let by = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or_default());
    let moved = if months < 0 { on.checked_sub_months(by) } else { on.checked_add_months(by) };
    moved.unwrap_or(on)
}

fn pulled(stint: &Stint, grip: Grip, days: i64) -> Stint {
    let shifts_end = grip == Grip::End || grip == Grip::Body;
    let has_left = stint.leave_on.is_some();
    Stint {
        arrive_on: if grip == Grip::End { stint.arrive_on } else { moved(stint.arrive_on, stint.arrive_prec, days) },
        // Somebody who has left keeps the plan; only the whole bar takes it along.
        plan_leave_on: match stint.plan_leave_on {
            Some(on) if shifts_end && (!has_left || grip == Grip::Body) => Some(moved(on, stint.plan_leave_prec, days)),
            kept => kept,
        },
        leave_on: match stint.leave_on {
            Some(on) if shifts_end => Some(moved(on, stint.leave_prec, days)),
            kept => kept,
        },
        ..stint.clone()
    }
}

fn pulled_batch(batch: &Batch, grip: Grip, days: i64) -> Batch {
    Batch {
        plan_from: match batch.plan_from {
            Some(on) if grip != Grip::End => Some(moved(on, batch.plan_from_prec, days)),
            kept => kept,
        },
        plan_to: match batch.plan_to {
            Some(on) if grip != Grip::Start => Some(moved(on, batch.plan_to_prec, days)),
            kept => kept,
        },
        ..batch.clone()
    }
}

fn batch_words(batch: &Batch, stints: &[Stint], tr: Tr) -> String {
    let own = stints.iter().map(Stint::first_day).min();
    let ends: Option<Vec<NaiveDate>> = stints.iter().map(Stint::last_day).collect();
    let end = ends.and_then(|ends| ends.into_iter().max());
    let from = batch.plan_from.map(|on| tr.known_date(on, batch.plan_from_prec));
    let to = batch.plan_to.map(|on| tr.known_date(on, batch.plan_to_prec));
    let day = |on: Option<NaiveDate>| on.map(|on| tr.known_date(on, Precision::Day));
    let open = || tr.timeline_open().to_owned();
    format!("{} — {}", from.or(day(own)).unwrap_or_else(open), to.or(day(end)).unwrap_or_else(open))
}

/// Why a stint cannot be stored like this.
fn refusals(registry: &Registry, stint: &Stint, changed: &[Stint], grip: Grip, tr: Tr) -> Vec<String> {
    let name = registry.people.get(&stint.person).map_or("", |person| person.name.as_str());
    let mut refused = Vec::new();
    if grip == Grip::End && stint.last_day().is_none() {
        refused.push(tr.timeline_no_end(name));
    }
    if stint.last_day().is_some_and(|last| last < stint.first_day()) {
        refused.push(tr.timeline_ends_first(name));
    }
    let mut now = registry.stints.values().map(|one| changed.iter().find(|new| new.id == one.id).unwrap_or(one));
    if let Some(other) = now.find(|other| other.id != stint.id && stint.overlaps(other)) {
        let host = registry.institutions.get(&other.host_inst).map_or("", |inst| inst.name.as_str());
        refused.push(tr.timeline_overlap(name, host));
    }
    refused
}
