//! The window: draws view models and sends edits and commands; never stores.

pub mod fonts;
mod page;
pub mod pages;
pub mod style;
pub mod theme;
pub mod widget;

pub use page::{Command, Live, Outbox, Page, PageCx, PageId, Tone};
