//! The catalogue: every code, in the groups of the manual.
//!
//! A new code is a [`Spec`] in its group; a new kind of record is a source that turns its rows into lines.

mod bonds;
mod days;
mod money;
mod network;
mod pairing;
mod people;
mod schedule;
mod stays;
mod support;
mod tasks;
mod tours;

use super::spec::{Spec, Word};
use crate::i18n::Tr;

/// Codes that belong together.
pub struct Group {
    /// What they are about.
    pub name: Word,
    /// The codes.
    pub specs: &'static [Spec],
}

/// Every code.
pub static ALL: &[Group] = &[
    Group { name: Tr::figures_people, specs: people::SPECS },
    Group { name: Tr::figures_people, specs: support::CARE },
    Group { name: Tr::figures_pairing, specs: pairing::SPECS },
    Group { name: Tr::figures_days, specs: days::SPECS },
    Group { name: Tr::figures_schedule, specs: schedule::SPECS },
    Group { name: Tr::figures_schedule, specs: tours::SPECS },
    Group { name: Tr::figures_ledgers, specs: support::LEDGERS },
    Group { name: Tr::figures_duties, specs: tasks::SPECS },
    Group { name: Tr::figures_duties, specs: money::SPECS },
    Group { name: Tr::figures_network, specs: network::SPECS },
];

/// The code of that name.
pub fn find(code: &str) -> Option<&'static Spec> {
    ALL.iter().flat_map(|group| group.specs).find(|spec| spec.code == code)
}
