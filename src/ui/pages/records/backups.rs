//! The backups beside the data file: make one, look one over, put one back.

use std::path::PathBuf;

use egui::{RichText, Ui};

use crate::app::records::{BackupLine, backups, check_backup};
use crate::app::{Failure, Job};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx, Tone};
use crate::ui::theme;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Icon, Table, TableRow, TableState, live_ui};

/// The backups.
#[derive(Debug, Default)]
pub(super) struct Backups {
    files: Live<Vec<BackupLine>>,
    table: TableState,
    check: Option<Job<Result<u64, Failure>>>,
}

impl TableRow for BackupLine {
    fn key(&self) -> i64 {
        self.id
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.at,
            1 => self.reason,
            2 => &self.since,
            _ => &self.size,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 0 { CellTone::Plain } else { CellTone::Muted }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("at", tr.backup_when(), 160.0),
        Column::text("reason", tr.backup_why(), 200.0).wide(),
        Column::number("since", tr.backup_since(), 120.0),
        Column::number("size", tr.backup_size(), 96.0),
    ]
}

impl Backups {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.files.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.files.refresh(|| cx.desk.ask(move |office| backups(office, tr)));
        self.hear_check(cx);
        self.buttons_ui(ui, cx);
        let revision = self.files.revision();
        let table = &mut self.table;
        live_ui(ui, theme, tr, self.files.get(), |ui, files| {
            let columns = columns(tr);
            let empty =
                Empty { icon: Icon::Backup, title: tr.backup_none(), text: tr.backup_none_hint(), action: None };
            Table::new("backups", tr.tab_backups(), &columns, revision).empty(empty).ui(ui, cx, files, table);
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        let chosen = self.chosen();
        ui.horizontal(|ui| {
            if Button::new(tr.command_back_up()).icon(Icon::Backup).ui(ui, theme).clicked() {
                cx.out.push(Command::BackUp);
            }
            let restore = Button::new(tr.backup_put_back()).icon(Icon::Undo).tooltip(tr.backup_put_back_hint());
            if restore.enabled(chosen.is_some()).ui(ui, theme).clicked()
                && let Some(path) = chosen.clone()
            {
                cx.out.push(Command::Restore(path));
            }
            let check = Button::quiet(tr.backup_check()).icon(Icon::Check).tooltip(tr.backup_check_hint());
            if check.enabled(chosen.is_some() && self.check.is_none()).ui(ui, theme).clicked()
                && let Some(path) = chosen
            {
                let ctx = ui.ctx().clone();
                let work = move |_: &crate::app::Progress| check_backup(&path);
                self.check = Some(Job::start("check backup", move || ctx.request_repaint(), work));
            }
        });
        ui.label(RichText::new(tr.backup_by_themselves()).font(theme::caption()).color(theme.muted));
        ui.add_space(8.0);
    }

    fn chosen(&self) -> Option<PathBuf> {
        let id = self.table.single()?;
        let files = self.files.get()?.as_ref().ok()?;
        files.iter().find(|file| file.id == id).map(|file| file.path.clone())
    }

    fn hear_check(&mut self, cx: &mut PageCx<'_>) {
        let Some(result) = self.check.as_ref().and_then(|job| job.answer.take()) else { return };
        self.check = None;
        cx.out.push(match result {
            Ok(records) => Command::Say(Tone::Ok, cx.tr.backup_sound(records)),
            Err(failure) => Command::Say(Tone::Error, failure.told(cx.tr).what),
        });
    }
}
