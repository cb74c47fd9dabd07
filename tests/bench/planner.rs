//! The planner: building the table, the first legal plan, moves, and one cell edited.

#![allow(clippy::unwrap_used, reason = "a bench stops where its data cannot be made")]

use chuanbangdai::planner::model::table;
use chuanbangdai::planner::search::{Board, Budget, Gauges};
use chuanbangdai::planner::{Instance, Seed, Task};
use criterion::{Criterion, criterion_group, criterion_main};

/// A budget of moves.
struct Moves(u64, u64);

impl Budget for Moves {
    #[allow(clippy::cast_precision_loss, reason = "a share, not a count")]
    fn spent(&mut self, moves: u64) -> f64 {
        self.0 += moves;
        self.0 as f64 / self.1 as f64
    }
}

/// The instance of `PLANNER_INSTANCE`, or the small one of the tests.
fn instance() -> Instance {
    if let Some(path) = std::env::var_os("PLANNER_INSTANCE") {
        return serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/planner/judged.json");
    let cases: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    serde_json::from_value(cases.pointer("/0/instance").unwrap().clone()).unwrap()
}

fn planner(criterion: &mut Criterion) {
    let instance = instance();
    let seed = Seed { seed: 1, run: 0 };
    criterion.bench_function("planner: table and gauges", |bench| bench.iter(|| Task::new(instance.clone()).unwrap()));
    let task = Task::new(instance.clone()).unwrap();
    criterion.bench_function("planner: first legal plan", |bench| {
        bench.iter(|| task.run(seed, &mut Moves(1, 1), &mut |_| {}));
    });
    criterion.bench_function("planner: 20,000 moves", |bench| {
        bench.iter(|| task.run(seed, &mut Moves(0, 20_000), &mut |_| {}));
    });
    let table = table(&instance);
    let gauges = Gauges::new(&table);
    let mut board = Board::new(&gauges, &vec![false; table.choices().len()]);
    criterion.bench_function("planner: one cell edited and checked again", |bench| {
        bench.iter(|| {
            board.begin();
            board.flip(0);
            board.cost()
        });
    });
}

criterion_group!(benches, planner);
criterion_main!(benches);
