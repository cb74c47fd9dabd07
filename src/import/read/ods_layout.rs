//! Merges and hidden rows or columns of an ods sheet, which calamine does not tell.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::layout::{Layout, attribute};
use crate::import::Merge;

/// Layouts by sheet name; as far as the content can be read.
pub fn ods_layouts(path: &Path) -> BTreeMap<String, Layout> {
    let mut walk = Walk::default();
    if let Some(file) = File::open(path).ok()
        && let Ok(mut archive) = ZipArchive::new(BufReader::new(file))
        && let Ok(content) = archive.by_name("content.xml")
    {
        let mut reader = Reader::from_reader(BufReader::new(content));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => walk.element(&element),
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
    }
    walk.layouts
}

/// Where the walk through the cells stands.
#[derive(Default)]
struct Walk {
    layouts: BTreeMap<String, Layout>,
    sheet: String,
    row: u32,
    next_row: u32,
    column: u32,
}

impl Walk {
    fn element(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "table:table" => {
                self.sheet = attribute(element, "name").unwrap_or_default();
                self.layouts.entry(self.sheet.clone()).or_default();
                (self.row, self.next_row, self.column) = (0, 0, 0);
            }
            "table:table-row" => {
                self.row = self.next_row;
                self.next_row = self.row.saturating_add(number(element, "number-rows-repeated"));
                self.column = 0;
                self.note_hidden(element);
            }
            "table:table-column" => self.note_hidden(element),
            "table:table-cell" | "table:covered-table-cell" => self.cell(element),
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let (across, down) = (number(element, "number-columns-spanned"), number(element, "number-rows-spanned"));
        if (across > 1 || down > 1)
            && let Some(layout) = self.layouts.get_mut(&self.sheet)
        {
            layout.merges.push(Merge {
                top: self.row,
                left: self.column,
                bottom: self.row.saturating_add(down - 1),
                right: self.column.saturating_add(across - 1),
            });
        }
        self.column = self.column.saturating_add(number(element, "number-columns-repeated"));
    }

    fn note_hidden(&mut self, element: &BytesStart<'_>) {
        let is_hidden = attribute(element, "visibility").is_some_and(|how| how == "collapse" || how == "filter");
        if is_hidden && let Some(layout) = self.layouts.get_mut(&self.sheet) {
            layout.has_hidden = true;
        }
    }
}

/// A count of at least one.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
