//! The binary format of new workbooks, written by hand: merges and hidden rows are told.

use std::io::{Cursor, Write};

use chuanbangdai::import::read::Reader;
use chuanbangdai::import::{Grid, Merge};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::cell;

fn record(kind: u8, data: &[u8]) -> Vec<u8> {
    let kind = if kind < 0x80 { vec![kind] } else { vec![kind, 1] };
    let (mut length, mut bytes) = (data.len(), kind);
    while length >= 0x80 {
        bytes.push(u8::try_from(length & 0x7F).unwrap() | 0x80);
        length >>= 7;
    }
    bytes.push(u8::try_from(length).unwrap());
    bytes.extend(data);
    bytes
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u16> = text.encode_utf16().collect();
    let length = numbers(&[u32::try_from(letters.len()).unwrap()]);
    length.into_iter().chain(letters.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// A row with one text.
fn row(number: u32, text: &str, is_hidden: bool) -> Vec<u8> {
    let flags = [0, 0, 0, if is_hidden { 0x10 } else { 0 }, 0];
    let head = [numbers(&[number, 0]), flags.to_vec(), numbers(&[0])].concat();
    [record(0, &head), record(6, &[numbers(&[0, 0]), wide(text)].concat())].concat()
}

/// Hides columns 2 and 3 or shows them.
fn columns(is_hidden: bool) -> Vec<u8> {
    record(60, &[numbers(&[1, 2, 0, 0]), vec![u8::from(is_hidden), 0]].concat())
}

fn sheet(rows: &[Vec<u8>], hides_columns: bool) -> Vec<u8> {
    let dimensions = numbers(&[0, 9, 0, 9]);
    let merges = record(176, &numbers(&[0, 0, 0, 4]));
    let parts = [record(129, &[]), record(148, &dimensions), columns(hides_columns), record(145, &[]), rows.concat()];
    [parts.concat(), record(146, &[]), merges, record(130, &[])].concat()
}

fn workbook(part: &[u8]) -> Vec<u8> {
    let list = [record(131, &[]), record(143, &[])];
    let named = record(156, &[numbers(&[0, 1]), wide("rId1"), wide("任务")].concat());
    let book = [list.concat(), named, record(144, &[]), record(132, &[])].concat();
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("xl/workbook.bin", book.as_slice()),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", part),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Option<Grid> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsb");
    std::fs::write(&path, bytes).unwrap();
    Some(Reader::in_process().read(&path).ok()?.sheets.remove(0))
}

#[test]
fn hidden_rows_hidden_columns_and_merges_are_told() {
    for (is_hidden, hides_columns) in [(false, false), (true, false), (false, true)] {
        let rows = [row(0, "任务清单", false), row(1, "任务事项", false), row(2, "甲", is_hidden)];
        let grid = read(&workbook(&sheet(&rows, hides_columns))).unwrap();
        assert_eq!(grid.name.as_deref(), Some("任务"));
        assert_eq!(grid.rows[2][0], cell("甲"));
        assert_eq!(grid.merges, [Merge { top: 0, left: 0, bottom: 0, right: 4 }]);
        assert_eq!(grid.has_hidden, is_hidden || hides_columns);
    }
}
