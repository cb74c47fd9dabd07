//! Who can be planned, and on which half-days each of them is there.

use crate::domain::{DepartmentId, Discipline, InstitutionId, Leave, PersonId, Slot, StintId, StintRole};

use super::ground::{Ground, Horizon};

/// Somebody on post in the weeks of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Expert {
    /// The stint.
    pub stint: StintId,
    /// The person; somebody with two stints is in one place at a time all the same.
    pub person: PersonId,
    /// The host.
    pub inst: InstitutionId,
    /// The department there.
    pub dept: Option<DepartmentId>,
    /// Rank of title, 1–5; 0 where it is not known.
    pub rank: u8,
    /// Whether the expert treats patients; managers do not.
    pub is_clinical: bool,
    /// Whether the expert leads the team.
    pub is_leader: bool,
    /// Morning, afternoon and night of each day.
    here: Vec<[bool; 3]>,
}

impl Expert {
    /// Whether the expert is on post and not on leave in a half-day.
    #[must_use]
    pub fn is_here(&self, day: usize, slot: Slot) -> bool {
        self.here.get(day).and_then(|day| day.get(slot as usize)).copied().unwrap_or_default()
    }

    /// Days of which the expert is there at least in part.
    #[must_use]
    pub fn days_here(&self) -> usize {
        self.here.iter().filter(|day| day.iter().any(|slot| *slot)).count()
    }

    /// Whether the expert is there on any of the days of a week.
    #[must_use]
    pub fn is_here_in(&self, week: usize) -> bool {
        self.here.iter().skip(7 * week).take(7).any(|day| day.iter().any(|slot| *slot))
    }
}

/// Everybody on post in the weeks of the plan, in the office's own order.
pub fn experts(ground: &Ground<'_>, horizon: Horizon) -> Vec<Expert> {
    let registry = ground.registry;
    let mut found: Vec<(i64, Expert)> = Vec::new();
    for stint in registry.stints.values().filter(|stint| stint.touches(horizon.period())) {
        let Some(person) = registry.people.get(&stint.person).filter(|person| !person.is_retired) else { continue };
        let leave: Vec<&Leave> = registry.leave.values().filter(|leave| leave.person == person.id).collect();
        let here = |day: usize| {
            let on = horizon.on(day);
            [Slot::Am, Slot::Pm, Slot::Night].map(|slot| {
                // Nobody comes back for the night of a day whose afternoon is taken off.
                let asked = if slot == Slot::Night { Slot::Pm } else { slot };
                stint.runs_on(on) && !leave.iter().any(|leave| leave.covers(on, asked))
            })
        };
        found.push((
            person.sort,
            Expert {
                stint: stint.id,
                person: person.id,
                inst: stint.host_inst,
                dept: stint.host_dept,
                rank: person.title_rank.unwrap_or(0),
                is_clinical: stint.discipline.is_none_or(|kind| kind != Discipline::Management),
                is_leader: stint.role == StintRole::Leader,
                here: (0..horizon.days()).map(here).collect(),
            },
        ));
    }
    found.sort_by_key(|(sort, expert)| (*sort, expert.stint));
    found.into_iter().map(|(_, expert)| expert).collect()
}
