//! Sheet kinds `benefit` and `visit`: what experts are granted, which leader looks after them and came to see them.

use chrono::{Months, NaiveDate};

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use crate::domain::{Benefit, BenefitKind, Liaison, Stint, StintId, Visit};
use crate::import::values::Frame;
use crate::import::{Code, Raw, RowResult, values};

const NAME: &str = "姓名";
const LEADER: &str = "联系领导";
const EXPERTS: &str = "专家";
const DATE: &str = "日期";
const FULL_YEAR: &str = "满一年日期";

/// The columns of a ledger of benefits and what each is about.
const COLUMNS: &[(&str, BenefitKind)] = &[
    ("补贴标准", BenefitKind::Allowance),
    ("意外险", BenefitKind::Insurance),
    ("住房", BenefitKind::Housing),
    ("乡镇补贴", BenefitKind::Township),
    ("待遇标准", BenefitKind::Treatment),
];

/// What one cell grants.
struct Grant {
    kind: BenefitKind,
    standard: Option<String>,
    amount_fen: Option<i64>,
    span: Option<(NaiveDate, NaiveDate)>,
}

/// All benefits of one expert.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required_name(NAME)?;
    let stint = posted(bench, line, NAME, name, bench.now.date())?;
    let done_on = line.date("落实日期")?.map(|date| date.on);
    let grants: Vec<Grant> = COLUMNS.iter().filter_map(|(heading, kind)| grant(line, heading, *kind)).collect();
    if let Some(first) = grants.iter().find(|grant| grant.span.is_some_and(|(from, to)| to < from)) {
        let heading = COLUMNS.iter().find(|(_, kind)| *kind == first.kind).map_or(NAME, |(heading, _)| heading);
        return Err(line.refuse(heading, Code::R03, About::Nothing));
    }
    compare_full_year(bench, line, stint)?;
    let mut note = line.text("备注");
    let mut result = RowResult::Unchanged;
    for grant in grants {
        result = result.or(put(bench, stint, grant, done_on, note.take()));
    }
    if let Some(leader) = line.text(LEADER) {
        result = result.with(put_liaison(bench, stint, leader));
    }
    Ok(result)
}

/// The posting of an expert that a row names.
fn posted(
    bench: &Bench<'_>,
    line: &Line<'_>,
    heading: &'static str,
    name: values::NameValue,
    on: NaiveDate,
) -> Result<StintId, Refused> {
    let who = Who { side: bench.sides(line), is_posted: true, ..Who::of(heading, name) };
    let person = bench.known_person(line, &who)?;
    bench.posting_of(line, person, on).ok_or_else(|| line.refuse(heading, Code::R10, About::NoStint))
}

fn grant(line: &Line<'_>, heading: &str, kind: BenefitKind) -> Option<Grant> {
    let text = line.text(heading)?;
    let frame = Frame::of(&line.sheet.context);
    let span = if kind == BenefitKind::Insurance { insured(line.raw(heading), &text, &frame) } else { None };
    let amount = text.split_once(['/', '每']).map_or(text.as_str(), |(amount, _)| amount);
    let unit = line.sheet.unit(heading).filter(|unit| unit.contains('元'));
    let amount_fen = values::money_fen(&Raw::Text(amount.to_owned()), unit, &mut Vec::new()).ok().flatten();
    let amount_fen = amount_fen.filter(|_| span.is_none());
    Some(Grant { kind, standard: span.is_none().then_some(text), amount_fen, span })
}

/// Insured from and until: `2023-06-01/2024-05-31`, or a range in any other spelling.
fn insured(raw: &Raw, text: &str, frame: &Frame) -> Option<(NaiveDate, NaiveDate)> {
    let date = |text: &str| {
        let date = values::date(&Raw::Text(text.to_owned()), frame, &mut Vec::new()).ok().flatten()?;
        date.remark.is_empty().then_some(date.on)
    };
    let cut = |(at, _): (usize, &str)| {
        let (from, to) = text.split_at_checked(at)?;
        date(from).zip(date(to.trim_start_matches('/')))
    };
    if let Some(span) = text.match_indices('/').find_map(cut) {
        return Some(span);
    }
    let range = values::date_range(raw, frame, &mut Vec::new()).ok().flatten()?;
    Some((range.from.on, range.to?.on))
}

fn put(
    bench: &mut Bench<'_>,
    stint: StintId,
    grant: Grant,
    done_on: Option<NaiveDate>,
    note: Option<String>,
) -> RowResult {
    let own = bench.registry().benefits.values().filter(|it| it.stint == stint && it.kind == grant.kind);
    let stored = own.max_by_key(|benefit| benefit.from_on).cloned();
    let mut benefit = stored.unwrap_or_else(|| Benefit {
        id: bench.draft.new_id(),
        stint,
        kind: grant.kind,
        standard: String::new(),
        amount_fen: None,
        from_on: None,
        to_on: None,
        done_on: None,
        note: String::new(),
    });
    fill(&mut benefit.standard, grant.standard);
    fill_some(&mut benefit.amount_fen, grant.amount_fen);
    fill_some(&mut benefit.from_on, grant.span.map(|span| span.0));
    fill_some(&mut benefit.to_on, grant.span.map(|span| span.1));
    fill_some(&mut benefit.done_on, done_on);
    fill(&mut benefit.note, note);
    bench.draft.put(benefit)
}

/// Who looks after an expert: one leader at a time.
fn put_liaison(bench: &mut Bench<'_>, stint: StintId, leader: String) -> RowResult {
    let mut own = bench.registry().liaisons.values().filter(|it| it.stint == stint && it.to_on.is_none());
    let stored = own.next().cloned();
    let mut liaison = stored.unwrap_or_else(|| Liaison { id: bench.draft.new_id(), stint, ..Liaison::default() });
    liaison.leader = leader;
    bench.draft.put(liaison)
}

/// N12 where the day on which a year is full is not the one worked out.
fn compare_full_year(bench: &Bench<'_>, line: &mut Line<'_>, stint: StintId) -> Result<(), Refused> {
    let Some(written) = line.date(FULL_YEAR)? else { return Ok(()) };
    if let Some(computed) = bench.draft.get(stint).and_then(full_year_on)
        && computed != written.on
    {
        line.hint(FULL_YEAR, Code::N12, About::Computed(computed.to_string()));
    }
    Ok(())
}

fn full_year_on(stint: &Stint) -> Option<NaiveDate> {
    stint.arrive_on.checked_add_months(Months::new(12))
}

/// One visit, a record for each expert seen.
pub(super) fn take_visit(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let on = line.known_date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?;
    let leader = line.required(LEADER)?;
    let names = values::names(line.raw(EXPERTS));
    if names.is_empty() {
        return Err(line.refuse(EXPERTS, Code::R01, About::Nothing));
    }
    let stints: Vec<StintId> =
        names.into_iter().map(|name| posted(bench, line, EXPERTS, name, on.on)).collect::<Result<_, _>>()?;
    let handled_on = line.date("办结日期")?.map(|date| date.on);
    let mut result = RowResult::Unchanged;
    for stint in stints {
        result = result.or(put_visit(bench, line, on, &leader, stint, handled_on));
    }
    Ok(result)
}

fn put_visit(
    bench: &mut Bench<'_>,
    line: &Line<'_>,
    on: Known,
    leader: &str,
    stint: StintId,
    handled_on: Option<NaiveDate>,
) -> RowResult {
    let is_same = |visit: &&Visit| {
        visit.stint == stint
            && values::same_words(&visit.leader, leader)
            && Known { on: visit.on_date, precision: visit.on_prec }.meets(on)
    };
    let stored = bench.registry().visits.values().find(is_same).cloned();
    let mut visit = stored.unwrap_or_else(|| Visit {
        id: bench.draft.new_id(),
        on_date: on.on,
        on_prec: on.precision,
        leader: leader.to_owned(),
        stint,
        issues: String::new(),
        outcome: String::new(),
        handled_on: None,
    });
    fill(&mut visit.issues, line.text("反映问题"));
    fill(&mut visit.outcome, line.text("办理结果"));
    fill_some(&mut visit.handled_on, handled_on);
    bench.draft.put(visit)
}
