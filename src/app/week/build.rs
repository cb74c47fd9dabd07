//! Reads the records of the picture, and makes that of a week.

use std::sync::Arc;

use chrono::Days;

use super::carry::Carry;
use super::generate::FromTemplates;
use super::grid_vm::{GridVm, HABIT_DAYS};
use super::issue::Issue;
use super::told;
use super::vm::{Records, WeekVm};
use crate::app::{Failure, Office};
use crate::domain::{Period, Week};
use crate::i18n::Tr;

impl Records {
    /// Reads the sessions around some days, and those of so many days before them.
    pub(super) fn load(office: &Office, span: Period, days_before: u64, tr: Tr) -> Result<Self, Failure> {
        let (from, to) = (span.from(), span.to());
        let eve = from.pred_opt().unwrap_or(from);
        let first = from.checked_sub_days(Days::new(days_before)).unwrap_or(from).min(eve);
        let last = to.succ_opt().unwrap_or(to);
        let all = match Period::new(first, last) {
            Some(period) => office.sessions(period)?,
            None => Vec::new(),
        };
        Ok(Self {
            registry: Arc::clone(office.registry()),
            calendar: Arc::clone(office.calendar()),
            around: all.iter().filter(|session| session.on_date >= eve).cloned().collect(),
            before: all.into_iter().filter(|session| session.on_date < from).collect(),
            tr,
        })
    }
}

impl WeekVm {
    /// Reads the week from the data file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, week: Week, tr: Tr) -> Result<Self, Failure> {
        let records = Records::load(office, week.period(), HABIT_DAYS, tr)?;
        let issue = Issue::load(office, &records, week)?;
        Ok(Self {
            week,
            carry: Carry::plan(&records, week),
            templates: FromTemplates::plan(&records, week),
            notices: told::notices_of(&records, issue.publication),
            issue,
            grid: GridVm::of(records, week.period(), office.clock().today()),
        })
    }
}
