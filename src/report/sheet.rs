//! A table on paper or in a workbook: the one shape that every list and grid document takes.

use serde::Serialize;

use super::flat::Flat;
use super::form::Forms;
use super::options::{PaperOptions, PaperSize};
use crate::domain::DocumentKind;

/// A document as a table with its frame: title, sub-line, head, body, notes, signatures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Which document.
    pub kind: DocumentKind,
    /// How it is set.
    pub look: Look,
    /// Name of the tab in a workbook.
    pub tab: String,
    /// Title, centred.
    pub title: String,
    /// Under the title, spread over the width: unit, period, version.
    pub subline: Vec<String>,
    /// Language of the words, `zh` or `en`.
    pub lang: &'static str,
    /// Whose document it is: the author named in files.
    pub author: String,
    /// Whether the paper lies on its long side.
    pub is_landscape: bool,
    /// Not issued yet: a quiet 草稿 across the page.
    pub is_draft: bool,
    /// Shades instead of colours.
    pub is_grey: bool,
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Columns that stay in sight while a workbook is scrolled sideways.
    pub frozen_columns: usize,
    /// Header rows, repeated on every page.
    pub head: Vec<SheetRow>,
    /// Data rows; a cell that spans stands only where it begins.
    pub body: Vec<SheetRow>,
    /// What the letters and tints of the cells mean.
    pub legend: Vec<LegendItem>,
    /// Notes under the table, one a line.
    pub notes: Vec<String>,
    /// Places to sign: 制表人, 审核人, …
    pub signatures: Vec<Signature>,
    /// Words of the frame.
    pub words: FrameWords,
    /// The paper.
    pub paper: PaperSize,
    /// Text of the cells in points, where it was chosen by hand.
    pub text_size: Option<u8>,
    /// Pictures at the foot: codes for phones, a map.
    pub pictures: Vec<SheetPicture>,
    /// The same as a flat list, for a second tab of a workbook. Pages have no use for it.
    #[serde(skip)]
    pub flat: Option<Flat>,
    /// What is printed in place of the table: a paper for each person, pair or slip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forms: Option<Forms>,
}

/// A picture at the foot of a sheet: a code that a phone reads, or a map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPicture {
    /// The picture (SVG), with its light border.
    pub svg: String,
    /// Its width on paper, in millimetres.
    pub width: f32,
    /// What stands under it, empty for nothing.
    pub caption: String,
}

/// The dress of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// A timetable: centred cells, tints.
    Grid,
    /// A list of records.
    List,
    /// To be read from two metres.
    Poster,
}

/// Words that stand on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrameWords {
    /// Page number with `{page}` and `{pages}`.
    pub page_of: String,
    /// The watermark of a document not issued yet.
    pub draft: String,
    /// Before the legend.
    pub legend: String,
    /// Before the notes.
    pub notes: String,
    /// After the label of a place to sign.
    pub colon: String,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Column {
    /// Share of the width: the widths of all columns are scaled to the page.
    pub width: f32,
    /// How its cells are aligned.
    pub align: Align,
    /// Whether a workbook stores its cells as numbers.
    pub is_number: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct SheetRow {
    /// Its cells from the left, those covered by a span left out.
    pub cells: Vec<Cell>,
    /// Whether something new begins here: a stronger rule above, and no page break before the next such row.
    pub starts_group: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// First column, from 0.
    pub column: usize,
    /// Columns covered, at least 1.
    pub col_span: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Its lines.
    pub lines: Vec<Line>,
    /// How it is painted.
    pub tone: Tone,
    /// Whether it is set bold.
    pub is_strong: bool,
}

/// A line of a cell: it is broken where it does not fit, but between text and aside first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// What follows more quietly: the place of a session.
    pub aside: String,
}

/// One entry of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegendItem {
    /// The letter or mark.
    pub mark: String,
    /// What it means.
    pub text: String,
    /// How such cells are painted.
    pub tone: Tone,
}

/// A place to sign or fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// What is asked.
    pub label: String,
    /// The answer where it is known, empty for a line to write on.
    pub value: String,
}

/// Horizontal alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Left.
    Left,
    /// Centred.
    Centre,
    /// Right, for figures.
    Right,
}

/// How a cell is painted; every tone also differs by its text or mark, so that grey prints stay readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Paper.
    Plain,
    /// Header.
    Head,
    /// Total row.
    Total,
    /// Weekend column.
    Weekend,
    /// Public holiday column.
    Holiday,
    /// Make-up workday column.
    MakeUp,
    /// One of the ten activity hues.
    Activity(u8),
}

impl Column {
    /// A column of text; `width` in millimetres at full page width.
    #[must_use]
    pub const fn text(width: f32, align: Align) -> Self {
        Self { width, align, is_number: false }
    }

    /// A centred column of numbers.
    #[must_use]
    pub const fn number(width: f32) -> Self {
        Self { width, align: Align::Centre, is_number: true }
    }
}

impl Line {
    /// Text with its aside; either may be empty.
    #[must_use]
    pub fn new(text: impl Into<String>, aside: impl Into<String>) -> Self {
        Self { text: text.into(), aside: aside.into() }
    }

    /// Text and aside as one string, as workbooks keep it.
    #[must_use]
    pub fn plain(&self) -> String {
        match (self.text.is_empty(), self.aside.is_empty()) {
            (_, true) => self.text.clone(),
            (true, false) => self.aside.clone(),
            (false, false) => format!("{} {}", self.text, self.aside),
        }
    }
}

impl Cell {
    /// A cell of one line; no line where the text is empty.
    #[must_use]
    pub fn new(column: usize, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = if text.is_empty() { Vec::new() } else { text.split('\n').map(|it| Line::new(it, "")).collect() };
        Self { column, col_span: 1, row_span: 1, lines, tone: Tone::Plain, is_strong: false }
    }

    /// The same cell over several columns and rows.
    #[must_use]
    pub fn spanning(self, col_span: usize, row_span: usize) -> Self {
        Self { col_span: col_span.max(1), row_span: row_span.max(1), ..self }
    }

    /// The same cell in another tone.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same cell in bold.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { is_strong: true, ..self }
    }

    /// Its lines as one string, as workbooks keep it.
    #[must_use]
    pub fn plain(&self) -> String {
        self.lines.iter().map(Line::plain).collect::<Vec<_>>().join("\n")
    }
}

impl SheetRow {
    /// A row of one-line cells, one a column.
    pub fn of<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        let cells = texts.into_iter().enumerate().map(|(column, text)| Cell::new(column, text)).collect();
        Self { cells, starts_group: false }
    }

    /// A header row.
    pub fn head<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        let Self { cells, .. } = Self::of(texts);
        Self { cells: cells.into_iter().map(|cell| cell.toned(Tone::Head).strong()).collect(), starts_group: false }
    }
}

impl Sheet {
    /// Dresses the document as the clerk likes it.
    pub(super) fn dress(&mut self, options: &PaperOptions) {
        self.paper = options.size;
        self.text_size = options.text_size;
        self.is_landscape = options.is_landscape.unwrap_or(self.is_landscape);
        if !options.has_signatures {
            self.signatures.clear();
        }
        if !options.has_legend {
            self.legend.clear();
        }
    }

    /// The body as full rows: what a cell says stands in every place it covers.
    #[must_use]
    pub fn filled_body(&self) -> Vec<Vec<String>> {
        fill(&self.body, self.columns.len())
    }

    /// The head as full rows.
    #[must_use]
    pub fn filled_head(&self) -> Vec<Vec<String>> {
        fill(&self.head, self.columns.len())
    }
}

fn fill(rows: &[SheetRow], width: usize) -> Vec<Vec<String>> {
    let mut filled = vec![vec![String::new(); width]; rows.len()];
    for (top, row) in rows.iter().enumerate() {
        for cell in &row.cells {
            let text = cell.plain();
            for line in filled.iter_mut().skip(top).take(cell.row_span) {
                for place in line.iter_mut().skip(cell.column).take(cell.col_span) {
                    place.clone_from(&text);
                }
            }
        }
    }
    filled
}
