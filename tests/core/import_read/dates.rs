//! Dates, ranges and periods (contract 2.1, 2.2).

use chrono::NaiveDate;
use chuanbangdai::domain::{Precision, Slot};
use chuanbangdai::import::values::{Frame, PeriodValue, date, date_range, find_period, period};
use chuanbangdai::import::{Code, Context, Raw};

use super::cell;

fn frame(pairs: &[(&str, &str)]) -> Frame {
    let context: Context = pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
    Frame::of(&context)
}

fn in_2023() -> Frame {
    Frame::of_year(2023)
}

/// Text of a date reading: `2023-05-31`, with `~month` or `~year`, remark, or the code.
fn shown(text: &str, frame: &Frame) -> String {
    let mut hints = Vec::new();
    match date(&cell(text), frame, &mut hints) {
        Ok(None) => "blank".into(),
        Ok(Some(value)) => {
            let precision = match value.precision {
                Precision::Day => "",
                Precision::Month => "~month",
                Precision::Year => "~year",
            };
            let hints: String = hints.iter().flat_map(|hint| [" ".to_owned(), format!("{hint:?}")]).collect();
            let remark = if value.remark.is_empty() { String::new() } else { format!(" [{}]", value.remark) };
            format!("{}{precision}{remark}{hints}", value.on)
        }
        Err(code) => format!("{code:?}"),
    }
}

#[test]
fn every_spelling_of_a_date_is_read() {
    for (text, want) in [
        ("2023-05-31", "2023-05-31"),
        ("2023/5/31", "2023-05-31"),
        ("2023.5.31", "2023-05-31"),
        ("2023. 5. 31", "2023-05-31"),
        ("20230531", "2023-05-31"),
        ("2023年5月31日", "2023-05-31"),
        ("2023年05月31号", "2023-05-31"),
        ("２０２３年５月３１日", "2023-05-31"),
        ("2023-05-31 00:00:00", "2023-05-31"),
        ("45077", "2023-05-31"),
        ("23.5.31", "2023-05-31 N02"),
        ("23-5-31", "2023-05-31 N02"),
        ("5月31日", "2023-05-31"),
        ("5.31", "2023-05-31"),
        ("5/31", "2023-05-31"),
        ("6-7", "2023-06-07"),
        ("2022年5月", "2022-05-01~month"),
        ("2022-05", "2022-05-01~month"),
        ("2022.5", "2022-05-01~month"),
        ("2022/05", "2022-05-01~month"),
        ("202205", "2022-05-01~month"),
        ("2022年", "2022-01-01~year"),
        ("2022", "2022-01-01~year"),
        ("2022年初", "2022-01-01~year"),
        ("2023-06-23(端午)", "2023-06-23 [端午]"),
        ("2023年6月23日 周五", "2023-06-23"),
        ("2023年6月23日 周四", "2023-06-23 N03"),
        ("至今", "blank"),
        ("在岗", "blank"),
        ("—", "blank"),
        ("2023-02-30", "R02"),
        ("2023年13月", "R02"),
        ("无日期", "R02"),
        ("2023-05-31至2024-05-30", "R02"),
        ("1500-01-01", "R02"),
    ] {
        assert_eq!(shown(text, &in_2023()), want, "{text}");
    }
}

#[test]
fn a_day_without_year_needs_one_from_outside() {
    assert_eq!(shown("5月31日", &Frame::default()), "R02");
    assert_eq!(shown("5月31日", &frame(&[("year", "2024")])), "2024-05-31");
    assert_eq!(shown("1月8日", &frame(&[("period", "2022-12-26..2023-01-08")])), "2023-01-08");
    assert_eq!(shown("12月27日", &frame(&[("period", "2022-12-26..2023-01-08")])), "2022-12-27");
    assert_eq!(shown("18日", &frame(&[("year", "2023"), ("month", "6")])), "2023-06-18");
}

#[test]
fn serial_numbers_count_from_the_epoch_of_the_file() {
    assert_eq!(shown("43615", &frame(&[("epoch", "1904")])), "2023-05-31");
    assert_eq!(shown("19999", &in_2023()), "R02");
    let number = date(&Raw::Number(45077.0), &in_2023(), &mut Vec::new());
    assert_eq!(number.unwrap().unwrap().on.to_string(), "2023-05-31");
}

#[test]
fn half_days_beside_a_date_are_kept() {
    let read = |text: &str| date(&cell(text), &in_2023(), &mut Vec::new()).unwrap().unwrap();
    assert_eq!(read("6月23日上午").slots, [Slot::Am]);
    assert_eq!(read("6-8 下午").slots, [Slot::Pm]);
    let technique = read("2023-06-23上午(端午)");
    assert_eq!((technique.slots.as_slice(), technique.remark.as_str()), (&[Slot::Am][..], "端午"));
}

#[test]
fn ranges_take_what_is_missing_from_their_start() {
    for (text, want) in [
        ("2022-06-01至2023-05-31", "2022-06-01 2023-05-31"),
        ("2022.6.1—2023.5.31", "2022-06-01 2023-05-31"),
        ("2022.6.1-2023.5.31", "2022-06-01 2023-05-31"),
        ("2022-06-01-2023-05-31", "2022-06-01 2023-05-31"),
        ("2022-06-01/2024-05-31", "2022-06-01 2024-05-31"),
        ("6月12日-18日", "2023-06-12 2023-06-18"),
        ("6月12日—6月18日", "2023-06-12 2023-06-18"),
        ("6.12-6.18", "2023-06-12 2023-06-18"),
        ("1-2—1-15", "2023-01-02 2023-01-15"),
        ("12月26日—1月8日", "2023-12-26 2024-01-08"),
        ("2023年5月31日起", "2023-05-31 open"),
        ("2022.6.1～至今", "2022-06-01 open"),
        ("2022.6.1至今", "2022-06-01 open"),
        ("2023-06-29至2023-06-30", "2023-06-29 2023-06-30"),
        ("6-8 下午 至 6-9 下午", "2023-06-08 2023-06-09"),
        ("6月26日", "2023-06-26 2023-06-26"),
        ("2022.6—2023.5", "2022-06-01 2023-05-01"),
        ("2023年5月—2024年5月", "2023-05-01 2024-05-01"),
        ("2023-06-09至2023-06-08", "R03"),
        ("6月9日至6月8日", "R03"),
        ("待定", "R02"),
    ] {
        let got = match date_range(&cell(text), &in_2023(), &mut Vec::new()) {
            Ok(Some(range)) => {
                format!("{} {}", range.from.on, range.to.map_or("open".into(), |to| to.on.to_string()))
            }
            Ok(None) => "blank".into(),
            Err(code) => format!("{code:?}"),
        };
        assert_eq!(got, want, "{text}");
    }
}

#[test]
fn a_range_keeps_the_half_days_of_both_ends() {
    let range = date_range(&cell("6-8 下午 至 6-9 上午"), &in_2023(), &mut Vec::new()).unwrap().unwrap();
    assert_eq!(range.from.slots, [Slot::Pm]);
    assert_eq!(range.to.unwrap().slots, [Slot::Am]);
}

#[test]
fn every_spelling_of_a_period_is_read() {
    for (text, want) in [
        ("2023年6月", "2023-06-01..2023-06-30"),
        ("2023-06", "2023-06-01..2023-06-30"),
        ("2023.6", "2023-06-01..2023-06-30"),
        ("202306", "2023-06-01..2023-06-30"),
        ("2023年第2季度", "2023-04-01..2023-06-30"),
        ("2023年二季度", "2023-04-01..2023-06-30"),
        ("2023Q2", "2023-04-01..2023-06-30"),
        ("2023年上半年", "2023-01-01..2023-06-30"),
        ("2023H1", "2023-01-01..2023-06-30"),
        ("2023年1-6月", "2023-01-01..2023-06-30"),
        ("2023年1—6月", "2023-01-01..2023-06-30"),
        ("2023年", "2023-01-01..2023-12-31"),
        ("2023年度", "2023-01-01..2023-12-31"),
        ("全年", "2023-01-01..2023-12-31"),
        ("2022.6—2023.5", "2022-06-01..2023-05-31"),
        ("6月", "2023-06-01..2023-06-30"),
        ("第3季度(2023.11.18—2024.2.17)", "tenure 3 2023-11-18..2024-02-17"),
        ("任期第3季", "tenure 3"),
        ("累计", "up to ?"),
        ("截至2023年6月", "up to 2023-06-30"),
        ("2023年13月", "R02"),
        ("第五季度", "R02"),
        ("某月", "R02"),
    ] {
        let days = |period: chuanbangdai::domain::Period| format!("{}..{}", period.from(), period.to());
        let got = match period(&cell(text), &in_2023()) {
            Ok(Some(PeriodValue::Dates(dates))) => days(dates),
            Ok(Some(PeriodValue::Tenure(number, None))) => format!("tenure {number}"),
            Ok(Some(PeriodValue::Tenure(number, Some(dates)))) => format!("tenure {number} {}", days(dates)),
            Ok(Some(PeriodValue::UpTo(on))) => format!("up to {}", on.map_or("?".into(), |on| on.to_string())),
            Ok(None) => "blank".into(),
            Err(code) => format!("{code:?}"),
        };
        assert_eq!(got, want, "{text}");
    }
}

#[test]
fn a_month_cell_that_became_a_date_is_its_month() {
    let on = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let Ok(Some(PeriodValue::Dates(month))) = period(&Raw::Date(on), &Frame::default()) else { panic!("no period") };
    assert_eq!((month.from().to_string(), month.to().to_string()), ("2023-06-01".into(), "2023-06-30".into()));
}

#[test]
fn titles_give_their_period_and_nothing_else_does() {
    let found = |text: &str| find_period(text, &in_2023()).map(|found| format!("{}..{}", found.from(), found.to()));
    assert_eq!(found("商南县医院 2023年6月12日—6月18日 第1版").as_deref(), Some("2023-06-12..2023-06-18"));
    assert_eq!(found("统计表(2022.6—2023.5)").as_deref(), Some("2022-06-01..2023-05-31"));
    assert_eq!(found("6.12-6.18").as_deref(), Some("2023-06-12..2023-06-18"));
    assert_eq!(found("汇总(2023年上半年)").as_deref(), Some("2023-01-01..2023-06-30"));
    assert_eq!(found("05b_明细_2023-06-05至06-11").as_deref(), Some("2023-06-05..2023-06-11"));
    for text in ["每点1.5万元", "22个派驻点×13项", "0914-6322120", "第1版", "门诊203", ""] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn a_missing_year_is_said_with_its_code() {
    assert_eq!(date(&cell("6-7"), &Frame::default(), &mut Vec::new()), Err(Code::R02));
}
