//! The pages before there is an open file.

use chuanbangdai::app::Failure;
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::store::{Holder, StoreError};
use chuanbangdai::ui::theme::Theme;
use chuanbangdai::ui::{fonts, style, trouble_page, welcome};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn page<'a, T: 'a>(draw: impl FnMut(&mut egui::Ui) -> Option<T> + 'a, out: &'a mut Option<T>) -> Harness<'a> {
    let mut draw = draw;
    Harness::builder()
        .with_size([911.0, 512.0])
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            style::apply(ctx, &Theme::light(), true);
        })
        .build_ui(move |ui| {
            if let Some(chosen) = draw(ui) {
                *out = Some(chosen);
            }
        })
}

#[test]
fn the_welcome_offers_a_sample_an_import_an_empty_file_and_another_file() {
    for (words, expected) in [
        ("看看示例医院", welcome::Choice::Sample),
        ("导入现有表格", welcome::Choice::Import),
        ("从空白开始", welcome::Choice::Empty),
        ("打开已有的数据文件…", welcome::Choice::Open),
    ] {
        let mut chosen = None;
        let mut harness = page(|ui| welcome::ui(ui, &Theme::light(), Tr::default()), &mut chosen);
        harness.get_by_label(words).click();
        harness.run();
        drop(harness);
        assert_eq!(chosen, Some(expected), "{words}");
    }
}

#[test]
fn the_welcome_draws_in_english() {
    let mut chosen = None;
    page(|ui| welcome::ui(ui, &Theme::light(), Tr::new(Lang::En)), &mut chosen).run();
}

#[test]
fn a_file_in_use_says_by_whom_and_can_be_read() {
    let holder =
        Holder { user: "wang".to_owned(), host: "office-2".to_owned(), pid: 7, since: "2023-06-12T08:30".to_owned() };
    let failure = Failure::Store(StoreError::InUse { path: "/data/shangnan.db".into(), holder: Some(holder) });
    let mut chosen = None;
    let mut harness = page(|ui| trouble_page::ui(ui, &Theme::light(), Tr::default(), &failure, &[]), &mut chosen);
    assert!(harness.query_by_label_contains("wang").is_some());
    harness.get_by_label("以只读方式打开").click();
    harness.run();
    drop(harness);
    assert_eq!(chosen, Some(trouble_page::Way::ReadOnly));
}

#[test]
fn a_damaged_file_offers_its_backups() {
    let failure = Failure::Store(StoreError::Damaged { path: "/data/a.db".into(), detail: "page 3".to_owned() });
    let backup = chuanbangdai::app::records::BackupLine {
        id: 1,
        path: "/data/backups/a.db".into(),
        at: "2023-06-11 17:30".to_owned(),
        reason: "手动",
        size: "300 KB".to_owned(),
        since: String::new(),
    };
    let mut chosen = None;
    let backups = [backup];
    let mut harness = page(|ui| trouble_page::ui(ui, &Theme::light(), Tr::default(), &failure, &backups), &mut chosen);
    assert!(harness.query_by_label("以只读方式打开").is_none());
    harness.get_by_label("2023-06-11 17:30（手动）").click();
    harness.run();
    drop(harness);
    assert_eq!(chosen, Some(trouble_page::Way::Backup("/data/backups/a.db".into())));
}
