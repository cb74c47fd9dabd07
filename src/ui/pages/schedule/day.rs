//! The day board: who is where today, half-day by half-day, large enough to be read across a desk.

use chrono::NaiveDate;
use egui::{Align2, CornerRadius, RichText, ScrollArea, Sense, Ui, vec2};

use super::view::View;
use crate::app::week::{CellKey, CellVm, PersonRow, WeekVm};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::chip;

/// Height of a card, in points.
const CARD: f32 = 48.0;
/// Side of the square with the letter, in points.
const LETTER: f32 = 32.0;

/// Draws the days of the week as chips and the cards of one; returns the cell that was asked for.
pub fn day_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    vm: &WeekVm,
    view: &View<'_>,
    day: &mut Option<NaiveDate>,
) -> Option<CellKey> {
    let is_of_week = |on: &NaiveDate| vm.days.iter().any(|head| head.on == *on);
    let usual = if is_of_week(&cx.today) { cx.today } else { vm.week.monday() };
    let on = day.filter(is_of_week).unwrap_or(usual);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        for head in &vm.days {
            let words = [head.weekday.as_str(), &head.date, &head.mark];
            let words = words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            if chip(ui, cx.theme, &words, head.on == on).clicked() {
                *day = Some(head.on);
            }
        }
    });
    ui.add_space(8.0);
    let mut asked = None;
    ScrollArea::vertical().id_salt("day").auto_shrink(false).show(ui, |ui| {
        let slots = vm.slots.len().max(1);
        ui.columns(slots, |columns| {
            for (column, slot) in columns.iter_mut().zip(&vm.slots) {
                column.label(RichText::new(cx.tr.slot(*slot)).font(theme::heading()));
                column.add_space(4.0);
                let here = view.rows.iter().filter_map(|row| {
                    let cell = row.cells.iter().find(|cell| cell.key.on == on && cell.key.slot == *slot)?;
                    let is_shown = !cell.sessions.is_empty() && (cell.is_work || cell.is_struck);
                    (is_shown && view.filter.lights(cell)).then_some((*row, cell))
                });
                let mut is_empty = true;
                for (row, cell) in here {
                    is_empty = false;
                    if card_ui(column, cx, row, cell) {
                        asked = Some(cell.key);
                    }
                }
                if is_empty {
                    column.label(RichText::new(cx.tr.rota_day_nobody()).color(cx.theme.muted));
                }
            }
        });
    });
    asked
}

/// One expert; true where it was clicked.
fn card_ui(ui: &mut Ui, cx: &PageCx<'_>, row: &PersonRow, cell: &CellVm) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, CARD), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(cell.key), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &cell.spoken));
    let painter = ui.painter();
    let fill = cell.hue.filter(|_| !cell.is_struck).map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    painter.rect_filled(rect, CornerRadius::same(6), fill);
    let ink = if cell.is_struck { cx.theme.muted } else { cx.theme.ink };
    let letter = egui::pos2(rect.left() + 8.0 + LETTER / 2.0, rect.center().y);
    painter.text(letter, Align2::CENTER_CENTER, &cell.letter, theme::heading(), ink);
    let left = rect.left() + LETTER + 16.0;
    let width = rect.right() - left - 8.0;
    let name = super::paint::line(painter, &row.name, theme::strong(), ink, width * 0.5);
    let after = left + name.size().x + 8.0;
    painter.galley(egui::pos2(left, rect.top() + 6.0), name, ink);
    let dept = super::paint::line(painter, &row.dept, theme::caption(), ink, rect.right() - after - 8.0);
    painter.galley(egui::pos2(after, rect.top() + 8.0), dept, ink);
    let mark = cell.mark.map(|status| cx.tr.session_status(status));
    let parts = [cell.what.as_str(), &cell.place, mark.unwrap_or_default()];
    let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    let words = super::paint::line(painter, &words, theme::body(), ink, width);
    painter.galley(egui::pos2(left, rect.bottom() - 6.0 - words.size().y), words, ink);
    if response.hovered() || response.has_focus() {
        super::paint::frame(painter, rect, 1.5, cx.theme.accent);
    }
    ui.add_space(4.0);
    response.clicked()
}
