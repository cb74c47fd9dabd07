//! 台账 in the window: rows are entered by keyboard, mended beside the list, deleted and fetched back.

use chuanbangdai::app::settings::Shade;
use chuanbangdai::domain::{Edit, Liaison, Precision, Programme, Table};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{choose, click, fill, registry};
use crate::support::{Scene, ask, ctrl, preferences, press, sample_window, window, window_of_size};

fn registers() -> Harness<'static, Scene> {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Records));
    click(&mut harness, "台账");
    harness
}

#[test]
fn a_relation_is_entered_with_its_supporter_and_undone_with_one_key() {
    let mut harness = registers();
    let before = registry(&harness).relations.len();
    press(&mut harness, Modifiers::NONE, Key::Insert);
    choose(&mut harness, "支援单位", "商洛市中心");
    choose(&mut harness, "受援单位", "商南县医院");
    choose(&mut harness, "帮扶项目", "专科联盟");
    fill(&mut harness, "开始日期", "2023-05");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    let made = registry(&harness);
    assert_eq!(made.relations.len(), before + 1);
    let relation = made.relations.values().last().unwrap();
    assert_eq!(made.institutions[&relation.from_inst].name, "商洛市中心医院");
    assert_eq!(made.institutions[&relation.to_inst].name, "商南县医院");
    assert_eq!((relation.programme, relation.start_prec), (Programme::Specialty, Precision::Month));
    // The new row is selected: another box is stored as it is left.
    fill(&mut harness, "备注", "三年期");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(registry(&harness).relations.values().last().unwrap().note, "三年期");
    ctrl(&mut harness, Key::Z);
    ctrl(&mut harness, Key::Z);
    assert_eq!(registry(&harness).relations.len(), before);
}

#[test]
fn what_is_missing_is_said_at_its_box_before_anything_is_stored() {
    let mut harness = registers();
    click(&mut harness, "帮扶协议");
    let before = registry(&harness).agreements.len();
    press(&mut harness, Modifiers::NONE, Key::Insert);
    assert!(harness.query_by_label("必填").is_none());
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert!(harness.query_by_label("必填").is_some());
    assert_eq!(registry(&harness).agreements.len(), before);
}

#[test]
fn a_contradiction_is_refused_in_words_and_stays_in_the_form() {
    let mut harness = registers();
    press(&mut harness, Modifiers::NONE, Key::Insert);
    choose(&mut harness, "支援单位", "商南县医院");
    choose(&mut harness, "受援单位", "商南县医院");
    let before = registry(&harness).relations.len();
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(registry(&harness).relations.len(), before);
    harness.get_by_role_and_label(Role::Button, "登记");
}

#[test]
fn a_row_is_deleted_and_fetched_back() {
    let mut harness = registers();
    let stint = *registry(&harness).stints.keys().next().unwrap();
    let liaison = Liaison { leader: "副县长甲".to_owned(), stint, ..Liaison::default() };
    ask(&mut harness, Command::Run(Edit::put(liaison)));
    let id = *registry(&harness).liaisons.keys().last().unwrap();
    ask(&mut harness, Command::ShowRegister(Table::Liaison, Some(id.raw())));
    harness.get_by_role(Role::Table).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(!registry(&harness).liaisons.contains_key(&id));
    ctrl(&mut harness, Key::Z);
    assert!(registry(&harness).liaisons.contains_key(&id));
}

#[test]
fn an_empty_register_says_what_belongs_there_and_offers_the_first_step() {
    let mut harness = window(false, preferences(Lang::Zh, Shade::Light));
    ask(&mut harness, Command::ShowRegister(Table::Visit, Some(0)));
    harness.get_by_label("还没有走访记录");
    let buttons: Vec<_> = harness.get_all_by_label("新增走访记录").collect();
    assert_eq!(buttons.len(), 2, "above the list, and as the first step");
    buttons[1].click();
    harness.run();
    harness.get_by_role_and_label(Role::ComboBox, "专家");
}

#[test]
fn every_register_prints_a_document() {
    for (register, code) in
        [("帮扶关系", "D32"), ("名医工作室", "D33"), ("团队", "D34"), ("进修派出", "D25"), ("走访记录", "D27")]
    {
        let mut harness = registers();
        click(&mut harness, register);
        ctrl(&mut harness, Key::P);
        let is_on = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|label| label.starts_with(code))
                && node.toggled() == Some(egui::accesskit::Toggled::True)
        };
        assert!(harness.query_by(is_on).is_some(), "{register} prints {code}");
    }
}

#[test]
fn the_registers_fit_a_small_window_with_large_text_in_both_languages() {
    for (lang, tab, new) in [(Lang::Zh, "台账", "新增帮扶关系"), (Lang::En, "Registers", "New: Relations")] {
        let mut harness = window_of_size(true, preferences(lang, Shade::Dark), [910.0, 512.0]);
        ask(&mut harness, Command::Go(PageId::Records));
        click(&mut harness, tab);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(910.0, 512.0));
        let button = harness.get_all_by_label(new).next().unwrap().rect();
        assert!(screen.contains_rect(button), "{new} stands at {button:?}");
    }
}
