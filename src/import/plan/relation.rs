//! Sheet kind `relation`: who helps whom under which programme, with the agreement behind it.

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_date, fill_some, standing};
use super::lookup::Inst;
use super::outcome::{About, Refused, Taken};
use crate::domain::{Agreement, InstitutionId, InstitutionKind, Precision, Programme, Relation, RelationId};
use crate::import::{Code, RowResult, values};

const FROM: &str = "支援单位";
const TO: &str = "受援单位";
const PROGRAMME: &str = "帮扶项目";
const START: &str = "开始日期";
const END: &str = "结束日期";

/// One edge of the network.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let from = required_institution(bench, line, FROM)?;
    let to = required_institution(bench, line, TO)?;
    if from == to {
        return Err(line.refuse(TO, Code::R08, About::Nothing));
    }
    let programme = programme(line)?;
    let is_lead = line.read("牵头", values::yes_no)?;
    let (start, end) = (line.known_date(START)?, line.known_date(END)?);
    refuse_backwards(bench, line, &from, &to, programme, (start, end))?;
    let signed_on = line.date("签订日期")?.map(|date| date.on);

    let from_inst = settle(bench, from, InstitutionKind::Supporter);
    let to_inst = settle(bench, to, InstitutionKind::Recipient);
    let mut relation = stored(bench, from_inst, to_inst, programme, (start, end))
        .unwrap_or_else(|| new(bench, from_inst, to_inst, programme));
    relation.is_lead = is_lead.unwrap_or(relation.is_lead);
    fill_date(&mut relation.start_on, &mut relation.start_prec, start);
    fill_date(&mut relation.end_on, &mut relation.end_prec, end);
    fill(&mut relation.note, line.text("备注"));
    let id = relation.id;
    let result = bench.draft.claim(relation).map_err(|_| line.refuse(TO, Code::R11, About::Nothing))?;
    Ok(result.with(put_agreement(bench, id, line.text("协议编号"), signed_on)))
}

/// R03, also where the other end is the stored one.
fn refuse_backwards(
    bench: &Bench<'_>,
    line: &Line<'_>,
    from: &Inst,
    to: &Inst,
    programme: Programme,
    (start, end): (Option<Known>, Option<Known>),
) -> Result<(), Refused> {
    let old = from.known().zip(to.known()).and_then(|(from, to)| stored(bench, from, to, programme, (start, end)));
    let old_start = old.as_ref().and_then(|old| Known::of(old.start_on, old.start_prec));
    let old_end = old.as_ref().and_then(|old| Known::of(old.end_on, old.end_prec));
    line.in_order((START, standing(old_start, start)), (END, standing(old_end, end)))
}

fn required_institution(bench: &Bench<'_>, line: &Line<'_>, heading: &str) -> Result<Inst, Refused> {
    bench.institution_cell(line, heading)?.ok_or_else(|| line.refuse(heading, Code::R01, About::Nothing))
}

fn programme(line: &mut Line<'_>) -> Result<Programme, Refused> {
    line.read(PROGRAMME, values::programme)?
        .or_else(|| Bench::context_programme(line))
        .ok_or_else(|| line.refuse(PROGRAMME, Code::R01, About::Nothing))
}

fn settle(bench: &mut Bench<'_>, inst: Inst, otherwise: InstitutionKind) -> InstitutionId {
    match inst {
        Inst::Known(id) => id,
        // The same new name may stand on both sides of different rows, so it is looked up again.
        Inst::New(name) => match bench.index.institutions(&name) {
            [one] => *one,
            _ => bench.create_institution(&name, otherwise),
        },
    }
}

/// The stored edge: same ends and programme, and not one of another time.
fn stored(
    bench: &Bench<'_>,
    from: InstitutionId,
    to: InstitutionId,
    programme: Programme,
    (start, end): (Option<Known>, Option<Known>),
) -> Option<Relation> {
    let is_same = |relation: &&Relation| {
        let is_before =
            |end: Option<Known>, start: Option<Known>| end.zip(start).is_some_and(|(end, start)| end.last() < start.on);
        let is_of_another_time = is_before(Known::of(relation.end_on, relation.end_prec), start)
            || is_before(end, Known::of(relation.start_on, relation.start_prec));
        relation.from_inst == from && relation.to_inst == to && relation.programme == programme && !is_of_another_time
    };
    bench.registry().relations.values().filter(is_same).max_by_key(|relation| relation.start_on).cloned()
}

/// An edge that is not stored yet.
pub(super) fn new(bench: &mut Bench<'_>, from: InstitutionId, to: InstitutionId, programme: Programme) -> Relation {
    Relation {
        id: bench.draft.new_id(),
        programme,
        from_inst: from,
        to_inst: to,
        is_lead: false,
        start_on: None,
        start_prec: Precision::Day,
        end_on: None,
        end_prec: Precision::Day,
        note: String::new(),
    }
}

/// The agreement, known again by its number, else by the date of signing.
fn put_agreement(
    bench: &mut Bench<'_>,
    relation: RelationId,
    number: Option<String>,
    signed_on: Option<chrono::NaiveDate>,
) -> RowResult {
    if number.is_none() && signed_on.is_none() {
        return RowResult::Unchanged;
    }
    let is_same = |agreement: &&Agreement| {
        agreement.relation == relation
            && match &number {
                Some(number) => agreement.number == *number || agreement.number.is_empty(),
                None => agreement.signed_on == signed_on,
            }
    };
    let stored = bench.registry().agreements.values().find(is_same).cloned();
    let mut agreement = stored.unwrap_or_else(|| Agreement {
        id: bench.draft.new_id(),
        relation,
        number: String::new(),
        signed_on: None,
        valid_from: None,
        valid_to: None,
        goals: String::new(),
        file: String::new(),
    });
    fill(&mut agreement.number, number);
    fill_some(&mut agreement.signed_on, signed_on);
    bench.draft.put(agreement)
}
