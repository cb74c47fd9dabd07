//! Twins: a hospital around a planted plan, which can be planned by construction however tight it is drawn, and the same
//! hospital with a planted contradiction, which cannot; that is certified without the planner's own solver.

use std::collections::BTreeSet;

use chuanbangdai::planner::model::{Choice, RuleTable, table};
use chuanbangdai::planner::proof::{Ruling, decide_rows};
use chuanbangdai::planner::{Department, Duty, Expert, Found, Instance, Lock, Pair, Plan, Site, Weights};
use proptest::prelude::*;
use proptest::test_runner::TestRng;

use super::run;

const WEIGHTS: Weights = Weights {
    off_pattern: 3,
    clinic_short: 5,
    round_short: 8,
    lecture_short: 4,
    pair_short: 6,
    site_window: 40,
    oncall_fair: 4,
    tour_fair: 2,
    market_miss: 2,
    clinic_min: 100,
    round_min: 100,
    change: 2,
};

/// A hospital without limits that matter yet.
fn roomy(rng: &mut TestRng) -> Instance {
    let (weeks, departments, experts) = (rng.random_range(1..3), rng.random_range(1..4), rng.random_range(4..7));
    let expert = |id: usize| Expert {
        id,
        depts: vec![id % departments],
        title: 2,
        stints: vec![[0, 7 * weeks - 1]],
        leave: Vec::new(),
        nogo_weekdays: Vec::new(),
        no_travel: false,
        no_oncall: false,
        max_sessions: 14,
        max_clinics: 14,
        dislikes: Vec::new(),
    };
    let department = |id| Department {
        id,
        surgical: id == 0,
        rooms: 3,
        clinic_min: 1,
        clinic_target: 3,
        round_min: 1,
        clinic_title: 1,
    };
    Instance {
        weeks,
        workdays: (0..7 * weeks).filter(|day| day % 7 < 5).collect(),
        departments: (0..departments).map(department).collect(),
        experts: (0..experts).map(expert).collect(),
        sites: vec![Site { id: 0, depts: (0..departments).collect(), window_weeks: 2, market_weekday: 3 }],
        pairs: vec![Pair { id: 0, mentor: 0, per_week: 1, off: vec![(1, 0)] }],
        theatres: 3,
        cars: 3,
        team: [2, 4],
        lectures_per_week: [0, 1],
        oncall_min_present: 3,
        weights: WEIGHTS,
        ..Instance::default()
    }
}

/// A legal plan, put together without the planner: nights in turn, then every duty by chance that breaks nothing.
fn planted(table: &RuleTable, experts: usize, rng: &mut TestRng) -> Vec<bool> {
    let is_night =
        |choice: &Choice| matches!(*choice, Choice::Duty(Duty::OnCall { expert, day }) if day % experts == expert);
    let mut on: Vec<bool> = table.choices().iter().map(is_night).collect();
    assert!(table.judge(&on).broken.is_empty(), "nights in turn are legal");
    for _ in 0..60 {
        let at = rng.random_range(0..on.len());
        if matches!(table.choices()[at], Choice::Duty(_)) && !on[at] {
            on[at] = true;
            on[at] = table.judge(&on).broken.is_empty();
        }
    }
    on
}

/// The hospital drawn as tight as the planted plan allows.
fn tightened(mut instance: Instance, plan: &Plan, rng: &mut TestRng) -> Instance {
    let duties = &plan.duties;
    for expert in &mut instance.experts {
        let own: Vec<&Duty> = duties.iter().filter(|duty| duty.expert() == expert.id).collect();
        let busy: BTreeSet<usize> = own.iter().map(|duty| duty.day()).collect();
        let idle = (0..7 * instance.weeks).filter(|day| !busy.contains(day));
        expert.leave = idle.filter(|_| rng.random_bool(0.7)).collect();
        let weekly = |weighs: &dyn Fn(&Duty) -> i32| {
            let of_week = |week| own.iter().filter(move |duty| duty.day() / 7 == week).map(|duty| weighs(duty)).sum();
            (0..instance.weeks).map(of_week).max().unwrap_or(0)
        };
        expert.max_sessions = weekly(&|duty| match duty {
            Duty::OnCall { .. } => 0,
            Duty::Tour { .. } => 2,
            _ => 1,
        });
        expert.max_clinics = weekly(&|duty| i32::from(matches!(duty, Duty::Clinic { .. })));
        expert.no_travel = !own.iter().any(|duty| matches!(duty, Duty::Tour { .. }));
    }
    instance.locks =
        duties.iter().filter(|_| rng.random_bool(0.3)).map(|duty| Lock { duty: *duty, is_on: true }).collect();
    instance
}

/// What cannot be, planted into a hospital that could be planned.
fn spoiled(mut instance: Instance, plan: &Plan, kind: u8) -> Instance {
    let lock = |duty, is_on| Lock { duty, is_on };
    let night = |expert, day| Duty::OnCall { expert, day };
    let (expert, day) = plan
        .duties
        .iter()
        .find_map(|duty| if let Duty::OnCall { expert, day } = *duty { Some((expert, day)) } else { None })
        .expect("somebody is on call");
    match kind {
        0 => instance.locks.extend([lock(plan.duties[0], true), lock(plan.duties[0], false)]),
        1 => {
            instance.experts[expert].leave.push(day);
            instance.locks.push(lock(night(expert, day), true));
        }
        2 => {
            instance.experts[expert].leave.retain(|off| *off != day + 1);
            instance.locks.extend([lock(night(expert, day), true), lock(night(expert, day + 1), true)]);
        }
        3 => {
            let everybody = 0..instance.experts.len();
            instance.experts.iter_mut().for_each(|expert| expert.leave.retain(|off| *off != 1));
            instance.locks.retain(|lock| lock.duty.day() != 1);
            instance.locks.extend(everybody.map(|expert| lock(night(expert, 1), false)));
        }
        _ => {
            // Two people who can be on call cannot have seven nights of one week.
            instance.locks.clear();
            instance.oncall_min_present = 1;
            for expert in &mut instance.experts {
                expert.no_oncall = expert.id > 1;
                expert.leave.clear();
            }
        }
    }
    instance
}

/// Whether some rows can hold together, by trying every set of their choices.
fn can_hold(table: &RuleTable, rows: &[usize]) -> bool {
    let mut choices: Vec<u32> =
        rows.iter().flat_map(|row| table.terms(&table.rows()[*row])).map(|(choice, _)| *choice).collect();
    choices.sort_unstable();
    choices.dedup();
    assert!(choices.len() <= 16, "{} choices are too many to try all", choices.len());
    let mut on = vec![false; table.choices().len()];
    (0u32..1 << choices.len()).any(|bits| {
        for (place, choice) in choices.iter().enumerate() {
            on[*choice as usize] = bits >> place & 1 == 1;
        }
        rows.iter().all(|row| table.rows()[*row].beyond(table.sum(&table.rows()[*row], &on)) == 0)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_has_a_planted_plan_is_planned_and_its_spoiled_twin_is_refused_with_proof(
        rng in any::<u64>().prop_perturb(|_, rng| rng),
        kind in 0u8..5,
    ) {
        let mut rng = rng;
        let roomy = roomy(&mut rng);
        let planted_in = table(&roomy);
        let plan = Plan::of(&planted_in, &planted(&planted_in, roomy.experts.len(), &mut rng));
        let tight = tightened(roomy, &plan, &mut rng);

        let (task, found) = run(tight.clone(), 2_000, 1);
        let Found::Plan { on, objective } = found else { return Err(TestCaseError::fail(format!("refused: {found:?}"))) };
        let verdict = task.table.judge(&on);
        prop_assert_eq!((verdict.broken, verdict.objective), (Vec::new(), objective));
        let made = Plan::of(&task.table, &on);
        prop_assert!(tight.locks.iter().all(|lock| made.duties.contains(&lock.duty)), "a lock was moved");

        let twin = spoiled(tight, &plan, kind);
        let (task, found) = run(twin, 2_000, 1);
        let Found::Impossible(rows) = found else { return Err(TestCaseError::fail(format!("{kind} is possible: {found:?}"))) };
        prop_assert!(!can_hold(&task.table, &rows), "the rows named are no contradiction");
        for left_out in &rows {
            let fewer: Vec<usize> = rows.iter().copied().filter(|row| row != left_out).collect();
            prop_assert!(can_hold(&task.table, &fewer), "row {} is not needed", left_out);
            prop_assert!(matches!(decide_rows(&task.table, &fewer, 100_000, &mut || false), Ruling::Possible(_)));
        }
    }
}
