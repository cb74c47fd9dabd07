//! The registers: relations, agreements, batches, posts, studios, teams, study, benefits, visits and attendance as
//! lists with one form for all of them, each described by its fields.

mod choices;
mod field;
mod fields;
mod form;
mod spec;

use std::sync::Arc;

use serde_json::Value;

pub use choices::{Choices, Choosable};
pub use field::{FieldKind, FieldSpec, Word};
pub use form::{Entry, RegisterForm};
pub use spec::Register;

use super::{Failure, Office};
use crate::domain::{Record, Registry, Row, Shelf, WorkCalendar};
use crate::i18n::Tr;

/// A row of a register as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterLine {
    /// The row as boxes.
    pub form: RegisterForm,
    /// The fields of the list in words.
    pub cells: Vec<String>,
}

/// A register as a picture.
#[derive(Debug, Clone)]
pub struct RegisterVm {
    /// Which.
    pub register: Register,
    /// Its rows, the newest first.
    pub lines: Vec<RegisterLine>,
    /// What its boxes are chosen from.
    pub choices: Choices,
    /// The records it was made from.
    pub registry: Arc<Registry>,
    /// The calendar for picking dates.
    pub calendar: Arc<WorkCalendar>,
}

impl RegisterVm {
    /// Reads a register.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, register: Register, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let choices = Choices::new(&registry, tr);
        let mut rows = rows_of(&registry, register);
        if let Some(by) = register.newest_by() {
            rows.sort_by_cached_key(|row| std::cmp::Reverse((date(row, by), row.id())));
        }
        let lines = rows.iter().filter_map(|row| {
            let form = RegisterForm::of(row, tr)?;
            let fields = register.fields().iter().zip(&form.entries).filter(|(field, _)| field.in_list.is_some());
            let cells = fields.map(|(field, entry)| words(field, entry, &form, &choices, tr)).collect();
            Some(RegisterLine { form, cells })
        });
        let lines = lines.collect();
        Ok(Self { register, lines, choices, registry, calendar: Arc::clone(office.calendar()) })
    }
}

/// A date of a row as it is stored, for sorting.
fn date(row: &Row, field: &str) -> Option<String> {
    match serde_json::to_value(row).ok()?.get(field)? {
        Value::String(on) => Some(on.clone()),
        _ => None,
    }
}

/// What stands in a box, in words.
fn words(field: &FieldSpec, entry: &Entry, form: &RegisterForm, choices: &Choices, tr: Tr) -> String {
    let called = |list: &[Choosable], key: i64| list.iter().find(|(id, _)| *id == key).map(|(_, name)| name.clone());
    match (entry, field.kind) {
        (Entry::Typed(text), _) => text.replace('\n', " "),
        (Entry::Flag(is_so), _) => if *is_so { tr.yes_no(true) } else { "" }.to_owned(),
        (Entry::Code(Some(code)), FieldKind::Code(words)) => {
            words(tr).iter().find(|(one, _)| one == code).map_or_else(|| code.clone(), |(_, word)| (*word).to_owned())
        }
        (Entry::Record(Some(key)), FieldKind::Record(table)) => {
            called(choices.records(table), *key).unwrap_or_default()
        }
        (Entry::Record(Some(key)), FieldKind::Department(of)) => {
            called(choices.departments(form.chosen(of)), *key).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// The rows of a register in the order of their keys.
fn rows_of(registry: &Registry, register: Register) -> Vec<Row> {
    match register {
        Register::Relations => rows(&registry.relations),
        Register::Agreements => rows(&registry.agreements),
        Register::Batches => rows(&registry.batches),
        Register::Appointments => rows(&registry.appointments),
        Register::Pairings => rows(&registry.pairings),
        Register::Goals => rows(&registry.pairing_goals),
        Register::Pauses => rows(&registry.pairing_pauses),
        Register::Logs => rows(&registry.teaching_logs),
        Register::Studios => rows(&registry.studios),
        Register::Teams => rows(&registry.teams),
        Register::Members => rows(&registry.team_members),
        Register::Studies => rows(&registry.study_leaves),
        Register::Benefits => rows(&registry.benefits),
        Register::Liaisons => rows(&registry.liaisons),
        Register::Visits => rows(&registry.visits),
        Register::Attendance => rows(&registry.attendance),
    }
}

fn rows<R: Record>(shelf: &Shelf<R>) -> Vec<Row> {
    shelf.values().map(|record| record.clone().into()).collect()
}
