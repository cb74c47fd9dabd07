//! How a document is put on paper, as the clerk likes it; remembered for each document.

use serde::{Deserialize, Serialize};

use super::duties::TaskPreset;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm, for the wall.
    A3,
}

/// What the rows of a schedule are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// One expert each.
    #[default]
    People,
    /// One department each, with the names in the cells.
    Departments,
    /// One site each, with the names in the cells.
    Places,
}

/// Options of paper beside what the document says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "independent ticks of a list of options, in any combination")]
pub struct PaperOptions {
    /// The paper.
    pub size: PaperSize,
    /// Long side across, where it is not to be the document's own choice; papers of single people stay upright.
    pub is_landscape: Option<bool>,
    /// Text of the cells in points, 9 to 20; the largest that takes one page where absent.
    pub text_size: Option<u8>,
    /// Rows of a schedule; experts where nothing else is asked for.
    pub rows: Option<Rows>,
    /// Whether there are places to sign.
    pub has_signatures: bool,
    /// Whether letters and tints are explained.
    pub has_legend: bool,
    /// The empty form, for handwriting.
    pub is_blank: bool,
    /// Whether what differs from the version before is marked.
    pub marks_changes: bool,
    /// Whether the week stands on the sheet once more as a code for phones.
    pub has_code: bool,
    /// Which columns of the task list.
    pub tasks: TaskPreset,
}

impl PaperOptions {
    /// The sizes of text that can be asked for, in points; nine is the floor of the house.
    pub const TEXT_SIZES: std::ops::RangeInclusive<u8> = 9..=20;
}

impl Default for PaperOptions {
    fn default() -> Self {
        Self {
            size: PaperSize::default(),
            is_landscape: None,
            text_size: None,
            rows: None,
            has_signatures: true,
            has_legend: true,
            is_blank: false,
            marks_changes: false,
            has_code: false,
            tasks: TaskPreset::default(),
        }
    }
}
