//! The calendar of leave: people by half-days of a month, entered and moved by mouse and by keys.

mod ghost;
mod keys;
mod legend;
mod metrics;
mod paint;

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{CursorIcon, Id, Panel, Pos2, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use self::ghost::ghost;
use self::keys::KeyWish;
use self::legend::legend_ui;
use self::metrics::Metrics;
use super::form_ui::FormCx;
use super::leave_ui::{Leaving, form_ui, settle};
use crate::app::absence::{Away, AwayMonth, AwaySpan, Shift};
use crate::app::people::LeaveForm;
use crate::domain::{DocumentKind, Edit, LeaveId, LeaveKind, PersonId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Empty, Icon, month_stepper};
use crate::ui::{Command, Live, PageCx};

/// How near to an end the pointer stretches an absence, in points.
const EDGE: f32 = 5.0;

/// An absence that is being moved or stretched by the pointer.
#[derive(Debug, Clone, Copy)]
struct Hold {
    leave: LeaveId,
    shift: Shift,
    /// The half-day that the pointer took hold of.
    origin: usize,
    halves: i64,
}

/// The form beside the calendar.
struct Open {
    person: PersonId,
    form: LeaveForm,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Gesture {
    Select(usize, usize, bool),
    Done,
    Open,
    Choose(LeaveId),
    Lift(LeaveId, Shift, usize),
    Drag(usize),
    Drop,
}

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

    /// The form of a new absence, or of the chosen one.
    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, vm: &AwayMonth) {
        let Some(open) = &mut self.open else { return };
        let Some(person) = vm.registry.people.get(&open.person) else {
            self.open = None;
            return;
        };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 4 });
        let tr = cx.tr;
        let panel = Panel::right("leave form").exact_size(INSPECTOR).resizable(false).frame(frame);
        let base = open.form.base;
        let (answer, closes, deletes) = panel
            .show(ui, |ui| {
                let (mut closes, mut deletes) = (false, false);
                ui.horizontal(|ui| {
                    ui.label(RichText::new(&person.name).font(theme::heading()));
                    let words = if base.is_some() { tr.away_change() } else { tr.away_new() };
                    ui.label(RichText::new(words).color(cx.theme.muted));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        closes = Button::icon_only(Icon::Close, tr.close()).ui(ui, cx.theme).clicked();
                    });
                });
                let form_cx = FormCx {
                    theme: cx.theme,
                    tr,
                    registry: &vm.registry,
                    calendar: &vm.calendar,
                    today: vm.today,
                    troubles: &[],
                };
                let scroll = ScrollArea::vertical().id_salt(("leave form", base)).auto_shrink(false);
                let answer = scroll.show(ui, |ui| {
                    let answer = form_ui(ui, &form_cx, open.person, &mut open.form);
                    if base.is_some() {
                        ui.add_space(8.0);
                        deletes = Button::quiet(tr.away_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked();
                    }
                    answer
                });
                (answer.inner, closes, deletes)
            })
            .inner;
        if answer == Some(true) {
            let stint = vm.rows.iter().find(|row| row.person == open.person).and_then(|row| row.stint);
            let stored = base.and_then(|id| vm.registry.leave.get(&id)).and_then(|leave| leave.stint);
            self.leaving = Leaving::begin(cx, open.form.clone(), person.id, stored.or(stint));
        }
        if let Some(edit) = base.filter(|_| deletes).and_then(|id| vm.delete(id, tr)) {
            cx.out.push(Command::Run(edit));
        }
        if answer.is_some() || closes || deletes {
            (self.open, self.anchor) = (None, None);
        }
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

    /// The selected half-days.
    fn selected(&self) -> Option<Away> {
        let (row, place) = self.cursor?;
        let anchor = self.anchor.unwrap_or(place);
        Some(Away { row, from: anchor.min(place), to: anchor.max(place) })
    }

    fn keys_ui(&mut self, ui: &Ui, cx: &mut PageCx<'_>, id: Id, vm: &AwayMonth) {
        for key in keys::heard(ui, id) {
            match key {
                KeyWish::Go(rows, halves, extends) => self.go(vm, rows, halves, extends),
                KeyWish::Enter(kind) => {
                    run(cx, self.selected().and_then(|away| vm.enter(away, kind)));
                    self.anchor = None;
                }
                KeyWish::Open => self.open_form(vm),
                KeyWish::Shift(shift, halves) => {
                    let span = self.cursor.and_then(|(row, place)| vm.span_at(row, place)).map(|span| span.leave);
                    if let Some(leave) = self.chosen.or(span) {
                        // It stays chosen, wherever it goes.
                        self.chosen = Some(leave);
                        run(cx, vm.shift(leave, shift, halves, cx.tr));
                    }
                }
                KeyWish::Delete => {
                    let span = self.cursor.and_then(|(row, place)| vm.span_at(row, place)).map(|span| span.leave);
                    run(cx, self.chosen.or(span).and_then(|leave| vm.delete(leave, cx.tr)));
                    (self.chosen, self.open) = (None, None);
                }
                KeyWish::Month(by) => {
                    let month = Months::new(by.unsigned_abs());
                    let first = vm.month.from();
                    let turned = if by < 0 { first.checked_sub_months(month) } else { first.checked_add_months(month) };
                    self.turn(turned.unwrap_or(first));
                }
                KeyWish::Leave if self.anchor.take().is_some() || self.open.take().is_some() => {}
                KeyWish::Leave => {
                    (self.cursor, self.chosen, self.lets_go) = (None, None, true);
                    ui.memory_mut(|memory| memory.surrender_focus(id));
                }
            }
        }
    }

    fn go(&mut self, vm: &AwayMonth, rows: isize, halves: isize, extends: bool) {
        self.reveals = true;
        let Some((row, place)) = self.cursor else {
            let today = vm.days.iter().position(|day| day.is_today).unwrap_or_default();
            self.cursor = Some((0, today * 2));
            return;
        };
        let last = (vm.days.len() * 2).saturating_sub(1);
        self.anchor = extends.then(|| self.anchor.unwrap_or(place));
        let row = row.saturating_add_signed(rows).min(vm.rows.len().saturating_sub(1));
        let place = place.saturating_add_signed(halves).min(last);
        self.cursor = Some((row, place));
        self.chosen = vm.span_at(row, place).map(|span| span.leave).filter(|_| !extends);
    }

    /// Opens the absence under the cursor, or the form of a new one over what is selected.
    fn open_form(&mut self, vm: &AwayMonth) {
        let Some(away) = self.selected() else { return };
        let Some(row) = vm.rows.get(away.row) else { return };
        let stored = self.chosen.or_else(|| vm.span_at(away.row, away.from).map(|span| span.leave));
        let stored = stored.filter(|_| self.anchor.is_none()).and_then(|id| vm.registry.leave.get(&id));
        let form = match stored {
            Some(leave) => Some(LeaveForm::of(leave)),
            None => vm.form(away, LeaveKind::Personal).map(|form| LeaveForm { settles_sessions: true, ..form }),
        };
        self.chosen = stored.map(|leave| leave.id);
        self.open = form.map(|form| Open { person: row.person, form });
    }

    fn answer(&mut self, ui: &Ui, cx: &mut PageCx<'_>, gesture: Gesture, vm: &AwayMonth) {
        match gesture {
            Gesture::Select(row, place, extends) => {
                let is_same_row = self.cursor.is_some_and(|(at, _)| at == row);
                let before = self.cursor.map_or(place, |(_, at)| at);
                self.anchor = (extends && is_same_row).then(|| self.anchor.unwrap_or(before));
                // A selection stays in its row.
                let row = if extends { self.cursor.map_or(row, |(at, _)| at) } else { row };
                (self.cursor, self.chosen) = (Some((row, place)), None);
                if !extends {
                    self.open = None;
                }
            }
            Gesture::Done if self.anchor.is_some() => self.open_form(vm),
            Gesture::Open => self.open_form(vm),
            Gesture::Choose(leave) => {
                (self.cursor, self.anchor, self.chosen) = (vm.find(leave), None, Some(leave));
                self.open_form(vm);
            }
            Gesture::Lift(leave, shift, origin) => {
                (self.chosen, self.anchor, self.open) = (Some(leave), None, None);
                self.hold = Some(Hold { leave, shift, origin, halves: 0 });
            }
            Gesture::Drag(place) => {
                if let Some(hold) = &mut self.hold {
                    hold.halves = place.cast_signed() as i64 - hold.origin.cast_signed() as i64;
                }
            }
            Gesture::Drop => {
                let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
                if let Some(hold) = self.hold.take().filter(|_| !is_left) {
                    run(cx, vm.shift(hold.leave, hold.shift, hold.halves, cx.tr));
                }
            }
            Gesture::Done => {}
        }
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        cx: &PageCx<'_>,
        vm: &AwayMonth,
        metrics: &Metrics,
        seen: Rect,
        has_keys: bool,
    ) -> Option<Gesture> {
        let origin = ui.max_rect().min;
        let all = Rect::from_min_size(origin, metrics.content());
        ui.allocate_rect(all, Sense::hover());
        paint::ground(ui.painter(), cx.theme, metrics, vm, all);
        let mut gesture = self.ground_gesture(ui, metrics, origin, all);
        for place in metrics.rows_in(seen.top(), seen.bottom()) {
            let Some(row) = vm.rows.get(place) else { continue };
            let rect = metrics.row(origin, place);
            paint::row(ui.painter(), cx.theme, metrics, rect, row);
            if let Some(away) = self.selected().filter(|away| away.row == place && self.chosen.is_none()) {
                paint::selection(ui.painter(), cx.theme, metrics, rect, (away.from, away.to), has_keys);
            }
            for span in &row.spans {
                gesture = self.span_ui(ui, cx, vm, metrics, (origin, rect), span).or(gesture);
            }
        }
        if self.met.replace(vm.month.from()) != Some(vm.month.from())
            && let Some(today) = vm.days.iter().position(|day| day.is_today)
        {
            ui.scroll_to_rect(metrics.halves(metrics.row(origin, 0), today * 2, today * 2 + 1), None);
        }
        if let Some((row, place)) = self.cursor.filter(|_| std::mem::take(&mut self.reveals)) {
            ui.scroll_to_rect(metrics.halves(metrics.row(origin, row), place, place), None);
        }
        gesture
    }

    /// The mouse on bare half-days: a drag selects, a double click opens.
    fn ground_gesture(&self, ui: &Ui, metrics: &Metrics, origin: Pos2, all: Rect) -> Option<Gesture> {
        let response = ui.interact(all, ui.scope_id().with("half-days"), Sense::click_and_drag());
        let at = |pos: Pos2| metrics.at(origin, pos);
        let has_shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started() {
            let (row, place) = at(ui.input(|input| input.pointer.press_origin())?);
            return Some(Gesture::Select(row, place, has_shift));
        }
        if response.drag_stopped() {
            return Some(Gesture::Done);
        }
        let pointer = response.interact_pointer_pos()?;
        let (row, place) = at(pointer);
        if response.dragged() {
            return Some(Gesture::Select(row, place, true));
        }
        if response.double_clicked() {
            return Some(Gesture::Open);
        }
        response.clicked().then_some(Gesture::Select(row, place, has_shift && self.cursor.is_some()))
    }

    fn span_ui(
        &self,
        ui: &Ui,
        cx: &PageCx<'_>,
        vm: &AwayMonth,
        metrics: &Metrics,
        (origin, row): (Pos2, Rect),
        span: &AwaySpan,
    ) -> Option<Gesture> {
        let rect = paint::span_rect(metrics, row, span.from, span.to);
        let is_chosen = self.chosen == Some(span.leave);
        let hold = self.hold.filter(|hold| hold.leave == span.leave);
        paint::span(ui.painter(), cx.theme, rect, span, (is_chosen, hold.is_some()));
        if let Some(hold) = hold {
            ghost(ui, cx, vm, metrics, row, span, hold);
        }
        let response = ui.interact(rect, ui.scope_id().with(("absence", span.leave)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &span.spoken));
        let shift_at = |x: f32| match x {
            x if rect.width() > 24.0 && x <= rect.left() + EDGE && !span.began_before => Shift::Start,
            x if rect.width() > 24.0 && x >= rect.right() - EDGE && !span.goes_on => Shift::End,
            _ => Shift::Whole,
        };
        if response.drag_started() {
            let at = ui.input(|input| input.pointer.press_origin())?;
            return Some(Gesture::Lift(span.leave, shift_at(at.x), metrics.at(origin, at).1));
        }
        if response.drag_stopped() {
            return Some(Gesture::Drop);
        }
        if response.dragged() {
            return response.interact_pointer_pos().map(|at| Gesture::Drag(metrics.at(origin, at).1));
        }
        if response.clicked() {
            return Some(Gesture::Choose(span.leave));
        }
        if let Some(at) = response.hover_pos() {
            let cursor = if shift_at(at.x) == Shift::Whole { CursorIcon::Grab } else { CursorIcon::ResizeHorizontal };
            response.on_hover_text(&span.spoken).on_hover_cursor(cursor);
        }
        None
    }
}

/// Asks the frame to apply an edit, where there is one.
fn run(cx: &mut PageCx<'_>, edit: Option<Edit>) {
    if let Some(edit) = edit {
        cx.out.push(Command::Run(edit));
    }
}
