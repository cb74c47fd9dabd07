//! What keys and mouse do to the calendar.

use chrono::Months;
use egui::{Id, Ui};

use super::AwayView;
use super::keys::{self, KeyWish};
use super::rows::Gesture;
use super::side::Open;
use crate::app::absence::{Away, AwayMonth, Shift};
use crate::app::people::LeaveForm;
use crate::domain::{Edit, LeaveId, LeaveKind};
use crate::ui::{Command, PageCx};

/// An absence that is being moved or stretched by the pointer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold {
    pub(super) leave: LeaveId,
    pub(super) shift: Shift,
    /// The half-day that the pointer took hold of.
    origin: usize,
    pub(super) halves: i64,
}

impl AwayView {
    /// The selected half-days.
    pub(super) fn selected(&self) -> Option<Away> {
        let (row, place) = self.cursor?;
        let anchor = self.anchor.unwrap_or(place);
        Some(Away { row, from: anchor.min(place), to: anchor.max(place) })
    }

    pub(super) fn keys_ui(&mut self, ui: &Ui, cx: &mut PageCx<'_>, id: Id, vm: &AwayMonth) {
        for key in keys::heard(ui, id) {
            match key {
                KeyWish::Go(rows, halves, extends) => self.go(vm, rows, halves, extends),
                KeyWish::Enter(kind) => {
                    run(cx, self.selected().and_then(|away| vm.enter(away, kind)));
                    self.anchor = None;
                }
                KeyWish::Open => self.open_form(vm),
                KeyWish::Shift(shift, halves) => {
                    let span = self.cursor.and_then(|(row, place)| vm.span_at(row, place)).map(|span| span.leave);
                    if let Some(leave) = self.chosen.or(span) {
                        // It stays chosen, wherever it goes.
                        self.chosen = Some(leave);
                        run(cx, vm.shift(leave, shift, halves, cx.tr));
                    }
                }
                KeyWish::Delete => {
                    let span = self.cursor.and_then(|(row, place)| vm.span_at(row, place)).map(|span| span.leave);
                    run(cx, self.chosen.or(span).and_then(|leave| vm.delete(leave, cx.tr)));
                    (self.chosen, self.open) = (None, None);
                }
                KeyWish::Month(by) => {
                    let month = Months::new(by.unsigned_abs());
                    let first = vm.month.from();
                    let turned = if by < 0 { first.checked_sub_months(month) } else { first.checked_add_months(month) };
                    self.turn(turned.unwrap_or(first));
                }
                KeyWish::Leave if self.anchor.take().is_some() || self.open.take().is_some() => {}
                KeyWish::Leave => {
                    (self.cursor, self.chosen, self.lets_go) = (None, None, true);
                    ui.memory_mut(|memory| memory.surrender_focus(id));
                }
            }
        }
    }

    pub(super) fn go(&mut self, vm: &AwayMonth, rows: isize, halves: isize, extends: bool) {
        self.reveals = true;
        let Some((row, place)) = self.cursor else {
            let today = vm.days.iter().position(|day| day.is_today).unwrap_or_default();
            self.cursor = Some((0, today * 2));
            return;
        };
        let last = (vm.days.len() * 2).saturating_sub(1);
        self.anchor = extends.then(|| self.anchor.unwrap_or(place));
        let row = row.saturating_add_signed(rows).min(vm.rows.len().saturating_sub(1));
        let place = place.saturating_add_signed(halves).min(last);
        self.cursor = Some((row, place));
        self.chosen = vm.span_at(row, place).map(|span| span.leave).filter(|_| !extends);
    }

    /// Opens the absence under the cursor, or the form of a new one over what is selected.
    pub(super) fn open_form(&mut self, vm: &AwayMonth) {
        let Some(away) = self.selected() else { return };
        let Some(row) = vm.rows.get(away.row) else { return };
        let stored = self.chosen.or_else(|| vm.span_at(away.row, away.from).map(|span| span.leave));
        let stored = stored.filter(|_| self.anchor.is_none()).and_then(|id| vm.registry.leave.get(&id));
        let form = match stored {
            Some(leave) => Some(LeaveForm::of(leave)),
            None => vm.form(away, LeaveKind::Personal).map(|form| LeaveForm { settles_sessions: true, ..form }),
        };
        self.chosen = stored.map(|leave| leave.id);
        self.open = form.map(|form| Open { person: row.person, form });
    }

    pub(super) fn answer(&mut self, ui: &Ui, cx: &mut PageCx<'_>, gesture: Gesture, vm: &AwayMonth) {
        match gesture {
            Gesture::Select(row, place, extends) => {
                let is_same_row = self.cursor.is_some_and(|(at, _)| at == row);
                let before = self.cursor.map_or(place, |(_, at)| at);
                self.anchor = (extends && is_same_row).then(|| self.anchor.unwrap_or(before));
                // A selection stays in its row.
                let row = if extends { self.cursor.map_or(row, |(at, _)| at) } else { row };
                (self.cursor, self.chosen) = (Some((row, place)), None);
                if !extends {
                    self.open = None;
                }
            }
            Gesture::Done if self.anchor.is_some() => self.open_form(vm),
            Gesture::Open => self.open_form(vm),
            Gesture::Choose(leave) => {
                (self.cursor, self.anchor, self.chosen) = (vm.find(leave), None, Some(leave));
                self.open_form(vm);
            }
            Gesture::Lift(leave, shift, origin) => {
                (self.chosen, self.anchor, self.open) = (Some(leave), None, None);
                self.hold = Some(Hold { leave, shift, origin, halves: 0 });
            }
            Gesture::Drag(place) => {
                if let Some(hold) = &mut self.hold {
                    hold.halves = place.cast_signed() as i64 - hold.origin.cast_signed() as i64;
                }
            }
            Gesture::Drop => {
                let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
                if let Some(hold) = self.hold.take().filter(|_| !is_left) {
                    run(cx, vm.shift(hold.leave, hold.shift, hold.halves, cx.tr));
                }
            }
            Gesture::Done => {}
        }
    }
}

/// Asks the frame to apply an edit, where there is one.
fn run(cx: &mut PageCx<'_>, edit: Option<Edit>) {
    if let Some(edit) = edit {
        cx.out.push(Command::Run(edit));
    }
}
