//! The program in its window: the data file, the welcome of a first start, a way out where the file cannot be opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Ui};

use super::pick::{Pick, Wanted};
use super::start::Options;
use super::welcome::{self, Choice};
use super::window::Window;
use super::{look::Look, trouble_page};
use crate::app::records::{BackupLine, backups_of, put_back_closed};
use crate::app::settings::Preferences;
use crate::app::{Desk, Failure, Job, Office, place};
use crate::i18n::Tr;

/// Where the program stands.
enum Stage {
    /// The data file is being opened.
    Opening { path: PathBuf, job: Job<Result<Office, Failure>> },
    /// There is no data file yet.
    Welcome,
    /// It cannot be opened.
    Trouble { path: PathBuf, failure: Failure, backups: Vec<BackupLine> },
    /// At work.
    Open(Box<Window>),
}

/// Begins to open or make a file, off the drawing thread.
fn begin(ctx: &Context, path: PathBuf, work: impl FnOnce() -> Result<Office, Failure> + Send + 'static) -> Stage {
    let wake = ctx.clone();
    let job = Job::start("open", move || wake.request_repaint(), move |_| work());
    Stage::Opening { path, job }
}

/// The file cannot be opened; its backups are looked up where only they help.
fn trouble(path: PathBuf, failure: Failure, tr: Tr) -> Stage {
    let backups = if failure.leaves_reading() { Vec::new() } else { backups_of(&path, tr).unwrap_or_default() };
    Stage::Trouble { path, failure, backups }
}

/// The program in its window.
pub struct Program {
    options: Options,
    preferences: Preferences,
    kept: Preferences,
    look: Look,
    stage: Stage,
    pick: Pick,
    /// Whether the import is to be opened as soon as the file is.
    imports_next: bool,
    /// Why the file is only read, where somebody else has it open.
    held_by: Option<String>,
}

impl Program {
    /// The program before its first frame; the data file is being opened beside it.
    #[must_use]
    pub fn new(ctx: &Context, options: Options, preferences: Preferences) -> Self {
        let kept = preferences.clone();
        let mut program = Self {
            options,
            preferences,
            kept,
            look: Look::default(),
            stage: Stage::Welcome,
            pick: Pick::default(),
            imports_next: false,
            held_by: None,
        };
        program.look.follow(ctx, &program.preferences);
        ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(program.preferences.is_maximized));
        program.stage = match program.first_file() {
            Ok(path) if path.exists() => program.opening(ctx, path),
            Ok(_) => Stage::Welcome,
            Err(failure) => trouble(PathBuf::new(), failure, program.look.tr),
        };
        program
    }

    /// The named file, else the one that was open last, else the usual one.
    fn first_file(&self) -> Result<PathBuf, Failure> {
        let last = self.preferences.last_file.as_deref().filter(|path| path.exists() && !place::is_portable());
        place::data_file(self.options.db.as_deref().or(last))
    }

    fn opening(&self, ctx: &Context, path: PathBuf) -> Stage {
        let (clock, is_read_only) = (self.options.clock, self.options.is_read_only);
        let file = path.clone();
        begin(
            ctx,
            path,
            move || {
                if is_read_only { Office::open_read_only(&file, clock) } else { Office::open(&file, clock) }
            },
        )
    }

    fn creating(&self, ctx: &Context, path: PathBuf, with_sample: bool) -> Stage {
        let clock = self.options.clock;
        let file = path.clone();
        begin(ctx, path, move || {
            if place::folder().is_ok_and(|folder| file.parent() == Some(&folder)) {
                place::make_folder()?;
            }
            let mut office = Office::create(&file, clock)?;
            if with_sample {
                let edit = crate::app::sample::sample(office.registry(), clock.today());
                office.run(&edit)?;
            }
            Ok(office)
        })
    }

    /// Moves on where the file has been opened, or could not be.
    fn advance(&mut self, ctx: &Context) {
        let Stage::Opening { path, job } = &mut self.stage else { return };
        let Some(result) = job.answer.take() else { return };
        let path = std::mem::take(path);
        self.stage = match result {
            Ok(office) => {
                self.preferences.note_file(&path);
                let wake = ctx.clone();
                let desk = Desk::threaded(office, Arc::new(move || wake.request_repaint()));
                let mut window = Window::new(desk, self.options.clock, self.preferences.clone());
                window.note_lock(self.held_by.take());
                window.remind();
                if std::mem::take(&mut self.imports_next) {
                    window.ask(super::Command::Import(Vec::new()));
                }
                Stage::Open(Box::new(window))
            }
            Err(failure) => trouble(path, failure, self.look.tr),
        };
    }

    fn welcome(&mut self, ctx: &Context, choice: Choice) {
        let tr = self.look.tr;
        let path = match place::data_file(self.options.db.as_deref()) {
            Ok(path) => path,
            Err(failure) => {
                self.stage = trouble(PathBuf::new(), failure, tr);
                return;
            }
        };
        match choice {
            Choice::Sample => self.stage = self.creating(ctx, path, true),
            Choice::Empty => self.stage = self.creating(ctx, path, false),
            Choice::Import => {
                self.imports_next = true;
                self.stage = self.creating(ctx, path, false);
            }
            Choice::Open => self.pick.open(ctx, tr, Wanted::DataFile, place::DATA_FILE),
        }
    }

    /// A data file dropped on a page without one is opened.
    fn dropped(&mut self, ctx: &Context) {
        let first = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = first.filter(|path| path.extension().is_some_and(|ending| ending == "db")) {
            self.held_by = None;
            self.stage = self.opening(ctx, path);
        }
    }

    fn picked(&mut self, ctx: &Context) {
        let Some((wanted, paths)) = self.pick.take(ctx, &self.look.theme, self.look.tr) else { return };
        if let Some(path) = paths.into_iter().next() {
            self.options.is_read_only = false;
            self.held_by = None;
            self.stage = match wanted {
                Wanted::NewDataFile => self.creating(ctx, path, false),
                _ => self.opening(ctx, path),
            };
        }
    }

    fn way_out(&mut self, ctx: &Context, path: &Path, way: trouble_page::Way) {
        use trouble_page::Way;
        match way {
            Way::Again => {
                self.held_by = None;
                self.stage = self.opening(ctx, path.to_owned());
            }
            Way::ReadOnly => {
                self.options.is_read_only = true;
                self.stage = self.opening(ctx, path.to_owned());
            }
            Way::Other => self.pick.open(ctx, self.look.tr, Wanted::DataFile, place::DATA_FILE),
            Way::New => self.pick.open(ctx, self.look.tr, Wanted::NewDataFile, place::DATA_FILE),
            Way::Backup(backup) => {
                let (clock, file) = (self.options.clock, path.to_owned());
                self.stage = begin(ctx, path.to_owned(), move || {
                    put_back_closed(&backup, &file, clock)?;
                    Office::open(&file, clock)
                });
            }
        }
    }

    /// Keeps the choices of this computer, off the drawing thread, when no button is held down.
    fn keep(&mut self, ctx: &Context) {
        if let Stage::Open(window) = &self.stage
            && self.preferences != *window.preferences()
        {
            self.preferences.clone_from(window.preferences());
        }
        if self.preferences != self.kept && !ctx.input(|input| input.pointer.any_down()) {
            self.kept.clone_from(&self.preferences);
            let kept = self.kept.clone();
            Job::start(
                "preferences",
                || (),
                move |_| {
                    if let Err(error) = kept.save() {
                        tracing::warn!(%error, "the choices of this computer are not kept");
                    }
                },
            );
        }
    }
}

impl eframe::App for Program {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.advance(ctx);
        if let Stage::Open(window) = &mut self.stage {
            window.logic(ctx);
        } else {
            self.look.follow(ctx, &self.preferences);
        }
        self.keep(ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Stage::Open(window) = &self.stage {
            window.close();
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let (theme, tr) = (self.look.theme.clone(), self.look.tr);
        match &mut self.stage {
            Stage::Open(window) => return window.ui(ui),
            Stage::Opening { .. } => welcome::blank(ui, &theme),
            Stage::Welcome => {
                if let Some(choice) = welcome::ui(ui, &theme, tr) {
                    self.welcome(&ctx, choice);
                }
            }
            Stage::Trouble { path, failure, backups } => {
                let path = path.clone();
                if let Some(way) = trouble_page::ui(ui, &theme, tr, failure, backups) {
                    self.held_by = Some(failure.told(tr).what);
                    self.way_out(&ctx, &path, way);
                }
            }
        }
        self.dropped(&ctx);
        self.picked(&ctx);
    }
}
