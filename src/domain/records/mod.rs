//! The records of the data file, one struct per table; field names are column names.

mod duty;
mod fund;
mod institution;
mod issue;
mod meeting;
mod office;
mod person;
mod rule;
mod schedule;
mod stint;
mod task;
mod tour;

pub use duty::*;
pub use fund::*;
pub use institution::*;
pub use issue::*;
pub use meeting::*;
pub use office::*;
pub use person::*;
pub use rule::*;
pub use schedule::*;
pub use stint::*;
pub use task::*;
pub use tour::*;
