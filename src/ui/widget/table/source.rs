//! What a table shows: columns as data, and a view model that has its cells as strings already.

use egui::Color32;

use crate::ui::theme::Theme;

/// How the cells of a column are set and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, to the left.
    Text,
    /// Figures, to the right, compared by value.
    Number,
    /// A short mark, centred.
    Mark,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its address in remembered layouts.
    pub key: &'static str,
    /// Its head.
    pub title: String,
    /// Width at first, in points.
    pub width: f32,
    /// How its cells are set.
    pub kind: ColumnKind,
    /// Whether it takes the room that is left.
    pub is_wide: bool,
    /// Whether it is shown before anybody chose.
    pub is_shown: bool,
}

impl Column {
    /// A column of words.
    pub fn text(key: &'static str, title: impl Into<String>, width: f32) -> Self {
        Self { key, title: capital(title.into()), width, kind: ColumnKind::Text, is_wide: false, is_shown: true }
    }

    /// A column of figures.
    pub fn number(key: &'static str, title: impl Into<String>, width: f32) -> Self {
        Self { kind: ColumnKind::Number, ..Self::text(key, title, width) }
    }

    /// A column of short marks.
    pub fn mark(key: &'static str, title: impl Into<String>, width: f32) -> Self {
        Self { kind: ColumnKind::Mark, ..Self::text(key, title, width) }
    }

    /// The column takes the room that is left.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// The column is shown only when chosen.
    #[must_use]
    pub const fn hidden(mut self) -> Self {
        self.is_shown = false;
        self
    }
}

/// A head begins with a capital, whatever the word is used for elsewhere.
fn capital(mut title: String) -> String {
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

/// How a cell is set apart; its text always says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellTone {
    /// Ink.
    #[default]
    Plain,
    /// Quieter.
    Muted,
    /// The name of the row.
    Strong,
    /// Well.
    Ok,
    /// Worth knowing.
    Info,
    /// Should be looked at.
    Warning,
    /// Wrong.
    Danger,
    /// On the fill of an activity hue, 0–9.
    Hue(u8),
    /// A box that is ticked or not; the text is spoken.
    Tick(bool),
}

impl CellTone {
    pub(super) const fn ink(self, theme: &Theme) -> Color32 {
        match self {
            Self::Plain | Self::Strong | Self::Hue(_) | Self::Tick(_) => theme.ink,
            Self::Muted => theme.muted,
            Self::Ok => theme.ok,
            Self::Info => theme.info,
            Self::Warning => theme.warning,
            Self::Danger => theme.danger,
        }
    }
}

/// A line of a list that stands for one row, whatever stands above and below it.
pub trait TableRow {
    /// The key by which it is selected.
    fn key(&self) -> i64;

    /// The text of a cell; `column` is the place in the list of columns.
    fn cell(&self, column: usize) -> &str;

    /// How a cell is set apart.
    fn tone(&self, column: usize) -> CellTone {
        let _ = column;
        CellTone::Plain
    }

    /// What a cell is sorted by where that is not its text, such as pinyin.
    fn sort_key(&self, column: usize) -> &str {
        self.cell(column)
    }
}

impl<R: TableRow> TableRows for Vec<R> {
    fn len(&self) -> usize {
        self.len()
    }

    fn id(&self, row: usize) -> i64 {
        self.get(row).map_or(0, R::key)
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.get(row).map_or("", |line| line.cell(column))
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        self.get(row).map_or(CellTone::Plain, |line| line.tone(column))
    }

    fn sort_key(&self, row: usize, column: usize) -> &str {
        self.get(row).map_or("", |line| line.sort_key(column))
    }
}

/// A view model with rows; nothing is worked out while drawing.
pub trait TableRows {
    /// How many rows.
    fn len(&self) -> usize;

    /// The key of a row, by which it is selected.
    fn id(&self, row: usize) -> i64;

    /// The text of a cell; `column` is the place in the list of columns.
    fn cell(&self, row: usize, column: usize) -> &str;

    /// Whether there is no row at all.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How a cell is set apart.
    fn tone(&self, row: usize, column: usize) -> CellTone {
        let _ = (row, column);
        CellTone::Plain
    }

    /// What a cell is sorted by where that is not its text, such as pinyin.
    fn sort_key(&self, row: usize, column: usize) -> &str {
        self.cell(row, column)
    }
}
