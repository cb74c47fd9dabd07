//! The shared widgets: one table, one dialog, one date picker, one of each kind.

pub mod button;
pub mod chip;
pub mod date_field;
pub mod dialog;
pub mod dropdown;
pub mod field;
pub mod held_keys;
pub mod icon;
pub mod one_line;
pub mod segments;
pub mod sides;
pub mod slider;
pub mod state;
pub mod stepper;
pub mod table;
pub mod views;

pub use button::Button;
pub use chip::{chip, keycap, severity_tag, tag};
pub use date_field::DateField;
pub use dialog::{Dialog, DialogAnswer, focus_first};
pub use dropdown::{Choice, Dropdown, menu_button};
pub use field::{Field, search_box};
pub use held_keys::held_keys;
pub use icon::Icon;
pub use one_line::one_line;
pub use segments::segments;
pub use sides::{left_side, right_side};
pub use slider::slider;
pub use state::{BannerTone, Empty, banner, live_ui, skeleton, trouble};
pub use stepper::{month_stepper, week_stepper};
pub use table::{CellChange, CellTone, Column, ColumnKind, Table, TableEvents, TableRow, TableRows, TableState};
pub use views::views;
