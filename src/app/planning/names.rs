//! What people call the experts, departments, townships and days of a planning task.

use chrono::{Days, NaiveDate};

use crate::i18n::Tr;

/// Names by number; where one is missing, the number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the experts.
    pub experts: Vec<String>,
    /// Of the departments.
    pub departments: Vec<String>,
    /// Of the townships.
    pub sites: Vec<String>,
    /// Of the kinds of work of an office.
    pub works: Vec<String>,
    /// The date of day 0, where the task stands in the calendar.
    pub starts_on: Option<NaiveDate>,
}

impl Names {
    /// An expert.
    #[must_use]
    pub fn expert(&self, number: u32, tr: Tr) -> String {
        named(&self.experts, number).unwrap_or_else(|| tr.plan_expert(number))
    }

    /// A department.
    #[must_use]
    pub fn department(&self, number: u32, tr: Tr) -> String {
        named(&self.departments, number).unwrap_or_else(|| tr.plan_department(number))
    }

    /// A township.
    #[must_use]
    pub fn site(&self, number: u32, tr: Tr) -> String {
        named(&self.sites, number).unwrap_or_else(|| tr.plan_site(number))
    }

    /// A kind of work.
    #[must_use]
    pub fn work(&self, number: u32, tr: Tr) -> String {
        named(&self.works, number).unwrap_or_else(|| tr.plan_department(number))
    }

    /// A day.
    #[must_use]
    pub fn day(&self, day: u32, tr: Tr) -> String {
        match self.date(day) {
            Some(on) => tr.month_day_weekday(on),
            None => tr.plan_day(day / 7 + 1, tr.plan_weekday(day % 7)),
        }
    }

    /// A week.
    #[must_use]
    pub fn week(&self, week: u32, tr: Tr) -> String {
        match self.date(7 * week) {
            Some(on) => tr.plan_week_from(&tr.month_day(on)),
            None => tr.plan_week(week + 1),
        }
    }

    fn date(&self, day: u32) -> Option<NaiveDate> {
        self.starts_on?.checked_add_days(Days::new(u64::from(day)))
    }
}

fn named(names: &[String], number: u32) -> Option<String> {
    names.get(number as usize).filter(|name| !name.is_empty()).cloned()
}
