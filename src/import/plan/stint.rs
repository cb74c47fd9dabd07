//! Sheet kind `stint`: the roster D03. One row is a person, a stint and perhaps a post.

use super::bench::Bench;
use super::line::{Known, Line};
use super::lookup::{Dept, Inst};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use super::stint_dates::{self, Dates};
use super::stint_home::{self, Home};
use super::stint_write;
use crate::domain::{Discipline, EndReason, PersonId, RelationId, Sex, Stint, StintMode, StintRole};
use crate::import::values::NameValue;
use crate::import::{Code, Raw, values};

const NAME: &str = "姓名";
const HOST: &str = "受援单位";
const HOST_DEPT: &str = "受援科室";
const BATCH: &str = "批次";
const POST: &str = "挂职/任职";

/// What the cells of a row say, all of it understood and nothing written yet.
pub(super) struct Parts {
    /// Whom.
    pub(super) who: Who,
    /// From where.
    pub(super) home: Home,
    /// Where to.
    pub(super) host: Inst,
    /// In which department there.
    pub(super) host_dept: Dept,
    /// When.
    pub(super) dates: Dates,
    /// In which batch.
    pub(super) batch: Option<u32>,
    /// How it is served.
    pub(super) mode: Option<StintMode>,
    /// Role in the team.
    pub(super) role: Option<StintRole>,
    /// Post held meanwhile.
    pub(super) post: Option<String>,
    /// Kind of staff.
    pub(super) discipline: Option<Discipline>,
    /// Why it ended.
    pub(super) end_reason: Option<EndReason>,
    /// Whether mentoring is not expected.
    pub(super) no_mentoring: Option<bool>,
    /// Sex.
    pub(super) sex: Option<Sex>,
    /// Year of birth.
    pub(super) birth_year: Option<i32>,
}

/// One posting.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let parts = parts(bench, line)?;
    let known_person = match parts.home.inst.known() {
        Some(_) => bench.matching_person(line, &parts.who)?,
        None => None,
    };
    let stored = known_person.and_then(|person| stored(bench, line, person, &parts));
    if let Some(stint) = &stored {
        parts.dates.refuse_backwards(line, stint)?;
        stint_write::refuse_second(bench, line, &parts, stint)?;
    }
    if let Some(person) = known_person {
        stint_dates::refuse_overlap(bench, line, person, stored.as_ref(), parts.mode, &parts.dates)?;
    }
    stint_write::write(bench, line, parts, known_person, stored)
}

fn parts(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<Parts, Refused> {
    let name = line.required_name(NAME)?;
    let home = stint_home::home(bench, line)?;
    let host = host(bench, line)?;
    let host_dept = bench.department_cell(line, HOST_DEPT, host.known())?;
    let dates = stint_dates::dates(line)?;
    let (post, role_in_post) = line.text(POST).map_or((None, None), |text| {
        let (post, role) = values::post_and_role(&text);
        ((!post.is_empty()).then_some(post), role)
    });
    let role_beside_name = values::stint_role(&Raw::Text(name.remark.clone())).ok().flatten();
    let role = line.read("队内身份", values::stint_role)?.or(role_in_post).or(role_beside_name);
    let discipline = line
        .read("学科类别", values::discipline)?
        .or_else(|| line.text("专业").or_else(|| home.dept.clone()).as_deref().map(discipline_of));
    let batch = match bench.batch_labelled(line.text(BATCH)) {
        Some(number) => Some(number),
        None => line.read(BATCH, values::batch_number)?,
    };
    let name = if role_beside_name.is_some() { NameValue { remark: String::new(), ..name } } else { name };
    Ok(Parts {
        who: Who {
            code: line.code(),
            inst: home.inst.known(),
            dept: home.dept.clone(),
            title: line.text("职称"),
            ..Who::of(NAME, name)
        },
        home,
        host,
        host_dept,
        dates,
        batch: batch.or_else(|| values::batch_number(&line.context_raw("batch")).ok().flatten()),
        mode: match line.read("派驻方式", values::stint_mode)? {
            Some(mode) => Some(mode),
            None => values::stint_mode(&line.context_raw("mode")).ok().flatten(),
        },
        role,
        post,
        discipline,
        end_reason: line.read("离岗原因", values::end_reason)?,
        no_mentoring: no_mentoring(line)?,
        sex: line.read("性别", values::sex)?,
        birth_year: line.read("出生年", values::birth_year)?,
    })
}

/// Where the stint is served: the cell, the chosen host, the supported side of the relation, the own institution.
fn host(bench: &Bench<'_>, line: &Line<'_>) -> Result<Inst, Refused> {
    if let Some(inst) = bench.institution_cell(line, HOST)? {
        return Ok(inst);
    }
    if let Some(name) = Bench::context_ends(line).to {
        return Ok(bench.institution(line, HOST, &name)?.map_or(Inst::New(name), Inst::Known));
    }
    bench
        .own()
        .filter(|_| line.context("direction") != Some("sent"))
        .map(Inst::Known)
        .ok_or_else(|| line.refuse(HOST, Code::R01, About::Nothing))
}

/// Whether mentoring is not expected. A column that asks whether mentoring *is* expected says the opposite.
fn no_mentoring(line: &mut Line<'_>) -> Result<Option<bool>, Refused> {
    const HEADING: &str = "不计带教";
    let asks_for_mentoring = matches!(line.column(HEADING).as_str(), "是否带教" | "带教任务");
    let answer = line.read(HEADING, values::yes_no)?;
    Ok(answer.map(|yes| yes != asks_for_mentoring))
}

/// Kind of staff by the subject as written; whoever treats patients is clinical.
fn discipline_of(subject: &str) -> Discipline {
    const WORDS: &[(&str, Discipline)] = &[
        ("医政", Discipline::Management),
        ("医管", Discipline::Management),
        ("管理", Discipline::Management),
        ("行政", Discipline::Management),
        ("护理", Discipline::Nursing),
        ("药学", Discipline::Pharmacy),
        ("药剂", Discipline::Pharmacy),
        ("公共卫生", Discipline::PublicHealth),
        ("公卫", Discipline::PublicHealth),
        ("检验", Discipline::MedTech),
    ];
    WORDS.iter().find(|(word, _)| subject.contains(word)).map_or(Discipline::Clinical, |(_, discipline)| *discipline)
}

/// The stored stint: the same person and host, and the same arrival or the same batch.
fn stored(bench: &Bench<'_>, line: &Line<'_>, person: PersonId, parts: &Parts) -> Option<Stint> {
    let host = parts.host.known()?;
    let at_host = || {
        let stints = bench.index.stints(person).iter().filter_map(|id| bench.draft.get(*id));
        stints.filter(move |stint| stint.host_inst == host)
    };
    let arrival = parts.dates.arrive;
    let by_arrival = at_host().find(|stint| Known { on: stint.arrive_on, precision: stint.arrive_prec }.meets(arrival));
    let by_batch = || {
        let number = parts.batch?;
        let relation = relation(bench, line, parts)?;
        let batch = super::batch::stored(bench, relation, number)?.id;
        at_host().find(|stint| stint.batch == Some(batch))
    };
    by_arrival.or_else(by_batch).cloned()
}

/// The relation of the stint: between home and host, else the one chosen for the sheet; none within one institution.
pub(super) fn relation(bench: &Bench<'_>, line: &Line<'_>, parts: &Parts) -> Option<RelationId> {
    let host = parts.host.known().filter(|host| parts.home.inst.known() != Some(*host))?;
    let programme = Bench::context_programme(line);
    let own = parts.home.inst.known().and_then(|home| bench.relation_between(home, host, programme));
    own.or_else(|| {
        let from = Bench::context_ends(line).from?;
        match bench.index.institutions(&from) {
            [one] => bench.relation_between(*one, host, programme),
            _ => None,
        }
    })
}
