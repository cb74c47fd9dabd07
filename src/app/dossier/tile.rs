//! Figures about one person, each asked of the catalogue, with the records that were counted.

use std::collections::BTreeMap;

use crate::app::{Failure, Office};
use crate::domain::{PersonId, Session, SessionStatus};
use crate::figures::{Books, Outcome, Query, RecordRef, answer};
use crate::i18n::Tr;

use super::Sources;

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// What is counted, in a few words.
    pub label: String,
    /// The figure as printed.
    pub display: String,
    /// Its unit.
    pub unit: String,
    /// More about it: what it was split into, its basis.
    pub detail: String,
    /// What was counted.
    pub records: Vec<RecordRef>,
}

/// A question about a person: label, code, what narrows it beside the person.
type Asked = (fn(Tr) -> &'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The figures of a page, in order.
const ASKED: &[Asked] = &[
    (Tr::dossier_stints, "stint.count", &[]),
    (Tr::dossier_days, "days.on_post", &[]),
    (Tr::dossier_sessions, "session.count", &[]),
    (Tr::dossier_clinics, "session.count", &[("activity", CLINIC)]),
    (Tr::dossier_apprentices, "pairing.count", &[("distinct", "apprentice")]),
    (Tr::dossier_teaching, "teaching.count", &[]),
    (Tr::dossier_tours, "tour.count", &[]),
    (Tr::dossier_leave_days, "days.leave", &[]),
    (Tr::dossier_study, "study.count", &[]),
];
/// The stable code of the activity whose name is asked for.
const CLINIC: &str = "clinic";

impl Sources<'_> {
    /// The figures that are not nothing.
    pub(super) fn tiles(&self, office: &Office, every: &[Session]) -> Result<Vec<Tile>, Failure> {
        let books = Books::new(self.registry, office.calendar(), every, self.today);
        let person = self.asked_person(self.person.id);
        let mut tiles = Vec::new();
        for (label, code, narrowed) in ASKED {
            let mut pairs = vec![("person".to_owned(), person.clone())];
            for (key, value) in *narrowed {
                let named = self.registry.activity(value).map(|activity| activity.name_zh.clone());
                pairs.push(((*key).to_owned(), named.unwrap_or_else(|| (*value).to_owned())));
            }
            // What the catalogue refuses of somebody is simply not on the page.
            let Outcome::Figure(figure) = answer(&books, &Query::parse(code, &pairs)?, self.tr)? else { continue };
            if figure.records.is_empty() {
                continue;
            }
            let is_sessions = *code == "session.count" && narrowed.is_empty();
            let detail = if is_sessions { self.by_status(&figure.records, every) } else { figure.basis };
            tiles.push(Tile {
                label: label(self.tr).to_owned(),
                display: figure.display,
                unit: figure.unit,
                detail,
                records: figure.records,
            });
        }
        Ok(tiles)
    }

    /// The name by which the catalogue knows one person among namesakes: with institution and department.
    fn asked_person(&self, id: PersonId) -> String {
        let Some(person) = self.registry.people.get(&id) else { return String::new() };
        let inst = person.inst.and_then(|id| self.registry.institutions.get(&id)).map(|inst| inst.name.as_str());
        let dept = person.dept.and_then(|id| self.registry.departments.get(&id)).map(|dept| dept.name.as_str());
        let dept = dept.filter(|_| inst.is_some());
        std::iter::once(person.name.as_str()).chain(inst).chain(dept).collect::<Vec<_>>().join("@")
    }

    /// 完成 12，计划 8.
    fn by_status(&self, records: &[RecordRef], every: &[Session]) -> String {
        let counted: std::collections::BTreeSet<i64> = records.iter().map(|record| record.id).collect();
        let mut by_status: BTreeMap<SessionStatus, usize> = BTreeMap::new();
        for session in every.iter().filter(|session| counted.contains(&session.id.raw())) {
            *by_status.entry(session.status).or_default() += 1;
        }
        let words = by_status.into_iter().map(|(status, count)| format!("{} {count}", self.tr.session_status(status)));
        words.collect::<Vec<_>>().join(self.tr.list_comma())
    }
}
