//! A date box with a calendar: Chinese week names, holidays and make-up days marked.

use chrono::{Datelike, NaiveDate, Weekday};
use egui::{Align2, Id, Popup, PopupCloseBehavior, Response, RichText, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::button::Button;
use super::icon::Icon;
use super::stepper::month_stepper;
use crate::app::people::read_known_date;
use crate::domain::{DayKind, Precision, Week, WorkCalendar};
use crate::i18n::Tr;
use crate::ui::theme::{self, CORNER, Theme};

const CELL: f32 = 36.0;

/// A box for one date, typed or picked.
#[must_use = "call `ui` to draw it"]
pub struct DateField<'a> {
    label: &'a str,
    calendar: &'a WorkCalendar,
    today: NaiveDate,
}

impl<'a> DateField<'a> {
    /// A box under its label.
    pub const fn new(label: &'a str, calendar: &'a WorkCalendar, today: NaiveDate) -> Self {
        Self { label, calendar, today }
    }

    /// Draws it; returns whether the date changed. An emptied box means no date.
    pub fn ui(self, ui: &mut Ui, theme: &Theme, tr: Tr, date: &mut Option<NaiveDate>) -> bool {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(RichText::new(self.label).font(theme::caption()).color(theme.muted));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let typed = self.typed_ui(ui, theme, date);
                let open = Button::icon_only(Icon::Calendar, tr.pick_date()).ui(ui, theme);
                self.picked_ui(&open, theme, tr, date) || typed
            })
            .inner
        })
        .inner
    }

    /// Draws a box for a date known to a day, a month or a year; returns whether it changed. An emptied box means none,
    /// what cannot be read changes nothing.
    pub fn known_ui(self, ui: &mut Ui, theme: &Theme, tr: Tr, known: &mut Option<(NaiveDate, Precision)>) -> bool {
        let id = ui.auto_id_with(("known", self.label));
        let written = known.map_or_else(String::new, |(on, precision)| tr.known_date(on, precision));
        let mut draft = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| written.clone());
        let mut picked = known.map(|(on, _)| on);
        let mut is_changed = false;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(RichText::new(self.label).font(theme::caption()).color(theme.muted));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let hint = RichText::new(tr.form_date_hint()).color(theme.muted);
                let edit = TextEdit::singleline(&mut draft).desired_width(96.0).hint_text(hint);
                let response = ui.add(edit).accessible_name(self.label);
                if response.has_focus() {
                    ui.data_mut(|data| data.insert_temp(id, draft.clone()));
                } else {
                    ui.data_mut(|data| data.remove_temp::<String>(id));
                }
                let read = read_known_date(&draft, self.today);
                let can_be_kept = read.is_some() || draft.trim().is_empty();
                if response.lost_focus() && draft != written && can_be_kept {
                    is_changed = *known != read;
                    *known = read;
                }
                let open = Button::icon_only(Icon::Calendar, tr.pick_date()).ui(ui, theme);
                if self.picked_ui(&open, theme, tr, &mut picked) {
                    *known = picked.map(|on| (on, Precision::Day));
                    is_changed = true;
                }
            });
        });
        is_changed
    }

    /// Draws only the button that opens the calendar, for bars; returns whether another date was picked.
    pub fn button_ui(self, ui: &mut Ui, theme: &Theme, tr: Tr, date: &mut Option<NaiveDate>) -> bool {
        let open = Button::icon_only(Icon::Calendar, self.label).ui(ui, theme);
        self.picked_ui(&open, theme, tr, date)
    }

    fn typed_ui(&self, ui: &mut Ui, theme: &Theme, date: &mut Option<NaiveDate>) -> bool {
        let id = ui.auto_id_with("draft");
        let written = date.map_or_else(String::new, |on| on.format("%Y-%m-%d").to_string());
        let mut draft = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_else(|| written.clone());
        let edit = TextEdit::singleline(&mut draft)
            .desired_width(96.0)
            .hint_text(RichText::new("2024-01-31").color(theme.muted));
        let response = ui.add(edit).accessible_name(self.label);
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(id, draft));
            return false;
        }
        ui.data_mut(|data| data.remove_temp::<String>(id));
        let read = read_date(&draft, self.today);
        if response.lost_focus() && draft != written && (read.is_some() || draft.trim().is_empty()) {
            let is_changed = *date != read;
            *date = read;
            return is_changed;
        }
        false
    }

    fn picked_ui(&self, open: &Response, theme: &Theme, tr: Tr, date: &mut Option<NaiveDate>) -> bool {
        let id = open.id.with("calendar");
        let mut is_changed = false;
        Popup::menu(open).id(id).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            if let Some(picked) = self.month_ui(ui, theme, tr, id, *date) {
                is_changed = *date != Some(picked);
                *date = Some(picked);
                ui.close();
            }
        });
        is_changed
    }

    fn month_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, id: Id, date: Option<NaiveDate>) -> Option<NaiveDate> {
        let shown = date.unwrap_or(self.today);
        let first = shown.with_day(1).unwrap_or(shown);
        let mut month = ui.data(|data| data.get_temp::<NaiveDate>(id)).unwrap_or(first);
        ui.horizontal(|ui| month_stepper(ui, theme, tr, self.today, &mut month));
        ui.data_mut(|data| data.insert_temp(id, month));
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.horizontal(|ui| {
            for weekday in Week::of(month).days().map(|day| day.weekday()) {
                let (rect, _) = ui.allocate_exact_size(vec2(CELL, 24.0), Sense::hover());
                let name = tr.weekday_short(weekday);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, name, theme::caption(), theme.muted);
            }
        });
        let mut picked = None;
        let mut week = Week::of(month);
        for _ in 0..6 {
            ui.horizontal(|ui| {
                for day in week.days() {
                    let is_inside = day.month() == month.month();
                    if self.day_ui(ui, theme, tr, day, is_inside, date == Some(day)).clicked() {
                        picked = Some(day);
                    }
                }
            });
            week = week.next();
        }
        picked
    }

    fn day_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, day: NaiveDate, is_inside: bool, is_chosen: bool) -> Response {
        let facts = self.calendar.facts(day);
        let (rect, response) = ui.allocate_exact_size(vec2(CELL, 32.0), Sense::click());
        let spoken = format!("{} {}", tr.full_date(day), facts.name);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, spoken.trim()));
        let fill = match (is_chosen, response.hovered(), facts.kind) {
            (true, ..) => theme.accent,
            (_, true, _) => theme.hover,
            (_, _, DayKind::Holiday) => theme.holiday,
            (_, _, DayKind::MakeUp) => theme.make_up,
            _ => theme.paper,
        };
        ui.painter().rect_filled(rect.shrink(1.0), CORNER, fill);
        if day == self.today {
            let line = egui::Stroke::new(1.0, theme.accent);
            ui.painter().rect_stroke(rect.shrink(1.0), CORNER, line, egui::StrokeKind::Inside);
        }
        let ink = match (is_chosen, is_inside) {
            (true, _) => theme.on_accent,
            (_, true) if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) => theme.muted,
            (_, true) => theme.ink,
            (_, false) => theme.line,
        };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.day(), theme::body(), ink);
        let mark = match facts.kind {
            DayKind::Holiday => tr.mark_rest(),
            DayKind::MakeUp => tr.mark_work(),
            _ => "",
        };
        let corner = rect.right_top() + vec2(-3.0, 2.0);
        ui.painter().text(corner, Align2::RIGHT_TOP, mark, egui::FontId::proportional(9.0), ink);
        if response.has_focus() {
            super::button::focus_ring(ui, theme, rect.shrink(2.0));
        }
        if facts.name.is_empty() { response } else { response.on_hover_text(facts.name.as_str()) }
    }
}

/// Reads a date as people type it: 2023-6-12, 2023.6.12, 20230612, or 6-12 of this year.
fn read_date(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim();
    if typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(typed, "%Y%m%d").ok();
    }
    let parts: Vec<u32> = typed
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    match *parts.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        [month, day] => NaiveDate::from_ymd_opt(today.year(), month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        let today = NaiveDate::from_ymd_opt(2023, 6, 5).unwrap();
        let expected = NaiveDate::from_ymd_opt(2023, 6, 12);
        for typed in ["2023-6-12", "2023.06.12", "20230612", "2023年6月12日", "6-12", "6/12", " 2023-06-12 "] {
            assert_eq!(read_date(typed, today), expected, "{typed}");
        }
        for typed in ["", "2023", "2023-13-01", "6-31", "soon"] {
            assert_eq!(read_date(typed, today), None, "{typed}");
        }
    }
}
