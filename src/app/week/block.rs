//! Cells as a block of text, tab and line separated, to and from Excel and WPS.

use super::choice::Entry;
use super::grid_vm::GridVm;
use super::parse::read_entry;
use super::vm::CellKey;
use crate::domain::{Edit, SessionStatus};

/// A rectangle of the grid: half-days of people down, days across.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    /// Line by line.
    pub lines: Vec<Vec<CellKey>>,
}

/// What a copied text says of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pasted {
    /// Nothing: the cell is cleared.
    Nothing,
    /// An empty cell of another program: the cell stays as it is, as in imports. Such text does not tell a free
    /// half-day from the lower part of merged cells.
    Blank,
    /// An entry.
    Entry(Entry),
    /// Words that name no activity; they are left out.
    Unread(String),
}

/// A copied block: its text for other programs, its entries for this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// Cells of a line parted by tabs, lines by line ends.
    pub text: String,
    /// The same exactly.
    pub cells: Vec<Vec<Pasted>>,
}

/// What pasting a block does.
#[derive(Debug, Clone, PartialEq)]
pub struct Paste {
    /// The edit, `None` where nothing would change.
    pub edit: Option<Edit>,
    /// Words that name no activity; they were left out.
    pub unread: Vec<String>,
    /// Empty cells under filled ones, or where something stands: they changed nothing.
    pub blank: usize,
}

impl Clip {
    /// Whether the text that another program hands back is still this one.
    #[must_use]
    pub fn is_text(&self, text: &str) -> bool {
        self.text.lines().eq(text.lines())
    }
}

impl GridVm {
    /// Copies a block.
    #[must_use]
    pub fn clip(&self, block: &Block) -> Clip {
        let texts = |keys: &Vec<CellKey>| keys.iter().map(|key| self.line_of(*key)).collect::<Vec<_>>().join("\t");
        let cells = |keys: &Vec<CellKey>| {
            keys.iter().map(|key| self.entry(*key).map_or(Pasted::Nothing, Pasted::Entry)).collect()
        };
        Clip {
            text: block.lines.iter().map(texts).collect::<Vec<_>>().join("\n"),
            cells: block.lines.iter().map(cells).collect(),
        }
    }

    /// Copies cells that stand one below the other in a list of people: who, when and what for other programs.
    #[must_use]
    pub fn clip_list(&self, block: &Block) -> Clip {
        let who = |key: &CellKey| {
            let when = self.records.tr.half_day(key.on, key.slot);
            [self.records.stint_name(key.stint).to_owned(), when, self.line_of(*key)].join("\t")
        };
        let text = block.lines.iter().flatten().map(who).collect::<Vec<_>>().join("\n");
        Clip { text, ..self.clip(block) }
    }

    /// Reads a block that comes from Excel, WPS or a message.
    #[must_use]
    pub fn read_block(&self, text: &str) -> Vec<Vec<Pasted>> {
        let read = |words: String| match words.trim() {
            "" => Pasted::Blank,
            words => read_entry(&self.records, words).map_or_else(|| Pasted::Unread(words.to_owned()), Pasted::Entry),
        };
        table_of(text).into_iter().map(|line| line.into_iter().map(read).collect()).collect()
    }

    /// Pastes cells into a block. A single one fills every cell of it.
    #[must_use]
    pub fn paste(&self, block: &Block, cells: &[Vec<Pasted>]) -> Paste {
        let single = match cells {
            [line] if line.len() == 1 => line.first(),
            _ => None,
        };
        let mut paste = Paste { edit: None, unread: Vec::new(), blank: 0 };
        let mut edits = Vec::new();
        for (row, keys) in block.lines.iter().enumerate() {
            for (column, key) in keys.iter().enumerate() {
                match single.or_else(|| cells.get(row)?.get(column)) {
                    Some(Pasted::Blank) => {
                        let above = row.checked_sub(1).and_then(|row| cells.get(row)?.get(column));
                        let may_be_merged = matches!(above, Some(Pasted::Entry(_)));
                        paste.blank += usize::from(may_be_merged || self.entry(*key).is_some());
                    }
                    Some(Pasted::Nothing) => edits.extend(self.clear_rows(*key)),
                    Some(Pasted::Entry(entry)) => edits.extend(self.fill_rows(*key, entry).unwrap_or_default()),
                    Some(Pasted::Unread(words)) => paste.unread.push(words.clone()),
                    None => {}
                }
            }
        }
        paste.edit = Self::several(edits);
        paste
    }

    /// The entry of the first cell of a block into the rest of it (Ctrl+D).
    #[must_use]
    pub fn fill_down(&self, block: &Block) -> Option<Edit> {
        let mut edits = Vec::new();
        let first = block.lines.first()?;
        for line in block.lines.iter().skip(1) {
            for (from, to) in first.iter().zip(line) {
                if let Some(entry) = self.entry(*from) {
                    edits.extend(self.fill_rows(*to, &entry).unwrap_or_default());
                }
            }
        }
        Self::several(edits)
    }

    /// What stands in the cell, apart from whose and when.
    #[must_use]
    pub fn entry(&self, key: CellKey) -> Option<Entry> {
        let stint = self.records.stint(key.stint)?;
        let cell = self.cell(key)?;
        let main = cell.main().filter(|session| session.status != SessionStatus::Cancelled)?;
        Some(Entry::of(main, stint))
    }
}

/// The cells of a copied block: Excel quotes a cell with a line end, a tab or a quote inside and doubles its quotes.
/// Empty lines are empty cells.
fn table_of(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.trim_end_matches(['\r', '\n']).chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(line) = lines.last_mut() else { break };
        let Some(cell) = line.last_mut() else { break };
        match letter {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => line.push(String::new()),
            '\n' if !is_quoted => lines.push(vec![String::new()]),
            '\r' => {}
            letter => cell.push(letter),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_excel_keeps_empty_lines_quotes_and_line_ends_inside_cells() {
        let read = |text| table_of(text).into_iter().map(|line| line.join("|")).collect::<Vec<_>>();
        assert_eq!(read("坐诊\t查房\r\n\t讲座\r\n"), ["坐诊|查房", "|讲座"]);
        assert_eq!(read("\"坐诊\n门诊203\"\r\n\r\n查房"), ["坐诊\n门诊203", "", "查房"]);
        assert_eq!(read("\"他说\"\"好\"\"\"\t手术\"A\""), ["他说\"好\"|手术\"A\""]);
        assert_eq!(read(""), [""]);
    }
}
