//! Rows about who is to be seen how often: days of those who come and go, and different experts in the clinics of a
//! site. What counts is a day, or an expert, and not the number of half-days: each has a mark that may be set where at
//! least one half-day is placed.

use std::collections::BTreeMap;

use super::agenda::Work;
use super::candidates::Draft;
use super::rows::is_behind;
use crate::domain::{Force, InstitutionId, Norm, RulePlace, RuleTerm, StintMode, has_visiting_clinics};
use crate::planner::model::{Choice, Rule, Scope};

pub fn rows(draft: &mut Draft<'_>) {
    let mut marks = 0;
    days_on_post(draft, &mut marks);
    clinic_experts(draft, &mut marks);
}

/// How many different experts a site asks for in the clinics of a week; 0 where it asks for none.
pub fn experts_asked(draft: &Draft<'_>, work: &Work, week: usize) -> usize {
    let is_clinic = draft.ground.registry.activities.get(&work.activity).is_some_and(|activity| activity.is_clinic);
    let least = rule_of_site(draft, RuleTerm::ClinicExperts, work.inst, week).and_then(|norm| norm.lo);
    if !is_clinic || !has_visiting_clinics(work.inst, draft.ground.registry) {
        return 0;
    }
    least.and_then(|least| usize::try_from(least).ok()).unwrap_or_default()
}

/// What a rule of a site asks for at least.
fn rule_of_site(draft: &Draft<'_>, term: RuleTerm, inst: InstitutionId, week: usize) -> Option<Norm> {
    let site = draft.ground.registry.institutions.get(&inst)?;
    let rule = draft.rule(term, &RulePlace::site(site, draft.horizon.on(7 * week)))?;
    Some(Norm { hi: None, ..Norm::of(&rule) }).filter(|norm| norm.lo.is_some())
}

/// A mark that may be set where one of some half-days is placed.
fn mark(draft: &mut Draft<'_>, marks: &mut usize, about: (Rule, Scope), day: usize, halves: &[u32]) -> u32 {
    // Beyond the list of sites, and beyond the place that nobody goes to: no tour ever has this number.
    *marks += 1;
    let mark = draft.other(Choice::Open { site: draft.outing.sites.len() + *marks, day });
    let terms = halves.iter().map(|id| (*id, 1)).chain([(mark, -1)]);
    draft.table.row(about, terms, Norm::at_least(0, Force::Hard));
    mark
}

fn mode_of(draft: &Draft<'_>, expert: usize) -> Option<StintMode> {
    let stint = draft.experts.get(expert)?.stint;
    draft.ground.registry.stints.get(&stint).map(|stint| stint.mode)
}

/// Who comes and goes is on post on the days with a session; in weeks that lie wholly in the stint.
fn days_on_post(draft: &mut Draft<'_>, marks: &mut usize) {
    let by_day = draft.grouped(|pick| Some((pick.expert, pick.day)));
    for expert in 0..draft.experts.len() {
        let comes_and_goes = mode_of(draft, expert).is_some_and(|mode| mode != StintMode::LongTerm);
        let Some(who) = draft.experts.get(expert).filter(|_| comes_and_goes) else { continue };
        let (stint, inst) = (draft.ground.registry.stints.get(&who.stint), who.inst);
        let weeks: Vec<usize> = (0..draft.horizon.weeks()).filter(|week| !is_behind(draft, *week)).collect();
        for week in weeks {
            let (monday, sunday) = (draft.horizon.on(7 * week), draft.horizon.on(7 * week + 6));
            let is_whole = stint.is_some_and(|stint| stint.runs_on(monday) && stint.runs_on(sunday));
            let Some(norm) = rule_of_site(draft, RuleTerm::DaysOnPost, inst, week).filter(|_| is_whole) else {
                continue;
            };
            let days = 7 * week..7 * week + 7;
            let is_working = |day: &usize| draft.ground.calendar.facts(draft.horizon.on(*day)).is_working();
            let room = i32::try_from(days.clone().filter(is_working).count()).unwrap_or(i32::MAX);
            let about = (Rule::DaysOnPost, Scope::default().expert(expert).week(week));
            let (other, open): (Vec<usize>, Vec<usize>) = days.partition(|day| draft.has_other_work(expert, *day));
            let placed: Vec<(usize, Vec<u32>)> =
                open.into_iter().filter_map(|day| Some((day, by_day.get(&(expert, day))?.clone()))).collect();
            let set: Vec<u32> = placed.iter().map(|(day, ids)| mark(draft, marks, about, *day, ids)).collect();
            let given = i32::try_from(other.len()).unwrap_or(i32::MAX);
            let least = norm.lo.map(|least| least.min(room) - given);
            draft.hold(about, &set, Norm { lo: least, ..norm });
        }
    }
}

/// Different experts of the rank in the clinics of a site, of those who come for clinics.
fn clinic_experts(draft: &mut Draft<'_>, marks: &mut usize) {
    let mut clinics: BTreeMap<(InstitutionId, usize), (usize, BTreeMap<usize, Vec<u32>>)> = BTreeMap::new();
    for ((work, week, expert), ids) in draft.grouped(|pick| Some((pick.work, pick.day / 7, pick.expert))) {
        let Some(facts) = draft.demand.works.get(work).copied() else { continue };
        let is_regular = mode_of(draft, expert) == Some(StintMode::Regular);
        if is_regular && !is_behind(draft, week) && experts_asked(draft, &facts, week) > 0 {
            let (_, by_expert) = clinics.entry((facts.inst, week)).or_insert_with(|| (work, BTreeMap::new()));
            by_expert.entry(expert).or_default().extend(ids);
        }
    }
    for ((inst, week), (work, by_expert)) in clinics {
        let Some(norm) = rule_of_site(draft, RuleTerm::ClinicExperts, inst, week) else { continue };
        let site = draft.ground.registry.institutions.get(&inst);
        let rule = site
            .and_then(|site| draft.rule(RuleTerm::ClinicExperts, &RulePlace::site(site, draft.horizon.on(7 * week))));
        let about = (Rule::ClinicExperts, Scope::default().work(work).week(week));
        let admitted = |expert: &usize| {
            let rank = draft.experts.get(*expert).map_or(0, |who| who.rank);
            rule.as_ref().is_some_and(|rule| rule.admits(rank))
        };
        let admitted: Vec<Vec<u32>> =
            by_expert.into_iter().filter(|(expert, _)| admitted(expert)).map(|(_, ids)| ids).collect();
        let set: Vec<u32> = admitted.iter().map(|ids| mark(draft, marks, about, 7 * week, ids)).collect();
        draft.hold(about, &set, norm);
    }
}
