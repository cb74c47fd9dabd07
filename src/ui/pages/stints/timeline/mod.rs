//! The timeline: batches, departments and people over months; bars are moved and stretched by mouse and by keys.

mod answer;
mod bars;
mod ghost;
mod head;
mod hint;
mod keys;
mod legend;
mod lines;
mod metrics;
mod names;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use self::answer::Hold;
use self::legend::legend_ui;
use self::metrics::{Metrics, Zoom};
use crate::app::timeline::{GroupKey, Grouping, Line, Target, Timeline};
use crate::domain::{DocumentKind, StintId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, segments};
use crate::ui::{Live, PageCx};

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
}
