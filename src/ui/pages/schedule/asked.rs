//! What the palette asks of the schedule: a dialog of the week, or another view.

use super::SchedulePage;
use super::bar::Wish;
use super::mode::Mode;
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
