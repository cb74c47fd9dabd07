//! Cell texts to values: dates, half-days, closed lists, numbers, names.
//!
//! Every parser takes a cell and answers `Ok(None)` for a blank one (empty, `—`, `/`, 无 …), `Err(code)` for
//! one that cannot be taken, and pushes what the clerk should know (N01, N02 …) to `hints`. None panics.

mod cell_parts;
mod date_parts;
mod dates;
mod day_heading;
mod duties;
mod frame;
mod grid_cell;
mod legend;
mod lists;
mod names;
mod names_cell;
mod numbers;
mod people_words;
mod periods;
mod posting;
mod scan;
mod text;
mod vocabulary;

pub use dates::{DateRange, DateValue, date, date_range};
pub use day_heading::{DayHeading, DayMark, day_heading};
pub use duties::{
    ScopeWord, appraisal_subject, cycle, due_offset, due_shift, grade, is_computed_status, is_report_waiting,
    obligation_kind, period_number, progress, report_status, scope_word, task_number, task_status,
};
pub use frame::Frame;
pub use grid_cell::{CellReading, GridEntry, grid_cell};
pub use legend::Legend;
pub use lists::{
    activity, activity_by_ending, batch_mode, day_kind, discipline, end_reason, institution_kind, leave_kind,
    programme, session_status, sex, slots, stint_mode, stint_role, week_rule, weekday, yes_no,
};
pub use names::{
    NameValue, institution_key, may_be_person, name, name_without_title, names, person_key, post_and_role,
    split_institution,
};
pub use names_cell::{Named, people_in_cell};
pub use numbers::{batch_number, birth_year, count, days, hundredths, money_fen, phone, sum_parts, tenths};
pub use people_words::{
    attendance_marks, build_status, done_of, pairing_kind, pairing_mode, pairing_status, study_kind, study_status,
};
pub use periods::{PeriodValue, find_period, period};
pub use posting::{ClinicTime, clinic_times};
pub use text::{half_width, is_blank, is_ditto, list, same_words, squeeze, text, trailing_bracket};
