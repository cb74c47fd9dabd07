//! The data file cannot be opened: what happened, what did not change, and the ways out.

use std::path::PathBuf;

use egui::{CentralPanel, RichText, Ui};

use super::theme::{self, Theme};
use super::widget::{Button, trouble};
use crate::app::Failure;
use crate::app::records::BackupLine;
use crate::i18n::Tr;

/// Backups that are offered.
const OFFERED: usize = 3;

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Try the same file again.
    Again,
    /// Only look at it.
    ReadOnly,
    /// Open another file.
    Other,
    /// Make a new file elsewhere.
    New,
    /// Put a backup in its place; the file is put aside.
    Backup(PathBuf),
}

/// Draws the page; returns the way out that was chosen.
pub fn ui(ui: &mut Ui, theme: &Theme, tr: Tr, failure: &Failure, backups: &[BackupLine]) -> Option<Way> {
    let mut chosen = None;
    let frame = egui::Frame::new().fill(theme.paper).inner_margin(24);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let can_look = failure.leaves_reading();
        let mut ways = vec![(tr.way_again(), Way::Again)];
        if can_look {
            ways.push((tr.way_read_only(), Way::ReadOnly));
        }
        ways.push((tr.way_other(), Way::Other));
        ways.push((tr.way_new(), Way::New));
        let words: Vec<&str> = ways.iter().map(|(words, _)| *words).collect();
        if let Some(place) = trouble(ui, theme, &failure.told(tr), &words) {
            chosen = ways.into_iter().nth(place).map(|(_, way)| way);
        }
        if let Some(backup) = backups_ui(ui, theme, tr, backups) {
            chosen = Some(Way::Backup(backup));
        }
    });
    chosen
}

/// Draws the newest backups; returns the one that was chosen.
fn backups_ui(ui: &mut Ui, theme: &Theme, tr: Tr, backups: &[BackupLine]) -> Option<PathBuf> {
    if backups.is_empty() {
        return None;
    }
    let mut chosen = None;
    ui.vertical_centered(|ui| {
        ui.add_space(16.0);
        ui.label(RichText::new(tr.way_backups()).font(theme::caption()).color(theme.muted));
        for backup in backups.iter().take(OFFERED) {
            let words = tr.way_backup(&backup.at, backup.reason);
            if Button::new(&words).ui(ui, theme).clicked() {
                chosen = Some(backup.path.clone());
            }
        }
    });
    chosen
}
