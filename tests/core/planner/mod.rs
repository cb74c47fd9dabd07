//! The planner: its table against the reference, its plans against its table, its refusals against all plans.
#![allow(clippy::cast_precision_loss, reason = "shares of small counts")]

mod absurd;
mod blocks;
mod brute;
mod judged;
mod office;
mod office_rules;
mod reasons;
mod rotation;
mod search;
mod stop;
mod twins;

use std::path::Path;

use chuanbangdai::planner::search::Budget;
use chuanbangdai::planner::{Found, Instance, Seed, Task};

/// A budget of moves.
pub struct Moves {
    done: u64,
    most: u64,
}

impl Moves {
    /// So many.
    pub const fn new(most: u64) -> Self {
        Self { done: 0, most }
    }
}

impl Budget for Moves {
    fn spent(&mut self, moves: u64) -> f64 {
        self.done += moves;
        self.done as f64 / self.most as f64
    }
}

/// Text of a file of the planner's data.
pub fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/planner").join(name);
    std::fs::read_to_string(path).expect("test data are there")
}

/// One run over so many moves.
pub fn run(instance: Instance, moves: u64, seed: u64) -> (Task, Found) {
    let task = Task::new(instance).expect("a sound instance");
    let found = task.run(Seed { seed, run: 0 }, &mut Moves::new(moves), &mut |_| {});
    (task, found)
}

/// The first instance of the judged plans: eight experts, four weeks.
pub fn small() -> Instance {
    let cases: Vec<serde_json::Value> = serde_json::from_str(&data("judged.json")).expect("cases");
    serde_json::from_value(cases[0]["instance"].clone()).expect("an instance")
}

/// The smallest hospital: two departments, three experts, one week, one township.
pub fn tiny() -> Instance {
    serde_json::from_str(
        r#"{"weeks":1,"workdays":[0,1],"departments":[
            {"id":0,"surgical":false,"rooms":1,"clinic_min":1,"clinic_target":2,"round_min":1,"clinic_title":1}],
        "experts":[
            {"id":0,"depts":[0],"title":1,"stints":[[0,1]],"leave":[],"nogo_weekdays":[],"no_travel":false,"no_oncall":false,"max_sessions":3,"max_clinics":2,"dislikes":[[0,0,2]]},
            {"id":1,"depts":[0],"title":1,"stints":[[0,1]],"leave":[],"nogo_weekdays":[],"no_travel":false,"no_oncall":false,"max_sessions":2,"max_clinics":1,"dislikes":[]}],
        "sites":[{"id":0,"depts":[0],"window_weeks":1,"market_weekday":1}],"pairs":[],"theatres":1,"cars":1,"team":[2,2],
        "lectures_per_week":[0,1],"oncall_min_present":2,
        "weights":{"off_pattern":3,"clinic_short":5,"round_short":8,"lecture_short":4,"pair_short":6,"site_window":40,"oncall_fair":4,"tour_fair":2,"market_miss":2,"clinic_min":10,"round_min":10,"change":2}}"#,
    )
    .expect("an instance")
}
