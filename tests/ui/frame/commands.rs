//! Commands by key, palette and click; the status bar says what they did.

use chuanbangdai::app::settings::Shade;
use chuanbangdai::domain::{Edit, Person, Table};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, ctrl, preferences, press, sample_window, window, write};

fn a_person(harness: &Harness<'_, Scene>) -> Person {
    let answer = harness.state().desk.ask(|office| office.registry().people.values().next().cloned());
    answer.take().flatten().expect("the sample has people")
}

fn names(harness: &Harness<'_, Scene>) -> Vec<String> {
    let answer = harness
        .state()
        .desk
        .ask(|office| office.registry().people.values().map(|person| person.name.clone()).collect());
    answer.take().expect("the office answers at once")
}

#[test]
fn the_palette_finds_a_page_by_initials() {
    let mut harness = sample_window();
    ctrl(&mut harness, Key::K);
    write(&mut harness, "pb");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().window.page(), PageId::Schedule);
}

#[test]
fn the_palette_finds_a_person_and_escape_leaves_it() {
    let mut harness = sample_window();
    ctrl(&mut harness, Key::K);
    write(&mut harness, "zoulong");
    harness.get_by_label("邹龙");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().window.page(), PageId::Stints);
    ctrl(&mut harness, Key::K);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("输入文字、拼音或拼音首字母").is_none());
    assert_eq!(harness.state().window.page(), PageId::Stints);
}

#[test]
fn pages_are_reached_and_retraced_by_keys_alone() {
    let mut harness = sample_window();
    ctrl(&mut harness, Key::Num3);
    assert_eq!(harness.state().window.page(), PageId::Stints);
    ctrl(&mut harness, Key::Num8);
    assert_eq!(harness.state().window.page(), PageId::Records);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(harness.state().window.page(), PageId::Stints);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(harness.state().window.page(), PageId::Records);
}

#[test]
fn the_rail_is_walked_with_tab_and_space() {
    let mut harness = sample_window();
    harness.get_by_label("派驻").focus();
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(harness.state().window.page(), PageId::Stints);
}

#[test]
fn undo_and_redo_say_what_they_took_back_and_did_again() {
    let mut harness = sample_window();
    let person = a_person(&harness);
    let renamed = Person { name: "张三丰".to_owned(), ..person.clone() };
    ask(&mut harness, Command::Run(Edit::put(renamed)));
    let done = harness.state().window.last_action().to_owned();
    assert!(done.contains("张三丰"), "{done}");
    assert!(names(&harness).contains(&"张三丰".to_owned()));
    ctrl(&mut harness, Key::Z);
    assert_eq!(harness.state().window.last_action(), format!("已撤销：{done}"));
    harness.get_by_label(&format!("已撤销：{done}"));
    assert!(names(&harness).contains(&person.name) && !names(&harness).contains(&"张三丰".to_owned()));
    ctrl(&mut harness, Key::Y);
    assert_eq!(harness.state().window.last_action(), format!("已重做：{done}"));
    assert!(names(&harness).contains(&"张三丰".to_owned()));
}

#[test]
fn the_status_bar_takes_the_last_step_back_by_a_click() {
    let mut harness = sample_window();
    let person = a_person(&harness);
    ask(&mut harness, Command::Run(Edit::put(Person { name: "李四".to_owned(), ..person.clone() })));
    harness.get_by_label("撤销").click();
    harness.run();
    assert!(names(&harness).contains(&person.name));
    harness.get_by_label("已保存 10:00");
}

#[test]
fn a_refused_edit_is_told_and_changes_nothing() {
    let mut harness = sample_window();
    let before = names(&harness);
    ask(&mut harness, Command::Run(Edit::Delete { table: Table::Person, id: 999_999 }));
    harness.get_by_label("关闭");
    assert_eq!(names(&harness), before);
    assert_eq!(harness.state().window.last_action(), "");
    press(&mut harness, Modifiers::NONE, Key::F8);
    harness.get_by_label("消息");
}

#[test]
fn nothing_to_undo_is_said_calmly() {
    let mut harness = window(false, preferences(Lang::Zh, Shade::Light));
    ctrl(&mut harness, Key::Z);
    harness.get_by_label("关闭");
}

#[test]
fn the_keys_are_listed_and_the_list_is_left_by_escape() {
    let mut harness = sample_window();
    press(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("全局");
    harness.get_all_by_label("Ctrl+K").next().expect("the keys of the palette");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("全局").is_none());
}

#[test]
fn text_grows_and_shrinks_by_keys_within_its_bounds() {
    let mut harness = sample_window();
    for _ in 0..20 {
        ctrl(&mut harness, Key::Plus);
    }
    assert_eq!(harness.state().window.preferences().text_size, 200);
    ctrl(&mut harness, Key::Num0);
    ctrl(&mut harness, Key::Minus);
    assert_eq!(harness.state().window.preferences().text_size, 90);
}
