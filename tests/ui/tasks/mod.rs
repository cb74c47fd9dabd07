//! The page of tasks: ticked with one key and taken back, every view with and without records.

use chuanbangdai::app::settings::Shade;
use chuanbangdai::domain::{
    Cycle, Edit, Fund, Id, Institution, Label, Obligation, ObligationKind, Task, TaskStatus, TaskTemplate,
};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, ctrl, preferences, press, window, write};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn duty() -> Obligation {
    Obligation {
        addressee: "县卫健局".to_owned(),
        due_offset: -2,
        owner: "医务科".to_owned(),
        ..Obligation::new(ObligationKind::Report, "帮扶工作双周报", Cycle::Fortnightly, day("2023-01-02"))
    }
}

/// A window over a file with an overdue, a late and many ordinary tasks, a duty and a fund, and nothing else.
fn scene(many: i64) -> Harness<'static, Scene> {
    let mut harness = window(false, preferences(Lang::Zh, Shade::Light));
    let task =
        |title: &str, due: &str| Task { status: TaskStatus::Active, ..Task::new("重点任务", title, day(due)) };
    let mut edits = vec![
        Edit::put(task("配齐创伤中心硬件", "2023-06-02")),
        Edit::put(task("修订管理制度", "2023-06-15")),
        Edit::put(duty()),
        Edit::put(Fund { project: "对口帮扶".to_owned(), budget_fen: 1_000_000, ..Fund::default() }),
    ];
    edits.extend((0..many).map(|number| Edit::put(task(&format!("任务{number}"), "2023-12-31"))));
    ask(&mut harness, Command::Run(Edit::Many { label: Label::Filled { rows: edits.len() }, edits }));
    ask(&mut harness, Command::Go(PageId::Tasks));
    harness
}

fn closed(harness: &Harness<'_, Scene>) -> usize {
    let answer =
        harness.state().desk.ask(|office| office.registry().tasks.values().filter(|task| task.is_closed()).count());
    answer.take().unwrap()
}

#[test]
fn a_task_is_ticked_with_one_key_and_unticked_with_undo() {
    let mut harness = scene(0);
    harness.get_all_by_label("配齐创伤中心硬件").next().unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(closed(&harness), 1);
    ctrl(&mut harness, Key::Z);
    assert_eq!(closed(&harness), 0);
}

#[test]
fn every_view_draws_with_and_without_records() {
    for with_records in [true, false] {
        let mut harness = if with_records {
            scene(3)
        } else {
            let mut harness = window(false, preferences(Lang::Zh, Shade::Dark));
            ask(&mut harness, Command::Go(PageId::Tasks));
            harness
        };
        for view in ["看板", "日历", "时间轴", "模板", "报送", "议定事项", "问题清单", "经费"] {
            harness.get_by_label(view).click();
            harness.run();
        }
    }
}

#[test]
fn a_report_is_entered_as_sent_with_one_key() {
    let mut harness = scene(0);
    harness.get_by_label("报送").click();
    harness.run();
    harness.get_all_by_label("帮扶工作双周报").nth(2).unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Space);
    let sent = harness.state().desk.ask(|office| office.registry().reports.len()).take().unwrap();
    assert_eq!(sent, 1);
}

#[test]
fn what_is_due_stands_on_the_first_page_and_leads_to_its_task() {
    let mut harness = scene(0);
    ask(&mut harness, Command::Go(PageId::Today));
    harness.get_by_label("配齐创伤中心硬件 任务到期").click();
    harness.run();
    assert_eq!(harness.state().window.page(), PageId::Tasks);
}

#[test]
fn a_report_that_is_due_leads_from_the_first_page_to_its_period() {
    let mut harness = scene(0);
    ask(&mut harness, Command::Go(PageId::Today));
    harness.get_by_label("帮扶工作双周报 第12期待报").click();
    harness.run();
    assert_eq!(harness.state().window.page(), PageId::Tasks);
    harness.get_by_label("帮扶工作双周报 第12期");
    // The table has the focus: one key enters it as sent.
    press(&mut harness, Modifiers::NONE, Key::Space);
    let sent = |office: &chuanbangdai::app::Office| office.registry().reports.values().next().map(|it| it.period_no);
    assert_eq!(harness.state().desk.ask(move |office| sent(office)).take().unwrap(), Some(12));
}

#[test]
fn the_reminder_on_opening_lights_up_the_entry_of_the_task_bar() {
    let mut harness = scene(0);
    harness.state_mut().window.remind();
    harness.step();
    let commands = &harness.output().viewport_output[&egui::ViewportId::ROOT].commands;
    let asks = |command: &egui::ViewportCommand| matches!(command, egui::ViewportCommand::RequestUserAttention(_));
    assert!(commands.iter().any(asks), "{commands:?}");
    harness.run();
    harness.get_by_label_contains("今日提醒：");
}

#[test]
fn a_task_is_closed_with_a_date_and_a_note_of_its_own() {
    let mut harness = scene(0);
    harness.get_all_by_label("配齐创伤中心硬件").next().unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::Space);
    write(&mut harness, "取得证书");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let note = harness.state().desk.ask(|office| {
        let task = office.registry().tasks.values().find(|task| task.is_closed()).cloned();
        task.map(|task| task.close_note)
    });
    assert_eq!(note.take().unwrap().as_deref(), Some("取得证书"));
    assert_eq!(harness.state().window.last_action(), "销号：配齐创伤中心硬件");
}

#[test]
fn a_cell_is_changed_in_its_place_and_nonsense_is_refused() {
    let mut harness = scene(0);
    harness.get_all_by_label("配齐创伤中心硬件").next().unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::F2);
    write(&mut harness, "（二期）");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let titles = |harness: &Harness<'_, Scene>| {
        let ask = |office: &mut chuanbangdai::app::Office| {
            office.registry().tasks.values().map(|task| (task.title.clone(), task.due_on)).collect::<Vec<_>>()
        };
        harness.state().desk.ask(ask).take().unwrap()
    };
    assert_eq!(titles(&harness)[0].0, "配齐创伤中心硬件（二期）");
    // Tab has gone on to the due date: a later one needs somebody's leave, one that is none is refused.
    press(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "2023-02-30");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(titles(&harness)[0].1, day("2023-06-02"));
    assert!(harness.query_by_label_contains("2023-02-30").is_some(), "it says what cannot stand there");
    ctrl(&mut harness, Key::Z);
    assert_eq!(titles(&harness)[0].0, "配齐创伤中心硬件");
}

#[test]
fn a_file_is_added_by_its_path_and_shown_beside_its_task() {
    let mut harness = scene(0);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("验收证书.pdf");
    std::fs::File::create(&path).unwrap();
    harness.get_all_by_label("配齐创伤中心硬件").next().unwrap().click();
    harness.run();
    harness.get_by_label("佐证（0）").click();
    harness.run();
    harness.get_by_label("文件路径").click();
    harness.run();
    write(&mut harness, &path.display().to_string());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("佐证（1）");
    harness.get_by_label("验收证书.pdf");
    ctrl(&mut harness, Key::Z);
    harness.get_by_label("佐证（0）");
}

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_file_becomes_evidence_of_the_selected_task_and_says_when_it_was_altered() {
    let mut harness = scene(0);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("验收证书.pdf");
    std::fs::write(&path, b"%PDF-1.7 sound").unwrap();
    let drop = |harness: &mut Harness<'_, Scene>| {
        harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
        harness.step();
        harness.run();
    };
    drop(&mut harness);
    harness.get_by_label_contains("请先选中一项任务");
    harness.get_all_by_label("配齐创伤中心硬件").next().unwrap().click();
    harness.run();
    drop(&mut harness);
    harness.get_by_label("佐证（1）");
    harness.get_by_label("验收证书.pdf");

    let kept = harness.state().desk.ask(|office| {
        let path = office.registry().evidence.values().next().unwrap().path.clone();
        office.data_folder().join(path)
    });
    let kept = kept.take().unwrap();
    let mut rights = std::fs::metadata(&kept).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false, reason = "a file of this test alone")]
    rights.set_readonly(false);
    std::fs::set_permissions(&kept, rights).unwrap();
    std::fs::write(&kept, b"%PDF-1.7 forged").unwrap();
    assert!(harness.query_by_label_contains("内容已被改动").is_none());
    harness.event(egui::Event::WindowFocused(true));
    harness.run();
    harness.get_by_label_contains("内容已被改动");
    harness.get_by_label("验收证书.pdf").click();
    harness.run();
    harness.get_by_label_contains("的文件与存入时不同");
}

/// A template for two sites, with the preview of its rows on the screen.
fn preview_of_a_template() -> Harness<'static, Scene> {
    let mut harness = scene(0);
    let site = |id: i64, name: &str| -> Institution {
        serde_json::from_value(serde_json::json!({ "id": id, "name": name, "kind": "township" })).unwrap()
    };
    let for_sites = vec![Id::new(1), Id::new(2)];
    let template =
        TaskTemplate { for_sites, ..TaskTemplate::new("项目任务", "打造胸痛单元", day("2023-12-31")) };
    let edits = vec![Edit::put(site(1, "城关卫生院")), Edit::put(site(2, "富水卫生院")), Edit::put(template)];
    ask(&mut harness, Command::Run(Edit::Many { label: Label::Filled { rows: 3 }, edits }));
    harness.get_by_label("预览改动…").click();
    harness.run();
    harness
}

#[test]
fn a_row_of_a_preview_is_left_out_with_one_key() {
    let mut harness = preview_of_a_template();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Space);
    harness.get_by_label_contains("不应用 1 行");
    harness.get_by_label("应用 1 行").click();
    harness.run();
    let made = harness.state().desk.ask(|office| {
        let made = office.registry().tasks.values().filter(|task| task.template.is_some());
        made.map(|task| task.site).collect::<Vec<_>>()
    });
    assert_eq!(made.take().unwrap(), [Some(Id::new(2))]);
    ctrl(&mut harness, Key::Z);
    let left = harness.state().desk.ask(|office| office.registry().tasks.len()).take().unwrap();
    assert_eq!(left, 2);
}

#[test]
fn templates_are_previewed_before_they_reach_their_rows() {
    let mut harness = preview_of_a_template();
    let tasks =
        |harness: &Harness<'_, Scene>| harness.state().desk.ask(|office| office.registry().tasks.len()).take().unwrap();
    let before = tasks(&harness);
    let apply = harness.get_by_label("应用 2 行");
    apply.click();
    harness.run();
    assert_eq!(tasks(&harness), before + 2);
    ctrl(&mut harness, Key::Z);
    assert_eq!(tasks(&harness), before);
}

#[test]
fn a_problem_is_entered_and_ticked_with_one_key() {
    let mut harness = scene(0);
    harness.get_by_label("问题清单").click();
    harness.run();
    harness.get_all_by_label("新增问题").next().unwrap().click();
    harness.run();
    harness.get_by_role_and_label(egui::accesskit::Role::MultilineTextInput, "问题").click();
    harness.run();
    write(&mut harness, "宽带不稳");
    harness.get_by_label("保存").click();
    harness.run();
    harness.get_all_by_label("宽带不稳").next().unwrap().click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Space);
    let done = harness.state().desk.ask(|office| office.registry().problems.values().next().and_then(|it| it.done_on));
    assert_eq!(done.take().unwrap(), Some(day("2023-06-12")));
}
