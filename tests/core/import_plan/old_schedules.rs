//! Old schedules as offices keep them: departments or rooms down the side, several names in a cell, a tab for each week.

use chuanbangdai::domain::SessionStatus;

use super::rig::{RELATION, Rig, sheet, staffed};

const WEEK: &[(&str, &str)] = &[
    ("relation", "商洛市中心医院→商南县医院"),
    ("period", "2023-06-19..2023-06-25"),
    ("year", "2023"),
    ("month", "6"),
];

#[test]
fn a_schedule_by_department_names_its_people_in_the_cells() {
    let mut rig = staffed();
    let rows = "消化内科|上午|邹龙|邹龙(停)\n|下午|邹龙 查房|—\n普外科|上午|黎远|黎远 手术带教 手术室";
    let grid = sheet("grid", WEEK, "受援科室|时段|周一 6/19|周二 6/20", rows);
    assert_eq!(rig.import(std::slice::from_ref(&grid)), ["4 added", "5 added", "6 added"]);
    assert_eq!(
        rig.schedule(),
        [
            "2023-06-19 am 邹龙 坐诊 商南县医院 planned",
            "2023-06-19 am 黎远 坐诊 商南县医院 planned",
            "2023-06-19 pm 邹龙 查房 商南县医院 planned",
            "2023-06-20 am 邹龙 坐诊 商南县医院 cancelled",
            "2023-06-20 am 黎远 手术带教 手术室 商南县医院 planned",
        ]
    );
    assert_eq!(rig.import(&[grid]), ["4 unchanged", "5 unchanged", "6 unchanged"]);
}

#[test]
fn the_second_of_two_names_may_stand_in_for_the_first() {
    let mut rig = staffed();
    let grid = sheet("grid", WEEK, "地点|时段|周一 6/19", "门诊203|上午|邹龙、黎远(代)");
    assert_eq!(rig.import(&[grid]), ["4 added"]);
    let sessions: Vec<_> = rig.sessions.values().collect();
    assert_eq!(sessions.len(), 1);
    assert_eq!((sessions[0].status, sessions[0].room.as_str()), (SessionStatus::Substituted, "门诊203"));
    assert!(sessions[0].substitute_stint.is_some());
}

#[test]
fn a_name_that_nobody_bears_is_refused_and_the_others_are_taken() {
    let mut rig = staffed();
    let told = rig.import(&[sheet("grid", WEEK, "受援科室|时段|周一 6/19", "消化内科|上午|邹龙、王五")]);
    assert_eq!(told, ["4 added", "4 rejected R10 周一 6/19"]);
    assert_eq!(rig.schedule().len(), 1);
}

#[test]
fn several_people_in_a_row_of_a_list_have_a_session_each() {
    let mut rig = staffed();
    let rows = "2023-06-19|上午|邹龙、黎远|查房\n2023-06-20|上午|邹龙、黎远(代)|坐诊";
    let list = sheet("session", RELATION, "日期|时段|专家|活动", rows);
    assert_eq!(rig.import(std::slice::from_ref(&list)), ["4 added", "5 added"]);
    assert_eq!(
        said(&rig),
        ["2023-06-19 am 邹龙 planned", "2023-06-19 am 黎远 planned", "2023-06-20 am 邹龙 substituted"]
    );
    assert_eq!(rig.import(&[list]), ["4 unchanged", "5 unchanged"]);
}

/// Day, half-day, person and status of each session.
fn said(rig: &Rig) -> Vec<String> {
    let short = |line: String| {
        let words: Vec<&str> = line.split(' ').collect();
        let ends = words.iter().take(3).chain(words.last());
        ends.copied().collect::<Vec<_>>().join(" ")
    };
    rig.schedule().into_iter().map(short).collect()
}
