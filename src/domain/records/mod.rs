//! The records of the data file, one struct per table; field names are column names.

mod institution;
mod office;
mod pairing;
mod person;
mod rule;
mod schedule;
mod stint;
mod support;

pub use institution::*;
pub use office::*;
pub use pairing::*;
pub use person::*;
pub use rule::*;
pub use schedule::*;
pub use stint::*;
pub use support::*;
