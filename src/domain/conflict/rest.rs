//! A night on call asks for a free morning after it.

use super::super::codes::Slot;
use super::super::date::Period;
use super::super::finding::{Finding, RuleCode};
use super::super::records::Session;
use super::super::registry::Registry;
use super::super::row::Table;
use super::index::working_stint;

/// Whether the session is a night on call.
pub(super) fn is_night(session: &Session, registry: &Registry) -> bool {
    session.slot == Slot::Night && registry.is_duty(session)
}

/// Work in the morning after a night.
pub(super) fn found(night: &Session, morning: &Session, registry: &Registry) -> Finding {
    let name = registry.person_of(working_stint(morning)).map_or("", |person| person.name.as_str());
    Finding {
        rule: RuleCode::RestAfterDuty,
        subject: name.to_owned(),
        detail: String::new(),
        period: Period::day(morning.on_date),
        slot: Some(morning.slot),
        records: vec![(Table::Session, night.id.raw()), (Table::Session, morning.id.raw())],
    }
}
