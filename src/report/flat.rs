//! The same sessions as a flat list: one row each. Its heads are no heads of an import, which reads the grid beside it:
//! nothing comes back twice.

use serde::Serialize;

use super::posted::Posted;
use super::sources::Sources;
use super::week_schedule::activity_words;
use crate::domain::{NameBook, Period, SessionStatus};
use crate::i18n::Tr;

/// A table without merges or tints, for other programs to count in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Flat {
    /// Name of its tab.
    pub tab: String,
    /// The head.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Sources<'_> {
    /// The sessions of those shown, one row each.
    pub(super) fn flat(&self, period: Period, posted: &[Posted<'_>], tr: Tr) -> Flat {
        let head = [
            tr.flat_date(),
            tr.flat_weekday(),
            tr.flat_slot(),
            tr.flat_expert(),
            tr.flat_title(),
            tr.flat_home(),
            tr.flat_dept(),
            tr.flat_inst(),
            tr.flat_activity(),
            tr.flat_room(),
            tr.flat_status(),
            tr.flat_stand_in(),
            tr.flat_reason(),
        ];
        let names = NameBook::new(self.registry);
        // A blank in these columns would be read as the value above it.
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| tr.paper_not_recorded().to_owned());
        let mut rows = Vec::new();
        for session in self.sessions_in(period) {
            let Some(one) = posted.iter().find(|one| one.stint.id == session.stint) else { continue };
            let home = one.person.inst.and_then(|id| self.institution(id)).map(|inst| inst.name.clone());
            let stand_in = session.substitute_stint.and_then(|id| self.registry.person_of(id));
            rows.push(vec![
                session.on_date.format("%Y-%m-%d").to_string(),
                tr.paper_weekday_mark(session.on_date).to_owned(),
                tr.slot(session.slot).to_owned(),
                one.name.clone(),
                one.person.title_text.clone(),
                or_dash(home),
                or_dash(self.department(session.dept).map(|dept| dept.name.clone())),
                self.institution(session.inst).map(|inst| inst.name.clone()).unwrap_or_default(),
                activity_words(self, session, tr),
                session.room.clone(),
                status(session.status, tr),
                stand_in.map(|person| names.name(person).to_owned()).unwrap_or_default(),
                session.reason.clone(),
            ]);
        }
        Flat { tab: tr.flat_tab().to_owned(), head: head.map(str::to_owned).into(), rows }
    }
}

fn status(status: SessionStatus, tr: Tr) -> String {
    tr.session_status(status).to_owned()
}
