//! Who can be put into a half-day: the eligible first, the others with the reason why not.

use chrono::NaiveDate;

use super::grid_vm::GridVm;
use super::rows::absence;
use super::vm::{Absence, CellKey, PersonRow};
use crate::app::search::PinyinKey;
use crate::domain::{ConflictIndex, InstitutionId, Severity, Slot, StintId};

/// An expert who could be put into a half-day.
#[derive(Debug, Clone)]
pub struct WhoChoice {
    /// Whose half-day.
    pub key: CellKey,
    /// The name.
    pub name: String,
    /// The department at the host.
    pub dept: String,
    /// Why better not, empty for no reason.
    pub why_not: String,
    keys: PinyinKey,
}

impl WhoChoice {
    /// How well the typed text finds the name; `None` where it does not. Smaller is better.
    #[must_use]
    pub fn rank(&self, typed: &str) -> Option<u32> {
        if typed.is_empty() { Some(0) } else { self.keys.rank(typed) }
    }
}

/// The row of a list of people in which somebody is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among<'a> {
    /// Those of a department come first.
    Department(&'a str),
    /// Those of a site come first.
    Site(InstitutionId),
    /// Everybody alike.
    All,
}

impl GridVm {
    /// Everybody of these stints who could be put into a half-day.
    #[must_use]
    pub fn who(&self, stints: &[StintId], (on, slot): (NaiveDate, Slot), among: Among<'_>) -> Vec<WhoChoice> {
        let index = ConflictIndex::new(&self.records.around, &self.records.registry);
        let is_near = |row: &PersonRow| match among {
            Among::Department(name) => row.dept == name,
            Among::Site(site) => self.records.stint(row.stint).is_some_and(|stint| stint.host_inst == site),
            Among::All => true,
        };
        let mut found: Vec<(bool, bool, WhoChoice)> = Vec::new();
        for row in self.rows.iter().filter(|row| stints.contains(&row.stint)) {
            let key = CellKey { stint: row.stint, on, slot };
            let choice = WhoChoice {
                key,
                name: row.name.clone(),
                dept: row.dept.clone(),
                why_not: self.objection(key, &index),
                keys: PinyinKey::new(&row.name),
            };
            found.push((!choice.why_not.is_empty(), !is_near(row), choice));
        }
        found.sort_by_key(|(is_busy, is_far, _)| (*is_busy, *is_far));
        found.into_iter().map(|(.., choice)| choice).collect()
    }

    /// Why somebody had better not be put there: away, busy, or against a rule.
    fn objection(&self, key: CellKey, index: &ConflictIndex) -> String {
        let (records, tr) = (&self.records, self.records.tr);
        let Some(stint) = records.stint(key.stint) else { return String::new() };
        match absence(records, stint, key.on, key.slot) {
            Some(Absence::OffPost) => return tr.schedule_off_post().to_owned(),
            Some(Absence::Leave(kind)) => return tr.leave_kind(kind).to_owned(),
            None => {}
        }
        if let Some(cell) = self.cell(key) {
            if !cell.covers.is_empty() {
                return cell.covers.clone();
            }
            if !cell.is_free() {
                return cell.what.clone();
            }
            if cell.is_locked {
                return tr.schedule_locked().to_owned();
            }
        }
        let Some(usual) = self.choices(key).into_iter().find(|choice| choice.hue.is_some()) else {
            return String::new();
        };
        let findings = index.check(&usual.entry.session(key, stint), &records.registry, &records.calendar);
        let worst = findings.iter().find(|finding| finding.severity > Severity::Hint);
        worst.map_or_else(String::new, |finding| tr.rule_term(finding.rule).to_owned())
    }
}
