//! Rows about the hospital: rooms, theatres, clinics, ward rounds, lectures and who is on call.

use super::choices::Draft;
use super::groups::ones;
use super::rule::{Rule, Scope};
use super::table::Force;

pub fn rows(draft: &mut Draft) {
    for department in 0..draft.instance.departments.len() {
        department_days(draft, department);
        for week in 0..draft.instance.weeks {
            department_week(draft, department, week);
        }
    }
    for day in workdays(draft) {
        hospital_day(draft, day);
    }
    let (price, wanted) = (draft.instance.weights.lecture_short, draft.instance.lectures_per_week[1]);
    for week in 0..draft.instance.weeks {
        let lectures: Vec<u32> = days_of(week).flat_map(|day| draft.lecture.of([day, 0, 0])).copied().collect();
        if !lectures.is_empty() {
            let about = (Rule::LectureShort, Scope::default().week(week));
            draft.table.row(about, ones(&lectures), (Some(wanted), None), Force::Price(price));
        }
    }
    for day in 0..draft.instance.days() {
        on_call(draft, day);
    }
}

fn workdays(draft: &Draft) -> Vec<usize> {
    (0..draft.instance.days()).filter(|day| draft.is_workday.get(*day).copied().unwrap_or_default()).collect()
}

const fn days_of(week: usize) -> std::ops::Range<usize> {
    7 * week..7 * week + 7
}

fn department_days(draft: &mut Draft, department: usize) {
    let Some(facts) = draft.instance.departments.get(department) else { return };
    for day in workdays(draft) {
        let scope = Scope::default().department(department).day(day);
        for half in 0..2 {
            at_most(
                draft,
                (Rule::ClinicRooms, scope.half(half)),
                draft.clinic.of([department, day, half]).to_vec(),
                facts.rooms,
            );
        }
        let rounds = draft.round.of([department, day, 0]).to_vec();
        if !rounds.is_empty() {
            let price = Force::Price(draft.instance.weights.round_short);
            draft.table.row((Rule::RoundShort, scope), ones(&rounds), (Some(1), None), price);
        }
        at_most(draft, (Rule::OneRound, scope), rounds, 1);
    }
}

fn department_week(draft: &mut Draft, department: usize, week: usize) {
    let Some(facts) = draft.instance.departments.get(department) else { return };
    let weights = &draft.instance.weights;
    let scope = Scope::default().department(department).week(week);
    let clinics: Vec<u32> = days_of(week)
        .flat_map(|day| [[department, day, 0], [department, day, 1]])
        .flat_map(|at| draft.clinic.of(at))
        .copied()
        .collect();
    let rounds: Vec<u32> = days_of(week).flat_map(|day| draft.round.of([department, day, 0])).copied().collect();
    for (rule, duties, wanted, price) in [
        (Rule::ClinicShort, &clinics, facts.clinic_target, weights.clinic_short),
        (Rule::ClinicMin, &clinics, facts.clinic_min, weights.clinic_min),
        (Rule::RoundMin, &rounds, facts.round_min, weights.round_min),
    ] {
        if !duties.is_empty() {
            draft.table.row((rule, scope), ones(duties), (Some(wanted), None), Force::Price(price));
        }
    }
}

fn hospital_day(draft: &mut Draft, day: usize) {
    let scope = Scope::default().day(day);
    for half in 0..2 {
        let surgeries = draft.surgery.of([day, half, 0]).to_vec();
        at_most(draft, (Rule::Theatres, scope.half(half)), surgeries, draft.instance.theatres);
    }
    at_most(draft, (Rule::LectureHall, scope), draft.lecture.of([day, 0, 0]).to_vec(), 1);
}

fn on_call(draft: &mut Draft, day: usize) {
    let scope = Scope::default().day(day);
    let nights = draft.oncall_day.of([day, 0, 0]).to_vec();
    if nights.len() >= draft.instance.oncall_min_present {
        draft.table.row((Rule::OncallCover, scope), ones(&nights), (Some(1), Some(1)), Force::Hard);
    } else {
        at_most(draft, (Rule::OncallOne, scope), nights, 1);
    }
}

/// A row is needed only where there are more choices than may be taken.
pub fn at_most(draft: &mut Draft, about: (Rule, Scope), duties: Vec<u32>, most: i32) {
    if i64::try_from(duties.len()).is_ok_and(|count| count > i64::from(most)) {
        draft.table.row(about, duties.into_iter().map(|id| (id, 1)), (None, Some(most)), Force::Hard);
    }
}
