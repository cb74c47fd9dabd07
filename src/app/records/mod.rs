//! The records page: history, bin and backups as prepared lines, and the work on them.

mod backups;
mod bin;
mod history;
mod reference;
mod value;

use chrono::NaiveDateTime;

pub use backups::{BackupLine, backups, backups_of, check_backup, put_back_closed};
pub use bin::{BinLine, bin};
pub use history::{ChangeLine, StepLine, changes, history};
pub use reference::{
    ActivityLine, DepartmentLine, InstitutionLine, YearVm, activities, departments, institutions, year,
};

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
