//! What is said once on opening: how much is overdue, how much falls due in the next days, and the first of it.

use super::due::due;
use crate::app::{Failure, Office};
use crate::i18n::Tr;

/// Days ahead that are named on opening.
const AHEAD: i64 = 3;
/// How many things are named; the first page shows them all.
const NAMED: usize = 5;
/// Signs of a subject that are said.
const SUBJECT: usize = 18;

/// What is said on opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// How much is overdue and due.
    pub title: String,
    /// The most urgent, one on each line.
    pub lines: Vec<String>,
}

/// What is to be said on opening; `None` where nothing is due.
///
/// # Errors
/// Never at present; questions to the office share one shape.
pub fn reminder(office: &Office, tr: Tr) -> Result<Option<Reminder>, Failure> {
    let today = office.clock().today();
    let mut near = due(office.registry(), office.calendar(), tr, today);
    near.retain(|item| item.days <= AHEAD);
    let overdue = near.iter().filter(|item| item.days < 0).count();
    let soon = near.len() - overdue;
    if near.is_empty() {
        return Ok(None);
    }
    let line = |item: &super::DueVm| format!("{} {} {}", brief(&item.subject), item.text, item.when);
    let mut lines: Vec<String> = near.iter().take(NAMED).map(line).collect();
    if near.len() > NAMED {
        lines.push(tr.more_lines(near.len() - NAMED));
    }
    Ok(Some(Reminder { title: tr.reminder_title(overdue, soon, AHEAD), lines }))
}

/// So much of a subject as fits on a line beside what is to be said of it.
fn brief(subject: &str) -> String {
    match subject.char_indices().nth(SUBJECT) {
        Some((end, _)) => format!("{}…", subject.get(..end).unwrap_or_default().trim_end()),
        None => subject.to_owned(),
    }
}
