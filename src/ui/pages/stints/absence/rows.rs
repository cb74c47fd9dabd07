//! The people with their absences, and what the mouse does to them.

use egui::{CursorIcon, Pos2, Rect, Role, Sense, Ui, WidgetInfo};

use super::ghost::ghost;
use super::metrics::Metrics;
use super::{AwayView, paint};
use crate::app::absence::{AwayMonth, AwaySpan, Shift};
use crate::domain::LeaveId;
use crate::ui::PageCx;

/// How near to an end the pointer stretches an absence, in points.
const EDGE: f32 = 5.0;

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Gesture {
    /// Half-days of a row are selected; whether the selection is stretched to there.
    Select(usize, usize, bool),
    /// A selection by dragging is over.
    Done,
    /// What is selected is to be opened.
    Open,
    /// An absence was clicked.
    Choose(LeaveId),
    /// An absence was taken hold of at a half-day.
    Lift(LeaveId, Shift, usize),
    /// What is held is over a half-day.
    Drag(usize),
    /// What is held was let go.
    Drop,
}

impl AwayView {
    pub(super) fn rows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &PageCx<'_>,
        vm: &AwayMonth,
        metrics: &Metrics,
        seen: Rect,
        has_keys: bool,
    ) -> Option<Gesture> {
        let origin = ui.max_rect().min;
        let all = Rect::from_min_size(origin, metrics.content());
        ui.allocate_rect(all, Sense::hover());
        paint::ground(ui.painter(), cx.theme, metrics, vm, all);
        let mut gesture = self.ground_gesture(ui, metrics, origin, all);
        for place in metrics.rows_in(seen.top(), seen.bottom()) {
            let Some(row) = vm.rows.get(place) else { continue };
            let rect = metrics.row(origin, place);
            paint::row(ui.painter(), cx.theme, metrics, rect, row);
            if let Some(away) = self.selected().filter(|away| away.row == place && self.chosen.is_none()) {
                paint::selection(ui.painter(), cx.theme, metrics, rect, (away.from, away.to), has_keys);
            }
            for span in &row.spans {
                gesture = self.span_ui(ui, cx, vm, metrics, (origin, rect), span).or(gesture);
            }
        }
        if self.met.replace(vm.month.from()) != Some(vm.month.from())
            && let Some(today) = vm.days.iter().position(|day| day.is_today)
        {
            ui.scroll_to_rect(metrics.halves(metrics.row(origin, 0), today * 2, today * 2 + 1), None);
        }
        if let Some((row, place)) = self.cursor.filter(|_| std::mem::take(&mut self.reveals)) {
            ui.scroll_to_rect(metrics.halves(metrics.row(origin, row), place, place), None);
        }
        gesture
    }

    /// The mouse on bare half-days: a drag selects, a double click opens.
    pub(super) fn ground_gesture(&self, ui: &Ui, metrics: &Metrics, origin: Pos2, all: Rect) -> Option<Gesture> {
        let response = ui.interact(all, ui.scope_id().with("half-days"), Sense::click_and_drag());
        let at = |pos: Pos2| metrics.at(origin, pos);
        let has_shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started() {
            let (row, place) = at(ui.input(|input| input.pointer.press_origin())?);
            return Some(Gesture::Select(row, place, has_shift));
        }
        if response.drag_stopped() {
            return Some(Gesture::Done);
        }
        let pointer = response.interact_pointer_pos()?;
        let (row, place) = at(pointer);
        if response.dragged() {
            return Some(Gesture::Select(row, place, true));
        }
        if response.double_clicked() {
            return Some(Gesture::Open);
        }
        response.clicked().then_some(Gesture::Select(row, place, has_shift && self.cursor.is_some()))
    }

    pub(super) fn span_ui(
        &self,
        ui: &Ui,
        cx: &PageCx<'_>,
        vm: &AwayMonth,
        metrics: &Metrics,
        (origin, row): (Pos2, Rect),
        span: &AwaySpan,
    ) -> Option<Gesture> {
        let rect = paint::span_rect(metrics, row, span.from, span.to);
        let is_chosen = self.chosen == Some(span.leave);
        let hold = self.hold.filter(|hold| hold.leave == span.leave);
        paint::span(ui.painter(), cx.theme, rect, span, (is_chosen, hold.is_some()));
        if let Some(hold) = hold {
            ghost(ui, cx, vm, metrics, row, span, hold);
        }
        let response = ui.interact(rect, ui.scope_id().with(("absence", span.leave)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &span.spoken));
        let shift_at = |x: f32| match x {
            x if rect.width() > 24.0 && x <= rect.left() + EDGE && !span.began_before => Shift::Start,
            x if rect.width() > 24.0 && x >= rect.right() - EDGE && !span.goes_on => Shift::End,
            _ => Shift::Whole,
        };
        if response.drag_started() {
            let at = ui.input(|input| input.pointer.press_origin())?;
            return Some(Gesture::Lift(span.leave, shift_at(at.x), metrics.at(origin, at).1));
        }
        if response.drag_stopped() {
            return Some(Gesture::Drop);
        }
        if response.dragged() {
            return response.interact_pointer_pos().map(|at| Gesture::Drag(metrics.at(origin, at).1));
        }
        if response.clicked() {
            return Some(Gesture::Choose(span.leave));
        }
        if let Some(at) = response.hover_pos() {
            let cursor = if shift_at(at.x) == Shift::Whole { CursorIcon::Grab } else { CursorIcon::ResizeHorizontal };
            response.on_hover_text(&span.spoken).on_hover_cursor(cursor);
        }
        None
    }
}
