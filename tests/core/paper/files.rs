//! Sheets as workbooks, tables and web pages.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chuanbangdai::domain::DocumentKind;
use chuanbangdai::export::{csv, html, json, xlsx};
use chuanbangdai::report::{Cell, Sheet};

use super::hospital::{Hospital, day, week_of};

fn sheet(kind: DocumentKind) -> Sheet {
    Hospital::shangnan().sheet(kind, week_of(day(2023, 6, 19)))
}

fn workbook(sheet: &Sheet) -> Vec<u8> {
    xlsx(sheet, day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time")).expect("a workbook")
}

/// One part of a workbook as text.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a workbook");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn a_workbook_has_the_cells_and_merges_of_the_sheet() {
    for kind in DocumentKind::ALL {
        let sheet = sheet(*kind);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&sheet))).expect("a workbook");
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).expect("the sheet");
        assert_eq!(range.get((0, 0)).map(ToString::to_string), Some(sheet.title.clone()));
        for (index, row) in sheet.head.iter().chain(&sheet.body).enumerate() {
            for cell in &row.cells {
                let found = range.get((2 + index, cell.column)).map(ToString::to_string).unwrap_or_default();
                assert_eq!(found, cell.plain(), "{kind:?} row {index}");
            }
        }
        let merged = sheet.head.iter().chain(&sheet.body).flat_map(|row| &row.cells);
        let merged = merged.filter(|cell| cell.col_span > 1 || cell.row_span > 1).count();
        let xml = part(&workbook(&sheet), "xl/worksheets/sheet1.xml");
        assert!(xml.matches("<mergeCell ").count() >= merged + 2, "title and sub-line are merged too");
    }
}

#[test]
fn serial_numbers_are_numbers_and_phones_are_text() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&sheet(DocumentKind::Roster)))).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).expect("the sheet");
    assert_eq!(range.get((3, 0)), Some(&Data::Float(1.0)));
    assert_eq!(range.get((6, 3)), Some(&Data::Float(1978.0)));
    assert_eq!(range.get((3, 14)), Some(&Data::String("139****0001".to_owned())));
    assert_eq!(range.get((4, 10)), Some(&Data::String("2023-05-31".to_owned())));
}

#[test]
fn a_workbook_prints_on_a4_one_page_wide_with_its_head_repeated() {
    let file = workbook(&sheet(DocumentKind::WeekSchedule));
    let page = part(&file, "xl/worksheets/sheet1.xml");
    for wanted in [
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "xSplit=\"5\" ySplit=\"3\"",
        "state=\"frozen\"",
        "customHeight=\"1\"",
        "第 &amp;P 页　共 &amp;N 页",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert!(part(&file, "xl/workbook.xml").contains("$3:$3</definedName>"), "the head is not repeated");
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:title>帮扶专家周排班表（内部版）</dc:title>") && core.contains("2023-06-16T08:00:00Z"));
}

#[test]
fn csv_begins_with_the_mark_and_says_merged_texts_everywhere() {
    let file = csv(&sheet(DocumentKind::WeekSchedule)).expect("a file");
    let text = String::from_utf8(file).expect("UTF-8");
    let mut lines = text.strip_prefix('\u{feff}').expect("the mark").split("\r\n");
    assert_eq!(lines.next(), Some("帮扶专家周排班表（内部版）"));
    assert_eq!(lines.next(), Some("商南县医院    2023年6月19日—6月25日    草稿"));
    let tours = lines.filter(|line| line.contains("黎远") && line.contains("巡回 赵川镇")).count();
    assert_eq!(tours, 2, "morning and afternoon");
}

#[test]
fn csv_cells_cannot_run_as_formulas() {
    let mut sheet = sheet(DocumentKind::Roster);
    for text in ["=1+1", "+86 139", "-cmd", "@SUM", "-5"] {
        sheet.body[0].cells.push(Cell::new(15, text));
        let file = String::from_utf8(csv(&sheet).expect("a file")).expect("UTF-8");
        let expected = if text == "-5" { ",-5\r\n".to_owned() } else { format!(",'{text}\r\n") };
        assert!(file.contains(&expected), "{text}");
    }
}

#[test]
fn a_web_page_needs_nothing_else_and_escapes_what_it_is_told() {
    let mut sheet = sheet(DocumentKind::WeekSchedule);
    sheet.body[0].cells[1] = Cell::new(1, "<script>alert('x')</script>").spanning(1, 2);
    let page = String::from_utf8(html(&sheet)).expect("UTF-8");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<html lang=\"zh-CN\">"));
    for outside in ["http", "src=", "href=", "<script", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    assert!(page.contains("EVL带教") && page.contains("rowspan=\"2\""));
}

#[test]
fn json_says_the_same_as_the_sheet() {
    let sheet = sheet(DocumentKind::Posting);
    let value: serde_json::Value = serde_json::from_slice(&json(&sheet).expect("a file")).expect("JSON");
    assert_eq!(value["title"], "帮扶专家坐诊公示");
    assert_eq!(value["kind"], "D02");
    assert_eq!(value["body"].as_array().map(Vec::len), Some(sheet.body.len()));
}
