//! The status bar: saved when, what was done last, what is running, what is wrong, which file.

use chrono::NaiveDateTime;
use egui::{Align, Layout, Panel, ProgressBar, RichText, Sense, Ui, vec2};

use super::page::{Command, Live, Outbox, PageId};
use super::shortcut::keys_of;
use super::theme::{self, Theme};
use super::widget::{Button, Icon, chip};
use crate::app::today::{FileVm, file_vm};
use crate::app::{Desk, Progress};
use crate::domain::Severity;
use crate::i18n::Tr;

/// What the status bar shows.
#[derive(Debug, Default)]
pub struct Status {
    saved_at: Option<NaiveDateTime>,
    last: String,
    can_undo: bool,
    file: Live<FileVm>,
    held_by: Option<String>,
    caption: String,
}

impl Status {
    /// Says what was done, and whether it can be taken back.
    pub fn note(&mut self, words: String, now: NaiveDateTime, can_undo: bool) {
        (self.saved_at, self.last, self.can_undo) = (Some(now), words, can_undo);
        self.file.expire();
    }

    /// Asks again for what it says about the file.
    pub const fn expire(&mut self) {
        self.file.expire();
    }

    /// What was done last.
    #[must_use]
    pub fn last(&self) -> &str {
        &self.last
    }

    /// What is known of the file.
    pub fn file(&self) -> Option<&FileVm> {
        self.file.get().and_then(|file| file.as_ref().ok())
    }

    /// Says who has the file open, where it is only read because of that.
    pub fn note_lock(&mut self, held_by: Option<String>) {
        self.held_by = held_by;
    }

    /// Takes answers that have come; gives the caption of the window where it is a new one.
    pub fn refresh(&mut self, desk: &Desk, tr: Tr) -> Option<String> {
        self.file.refresh(|| desk.ask(move |office| file_vm(office, tr)));
        let file = self.file()?;
        let name = if file.unit.is_empty() { &file.name } else { &file.unit };
        let caption = match (&file.lock, &self.held_by) {
            (None, _) => format!("{name} — {}", tr.app_name()),
            (Some(_), None) => format!("{name} · {} — {}", tr.status_read_only(), tr.app_name()),
            (Some(_), Some(holder)) => format!("{name} · {} · {holder} — {}", tr.status_read_only(), tr.app_name()),
        };
        (caption != self.caption).then(|| {
            self.caption.clone_from(&caption);
            caption
        })
    }

    /// Draws the bar.
    pub fn ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, jobs: &[(String, Progress)], out: &mut Outbox) {
        let frame = egui::Frame::new().fill(theme.raised).inner_margin(egui::Margin::symmetric(12, 0));
        Panel::bottom("status").exact_size(28.0).resizable(false).frame(frame).show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.file_ui(ui, theme, tr);
                self.findings_ui(ui, theme, tr, out);
                for (name, progress) in jobs {
                    job_ui(ui, theme, tr, name, progress);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.last_ui(ui, theme, tr, out));
            });
        });
    }

    fn last_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, out: &mut Outbox) {
        let saved = self
            .saved_at
            .map_or_else(|| tr.status_all_saved().to_owned(), |at| tr.status_saved_at(&at.format("%H:%M").to_string()));
        Icon::Check.ui(ui, 14.0, theme.ok);
        ui.label(small(&saved, theme.muted));
        if self.last.is_empty() {
            return;
        }
        ui.add_space(8.0);
        let room = (ui.available_width() - 72.0).max(40.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(egui::Label::new(small(&self.last, theme.ink)).truncate());
        });
        if self.can_undo {
            let keys = keys_of(&Command::Undo);
            let link = egui::Button::new(small(tr.command_undo(), theme.accent)).frame(false);
            if ui.add(link).on_hover_text(format!("{}  {keys}", tr.command_undo_hint())).clicked() {
                out.push(Command::Undo);
            }
        }
    }

    fn file_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr) {
        let Some(file) = self.file() else { return };
        let words = if file.unit.is_empty() { file.name.clone() } else { format!("{} · {}", file.unit, file.name) };
        let label = egui::Label::new(small(&words, theme.muted)).truncate();
        ui.scope(|ui| {
            ui.set_max_width(280.0);
            ui.add(label).on_hover_text(&file.path);
        });
        if let Some(why) = &file.lock {
            Icon::Lock.ui(ui, 14.0, theme.warning).on_hover_text(self.held_by.as_ref().unwrap_or(why));
            ui.label(small(tr.status_read_only(), theme.warning));
        }
    }

    fn findings_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, out: &mut Outbox) {
        let Some(file) = self.file() else { return };
        for (severity, count) in [Severity::Failure, Severity::Warning, Severity::Hint].into_iter().zip(file.findings) {
            if count == 0 {
                continue;
            }
            let (icon, ink, _) = chip::severity_look(theme, severity);
            let words = tr.status_findings(tr.severity(severity), count);
            let count = egui::Button::new(small(&count.to_string(), ink)).frame(false).sense(Sense::click());
            let response = ui.add(count).accessible_name(words.as_str()).on_hover_text(&words);
            icon.ui(ui, 14.0, ink);
            if response.clicked() {
                out.push(Command::Go(PageId::Today));
            }
        }
    }
}

/// Draws a running job: its name, how far it is, and the way to stop it.
fn job_ui(ui: &mut Ui, theme: &Theme, tr: Tr, name: &str, progress: &Progress) {
    if progress.is_cancelled() {
        ui.label(small(tr.status_stopping(), theme.muted));
    } else if Button::icon_only(Icon::Close, tr.status_stop()).ui(ui, theme).clicked() {
        progress.cancel();
    }
    let (done, total) = progress.share();
    if total > 0 {
        #[allow(clippy::cast_precision_loss, reason = "a share of a bar that is 96 points wide")]
        let share = done as f32 / total as f32;
        let bar = ProgressBar::new(share).desired_width(96.0).desired_height(6.0).fill(theme.accent);
        ui.add(bar).on_hover_text(format!("{done} / {total}"));
    } else {
        let (rect, _) = ui.allocate_exact_size(vec2(96.0, 6.0), Sense::hover());
        ui.painter().rect_filled(rect, 3, theme.hover);
    }
    ui.label(small(name, theme.ink));
}

fn small(words: &str, ink: egui::Color32) -> RichText {
    RichText::new(words).font(theme::caption()).color(ink)
}
