//! Sheet kind `stint`: the roster D03. One row is a person, a stint and perhaps a post.

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_phone, fill_some, fill_title};
use super::lookup::{Dept, Inst};
use super::outcome::{About, Refused, Taken};
use super::person;
use super::person_match::Who;
use super::stint_dates::{self, Dates};
use super::stint_home::{self, Home};
use crate::domain::{
    BatchMode, Discipline, InstitutionId, InstitutionKind, PersonId, Precision, RelationId, Stint, StintMode, StintRole,
};
use crate::import::{Code, RowResult, values};

const NAME: &str = "姓名";
const HOST: &str = "受援单位";
const HOST_DEPT: &str = "受援科室";
const BATCH: &str = "批次";
const POST: &str = "挂职/任职";

/// What the cells of a row say, all of it understood and nothing written yet.
struct Parts {
    who: Who,
    remark: String,
    home: Home,
    host: Inst,
    host_dept: Dept,
    dates: Dates,
    batch: Option<u32>,
    mode: Option<StintMode>,
    role: Option<StintRole>,
    post: Option<String>,
    discipline: Option<Discipline>,
    end_reason: Option<crate::domain::EndReason>,
    no_mentoring: Option<bool>,
    sex: Option<crate::domain::Sex>,
    birth_year: Option<i32>,
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
    }
    if let Some(person) = known_person {
        stint_dates::refuse_overlap(bench, line, person, stored.as_ref(), parts.mode, &parts.dates)?;
    }
    Ok(write(bench, line, parts, known_person, stored))
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
    let role_beside_name = values::stint_role(&crate::import::Raw::Text(name.remark.clone())).ok().flatten();
    let role = line.read("队内身份", values::stint_role)?.or(role_in_post).or(role_beside_name);
    let discipline = line
        .read("学科类别", values::discipline)?
        .or_else(|| line.text("专业").or_else(|| home.dept.clone()).as_deref().map(discipline_of));
    let batch = line.read(BATCH, values::batch_number)?;
    Ok(Parts {
        who: Who {
            heading: NAME,
            code: line.code(),
            name: name.name,
            inst: home.inst.known(),
            dept: home.dept.clone(),
            title: line.text("职称"),
            ..Who::default()
        },
        remark: if role_beside_name.is_some() { String::new() } else { name.remark },
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

/// The relation of the stint: between home and host, else the one chosen for the sheet.
fn relation(bench: &Bench<'_>, line: &Line<'_>, parts: &Parts) -> Option<RelationId> {
    let host = parts.host.known()?;
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

fn write(
    bench: &mut Bench<'_>,
    line: &mut Line<'_>,
    parts: Parts,
    known_person: Option<PersonId>,
    stored: Option<Stint>,
) -> RowResult {
    let home = settle(bench, &parts.home.inst, InstitutionKind::Supporter);
    let host = settle(bench, &parts.host, InstitutionKind::Recipient);
    let relation = relation(bench, line, &parts).or_else(|| new_relation(bench, line, home, host));
    let (person, person_result) = write_person(bench, line, &parts, known_person, home);
    let batch = write_batch(bench, line, &parts, relation);
    let host_dept = bench.settle_department(host, parts.host_dept);

    let arrived_before = stored.as_ref().map(|stint| stint.arrive_on);
    let is_new = stored.is_none();
    let mut stint = stored.unwrap_or_else(|| new(bench, person, host, parts.dates.arrive));
    fill_some(&mut stint.relation, relation);
    fill_some(&mut stint.batch, batch);
    fill_some(&mut stint.host_dept, host_dept);
    stint.role = parts.role.unwrap_or(stint.role);
    stint.mode = parts.mode.unwrap_or(stint.mode);
    // A discipline worked out from the subject fills a gap; it never overrules what is stored.
    stint.discipline = if line.has("学科类别") {
        parts.discipline.or(stint.discipline)
    } else {
        stint.discipline.or(parts.discipline)
    };
    fill(&mut stint.specialty, line.text("专业"));
    parts.dates.fill(&mut stint);
    fill_some(&mut stint.end_reason, parts.end_reason);
    match parts.no_mentoring {
        Some(answer) => stint.no_mentoring = answer,
        None if is_new && !line.has("不计带教") => {
            stint.no_mentoring = stint.role == StintRole::Leader || stint.discipline == Some(Discipline::Management);
        }
        None => {}
    }
    fill(&mut stint.note, line.text("备注").or((!parts.remark.is_empty()).then_some(parts.remark)));
    let posts = parts.post.map(|post| super::appointment::of_stint(bench, &stint, post, arrived_before));
    let result = bench.put_stint(stint).with(person_result);
    posts.map_or(result, |posts| result.with(posts))
}

fn settle(bench: &mut Bench<'_>, inst: &Inst, otherwise: InstitutionKind) -> InstitutionId {
    match inst {
        Inst::Known(id) => *id,
        Inst::New(name) => match bench.index.institutions(name) {
            [one] => *one,
            _ => bench.create_institution(name, otherwise),
        },
    }
}

/// An edge that the roster implies: made only where the clerk named the programme.
fn new_relation(bench: &mut Bench<'_>, line: &Line<'_>, from: InstitutionId, to: InstitutionId) -> Option<RelationId> {
    let programme = Bench::context_programme(line).filter(|_| from != to)?;
    let relation = super::relation::new(bench, from, to, programme);
    let id = relation.id;
    bench.draft.put(relation);
    Some(id)
}

fn write_person(
    bench: &mut Bench<'_>,
    line: &Line<'_>,
    parts: &Parts,
    known: Option<PersonId>,
    home: InstitutionId,
) -> (PersonId, RowResult) {
    let stored = known.and_then(|id| bench.draft.get(id)).cloned();
    let mut person = stored.unwrap_or_else(|| person::new(bench, parts.who.name.clone()));
    let dept = parts.home.dept.as_ref().map(|name| bench.department_or_new(home, name));
    fill(&mut person.code, parts.who.code.clone());
    fill_some(&mut person.inst, Some(home));
    fill_some(&mut person.dept, dept);
    fill_some(&mut person.sex, parts.sex);
    fill_some(&mut person.birth_year, parts.birth_year);
    let (title, post) = title_and_post(line, parts.who.title.clone());
    fill_title(&mut person.title_text, &mut person.title_rank, title);
    fill(&mut person.post, post);
    fill(&mut person.party, line.text("政治面貌"));
    // What a person is good at (擅长) says more than the subject of one stint and is not overruled by it.
    if person.specialty.is_empty() {
        fill(&mut person.specialty, line.text("专业"));
    }
    fill_phone(&mut person.phone, values::phone(line.raw("联系电话")));
    (person.id, bench.put_person(person))
}

/// A column 职称/职务 holds both, parted by a stroke.
fn title_and_post(line: &Line<'_>, cell: Option<String>) -> (Option<String>, Option<String>) {
    match cell {
        Some(both) if line.column("职称") == "职称/职务" => match both.split_once('/') {
            Some((title, post)) => (Some(title.trim().to_owned()), Some(post.trim().to_owned())),
            None => (Some(both), None),
        },
        title => (title, None),
    }
}

fn write_batch(
    bench: &mut Bench<'_>,
    line: &mut Line<'_>,
    parts: &Parts,
    relation: Option<RelationId>,
) -> Option<crate::domain::BatchId> {
    let number = parts.batch?;
    let Some(relation) = relation else {
        // Batches are numbered within a relation; without one the number has no home.
        line.hint(BATCH, Code::N01, About::Nothing);
        return None;
    };
    let mode = match parts.mode {
        None | Some(StintMode::LongTerm) => BatchMode::Rigid,
        Some(StintMode::ShortTerm | StintMode::Regular) => BatchMode::Flexible,
    };
    Some(bench.batch_or_new(relation, number, mode))
}

fn new(bench: &mut Bench<'_>, person: PersonId, host_inst: InstitutionId, arrive: Known) -> Stint {
    Stint {
        id: bench.draft.new_id(),
        person,
        relation: None,
        batch: None,
        host_inst,
        host_dept: None,
        role: StintRole::Member,
        mode: StintMode::LongTerm,
        discipline: None,
        specialty: String::new(),
        arrive_on: arrive.on,
        arrive_prec: arrive.precision,
        plan_leave_on: None,
        plan_leave_prec: Precision::Day,
        leave_on: None,
        leave_prec: Precision::Day,
        end_reason: None,
        successor_stint: None,
        no_mentoring: false,
        note: String::new(),
    }
}
