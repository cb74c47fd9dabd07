//! Asks for files by the system's own dialog, off the drawing thread; by a path box where there is no such dialog.

use std::path::{Path, PathBuf};

use egui::Context;

use super::off_screen;
use super::theme::Theme;
use super::widget::{Dialog, DialogAnswer, Field};
use crate::app::Job;
use crate::i18n::Tr;

/// A dialog that ends sooner than this, in seconds, was never shown: nobody cancels that quickly.
const TOO_QUICK: f64 = 0.4;

/// Endings of the workbooks that can be imported.
const WORKBOOKS: &[&str] = &["xlsx", "xls", "xlsb", "xlsm", "ods", "csv", "tsv", "txt"];

/// Whether a file is a workbook by its ending: such a one is imported, others can only be kept.
#[must_use]
pub fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| WORKBOOKS.contains(&ending.as_str()))
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A data file that is there.
    DataFile,
    /// A place for a new data file.
    NewDataFile,
    /// Workbooks to import.
    Workbooks,
    /// Any files.
    Files,
    /// A place for an exported file; the ending says its format.
    Export(&'static str),
}

/// At most one dialog at a time.
#[derive(Debug, Default)]
pub struct Pick {
    asked: Option<Asked>,
    path_box: Option<PathBox>,
}

/// A box for a path, in place of the dialog.
#[derive(Debug)]
struct PathBox {
    wanted: Wanted,
    text: String,
    /// Whether it has taken the focus, which it does once.
    is_focused: bool,
}

/// A dialog that is open.
#[derive(Debug)]
struct Asked {
    wanted: Wanted,
    /// Seconds since the start.
    since: f64,
    job: Job<Option<Vec<PathBuf>>>,
}

impl Pick {
    /// Opens the dialog, unless one is open; `name` is the file name that is proposed.
    pub fn open(&mut self, ctx: &Context, tr: Tr, wanted: Wanted, name: &str) {
        if self.asked.is_some() || self.path_box.is_some() {
            return;
        }
        if off_screen::is_on(ctx) {
            self.path_box = Some(PathBox { wanted, text: name.to_owned(), is_focused: false });
            return;
        }
        let wake = ctx.clone();
        let name = name.to_owned();
        let work = move |_: &crate::app::Progress| ask(tr, wanted, &name);
        let job = Job::start("file dialog", move || wake.request_repaint(), work);
        self.asked = Some(Asked { wanted, since: ctx.input(|input| input.time), job });
    }

    /// Takes the answer, once; draws the path box where it is needed.
    pub fn take(&mut self, ctx: &Context, theme: &Theme, tr: Tr) -> Option<(Wanted, Vec<PathBuf>)> {
        if let Some(answer) = self.asked.as_ref().and_then(|asked| asked.job.answer.take())
            && let Some(Asked { wanted, since, .. }) = self.asked.take()
        {
            if answer.is_none() && ctx.input(|input| input.time) - since < TOO_QUICK {
                self.path_box = Some(PathBox { wanted, text: String::new(), is_focused: false });
            }
            return answer.map(|paths| (wanted, paths));
        }
        self.box_ui(ctx, theme, tr)
    }

    fn box_ui(&mut self, ctx: &Context, theme: &Theme, tr: Tr) -> Option<(Wanted, Vec<PathBuf>)> {
        let PathBox { wanted, text, is_focused } = self.path_box.as_mut()?;
        let wanted = *wanted;
        let is_ready = !text.trim().is_empty();
        let dialog = Dialog::new("path", tr.path_title(), tr.cancel()).main(tr.path_take()).ready(is_ready);
        let answer = dialog.ui(ctx, theme, |ui| {
            ui.label(tr.path_why());
            if matches!(wanted, Wanted::Files | Wanted::Workbooks) {
                ui.label(tr.path_or_drop());
            }
            ui.add_space(8.0);
            let response = Field::new(tr.path_label()).hint(tr.path_hint()).ui(ui, theme, text);
            if !std::mem::replace(is_focused, true) {
                response.request_focus();
            }
        });
        if answer == DialogAnswer::Open {
            return None;
        }
        let PathBox { text, .. } = self.path_box.take()?;
        let path = off_screen::kept_in(ctx, PathBuf::from(text.trim().trim_matches('"')));
        (answer == DialogAnswer::Confirmed).then(|| (wanted, vec![path]))
    }
}

fn ask(tr: Tr, wanted: Wanted, name: &str) -> Option<Vec<PathBuf>> {
    let dialog = rfd::FileDialog::new();
    match wanted {
        Wanted::DataFile => dialog.add_filter(tr.kind_data_file(), &["db"]).pick_file().map(|path| vec![path]),
        Wanted::NewDataFile => {
            dialog.add_filter(tr.kind_data_file(), &["db"]).set_file_name(name).save_file().map(|path| vec![path])
        }
        Wanted::Workbooks => dialog.add_filter(tr.kind_workbooks(), WORKBOOKS).pick_files(),
        Wanted::Files => dialog.pick_files(),
        Wanted::Export(ending) => {
            dialog.add_filter(ending, &[ending]).set_file_name(name).save_file().map(|path| vec![path])
        }
    }
}
