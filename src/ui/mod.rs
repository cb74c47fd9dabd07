//! The window: draws view models and sends edits and commands; never stores.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places on a screen are small numbers"
)]

mod bar;
pub mod fonts;
mod icon;
pub mod issue;
mod keys;
mod look;
mod off_screen;
mod page;
mod page_set;
pub mod pages;
mod palette;
pub mod pick;
mod program;
mod rail;
pub mod shortcut;
pub mod smoke;
pub mod start;
mod status;
pub mod style;
mod tasks;
pub mod theme;
mod toast;
mod trail;
pub mod trouble_page;
pub mod welcome;
pub mod widget;
mod window;

pub use page::{Command, Live, Outbox, Page, PageCx, PageId, ScheduleAct, Tone};
pub use window::Window;
