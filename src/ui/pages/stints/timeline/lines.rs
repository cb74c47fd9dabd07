//! The lines with their bars, and where to scroll.

use egui::{Pos2, Rect, Sense, Stroke, Ui, vec2};

use super::bars::{Gesture, bar_ui, cover_ui, stretch};
use super::ghost::{ghost, moves};
use super::metrics::{LINE, Metrics};
use super::{Scroll, TimelineView, head, hint};
use crate::app::timeline::{Line, Timeline};
use crate::ui::PageCx;

/// How near to the edge a drag scrolls, in points.
const EDGE: f32 = 28.0;
/// How far it scrolls in a frame, in points.
const EDGE_STEP: f32 = 10.0;

impl TimelineView {
    #[expect(clippy::too_many_arguments, reason = "what a frame needs; grouping it would only hide the list")]
    pub(super) fn lines_ui(
        &mut self,
        ui: &mut Ui,
        cx: &PageCx<'_>,
        vm: &Timeline,
        metrics: &Metrics,
        seen: Rect,
        has_keys: bool,
        gestures: &mut Vec<Gesture>,
    ) {
        let origin = ui.max_rect().min;
        ui.allocate_rect(Rect::from_min_size(origin, metrics.content()), Sense::hover());
        let visible = ui.clip_rect();
        head::ground(ui.painter(), cx.theme, metrics, self.zoom, origin.x, visible);
        // Under the bars: their words have to be read, and where they turn paler is today anyway.
        head::today_line(ui.painter(), cx.theme, metrics, vm.today, origin.x, visible);
        let mut cursor_rect = None;
        for place in metrics.lines_in(seen.top(), seen.bottom()) {
            let Some(shown) = self.shown.get(place).and_then(|place| vm.lines.get(*place)) else { continue };
            let rect = metrics.line(origin, place);
            let is_head = matches!(shown, Line::Head(_));
            if is_head {
                ui.painter().rect_filled(rect, 0, cx.theme.raised.gamma_multiply(0.6));
            }
            let quiet = if is_head { cx.theme.line } else { cx.theme.line.gamma_multiply(0.6) };
            ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, quiet));
            let bars = match shown {
                Line::Cover(cover) => {
                    gestures.extend(cover_ui(ui, cx, metrics, rect, cover));
                    continue;
                }
                Line::Head(head) => head.bar.as_slice(),
                Line::Row(row) => row.bars.as_slice(),
            };
            for bar in bars {
                let is_chosen = self.cursor == Some(bar.target);
                let is_lifted = self.hold.as_ref().is_some_and(|hold| moves(hold, bar.target, vm));
                gestures.extend(bar_ui(ui, cx, metrics, rect, bar, (is_chosen, has_keys, is_lifted)));
                if is_chosen {
                    cursor_rect = Some(stretch(metrics, rect, bar.from, bar.to));
                }
                if let Some(hold) = self.hold.as_ref().filter(|_| is_lifted) {
                    ghost(ui, cx, metrics, rect, hold, bar.target);
                }
            }
        }
        self.scroll_ui(ui, vm, metrics, origin);
        self.card_ui(ui, cx, cursor_rect);
    }

    /// Scrolls to what was asked for, and along with a drag at the edge.
    pub(super) fn scroll_ui(&mut self, ui: &Ui, vm: &Timeline, metrics: &Metrics, origin: Pos2) {
        match self.scroll.take() {
            Some(Scroll::Today) => {
                let x = metrics.x(origin.x, vm.today);
                let third = ui.clip_rect().width() / 3.0;
                let around = Rect::from_x_y_ranges(x - third..=x + 2.0 * third, ui.clip_rect().y_range());
                ui.scroll_to_rect(around, None);
            }
            Some(Scroll::Cursor) => {
                let place = self.cursor.and_then(|cursor| vm.bars().find(|(_, bar)| bar.target == cursor));
                if let Some((line, bar)) = place
                    && let Ok(place) = self.shown.binary_search(&line)
                {
                    let rect = stretch(metrics, metrics.line(origin, place), bar.from, bar.to);
                    let room = ui.clip_rect().width() - 48.0;
                    let near = if rect.width() > room { rect.with_max_x(rect.left() + room) } else { rect };
                    let is_seen = ui.clip_rect().intersect(rect).width() > 80.0_f32.min(rect.width());
                    let target = if is_seen {
                        rect.intersect(ui.clip_rect().with_min_y(rect.top()).with_max_y(rect.bottom()))
                    } else {
                        near
                    };
                    ui.scroll_to_rect(target.expand2(vec2(0.0, LINE / 2.0)), None);
                }
            }
            None => {}
        }
        let is_dragged = self.hold.as_ref().is_some_and(|hold| hold.origin.is_some());
        let Some(pointer) = ui.ctx().pointer_interact_pos().filter(|_| is_dragged) else { return };
        let seen = ui.clip_rect();
        let step = match pointer.x {
            x if x < seen.left() + EDGE => EDGE_STEP,
            x if x > seen.right() - EDGE => -EDGE_STEP,
            _ => return,
        };
        ui.scroll_with_delta(vec2(step, 0.0));
        ui.ctx().request_repaint();
    }

    /// The card of what is moved: at the pointer, or under the bar.
    pub(super) fn card_ui(&self, ui: &Ui, cx: &PageCx<'_>, cursor: Option<Rect>) {
        let Some(hold) = &self.hold else { return };
        let at = match hold.origin {
            Some(_) => ui.ctx().pointer_interact_pos(),
            None => cursor.map(|rect| Pos2::new(rect.left().max(ui.clip_rect().left()), rect.bottom())),
        };
        if let Some(at) = at {
            hint::card_ui(ui, cx, &hold.outlook, at, hold.origin.is_some());
        }
    }
}
