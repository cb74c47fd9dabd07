//! What buttons and the palette ask of the schedule: a dialog of the week, another view, filling it.

use super::bar::Wish;
use super::dialogs::Dialogs;
use super::mode::Mode;
use super::replace::Replacing;
use super::summary::Summary;
use super::{SchedulePage, board};
use crate::app::week::WeekVm;
use crate::ui::{Command, PageCx, ScheduleAct, Tone};

impl SchedulePage {
    /// Turns to the view that shows it; what needs the picture of the week waits for it.
    pub(super) const fn ask(&mut self, act: ScheduleAct) {
        self.mode = match act {
            ScheduleAct::Tours => Mode::Tours,
            ScheduleAct::Templates => Mode::Templates,
            ScheduleAct::Rules => Mode::Rules,
            _ if self.mode.is_of_week() => self.mode,
            _ => Mode::Week,
        };
        self.asked = wish(act);
    }

    /// Answers what was asked for as soon as the picture is there; says so where there is nothing to do.
    pub(super) fn answer_when_ready(&mut self, cx: &mut PageCx<'_>) {
        let Some(vm) = self.shown().filter(|_| self.mode.is_of_week()) else { return };
        let Some(wish) = self.asked else { return };
        let idle = idle(wish, vm, cx);
        self.asked = None;
        match idle {
            Some(words) => cx.out.push(Command::Say(Tone::Info, words)),
            None => self.answer(wish, cx),
        }
    }

    /// Does what a button of the bar or the palette asks for.
    pub(super) fn answer(&mut self, wish: Wish, cx: &mut PageCx<'_>) {
        let Some(vm) = self.shown() else { return };
        match wish {
            Wish::CopyLastWeek => {
                let summary = Summary::of(&vm.carry, cx.tr);
                board::run(vm.carry_over(), cx);
                self.summary = Some(summary);
            }
            Wish::Publish => {
                let week = vm.week;
                self.issuing.begin(week);
            }
            Wish::Print => cx.out.push(Command::Print),
            Wish::Generate => self.generate(cx),
            Wish::Replace => {
                let from = self.board.cursor.map_or(cx.today, |key| key.on);
                let stint = self.board.cursor.map(|key| key.stint);
                self.dialogs = Dialogs::Replace(Box::new(Replacing::new(stint, from)));
            }
            Wish::Told => self.dialogs = Dialogs::Told { telling: None },
            Wish::Calendar => {
                let row = self.board.cursor.and_then(|key| vm.row(key.stint));
                let (week, person) = (vm.week, row.map(|row| row.person));
                self.calendar_file.begin(week, person);
            }
            Wish::Kept => {
                let monday = vm.week.monday();
                self.mode = Mode::Kept;
                self.kept.show_day(Some(monday));
            }
        }
    }

    /// Fills the week from the templates; an undecided make-up day is asked about first.
    pub(super) fn generate(&mut self, cx: &mut PageCx<'_>) {
        let Some(vm) = self.shown() else { return };
        let made = &vm.templates;
        if !made.has_templates || (made.is_settled() && made.undecided.is_empty()) {
            let words = if made.has_templates { cx.tr.rota_nothing_generated() } else { cx.tr.rota_no_templates() };
            cx.out.push(Command::Say(Tone::Info, words.to_owned()));
            return;
        }
        if !made.undecided.is_empty() {
            self.dialogs = Dialogs::ask_make_up(&made.undecided, true);
            return;
        }
        let summary = Summary::titled(&made.carry, cx.tr.rota_generated_title(), cx.tr);
        board::run(vm.generate(), cx);
        self.summary = Some(summary);
    }

    /// After a decision on a make-up day the new picture is waited for.
    pub(super) fn generate_when_ready(&mut self, cx: &mut PageCx<'_>) {
        let is_decided = self.shown().is_some_and(|vm| vm.templates.undecided.is_empty());
        if self.is_generating && is_decided {
            self.is_generating = false;
            self.generate(cx);
        }
    }
}

const fn wish(act: ScheduleAct) -> Option<Wish> {
    Some(match act {
        ScheduleAct::CopyLastWeek => Wish::CopyLastWeek,
        ScheduleAct::Publish => Wish::Publish,
        ScheduleAct::Generate => Wish::Generate,
        ScheduleAct::Replace => Wish::Replace,
        ScheduleAct::Told => Wish::Told,
        ScheduleAct::Calendar => Wish::Calendar,
        ScheduleAct::Kept => Wish::Kept,
        ScheduleAct::Tours | ScheduleAct::Templates | ScheduleAct::Rules => return None,
    })
}

/// Why there is nothing to do.
fn idle(wish: Wish, vm: &WeekVm, cx: &PageCx<'_>) -> Option<String> {
    match wish {
        Wish::CopyLastWeek if !vm.is_blank() => Some(cx.tr.schedule_not_blank().to_owned()),
        Wish::CopyLastWeek if vm.carry.rows.is_empty() => Some(cx.tr.schedule_nothing_to_copy().to_owned()),
        Wish::Publish if vm.issue.is_issued() && !vm.issue.is_due() => Some(cx.tr.schedule_issued(vm.issue.version)),
        _ => None,
    }
}
