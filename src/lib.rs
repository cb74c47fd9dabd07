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
