//! Finds the name of an edit for the history: whom and what it is about, before and after.

use super::failure::Failure;
use super::week::session_line;
use crate::domain::{
    ActivityId, Edit, Fund, InstitutionId, Label, Money, PairingId, PersonId, PublicationId, Registry, RelationId,
    Report, Row, Session, StintId, Table, Task, TaskId,
};
use crate::i18n::Tr;
use crate::store::Store;

/// The label of an edit, worked out before it is applied.
pub(super) fn label_of(edit: &Edit, registry: &Registry, store: &Store) -> Result<Label, Failure> {
    let names = Names(registry);
    Ok(match edit {
        Edit::Many { label, .. } => label.clone(),
        Edit::Put { row: Row::Setting(_) } | Edit::Delete { table: Table::Setting, .. } => Label::Settings,
        Edit::Put { row: Row::Session(new) } => match store.row(Table::Session, new.id.raw())? {
            Some(Row::Session(old)) => names.changed_session(&old, new),
            _ => names.slot(new, String::new(), names.session(new)),
        },
        Edit::Put { row: Row::Publication(new) } if new.id.is_new() => Label::Published {
            document: new.document,
            from: new.period_from,
            version: new.version,
            reason: String::new(),
        },
        Edit::Put { row } => {
            let (table, name) = (row.table(), names.row(row));
            if row.id() == 0 || store.row(table, row.id())?.is_none() {
                Label::Added { table, name }
            } else {
                Label::Changed { table, name }
            }
        }
        Edit::Delete { table, id } => match store.row(*table, *id)? {
            Some(Row::Session(old)) => names.slot(&old, names.session(&old), String::new()),
            Some(row) => Label::Deleted { table: *table, name: names.row(&row) },
            // It will be refused; nothing is written into the history.
            None => Label::Deleted { table: *table, name: String::new() },
        },
    })
}

/// What people call a row at this moment.
pub(super) fn name_of(row: &Row, registry: &Registry) -> String {
    Names(registry).row(row)
}

/// Names of rows as they are at this moment.
struct Names<'a>(&'a Registry);

impl Names<'_> {
    /// What people call the row.
    fn row(&self, row: &Row) -> String {
        match row {
            Row::Setting(row) => row.name.clone(),
            Row::CalendarDay(row) => spaced(&[&row.on_date.to_string(), &row.name]),
            Row::Activity(row) => row.name_zh.clone(),
            Row::Institution(row) => row.name.clone(),
            Row::Relation(row) => self.pair(row.from_inst, row.to_inst),
            Row::Agreement(row) if row.number.is_empty() => self.relation(row.relation),
            Row::Agreement(row) => row.number.clone(),
            Row::Department(row) => spaced(&[&self.institution(row.inst), &row.name]),
            Row::Person(row) => row.name.clone(),
            Row::Batch(row) => {
                let number = if row.label.is_empty() { row.no.to_string() } else { row.label.clone() };
                spaced(&[&self.relation(row.relation), &number])
            }
            Row::Stint(row) => spaced(&[&self.person(row.person), &self.institution(row.host_inst)]),
            Row::Appointment(row) => spaced(&[&self.person(row.person), &row.post]),
            Row::Leave(row) => spaced(&[&self.person(row.person), &format!("{}–{}", row.from_on, row.to_on)]),
            Row::Pairing(row) => self.two(row.mentor, row.apprentice),
            Row::PairingGoal(row) => spaced(&[&self.pairing(row.pairing), &row.item]),
            Row::PairingPause(row) => spaced(&[&self.pairing(row.pairing), &row.reason]),
            Row::TeachingLog(row) => spaced(&[&row.on_date.to_string(), &self.person(row.mentor), &row.topic]),
            Row::Attendance(row) => spaced(&[&self.expert(row.stint), &row.on_date.to_string()]),
            Row::Studio(row) => row.name.clone(),
            Row::Team(row) => row.name.clone(),
            Row::TeamMember(row) => row.name.clone(),
            Row::StudyLeave(row) => spaced(&[&self.person(row.person), &self.institution(row.dest_inst)]),
            Row::Benefit(row) => spaced(&[&self.expert(row.stint), Tr::default().benefit_kind(row.kind)]),
            Row::Liaison(row) => spaced(&[&row.leader, &self.expert(row.stint)]),
            Row::Visit(row) => spaced(&[&row.on_date.to_string(), &row.leader, &self.expert(row.stint)]),
            Row::CheckRule(row) => row.code.clone(),
            Row::Template(row) => spaced(&[&self.expert(row.stint), &self.activity(row.activity), &row.room]),
            Row::Session(row) => spaced(&[&self.expert(row.stint), &self.session(row)]),
            Row::TaskTemplate(row) => row.title.clone(),
            Row::Task(row) => self.task(row),
            Row::Milestone(row) => row.title.clone(),
            Row::TaskEvent(row) => spaced(&[&self.task_named(row.task), &row.text]),
            Row::Obligation(row) => row.title.clone(),
            Row::Report(row) => self.report(row),
            Row::Meeting(row) => row.title.clone(),
            Row::Resolution(row) => row.text.clone(),
            Row::Problem(row) => row.text.clone(),
            Row::Fund(row) => self.fund(row),
            Row::Expense(row) => spaced(&[&row.item, &Money::from_fen(row.amount_fen).to_string()]),
            Row::Evidence(row) => row.name.clone(),
            Row::Appraisal(row) => {
                let who = row.inst.map_or_else(String::new, |id| self.institution(id));
                let person = row.person.map_or_else(String::new, |id| self.person(id));
                spaced(&[&who, &person, &row.label, &row.grade])
            }
            Row::Publication(row) => spaced(&[row.document.code(), &row.period_from.to_string()]),
            Row::Edition(row) => self.issue(row.publication),
            Row::KeptSheet(row) => spaced(&[row.document.code(), &row.period_from.to_string()]),
            Row::Notice(row) => row.audience.clone(),
            Row::Tour(row) => spaced(&[&row.from_on.to_string(), &self.institution(row.inst), &row.leader_name]),
            Row::TourMember(row) => row.name.clone(),
            Row::RotaRule(row) => Tr::default().rule_term(row.term).to_owned(),
            Row::PlanLock(row) => spaced(&[&self.expert(row.stint), &Tr::default().half_day(row.on_date, row.slot)]),
        }
    }

    fn slot(&self, session: &Session, before: String, after: String) -> Label {
        Label::Slot { person: self.expert(session.stint), on: session.on_date, slot: session.slot, before, after }
    }

    /// A session that was there: moved, or with other words, or changed in a way that its words do not show.
    fn changed_session(&self, old: &Session, new: &Session) -> Label {
        let (from, to) = ((old.on_date, old.slot), (new.on_date, new.slot));
        let (before, after) = (self.session(old), self.session(new));
        if from != to || old.stint != new.stint {
            let name = spaced(&[&self.expert(old.stint), &before]);
            return Label::Moved { name, from, to, person: self.expert(new.stint) };
        }
        if before == after {
            return Label::Changed { table: Table::Session, name: self.row(&new.clone().into()) };
        }
        self.slot(new, before, after)
    }

    /// What and where, as the week shows it; names in the history are those of the data.
    fn session(&self, session: &Session) -> String {
        session_line(session, self.0, Tr::default())
    }

    /// A task with its site, which tells the rows of one template apart.
    fn task(&self, task: &Task) -> String {
        spaced(&[&task.site.map_or_else(String::new, |id| self.institution(id)), &task.title])
    }

    fn task_named(&self, id: TaskId) -> String {
        self.0.tasks.get(&id).map_or_else(String::new, |task| self.task(task))
    }

    fn report(&self, report: &Report) -> String {
        let title = self.0.obligations.get(&report.obligation).map_or("", |duty| duty.title.as_str());
        spaced(&[title, &format!("{}–{}", report.period_from, report.period_to)])
    }

    fn fund(&self, fund: &Fund) -> String {
        spaced(&[&fund.site.map_or_else(String::new, |id| self.institution(id)), &fund.project])
    }

    fn activity(&self, id: ActivityId) -> String {
        self.0.activities.get(&id).map_or_else(String::new, |activity| activity.name_zh.clone())
    }

    fn person(&self, id: PersonId) -> String {
        self.0.people.get(&id).map_or_else(String::new, |person| person.name.clone())
    }

    fn expert(&self, stint: StintId) -> String {
        self.0.person_of(stint).map_or_else(String::new, |person| person.name.clone())
    }

    fn two(&self, mentor: PersonId, apprentice: PersonId) -> String {
        format!("{}→{}", self.person(mentor), self.person(apprentice))
    }

    fn pairing(&self, id: PairingId) -> String {
        self.0.pairings.get(&id).map_or_else(String::new, |row| self.two(row.mentor, row.apprentice))
    }

    fn institution(&self, id: InstitutionId) -> String {
        self.0.institutions.get(&id).map_or_else(String::new, |inst| inst.name.clone())
    }

    fn issue(&self, id: PublicationId) -> String {
        self.0.publications.get(&id).map_or_else(String::new, |row| self.row(&row.clone().into()))
    }

    fn pair(&self, from: InstitutionId, to: InstitutionId) -> String {
        format!("{}→{}", self.institution(from), self.institution(to))
    }

    fn relation(&self, id: RelationId) -> String {
        self.0.relations.get(&id).map_or_else(String::new, |relation| self.pair(relation.from_inst, relation.to_inst))
    }
}

/// The parts that are there, with spaces between.
fn spaced(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
