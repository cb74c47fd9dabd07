//! The records of the data file, one struct per table; field names are column names.

mod duty;
mod fund;
mod institution;
mod meeting;
mod office;
mod person;
mod schedule;
mod stint;
mod task;

pub use duty::*;
pub use fund::*;
pub use institution::*;
pub use meeting::*;
pub use office::*;
pub use person::*;
pub use schedule::*;
pub use stint::*;
pub use task::*;
