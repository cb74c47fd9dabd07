//! Tests of the page of mentors and apprentices.

use chuanbangdai::domain::{PairingStatus, Registry};
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, ctrl, sample_window};

fn pairings() -> Harness<'static, Scene> {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Pairings));
    harness
}

fn registry(harness: &Harness<'_, Scene>) -> std::sync::Arc<Registry> {
    harness.state().desk.ask(|office| std::sync::Arc::clone(office.registry())).take().unwrap()
}

/// Somebody of the pool and the button that pairs them with the first mentor.
fn pair_first(harness: &mut Harness<'_, Scene>) -> String {
    let person = {
        let registry = registry(harness);
        let own = registry.own_institution().unwrap().id;
        let posted: Vec<_> = registry.stints.values().map(|stint| stint.person).collect();
        let is_free = |id| registry.pairings.values().all(|pairing| pairing.apprentice != id);
        let staff = registry.people.values().filter(|one| one.inst == Some(own) && !posted.contains(&one.id));
        let mut staff: Vec<_> = staff.filter(|one| is_free(one.id)).collect();
        staff.sort_by_key(|one| one.sort);
        staff[0].name.clone()
    };
    harness.get_all_by_role(Role::Button).find(|node| label(node).starts_with(&format!("{person} "))).unwrap().click();
    harness.run();
    let add = format!("与{person}结对");
    harness.get_all_by_label(&add).next().unwrap().click();
    harness.run();
    person
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    use egui_kittest::kittest::NodeT;
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn a_pair_is_made_with_two_clicks_and_undone_with_one_key() {
    let mut harness = pairings();
    let before = registry(&harness).pairings.len();
    let person = pair_first(&mut harness);
    let made = registry(&harness);
    assert_eq!(made.pairings.len(), before + 1);
    let pairing = made.pairings.values().last().unwrap();
    assert_eq!(made.people[&pairing.apprentice].name, person);
    assert_eq!(pairing.status, PairingStatus::Proposed);
    ctrl(&mut harness, Key::Z);
    assert_eq!(registry(&harness).pairings.len(), before);
}

#[test]
fn a_proposal_is_agreed_started_and_finished_step_by_step() {
    let mut harness = pairings();
    let person = pair_first(&mut harness);
    harness.get_by_label(&format!("{person} 拟结对")).click();
    harness.run();
    for (button, status) in [
        ("已签协议", PairingStatus::Signed),
        ("开始带教", PairingStatus::Active),
        ("期满", PairingStatus::Finished),
        ("恢复在带", PairingStatus::Active),
    ] {
        harness.get_by_role_and_label(Role::Button, button).click();
        harness.run();
        assert_eq!(registry(&harness).pairings.values().last().unwrap().status, status, "{button}");
    }
}

#[test]
fn a_pair_is_made_with_one_drag_and_undone_with_one_key() {
    let mut harness = pairings();
    let before = registry(&harness).pairings.len();
    let from = {
        let registry = registry(&harness);
        let own = registry.own_institution().unwrap().id;
        let posted: Vec<_> = registry.stints.values().map(|stint| stint.person).collect();
        let is_free = |id| registry.pairings.values().all(|pairing| pairing.apprentice != id);
        let staff = registry.people.values().filter(|one| one.inst == Some(own) && !posted.contains(&one.id));
        let mut staff: Vec<_> = staff.filter(|one| is_free(one.id)).collect();
        staff.sort_by_key(|one| one.sort);
        let name = format!("{} ", staff[0].name);
        harness.get_all_by_role(Role::Button).find(|node| label(node).starts_with(&name)).unwrap().rect().center()
    };
    // The first pair that is shown lies on the card of a mentor.
    let to = {
        let registry = registry(&harness);
        let pairing = registry.pairings.values().find(|pairing| pairing.status == PairingStatus::Active).unwrap();
        let name = format!("{} ", registry.people[&pairing.apprentice].name);
        let shown = harness.get_all_by_role(Role::Button).filter(|node| label(node).starts_with(&name));
        shown.map(|node| node.rect().center()).find(|at| at.x > 300.0).unwrap()
    };
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    harness.event(egui::Event::PointerMoved(from));
    harness.event(button(from, true));
    harness.run();
    for share in [0.2, 0.6, 1.0] {
        harness.event(egui::Event::PointerMoved(from + (to - from) * share));
        harness.run();
    }
    harness.event(button(to, false));
    harness.run();
    assert_eq!(registry(&harness).pairings.len(), before + 1);
    ctrl(&mut harness, Key::Z);
    assert_eq!(registry(&harness).pairings.len(), before);
}
