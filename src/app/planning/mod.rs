//! Planning as a use case: runs side by side within a budget, and the outcome in words.

pub mod file;
mod names;
mod outcome;
mod own;
mod run;
mod words;

pub use words::{demands, duty as duty_in_words, unmet as unmet_in_words};

pub use names::Names;
pub use outcome::{Explanation, Outcome, Way};
pub use own::{Brief, Drafted, edit_of, sentences};
pub use run::{Effort, Limit, search};
