//! Reasons as sentences in both languages.

use chrono::{NaiveDate, Weekday};
use chuanbangdai::domain::{LeaveKind, Slot};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::import::Code;
use chuanbangdai::import::plan::{About, Reason};

const CODES: &[Code] = &[
    Code::R01,
    Code::R02,
    Code::R03,
    Code::R04,
    Code::R05,
    Code::R06,
    Code::R07,
    Code::R08,
    Code::R09,
    Code::R10,
    Code::R11,
    Code::R12,
    Code::R13,
    Code::R14,
    Code::R15,
    Code::N01,
    Code::N02,
    Code::N03,
    Code::N04,
    Code::N05,
    Code::N06,
    Code::N07,
    Code::N08,
    Code::N09,
    Code::N10,
    Code::N11,
    Code::N12,
];

fn reason(code: Code, column: &str, cell: &str, about: About) -> Reason {
    Reason { code, column: column.to_owned(), cell: cell.to_owned(), about }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_code_has_its_own_sentence_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let said: std::collections::BTreeSet<String> =
            CODES.iter().map(|code| reason(*code, "C", "", About::Nothing).sentence(7, Tr::new(lang))).collect();
        assert_eq!(said.len(), CODES.len());
        assert!(said.iter().all(|sentence| sentence.contains('7')));
        let is_han = |sentence: &String| sentence.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(said.iter().all(|sentence| is_han(sentence) == (lang == Lang::Zh)), "{said:?}");
    }
}

#[test]
fn rejections_and_hints_are_told_apart_by_their_letter() {
    for code in CODES {
        assert_eq!(code.is_rejection(), code.to_string().starts_with('R'));
    }
}

/// Reasons about other records, and their sentences.
fn about_records() -> Vec<(Reason, &'static str)> {
    let near = |institution: &str, similar: &[&str]| About::Near {
        institution: institution.to_owned(),
        similar: similar.iter().map(|name| (*name).to_owned()).collect(),
    };
    let taken = || About::Taken {
        person: "黎远".to_owned(),
        on: day("2023-07-04"),
        slot: Slot::Am,
        what: "坐诊 门诊201".to_owned(),
    };
    let period = |to| About::Period { what: "商南县医院".to_owned(), from: day("2023-05-31"), to };
    vec![
        (
            reason(Code::R04, "科室", "消化外科", near("商南县医院", &["消化内科"])),
            "第5行「科室」：机构或科室不存在（商南县医院没有“消化外科”，相近的有：消化内科）。",
        ),
        (reason(Code::R04, "单位", "某院", near("", &[])), "第5行「单位」：机构或科室不存在（没有“某院”）。"),
        (
            reason(Code::R05, "时段", "上午", taken()),
            "第5行「时段」：同一人同日同时段重复排班（黎远 7月4日 周二上午已有：坐诊 门诊201）。",
        ),
        (
            reason(Code::R09, "姓名", "张伟", About::People(vec!["普外科".to_owned(), "急诊科".to_owned()])),
            "第5行「姓名」：同名多人，需选择（张伟：普外科 / 急诊科）。",
        ),
        (
            reason(Code::R10, "专家", "张三", About::NoStint),
            "第5行「专家」：人员不存在（张三没有派驻任期，不能排班）。",
        ),
        (
            reason(Code::R14, "地点", "门诊201", taken()),
            "第5行「地点」：房间同日同时段被占用（7月4日 周二上午已由黎远使用：坐诊 门诊201）。",
        ),
        (
            reason(Code::R15, "到岗日期", "2023-06-01", period(None)),
            "第5行「到岗日期」：长期驻点任期重叠（商南县医院 2023-05-31—至今）。",
        ),
        (
            reason(Code::N11, "日期", "2026-07-06", period(Some(day("2024-05-30")))),
            "第5行「日期」：任期外日期，待确认（商南县医院 2023-05-31—2024-05-30）。",
        ),
    ]
}

#[test]
fn a_sentence_names_place_reason_and_content() {
    let pair = About::Pair {
        from_column: "到岗日期".to_owned(),
        from: "2023-06-05".to_owned(),
        to_column: "计划离岗".to_owned(),
        to: "2023-05-30".to_owned(),
    };
    let cells = [
        (reason(Code::R01, "姓名", "", About::Nothing), "第5行「姓名」：必填项为空。"),
        (reason(Code::R02, "日期", "2023-02-30", About::Nothing), "第5行「日期」：日期无效或缺年份（2023-02-30）。"),
        (
            reason(Code::R03, "计划离岗", "2023-05-30", pair),
            "第5行「计划离岗」：结束早于开始（到岗日期 2023-06-05，计划离岗 2023-05-30）。",
        ),
        (
            reason(Code::N01, "周三 6/14", "事假", About::Leave(LeaveKind::Personal)),
            "第5行「周三 6/14」：未识别的取值按文本保留（“事假”不排班次，请到请假中登记事假）。",
        ),
        (
            reason(Code::N03, "星期", "周二", About::Weekday(Weekday::Wed)),
            "第5行「星期」：星期与日期不符，以日期为准（写的是周二，实际是周三）。",
        ),
        (reason(Code::N08, "", "", About::Nothing), "第5行：文件内完全相同的行。"),
        (
            reason(Code::N09, "本单位", "是", About::Name("商南县医院".to_owned())),
            "第5行「本单位」：本单位标记未改动（仍为商南县医院）。",
        ),
        (
            reason(Code::N12, "天数", "2", About::Computed("1.5".to_owned())),
            "第5行「天数」：手工比例、合计、天数与计算值不符（写的是 2，算得 1.5）。",
        ),
    ];
    for (reason, sentence) in about_records().into_iter().chain(cells) {
        assert_eq!(reason.sentence(5, Tr::new(Lang::Zh)), sentence);
    }
}
