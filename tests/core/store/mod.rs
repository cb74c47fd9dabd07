//! Tests of the data file: what is stored, taken back, refused, survived and copied.
#![allow(clippy::disallowed_methods, reason = "tests damage and copy files at will")]
#![allow(clippy::too_many_lines, reason = "a table of cases is as long as there are cases")]

mod apply;
mod backup;
mod bin;
mod crash;
mod dump;
pub mod duties;
mod files;
mod hospital;
mod labels;
mod model;
mod pairs;
mod recover;
pub mod rota;
mod rows;
mod schema;
mod thinning;
mod undo;
mod writers;
