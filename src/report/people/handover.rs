//! D15: what those who leave in the period hand over, and to whom.

use super::ledger::{Ledger, is_about};
use crate::domain::{Pairing, PairingGoal, PairingStatus, Stint, Task, Template};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the slip: one row for each posting that ends in the period.
#[must_use]
pub fn handover(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let registry = sources.registry;
    let mut leaving: Vec<&Stint> = registry
        .stints
        .values()
        .filter(|stint| stint.last_day().is_some_and(|last| request.period.contains(last)))
        .filter(|stint| request.relation.is_none_or(|wanted| stint.relation == Some(wanted)))
        .filter(|stint| registry.people.get(&stint.person).is_some_and(|person| is_about(request, person)))
        .collect();
    leaving.sort_by_key(|stint| (stint.last_day(), registry.people.get(&stint.person).map(|person| person.sort)));
    let rows = leaving.into_iter().map(|stint| row(sources, stint, tr)).collect();
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: false,
        columns: &[
            (tr.ledger_leaving(), 13.0, false),
            (tr.ledger_successor(), 13.0, false),
            (tr.ledger_dept(), 16.0, false),
            (tr.ledger_handed_on(), 20.0, false),
            (tr.ledger_pupils(), 27.0, false),
            (tr.ledger_open_tasks(), 25.0, false),
            (tr.ledger_fixed(), 26.0, false),
            (tr.ledger_techniques(), 24.0, false),
            (tr.ledger_material(), 14.0, false),
            (tr.ledger_signature(), 15.0, false),
        ],
        rows,
        total: None,
        notes: Vec::new(),
        nothing: tr.ledger_no_handover(),
        has_serial: false,
    }
    .sheet(sources, request, tr)
}

fn row(sources: &Sources<'_>, stint: &Stint, tr: Tr) -> Vec<String> {
    let name = |stint: &Stint| sources.person(stint).map(|person| person.name.clone()).unwrap_or_default();
    let successor = stint.successor_stint.and_then(|id| sources.stint(id));
    let (last, precision) = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => (Some(on), stint.leave_prec),
        (None, planned) => (planned, stint.plan_leave_prec),
    };
    vec![
        name(stint),
        successor.map_or_else(|| tr.ledger_nobody_yet().to_owned(), name),
        sources.host_name(stint),
        last.map(|on| tr.known_date(on, precision)).unwrap_or_default(),
        pupils(sources, stint, tr),
        tasks(sources, stint, successor, tr),
        fixed(sources, stint, tr),
        unfinished(sources, stint),
        material(sources, stint, tr),
        String::new(),
    ]
}

/// The apprentices of the posting: who stays with the mentor, who changes, who is left open.
fn pupils(sources: &Sources<'_>, stint: &Stint, tr: Tr) -> String {
    let registry = sources.registry;
    let own =
        registry.pairings.values().filter(|pairing| pairing.mentor_stint == Some(stint.id) && pairing.has_begun());
    let word = |pairing: &Pairing| {
        let person = registry.people.get(&pairing.apprentice)?;
        let goes_on = registry.pairings.values().any(|other| other.previous == Some(pairing.id));
        Some(match pairing.status {
            _ if goes_on => tr.ledger_changes(&person.name),
            PairingStatus::Replaced => tr.ledger_changes(&person.name),
            PairingStatus::Stopped | PairingStatus::Finished => return None,
            _ if pairing.mode == crate::domain::PairingMode::Remote => tr.ledger_stays(&person.name),
            _ => tr.ledger_open_pupil(&person.name),
        })
    };
    own.filter_map(word).collect::<Vec<_>>().join("\n")
}

/// The tasks that are not closed: those still in the name of who leaves, and those that the successor took over with
/// the day on which they began.
fn tasks(sources: &Sources<'_>, stint: &Stint, successor: Option<&Stint>, tr: Tr) -> String {
    let is_inherited = |task: &Task| {
        successor.is_some_and(|to| {
            task.owner_person == Some(to.person) && task.start_on.is_some_and(|start| start < to.arrive_on)
        })
    };
    let open = sources.registry.tasks.values().filter(|task| !task.is_closed());
    let own = open.filter(|task| task.owner_person == Some(stint.person) || is_inherited(task));
    let word = |task: &Task| {
        let words = tr.handover_task_due(&task.title, &task.due_on.to_string());
        if task.owner_person == Some(stint.person) { tr.ledger_not_handed(&words) } else { words }
    };
    own.map(word).collect::<Vec<_>>().join("\n")
}

/// What was taught and not yet reached, for who goes on with it: 腹腔镜TAPP 2/5.
fn unfinished(sources: &Sources<'_>, stint: &Stint) -> String {
    let registry = sources.registry;
    let is_own = |goal: &&PairingGoal| {
        registry.pairings.get(&goal.pairing).is_some_and(|pairing| pairing.mentor_stint == Some(stint.id))
    };
    let is_open = |goal: &&PairingGoal| match (goal.done_on, goal.target) {
        (Some(_), _) => false,
        (None, Some(target)) => goal.done.unwrap_or_default() < target,
        (None, None) => true,
    };
    let word = |goal: &PairingGoal| match goal.target {
        Some(target) => format!("{} {}/{target}", goal.item, goal.done.unwrap_or_default()),
        None => goal.item.clone(),
    };
    let mut words: Vec<String> = registry.pairing_goals.values().filter(is_own).filter(is_open).map(word).collect();
    words.dedup();
    words.join("\n")
}

/// What lies in the office of the time: the logs that were kept.
fn material(sources: &Sources<'_>, stint: &Stint, tr: Tr) -> String {
    let logs = sources.registry.teaching_logs.values().filter(|log| log.stint == Some(stint.id)).count();
    if logs == 0 { String::new() } else { tr.ledger_logs_kept(logs) }
}

/// The weekly rules of the posting: 周一上午 坐诊.
fn fixed(sources: &Sources<'_>, stint: &Stint, tr: Tr) -> String {
    let own = sources.registry.templates.values().filter(|rule| rule.stint == stint.id);
    let mut own: Vec<&Template> = own.collect();
    own.sort_by_key(|rule| (rule.weekday, rule.slot));
    let word = |rule: &Template| {
        let weekday = chrono::Weekday::try_from(rule.weekday.saturating_sub(1)).unwrap_or(chrono::Weekday::Mon);
        let activity = sources.registry.activities.get(&rule.activity).map_or("", |activity| activity.name_zh.as_str());
        let words = format!("{}{} {activity}", tr.weekday(weekday), tr.slot(rule.slot));
        // What was handed over ends with the leave; what runs on was left open.
        let runs_on = stint.last_day().is_some_and(|last| rule.to_on.is_none_or(|to| to > last));
        if runs_on { tr.ledger_not_handed(&words) } else { words }
    };
    own.into_iter().map(word).collect::<Vec<_>>().join("\n")
}
