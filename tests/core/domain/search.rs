//! Finding by characters, pinyin and initials.

use chuanbangdai::app::sample::sample;
use chuanbangdai::app::search::{PinyinKey, matches, search};
use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::{
    Batch, BatchId, BatchMode, InstitutionId, Person, Precision, Programme, Relation, RelationId, Table,
};
use chuanbangdai::i18n::Tr;

use super::bench::{person, registry, shelf};

#[test]
fn a_text_is_found_by_characters_pinyin_initials_and_mixtures() {
    let found = [
        ("zl", "邹龙"),
        ("zoulong", "邹龙"),
        ("zou long", "邹龙"),
        ("ZOUL", "邹龙"),
        ("zlong", "邹龙"),
        ("邹", "邹龙"),
        ("邹l", "邹龙"),
        ("龙", "邹龙"),
        ("long", "邹龙"),
        ("zwy", "张文勇"),
        ("zhangwy", "张文勇"),
        ("xhnk", "消化内科"),
        ("neike", "消化内科"),
        ("zzmz203", "坐诊 门诊203"),
        ("203", "坐诊 门诊203"),
        ("xian", "西安"),
        ("lv", "吕"),
        ("lu", "吕"),
        ("mmttex", "买买提·吐尔逊"),
        ("evl", "EVL带教"),
        ("evld", "EVL带教"),
        ("ｚｌ", "邹龙"),
    ];
    for (typed, text) in found {
        assert!(matches(typed, text), "{typed} finds {text}");
    }
    for (typed, text) in
        [("zm", "邹龙"), ("longzou", "邹龙"), ("zlx", "邹龙"), ("", "邹龙"), ("·", "邹龙"), ("王", "邹龙")]
    {
        assert!(!matches(typed, text), "{typed} does not find {text}");
    }
}

#[test]
fn surnames_are_found_by_their_reading_as_surnames() {
    let surnames = [
        ("shan", "单"),
        ("zeng", "曾"),
        ("zha", "查"),
        ("qiu", "仇"),
        ("xie", "解"),
        ("ou", "区"),
        ("ren", "任"),
        ("ge", "盖"),
        ("piao", "朴"),
        ("yuchi", "尉迟"),
        ("zhai", "翟"),
        ("miao", "缪"),
        ("qin", "覃"),
        ("hua", "华"),
        ("yue", "乐"),
        ("kan", "阚"),
        ("chong", "种"),
        ("pang", "逄"),
    ];
    for (typed, surname) in surnames {
        assert!(matches(typed, surname), "{typed} finds {surname}");
    }
}

#[test]
fn a_rare_character_is_found_by_itself() {
    for name in ["李䶮", "王𬭎", "陈㛃", "𠮷田"] {
        for char in name.chars() {
            assert!(matches(&char.to_string(), name), "{char} finds {name}");
        }
    }
}

#[test]
fn the_nearest_text_comes_first() {
    let mut names = ["教学查房", "查房", "查房示范", "手术"].map(|text| (PinyinKey::new(text).rank("查房"), text));
    names.sort_unstable();
    let found: Vec<&str> = names.iter().filter(|(rank, _)| rank.is_some()).map(|(_, text)| *text).collect();
    assert_eq!(found, ["查房", "查房示范", "教学查房"]);
    let rank = |text: &str| PinyinKey::new(text).rank("zl");
    assert!(rank("邹龙") < rank("邹龙飞"), "all of a name before the beginning of a longer one");
    assert!(rank("邹龙飞") < rank("陈志龙"), "the beginning before the inside");
    let rank = |text: &str| PinyinKey::new(text).rank("wang");
    assert!(rank("王") < rank("方") && rank("方").is_some(), "the usual reading before a rare one");
}

#[test]
fn records_are_found_with_what_tells_them_apart() {
    let mut registry = registry();
    registry.people = shelf([
        Person { phone: "13900000007".to_owned(), specialty: "消化道早癌".to_owned(), ..person(7, "邹龙") },
        Person { code: "SN0001".to_owned(), ..person(8, "樊一禾") },
        Person { is_retired: true, ..person(9, "邹莉") },
        person(10, "周琳"),
    ]);
    let titles = |text: &str| -> Vec<String> {
        search(&registry, text, Tr::default()).into_iter().map(|hit| hit.title).collect()
    };
    assert_eq!(titles("zl"), ["邹龙", "周琳", "邹莉"], "who is retired comes last");
    assert_eq!(titles("sn0001"), ["樊一禾"]);
    assert_eq!(titles("0000007"), ["邹龙"]);
    assert_eq!(titles("早癌"), ["邹龙"]);
    assert_eq!(titles("xhnk"), ["消化内科"]);
    let hit = search(&registry, "zoulong", Tr::default()).remove(0);
    assert_eq!((hit.table, hit.id), (Table::Person, 7));
    assert_eq!(hit.detail, "消化内科 · 商洛市中心医院");
    assert_eq!(
        titles("商南"),
        ["商南县医院", "商洛市中心医院", "湘河镇中心卫生院", "赵川镇中心卫生院"],
        "by county, too"
    );
}

#[test]
fn a_batch_is_found_in_words_and_in_digits() {
    let mut registry = registry();
    registry.relations = shelf([Relation {
        id: RelationId::new(1),
        programme: Programme::TeamBased,
        from_inst: InstitutionId::new(2),
        to_inst: InstitutionId::new(1),
        is_lead: true,
        start_on: None,
        start_prec: Precision::Day,
        end_on: None,
        end_prec: Precision::Day,
        note: String::new(),
    }]);
    registry.batches = shelf([Batch {
        id: BatchId::new(1),
        relation: RelationId::new(1),
        no: 2,
        label: String::new(),
        mode: BatchMode::Rigid,
        plan_from: None,
        plan_from_prec: Precision::Day,
        plan_to: None,
        plan_to_prec: Precision::Day,
        headcount_plan: None,
    }]);
    for typed in ["第二批", "第2批", "dep"] {
        let hit = search(&registry, typed, Tr::default()).remove(0);
        assert_eq!((hit.title.as_str(), hit.detail.as_str()), ("第二批", "商洛市中心医院"), "{typed}");
    }
}

#[test]
fn tasks_duties_and_groups_are_found_by_their_words() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed("2023-06-14T09:00:00".parse().unwrap());
    let mut office = Office::create(&folder.path().join("data.db"), clock).unwrap();
    office.run(&sample(office.registry(), clock.today())).unwrap();
    let tables =
        |text: &str| -> Vec<Table> { office.search(text, Tr::default()).into_iter().map(|hit| hit.table).collect() };
    let title = office.registry().tasks.values().next().unwrap().title.clone();
    assert_eq!(tables(&title).first(), Some(&Table::Task));
    assert!(tables("双周报").contains(&Table::Obligation));
    let decided = office.registry().resolutions.values().next().unwrap().text.clone();
    assert!(tables(&decided).contains(&Table::Resolution));
    let project = office.registry().funds.values().next().unwrap().project.clone();
    assert!(tables(&project).contains(&Table::Fund));
}
