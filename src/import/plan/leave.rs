//! Sheet kind `leave`: absences with half-day precision.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use crate::domain::{Leave, LeaveKind, Period, PersonId, Slot, StintId};
use crate::import::{Code, RowResult, values};

const NAME: &str = "申请人";
const KIND: &str = "类别";
const FROM: &str = "开始日期";
const TO: &str = "结束日期";
const RANGE: &str = "起止";
const DAYS: &str = "天数";
const SUBSTITUTE: &str = "替诊人";

type Half = (NaiveDate, Slot);

/// One absence.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required_name(NAME)?;
    let who = Who { code: line.code(), side: bench.sides(line), is_posted: true, ..Who::of(NAME, name) };
    let person = bench.known_person(line, &who)?;
    let kind = line.read(KIND, values::leave_kind)?.ok_or_else(|| line.refuse(KIND, Code::R01, About::Nothing))?;
    let (from, to) = ends(line)?;
    compare_days(bench, line, from, to)?;
    let stored = stored(bench, person, from, to);
    refuse_overlap(bench, line, person, stored.as_ref(), (from, to))?;
    let back_on = line.date("销假日期")?.map(|date| date.on);
    let substitute = substitute(bench, line)?;

    let stint = bench.stint_on(line, NAME, person, None, from.0).ok();
    if let Some(stint) = stint {
        bench.hint_outside(line, if line.has(FROM) { FROM } else { RANGE }, stint, from.0);
    }
    let before = stored.clone();
    let mut leave = stored.unwrap_or_else(|| new(bench, person, kind, from, to));
    leave.kind = kind;
    (leave.from_on, leave.from_slot) = from;
    (leave.to_on, leave.to_slot) = to;
    let known = leave.stint;
    leave.stint = known.or(stint);
    fill(&mut leave.destination, line.text("去向"));
    fill(&mut leave.reason, line.text("事由"));
    fill(&mut leave.approver, line.text("批准人"));
    fill_some(&mut leave.substitute, substitute);
    fill_some(&mut leave.back_on, back_on);
    // To know the posting of a stored leave is no news.
    if before.is_some_and(|before| Leave { stint: before.stint, ..leave.clone() } == before) {
        leave.stint = known;
    }
    bench
        .draft
        .claim(leave)
        .map_err(|_| line.refuse(if line.has(FROM) { FROM } else { RANGE }, Code::R11, About::Nothing))
}

/// Keeps a half-day that a grid gives beside work, unless leave is on record there.
pub(super) fn keep_half_day(
    bench: &mut Bench<'_>,
    (person, stint): (PersonId, StintId),
    kind: LeaveKind,
    (on, slot): Half,
) -> RowResult {
    let half = (on, by_day(slot));
    let covers = |leave: &Leave| start(leave) <= half && half <= end(leave);
    if bench.registry().leave.values().any(|leave| leave.person == person && covers(leave)) {
        return RowResult::Unchanged;
    }
    let leave = Leave { stint: Some(stint), ..new(bench, person, kind, half, half) };
    bench.draft.put(leave)
}

/// The absence that the row means: the one that begins so, else a half-day of it that a grid brought.
fn stored(bench: &Bench<'_>, person: PersonId, from: Half, to: Half) -> Option<Leave> {
    let own = || bench.registry().leave.values().filter(|leave| leave.person == person);
    let same = own().find(|leave| start(leave) == from);
    same.or_else(|| own().find(|leave| is_part_of(leave, from, to))).cloned()
}

/// Whether it is a half-day inside the period of which nothing but the kind is known.
fn is_part_of(leave: &Leave, from: Half, to: Half) -> bool {
    let is_bare = leave.destination.is_empty() && leave.reason.is_empty() && leave.approver.is_empty();
    let is_open = leave.substitute.is_none() && leave.back_on.is_none();
    start(leave) == end(leave) && from <= start(leave) && end(leave) <= to && is_bare && is_open
}

/// First and last half-day: columns of their own go before the range in one cell.
fn ends(line: &mut Line<'_>) -> Result<(Half, Half), Refused> {
    let range = line.date_range(RANGE)?;
    let (from, to) = (line.date(FROM)?, line.date(TO)?);
    let from = from.or_else(|| range.as_ref().map(|range| range.from.clone()));
    let Some(from) = from else {
        let heading = if line.has(FROM) || !line.has(RANGE) { FROM } else { RANGE };
        return Err(line.refuse(heading, Code::R01, About::Nothing));
    };
    let to = to.or_else(|| range.and_then(|range| range.to)).unwrap_or_else(|| from.clone());
    let from_slot = line.read("开始时段", values::slots)?.unwrap_or_else(|| from.slots.clone());
    let to_slot = line.read("结束时段", values::slots)?.unwrap_or_else(|| to.slots.clone());
    let start = (from.on, by_day(from_slot.first().copied().unwrap_or(Slot::Am)));
    let end = (to.on, by_day(to_slot.last().copied().unwrap_or(Slot::Pm)));
    if end < start {
        let heading = if line.has(TO) { TO } else { RANGE };
        let about = About::Pair {
            from_column: line.column(if line.has(FROM) { FROM } else { RANGE }),
            from: start.0.to_string(),
            to_column: line.column(heading),
            to: end.0.to_string(),
        };
        return Err(line.refuse(heading, Code::R03, about));
    }
    Ok((start, end))
}

/// Leave is counted in mornings and afternoons; the night belongs to the afternoon.
const fn by_day(slot: Slot) -> Slot {
    match slot {
        Slot::Am => Slot::Am,
        Slot::Pm | Slot::Night => Slot::Pm,
    }
}

/// N12 where the written days are not the working half-days of the absence.
fn compare_days(bench: &Bench<'_>, line: &mut Line<'_>, from: Half, to: Half) -> Result<(), Refused> {
    let Some(written) = line.read_noting(DAYS, values::days)? else { return Ok(()) };
    let Some(period) = Period::new(from.0, to.0) else { return Ok(()) };
    let mut halves: u32 = period.days().map(|on| if bench.calendar.facts(on).is_working() { 2 } else { 0 }).sum();
    for (on, is_cut) in [(from.0, from.1 == Slot::Pm), (to.0, to.1 == Slot::Am)] {
        if is_cut && bench.calendar.facts(on).is_working() {
            halves = halves.saturating_sub(1);
        }
    }
    if halves != written {
        let half = if halves % 2 == 1 { ".5" } else { "" };
        line.hint(DAYS, Code::N12, About::Computed(format!("{}{half}", halves / 2)));
    }
    Ok(())
}

const fn start(leave: &Leave) -> Half {
    (leave.from_on, leave.from_slot)
}

const fn end(leave: &Leave) -> Half {
    (leave.to_on, leave.to_slot)
}

/// R11: nobody is away twice at the same time.
fn refuse_overlap(
    bench: &Bench<'_>,
    line: &Line<'_>,
    person: PersonId,
    stored: Option<&Leave>,
    (from, to): (Half, Half),
) -> Result<(), Refused> {
    let overlaps = |other: &&Leave| {
        other.person == person
            && Some(other.id) != stored.map(|leave| leave.id)
            && start(other) <= to
            && from <= end(other)
            && !is_part_of(other, from, to)
    };
    match bench.registry().leave.values().find(overlaps) {
        None => Ok(()),
        Some(other) => {
            let about = About::Period { what: bench.person_name(person), from: other.from_on, to: Some(other.to_on) };
            Err(line.refuse(if line.has(FROM) { FROM } else { RANGE }, Code::R11, about))
        }
    }
}

/// Who stands in; a name that nobody here bears is announced and left out.
fn substitute(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<Option<PersonId>, Refused> {
    let Some(name) = values::name(line.raw(SUBSTITUTE)) else { return Ok(None) };
    let who = Who::of(SUBSTITUTE, name);
    let person = bench.matching_person(line, &who)?;
    if person.is_none() {
        line.hint(SUBSTITUTE, Code::N01, About::Nothing);
    }
    Ok(person)
}

fn new(bench: &mut Bench<'_>, person: PersonId, kind: LeaveKind, from: Half, to: Half) -> Leave {
    Leave {
        id: bench.draft.new_id(),
        person,
        stint: None,
        kind,
        from_on: from.0,
        from_slot: from.1,
        to_on: to.0,
        to_slot: to.1,
        destination: String::new(),
        reason: String::new(),
        substitute: None,
        approver: String::new(),
        back_on: None,
    }
}
