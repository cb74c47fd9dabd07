//! Writes a roster row: the person, the stint, its relation and batch, and the post held meanwhile.

use super::bench::Bench;
use super::line::{Known, Line, fill, fill_phone, fill_some, fill_title};
use super::lookup::{Dept, Inst};
use super::outcome::{About, Refused, Taken};
use super::person;
use super::stint::{Parts, relation};
use crate::domain::{
    BatchId, BatchMode, DepartmentId, Discipline, InstitutionId, InstitutionKind, Person, PersonId, Precision,
    Programme, RelationId, Stint, StintMode, StintRole,
};
use crate::import::{Code, RowResult, values};

const NAME: &str = "姓名";
const BATCH: &str = "批次";

/// Writes what the cells say; nothing can be refused any more.
pub(super) fn write(
    bench: &mut Bench<'_>,
    line: &mut Line<'_>,
    parts: Parts,
    known_person: Option<PersonId>,
    stored: Option<Stint>,
) -> Taken {
    let before = stored.as_ref().and_then(|stint| bench.draft.get(stint.person)).cloned();
    let home = settle(bench, &parts.home.inst, InstitutionKind::Supporter);
    let host = settle(bench, &parts.host, InstitutionKind::Recipient);
    let relation = relation(bench, line, &parts).or_else(|| new_relation(bench, line, home, host));
    let told = stored.as_ref().map(|stint| stint.specialty.as_str()).filter(|specialty| !specialty.is_empty());
    let (person, person_result) = write_person(bench, line, &parts, (known_person, told), home);
    let batch = write_batch(bench, line, &parts, relation);
    let host_dept = bench.settle_department(host, parts.host_dept.clone());

    let arrived_before = stored.as_ref().map(|stint| stint.arrive_on);
    let is_new = stored.is_none();
    let mut stint = stored.unwrap_or_else(|| new(bench, person, host, parts.dates.arrive));
    let within = Within { relation, batch, host_dept };
    fill_in(&mut stint, line, &parts, &within, before.as_ref());
    if is_new {
        if parts.no_mentoring.is_none() && !line.has("不计带教") {
            stint.no_mentoring = stint.role == StintRole::Leader || stint.discipline == Some(Discipline::Management);
        }
        let mark = parts.who.mark.filter(|mark| !bench.bears_mark(person, mark));
        fill(&mut stint.note, line.text("备注").or(mark));
    }
    let posts = parts.post.map(|post| super::appointment::of_stint(bench, &stint, post, arrived_before));
    let result =
        bench.claim_stint(&stint).map_err(|_| line.refuse(NAME, Code::R11, About::Nothing))?.with(person_result);
    Ok(posts.map_or(result, |posts| result.with(posts)))
}

/// The records that a stint belongs to, where the row names them.
#[derive(Default)]
struct Within {
    relation: Option<RelationId>,
    batch: Option<BatchId>,
    host_dept: Option<DepartmentId>,
}

/// Enters what the row says of the stint; a blank leaves what is stored.
fn fill_in(stint: &mut Stint, line: &Line<'_>, parts: &Parts, within: &Within, person: Option<&Person>) {
    // Without a choice of the clerk a stored relation stays: several may join the same two institutions.
    if stint.relation.is_none() || line.context("programme").is_some() || line.context("relation").is_some() {
        fill_some(&mut stint.relation, within.relation);
    }
    fill_some(&mut stint.batch, within.batch);
    fill_some(&mut stint.host_dept, within.host_dept);
    stint.role = parts.role.unwrap_or(stint.role);
    stint.mode = parts.mode.unwrap_or(stint.mode);
    // A discipline worked out from the subject fills a gap; it never overrules what is stored of stint or person.
    stint.discipline = if line.has("学科类别") {
        parts.discipline.or(stint.discipline)
    } else {
        // Nothing said counts as clinical already.
        let of_person = person.map(|person| person.discipline.unwrap_or(Discipline::Clinical));
        stint.discipline.or(parts.discipline.filter(|worked_out| of_person != Some(*worked_out)))
    };
    let own = |text: fn(&Person) -> &String| person.map(text).filter(|text| !text.is_empty());
    fill_unless(&mut stint.specialty, line.text("专业"), own(|person| &person.specialty));
    parts.dates.fill(stint);
    fill_some(&mut stint.end_reason, parts.end_reason);
    stint.no_mentoring = parts.no_mentoring.unwrap_or(stint.no_mentoring);
    fill_unless(&mut stint.note, line.text("备注"), own(|person| &person.note));
}

/// Sets a text of the stint, unless it only repeats that of the person: a printed roster fills gaps with it.
fn fill_unless(target: &mut String, cell: Option<String>, own: Option<&String>) {
    let repeats = |text: &String| own.is_some_and(|own| values::same_words(own, text));
    fill(target, cell.filter(|text| !target.is_empty() || !repeats(text)));
}

/// R11 where an earlier row of the sheet is about the same stint and this one says otherwise. A further post held
/// during the stint is no contradiction.
pub(super) fn refuse_second(bench: &Bench<'_>, line: &Line<'_>, parts: &Parts, stored: &Stint) -> Result<(), Refused> {
    if !bench.draft.is_claimed(stored.id) {
        return Ok(());
    }
    let relation = relation(bench, line, parts);
    let batch = parts.batch.zip(relation).map(|(number, relation)| super::batch::stored(bench, relation, number));
    let is_new_batch = matches!(batch, Some(None));
    let host_dept = match &parts.host_dept {
        Dept::Known(dept) => Some(*dept),
        Dept::Unnamed | Dept::New(_) => None,
    };
    let mut again = stored.clone();
    let within = Within { relation, batch: batch.flatten().map(|batch| batch.id), host_dept };
    fill_in(&mut again, line, parts, &within, bench.draft.get(stored.person));
    if again == *stored && !is_new_batch && !matches!(parts.host_dept, Dept::New(_)) {
        return Ok(());
    }
    Err(line.refuse(NAME, Code::R11, bench.period_of(stored)))
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

/// An edge that the roster implies: made only where the clerk or the title names the programme.
fn new_relation(bench: &mut Bench<'_>, line: &Line<'_>, from: InstitutionId, to: InstitutionId) -> Option<RelationId> {
    let programme = Bench::context_programme(line).or_else(|| programme_of(line.context("title")?));
    let programme = programme.filter(|_| from != to)?;
    let relation = super::relation::new(bench, from, to, programme);
    let id = relation.id;
    bench.draft.put(relation);
    Some(id)
}

/// The programme that a title such as “组团式”帮扶派驻专家名册 names.
fn programme_of(title: &str) -> Option<Programme> {
    const WORDS: &[(&str, Programme)] = &[
        ("组团式", Programme::TeamBased),
        ("第一书记", Programme::FirstSecretary),
        ("对口支援", Programme::Counterpart),
        ("对口帮扶", Programme::Counterpart),
        ("山海提升", Programme::MountainSea),
        ("专科联盟", Programme::Specialty),
        ("医共体", Programme::Community),
        ("柔性引才", Programme::Flexible),
    ];
    WORDS.iter().find(|(word, _)| title.contains(word)).map(|(_, programme)| *programme)
}

fn write_person(
    bench: &mut Bench<'_>,
    line: &Line<'_>,
    parts: &Parts,
    (known, told): (Option<PersonId>, Option<&str>),
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
    // What a person is good at (擅长) says more than the subject of one stint and is not overruled by it; a printed
    // roster only repeats the subject that is stored with the stint.
    if person.specialty.is_empty() {
        fill(&mut person.specialty, line.text("专业").filter(|subject| told != Some(subject.as_str())));
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
) -> Option<BatchId> {
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
