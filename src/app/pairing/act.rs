//! What is done with a pair, each as one edit with its name in the history.

use chrono::NaiveDate;

use super::board::{Board, MentorCard};
use crate::app::fresh::FreshKeys;
use crate::domain::{
    ActivityId, Edit, Id, Label, Pairing, PairingGoal, PairingKind, PairingMode, PairingPause, PairingStatus, PersonId,
    Precision, Slot, Table, TeachingLog,
};

/// A date, and how exactly it is known.
pub type Known = (NaiveDate, Precision);

/// Something done with a pair.
#[derive(Debug, Clone, PartialEq)]
pub enum PairAct {
    /// It goes to the next state: agreed, running, over.
    Turn(PairingStatus),
    /// It goes on remotely, or on site again.
    Meet(PairingMode),
    /// Its first and last planned day.
    Dates(Known, Option<Known>),
    /// It rests from today on.
    Pause(String),
    /// It rests no longer.
    Resume,
    /// It ends before its time, for a reason.
    Stop(String),
    /// A goal is added or changed.
    Goal(PairingGoal),
    /// A goal goes.
    DropGoal(PairingGoal),
    /// It is taken to the bin with its goals and pauses.
    Delete,
}

/// A new pair, proposed from today until the mentor leaves.
#[must_use]
pub fn make(board: &Board, card: &MentorCard, apprentice: PersonId) -> Edit {
    Edit::put(fresh(board, card, apprentice))
}

fn fresh(board: &Board, card: &MentorCard, apprentice: PersonId) -> Pairing {
    Pairing {
        id: Id::NEW,
        mentor: card.person,
        mentor_stint: card.stint,
        apprentice,
        relation: None,
        programme: None,
        kind: PairingKind::Apprenticeship,
        from_on: board.today,
        from_prec: Precision::Day,
        plan_to_on: card.until.filter(|until| *until >= board.today),
        plan_to_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        status: PairingStatus::Proposed,
        mode: PairingMode::OnSite,
        agreement_no: String::new(),
        signed_on: None,
        host_dept: card.dept,
        previous: None,
        weakness: String::new(),
        end_cause: String::new(),
        note: String::new(),
    }
}

/// Gives an apprentice to another mentor: the old pair ends as 更换, the new one goes on from it with its goals.
/// `None` where that mentor already is the one.
#[must_use]
pub fn reassign(board: &Board, pairing: &Pairing, card: &MentorCard) -> Option<Edit> {
    if pairing.mentor == card.person {
        return None;
    }
    let name = board.pair(pairing.id).map(|line| line.apprentice.clone()).unwrap_or_default();
    if !pairing.has_begun() {
        // What has not begun has no history to keep.
        let moved = Pairing {
            mentor: card.person,
            mentor_stint: card.stint,
            host_dept: card.dept,
            plan_to_on: card.until.filter(|until| *until >= pairing.from_on),
            ..pairing.clone()
        };
        return Some(Edit::put(moved));
    }
    let old = Pairing {
        status: PairingStatus::Replaced,
        to_on: Some(board.today.max(pairing.from_on)),
        to_prec: Precision::Day,
        ..pairing.clone()
    };
    let new =
        Pairing { previous: Some(pairing.id), status: PairingStatus::Active, ..fresh(board, card, pairing.apprentice) };
    let key = FreshKeys::new(&board.registry).nth::<Pairing>(1);
    let goals = board.registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id);
    let goals = goals.map(|goal| Edit::put(PairingGoal { id: Id::NEW, pairing: key, ..goal.clone() }));
    let edits = [Edit::put(old), Edit::put(new)].into_iter().chain(goals).collect();
    let label = Label::Changed { table: Table::Pairing, name: format!("{}→{name}", card.name) };
    Some(Edit::Many { label, edits })
}

/// The edit of an act.
#[must_use]
pub fn act(board: &Board, pairing: &Pairing, act: PairAct) -> Option<Edit> {
    let today = board.today;
    let registry = &board.registry;
    Some(match act {
        PairAct::Turn(status) => Edit::put(turned(pairing, status, today)),
        PairAct::Meet(mode) => Edit::put(Pairing { mode, ..pairing.clone() }),
        PairAct::Dates((from_on, from_prec), until) => Edit::put(Pairing {
            from_on,
            from_prec,
            plan_to_on: until.map(|(on, _)| on),
            plan_to_prec: until.map(|(_, precision)| precision).unwrap_or_default(),
            ..pairing.clone()
        }),
        PairAct::Pause(reason) => {
            Edit::put(PairingPause { id: Id::NEW, pairing: pairing.id, from_on: today, to_on: None, reason })
        }
        PairAct::Resume => {
            let own = registry.pairing_pauses.values();
            let open = own.filter(|pause| pause.pairing == pairing.id && pause.to_on.is_none_or(|to| today <= to));
            let pause = open.max_by_key(|pause| pause.from_on)?;
            match today.pred_opt().filter(|last| *last >= pause.from_on) {
                Some(last) => Edit::put(PairingPause { to_on: Some(last), ..pause.clone() }),
                // It never rested a whole day.
                None => Edit::Delete { table: Table::PairingPause, id: pause.id.raw() },
            }
        }
        PairAct::Stop(cause) => {
            Edit::put(Pairing { end_cause: cause, ..turned(pairing, PairingStatus::Stopped, today) })
        }
        PairAct::Goal(goal) => Edit::put(PairingGoal { pairing: pairing.id, ..goal }),
        PairAct::DropGoal(goal) => Edit::Delete { table: Table::PairingGoal, id: goal.id.raw() },
        PairAct::Delete => delete(board, pairing),
    })
}

/// The pair in another state, with the days that come with it.
fn turned(pairing: &Pairing, status: PairingStatus, today: NaiveDate) -> Pairing {
    let mut turned = Pairing { status, ..pairing.clone() };
    match status {
        PairingStatus::Proposed => turned.signed_on = None,
        PairingStatus::Signed => turned.signed_on = turned.signed_on.or(Some(today)),
        PairingStatus::Active => turned.to_on = None,
        PairingStatus::Finished | PairingStatus::Stopped | PairingStatus::Replaced => {
            let end =
                pairing.plan_to_on.filter(|_| status == PairingStatus::Finished).map_or(today, |on| on.min(today));
            turned.to_on = turned.to_on.or(Some(end.max(pairing.from_on)));
        }
    }
    turned
}

/// Takes the pair with all that hangs on it; its logs stay, without it.
fn delete(board: &Board, pairing: &Pairing) -> Edit {
    let registry = &board.registry;
    let name = board.pair(pairing.id).map(|line| format!("{}→{}", line.mentor, line.apprentice)).unwrap_or_default();
    let mut edits: Vec<Edit> = Vec::new();
    let logs = registry.teaching_logs.values().filter(|log| log.pairing == Some(pairing.id));
    edits.extend(logs.map(|log| Edit::put(TeachingLog { pairing: None, ..log.clone() })));
    let next = registry.pairings.values().filter(|other| other.previous == Some(pairing.id));
    edits.extend(next.map(|other| Edit::put(Pairing { previous: None, ..other.clone() })));
    let goals = registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id);
    edits.extend(goals.map(|goal| Edit::Delete { table: Table::PairingGoal, id: goal.id.raw() }));
    let pauses = registry.pairing_pauses.values().filter(|pause| pause.pairing == pairing.id);
    edits.extend(pauses.map(|pause| Edit::Delete { table: Table::PairingPause, id: pause.id.raw() }));
    edits.push(Edit::Delete { table: Table::Pairing, id: pairing.id.raw() });
    Edit::Many { label: Label::Deleted { table: Table::Pairing, name }, edits }
}

/// What is entered of something taught.
#[derive(Debug, Clone, PartialEq)]
pub struct LogForm {
    /// The day.
    pub on: Option<NaiveDate>,
    /// The half-day.
    pub slot: Slot,
    /// The form it took.
    pub activity: Option<ActivityId>,
    /// What was taught.
    pub topic: String,
}

impl LogForm {
    /// The usual: today, in the morning, a teaching round.
    #[must_use]
    pub fn new(board: &Board) -> Self {
        let activity = board.registry.activity("teaching_round").map(|activity| activity.id);
        Self { on: Some(board.today), slot: Slot::Am, activity, topic: String::new() }
    }

    /// The record of one pair; `None` while something is missing.
    #[must_use]
    pub fn log(&self, pairing: &Pairing, attendees: usize) -> Option<TeachingLog> {
        Some(TeachingLog {
            id: Id::NEW,
            on_date: self.on?,
            on_prec: Precision::Day,
            slot: Some(self.slot),
            mentor: pairing.mentor,
            stint: pairing.mentor_stint,
            apprentice: Some(pairing.apprentice),
            pairing: Some(pairing.id),
            relation: pairing.relation,
            programme: pairing.programme,
            activity: self.activity?,
            form: String::new(),
            topic: Some(self.topic.trim().to_owned()).filter(|topic| !topic.is_empty())?,
            qty_tenths: None,
            attendees: u32::try_from(attendees).ok(),
            dept: pairing.host_dept,
            reflection: String::new(),
            checked_by: String::new(),
            checked_on: None,
            note: String::new(),
        })
    }
}
