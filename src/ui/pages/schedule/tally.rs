//! What stands right of the days of a month: half-days of work, on call, away, and the share of each.

use std::collections::BTreeMap;

use egui::{Align2, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::metrics::{Metrics, points};
use super::view::View;
use crate::app::rota::Tally;
use crate::domain::StintId;
use crate::ui::PageCx;
use crate::ui::theme;

/// Width of a count, in points.
const COUNT: f32 = 46.0;
/// Which of the counts is the share.
const SHARE: usize = 3;
/// Half the room of a balance bar, in points.
const BAR: f32 = 20.0;
/// The share by which somebody works more or less that fills it.
const FULL: f32 = 0.25;

/// Draws the heads of the counts into the strip of the heads, where there is room for them.
pub fn heads_ui(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, scrolled: f32) {
    if metrics.size.beside < COUNT {
        return;
    }
    let (strip, tr) = (metrics.head(), cx.tr);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    let heads = [tr.rota_month_sessions(), tr.rota_month_duty(), tr.rota_month_tours(), tr.rota_month_share()];
    for (place, words) in heads.into_iter().enumerate() {
        let left = COUNT.mul_add(points(place), strip.left() + metrics.days() - scrolled);
        let rect = Rect::from_min_size(pos2(left, strip.top()), vec2(COUNT, strip.height()));
        painter.text(rect.center(), Align2::CENTER_CENTER, words, theme::caption(), cx.theme.muted);
        if place == SHARE && strip.intersects(rect) {
            let response = ui.interact(rect.intersect(strip), ui.scope_id().with("month share"), Sense::hover());
            response.on_hover_text(tr.rota_month_share_hint());
        }
    }
}

/// Draws the counts of the rows in sight into what scrolls.
pub fn tallies_ui(ui: &Ui, cx: &PageCx<'_>, view: &View<'_>, metrics: &Metrics, tallies: &BTreeMap<StintId, Tally>) {
    for (place, row) in view.rows.iter().enumerate() {
        let corner = ui.max_rect().min + vec2(metrics.days(), metrics.row() * points(place));
        let rect = Rect::from_min_size(corner, vec2(COUNT * points(SHARE + 1), metrics.row()));
        if let Some(tally) = tallies.get(&row.stint).filter(|_| ui.is_rect_visible(rect)) {
            counts(ui.painter(), cx, tally, rect);
        }
    }
}

fn counts(painter: &egui::Painter, cx: &PageCx<'_>, tally: &Tally, rect: Rect) {
    for (place, count) in tally.counts.iter().enumerate() {
        let up = if place == SHARE { 5.0 } else { 0.0 };
        let centre = pos2(COUNT.mul_add(points(place) + 0.5, rect.left()), rect.center().y);
        painter.text(centre - vec2(0.0, up), Align2::CENTER_CENTER, count, theme::body(), cx.theme.ink);
        if place == SHARE && !count.is_empty() {
            balance(painter, cx, tally.balance, centre + vec2(0.0, 12.0));
        }
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.theme.line));
}

/// A bar to the right for more work than others, to the left for less.
fn balance(painter: &egui::Painter, cx: &PageCx<'_>, balance: f32, centre: Pos2) {
    let long = (balance / FULL).clamp(-1.0, 1.0) * BAR;
    painter.vline(centre.x, (centre.y - 3.0)..=(centre.y + 3.0), Stroke::new(1.0, cx.theme.muted));
    let colour = if balance.abs() > FULL / 2.0 { cx.theme.warning } else { cx.theme.muted };
    painter.rect_filled(Rect::from_two_pos(centre - vec2(0.0, 2.0), centre + vec2(long, 2.0)), 0, colour);
}
