//! Tests of the page of people and stints.

mod views;

use chrono::NaiveDate;
use chuanbangdai::app::people::{ExpertForm, FormField, LeaveForm, ListFilter, PeopleList, Pick, read_known_date};
use chuanbangdai::domain::{Precision, Registry, Slot, Table};
use chuanbangdai::i18n::Tr;
use chuanbangdai::ui::{Command, PageId};
use egui::accesskit::Toggled;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{Scene, ask, ctrl, press, sample_window, write};

fn stints() -> Harness<'static, Scene> {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Stints));
    harness
}

fn rows(harness: &Harness<'_, Scene>) -> Vec<String> {
    harness.get_all_by_role(Role::Row).filter_map(|node| node.accesskit_node().label()).collect()
}

fn registry(harness: &Harness<'_, Scene>) -> std::sync::Arc<Registry> {
    harness.state().desk.ask(|office| std::sync::Arc::clone(office.registry())).take().unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn list(harness: &Harness<'_, Scene>) -> PeopleList {
    harness.state().desk.ask(|office| PeopleList::load(office, Tr::default()).unwrap()).take().unwrap()
}

/// Puts other words into a text box.
fn retype(harness: &mut Harness<'_, Scene>, label: &str, words: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    write(harness, words);
}

#[test]
fn those_on_post_are_shown_at_first_and_all_stints_on_demand() {
    let mut harness = stints();
    assert_eq!(rows(&harness), ["文申英", "邹龙", "曹波", "黎远", "万小颖", "侯正涛", "周琳"]);
    harness.get_by_label("全部任期").click();
    harness.run();
    assert_eq!(rows(&harness).len(), 12);
}

#[test]
fn a_selected_expert_is_edited_in_place_and_undo_takes_it_back() {
    let mut harness = stints();
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    retype(&mut harness, "联系电话", "13800000000");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let phone = |harness: &Harness<'_, Scene>| {
        registry(harness).people.values().find(|person| person.name == "邹龙").unwrap().phone.clone()
    };
    assert_eq!(phone(&harness), "13800000000");
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    ctrl(&mut harness, Key::Z);
    assert_eq!(phone(&harness), "13900000007");
}

#[test]
fn a_wrong_date_is_refused_at_its_field_and_nothing_is_stored() {
    let mut harness = stints();
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    let before = registry(&harness).stints.clone();
    retype(&mut harness, "计划离岗", "2023-01-01");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("早于到岗日期").is_some());
    assert_eq!(registry(&harness).stints, before);
}

#[test]
fn a_new_expert_is_entered_with_department_and_institution_in_one_step() {
    let harness = stints();
    let registry = registry(&harness);
    let today = day(2023, 6, 12);
    let mut form = ExpertForm::new_expert(&registry, today);
    assert_eq!(form.troubles(today, Tr::default())[0].field, FormField::Name);
    form.name = "张 伟".to_owned();
    form.title = "副主任医师".to_owned();
    form.inst = Pick::New("西安市中心医院".to_owned());
    form.dept = Pick::New("骨科".to_owned());
    let stint = form.stint.as_mut().unwrap();
    stint.host_dept = Pick::New("骨伤科".to_owned());
    stint.batch = None;
    stint.arrive = "2023-06".to_owned();
    stint.plan_leave = "2024".to_owned();
    let edit = form.edit(&registry, today, Tr::default()).unwrap();
    let done = harness.state().desk.ask(move |office| office.run(&edit).unwrap()).take().unwrap();
    assert_eq!(done.tables.len(), 4, "{:?}", done.tables);
    let registry = self::registry(&harness);
    let person = registry.people.values().find(|person| person.name == "张伟").unwrap();
    let stint = registry.stints.values().find(|stint| stint.person == person.id).unwrap();
    assert_eq!((stint.arrive_on, stint.arrive_prec), (day(2023, 6, 1), Precision::Month));
    assert_eq!((stint.plan_leave_on, stint.plan_leave_prec), (Some(day(2024, 1, 1)), Precision::Year));
    assert_eq!(person.title_rank, Some(4));
    assert_eq!(registry.departments[&stint.host_dept.unwrap()].name, "骨伤科");
    assert_eq!(registry.departments[&stint.host_dept.unwrap()].inst, stint.host_inst);
    assert_eq!(registry.departments[&person.dept.unwrap()].inst, person.inst.unwrap());
    assert_eq!(registry.institutions[&person.inst.unwrap()].name, "西安市中心医院");
}

#[test]
fn a_form_without_a_change_makes_no_edit() {
    let harness = stints();
    let registry = registry(&harness);
    for stint in registry.stints.values() {
        let person = &registry.people[&stint.person];
        let form = ExpertForm::of(person, Some(stint), Tr::default());
        assert_eq!(form.edit(&registry, day(2023, 6, 12), Tr::default()), None, "{}", person.name);
    }
}

#[test]
fn problems_come_first_and_say_what_they_are() {
    let harness = stints();
    let registry = registry(&harness);
    let zhou = registry.people.values().find(|person| person.name == "周琳").unwrap();
    let stint = registry.stints.values().find(|stint| stint.person == zhou.id).unwrap();
    let mut form = ExpertForm::of(zhou, Some(stint), Tr::default());
    let part = form.stint.as_mut().unwrap();
    part.host_dept = Pick::Nothing;
    part.plan_leave = "2023-07-12".to_owned();
    let edit = form.edit(&registry, day(2023, 6, 12), Tr::default()).unwrap();
    harness.state().desk.ask(move |office| office.run(&edit).unwrap()).take().unwrap();
    let list = list(&harness);
    let first = &list.lines[list.shown(ListFilter::OnPost)[0]];
    assert_eq!(first.cells[0], "周琳");
    assert_eq!(first.remark, "30 天后期满；未定受援科室");
}

#[test]
fn deleting_a_stint_with_sessions_is_refused_and_told() {
    let mut harness = stints();
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(rows(&harness).len(), 7, "sessions refer to the stint");
}

#[test]
fn leave_is_counted_in_half_days_and_shows_in_the_week() {
    let mut harness = stints();
    let registry = registry(&harness);
    let person = registry.people.values().find(|person| person.name == "邹龙").unwrap().clone();
    let form = LeaveForm {
        from_on: Some(day(2023, 6, 15)),
        from_slot: Slot::Pm,
        to_on: Some(day(2023, 6, 16)),
        ..LeaveForm::new(day(2023, 6, 12))
    };
    assert_eq!(form.half_days(), 3);
    let backwards = LeaveForm { to_on: Some(day(2023, 6, 14)), ..form.clone() };
    assert!(!backwards.is_whole() && backwards.edit(&person, None).is_none());
    ask(&mut harness, Command::Run(form.edit(&person, None).unwrap()));
    ask(&mut harness, Command::Go(PageId::Schedule));
    let clash = harness.get_by(|node| {
        node.role() == Role::GridCell && node.label().is_some_and(|label| label.starts_with("邹龙 6月15日 周四下午"))
    });
    assert!(clash.accesskit_node().label().unwrap().contains("请假（事假）"));
}

#[test]
fn the_sessions_of_an_absence_go_to_the_stand_in_in_the_same_step() {
    let mut harness = stints();
    let registry = registry(&harness);
    let of = |name: &str| registry.people.values().find(|person| person.name == name).unwrap().clone();
    let (absent, stand_in) = (of("邹龙"), of("侯正涛"));
    let form = LeaveForm {
        from_on: Some(day(2023, 6, 15)),
        to_on: Some(day(2023, 6, 16)),
        substitute: Some(stand_in.id),
        reason: "参加会议".to_owned(),
        ..LeaveForm::new(day(2023, 6, 12))
    };
    let period = form.period().unwrap();
    let sessions = harness.state().desk.ask(move |office| office.sessions(period).unwrap()).take().unwrap();
    let edit = form.edit_with(&absent, None, &sessions, &registry).unwrap();
    ask(&mut harness, Command::Run(edit));
    ask(&mut harness, Command::Go(PageId::Schedule));
    let told = harness.get_by(|node| {
        node.role() == Role::GridCell && node.label().is_some_and(|label| label.starts_with("邹龙 6月15日 周四上午"))
    });
    let told = told.accesskit_node().label().unwrap();
    assert!(told.contains("由侯正涛替") && !told.contains("请假"), "{told}");
    ctrl(&mut harness, Key::Z);
    assert_eq!(self::registry(&harness).leave, registry.leave);
}

#[test]
fn a_person_asked_for_by_name_is_selected_even_where_the_filter_hides_them() {
    let mut harness = stints();
    let left = registry(&harness).people.values().find(|person| person.name == "张文勇").unwrap().id;
    ask(&mut harness, Command::ShowPerson(left.raw()));
    assert_eq!(harness.get_by_role_and_label(Role::Row, "张文勇").accesskit_node().toggled(), Some(Toggled::True));
    assert_eq!(rows(&harness).len(), 12);
}

#[test]
fn the_page_of_a_person_leads_to_their_weeks() {
    let mut harness = stints();
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    harness.get_by_label("动态").click();
    harness.run();
    let line = harness.get_by_role_and_label(Role::Link, "6月12日 周一上午 坐诊 门诊203");
    line.click();
    harness.run();
    assert_eq!(harness.state().window.page(), PageId::Schedule);
}

#[test]
fn dates_are_read_as_exactly_as_they_are_written() {
    let today = day(2023, 6, 12);
    for (written, expected) in [
        ("2023-05-31", Some((day(2023, 5, 31), Precision::Day))),
        ("2023年5月31日", Some((day(2023, 5, 31), Precision::Day))),
        ("20230531", Some((day(2023, 5, 31), Precision::Day))),
        ("5.31", Some((day(2023, 5, 31), Precision::Day))),
        ("2023.5", Some((day(2023, 5, 1), Precision::Month))),
        ("2022年", Some((day(2022, 1, 1), Precision::Year))),
        ("2023-02-30", None),
        ("明年", None),
        ("", None),
    ] {
        assert_eq!(read_known_date(written, today), expected, "{written}");
    }
}

#[test]
fn a_retired_person_stays_in_the_records() {
    let mut harness = stints();
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    let retire = harness.get_by_role_and_label(Role::Button, "停用");
    retire.scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "停用").click();
    harness.run();
    assert!(registry(&harness).people.values().any(|person| person.name == "邹龙" && person.is_retired));
    assert!(registry(&harness).next_id(Table::Person) > 0);
}
