#![doc = include_str!("README.md")]

pub mod app;
pub mod checks;
pub mod cli;
pub mod domain;
pub mod export;
pub mod figures;
pub mod i18n;
pub mod import;
pub mod planner;
pub mod print;
pub mod report;
pub mod store;
pub mod ui;

/// Workbooks and pages are millions of small values made and dropped: a whole import takes about 1.8 times as long with
/// the allocator of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
