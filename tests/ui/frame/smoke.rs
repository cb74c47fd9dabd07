//! The window under random input.

use chuanbangdai::app::{Clock, Office, sample};
use chuanbangdai::ui::smoke::{Plan, drive};

use crate::support::now;

#[test]
fn nothing_goes_wrong_under_hundreds_of_random_inputs() {
    for seed in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Fixed(now());
        let mut office = Office::create(&folder.path().join("data.db"), clock).unwrap();
        let edit = sample::sample(office.registry(), clock.today());
        office.run(&edit).unwrap();
        let plan = Plan { seed, steps: 300, workbooks: Vec::new() };
        let outcome = drive(office, clock, folder.path(), &plan);
        assert_eq!(outcome.troubles, [], "seed {seed}");
        assert_eq!(outcome.steps, 300);
        assert!(outcome.answers > 0, "nothing reached the office");
    }
}
