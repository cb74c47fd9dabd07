//! The pages of the window, one folder each.

pub mod checks;
pub mod documents;
pub mod handover;
pub mod pairings;
pub mod records;
pub mod schedule;
pub mod settings;
pub mod stints;
pub mod tasks;
pub mod today;
pub mod wizard;
