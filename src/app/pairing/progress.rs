//! How a pair is coming along: goals against elapsed time, days since the last log.

use chrono::NaiveDate;

use crate::domain::{Pairing, PairingGoal, PairingStatus, Registry};
use crate::i18n::Tr;

/// Days without a log after which a pair is stuck.
const STUCK_AFTER_DAYS: i64 = 21;
/// Points by which the goal may lag behind the elapsed share of the time.
const BEHIND_POINTS: u32 = 20;

/// What is wrong with a pair, the worse first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alert {
    /// Past its planned end and still running.
    Overdue,
    /// No log for this many days.
    Stuck {
        /// Days since the last log, or since it began.
        days: i64,
    },
    /// The goal lags behind the elapsed time.
    Behind {
        /// Share of the goal that is done, in percent.
        done: u32,
        /// Share of the time that is over, in percent.
        elapsed: u32,
    },
}

/// Where a pair stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// Done of all its goals, where they have numbers.
    pub done: Option<u32>,
    /// Wanted of all its goals.
    pub target: Option<u32>,
    /// The day of the last log.
    pub last_log: Option<NaiveDate>,
    /// Whether it rests on the day.
    pub is_paused: bool,
    /// What is wrong.
    pub alert: Option<Alert>,
}

impl Progress {
    /// Works it out.
    #[must_use]
    pub fn of(pairing: &Pairing, registry: &Registry, today: NaiveDate) -> Self {
        let goals = || registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id);
        let sum = |value: fn(&PairingGoal) -> Option<u32>| goals().filter_map(value).reduce(|one, other| one + other);
        let logs = registry.teaching_logs.values().filter(|log| {
            log.pairing == Some(pairing.id)
                || (log.mentor == pairing.mentor
                    && log.apprentice == Some(pairing.apprentice)
                    && pairing.first_day() <= log.on_date)
        });
        let pauses = registry.pairing_pauses.values().filter(|pause| pause.pairing == pairing.id);
        let is_paused =
            pauses.into_iter().any(|pause| pause.from_on <= today && pause.to_on.is_none_or(|last| today <= last));
        let mut progress = Self {
            done: sum(|goal| goal.done),
            target: sum(|goal| goal.target),
            last_log: logs.map(|log| log.on_date).filter(|on| *on <= today).max(),
            is_paused,
            alert: None,
        };
        progress.alert = progress.alert_of(pairing, today);
        progress
    }

    /// What to look at, in words; empty for nothing.
    #[must_use]
    pub fn remark(&self, tr: Tr) -> String {
        match self.alert {
            _ if self.is_paused => tr.pairing_paused().to_owned(),
            Some(Alert::Overdue) => tr.pairing_overdue().to_owned(),
            Some(Alert::Stuck { days }) => tr.pairing_stuck(days),
            Some(Alert::Behind { done, elapsed }) => tr.pairing_behind(done, elapsed),
            None => String::new(),
        }
    }

    /// `1/3`, empty where the goals have no numbers.
    #[must_use]
    pub fn goal_words(&self) -> String {
        match (self.done, self.target) {
            (None, None) => String::new(),
            (done, Some(target)) => format!("{}/{target}", done.unwrap_or_default()),
            (Some(done), None) => done.to_string(),
        }
    }

    fn alert_of(&self, pairing: &Pairing, today: NaiveDate) -> Option<Alert> {
        if pairing.status != PairingStatus::Active || self.is_paused || today < pairing.first_day() {
            return None;
        }
        if pairing.last_day().is_some_and(|last| last < today) {
            return Some(Alert::Overdue);
        }
        let days = (today - self.last_log.unwrap_or(pairing.first_day())).num_days();
        if days >= STUCK_AFTER_DAYS {
            return Some(Alert::Stuck { days });
        }
        let (done, target) = self.done.zip(self.target.filter(|target| *target > 0))?;
        let length = (pairing.last_day()? - pairing.first_day()).num_days() + 1;
        let over = (today - pairing.first_day()).num_days() + 1;
        let elapsed = u32::try_from(over * 100 / length.max(1)).unwrap_or_default().min(100);
        let done = (done * 100 / target).min(100);
        (done + BEHIND_POINTS < elapsed).then_some(Alert::Behind { done, elapsed })
    }
}
