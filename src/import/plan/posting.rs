//! Sheet kind `posting`: the public posting D02. One row is an expert's weekly clinics, as templates.

use super::bench::Bench;
use super::line::Line;
use super::lookup::Dept;
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::person_match::Who;
use super::publication;
use super::rows::{Pass, take_rows};
use crate::domain::{
    ActivityId, DepartmentId, DocumentKind, HolidayRule, InstitutionId, Period, PersonId, StintId, Template,
};
use crate::import::values::{self, ClinicTime};
use crate::import::{Code, MappedSheet, RowResult};

const DEPARTMENT: &str = "科室";
const EXPERT: &str = "专家";
const TIME: &str = "坐诊时间";

/// All rows, and the posting itself as issued where it says how long it holds.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let valid = publication::period_of(sheet, "valid").or_else(|| publication::period_of(sheet, "period"));
    let outcomes = take_rows(bench, sheet, Pass::First, |bench, line| take_row(bench, line, valid));
    if let Some(period) = valid
        && outcomes.iter().any(|outcome| outcome.result != RowResult::Rejected)
    {
        let version = publication::version(sheet).unwrap_or(1);
        publication::issue(bench, DocumentKind::Posting, period, version);
    }
    outcomes
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

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>, valid: Option<Period>) -> Taken {
    let person = person(bench, line)?;
    let day = valid.map_or_else(|| bench.now.date(), Period::from);
    let asked = bench.context_institution(line, "institution").or_else(|| bench.context_institution(line, "host"));
    let stint = bench.stint_on(line, EXPERT, person, asked, day)?;
    let host = bench.draft.get(stint).map(|stint| stint.host_inst);
    let Some(inst) = asked.or(host) else { return Err(line.refuse(EXPERT, Code::R10, About::NoStint)) };
    let dept = bench.department_cell(line, DEPARTMENT, Some(inst))?;
    if dept == Dept::Unnamed {
        return Err(line.refuse(DEPARTMENT, Code::R01, About::Nothing));
    }
    let times = line.read(TIME, values::clinic_times)?;
    let times = times.ok_or_else(|| line.refuse(TIME, Code::R01, About::Nothing))?;
    let activity = clinic(bench).ok_or_else(|| line.refuse(TIME, Code::R08, About::Nothing))?;

    bench.hint_outside(line, EXPERT, stint, day);
    let dept = bench.settle_department(inst, dept);
    let clinic = Clinic { stint, activity, inst, dept, room: line.text("地点"), valid };
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
