//! Rows about mentors and apprentices, and about shares that are to be fair.

use super::choices::{Draft, Weekly};
use super::groups::{Groups, ones};
use super::rule::{Rule, Scope};
use super::table::Choice;
use crate::domain::{Force, Norm};

pub fn rows(draft: &mut Draft) {
    let (experts, days) = (draft.instance.experts.len(), draft.instance.days());
    let mut taught: Vec<([usize; 3], u32)> = Vec::new();
    for pair in 0..draft.instance.pairs.len() {
        lessons(draft, pair, &mut taught);
    }
    let taught = Groups::sorted([experts, days, 2], taught.iter().copied());
    for expert in 0..experts {
        for day in 0..days {
            for half in 0..2 {
                let about = (Rule::TwoApprentices, Scope::default().expert(expert).day(day).half(half));
                draft.at_most(about, taught.of([expert, day, half]));
            }
        }
    }
    fairness(draft);
}

/// The lessons of a pair; each is noted by expert, day and half.
fn lessons(draft: &mut Draft, pair: usize, taught: &mut Vec<([usize; 3], u32)>) {
    let Some(facts) = draft.instance.pairs.get(pair) else { return };
    let mut weekly = vec![Vec::new(); draft.instance.weeks];
    for day in 0..draft.instance.days() {
        for half in 0..2 {
            let surgeries = draft.mentor.of([facts.mentor, day, half]);
            if surgeries.is_empty() || facts.off.contains(&(day % 7, half)) {
                continue;
            }
            let id = draft.table.choose(Choice::Teach { pair, day, half });
            let scope = Scope::default().expert(facts.mentor).pair(pair).day(day).half(half);
            let terms = [(id, 1)].into_iter().chain(surgeries.iter().map(|id| (*id, -1)));
            draft.table.row((Rule::TeachLink, scope), terms, Norm::at_most(0, Force::Hard));
            taught.push(([facts.mentor, day, half], id));
            if let Some(list) = weekly.get_mut(day / 7) {
                list.push(id);
            }
        }
    }
    for (week, lessons) in weekly.iter().enumerate() {
        draft.count((Rule::PairShort, Scope::default().expert(facts.mentor).pair(pair).week(week)), lessons);
    }
}

/// Nights and tours are shared by days present: a share between two whole numbers allows both.
fn fairness(draft: &mut Draft) {
    let instance = draft.instance;
    let duties = |kind: Weekly| -> Vec<Vec<u32>> {
        (0..instance.experts.len())
            .map(|expert| {
                (0..instance.weeks).flat_map(|week| draft.weekly.of([expert, week, kind as usize])).copied().collect()
            })
            .collect()
    };
    let (nights, tours) = (duties(Weekly::Oncall), duties(Weekly::Tour));
    let is_on_call: Vec<bool> = instance.experts.iter().map(|expert| !expert.no_oncall).collect();
    let travels: Vec<bool> = tours.iter().map(|tours| !tours.is_empty()).collect();
    let visits: usize = instance.sites.iter().map(|site| (instance.weeks / site.window_weeks).max(1)).sum();
    shares(draft, Rule::OncallFair, instance.days(), &nights, &is_on_call);
    shares(draft, Rule::TourFair, 2 * visits, &tours, &travels);
}

fn shares(draft: &mut Draft, rule: Rule, total: usize, duties: &[Vec<u32>], takes_part: &[bool]) {
    let present = |expert: usize| draft.present.get(expert).copied().unwrap_or_default();
    let members: Vec<usize> =
        takes_part.iter().enumerate().filter(|(_, takes_part)| **takes_part).map(|(expert, _)| expert).collect();
    let all = members.iter().map(|expert| present(*expert)).sum::<usize>().max(1);
    let share_of = |expert: usize| (total * present(expert) / all, !(total * present(expert)).is_multiple_of(all));
    let shared: Vec<_> = members.iter().map(|expert| (*expert, share_of(*expert))).collect();
    for (expert, (share, has_rest)) in shared {
        let Some(duties) = duties.get(expert).filter(|duties| !duties.is_empty()) else { continue };
        let lo = i32::try_from(share).unwrap_or(i32::MAX - 1);
        let norm = Norm::within(lo, lo + i32::from(has_rest), Force::Price(draft.norms.price(rule)));
        draft.table.row((rule, Scope::default().expert(expert)), ones(duties), norm);
    }
}
