//! What is done in the calendar of absences, each as one edit with its name in the history.

use chrono::{Days, NaiveDate};

use super::month::AwayMonth;
use super::span::half_days;
use crate::app::people::LeaveForm;
use crate::domain::{Edit, Label, Leave, LeaveId, LeaveKind, Slot, Table};
use crate::i18n::Tr;

/// Which part of an absence is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Its first half-day.
    Start,
    /// The whole of it.
    Whole,
    /// Its last half-day.
    End,
}

/// Half-days of a row, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// The row.
    pub row: usize,
    /// The first half-day, by its place in the month.
    pub from: usize,
    /// The last one.
    pub to: usize,
}

impl AwayMonth {
    /// The form of a new absence over half-days.
    #[must_use]
    pub fn form(&self, away: Away, kind: LeaveKind) -> Option<LeaveForm> {
        let (from_on, from_slot) = self.half_at(away.from)?;
        let (to_on, to_slot) = self.half_at(away.to)?;
        let dates = (Some(from_on), Some(to_on));
        Some(LeaveForm {
            kind,
            from_on: dates.0,
            from_slot,
            to_on: dates.1,
            to_slot,
            // Entered in passing it changes nothing but itself; what it clashes with is shown.
            settles_sessions: false,
            ..LeaveForm::new(from_on)
        })
    }

    /// Enters an absence of a kind over half-days.
    #[must_use]
    pub fn enter(&self, away: Away, kind: LeaveKind) -> Option<Edit> {
        let row = self.rows.get(away.row)?;
        self.form(away, kind)?.edit(self.registry.people.get(&row.person)?, row.stint)
    }

    /// An absence as it would be, moved or stretched by half-days; `None` where it would end before it starts.
    #[must_use]
    pub fn shifted(&self, leave: LeaveId, shift: Shift, halves: i64) -> Option<Leave> {
        let old = self.registry.leave.get(&leave)?;
        let from = moved((old.from_on, old.from_slot), if shift == Shift::End { 0 } else { halves })?;
        let to = moved((old.to_on, old.to_slot), if shift == Shift::Start { 0 } else { halves })?;
        let new = Leave { from_on: from.0, from_slot: from.1, to_on: to.0, to_slot: to.1, ..old.clone() };
        (half_days(&new) > 0).then_some(new)
    }

    /// Moves or stretches an absence.
    #[must_use]
    pub fn shift(&self, leave: LeaveId, shift: Shift, halves: i64, tr: Tr) -> Option<Edit> {
        let new = self.shifted(leave, shift, halves).filter(|new| self.registry.leave.get(&leave) != Some(new))?;
        let label = Label::Changed { table: Table::Leave, name: self.named(&new, tr) };
        Some(Edit::Many { label, edits: vec![Edit::put(new)] })
    }

    /// Takes an absence to the bin.
    #[must_use]
    pub fn delete(&self, leave: LeaveId, tr: Tr) -> Option<Edit> {
        let name = self.named(self.registry.leave.get(&leave)?, tr);
        let label = Label::Deleted { table: Table::Leave, name };
        Some(Edit::Many { label, edits: vec![Edit::Delete { table: Table::Leave, id: leave.raw() }] })
    }

    /// 邹龙 6月8日 周四下午 — 6月9日 周五下午.
    fn named(&self, leave: &Leave, tr: Tr) -> String {
        let name = self.registry.people.get(&leave.person).map_or("", |person| person.name.as_str());
        format!("{name} {}", written(leave, tr))
    }
}

/// First and last half-day in words.
#[must_use]
pub(super) fn written(leave: &Leave, tr: Tr) -> String {
    format!("{} — {}", tr.half_day(leave.from_on, leave.from_slot), tr.half_day(leave.to_on, leave.to_slot))
}

/// A half-day so many later; nights count with the afternoon before them.
fn moved((on, slot): (NaiveDate, Slot), halves: i64) -> Option<(NaiveDate, Slot)> {
    let place = halves + i64::from(slot != Slot::Am);
    let days = Days::new(place.div_euclid(2).unsigned_abs());
    let on = if place.div_euclid(2) < 0 { on.checked_sub_days(days) } else { on.checked_add_days(days) }?;
    Some((on, if place.rem_euclid(2) == 0 { Slot::Am } else { Slot::Pm }))
}
