//! The command line from outside: exit codes, what is printed where, and what stays as it was.

mod apply;
mod backup;
mod documents;
mod import;
mod plan;
mod plan_own;
mod plan_refused;
mod recover;
mod rig;
mod states;
mod trouble;
mod ui_smoke;
mod usage;
