//! Rows about single experts and about how often work is wanted.

use super::agenda::{Nobody, Work};
use super::candidates::Draft;
use super::habit::Kind;
use super::presence_rows;
use crate::domain::{Force, Norm, RuleForce, RuleTerm};
use crate::planner::model::{Rule, Scope};

/// What half-days of work are worth that no rule of their own speaks of.
const USUAL: i64 = 10;
/// Codes of the activities in which apprentices learn.
const TEACHING: [&str; 6] =
    ["teaching_round", "surgery_teaching", "surgery_demo", "shadowing", "case_discussion", "surgery"];
/// Codes of lectures.
const LECTURES: [&str; 2] = ["lecture", "training"];

pub fn rows(draft: &mut Draft<'_>) {
    wanted(draft);
    weekly_limits(draft);
    once_a_day(draft);
}

/// How often each kind of work is wanted in each week, and no more.
fn wanted(draft: &mut Draft<'_>) {
    let groups = draft.grouped(|pick| Some((pick.work, pick.day / 7)));
    let mut displaced = std::collections::BTreeMap::<(usize, usize), usize>::new();
    for (work, day, _) in draft.displaced() {
        *displaced.entry((work, day / 7)).or_default() += 1;
    }
    for (number, work) in draft.demand.works.clone().into_iter().enumerate() {
        for week in 0..draft.horizon.weeks() {
            let is_in_hand = draft.standings.is_in_hand(draft.ground, draft.horizon, week);
            let wanted = draft.demand.wanted.get(&(number, week)).copied().unwrap_or_default();
            let count = if is_in_hand { 0 } else { wanted };
            let ids = groups.get(&(number, week)).cloned().unwrap_or_default();
            // What people were promised is wanted, usual or not.
            let promised = displaced.get(&(number, week)).copied().unwrap_or_default();
            let count = count.max(draft.standing_of(&ids) + promised);
            let scope = Scope::default().work(number).week(week);
            let (least, term) = least_by_rule(draft, &work, week);
            let experts = presence_rows::experts_asked(draft, &work, week);
            let most = count.max(usize::try_from(least).unwrap_or_default()).max(experts);
            let most = i32::try_from(most).unwrap_or(i32::MAX);
            draft.hold((Rule::WorkMost, scope), &ids, Norm::at_most(most, Force::Hard));
            if is_behind(draft, week) {
                continue;
            }
            if count > ids.len() {
                let doers = draft.demand.doers.get(&number).into_iter().flatten();
                let mut there = doers.filter_map(|expert| draft.experts.get(*expert));
                let is_full = there.any(|expert| expert.is_here_in(week));
                draft.nobody.push(Nobody { work: number, week, missing: count - ids.len(), is_full });
            }
            let reachable = i32::try_from(count.min(ids.len())).unwrap_or(i32::MAX);
            let price = price_of(draft, &work, week, term);
            if price > 0 {
                draft.hold((Rule::WorkShort, scope), &ids, Norm::at_least(reachable, Force::Price(price)));
            }
        }
    }
}

/// Whether the week is over or lies wholly outside of what is planned.
pub fn is_behind(draft: &Draft<'_>, week: usize) -> bool {
    !(7 * week..7 * week + 7).any(|day| draft.ground.is_open(draft.horizon.on(day)))
}

/// The term that speaks of a kind of work.
pub fn term_of(draft: &Draft<'_>, work: &Work) -> Option<RuleTerm> {
    let activity = draft.ground.registry.activities.get(&work.activity)?;
    let code = activity.code.as_str();
    Some(match code {
        _ if activity.is_clinic => RuleTerm::ClinicCoverage,
        "round" => RuleTerm::WardRounds,
        _ if activity.counts_as_duty() => RuleTerm::DutyCoverage,
        _ if LECTURES.contains(&code) => RuleTerm::Lectures,
        _ if TEACHING.contains(&code) => RuleTerm::Teaching,
        _ => return None,
    })
}

/// How many a rule asks for in a week, by department, and its term.
fn least_by_rule(draft: &Draft<'_>, work: &Work, week: usize) -> (i32, Option<RuleTerm>) {
    let term = term_of(draft, work);
    let is_covered = matches!(term, Some(RuleTerm::ClinicCoverage | RuleTerm::WardRounds));
    let place = draft.work_place(work, week);
    let rule = term.filter(|_| is_covered).and_then(|term| draft.rule(term, &place));
    let least = rule.and_then(|rule| rule.at_least).unwrap_or_default();
    (i32::try_from(least).unwrap_or(i32::MAX), term)
}

/// What each unit short costs.
fn price_of(draft: &Draft<'_>, work: &Work, week: usize, term: Option<RuleTerm>) -> i64 {
    let Some(term) = term else { return USUAL };
    match draft.rule(term, &draft.work_place(work, week)) {
        // A firm rule without a number of its own cannot be broken by an exception: it weighs as much as any.
        Some(rule) if rule.force == RuleForce::Hard => i64::from(rule.price).max(100),
        Some(rule) => i64::from(rule.price),
        None => 0,
    }
}

/// Half-days and clinics of one expert a week.
fn weekly_limits(draft: &mut Draft<'_>) {
    let is_clinic = |draft: &Draft<'_>, work: usize| {
        let activity =
            draft.demand.works.get(work).and_then(|work| draft.ground.registry.activities.get(&work.activity));
        activity.is_some_and(|activity| activity.is_clinic)
    };
    let all = draft.grouped(|pick| Some((pick.expert, pick.day / 7)));
    let clinics = draft.grouped(|pick| is_clinic(draft, pick.work).then_some((pick.expert, pick.day / 7)));
    let limits = [(RuleTerm::Sessions, Rule::WeeklyMax, all), (RuleTerm::Clinics, Rule::WeeklyClinics, clinics)];
    for (term, name, groups) in limits {
        for ((expert, week), ids) in groups {
            let place = draft.expert_place(expert, 7 * week);
            let Some(rule) = draft.rule(term, &place) else { continue };
            let about = (name, Scope::default().expert(expert).week(week));
            draft.hold(about, &ids, Norm::of(&rule));
        }
    }
}

/// The same work twice a day only where that is usual: it spreads over the week.
fn once_a_day(draft: &mut Draft<'_>) {
    let groups = draft.grouped(|pick| Some((pick.expert, pick.work, pick.day)));
    for ((expert, work, day), ids) in groups.into_iter().filter(|(_, ids)| ids.len() > 1) {
        let place = draft.expert_place(expert, day);
        let Some(rule) = draft.rule(RuleTerm::Continuity, &place) else { continue };
        let usual = draft.demand.usual.get(&(expert, work));
        let weekday = super::habit::weekday_of(draft.ground, draft.horizon.on(day));
        let is_double = usual.is_some_and(|halves| halves.contains(&(weekday, 0)) && halves.contains(&(weekday, 1)));
        if !is_double {
            let scope = Scope::default().expert(expert).work(work).day(day);
            draft.hold((Rule::OffPattern, scope), &ids, Norm { lo: None, hi: Some(1), ..Norm::of(&rule) });
        }
    }
}

/// The kind of a work.
pub const fn kind_of(work: &Work) -> Kind {
    Kind { activity: work.activity, inst: work.inst, dept: work.dept }
}
