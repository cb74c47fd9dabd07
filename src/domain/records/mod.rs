//! The records of the data file, one struct per table; field names are column names.

mod check_rule;
mod duty;
mod fund;
mod institution;
mod issue;
mod meeting;
mod office;
mod pairing;
mod person;
mod rota_rule;
mod schedule;
mod stint;
mod support;
mod task;
mod tour;

pub use check_rule::*;
pub use duty::*;
pub use fund::*;
pub use institution::*;
pub use issue::*;
pub use meeting::*;
pub use office::*;
pub use pairing::*;
pub use person::*;
pub use rota_rule::*;
pub use schedule::*;
pub use stint::*;
pub use support::*;
pub use task::*;
pub use tour::*;
