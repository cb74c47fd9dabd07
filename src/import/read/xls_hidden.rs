//! Whether sheets of the old binary format have hidden rows or columns, by a walk over their records ([MS-XLS] 2.3).

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::bytes::{u16_at, u32_at};
use super::compound::stream;

/// Kinds of records.
mod record {
    /// The end of a part of the stream.
    pub const END: u16 = 0x000A;
    /// Columns of one kind.
    pub const COLUMNS: u16 = 0x007D;
    /// A sheet in the list of the workbook: where its part begins.
    pub const SHEET: u16 = 0x0085;
    /// A row.
    pub const ROW: u16 = 0x0208;
    /// The beginning of a part of the stream; charts lie inside the part of their sheet.
    pub const BEGIN: u16 = 0x0809;
}

/// In the word at [`ROW_FLAGS`]: the row has no height.
const ROW_IS_HIDDEN: u16 = 0x20;
const ROW_FLAGS: usize = 12;
/// In the word at [`COLUMN_FLAGS`]: the columns are hidden.
const COLUMN_IS_HIDDEN: u16 = 1;
const COLUMN_FLAGS: usize = 8;

/// No honest workbook has more sheets.
const MOST_SHEETS: usize = 1_000;

/// For each sheet in the order of the workbook; as far as the file makes sense.
pub fn xls_hidden(path: &Path, most_bytes: u64) -> Vec<bool> {
    let mut file = Vec::new();
    let read = File::open(path).and_then(|opened| opened.take(most_bytes).read_to_end(&mut file));
    read.ok().and_then(|_| stream(&file, &["Workbook", "Book"])).map_or_else(Vec::new, |book| hidden_sheets(&book))
}

/// The same of the stream of a workbook.
pub fn hidden_sheets(book: &[u8]) -> Vec<bool> {
    let sheets = Records { book, at: 0 }.take_while(|(kind, _)| *kind != record::END);
    let begins = sheets.filter(|(kind, _)| *kind == record::SHEET).filter_map(|(_, data)| u32_at(data, 0));
    begins.take(MOST_SHEETS).map(|at| usize::try_from(at).is_ok_and(|at| has_hidden(book, at))).collect()
}

fn has_hidden(book: &[u8], at: usize) -> bool {
    let mut depth = 0_usize;
    for (kind, data) in (Records { book, at }) {
        match kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => return false,
            record::END => depth -= 1,
            record::ROW if depth == 1 && flag(data, ROW_FLAGS, ROW_IS_HIDDEN) => return true,
            record::COLUMNS if depth == 1 && flag(data, COLUMN_FLAGS, COLUMN_IS_HIDDEN) => return true,
            _ => {}
        }
    }
    false
}

fn flag(data: &[u8], at: usize, flag: u16) -> bool {
    u16_at(data, at).is_some_and(|flags| flags & flag != 0)
}

/// Kind and data of each record, as long as there are whole ones.
struct Records<'b> {
    book: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Records<'b> {
    type Item = (u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (u16_at(self.book, self.at)?, u16_at(self.book, self.at.checked_add(2)?)?);
        let from = self.at.checked_add(4)?;
        let to = from.checked_add(usize::from(length))?;
        let data = self.book.get(from..to)?;
        self.at = to;
        Some((kind, data))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// A workbook of two sheets: one with a chart and a row, one with columns; `marks` hide them.
    fn book(marks: (u16, u16)) -> Vec<u8> {
        let row = [&[0; ROW_FLAGS][..], &marks.0.to_le_bytes(), &[0; 2]].concat();
        let columns = [&[0; COLUMN_FLAGS][..], &marks.1.to_le_bytes(), &[0; 2]].concat();
        let part = |middle: Vec<u8>| [record(record::BEGIN, &[0; 16]), middle, record(record::END, &[])].concat();
        let first = part([part(Vec::new()), record(record::ROW, &row)].concat());
        let second = part(record(record::COLUMNS, &columns));
        let globals = |at: usize| {
            let of = |at: usize| record(record::SHEET, &u32::try_from(at).unwrap().to_le_bytes());
            part([of(at), of(at + first.len())].concat())
        };
        let length = globals(0).len();
        [globals(length), first.clone(), second].concat()
    }

    #[test]
    fn a_row_without_height_and_a_hidden_column_are_noticed_behind_a_chart_too() {
        assert_eq!(hidden_sheets(&book((0x40, 2))), [false, false]);
        assert_eq!(hidden_sheets(&book((0x60, 0))), [true, false]);
        assert_eq!(hidden_sheets(&book((0, 1))), [false, true]);
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_walk(
            bytes in prop::collection::vec(any::<u8>(), 0..400),
            at in any::<prop::sample::Index>(),
            forged in any::<u8>(),
        ) {
            prop_assert!(hidden_sheets(&bytes).len() <= MOST_SHEETS);
            let mut book = book((0, 0));
            let at = at.index(book.len());
            book[at] = forged;
            prop_assert!(hidden_sheets(&book).len() <= 2 + book.len() / 8);
            book.truncate(at);
            let _ = hidden_sheets(&book);
        }
    }
}
