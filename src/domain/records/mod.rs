//! The records of the data file, one struct per table; field names are column names.

mod institution;
mod issue;
mod office;
mod person;
mod rota_rule;
mod schedule;
mod stint;
mod tour;

pub use institution::*;
pub use issue::*;
pub use office::*;
pub use person::*;
pub use rota_rule::*;
pub use schedule::*;
pub use stint::*;
pub use tour::*;
