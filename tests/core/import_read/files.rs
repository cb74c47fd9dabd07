//! Workbooks of every format, in this process and in the reading process.

use std::path::Path;

use chrono::NaiveDate;
use chuanbangdai::import::read::Reader;
use chuanbangdai::import::{Grid, Merge, Raw};
use rust_xlsxwriter::{Format, Workbook};

use super::{cell, data};

fn day(month: u32, day: u32) -> Raw {
    Raw::Date(NaiveDate::from_ymd_opt(2023, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap())
}

fn read(name: &str) -> Grid {
    Reader::in_process().read(&data(name)).unwrap().sheets.remove(0)
}

fn child() -> Reader {
    Reader::in_child(Path::new(env!("CARGO_BIN_EXE_chuanbangdai")).to_owned())
}

#[test]
fn the_same_sheet_reads_alike_in_every_format() {
    for name in ["leave.xlsx", "leave.xls", "leave.ods"] {
        let grid = read(name);
        assert_eq!(grid.name.as_deref(), Some("请假"), "{name}");
        assert_eq!(grid.rows[1][..5], ["申请人", "类别", "开始日期", "结束日期", "事由"].map(cell), "{name}");
        assert_eq!(grid.rows[2][..4], [cell("邹龙"), cell("事假"), day(6, 8), day(6, 9)], "{name}");
        assert_eq!(
            grid.rows[3][..5],
            [Raw::Blank, cell("年假"), day(6, 26), cell("6月26日"), Raw::Number(1.5)],
            "{name}"
        );
        // Formulas give their values; one that failed gave none.
        assert!(grid.rows[2].get(5).is_none_or(|value| *value == Raw::Blank), "{name}");
        assert_eq!(grid.rows[3][5], Raw::Number(2.0), "{name}");
        let mut merges = grid.merges.clone();
        merges.sort_by_key(|area| area.top);
        let names = Merge { top: 2, left: 0, bottom: 3, right: 0 };
        assert_eq!(merges, [Merge { top: 0, left: 0, bottom: 0, right: 4 }, names], "{name}");
    }
}

#[test]
fn hidden_rows_are_noticed_where_the_format_tells_them() {
    assert!(read("leave.xlsx").has_hidden);
    assert!(read("leave.ods").has_hidden);
    assert!(!read("leave.xls").has_hidden);
    let sheets = Reader::in_process().read(&data("hidden.xls")).unwrap().sheets;
    let told: Vec<_> =
        sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap_or_default(), sheet.has_hidden)).collect();
    assert_eq!(told, [("任务", true), ("平常", false), ("隐列", true)]);
    assert!(!read("shangnan/05_周排班表_2023年6月.xlsx").has_hidden);
}

#[test]
fn the_reading_process_says_what_this_process_reads() {
    for name in [
        "leave.xlsx",
        "leave.xls",
        "leave.ods",
        "shangnan/05_周排班表_2023年6月.xlsx",
        "shangnan/11b_HIS导出_科室工作量_2023年5-6月.csv",
    ] {
        assert_eq!(child().read(&data(name)).unwrap(), Reader::in_process().read(&data(name)).unwrap(), "{name}");
    }
}

#[test]
fn extensions_do_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名册.csv");
    std::fs::copy(data("leave.xlsx"), &path).unwrap();
    assert_eq!(child().read(&path).unwrap().sheets[0].name.as_deref(), Some("请假"));
    let path = folder.path().join("名册.xls");
    super::write(&path, "姓名,性别\n张三,男\n");
    assert_eq!(child().read(&path).unwrap().sheets[0].rows[1], ["张三", "男"].map(cell));
}

#[test]
fn a_stray_cell_at_the_end_of_the_sheet_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("稀疏.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "姓名").unwrap();
    sheet.write(1_048_575, 0, "误").unwrap();
    sheet.write(5, 16_383, "远").unwrap();
    workbook.save(&path).unwrap();
    let grid = child().read(&path).unwrap().sheets.remove(0);
    assert_eq!(grid.rows.len(), 1_048_576);
    assert_eq!(grid.rows[1_048_575], [cell("误")]);
    // Beyond the thousandth column nothing is read.
    assert!(grid.rows[5].is_empty());
}

#[test]
fn dates_numbers_and_times_stay_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("日期.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let formats = ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "m/d", "h:mm", "[h]:mm", "0.00", "#,##0"];
    for (column, (format, number)) in
        formats.iter().zip([45_085.0, 45_085.0, 45_085.0, 0.5, 1.5, 45_085.0, 1020.0]).enumerate()
    {
        sheet
            .write_with_format(0, u16::try_from(column).unwrap(), number, &Format::new().set_num_format(*format))
            .unwrap();
    }
    sheet.write(0, 7, true).unwrap();
    workbook.save(&path).unwrap();
    let row = child().read(&path).unwrap().sheets.remove(0).rows.remove(0);
    let want = [
        day(6, 8),
        day(6, 8),
        day(6, 8),
        cell("12:00"),
        cell("36:00"),
        Raw::Number(45_085.0),
        Raw::Number(1020.0),
        cell("TRUE"),
    ];
    assert_eq!(row, want);
}

#[test]
fn a_workbook_of_1904_gives_the_same_dates() {
    let grid = read("1904.xlsx");
    assert!(grid.is_1904);
    assert_eq!(grid.rows[0][0], day(6, 8));
}
