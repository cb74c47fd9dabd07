//! The week by departments, by sites, and who is free: people under half-days, to be moved and filled in like the grid.

use chrono::NaiveDate;
use egui::{CursorIcon, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::board::{Act, Board};
use super::metrics::{Metrics, NAME, SLOT, points};
use super::mode::Mode;
use super::mouse::{self, Gesture};
use super::paint::{frame, line, set_back};
use super::roam::{self, Plot, Point};
use super::view::View;
use super::{editor_ui, head, who};
use crate::app::week::{Among, CellKey, DepartmentRow, Presence, Shift, WeekVm};
use crate::domain::Slot;
use crate::ui::PageCx;
use crate::ui::theme;

/// Height of one expert's line, in points.
const LINE: f32 = 22.0;
/// Height of the line that takes somebody new under others, in points.
const ADD: f32 = 16.0;
/// Space above and below the lines of a half-day, in points.
const AIR: f32 = 4.0;

/// The rows as a view to move in: every half-day of a row is a line.
struct Rows<'a> {
    vm: &'a WeekVm,
    all: &'a [DepartmentRow],
    takes_more: bool,
}

impl Rows<'_> {
    fn slots(&self) -> usize {
        self.vm.slots.len().max(1)
    }

    fn row(&self, band: usize) -> Option<&DepartmentRow> {
        self.all.get(band / self.slots())
    }

    fn there(&self, band: usize, column: usize) -> &[Presence] {
        let place = column * self.slots() + band % self.slots();
        self.row(band).and_then(|row| row.cells.get(place)).map_or(&[], Vec::as_slice)
    }

    /// Height of a half-day: as many lines as the fullest day has people.
    fn half_height(&self, band: usize) -> f32 {
        let most = (0..7).map(|column| self.there(band, column).len()).max().unwrap_or_default();
        let add = if self.takes_more && most > 0 { ADD } else { 0.0 };
        LINE.mul_add(points(most.max(1)), 2.0_f32.mul_add(AIR, add))
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
        7
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

/// Draws departments, or sites in their place, into the free space.
pub fn departments_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm, view: &View<'_>, board: &mut Board, mode: Mode) {
    let all = match mode {
        Mode::Places => &vm.by_place,
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
    let plot = Rows { vm, all: rows, takes_more: mode != Mode::Free };
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    roam::hear(ui, cx, vm, view, &plot, board, area);
    let metrics = Metrics::new(area, 1, 1);
    let below = Rect::from_min_max(metrics.side().min, area.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(below).id_salt("departments"));
    child.set_clip_rect(ui.clip_rect().intersect(below));
    let shown =
        ScrollArea::vertical().id_salt("departments").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
            let origin = ui.max_rect().min;
            let total: f32 = (0..rows.len()).map(|row| plot.height(row)).sum();
            ui.allocate_rect(Rect::from_min_size(origin, vec2(area.width() - SLOT, total)), Sense::hover());
            let (mut y, mut done) = (0.0, None);
            for row in 0..rows.len() {
                let high = plot.height(row);
                let has_cursor = board.roam.as_ref().and_then(|roam| roam.at).map(|at| at.band / plot.slots());
                if (y + high >= seen.top() && y <= seen.bottom()) || has_cursor == Some(row) {
                    done = done.or(row_ui(ui, cx, &plot, view, board, &metrics, row, origin + vec2(0.0, y)));
                }
                y += high;
            }
            done
        });
    head::head_ui(ui, cx, vm, &metrics, 0.0);
    if let Some((at, done)) = shown.inner {
        answer(ui, cx, &plot, view, board, at, done);
    }
    mouse::drag_ui(ui, cx, vm, board);
    who::who_ui(ui, cx, vm, board);
    editor_ui::editor_ui(ui, cx, vm, view, board);
}

/// What the mouse did.
enum Done {
    /// To somebody in a half-day.
    To(CellKey, Gesture),
    /// It asked for somebody new.
    Add,
}

fn answer(ui: &Ui, cx: &mut PageCx<'_>, plot: &Rows<'_>, view: &View<'_>, board: &mut Board, at: Point, done: Done) {
    if !matches!(done, Done::To(_, Gesture::Hover(..))) {
        board.editor = None;
        board.stand(at);
    }
    match done {
        Done::Add => {
            board.cursor = None;
            roam::perform(Act::Open(String::new()), ui, cx, plot.vm, view, plot, board);
        }
        Done::To(key, gesture) => {
            let is_drop = matches!(gesture, Gesture::Drop(..));
            mouse::answer(ui, key, gesture, cx, plot.vm, view, board);
            if let (Some(roam), true) = (&mut board.roam, is_drop) {
                roam.wait(key);
            }
        }
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
    let row = plot.all.get(number)?;
    // A child of its own: somebody can stand in the rows of two sites.
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("row", number)));
    let name = ui.painter().layout(row.name.clone(), theme::strong(), cx.theme.ink, NAME - 12.0);
    ui.painter().galley(at + vec2(8.0, AIR + 3.0), name, cx.theme.ink);
    let head = Rect::from_min_size(at, vec2(NAME, plot.height(number)));
    let response = ui.interact(head, ui.scope_id().with("name"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &row.name));
    let (mut y, mut done) = (at.y, None);
    for (slot, word) in plot.vm.slots.iter().enumerate() {
        let band = number * plot.slots() + slot;
        let high = plot.half_height(band);
        let centre = pos2(at.x + NAME + SLOT / 2.0, y + AIR + LINE / 2.0);
        let font = theme::caption();
        ui.painter().text(centre, egui::Align2::CENTER_CENTER, cx.tr.slot(*word), font, cx.theme.muted);
        for column in 0..7 {
            let left = metrics.day.mul_add(points(column), at.x + NAME + SLOT);
            let ground = Rect::from_min_size(pos2(left, y), vec2(metrics.day, high));
            done = done.or(half_ui(&mut ui, cx, plot, view, board, (band, column), ground));
        }
        y += high;
    }
    let right = metrics.day.mul_add(7.0, at.x + NAME + SLOT);
    ui.painter().hline(at.x..=right, y, Stroke::new(1.0, cx.theme.line));
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
    let mut done = None;
    let mut top = ground.top() + AIR;
    for (place, presence) in there.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(ground.left() + 2.0, top), vec2(ground.width() - 4.0, LINE - 2.0));
        let at = Point { band, column, place };
        let gesture = presence_ui(ui, cx, plot.vm, view, board, rect, presence, at);
        done = done.or(gesture.map(|gesture| (at, Done::To(presence.key, gesture))));
        top += LINE;
    }
    let at = Point { band, column, place: there.len() };
    done = done.or_else(|| drop_ui(ui, cx, plot, board, at, ground));
    if plot.takes_more && done.is_none() {
        let high = if there.is_empty() { LINE - 2.0 } else { ADD };
        let rect = Rect::from_min_size(pos2(ground.left() + 2.0, top), vec2(ground.width() - 4.0, high));
        if add_ui(ui, cx, plot, board, rect, at, ground) {
            done = Some((at, Done::Add));
        }
    }
    done
}

/// Something dragged over the free ground of its own row goes to the same expert on that half-day.
fn drop_ui(ui: &Ui, cx: &PageCx<'_>, plot: &Rows<'_>, board: &Board, at: Point, ground: Rect) -> Option<(Point, Done)> {
    let response = ui.interact(ground, ui.scope_id().with(("ground", at.band, at.column)), Sense::hover());
    let from = *response.dnd_hover_payload::<CellKey>()?;
    let (on, slot) = plot.half(at.band, at.column)?;
    let to = CellKey { stint: from.stint, on, slot };
    let is_own_row = plot.row(at.band)?.cells.iter().flatten().any(|presence| presence.key == from);
    if !is_own_row || to == from {
        return None;
    }
    let way = if ui.input(|input| input.modifiers.command) { Shift::Copy } else { Shift::Move };
    let outlook = board.drag.as_ref().and_then(|drag| drag.over.as_ref()).filter(|(key, ..)| *key == to);
    let is_bad = outlook.is_some_and(|(.., outlook)| outlook.is_bad);
    frame(ui.painter(), ground, 2.5, if is_bad { cx.theme.danger } else { cx.theme.ok });
    let gesture = match response.dnd_release_payload::<CellKey>() {
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
    vm: &WeekVm,
    view: &View<'_>,
    board: &mut Board,
    rect: Rect,
    presence: &Presence,
    at: Point,
) -> Option<Gesture> {
    let cell = vm.cell(presence.key)?;
    let is_cursor = board.stands_at(at);
    let fill = presence.hue.map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    ui.painter().rect_filled(rect, 4, fill);
    if presence.is_flagged {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 1, cx.theme.danger);
    }
    let words = line(ui.painter(), &presence.line, theme::caption(), cx.theme.ink, rect.width() - 10.0);
    ui.painter().galley(pos2(rect.left() + 6.0, rect.center().y - words.size().y / 2.0), words, cx.theme.ink);
    if !view.filter.lights(cell) {
        set_back(ui.painter(), cx.theme, rect);
    }
    let gesture = mouse::cell_ui(ui, cx, rect, cell, board, is_cursor);
    if is_cursor {
        frame(ui.painter(), rect.expand(1.0), 2.0, cx.theme.accent);
        board.show_cursor(ui, rect);
    }
    gesture
}
