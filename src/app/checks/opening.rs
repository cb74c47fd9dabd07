//! The records behind a finding or a figure, and where each can be looked at.

use chrono::NaiveDate;

use crate::app::label::name_of;
use crate::app::registers::Register;
use crate::app::{Failure, Office};
use crate::domain::{Id, PersonId, Registry, Row, Table};
use crate::figures::RecordRef;
use crate::i18n::Tr;

/// Where a record can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The page of a person.
    Person(i64),
    /// A pair.
    Pairing(i64),
    /// A week of the schedule.
    Week(NaiveDate),
    /// A task of the list.
    Task(i64),
    /// The page of tasks, reports and money.
    Tasks,
    /// A row of a register.
    Register(Table, i64),
    /// The reference records.
    Records,
}

/// A record as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// Its place among the others, which is its key in lists.
    pub number: i64,
    /// What kind of record it is.
    pub table: &'static str,
    /// What people call it.
    pub name: String,
    /// Where it can be looked at.
    pub opening: Option<Opening>,
}

/// The records by name. More than a screen can hold are not read one by one: the list says how many there are.
///
/// # Errors
/// Where the file cannot be read.
pub fn record_lines(office: &Office, tr: Tr, records: &[RecordRef]) -> Result<Vec<RecordLine>, Failure> {
    let registry = office.registry();
    let mut lines = Vec::with_capacity(records.len());
    for (number, one) in (0..).zip(records) {
        let Some(row) = office.store().row(one.table, one.id)? else { continue };
        let opening = opening(&row, registry);
        lines.push(RecordLine { number, table: tr.table(one.table), name: name_of(&row, registry), opening });
    }
    Ok(lines)
}

fn opening(row: &Row, registry: &Registry) -> Option<Opening> {
    let person = |id: PersonId| Some(Opening::Person(id.raw()));
    match row {
        Row::Person(row) => person(row.id),
        Row::Stint(row) => person(row.person),
        Row::Leave(row) => person(row.person),
        Row::Pairing(row) => Some(Opening::Pairing(row.id.raw())),
        Row::PairingGoal(row) => Some(Opening::Pairing(row.pairing.raw())),
        Row::TeachingLog(row) => match row.pairing {
            Some(pairing) => Some(Opening::Pairing(pairing.raw())),
            None => person(row.mentor),
        },
        Row::Session(row) => Some(Opening::Week(row.on_date)),
        Row::Tour(row) => Some(Opening::Week(row.from_on)),
        Row::TourMember(row) => registry.tours.get(&row.tour).map(|tour| Opening::Week(tour.from_on)),
        Row::Publication(row) => Some(Opening::Week(row.period_from)),
        Row::Task(row) => Some(Opening::Task(row.id.raw())),
        Row::Obligation(_) | Row::Report(_) | Row::Fund(_) | Row::Expense(_) | Row::Resolution(_) => {
            Some(Opening::Tasks)
        }
        Row::Institution(_) | Row::Department(_) => Some(Opening::Records),
        row => Register::of(row.table()).map(|_| Opening::Register(row.table(), row.id())),
    }
}

/// The first of several records that can be looked at.
pub(super) fn first_opening(office: &Office, records: &[RecordRef]) -> Option<Opening> {
    let registry = office.registry();
    records.iter().find_map(|one| {
        // Most findings are about a record of the registry: no need to read the file for it.
        match one.table {
            Table::Stint => registry.stints.get(&Id::new(one.id)).map(|stint| Opening::Person(stint.person.raw())),
            Table::Person => Some(Opening::Person(one.id)),
            Table::Task => Some(Opening::Task(one.id)),
            _ => office.store().row(one.table, one.id).ok().flatten().and_then(|row| opening(&row, registry)),
        }
    })
}
