//! The contract between the frame and its pages: what a page is given and what it may ask for.

use chrono::NaiveDate;
use egui::Ui;

use crate::app::tasks::DutyRef;
use crate::app::{Answer, Desk, Done, Failure, Progress};
use crate::domain::{Edit, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;

use super::theme::Theme;
use super::widget::{skeleton, trouble};
use crate::app::settings::Preferences;

/// The pages of the rail, and the views inside them that have an address of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageId {
    /// 今日: what is due.
    Today,
    /// 排班: the week grid.
    Schedule,
    /// 派驻: people and stints.
    Stints,
    /// 结对: mentors and apprentices.
    Pairings,
    /// 清单: tasks, reports, meetings and money.
    Tasks,
    /// 检查: findings, figures, rules.
    Checks,
    /// 报表: documents and print preview.
    Documents,
    /// 资料: import, history, bin, backups.
    Records,
    /// 设置.
    Settings,
    /// 导入, reached from 资料.
    Wizard,
    /// 换批, reached from 派驻.
    Handover,
}

/// What a page or a shortcut asks the frame to do.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a few commands live for one frame; a box would only cost clarity")]
pub enum Command {
    /// Apply an edit; the status bar says what it did, with 撤销.
    Run(Edit),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Go to a page.
    Go(PageId),
    /// Show a week in the schedule.
    ShowWeek(NaiveDate),
    /// Plan days by the rules.
    Plan,
    /// Do something in the schedule.
    Schedule(ScheduleAct),
    /// Show a person in the stints page.
    ShowPerson(i64),
    /// Show a pair in the pairings page.
    ShowPairing(i64),
    /// Show a task in the task list.
    ShowTask(i64),
    /// Show a task, a period of a report, a decision or a problem where it is kept.
    ShowDuty(DutyRef),
    /// Show a register: a row of it, or the form of a new one.
    ShowRegister(Table, Option<i64>),
    /// Preview a document for printing.
    Preview(DocumentRequest),
    /// Print what the current page shows (Ctrl+P).
    Print,
    /// Start an import, with files that were dropped or chosen.
    Import(Vec<std::path::PathBuf>),
    /// Open the palette (Ctrl+K).
    Palette,
    /// List the keys (F1).
    Keys,
    /// Show the messages of this session again.
    Messages,
    /// Back to the page before (Alt+Left).
    Back,
    /// Forward again (Alt+Right).
    Forward,
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// Text as large as usual.
    TextUsual,
    /// Take one step back out of order, such as an import of yesterday.
    UndoStep(i64),
    /// Fetch a deleted row back, by its place in the journal.
    FetchBack(i64),
    /// Forget what lies in the bin for good.
    EmptyBin,
    /// Make a backup now.
    BackUp,
    /// Put a backup in place of the data, which are backed up first.
    Restore(std::path::PathBuf),
    /// A page has changed the records itself: tell every page and the status bar.
    Happened(Done),
    /// Say something in a toast and keep it in the list of messages.
    Say(Tone, String),
}

/// What the palette can ask of the schedule: the dialogs of the week shown, and the lists beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleAct {
    /// Fill the week from the week before.
    CopyLastWeek,
    /// Fill it from the templates.
    Generate,
    /// Issue it.
    Publish,
    /// Tick off who was told.
    Told,
    /// Find stand-ins for somebody who is away.
    Replace,
    /// Write what is issued as a file for phones.
    Calendar,
    /// Show issued sheets.
    Kept,
    /// Show tours.
    Tours,
    /// Show weekly templates.
    Templates,
    /// Show the rules.
    Rules,
}

/// How a message sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Ok,
    /// Worth knowing.
    Info,
    /// Something went wrong.
    Error,
}

/// Commands wait here until the frame has drawn.
#[derive(Debug, Default)]
pub struct Outbox(Vec<Command>);

impl Outbox {
    /// Asks for a command.
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all that was asked for.
    pub fn drain(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}

/// What a page is given while it draws.
pub struct PageCx<'a> {
    /// Words.
    pub tr: Tr,
    /// Colours.
    pub theme: &'a Theme,
    /// Where to ask.
    pub desk: &'a Desk,
    /// Where to put commands.
    pub out: &'a mut Outbox,
    /// Today.
    pub today: NaiveDate,
    /// Choices of this computer, tables included; what is changed here is kept.
    pub preferences: &'a mut Preferences,
}

/// A page of the window.
pub trait Page {
    /// Draws the top-bar part that is the page's own (period, filters, main button).
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>);

    /// Draws the content.
    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>);

    /// Hears which tables a change touched; the page asks for its picture again where it shows them.
    fn changed(&mut self, tables: &[Table]);

    /// Hears a command that is addressed to it; returns whether it was taken.
    fn hear(&mut self, command: &Command, cx: &mut PageCx<'_>) -> bool {
        let _ = (command, cx);
        false
    }

    /// Takes files that were dropped on the window, where they belong to what it shows; false where it has no use for
    /// them, and they are imported.
    fn take_files(&mut self, files: &[std::path::PathBuf], cx: &mut PageCx<'_>) -> bool {
        let _ = (files, cx);
        false
    }

    /// Long work that the page has under way, by name; the status bar shows it with a way to stop it.
    fn job(&self) -> Option<(&str, &Progress)> {
        None
    }

    /// The keys that only this page knows, with what they do.
    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        let _ = tr;
        Vec::new()
    }

    /// The document that Ctrl+P prints from here.
    fn document(&self) -> Option<DocumentRequest> {
        None
    }
}

/// A view model that renews itself: the old picture stays until the new one is there.
#[derive(Debug)]
pub struct Live<T> {
    shown: Option<Result<T, Failure>>,
    asked: Option<Answer<Result<T, Failure>>>,
    is_stale: bool,
    revision: u64,
}

impl<T> Default for Live<T> {
    fn default() -> Self {
        Self { shown: None, asked: None, is_stale: true, revision: 0 }
    }
}

impl<T: Send + 'static> Live<T> {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.is_stale = true;
    }

    /// Takes an answer that has come, and asks again where the picture is old and nothing is under way.
    pub fn refresh(&mut self, ask: impl FnOnce() -> Answer<Result<T, Failure>>) {
        if self.is_stale && self.asked.is_none() {
            self.asked = Some(ask());
            self.is_stale = false;
        }
        if let Some(answer) = self.asked.as_ref().and_then(Answer::take) {
            self.shown = Some(answer);
            self.asked = None;
            self.revision += 1;
        }
    }

    /// Grows with every new picture: what was worked out from an older one is out of date.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Draws what stands in place of the picture until it is there: a skeleton, or the trouble with a button that asks
    /// again. True where it is there.
    pub fn ready_ui(&mut self, ui: &mut Ui, theme: &Theme, tr: Tr) -> bool {
        const ROWS: usize = 12;
        match &self.shown {
            None => skeleton(ui, theme, ROWS),
            Some(Err(failure)) => {
                if trouble(ui, theme, &failure.told(tr), &[tr.schedule_try_again()]).is_some() {
                    self.expire();
                }
            }
            Some(Ok(_)) => return true,
        }
        false
    }

    /// The picture: `None` before the first answer.
    pub const fn get(&self) -> Option<&Result<T, Failure>> {
        self.shown.as_ref()
    }
}
