//! The command line from outside: exit codes, what is printed where, and what stays as it was.

mod rig;
mod trouble;
mod usage;
