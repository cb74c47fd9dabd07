//! What is due: stints that end soon or have run over, leave that nobody came back from, agreements that run out.

use chrono::NaiveDate;

use crate::app::tasks::{DutyRef, tasks_due};
use crate::domain::{NameBook, PersonId, Precision, Registry, Stint, WorkCalendar};
use crate::i18n::Tr;

/// Days ahead that a stint or an agreement is announced.
const LEAD_DAYS: i64 = 30;

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// A stint that ends.
    Stint,
    /// An agreement that runs out.
    Agreement,
    /// A leave that has ended without a return.
    Leave,
    /// A task, a report or a decision.
    Duty,
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueVm {
    /// What.
    pub kind: DueKind,
    /// Whom or what it is about.
    pub subject: String,
    /// What is to be done.
    pub text: String,
    /// 还有3天, 已过5天.
    pub when: String,
    /// Days from today; below 0 for overdue.
    pub days: i64,
    /// The person to show.
    pub person: Option<PersonId>,
    /// The task, report or decision to show.
    pub duty: Option<DutyRef>,
}

/// What is due, the most urgent first.
pub(super) fn due(registry: &Registry, calendar: &WorkCalendar, tr: Tr, today: NaiveDate) -> Vec<DueVm> {
    let book = NameBook::new(registry);
    let stints = registry.stints.values().filter_map(|stint| stint_due(registry, &book, tr, stint, today));
    let leave = registry.leave.values().filter(|leave| leave.back_on.is_none()).filter_map(|leave| {
        let days = (leave.to_on - today).num_days();
        let person = registry.people.get(&leave.person)?;
        (-LEAD_DAYS..0).contains(&days).then(|| DueVm {
            kind: DueKind::Leave,
            subject: book.name(person).to_owned(),
            text: tr.due_leave(tr.leave_kind(leave.kind)),
            when: tr.due_in(days),
            days,
            person: Some(person.id),
            duty: None,
        })
    });
    let agreements = registry.agreements.values().filter_map(|agreement| {
        let days = (agreement.valid_to? - today).num_days();
        let relation = registry.relations.get(&agreement.relation)?;
        let from = registry.institutions.get(&relation.from_inst)?;
        (-LEAD_DAYS..=LEAD_DAYS).contains(&days).then(|| DueVm {
            kind: DueKind::Agreement,
            subject: from.name.clone(),
            text: tr.due_agreement(&agreement.number),
            when: tr.due_in(days),
            days,
            person: None,
            duty: None,
        })
    });
    let duties = tasks_due(registry, calendar, today, tr).into_iter().map(|item| DueVm {
        kind: DueKind::Duty,
        subject: item.subject,
        text: item.text,
        when: tr.due_in(item.days),
        days: item.days,
        person: None,
        duty: Some(item.of),
    });
    let mut all: Vec<DueVm> = stints.chain(leave).chain(agreements).chain(duties).collect();
    all.sort_by_key(|due| due.days);
    all
}

/// A stint whose planned end is near or has passed; one known only to the month is due at the end of that month.
fn stint_due(registry: &Registry, book: &NameBook, tr: Tr, stint: &Stint, today: NaiveDate) -> Option<DueVm> {
    let planned = stint.plan_leave_on.filter(|_| stint.leave_on.is_none())?;
    let last = stint.plan_leave_prec.span(planned).to();
    let days = (last - today).num_days();
    // A stint that ran over years ago is an old record, not today's work.
    if !(-365..=LEAD_DAYS).contains(&days) || stint.plan_leave_prec == Precision::Year {
        return None;
    }
    let person = registry.people.get(&stint.person)?;
    let written = tr.known_date(planned, stint.plan_leave_prec);
    Some(DueVm {
        kind: DueKind::Stint,
        subject: book.name(person).to_owned(),
        text: if days < 0 { tr.due_stint_over(&written) } else { tr.due_stint(&written) },
        when: tr.due_in(days),
        days,
        person: Some(person.id),
        duty: None,
    })
}
