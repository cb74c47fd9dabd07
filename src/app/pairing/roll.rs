//! A printed roll-call sheet entered in one pass: a day, for each mentor a form, a topic and who was there.

use std::collections::BTreeSet;

use super::act::LogForm;
use super::board::Board;
use crate::domain::{Edit, Label, PairingId, PersonId, Table};

/// One mentor's line of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct RollLine {
    /// Who taught.
    pub mentor: PersonId,
    /// Name.
    pub name: String,
    /// The pairs that run on the day, with the names of the apprentices.
    pub pairs: Vec<(PairingId, String)>,
    /// Who was there.
    pub present: BTreeSet<PairingId>,
    /// Form, topic and half-day; the day is that of the sheet.
    pub form: LogForm,
}

/// The sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct RollCall {
    /// Day and half-day for all lines.
    pub head: LogForm,
    /// One line for each mentor.
    pub lines: Vec<RollLine>,
}

impl RollCall {
    /// An empty sheet of the pairs that run on the day of the head; everybody is there at first.
    #[must_use]
    pub fn new(board: &Board, head: LogForm) -> Self {
        let on = head.on.unwrap_or(board.today);
        let running = || board.pairs.iter().filter(|line| line.pairing.runs_on(on));
        let mentors: BTreeSet<PersonId> = running().map(|line| line.pairing.mentor).collect();
        let lines = mentors.into_iter().filter_map(|mentor| {
            let own: Vec<_> = running().filter(|line| line.pairing.mentor == mentor).collect();
            let name = own.first()?.mentor.clone();
            let pairs: Vec<_> = own.iter().map(|line| (line.pairing.id, line.apprentice.clone())).collect();
            let present = pairs.iter().map(|(id, _)| *id).collect();
            Some(RollLine { mentor, name, pairs, present, form: LogForm { topic: String::new(), ..head.clone() } })
        });
        Self { lines: lines.collect(), head }
    }

    /// The records of all lines that have a topic, as one step; `None` where none has.
    #[must_use]
    pub fn edit(&self, board: &Board) -> Option<Edit> {
        let logs = self.lines.iter().flat_map(|line| {
            let form = LogForm { on: self.head.on, slot: self.head.slot, ..line.form.clone() };
            let count = line.present.len();
            line.present.iter().filter_map(move |id| form.log(&board.pair(*id)?.pairing, count))
        });
        let edits: Vec<Edit> = logs.map(Edit::put).collect();
        let name = self.head.on?.to_string();
        (!edits.is_empty()).then_some(Edit::Many { label: Label::Added { table: Table::TeachingLog, name }, edits })
    }
}
