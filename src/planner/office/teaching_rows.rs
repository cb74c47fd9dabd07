//! Rows about apprentices, and about nights and tours that are to be shared fairly.

use super::candidates::Draft;
use super::rows::term_of;
use crate::domain::{Force, Norm, PairingStatus, PersonId, RulePlace, RuleTerm, Slot};
use crate::planner::model::{Rule, Scope};

/// What a share too many costs where fairness is a firm rule: no plan is refused for it.
const FIRMLY_FAIR: i64 = 50;

pub fn rows(draft: &mut Draft<'_>) {
    pairs(draft);
    let nights: Vec<(usize, u32)> = draft.nights.iter().map(|(expert, _, id)| (*expert, *id)).collect();
    let seats: Vec<(usize, u32)> = draft.seats.iter().map(|(expert, .., id)| (*expert, *id)).collect();
    let (least, _) = draft.outing.team;
    let tours = draft.outing.a_week.max(1) * draft.horizon.weeks() * least;
    shares(draft, Rule::OncallFair, &nights, draft.horizon.days());
    shares(draft, Rule::TourFair, &seats, tours);
}

/// Each apprentice is taught so often a week as a rule asks, while the apprentice is there.
fn pairs(draft: &mut Draft<'_>) {
    let registry = draft.ground.registry;
    let lessons = draft.grouped(|pick| is_teaching(draft, pick.work).then_some((pick.expert, pick.day, pick.half)));
    for (number, pairing) in registry.pairings.values().enumerate() {
        let is_running = matches!(pairing.status, PairingStatus::Active | PairingStatus::Signed);
        let mentor = draft.experts.iter().position(|expert| expert.person == pairing.mentor);
        let Some(mentor) = mentor.filter(|_| is_running) else { continue };
        for week in 0..draft.horizon.weeks() {
            let place = RulePlace { on: draft.horizon.on(7 * week), ..draft.expert_place(mentor, 7 * week) };
            let Some(rule) = draft.rule(RuleTerm::Teaching, &place) else { continue };
            let days = (7 * week..7 * week + 7).flat_map(|day| [(day, 0), (day, 1)]);
            let ids: Vec<u32> = days
                .filter(|(day, half)| is_there(draft, pairing.apprentice, *day, super::ground::slot_of(*half)))
                .filter_map(|(day, half)| lessons.get(&(mentor, day, half)))
                .flatten()
                .copied()
                .collect();
            let about = (Rule::PairShort, Scope::default().expert(mentor).pair(number).week(week));
            let is_here = draft.experts.get(mentor).is_some_and(|expert| expert.is_here_in(week));
            if is_here && !ids.is_empty() {
                draft.hold(about, &ids, Norm { hi: None, ..Norm::of(&rule) });
            }
        }
    }
}

fn is_teaching(draft: &Draft<'_>, work: usize) -> bool {
    draft.demand.works.get(work).is_some_and(|work| term_of(draft, work) == Some(RuleTerm::Teaching))
}

fn is_there(draft: &Draft<'_>, person: PersonId, day: usize, slot: Slot) -> bool {
    let on = draft.horizon.on(day);
    !draft.ground.registry.leave.values().any(|leave| leave.person == person && leave.covers(on, slot))
}

/// Shares by days present: one between two whole numbers allows both.
fn shares(draft: &mut Draft<'_>, rule: Rule, choices: &[(usize, u32)], total: usize) {
    let place = RulePlace::on(draft.horizon.first());
    let Some(fairness) = draft.rule(RuleTerm::Fairness, &place) else { return };
    let price = Force::Price(Norm::of(&fairness).price().unwrap_or(FIRMLY_FAIR));
    let mut members: Vec<usize> = choices.iter().map(|(expert, _)| *expert).collect();
    members.sort_unstable();
    members.dedup();
    let present = |expert: usize| draft.experts.get(expert).map_or(0, super::people::Expert::days_here);
    let all: usize = members.iter().map(|expert| present(*expert)).sum::<usize>().max(1);
    let shares: Vec<(usize, usize)> = members.iter().map(|expert| (*expert, total * present(*expert))).collect();
    for (expert, share) in shares {
        let ids: Vec<u32> = choices.iter().filter(|(who, _)| *who == expert).map(|(_, id)| *id).collect();
        let most = i32::try_from(share.div_ceil(all)).unwrap_or(i32::MAX);
        let about = (rule, Scope::default().expert(expert));
        draft.hold(about, &ids, Norm::at_most(most, price));
    }
}
