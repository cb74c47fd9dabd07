//! History, bin and backups in the window.

use chuanbangdai::domain::{Department, DepartmentId, Edit, Table};
use chuanbangdai::i18n::Tr;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, press, sample_window, write};

/// Adds a department that nothing refers to; gives its key.
fn add_department(harness: &mut Harness<'_, Scene>) -> DepartmentId {
    let inst = harness.state().desk.ask(|office| office.registry().own_institution().map(|own| own.id));
    let inst = inst.take().flatten().expect("the sample has an own institution");
    let department = Department { inst, name: "远程会诊中心".to_owned(), ..Department::default() };
    ask(harness, Command::Run(Edit::put(department)));
    found(harness).expect("the department is stored")
}

fn found(harness: &Harness<'_, Scene>) -> Option<DepartmentId> {
    let answer = harness.state().desk.ask(|office| {
        office.registry().departments.values().find(|dept| dept.name == "远程会诊中心").map(|dept| dept.id)
    });
    answer.take().flatten()
}

#[test]
fn a_deleted_row_waits_in_the_bin_and_comes_back() {
    let mut harness = sample_window();
    let id = add_department(&mut harness);
    ask(&mut harness, Command::Run(Edit::Delete { table: Table::Department, id: id.raw() }));
    assert_eq!(found(&harness), None);
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("回收站").click();
    harness.run();
    harness.get_all_by_label("商南县医院 远程会诊中心").next().unwrap().click();
    harness.run();
    harness.get_by_label("恢复").click();
    harness.run();
    assert_eq!(found(&harness), Some(id));
    assert_eq!(harness.state().window.last_action(), "恢复科室：商南县医院 远程会诊中心");
    harness.get_by_label("回收站是空的");
}

#[test]
fn emptying_the_bin_is_the_one_thing_that_asks() {
    let mut harness = sample_window();
    let id = add_department(&mut harness);
    ask(&mut harness, Command::Run(Edit::Delete { table: Table::Department, id: id.raw() }));
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("回收站").click();
    harness.run();
    harness.get_by_label("清空回收站").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("清空").is_none(), "Enter is the way out");
    assert!(harness.query_by_label("回收站是空的").is_none());
    harness.get_by_label("清空回收站").click();
    harness.run();
    harness.get_by_label("清空").click();
    harness.run();
    harness.get_by_label("回收站是空的");
    assert_eq!(found(&harness), None);
}

#[test]
fn any_step_is_taken_back_from_the_history() {
    let mut harness = sample_window();
    add_department(&mut harness);
    ask(&mut harness, Command::Go(PageId::Records));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.get_by_label("撤销这一步").click();
    harness.run();
    assert_eq!(found(&harness), None);
    assert_eq!(harness.state().window.last_action(), "已撤销：新增科室：商南县医院 远程会诊中心");
}

#[test]
fn a_backup_brings_the_data_back_and_keeps_the_present_ones() {
    let mut harness = sample_window();
    ask(&mut harness, Command::BackUp);
    add_department(&mut harness);
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("备份").click();
    harness.run();
    harness.get_all_by_label(Tr::default().backup_manual()).next().unwrap().click();
    harness.run();
    harness.get_by_label("恢复到这份备份").click();
    harness.run();
    assert_eq!(found(&harness), None);
    assert_eq!(harness.state().window.last_action(), "已恢复备份");
    harness.get_all_by_label(Tr::default().backup_restore()).next().expect("the state before is kept too");
}

#[test]
fn a_department_is_added_and_renamed_beside_its_list() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("科室").click();
    harness.run();
    harness.get_by_label("新增科室").click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "名称").focus();
    harness.run();
    write(&mut harness, "远程会诊中心");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(found(&harness).is_some());
    assert_eq!(harness.state().window.last_action(), "新增科室：商南县医院 远程会诊中心");
}

#[test]
fn a_text_in_the_form_is_kept_when_another_row_is_clicked() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("机构").click();
    harness.run();
    harness.get_all_by_label("商洛市中心医院").next().unwrap().click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "备注").focus();
    harness.run();
    write(&mut harness, "牵头单位");
    harness.get_all_by_label("商南县医院").next().unwrap().click();
    harness.run();
    let answer = harness.state().desk.ask(|office| {
        office
            .registry()
            .institutions
            .values()
            .filter(|inst| inst.note == "牵头单位")
            .map(|inst| inst.name.clone())
            .collect()
    });
    assert_eq!(answer.take(), Some(vec!["商洛市中心医院".to_owned()]));
}

#[test]
fn a_day_becomes_a_day_off_and_usual_again() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("日历").click();
    harness.run();
    harness.get_by_label("工作日 249 天");
    harness.get_by_label("2023年6月14日 工作日").click();
    harness.run();
    harness.get_by_label("放假").click();
    harness.run();
    harness.get_by_label("工作日 248 天");
    harness.get_by_label("2023年6月14日 法定节假日").click();
    harness.run();
    harness.get_by_label("恢复原样").click();
    harness.run();
    harness.get_by_label("工作日 249 天");
}

#[test]
fn an_activity_of_the_hospital_is_added_with_letter_and_colour_and_shows_in_the_schedule() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Records));
    harness.get_by_label("活动").click();
    harness.run();
    harness.get_by_label("新增活动").click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "名称").focus();
    harness.run();
    write(&mut harness, "内镜筛查");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(harness.state().window.last_action(), "新增活动：内镜筛查");
    harness.get_by_label("颜色 3").click();
    harness.run();
    harness.get_by_label("坐诊（印在坐诊公示上）").click();
    harness.run();
    let made = harness.state().desk.ask(|office| {
        let mut activities = office.registry().activities.values();
        activities.find(|activity| activity.name_zh == "内镜筛查").cloned()
    });
    let made = made.take().flatten().expect("it is stored");
    assert_eq!((made.letter.as_str(), made.hue, made.is_work, made.is_clinic), ("内", 2, true, true));
    harness.get_by_label("值班（单独计数，夜班次日上午应休息）").click();
    harness.run();
    let duties = harness.state().desk.ask(|office| {
        let all = office.registry().activities.values();
        all.filter(|activity| activity.counts_as_duty()).map(|activity| activity.name_zh.clone()).collect::<Vec<_>>()
    });
    assert_eq!(duties.take().unwrap(), ["急诊值班", "内镜筛查"]);
    ask(&mut harness, Command::Undo);
    ask(&mut harness, Command::Undo);
    ask(&mut harness, Command::Undo);
    ask(&mut harness, Command::Undo);
    assert_eq!(harness.state().window.last_action(), "已撤销：新增活动：内镜筛查");
}

#[test]
fn an_activity_that_sessions_use_is_not_deleted() {
    let mut harness = sample_window();
    let clinic = harness.state().desk.ask(|office| office.registry().activity("clinic").map(|it| it.id));
    let id = clinic.take().flatten().expect("clinics are built in").raw();
    ask(&mut harness, Command::Run(Edit::Delete { table: Table::Activity, id }));
    let left = harness.state().desk.ask(|office| office.registry().activity("clinic").is_some());
    assert_eq!(left.take(), Some(true));
}
