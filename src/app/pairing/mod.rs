//! Mentors and apprentices: the board, the table, and what is done with a pair.

mod act;
mod board;
mod progress;
mod roll;

pub use act::{LogForm, PairAct, act, make, reassign};
pub use board::{Board, MentorCard, PairLine, PoolLine};
pub use progress::{Alert, Progress};
pub use roll::{RollCall, RollLine};
