//! Tests without a window: egui is not named here.
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::items_after_statements,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a helper of tests may fail where it meets the unexpected, as a test does"
)]

mod cli;
mod domain;
mod duties;
mod figures;
mod import_plan;
mod import_read;
mod overview;
mod paper;
mod planner;
mod rota;
mod store;
mod tidy;
