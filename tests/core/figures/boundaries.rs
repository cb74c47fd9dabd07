//! Checks on both sides of their bounds: what just fails, and what just passes.

use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::Edit;
use serde_json::{Value, json};

use super::offices::TR;

/// A hospital with one relation, one batch, two departments, and nobody in it.
struct Bare {
    office: Office,
    _folder: tempfile::TempDir,
}

impl Bare {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Fixed("2024-03-31T09:00:00".parse().unwrap());
        let mut bare = Self { office: Office::create(&folder.path().join("data.db"), clock).unwrap(), _folder: folder };
        bare.put("institution", json!({"id": 1, "name": "甲县医院", "kind": "recipient", "is_own": true}));
        bare.put("institution", json!({"id": 2, "name": "市医院", "kind": "supporter"}));
        bare.put("institution", json!({"id": 3, "name": "省医院", "kind": "supporter"}));
        bare.put("relation", json!({"id": 1, "programme": "mountain_sea", "from_inst": 2, "to_inst": 1}));
        bare.put("relation", json!({"id": 2, "programme": "mountain_sea", "from_inst": 3, "to_inst": 1}));
        for no in 1..=2 {
            bare.put("department", json!({"id": no, "inst": 1, "name": format!("科室{no}")}));
        }
        bare
    }

    fn put(&mut self, table: &str, mut row: Value) {
        row["table"] = json!(table);
        let edit: Edit = serde_json::from_value(json!({"op": "put", "row": row.clone()})).unwrap();
        self.office.run(&edit).unwrap_or_else(|failure| panic!("{row}: {failure}"));
    }

    fn expert(&mut self, id: i64, from: &str, to: &str) {
        self.put("person", json!({"id": id, "name": format!("专家{id}"), "inst": 2, "title_rank": 4}));
        self.stint(id, id, from, to, &json!({}));
    }

    fn stint(&mut self, id: i64, person: i64, from: &str, to: &str, more: &Value) {
        let mut row = json!({"id": id, "person": person, "relation": 1, "host_inst": 1, "host_dept": 1, "arrive_on": from,
            "plan_leave_on": to, "role": "member", "mode": "long_term"});
        for (key, value) in more.as_object().unwrap() {
            row[key.as_str()] = value.clone();
        }
        self.put("stint", row);
    }

    fn pair(&mut self, id: i64, mentor: i64, stint: Option<i64>, more: &Value) {
        let apprentice = 100 + id;
        self.put("person", json!({"id": apprentice, "name": format!("学员{id}"), "inst": 1}));
        let mut row = json!({"id": id, "mentor": mentor, "mentor_stint": stint, "apprentice": apprentice,
            "from_on": "2024-01-01", "status": "active", "kind": "one_to_one", "mode": "on_site"});
        for (key, value) in more.as_object().unwrap() {
            row[key.as_str()] = value.clone();
        }
        self.put("pairing", row);
    }

    fn rule(&mut self, code: &str, params: &str, more: &Value) {
        let mut row = json!({"id": 0, "code": code, "programme": "mountain_sea", "params": params,
            "severity": "warning", "basis": "试"});
        for (key, value) in more.as_object().unwrap() {
            row[key.as_str()] = value.clone();
        }
        self.put("check_rule", row);
    }

    fn found(&self, on: &str, rule: &str) -> Vec<(String, String)> {
        let found = self.office.findings(Some(on.parse().unwrap()), Some(rule), TR).unwrap();
        found.into_iter().map(|one| (one.subject, one.actual)).collect()
    }

    fn count(&self, on: &str, rule: &str) -> usize {
        self.found(on, rule).len()
    }
}

#[test]
fn the_ratio_counts_pairs_that_name_no_stint_and_pairs_that_go_on_in_the_next_one() {
    let mut bare = Bare::new();
    bare.rule("C01", r#"{"target":2,"how":"exactly","basis":"current"}"#, &json!({}));
    bare.expert(1, "2023-07-01", "2023-12-31");
    bare.stint(2, 1, "2024-01-01", "2024-12-31", &json!({}));
    bare.pair(1, 1, None, &json!({}));
    bare.pair(2, 1, Some(1), &json!({"from_on": "2023-09-01", "plan_to_on": "2024-06-30"}));
    assert_eq!(bare.count("2024-03-01", "C01"), 0);
    assert_eq!(bare.count("2024-03-01", "C02"), 0);
    assert_eq!(bare.count("2024-03-01", "C22"), 0, "the mentor is still here");
    assert_eq!(bare.found("2024-07-01", "C01"), [("专家1".to_owned(), "1:1".to_owned())]);
    bare.pair(3, 1, Some(2), &json!({}));
    assert_eq!(bare.found("2024-03-01", "C01"), [("专家1".to_owned(), "1:3".to_owned())]);
}

#[test]
fn nobody_is_unpaired_before_the_days_are_over() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-12-31");
    assert_eq!((bare.count("2024-01-14", "C02"), bare.count("2024-01-15", "C02")), (0, 1));
    bare.pair(1, 1, Some(1), &json!({"from_on": "2024-01-15", "status": "proposed"}));
    assert_eq!(bare.count("2024-01-15", "C02"), 1, "a proposal is no pair");
    bare.pair(2, 1, Some(1), &json!({"from_on": "2024-01-15"}));
    assert_eq!(bare.count("2024-01-15", "C02"), 0);
}

#[test]
fn a_pair_runs_out_the_day_after_its_last_and_may_outlast_its_mentor_only_remotely() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-06-30");
    bare.pair(1, 1, Some(1), &json!({"plan_to_on": "2024-06-30"}));
    assert_eq!((bare.count("2024-06-30", "C03"), bare.count("2024-07-01", "C03")), (0, 1));
    bare.pair(1, 1, Some(1), &json!({"plan_to_on": "2024-07-01"}));
    assert_eq!((bare.count("2024-05-30", "C03"), bare.count("2024-05-31", "C03")), (0, 1));
    assert_eq!(bare.count("2024-07-01", "C22"), 1);
    bare.pair(1, 1, Some(1), &json!({"plan_to_on": "2024-07-01", "mode": "remote"}));
    assert_eq!((bare.count("2024-05-31", "C03"), bare.count("2024-07-01", "C22")), (0, 0));
}

#[test]
fn whoever_stays_on_hands_nothing_over_and_is_appraised_at_the_end() {
    let mut bare = Bare::new();
    bare.put("batch", json!({"id": 1, "relation": 1, "no": 1, "mode": "rigid"}));
    bare.put("batch", json!({"id": 2, "relation": 1, "no": 2, "mode": "rigid"}));
    bare.put("person", json!({"id": 1, "name": "专家1", "inst": 2}));
    bare.stint(1, 1, "2023-01-01", "2023-06-30", &json!({"batch": 1}));
    bare.stint(2, 1, "2023-07-01", "2023-12-31", &json!({"batch": 2}));
    assert_eq!(bare.count("2024-01-30", "C05"), 0);
    assert_eq!((bare.count("2024-01-30", "C21"), bare.count("2024-01-31", "C21")), (0, 1));
    let appraisal = |to: &str| json!({"id": 1, "subject": "expert", "person": 1, "period_from": "2023-01-01", "period_to": to, "grade": "良好"});
    bare.put("appraisal", appraisal("2023-06-30"));
    assert_eq!(bare.count("2024-01-31", "C21"), 1, "halfway is not the end");
    bare.put("appraisal", appraisal("2023-12-31"));
    assert_eq!(bare.count("2024-01-31", "C21"), 0);
    bare.stint(2, 1, "2023-07-02", "2023-12-31", &json!({"batch": 2}));
    assert_eq!(bare.found("2023-07-02", "C05")[0].1, "空1天");
}

#[test]
fn stints_that_follow_each_other_are_one_service() {
    let mut bare = Bare::new();
    bare.expert(1, "2023-01-01", "2023-06-29");
    assert_eq!(bare.count("2023-06-01", "C06"), 0, "180 days");
    bare.stint(1, 1, "2023-01-01", "2023-06-28", &json!({}));
    assert_eq!(bare.found("2023-06-01", "C06"), [("专家1".to_owned(), "179天".to_owned())]);
    bare.stint(2, 1, "2023-06-29", "2023-06-30", &json!({}));
    assert_eq!(bare.count("2023-06-30", "C06"), 0, "181 days in two stints");
    bare.stint(1, 1, "2023-03-01", "2023-06-28", &json!({}));
    assert_eq!(bare.found("2023-06-30", "C06"), [("专家1".to_owned(), "122天".to_owned())]);
    bare.stint(2, 1, "2023-06-29", "2024-02-28", &json!({}));
    assert_eq!((served(&bare, "2024-02-27"), served(&bare, "2024-02-28")), (0, 1));
}

fn served(bare: &Bare, on: &str) -> usize {
    bare.found(on, "C20").iter().filter(|(_, actual)| actual.starts_with("满一年")).count()
}

#[test]
fn absences_are_counted_by_halves_together_and_inside_the_stint() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-12-31");
    let leave = |id: i64, from: &str, from_slot: &str, to: &str, to_slot: &str| json!({"id": id, "person": 1, "kind": "personal", "from_on": from, "from_slot": from_slot, "to_on": to, "to_slot": to_slot});
    bare.put("leave", leave(1, "2024-03-01", "pm", "2024-03-16", "am"));
    assert_eq!(bare.count("2024-04-01", "C06"), 0, "fifteen days by halves");
    bare.put("leave", leave(2, "2024-03-16", "pm", "2024-03-16", "pm"));
    assert_eq!(bare.found("2024-04-01", "C06"), [("专家1".to_owned(), "连续离岗15.5天".to_owned())]);
    bare.put("leave", leave(1, "2023-12-01", "am", "2024-01-15", "pm"));
    bare.put("leave", leave(2, "2024-05-01", "am", "2024-05-01", "pm"));
    assert_eq!(bare.count("2024-06-01", "C06"), 0, "fifteen days of it inside the stint");
}

#[test]
fn a_team_is_counted_over_all_that_send_it_and_is_short_when_nobody_is_left() {
    let mut bare = Bare::new();
    bare.rule("C09", r#"{"people":2,"min_rank":3,"seniors":2,"senior_rank":5}"#, &json!({}));
    bare.expert(1, "2024-01-01", "2024-06-30");
    bare.put("person", json!({"id": 2, "name": "专家2", "inst": 3, "title_rank": 5}));
    bare.stint(2, 2, "2024-01-01", "2024-06-30", &json!({"relation": 2}));
    assert_eq!(bare.found("2024-02-01", "C09"), [("甲县医院".to_owned(), "高职称1人".to_owned())]);
    let told: Vec<_> = bare.found("2024-07-01", "C09").into_iter().map(|(_, actual)| actual).collect();
    assert_eq!(told, ["0人", "高职称0人"]);
    bare.rule("C09", r#"{"people":1,"min_rank":3}"#, &json!({"from_on": "2024-02-01", "to_on": "2024-02-10"}));
    assert_eq!([9, 10, 11].map(|day| bare.count(&format!("2024-02-{day:02}"), "C09")), [0, 0, 1]);
}

#[test]
fn a_pair_that_rests_owes_neither_logs_nor_progress() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-12-31");
    bare.pair(1, 1, Some(1), &json!({"plan_to_on": "2024-04-09"}));
    let log = |id: i64, day: &str| json!({"id": id, "on_date": day, "mentor": 1, "apprentice": 101, "activity": 3, "topic": day});
    for (id, day) in [(1, "2024-01-03"), (2, "2024-01-05")] {
        bare.put("teaching_log", log(id, day));
    }
    assert_eq!(bare.count("2024-01-31", "C13"), 1);
    bare.put(
        "pairing_pause",
        json!({"id": 1, "pairing": 1, "from_on": "2024-01-16", "to_on": "2024-01-31", "reason": "外出"}),
    );
    assert_eq!(bare.count("2024-01-31", "C13"), 0, "half a month, two logs");
    bare.put(
        "pairing_pause",
        json!({"id": 1, "pairing": 1, "from_on": "2024-01-16", "to_on": "2024-01-16", "reason": "外出"}),
    );
    assert_eq!(bare.count("2024-01-31", "C13"), 1, "a day of rest excuses no month");
    let goal = |done: i64| json!({"id": 1, "pairing": 1, "item": "胃镜", "target": 200, "done": done});
    bare.put(
        "pairing_pause",
        json!({"id": 1, "pairing": 1, "from_on": "2024-03-01", "to_on": "2024-03-01", "reason": "外出"}),
    );
    // 40 of 99 days have gone: 40.404 %.
    bare.put("pairing_goal", goal(41));
    assert_eq!(bare.count("2024-02-09", "C14"), 0, "19.9 points behind");
    bare.put("pairing_goal", goal(40));
    assert_eq!(bare.count("2024-02-09", "C14"), 1, "20.4 points behind");
}

#[test]
fn a_period_that_nobody_recorded_is_told_once_records_are_kept() {
    let mut bare = Bare::new();
    bare.put(
        "obligation",
        json!({"id": 1, "kind": "report", "title": "月报", "cycle": "monthly", "anchor_on": "2023-01-01",
        "due_offset": 5, "shift": "keep"}),
    );
    assert_eq!(bare.count("2024-03-01", "C16"), 0, "nobody keeps records yet");
    let report = |id: i64, no: i64, from: &str, to: &str, due: &str| {
        json!({"id": id, "obligation": 1, "period_no": no, "period_from": from, "period_to": to, "due_on": due,
            "submitted_on": due, "status": "submitted"})
    };
    bare.put("report", report(1, 12, "2023-12-01", "2023-12-31", "2024-01-05"));
    assert_eq!(bare.count("2024-02-01", "C16"), 0);
    assert_eq!(bare.found("2024-02-02", "C16"), [("月报第1期".to_owned(), "还有3天到期".to_owned())]);
    assert_eq!(bare.found("2024-02-06", "C16"), [("月报第1期".to_owned(), "逾期1天未报".to_owned())]);
    assert_eq!(bare.found("2024-03-20", "C16"), [("月报第1期".to_owned(), "逾期44天未报，共2期".to_owned())]);
    bare.put("report", report(2, 1, "2024-01-01", "2024-01-31", "2024-02-05"));
    assert_eq!(bare.found("2024-03-20", "C16"), [("月报第2期".to_owned(), "逾期15天未报".to_owned())]);
}

#[test]
fn tasks_are_carried_up_by_working_days_only() {
    let mut bare = Bare::new();
    bare.put("task", json!({"id": 1, "list": "清单", "title": "甲", "due_on": "2024-03-29", "status": "active"}));
    let told = |on: &str| bare.found(on, "C15").into_iter().map(|(_, actual)| actual).next().unwrap_or_default();
    assert_eq!(told("2024-03-21"), "");
    assert!(told("2024-03-22").contains("7天") && told("2024-03-29").contains("0天"));
    assert!(told("2024-03-31").contains("责任人"), "a weekend is no working day: {}", told("2024-03-31"));
    for (on, level) in [
        ("2024-04-01", "科室负责人"),
        ("2024-04-03", "科室负责人"),
        ("2024-04-07", "责任领导"),
        ("2024-04-10", "责任领导"),
        ("2024-04-11", "联席会"),
    ] {
        assert!(told(on).contains(level), "{on}: {}", told(on));
    }
}

#[test]
fn namesakes_are_told_with_their_hospitals_and_one_phone_of_two_people_is() {
    let mut bare = Bare::new();
    bare.put("person", json!({"id": 1, "name": "张伟", "inst": 2, "phone": "139-1234 5678"}));
    bare.put("person", json!({"id": 2, "name": "张伟", "inst": 3, "phone": "139****5678"}));
    assert_eq!(bare.found("2024-01-01", "C23"), [("张伟".to_owned(), "同名不同单位：市医院、省医院".to_owned())]);
    bare.put("person", json!({"id": 2, "name": "张玮", "inst": 2, "phone": "139****5678"}));
    assert_eq!(bare.count("2024-01-01", "C23"), 0);
    bare.put("person", json!({"id": 2, "name": "张玮", "inst": 3, "phone": "13912345678"}));
    assert_eq!(bare.found("2024-01-01", "C23")[0].1, "电话相同");
    bare.put("person", json!({"id": 2, "name": "张伟", "inst": 2}));
    assert_eq!(bare.found("2024-01-01", "C23")[0].1, "同名同单位2人：市医院");
    bare.put("person", json!({"id": 2, "name": "张伟", "inst": 2, "is_retired": true}));
    assert_eq!(bare.count("2024-01-01", "C23"), 0);
}

#[test]
fn two_long_postings_at_once_are_told_and_a_handover_day_is_not() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-06-30");
    bare.put("institution", json!({"id": 4, "name": "乙院", "kind": "branch"}));
    bare.put("relation", json!({"id": 3, "programme": "mountain_sea", "from_inst": 2, "to_inst": 4}));
    bare.stint(2, 1, "2024-06-30", "2024-12-31", &json!({"relation": 3, "host_inst": 4, "host_dept": null}));
    assert_eq!(bare.count("2024-07-01", "C04"), 0);
    let post = |id: i64, person: i64, from: &str| {
        json!({"id": id, "person": person, "inst": 1, "post": "副院长", "from_on": from,
        "to_on": "2024-05-01", "to_prec": "month"})
    };
    bare.put("person", json!({"id": 9, "name": "李四", "inst": 1}));
    bare.put("appointment", post(1, 1, "2024-01-01"));
    bare.put("appointment", post(2, 9, "2024-05-31"));
    assert_eq!(
        (bare.count("2024-05-30", "C04"), bare.count("2024-05-31", "C04"), bare.count("2024-06-01", "C04")),
        (0, 1, 0)
    );
}

#[test]
fn a_seat_without_batches_that_stood_empty_is_a_gap_too() {
    let mut bare = Bare::new();
    bare.expert(1, "2024-01-01", "2024-06-30");
    bare.expert(2, "2024-07-01", "2024-12-31");
    assert_eq!(bare.count("2024-07-15", "C05"), 0);
    bare.stint(2, 2, "2024-07-03", "2024-12-31", &json!({}));
    assert_eq!(bare.found("2024-07-15", "C05"), [("甲县医院 科室1".to_owned(), "空2天".to_owned())]);
    bare.stint(2, 2, "2024-07-03", "2024-12-31", &json!({"host_dept": 2}));
    assert_eq!(bare.count("2024-07-15", "C05"), 0, "another seat");
}
