//! Text tables: finding the encoding, the separator, and the cells.

use std::borrow::Cow;
use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::import::{Grid, Raw};

/// The detector looks no further.
const DETECTED_BYTES: usize = 256 << 10;

/// The cells of a text file.
#[must_use]
pub fn grid_of_bytes(bytes: &[u8]) -> Grid {
    grid_of_text(&decode(bytes))
}

/// BOM → strict UTF-8 → GB18030.
///
/// Only where GB18030 meets bytes it does not have may anything else come into question: a damaged UTF-8 file, or
/// Big5 where the detector says so. On a short file it guesses badly, so it never overrules the rule.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if let Some(encoding) = bare_utf16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    let (text, has_errors) = GB18030.decode_without_bom_handling(bytes);
    if !has_errors {
        return text;
    }
    if is_nearly_utf8(bytes) {
        return String::from_utf8_lossy(bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let head = bytes.get(..DETECTED_BYTES).unwrap_or(bytes);
    detector.feed(head, head.len() == bytes.len());
    if detector.guess(None, Utf8Detection::Deny) == BIG5 { BIG5.decode_without_bom_handling(bytes).0 } else { text }
}

/// Whether the bytes are UTF-8 but for a few: far more whole Chinese characters than faults.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut faults) = (0, 0);
    for chunk in bytes.get(..DETECTED_BYTES).unwrap_or(bytes).utf8_chunks() {
        whole += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    whole > faults * 20
}

/// UTF-16 without its mark: every other byte of the header's ASCII signs is zero.
fn bare_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..512).unwrap_or(bytes);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 2..) => Some(UTF_16LE),
        (2.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// The cells of a text, separated as its header line is.
#[must_use]
pub fn grid_of_text(text: &str) -> Grid {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Vec::new();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .double_quote(true)
        .from_reader(text.as_bytes().chain(&b"\n"[..]));
    let mut record = csv::StringRecord::new();
    let mut next_line = 1;
    while let Ok(true) = reader.read_record(&mut record) {
        // The reader skips blank lines; they count in row numbers and end tables. A row of several lines is one.
        let after = reader.position().line();
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let line = after.saturating_sub(1 + inside as u64);
        for _ in next_line..line {
            rows.push(Vec::new());
        }
        rows.push(record.iter().map(cell).collect());
        next_line = after;
    }
    Grid { rows, ..Grid::default() }
}

fn cell(text: &str) -> Raw {
    if text.is_empty() { Raw::Blank } else { Raw::Text(text.to_owned()) }
}

/// The sign that cuts the header line into most parts: the line with most of them among the first fifteen.
fn separator(text: &str) -> u8 {
    let count = |sign: u8| {
        text.lines().take(15).map(|line| line.bytes().filter(|byte| *byte == sign).count()).max().unwrap_or(0)
    };
    [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|sign| (count(*sign), *sign == b'\t'))
        .filter(|sign| count(*sign) > 0)
        .unwrap_or(b',')
}
