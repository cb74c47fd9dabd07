//! Tests of the views of 派驻 beside the roster: timeline, page of a person, calendar of leave, relations.

use chuanbangdai::domain::{LeaveKind, Registry, Stint};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::{Scene, ask, ctrl, preferences, press, sample_window, window, window_of_size};
use chuanbangdai::app::settings::Shade;

fn open(harness: &mut Harness<'_, Scene>, view: &str) {
    ask(harness, Command::Go(PageId::Stints));
    harness.get_by_role_and_label(Role::Button, view).click();
    harness.run();
}

fn registry(harness: &Harness<'_, Scene>) -> std::sync::Arc<Registry> {
    harness.state().desk.ask(|office| std::sync::Arc::clone(office.registry())).take().unwrap()
}

fn stint(harness: &Harness<'_, Scene>, name: &str) -> Stint {
    let registry = registry(harness);
    let person = registry.people.values().find(|person| person.name == name).unwrap().id;
    registry.stints.values().find(|stint| stint.person == person).unwrap().clone()
}

/// The rectangle of something by the start of what is spoken of it.
fn rect(harness: &Harness<'_, Scene>, role: Role, start: &str) -> Rect {
    harness.get_by(|node| node.role() == role && node.label().is_some_and(|label| label.starts_with(start))).rect()
}

fn pointer(harness: &mut Harness<'_, Scene>, at: Pos2, is_down: Option<bool>) {
    harness.event(Event::PointerMoved(at));
    if let Some(pressed) = is_down {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    harness.run();
}

/// Drags from one place by so many points to the right.
fn drag(harness: &mut Harness<'_, Scene>, from: Pos2, by: f32, lets_go: bool) {
    pointer(harness, from, None);
    pointer(harness, from, Some(true));
    pointer(harness, from + egui::vec2(by / 2.0, 0.0), None);
    pointer(harness, from + egui::vec2(by, 0.0), None);
    if lets_go {
        pointer(harness, from + egui::vec2(by, 0.0), Some(false));
    }
}

/// What the one focus of a view says at present.
fn spoken(harness: &Harness<'_, Scene>, grid: &str) -> String {
    harness.get_by_role_and_label(Role::Grid, grid).accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_bar_is_moved_by_keys_kept_with_enter_and_taken_back_with_one_key() {
    let mut harness = sample_window();
    open(&mut harness, "时间轴");
    let before = stint(&harness, "邹龙");
    harness
        .get_by(|node| node.role() == Role::GridCell && node.label().is_some_and(|it| it.starts_with("邹龙")))
        .click();
    harness.run();
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    assert!(spoken(&harness, "派驻时间轴").contains("移 +3 天"));
    assert_eq!(stint(&harness, "邹龙"), before, "nothing is stored before Enter");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let after = stint(&harness, "邹龙");
    assert_eq!((after.arrive_on - before.arrive_on).num_days(), 3);
    assert_eq!((after.plan_leave_on.unwrap() - before.plan_leave_on.unwrap()).num_days(), 3);
    assert!(harness.get_all_by_role(Role::Link).any(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("消化内科：空 2 天"))
    }));
    ctrl(&mut harness, Key::Z);
    assert_eq!(stint(&harness, "邹龙"), before);
}

#[test]
fn shift_stretches_the_end_and_escape_leaves_everything_as_it_was() {
    let mut harness = sample_window();
    open(&mut harness, "时间轴");
    let before = stint(&harness, "黎远");
    harness
        .get_by(|node| node.role() == Role::GridCell && node.label().is_some_and(|it| it.starts_with("黎远")))
        .click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(stint(&harness, "黎远"), before);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let after = stint(&harness, "黎远");
    assert_eq!(after.arrive_on, before.arrive_on);
    assert_eq!((after.plan_leave_on.unwrap() - before.plan_leave_on.unwrap()).num_days(), -1);
}

#[test]
fn a_bar_is_dragged_and_the_drop_is_one_step() {
    let mut harness = sample_window();
    open(&mut harness, "时间轴");
    let before = stint(&harness, "曹波");
    let bar = rect(&harness, Role::GridCell, "曹波");
    let grip = Pos2::new(bar.left() + 60.0, bar.center().y);
    drag(&mut harness, grip, 46.0, false);
    assert!(harness.query_by_label_contains("松开即保存").is_some(), "the card says what a drop does");
    assert_eq!(stint(&harness, "曹波"), before);
    pointer(&mut harness, grip + egui::vec2(46.0, 0.0), Some(false));
    let after = stint(&harness, "曹波");
    let moved = (after.arrive_on - before.arrive_on).num_days();
    assert!((15..=25).contains(&moved), "{moved} days of about 2.3 points");
    ctrl(&mut harness, Key::Z);
    assert_eq!(stint(&harness, "曹波"), before);
}

#[test]
fn escape_during_a_drag_keeps_the_bar_where_it_was() {
    let mut harness = sample_window();
    open(&mut harness, "时间轴");
    let before = stint(&harness, "曹波");
    let bar = rect(&harness, Role::GridCell, "曹波");
    let grip = Pos2::new(bar.left() + 60.0, bar.center().y);
    drag(&mut harness, grip, 46.0, false);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    pointer(&mut harness, grip + egui::vec2(46.0, 0.0), Some(false));
    assert_eq!(stint(&harness, "曹波"), before);
}

#[test]
fn a_chosen_bar_opens_in_the_inspector_and_groups_fold() {
    let mut harness = sample_window();
    open(&mut harness, "时间轴");
    harness
        .get_by(|node| node.role() == Role::RowHeader && node.label().is_some_and(|it| it.starts_with("周琳")))
        .click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::TextInput, "到岗日期").is_some());
    let head = |start: &str| {
        let start = start.to_owned();
        move |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(&start))
        }
    };
    harness.get_by(head("收起第二批")).click();
    harness.run();
    assert!(harness.query_by(head("展开第二批")).is_some());
    assert!(
        harness
            .query_by(|node| node.role() == Role::RowHeader && node.label().is_some_and(|it| it.starts_with("邹龙")))
            .is_none()
    );
}

#[test]
fn every_view_is_printed_as_its_own_document() {
    for (view, title) in [("时间轴", "D31"), ("请假", "D17"), ("关系", "D32")] {
        let mut harness = sample_window();
        open(&mut harness, view);
        ctrl(&mut harness, Key::P);
        assert_eq!(harness.state().window.page(), PageId::Documents, "{view}");
        let is_on = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|label| label.starts_with(title))
                && node.toggled() == Some(egui::accesskit::Toggled::True)
        };
        assert!(harness.query_by(is_on).is_some(), "{view} prints {title}");
    }
}

#[test]
fn an_empty_file_says_what_belongs_in_each_view() {
    let mut harness = window(false, preferences(Lang::Zh, Shade::Light));
    for (view, words) in [("时间轴", "还没有派驻任期"), ("请假", "这个月没有在岗人员"), ("关系", "还没有帮扶关系")]
    {
        open(&mut harness, view);
        assert!(harness.query_by_label(words).is_some(), "{view}");
    }
}

#[test]
fn every_view_fits_a_small_window_with_large_text_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let views = match lang {
            Lang::Zh => ["时间轴", "请假", "关系"],
            Lang::En => ["Timeline", "Leave", "Relations"],
        };
        let mut harness = window_of_size(true, preferences(lang, Shade::Dark), [910.0, 512.0]);
        for view in views {
            open(&mut harness, view);
            let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(910.0, 512.0));
            let on = harness.get_by_role_and_label(Role::Button, view).rect();
            assert!(screen.contains_rect(on), "{view} stands at {on:?}");
        }
    }
}

#[test]
fn the_page_of_a_person_opens_from_the_roster_and_its_figures_show_their_records() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Stints));
    harness.get_by_role_and_label(Role::Row, "邹龙").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "个人页").click();
    harness.run();
    assert!(harness.query_by_label("主任医师 · 商洛市中心医院 消化内科").is_some());
    assert!(harness.query_by_label("139****0007").is_some(), "phones are masked");
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|it| it.starts_with("班次 ")))
        .click();
    harness.run();
    assert!(harness.query_by_label("班次的明细").is_some());
    harness.get_by_role_and_label(Role::Button, "返回名册").click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Row, "邹龙").is_some());
}

#[test]
fn leave_is_entered_with_two_keys_and_moved_with_two_more() {
    let mut harness = sample_window();
    open(&mut harness, "请假");
    let before = registry(&harness).leave.len();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::Num2);
    let there = registry(&harness);
    assert_eq!(there.leave.len(), before + 1);
    let entered = there.leave.values().last().unwrap().clone();
    assert_eq!((entered.kind, entered.from_on, entered.to_on), (LeaveKind::Sick, entered.from_on, entered.from_on));
    assert!(spoken(&harness, "请假日历").contains("病假 共 1 天"));
    press(&mut harness, Modifiers::COMMAND, Key::ArrowRight);
    let moved = registry(&harness).leave[&entered.id].clone();
    assert_eq!((moved.to_on - entered.to_on).num_days(), 1);
    ctrl(&mut harness, Key::Z);
    ctrl(&mut harness, Key::Z);
    assert_eq!(registry(&harness).leave.len(), before);
}

#[test]
fn a_stored_absence_is_changed_in_its_form_and_deleted_with_one_key() {
    let mut harness = sample_window();
    open(&mut harness, "请假");
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|it| it.starts_with("邹龙 6月8日")))
        .click();
    harness.run();
    assert!(harness.query_by_label("修改请假").is_some());
    let before = registry(&harness).leave.len();
    harness.get_by_role_and_label(Role::Button, "删除请假").click();
    harness.run();
    assert_eq!(registry(&harness).leave.len(), before - 1);
    ctrl(&mut harness, Key::Z);
    assert_eq!(registry(&harness).leave.len(), before);
}

#[test]
fn a_relation_opens_from_the_map_and_from_the_list() {
    let mut harness = sample_window();
    open(&mut harness, "关系");
    harness
        .get_by(|node| node.role() == Role::Link && node.label().is_some_and(|it| it.starts_with("商洛市中心医院帮扶")))
        .click();
    harness.run();
    assert!(harness.query_by_role_and_label(Role::TextInput, "开始日期").is_some());
    harness.get_by_role_and_label(Role::Button, "列表").click();
    harness.run();
    assert_eq!(harness.get_all_by_role(Role::Row).count(), 1);
}
