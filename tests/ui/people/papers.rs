//! Papers from the pages of people: agreements of selected pairs, forms of selected experts, the text of a paper.

use chrono::NaiveDate;
use chuanbangdai::domain::{DocumentKind, Period};
use chuanbangdai::report::DocumentRequest;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{click, registry};
use crate::support::{Scene, ask, ctrl, press, sample_window, write};

/// The document that is open.
fn open_document(harness: &Harness<'_, Scene>) -> String {
    let is_on = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|label| label.starts_with('D'))
            && node.toggled() == Some(egui::accesskit::Toggled::True)
    };
    harness.get_by(is_on).accesskit_node().label().unwrap_or_default()
}

/// Pairs that are ticked beside the preview.
fn ticked(harness: &Harness<'_, Scene>) -> usize {
    let boxes = harness.get_all_by_role(Role::CheckBox);
    boxes.filter(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)).count()
}

#[test]
fn the_agreements_of_the_selected_pairs_are_printed_with_one_key() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Pairings));
    click(&mut harness, "一览表");
    harness.get_by_role(Role::Table).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    harness.get_by_label("协议书（2 份）");
    press(&mut harness, Modifiers::ALT, Key::P);
    assert!(open_document(&harness).starts_with("D08"));
    harness.get_by_label("结对：已选 2 对");
}

#[test]
fn the_forms_of_the_selected_experts_are_printed_from_the_roster() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Stints));
    harness.get_by_role(Role::Table).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    click(&mut harness, "打印所选 2 人的表格");
    click(&mut harness, "派驻专家登记表");
    assert!(open_document(&harness).starts_with("D10"));
    harness.get_by_label("所选 2 人");
    assert!(ticked(&harness) >= 2);
}

#[test]
fn the_text_of_the_agreement_is_worded_beside_its_page_and_comes_back() {
    let mut harness = sample_window();
    let day = Period::day(NaiveDate::from_ymd_opt(2023, 6, 12).unwrap());
    ask(&mut harness, Command::Preview(DocumentRequest::new(DocumentKind::Agreement, day)));
    let stored = |harness: &Harness<'_, Scene>| {
        let registry = registry(harness);
        registry.settings.values().find(|row| row.name.contains("agreement")).map(|row| row.value.clone())
    };
    let before = stored(&harness);
    click(&mut harness, "编辑正文…");
    harness.get_by_role_and_label(Role::MultilineTextInput, "正文").focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::End);
    write(&mut harness, "本院存档一份。");
    click(&mut harness, "完成");
    assert!(stored(&harness).is_some_and(|text| text.contains("本院存档一份。")), "{:?}", stored(&harness));
    ctrl(&mut harness, Key::Z);
    assert_eq!(stored(&harness).unwrap_or_default(), before.unwrap_or_default());
}

#[test]
fn a_rule_is_narrowed_to_one_institution() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Checks));
    click(&mut harness, "检查规则");
    harness.get_by_role(Role::Table).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    super::choose(&mut harness, "只用于机构", "商南县医院");
    let registry = registry(&harness);
    let own = registry.own_institution().unwrap().id;
    assert!(registry.check_rules.values().any(|rule| rule.inst == Some(own)));
}
