//! Makes the picture of a week from the open data file.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::by_department::by_department;
use super::carry::Carry;
use super::generate::FromTemplates;
use super::issue::Issue;
use super::narrow::Narrowing;
use super::vm::{PersonRow, Records, WeekVm};
use super::{check, head, places, rows, told};
use crate::app::{Failure, Office};
use crate::domain::{Period, Week};
use crate::i18n::Tr;

/// How far back habits are looked for, in days.
const HABIT_DAYS: u64 = 28;

impl Records {
    /// Reads the sessions around a week, and those of so many days before it.
    pub(super) fn load(office: &Office, week: Week, days_before: u64, tr: Tr) -> Result<Self, Failure> {
        let (monday, sunday) = (week.period().from(), week.period().to());
        let eve = monday.pred_opt().unwrap_or(monday);
        let first = monday.checked_sub_days(Days::new(days_before)).unwrap_or(monday).min(eve);
        let last = sunday.succ_opt().unwrap_or(sunday);
        let all = match Period::new(first, last) {
            Some(period) => office.sessions(period)?,
            None => Vec::new(),
        };
        Ok(Self {
            registry: Arc::clone(office.registry()),
            calendar: Arc::clone(office.calendar()),
            around: all.iter().filter(|session| session.on_date >= eve).cloned().collect(),
            before: all.into_iter().filter(|session| session.on_date < monday).collect(),
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
        let records = Records::load(office, week, HABIT_DAYS, tr)?;
        let issue = Issue::load(office, &records, week)?;
        Ok(Self::of(records, week, office.clock().today(), issue))
    }

    fn of(records: Records, week: Week, today: NaiveDate, issue: Issue) -> Self {
        let slots = head::slots_of(&records, week);
        let mut rows = rows::rows_of(&records, week, &slots);
        let findings = check::findings_of(&records, week, today);
        check::mark_findings(&mut rows, &findings);
        let carry = Carry::plan(&records, week);
        let missing = records.calendar.missing_years(week.period());
        Self {
            week,
            days: week.days().map(|on| head::day_head(&records, on, today)).into(),
            slots,
            narrowing: narrowing_of(&records, week, &rows),
            rooms: rooms_of(&records),
            by_department: by_department(&records, &rows),
            by_place: places::by_place(&records, &rows),
            free: places::free(&records, &rows),
            templates: FromTemplates::plan(&records, week),
            notices: told::notices_of(&records, issue.publication),
            rows,
            findings,
            banner: missing.first().map(|year| records.tr.schedule_missing_year(*year)),
            issue,
            carry,
            records,
        }
    }
}

fn narrowing_of(records: &Records, week: Week, rows: &[PersonRow]) -> Narrowing {
    let stints = rows.iter().filter_map(|row| records.stint(row.stint));
    let sessions = records.around.iter().filter(|session| week.period().contains(session.on_date));
    Narrowing::of(&records.registry, records.tr, stints, sessions)
}

fn rooms_of(records: &Records) -> Vec<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for session in records.before.iter().chain(&records.around).filter(|session| !session.room.is_empty()) {
        *uses.entry(session.room.as_str()).or_default() += 1;
    }
    let mut rooms: Vec<(&str, usize)> = uses.into_iter().collect();
    rooms.sort_by_key(|(room, count)| (std::cmp::Reverse(*count), *room));
    rooms.into_iter().map(|(room, _)| room.to_owned()).collect()
}
