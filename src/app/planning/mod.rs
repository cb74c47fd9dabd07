//! Planning as a use case: runs side by side within a budget, and the outcome in words.

mod blocks;
mod compare;
mod curve;
pub mod file;
mod names;
mod outcome;
mod own;
mod picture;
mod run;
mod weights;
mod words;

pub use words::{demands, duty as duty_in_words, unmet as unmet_in_words};

pub use crate::report::{Comparison, Rotation, RotationRow, RotationSpan};
pub use blocks::{BlockBrief, BlocksPicture};
pub use curve::Curve;
pub use names::Names;
pub use outcome::{Explanation, Outcome, Way};
pub use own::{Brief, Drafted, Other, edit_of, sentences};
pub use picture::{Mark, PlanCell, PlanPicture, PlanRow, PlanWay, PlanWeek};
pub use run::{Deadline, Effort, Limit, search};
pub use weights::{GREATEST, WeightLine, WeightsVm, weight_in_words};
