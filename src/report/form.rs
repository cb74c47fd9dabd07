//! Papers of their own: one for each person, pair or slip, where a list would put everybody into one table.

use serde::Serialize;

use super::sheet::{Cell, Column, SheetRow, Tone};

/// What is printed of a document whose list is for workbooks only.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forms {
    /// How they are set.
    pub dress: Dress,
    /// One a person, a pair or a slip.
    pub list: Vec<Form>,
}

/// How papers are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dress {
    /// An official paper by GB/T 9704: 156 × 225 mm of text in 三号, 22 lines a page.
    Official,
    /// A form to fill in.
    Form,
    /// Two on a page, to be cut apart.
    Slip,
}

/// One paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    /// Whose: the name of its tab in a workbook.
    pub name: String,
    /// Title, centred.
    pub title: String,
    /// Under the title, spread over the width.
    pub subline: Vec<String>,
    /// What stands on it, from the top.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text {
        /// What it says.
        text: String,
        /// How it is set.
        style: TextStyle,
    },
    /// A table.
    Table(FormTable),
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextStyle {
    /// Its first line set in by two characters.
    Body,
    /// A heading of the text.
    Heading,
    /// The close of a letter: name and date, towards the right.
    Close,
    /// A remark under a table.
    Note,
}

/// A table of a paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormTable {
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Header rows, repeated on every page.
    pub head: Vec<SheetRow>,
    /// Its rows.
    pub rows: Vec<FormRow>,
}

/// A row with room for handwriting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormRow {
    /// Its cells from the left, those covered by a span left out.
    pub cells: Vec<Cell>,
    /// Millimetres that it is tall at least.
    pub least: f32,
    /// Whether it takes its share of the room left on the page.
    pub fills: bool,
    /// At the lower right of its last cell: seal and date.
    pub foot: String,
}

impl Block {
    /// A paragraph.
    pub(super) fn text(text: impl Into<String>, style: TextStyle) -> Self {
        Self::Text { text: text.into(), style }
    }
}

impl FormRow {
    /// A row of cells.
    pub(super) const fn new(cells: Vec<Cell>, least: f32) -> Self {
        Self { cells, least, fills: false, foot: String::new() }
    }

    /// Texts, one a column.
    pub(super) fn of<T: Into<String>>(texts: impl IntoIterator<Item = T>, least: f32) -> Self {
        Self::new(SheetRow::of(texts).cells, least)
    }

    /// Labels and values by turns, one a column.
    pub(super) fn fields<const N: usize>(pairs: [(&str, String); N], least: f32) -> Self {
        let mut cells = Vec::new();
        for (label, value) in pairs {
            cells.push(Cell::new(cells.len(), label).toned(Tone::Head));
            cells.push(Cell::new(cells.len(), value));
        }
        Self::new(cells, least)
    }

    /// A label and a value over the rest of so many columns.
    pub(super) fn wide(label: &str, value: String, columns: usize, least: f32) -> Self {
        let label = Cell::new(0, label).toned(Tone::Head);
        Self::new(vec![label, Cell::new(1, value).spanning(columns.saturating_sub(1), 1)], least)
    }

    /// The same row, as tall as the page has room.
    pub(super) fn filling(self) -> Self {
        Self { fills: true, ..self }
    }

    /// The same row with words at the lower right.
    pub(super) fn footed(self, foot: impl Into<String>) -> Self {
        Self { foot: foot.into(), ..self }
    }
}
