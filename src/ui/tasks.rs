//! What the office was asked to do and has not answered yet.

use crate::app::{Answer, Desk, Done, Failure};
use crate::i18n::Tr;

use super::page::Command;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An edit.
    Edit,
    /// Taking a step back.
    Undo,
    /// Doing a step again.
    Redo,
    /// Forgetting the bin.
    EmptyBin,
    /// A backup.
    BackUp,
    /// Putting a backup in place of the data.
    Restore,
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// A step of the history.
    Step(Done),
    /// So many rows are forgotten.
    Emptied(usize),
    /// A backup was made.
    BackedUp,
    /// A backup stands in place of the data.
    Restored,
}

/// Everything that is under way, in the order in which it was asked for.
#[derive(Debug, Default)]
pub struct Tasks {
    open: Vec<(Kind, Answer<Result<Outcome, Failure>>)>,
    answers: u64,
    defects: Vec<String>,
}

impl Tasks {
    /// Hands a command to the office, where it is one for the office; hands it back where it is not.
    pub fn start(&mut self, desk: &Desk, tr: Tr, command: Command) -> Option<Command> {
        let step = |done: Result<Done, Failure>| done.map(Outcome::Step);
        let (kind, answer) = match command {
            Command::Run(edit) => (Kind::Edit, desk.ask(move |office| step(office.run(&edit)))),
            Command::Undo => (Kind::Undo, desk.ask(move |office| step(office.undo()))),
            Command::Redo => (Kind::Redo, desk.ask(move |office| step(office.redo()))),
            Command::UndoStep(number) => (Kind::Undo, desk.ask(move |office| step(office.undo_step(number)))),
            Command::FetchBack(entry) => (Kind::Edit, desk.ask(move |office| step(office.fetch_back(entry, tr)))),
            Command::EmptyBin => (Kind::EmptyBin, desk.ask(|office| office.empty_bin().map(Outcome::Emptied))),
            Command::BackUp => (Kind::BackUp, desk.ask(|office| office.back_up_now().map(|()| Outcome::BackedUp))),
            Command::Restore(path) => {
                (Kind::Restore, desk.ask(move |office| office.put_back(&path).map(|()| Outcome::Restored)))
            }
            other => return Some(other),
        };
        self.open.push((kind, answer));
        None
    }

    /// What has been answered since.
    pub fn answered(&mut self) -> Vec<(Kind, Result<Outcome, Failure>)> {
        let mut come = Vec::new();
        self.open.retain(|(kind, answer)| match answer.take() {
            Some(result) => {
                self.answers += 1;
                self.defects.extend(result.as_ref().err().filter(|it| is_defect(it)).map(ToString::to_string));
                come.push((*kind, result));
                false
            }
            None => true,
        });
        come
    }

    /// How many were answered.
    #[must_use]
    pub const fn answers(&self) -> u64 {
        self.answers
    }

    /// Failures that should never have come, since it was last asked.
    pub fn defects(&mut self) -> Vec<String> {
        std::mem::take(&mut self.defects)
    }
}

/// Whether a failure is none that a clerk can bring about in the window.
fn is_defect(failure: &Failure) -> bool {
    matches!(failure.exit_code(), 7..=9 | 12 | 70..)
}

impl Outcome {
    /// What the status bar says.
    #[must_use]
    pub fn words(&self, kind: Kind, tr: Tr) -> String {
        match (self, kind) {
            (Self::Step(done), Kind::Undo) => tr.status_undone(&tr.label(&done.label)),
            (Self::Step(done), Kind::Redo) => tr.status_redone(&tr.label(&done.label)),
            (Self::Step(done), _) => tr.label(&done.label),
            (Self::Emptied(rows), _) => tr.status_emptied(*rows),
            (Self::BackedUp, _) => tr.status_backed_up().to_owned(),
            (Self::Restored, _) => tr.status_restored().to_owned(),
        }
    }
}
