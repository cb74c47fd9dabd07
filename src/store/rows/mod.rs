//! Records and rows of a table, each way, by the fields that serde names: no column is spelled twice.

mod bind;
mod columns;
mod failure;
mod read;

pub(super) use bind::bind;
pub(super) use columns::columns_of;
pub(super) use read::{from_json, from_row};
