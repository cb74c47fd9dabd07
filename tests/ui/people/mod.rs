//! Tests of the pages about people that have no place of their own: hand-over, registers, wording, papers.

mod handover;
mod papers;
mod registers;

use std::sync::Arc;

use chuanbangdai::domain::Registry;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, press, write};

/// The records as they are now.
pub fn registry(harness: &Harness<'_, Scene>) -> Arc<Registry> {
    harness.state().desk.ask(|office| Arc::clone(office.registry())).take().expect("an answer")
}

/// Clicks what bears the label.
pub fn click(harness: &mut Harness<'_, Scene>, label: &str) {
    harness.get_all_by_label(label).next().unwrap_or_else(|| panic!("nothing is called {label}")).click();
    harness.run();
}

/// Types into the box of that name.
pub fn fill(harness: &mut Harness<'_, Scene>, label: &str, text: &str) {
    let is_box = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        matches!(node.role(), Role::TextInput | Role::MultilineTextInput) && node.label().as_deref() == Some(label)
    };
    harness.get_by(is_box).focus();
    harness.run();
    write(harness, text);
}

/// Chooses from the list of that name: a short one by a click, a long one by its first letters and Enter.
pub fn choose(harness: &mut Harness<'_, Scene>, label: &str, wanted: &str) {
    harness.get_by_role_and_label(Role::ComboBox, label).click();
    harness.run();
    if let Some(line) = harness.query_all_by_role_and_label(Role::Button, wanted).last() {
        line.click();
        harness.run();
        return;
    }
    write(harness, wanted);
    press(harness, Modifiers::NONE, Key::Enter);
}
