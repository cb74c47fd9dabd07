//! A week or a month of the visiting experts: the picture that the grid draws, and the edits that it asks for.
//!
//! The picture is made once per change, on the thread that owns the data file; drawing only reads it.

mod accept;
mod block;
mod build;
mod by_department;
mod carry;
mod change;
mod check;
mod choice;
mod foresee;
mod generate;
mod grid_vm;
mod head;
mod issue;
mod lock;
mod narrow;
mod offer;
mod parse;
mod places;
mod publish;
mod required;
mod rows;
mod shift;
mod told;
mod vm;
mod who;
mod words;

pub use block::{Block, Clip, Paste, Pasted};
pub use by_department::{DepartmentRow, Presence};
pub use carry::{Carry, LeftOut};
pub use choice::{Choice, Entry};
pub use foresee::Outlook;
pub use generate::FromTemplates;
pub use grid_vm::GridVm;
pub use issue::{Issue, IssueOutlook};
pub use narrow::{Narrowing, is_asked};
pub use shift::Shift;
pub use told::{NoticeVm, tell};
pub use vm::{Absence, CellKey, CellVm, DayHead, FindingVm, NamedId, PersonRow, WeekVm};
pub use who::{Among, WhoChoice};
pub use words::session_line;
