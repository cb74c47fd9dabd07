//! The keyboard in the views that list people under half-days: one focus for all of it, arrows move inside.

use std::collections::HashSet;

use chrono::NaiveDate;
use egui::{Event, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use super::board::{Act, Board, Turn};
use super::grid::is_unclaimed;
use super::mode::Mode;
use super::view::View;
use super::who::Who;
use crate::app::week::{Among, CellKey, GridVm};
use crate::domain::Slot;
use crate::ui::PageCx;

/// How many half-days Page Up and Page Down go.
const PAGE: isize = 4;

/// A place in such a view: a line of half-days, a column, and how far down among the people of that half-day. After the
/// last of them comes the place that takes somebody new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// Lines of half-days from the top.
    pub band: usize,
    /// Columns from the left.
    pub column: usize,
    /// People from the top.
    pub place: usize,
}

/// What such a view is made of.
pub trait Plot {
    /// Lines of half-days.
    fn bands(&self) -> usize;
    /// Columns.
    fn columns(&self) -> usize;
    /// The people of a half-day, from the top.
    fn keys(&self, band: usize, column: usize) -> impl Iterator<Item = CellKey>;
    /// When that is.
    fn half(&self, band: usize, column: usize) -> Option<(NaiveDate, Slot)>;
    /// Whose row it is, and what it is called.
    fn among(&self, band: usize) -> (Among<'_>, &str);
    /// Whether somebody can be added.
    fn takes_more(&self) -> bool;

    /// Places of a half-day.
    fn depth(&self, band: usize, column: usize) -> usize {
        self.keys(band, column).count() + usize::from(self.takes_more())
    }

    /// Who stands at a point; nobody at the place for somebody new.
    fn key(&self, at: Point) -> Option<CellKey> {
        self.keys(at.band, at.column).nth(at.place)
    }
}

/// Where the keyboard is in such a view.
#[derive(Default)]
pub struct Roam {
    /// In which view.
    pub mode: Mode,
    /// The place.
    pub at: Option<Point>,
    /// The list of those who could be added there, while it is open.
    pub who: Option<Who>,
    /// Where a selection of several began.
    anchor: Option<Point>,
    /// The half-days of the people selected, where it is not only the one under the cursor.
    picked: Vec<CellKey>,
    /// What was filled in and is not in the picture yet.
    awaited: Option<CellKey>,
    /// Whether the keyboard was taken: the view was asked for, so keys are meant for it.
    has_begun: bool,
}

impl Roam {
    /// Nowhere in a view yet.
    pub fn of(mode: Mode) -> Self {
        Self { mode, ..Self::default() }
    }

    /// Goes to a place.
    pub fn go(&mut self, at: Point) {
        *self = Self { at: Some(at), has_begun: self.has_begun, ..Self::of(self.mode) };
    }

    /// Stretches the selection to a place: from place to place in one half-day, else over all the people of half-days.
    pub fn stretch(&mut self, plot: &impl Plot, to: Point) {
        let from = self.anchor.or(self.at).unwrap_or(to);
        self.go(to);
        (self.anchor, self.picked) = (Some(from), between(plot, from, to));
    }

    /// The half-days of the people selected, in the order in which they stand; none where nothing was stretched.
    pub fn picked(&self) -> &[CellKey] {
        &self.picked
    }

    /// Goes back to the one under the cursor; whether there were more.
    fn let_go(&mut self) -> bool {
        self.picked.clear();
        self.anchor.take().is_some()
    }

    /// Waits for a half-day that was just filled.
    pub const fn wait(&mut self, key: CellKey) {
        self.awaited = Some(key);
    }
}

/// Everybody between two places, each half-day of somebody once.
fn between(plot: &impl Plot, from: Point, to: Point) -> Vec<CellKey> {
    let is_one_half = (from.band, from.column) == (to.band, to.column);
    let places = from.place.min(to.place)..=from.place.max(to.place);
    let mut picked = Vec::new();
    for band in from.band.min(to.band)..=from.band.max(to.band) {
        for column in from.column.min(to.column)..=from.column.max(to.column) {
            for (place, key) in plot.keys(band, column).enumerate() {
                if (!is_one_half || places.contains(&place)) && !picked.contains(&key) {
                    picked.push(key);
                }
            }
        }
    }
    picked
}

/// Follows the picture and takes the keys of this frame; a number of columns that the keys ask for beyond the edge.
pub fn hear(
    ui: &Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    plot: &impl Plot,
    board: &mut Board,
    area: Rect,
) -> isize {
    settle(plot, board);
    let id = ui.scope_id().with("roam");
    focus_ui(ui, id, area, cx, vm, plot, board);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return 0;
    }
    // Also while a list is open: its Tab and arrows must not carry the focus away.
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut beyond = 0;
    for event in ui.input(|input| input.filtered_events(&filter)) {
        if board.editor.is_some() || board.roam.as_ref().is_none_or(|roam| roam.who.is_some()) {
            break;
        }
        let act = match event {
            Event::Copy => Some(Act::Copy),
            Event::Cut => Some(Act::Cut),
            Event::Paste(text) => Some(Act::Paste(text)),
            Event::Text(text) if !text.trim().is_empty() => Some(Act::Open(text)),
            Event::Key { key, pressed: true, modifiers, .. } => {
                beyond += travel(plot, board, key, modifiers);
                meaning(ui, id, key, modifiers, plot, board)
            }
            _ => None,
        };
        if let Some(act) = act {
            perform(act, ui, cx, vm, view, plot, board);
        }
    }
    beyond
}

/// Does it to whoever stands under the cursor; at a free place opening asks who it is to be.
pub fn perform(
    act: Act,
    ui: &Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    plot: &impl Plot,
    board: &mut Board,
) {
    let Some(at) = board.roam.as_ref().and_then(|roam| roam.at) else { return };
    let (among, row) = plot.among(at.band);
    // A selection that ends at the place for somebody new is of the people in it.
    board.cursor = board.cursor.or_else(|| board.roam.as_ref().and_then(|roam| roam.picked.last().copied()));
    if board.cursor.is_some() {
        let takes_away = matches!(act, Act::Clear | Act::Cut);
        board.act(act, ui.ctx(), vm, view, cx);
        if let (Some(roam), true) = (&mut board.roam, takes_away) {
            roam.let_go();
        }
        if let (Some(editor), Among::Site(site)) = (&mut board.editor, among) {
            editor.site = Some(site);
        }
        return;
    }
    let (Act::Open(typed), Some(half)) = (act, plot.half(at.band, at.column)) else { return };
    let stints: Vec<_> = view.rows.iter().map(|row| row.stint).collect();
    let site = if let Among::Site(site) = among { Some(site) } else { None };
    let title = spot_words(cx, row, half);
    if let Some(roam) = &mut board.roam {
        roam.who = Some(Who::open(vm.who(&stints, half, among), site, title, typed));
    }
}

/// 消化内科 6月12日 周一上午.
pub fn spot_words(cx: &PageCx<'_>, row: &str, (on, slot): (NaiveDate, Slot)) -> String {
    format!("{row} {}", cx.tr.half_day(on, slot)).trim().to_owned()
}

/// Brings the cursor and the place together after a change of the picture.
fn settle(plot: &impl Plot, board: &mut Board) {
    let Some(roam) = &mut board.roam else { return };
    if board.editor.is_some() || roam.who.is_some() {
        return;
    }
    if let Some(at) = roam.awaited.and_then(|key| find(plot, key, roam.at)) {
        (roam.at, board.cursor) = (Some(at), roam.awaited.take());
    }
    let found = board.cursor.and_then(|key| find(plot, key, roam.at));
    roam.at = found.or_else(|| roam.at.and_then(|at| inside(plot, at)));
    if let Some(at) = roam.at {
        board.cursor = plot.key(at);
    }
    if !roam.picked.is_empty() {
        let shown: HashSet<CellKey> =
            halves(plot).flat_map(|(band, column)| plot.keys(band, column).collect::<Vec<_>>()).collect();
        roam.picked.retain(|key| shown.contains(key));
    }
}

/// Every half-day of a view.
fn halves(plot: &impl Plot) -> impl Iterator<Item = (usize, usize)> {
    (0..plot.bands()).flat_map(|band| (0..plot.columns()).map(move |column| (band, column)))
}

/// The place of a half-day of somebody: where the cursor is, else beside it, else anywhere.
fn find(plot: &impl Plot, key: CellKey, near: Option<Point>) -> Option<Point> {
    if let Some(at) = near.filter(|at| plot.key(*at) == Some(key)) {
        return Some(at);
    }
    let in_half = |band: usize, column: usize| {
        let place = plot.keys(band, column).position(|other| other == key);
        place.map(|place| Point { band, column, place })
    };
    let beside = near.and_then(|at| in_half(at.band, at.column));
    beside.or_else(|| halves(plot).find_map(|(band, column)| in_half(band, column)))
}

/// The same place where there still is one.
fn inside(plot: &impl Plot, at: Point) -> Option<Point> {
    let at = Point { band: at.band.min(plot.bands().checked_sub(1)?), ..at };
    let last = plot.depth(at.band, at.column).checked_sub(1)?;
    Some(Point { place: at.place.min(last), ..at })
}

/// One focus for the whole view. Its spoken value is what stands under the cursor.
fn focus_ui(ui: &Ui, id: Id, area: Rect, cx: &PageCx<'_>, vm: &GridVm, plot: &impl Plot, board: &mut Board) {
    let response = ui.interact(area, id, Sense::focusable_noninteractive());
    let cell = board.cursor.and_then(|key| vm.cell(key)).map(|cell| cell.spoken.clone());
    let at = board.roam.as_ref().and_then(|roam| roam.at);
    let free = || {
        let at = at?;
        Some(cx.tr.schedule_add_at(&spot_words(cx, plot.among(at.band).1, plot.half(at.band, at.column)?)))
    };
    let spoken = cell.or_else(free).unwrap_or_default();
    let name = board.roam.as_ref().map_or("", |roam| roam.mode.words(cx.tr));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Grid, true, name);
        info.current_text_value = Some(spoken.clone());
        info
    });
    if response.has_focus() {
        board.lets_go = false;
        return;
    }
    let is_new = board.roam.as_mut().is_some_and(|roam| !std::mem::replace(&mut roam.has_begun, true));
    if (is_new || !board.lets_go) && ui.memory(|memory| is_new || is_unclaimed(memory)) {
        response.request_focus();
    }
}

/// What a key other than those that move asks for.
fn meaning(ui: &Ui, id: Id, key: Key, modifiers: Modifiers, plot: &impl Plot, board: &mut Board) -> Option<Act> {
    match (key, modifiers.command) {
        (Key::PageUp, true) => board.turn = Some(Turn::Back),
        (Key::PageDown, true) => board.turn = Some(Turn::Forth),
        (Key::Enter, true) => {
            let at = board.roam.as_ref().and_then(|roam| roam.at);
            board.turn = at.and_then(|at| plot.half(at.band, at.column)).map(|(on, _)| Turn::Week(on));
        }
        (Key::Enter | Key::F2, false) => return Some(Act::Open(String::new())),
        (Key::Delete | Key::Backspace, false) => return Some(Act::Clear),
        (Key::L, true) => return Some(Act::Lock),
        (Key::D, true) => return Some(Act::FillDown),
        (Key::Escape, _) if board.roam.as_mut().is_some_and(Roam::let_go) => {}
        (Key::Escape, _) => {
            board.cursor = None;
            board.lets_go = true;
            if let Some(roam) = &mut board.roam {
                roam.at = None;
            }
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        _ => {}
    }
    None
}

/// Moves the cursor; how many columns beyond the edge.
fn travel(plot: &impl Plot, board: &mut Board, key: Key, modifiers: Modifiers) -> isize {
    let Some(roam) = &mut board.roam else { return 0 };
    let far = isize::MAX / 2;
    let (people, bands, columns) = match (key, modifiers.command) {
        (Key::ArrowUp, false) => (-1, 0, 0),
        (Key::ArrowDown, false) => (1, 0, 0),
        (Key::ArrowUp, true) => (0, -far, 0),
        (Key::ArrowDown, true) => (0, far, 0),
        (Key::PageUp, false) => (0, -PAGE, 0),
        (Key::PageDown, false) => (0, PAGE, 0),
        (Key::Home, true) => (0, -far, -far),
        (Key::End, true) => (0, far, far),
        (Key::Home, false) => (0, 0, -far),
        (Key::End, false) => (0, 0, far),
        (Key::ArrowLeft, _) => (0, 0, -1),
        (Key::ArrowRight, _) => (0, 0, 1),
        (Key::Tab, false) => (0, 0, if modifiers.shift { -1 } else { 1 }),
        _ => return 0,
    };
    let last = (plot.bands().saturating_sub(1), plot.columns().saturating_sub(1));
    board.reveals_cursor = true;
    let Some(from) = roam.at else {
        let mut first = halves(plot).filter(|(band, column)| plot.depth(*band, *column) > 0);
        roam.at = first.next().map(|(band, column)| Point { band, column, place: 0 });
        board.cursor = roam.at.and_then(|at| plot.key(at));
        return 0;
    };
    let band = from.band.saturating_add_signed(bands).min(last.0);
    let column = from.column.saturating_add_signed(columns).min(last.1);
    let aside = inside(plot, Point { band, column, ..from });
    let to = if people != 0 { stacked(plot, from, people) } else { aside.or_else(|| skip(plot, from, columns)) };
    let beyond = columns.signum() * isize::from(columns.abs() == 1 && column == from.column);
    let to = to.unwrap_or(from);
    if modifiers.shift && key != Key::Tab {
        roam.stretch(plot, to)
    } else {
        roam.go(to)
    }
    board.cursor = roam.at.and_then(|at| plot.key(at));
    beyond
}

/// The next place down or up: of the same half-day, else of the nearest one that has any.
fn stacked(plot: &impl Plot, from: Point, people: isize) -> Option<Point> {
    let depth = |band: usize| plot.depth(band, from.column);
    if people > 0 {
        if from.place + 1 < depth(from.band) {
            return Some(Point { place: from.place + 1, ..from });
        }
        let band = (from.band + 1..plot.bands()).find(|band| depth(*band) > 0)?;
        return Some(Point { band, place: 0, ..from });
    }
    if from.place > 0 {
        return Some(Point { place: from.place - 1, ..from });
    }
    let band = (0..from.band).rev().find(|band| depth(*band) > 0)?;
    Some(Point { band, place: depth(band) - 1, ..from })
}

/// The next column that has anybody, where one without was met.
fn skip(plot: &impl Plot, from: Point, columns: isize) -> Option<Point> {
    let at = |column: &usize| inside(plot, Point { column: *column, ..from });
    if columns < 0 {
        (0..from.column).rev().find_map(|column| at(&column))
    } else {
        (from.column + 1..plot.columns()).find_map(|column| at(&column))
    }
}
