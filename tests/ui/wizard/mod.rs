//! Tests of the import wizard and of the documents page.

use std::path::Path;

use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, press, sample_window, write};

/// Draws until the words stand on the screen: reading and typesetting have threads of their own.
fn wait_for(harness: &mut Harness<'_, Scene>, words: &str) {
    for _ in 0..2_000 {
        harness.step();
        if harness.query_all_by_label_contains(words).next().is_some() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("{words} never came");
}

fn import(harness: &mut Harness<'_, Scene>, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(file);
    ask(harness, Command::Import(vec![path]));
}

#[test]
fn leave_is_previewed_applied_by_keyboard_and_taken_back() {
    let mut harness = sample_window();
    let before = harness.state().window.last_action().to_owned();
    import(&mut harness, "leave.xlsx");
    wait_for(&mut harness, "现在还没有写入");
    assert_eq!(harness.state().window.last_action(), before, "a preview writes nothing");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    wait_for(&mut harness, "未变");
    assert_eq!(harness.state().window.page(), PageId::Wizard);
}

#[test]
fn a_file_that_is_no_workbook_is_refused_in_words() {
    let mut harness = sample_window();
    import(&mut harness, "encrypted.xlsx");
    wait_for(&mut harness, "设有打开密码");
    assert!(harness.query_by_label("换文件").is_some(), "there is a way out");
}

#[test]
fn the_week_is_previewed_as_it_will_be_printed() {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Documents));
    wait_for(&mut harness, "第1页 共1页");
    assert!(harness.query_by_label("打印").is_some());
}

/// Opens the list of a box, types into it and takes the first that fits.
fn choose(harness: &mut Harness<'_, Scene>, label: &str, typed: &str) {
    harness.get_by_role_and_label(egui::Role::ComboBox, label).focus();
    harness.run();
    press(harness, Modifiers::NONE, Key::Enter);
    write(harness, typed);
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_sheet_that_nobody_knows_is_named_by_keyboard_and_known_the_next_time() {
    let sheet = |name: &str| format!("谁\t怎么了\t哪天起\t哪天止\n{name}\t病假\t2023-6-15\t2023-6-16");
    let paste = |harness: &mut Harness<'_, Scene>, name: &str| {
        harness.event(egui::Event::Paste(sheet(name)));
        harness.run();
    };
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Wizard));
    paste(&mut harness, "邹龙");
    wait_for(&mut harness, "没有认出是哪种表");
    choose(&mut harness, "这张表是", "请销假");
    press(&mut harness, Modifiers::COMMAND, Key::PageDown);
    for (column, heading) in [("谁", "申请人"), ("怎么了", "类别"), ("哪天起", "开始日期"), ("哪天止", "结束日期")]
    {
        choose(&mut harness, &format!("“{column}”对应为"), heading);
    }
    wait_for(&mut harness, "新增 1 · 更新 0");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    wait_for(&mut harness, "导入完成");

    harness.get_by_label("再导入").click();
    harness.run();
    paste(&mut harness, "周琳");
    wait_for(&mut harness, "沿用上次导入同样表头时的选择");
    wait_for(&mut harness, "新增 1 · 更新 0");
    harness.get_by_label("恢复自动识别").click();
    wait_for(&mut harness, "没有认出是哪种表");
    assert!(harness.query_by_label_contains("沿用上次").is_none());
}
