//! The planner: an instance in, a plan and reasons out.
//!
//! Pure: no SQL, no files, no clock, no threads, no words for people. One table of rules ([`model`]) is what the
//! optimiser ([`search`]), the solver behind explanations ([`proof`]) and the reasons ([`reasons`]) all go by.

pub mod blocks;
mod bound;
mod check;
mod duty;
mod evident;
mod instance;
pub mod model;
pub mod office;
mod plan;
pub mod proof;
pub mod reasons;
pub mod search;
mod solve;
pub mod ways;

pub use bound::lower_bound;
pub use check::{InstanceError, check};
pub use duty::{Duty, Lock, NotADuty};
pub use evident::evident;
pub use instance::{Department, Expert, Instance, Pair, Published, Site, Weights};
pub use plan::Plan;
pub use solve::{Found, News, Seed, Task, best_of};
