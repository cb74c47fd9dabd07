//! The question before a week is issued: what changed, what the rules find, and why it is issued.

use egui::{Context, Id, RichText, ScrollArea};

use super::page::{Command, Live, PageCx, Tone};
use super::widget::{Dialog, DialogAnswer, Field, Icon};
use crate::app::week::IssueOutlook;
use crate::app::{Answer, Done, Failure};
use crate::domain::Week;

/// An issue from the question to the answer.
#[derive(Debug, Default)]
pub struct Issuing {
    asked: Option<Asked>,
    made: Option<Answer<Result<Done, Failure>>>,
}

/// The question while it is open.
#[derive(Debug)]
struct Asked {
    week: Week,
    outlook: Live<IssueOutlook>,
    reason: String,
    /// Whether the reason was filled in from the changes, which happens once.
    is_begun: bool,
}

impl Issuing {
    /// Asks about a week.
    pub fn begin(&mut self, week: Week) {
        self.asked = Some(Asked { week, outlook: Live::default(), reason: String::new(), is_begun: false });
    }

    /// Draws the question and follows the issue.
    pub fn ui(&mut self, ctx: &Context, cx: &mut PageCx<'_>) {
        if let Some(made) = self.made.as_ref().and_then(Answer::take) {
            self.made = None;
            match made {
                Ok(done) => cx.out.push(Command::Happened(done)),
                Err(failure) => cx.out.push(Command::Say(Tone::Error, failure.told(cx.tr).what)),
            }
        }
        let Some(asked) = &mut self.asked else { return };
        match asked.ui(ctx, cx) {
            DialogAnswer::Open => {}
            DialogAnswer::Dismissed => self.asked = None,
            DialogAnswer::Confirmed => {
                let (week, reason, tr) = (asked.week, asked.reason.trim().to_owned(), cx.tr);
                self.made = Some(cx.desk.ask(move |office| office.issue_week(week, &reason, tr)));
                self.asked = None;
            }
        }
    }
}

impl Asked {
    fn ui(&mut self, ctx: &Context, cx: &mut PageCx<'_>) -> DialogAnswer {
        let (week, tr) = (self.week, cx.tr);
        self.outlook.refresh(|| cx.desk.ask(move |office| IssueOutlook::load(office, week, tr)));
        let outlook = match self.outlook.get() {
            None => return DialogAnswer::Open,
            Some(Err(failure)) => {
                cx.out.push(Command::Say(Tone::Error, failure.told(tr).what));
                return DialogAnswer::Dismissed;
            }
            Some(Ok(outlook)) => outlook,
        };
        let box_id = Id::unique("issue reason");
        if !self.is_begun {
            self.is_begun = true;
            self.reason.clone_from(&outlook.reasons);
            ctx.memory_mut(|memory| memory.request_focus(box_id));
        }
        // Enter lets go of a box; one that still has to be filled in takes the keyboard back.
        if ctx.memory(|memory| memory.focused().is_none()) {
            ctx.memory_mut(|memory| memory.request_focus(box_id));
        }
        let title = tr.issue_title(&tr.week(week), outlook.version);
        let is_ready = !outlook.asks_for_reason() || !self.reason.trim().is_empty();
        let reason = &mut self.reason;
        Dialog::new("issue", &title, tr.cancel()).main(tr.issue_confirm()).ready(is_ready).width(520.0).ui(
            ctx,
            cx.theme,
            |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                if outlook.open_findings > 0 {
                    ui.horizontal(|ui| {
                        Icon::Warning.ui(ui, 16.0, cx.theme.warning);
                        ui.label(RichText::new(tr.issue_findings(outlook.open_findings)).color(cx.theme.warning));
                    });
                }
                if outlook.version > 1 {
                    ui.label(tr.issue_changes(outlook.changes.len(), outlook.version - 1));
                    ScrollArea::vertical().max_height(180.0).show(ui, |ui| {
                        for change in &outlook.changes {
                            ui.add(egui::Label::new(RichText::new(change).color(cx.theme.muted)).wrap());
                        }
                    });
                }
                let name = if outlook.asks_for_reason() { tr.issue_reason() } else { tr.issue_reason_optional() };
                Field::new(name).hint(tr.issue_reason_hint()).id(box_id).ui(ui, cx.theme, reason);
                ui.label(RichText::new(tr.issue_hint()).color(cx.theme.muted));
            },
        )
    }
}
