//! The planning task of an office: experts, kinds of work, places, and the one table of rules over them.

use chrono::NaiveDate;

use super::candidates::Draft;
use super::demand::Demand;
use super::ground::{Ground, Horizon};
use super::habit::Habit;
use super::people::{Expert, experts};
use super::standing::Standings;
use super::visits::Outing;
use super::{beside_rows, hospital_rows, presence_rows, rows, teaching_rows, tour_rows};
use crate::domain::{ActivityId, DepartmentId, InstitutionId, Period, StintId};
use crate::planner::solve::Task;

/// A kind of work: what is done where, and whose it is where nobody else can do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work {
    /// The activity.
    pub activity: ActivityId,
    /// The place.
    pub inst: InstitutionId,
    /// The department there.
    pub dept: Option<DepartmentId>,
    /// The expert whose own work it is; none for what a department's experts share.
    pub owner: Option<StintId>,
}

/// Work that nobody could do in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nobody {
    /// The work, by number.
    pub work: usize,
    /// The week, from 0.
    pub week: usize,
    /// How often it is wanted beyond what can be done.
    pub missing: usize,
    /// Whether somebody who does it is on post in that week, and has no half-day left.
    pub is_full: bool,
}

/// What the demand was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Basis {
    /// Half-days that templates ask for.
    pub templates: usize,
    /// The usual weeks that were looked at, where there were any.
    pub usual: Option<Period>,
    /// Rules of the office's own.
    pub rules: usize,
}

/// The planning task.
#[derive(Debug)]
pub struct Agenda {
    /// The days.
    pub horizon: Horizon,
    /// Experts by number.
    pub experts: Vec<Expert>,
    /// Kinds of work by number.
    pub works: Vec<Work>,
    /// Townships by number.
    pub sites: Vec<InstitutionId>,
    /// Departments by number.
    pub departments: Vec<DepartmentId>,
    /// The table of rules, ready to be searched from what stands.
    pub task: Task,
    /// Work for which there is nobody at all.
    pub nobody: Vec<Nobody>,
    /// What the demand was taken from.
    pub basis: Basis,
    pub(super) habit: Habit,
    pub(super) demand: Demand,
    pub(super) standings: Standings,
}

impl Agenda {
    /// Of the records.
    #[must_use]
    pub fn new(ground: &Ground<'_>) -> Self {
        let horizon = Horizon::of(ground.period);
        let experts = experts(ground, horizon);
        let habit = Habit::new(ground, horizon);
        let standings = Standings::new(ground, horizon, &experts);
        let demand = Demand::new(ground, horizon, &experts, &habit);
        let outing = Outing::new(ground, horizon, &experts, &habit);
        let basis = Basis {
            templates: demand.asked.len(),
            usual: habit.period(),
            rules: ground.registry.rota_rules.values().filter(|rule| rule.is_on).count(),
        };
        let mut draft = Draft::new(ground, horizon, experts, habit, standings, demand, outing);
        rows::rows(&mut draft);
        hospital_rows::rows(&mut draft);
        tour_rows::rows(&mut draft);
        teaching_rows::rows(&mut draft);
        beside_rows::rows(&mut draft);
        presence_rows::rows(&mut draft);
        draft.finish(basis)
    }

    /// The date of a day by number.
    #[must_use]
    pub fn on(&self, day: usize) -> NaiveDate {
        self.horizon.on(day)
    }
}
