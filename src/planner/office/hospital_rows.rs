//! Rows about the hospital: ward rounds, theatres, what rules ask of departments, and nights on call.

use super::candidates::Draft;
use super::rows::{is_behind, term_of};
use crate::domain::{Force, Norm, RulePlace, RuleTerm, Slot};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, Rule, Scope, scope_of};

/// Codes of what is done in a theatre.
const THEATRE: [&str; 3] = ["surgery", "surgery_teaching", "surgery_demo"];
/// Nights a week from which on a habit of being on call is seen.
const NIGHTS: usize = 3;

pub fn rows(draft: &mut Draft<'_>) {
    rounds(draft);
    departments(draft);
    theatres(draft);
    nights(draft);
}

/// One round of a kind at a time in a department.
fn rounds(draft: &mut Draft<'_>) {
    let is_round = |work: usize| {
        let work = draft.demand.works.get(work);
        let activity = work.and_then(|work| draft.ground.registry.activities.get(&work.activity));
        activity.is_some_and(|activity| matches!(activity.code.as_str(), "round" | "teaching_round"))
    };
    let groups = draft.grouped(|pick| is_round(pick.work).then_some((pick.work, pick.day, pick.half)));
    for ((work, day, half), ids) in groups {
        let scope = Scope::default().work(work).day(day).half(half);
        draft.hold((Rule::OneRound, scope), &ids, Norm::at_most(1, Force::Hard));
    }
}

/// What rules ask of a department in a week.
fn departments(draft: &mut Draft<'_>) {
    for (term, name) in [(RuleTerm::ClinicCoverage, Rule::ClinicMin), (RuleTerm::WardRounds, Rule::RoundMin)] {
        let groups = draft.grouped(|pick| Some((pick.work, pick.day / 7)));
        let mut by_dept = std::collections::BTreeMap::new();
        for (number, work) in draft.demand.works.iter().enumerate() {
            let Some(dept) = work.dept.filter(|_| term_of(draft, work) == Some(term)) else { continue };
            for week in (0..draft.horizon.weeks()).filter(|week| !is_behind(draft, *week)) {
                let ids = groups.get(&(number, week)).cloned().unwrap_or_default();
                by_dept.entry((dept, week)).or_insert_with(|| (number, Vec::new())).1.extend(ids);
            }
        }
        for ((dept, week), (work, ids)) in by_dept {
            let Some(work) = draft.demand.works.get(work).copied() else { continue };
            let place = draft.work_place(&work, week);
            let Some(rule) = draft.rule(term, &place) else { continue };
            let number = draft.department(dept);
            let about = (name, Scope::default().department(number).week(week));
            draft.hold(about, &ids, Norm { hi: None, ..Norm::of(&rule) });
        }
    }
}

/// Theatres, where the office has said how many there are.
fn theatres(draft: &mut Draft<'_>) {
    let in_theatre = |work: usize| {
        let work = draft.demand.works.get(work)?;
        let activity = draft.ground.registry.activities.get(&work.activity)?;
        let rule = draft.rule(RuleTerm::Theatres, &draft.work_place(work, 0))?;
        let norm = Norm { lo: None, ..Norm::of(&rule) };
        (THEATRE.contains(&activity.code.as_str()) && norm.hi.is_some()).then_some(norm)
    };
    let mut limit = None;
    for work in 0..draft.demand.works.len() {
        limit = limit.or_else(|| in_theatre(work));
    }
    let Some(norm) = limit else { return };
    let groups = draft.grouped(|pick| in_theatre(pick.work).map(|_| (pick.day, pick.half)));
    for ((day, half), ids) in groups {
        let scope = Scope::default().day(day).half(half);
        draft.hold((Rule::Theatres, scope), &ids, norm);
    }
}

/// One on call for every night, where a rule or the usual weeks ask for it.
fn nights(draft: &mut Draft<'_>) {
    stand_nights(draft);
    let usual: usize = draft.habit.nights.values().sum();
    let is_usual = usual >= NIGHTS * draft.habit.weeks.len().max(1);
    for day in 0..draft.horizon.days() {
        let on = draft.horizon.on(day);
        let rule = draft.rule(RuleTerm::DutyCoverage, &RulePlace::on(on));
        let Some(rule) = rule.filter(|rule| is_usual || rule.at_least.is_some_and(|least| least > 0)) else { continue };
        if draft.ground.is_open(on) {
            offer_night(draft, day, is_usual);
        }
        let ids: Vec<u32> = draft.nights.iter().filter(|(_, other, _)| *other == day).map(|(.., id)| *id).collect();
        let scope = Scope::default().day(day);
        draft.hold((Rule::OncallOne, scope), &ids, Norm::at_most(1, Force::Hard));
        let norm = Norm::at_least(1, Norm::of(&rule).force);
        if draft.ground.is_open(on) && (!ids.is_empty() || norm.force == Force::Hard) {
            draft.hold((Rule::OncallCover, scope), &ids, norm);
        }
    }
}

fn stand_nights(draft: &mut Draft<'_>) {
    for standing in draft.standings.list.clone() {
        let (Some(expert), Some(day)) = (standing.expert, draft.horizon.day(standing.session.on_date)) else {
            continue;
        };
        let is_duty = draft.ground.registry.is_duty(&standing.session);
        let is_known = draft.nights.iter().any(|(who, other, _)| (*who, *other) == (expert, day));
        if standing.session.slot == Slot::Night && is_duty && standing.hold == super::standing::Hold::Fixed && !is_known
        {
            let duty = Duty::OnCall { expert, day };
            let id = draft.other(Choice::Duty(duty));
            draft.table.lock(id, true, scope_of(duty));
            draft.nights.push((expert, day, id));
        }
    }
}

/// Those who could be on call: in an office with the habit, those who have it.
fn offer_night(draft: &mut Draft<'_>, day: usize, is_usual: bool) {
    for expert in 0..draft.experts.len() {
        let Some(who) = draft.experts.get(expert).filter(|who| who.is_clinical) else { continue };
        let does = !is_usual || draft.habit.nights.contains_key(&who.stint);
        let is_known = draft.nights.iter().any(|(other, at, _)| (*other, *at) == (expert, day));
        if is_known || !does || !draft.is_free(expert, day, Slot::Night) {
            continue;
        }
        if let Some(wish) = draft.wish(expert, day, Slot::Night) {
            let id = draft.other(Choice::Duty(Duty::OnCall { expert, day }));
            draft.table.charge(id, Rule::Dislike, wish);
            draft.nights.push((expert, day, id));
        }
    }
}
