//! The office's own records as a planning task: who is there, what the usual weeks, the weekly templates and the rules
//! ask for, what stands and must stay; and back from a plan to sessions and tours.

mod agenda;
mod beside_rows;
mod candidates;
mod demand;
mod ground;
mod habit;
mod hospital_rows;
mod people;
mod presence_rows;
mod proposal;
mod rows;
mod standing;
mod teaching_rows;
mod tour_rows;
mod visits;

pub use agenda::{Agenda, Basis, Nobody, Work};
pub use ground::{Cell, Freedom, Ground, Horizon};
pub use people::Expert;
pub use proposal::{Change, Proposal, ProposedTour};
