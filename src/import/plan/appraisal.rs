//! Sheet kind `appraisal`: results of appraisals and evaluations of sites, people and relations.

use chrono::Months;

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use crate::domain::{
    Appraisal, AppraisalSubject, Cycle, InstitutionId, ObligationKind, Period, PersonId, Programme, duty_periods,
};
use crate::import::values::PeriodValue;
use crate::import::{Code, values};

const SUBJECT: &str = "对象";
const KIND: &str = "对象类型";
const PERIOD: &str = "期间";
const SCORE: &str = "得分";
const GRADE: &str = "等次";

/// Who was appraised.
struct Subject {
    kind: AppraisalSubject,
    inst: Option<InstitutionId>,
    person: Option<PersonId>,
}

/// One result.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let subject = subject(bench, line)?;
    let (label, period) = period(bench, line)?;
    let score = line.read(SCORE, values::hundredths)?;
    let grade = values::grade(line.raw(GRADE));
    if score.is_none() && grade.is_none() {
        return Err(line.refuse(GRADE, Code::R01, About::Nothing));
    }
    let on_date = line.date("日期")?.map(|date| date.on);
    let total = line.read_noting("参评总数", |raw, codes| values::count(raw, None, codes))?;
    let assessor = line.text("评估单位");

    let is_same = |it: &&Appraisal| {
        it.subject == subject.kind
            && it.inst == subject.inst
            && it.person == subject.person
            && it.period_from == period.from()
            && it.period_to == period.to()
            && assessor.as_ref().is_none_or(|by| it.assessor.is_empty() || it.assessor == *by)
    };
    let stored = bench.registry().appraisals.values().find(is_same).cloned();
    let mut appraisal = stored.unwrap_or_else(|| new(bench, &subject, period));
    fill(&mut appraisal.label, label);
    fill_some(&mut appraisal.score_hundredths, score);
    fill(&mut appraisal.grade, grade);
    fill(&mut appraisal.assessor, assessor);
    fill(&mut appraisal.scheme, line.context("kind").map(str::to_owned));
    fill_some(&mut appraisal.on_date, on_date);
    if let Some(total) = total.and_then(|total| u32::try_from(total).ok()) {
        appraisal.total_appraised = total;
    }
    fill(&mut appraisal.note, line.text("备注"));
    let origin = bench.origin(line, subject.inst);
    fill_some(&mut appraisal.relation, origin.relation);
    fill_some(&mut appraisal.programme, origin.programme);
    Ok(bench.draft.put(appraisal))
}

/// An institution of that name, else a person; the kind in the row goes before.
fn subject(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<Subject, Refused> {
    let name = line.required(SUBJECT)?;
    let kind = line.read(KIND, values::appraisal_subject)?;
    let is_of_people = matches!(kind, Some(AppraisalSubject::Expert | AppraisalSubject::Pair));
    if !is_of_people {
        if let Some(inst) = bench.institution(line, SUBJECT, &name)? {
            return Ok(Subject { kind: kind.unwrap_or(AppraisalSubject::Site), inst: Some(inst), person: None });
        }
        if kind.is_some() || names_a_site(&line.column(SUBJECT)) {
            return Err(line.refuse(SUBJECT, Code::R04, bench.near_institutions(&name)));
        }
    }
    let name = line.required_name(SUBJECT)?;
    let who = Who { side: bench.sides(line), is_posted: true, ..Who::of(SUBJECT, name) };
    let person = bench.known_person(line, &who)?;
    Ok(Subject { kind: kind.unwrap_or(AppraisalSubject::Expert), inst: None, person: Some(person) })
}

/// Whether the heading asks for institutions, so that nobody is looked for among people.
fn names_a_site(heading: &str) -> bool {
    ["站点", "单位", "机构", "医院"].iter().any(|word| heading.contains(word))
}

/// The period in words and in dates. A quarter of a tenure without dates takes them from the evaluation that falls
/// due by tenure quarters, or from the start of the programme.
fn period(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<(Option<String>, Period), Refused> {
    let label = line.text(PERIOD).map(|text| text.split('(').next().unwrap_or_default().trim().to_owned());
    let unknown = |line: &Line<'_>| line.refuse(PERIOD, Code::R02, About::Nothing);
    let period = match line.period(PERIOD)? {
        Some(PeriodValue::Dates(period) | PeriodValue::Tenure(_, Some(period))) => period,
        Some(PeriodValue::Tenure(number, None)) => {
            bench.tenure_quarter(Bench::context_programme(line), number).ok_or_else(|| unknown(line))?
        }
        Some(PeriodValue::UpTo(_)) => return Err(unknown(line)),
        None => return Err(line.refuse(PERIOD, Code::R01, About::Nothing)),
    };
    Ok((label, period))
}

impl Bench<'_> {
    /// The quarter of a tenure of that number.
    fn tenure_quarter(&self, programme: Option<Programme>, number: u32) -> Option<Period> {
        let duty = self.registry().obligations.values().find(|duty| {
            duty.cycle == Cycle::TenureQuarterly
                && duty.kind == ObligationKind::Evaluation
                && (programme.is_none() || duty.programme == programme)
        });
        if let Some(duty) = duty {
            let last = duty.anchor_on.checked_add_months(Months::new(number.checked_mul(3)?))?;
            let periods = duty_periods(duty, Period::new(duty.anchor_on, last)?);
            return periods.into_iter().find(|period| period.no == number).map(|period| period.period);
        }
        let starts = self.registry().relations.values().filter(|it| Some(it.programme) == programme);
        let first = starts.filter_map(|it| it.start_on).min()?;
        let from = first.checked_add_months(Months::new(number.checked_sub(1)?.checked_mul(3)?))?;
        Period::new(from, from.checked_add_months(Months::new(3))?.pred_opt()?)
    }
}

fn new(bench: &mut Bench<'_>, subject: &Subject, period: Period) -> Appraisal {
    Appraisal {
        id: bench.draft.new_id(),
        subject: subject.kind,
        scheme: String::new(),
        inst: subject.inst,
        person: subject.person,
        label: String::new(),
        period_from: period.from(),
        period_to: period.to(),
        score_hundredths: None,
        grade: String::new(),
        assessor: String::new(),
        total_appraised: 0,
        on_date: None,
        relation: None,
        programme: None,
        note: String::new(),
    }
}
