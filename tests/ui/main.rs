//! Tests of the window, off screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it is wrong")]

mod frame;
mod schedule;
mod stints;
mod support;
mod wizard;
