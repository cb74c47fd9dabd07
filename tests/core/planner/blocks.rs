//! Blocks: posts over months against brute force; gaps and hand-overs to the day.

use chrono::{Days, NaiveDate};
use chuanbangdai::domain::Period;
use chuanbangdai::planner::blocks::{BlockTask, Coverage, Crew};
use chuanbangdai::planner::{Duty, Found, Seed, Task};
use proptest::prelude::*;

use super::Moves;

fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, date).unwrap()
}

fn solved(task: &BlockTask, moves: u64) -> (Task, Vec<bool>, i64) {
    let search = task.task();
    let found = search.run(Seed { seed: 1, run: 0 }, &mut Moves::new(moves), &mut |_| {});
    let Found::Plan { on, objective } = found else { panic!("coverage is elastic: there is always a plan") };
    (search, on, objective)
}

fn settled(from_on: NaiveDate, to_on: NaiveDate, post: usize) -> Crew {
    Crew { from_on, to_on: Some(to_on), seats: 1, posts: vec![post], is_settled: true }
}

#[test]
fn a_batch_that_is_to_come_closes_the_gap_and_takes_over_on_the_common_day() {
    let task = BlockTask {
        months: BlockTask::months(day(1, 1), 6),
        posts: vec![day(1, 1); 2],
        crews: vec![
            settled(day(1, 1), day(3, 31), 0),
            settled(day(1, 1), day(6, 30), 1),
            Crew { from_on: day(3, 31), to_on: None, seats: 1, posts: vec![0, 1], is_settled: false },
        ],
        handover: 3,
    };
    let (search, on, _) = solved(&task, 20_000);
    let coverage = Coverage::new(&task, &search.table, &on);
    assert_eq!(coverage.gaps, []);
    let handover = coverage.handovers.first().expect("the post changes hands");
    assert_eq!((handover.post, handover.out, handover.into), (0, 0, 2));
    assert!(coverage.spans.iter().all(|span| span.crew != 2 || span.post == 0));
}

#[test]
fn a_gap_is_told_to_the_day() {
    let task = BlockTask {
        months: BlockTask::months(day(5, 20), 2),
        posts: vec![day(1, 1)],
        crews: vec![settled(day(1, 1), day(5, 31), 0), settled(day(6, 5), day(12, 31), 0)],
        handover: 1,
    };
    let (search, on, _) = solved(&task, 5_000);
    let coverage = Coverage::new(&task, &search.table, &on);
    let gaps: Vec<Period> = coverage.gaps.iter().map(|gap| gap.days).collect();
    assert_eq!(gaps, [Period::new(day(6, 1), day(6, 4)).unwrap()]);
    assert_eq!(coverage.open_days(), 4);
    assert_eq!(coverage.handovers, [], "who never follows directly hands nothing over");
}

/// The least cost of all plans that break nothing, by trying them all.
fn brute(table: &chuanbangdai::planner::model::RuleTable) -> i64 {
    let count = table.choices().len();
    assert!(count <= 16, "small enough to try everything");
    let plans = (0u32..1 << count).map(|bits| (0..count).map(|place| bits >> place & 1 == 1).collect::<Vec<bool>>());
    let costs = plans.map(|on| table.judge(&on)).filter(|verdict| verdict.broken.is_empty());
    costs.map(|verdict| verdict.objective).min().expect("the empty plan is legal")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Small tasks are solved as well as by trying every plan, and no crew is where it cannot be.
    #[test]
    fn small_tasks_are_solved_like_by_brute_force(
        crews in prop::collection::vec((0u64..90, 20u64..120, 1u32..3, prop::collection::vec(0usize..2, 1..3)), 1..4),
        months in 2u32..4,
    ) {
        let at = |offset: u64| day(1, 1).checked_add_days(Days::new(offset)).unwrap();
        let crews: Vec<Crew> = crews
            .into_iter()
            .map(|(from, length, seats, mut posts)| {
                posts.sort_unstable();
                posts.dedup();
                Crew { from_on: at(from), to_on: Some(at(from + length)), seats, posts, is_settled: false }
            })
            .collect();
        let task = BlockTask { months: BlockTask::months(day(1, 1), months), posts: vec![day(1, 1); 2], crews, handover: 2 };
        let (search, on, objective) = solved(&task, 30_000);
        prop_assume!(search.table.choices().len() <= 14);
        let verdict = search.table.judge(&on);
        prop_assert_eq!(&verdict.broken, &Vec::<usize>::new());
        prop_assert_eq!(verdict.objective, objective);
        prop_assert_eq!(objective, brute(&search.table));
        for span in Coverage::new(&task, &search.table, &on).spans {
            prop_assert!(task.crews[span.crew].spans(span.days), "{:?}", span);
            prop_assert!(task.crews[span.crew].posts.contains(&span.post));
        }
    }
}

#[test]
fn a_block_is_written_and_read_like_every_duty() {
    let duty = Duty::Block { crew: 2, post: 1, month: 7 };
    let text = serde_json::to_string(&duty).unwrap();
    assert_eq!(text, r#"["b",2,1,7]"#);
    assert_eq!(serde_json::from_str::<Duty>(&text).unwrap(), duty);
}
