//! Figures and checks: exact numbers, wordings, questions, and two programmes from their workbooks.

pub mod awkward;
mod boundaries;
mod checks;
mod numbers;
mod offices;
mod programmes;
mod questions;
mod shapes;
