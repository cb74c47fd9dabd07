//! The day board: who is where today, half-day by half-day, large enough to be read across a desk.

use chrono::{Days, NaiveDate};
use egui::{Align2, CornerRadius, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::board::{Board, Turn};
use super::listed::{self, Done};
use super::mouse;
use super::paint::{corner, frame, line};
use super::roam::{self, Plot, Point};
use super::view::View;
use super::{editor_ui, who};
use crate::app::week::{Among, CellKey, CellVm, PersonRow, WeekVm};
use crate::domain::Slot;
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::chip;

/// Height of a card, in points.
const CARD: f32 = 48.0;
/// Height of the place for somebody new, in points.
const ADD: f32 = 32.0;
/// Between the cards, in points.
const GAP: f32 = 8.0;
/// Side of the square with the letter, in points.
const LETTER: f32 = 32.0;

/// The cards of a day by half-day.
struct Cards<'a> {
    on: NaiveDate,
    slots: &'a [Slot],
    columns: Vec<Vec<(&'a PersonRow, &'a CellVm)>>,
}

impl<'a> Cards<'a> {
    fn new(vm: &'a WeekVm, view: &View<'a>, on: NaiveDate) -> Self {
        let of_slot = |slot: &Slot| {
            let cards = view.rows.iter().filter_map(|row| {
                let cell = row.cells.iter().find(|cell| cell.key.on == on && cell.key.slot == *slot)?;
                let is_shown = !cell.sessions.is_empty() && (cell.is_work || cell.is_struck);
                (is_shown && view.filter.lights(cell)).then_some((*row, cell))
            });
            cards.collect()
        };
        Self { on, slots: &vm.slots, columns: vm.slots.iter().map(of_slot).collect() }
    }
}

impl Plot for Cards<'_> {
    fn bands(&self) -> usize {
        1
    }

    fn columns(&self) -> usize {
        self.columns.len()
    }

    fn keys(&self, _: usize, column: usize) -> impl Iterator<Item = CellKey> {
        self.columns.get(column).into_iter().flatten().map(|(_, cell)| cell.key)
    }

    fn half(&self, _: usize, column: usize) -> Option<(NaiveDate, Slot)> {
        Some((self.on, *self.slots.get(column)?))
    }

    fn among(&self, _: usize) -> (Among<'_>, &str) {
        (Among::All, "")
    }

    fn takes_more(&self) -> bool {
        true
    }
}

/// Draws the days of the week as chips and the cards of one.
pub fn day_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &WeekVm,
    view: &View<'_>,
    board: &mut Board,
    day: &mut Option<NaiveDate>,
) {
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
    let cards = Cards::new(vm, view, on);
    let beyond = roam::hear(ui, cx, vm, view, &cards, board, ui.available_rect_before_wrap());
    if beyond != 0 {
        turn(vm, on, beyond, board, day);
    }
    let mut done = None;
    ScrollArea::vertical().id_salt("day").auto_shrink(false).show(ui, |ui| {
        ui.columns(cards.columns.len().max(1), |columns| {
            for (number, column) in columns.iter_mut().enumerate().take(cards.columns.len()) {
                done = done.take().or(column_ui(column, cx, &cards, number, board));
            }
        });
    });
    if let Some(done) = done {
        listed::answer(ui, cx, vm, view, &cards, board, done);
    }
    mouse::drag_ui(ui, cx, vm, board);
    who::who_ui(ui, cx, vm, board);
    editor_ui::editor_ui(ui, cx, vm, view, board);
}

/// Beyond the last half-day comes the next day, and after Sunday the next week.
fn turn(vm: &WeekVm, on: NaiveDate, beyond: isize, board: &mut Board, day: &mut Option<NaiveDate>) {
    let one = Days::new(1);
    let to = if beyond < 0 { on.checked_sub_days(one) } else { on.checked_add_days(one) };
    let Some(to) = to else { return };
    *day = Some(to);
    if !vm.week.period().contains(to) {
        board.turn = Some(if beyond < 0 { Turn::Back } else { Turn::Forth });
    }
    // Coming from the left the first half-day is next, coming from the right the last one.
    let column = if beyond < 0 { vm.slots.len().saturating_sub(1) } else { 0 };
    board.stand(Point { column, ..Point::default() });
}

/// A half-day with its cards and the place for somebody new; what the mouse did there.
fn column_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    cards: &Cards<'_>,
    column: usize,
    board: &mut Board,
) -> Option<(Point, Done)> {
    let (_, slot) = cards.half(0, column)?;
    ui.spacing_mut().item_spacing.y = GAP;
    ui.label(egui::RichText::new(cx.tr.slot(slot)).font(theme::heading()));
    let there = cards.columns.get(column)?;
    let mut done = None;
    for (place, (row, cell)) in there.iter().enumerate() {
        let at = Point { band: 0, column, place };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, CARD), Sense::hover());
        card_ui(ui, cx, rect, row, cell);
        let gesture = mouse::cell_ui(ui, cx, rect, cell, board, board.stands_at(at) || board.has_picked(cell.key));
        if board.has_picked(cell.key) {
            frame(ui.painter(), rect.expand(1.0), 1.5, cx.theme.accent);
        }
        cursor_ui(ui, cx, board, rect, at);
        done = done.or(gesture.map(|gesture| (at, Done::To(cell.key, gesture))));
    }
    if there.is_empty() {
        ui.label(egui::RichText::new(cx.tr.rota_day_nobody()).color(cx.theme.muted));
    }
    let at = Point { band: 0, column, place: there.len() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, ADD), Sense::CLICK);
    let words = cx.tr.schedule_add_at(&roam::spot_words(cx, "", (cards.on, slot)));
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, board.stands_at(at), &words));
    let ink = if response.hovered() { cx.theme.accent } else { cx.theme.muted };
    ui.painter().rect_stroke(rect, CornerRadius::same(6), Stroke::new(1.0, cx.theme.line), StrokeKind::Inside);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, cx.tr.schedule_add(), theme::body(), ink);
    cursor_ui(ui, cx, board, rect, at);
    let dropped = mouse::ground_gesture(ui, cx, board, &response, (cards.on, slot));
    let done = done.or(dropped.map(|(key, gesture)| (at, Done::To(key, gesture))));
    done.or_else(|| response.clicked().then_some((at, Done::Add)))
}

/// The ring of the keyboard, and the place under which lists open.
fn cursor_ui(ui: &Ui, cx: &PageCx<'_>, board: &mut Board, rect: Rect, at: Point) {
    if board.stands_at(at) {
        frame(ui.painter(), rect.expand(2.0), 2.0, cx.theme.accent);
        board.show_cursor(ui, rect);
    }
}

/// One expert.
fn card_ui(ui: &Ui, cx: &PageCx<'_>, rect: Rect, row: &PersonRow, cell: &CellVm) {
    let painter = ui.painter();
    let fill = cell.hue.filter(|_| !cell.is_struck).map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    painter.rect_filled(rect, CornerRadius::same(6), fill);
    let ink = if cell.is_struck { cx.theme.muted } else { cx.theme.ink };
    let letter = pos2(rect.left() + 8.0 + LETTER / 2.0, rect.center().y);
    painter.text(letter, Align2::CENTER_CENTER, &cell.letter, theme::heading(), ink);
    let left = rect.left() + LETTER + 16.0;
    let width = rect.right() - left - 20.0;
    let name = line(painter, &row.name, theme::strong(), ink, width * 0.5);
    let after = left + name.size().x + 8.0;
    painter.galley(pos2(left, rect.top() + 6.0), name, ink);
    let dept = line(painter, &row.dept, theme::caption(), ink, rect.right() - after - 20.0);
    painter.galley(pos2(after, rect.top() + 8.0), dept, ink);
    let mark = cell.mark.map(|status| cx.tr.session_status(status));
    let parts = [cell.what.as_str(), &cell.place, mark.unwrap_or_default()];
    let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
    let words = line(painter, &words, theme::body(), ink, width);
    painter.galley(pos2(left, rect.bottom() - 6.0 - words.size().y), words, ink);
    if let Some(severity) = cell.worst {
        corner(painter, cx.theme, severity, rect.right_top());
    }
}
