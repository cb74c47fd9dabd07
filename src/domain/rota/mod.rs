//! The schedule as a whole: its rules, what weekly templates make of a period, and what is required of sites.

mod beside;
mod book;
mod change;
mod generate;
mod issued;
mod norm;
mod required;
mod tour;
mod workload;

pub use beside::{Spot, SpotRow, rows_of_people, rows_of_rooms};
pub use book::{RuleBook, RulePlace};
pub use change::{PlanChange, marked_changes, plan_changes};
pub use generate::{Generation, Unmade, Why, followed_weekday, generate};
pub use issued::{FrozenPlan, IssuedSession, issued_sessions};
pub use norm::{Force, Norm};
pub use required::{
    Shortfall, Stale, clinic_expert_shortfalls, has_visiting_clinics, presence_shortfalls, stale_postings,
    tour_shortfalls, window_of,
};
pub use tour::{Visits, visits};
pub use workload::{Workload, workloads};
