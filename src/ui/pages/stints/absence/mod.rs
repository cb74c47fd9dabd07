//! The calendar of leave: people by half-days of a month, entered and moved by mouse and by keys.

mod answer;
mod ghost;
mod keys;
mod legend;
mod metrics;
mod paint;
mod rows;
mod side;

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use self::answer::Hold;
use self::legend::legend_ui;
use self::metrics::Metrics;
use self::side::Open;
use super::leave_ui::{Leaving, settle};
use crate::app::absence::AwayMonth;
use crate::domain::{DocumentKind, LeaveId, PersonId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::widget::{Button, Empty, Icon, month_stepper};
use crate::ui::{Command, Live, PageCx};

/// The calendar with what is selected, moved and typed in it.
#[derive(Default)]
pub struct AwayView {
    first: Option<NaiveDate>,
    vm: Live<Arc<AwayMonth>>,
    cursor: Option<(usize, usize)>,
    anchor: Option<usize>,
    chosen: Option<LeaveId>,
    hold: Option<Hold>,
    open: Option<Open>,
    leaving: Option<Leaving>,
    reveals: bool,
    lets_go: bool,
    /// The month whose today was brought into sight.
    met: Option<NaiveDate>,
}

impl AwayView {
    /// The tables that it is made from.
    pub const TABLES: &'static [Table] = &[
        Table::Institution,
        Table::Department,
        Table::Person,
        Table::Stint,
        Table::Leave,
        Table::Session,
        Table::Activity,
        Table::CalendarDay,
    ];

    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.vm.expire();
    }

    /// Turns to the month of a day.
    pub fn show(&mut self, on: NaiveDate) {
        self.turn(on.with_day(1).unwrap_or(on));
    }

    fn turn(&mut self, first: NaiveDate) {
        if self.first != Some(first) {
            self.first = Some(first);
            (self.anchor, self.chosen, self.hold, self.open) = (None, None, None, None);
            self.vm.expire();
        }
    }

    /// What Ctrl+P prints: the slips of the month.
    pub fn document(&self) -> Option<DocumentRequest> {
        Some(DocumentRequest::new(DocumentKind::LeaveSlips, self.picture()?.month))
    }

    fn picture(&self) -> Option<Arc<AwayMonth>> {
        self.vm.get()?.as_ref().ok().map(Arc::clone)
    }

    /// The keys that only the calendar knows.
    pub fn keys(tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![
            ("↑ ↓ ← →", tr.away_key_move()),
            ("Shift+← →", tr.away_key_extend()),
            ("1–7", tr.away_key_kind()),
            ("Enter", tr.away_new()),
            ("Ctrl+← →", tr.away_key_shift()),
            ("Ctrl+Shift+← →", tr.away_key_stretch()),
            ("Delete", tr.away_delete()),
            ("PgUp / PgDn", tr.away_key_month()),
        ]
    }

    /// The month, and what else can be printed.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let mut first = self.first.unwrap_or_else(|| cx.today.with_day(1).unwrap_or(cx.today));
        if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut first) {
            self.turn(first);
        }
    }

    /// The attendance sheet of the month.
    pub fn right_ui(&self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(picture) = self.picture() else { return };
        if Button::new(cx.tr.away_attendance()).icon(Icon::Document).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Preview(DocumentRequest::new(DocumentKind::AttendanceMonth, picture.month)));
        }
        if Button::new(cx.tr.away_slips()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Print);
        }
    }

    /// Draws it; returns somebody whose page was asked for.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) -> Option<PersonId> {
        let (tr, on) = (cx.tr, self.first.unwrap_or(cx.today));
        self.vm.refresh(|| cx.desk.ask(move |office| AwayMonth::load(office, on, tr)));
        if !self.vm.ready_ui(ui, cx.theme, tr) {
            return None;
        }
        let vm = self.picture()?;
        settle(&mut self.leaving, cx, &vm.registry);
        if vm.rows.is_empty() {
            let (title, text) = (tr.away_empty_title(), tr.away_empty_text());
            Empty { icon: Icon::People, title, text, action: None }.ui(ui, cx.theme);
            return None;
        }
        self.side_ui(ui, cx, &vm);
        legend_ui(ui, cx);
        self.grid_ui(ui, cx, &vm)
    }

    fn grid_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, vm: &AwayMonth) -> Option<PersonId> {
        let area = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(area);
        let id = ui.scope_id().with("leave calendar");
        let metrics = Metrics::new(area, vm.days.len(), vm.rows.len());
        self.focus_ui(ui, id, area, cx, vm);
        self.keys_ui(ui, cx, id, vm);
        let body = metrics.body();
        let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("away"));
        child.set_clip_rect(ui.clip_rect().intersect(body));
        let has_keys = ui.memory(|memory| memory.has_focus(id));
        let mut gesture = None;
        let shown = ScrollArea::both()
            .id_salt("away rows")
            .auto_shrink(false)
            .animated(false)
            .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
            .show_viewport(&mut child, |ui, seen| {
                gesture = self.rows_ui(ui, cx, vm, &metrics, seen, has_keys);
            });
        let offset = shown.state.clamped_offset();
        paint::head_ui(ui, cx, &metrics, vm, offset.x);
        let named = paint::names_ui(ui, cx, &metrics, vm, offset.y);
        if let Some(gesture) = gesture {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.answer(ui, cx, gesture, vm);
        }
        named.and_then(|row| vm.rows.get(row)).map(|row| row.person)
    }

    /// One focus for the whole calendar; its spoken value is the half-day under the cursor.
    fn focus_ui(&mut self, ui: &Ui, id: Id, area: Rect, cx: &PageCx<'_>, vm: &AwayMonth) {
        let response = ui.interact(area, id, Sense::focusable_noninteractive());
        let spoken = self.cursor.map_or_else(String::new, |(row, place)| vm.spoken(row, place, cx.tr));
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Grid, true, cx.tr.away_grid());
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
