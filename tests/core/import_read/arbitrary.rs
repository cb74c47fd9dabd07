//! No cell, heading or file can make a reader panic.

use std::path::Path;

use chuanbangdai::import::read::{ReadError, Reader, paste};
use chuanbangdai::import::table::{Choices, map_file};
use chuanbangdai::import::values as v;
use chuanbangdai::import::{Grid, Merge, Raw, SourceFile};
use proptest::prelude::*;

use super::data;

/// Texts made of the words and signs that the readers look for, and of anything.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "2023", "23", "6", "12", "31", "45077", "年", "月", "日", "号", "-", "—", ".", "/", "至", "到", "起", "至今", "第",
            "季度", "上半年", "Q2", "周", "星期", "一", "日", "上午", "下午", "全天", "上:", "下:", "坐诊", "查房", "带教", "门诊203",
            "休", "班(按周四)", "(", ")", "（", "、", ",", "\n", " ", "　", "代:", "停诊", "事假", "合计", "约", "万元", "人次", "%",
            "每", "单周", "姓名", "专家", "日期", "时段", "活动", "科室", "注:", "口径:本人", "批", "版", "\"", "〃",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
        1 => any::<i64>().prop_map(|number| number.to_string()),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn raw() -> impl Strategy<Value = Raw> {
    prop_oneof![
        1 => Just(Raw::Blank),
        6 => text().prop_map(Raw::Text),
        1 => any::<f64>().prop_map(Raw::Number),
        1 => (0_i64..4_000_000_000).prop_filter_map("no date", |at| {
            chrono::DateTime::from_timestamp(at, 0).map(|at| Raw::Date(at.naive_utc()))
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_makes_a_parser_panic(raw in raw(), year in proptest::option::of(1990..2050)) {
        let frame = year.map_or_else(v::Frame::default, v::Frame::of_year);
        let hints = &mut Vec::new();
        if let Ok(Some(value)) = v::date(&raw, &frame, hints) {
            prop_assert!(value.last_day() >= value.on);
        }
        if let Ok(Some(range)) = v::date_range(&raw, &frame, hints) {
            prop_assert!(range.to.is_none_or(|to| to.last_day() >= range.from.on));
        }
        let _ = (v::period(&raw, &frame), v::slots(&raw), v::weekday(&raw), v::activity(&raw), v::yes_no(&raw));
        let _ = (v::name(&raw), v::names(&raw), v::list(&raw), v::text(&raw), v::clinic_times(&raw));
        let _ = (v::count(&raw, Some("人次"), hints), v::days(&raw, hints), v::money_fen(&raw, Some("万元"), hints));
        let _ = (v::batch_number(&raw), v::birth_year(&raw), v::programme(&raw), v::sum_parts(&raw, None));
        if let Raw::Text(text) = &raw {
            let _ = (v::grid_cell(text, &v::Legend::new(&[])), v::day_heading(text, &frame), v::find_period(text, &frame));
            let _ = (v::post_and_role(text), v::split_institution(text, ["甲", "坐诊"]), v::name_without_title(text));
        }
    }

    #[test]
    fn no_sheet_makes_the_mapper_panic(
        rows in prop::collection::vec(prop::collection::vec(raw(), 0..9), 0..12),
        areas in prop::collection::vec((0_u32..15, 0_u32..10, 0_u32..2_000_000, 0_u32..20_000), 0..4),
    ) {
        let merges = areas.into_iter().map(|(top, left, down, across)| Merge {
            top, left, bottom: top.saturating_add(down), right: left.saturating_add(across),
        });
        let grid = Grid { rows, merges: merges.collect(), ..Grid::default() };
        let outcomes = map_file(&SourceFile { name: "a.xlsx".into(), sheets: vec![grid] }, &Choices::default());
        prop_assert_eq!(outcomes.len(), 1);
    }

    #[test]
    fn no_text_makes_a_pasted_block_panic(text in any::<String>()) {
        prop_assert_eq!(paste(&text).sheets.len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    // The library that reads workbooks does panic on some of these; only its own process may feel it.
    #[test]
    fn no_broken_workbook_harms_the_program(at in 0_usize..5000, byte in any::<u8>(), name in 0_usize..3) {
        let mut bytes = std::fs::read(data(["leave.xlsx", "leave.ods", "leave.xls"][name])).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("坏.xlsx");
        super::write(&path, &bytes);
        let exe = Path::new(env!("CARGO_BIN_EXE_chuanbangdai")).to_owned();
        match Reader::in_child(exe).read(&path) {
            Ok(source) => prop_assert!(source.sheets.len() < 10),
            Err(error) => prop_assert!(!matches!(error, ReadError::TimedOut | ReadError::Cancelled | ReadError::Io(_)), "{error:?}"),
        }
    }
}
