//! Finding tables and mapping columns (contract 1.2, 1.4, 1.5).

use chuanbangdai::domain::Slot;
use chuanbangdai::import::read::Reader;
use chuanbangdai::import::table::{
    Choices, LeftOutReason, MappingChoice, Outcome, headings, kinds, map_file, map_sheet,
};
use chuanbangdai::import::values::{Frame, day_heading};
use chuanbangdai::import::{Code, Grid, MappedSheet, Raw};

use super::{cell, data, file, grid, merged};

fn map(grid: &Grid) -> MappedSheet {
    map_sheet("测试.xlsx", grid, &Choices::default()).unwrap_or_else(|reason| panic!("left out: {reason:?}"))
}

/// The texts under a heading, row by row.
fn column(sheet: &MappedSheet, heading: &str) -> Vec<String> {
    let shown = |raw: &Raw| match raw {
        Raw::Text(text) => text.clone(),
        Raw::Blank => String::new(),
        other => format!("{other:?}"),
    };
    sheet.rows.iter().map(|row| shown(sheet.cell(row, heading))).collect()
}

fn numbers(sheet: &MappedSheet) -> Vec<u32> {
    sheet.rows.iter().map(|row| row.row).collect()
}

#[test]
fn the_workbooks_of_an_office_are_found_row_by_row() {
    let expected: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(data("shangnan/expected.json")).unwrap()).unwrap();
    let mut seen = 0;
    for import in expected.as_array().unwrap() {
        let name = import["file"].as_str().unwrap();
        let source = Reader::in_process().read(&data("shangnan").join(name)).unwrap();
        let grid = source.sheets.iter().find(|grid| grid.name.as_deref() == import["sheet"].as_str()).unwrap();
        let got = map_sheet(name, grid, &Choices::default());
        if import["kind"].is_null() {
            assert_eq!(got, Err(LeftOutReason::NoKind), "{import}");
            continue;
        }
        let sheet = got.unwrap_or_else(|reason| panic!("{import}: {reason:?}"));
        let number = |key: &str, otherwise: u64| import[key].as_u64().unwrap_or(otherwise);
        assert_eq!(sheet.kind, import["kind"].as_str().unwrap(), "{import}");
        assert_eq!(u64::from(sheet.header_row), number("header_row", 1), "{import}");
        assert_eq!(sheet.rows.len() as u64, number("rows", 0), "{import}");
        let (first, last) = (sheet.rows.first().unwrap().row, sheet.rows.last().unwrap().row);
        assert_eq!(u64::from(first), number("first_row", 2), "{import}");
        assert_eq!(u64::from(last), number("last_row", number("rows", 0) + 1), "{import}");
        seen += 1;
    }
    assert!(seen >= 12, "only {seen} sheets checked");
}

#[test]
fn a_sheet_with_all_headings_of_a_kind_is_of_that_kind() {
    for (kind, _) in kinds().filter(|(kind, _)| !matches!(*kind, "grid" | "attendance")) {
        let header: Vec<Raw> = headings(kind).iter().map(|(heading, _)| cell(heading)).collect();
        let row: Vec<Raw> = header.iter().map(|_| cell("甲")).collect();
        let sheet = map(&Grid { rows: vec![header, row], ..Grid::default() });
        assert_eq!(sheet.kind, kind);
        assert_eq!(sheet.ignored_columns, Vec::<String>::new(), "{kind}");
        assert_eq!(sheet.columns.len(), headings(kind).len(), "{kind}");
    }
}

#[test]
fn headings_are_compared_without_spaces_marks_and_brackets() {
    let sheet = map(&grid(&["序号|*姓　名|性 别：|职称（现）|所在科室|手机号码", "1|张三|男|医师|外科|123"]));
    assert_eq!(sheet.kind, "person");
    assert_eq!(column(&sheet, "姓名"), ["张三"]);
    assert_eq!(column(&sheet, "职称"), ["医师"]);
    assert_eq!(column(&sheet, "联系电话"), ["123"]);
}

#[test]
fn two_row_headers_join_their_cells() {
    let lines = [
        "师带徒结对",
        "导师|||徒弟||结对日期",
        "姓名|职称|科室|姓名|科室|",
        "张三|主任医师|外科|李四|普外科|2023-06-05",
    ];
    let sheet = map(&merged(&lines, &[(0, 0, 0, 5), (1, 0, 1, 2), (1, 3, 1, 4), (1, 5, 2, 5)]));
    assert_eq!((sheet.kind, sheet.header_row), ("pairing", 3));
    for (heading, value) in
        [("导师", "张三"), ("导师科室", "外科"), ("徒弟", "李四"), ("徒弟科室", "普外科"), ("结对日期", "2023-06-05")]
    {
        assert_eq!(column(&sheet, heading), [value], "{heading}");
    }
}

#[test]
fn a_header_merged_down_ends_in_its_lower_row() {
    let lines = ["申请人|类别|开始日期|结束日期", "|||", "张三|事假|6-1|6-2"];
    let sheet = map(&merged(&lines, &[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3)]));
    assert_eq!((sheet.header_row, numbers(&sheet)), (2, vec![3]));
}

#[test]
fn a_basis_above_columns_is_theirs() {
    let lines = ["月份|姓名|本人口径||科室口径", "||门诊|会诊|门诊", "2023年6月|张三|1|2|3"];
    let sheet = map(&merged(&lines, &[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)]));
    assert_eq!((sheet.kind, sheet.header_row), ("workload_wide", 2));
    assert_eq!(sheet.bases.values().collect::<Vec<_>>(), ["本人", "本人", "科室"]);
    assert_eq!(sheet.repeated, [("门诊", 4)]);
}

#[test]
fn repeated_headings_belong_to_the_person_on_their_left() {
    let sheet = map(&grid(&["导师|职称|科室|徒弟|职称|科室|结对日期", "张三|主任|外科|李四|医师|普外科|2023-06-05"]));
    for (heading, value) in [("导师职称", "主任"), ("导师科室", "外科"), ("徒弟职称", "医师"), ("徒弟科室", "普外科")]
    {
        assert_eq!(column(&sheet, heading), [value], "{heading}");
    }
}

#[test]
fn group_columns_fill_down_but_a_dash_stays_blank() {
    let sheet = map(&grid(&[
        "日期|时段|专家|科室|活动",
        "6-1|上午|张三|外科|坐诊",
        "|下午|李四||查房",
        "—|上午|王五|—|会诊",
        "6-2|上午|〃|内科|同上",
    ]));
    assert_eq!(column(&sheet, "日期"), ["6-1", "6-1", "—", "6-2"]);
    assert_eq!(column(&sheet, "科室/站点"), ["外科", "外科", "—", "内科"]);
    assert_eq!(column(&sheet, "专家"), ["张三", "李四", "王五", "王五"]);
    assert_eq!(column(&sheet, "活动"), ["坐诊", "查房", "会诊", "会诊"]);
}

#[test]
fn merged_cells_hold_for_every_row_and_blank_ones_stay_blank() {
    let lines = ["姓名|性别|职称|科室|手机", "张三|男|医师|外科|1", "李四||||2", "王五||||3"];
    let sheet = map(&merged(&lines, &[(1, 2, 2, 2)]));
    assert_eq!(column(&sheet, "职称"), ["医师", "医师", ""]);
    assert_eq!(column(&sheet, "性别"), ["男", "", ""]);
    let title = sheet.columns["职称"];
    assert_eq!(sheet.rows.iter().map(|row| row.continued[title]).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn blank_rows_are_skipped_until_three_in_a_row() {
    let header = "姓名|性别|职称|科室";
    let sheet =
        map(&grid(&[header, "张三|男|医师|外科", "", "—|/|无|", "李四|男|医师|外科", "", "", "", "王五|男|医师|外科"]));
    assert_eq!(numbers(&sheet), [2, 5]);
}

#[test]
fn rows_with_nothing_but_a_running_number_are_no_records() {
    let sheet = map(&grid(&["序号|姓名|性别|职称", "1|张三|男|医师", "2|||", "3|李四|男|医师"]));
    assert_eq!(numbers(&sheet), [2, 4]);
}

#[test]
fn total_rows_are_compared_and_never_end_the_table() {
    let header = "日期|项目|支出内容|金额(元)|凭证号";
    let sheet = map(&grid(&[
        header,
        "6-1|甲|纸|100.00|1",
        "6-2|甲|笔|0.02万元|2",
        "1月小计|||300|",
        "6-3|甲|墨|50|3",
        "合 计|||350|",
        "总计:|||351|",
    ]));
    assert_eq!((sheet.kind, numbers(&sheet)), ("expense", vec![2, 3, 5]));
    assert_eq!(sheet.hints, [(7, "金额".to_owned(), Code::N04)]);
}

#[test]
fn the_table_ends_where_notes_and_signatures_begin() {
    let header = "科室|专家|职称|坐诊时间|地点";
    for end in [
        "注:如有变动另行通知",
        "注：见公告",
        "说明:…",
        "填报单位(盖章):",
        "制表人:",
        "审核人:",
        "咨询电话:0914",
        "有效期:6月5日—6月11日",
        "经办人",
    ] {
        let sheet = map(&grid(&[header, "注射室|张三|医师|周一上午|203", end, "外科|李四|医师|周二上午|204"]));
        assert_eq!(numbers(&sheet), [2], "{end}");
    }
}

#[test]
fn a_header_printed_again_is_no_row() {
    let header = "姓名|性别|职称|科室";
    assert_eq!(numbers(&map(&grid(&[header, "张三|男|医师|外科", header, "李四|男|医师|外科"]))), [2, 4]);
}

#[test]
fn a_column_that_maps_to_nothing_is_listed() {
    let sheet = map(&grid(&["序号|姓名|性别|职称|星座", "1|张三|男|医师|狮子"]));
    assert_eq!(sheet.ignored_columns, ["星座"]);
}

#[test]
fn sheets_without_table_or_rows_are_left_out() {
    let reason = |grid: &Grid| map_sheet("f.xlsx", grid, &Choices::default()).unwrap_err();
    assert_eq!(reason(&grid(&["一、每周五前填好下周排班。", "代码|含义", "诊|坐诊"])), LeftOutReason::NoKind);
    assert_eq!(reason(&grid(&["姓名|性别|职称|科室", "", ""])), LeftOutReason::NoRows);
    assert_eq!(reason(&Grid::default()), LeftOutReason::NoRows);
    let later = map_file(&file(grid(&["日期|捐赠单位|物品|价值(元)", "6-1|甲|纸|1"])), &Choices::default());
    assert!(
        matches!(&later[..], [Outcome::LeftOut(out)] if out.reason == LeftOutReason::Later("donation")),
        "{later:?}"
    );
}

#[test]
fn a_person_column_with_days_is_a_grid() {
    let lines = [
        "排班表 2023年6月12日—6月18日",
        "姓名|受援科室|时段|周一 6/12|周二|周三|周四|周五",
        "张三|外科|上午|坐诊 203|查房|||休",
        "||下午|会诊||||",
        "注:教=手术带教;诊=坐诊",
    ];
    let sheet = map(&merged(&lines, &[(0, 0, 0, 7), (2, 4, 3, 5)]));
    assert_eq!((sheet.kind, numbers(&sheet)), ("grid", vec![3, 4]));
    assert_eq!(sheet.day_columns.len(), 5);
    // The merge over two days and two half-days holds for all four.
    let rounds = |row: usize, day: usize| sheet.rows[row].cells[sheet.day_columns[day].0].clone();
    for (row, day) in [(0, 1), (0, 2), (1, 1), (1, 2)] {
        assert_eq!(rounds(row, day), cell("查房"), "row {row} day {day}");
    }
    assert_eq!(column(&sheet, "姓名"), ["张三", "张三"]);
    assert!(sheet.legend.contains(&("教".into(), "手术带教".into())));
}

#[test]
fn a_grid_may_have_a_column_for_each_half_day() {
    let lines = [
        "排班表 2023年6月",
        "姓名|周一 6/12||周二 6/13||周三 6/14|",
        "|上午|下午|上午|下午|上午|下午",
        "张三|坐诊|查房|||坐诊|",
    ];
    let areas = [(0, 0, 0, 6), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 1, 6)];
    let sheet = map(&merged(&lines, &areas));
    assert_eq!((sheet.kind, sheet.header_row, sheet.day_columns.len()), ("grid", 3, 6));
    let heading = day_heading(&sheet.day_columns[3].1, &Frame::of(&sheet.context)).unwrap();
    assert_eq!((heading.on.unwrap().to_string(), heading.slot), ("2023-06-13".into(), Some(Slot::Pm)));
}

#[test]
fn a_line_across_the_table_is_no_row() {
    let lines = ["姓名|性别|职称|科室", "一、长期|||", "张三|男|医师|外科", "二、柔性|||", "李四|男|医师|外科"];
    let sheet = map(&merged(&lines, &[(1, 0, 1, 3), (3, 0, 3, 3)]));
    assert_eq!(numbers(&sheet), [3, 5]);
}

#[test]
fn values_outside_the_rows_go_into_the_context() {
    let mut sheet = grid(&[
        "帮扶专家名册(第二批 2023年度)",
        "派出单位:甲医院    受援单位:乙医院  统计口径:本人",
        "填报单位:丙科 填表日期:2024年7月3日 单位:万元",
        "姓名|职称|派出单位|到岗日期",
        "张三|医师|甲医院|5月31日",
    ]);
    sheet.name = Some("第一批".into());
    let mapped = map(&sheet);
    for (key, value) in [
        ("supporter", "甲医院"),
        ("host", "乙医院"),
        ("basis", "本人"),
        ("reporter", "丙科"),
        ("unit", "万元"),
        ("year", "2023"),
        ("batch", "2"),
    ] {
        assert_eq!(mapped.context.get(key).map(String::as_str), Some(value), "{key}");
    }
}

#[test]
fn what_stands_closer_to_the_rows_wins_over_the_choice_of_the_clerk() {
    let context = [("year", "2020"), ("programme", "组团式")].map(|(key, value)| (key.into(), value.into()));
    let choices = Choices { context: context.into(), ..Choices::default() };
    let mut sheet = grid(&["请假登记", "申请人|类别|开始日期|结束日期", "张三|事假|6-1|6-2"]);
    sheet.name = Some("2023年6月".into());
    let mapped = map_sheet("2022年5月.xlsx", &sheet, &choices).unwrap();
    assert_eq!(mapped.context["year"], "2023");
    assert_eq!(mapped.context["month"], "6");
    assert_eq!(mapped.context["programme"], "组团式");
    sheet.name = None;
    assert_eq!(map_sheet("登记.xlsx", &sheet, &choices).unwrap().context["year"], "2020");
}

#[test]
fn a_validity_below_the_table_is_found() {
    let sheet = map(&grid(&[
        "坐诊公示",
        "科室|专家|职称|坐诊时间|地点",
        "外科|张三|医师|周一上午|203",
        "咨询电话:0914-0000000",
        "有效期:2023年6月19日—6月25日",
    ]));
    assert_eq!(sheet.context["valid"], "2023-06-19..2023-06-25");
}

#[test]
fn the_clerk_can_choose_kind_and_columns_and_leave_sheets_out() {
    let choice: MappingChoice = serde_json::from_str(
        r#"{"kind": "study", "columns": {"派往何处": "进修单位", "星座": ""}, "context": {"year": "2023"}}"#,
    )
    .unwrap();
    let mut choices = Choices::default();
    choices.sheets.insert("进修".into(), choice);
    choices.sheets.insert("*".into(), MappingChoice { ignore: true, ..MappingChoice::default() });
    let mut sheet = grid(&["姓名|派往何处|开始日期|星座", "张三|省医院|6-1|狮子"]);
    sheet.name = Some("进修".into());
    let mapped = map_sheet("f.xlsx", &sheet, &choices).unwrap();
    assert_eq!((mapped.kind, mapped.context["year"].as_str()), ("study", "2023"));
    assert_eq!(column(&mapped, "进修单位"), ["省医院"]);
    sheet.name = Some("草稿".into());
    assert_eq!(map_sheet("f.xlsx", &sheet, &choices), Err(LeftOutReason::Chosen));
}

#[test]
fn a_national_calendar_file_is_a_sheet_of_days() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2027.json");
    let json = r#"{"$schema": "x", "year": 2027, "papers": [], "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true}, {"name": "春节", "date": "2027-02-20", "isOffDay": false}]}"#;
    super::write(&path, json);
    let source = Reader::in_process().read(&path).unwrap();
    let sheet = map(&source.sheets[0]);
    assert_eq!((sheet.kind, sheet.context["year"].as_str()), ("calendar", "2027"));
    assert_eq!(column(&sheet, "日期"), ["2027-01-01", "2027-02-20"]);
    assert_eq!(column(&sheet, "类别"), ["节假日", "调休上班"]);
}

#[test]
fn a_bracket_behind_a_name_above_the_table_is_part_of_it_only_where_it_is_a_name() {
    let title = |text: &str| {
        let lines = [text, "姓名|职称|派驻科室|到岗日期|计划离岗", "张三|医师|内科|2022-03-01|2023-03-01"];
        map(&grid(&lines)).context
    };
    let found = title("派出单位：甲市医院　受援单位：乙县医院（2022.3—2023.3）");
    assert_eq!(found["supporter"], "甲市医院");
    assert_eq!(found["host"], "乙县医院");
    assert_eq!(found["period"], "2022-03-01..2023-03-31");
    let found = title("受援单位：乙县医院(甲市医院乙县分院)　派出单位：甲市医院(第二批)");
    assert_eq!(found["host"], "乙县医院(甲市医院乙县分院)");
    assert_eq!((found["supporter"].as_str(), found["batch"].as_str()), ("甲市医院", "2"));
}

#[test]
fn a_line_for_signatures_ends_the_table_and_a_post_does_not() {
    for last in ["填表人：", "复核：李四", "负责人(签字)：", "科主任：", "盖章"] {
        let sheet = map(&grid(&["职务|姓名|科室|职称", "主任|张三|内科|医师", &format!("{last}|李四||")]));
        assert_eq!(numbers(&sheet), [2], "{last}");
    }
    let sheet = map(&grid(&["职务|姓名|科室|职称", "科主任|张三|内科|医师", "负责人|李四||"]));
    assert_eq!(numbers(&sheet), [2, 3]);
}

#[test]
fn a_legend_in_one_cell_is_read_in_pairs() {
    let sheet = map(&grid(&[
        "2023年6月排班总表",
        "姓名|时段|1四|2五|3六|4日|5一|6二",
        "邹龙|上|值|政|休|休|诊|诊",
        "注：每格为该半天",
        "图例：值 急诊值班    政 行政    休 休息",
    ]));
    assert_eq!(sheet.kind, "grid");
    let pairs = [("值", "急诊值班"), ("政", "行政"), ("休", "休息")];
    for (code, meaning) in pairs {
        assert!(sheet.legend.contains(&(code.to_owned(), meaning.to_owned())), "{:?}", sheet.legend);
    }
    assert!(!sheet.legend.iter().any(|(code, _)| code == "行政"), "{:?}", sheet.legend);
}
