//! Stints as bars over time: lines by batch, department or institution, how each department is filled, and what
//! moving or stretching a bar would do.

mod bar;
mod cover;
mod lines;
mod pull;

pub use bar::{Bar, Target};
pub use cover::{Cover, Flaw};
pub use lines::{GroupKey, Grouping, Head, Line, Row, Timeline};
pub use pull::{Grip, Outlook, Pull};
