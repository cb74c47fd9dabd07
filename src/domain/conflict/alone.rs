//! Rules on a single session: leave, the limits of the stint, public holidays, the title that it asks for.

use chrono::NaiveDate;

use super::super::codes::{DayKind, RuleTerm, Slot};
use super::super::date::{Period, Precision};
use super::super::finding::Finding;
use super::super::records::{Leave, LeaveId, PersonId, Session, Stint};
use super::super::registry::Registry;
use super::super::rota::{RuleBook, RulePlace};
use super::super::row::Table;
use super::super::work_calendar::WorkCalendar;
use super::index::working_stint;

/// Rules on one session of one person, whatever the others do.
pub(super) fn of_one_session(
    (session, person): (&Session, PersonId),
    leave: &[LeaveId],
    book: &RuleBook,
    (registry, calendar): (&Registry, &WorkCalendar),
) -> Vec<Finding> {
    let who = registry.people.get(&person);
    let place = RulePlace::session(session, person, registry);
    let found = |term, detail: String, cause: Option<(Table, i64)>| {
        let rule = book.rule(term, &place)?;
        Some(Finding {
            rule: term,
            severity: rule.severity,
            subject: who.map_or("", |person| person.name.as_str()).to_owned(),
            detail,
            period: Period::day(session.on_date),
            slot: Some(session.slot),
            records: std::iter::once((Table::Session, session.id.raw())).chain(cause).collect(),
        })
    };
    let absent = leave
        .iter()
        .filter_map(|id| registry.leave.get(id))
        .find(|leave| leave.covers(session.on_date, session.slot))
        .and_then(|leave| found(RuleTerm::OnLeave, leave.kind.code().to_owned(), Some((Table::Leave, leave.id.raw()))));
    let stint = registry.stints.get(&working_stint(session));
    let outside = stint
        .filter(|stint| !stint.runs_on(session.on_date))
        .and_then(|stint| found(RuleTerm::OutsideStint, limits(stint), Some((Table::Stint, stint.id.raw()))));
    let facts = calendar.facts(session.on_date);
    let is_holiday = facts.kind == DayKind::Holiday;
    let holiday = is_holiday.then(|| found(RuleTerm::OnHoliday, facts.name.clone(), None)).flatten();
    let asked = book.rule(RuleTerm::TitleRequired, &place).zip(who);
    let is_below = asked.is_some_and(|(rule, who)| !rule.admits(who.title_rank.unwrap_or(0)));
    let activity = registry.activities.get(&session.activity).map_or("", |activity| activity.name_zh.as_str());
    let title = is_below.then(|| found(RuleTerm::TitleRequired, activity.to_owned(), None)).flatten();
    absent.into_iter().chain(outside).chain(holiday).chain(title).collect()
}

impl Leave {
    /// Whether the half-day lies within the absence, both ends included. The night follows the afternoon.
    #[must_use]
    pub fn covers(&self, on: NaiveDate, slot: Slot) -> bool {
        // An absence to the end of a day lasts through its night.
        let to_slot = if self.to_slot == Slot::Am { Slot::Am } else { Slot::Night };
        (self.from_on, self.from_slot) <= (on, slot) && (on, slot) <= (self.to_on, to_slot)
    }
}

/// `2022-05..2023-05-31`: the stint's limits as exactly as they are known, open at the right while it runs on.
fn limits(stint: &Stint) -> String {
    let (end, precision) = match stint.leave_on {
        Some(left) => (Some(left), stint.leave_prec),
        None => (stint.plan_leave_on, stint.plan_leave_prec),
    };
    let end = end.map_or_else(String::new, |end| known(end, precision));
    format!("{}..{end}", known(stint.arrive_on, stint.arrive_prec))
}

fn known(on: NaiveDate, precision: Precision) -> String {
    let format = match precision {
        Precision::Day => "%Y-%m-%d",
        Precision::Month => "%Y-%m",
        Precision::Year => "%Y",
    };
    on.format(format).to_string()
}
