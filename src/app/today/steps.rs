//! The four first steps of a new data file; they hide themselves when all are done.

use crate::app::office::Office;
use crate::app::settings::FileSetting;
use crate::domain::Session;

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

/// The first steps, each with whether it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepsVm(pub [(Step, bool); 4]);

impl StepsVm {
    /// How many are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.0.iter().filter(|(_, is_done)| *is_done).count()
    }
}

/// The first steps; `None` where all are done or they were put away.
pub(super) fn steps(office: &Office, sessions: &[Session]) -> Option<StepsVm> {
    let registry = office.registry();
    if !FileSetting::StepsDone.read(registry).is_empty() {
        return None;
    }
    let has_unit = !FileSetting::UnitName.read(registry).is_empty() || registry.own_institution().is_some();
    let steps = StepsVm([
        (Step::Unit, has_unit),
        (Step::People, !registry.stints.is_empty()),
        (Step::Week, !sessions.is_empty()),
        (Step::Print, !registry.publications.is_empty()),
    ]);
    (steps.done() < steps.0.len()).then_some(steps)
}
