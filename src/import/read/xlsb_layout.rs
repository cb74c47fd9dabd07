//! Merges and hidden rows or columns of an xlsb, by a walk over the records of its parts: calamine gives values only.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use super::bytes::{u16_at, u32_at, wide_text};
use super::layout::{Archive, Layout, targets};
use crate::import::Merge;

/// Kinds of records ([MS-XLSB] 2.3).
mod record {
    /// The beginning of a row.
    pub const ROW: u32 = 0;
    /// Columns of one kind.
    pub const COLUMNS: u32 = 60;
    /// A sheet in the list of the workbook.
    pub const SHEET: u32 = 156;
    /// A merged area.
    pub const MERGE: u32 = 176;
}

/// In the byte at [`ROW_FLAGS`]: the row has no height.
const ROW_IS_HIDDEN: u8 = 0x10;
const ROW_FLAGS: usize = 11;
/// In the word at [`COLUMN_FLAGS`]: the columns are hidden.
const COLUMN_IS_HIDDEN: u16 = 1;
const COLUMN_FLAGS: usize = 16;
/// Of a longer record no more than this is looked at; those that matter are shorter.
const LONGEST: u64 = 4 << 10;
/// No honest sheet has more merges.
const MOST_MERGES: usize = 1 << 20;

/// Layouts by sheet name; a sheet whose part is not found is missing.
pub fn xlsb_layouts(path: &Path) -> BTreeMap<String, Layout> {
    let Some(mut archive) = File::open(path).ok().and_then(|file| Archive::new(BufReader::new(file)).ok()) else {
        return BTreeMap::new();
    };
    let parts = sheet_parts(&mut archive).unwrap_or_default();
    let layout = |(name, part): (String, String)| {
        let part = archive.by_name(&part).ok()?;
        Some((name, sheet_layout(BufReader::new(part))))
    };
    parts.into_iter().filter_map(layout).collect()
}

/// Sheet name → name of its part.
fn sheet_parts(archive: &mut Archive) -> Option<Vec<(String, String)>> {
    let targets = targets(archive, "xl/_rels/workbook.bin.rels")?;
    let mut sheets = Vec::new();
    let list = BufReader::new(archive.by_name("xl/workbook.bin").ok()?);
    for_each_record(list, |kind, data| {
        if kind == record::SHEET
            && let Some((key, name)) = named_sheet(data)
            && let Some(target) = targets.get(&key)
        {
            sheets.push((name, target.clone()));
        }
    });
    Some(sheets)
}

/// Key of the relation and name of a sheet, behind eight bytes of state.
fn named_sheet(data: &[u8]) -> Option<(String, String)> {
    let length = |at: usize| u32_at(data, at).and_then(|length| usize::try_from(length).ok());
    let key_length = length(8)?;
    let key = wide_text(data, 12, key_length)?;
    let at = key_length.checked_mul(2)?.checked_add(12)?;
    Some((key, wide_text(data, at.checked_add(4)?, length(at)?)?))
}

/// What the records of a sheet say about its layout; stops where they make no sense.
pub fn sheet_layout(part: impl Read) -> Layout {
    let mut layout = Layout::default();
    for_each_record(part, |kind, data| match kind {
        record::ROW => layout.has_hidden |= data.get(ROW_FLAGS).is_some_and(|flags| flags & ROW_IS_HIDDEN != 0),
        record::COLUMNS => {
            layout.has_hidden |= u16_at(data, COLUMN_FLAGS).is_some_and(|flags| flags & COLUMN_IS_HIDDEN != 0);
        }
        record::MERGE if layout.merges.len() < MOST_MERGES => layout.merges.extend(merge(data)),
        _ => {}
    });
    layout
}

fn merge(data: &[u8]) -> Option<Merge> {
    let (top, bottom) = (u32_at(data, 0)?, u32_at(data, 4)?);
    let (left, right) = (u32_at(data, 8)?, u32_at(data, 12)?);
    (top <= bottom && left <= right).then_some(Merge { top, left, bottom, right })
}

/// Calls `each` with kind and beginning of every record, as long as there are whole ones.
fn for_each_record(mut part: impl Read, mut each: impl FnMut(u32, &[u8])) {
    let mut data = Vec::new();
    while let Some(kind) = number(&mut part, 2)
        && let Some(length) = number(&mut part, 4)
    {
        let length = u64::from(length);
        data.clear();
        let Ok(read) = part.by_ref().take(length.min(LONGEST)).read_to_end(&mut data) else { return };
        let rest = length.saturating_sub(LONGEST);
        let skipped = std::io::copy(&mut part.by_ref().take(rest), &mut std::io::sink());
        if read as u64 != length.min(LONGEST) || skipped.ok() != Some(rest) {
            return;
        }
        each(kind, &data);
    }
}

/// A number in at most so many bytes of seven bits each, the lowest first; the eighth says that more follow.
fn number(part: &mut impl Read, most: u32) -> Option<u32> {
    let mut number = 0;
    for place in 0..most {
        let mut byte = [0];
        part.read_exact(&mut byte).ok()?;
        let [byte] = byte;
        number |= u32::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A merge with a record before it whose length is forged.
    fn records(length: &[u8]) -> Vec<u8> {
        let merge = [1_u32, 2, 0, 3].map(u32::to_le_bytes).concat();
        [&[5][..], length, &[0; 4], &[0xB0, 0x01, 16], &merge].concat()
    }

    #[test]
    fn a_record_that_is_longer_than_the_part_ends_the_walk() {
        let merge = Merge { top: 1, left: 0, bottom: 2, right: 3 };
        assert_eq!(sheet_layout(records(&[4]).as_slice()).merges, [merge]);
        for forged in [&[0xFF, 0xFF, 0xFF, 0x7F][..], &[0xFF, 0x7F], &[60]] {
            assert_eq!(sheet_layout(records(forged).as_slice()), Layout::default());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_walk(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let merges = sheet_layout(bytes.as_slice()).merges;
            prop_assert!(merges.iter().all(|area| area.top <= area.bottom && area.left <= area.right));
            let _ = named_sheet(&bytes);
        }
    }
}
