//! The way of an import: reading, planning, showing, applying; each stage knows all that it needs.

use std::path::PathBuf;

use egui::Context;

use crate::app::intake::{
    Gathered, ImportChoices, ImportReport, MappingChoice, OnDup, OutsideLists, Prepared, gather, reader,
};
use crate::app::{Answer, Done, Failure, Job, Progress, Told};
use crate::i18n::Tr;
use crate::ui::page::{Command, PageCx};

use super::picture::SheetPicture;
use super::sheets::SheetsView;

/// Rows of each sheet that the preview shows.
pub const SHOWN_ROWS: usize = 50;

/// What the page shows.
#[derive(Debug, Default)]
pub enum Stage {
    /// Nothing chosen yet.
    #[default]
    Choose,
    /// Files are being read.
    Reading(Job<Result<Gathered, Failure>>),
    /// The plan is being made.
    Planning,
    /// The plan is shown.
    Preview(Box<Preview>),
    /// The plan is being applied.
    Applying,
    /// What the import did.
    Outcome(ImportReport),
    /// It went wrong; nothing was changed.
    Trouble(Told),
}

/// A plan as it is shown.
#[derive(Debug)]
pub struct Preview {
    /// The plan.
    pub prepared: Prepared,
    /// Its sheets, ready to be drawn.
    pub sheets: Vec<SheetPicture>,
    /// What it would do in all.
    pub report: ImportReport,
    /// Names to choose from for what a sheet does not say.
    pub lists: OutsideLists,
}

impl Stage {
    /// Which of the three steps it belongs to.
    pub const fn number(&self) -> usize {
        match self {
            Self::Choose | Self::Reading(_) | Self::Trouble(_) => 1,
            Self::Planning | Self::Preview(_) | Self::Applying => 2,
            Self::Outcome(_) => 3,
        }
    }
}

/// What an import did, and the step that every page hears of.
type Applied = Result<(ImportReport, Option<Done>), Failure>;

/// A plan, and what can be chosen beside it.
type Planned = Result<(Prepared, OutsideLists), Failure>;

/// The stage, the files that were read, and what was chosen about them.
#[derive(Debug, Default)]
pub struct Flow {
    stage: Stage,
    gathered: Option<Gathered>,
    choices: ImportChoices,
    waiting_files: Option<Vec<PathBuf>>,
    planning: Option<Answer<Planned>>,
    applying: Option<Answer<Applied>>,
    is_stale: bool,
}

impl Flow {
    /// What is shown.
    pub const fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Forgets everything.
    pub fn restart(&mut self) {
        *self = Self::default();
    }

    /// Reads the files as soon as the page is drawn.
    pub fn read_soon(&mut self, files: Vec<PathBuf>) {
        self.waiting_files = Some(files);
    }

    /// Reads the files beside the window.
    pub fn read(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        self.restart();
        let wake = ctx.clone();
        let work = move |progress: &Progress| gather(&files, &reader(), progress);
        self.stage = Stage::Reading(Job::start("import", move || wake.request_repaint(), work));
    }

    /// Takes a pasted block in place of files.
    pub fn paste(&mut self, text: &str) {
        self.restart();
        self.gathered = Some(Gathered::pasted(text));
        self.stage = Stage::Planning;
        self.is_stale = true;
    }

    /// The plan that is shown is out of date.
    pub const fn expire(&mut self) {
        if matches!(self.stage, Stage::Preview(_)) {
            self.is_stale = true;
        }
    }

    /// What the clerk chose for the sheet at a place of the preview, to be changed; the plan follows.
    pub fn choose(&mut self, place: usize, change: impl FnOnce(&mut MappingChoice)) {
        let Stage::Preview(preview) = &self.stage else { return };
        let Some(SheetPicture { preview: sheet, .. }) = preview.sheets.get(place) else { return };
        let key = (sheet.file.clone(), sheet.sheet.clone());
        change(self.choices.mapping.by_place.entry(key).or_insert_with(|| sheet.choice.clone()));
        self.is_stale = true;
    }

    /// What happens to stored records that differ from a row.
    pub const fn on_dup(&self) -> OnDup {
        self.choices.on_dup
    }

    /// Chooses it; the plan follows.
    pub fn choose_on_dup(&mut self, on_dup: OnDup) {
        self.choices.on_dup = on_dup;
        self.is_stale = true;
    }

    /// Applies the plan that is shown.
    pub fn apply(&mut self, cx: &PageCx<'_>) {
        let Stage::Preview(preview) = &self.stage else { return };
        let (prepared, tr) = (preview.prepared.clone(), cx.tr);
        self.applying = Some(cx.desk.ask(move |office| {
            let report = office.commit_import(prepared, tr)?;
            let done = office.imported(&report)?;
            Ok((report, done))
        }));
        self.stage = Stage::Applying;
    }

    /// Long work under way.
    pub fn job(&self) -> Option<(&str, &Progress)> {
        match &self.stage {
            Stage::Reading(job) => Some(("import", &job.progress)),
            _ => None,
        }
    }

    /// Why there is nothing to see yet.
    pub const fn waiting_for(&self, tr: Tr) -> &'static str {
        match self.stage {
            Stage::Reading(_) => tr.wizard_reading(),
            Stage::Applying => tr.wizard_applying(),
            _ => tr.wizard_planning(),
        }
    }

    /// Moves on where something has come.
    pub fn poll(&mut self, cx: &mut PageCx<'_>, view: &mut SheetsView) {
        self.poll_reading(cx);
        self.poll_planning(cx, view);
        if let Some(answer) = self.applying.as_ref().and_then(Answer::take) {
            self.applying = None;
            self.stage = match answer {
                Ok((report, done)) => {
                    if let Some(done) = done {
                        cx.out.push(Command::Happened(done));
                    }
                    Stage::Outcome(report)
                }
                Err(failure) => Stage::Trouble(failure.told(cx.tr)),
            };
        }
    }

    fn poll_reading(&mut self, cx: &PageCx<'_>) {
        let Stage::Reading(job) = &self.stage else { return };
        let Some(answer) = job.answer.take() else { return };
        match answer {
            Ok(gathered) => {
                self.gathered = Some(gathered);
                self.stage = Stage::Planning;
                self.is_stale = true;
            }
            Err(failure) => self.stage = Stage::Trouble(failure.told(cx.tr)),
        }
    }

    fn poll_planning(&mut self, cx: &PageCx<'_>, view: &mut SheetsView) {
        if self.is_stale
            && self.planning.is_none()
            && let Some(gathered) = self.gathered.clone()
        {
            self.is_stale = false;
            let mut choices = self.choices.clone();
            self.planning = Some(cx.desk.ask(move |office| {
                choices.mapping.remembered = office.remembered_mappings();
                let understood = gathered.understand(&choices);
                Ok((office.prepare_import(understood, choices)?, office.outside_lists()))
            }));
        }
        let Some(answer) = self.planning.as_ref().and_then(Answer::take) else { return };
        self.planning = None;
        self.stage = match answer {
            Ok((prepared, lists)) => {
                let sheets = prepared.preview(SHOWN_ROWS, cx.tr).into_iter().map(|it| SheetPicture::new(it, cx.tr));
                let preview =
                    Preview { sheets: sheets.collect(), report: prepared.report(None, cx.tr), prepared, lists };
                view.renew(&preview.sheets);
                Stage::Preview(Box::new(preview))
            }
            Err(failure) => Stage::Trouble(failure.told(cx.tr)),
        };
    }

    /// Starts reading files that came with the command.
    pub fn start_waiting(&mut self, ctx: &Context) {
        if let Some(files) = self.waiting_files.take() {
            self.read(ctx, files);
        }
    }
}
