//! One stream out of a compound file, the box around the old binary format ([MS-CFB]).

use super::bytes::{u16_at, u32_at, wide_text};

/// Behind the last sector of a chain, and sectors of other uses.
const FIRST_OF_NO_USE: u32 = 0xFFFF_FFFA;
/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// What an entry is.
const STREAM: u8 = 2;
const ROOT: u8 = 5;
/// Where the header lists the first sectors of the table, and how many it lists.
const LISTED_AT: usize = 0x4C;
const LISTED: usize = 109;

/// The stream of one of these names; `None` where the file makes no sense.
pub fn stream(file: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let boxed = Compound::open(file)?;
    let directory = boxed.chain(u32_at(file, 0x30)?)?;
    let entry = |wanted: &dyn Fn(&[u8]) -> bool| directory.chunks_exact(ENTRY).find(|entry| wanted(entry));
    let is_named = |entry: &[u8]| {
        let length = u16_at(entry, 64).map_or(0, usize::from);
        let name = wide_text(entry, 0, (length / 2).saturating_sub(1));
        entry.get(66) == Some(&STREAM) && name.is_some_and(|name| names.contains(&name.as_str()))
    };
    let found = entry(&is_named)?;
    let (start, size) = (u32_at(found, 116)?, usize::try_from(u32_at(found, 120)?).ok()?);
    let mut bytes = if size < usize::try_from(u32_at(file, 0x38)?).ok()? {
        let root = entry(&|entry| entry.get(66) == Some(&ROOT))?;
        boxed.small_chain(start, u32_at(root, 116)?)?
    } else {
        boxed.chain(start)?
    };
    bytes.truncate(size);
    Some(bytes)
}

/// A compound file with its table of sectors.
struct Compound<'f> {
    file: &'f [u8],
    sector: usize,
    /// The sector that follows each one.
    next: Vec<u32>,
}

impl<'f> Compound<'f> {
    fn open(file: &'f [u8]) -> Option<Self> {
        let shift = u16_at(file, 0x1E).filter(|shift| matches!(shift, 9 | 12))?;
        let mut boxed = Self { file, sector: 1 << shift, next: Vec::new() };
        let mut next = Vec::new();
        for sector in boxed.table_sectors()? {
            next.extend(words(boxed.sector(sector)?));
        }
        boxed.next = next;
        Some(boxed)
    }

    /// The sectors that hold the table: some in the header, the rest in a chain of lists.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let listed = self.file.get(LISTED_AT..LISTED_AT + 4 * LISTED)?;
        let mut sectors: Vec<u32> = words(listed).filter(|sector| *sector < FIRST_OF_NO_USE).collect();
        let mut list = u32_at(self.file, 0x44)?;
        let mut lists = 0;
        while list < FIRST_OF_NO_USE {
            let bytes = self.sector(list)?;
            let (numbers, after) = bytes.split_at_checked(bytes.len().checked_sub(4)?)?;
            sectors.extend(words(numbers).filter(|sector| *sector < FIRST_OF_NO_USE));
            list = u32_at(after, 0)?;
            lists += 1;
            if lists > self.file.len() / self.sector {
                return None;
            }
        }
        (sectors.len() <= self.file.len() / self.sector).then_some(sectors)
    }

    fn sector(&self, number: u32) -> Option<&'f [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.file.len());
        self.file.get(start..end).filter(|bytes| !bytes.is_empty())
    }

    /// The bytes of a chain of sectors; `None` for one that runs in a circle.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < FIRST_OF_NO_USE {
            bytes.extend_from_slice(self.sector(at)?);
            if bytes.len() > self.file.len() {
                return None;
            }
            at = *self.next.get(usize::try_from(at).ok()?)?;
        }
        Some(bytes)
    }

    /// The bytes of a chain of small sectors, which lie in the stream of the root.
    fn small_chain(&self, start: u32, root: u32) -> Option<Vec<u8>> {
        let size = 1_usize << u16_at(self.file, 0x20).filter(|shift| *shift == 6)?;
        let all = self.chain(root)?;
        let next: Vec<u32> = words(&self.chain(u32_at(self.file, 0x3C)?)?).collect();
        let mut bytes = Vec::new();
        let mut at = start;
        while at < FIRST_OF_NO_USE {
            let from = usize::try_from(at).ok()?.checked_mul(size)?;
            bytes.extend_from_slice(all.get(from..from.checked_add(size)?.min(all.len()))?);
            if bytes.len() > all.len() {
                return None;
            }
            at = *next.get(usize::try_from(at).ok()?)?;
        }
        Some(bytes)
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Vec<u8> {
        include_bytes!("../../../tests/data/import/hidden.xls").to_vec()
    }

    #[test]
    fn the_stream_of_a_workbook_is_found_and_others_are_not() {
        let book = stream(&sample(), &["Workbook", "Book"]).unwrap();
        assert_eq!(u16_at(&book, 0), Some(0x0809));
        assert_eq!(stream(&sample(), &["Elsewhere"]), None);
        // A short stream lies in the small sectors of the root.
        let small = include_bytes!("../../../tests/data/import/leave.xls");
        let book = stream(small, &["Workbook"]).unwrap();
        assert_eq!((u16_at(&book, 0), book.len() < 4096), (Some(0x0809), true));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn no_bytes_break_the_search(
            places in prop::collection::vec((0_usize..1600, any::<u8>()), 1..12),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut file = sample();
            for (at, forged) in places {
                // The header, the table and the directory are what decides.
                let at = if at < 800 { at } else { file.len().saturating_sub(2400 - at) };
                if let Some(byte) = file.get_mut(at) {
                    *byte = forged;
                }
            }
            let whole = stream(&file, &["Workbook"]);
            prop_assert!(whole.is_none_or(|book| book.len() <= file.len()));
            file.truncate(cut.index(file.len()));
            let _ = stream(&file, &["Workbook"]);
        }
    }
}
