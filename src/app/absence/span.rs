//! An absence as a bar over half-days of a month.

use crate::domain::{Leave, LeaveId, LeaveKind, Period, Slot};
use crate::i18n::Tr;

/// An absence, as far as it lies in the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwaySpan {
    /// The record.
    pub leave: LeaveId,
    /// Its kind.
    pub kind: LeaveKind,
    /// Its first half-day in the month: twice the day from 0, one more for the afternoon.
    pub from: usize,
    /// Its last half-day in the month.
    pub to: usize,
    /// Whether it began before the month.
    pub began_before: bool,
    /// Whether it goes on after the month.
    pub goes_on: bool,
    /// The letter of its kind.
    pub letter: &'static str,
    /// 事假 1.5 天 商洛.
    pub words: String,
    /// What a screen reader says.
    pub spoken: String,
    /// How many of the person's sessions it clashes with.
    pub clashes: usize,
}

/// How many half-days an absence lasts.
pub(super) fn half_days(leave: &Leave) -> i64 {
    let first = i64::from(leave.from_slot != Slot::Am);
    let last = i64::from(leave.to_slot == Slot::Am);
    ((leave.to_on - leave.from_on).num_days() + 1) * 2 - first - last
}

impl AwaySpan {
    /// The bar of an absence in a month; `None` where it lies outside.
    pub(super) fn of(leave: &Leave, who: &str, month: Period, tr: Tr) -> Option<Self> {
        if leave.to_on < month.from() || month.to() < leave.from_on {
            return None;
        }
        let place = |on: chrono::NaiveDate| usize::try_from((on - month.from()).num_days()).ok();
        let (began_before, goes_on) = (leave.from_on < month.from(), month.to() < leave.to_on);
        let from = if began_before { 0 } else { place(leave.from_on)? * 2 + usize::from(leave.from_slot != Slot::Am) };
        let to = if goes_on {
            place(month.to())? * 2 + 1
        } else {
            place(leave.to_on)? * 2 + usize::from(leave.to_slot != Slot::Am)
        };
        let halves = half_days(leave);
        let days = tr.leave_days(halves / 2, halves % 2 == 1);
        let parts = [tr.leave_kind(leave.kind), &days, &leave.destination, &leave.reason];
        let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let (first, last) = (tr.half_day(leave.from_on, leave.from_slot), tr.half_day(leave.to_on, leave.to_slot));
        Some(Self {
            leave: leave.id,
            kind: leave.kind,
            from,
            to,
            began_before,
            goes_on,
            letter: tr.leave_letter(leave.kind),
            spoken: format!("{who} {first} — {last} {words}"),
            words,
            clashes: 0,
        })
    }
}
