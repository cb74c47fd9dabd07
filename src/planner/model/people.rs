//! Rows about single experts: one thing at a time, rest, and the limits of a week.

use super::choices::{Draft, Weekly};
use super::rule::{Rule, Scope};

/// Kinds of duty with a limit of their own.
const LIMITED: [(Weekly, Rule); 5] = [
    (Weekly::Clinic, Rule::WeeklyClinics),
    (Weekly::Surgery, Rule::WeeklySurgeries),
    (Weekly::Lecture, Rule::WeeklyLectures),
    (Weekly::Tour, Rule::WeeklyTours),
    (Weekly::Oncall, Rule::WeeklyOncalls),
];

/// Half-days that one duty of each kind takes.
const HALF_DAYS: [(Weekly, i32); 5] =
    [(Weekly::Clinic, 1), (Weekly::Round, 1), (Weekly::Surgery, 1), (Weekly::Lecture, 1), (Weekly::Tour, 2)];

pub fn rows(draft: &mut Draft) {
    for expert in 0..draft.instance.experts.len() {
        for day in 0..draft.instance.days() {
            one_thing_at_a_time(draft, expert, day);
            nights(draft, expert, day);
        }
        for week in 0..draft.instance.weeks {
            week_of(draft, expert, week);
        }
    }
}

fn one_thing_at_a_time(draft: &mut Draft, expert: usize, day: usize) {
    for half in 0..2 {
        let (sessions, tours) = (draft.session.of([expert, day, half]), draft.travel.of([expert, day, 0]));
        if sessions.is_empty() && tours.is_empty() {
            continue;
        }
        let night = match day.checked_sub(1) {
            Some(before) if half == 0 => draft.oncall.of([expert, before, 0]),
            _ => &[],
        };
        let rule = if night.is_empty() { Rule::DoubleBooking } else { Rule::Rest };
        let all = [sessions, tours, night].concat();
        draft.count((rule, Scope::default().expert(expert).day(day).half(half)), &all);
    }
}

fn nights(draft: &mut Draft, expert: usize, day: usize) {
    let scope = Scope::default().expert(expert).day(day);
    let (tours, night) = (draft.travel.of([expert, day, 0]), draft.oncall.of([expert, day, 0]));
    if !tours.is_empty() && !night.is_empty() {
        let all = [tours, night].concat();
        draft.count((Rule::TourThenOncall, scope), &all);
    }
    if day + 2 < draft.instance.days() {
        let near: Vec<u32> = (day..day + 3).flat_map(|day| draft.oncall.of([expert, day, 0])).copied().collect();
        draft.at_most((Rule::OncallSpacing, scope), &near);
    }
}

fn week_of(draft: &mut Draft, expert: usize, week: usize) {
    let scope = Scope::default().expert(expert).week(week);
    let load: Vec<_> = HALF_DAYS
        .iter()
        .flat_map(|(kind, size)| draft.weekly.of([expert, week, *kind as usize]).iter().map(|id| (*id, *size)))
        .collect();
    if !load.is_empty() {
        draft.row((Rule::WeeklyMax, scope), load);
    }
    for (kind, rule) in LIMITED {
        let duties = draft.weekly.of([expert, week, kind as usize]).to_vec();
        draft.at_most((rule, scope), &duties);
    }
}
