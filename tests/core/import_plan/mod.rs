//! Plans of imports: what rows become, which are refused and why, and that a second import changes nothing.

mod any_rows;
mod duties;
mod old_schedules;
mod own_workbooks;
mod registers;
mod rig;
mod roster;
mod round_trip;
mod schedule;
mod tours;
mod words;
mod workbooks;
