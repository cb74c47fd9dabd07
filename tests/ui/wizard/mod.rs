//! Tests of the import wizard and of the documents page.

use std::path::Path;

use chuanbangdai::ui::{Command, PageId};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::support::{Scene, ask, press, sample_window};

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
