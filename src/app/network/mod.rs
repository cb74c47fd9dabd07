//! Who helps whom: institutions and directed relations as a tidy picture, and as a list that says the same.

mod map;

pub use crate::report::network::{Layout, Node, Place, Route, Size, layout};
pub use map::{Bond, NetworkMap, Site};
