//! Sheet kind `teaching`: what mentors taught (D09). A row that names several apprentices is one record for each.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use super::scope::Scope;
use crate::domain::{ActivityId, DepartmentId, Pairing, PairingId, PersonId, Precision, Slot, StintId, TeachingLog};
use crate::import::values::DateValue;
use crate::import::{Code, RowResult, values};

const DATE: &str = "日期";
const MENTOR: &str = "导师";
const APPRENTICE: &str = "徒弟";
const FORM: &str = "形式";
const TOPIC: &str = "带教内容";
const DEPARTMENT: &str = "科室";

/// What all records of a row share.
struct Event {
    date: DateValue,
    slot: Option<Slot>,
    mentor: PersonId,
    stint: Option<StintId>,
    activity: ActivityId,
    form: String,
    topic: String,
    qty_tenths: Option<u32>,
    attendees: Option<u32>,
    dept: Option<DepartmentId>,
    place: Option<String>,
    scope: Scope,
}

/// One event.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let date = line.date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?;
    let mentor = mentor(bench, line)?;
    let apprentices = apprentices(bench, line)?;
    if apprentices.contains(&Some(mentor)) {
        return Err(line.refuse(APPRENTICE, Code::R06, About::Nothing));
    }
    let event = event(bench, line, date, mentor)?;
    if let Some(stint) = event.stint {
        bench.hint_outside(line, DATE, stint, event.date.on);
    }
    let mut result = RowResult::Unchanged;
    for apprentice in apprentices {
        result = result.or(write(bench, line, &event, apprentice));
    }
    Ok(result)
}

fn mentor(bench: &Bench<'_>, line: &Line<'_>) -> Result<PersonId, Refused> {
    let name = line.required_name(MENTOR)?;
    let who = Who { dept: line.text(DEPARTMENT), side: bench.sides(line), is_posted: true, ..Who::of(MENTOR, name) };
    bench.known_person(line, &who)
}

/// Everybody named, or nobody: an event for all is one record without an apprentice.
fn apprentices(bench: &Bench<'_>, line: &Line<'_>) -> Result<Vec<Option<PersonId>>, Refused> {
    let side: Vec<_> = bench.receiving_side(line).into_iter().collect();
    let mut known = Vec::new();
    for name in values::names(line.raw(APPRENTICE)) {
        let who = Who { dept: line.text(DEPARTMENT), side: side.clone(), ..Who::of(APPRENTICE, name) };
        let person = Some(bench.known_person(line, &who)?);
        if !known.contains(&person) {
            known.push(person);
        }
    }
    if known.is_empty() {
        known.push(None);
    }
    Ok(known)
}

fn event(bench: &mut Bench<'_>, line: &mut Line<'_>, date: DateValue, mentor: PersonId) -> Result<Event, Refused> {
    let slots = line.read("时段", values::slots)?.unwrap_or_else(|| date.slots.clone());
    let form = line.required(FORM)?;
    let name = line.read(FORM, values::activity);
    // Those that the hospital added count like the built-in ones.
    let activity = match bench.activity(&form) {
        Some(own) => own,
        None => {
            name?.and_then(|name| bench.activity(name)).ok_or_else(|| line.refuse(FORM, Code::R08, About::Nothing))?
        }
    };
    let topic = line.required(TOPIC)?;
    let qty_tenths = line.read_noting("例数/学时", values::tenths)?;
    let attendees = line.read_noting("参加人数", |raw, hints| values::count(raw, Some("人次"), hints))?;
    let stint = bench.posting_of(line, mentor, date.on);
    let scope = bench.scope(line, stint);
    let (dept, place) = place(bench, line, stint);
    let is_own_word = bench.registry().activities.get(&activity).is_some_and(|known| known.name_zh == form);
    Ok(Event {
        slot: slots.first().copied().filter(|_| slots.len() == 1),
        date,
        mentor,
        stint,
        activity,
        form: if is_own_word { String::new() } else { form },
        topic,
        qty_tenths,
        attendees: attendees.and_then(|count| u32::try_from(count).ok()),
        dept,
        place,
        scope,
    })
}

/// The department where it took place; a place that is no department stays as a remark (N01).
fn place(bench: &mut Bench<'_>, line: &mut Line<'_>, stint: Option<StintId>) -> (Option<DepartmentId>, Option<String>) {
    let Some(name) = line.text(DEPARTMENT) else { return (None, None) };
    let host = stint.and_then(|id| bench.draft.get(id)).map(|stint| stint.host_inst);
    let Some(inst) = host.or_else(|| bench.receiving_side(line)) else { return (None, Some(name)) };
    let dept = bench.department_if_any(inst, Some(name.clone()));
    if dept.is_some() {
        return (dept, None);
    }
    line.hint(DEPARTMENT, Code::N01, About::Nothing);
    (None, Some(name))
}

fn write(bench: &mut Bench<'_>, line: &Line<'_>, event: &Event, apprentice: Option<PersonId>) -> RowResult {
    let is_same = |log: &&TeachingLog| {
        log.on_date == event.date.on
            && log.mentor == event.mentor
            && log.apprentice == apprentice
            && log.activity == event.activity
            && values::same_words(&log.topic, &event.topic)
            && (log.slot == event.slot || event.slot.is_none())
    };
    let stored = bench.registry().teaching_logs.values().find(is_same).cloned();
    let before = stored.clone();
    let mut log = stored.unwrap_or_else(|| new(bench, event, apprentice));
    let pairing = apprentice.and_then(|apprentice| pair_of(bench, event, apprentice));
    log.on_prec = event.date.precision;
    log.stint = log.stint.or(event.stint);
    log.pairing = log.pairing.or(pairing);
    log.relation = log.relation.or(event.scope.0);
    log.programme = log.programme.or(event.scope.1);
    log.form.clone_from(&event.form);
    fill_some(&mut log.qty_tenths, event.qty_tenths);
    fill_some(&mut log.attendees, event.attendees);
    fill_some(&mut log.dept, event.dept);
    fill(&mut log.reflection, line.text("徒弟体会"));
    fill(&mut log.checked_by, line.text("导师签字"));
    fill(&mut log.note, line.text("备注").or_else(|| event.place.clone()));
    // To know pair and posting of a stored record is no news.
    match before.filter(|before| TeachingLog { pairing: before.pairing, stint: before.stint, ..log.clone() } == *before)
    {
        Some(before) => bench.draft.put(before),
        None => bench.draft.put(log),
    }
}

/// The pair of the two on that day, else the one nearest before it: guidance may go on after its end.
fn pair_of(bench: &Bench<'_>, event: &Event, apprentice: PersonId) -> Option<PairingId> {
    let on = event.date.on;
    let same = |pairing: &&Pairing| {
        pairing.mentor == event.mentor && pairing.apprentice == apprentice && pairing.first_day() <= on
    };
    bench.registry().pairings.values().filter(same).max_by_key(|pairing| pairing.from_on).map(|pairing| pairing.id)
}

fn new(bench: &mut Bench<'_>, event: &Event, apprentice: Option<PersonId>) -> TeachingLog {
    TeachingLog {
        id: bench.draft.new_id(),
        on_date: event.date.on,
        on_prec: Precision::Day,
        slot: event.slot,
        mentor: event.mentor,
        stint: None,
        apprentice,
        pairing: None,
        relation: None,
        programme: None,
        activity: event.activity,
        form: String::new(),
        topic: event.topic.clone(),
        qty_tenths: None,
        attendees: None,
        dept: None,
        reflection: String::new(),
        checked_by: String::new(),
        checked_on: None,
        note: String::new(),
    }
}
