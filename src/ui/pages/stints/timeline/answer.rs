//! What keys and mouse do to the timeline.

use egui::{Id, Ui};

use super::bars::Gesture;
use super::keys::{self, KeyWish};
use super::metrics::Metrics;
use super::names::NameWish;
use super::{Scroll, TimelineView, TimelineWish};
use crate::app::timeline::{Grip, Outlook, Pull, Target, Timeline};
use crate::i18n::Tr;
use crate::ui::{Command, PageCx};

/// A bar that is being moved or stretched.
pub(super) struct Hold {
    pub(super) pull: Pull,
    pub(super) outlook: Outlook,
    /// Where the pointer took hold, from where the content begins; absent for keys.
    pub(super) origin: Option<f32>,
}

impl TimelineView {
    pub(super) fn keys_ui(&mut self, ui: &Ui, cx: &mut PageCx<'_>, id: Id, vm: &Timeline) -> Option<TimelineWish> {
        let mut wish = None;
        for key in keys::heard(ui, id) {
            match key {
                KeyWish::Go(by) if self.hold.is_none() => {
                    let bars: Vec<Target> = vm
                        .bars()
                        .filter(|(place, _)| self.shown.binary_search(place).is_ok())
                        .map(|(_, bar)| bar.target)
                        .collect();
                    self.cursor = keys::neighbour(&bars, self.cursor, by);
                    self.scroll = Some(Scroll::Cursor);
                    wish = Some(self.choose());
                }
                KeyWish::Pull(grip, steps) => self.pull(vm, grip, steps, cx.tr),
                KeyWish::Enter => match self.hold.take() {
                    Some(hold) => run(cx, vm, hold.pull),
                    None => wish = Some(self.choose()),
                },
                KeyWish::Leave if self.hold.take().is_some() => {}
                KeyWish::Leave => {
                    self.cursor = None;
                    self.lets_go = true;
                    ui.memory_mut(|memory| memory.surrender_focus(id));
                    wish = Some(TimelineWish::Clear);
                }
                KeyWish::Go(_) => {}
            }
        }
        wish
    }

    /// Moves or stretches the chosen bar by a step, in thought.
    pub(super) fn pull(&mut self, vm: &Timeline, grip: Grip, steps: i64, tr: Tr) {
        let Some(target) = self.cursor else { return };
        let before = self.hold.as_ref().map(|hold| hold.pull).filter(|pull| (pull.target, pull.grip) == (target, grip));
        let days = before.map_or(0, |pull| pull.days) + steps * vm.step(target, grip);
        let pull = Pull { target, grip, days };
        self.hold = vm.outlook(pull, tr).map(|outlook| Hold { pull, outlook, origin: None });
        self.scroll = Some(Scroll::Cursor);
    }

    pub(super) fn name(&mut self, wish: NameWish, vm: &Timeline) -> Option<TimelineWish> {
        match wish {
            NameWish::Fold(key) => {
                if !self.folded.remove(&key) {
                    self.folded.insert(key);
                }
                self.shown_of = None;
                None
            }
            NameWish::Choose(place) => {
                let target = vm.bars().filter(|(at, _)| *at == place).last().map(|(_, bar)| bar.target)?;
                (self.cursor, self.scroll, self.hold) = (Some(target), Some(Scroll::Cursor), None);
                Some(self.choose())
            }
        }
    }

    /// What the inspector is to show of what is chosen.
    pub(super) const fn choose(&self) -> TimelineWish {
        match self.cursor {
            Some(Target::Stint(stint)) => TimelineWish::Select(stint),
            Some(Target::Batch(_)) | None => TimelineWish::Clear,
        }
    }

    pub(super) fn answer(
        &mut self,
        ui: &Ui,
        cx: &mut PageCx<'_>,
        gesture: Gesture,
        vm: &Timeline,
        metrics: &Metrics,
        left: f32,
    ) -> Option<TimelineWish> {
        match gesture {
            Gesture::Choose(target) => {
                (self.cursor, self.hold) = (Some(target), None);
                return Some(self.choose());
            }
            Gesture::Look(stint) => {
                (self.cursor, self.hold, self.scroll) = (Some(Target::Stint(stint)), None, Some(Scroll::Cursor));
                return Some(TimelineWish::Select(stint));
            }
            Gesture::Lift(target, grip, x) => {
                self.cursor = Some(target);
                let pull = Pull { target, grip, days: 0 };
                let outlook = vm.outlook(pull, cx.tr);
                self.hold = outlook.map(|outlook| Hold { pull, outlook, origin: Some(x - left) });
            }
            Gesture::Drag => {
                let pointer = ui.ctx().pointer_interact_pos();
                let held = self.hold.as_mut().and_then(|hold| Some((hold.origin?, pointer?.x, hold)));
                if let Some((origin, x, hold)) = held {
                    let from = metrics.day_at(0.0, origin);
                    let days = (metrics.day_at(0.0, x - left) - from).num_days();
                    if days != hold.pull.days {
                        hold.pull.days = days;
                        hold.outlook = vm.outlook(hold.pull, cx.tr).unwrap_or_else(|| hold.outlook.clone());
                    }
                }
            }
            Gesture::Drop => {
                let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
                if let Some(hold) = self.hold.take_if(|hold| hold.origin.is_some()).filter(|_| !is_left) {
                    run(cx, vm, hold.pull);
                }
            }
        }
        None
    }
}

/// Asks the frame to keep what was moved.
fn run(cx: &mut PageCx<'_>, vm: &Timeline, pull: Pull) {
    if let Some(edit) = vm.edit(pull, cx.tr) {
        cx.out.push(Command::Run(edit));
    }
}
