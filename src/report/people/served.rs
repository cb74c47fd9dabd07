//! What a posting comes to until a day: days on post, leave, whether a year is full.

use chrono::{Datelike, NaiveDate};

use super::attendance::halved;
use super::leave::working_halves;
use crate::domain::{Period, Precision, Stint};
use crate::i18n::Tr;
use crate::report::sources::Sources;

/// What a posting comes to.
pub(super) struct Served {
    days: u32,
    halves: u32,
    leave_halves: u32,
    is_imprecise: bool,
    is_full_year: bool,
    grade: String,
}

impl Served {
    /// What the posting comes to until the day; of one that is over, until it ended.
    pub fn of(sources: &Sources<'_>, stint: &Stint, until: NaiveDate) -> Self {
        let first = stint.arrive_prec.span(stint.arrive_on).to();
        let end = match (stint.leave_on, stint.plan_leave_on) {
            (Some(on), _) => stint.leave_prec.span(on).from(),
            (None, Some(on)) => stint.plan_leave_prec.span(on).from().min(until),
            (None, None) => until,
        };
        let period = Period::new(first.min(end), end).unwrap_or(Period::day(end));
        let working = u32::try_from(sources.calendar.working_days(period)).unwrap_or(u32::MAX);
        let leave = sources.registry.leave.values();
        let leave = leave.filter(|leave| leave.person == stint.person && period.contains(leave.from_on));
        let leave_halves: u32 = leave.map(|leave| working_halves(sources, leave)).sum();
        let anniversary = first.with_year(first.year() + 1).unwrap_or(first);
        Self {
            days: working,
            halves: working.saturating_mul(2).saturating_sub(leave_halves),
            leave_halves,
            is_imprecise: stint.arrive_prec != Precision::Day
                || (stint.leave_on.is_some() && stint.leave_prec != Precision::Day),
            is_full_year: end.succ_opt().is_some_and(|after| anniversary <= after),
            grade: grade(sources, stint, period),
        }
    }

    /// Days on post; by whole months where an end of the posting is not known to the day.
    pub fn days(&self, tr: Tr) -> String {
        if self.is_imprecise { tr.ledger_by_month(i64::from(self.days)) } else { halved(self.halves) }
    }

    /// The same in a sentence, with its unit.
    pub fn worded_days(&self, tr: Tr) -> String {
        if self.is_imprecise {
            tr.ledger_about_days(i64::from(self.days))
        } else {
            tr.ledger_days_on_post(&halved(self.halves))
        }
    }

    /// Working days of leave.
    pub fn leave(&self) -> String {
        halved(self.leave_halves)
    }

    /// Whether a year is full, in words.
    pub const fn year(&self, tr: Tr) -> &'static str {
        if self.is_full_year { tr.wording_full_year() } else { tr.wording_less_than_year() }
    }

    /// The grade of the last appraisal within the posting, empty for none.
    pub fn grade(&self) -> &str {
        &self.grade
    }
}

fn grade(sources: &Sources<'_>, stint: &Stint, period: Period) -> String {
    let own = sources.registry.appraisals.values().filter(|one| one.person == Some(stint.person));
    let own = own.filter(|one| !one.grade.is_empty() && period.contains(one.period_to));
    own.max_by_key(|one| (one.period_to, one.id)).map(|one| one.grade.clone()).unwrap_or_default()
}
