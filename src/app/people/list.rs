//! The list of people and stints, made once per change.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::row::{PersonLine, Standing};
use crate::app::week::NamedId;
use crate::app::{Failure, Office};
use crate::domain::{BatchId, NameBook, Registry, WorkCalendar};
use crate::i18n::Tr;

/// What the list is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListFilter {
    /// Stints that run today.
    #[default]
    OnPost,
    /// Every stint.
    All,
    /// Those of a batch.
    Batch(BatchId),
    /// People without a stint.
    OwnStaff,
}

/// The list.
#[derive(Debug, Clone)]
pub struct PeopleList {
    /// Its lines, those that somebody should look at first.
    pub lines: Vec<PersonLine>,
    /// The batches.
    pub batches: Vec<NamedId<BatchId>>,
    /// The records, for the forms.
    pub registry: Arc<Registry>,
    /// The work calendar, for picking dates.
    pub calendar: Arc<WorkCalendar>,
    /// The day it was made for.
    pub today: NaiveDate,
}

impl PeopleList {
    /// Reads the list.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let today = office.clock().today();
        let names = NameBook::new(&registry);
        let posted: BTreeSet<_> = registry.stints.values().map(|stint| stint.person).collect();
        let stints = registry.stints.values();
        let mut lines: Vec<PersonLine> =
            stints.filter_map(|stint| PersonLine::of_stint(stint, &registry, &names, today, tr)).collect();
        let own = registry.people.values().filter(|person| !posted.contains(&person.id));
        lines.extend(own.map(|person| PersonLine::of_person(person, &registry, &names, tr)));
        lines.sort_by_key(|line| line.sort);
        let batches = registry.batches.values().map(|batch| NamedId { id: batch.id, name: tr.batch_name(batch) });
        Ok(Self { lines, batches: batches.collect(), calendar: Arc::clone(office.calendar()), today, registry })
    }

    /// The lines that pass the filter, by their places.
    #[must_use]
    pub fn shown(&self, filter: ListFilter) -> Vec<usize> {
        let passes = |line: &PersonLine| match filter {
            ListFilter::OnPost => line.standing.is_on_post(),
            ListFilter::All => line.standing != Standing::OwnStaff,
            ListFilter::Batch(batch) => line.batch == Some(batch),
            ListFilter::OwnStaff => line.standing == Standing::OwnStaff,
        };
        self.lines.iter().enumerate().filter(|(_, line)| passes(line)).map(|(place, _)| place).collect()
    }

    /// The line of a key.
    #[must_use]
    pub fn line(&self, key: i64) -> Option<&PersonLine> {
        self.lines.iter().find(|line| line.key() == key)
    }
}
