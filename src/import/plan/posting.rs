//! Sheet kind `posting`: the public posting D02. One row is an expert's weekly clinics, as templates.

use chrono::Datelike;

use super::bench::Bench;
use super::line::Line;
use super::lookup::Dept;
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::person_match::Who;
use super::publication;
use super::rows::{Pass, take_rows};
use crate::domain::{
    ActivityId, DepartmentId, DocumentKind, HolidayRule, InstitutionId, Period, PersonId, Session, StintId, Template,
};
use crate::import::values::{self, ClinicTime};
use crate::import::{Code, MappedSheet, RowResult};

const DEPARTMENT: &str = "科室";
const EXPERT: &str = "专家";
const ROOM: &str = "地点";
const TIME: &str = "坐诊时间";

/// All rows, and the posting itself as issued where it says how long it holds.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let valid = valid(sheet);
    let is_draft = sheet.context.contains_key("draft");
    let version = publication::version(sheet).unwrap_or(1);
    // A draft of the office and a posting that it issued repeat its schedule; others bring clinics of their own.
    let is_own = |period| is_draft || publication::is_known(bench, DocumentKind::Posting, period, version);
    let repeated = valid.filter(|period| is_own(*period));
    let days = Days { valid, repeated };
    let outcomes = take_rows(bench, sheet, Pass::First, |bench, line| take_row(bench, line, days));
    if let Some(period) = valid.filter(|_| !is_draft)
        && outcomes.iter().any(|outcome| outcome.result != RowResult::Rejected)
    {
        publication::issue(bench, DocumentKind::Posting, period, version);
    }
    outcomes
}

/// The days for which a posting holds, as its titles say.
pub(super) fn valid(sheet: &MappedSheet) -> Option<Period> {
    publication::period_of(sheet, "valid").or_else(|| publication::period_of(sheet, "period"))
}

/// The days of a posting.
#[derive(Debug, Clone, Copy)]
struct Days {
    /// How long it holds.
    valid: Option<Period>,
    /// The same, where it only repeats what the schedule of these days says.
    repeated: Option<Period>,
}

/// What a template is made of, but for its half-day.
struct Clinic {
    stint: StintId,
    activity: ActivityId,
    inst: InstitutionId,
    dept: Option<DepartmentId>,
    room: Option<String>,
    valid: Option<Period>,
}

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>, days: Days) -> Taken {
    let person = person(bench, line)?;
    let day = days.valid.map_or_else(|| bench.now.date(), Period::from);
    let site = bench.site_cell(line, DEPARTMENT);
    let (elsewhere, room) = place(bench, line);
    let chosen = || bench.context_institution(line, "institution").or_else(|| bench.context_institution(line, "host"));
    let asked = elsewhere.or(site).or_else(chosen);
    let stint = bench.stint_on(line, EXPERT, person, asked, day)?;
    let host = bench.draft.get(stint).map(|stint| stint.host_inst);
    let Some(inst) = asked.or(host) else { return Err(line.refuse(EXPERT, Code::R10, About::NoStint)) };
    let dept = if site.is_some() { Dept::Unnamed } else { bench.department_cell(line, DEPARTMENT, Some(inst))? };
    if dept == Dept::Unnamed && site.is_none() {
        return Err(line.refuse(DEPARTMENT, Code::R01, About::Nothing));
    }
    let times = line.read(TIME, values::clinic_times)?;
    let times = times.ok_or_else(|| line.refuse(TIME, Code::R01, About::Nothing))?;
    let activity = clinic(bench).ok_or_else(|| line.refuse(TIME, Code::R08, About::Nothing))?;

    bench.hint_outside(line, EXPERT, stint, day);
    let dept = bench.settle_department(inst, dept);
    let clinic = Clinic { stint, activity, inst, dept, room, valid: days.valid };
    let is_held =
        |time: &&ClinicTime| days.repeated.is_some_and(|period| is_held(bench, person, &clinic, **time, period));
    let times: Vec<ClinicTime> = times.iter().filter(|time| !is_held(time)).copied().collect();
    let templates = times.iter().map(|time| put(bench, &clinic, *time)).reduce(RowResult::or);
    Ok(templates.unwrap_or(RowResult::Unchanged).with(specialise(bench, line, person)))
}

fn person(bench: &Bench<'_>, line: &Line<'_>) -> Result<PersonId, Refused> {
    let name = line.required_name(EXPERT)?;
    let inst = bench.known_institution_cell(line, "派出医院")?;
    let who = Who {
        inst,
        dept: line.text(DEPARTMENT),
        title: line.text("职称"),
        side: bench.sides(line),
        is_posted: true,
        ..Who::of(EXPERT, name)
    };
    bench.known_person(line, &who)
}

/// The activity of the posting: 坐诊.
fn clinic(bench: &Bench<'_>) -> Option<ActivityId> {
    let activities = &bench.registry().activities;
    let built_in = bench.registry().activity("clinic");
    built_in.or_else(|| activities.values().find(|activity| activity.is_clinic)).map(|activity| activity.id)
}

/// The room, and the institution before it where the clinic is not at the host.
fn place(bench: &Bench<'_>, line: &Line<'_>) -> (Option<InstitutionId>, Option<String>) {
    let Some(text) = line.text(ROOM) else { return (None, None) };
    let names = bench.registry().institutions.values().map(|inst| inst.name.as_str());
    match values::split_institution(&text, names).map(|(name, room)| (bench.index.institutions(name), room)) {
        Some(([one], room)) => (Some(*one), (!room.is_empty()).then(|| room.to_owned())),
        _ => (None, Some(text)),
    }
}

/// Whether the schedule holds this clinic on every such weekday of the days.
fn is_held(bench: &Bench<'_>, person: PersonId, clinic: &Clinic, time: ClinicTime, period: Period) -> bool {
    let mut days = period.days().filter(|on| on.weekday().number_from_monday() == u32::from(time.weekday)).peekable();
    let is_clinic = |session: &&Session| {
        let activities = &bench.registry().activities;
        let mut of_session = std::iter::once(&session.activity).chain(&session.further);
        session.inst == clinic.inst
            && of_session.any(|id| activities.get(id).is_some_and(|activity| activity.is_clinic))
    };
    let room = clinic.room.as_deref().unwrap_or_default();
    days.peek().is_some()
        && days.all(|on| {
            let mut held = bench.book.held(person, (on, time.slot)).filter(is_clinic);
            held.any(|session| is_shorter_for(room, &session.room) || is_shorter_for(&session.room, room))
        })
}

/// One weekly half-day. The same one for another time of validity is another rule.
fn put(bench: &mut Bench<'_>, clinic: &Clinic, time: ClinicTime) -> RowResult {
    let (from_on, to_on) = (clinic.valid.map(Period::from), clinic.valid.map(Period::to));
    let is_same = |template: &&Template| {
        template.stint == clinic.stint
            && (template.weekday, template.slot, template.week_rule) == (time.weekday, time.slot, time.week_rule)
            && (template.from_on, template.to_on) == (from_on, to_on)
    };
    let stored = bench.registry().templates.values().find(is_same).cloned();
    let mut template = stored.unwrap_or_else(|| Template {
        id: bench.draft.new_id(),
        stint: clinic.stint,
        weekday: time.weekday,
        slot: time.slot,
        week_rule: time.week_rule,
        activity: clinic.activity,
        inst: clinic.inst,
        dept: None,
        room: String::new(),
        from_on,
        to_on,
        holiday_rule: HolidayRule::Cancel,
    });
    template.dept = clinic.dept.or(template.dept);
    template.inst = clinic.inst;
    // Schedule and posting often write the same room at different length: 门诊203 is 门诊二楼203.
    if let Some(room) = &clinic.room
        && !is_shorter_for(room, &template.room)
    {
        template.room.clone_from(room);
    }
    bench.draft.put(template)
}

/// Whether one text is the other with characters left out.
fn is_shorter_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|wanted| rest.any(|found| found == wanted))
}

/// What the posting says the expert is good at.
fn specialise(bench: &mut Bench<'_>, line: &Line<'_>, id: PersonId) -> RowResult {
    match (line.text("擅长"), bench.draft.get(id).cloned()) {
        (Some(specialty), Some(mut person)) => {
            person.specialty = specialty;
            bench.put_person(person)
        }
        _ => RowResult::Unchanged,
    }
}
