//! Rows of a schedule on their way into the book of sessions: written one by one, rooms compared at the end.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Reason, Refused, RowOutcome};
use super::session_book::Before;
use super::sitting::Sitting;
use crate::domain::{ActivityId, InstitutionId, PersonId, Session, SessionStatus, Slot, StintId};
use crate::import::{Code, RowResult};

/// A day and half-day.
pub(super) type Half = (NaiveDate, Slot);

/// A half-day that a row has written.
#[derive(Debug)]
pub(super) struct Placed {
    /// Which cell of the row it comes from: the position of its column in a grid, 0 in a flat sheet.
    pub(super) cell: usize,
    result: RowResult,
    before: Before,
}

/// One row on its way.
#[derive(Debug)]
pub(super) struct Entry {
    row: u32,
    /// Half-days written.
    pub(super) placed: Vec<Placed>,
    /// What else the row changed, such as a title or a phone.
    pub(super) beside: RowResult,
    /// What the clerk should know.
    pub(super) hints: Vec<Reason>,
    /// Why the row or some of its cells were not taken.
    pub(super) refused: Vec<Reason>,
    /// Which cell of the row is being written.
    pub(super) cell: usize,
}

/// The rows of one sheet.
#[derive(Debug, Default)]
pub(super) struct Timetable {
    /// In order.
    pub(super) entries: Vec<Entry>,
}

impl Entry {
    /// A row that has not written anything.
    pub(super) const fn new(row: u32) -> Self {
        Self { row, placed: Vec::new(), beside: RowResult::Unchanged, hints: Vec::new(), refused: Vec::new(), cell: 0 }
    }

    fn result(&self) -> RowResult {
        self.placed.iter().fold(RowResult::Unchanged, |result, placed| result.or(placed.result)).with(self.beside)
    }
}

/// Writes half-days that the book has found to be free.
pub(super) fn put_halves(
    bench: &mut Bench<'_>,
    entry: &mut Entry,
    sitting: &Sitting,
    (person, stint): (PersonId, StintId),
    (halves, meant): (&[Half], Vec<Option<Session>>),
    at: usize,
) {
    let on_dup = bench.draft.on_dup();
    for (half, stored) in halves.iter().zip(meant) {
        let mut session = match stored {
            Some(session) => session,
            None => sitting.session(bench, *half, stint),
        };
        sitting.fill(&mut session);
        let (result, before) = bench.book.put(session, person, at, bench.draft.registry(), on_dup);
        entry.placed.push(Placed { cell: entry.cell, result, before });
    }
}

impl Bench<'_> {
    /// The stored sessions that the half-days of a row mean. R05 where one is taken.
    pub(super) fn meant(
        &self,
        line: &Line<'_>,
        heading: &str,
        person: PersonId,
        stint: StintId,
        halves: &[Half],
        status: Option<SessionStatus>,
    ) -> Result<Vec<Option<Session>>, Refused> {
        let find = |half: &Half| match self.book.meant(person, stint, *half, status) {
            Ok(session) => Ok(session.cloned()),
            Err(taken) => Err(line.refuse(heading, Code::R05, self.taken(taken))),
        };
        halves.iter().map(find).collect()
    }

    /// Who stands where in the half-day of a session.
    pub(super) fn taken(&self, session: &Session) -> About {
        let person = self.draft.get(session.stint).map(|stint| stint.person);
        About::Taken {
            person: person.map(|person| self.person_name(person)).unwrap_or_default(),
            on: session.on_date,
            slot: session.slot,
            what: self.session_words(session),
        }
    }

    /// The mark 休.
    pub(super) fn rest(&self) -> Option<ActivityId> {
        self.registry().activity("rest").map(|activity| activity.id)
    }

    /// The institutions that a sheet is about: those that send and those that receive.
    pub(super) fn sides(&self, line: &Line<'_>) -> Vec<InstitutionId> {
        let ends = Self::context_ends(line);
        let named = ends.from.iter().chain(&ends.to).filter_map(|name| match self.index.institutions(name) {
            [one] => Some(*one),
            _ => None,
        });
        named.chain(self.context_institution(line, "institution")).collect()
    }
}

impl Timetable {
    /// Compares rooms and says what became of each row of a flat sheet: one refusal refuses the row.
    pub(super) fn finish_rows<'l>(
        self,
        bench: &mut Bench<'_>,
        line: impl Fn(usize) -> Option<(Line<'l>, &'static str)>,
    ) -> Vec<RowOutcome> {
        let finish = |(at, mut entry): (usize, Entry)| {
            let clash = entry.placed.iter().find_map(|placed| room_clash(bench, placed));
            if let (Some(about), Some((line, heading))) = (clash, line(at)) {
                take_back(bench, entry.placed.drain(..));
                entry.refused.push(line.reason(heading, Code::R14, about));
            }
            let row = entry.row;
            match entry.refused.pop() {
                Some(reason) => RowOutcome { row, result: RowResult::Rejected, reasons: vec![reason] },
                None => RowOutcome { row, result: entry.result(), reasons: entry.hints },
            }
        };
        self.entries.into_iter().enumerate().map(finish).collect()
    }

    /// Compares rooms and says what became of each row of a grid: a refused cell leaves the others in place.
    pub(super) fn finish_cells(
        self,
        bench: &mut Bench<'_>,
        reason: impl Fn(usize, usize, About) -> Option<Reason>,
    ) -> Vec<RowOutcome> {
        let mut outcomes = Vec::new();
        for (at, mut entry) in self.entries.into_iter().enumerate() {
            let mut kept = Vec::new();
            for placed in std::mem::take(&mut entry.placed) {
                match room_clash(bench, &placed) {
                    Some(about) => {
                        entry.refused.extend(reason(at, placed.cell, about));
                        take_back(bench, [placed]);
                    }
                    None => kept.push(placed),
                }
            }
            entry.placed = kept;
            let (row, result) = (entry.row, entry.result());
            if !entry.placed.is_empty() || entry.refused.is_empty() {
                outcomes.push(RowOutcome { row, result, reasons: entry.hints });
            }
            let refused = entry.refused.into_iter();
            outcomes.extend(refused.map(|reason| RowOutcome {
                row,
                result: RowResult::Rejected,
                reasons: vec![reason],
            }));
        }
        outcomes
    }
}

fn room_clash(bench: &Bench<'_>, placed: &Placed) -> Option<About> {
    bench.book.room_taken(placed.before.id(), bench.registry()).map(|other| bench.taken(other))
}

fn take_back(bench: &mut Bench<'_>, placed: impl IntoIterator<Item = Placed>) {
    for placed in placed {
        bench.book.take_back(placed.before);
    }
}
