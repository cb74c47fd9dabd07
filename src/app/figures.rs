//! Figures: the office lays out its records and asks the catalogue.

use chrono::NaiveDate;

use super::failure::{Choice, Failure};
use super::office::Office;
use crate::checks::{Found, findings, is_invariant};
use crate::domain::{Period, Session};
use crate::figures::{Books, Narrowing, Outcome, Query, answer, overview};
use crate::i18n::Tr;

impl Office {
    /// One figure of the catalogue, or its refusal.
    ///
    /// # Errors
    /// Where the question cannot be asked like this, or the file cannot be read.
    pub fn figure(&self, code: &str, pairs: &[(String, String)], tr: Tr) -> Result<Outcome, Failure> {
        let query = Query::parse(code, pairs)?;
        let sessions = self.every_session()?;
        let books = Books::new(self.registry(), self.calendar(), &sessions, self.clock().today());
        Ok(answer(&books, &query, tr)?)
    }

    /// The whole catalogue with its defaults, narrowed.
    ///
    /// # Errors
    /// Where an option is not written as it should be, or the file cannot be read.
    pub fn figures(&self, narrowing: &Narrowing, tr: Tr) -> Result<Vec<Outcome>, Failure> {
        let sessions = self.every_session()?;
        let books = Books::new(self.registry(), self.calendar(), &sessions, self.clock().today());
        Ok(overview(&books, narrowing, tr)?)
    }

    /// What the checks find as of a day (today without one), one check alone where asked for.
    ///
    /// # Errors
    /// Where there is no such check, or the file cannot be read.
    pub fn findings(&self, on: Option<NaiveDate>, only: Option<&str>, tr: Tr) -> Result<Vec<Found>, Failure> {
        if let Some(unknown) = only.filter(|code| !tr.is_check(code) && !is_invariant(code)) {
            return Err(Failure::Unknown { choice: Choice::Check, given: unknown.to_owned() });
        }
        let sessions = self.every_session()?;
        let on = on.unwrap_or(self.clock().today());
        let books = Books::new(self.registry(), self.calendar(), &sessions, on);
        Ok(findings(&books, on, only, tr))
    }

    /// The sessions of all time.
    pub(super) fn every_session(&self) -> Result<Vec<Session>, Failure> {
        let ends = NaiveDate::from_ymd_opt(1, 1, 1).zip(NaiveDate::from_ymd_opt(9999, 12, 31));
        match ends.and_then(|(from, to)| Period::new(from, to)) {
            Some(all) => self.sessions(all),
            None => Ok(Vec::new()),
        }
    }
}
