//! Dragging a cell onto another: move, copy, or change places.

use super::choice::Entry;
use super::grid_vm::GridVm;
use super::vm::CellKey;
use crate::domain::{Edit, Id, Label, Session, SessionStatus};

/// What a drop does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// The sessions go over; what stands at the target comes back in exchange.
    Move,
    /// The sessions stay, copies of them go over; what stood at the target gives way.
    Copy,
}

impl GridVm {
    /// The edit of a drop; `None` where there is nothing to carry or it would land where it is.
    #[must_use]
    pub fn shift(&self, from: CellKey, to: CellKey, way: Shift) -> Option<Edit> {
        let going = self.held(from);
        if going.is_empty() || from == to {
            return None;
        }
        let coming = self.held(to);
        match way {
            Shift::Copy => {
                let stint = self.records.stint(from.stint)?;
                self.fill(to, &Entry::of(going.first()?, stint))
            }
            Shift::Move => {
                let label = if coming.is_empty() { self.move_label(from, to) } else { self.swap_label(from, to) };
                let mut rows = self.relocated(&going, to)?;
                rows.extend(self.relocated(&coming, from)?);
                Some(Edit::Many { label, edits: rows.into_iter().map(Edit::put).collect() })
            }
        }
    }

    /// The sessions as they would be after the drop, for looking ahead.
    pub(super) fn after_shift(&self, from: CellKey, to: CellKey, way: Shift) -> Option<Vec<Session>> {
        let (going, coming) = (self.held(from), self.held(to));
        let mut after = self.records.around.clone();
        match way {
            Shift::Copy => {
                after.retain(|session| !coming.contains(session));
                let copies = self.relocated(&going, to)?;
                after.extend(copies.into_iter().enumerate().map(|(place, session)| {
                    // Copies have no key yet: a negative one tells them apart in the findings.
                    let key = -1 - i64::try_from(place).unwrap_or_default();
                    Session { id: Id::new(key), ..session }
                }));
            }
            Shift::Move => {
                after.retain(|session| !coming.contains(session) && !going.contains(session));
                after.extend(self.relocated(&going, to)?);
                after.extend(self.relocated(&coming, from)?);
            }
        }
        Some(after)
    }

    /// The sessions at another cell; host and department follow the expert there.
    fn relocated(&self, sessions: &[Session], to: CellKey) -> Option<Vec<Session>> {
        let target = self.records.stint(to.stint)?;
        let relocate = |session: &Session| {
            let own = self.records.stint(session.stint)?;
            let status = match session.status {
                SessionStatus::Published => SessionStatus::Swapped,
                other => other,
            };
            let moved = Entry::of(session, own).session(to, target);
            let from_template = session.from_template.filter(|_| session.stint == to.stint);
            Some(Session { id: session.id, status, reason: session.reason.clone(), from_template, ..moved })
        };
        sessions.iter().map(relocate).collect()
    }

    fn move_label(&self, from: CellKey, to: CellKey) -> Label {
        Label::Moved {
            name: format!("{} {}", self.records.stint_name(from.stint), self.line_of(from)),
            from: (from.on, from.slot),
            to: (to.on, to.slot),
            person: self.records.stint_name(to.stint).to_owned(),
        }
    }

    fn swap_label(&self, one: CellKey, other: CellKey) -> Label {
        let name = |key: CellKey| {
            let when = self.records.tr.half_day(key.on, key.slot);
            format!("{when} {} {}", self.records.stint_name(key.stint), self.line_of(key))
        };
        Label::Swapped { one: name(one), other: name(other) }
    }
}
