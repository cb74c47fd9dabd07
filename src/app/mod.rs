//! Use cases: edits become transactions, questions become view models, long work becomes jobs.

pub mod absence;
pub mod backup;
pub mod calendar;
pub mod checks;
mod clock;
mod desk;
pub mod dossier;
mod failure;
mod figures;
pub mod file;
mod fresh;
pub mod intake;
mod job;
pub mod json;
mod label;
pub mod network;
pub mod notice;
mod office;
pub mod pairing;
pub mod paper;
pub mod people;
mod pinyin;
pub mod place;
pub mod planning;
pub mod records;
pub mod registers;
pub mod rota;
pub mod sample;
pub mod search;
mod search_books;
pub mod seed;
pub mod settings;
pub mod tasks;
pub mod timeline;
pub mod today;
mod told;
pub mod week;

pub use clock::{Clock, Stopwatch};
pub use desk::{Answer, Desk};
pub use failure::{Choice, Failure, Wanted};
pub use job::{Job, Progress};
pub use office::{Done, Office};
pub use told::Told;

pub use crate::store::{
    BackupFile, BackupReason, CheckReport, FileInfo, HistoryRow, HistoryStep, Problem, Salvaged, StepKind,
};
