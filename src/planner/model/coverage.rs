//! Rows about the hospital: rooms, theatres, clinics, ward rounds, lectures and who is on call.

use super::choices::Draft;
use super::groups::ones;
use super::rule::{Rule, Scope};

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
    for week in 0..draft.instance.weeks {
        let lectures: Vec<u32> = days_of(week).flat_map(|day| draft.lecture.of([day, 0, 0])).copied().collect();
        draft.count((Rule::LectureShort, Scope::default().week(week)), &lectures);
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
    for day in workdays(draft) {
        let scope = Scope::default().department(department).day(day);
        for half in 0..2 {
            let clinics = draft.clinic.of([department, day, half]).to_vec();
            draft.at_most((Rule::ClinicRooms, scope.half(half)), &clinics);
        }
        let rounds = draft.round.of([department, day, 0]).to_vec();
        draft.count((Rule::RoundShort, scope), &rounds);
        draft.at_most((Rule::OneRound, scope), &rounds);
    }
}

fn department_week(draft: &mut Draft, department: usize, week: usize) {
    let scope = Scope::default().department(department).week(week);
    let clinics: Vec<u32> = days_of(week)
        .flat_map(|day| [[department, day, 0], [department, day, 1]])
        .flat_map(|at| draft.clinic.of(at))
        .copied()
        .collect();
    let rounds: Vec<u32> = days_of(week).flat_map(|day| draft.round.of([department, day, 0])).copied().collect();
    draft.count((Rule::ClinicShort, scope), &clinics);
    draft.count((Rule::ClinicMin, scope), &clinics);
    draft.count((Rule::RoundMin, scope), &rounds);
}

fn hospital_day(draft: &mut Draft, day: usize) {
    let scope = Scope::default().day(day);
    for half in 0..2 {
        let surgeries = draft.surgery.of([day, half, 0]).to_vec();
        draft.at_most((Rule::Theatres, scope.half(half)), &surgeries);
    }
    let lectures = draft.lecture.of([day, 0, 0]).to_vec();
    draft.at_most((Rule::LectureHall, scope), &lectures);
}

fn on_call(draft: &mut Draft, day: usize) {
    let scope = Scope::default().day(day);
    let nights = draft.oncall_day.of([day, 0, 0]).to_vec();
    if nights.len() >= draft.instance.oncall_min_present {
        draft.row((Rule::OncallCover, scope), ones(&nights));
    } else {
        draft.at_most((Rule::OncallOne, scope), &nights);
    }
}
