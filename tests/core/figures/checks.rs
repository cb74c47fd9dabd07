//! What the checks find, and what they must not find.

use chuanbangdai::checks::{codes, is_invariant};
use chuanbangdai::domain::{CheckRule, Edit, PairingId, Precision, Stint, Table};

use super::offices::{TR, city, county};

#[test]
fn the_checks_of_the_county_hospital_find_what_is_wrong() {
    let office = county();
    let on = "2023-06-30";
    let told = |rule: &str| -> Vec<(String, String)> {
        office.findings(on, rule).into_iter().map(|found| (found.subject, found.actual)).collect()
    };
    assert_eq!(told("C13"), [("侯正涛—冯文斌".to_owned(), "3".to_owned())]);
    let tasks = told("C15");
    assert_eq!(tasks.len(), 4);
    assert!(
        tasks.iter().any(|(subject, actual)| subject.contains("配齐创伤中心硬件") && actual.contains("逾期9个工作日"))
    );
    assert!(told("C20").iter().any(|(subject, actual)| subject == "周琳" && actual == "意外险未填"));
    assert_eq!(told("C20").iter().filter(|(_, actual)| actual.starts_with("满一年")).count(), 6);
    assert_eq!(told("C12").len(), 2);
    assert_eq!(told("C24").len(), 1);
    for silent in ["C02", "C03", "C04", "C05", "C06", "C11", "C21", "C22"] {
        assert!(told(silent).is_empty(), "{silent}: {:?}", told(silent));
    }
    assert!(office.findings("2023-05-30", "C01").is_empty());
}

#[test]
fn one_pair_less_names_its_mentor() {
    let mut office = county();
    let registry = office.office.registry().clone();
    let name = |id| registry.people[&id].name.as_str();
    let pair =
        registry.pairings.values().find(|pair| (name(pair.mentor), name(pair.apprentice)) == ("熊春燕", "余志勇"));
    let id: PairingId = pair.unwrap().id;
    let goals = registry.pairing_goals.values().filter(|goal| goal.pairing == id);
    let goals = goals.map(|goal| Edit::Delete { table: Table::PairingGoal, id: goal.id.raw() });
    for edit in goals.chain([Edit::Delete { table: Table::Pairing, id: id.raw() }]) {
        office.office.run(&edit).unwrap();
    }
    assert_eq!(office.figure("pairing.ratio programme=组团式 period=2022-06-01..2023-05-31").display, "1:2.80");
    let found = office.findings("2023-05-30", "C01");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].subject.as_str(), found[0].actual.as_str(), found[0].required.as_str()),
        ("熊春燕", "1:2", "1:3")
    );
}

#[test]
fn a_batch_that_comes_four_days_late_leaves_a_gap_of_four_days() {
    let mut office = county();
    let registry = office.office.registry().clone();
    let late: Vec<Edit> = registry
        .stints
        .values()
        .filter(|stint| stint.arrive_on.to_string() == "2023-05-31" && stint.arrive_prec == Precision::Day)
        .map(|stint| Edit::put(Stint { arrive_on: "2023-06-05".parse().unwrap(), ..stint.clone() }))
        .collect();
    for edit in &late {
        office.office.run(edit).unwrap();
    }
    assert_eq!(office.figure("stint.gap_days relation=商洛市中心医院→商南县医院 batch=2").display, "4");
    let found = office.findings("2023-06-30", "C05");
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|one| one.actual == "空4天" && one.from.unwrap().to_string() == "2023-06-01"));
}

#[test]
fn the_checks_of_the_city_look_ahead_by_the_lead_of_their_rule() {
    let office = city();
    assert_eq!(office.findings("2025-02-20", "C05").len(), 22);
    assert!(office.findings("2025-02-14", "C05").is_empty());
    let weeks: Vec<_> =
        office.findings("2024-07-31", "C08").into_iter().map(|found| found.from.unwrap().to_string()).collect();
    assert_eq!(weeks, ["2024-07-08"]);
    let behind = |on: &str| office.findings(on, "C19").into_iter().find(|found| found.subject.contains("银田"));
    assert_eq!(behind("2024-12-31").unwrap().actual, "41.23%");
    assert!(behind("2024-06-30").is_none());
    let bare = office.findings("2024-07-31", "C19").into_iter().find(|found| found.actual == "无凭证号").unwrap();
    assert!(bare.subject.contains("五里堆") && bare.subject.contains("院感改造"), "{bare:?}");
}

#[test]
fn a_rule_that_is_changed_narrowed_or_switched_off_changes_what_is_found() {
    let mut office = county();
    let rule = |office: &super::offices::Asked| -> CheckRule {
        office.office.registry().check_rules.values().find(|rule| rule.code == "C13").unwrap().clone()
    };
    let first = rule(&office);
    office.office.run(&Edit::put(CheckRule { params: "{\"logs\":3}".to_owned(), ..first.clone() })).unwrap();
    assert!(office.findings("2023-06-30", "C13").is_empty());
    office.office.run(&Edit::put(CheckRule { params: "{\"logs\":9}".to_owned(), ..first.clone() })).unwrap();
    assert_eq!(office.findings("2023-06-30", "C13").len(), 15);
    let other = CheckRule { programme: Some(chuanbangdai::domain::Programme::Flexible), ..first.clone() };
    office.office.run(&Edit::put(other)).unwrap();
    assert!(office.findings("2023-06-30", "C13").is_empty(), "a rule of another programme holds nowhere here");
    office.office.run(&Edit::put(CheckRule { is_off: true, ..first.clone() })).unwrap();
    assert!(office.findings("2023-06-30", "C13").is_empty());
    let later = CheckRule { from_on: Some("2023-07-01".parse().unwrap()), ..first };
    office.office.run(&Edit::put(later)).unwrap();
    assert!(office.findings("2023-06-30", "C13").is_empty());
}

#[test]
fn every_check_has_a_name_and_every_finding_says_everything() {
    for code in codes() {
        assert!(TR.is_check(code) && TR.check_name(code) != code, "{code}");
    }
    for office in [county(), city()] {
        for found in office.office.findings(None, None, TR).unwrap() {
            assert!(!found.subject.is_empty() && !found.actual.is_empty() && !found.required.is_empty(), "{found:?}");
            assert!(!found.basis.is_empty() && !found.records.is_empty(), "{found:?}");
        }
    }
}

#[test]
fn an_invariant_may_be_asked_for_and_is_never_broken() {
    for code in ["I1", "I2", "I15"] {
        assert!(is_invariant(code) && !TR.is_check(code), "{code}");
    }
    for code in ["I0", "I16", "I", "I-1", "C04", "2"] {
        assert!(!is_invariant(code), "{code}");
    }
}
