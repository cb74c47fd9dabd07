//! The dialogs of the page: a make-up day's weekday, who was told, stand-ins for leave.

use chrono::{Days, NaiveDate, Weekday};
use egui::{Context, RichText, ScrollArea};

use super::board::run;
use super::replace::{Replacing, replace_ui};
use crate::app::week::{NoticeVm, WeekVm, tell};
use crate::app::{Answer, Done, Failure};
use crate::domain::{Period, Slot, StintId};
use crate::ui::widget::{Button, Choice, Dialog, DialogAnswer, Dropdown, Icon};
use crate::ui::{Command, PageCx, Tone};

/// Weekdays that a make-up day can follow.
const WORKDAYS: [(u8, Weekday); 5] =
    [(1, Weekday::Mon), (2, Weekday::Tue), (3, Weekday::Wed), (4, Weekday::Thu), (5, Weekday::Fri)];

/// The dialog that is open.
#[derive(Default)]
pub enum Dialogs {
    /// None.
    #[default]
    None,
    /// Which weekday make-up days follow.
    MakeUp {
        /// Days with the weekday chosen.
        days: Vec<(NaiveDate, u8)>,
        /// Whether the week is filled from the templates afterwards.
        is_generating: bool,
    },
    /// Who was told.
    Told {
        /// Ticks on their way.
        telling: Option<Answer<Result<Done, Failure>>>,
    },
    /// Stand-ins for leave.
    Replace(Box<Replacing>),
}

/// What follows a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Fill the week from the templates once the decision is there.
    Generate,
    /// Look for the fewest changes that make up for an absence, once it is written down.
    Repair(StintId, Period),
}

impl Dialogs {
    /// Asks which weekdays the undecided make-up days follow: at first that of the holiday they make up for is unknown,
    /// so Monday stands there.
    pub fn ask_make_up(undecided: &[NaiveDate], is_generating: bool) -> Self {
        Self::MakeUp { days: undecided.iter().map(|on| (*on, 1)).collect(), is_generating }
    }

    /// Draws the open dialog.
    pub fn ui(&mut self, ctx: &Context, cx: &mut PageCx<'_>, vm: &WeekVm) -> Option<After> {
        let mut after = None;
        let is_left = match self {
            Self::None => return None,
            Self::MakeUp { days, is_generating } => {
                let answer = make_up_ui(ctx, cx, days);
                if answer == DialogAnswer::Confirmed {
                    run(vm.decide_make_up(days), cx);
                    after = is_generating.then_some(After::Generate);
                }
                answer != DialogAnswer::Open
            }
            Self::Told { telling } => told_ui(ctx, cx, vm, telling),
            Self::Replace(replacing) => {
                let is_left = replace_ui(ctx, cx, vm, replacing);
                let absence = replacing.absence().filter(|_| replacing.is_repairing);
                after = absence.map(|(stint, period)| After::Repair(stint, period));
                is_left
            }
        };
        if is_left {
            *self = Self::None;
        }
        after
    }
}

fn make_up_ui(ctx: &Context, cx: &PageCx<'_>, days: &mut [(NaiveDate, u8)]) -> DialogAnswer {
    let tr = cx.tr;
    let dialog = Dialog::new("make-up days", tr.rota_make_up_title(), tr.cancel());
    dialog.main(tr.rota_make_up_confirm()).width(420.0).ui(ctx, cx.theme, |ui| {
        ui.label(RichText::new(tr.rota_make_up_hint()).color(cx.theme.muted));
        let choices = WORKDAYS.map(|(number, weekday)| Choice::new(number, tr.weekday(weekday)));
        for (on, weekday) in days {
            let label = tr.half_day(*on, Slot::Am);
            let label = label.trim_end_matches(tr.slot(Slot::Am)).trim_end();
            Dropdown::new(label, &choices).width(160.0).ui(ui, cx.theme, tr, weekday);
        }
    })
}

fn told_ui(
    ctx: &Context,
    cx: &mut PageCx<'_>,
    vm: &WeekVm,
    telling: &mut Option<Answer<Result<Done, Failure>>>,
) -> bool {
    let tr = cx.tr;
    let mut wanted: Option<(Vec<NoticeVm>, bool)> = None;
    let dialog = Dialog::new("told", tr.rota_told_title(), tr.close()).width(460.0);
    let answer = dialog.ui(ctx, cx.theme, |ui| {
        if vm.notices.is_empty() {
            ui.label(RichText::new(tr.rota_told_none()).color(cx.theme.muted));
            return;
        }
        let is_open = |notice: &&NoticeVm| notice.notice.told_at.is_none();
        let open: Vec<NoticeVm> = vm.notices.iter().filter(is_open).cloned().collect();
        if !open.is_empty() && Button::new(tr.rota_told_all()).icon(Icon::Check).ui(ui, cx.theme).clicked() {
            wanted = Some((open, true));
        }
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for notice in &vm.notices {
                let mut is_told = notice.notice.told_at.is_some();
                ui.horizontal(|ui| {
                    if ui.checkbox(&mut is_told, &notice.name).changed() {
                        wanted = Some((vec![notice.clone()], is_told));
                    }
                    if !notice.told.is_empty() {
                        ui.label(RichText::new(tr.rota_told_at(&notice.told)).color(cx.theme.muted));
                    }
                });
            }
        });
    });
    if let Some((notices, is_told)) = wanted {
        *telling = Some(cx.desk.ask(move |office| {
            let at = is_told.then(|| office.clock().now());
            tell(&notices, at, tr).map_or(Err(Failure::Cancelled), |edit| office.run(&edit))
        }));
    }
    if let Some(told) = telling.as_ref().and_then(Answer::take) {
        *telling = None;
        match told {
            Ok(done) => cx.out.push(Command::Happened(done)),
            Err(failure) => cx.out.push(Command::Say(Tone::Error, failure.told(tr).what)),
        }
    }
    answer != DialogAnswer::Open
}

/// The last day of so many days from the first.
pub fn last_day(from: NaiveDate, days: u32) -> NaiveDate {
    from.checked_add_days(Days::new(u64::from(days.max(1)) - 1)).unwrap_or(from)
}
