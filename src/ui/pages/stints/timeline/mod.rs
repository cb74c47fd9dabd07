//! The timeline: batches, departments and people over months; bars are moved and stretched by mouse and by keys.

mod bars;
mod ghost;
mod head;
mod hint;
mod keys;
mod legend;
mod metrics;
mod names;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use self::bars::{Gesture, bar_ui, cover_ui, stretch};
use self::ghost::{ghost, moves};
use self::keys::KeyWish;
use self::legend::legend_ui;
use self::metrics::{LINE, Metrics, Zoom};
use self::names::NameWish;
use crate::app::timeline::{Grip, GroupKey, Grouping, Line, Outlook, Pull, Target, Timeline};
use crate::domain::{DocumentKind, StintId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, segments};
use crate::ui::{Command, Live, PageCx};

/// How near to the edge a drag scrolls, in points.
const EDGE: f32 = 28.0;
/// How far it scrolls in a frame, in points.
const EDGE_STEP: f32 = 10.0;

/// What the timeline asks its page for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineWish {
    /// Show a stint in the inspector.
    Select(StintId),
    /// Show none.
    Clear,
    /// Enter the first expert.
    Begin,
}

/// A bar that is being moved or stretched.
struct Hold {
    pull: Pull,
    outlook: Outlook,
    /// Where the pointer took hold, from where the content begins; absent for keys.
    origin: Option<f32>,
}

/// Where to scroll in the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scroll {
    Today,
    Cursor,
}

/// The timeline with what is folded, chosen and moved in it.
pub struct TimelineView {
    vm: Live<Arc<Timeline>>,
    grouping: Grouping,
    zoom: Zoom,
    folded: BTreeSet<GroupKey>,
    shown: Vec<usize>,
    shown_of: Option<(u64, usize, Grouping)>,
    cursor: Option<Target>,
    hold: Option<Hold>,
    scroll: Option<Scroll>,
    lets_go: bool,
    /// Whether the first picture was looked at.
    is_met: bool,
}

impl Default for TimelineView {
    fn default() -> Self {
        Self {
            vm: Live::default(),
            grouping: Grouping::default(),
            zoom: Zoom::default(),
            folded: BTreeSet::new(),
            shown: Vec::new(),
            shown_of: None,
            cursor: None,
            hold: None,
            scroll: Some(Scroll::Today),
            lets_go: false,
            is_met: false,
        }
    }
}

impl TimelineView {
    /// The tables that it is made from.
    pub const TABLES: &'static [Table] = &[
        Table::Institution,
        Table::Relation,
        Table::Department,
        Table::Person,
        Table::Batch,
        Table::Stint,
        Table::CheckRule,
    ];

    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.vm.expire();
    }

    /// What Ctrl+P prints: the days that are shown.
    pub fn document(&self) -> Option<DocumentRequest> {
        let vm = self.vm.get()?.as_ref().ok()?;
        Some(DocumentRequest::new(DocumentKind::StintTimeline, vm.span))
    }

    /// The keys that only the timeline knows.
    pub fn keys(tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![
            ("↑ ↓", tr.timeline_key_choose()),
            ("← →", tr.timeline_key_move()),
            ("Shift+← →", tr.timeline_key_stretch()),
            ("Ctrl+Shift+← →", tr.timeline_key_stretch_start()),
            ("Enter", tr.timeline_key_open()),
            ("Esc", tr.timeline_key_leave()),
        ]
    }

    /// Grouping, zoom and the way back to today.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let groups = [
            Choice::new(Grouping::Batch, tr.timeline_by_batch()),
            Choice::new(Grouping::Department, tr.timeline_by_department()),
            Choice::new(Grouping::Institution, tr.timeline_by_institution()),
        ];
        let list = Dropdown::new(tr.timeline_grouping(), &groups).bare().width(112.0);
        if list.ui(ui, cx.theme, tr, &mut self.grouping) {
            self.vm.expire();
            self.folded.clear();
            self.hold = None;
        }
        let zooms = [
            (Zoom::Month, tr.timeline_zoom_month()),
            (Zoom::Quarter, tr.timeline_zoom_quarter()),
            (Zoom::Year, tr.timeline_zoom_year()),
        ];
        if segments(ui, cx.theme, &zooms, &mut self.zoom) {
            self.scroll = Some(Scroll::Today);
        }
        if Button::icon_only(Icon::Today, tr.timeline_today()).ui(ui, cx.theme).clicked() {
            self.scroll = Some(Scroll::Today);
        }
    }

    /// Draws it; `selected` is the stint that the inspector shows.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, selected: Option<StintId>) -> Option<TimelineWish> {
        let (grouping, tr) = (self.grouping, cx.tr);
        self.vm.refresh(|| cx.desk.ask(move |office| Timeline::load(office, grouping, tr)));
        if !self.vm.ready_ui(ui, cx.theme, tr) {
            return None;
        }
        let vm = Arc::clone(self.vm.get()?.as_ref().ok()?);
        if vm.is_empty() {
            let empty = Empty {
                icon: Icon::People,
                title: tr.timeline_empty_title(),
                text: tr.timeline_empty_text(),
                action: Some(tr.people_add_expert()),
            };
            return empty.ui(ui, cx.theme).then_some(TimelineWish::Begin);
        }
        self.settle(&vm, selected);
        legend_ui(ui, cx);
        self.grid_ui(ui, cx, &vm)
    }

    /// Works out which lines are shown, and forgets what is not there any more.
    fn settle(&mut self, vm: &Timeline, selected: Option<StintId>) {
        if !std::mem::replace(&mut self.is_met, true) && vm.hides_covers() {
            self.folded.insert(GroupKey::Covers);
        }
        let of = (self.vm.revision(), self.folded.len(), self.grouping);
        if self.shown_of != Some(of) {
            self.shown_of = Some(of);
            let mut is_hidden = false;
            self.shown.clear();
            for (place, line) in vm.lines.iter().enumerate() {
                if let Line::Head(head) = line {
                    is_hidden = self.folded.contains(&head.key);
                    self.shown.push(place);
                } else if !is_hidden {
                    self.shown.push(place);
                }
            }
            if self.hold.as_ref().is_some_and(|hold| vm.bar(hold.pull.target).is_none()) {
                self.hold = None;
            }
        }
        if let Some(stint) = selected.filter(|stint| self.cursor != Some(Target::Stint(*stint)))
            && !matches!(self.cursor, Some(Target::Batch(_)))
        {
            self.cursor = Some(Target::Stint(stint));
        }
    }

    fn grid_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, vm: &Timeline) -> Option<TimelineWish> {
        let area = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(area);
        let id = ui.scope_id().with("timeline");
        let metrics = Metrics::new(area, vm.span, self.shown.len(), self.zoom);
        self.focus_ui(ui, id, area, cx, vm);
        let mut wish = self.keys_ui(ui, cx, id, vm);
        let body = metrics.body();
        let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("bars"));
        child.set_clip_rect(ui.clip_rect().intersect(body));
        let mut gestures = Vec::new();
        let has_keys = ui.memory(|memory| memory.has_focus(id));
        let shown = ScrollArea::both()
            .id_salt(("timeline", self.zoom))
            .auto_shrink(false)
            .animated(false)
            .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
            .show_viewport(&mut child, |ui, seen| {
                self.lines_ui(ui, cx, vm, &metrics, seen, has_keys, &mut gestures);
            });
        let offset = shown.state.clamped_offset();
        head::head_ui(ui, cx, &metrics, self.zoom, vm.today, offset.x);
        let folded = |key| self.folded.contains(&key);
        let named = names::names_ui(ui, cx, vm, (&self.shown, &folded), &metrics, offset.y);
        if let Some(named) = named {
            ui.memory_mut(|memory| memory.request_focus(id));
            wish = self.name(named, vm).or(wish);
        }
        for gesture in gestures {
            ui.memory_mut(|memory| memory.request_focus(id));
            wish = self.answer(ui, cx, gesture, vm, &metrics, body.left() - offset.x).or(wish);
        }
        wish
    }

    /// One focus for the whole timeline; its spoken value is the chosen bar.
    fn focus_ui(&mut self, ui: &Ui, id: Id, area: Rect, cx: &PageCx<'_>, vm: &Timeline) {
        let response = ui.interact(area, id, Sense::focusable_noninteractive());
        let spoken = match (&self.hold, self.cursor.and_then(|cursor| vm.bar(cursor))) {
            (Some(hold), _) => format!("{} {} {}", hold.outlook.name, hold.outlook.words, hold.outlook.by),
            (None, Some(bar)) => bar.spoken.clone(),
            (None, None) => String::new(),
        };
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Grid, true, cx.tr.timeline_grid());
            info.current_text_value = Some(spoken.clone());
            info
        });
        if response.has_focus() {
            self.lets_go = false;
        } else if !self.lets_go && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
    }

    fn keys_ui(&mut self, ui: &Ui, cx: &mut PageCx<'_>, id: Id, vm: &Timeline) -> Option<TimelineWish> {
        let mut wish = None;
        for key in keys::heard(ui, id) {
            match key {
                KeyWish::Go(by) if self.hold.is_none() => {
                    let bars: Vec<Target> = vm
                        .bars()
                        .filter(|(place, _)| self.shown.binary_search(place).is_ok())
                        .map(|(_, bar)| bar.target)
                        .collect();
                    self.cursor = keys::neighbour(&bars, self.cursor, by);
                    self.scroll = Some(Scroll::Cursor);
                    wish = Some(self.choose());
                }
                KeyWish::Pull(grip, steps) => self.pull(vm, grip, steps, cx.tr),
                KeyWish::Enter => match self.hold.take() {
                    Some(hold) => run(cx, vm, hold.pull),
                    None => wish = Some(self.choose()),
                },
                KeyWish::Leave if self.hold.take().is_some() => {}
                KeyWish::Leave => {
                    self.cursor = None;
                    self.lets_go = true;
                    ui.memory_mut(|memory| memory.surrender_focus(id));
                    wish = Some(TimelineWish::Clear);
                }
                KeyWish::Go(_) => {}
            }
        }
        wish
    }

    /// Moves or stretches the chosen bar by a step, in thought.
    fn pull(&mut self, vm: &Timeline, grip: Grip, steps: i64, tr: Tr) {
        let Some(target) = self.cursor else { return };
        let before = self.hold.as_ref().map(|hold| hold.pull).filter(|pull| (pull.target, pull.grip) == (target, grip));
        let days = before.map_or(0, |pull| pull.days) + steps * vm.step(target, grip);
        let pull = Pull { target, grip, days };
        self.hold = vm.outlook(pull, tr).map(|outlook| Hold { pull, outlook, origin: None });
        self.scroll = Some(Scroll::Cursor);
    }

    fn name(&mut self, wish: NameWish, vm: &Timeline) -> Option<TimelineWish> {
        match wish {
            NameWish::Fold(key) => {
                if !self.folded.remove(&key) {
                    self.folded.insert(key);
                }
                self.shown_of = None;
                None
            }
            NameWish::Choose(place) => {
                let target = vm.bars().filter(|(at, _)| *at == place).last().map(|(_, bar)| bar.target)?;
                (self.cursor, self.scroll, self.hold) = (Some(target), Some(Scroll::Cursor), None);
                Some(self.choose())
            }
        }
    }

    /// What the inspector is to show of what is chosen.
    const fn choose(&self) -> TimelineWish {
        match self.cursor {
            Some(Target::Stint(stint)) => TimelineWish::Select(stint),
            Some(Target::Batch(_)) | None => TimelineWish::Clear,
        }
    }

    fn answer(
        &mut self,
        ui: &Ui,
        cx: &mut PageCx<'_>,
        gesture: Gesture,
        vm: &Timeline,
        metrics: &Metrics,
        left: f32,
    ) -> Option<TimelineWish> {
        match gesture {
            Gesture::Choose(target) => {
                (self.cursor, self.hold) = (Some(target), None);
                return Some(self.choose());
            }
            Gesture::Look(stint) => {
                (self.cursor, self.hold, self.scroll) = (Some(Target::Stint(stint)), None, Some(Scroll::Cursor));
                return Some(TimelineWish::Select(stint));
            }
            Gesture::Lift(target, grip, x) => {
                self.cursor = Some(target);
                let pull = Pull { target, grip, days: 0 };
                let outlook = vm.outlook(pull, cx.tr);
                self.hold = outlook.map(|outlook| Hold { pull, outlook, origin: Some(x - left) });
            }
            Gesture::Drag => {
                let pointer = ui.ctx().pointer_interact_pos();
                let held = self.hold.as_mut().and_then(|hold| Some((hold.origin?, pointer?.x, hold)));
                if let Some((origin, x, hold)) = held {
                    let from = metrics.day_at(0.0, origin);
                    let days = (metrics.day_at(0.0, x - left) - from).num_days();
                    if days != hold.pull.days {
                        hold.pull.days = days;
                        hold.outlook = vm.outlook(hold.pull, cx.tr).unwrap_or_else(|| hold.outlook.clone());
                    }
                }
            }
            Gesture::Drop => {
                let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
                if let Some(hold) = self.hold.take_if(|hold| hold.origin.is_some()).filter(|_| !is_left) {
                    run(cx, vm, hold.pull);
                }
            }
        }
        None
    }

    #[expect(clippy::too_many_arguments, reason = "what a frame needs; grouping it would only hide the list")]
    fn lines_ui(
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
    fn scroll_ui(&mut self, ui: &Ui, vm: &Timeline, metrics: &Metrics, origin: Pos2) {
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
    fn card_ui(&self, ui: &Ui, cx: &PageCx<'_>, cursor: Option<Rect>) {
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

/// Asks the frame to keep what was moved.
fn run(cx: &mut PageCx<'_>, vm: &Timeline, pull: Pull) {
    if let Some(edit) = vm.edit(pull, cx.tr) {
        cx.out.push(Command::Run(edit));
    }
}
