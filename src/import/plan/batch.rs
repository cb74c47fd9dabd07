//! Sheet kind `batch`: the numbered groups of a relation with their planned dates.

use super::bench::Bench;
use super::line::{Known, Line, fill_date, fill_some, standing};
use super::outcome::{About, Refused, Taken};
use super::relation;
use crate::domain::{Batch, BatchId, BatchMode, InstitutionId, Precision, RelationId};
use crate::import::{Code, values};

const NUMBER: &str = "批次";
const FROM: &str = "支援单位";
const TO: &str = "受援单位";
const START: &str = "计划开始";
const END: &str = "计划结束";

/// One batch.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let number = line.read(NUMBER, values::batch_number)?;
    let number = number.ok_or_else(|| line.refuse(NUMBER, Code::R01, About::Nothing))?;
    let relation = relation(bench, line)?;
    let mode = line.read("帮扶方式", values::batch_mode)?;
    let (start, end) = (line.known_date(START)?, line.known_date(END)?);
    let old = stored(bench, relation, number);
    let old_start = old.as_ref().and_then(|old| Known::of(old.plan_from, old.plan_from_prec));
    let old_end = old.as_ref().and_then(|old| Known::of(old.plan_to, old.plan_to_prec));
    line.in_order((START, standing(old_start, start)), (END, standing(old_end, end)))?;
    let headcount = line.read_noting("计划人数", |raw, hints| values::count(raw, Some("人"), hints))?;

    let mut batch = old.unwrap_or_else(|| new(bench, relation, number, BatchMode::Rigid));
    batch.mode = mode.unwrap_or(batch.mode);
    fill_date(&mut batch.plan_from, &mut batch.plan_from_prec, start);
    fill_date(&mut batch.plan_to, &mut batch.plan_to_prec, end);
    fill_some(&mut batch.headcount_plan, headcount.and_then(|count| u32::try_from(count).ok()));
    bench.draft.claim(batch).map_err(|_| line.refuse(NUMBER, Code::R11, About::Nothing))
}

/// The relation that numbers the batch: the ends in the row, else those chosen for the sheet, else the only one.
fn relation(bench: &mut Bench<'_>, line: &Line<'_>) -> Result<RelationId, Refused> {
    let ends = Bench::context_ends(line);
    let named = |bench: &Bench<'_>, name: Option<&String>| match name.map(|name| bench.index.institutions(name)) {
        Some([one]) => Some(*one),
        _ => None,
    };
    let from = bench.known_institution_cell(line, FROM)?.or_else(|| named(bench, ends.from.as_ref()));
    let to = bench.known_institution_cell(line, TO)?.or_else(|| named(bench, ends.to.as_ref()));
    let programme = Bench::context_programme(line);
    let found = match (from, to) {
        (Some(from), Some(to)) => bench.relation_between(from, to, programme),
        (from, to) => bench.only_relation(from, to, programme),
    };
    if let Some(id) = found {
        return Ok(id);
    }
    match (from, to, programme) {
        (Some(from), Some(to), Some(programme)) if from != to => {
            let relation = relation::new(bench, from, to, programme);
            let id = relation.id;
            bench.draft.put(relation);
            Ok(id)
        }
        (None, ..) => Err(line.refuse(FROM, Code::R01, About::Nothing)),
        (_, None, _) => Err(line.refuse(TO, Code::R01, About::Nothing)),
        _ => Err(line.refuse(FROM, Code::R04, About::Nothing)),
    }
}

impl Bench<'_> {
    /// The relation with these ends, as far as they are known, if it is the only one.
    fn only_relation(
        &self,
        from: Option<InstitutionId>,
        to: Option<InstitutionId>,
        programme: Option<crate::domain::Programme>,
    ) -> Option<RelationId> {
        let mut fits = self.registry().relations.values().filter(|relation| {
            from.is_none_or(|from| relation.from_inst == from)
                && to.is_none_or(|to| relation.to_inst == to)
                && programme.map_or(relation.programme != crate::domain::Programme::Subordination, |wanted| {
                    relation.programme == wanted
                })
        });
        let first = fits.next()?;
        fits.next().is_none().then_some(first.id)
    }

    /// The number of the batches that the office calls so.
    pub(super) fn batch_labelled(&self, label: Option<String>) -> Option<u32> {
        let label = label?;
        let mut named = self.registry().batches.values().filter(|batch| batch.label == label).map(|batch| batch.no);
        named.next().filter(|first| named.all(|other| other == *first))
    }

    /// The batch of that number, made now where it is new.
    pub(super) fn batch_or_new(&mut self, relation: RelationId, number: u32, mode: BatchMode) -> BatchId {
        if let Some(batch) = stored(self, relation, number) {
            return batch.id;
        }
        let batch = new(self, relation, number, mode);
        let id = batch.id;
        self.draft.put(batch);
        id
    }
}

/// The stored batch of that number; numbers are never shared between relations.
pub(super) fn stored(bench: &Bench<'_>, relation: RelationId, number: u32) -> Option<Batch> {
    bench.registry().batches.values().find(|batch| batch.relation == relation && batch.no == number).cloned()
}

fn new(bench: &mut Bench<'_>, relation: RelationId, no: u32, mode: BatchMode) -> Batch {
    Batch {
        id: bench.draft.new_id(),
        relation,
        no,
        label: String::new(),
        mode,
        plan_from: None,
        plan_from_prec: Precision::Day,
        plan_to: None,
        plan_to_prec: Precision::Day,
        headcount_plan: None,
    }
}
