//! Texts, names, numbers (contract 1.3, 2.4, 2.5).

use chuanbangdai::domain::StintRole;
use chuanbangdai::import::values::{
    batch_number, birth_year, count, days, list, money_fen, name, name_without_title, names, phone, post_and_role,
    split_institution, text,
};
use chuanbangdai::import::{Code, Raw};

use super::cell;

#[test]
fn marks_for_nothing_are_blank() {
    for blank in ["", "  ", "—", "－", "-", "--", "/", "／", "\\", "无", "暂无", "空", "N/A", "\u{a0}\u{3000}"]
    {
        assert_eq!(text(&Raw::Text(blank.into())), None, "{blank:?}");
    }
    assert_eq!(text(&cell("无锡")).as_deref(), Some("无锡"));
}

#[test]
fn texts_become_half_width_and_lose_outer_spaces() {
    assert_eq!(text(&cell("\u{3000}１２（３）：％\u{a0}")).as_deref(), Some("12(3):%"));
    assert_eq!(text(&Raw::Number(13_900_000_001.0)).as_deref(), Some("13900000001"));
    assert_eq!(text(&Raw::Number(1.5)).as_deref(), Some("1.5"));
}

#[test]
fn lists_split_at_every_sign_an_office_uses() {
    for (written, parts) in [
        ("张三、李四", vec!["张三", "李四"]),
        ("张三,李四，王五", vec!["张三", "李四", "王五"]),
        ("张三;李四；王五", vec!["张三", "李四", "王五"]),
        ("张三/李四", vec!["张三", "李四"]),
        ("张三\n李四", vec!["张三", "李四"]),
        ("张三  李四", vec!["张三", "李四"]),
        ("张三 李四", vec!["张三", "李四"]),
        ("张 三", vec!["张 三"]),
        ("门诊 二楼203", vec!["门诊 二楼203"]),
        ("—", vec![]),
    ] {
        assert_eq!(list(&cell(written)), parts, "{written}");
    }
}

#[test]
fn names_keep_rare_characters_and_lose_spaces() {
    for (written, plain, remark) in [
        ("张 三", "张三", ""),
        ("张　三", "张三", ""),
        ("买买提•艾力", "买买提·艾力", ""),
        ("买买提．艾力", "买买提·艾力", ""),
        ("买买提.艾力", "买买提·艾力", ""),
        ("䶮㛃𬭎𠮷", "䶮㛃𬭎𠮷", ""),
        ("张三(队长)", "张三", "队长"),
        ("张三（队长）", "张三", "队长"),
        ("*张三", "张三", "*"),
        ("▲张三(援)", "张三", "▲ 援"),
        ("John  Smith", "John Smith", ""),
    ] {
        let got = name(&cell(written)).unwrap();
        assert_eq!((got.name.as_str(), got.remark.as_str()), (plain, remark), "{written}");
    }
    assert_eq!(name(&cell("无")), None);
    let several: Vec<String> = names(&cell("张 三、李四(代)")).into_iter().map(|value| value.name).collect();
    assert_eq!(several, ["张三", "李四"]);
}

#[test]
fn titles_behind_names_can_be_cut_off() {
    assert_eq!(name_without_title("张三主任"), Some(("张三", "主任")));
    assert_eq!(name_without_title("张三副主任医师"), Some(("张三", "副主任医师")));
    assert_eq!(name_without_title("张三"), None);
    assert_eq!(name_without_title("主任"), None);
}

#[test]
fn counts_are_exact_or_refused() {
    for (written, unit, want, hint) in [
        ("1,020", None, Ok(Some(1020)), None),
        ("１，０２０", None, Ok(Some(1020)), None),
        ("'1020", None, Ok(Some(1020)), None),
        ("1 020", None, Ok(Some(1020)), None),
        ("1020人次", Some("人次"), Ok(Some(1020)), None),
        ("32台", Some("台"), Ok(Some(32)), None),
        ("32台", Some("人次"), Ok(Some(32)), Some(Code::N05)),
        ("约250", None, Ok(Some(250)), Some(Code::N06)),
        ("3.0", None, Ok(Some(3)), None),
        ("120多", None, Err(Code::R07), None),
        ("30余", None, Err(Code::R07), None),
        ("数十", None, Err(Code::R07), None),
        ("约三百", None, Err(Code::R07), None),
        ("十二", None, Err(Code::R07), None),
        ("若干", None, Err(Code::R07), None),
        ("3.5人次", Some("人次"), Err(Code::R07), None),
        ("-3", None, Err(Code::R07), None),
        ("—", None, Ok(None), None),
    ] {
        let mut hints = Vec::new();
        assert_eq!(count(&cell(written), unit, &mut hints), want, "{written}");
        assert_eq!(hints.first().copied(), hint, "{written}");
    }
    assert_eq!(count(&Raw::Number(12.5), None, &mut Vec::new()), Err(Code::R07));
    assert_eq!(count(&Raw::Number(1e300), None, &mut Vec::new()), Err(Code::R07));
}

#[test]
fn days_may_be_halves() {
    for (written, want) in [("1.5", Ok(Some(3))), ("2天", Ok(Some(4))), ("21", Ok(Some(42))), ("1.2", Err(Code::R07))]
    {
        assert_eq!(days(&cell(written), &mut Vec::new()), want, "{written}");
    }
}

#[test]
fn money_is_exact_in_fen() {
    for (written, unit, want) in [
        ("1,000,000.00", None, Ok(Some(100_000_000))),
        ("100万", None, Ok(Some(100_000_000))),
        ("100万元", None, Ok(Some(100_000_000))),
        ("45.8万元", None, Ok(Some(45_800_000))),
        ("0.45万元", None, Ok(Some(450_000))),
        ("6000", None, Ok(Some(600_000))),
        ("6,000.00元", Some("万元"), Ok(Some(600_000))),
        ("￥6000", None, Ok(Some(600_000))),
        ("12", Some("万元"), Ok(Some(12_000_000))),
        ("6000.001", None, Err(Code::R12)),
        ("六千", None, Err(Code::R12)),
        ("6000斤", None, Err(Code::R12)),
        ("无", None, Ok(None)),
    ] {
        assert_eq!(money_fen(&cell(written), unit, &mut Vec::new()), want, "{written}");
    }
    assert_eq!(money_fen(&Raw::Number(613.54), Some("万元"), &mut Vec::new()), Ok(Some(613_540_000)));
}

#[test]
fn batches_years_and_phones_are_read() {
    for (written, want) in [("第一批", 1), ("第1批", 1), ("1", 1), ("B1", 1), ("第十二批", 12), ("二", 2), ("首批", 1)]
    {
        assert_eq!(batch_number(&cell(written)), Ok(Some(want)), "{written}");
    }
    assert_eq!(batch_number(&cell("最近一批")), Err(Code::R08));
    assert_eq!(batch_number(&Raw::Number(2.0)), Ok(Some(2)));
    for (written, want) in [("1977", 1977), ("1977年5月", 1977), ("1977.5", 1977), ("1977-05-01", 1977)] {
        assert_eq!(birth_year(&cell(written)), Ok(Some(want)), "{written}");
    }
    assert_eq!(birth_year(&cell("中年")), Err(Code::R02));
    for written in ["139****0001", "0914-6322120", "6120"] {
        assert_eq!(phone(&cell(written)).as_deref(), Some(written));
    }
    assert_eq!(phone(&Raw::Number(13_900_000_001.0)).as_deref(), Some("13900000001"));
}

#[test]
fn the_longest_known_institution_is_cut_off() {
    let known = ["商洛市", "商洛市中心医院", "商南县医院"];
    assert_eq!(split_institution("商洛市中心医院急诊医学科", known), Some(("商洛市中心医院", "急诊医学科")));
    assert_eq!(split_institution("商洛市中心医院 消化内科", known), Some(("商洛市中心医院", "消化内科")));
    assert_eq!(split_institution("西安某医院骨科", known), None);
}

#[test]
fn the_role_in_brackets_leaves_the_post() {
    assert_eq!(post_and_role("常务副院长(队长)"), ("常务副院长".into(), Some(StintRole::Leader)));
    assert_eq!(post_and_role("普外科副主任"), ("普外科副主任".into(), None));
    assert_eq!(post_and_role("副队长"), (String::new(), Some(StintRole::Deputy)));
}
