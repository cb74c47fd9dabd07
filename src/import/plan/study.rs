//! Sheet kind `study`: own staff sent to other hospitals to learn (D25).

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_date, fill_some, standing};
use super::lookup::Inst;
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use crate::domain::{InstitutionId, InstitutionKind, PersonId, Precision, StudyKind, StudyLeave, StudyStatus};
use crate::import::{Code, values};

const NAME: &str = "姓名";
const HOME: &str = "单位";
const DEPARTMENT: &str = "科室";
const DESTINATION: &str = "进修单位";
const FROM: &str = "开始日期";
const TO: &str = "结束日期";
const RANGE: &str = "起止";
const COST: &str = "费用";

/// What the closed lists and numbers of a row say.
struct Parts {
    from: Known,
    to: Option<Known>,
    kind: Option<StudyKind>,
    status: Option<StudyStatus>,
    batch_no: Option<u32>,
    cost_fen: Option<i64>,
}

/// One study leave.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required_name(NAME)?;
    let named = bench.known_institution_cell(line, HOME)?;
    let home = named.or_else(|| bench.context_institution(line, "institution")).or_else(|| bench.own());
    let dept = bench.department_cell(line, DEPARTMENT, home)?;
    let who = Who {
        inst: named,
        dept: line.text(DEPARTMENT),
        title: line.text("职称"),
        side: home.into_iter().collect(),
        ..Who::of(NAME, name)
    };
    let known = bench.matching_person(line, &who)?;
    let destination = bench.institution_cell(line, DESTINATION)?;
    let destination = destination.ok_or_else(|| line.refuse(DESTINATION, Code::R01, About::Nothing))?;
    let parts = parts(line)?;
    let home = home.ok_or_else(|| line.refuse(NAME, Code::R10, About::Nothing))?;

    let person = bench.introduce(known, &who, home, dept);
    let dest_inst = match destination {
        Inst::Known(id) => id,
        Inst::New(name) => bench.create_institution(&name, InstitutionKind::Other),
    };
    let stored = stored(bench, person, dest_inst, parts.from);
    let mut study = stored.unwrap_or_else(|| new(bench, person, dest_inst, &parts));
    let scope = bench.scope(line, None);
    study.relation = study.relation.or(scope.0);
    study.programme = study.programme.or(scope.1);
    if let Some(from) = standing(Known::of(Some(study.from_on), study.from_prec), Some(parts.from)) {
        (study.from_on, study.from_prec) = (from.on, from.precision);
    }
    fill_date(&mut study.to_on, &mut study.to_prec, parts.to);
    fill_some(&mut study.kind, parts.kind);
    fill_some(&mut study.batch_no, parts.batch_no);
    fill_some(&mut study.cost_fen, parts.cost_fen);
    study.status = parts.status.unwrap_or(study.status);
    fill(&mut study.dest_dept, line.text("专业"));
    fill(&mut study.category, line.text("人员类别"));
    fill(&mut study.result, line.text("结业/成果"));
    Ok(bench.draft.put(study))
}

fn parts(line: &mut Line<'_>) -> Result<Parts, Refused> {
    let range = line.date_range(RANGE)?;
    let known = |date: &values::DateValue| Known { on: date.on, precision: date.precision };
    let from = line.known_date(FROM)?.or_else(|| range.as_ref().map(|range| known(&range.from)));
    let to = line.known_date(TO)?.or_else(|| range.and_then(|range| range.to.as_ref().map(known)));
    let heading = if line.has(FROM) || !line.has(RANGE) { FROM } else { RANGE };
    let from = from.ok_or_else(|| line.refuse(heading, Code::R01, About::Nothing))?;
    line.in_order((heading, Some(from)), (if line.has(TO) { TO } else { RANGE }, to))?;
    let unit = line.sheet.unit(COST).or_else(|| line.context("unit")).map(str::to_owned);
    Ok(Parts {
        from,
        to,
        kind: line.read("类别", values::study_kind)?,
        status: line.read("状态", values::study_status)?,
        batch_no: line.read("批次", values::batch_number)?,
        cost_fen: line.read_noting(COST, |raw, hints| values::money_fen(raw, unit.as_deref(), hints))?,
    })
}

fn stored(bench: &Bench<'_>, person: PersonId, dest: InstitutionId, from: Known) -> Option<StudyLeave> {
    let is_same = |study: &&StudyLeave| {
        study.person == person
            && study.dest_inst == dest
            && Known { on: study.from_on, precision: study.from_prec }.meets(from)
    };
    bench.registry().study_leaves.values().find(is_same).cloned()
}

/// Where it stands on the day of the import, as long as no cell says so.
fn status_on(parts: &Parts, today: NaiveDate) -> StudyStatus {
    match parts.to {
        _ if parts.from.on > today => StudyStatus::Selected,
        Some(to) if to.last() < today => StudyStatus::Finished,
        _ => StudyStatus::Studying,
    }
}

fn new(bench: &mut Bench<'_>, person: PersonId, dest_inst: InstitutionId, parts: &Parts) -> StudyLeave {
    StudyLeave {
        id: bench.draft.new_id(),
        person,
        dest_inst,
        dest_dept: String::new(),
        kind: None,
        category: String::new(),
        batch_no: None,
        from_on: parts.from.on,
        from_prec: parts.from.precision,
        to_on: None,
        to_prec: Precision::Day,
        status: status_on(parts, bench.now.date()),
        result: String::new(),
        cost_fen: None,
        relation: None,
        programme: None,
        note: String::new(),
    }
}
