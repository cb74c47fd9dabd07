//! A year of the work calendar: twelve months with holidays and make-up days, changed by a click.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Popup, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::records::{YearVm, year};
use crate::domain::{DayFacts, DayKind, Edit, Table, Week};
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, CORNER, ROW};
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::{BannerTone, Button, Icon, banner, live_ui};

/// Width of a day, in points.
const DAY: f32 = 34.0;
/// Height of a day, in points.
const LINE: f32 = 26.0;
/// Gap between two months, in points.
const GAP: f32 = 24.0;

/// The year that is shown.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    year: Option<i32>,
    picture: Live<YearVm>,
}

impl Calendar {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.picture.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let shown = *self.year.get_or_insert(cx.today.year());
        self.picture.refresh(|| cx.desk.ask(move |office| Ok(year(office, shown))));
        self.head_ui(ui, cx, shown);
        live_ui(ui, cx.theme, cx.tr, self.picture.get(), |ui, vm| {
            if !vm.is_known {
                let words = cx.tr.year_missing();
                if banner(ui, cx.theme, BannerTone::Warning, words, Some(cx.tr.command_import())) {
                    cx.out.push(Command::Import(Vec::new()));
                }
                ui.add_space(8.0);
            }
            months_ui(ui, cx, vm);
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, shown: i32) {
        let (tr, theme) = (cx.tr, cx.theme);
        ui.horizontal(|ui| {
            let mut by = 0;
            if Button::icon_only(Icon::Left, tr.year_previous()).ui(ui, theme).clicked() {
                by = -1;
            }
            ui.label(RichText::new(tr.year_title(shown)).font(theme::strong()));
            if Button::icon_only(Icon::Right, tr.year_next()).ui(ui, theme).clicked() {
                by = 1;
            }
            if by != 0 {
                self.year = Some(shown + by);
                self.picture.expire();
            }
            if let Some(Ok(vm)) = self.picture.get() {
                ui.label(tr.year_working(vm.working_days));
            }
            ui.label(RichText::new(tr.year_hint()).font(theme::caption()).color(theme.muted));
        });
        ui.add_space(8.0);
    }
}

fn months_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &YearVm) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.horizontal_wrapped(|ui| {
            for month in 1..=12 {
                ui.allocate_ui(vec2(7.0 * DAY + GAP, 8.0 * LINE + GAP), |ui| {
                    ui.vertical(|ui| month_ui(ui, cx, vm, month));
                });
            }
        });
    });
}

fn month_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &YearVm, month: u32) {
    let Some(first) = NaiveDate::from_ymd_opt(vm.year, month, 1) else { return };
    let (head, _) = ui.allocate_exact_size(vec2(7.0 * DAY + GAP, 2.0 * LINE), Sense::hover());
    let at = pos2(head.left() + 4.0, head.top() + LINE / 2.0);
    ui.painter().text(at, Align2::LEFT_CENTER, cx.tr.month_name(month), theme::strong(), cx.theme.ink);
    for (place, day) in (0_u8..).zip(Week::of(first).days()) {
        let at = pos2(head.left() + DAY * (f32::from(place) + 0.5), head.bottom() - LINE / 2.0);
        let name = cx.tr.weekday_short(day.weekday());
        ui.painter().text(at, Align2::CENTER_CENTER, name, theme::caption(), cx.theme.muted);
    }
    let (area, _) = ui.allocate_exact_size(vec2(7.0 * DAY + GAP, 6.0 * LINE + GAP), Sense::hover());
    let mut line: u8 = 0;
    for (day, facts) in vm.days.iter().filter(|(day, _)| day.month() == month) {
        let column = u8::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        let corner = area.min + vec2(DAY * f32::from(column), LINE * f32::from(line));
        day_ui(ui, cx, vm, Rect::from_min_size(corner, vec2(DAY, LINE)), *day, facts);
        if column == 6 {
            line += 1;
        }
    }
}

fn day_ui(ui: &Ui, cx: &mut PageCx<'_>, vm: &YearVm, rect: Rect, day: NaiveDate, facts: &DayFacts) {
    let (theme, tr) = (cx.theme, cx.tr);
    let response = ui.interact(rect, ui.scope_id().with(day), Sense::click());
    let spoken = format!("{} {} {}", tr.full_date(day), tr.day_kind(facts.kind), tr.festival(&facts.name));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.trim()));
    let inside = rect.shrink(1.0);
    let fill = match (response.hovered(), facts.kind) {
        (true, _) => theme.hover,
        (_, DayKind::Holiday) => theme.holiday,
        (_, DayKind::MakeUp) => theme.make_up,
        (_, DayKind::Weekend) => theme.weekend,
        (_, DayKind::Workday) => theme.paper,
    };
    ui.painter().rect_filled(inside, 4, fill);
    if vm.own.contains_key(&day) {
        ui.painter().rect_stroke(inside, 4, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    }
    let ink = if facts.is_working() { theme.ink } else { theme.muted };
    let mark = match facts.kind {
        DayKind::Holiday => tr.mark_rest(),
        DayKind::MakeUp => tr.mark_work(),
        _ => "",
    };
    let at = if mark.is_empty() { rect.center() } else { rect.center() - vec2(6.0, 0.0) };
    ui.painter().text(at, Align2::CENTER_CENTER, day.day(), theme::body(), ink);
    let corner = pos2(rect.right() - 3.0, rect.center().y);
    ui.painter().text(corner, Align2::RIGHT_CENTER, mark, egui::FontId::proportional(10.0), ink);
    if response.has_focus() {
        focus_ring(ui, theme, inside);
    }
    Popup::menu(&response).show(|ui| choices_ui(ui, cx, vm, day, facts));
    if !facts.name.is_empty() {
        response.on_hover_text(tr.festival(&facts.name));
    }
}

/// What a day can be made; one edit each.
fn choices_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &YearVm, day: NaiveDate, facts: &DayFacts) {
    let tr = cx.tr;
    let mut line = |words: &str, edit: Edit| {
        let button = egui::Button::new(words).min_size(vec2(140.0, ROW)).frame_when_inactive(false);
        if ui.add(button.corner_radius(CORNER)).clicked() {
            cx.out.push(Command::Run(edit));
            ui.close();
        }
    };
    if facts.kind != DayKind::Holiday {
        line(tr.day_holiday(), Edit::put(vm.decided(day, DayKind::Holiday, "")));
    }
    if !facts.is_working() {
        line(tr.day_make_up(), Edit::put(vm.decided(day, DayKind::MakeUp, "")));
    }
    if let Some(own) = vm.own.get(&day) {
        line(tr.day_usual(), Edit::Delete { table: Table::CalendarDay, id: own.id.raw() });
    }
}
