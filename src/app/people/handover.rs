//! The hand-over of a batch as the window shows it: who leaves, what there is, who could take it on.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};

use crate::app::week::session_line;
use crate::app::{Failure, Office};
use crate::domain::{
    BatchId, DocumentKind, Edit, HandoverItem, HandoverPlan, Leaver, NameBook, Obstacle, Period, Registry, Session,
    Stint, StintId, handover_edit, handover_obstacles, propose_handover,
};
use crate::i18n::Tr;
use crate::report::DocumentRequest;

/// How many days of planned sessions after the leave are looked at.
const AHEAD: i64 = 400;

/// The hand-over of a batch.
#[derive(Debug, Clone)]
pub struct Handover {
    /// Every batch with its name, the newest first.
    pub batches: Vec<(BatchId, String)>,
    /// What is proposed for the batch, as stored records are now.
    pub plan: HandoverPlan,
    /// The lines of each who leaves, in the order of the plan.
    pub leavers: Vec<LeaverVm>,
    registry: Arc<Registry>,
    sessions: Vec<Session>,
}

/// One who leaves, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaverVm {
    /// Name and department.
    pub name: String,
    /// The last day.
    pub last: String,
    /// Who could take over, the closest first: posting, name and department.
    pub candidates: Vec<(StintId, String)>,
    /// Kind and words of each line, in the order of the plan.
    pub lines: Vec<(String, String)>,
}

impl Handover {
    /// Reads the hand-over of the batch; where none is named, of the one that leaves next or left last.
    ///
    /// # Errors
    /// Where the sessions cannot be read.
    pub fn load(office: &Office, batch: Option<BatchId>, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let today = office.clock().today();
        let mut batches: Vec<_> = registry.batches.values().collect();
        batches.sort_by_key(|batch| std::cmp::Reverse((batch.relation, batch.no)));
        let chosen = batch
            .and_then(|id| registry.batches.get(&id))
            .or_else(|| batches.iter().copied().min_by_key(|batch| far(&registry, batch.id, today)));
        let (plan, sessions) = match chosen {
            Some(batch) => {
                let sessions = later_sessions(office, &registry, batch.id)?;
                (propose_handover(&registry, &sessions, batch), sessions)
            }
            None => (HandoverPlan { batch: BatchId::NEW, leavers: Vec::new() }, Vec::new()),
        };
        let leavers = words(&registry, &sessions, &plan, tr);
        let batches = batches.into_iter().map(|batch| (batch.id, tr.batch_name(batch))).collect();
        Ok(Self { batches, plan, leavers, registry, sessions })
    }

    /// Why lines of a plan cannot be taken on, in words, leaver by leaver; nothing for those that can.
    #[must_use]
    pub fn obstacles(&self, plan: &HandoverPlan, tr: Tr) -> Vec<Vec<Option<String>>> {
        let names = NameBook::new(&self.registry);
        let found = handover_obstacles(&self.registry, &self.sessions, plan);
        let of_leaver = |(leaver, found): (&Leaver, Vec<Option<Obstacle>>)| {
            let lines = leaver.lines.iter().zip(found);
            lines.map(|(line, obstacle)| Some(self.obstacle_words(line.to?, obstacle?, &names, tr))).collect()
        };
        plan.leavers.iter().zip(found).map(of_leaver).collect()
    }

    fn obstacle_words(&self, to: StintId, obstacle: Obstacle, names: &NameBook, tr: Tr) -> String {
        let registry = &self.registry;
        let name = registry.person_of(to).map_or("", |person| names.name(person));
        match obstacle {
            Obstacle::Oneself => tr.handover_oneself().to_owned(),
            Obstacle::SamePair(_) => tr.handover_same_pair(name),
            Obstacle::Session(id) => {
                let what = line_words(registry, &self.sessions, HandoverItem::Session(id), tr).1;
                tr.handover_has_session(name, &what)
            }
            Obstacle::Rule(id) => {
                let what = line_words(registry, &self.sessions, HandoverItem::Template(id), tr).1;
                tr.handover_has_rule(name, &what)
            }
            Obstacle::Away(id) => {
                let leave = registry.leave.get(&id);
                let days = leave.map(|leave| {
                    let half = |on, slot| tr.half_day(on, slot);
                    format!("{} – {}", half(leave.from_on, leave.from_slot), half(leave.to_on, leave.to_slot))
                });
                tr.handover_away(name, &days.unwrap_or_default())
            }
            Obstacle::NotOnPost => tr.handover_not_on_post(name),
            Obstacle::Over => tr.handover_over().to_owned(),
            Obstacle::Twice => tr.handover_twice(name),
        }
    }

    /// The edit of a plan as it was confirmed; `None` where nothing is handed to anybody.
    #[must_use]
    pub fn edit(&self, plan: &HandoverPlan) -> Option<Edit> {
        handover_edit(&self.registry, &self.sessions, plan)
    }

    /// Whether the successor of who leaves is named and not stored yet.
    #[must_use]
    pub fn is_new_successor(&self, leaver: &Leaver) -> bool {
        let stored = self.registry.stints.get(&leaver.stint).and_then(|stint| stint.successor_stint);
        leaver.successor.is_some() && leaver.successor != stored
    }

    /// The slip (D15) of those who leave; `None` where nobody does.
    #[must_use]
    pub fn document(&self) -> Option<DocumentRequest> {
        let days = self.plan.leavers.iter().map(|leaver| leaver.last_on);
        let period = Period::new(days.clone().min()?, days.max()?)?;
        Some(DocumentRequest::new(DocumentKind::Handover, period))
    }
}

/// How far a batch is from leaving: those about to leave first, then those that left.
fn far(registry: &Registry, batch: BatchId, today: NaiveDate) -> (bool, i64) {
    let last = registry.stints.values().filter(|stint| stint.batch == Some(batch)).filter_map(Stint::last_day);
    let last = last.min_by_key(|on| (*on - today).num_days().abs());
    last.map_or((true, i64::MAX), |on| (false, (on - today).num_days().abs()))
}

fn later_sessions(office: &Office, registry: &Registry, batch: BatchId) -> Result<Vec<Session>, Failure> {
    let own = registry.stints.values().filter(|stint| stint.batch == Some(batch));
    let Some(first) = own.filter_map(Stint::last_day).min() else { return Ok(Vec::new()) };
    match Period::new(first, first + Duration::days(AHEAD)) {
        Some(period) => office.sessions(period),
        None => Ok(Vec::new()),
    }
}

fn words(registry: &Registry, sessions: &[Session], plan: &HandoverPlan, tr: Tr) -> Vec<LeaverVm> {
    let names = NameBook::new(registry);
    let called = |id: StintId| {
        let Some(stint) = registry.stints.get(&id) else { return String::new() };
        let name = registry.people.get(&stint.person).map_or("", |person| names.name(person));
        let dept = stint.host_dept.and_then(|id| registry.departments.get(&id)).map_or("", |dept| dept.name.as_str());
        if dept.is_empty() { name.to_owned() } else { tr.handover_of(name, dept) }
    };
    let leaver = |leaver: &Leaver| LeaverVm {
        name: called(leaver.stint),
        last: tr.full_date(leaver.last_on),
        candidates: leaver.candidates.iter().map(|id| (*id, called(*id))).collect(),
        lines: leaver.lines.iter().map(|line| line_words(registry, sessions, line.item, tr)).collect(),
    };
    plan.leavers.iter().map(leaver).collect()
}

fn line_words(registry: &Registry, sessions: &[Session], item: HandoverItem, tr: Tr) -> (String, String) {
    let (kind, words) = match item {
        HandoverItem::Pairing(id) => {
            let pairing = registry.pairings.get(&id);
            let name = pairing.and_then(|pairing| registry.people.get(&pairing.apprentice)).map(|it| it.name.clone());
            (tr.handover_pair(), name.unwrap_or_default())
        }
        HandoverItem::Template(id) => {
            let rule = registry.templates.get(&id);
            let words = rule.map(|rule| {
                let weekday = chrono::Weekday::try_from(rule.weekday.saturating_sub(1)).unwrap_or(chrono::Weekday::Mon);
                let activity = registry.activities.get(&rule.activity).map_or("", |it| it.name_zh.as_str());
                format!("{}{} {activity} {}", tr.weekday(weekday), tr.slot(rule.slot), rule.room)
            });
            (tr.handover_rule(), words.unwrap_or_default())
        }
        HandoverItem::Session(id) => {
            let session = sessions.iter().find(|session| session.id == id);
            let words = session.map(|session| {
                format!("{} {}", tr.half_day(session.on_date, session.slot), session_line(session, registry, tr))
            });
            (tr.handover_session(), words.unwrap_or_default())
        }
        HandoverItem::Task(id) => {
            let task = registry.tasks.get(&id);
            let words = task.map(|task| tr.handover_task_due(&task.title, &task.due_on.to_string()));
            (tr.handover_task(), words.unwrap_or_default())
        }
    };
    (kind.to_owned(), words.trim().to_owned())
}
