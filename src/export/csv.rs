//! A sheet as CSV: UTF-8 with the mark that Excel and WPS look for, and no cell that could run as a formula.

use csv::{Terminator, WriterBuilder};

use super::error::ExportError;
use crate::report::Sheet;

/// Tells Excel and WPS that the text is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Title and sub-line, head and body, then the notes. A merged cell says its text in every place it covers.
///
/// # Errors
/// Where the table cannot be written.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut file = BYTE_ORDER_MARK.to_vec();
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(&mut file);
    writer.write_record([harmless(&sheet.title)])?;
    let subline: Vec<_> = sheet.subline.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    if !subline.is_empty() {
        writer.write_record([harmless(&subline.join("    "))])?;
    }
    for row in sheet.filled_head().into_iter().chain(sheet.filled_body()) {
        writer.write_record(row.iter().map(|text| harmless(text)))?;
    }
    for note in &sheet.notes {
        writer.write_record([harmless(&format!("{}{}{note}", sheet.words.notes, sheet.words.colon))])?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(file)
}

/// A text that a spreadsheet program would take for a formula gets an apostrophe; numbers stay numbers.
fn harmless(text: &str) -> String {
    let is_risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_risky && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}
