//! The half-days of a row of departments or sites: who is there, how many they are, and the place for somebody new.

use egui::{CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::board::Board;
use super::departments::{ADD, LINE, Rows};
use super::listed::Done;
use super::metrics::Metrics;
use super::mouse::{self, Gesture};
use super::paint::{frame, line, set_back};
use super::roam::{self, Plot, Point};
use super::view::View;
use crate::app::week::{CellKey, Presence};
use crate::ui::PageCx;
use crate::ui::theme;

/// Width of a line that has room for a letter beside a name of three characters, in points.
const LETTERED: f32 = 56.0;
/// Width of a Han character of a name, in points.
const EM: f32 = 12.0;

/// Draws the half-days of a row; what the mouse did there.
#[expect(clippy::too_many_arguments, reason = "what a row is drawn from; grouping it would only hide the list")]
pub fn row_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    view: &View<'_>,
    board: &mut Board,
    metrics: &Metrics,
    number: usize,
    at: Pos2,
) -> Option<(Point, Done)> {
    // A child of its own: somebody can stand in the rows of two sites.
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("row", number)));
    let (mut y, mut done) = (at.y, None);
    for slot in 0..plot.slots() {
        let band = number * plot.slots() + slot;
        let high = plot.half_height(band);
        for column in 0..plot.columns() {
            let (left, width) = metrics.day(column);
            let ground = Rect::from_min_size(pos2(at.x + left, y), vec2(width, high));
            let has_cursor = board.roam.as_ref().and_then(|roam| roam.at).is_some_and(|at| at.column == column);
            if has_cursor || ui.is_rect_visible(ground) {
                done = done.or(half_ui(&mut ui, cx, plot, view, board, (band, column), ground));
            }
        }
        y += high;
    }
    ui.painter().hline(at.x..=at.x + metrics.days(), y, Stroke::new(1.0, cx.theme.line));
    done
}

/// The people of a half-day, and the place for somebody new under them.
fn half_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    view: &View<'_>,
    board: &mut Board,
    (band, column): (usize, usize),
    ground: Rect,
) -> Option<(Point, Done)> {
    if let Some(tint) = plot.vm.days.get(column).and_then(|head| super::grid::tint(cx.theme, head.kind)) {
        ui.painter().rect_filled(ground, 0, tint);
    }
    ui.painter().vline(ground.right(), ground.y_range(), Stroke::new(1.0, cx.theme.line));
    let there = plot.there(band, column);
    if plot.is_counted(band) {
        return count_ui(ui, cx, plot, board, Point { band, column, place: 0 }, ground);
    }
    // Before those who stand on it, so that they have the mouse first. It asks for clicks as well, for a drag begins
    // only where the mouse has moved.
    let under = ui.interact(ground, ui.scope_id().with(("ground", band, column)), Sense::click_and_drag());
    let mut done = None;
    let mut top = ground.top() + plot.air();
    for (place, presence) in there.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(ground.left() + 2.0, top), vec2(ground.width() - 4.0, LINE - 2.0));
        let at = Point { band, column, place };
        let gesture = presence_ui(ui, cx, plot, view, board, rect, presence, at);
        done = done.or(gesture.map(|gesture| (at, Done::To(presence.key, gesture))));
        top += LINE;
    }
    let at = Point { band, column, place: there.len() };
    let is_full = plot.is_small && top + LINE > ground.bottom() + 1.0;
    if plot.takes_more() && (!is_full || board.stands_at(at)) {
        let high = if there.is_empty() || plot.is_small { LINE - 2.0 } else { ADD };
        let top = top.min(ground.bottom() - high - plot.air());
        let rect = Rect::from_min_size(pos2(ground.left() + 2.0, top), vec2(ground.width() - 4.0, high));
        if add_ui(ui, cx, plot, board, rect, at, ground) {
            done = done.or(Some((at, Done::Add)));
        }
    }
    let free = Rect::from_min_max(pos2(ground.left(), top), ground.max);
    done.or_else(|| ground_ui(ui, cx, plot, board, at, (&under, free)))
}

/// How many people there are, in a row that has no room for their names; a click goes to the week.
fn count_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    board: &mut Board,
    at: Point,
    ground: Rect,
) -> Option<(Point, Done)> {
    let there = plot.all_there(at.band, at.column);
    let response = ui.interact(ground, ui.scope_id().with(("count", at.band, at.column)), Sense::CLICK);
    let half = plot.half(at.band, at.column);
    let place = half.map(|half| roam::spot_words(cx, plot.among(at.band).1, half)).unwrap_or_default();
    let words = format!("{place} {}", cx.tr.rota_month_people(there.len()));
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, board.stands_at(at), &words));
    if !there.is_empty() {
        let font = theme::caption();
        ui.painter().text(ground.center(), egui::Align2::CENTER_CENTER, there.len(), font, cx.theme.ink);
    }
    if board.stands_at(at) {
        frame(ui.painter(), ground, 2.0, cx.theme.accent);
        board.show_cursor(ui, ground);
    }
    let is_clicked = response.clicked();
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
        ui.label(&words);
        for presence in there {
            ui.label(egui::RichText::new(&presence.line).font(theme::caption()).color(cx.theme.muted));
        }
    });
    is_clicked.then_some((at, Done::Week))
}

/// The free ground of a half-day: a drag from it selects, something dragged over it in its own row goes to the same
/// expert on that half-day.
fn ground_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    board: &Board,
    at: Point,
    (under, free): (&Response, Rect),
) -> Option<(Point, Done)> {
    if under.drag_started() {
        return Some((at, Done::Sweep));
    }
    if board.is_sweeping && ui.rect_contains_pointer(free) && !board.stands_at(at) {
        return Some((at, Done::Stretch));
    }
    let from = *under.dnd_hover_payload::<CellKey>()?;
    let is_own_row = plot.row(at.band)?.cells.iter().flatten().any(|presence| presence.key == from);
    let (to, gesture) =
        mouse::ground_gesture(ui, cx, board, under, plot.half(at.band, at.column)?).filter(|_| is_own_row)?;
    Some((at, Done::To(to, gesture)))
}

/// The place for somebody new: shown where the pointer or the keyboard is; true where it was clicked.
fn add_ui(ui: &Ui, cx: &PageCx<'_>, plot: &Rows<'_>, board: &mut Board, rect: Rect, at: Point, ground: Rect) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(("add", at.band, at.column)), Sense::CLICK);
    let half = plot.half(at.band, at.column);
    let words = half.map(|half| roam::spot_words(cx, plot.among(at.band).1, half)).unwrap_or_default();
    let words = cx.tr.schedule_add_at(&words);
    let is_cursor = board.stands_at(at);
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_cursor, &words));
    let is_near = ui.rect_contains_pointer(ground) && board.drag.is_none();
    if is_near || is_cursor {
        let ink = if response.hovered() || is_cursor { cx.theme.accent } else { cx.theme.muted };
        let words = if plot.is_small { cx.tr.schedule_add_short() } else { cx.tr.schedule_add() };
        let font = theme::caption();
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, words, font, ink);
    }
    if is_cursor {
        frame(ui.painter(), rect.expand(1.0), 2.0, cx.theme.accent);
        board.show_cursor(ui, rect);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// One expert in a half-day, with what the mouse did.
#[expect(clippy::too_many_arguments, reason = "what a line is drawn from; grouping it would only hide the list")]
fn presence_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    view: &View<'_>,
    board: &mut Board,
    rect: Rect,
    presence: &Presence,
    at: Point,
) -> Option<Gesture> {
    let cell = plot.vm.cell(presence.key)?;
    let (is_cursor, is_picked) = (board.stands_at(at), board.has_picked(presence.key));
    // A hue without its letter would be the only sign of the activity.
    let has_letter = !plot.is_small || rect.width() >= LETTERED;
    let fill = presence.hue.filter(|_| has_letter).map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    ui.painter().rect_filled(rect, 4, fill);
    if presence.is_flagged {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 1, cx.theme.danger);
    }
    let air = if plot.is_small { (rect.width() - 3.0 * EM).clamp(0.0, 6.0) } else { 10.0 };
    let words = match (plot.is_small, has_letter) {
        (false, _) => presence.line.clone(),
        (true, true) => format!("{} {}", cell.letter, presence.name),
        (true, false) => presence.name.clone(),
    };
    let words = line(ui.painter(), &words, theme::caption(), cx.theme.ink, rect.width() - air);
    let corner = pos2(rect.left() + air / 2.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(corner, words, cx.theme.ink);
    if is_picked {
        frame(ui.painter(), rect.expand(1.0), 1.5, cx.theme.accent);
    }
    if !view.filter.lights(cell) {
        set_back(ui.painter(), cx.theme, rect);
    }
    let gesture = mouse::cell_ui(ui, cx, rect, cell, board, is_cursor || is_picked);
    if is_cursor {
        frame(ui.painter(), rect.expand(1.0), 2.0, cx.theme.accent);
        board.show_cursor(ui, rect);
    }
    gesture
}
