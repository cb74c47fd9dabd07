//! The records of the data file, one struct per table; field names are column names.

mod institution;
mod office;
mod person;
mod schedule;
mod stint;

pub use institution::*;
pub use office::*;
pub use person::*;
pub use schedule::*;
pub use stint::*;
