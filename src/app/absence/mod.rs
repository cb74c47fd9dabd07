//! A month of absences: people by half-days, with what would clash, and the edits that enter and change them.

mod act;
mod month;
mod span;

pub use act::{Away, Shift};
pub use month::{AwayDay, AwayHalf, AwayMonth, AwayRow};
pub use span::AwaySpan;
