//! Tests of the overviews of postings: timeline, page of a person, calendar of leave, map of relations.

mod absence;
mod dossier;
mod network;
mod registers;
mod timeline;

use std::sync::Arc;

use chrono::NaiveDate;
use chuanbangdai::app::{Clock, Office, sample};
use chuanbangdai::domain::{Person, Registry, Stint};
use tempfile::TempDir;

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// The day of the sample.
pub fn today() -> NaiveDate {
    day(2023, 6, 12)
}

/// An office over the sample hospital.
pub fn office() -> (Office, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let now = today().and_hms_opt(10, 0, 0).expect("a time");
    let mut office = Office::create(&folder.path().join("test.db"), Clock::Fixed(now)).expect("a new file");
    let edit = sample::sample(office.registry(), today());
    office.run(&edit).expect("the sample");
    (office, folder)
}

/// The records of the sample hospital.
pub fn registry(office: &Office) -> Arc<Registry> {
    Arc::clone(office.registry())
}

/// Somebody by name.
pub fn person<'a>(registry: &'a Registry, name: &str) -> &'a Person {
    registry.people.values().find(|person| person.name == name).expect("somebody of that name")
}

/// The stint of somebody.
pub fn stint<'a>(registry: &'a Registry, name: &str) -> &'a Stint {
    let person = person(registry, name).id;
    registry.stints.values().find(|stint| stint.person == person).expect("a stint")
}
