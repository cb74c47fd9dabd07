//! Tests of the data file: what is stored, taken back, refused, survived and copied.

mod apply;
mod backup;
mod bin;
mod crash;
mod dump;
mod files;
mod hospital;
mod model;
mod rows;
mod schema;
mod thinning;
mod undo;
mod writers;
