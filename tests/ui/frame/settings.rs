//! Settings: what travels with the file is one edit, what belongs to the computer takes effect at once.

use chuanbangdai::app::settings::Shade;
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::support::{ask, ctrl, press, sample_window, write};

#[test]
fn the_unit_name_is_stored_when_its_box_is_left_and_undone_as_one_step() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Settings));
    harness.get_by_label("咨询电话").focus();
    harness.run();
    write(&mut harness, "0914-6322");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let stored = |harness: &egui_kittest::Harness<'_, crate::support::Scene>| {
        harness.state().desk.ask(|office| office.registry().setting("hotline").map(str::to_owned)).take().flatten()
    };
    assert_eq!(stored(&harness).as_deref(), Some("0914-6322"));
    assert_eq!(harness.state().window.last_action(), "修改设置");
    ctrl(&mut harness, Key::Num1);
    ctrl(&mut harness, Key::Z);
    assert_eq!(stored(&harness).unwrap_or_default(), "");
}

#[test]
fn language_and_shade_change_at_once() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Settings));
    harness.get_by_label("English").click();
    harness.run();
    harness.get_by_label("Text size");
    harness.get_by_label("Dark").click();
    harness.run();
    let chosen = harness.state().window.preferences();
    assert_eq!((chosen.lang, chosen.shade), (Lang::En, Shade::Dark));
}
