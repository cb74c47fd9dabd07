//! The four first steps of a new data file; they hide themselves when all are done.

use crate::app::office::Office;
use crate::app::settings::FileSetting;
use crate::domain::{Session, Setting};

/// A first step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Say what the unit is called.
    Unit,
    /// Bring in the people.
    People,
    /// Fill a week.
    Week,
    /// Issue or print it.
    Print,
}

/// The first steps.
#[derive(Debug, Clone, PartialEq)]
pub struct StepsVm {
    /// Each step, and whether it is done.
    pub steps: [(Step, bool); 4],
    /// The choice by which the list is put away for good.
    pub put_away: Setting,
}

impl StepsVm {
    /// How many are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|(_, is_done)| *is_done).count()
    }
}

/// The first steps; `None` where all are done or they were put away.
pub(super) fn steps(office: &Office, sessions: &[Session]) -> Option<StepsVm> {
    let registry = office.registry();
    if !FileSetting::StepsDone.read(registry).is_empty() {
        return None;
    }
    let has_unit = !FileSetting::UnitName.read(registry).is_empty() || registry.own_institution().is_some();
    let steps = [
        (Step::Unit, has_unit),
        (Step::People, !registry.stints.is_empty()),
        (Step::Week, !sessions.is_empty()),
        (Step::Print, !registry.publications.is_empty()),
    ];
    let vm = StepsVm { steps, put_away: FileSetting::StepsDone.row(registry) };
    (vm.done() < steps.len()).then_some(vm)
}
