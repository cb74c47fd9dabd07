//! The search for good plans.

mod anneal;
mod area;
mod board;
mod cells;
mod chain;
mod chance;
mod first;
mod gauges;
mod moves;
mod part;
mod polish;
pub(super) mod slice;
mod temper;
mod tours;
mod trade;

pub use anneal::{Best, Budget, Cooling, anneal, fill};
pub use board::Board;
pub use chance::{Chance, Uphill};
pub use first::make_legal;
pub use gauges::{BROKEN, Gauges};
pub use moves::Deck;
pub use polish::{Map, polish};
pub use temper::temper;
