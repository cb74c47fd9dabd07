//! csv and text in any encoding, and pasted blocks.

use chuanbangdai::import::Raw;
use chuanbangdai::import::read::{Reader, paste};
use encoding_rs::GB18030;

use super::cell;

const TEXT: &str = "统计月份,科室名称,数量\r\n2023-05,普外科,\"1,020\"\r\n2023-06,𬭎𠮷科,\"说\"\"好\"\"\"\r\n";

fn rows_of(bytes: &[u8]) -> Vec<Vec<Raw>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("表.csv");
    super::write(&path, bytes);
    let mut source = Reader::in_process().read(&path).unwrap();
    assert_eq!((source.name.as_str(), &source.sheets[0].name), ("表.csv", &None));
    source.sheets.remove(0).rows
}

fn wanted() -> Vec<Vec<Raw>> {
    vec![
        ["统计月份", "科室名称", "数量"].map(cell).to_vec(),
        ["2023-05", "普外科", "1,020"].map(cell).to_vec(),
        ["2023-06", "𬭎𠮷科", "说\"好\""].map(cell).to_vec(),
    ]
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn every_encoding_an_office_writes_is_read() {
    let marked = |mark: &[u8], body: Vec<u8>| [mark.to_vec(), body].concat();
    for (name, bytes) in [
        ("utf-8", TEXT.as_bytes().to_vec()),
        ("utf-8 with mark", marked(&[0xEF, 0xBB, 0xBF], TEXT.as_bytes().to_vec())),
        ("utf-16 le", marked(&[0xFF, 0xFE], utf16(TEXT, u16::to_le_bytes))),
        ("utf-16 be", marked(&[0xFE, 0xFF], utf16(TEXT, u16::to_be_bytes))),
        ("gb18030", GB18030.encode(TEXT).0.into_owned()),
    ] {
        assert_eq!(rows_of(&bytes), wanted(), "{name}");
    }
}

#[test]
fn a_damaged_byte_does_not_turn_utf8_into_nonsense() {
    let mut bytes = TEXT.repeat(40).into_bytes();
    bytes.extend_from_slice(&[0xE6, 0xFF]);
    assert_eq!(rows_of(&bytes)[1], wanted()[1]);
}

#[test]
fn the_separator_is_that_of_the_header() {
    for sign in [",", "\t", ";"] {
        let text = format!("姓名{sign}性别{sign}备注\n张三{sign}男{sign}好\n");
        assert_eq!(rows_of(text.as_bytes())[1], ["张三", "男", "好"].map(cell), "{sign:?}");
    }
}

#[test]
fn blank_lines_count_in_row_numbers() {
    let rows = rows_of("姓名,性别\n\n\n张三,男\n".as_bytes());
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[3], ["张三", "男"].map(cell));
    let rows = rows_of("姓名,备注\n张三,\"两\n行\"\n李四,一行\n".as_bytes());
    assert_eq!(rows.last().unwrap(), &["李四", "一行"].map(cell));
}

#[test]
fn a_pasted_block_is_parted_by_tabs() {
    let source = paste("姓名\t性别\t科室\n张三\t男\t内,外科\n");
    assert_eq!(source.sheets[0].rows[1], ["张三", "男", "内,外科"].map(cell));
}
