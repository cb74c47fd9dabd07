//! The window of an open data file: frame around the pages, and the one place where commands are carried out.

use egui::{CentralPanel, Context, Margin, Ui};

use super::page::{Command, Outbox, PageCx, PageId, Tone};
use super::page_set::PageSet;
use super::palette::{Palette, PaletteAnswer};
use super::status::Status;
use super::tasks::{Kind, Outcome, Tasks};
use super::theme::MARGIN;
use super::toast::Toasts;
use super::{bar, keys, look::Look, off_screen, rail, shortcut, trail::Trail};
use crate::app::settings::Preferences;
use crate::app::today::{Reminder, reminder};
use crate::app::{Answer, Clock, Desk, Failure, notice};
use crate::domain::Table;
use crate::i18n::Tr;

/// What lies over the page.
#[derive(Debug, Default)]
enum Overlay {
    #[default]
    None,
    Palette(Palette),
    Keys,
    Messages,
}

/// The window of an open data file.
pub struct Window {
    desk: Desk,
    clock: Clock,
    preferences: Preferences,
    look: Look,
    pages: PageSet,
    trail: Trail,
    out: Outbox,
    tasks: Tasks,
    status: Status,
    toasts: Toasts,
    overlay: Overlay,
    /// What is said once on opening, until it is said.
    reminder: Option<Answer<Result<Option<Reminder>, Failure>>>,
}

impl Window {
    /// A window over an office.
    #[must_use]
    pub fn new(desk: Desk, clock: Clock, preferences: Preferences) -> Self {
        Self {
            desk,
            clock,
            preferences,
            look: Look::default(),
            pages: PageSet::default(),
            trail: Trail::default(),
            out: Outbox::default(),
            tasks: Tasks::default(),
            status: Status::default(),
            toasts: Toasts::default(),
            overlay: Overlay::default(),
            reminder: None,
        }
    }

    /// Says once what is due, in the window and through the desktop, unless that is switched off.
    pub fn remind(&mut self) {
        if !self.preferences.is_quiet {
            let tr = Tr::new(self.preferences.lang);
            self.reminder = Some(self.desk.ask(move |office| reminder(office, tr)));
        }
    }

    /// Choices of this computer as they are now.
    #[must_use]
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Says who has the file open, where it is only read because of that.
    pub fn note_lock(&mut self, held_by: Option<String>) {
        self.status.note_lock(held_by);
    }

    /// Asks for a command as a click would.
    pub fn ask(&mut self, command: Command) {
        self.out.push(command);
    }

    /// What the status bar says was done last.
    #[must_use]
    pub fn last_action(&self) -> &str {
        self.status.last()
    }

    /// How many edits, undos and the like were answered.
    #[must_use]
    pub const fn answers(&self) -> u64 {
        self.tasks.answers()
    }

    /// Failures that no clerk brings about, since it was last asked.
    pub fn defects(&mut self) -> Vec<String> {
        self.tasks.defects()
    }

    /// The open page.
    #[must_use]
    pub const fn page(&self) -> PageId {
        self.trail.at()
    }

    /// Carries out what was asked for and takes the answers that have come; draws nothing.
    pub fn logic(&mut self, ctx: &Context) {
        if self.look.follow(ctx, &self.preferences) {
            self.pages.changed(Table::ALL);
            self.status.expire();
        }
        if let Some(is_maximized) = ctx.input(|input| input.viewport().maximized) {
            self.preferences.is_maximized = is_maximized;
        }
        for command in shortcut::pressed(ctx) {
            self.out.push(command);
        }
        let dropped: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() && !self.is_taken(&dropped) {
            self.out.push(Command::Import(dropped));
        }
        for command in self.out.drain() {
            self.perform(ctx, command);
        }
        for (kind, result) in self.tasks.answered() {
            self.hear(ctx, kind, result);
        }
        if let Some(Ok(Some(reminder))) = self.reminder.as_ref().and_then(Answer::take) {
            let body = reminder.lines.join("\n");
            if !off_screen::is_on(ctx) {
                notice::send(self.look.tr.app_name(), &reminder.title, &body);
            }
            // On every system the entry of the task bar lights up, should the window open behind another.
            let attention = egui::UserAttentionType::Informational;
            ctx.send_viewport_cmd(egui::ViewportCommand::RequestUserAttention(attention));
            self.say(ctx, Tone::Info, format!("{}\n{body}", reminder.title));
        }
        if let Some(caption) = self.status.refresh(&self.desk, self.look.tr) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(caption));
        }
    }

    /// Backs up what was changed and closes the data file, before the program ends.
    pub fn close(&self) {
        self.desk.close();
    }

    /// Draws the frame and the open page.
    pub fn ui(&mut self, ui: &mut Ui) {
        let (theme, tr) = (self.look.theme.clone(), self.look.tr);
        let jobs = self.pages.jobs();
        rail::ui(ui, &theme, tr, self.trail.at(), &mut self.out);
        self.status.ui(ui, &theme, tr, &jobs, &mut self.out);
        let at = self.trail.at();
        if let Some(page) = self.pages.at(at) {
            let today = self.clock.today();
            let (desk, out, preferences) = (&self.desk, &mut self.out, &mut self.preferences);
            let mut cx = PageCx { tr, theme: &theme, desk, out, today, preferences };
            bar::ui(ui, &mut cx, at, page);
            let margin = Margin { left: MARGIN, right: MARGIN, top: 12, bottom: 0 };
            let frame = egui::Frame::new().fill(theme.paper).inner_margin(margin);
            CentralPanel::default().frame(frame).show(ui, |ui| page.ui(ui, &mut cx));
        }
        self.overlay_ui(ui.ctx());
        self.toasts.ui(ui.ctx(), &theme, tr);
        if !self.out.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn overlay_ui(&mut self, ctx: &Context) {
        let (theme, tr) = (&self.look.theme, self.look.tr);
        let stays = match &mut self.overlay {
            Overlay::None => return,
            Overlay::Palette(palette) => match palette.ui(ctx, theme, tr, &self.desk) {
                PaletteAnswer::Open => true,
                PaletteAnswer::Left => false,
                PaletteAnswer::Chosen(command) => {
                    self.out.push(command);
                    false
                }
            },
            Overlay::Keys => {
                let page = self.pages.at(self.trail.at()).map(|page| page.keys(tr)).unwrap_or_default();
                keys::ui(ctx, theme, tr, &page)
            }
            Overlay::Messages => self.toasts.list_ui(ctx, theme, tr),
        };
        if !stays {
            self.overlay = Overlay::None;
            ctx.request_repaint();
        }
    }

    fn perform(&mut self, ctx: &Context, command: Command) {
        let Some(command) = self.tasks.start(&self.desk, self.look.tr, command) else { return };
        match command {
            Command::Go(page) => self.go(page),
            Command::Back => self.trail.back(),
            Command::Forward => self.trail.forward(),
            Command::Palette => self.overlay = Overlay::Palette(Palette::default()),
            Command::Keys => self.overlay = Overlay::Keys,
            Command::Messages => self.overlay = Overlay::Messages,
            Command::Print => self.print(ctx),
            Command::Say(tone, text) => self.say(ctx, tone, text),
            Command::Happened(done) => self.hear(ctx, Kind::Edit, Ok(Outcome::Step(done))),
            Command::TextLarger => self.resize_text(10),
            Command::TextSmaller => self.resize_text(-10),
            Command::TextUsual => self.preferences.text_size = Preferences::default().text_size,
            command => self.pass_on(&command),
        }
    }

    /// Opens a page and lets it hear the command that is addressed to it.
    fn pass_on(&mut self, command: &Command) {
        let page = match command {
            Command::ShowWeek(_) | Command::Plan | Command::Schedule(_) => PageId::Schedule,
            Command::ShowPerson(_) => PageId::Stints,
            Command::ShowPairing(_) => PageId::Pairings,
            Command::ShowTask(_) | Command::ShowDuty(_) => PageId::Tasks,
            Command::ShowRegister(..) => PageId::Records,
            Command::Preview(_) => PageId::Documents,
            Command::Import(_) => PageId::Wizard,
            _ => return,
        };
        self.go(page);
        let today = self.clock.today();
        let (tr, theme) = (self.look.tr, &self.look.theme);
        let (desk, out, preferences) = (&self.desk, &mut self.out, &mut self.preferences);
        if let Some(page) = self.pages.at(page) {
            page.hear(command, &mut PageCx { tr, theme, desk, out, today, preferences });
        }
    }

    /// Whether the open page takes files that were dropped.
    fn is_taken(&mut self, files: &[std::path::PathBuf]) -> bool {
        let today = self.clock.today();
        let (tr, theme) = (self.look.tr, &self.look.theme);
        let (desk, out, preferences) = (&self.desk, &mut self.out, &mut self.preferences);
        let page = self.pages.at(self.trail.at());
        page.is_some_and(|page| page.take_files(files, &mut PageCx { tr, theme, desk, out, today, preferences }))
    }

    fn go(&mut self, page: PageId) {
        if self.pages.has(page) {
            self.trail.go(page);
        }
    }

    fn print(&mut self, ctx: &Context) {
        match self.pages.at(self.trail.at()).and_then(|page| page.document()) {
            Some(request) => self.pass_on(&Command::Preview(request)),
            None if self.pages.has(PageId::Documents) => self.go(PageId::Documents),
            None => self.say(ctx, Tone::Info, self.look.tr.nothing_to_print().to_owned()),
        }
    }

    fn say(&mut self, ctx: &Context, tone: Tone, text: String) {
        self.toasts.say(tone, text, self.clock.now());
        ctx.request_repaint();
    }

    fn resize_text(&mut self, by: i16) {
        let sizes = Preferences::TEXT_SIZES;
        let size = self.preferences.text_size.saturating_add_signed(by);
        self.preferences.text_size = size.clamp(*sizes.start(), *sizes.end());
    }

    /// Tells what came of a task: to the pages, in the status bar, and as a toast where it failed.
    fn hear(&mut self, ctx: &Context, kind: Kind, result: Result<Outcome, Failure>) {
        let (tr, now) = (self.look.tr, self.clock.now());
        match result {
            Ok(outcome) => {
                let tables = match &outcome {
                    Outcome::Step(done) => done.tables.as_slice(),
                    _ => Table::ALL,
                };
                self.pages.changed(tables);
                let can_undo = matches!(outcome, Outcome::Step(_)) && kind != Kind::Undo;
                self.status.note(outcome.words(kind, tr), now, can_undo);
            }
            Err(failure) => self.tell(ctx, &failure),
        }
    }

    /// Says why something failed: what happened, what did not change, what to do next.
    fn tell(&mut self, ctx: &Context, failure: &Failure) {
        let told = failure.told(self.look.tr);
        let words = [told.what, told.unchanged, told.next].into_iter().filter(|words| !words.is_empty());
        let text = words.collect::<Vec<_>>().join("\n");
        self.say(ctx, if failure.is_calm() { Tone::Info } else { Tone::Error }, text);
    }
}
