//! Institutions, relations, departments, staff and batches.

use chuanbangdai::domain::{InstitutionKind, Programme, Table};

use super::rig::{RELATION, Rig, registers, sheet, staffed};

#[test]
fn registers_import_once_and_again_without_change() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    assert_eq!(rig.registry.own_institution().unwrap().name, "商南县医院");
    assert_eq!(rig.count(Table::Department), 4);
}

#[test]
fn sheets_may_come_in_any_order() {
    let mut rig = Rig::new();
    let mut sheets = registers();
    sheets.reverse();
    rig.fill(&sheets);
    assert_eq!(rig.count(Table::Relation), 1);
}

#[test]
fn an_upper_institution_may_stand_below_the_lower_one() {
    let mut rig = Rig::new();
    rig.fill(&[sheet(
        "institution",
        &[],
        "机构名称|机构类别|上级机构",
        "湘河急救分站|救助分站|商南县医院
         商南县医院|受援医院|",
    )]);
    let relation = rig.registry.relations.values().next().unwrap();
    assert_eq!(relation.programme, Programme::Subordination);
    assert_eq!(rig.registry.institutions[&relation.from_inst].name, "商南县医院");
}

#[test]
fn the_own_institution_is_never_changed_by_an_import() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let told = rig.import(&[sheet("institution", &[], "机构名称|机构类别|本单位", "商洛市中心医院|支援医院|是")]);
    assert_eq!(told, ["4 unchanged N09 本单位"]);
    assert_eq!(rig.registry.own_institution().unwrap().name, "商南县医院");
}

#[test]
fn a_blank_never_clears_a_stored_value_and_a_new_one_replaces_it() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "机构名称|简称|机构类别|等级";
    assert_eq!(rig.import(&[sheet("institution", &[], head, "商南县医院||受援医院|二级甲等")]), ["4 changed"]);
    assert_eq!(rig.import(&[sheet("institution", &[], head, "商南县医院|—|受援医院|")]), ["4 unchanged"]);
    let own = rig.registry.own_institution().unwrap();
    assert_eq!((own.short_name.as_str(), own.level.as_str()), ("县医院", "二级甲等"));
}

#[test]
fn institutions_are_refused_with_the_cell_that_fails() {
    let mut rig = Rig::new();
    let told = rig.import(&[sheet(
        "institution",
        &[],
        "机构名称|机构类别",
        "|受援医院
         甲医院|
         乙医院|百货商店
         丙卫生院|卫生院",
    )]);
    assert_eq!(told, ["4 rejected R01 机构名称", "5 rejected R01 机构类别", "6 rejected R08 机构类别", "7 added"]);
}

#[test]
fn the_same_name_under_another_number_is_another_institution() {
    let mut rig = Rig::new();
    let head = "编号|所属县区|机构名称|机构类别";
    rig.fill(&[sheet("institution", &[], head, "A1|东县|城关镇卫生院|卫生院\nB1|西县|城关镇卫生院|卫生院")]);
    let told = rig.import(&[sheet("relation", &[], "支援单位|受援单位|帮扶项目", "市医院|城关镇卫生院|医联体")]);
    assert_eq!(told, ["4 rejected R09 受援单位"]);
}

#[test]
fn a_relation_makes_the_institutions_it_names() {
    let mut rig = Rig::new();
    rig.fill(&[sheet(
        "relation",
        &[],
        "支援单位|受援单位|帮扶项目|牵头|开始日期|结束日期|协议编号|签订日期",
        "市医院|新田镇卫生院|医联体|是|2022年5月|2025年5月|商〔2022〕1号|2022.6.20",
    )]);
    let township = rig.registry.institutions.values().find(|inst| inst.name == "新田镇卫生院").unwrap();
    assert_eq!(township.kind, InstitutionKind::Township);
    assert_eq!(rig.registry.agreements.len(), 1);
}

#[test]
fn a_relation_that_ends_before_it_begins_is_refused() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "支援单位|受援单位|帮扶项目|开始日期|结束日期";
    let told =
        rig.import(&[sheet("relation", &[], head, "市中心医院|县医院|组团式|2023-05|2023-04\n县医院|县医院|组团式||")]);
    assert_eq!(told, ["4 rejected R03 结束日期", "5 rejected R08 受援单位"]);
}

#[test]
fn staff_are_known_by_number_then_by_name_and_institution() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "编号|姓名|科室|职称|学科类别";
    rig.fill(&[sheet("person", &[], head, "SN1|张伟|普外科|主治医师|临床\nSN2|张伟|急诊科|医师|临床")]);
    let told = rig.import(&[sheet(
        "person",
        &[],
        head,
        "SN2|张伟|急诊科|副主任医师|
         |张伟|普外科||
         |张伟|||
         |张三|消化外科||
         |张伟主任|急诊科||",
    )]);
    assert_eq!(told, ["4 changed", "5 unchanged", "6 rejected R09 姓名", "7 rejected R04 科室", "8 unchanged"]);
    let ranks: Vec<_> = rig.registry.people.values().map(|person| person.title_rank).collect();
    assert_eq!(ranks, [Some(3), Some(4)]);
}

#[test]
fn two_rows_of_one_staff_list_in_different_departments_need_the_clerk() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let told = rig.import(&[sheet("person", &[], "姓名|科室", "张伟|普外科\n张伟|急诊科\n张伟|普外科")]);
    assert_eq!(told, ["4 added", "5 rejected R09 姓名", "6 unchanged N08"]);
}

#[test]
fn a_batch_belongs_to_its_relation() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "批次|支援单位|受援单位|帮扶方式|计划开始|计划结束|计划人数";
    rig.fill(&[sheet("batch", &[], head, "第一批|商洛市中心医院|商南县医院|刚性|2022年5月|2023-05-31|6")]);
    rig.fill(&[sheet("batch", RELATION, "批次|计划人数", "2|7")]);
    let told = rig.import(&[sheet("batch", &[], head, "B1|市中心医院|县医院|||2021-05|\n3|无名医院|县医院||||")]);
    assert_eq!(told, ["4 rejected R03 计划结束", "5 rejected R04 支援单位"]);
}

#[test]
fn a_department_without_a_list_is_made_and_with_a_list_is_refused() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "stint",
        RELATION,
        "姓名|派出单位|派出科室|受援单位|受援科室|到岗日期",
        "甲一|商洛市中心医院|新科室|湘河镇中心卫生院|全科|2023-06-01
         甲二|商洛市中心医院|新科室|商南县医院|消化外科|2023-06-01",
    )]);
    assert_eq!(told, ["4 added", "5 rejected R04 受援科室"]);
    assert!(rig.registry.departments.values().any(|dept| dept.name == "新科室" && !dept.is_listed));
}

#[test]
fn numbers_count_within_a_hospital_and_a_bare_running_number_is_none() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "编号|姓名|单位";
    rig.fill(&[sheet("person", &[], head, "A0012|张三|商南县医院\nA0012|李四|商洛市中心医院")]);
    let told = rig.import(&[sheet(
        "person",
        &[],
        head,
        "A0012|张叁|商南县医院
         A0012|王五|商南县医院
         1|李四|商洛市中心医院
         2|张叁|商南县医院",
    )]);
    assert_eq!(told, ["4 changed", "5 rejected R11 编号", "6 unchanged", "7 unchanged"]);
}

#[test]
fn two_rows_of_a_sheet_never_say_different_things_of_one_record() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    type Case =
        (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str, &'static [&'static str]);
    let cases: [Case; 6] = [
        ("calendar", &[], "日期|类别|名称", "2027-01-01|休|元旦\n2027-01-01|班|", &["4 added", "5 rejected R11 日期"]),
        (
            "institution",
            &[],
            "机构名称|机构类别|等级",
            "某院|支援医院|三级\n某院|支援医院|三级\n某院|受援医院|",
            &["4 added", "5 unchanged N08", "6 rejected R11 机构名称"],
        ),
        (
            "relation",
            &[],
            "支援单位|受援单位|帮扶项目|开始日期|结束日期",
            "某院|县医院|专科联盟|2022-01-01|2023-12-31
             某院|县医院|专科联盟|2019-01-01|2021-12-31
             某院|县医院|专科联盟|2022-01-01|2024-12-31",
            &["4 added", "5 added", "6 rejected R11 受援单位"],
        ),
        (
            "batch",
            RELATION,
            "批次|计划人数",
            "第一批|6\n1|6\n第1批|7",
            &["4 added", "5 unchanged", "6 rejected R11 批次"],
        ),
        (
            "person",
            &[],
            "姓名|科室|编号|职称",
            "甲|急诊科|A1|医师\n甲|急诊科|A1|主治医师\n甲|普外科|A1|医师\n乙|急诊科|A2|医师\n甲|急诊科|A2|医师",
            &["4 added", "5 rejected R11 姓名", "6 rejected R11 科室", "7 added", "8 rejected R11 编号"],
        ),
        ("department", &[], "科室名称|诊疗科目代码", "急诊科|20\n急诊科|21", &["4 changed", "5 rejected R11 科室名称"]),
    ];
    for (kind, context, head, rows, expected) in cases {
        let sheets = [sheet(kind, context, head, rows)];
        assert_eq!(rig.import(&sheets), expected, "{kind}");
        assert_eq!(rig.plan(&sheets).edits, [], "{kind}");
    }
}
