//! Flat schedules, grids, postings, leave and calendar days.

use chrono::Datelike;
use chuanbangdai::domain::{DocumentKind, SessionStatus, Slot, Table};
use chuanbangdai::import::plan::OnDup;

use super::rig::{RELATION, Rig, sheet, staffed};

const FLAT: &str = "日期|星期|时段|专家|科室/站点|活动|地点|状态|原因";
const WEEK: &[(&str, &str)] = &[
    ("relation", "商洛市中心医院→商南县医院"),
    ("programme", "组团式"),
    ("period", "2023-06-19..2023-06-25"),
    ("year", "2023"),
    ("month", "6"),
    ("version", "1"),
];

#[test]
fn a_flat_schedule_imports_once_and_again_without_change() {
    let mut rig = staffed();
    rig.fill(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-06-08|周四|上午|邹龙|消化内科|坐诊|门诊203|完成|
         2023-06-08|周四|下午|邹龙|消化内科|手术带教|消化内镜室|停诊|事假
         2023-06-09|周五|全天|黎远|普外科|巡回|湘河镇||",
    )]);
    assert_eq!(
        rig.schedule(),
        [
            "2023-06-08 am 邹龙 坐诊 门诊203 商南县医院 done",
            "2023-06-08 pm 邹龙 手术带教 消化内镜室 商南县医院 cancelled",
            "2023-06-09 am 黎远 巡回 湘河镇中心卫生院 planned",
            "2023-06-09 pm 黎远 巡回 湘河镇中心卫生院 planned",
        ]
    );
}

#[test]
fn wrong_rows_of_a_schedule_are_refused_at_their_cell() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-07-03|周一|上午|邹龙|消化内科|坐诊|门诊203||
         2023-07-03|周一|下午|邹龙|消化外科|查房|||
         2023-07-04|周二|上午|黎远|普外科|坐诊|门诊201||
         2023-07-04|周二|上午|黎远|麻醉手术科|手术带教|手术室||
         2023-07-04|周二|下午|黎远|普外科|查房|||
         2023-07-05|周二|上午|黎远|普外科|查房|||
         2023-07-06||上午|某某|普外科|查房|||
         2023-07-06||半夜三更|黎远|普外科|查房|||
         2023-07-06||上午|黎远|普外科|打球|||
         7月|||黎远|普外科|查房|||
         2026-07-06||上午|黎远|普外科|查房|||",
    )]);
    assert_eq!(
        told,
        [
            "4 added",
            "5 rejected R04 科室/站点",
            "6 added",
            "7 rejected R05 时段",
            "8 added",
            "9 added N03 星期",
            "10 rejected R10 专家",
            "11 rejected R08 时段",
            "12 rejected R08 活动",
            "13 rejected R02 日期",
            "14 added N11 日期",
        ]
    );
}

#[test]
fn a_room_for_one_is_not_given_twice_but_floors_and_theatres_are_shared() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-07-03||上午|邹龙|消化内科|坐诊|门诊203||
         2023-07-03||上午|黎远|普外科|坐诊|门诊203||
         2023-07-03||下午|邹龙|消化内科|坐诊|门诊一楼||
         2023-07-03||下午|黎远|普外科|坐诊|门诊一楼||
         2023-07-04||上午|邹龙|消化内科|手术带教|手术室1||
         2023-07-04||上午|黎远|普外科|手术带教|手术室1||",
    )]);
    assert_eq!(told, ["4 added", "5 rejected R14 地点", "6 added", "7 added", "8 added", "9 added"]);
    assert_eq!(rig.count(Table::Session), 5);
}

#[test]
fn two_people_may_change_rooms_within_a_sheet() {
    let mut rig = staffed();
    rig.fill(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-07-03||上午|邹龙|消化内科|坐诊|门诊203||\n2023-07-03||上午|黎远|普外科|坐诊|门诊201||",
    )]);
    let swapped = "2023-07-03||上午|邹龙|消化内科|坐诊|门诊201||\n2023-07-03||上午|黎远|普外科|坐诊|门诊203||";
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, swapped)]), ["4 changed", "5 changed"]);
    let clash = "2023-07-03||上午|邹龙|消化内科|坐诊|门诊203||";
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, clash)]), ["4 rejected R14 地点"]);
    assert_eq!(rig.schedule()[1], "2023-07-03 am 黎远 坐诊 门诊203 商南县医院 planned");
}

#[test]
fn another_activity_takes_its_room_along_and_a_cancelled_half_day_is_free() {
    let mut rig = staffed();
    rig.fill(&[sheet("session", RELATION, FLAT, "2023-07-03||上午|邹龙|消化内科|坐诊|门诊203||")]);
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, "2023-07-03||上午|邹龙||坐诊|||")]), ["4 unchanged"]);
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, "2023-07-03||上午|邹龙||查房||停|开会")]), ["4 changed"]);
    assert_eq!(rig.schedule(), ["2023-07-03 am 邹龙 查房 商南县医院 cancelled"]);
    let both = "2023-07-03||上午|邹龙||查房||停|开会\n2023-07-03||上午|邹龙||会诊||加|";
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, both)]), ["4 unchanged", "5 added"]);
    assert_eq!(rig.import(&[sheet("session", RELATION, FLAT, both)]), ["4 unchanged", "5 unchanged"]);
}

#[test]
fn a_half_day_of_another_posting_is_taken() {
    let mut rig = staffed();
    let away = sheet(
        "stint",
        RELATION,
        "姓名|派出单位|受援单位|派驻方式|到岗日期|计划离岗",
        "邹龙|商洛市中心医院|湘河镇中心卫生院|短期|2023-07-01|2023-07-31",
    );
    rig.fill(&[away]);
    rig.fill(&[sheet("session", &[("institution", "商南县医院")], FLAT, "2023-07-03||上午|邹龙|消化内科|坐诊|||")]);
    let there = sheet("session", &[("institution", "湘河镇")], FLAT, "2023-07-03||上午|邹龙|全科|坐诊|||");
    assert_eq!(rig.import(&[there]), ["4 rejected R05 时段"]);
}

#[test]
fn stored_sessions_stay_where_the_clerk_says_skip_and_are_counted_for_fail() {
    let mut rig = staffed();
    rig.fill(&[sheet("session", RELATION, FLAT, "2023-07-03||上午|邹龙|消化内科|坐诊|门诊203||")]);
    let changed = [sheet("session", RELATION, FLAT, "2023-07-03||上午|邹龙|消化内科|查房|||")];
    assert_eq!(rig.plan(&changed).differing, 1);
    rig.on_dup = OnDup::Skip;
    assert_eq!(rig.import(&changed), ["4 unchanged"]);
    assert_eq!(rig.schedule(), ["2023-07-03 am 邹龙 坐诊 门诊203 商南县医院 planned"]);
}

#[test]
fn a_week_grid_keeps_words_sites_rest_and_its_version() {
    let mut rig = staffed();
    let grid = sheet(
        "grid",
        WEEK,
        "姓名|受援科室|时段|周一 6/19|周三 6/21|周五 6/23 休|周日 6/25 班(按周四)|联系电话",
        "邹龙|消化内科|上午|坐诊 门诊203|查房/会诊|EVL带教 消化内镜室|休|13900000007
         邹龙|消化内科|下午||讲座(三楼会议室)||休|13900000007
         黎远|普外科|上午|巡回 湘河镇|行政(制度修订)|||",
    );
    rig.fill(&[grid]);
    assert_eq!(
        rig.schedule(),
        [
            "2023-06-19 am 邹龙 坐诊 门诊203 商南县医院 published",
            "2023-06-19 am 黎远 巡回 湘河镇中心卫生院 published",
            "2023-06-21 am 邹龙 查房+会诊 商南县医院 published",
            "2023-06-21 am 黎远 行政 制度修订 商南县医院 published",
            "2023-06-21 pm 邹龙 讲座 三楼会议室 商南县医院 published",
            "2023-06-23 am 邹龙 手术带教 EVL带教 消化内镜室 商南县医院 published",
            "2023-06-25 am 邹龙 休 商南县医院 published",
            "2023-06-25 pm 邹龙 休 商南县医院 published",
        ]
    );
    let make_up = rig.registry.calendar_days.values().next().unwrap();
    assert_eq!((make_up.on_date.to_string().as_str(), make_up.acts_as_weekday), ("2023-06-25", Some(4)));
    let issued = rig.registry.publications.values().next().unwrap();
    assert_eq!((issued.document, issued.version), (DocumentKind::WeekSchedule, 1));
    assert_eq!(issued.period_to.to_string(), "2023-06-25");
}

#[test]
fn a_bad_cell_of_a_grid_leaves_its_neighbours_in_place() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "grid",
        WEEK,
        "姓名|受援科室|时段|周一 6/19|周二 6/20|周三 6/21",
        "邹龙|消化内科|上午|坐诊 门诊203|打球|事假
         黎远|普外科|上午|坐诊 门诊203|查房|
         无此人|普外科|上午|坐诊|查房|",
    )]);
    assert_eq!(
        told,
        [
            "4 added N01 周三 6/21",
            "4 rejected R08 周二 6/20",
            "5 added",
            "5 rejected R14 周一 6/19",
            "6 rejected R10 姓名",
        ]
    );
    assert_eq!(rig.count(Table::Session), 2);
}

#[test]
fn one_line_a_person_may_name_half_days_in_the_cell() {
    let mut rig = staffed();
    rig.fill(&[sheet("grid", &WEEK[..5], "姓名|周一 6/19|周二 6/20", "邹龙|上:坐诊 下:查房|会诊")]);
    assert_eq!(
        rig.schedule(),
        [
            "2023-06-19 am 邹龙 坐诊 商南县医院 planned",
            "2023-06-19 pm 邹龙 查房 商南县医院 planned",
            "2023-06-20 am 邹龙 会诊 商南县医院 planned",
            "2023-06-20 pm 邹龙 会诊 商南县医院 planned",
        ]
    );
    assert_eq!(rig.count(Table::Publication), 0);
}

#[test]
fn the_line_of_a_stand_in_that_names_whom_it_is_for_adds_nothing() {
    let mut rig = staffed();
    let rows = "邹龙|上午|坐诊(代:黎远) 门诊203\n黎远|上午|替邹龙坐诊 门诊203";
    let told = rig.import(&[sheet("grid", WEEK, "姓名|时段|周一 6/19", rows)]);
    assert_eq!(told, ["4 added", "5 unchanged"]);
    assert_eq!(rig.sessions.len(), 1, "{:?}", rig.sessions);
}

#[test]
fn a_substitute_in_brackets_stands_in() {
    let mut rig = staffed();
    rig.fill(&[sheet("grid", WEEK, "姓名|时段|周一 6/19", "邹龙|上午|坐诊(代:黎远)")]);
    let session = rig.sessions.values().next().unwrap();
    assert_eq!(session.status, SessionStatus::Substituted);
    assert_eq!(rig.registry.person_of(session.substitute_stint.unwrap()).unwrap().name, "黎远");
}

#[test]
fn a_posting_becomes_templates_for_the_days_it_holds() {
    let mut rig = staffed();
    let context = [RELATION, &[("valid", "2023-06-19..2023-06-25")]].concat();
    let head = "科室|专家|职称|派出医院|擅长|坐诊时间|地点";
    rig.fill(&[sheet(
        "posting",
        &context,
        head,
        "消化内科|邹龙|主任医师|商洛市中心医院|消化道早癌|周一、周日上午|门诊二楼203
         普外科|黎远|副主任医师|商洛市中心医院|胃肠|周一上午、周日下午|门诊二楼201",
    )]);
    assert_eq!((rig.count(Table::Template), rig.count(Table::Publication)), (4, 1));
    let told = rig.import(&[sheet(
        "posting",
        &context,
        head,
        "消化外科|邹龙|||消化道早癌|周一上午|
         消化内科|邹龙|||消化道早癌、食管静脉曲张|周一上午|
         消化内科|邹龙||||看情况|
         消化内科|邹龙||||周一上午|门诊203
         消化内科|邹龙||||周一上午|门诊二楼206",
    )]);
    assert_eq!(told, ["4 rejected R04 科室", "5 changed", "6 rejected R08 坐诊时间", "7 unchanged", "8 changed"]);
}

#[test]
fn leave_is_kept_to_the_half_day_and_never_twice() {
    let mut rig = staffed();
    let context = [RELATION, &[("year", "2023")]].concat();
    let head = "申请人|类别|起止|天数|去向|事由|替诊人|批准人|销假日期";
    rig.fill(&[sheet(
        "leave",
        &context,
        head,
        "邹龙|事假|6-8 下午 至 6-9 下午|1.5|商洛|家事||文申英|6-12
         黎远|年假|6月26日|1|西安|||文申英|6-27",
    )]);
    let told = rig.import(&[sheet(
        "leave",
        &context,
        head,
        "邹龙|事假|6-9 上午 至 6-12|2|||||
         邹龙|事假|6-8 下午 至 6-9 下午|2|||黎远||
         邹龙|旷工|6-20|1|||||
         邹龙|事假||1|||||
         无名|事假|6-20|1|||||",
    )]);
    assert_eq!(
        told,
        [
            "4 rejected R11 起止",
            "5 changed N12 天数",
            "6 rejected R08 类别",
            "7 rejected R01 起止",
            "8 rejected R10 申请人",
        ]
    );
}

#[test]
fn a_sheet_of_calendar_days_is_kept_by_date() {
    let mut rig = staffed();
    let head = "日期|类别|名称|按周几";
    rig.fill(&[sheet("calendar", &[], head, "2027-01-01|节假日|元旦|\n2027-01-03|调休上班||周五")]);
    let told = rig.import(&[sheet("calendar", &[], head, "2027-01-03|调休上班||周四")]);
    assert_eq!(told, ["4 changed"]);
}

#[test]
fn leave_beside_work_in_a_grid_is_kept_as_half_a_day_and_leave_alone_is_offered() {
    let mut rig = staffed();
    let grid = sheet("grid", WEEK, "姓名|受援科室|周一 6/19|周二 6/20", "邹龙|消化内科|上:坐诊 门诊203 下:事假|事假");
    assert_eq!(rig.import(std::slice::from_ref(&grid)), ["4 added N01 周一 6/19 N01 周二 6/20"]);
    assert_eq!(rig.schedule(), ["2023-06-19 am 邹龙 坐诊 门诊203 商南县医院 published"]);
    let halves = |rig: &Rig| {
        let own = rig.registry.leave.values();
        own.map(|it| (it.from_on.day(), it.from_slot, it.to_on.day(), it.to_slot)).collect::<Vec<_>>()
    };
    assert_eq!(halves(&rig), [(19, Slot::Pm, 19, Slot::Pm)]);
    assert_eq!(rig.import(std::slice::from_ref(&grid)), ["4 unchanged N01 周二 6/20"]);
    // The slip of the whole absence takes the half-day in, whether it begins there or before.
    let told = rig.import(&[sheet("leave", WEEK, "申请人|类别|起止", "邹龙|事假|6-18 上午 至 6-20 下午")]);
    assert_eq!(told, ["4 changed"]);
    assert_eq!(halves(&rig), [(18, Slot::Am, 20, Slot::Pm)]);
    assert_eq!(rig.import(&[grid]), ["4 unchanged"]);
}

#[test]
fn a_site_in_the_column_of_departments_is_where_the_day_is_spent() {
    let mut rig = staffed();
    rig.fill(&[sheet(
        "stint",
        &[],
        "姓名|派出单位|受援单位|派驻方式|到岗日期",
        "黎远|商洛市中心医院|湘河镇中心卫生院|定期坐诊|2023-06-01",
    )]);
    let told =
        rig.import(&[sheet("grid", WEEK, "姓名|受援科室|周一 6/19", "黎远|普外科|查房\n黎远|湘河镇|坐诊 门诊一楼")]);
    assert_eq!(told, ["4 added", "5 rejected R05 周一 6/19"]);
    let told = rig.import(&[sheet("grid", WEEK, "姓名|受援科室|周二 6/20", "黎远|湘河镇|坐诊 门诊一楼")]);
    assert_eq!(told, ["4 added"]);
    assert!(rig.schedule().contains(&"2023-06-20 am 黎远 坐诊 门诊一楼 湘河镇中心卫生院 published".to_owned()));
    let departments = rig.count(Table::Department);
    assert_eq!(departments, rig.registry.departments.values().filter(|dept| dept.name != "湘河镇").count());
}

#[test]
fn a_weekday_is_compared_only_where_it_is_written() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-07-03|周一|上午|邹龙|消化内科|坐诊|门诊203||
         2023-07-04||上午|邹龙|消化内科|坐诊|门诊203||",
    )]);
    assert_eq!(told, ["4 added", "5 added"]);
}

#[test]
fn a_cell_that_only_repeats_a_session_in_fewer_words_changes_nothing() {
    let mut rig = staffed();
    rig.fill(&[sheet(
        "session",
        RELATION,
        FLAT,
        "2023-06-19|周一|上午|邹龙|消化内科|EVL带教|消化内镜室||
         2023-06-20|周二|上午|邹龙|湘河镇|巡回|||
         2023-06-21|周三|上午|邹龙|消化内科|查房/会诊|||",
    )]);
    for session in rig.sessions.values_mut() {
        if session.topic.is_empty() && session.further.is_empty() && session.room.is_empty() {
            "巡回(送医)".clone_into(&mut session.topic);
        }
    }
    for (activity, letter) in rig.registry.activities.values_mut().zip("诊查教带会讲巡义政休".chars()) {
        activity.letter = letter.to_string();
    }
    let before = rig.sessions.clone();
    let told = rig.import(&[sheet(
        "grid",
        WEEK,
        "姓名|时段|周一|周二|周三",
        "邹龙|上午|EVL带教 消化内镜室|巡回(送医)|查房/会诊",
    )]);
    assert_eq!(told, ["4 unchanged"]);
    let told = rig.import(&[sheet("grid", WEEK, "姓名|时段|周一|周二|周三", "邹龙|上午|带|巡|查会")]);
    assert_eq!(told, ["4 unchanged"]);
    assert_eq!(rig.sessions, before);
}
