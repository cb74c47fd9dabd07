//! The task list, made once per change; what is shown of it is a list of places.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::line::{LineSource, TaskLine};
use super::templates::{Gap, gaps_by_list};
use crate::app::{Failure, Office};
use crate::domain::{Id, InstitutionId, Registry, Task, TaskId, TaskState, WorkCalendar};
use crate::i18n::Tr;

/// Which tasks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Those that are not closed.
    #[default]
    Open,
    /// Due soon or overdue.
    Problem,
    /// To be chased today and not chased yet.
    Chase,
    /// Closed.
    Closed,
    /// All.
    All,
}

/// By what the tasks are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// By urgency alone.
    #[default]
    Urgency,
    /// By site.
    Site,
    /// By responsible person.
    Owner,
    /// By category.
    Category,
}

/// What the list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskFilter {
    /// Which tasks.
    pub which: Which,
    /// Of one list.
    pub list: Option<String>,
    /// Of one site; the inner `None` is the own institution.
    pub site: Option<Option<InstitutionId>>,
    /// How they are put together.
    pub grouping: Grouping,
}

/// The tasks.
#[derive(Debug, Clone)]
pub struct TaskBook {
    /// Its lines, the most urgent first.
    pub lines: Vec<TaskLine>,
    /// Their places by task.
    places: HashMap<TaskId, usize>,
    /// The names of the lists.
    pub lists: Vec<String>,
    /// The sites, with their names; `None` is the own institution.
    pub sites: Vec<(Option<InstitutionId>, String)>,
    /// What the templates of each list would make and change.
    pub gaps: BTreeMap<String, Gap>,
    /// How many tasks are still to be chased today.
    pub to_chase: usize,
    /// The records, for forms and edits.
    pub registry: Arc<Registry>,
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
    /// The day it was made for.
    pub today: NaiveDate,
}

impl TaskBook {
    /// Reads the tasks.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let calendar = Arc::clone(office.calendar());
        let today = office.clock().today();
        let source = LineSource::new(&registry, &calendar, today, tr);
        let mut lines: Vec<TaskLine> = registry.tasks.values().map(|task| TaskLine::of(task, &source)).collect();
        let order = |line: &TaskLine| {
            let no = registry.tasks.get(&line.id).and_then(|task| task.no);
            // What was closed last comes first among the closed.
            let days = if line.state == TaskState::Closed { -line.left.days } else { line.left.days };
            (line.state, days, line.site, no, line.id)
        };
        lines.sort_by_cached_key(order);
        let lists: BTreeSet<&String> = registry.tasks.values().map(|task| &task.list).collect();
        let lists = lists.into_iter().cloned().collect();
        let sites: BTreeSet<Option<InstitutionId>> = lines.iter().map(|line| line.site).collect();
        let name = |site: &Option<InstitutionId>| match site {
            None => tr.tasks_own_site().to_owned(),
            Some(id) => registry.institutions.get(id).map_or_else(String::new, |inst| inst.name.clone()),
        };
        let sites = sites.iter().map(|site| (*site, name(site))).collect();
        let gaps = gaps_by_list(&registry);
        let to_chase = lines.iter().filter(|line| line.chase_due().is_some()).count();
        let places = lines.iter().enumerate().map(|(place, line)| (line.id, place)).collect();
        Ok(Self { lines, places, lists, sites, gaps, to_chase, registry, calendar, today })
    }

    /// The lines that pass the filter, by their places, in the order of the grouping.
    #[must_use]
    pub fn shown(&self, filter: &TaskFilter) -> Vec<usize> {
        let passes = |line: &TaskLine| {
            let is_meant = match filter.which {
                Which::Open => line.state != TaskState::Closed,
                Which::Problem => line.state.is_problem(),
                Which::Chase => line.chase_due().is_some(),
                Which::Closed => line.state == TaskState::Closed,
                Which::All => true,
            };
            is_meant
                && filter.list.as_ref().is_none_or(|list| line.list == *list)
                && filter.site.is_none_or(|site| line.site == site)
        };
        let places = self.lines.iter().enumerate().filter(|(_, line)| passes(line)).map(|(place, _)| place);
        let mut places: Vec<usize> = places.collect();
        let line = |place: &usize| self.lines.get(*place);
        match filter.grouping {
            Grouping::Urgency => {}
            Grouping::Site => places.sort_by_key(|place| line(place).map(|line| line.site)),
            Grouping::Owner => places.sort_by_key(|place| line(place).map(|line| line.owner.as_str())),
            Grouping::Category => places.sort_by_key(|place| line(place).map(|line| line.category.as_str())),
        }
        places
    }

    /// What the templates of a list, or of all of them, would make and change.
    #[must_use]
    pub fn gap(&self, list: Option<&str>) -> Gap {
        let gaps = self.gaps.iter().filter(|(name, _)| list.is_none_or(|list| *name == list));
        gaps.fold(Gap::default(), |sum, (_, gap)| Gap {
            missing: sum.missing + gap.missing,
            lagging: sum.lagging + gap.lagging,
        })
    }

    /// The line of a task.
    #[must_use]
    pub fn line(&self, task: i64) -> Option<&TaskLine> {
        self.places.get(&TaskId::new(task)).and_then(|place| self.lines.get(*place))
    }

    /// A task.
    #[must_use]
    pub fn task(&self, task: i64) -> Option<&Task> {
        self.registry.tasks.get(&Id::new(task))
    }

    /// The tasks of these keys.
    #[must_use]
    pub fn tasks(&self, keys: &[i64]) -> Vec<&Task> {
        keys.iter().filter_map(|key| self.task(*key)).collect()
    }
}
