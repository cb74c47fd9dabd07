//! Tests of the window, off screen.

mod frame;
mod schedule;
mod stints;
mod support;
mod wizard;
