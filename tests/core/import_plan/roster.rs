//! Experts, their stints and the posts they hold.

use chuanbangdai::domain::{Discipline, Precision, Programme, StintRole, Table};

use super::rig::{RELATION, ROSTER, Rig, registers, sheet, staffed};

#[test]
fn a_roster_makes_people_stints_batches_and_posts() {
    let rig = staffed();
    let registry = &rig.registry;
    assert_eq!((rig.count(Table::Person), rig.count(Table::Stint), rig.count(Table::Batch)), (3, 3, 2));
    let leader = registry.stints.values().find(|stint| stint.role == StintRole::Leader).unwrap();
    assert_eq!(registry.people[&leader.person].name, "文申英");
    assert!(leader.no_mentoring);
    assert_eq!((leader.arrive_on.to_string().as_str(), leader.arrive_prec), ("2022-05-01", Precision::Month));
    assert_eq!((leader.note.as_str(), leader.specialty.as_str()), ("延期", "急诊"));
    let post = registry.appointments.values().find(|post| post.person == leader.person).unwrap();
    assert_eq!(post.post, "常务副院长");
    let home = registry.people[&leader.person].dept.unwrap();
    assert_eq!(registry.departments[&home].name, "急诊医学科");
}

#[test]
fn managers_need_no_apprentices_even_where_the_roster_does_not_say() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    rig.fill(&[sheet("stint", RELATION, "姓名|专业|到岗日期", "曹波|医政医管|2023-05-31\n黎远|普通外科|2023-05-31")]);
    let told: Vec<_> = rig.registry.stints.values().map(|stint| (stint.discipline, stint.no_mentoring)).collect();
    assert_eq!(told, [(Some(Discipline::Management), true), (Some(Discipline::Clinical), false)]);
}

#[test]
fn a_stint_is_known_by_arrival_or_batch() {
    let mut rig = staffed();
    let head = "姓名|派出单位|受援科室|批次|到岗日期|计划离岗";
    let rows = "邹龙|商洛市中心医院|消化内科|第二批|2023-06-05|2024-05-30
                文申英|商洛市中心医院|急诊科||2022-05-16|2025-05";
    let told = rig.import(&[sheet("stint", RELATION, head, rows)]);
    assert_eq!(told, ["4 changed", "5 changed"]);
    assert_eq!((rig.count(Table::Stint), rig.count(Table::Appointment)), (3, 3));
    let month = "文申英|商洛市中心医院|急诊科||2022年5月|2025年5月";
    assert_eq!(rig.import(&[sheet("stint", RELATION, head, month)]), ["4 unchanged"], "a month never coarsens a day");
}

#[test]
fn dates_of_a_stint_must_be_in_order_also_against_what_is_stored() {
    let mut rig = staffed();
    let head = "姓名|原单位及科室|受援科室|批次|到岗日期|计划离岗|实际离岗";
    let told = rig.import(&[sheet(
        "stint",
        RELATION,
        head,
        "周启明|商洛市中心医院骨科|普外科|第二批|2023-06-05|2023-05-30|
         周启明|商洛市中心医院骨科|普外科|第二批|2023-06-05||2023-06-04
         周启明|商洛市中心医院骨科|普外科|第二批|||
         周启明|商洛市中心医院骨科|普外科|第二批|2023-02-30||
         邹龙|商洛市中心医院消化内科|消化内科|第二批|2024-06-05||
         周启明|商洛市中心医院骨科|普外科|第二批|2023-06-05|2023年6月|",
    )]);
    assert_eq!(
        told,
        [
            "4 rejected R03 计划离岗",
            "5 rejected R03 实际离岗",
            "6 rejected R01 到岗日期",
            "7 rejected R02 到岗日期",
            "8 rejected R03 计划离岗",
            "9 added",
        ]
    );
}

#[test]
fn two_long_stints_of_one_person_must_not_overlap() {
    let mut rig = staffed();
    let head = "姓名|派出单位|受援单位|派驻方式|到岗日期|计划离岗";
    let told = rig.import(&[sheet(
        "stint",
        RELATION,
        head,
        "邹龙|商洛市中心医院|湘河镇中心卫生院||2024-01-01|2024-12-31
         邹龙|商洛市中心医院|湘河镇中心卫生院|短期|2024-02-01|2024-02-07
         邹龙|商洛市中心医院|湘河镇中心卫生院|长期驻点|2024-05-30|2025-05-29",
    )]);
    assert_eq!(told, ["4 rejected R15 到岗日期", "5 added", "6 added"]);
}

#[test]
fn home_and_department_in_one_cell_are_cut_after_the_longest_known_name() {
    let cases = [
        ("商洛市中心医院急诊医学科", "商洛市中心医院", "急诊医学科"),
        ("市中心医院 骨科", "商洛市中心医院", "骨科"),
        ("西安交大附属医院普外科", "西安交大附属医院", "普外科"),
        ("妇产科", "商洛市中心医院", "妇产科"),
    ];
    for (written, institution, department) in cases {
        let mut rig = Rig::new();
        rig.fill(&registers());
        let row = format!("甲乙|{written}|2023-06-01");
        rig.fill(&[sheet("stint", RELATION, "姓名|原单位及科室|到岗日期", &row)]);
        let person = rig.registry.people.values().next().unwrap();
        assert_eq!(rig.registry.institutions[&person.inst.unwrap()].name, institution, "{written}");
        assert_eq!(rig.registry.departments[&person.dept.unwrap()].name, department, "{written}");
    }
}

#[test]
fn stars_of_a_printed_phone_and_the_subject_of_a_stint_overrule_nothing() {
    let mut rig = staffed();
    let good_at = sheet("person", &[("institution", "商洛市中心医院")], "姓名|专业", "邹龙|消化道早癌");
    assert_eq!(rig.import(&[good_at]), ["4 changed"]);
    let row = "邹龙|主任医师|商洛市中心医院消化内科|消化内科|消化内科副主任|消化内科|第二批|2023-05-31|2024-05-30|||139****0007|";
    assert_eq!(rig.import(&[sheet("stint", RELATION, ROSTER, row)]), ["4 unchanged"]);
    let zou = rig.registry.people.values().find(|person| person.name == "邹龙").unwrap();
    assert_eq!((zou.phone.as_str(), zou.specialty.as_str()), ("13900000007", "消化道早癌"));
}

#[test]
fn a_column_that_asks_whether_somebody_mentors_says_the_opposite() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let mut asked = sheet("stint", RELATION, "姓名|到岗日期|不计带教", "甲一|2023-06-01|是\n甲二|2023-06-01|否");
    asked.headings[2] = "是否带教".to_owned();
    rig.fill(&[asked]);
    let told: Vec<_> = rig.registry.stints.values().map(|stint| stint.no_mentoring).collect();
    assert_eq!(told, [false, true]);
}

#[test]
fn a_batch_without_a_relation_is_announced() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "姓名|派出单位|受援单位|批次|到岗日期";
    let told = rig.import(&[sheet("stint", &[], head, "甲一|外省医院|商南县医院|1|2023-06-01")]);
    assert_eq!(told, ["4 added N01 批次"]);
}

#[test]
fn a_post_elsewhere_may_stand_beside_a_stint() {
    let mut rig = staffed();
    let head = "姓名|原单位|任职单位|职务|任职起|文号";
    rig.fill(&[sheet(
        "appointment",
        &[],
        head,
        "邹龙|商洛市中心医院|湘河镇中心卫生院|院长|2024年7月25日|商〔2024〕18号",
    )]);
    let told = rig.import(&[sheet(
        "appointment",
        &[],
        head,
        "无此人|商洛市中心医院|湘河镇中心卫生院|院长|2024年7月25日|
         邹龙|商洛市中心医院|无此院|院长|2024年7月25日|
         邹龙||湘河镇|院长|2024年7月|",
    )]);
    assert_eq!(told, ["4 rejected R10 姓名", "5 rejected R04 任职单位", "6 unchanged"]);
}

#[test]
fn a_roster_alone_makes_everything_it_names() {
    let mut rig = Rig::new();
    let context = [
        ("supporter", "商洛市中心医院"),
        ("host", "商南县医院"),
        ("batch", "2"),
        ("title", "“组团式”帮扶派驻专家名册(第二批)"),
    ];
    rig.fill(&[sheet(
        "stint",
        &context,
        "姓名|原单位及科室|受援科室|到岗日期",
        "邹龙|商洛市中心医院消化内科|消化内科|2023-05-31
         侯正涛|商洛市中心医院医院感染科|消化内科|2023-05-31",
    )]);
    let names: Vec<_> = rig.registry.institutions.values().map(|inst| inst.name.as_str()).collect();
    assert_eq!(names, ["商洛市中心医院", "商南县医院"]);
    let batch = rig.registry.batches.values().next().unwrap();
    let relation = &rig.registry.relations[&batch.relation];
    assert_eq!((batch.no, relation.programme), (2, Programme::TeamBased));
}

#[test]
fn a_stored_relation_stays_where_the_clerk_chose_none() {
    let mut rig = staffed();
    let second = "商洛市中心医院|商南县医院|医联体|2023-01-01";
    rig.fill(&[sheet("relation", &[], "支援单位|受援单位|帮扶项目|开始日期", second)]);
    let row = "邹龙|商洛市中心医院|消化内科|2023-05-31";
    assert_eq!(rig.import(&[sheet("stint", &[], "姓名|派出单位|受援科室|到岗日期", row)]), ["4 unchanged"]);
}

#[test]
fn an_institution_that_nobody_knows_is_announced() {
    let mut rig = staffed();
    let told = rig.import(&[sheet("department", &[("institution", "商南医院")], "科室名称", "骨科")]);
    assert_eq!(told, ["4 added N01"]);
}

#[test]
fn namesakes_are_told_apart_by_what_stands_behind_the_name() {
    let mut rig = staffed();
    let head = "姓名|派出单位|派出科室|受援科室|到岗日期|备注";
    rig.fill(&[sheet(
        "stint",
        RELATION,
        head,
        "张伟|商洛市中心医院|骨科|普外科|2023-06-01|
         张伟|外省医院|骨科|急诊科|2023-06-01|
         王芳(民盟)|外省医院|骨科|急诊科|2023-06-01|",
    )]);
    let flat = "日期|时段|专家|活动";
    let told = rig.import(&[sheet(
        "session",
        &[],
        flat,
        "2023-06-05|上午|张伟|坐诊
         2023-06-05|上午|张伟(外省医院)|坐诊
         2023-06-05|上午|张伟(商洛市中心医院)|坐诊",
    )]);
    assert_eq!(told, ["4 rejected R09 专家", "5 added", "6 added"]);
    let again = "张伟(外省医院)|外省医院|骨科|急诊科|2023-06-01|";
    assert_eq!(rig.import(&[sheet("stint", RELATION, head, again)]), ["4 unchanged"]);
    assert!(rig.registry.stints.values().any(|stint| stint.note == "民盟"));
}

#[test]
fn a_second_row_for_a_stint_may_repeat_it_or_add_a_post_but_not_overrule_it() {
    let mut rig = staffed();
    let head = "姓名|派出单位|受援科室|挂职/任职|到岗日期|计划离岗|职称";
    let roster = sheet(
        "stint",
        RELATION,
        head,
        "张伟|商洛市中心医院|普外科|普外科副主任|2023-06-01|2024-05-30|主治医师
         张伟|商洛市中心医院|普外科||2023年6月|2024-05-30|主治医师
         张伟|商洛市中心医院|普外科|院长助理|2023-06-01|2024-05-30|主治医师
         张伟|商洛市中心医院|普外科||2023-06-01|2024-08-31|主治医师
         张伟|商洛市中心医院|骨科||2023-06-01|2024-05-30|主治医师",
    );
    let told = rig.import(std::slice::from_ref(&roster));
    assert_eq!(told, ["4 added", "5 unchanged", "6 changed", "7 rejected R11 姓名", "8 rejected R04 受援科室"]);
    assert_eq!(rig.plan(&[roster]).edits, []);
}

#[test]
fn a_title_that_a_roster_gives_twice_is_not_a_change_when_it_comes_again() {
    let mut rig = staffed();
    let roster = sheet(
        "stint",
        RELATION,
        "姓名|派出单位|受援科室|到岗日期|实际离岗|职称",
        "张伟|商洛市中心医院|普外科|2021-06-01|2022-05-31|主治医师
         张伟|商洛市中心医院|普外科|2023-06-01||副主任医师",
    );
    assert_eq!(rig.import(std::slice::from_ref(&roster)), ["4 added", "5 added"]);
    assert!(rig.registry.people.values().any(|person| person.name == "张伟" && person.title_text == "副主任医师"));
    assert_eq!(rig.import(std::slice::from_ref(&roster)), ["4 unchanged", "5 unchanged"]);
    assert_eq!(rig.plan(&[roster]).differing, 0);
}
