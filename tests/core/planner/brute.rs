//! Random hospitals of a few choices against every plan there is: the best is found, and nothing is refused or let
//! through wrongly.

use chuanbangdai::planner::model::{Choice, table};
use chuanbangdai::planner::proof::{Ruling, decide};
use chuanbangdai::planner::{Duty, Found, Instance, Lock, lower_bound};
use proptest::prelude::*;

use super::{run, tiny};

/// Most choices whose plans are all tried.
const MOST: usize = 12;

/// The smallest hospital, bent in some way.
fn bent() -> impl Strategy<Value = Instance> {
    let people = prop::collection::vec((any::<bool>(), any::<bool>(), 0i32..4, 1i32..3, 0usize..3), 2);
    let house = (0i32..3, 0i32..2, 1usize..4, any::<bool>(), prop::collection::vec(0usize..2, 0..3));
    (people, house, prop::collection::vec((0usize..64, any::<bool>()), 0..3)).prop_map(|(people, house, locks)| {
        let (rooms, cars, present, surgical, workdays) = house;
        let mut instance = tiny();
        (instance.cars, instance.oncall_min_present, instance.workdays) = (cars, present, workdays);
        (instance.departments[0].rooms, instance.departments[0].surgical) = (rooms, surgical);
        for (expert, (no_travel, no_oncall, most, title, leave)) in instance.experts.iter_mut().zip(people) {
            (expert.no_travel, expert.no_oncall, expert.max_sessions, expert.title) =
                (no_travel, no_oncall, most, title);
            expert.leave.extend((leave < 2).then_some(leave));
        }
        let duties: Vec<Duty> = table(&instance)
            .choices()
            .iter()
            .filter_map(|choice| if let Choice::Duty(duty) = choice { Some(*duty) } else { None })
            .collect();
        let lock =
            |(at, is_on): (usize, bool)| duties.get(at % duties.len().max(1)).map(|duty| Lock { duty: *duty, is_on });
        instance.locks = locks.into_iter().filter_map(lock).collect();
        instance
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn every_small_hospital_is_planned_as_well_as_by_trying_everything(instance in bent()) {
        let every = table(&instance);
        let count = every.choices().len();
        prop_assume!(count <= MOST);
        let plans = (0u32..1 << count).map(|bits| (0..count).map(|at| bits >> at & 1 == 1).collect::<Vec<bool>>());
        let legal = plans.map(|on| every.judge(&on)).filter(|verdict| verdict.broken.is_empty());
        let best = legal.map(|verdict| verdict.objective).min();

        let ruling = decide(&every, &mut || false);
        prop_assert_eq!(matches!(ruling, Ruling::Possible(_)), best.is_some(), "the proof says {:?}", ruling);
        let (task, found) = run(instance, 6_000, 1);
        match (found, best) {
            (Found::Plan { on, objective }, Some(best)) => {
                let verdict = task.table.judge(&on);
                prop_assert_eq!((verdict.broken, verdict.objective), (Vec::new(), objective));
                prop_assert_eq!(objective, best);
                prop_assert!(lower_bound(&task.table, objective, 40, &mut || false) <= best);
            }
            (Found::Impossible(rows), None) => prop_assert!(!rows.is_empty()),
            (found, best) => prop_assert!(false, "{:?} where the best is {:?}", found, best),
        }
    }
}
