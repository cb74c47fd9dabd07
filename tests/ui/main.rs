//! Tests of the window, off screen.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a helper of tests may fail where it meets the unexpected, as a test does"
)]

mod frame;
mod pairings;
mod people;
mod schedule;
#[cfg(feature = "snapshots")]
mod snapshots;
mod stints;
mod support;
mod tasks;
mod wizard;
