//! D03: the roster.

use chuanbangdai::domain::{DocumentKind, Period};
use chuanbangdai::report::{DocumentRequest, Mask};

use super::hospital::{Hospital, day};
use super::plain::plain;

/// The headings under which the import reads a roster, in their order.
const IMPORTED: [&str; 16] = [
    "序号",
    "姓名",
    "性别",
    "出生年",
    "职称",
    "原单位及科室",
    "专业",
    "挂职/任职",
    "受援科室",
    "批次",
    "到岗日期",
    "计划离岗",
    "实际离岗",
    "不计带教",
    "联系电话",
    "备注",
];

fn june() -> Period {
    Period::new(day(2023, 6, 1), day(2023, 6, 30)).expect("a period")
}

#[test]
fn the_roster_of_june_lists_every_stint_that_runs() {
    insta::assert_snapshot!(plain(&Hospital::shangnan().sheet(DocumentKind::Roster, june())));
}

#[test]
fn the_columns_are_those_of_the_import() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::Roster, june());
    assert_eq!(sheet.filled_head()[0], IMPORTED);
}

#[test]
fn dates_are_no_finer_than_they_are_known() {
    let body = Hospital::shangnan().sheet(DocumentKind::Roster, june()).filled_body();
    assert_eq!(body[0][10..12], ["2022-05", "2025-05"]);
    assert_eq!(body[1][10..12], ["2023-05-31", "2024-05-30"]);
}

#[test]
fn a_single_batch_stands_in_the_title() {
    let before_the_change = Period::day(day(2023, 5, 1));
    let sheet = Hospital::shangnan().sheet(DocumentKind::Roster, before_the_change);
    assert_eq!(sheet.title, "派驻专家名册（第一批）");
    assert_eq!(sheet.body.len(), 2, "the leader and the total");
}

#[test]
fn a_stint_whose_end_is_known_to_the_month_runs_to_the_end_of_that_month() {
    let hospital = Hospital::shangnan();
    let rows = |on| hospital.sheet(DocumentKind::Roster, Period::day(on)).filled_body();
    assert_eq!(rows(day(2025, 5, 31))[0][1], "文申英");
    assert_eq!(rows(day(2025, 6, 1))[0][0], "本期没有在岗专家");
}

#[test]
fn a_roster_without_phones_keeps_the_other_columns() {
    let request = DocumentRequest { mask: Mask::Full, ..DocumentRequest::new(DocumentKind::Roster, june()) };
    let head = Hospital::shangnan().sheet_of(&request).filled_head();
    assert_eq!(head[0].len(), 15);
    assert_eq!(head[0][14], "备注");
}
