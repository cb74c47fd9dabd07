//! Who helps whom as a picture: where boxes and arrows lie, and the same drawn for paper.

mod drawing;
mod layout;

pub(super) use drawing::drawings;
pub use layout::{Layout, Node, Place, Route, Size, layout};
