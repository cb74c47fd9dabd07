//! Merges and hidden rows or columns of an xlsx, in one quick pass over the parts of its sheets.
//!
//! calamine gives values only, and its own pass for merges parses every cell a second time.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use memchr::memmem::Finder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::import::Merge;

/// How a sheet is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Merged areas.
    pub merges: Vec<Merge>,
    /// Whether some rows or columns are hidden.
    pub has_hidden: bool,
}

/// A workbook as an archive of parts.
pub(super) type Archive = ZipArchive<BufReader<File>>;

/// No honest list of merges is longer.
const LONGEST_TAIL: usize = 64 << 20;
const CHUNK: usize = 256 << 10;
/// Longer than any of the words looked for, so that none is lost between two chunks.
const OVERLAP: usize = 32;

/// Layouts by sheet name; a sheet whose part is not found is missing.
pub fn xlsx_layouts(path: &Path) -> BTreeMap<String, Layout> {
    let Some(mut archive) = File::open(path).ok().and_then(|file| Archive::new(BufReader::new(file)).ok()) else {
        return BTreeMap::new();
    };
    let parts = sheet_parts(&mut archive).unwrap_or_default();
    parts.into_iter().filter_map(|(name, part)| Some((name, scan(&mut archive, &part)?))).collect()
}

/// Sheet name → name of its part.
fn sheet_parts(archive: &mut Archive) -> Option<Vec<(String, String)>> {
    let targets = targets(archive, "xl/_rels/workbook.xml.rels")?;
    let mut sheets = Vec::new();
    for_each_start(&part_text(archive, "xl/workbook.xml")?, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
            && let Some(target) = targets.get(&id)
        {
            sheets.push((name, target.clone()));
        }
    });
    Some(sheets)
}

/// What the keys of a list of relations lead to, as names of parts.
pub(super) fn targets(archive: &mut Archive, part: &str) -> Option<BTreeMap<String, String>> {
    let mut targets = BTreeMap::new();
    for_each_start(&part_text(archive, part)?, |element| {
        if element.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
        {
            let absolute = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, absolute);
        }
    });
    Some(targets)
}

fn part_text(archive: &mut Archive, part: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(part).ok()?.take(16 << 20).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Looks for hidden marks in the bytes as they unpack, and keeps what follows the cells for its merges.
fn scan(archive: &mut Archive, part: &str) -> Option<Layout> {
    let mut entry = archive.by_name(part).ok()?;
    let hidden = [Finder::new(b" hidden=\"1\""), Finder::new(b" hidden=\"true\"")];
    let merges_begin = Finder::new(b"mergeCells");
    let mut layout = Layout::default();
    let mut window: Vec<u8> = Vec::with_capacity(CHUNK + OVERLAP);
    let mut tail: Option<Vec<u8>> = None;
    loop {
        let kept = window.len();
        let read = entry.by_ref().take(CHUNK as u64).read_to_end(&mut window).ok()?;
        if let Some(tail) = &mut tail {
            tail.extend_from_slice(window.get(kept..)?);
        } else {
            layout.has_hidden = layout.has_hidden || hidden.iter().any(|mark| mark.find(&window).is_some());
            tail = merges_begin.find(&window).map(|at| window.get(at..).unwrap_or_default().to_vec());
        }
        if read == 0 || tail.as_ref().is_some_and(|tail| tail.len() > LONGEST_TAIL) {
            break;
        }
        window.drain(..window.len().saturating_sub(OVERLAP));
    }
    if let Some(tail) = tail {
        for_each_start(&format!("<{}", String::from_utf8_lossy(&tail)), |element| {
            if element.local_name().as_ref() == "mergeCell"
                && let Some(area) = attribute(element, "ref").and_then(|area| merge(&area))
            {
                layout.merges.push(area);
            }
        });
    }
    Some(layout)
}

/// Calls `each` for every element that opens; stops at the first fault.
pub(super) fn for_each_start(xml: &str, mut each: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => each(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute by its local name, entities resolved.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// `B4:D6` as an area.
fn merge(area: &str) -> Option<Merge> {
    let (start, end) = area.split_once(':')?;
    let ((top, left), (bottom, right)) = (position(start)?, position(end)?);
    (top <= bottom && left <= right).then_some(Merge { top, left, bottom, right })
}

/// `B4` as zero-based row and column.
fn position(cell: &str) -> Option<(u32, u32)> {
    let cell = cell.trim().replace('$', "");
    let digits = cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = cell.strip_suffix(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
