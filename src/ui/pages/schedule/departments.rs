//! A week or a month by departments, by sites, and who is free: people under half-days, to be moved and filled in like
//! the grid.

use chrono::NaiveDate;
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{CursorIcon, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::board::{Act, Board, Turn};
use super::metrics::{MONTH_LISTS, Metrics, WEEK, points};
use super::mode::Mode;
use super::mouse::{self, Gesture};
use super::names::slot_words;
use super::paint::{frame, line, set_back};
use super::roam::{self, Plot, Point};
use super::view::View;
use super::{editor_ui, head, who};
use crate::app::week::{Among, CellKey, CellVm, DepartmentRow, GridVm, Presence, Shift};
use crate::domain::Slot;
use crate::ui::PageCx;
use crate::ui::theme;

/// Height of one expert's line, in points.
const LINE: f32 = 22.0;
/// Height of the line that takes somebody new under others, in points.
const ADD: f32 = 16.0;
/// Space above and below the lines of a half-day, in points.
const AIR: f32 = 4.0;
/// The same in a month.
const SMALL_AIR: f32 = 1.0;
/// A row of a month that has more people than this in a half-day says how many they are.
const MOST: usize = 8;

/// The rows as a view to move in: every half-day of a row is a line.
struct Rows<'a> {
    vm: &'a GridVm,
    all: &'a [DepartmentRow],
    takes_more: bool,
    /// Whether it is a month: names only.
    is_small: bool,
}

impl Rows<'_> {
    fn slots(&self) -> usize {
        self.vm.slots.len().max(1)
    }

    fn row(&self, band: usize) -> Option<&DepartmentRow> {
        self.all.get(band / self.slots())
    }

    /// Everybody in a half-day, also where only their number is shown.
    fn all_there(&self, band: usize, column: usize) -> &[Presence] {
        let place = column * self.slots() + band % self.slots();
        self.row(band).and_then(|row| row.cells.get(place)).map_or(&[], Vec::as_slice)
    }

    /// Those shown by name in a half-day.
    fn there(&self, band: usize, column: usize) -> &[Presence] {
        if self.is_counted(band) { &[] } else { self.all_there(band, column) }
    }

    /// Whether the row only says how many people there are: a month has no room for all of their names.
    fn is_counted(&self, band: usize) -> bool {
        self.is_small && self.row(band).is_some_and(|row| row.cells.iter().any(|there| there.len() > MOST))
    }

    fn air(&self) -> f32 {
        if self.is_small { SMALL_AIR } else { AIR }
    }

    /// Height of a half-day: as many lines as the fullest day has people.
    fn half_height(&self, band: usize) -> f32 {
        let most = (0..self.columns()).map(|column| self.there(band, column).len()).max().unwrap_or_default();
        let add = if self.takes_more && most > 0 && !self.is_small { ADD } else { 0.0 };
        LINE.mul_add(points(most.max(1)), 2.0_f32.mul_add(self.air(), add))
    }

    fn height(&self, row: usize) -> f32 {
        (row * self.slots()..(row + 1) * self.slots()).map(|band| self.half_height(band)).sum()
    }
}

impl Plot for Rows<'_> {
    fn bands(&self) -> usize {
        self.all.len() * self.slots()
    }

    fn columns(&self) -> usize {
        self.vm.days.len()
    }

    fn keys(&self, band: usize, column: usize) -> impl Iterator<Item = CellKey> {
        self.there(band, column).iter().map(|presence| presence.key)
    }

    fn half(&self, band: usize, column: usize) -> Option<(NaiveDate, Slot)> {
        Some((self.vm.days.get(column)?.on, *self.vm.slots.get(band % self.slots())?))
    }

    fn among(&self, band: usize) -> (Among<'_>, &str) {
        let Some(row) = self.row(band) else { return (Among::All, "") };
        (row.site.map_or(Among::Department(&row.name), Among::Site), &row.name)
    }

    fn takes_more(&self) -> bool {
        self.takes_more
    }
}

/// Draws departments, or sites in their place, into the free space; returns the day whose week was asked for.
pub fn departments_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    mode: Mode,
) -> Option<NaiveDate> {
    let all = match mode {
        Mode::Places | Mode::MonthPlaces => &vm.by_place,
        Mode::Free => &vm.free,
        _ => &vm.by_department,
    };
    let narrowed: Vec<DepartmentRow>;
    let rows = if view.filter.is_set() {
        narrowed = all.iter().filter_map(|row| row.narrowed(|key| view.shows(key))).collect();
        narrowed.as_slice()
    } else {
        all.as_slice()
    };
    let plot = Rows { vm, all: rows, takes_more: mode != Mode::Free, is_small: mode.is_of_month() };
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    roam::hear(ui, cx, vm, view, &plot, board, area);
    let metrics = Metrics::new(area, if plot.is_small { &MONTH_LISTS } else { &WEEK }, (1, 1), plot.columns());
    let body = metrics.body();
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("departments"));
    child.set_clip_rect(ui.clip_rect().intersect(body));
    let shown = ScrollArea::both()
        .id_salt("departments")
        .auto_shrink(false)
        .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
        .show_viewport(&mut child, |ui, seen| rows_ui(ui, cx, &plot, view, board, &metrics, seen));
    let scrolled = shown.state.clamped_offset();
    let asked = head::head_ui(ui, cx, vm, &metrics, scrolled.x);
    names_ui(ui, cx, &plot, &metrics, scrolled.y);
    if let Some((at, done)) = shown.inner {
        answer(ui, cx, &plot, view, board, at, done);
    }
    mouse::drag_ui(ui, cx, vm, board);
    who::who_ui(ui, cx, vm, board);
    editor_ui::editor_ui(ui, cx, vm, view, board);
    asked
}

/// Draws the rows in sight, and that of the cursor.
fn rows_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    view: &View<'_>,
    board: &mut Board,
    metrics: &Metrics,
    seen: Rect,
) -> Option<(Point, Done)> {
    let origin = ui.max_rect().min;
    let total: f32 = (0..plot.all.len()).map(|row| plot.height(row)).sum();
    ui.allocate_rect(Rect::from_min_size(origin, vec2(metrics.days(), total)), Sense::hover());
    let (mut y, mut done) = (0.0, None);
    for row in 0..plot.all.len() {
        let high = plot.height(row);
        let has_cursor = board.roam.as_ref().and_then(|roam| roam.at).map(|at| at.band / plot.slots());
        if (y + high >= seen.top() && y <= seen.bottom()) || has_cursor == Some(row) {
            done = done.or(row_ui(ui, cx, plot, view, board, metrics, row, origin + vec2(0.0, y)));
        }
        y += high;
    }
    done
}

/// The names and half-days of the rows stand still while the days move beside them.
fn names_ui(ui: &Ui, cx: &PageCx<'_>, plot: &Rows<'_>, metrics: &Metrics, scrolled: f32) {
    let strip = metrics.side();
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, cx.theme.paper);
    ui.painter().rect_filled(Rect::from_min_max(metrics.area.min, strip.right_top()), 0, cx.theme.paper);
    let mut y = strip.top() - scrolled;
    for (number, row) in plot.all.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(strip.left(), y), vec2(strip.width(), plot.height(number)));
        y = rect.bottom();
        if !rect.intersects(strip) {
            continue;
        }
        let head = Rect::from_min_size(rect.min, vec2(metrics.size.name, rect.height())).intersect(strip);
        let response = ui.interact(head, ui.scope_id().with(("name", number)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &row.name));
        let name = painter.layout(row.name.clone(), theme::strong(), cx.theme.ink, metrics.size.name - 12.0);
        painter.galley(rect.min + vec2(8.0, plot.air() + 3.0), name, cx.theme.ink);
        let mut top = rect.top();
        for (slot, word) in plot.vm.slots.iter().enumerate() {
            let centre = pos2(rect.right() - metrics.size.slot / 2.0, top + plot.air() + LINE / 2.0);
            let words = slot_words(cx, metrics, *word);
            painter.text(centre, egui::Align2::CENTER_CENTER, words, theme::caption(), cx.theme.muted);
            top += plot.half_height(number * plot.slots() + slot);
        }
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.theme.line));
    }
    painter.vline(strip.right(), strip.y_range(), Stroke::new(1.0, cx.theme.line));
}

/// What the mouse did.
enum Done {
    /// To somebody in a half-day.
    To(CellKey, Gesture),
    /// It asked for somebody new.
    Add,
    /// It began to select from a place on.
    Sweep,
    /// The selection reaches as far as here.
    Stretch,
    /// It asked for the week of the half-day.
    Week,
}

fn answer(ui: &Ui, cx: &mut PageCx<'_>, plot: &Rows<'_>, view: &View<'_>, board: &mut Board, at: Point, done: Done) {
    let is_stretched = matches!(done, Done::Stretch | Done::To(_, Gesture::Extend));
    if is_stretched {
        board.editor = None;
        board.stretch(plot, at);
    } else if !matches!(done, Done::To(_, Gesture::Hover(..) | Gesture::Menu(_))) {
        board.editor = None;
        board.stand(at);
    }
    match done {
        Done::Add => {
            board.cursor = None;
            roam::perform(Act::Open(String::new()), ui, cx, plot.vm, view, plot, board);
        }
        Done::Sweep => {
            board.cursor = plot.key(at);
            board.is_sweeping = true;
        }
        Done::Week => board.turn = plot.half(at.band, at.column).map(|(on, _)| Turn::Week(on)),
        Done::To(key, Gesture::Menu(act)) => {
            if !board.has_picked(key) {
                board.stand(at);
                board.cursor = Some(key);
            }
            roam::perform(act, ui, cx, plot.vm, view, plot, board);
        }
        Done::To(key, gesture) if !is_stretched => {
            let is_drop = matches!(gesture, Gesture::Drop(..));
            mouse::answer(ui, key, gesture, cx, plot.vm, view, board);
            if let (Some(roam), true) = (&mut board.roam, is_drop) {
                roam.wait(key);
            }
        }
        Done::To(..) | Done::Stretch => {}
    }
    ui.memory_mut(|memory| memory.request_focus(ui.scope_id().with("roam")));
}

#[expect(clippy::too_many_arguments, reason = "what a row is drawn from; grouping it would only hide the list")]
fn row_ui(
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
            let left = metrics.day.mul_add(points(column), at.x);
            let ground = Rect::from_min_size(pos2(left, y), vec2(metrics.day, high));
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
    // Before those who stand on it, so that they have the mouse first.
    let under = ui.interact(ground, ui.scope_id().with(("ground", band, column)), Sense::DRAG);
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
    done = done.or_else(|| ground_ui(ui, cx, plot, board, at, &under));
    let is_full = plot.is_small && top + LINE > ground.bottom() + 1.0;
    if plot.takes_more && done.is_none() && (!is_full || board.stands_at(at)) {
        let high = if there.is_empty() || plot.is_small { LINE - 2.0 } else { ADD };
        let top = top.min(ground.bottom() - high - plot.air());
        let rect = Rect::from_min_size(pos2(ground.left() + 2.0, top), vec2(ground.width() - 4.0, high));
        if add_ui(ui, cx, plot, board, rect, at, ground) {
            done = Some((at, Done::Add));
        }
    }
    done
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
    let names: Vec<&str> = there.iter().map(|presence| presence.line.as_str()).collect();
    let is_clicked = response.clicked();
    response.on_hover_text(format!("{words}\n{}", names.join("\n")));
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
    under: &Response,
) -> Option<(Point, Done)> {
    if under.drag_started() {
        return Some((at, Done::Sweep));
    }
    if board.is_sweeping && ui.rect_contains_pointer(under.rect) && !board.stands_at(at) {
        return Some((at, Done::Stretch));
    }
    let from = *under.dnd_hover_payload::<CellKey>()?;
    let (on, slot) = plot.half(at.band, at.column)?;
    let to = CellKey { stint: from.stint, on, slot };
    let is_own_row = plot.row(at.band)?.cells.iter().flatten().any(|presence| presence.key == from);
    if !is_own_row || to == from {
        return None;
    }
    let way = if ui.input(|input| input.modifiers.command) { Shift::Copy } else { Shift::Move };
    let outlook = board.drag.as_ref().and_then(|drag| drag.over.as_ref()).filter(|(key, ..)| *key == to);
    let is_bad = outlook.is_some_and(|(.., outlook)| outlook.is_bad);
    frame(ui.painter(), under.rect, 2.5, if is_bad { cx.theme.danger } else { cx.theme.ok });
    let gesture = match under.dnd_release_payload::<CellKey>() {
        Some(from) => Gesture::Drop(*from, way),
        None => Gesture::Hover(from, way),
    };
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
        let font = theme::caption();
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, cx.tr.schedule_add(), font, ink);
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
    let fill = presence.hue.map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    ui.painter().rect_filled(rect, 4, fill);
    if presence.is_flagged {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 1, cx.theme.danger);
    }
    words_ui(ui, cx, plot, rect, presence, cell);
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

/// Name and work, or as much of them as there is room for: the name always, the letter before it in a month.
fn words_ui(ui: &Ui, cx: &PageCx<'_>, plot: &Rows<'_>, rect: Rect, presence: &Presence, cell: &CellVm) {
    let (painter, ink) = (ui.painter(), cx.theme.ink);
    if !plot.is_small {
        let words = line(painter, &presence.line, theme::caption(), ink, rect.width() - 10.0);
        painter.galley(pos2(rect.left() + 6.0, rect.center().y - words.size().y / 2.0), words, ink);
        return;
    }
    let both = painter.layout_no_wrap(format!("{} {}", cell.letter, presence.name), theme::caption(), ink);
    let words = if both.size().x <= rect.width() {
        both
    } else {
        line(painter, &presence.name, theme::caption(), ink, rect.width())
    };
    painter.galley(rect.center() - words.size() / 2.0, words, ink);
}
