//! Drives the window off screen with random input, and tells whatever goes wrong.

mod screen;
mod step;
mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::app::settings::Preferences;
use crate::app::{Clock, Desk, Failure, Office};

use screen::Screen;
use step::Step;

/// Frames in which the window must come to rest when nothing is done any more.
const FRAMES_TO_REST: u32 = 200;

/// Where chance starts, and how far it goes.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The same number does the same things.
    pub seed: u64,
    /// How many things are done.
    pub steps: u32,
    /// Workbooks that are dropped on the window.
    pub workbooks: Vec<PathBuf>,
}

/// Something that went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// After so many steps.
    pub step: u32,
    /// What was done.
    pub done: String,
    /// What was seen, for whoever mends it.
    pub seen: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Frames that were drawn.
    pub frames: u64,
    /// Steps that were done.
    pub steps: u32,
    /// Edits, undos and redos that the office answered.
    pub answers: u64,
    /// Everything that went wrong; a panic is the last of it.
    pub troubles: Vec<Trouble>,
}

/// Drives a window over an office; its files lie in `folder`.
#[must_use]
pub fn drive(office: Office, clock: Clock, folder: &Path, plan: &Plan) -> Outcome {
    let desk = Desk::inline(office);
    let mut outcome = Outcome::default();
    let opened = guarded(|| Screen::new(desk.clone(), clock, Preferences::default(), folder));
    let Some(mut screen) = opened else {
        outcome.note("open", "panicked");
        return outcome;
    };
    let mut chance = fastrand::Rng::with_seed(plan.seed);
    for number in 1..=plan.steps {
        outcome.steps = number;
        let step = Step::choose(&mut chance, &screen, &plan.workbooks);
        let done = format!("{step:?}");
        let is_well = guarded(|| step.perform(&mut screen)).is_some();
        for seen in screen.complaints() {
            outcome.note(&done, &seen);
        }
        (outcome.frames, outcome.answers) = (screen.frames(), screen.answers());
        if !is_well {
            outcome.note(&done, "panicked");
            return outcome;
        }
    }
    match guarded(|| screen.comes_to_rest(FRAMES_TO_REST)) {
        Some(true) => {}
        Some(false) => outcome.note("rest", "the window keeps drawing although nothing happens"),
        None => outcome.note("rest", "panicked"),
    }
    if let Err(failure) = take_all_back(&desk) {
        outcome.note("undo", &failure.to_string());
    }
    outcome
}

impl Outcome {
    fn note(&mut self, done: &str, seen: &str) {
        let known = self.troubles.iter().any(|trouble| trouble.seen == seen);
        // The same thing is seen in every frame from then on: once is enough.
        if !known {
            self.troubles.push(Trouble { step: self.steps, done: done.to_owned(), seen: seen.to_owned() });
        }
    }
}

/// Does something; nothing where it panics.
fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Every step is taken back, one by one, as far as the journal reaches.
fn take_all_back(desk: &Desk) -> Result<(), Failure> {
    let answer = desk.ask(|office| {
        loop {
            match office.undo() {
                Ok(_) => {}
                Err(failure) if failure.is_calm() => return Ok(()),
                Err(failure) => return Err(failure),
            }
        }
    });
    answer.take().unwrap_or(Ok(()))
}
