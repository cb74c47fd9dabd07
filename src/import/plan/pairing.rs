//! Sheet kind `pairing`: mentors and apprentices (D07). One row is a pair and its goal.

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_date, fill_some, standing};
use super::lookup::Dept;
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::pairing_goal;
use super::person_match::Who;
use super::rows::{Pass, take_rows};
use super::scope::institution_and_department;
use crate::domain::{
    DepartmentId, InstitutionId, Pairing, PairingKind, PairingMode, PairingStatus, PersonId, Precision, StintId,
};
use crate::import::{Code, MappedSheet, values};

pub(super) const MENTOR: &str = "导师";
const APPRENTICE: &str = "徒弟";
const MENTOR_HOME: &str = "派出单位";
const APPRENTICE_HOME: &str = "徒弟单位";
const APPRENTICE_DEPT: &str = "徒弟科室";
const FROM: &str = "结对日期";
const TO: &str = "期满日期";
const RANGE: &str = "起止时间";
const ENDED: &str = "实际结束";

/// All pairs; the ratios written beside them are compared once every pair is known.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let mut outcomes = take_rows(bench, sheet, Pass::First, take_row);
    super::pairing_ratio::compare(bench, sheet, &mut outcomes);
    outcomes
}

/// One side of the pair as the cells say it.
struct Side {
    who: Who,
    person: Option<PersonId>,
    home: Option<InstitutionId>,
    dept: Dept,
}

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let mentor = mentor(bench, line)?;
    let apprentice = apprentice(bench, line)?;
    refuse_same(line, &mentor, &apprentice)?;
    let dates = dates(line)?;
    let parts = Parts::read(line)?;
    let goal = pairing_goal::read(line)?;
    let stored = stored(bench, line, mentor.person, apprentice.person, dates.from)?;
    if let Some(old) = &stored {
        dates.refuse_backwards(line, old)?;
    }
    let mentor_home = home_of(bench, line, MENTOR, &mentor)?;
    let apprentice_home = home_of(bench, line, APPRENTICE, &apprentice)?;

    let mentor_id = bench.introduce(mentor.person, &mentor.who, mentor_home, mentor.dept);
    let host_dept = bench.settle_department(apprentice_home, apprentice.dept.clone());
    let apprentice_id = bench.introduce(apprentice.person, &apprentice.who, apprentice_home, apprentice.dept);
    let stint = posting(bench, line, mentor_id, dates.from);
    let scope = bench.scope(line, stint);
    let is_new = stored.is_none();
    let mut pairing = match stored {
        Some(pairing) => pairing,
        None => new(bench, mentor_id, apprentice_id, dates.from),
    };
    pairing.mentor_stint = pairing.mentor_stint.or(stint);
    pairing.relation = pairing.relation.or(scope.0);
    pairing.programme = pairing.programme.or(scope.1);
    // Lists print the department of the posting, else of the apprentice, for a pair that names none.
    if pairing.host_dept.is_some() || is_new || !is_told_elsewhere(bench, &pairing, host_dept) {
        fill_some(&mut pairing.host_dept, host_dept);
    }
    dates.fill(&mut pairing);
    parts.fill(&mut pairing, line);
    let id = pairing.id;
    Ok(bench.draft.put(pairing).with(pairing_goal::write(bench, id, goal)))
}

/// Whether posting or apprentice say the department already.
fn is_told_elsewhere(bench: &Bench<'_>, pairing: &Pairing, dept: Option<DepartmentId>) -> bool {
    let of_stint = pairing.mentor_stint.and_then(|id| bench.draft.get(id)).and_then(|stint| stint.host_dept);
    let of_apprentice = bench.draft.get(pairing.apprentice).and_then(|person| person.dept);
    [of_stint, of_apprentice].contains(&dept)
}

/// Who teaches: of the institution in the cell, else of the supporting side or the own staff.
fn mentor(bench: &Bench<'_>, line: &Line<'_>) -> Result<Side, Refused> {
    let name = line.required_name(MENTOR)?;
    let (home, behind) = institution_and_department(bench, line, MENTOR_HOME)?;
    let dept = line.text("导师科室").or(behind);
    let who = Who {
        code: line.text("导师编号"),
        inst: home,
        dept: dept.clone(),
        title: line.text("导师职称"),
        side: if home.is_some() { Vec::new() } else { bench.sides(line) },
        is_posted: true,
        ..Who::of(MENTOR, name)
    };
    let person = bench.matching_person(line, &who)?;
    Ok(Side { who, person, home, dept: dept.map_or(Dept::Unnamed, Dept::New) })
}

/// Who learns: of the institution in the cell, else of the side that receives.
fn apprentice(bench: &Bench<'_>, line: &Line<'_>) -> Result<Side, Refused> {
    let name = line.required_name(APPRENTICE)?;
    let (named, behind) = institution_and_department(bench, line, APPRENTICE_HOME)?;
    let home = named.or_else(|| bench.receiving_side(line));
    let dept = line.text(APPRENTICE_DEPT).or(behind);
    let who = Who {
        code: line.text("徒弟编号"),

        inst: named,
        dept: dept.clone(),
        title: line.text("徒弟职称"),
        side: home.into_iter().collect(),
        ..Who::of(APPRENTICE, name)
    };
    let person = bench.matching_person(line, &who)?;
    // Only a department of the place where the two work together can be mistaken.
    let dept = if line.has(APPRENTICE_DEPT) {
        bench.department_cell(line, APPRENTICE_DEPT, home)?
    } else {
        dept.map_or(Dept::Unnamed, Dept::New)
    };
    Ok(Side { who, person, home, dept })
}

/// R06: nobody teaches himself, whether stored already or only met in this row.
fn refuse_same(line: &Line<'_>, mentor: &Side, apprentice: &Side) -> Result<(), Refused> {
    let is_same = match (mentor.person, apprentice.person) {
        (Some(mentor), Some(apprentice)) => mentor == apprentice,
        (None, None) => mentor.who.name == apprentice.who.name && mentor.home == apprentice.home,
        _ => false,
    };
    if is_same { Err(line.refuse(APPRENTICE, Code::R06, About::Nothing)) } else { Ok(()) }
}

/// Where a person is at home: the cell, else what is stored; somebody new needs an institution (R10).
fn home_of(bench: &Bench<'_>, line: &Line<'_>, heading: &str, side: &Side) -> Result<InstitutionId, Refused> {
    let stored = || side.person.and_then(|id| bench.draft.get(id)).and_then(|person| person.inst);
    let unknown = || line.refuse(heading, Code::R10, About::Nothing);
    match side.person {
        Some(_) => stored().or(side.home).ok_or_else(unknown),
        None => side.home.ok_or_else(unknown),
    }
}

/// The posting of the mentor on the first day, `None` for a local one.
fn posting(bench: &Bench<'_>, line: &mut Line<'_>, mentor: PersonId, from: Known) -> Option<StintId> {
    let stint = bench.posting_of(line, mentor, from.on)?;
    let heading = if line.has(FROM) { FROM } else { RANGE };
    bench.hint_outside(line, heading, stint, from.last());
    Some(stint)
}

/// When the pair runs.
struct Dates {
    from: Known,
    plan: Option<Known>,
    ended: Option<Known>,
}

fn dates(line: &mut Line<'_>) -> Result<Dates, Refused> {
    let range = line.date_range(RANGE)?;
    let known = |date: &values::DateValue| Known { on: date.on, precision: date.precision };
    let from = line.known_date(FROM)?.or_else(|| range.as_ref().map(|range| known(&range.from)));
    let plan = line.known_date(TO)?.or_else(|| range.and_then(|range| range.to.as_ref().map(known)));
    let ended = line.known_date(ENDED)?;
    let heading = if line.has(FROM) || !line.has(RANGE) { FROM } else { RANGE };
    let from = from.ok_or_else(|| line.refuse(heading, Code::R01, About::Nothing))?;
    let end = if line.has(TO) { TO } else { RANGE };
    line.in_order((heading, Some(from)), (end, plan))?;
    line.in_order((heading, Some(from)), (ENDED, ended))?;
    Ok(Dates { from, plan, ended })
}

impl Dates {
    /// A later start must not lie behind an end that is stored.
    fn refuse_backwards(&self, line: &Line<'_>, stored: &Pairing) -> Result<(), Refused> {
        let from = standing(Known::of(Some(stored.from_on), stored.from_prec), Some(self.from));
        let plan = standing(Known::of(stored.plan_to_on, stored.plan_to_prec), self.plan);
        let ended = standing(Known::of(stored.to_on, stored.to_prec), self.ended);
        line.in_order((FROM, from), (TO, plan))?;
        line.in_order((FROM, from), (ENDED, ended))
    }

    fn fill(&self, pairing: &mut Pairing) {
        if let Some(from) = standing(Known::of(Some(pairing.from_on), pairing.from_prec), Some(self.from)) {
            (pairing.from_on, pairing.from_prec) = (from.on, from.precision);
        }
        fill_date(&mut pairing.plan_to_on, &mut pairing.plan_to_prec, self.plan);
        fill_date(&mut pairing.to_on, &mut pairing.to_prec, self.ended);
    }
}

/// What stands in the closed lists.
struct Parts {
    kind: Option<PairingKind>,
    status: Option<PairingStatus>,
    mode: Option<PairingMode>,
    signed: Option<Known>,
}

impl Parts {
    fn read(line: &mut Line<'_>) -> Result<Self, Refused> {
        Ok(Self {
            kind: line.read("结对类型", values::pairing_kind)?,
            status: line.read("状态", values::pairing_status)?,
            mode: line.read("带教方式", values::pairing_mode)?,
            signed: line.known_date("签订日期")?,
        })
    }

    fn fill(&self, pairing: &mut Pairing, line: &Line<'_>) {
        pairing.kind = self.kind.unwrap_or(pairing.kind);
        pairing.mode = self.mode.unwrap_or(pairing.mode);
        let over = pairing.to_on.is_some() && pairing.status == PairingStatus::Active;
        pairing.status = self.status.unwrap_or(if over { PairingStatus::Finished } else { pairing.status });
        fill_some(&mut pairing.signed_on, self.signed.map(|known| known.on));
        fill(&mut pairing.agreement_no, line.text("协议编号"));
        fill(&mut pairing.note, line.text("备注"));
    }
}

/// The stored pair: the same two since the same day. R11 where the same two are paired in that time otherwise.
fn stored(
    bench: &Bench<'_>,
    line: &Line<'_>,
    mentor: Option<PersonId>,
    apprentice: Option<PersonId>,
    from: Known,
) -> Result<Option<Pairing>, Refused> {
    let Some((mentor, apprentice)) = mentor.zip(apprentice) else { return Ok(None) };
    let same = || {
        let pairings = bench.registry().pairings.values();
        pairings.filter(move |pairing| pairing.mentor == mentor && pairing.apprentice == apprentice)
    };
    let start = |pairing: &Pairing| Known { on: pairing.from_on, precision: pairing.from_prec };
    if let Some(found) = same().find(|pairing| start(pairing).meets(from)) {
        return Ok(Some(found.clone()));
    }
    let clash = same().find(|pairing| {
        !pairing.is_broken_off()
            && pairing.first_day() <= from.on
            && pairing.last_day().is_none_or(|last| from.last() <= last)
    });
    match clash {
        None => Ok(None),
        Some(other) => {
            let about = About::Period {
                what: bench.person_name(mentor),
                from: other.from_on,
                to: other.to_on.or(other.plan_to_on),
            };
            Err(line.refuse(if line.has(FROM) { FROM } else { RANGE }, Code::R11, about))
        }
    }
}

fn new(bench: &mut Bench<'_>, mentor: PersonId, apprentice: PersonId, from: Known) -> Pairing {
    Pairing {
        id: bench.draft.new_id(),
        mentor,
        mentor_stint: None,
        apprentice,
        relation: None,
        programme: None,
        kind: PairingKind::Apprenticeship,
        from_on: from.on,
        from_prec: from.precision,
        plan_to_on: None,
        plan_to_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        status: PairingStatus::Active,
        mode: PairingMode::OnSite,
        agreement_no: String::new(),
        signed_on: None,
        host_dept: None,
        previous: bench
            .registry()
            .pairings
            .values()
            .filter(|other| other.mentor == mentor && other.apprentice == apprentice && other.from_on < from.on)
            .max_by_key(|other| other.from_on)
            .map(|other| other.id),
        weakness: String::new(),
        end_cause: String::new(),
        note: String::new(),
    }
}
