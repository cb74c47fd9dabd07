//! The shared widgets by mouse and keyboard.

use chrono::NaiveDate;
use chuanbangdai::app::Desk;
use chuanbangdai::app::settings::Preferences;
use chuanbangdai::domain::WorkCalendar;
use chuanbangdai::i18n::Tr;
use chuanbangdai::ui::theme::Theme;
use chuanbangdai::ui::widget::{
    Choice, Column, DateField, Dialog, DialogAnswer, Dropdown, Table, TableEvents, TableRows, TableState,
};
use chuanbangdai::ui::{Outbox, PageCx, fonts, style};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{desk, now};

fn builder() -> egui_kittest::HarnessBuilder<Bench> {
    Harness::builder().with_size([800.0, 400.0]).with_max_steps(16).with_context_setup(|ctx| {
        fonts::install(ctx);
        style::apply(ctx, &Theme::light(), true);
    })
}

struct Rows(Vec<(i64, String, String)>);

impl TableRows for Rows {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn id(&self, row: usize) -> i64 {
        self.0[row].0
    }
    fn cell(&self, row: usize, column: usize) -> &str {
        if column == 0 { &self.0[row].1 } else { &self.0[row].2 }
    }
}

struct Bench {
    rows: Rows,
    state: TableState,
    events: Vec<TableEvents>,
    desk: Desk,
    preferences: Preferences,
    _folder: tempfile::TempDir,
}

/// A table of so many rows, the row numbers counting down.
fn table(count: i64) -> Harness<'static, Bench> {
    let rows = (0..count).map(|row| (row + 1, format!("行{row}"), (count - row).to_string())).collect();
    let (desk, folder) = desk(false);
    let bench = Bench {
        rows: Rows(rows),
        state: TableState::focused(),
        events: Vec::new(),
        desk,
        preferences: Preferences::default(),
        _folder: folder,
    };
    let mut harness = builder().build_ui_state(
        |ui, bench: &mut Bench| {
            let columns = [Column::text("name", "名称", 200.0).wide(), Column::number("number", "数", 120.0)];
            let mut out = Outbox::default();
            let mut cx = PageCx {
                tr: Tr::default(),
                theme: &Theme::light(),
                desk: &bench.desk,
                out: &mut out,
                today: now().date(),
                preferences: &mut bench.preferences,
            };
            let view = Table::new("test", "测试表", &columns, 1).menu(&["停用"]).deletable();
            let events = view.ui(ui, &mut cx, &bench.rows, &mut bench.state);
            bench.events.push(events);
        },
        bench,
    );
    harness.run();
    harness
}

fn selected(harness: &Harness<'_, Bench>) -> Vec<i64> {
    harness.state().state.selected().iter().copied().collect()
}

#[test]
fn a_hundred_thousand_rows_are_drawn_only_where_they_are_seen() {
    let harness = table(100_000);
    let drawn = harness.get_all_by_label_contains("行").count();
    assert!((5..100).contains(&drawn), "{drawn} cells drawn");
}

#[test]
fn a_click_on_a_head_sorts_and_the_order_is_remembered() {
    let mut harness = table(12);
    harness.get_by_label("数").click();
    harness.run();
    assert_eq!(harness.state().state.shown_rows().first(), Some(&11));
    let kept = harness.state().preferences.table("test").and_then(|layout| layout.sorting.clone());
    assert_eq!(kept.map(|sorting| (sorting.key, sorting.is_descending)), Some(("number".to_owned(), false)));
}

#[test]
fn the_keyboard_moves_extends_and_opens() {
    let mut harness = table(100);
    for (modifiers, key) in
        [(Modifiers::NONE, Key::ArrowDown), (Modifiers::NONE, Key::ArrowDown), (Modifiers::SHIFT, Key::ArrowDown)]
    {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
    }
    assert_eq!(selected(&harness), [2, 3]);
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(selected(&harness), [100]);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().events.iter().any(|events| events.opened == Some(100)));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert_eq!(selected(&harness).len(), 100);
    harness.key_press(Key::Delete);
    harness.run();
    assert!(harness.state().events.iter().any(|events| events.deleted.len() == 100));
}

#[test]
fn selected_rows_are_copied_as_a_block_and_a_block_is_pasted() {
    let mut harness = table(5);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(egui::Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("行0\t5\n行1\t4\n行2\t3\n行3\t2\n行4\t1"));
    harness.event(egui::Event::Paste("a\tb\nc".to_owned()));
    harness.step();
    let pasted = harness.state().events.iter().find_map(|events| events.pasted.clone());
    assert_eq!(pasted, Some(vec![vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]]));
}

#[test]
fn the_context_menu_acts_on_the_row_under_the_pointer() {
    let mut harness = table(5);
    harness.get_all_by_label("行3").next().unwrap().click_secondary();
    harness.run();
    harness.get_by_label("停用").click();
    harness.run();
    assert!(harness.state().events.iter().any(|events| events.chosen == Some((0, vec![4]))));
}

#[test]
fn a_search_narrows_the_table() {
    let mut harness = table(50);
    harness.get_by_label("在表中查找").focus();
    harness.run();
    harness.event(egui::Event::Text("行42".to_owned()));
    harness.run();
    assert_eq!(harness.state().state.shown_rows(), [42]);
    harness.get_by_label("显示 1 / 共 50 条");
}

fn plain<State: 'static>(
    state: State,
    draw: impl FnMut(&mut egui::Ui, &mut State) + 'static,
) -> Harness<'static, State> {
    let mut harness = Harness::builder()
        .with_size([600.0, 500.0])
        .with_max_steps(16)
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            style::apply(ctx, &Theme::light(), true);
        })
        .build_ui_state(draw, state);
    harness.run();
    harness
}

fn dialog(is_danger: bool) -> Harness<'static, Vec<DialogAnswer>> {
    plain(Vec::new(), move |ui, answers: &mut Vec<DialogAnswer>| {
        let dialog = Dialog::new("test", "标题", "取消");
        let dialog = if is_danger { dialog.danger("清空") } else { dialog.main("确定") };
        answers.push(dialog.ui(ui.ctx(), &Theme::light(), |ui| {
            ui.label("正文");
        }));
    })
}

#[test]
fn enter_confirms_a_dialog_and_escape_leaves_it() {
    let mut harness = dialog(false);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().contains(&DialogAnswer::Confirmed));
    let mut harness = dialog(false);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().contains(&DialogAnswer::Dismissed));
}

#[test]
fn enter_does_not_do_what_cannot_be_undone() {
    let mut harness = dialog(true);
    harness.key_press(Key::Enter);
    harness.run();
    assert!(!harness.state().contains(&DialogAnswer::Confirmed));
    harness.get_by_label("清空").click();
    harness.run();
    assert!(harness.state().contains(&DialogAnswer::Confirmed));
}

#[test]
fn a_date_is_typed_or_picked_from_the_calendar() {
    let day = |month, day| NaiveDate::from_ymd_opt(2023, month, day);
    let mut harness = plain(day(6, 12), |ui, date: &mut Option<NaiveDate>| {
        let calendar = WorkCalendar::default();
        DateField::new("到岗日期", &calendar, now().date()).ui(ui, &Theme::light(), Tr::default(), date);
    });
    harness.get_by_label("选日期").click();
    harness.run();
    harness.get_by_label("2023年6月23日").click();
    harness.run();
    assert_eq!(*harness.state(), day(6, 23));
    harness.get_by_role_and_label(egui::Role::TextInput, "到岗日期").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("2023.7.1".to_owned()));
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(*harness.state(), day(7, 1));
}

#[test]
fn a_long_list_is_filtered_by_typing() {
    let mut harness = plain(0, |ui, chosen: &mut i32| {
        let choices: Vec<Choice<i32>> =
            ["普外科", "骨科", "儿科", "急诊科", "妇产科", "麻醉科", "消化内科", "心血管内科", "检验科"]
                .into_iter()
                .zip(1..)
                .map(|(name, value)| Choice::new(value, name))
                .collect();
        Dropdown::new("科室", &choices).ui(ui, &Theme::light(), Tr::default(), chosen);
    });
    harness.get_by_role(egui::Role::ComboBox).click();
    harness.run();
    harness.event(egui::Event::Text("xhnk".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 7);
}
