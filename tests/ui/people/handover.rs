//! 换批 in the window: lines with their successor, what cannot be taken, one step, one key to take it back.

use chrono::NaiveDate;
use chuanbangdai::domain::{Batch, Edit, Id, Pairing, PairingStatus, Person, Precision, Record, Stint};
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{choose, click, registry};
use crate::support::{Scene, ask, ctrl, press, sample_window};

fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, date).unwrap()
}

fn run(harness: &mut Harness<'_, Scene>, record: impl Record) {
    ask(harness, Command::Run(Edit::put(record)));
}

fn stint_of(harness: &Harness<'_, Scene>, name: &str) -> Stint {
    let registry = registry(harness);
    let person = registry.people.values().find(|person| person.name == name).unwrap().id;
    registry.stints.values().find(|stint| stint.person == person).unwrap().clone()
}

/// The sample with 邹龙 leaving on 30 June in a batch of his own, followed by 接任者 in the same department.
fn leaving() -> Harness<'static, Scene> {
    let mut harness = sample_window();
    let old = stint_of(&harness, "邹龙");
    let first = registry(&harness).batches.values().next().unwrap().clone();
    run(&mut harness, Batch { id: Id::NEW, no: 77, label: "轮换批".to_owned(), ..first });
    let batch = *registry(&harness).batches.keys().last().unwrap();
    run(&mut harness, Stint { batch: Some(batch), plan_leave_on: Some(day(6, 30)), ..old.clone() });
    run(&mut harness, Person { name: "接任者".to_owned(), ..Person::default() });
    let person = *registry(&harness).people.keys().last().unwrap();
    let until = NaiveDate::from_ymd_opt(2024, 6, 28);
    run(&mut harness, Stint { id: Id::NEW, person, batch: None, arrive_on: day(6, 29), plan_leave_on: until, ..old });
    ask(&mut harness, Command::Go(PageId::Handover));
    choose(&mut harness, "离任批次", "轮换批");
    harness
}

/// A pair of 邹龙 that runs on, and the same apprentice with the successor already.
fn with_a_busy_successor() -> Harness<'static, Scene> {
    let mut harness = leaving();
    let (old, next) = (stint_of(&harness, "邹龙"), stint_of(&harness, "接任者"));
    let own = registry(&harness).pairings.values().find(|pair| pair.mentor_stint == Some(old.id)).cloned();
    let pair = Pairing { status: PairingStatus::Active, to_on: None, plan_to_on: None, ..own.unwrap() };
    run(&mut harness, pair.clone());
    let (mentor, mentor_stint) = (next.person, Some(next.id));
    let from_prec = Precision::Day;
    run(&mut harness, Pairing { id: Id::NEW, mentor, mentor_stint, from_on: day(6, 29), from_prec, ..pair });
    harness
}

fn settled(harness: &Harness<'_, Scene>) -> bool {
    stint_of(harness, "邹龙").successor_stint.is_some()
}

#[test]
fn what_is_on_the_hands_of_who_leaves_goes_to_the_successor_with_two_keys_and_comes_back_with_one() {
    let mut harness = leaving();
    assert!(!settled(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert!(settled(&harness));
    assert!(harness.state().window.last_action().contains("换批交接"), "{}", harness.state().window.last_action());
    ctrl(&mut harness, Key::Z);
    assert!(!settled(&harness));
}

#[test]
fn a_line_that_cannot_be_taken_says_why_and_the_others_go() {
    let mut harness = with_a_busy_successor();
    harness.get_by_label("不交接：接任者已在带这名徒弟");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert!(settled(&harness), "the rest is handed over");
    harness.get_by_label("不交接：接任者已在带这名徒弟");
    click(&mut harness, "只看未交接");
    harness.get_by_label("不交接：接任者已在带这名徒弟");
    ctrl(&mut harness, Key::Z);
    assert!(!settled(&harness));
}

#[test]
fn a_line_is_left_open_by_hand_and_counted_as_such() {
    let mut harness = leaving();
    let before = harness.get_all_by_role(Role::ComboBox).count();
    assert!(before > 2, "there are lines");
    let line = harness.get_all_by_role(Role::ComboBox).filter_map(|node| label(&node)).find(|it| it.ends_with("交给"));
    choose(&mut harness, &line.unwrap(), "未定");
    assert!(harness.get_all_by_role(Role::Label).filter_map(|node| node.value()).any(|it| it.contains("未定 1 项")));
    click(&mut harness, "只看未交接");
    assert!(harness.get_all_by_role(Role::ComboBox).count() < before);
}

#[test]
fn the_slip_of_the_batch_is_printed_from_the_page() {
    let mut harness = leaving();
    ctrl(&mut harness, Key::P);
    assert_eq!(harness.state().window.page(), PageId::Documents);
    let is_on = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|label| label.starts_with("D15"))
            && node.toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(harness.query_by(is_on).is_some());
}

fn label(node: &egui_kittest::Node<'_>) -> Option<String> {
    use egui_kittest::kittest::NodeT;
    node.accesskit_node().label()
}
