//! Which backups are worth keeping: all of the newest, then one a day, a week, a month.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDateTime, TimeDelta};

/// How many backups of each age are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thinning {
    /// Hours in which every backup is kept.
    pub all_hours: i64,
    /// After that, days of which the last backup is kept.
    pub daily: usize,
    /// After those, weeks.
    pub weekly: usize,
    /// After those, months.
    pub monthly: usize,
}

impl Default for Thinning {
    /// All of two days, 12 daily, 10 weekly and 9 monthly ones.
    fn default() -> Self {
        Self { all_hours: 48, daily: 12, weekly: 10, monthly: 9 }
    }
}

/// The places in `made` of the backups that may go. The newest always stays.
#[must_use]
pub fn thin(now: NaiveDateTime, made: &[NaiveDateTime], policy: Thinning) -> Vec<usize> {
    let mut newest_first: Vec<_> = made.iter().copied().enumerate().collect();
    newest_first.sort_unstable_by_key(|(_, moment)| Reverse(*moment));
    let mut left = [policy.daily, policy.weekly, policy.monthly];
    let mut kept_last: Option<NaiveDateTime> = None;
    let mut to_go = Vec::new();
    for (at, moment) in newest_first {
        let is_recent = now - moment <= TimeDelta::hours(policy.all_hours);
        if is_recent || kept_last.is_none() || takes_a_place(moment, kept_last, &mut left) {
            kept_last = Some(moment);
        } else {
            to_go.push(at);
        }
    }
    to_go.sort_unstable();
    to_go
}

/// Whether the first tier with a place left takes the moment: it must lie in an earlier day, week or month
/// than the one kept before it.
fn takes_a_place(moment: NaiveDateTime, kept_last: Option<NaiveDateTime>, left: &mut [usize; 3]) -> bool {
    let [daily, weekly, monthly] = left;
    let (places, is_same): (&mut usize, fn(NaiveDateTime, NaiveDateTime) -> bool) = if *daily > 0 {
        (daily, |one, other| one.date() == other.date())
    } else if *weekly > 0 {
        (weekly, |one, other| one.iso_week() == other.iso_week())
    } else {
        (monthly, |one, other| (one.year(), one.month()) == (other.year(), other.month()))
    };
    if *places == 0 || kept_last.is_some_and(|last| is_same(last, moment)) {
        return false;
    }
    *places -= 1;
    true
}
