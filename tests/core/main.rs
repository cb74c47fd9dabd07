//! Tests without a window: egui is not named here.

mod cli;
mod domain;
mod import_plan;
mod import_read;
mod paper;
mod store;
mod tidy;
