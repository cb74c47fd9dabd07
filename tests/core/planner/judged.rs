//! The table of rules means exactly what the reference model means.

use chuanbangdai::planner::model::{Choice, RuleTable, solution, table};
use chuanbangdai::planner::search::{Board, Gauges};
use chuanbangdai::planner::{Duty, Instance, InstanceError, Lock, Plan, Task};
use serde::Deserialize;

use super::{data, small};

#[derive(Deserialize)]
struct Case {
    instance: Instance,
    plans: Vec<Judged>,
}

#[derive(Deserialize)]
struct Judged {
    plan: Plan,
    objective: i64,
    broken: usize,
}

#[test]
fn random_plans_cost_and_break_what_the_reference_says() {
    let cases: Vec<Case> = serde_json::from_str(&data("judged.json")).expect("cases");
    for case in cases {
        let table = table(&case.instance);
        let gauges = Gauges::new(&table);
        for judged in case.plans {
            let solution = solution(&table, &case.instance, &judged.plan);
            let verdict = table.judge(&solution.on);
            assert_eq!((verdict.objective, verdict.broken.len()), (judged.objective, judged.broken));
            assert_eq!(solution.unknown, 0);
            // The quick way: the same prices, and broken rows far above them.
            let quick = Board::new(&gauges, &solution.on).cost();
            assert_eq!((quick - judged.objective) % chuanbangdai::planner::search::BROKEN, 0);
        }
    }
}

#[test]
fn every_choice_is_found_by_what_it_is_asked_in_between_or_afterwards() {
    let choices: Vec<Choice> = (0..3_000)
        .map(|number| match number % 3 {
            0 => Choice::Duty(Duty::OnCall { expert: number % 60, day: number / 60 }),
            1 => Choice::Open { site: number % 22, day: number / 22 },
            _ => Choice::Teach { pair: number % 50, day: number / 50, half: number % 2 },
        })
        .collect();
    for asked_from in [0, 1_500, choices.len()] {
        let mut table = RuleTable::default();
        for (number, choice) in choices.iter().enumerate() {
            if number >= asked_from {
                assert_eq!(table.id(choice), None, "{choice:?}");
            }
            table.choose(*choice);
        }
        let found: Vec<Option<u32>> = choices.iter().map(|choice| table.id(choice)).collect();
        assert_eq!(found, (0..3_000).map(Some).collect::<Vec<Option<u32>>>());
        assert_eq!(table.id(&Choice::Open { site: 99, day: 0 }), None);
    }
}

#[test]
fn a_plan_read_back_is_the_plan() {
    let instance = small();
    let (task, found) = super::run(instance, 3_000, 1);
    let chuanbangdai::planner::Found::Plan { on, .. } = found else { panic!("a plan") };
    let plan = Plan::of(&task.table, &on);
    let text = serde_json::to_string(&plan).expect("JSON");
    let again: Plan = serde_json::from_str(&text).expect("a plan");
    assert_eq!(task.choices_of(&again), on);
}

#[test]
fn duties_and_locks_are_arrays_and_nonsense_is_refused() {
    let duty: Duty = serde_json::from_str(r#"["c",3,1,9,1]"#).expect("a duty");
    assert_eq!(duty, Duty::Clinic { expert: 3, department: 1, day: 9, half: 1 });
    let lock: Lock = serde_json::from_str(r#"["o",3,9,0]"#).expect("a lock");
    assert_eq!(lock, Lock { duty: Duty::OnCall { expert: 3, day: 9 }, is_on: false });
    assert_eq!(serde_json::to_string(&lock).expect("JSON"), r#"["o",3,9,0]"#);
    for nonsense in ["[]", r#"["c",1,2,3]"#, r#"["c",1,2,3,2]"#, r#"["x",1]"#, r#"[1,"c"]"#, r#"["o",-1,2]"#] {
        assert!(serde_json::from_str::<Duty>(nonsense).is_err(), "{nonsense}");
    }
}

#[test]
fn absurd_instances_are_refused_with_their_place() {
    let changed = |change: &dyn Fn(&mut Instance)| {
        let mut instance = small();
        change(&mut instance);
        Task::new(instance).map(|_| ()).expect_err("refused")
    };
    let range = |place: &str, value, least, most| InstanceError::Range { place: place.to_owned(), value, least, most };
    assert_eq!(changed(&|instance| instance.weeks = 0), range("weeks", 0, 1, 105));
    assert_eq!(changed(&|instance| instance.weeks = 1_000_000), range("weeks", 1_000_000, 1, 105));
    assert_eq!(
        changed(&|instance| instance.experts[2].id = 7),
        InstanceError::Numbering { list: "experts", at: 2, found: 7 }
    );
    assert_eq!(
        changed(&|instance| instance.experts[1].depts = vec![99]),
        InstanceError::Dangling {
            place: "experts[1].depts[0]".to_owned(),
            value: 99,
            count: small().departments.len()
        }
    );
    assert_eq!(changed(&|instance| instance.experts[0].stints = vec![[9, 3]]), InstanceError::Stints { at: 0 });
    assert_eq!(changed(&|instance| instance.weights.change = -1), range("weights.change", -1, 0, 1_000_000));
    assert_eq!(changed(&|instance| instance.team = [3, 2]), range("team[1]", 2, 3, 10_000));
    assert_eq!(changed(&|instance| instance.cars = i32::MIN), range("cars", i32::MIN.into(), 0, 10_000));
}
