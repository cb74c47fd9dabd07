//! The edits of single cells: fill, clear, set a status, change a field.

use chrono::NaiveDate;

use super::choice::Entry;
use super::grid_vm::GridVm;
use super::vm::CellKey;
use crate::domain::{Edit, Label, Session, SessionStatus, Table, Week};

impl GridVm {
    /// Fills the half-day; what held there before gives way.
    ///
    /// `None` where the stint is gone or nothing would change.
    #[must_use]
    pub fn fill(&self, key: CellKey, entry: &Entry) -> Option<Edit> {
        let edits = self.fill_rows(key, entry)?;
        let after = self.records.line(&entry.session(key, self.records.stint(key.stint)?));
        Some(Edit::Many { label: self.slot_label(key, after), edits })
    }

    /// The same entry into several half-days, as one step.
    #[must_use]
    pub fn fill_all(&self, keys: &[CellKey], entry: &Entry) -> Option<Edit> {
        if let [key] = keys {
            return self.fill(*key, entry);
        }
        Self::several(keys.iter().filter_map(|key| self.fill_rows(*key, entry)).flatten().collect())
    }

    /// Clears half-days. What is issued is struck as cancelled first and taken away the second time.
    #[must_use]
    pub fn clear(&self, keys: &[CellKey]) -> Option<Edit> {
        let edits: Vec<Edit> = keys.iter().flat_map(|key| self.clear_rows(*key)).collect();
        match keys {
            [key] if !edits.is_empty() => {
                Some(Edit::Many { label: self.slot_label(*key, self.after_clearing(*key)), edits })
            }
            _ => Self::several(edits),
        }
    }

    /// Gives everything that stands in the half-days a status.
    #[must_use]
    pub fn set_status(&self, keys: &[CellKey], status: SessionStatus) -> Option<Edit> {
        let changed: Vec<Session> = keys
            .iter()
            .filter_map(|key| self.cell(*key))
            .flat_map(|cell| &cell.sessions)
            .filter(|session| session.status != status)
            .map(|session| Session { status, ..session.clone() })
            .collect();
        match <[Session; 1]>::try_from(changed) {
            Ok([only]) => self.change(only),
            Err(changed) => Self::several(changed.into_iter().map(Edit::put).collect()),
        }
    }

    /// Stores a changed session of the week; its cell names the step.
    #[must_use]
    pub fn change(&self, session: Session) -> Option<Edit> {
        let key = CellKey { stint: session.stint, on: session.on_date, slot: session.slot };
        let is_same = self.records.around.contains(&session);
        let after = self.with_status(&session);
        (!is_same).then(|| Edit::Many { label: self.slot_label(key, after), edits: vec![Edit::put(session)] })
    }

    /// The step of several rows, `None` where there are none.
    pub(super) fn several(edits: Vec<Edit>) -> Option<Edit> {
        if edits.is_empty() { None } else { Some(Edit::Many { label: Label::Several { count: edits.len() }, edits }) }
    }

    /// The rows that filling the half-day changes; `None` where it already stands so.
    pub(super) fn fill_rows(&self, key: CellKey, entry: &Entry) -> Option<Vec<Edit>> {
        let stint = self.records.stint(key.stint)?;
        let mut held = self.held(key);
        let first = (!held.is_empty()).then(|| held.remove(0));
        let new = entry.session(key, stint);
        let session = match &first {
            Some(old) if Entry::of(old, stint) == *entry => return None,
            Some(old) => Session {
                id: old.id,
                status: old.status,
                substitute_stint: old.substitute_stint,
                reason: old.reason.clone(),
                ..new
            },
            None => Session { status: self.new_status(key.on), ..new },
        };
        let mut edits = vec![Edit::put(session)];
        edits.extend(held.iter().map(|session| Edit::Delete { table: Table::Session, id: session.id.raw() }));
        Some(edits)
    }

    pub(super) fn clear_rows(&self, key: CellKey) -> Vec<Edit> {
        let held = self.held(key);
        if held.iter().any(|session| is_issued(session.status)) {
            return held
                .into_iter()
                .map(|session| Edit::put(Session { status: SessionStatus::Cancelled, ..session }))
                .collect();
        }
        let all = self.cell(key).map(|cell| cell.sessions.as_slice()).unwrap_or_default();
        all.iter().map(|session| Edit::Delete { table: Table::Session, id: session.id.raw() }).collect()
    }

    /// What new rows are: an extra once the week of the day is issued, planned before.
    fn new_status(&self, on: NaiveDate) -> SessionStatus {
        if self.issued.contains(&Week::of(on)) { SessionStatus::Extra } else { SessionStatus::Planned }
    }

    /// The sessions of the cell that hold.
    pub(super) fn held(&self, key: CellKey) -> Vec<Session> {
        self.cell(key).map(|cell| cell.held().cloned().collect()).unwrap_or_default()
    }

    /// What stands in the cell, in one line.
    pub(super) fn line_of(&self, key: CellKey) -> String {
        let held = self.held(key);
        let lines: Vec<String> = held.iter().map(|session| self.records.line(session)).collect();
        lines.join(self.records.tr.schedule_between())
    }

    pub(super) fn slot_label(&self, key: CellKey, after: String) -> Label {
        Label::Slot {
            person: self.records.stint_name(key.stint).to_owned(),
            on: key.on,
            slot: key.slot,
            before: self.line_of(key),
            after,
        }
    }

    fn after_clearing(&self, key: CellKey) -> String {
        let is_struck = self.held(key).iter().any(|session| is_issued(session.status));
        if is_struck { self.records.tr.session_status(SessionStatus::Cancelled).to_owned() } else { String::new() }
    }

    /// 坐诊 门诊203 (停).
    fn with_status(&self, session: &Session) -> String {
        let line = self.records.line(session);
        if super::words::is_changed(session.status) {
            self.records.tr.schedule_with_mark(&line, self.records.tr.session_status(session.status))
        } else {
            line
        }
    }
}

/// Whether people have been told of it, so that taking it back must stay visible.
const fn is_issued(status: SessionStatus) -> bool {
    matches!(status, SessionStatus::Published | SessionStatus::Swapped | SessionStatus::Substituted)
}
