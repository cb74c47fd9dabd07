//! A month of due dates.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use egui::{Align2, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::board::state_ink;
use super::list::TaskList;
use crate::app::tasks::TaskBook;
use crate::domain::{DayKind, Week};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::month_stepper;

/// Least height of a week, in points: the day, and two lines under it.
const LEAST_WEEK: f32 = 64.0;
/// Height of a line in a day, in points.
const LINE: f32 = 18.0;

/// The month that is shown, with the places of its tasks by day.
#[derive(Default)]
pub struct Month {
    first: Option<NaiveDate>,
    of: Option<(u64, NaiveDate)>,
    days: BTreeMap<NaiveDate, Vec<usize>>,
}

impl Month {
    /// Draws the month; returns a task that was opened.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, list: &TaskList) -> Option<i64> {
        let book = list.book()?;
        let home = cx.today.with_day(1).unwrap_or(cx.today);
        let mut first = self.first.unwrap_or(home);
        ui.horizontal(|ui| month_stepper(ui, cx.theme, cx.tr, cx.today, &mut first));
        self.first = Some(first);
        if self.of != Some((list.revision(), first)) {
            self.of = Some((list.revision(), first));
            self.days = by_day(book, list.shown());
        }
        self.grid_ui(ui, cx, book, first)
    }

    fn grid_ui(&self, ui: &mut Ui, cx: &PageCx<'_>, book: &TaskBook, first: NaiveDate) -> Option<i64> {
        let theme = cx.theme;
        let width = (ui.available_width() / 7.0).floor();
        let (heads, _) = ui.allocate_exact_size(vec2(width * 7.0, 24.0), Sense::hover());
        let weekdays = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
        for (place, weekday) in weekdays.enumerate() {
            let at = pos2(heads.left() + width * place as f32 + 8.0, heads.center().y);
            let words = cx.tr.weekday(weekday);
            ui.painter().text(at, Align2::LEFT_CENTER, words, theme::caption(), theme.muted);
        }
        let weeks: Vec<Week> = std::iter::successors(Some(Week::of(first)), |week| Some(week.next()))
            .take_while(|week| (week.monday().year(), week.monday().month()) <= (first.year(), first.month()))
            .collect();
        let height = ((ui.available_height() - 8.0) / weeks.len().max(1) as f32).max(LEAST_WEEK);
        let mut opened = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for week in weeks {
                let (row, _) = ui.allocate_exact_size(vec2(width * 7.0, height), Sense::hover());
                for (place, day) in week.days().into_iter().enumerate() {
                    let min = pos2(row.left() + width * place as f32, row.top());
                    let cell = Rect::from_min_size(min, vec2(width, height));
                    opened = self.day_ui(ui, cx, book, cell, (day, first)).or(opened);
                }
            }
        });
        opened
    }

    fn day_ui(
        &self,
        ui: &Ui,
        cx: &PageCx<'_>,
        book: &TaskBook,
        cell: Rect,
        (day, first): (NaiveDate, NaiveDate),
    ) -> Option<i64> {
        let theme = cx.theme;
        let facts = book.calendar.facts(day);
        let fill = match facts.kind {
            DayKind::Weekend => theme.weekend,
            DayKind::Holiday => theme.holiday,
            DayKind::MakeUp => theme.make_up,
            DayKind::Workday => theme.paper,
        };
        ui.painter().rect_filled(cell, 0, fill);
        ui.painter().rect_stroke(cell, 0, Stroke::new(0.5, theme.line), egui::StrokeKind::Inside);
        let is_today = day == cx.today;
        let ink = match (is_today, day.month() == first.month()) {
            (true, _) => theme.accent,
            (false, true) => theme.ink,
            (false, false) => theme.muted,
        };
        let font = if is_today { theme::strong() } else { theme::caption() };
        let number = day.day().to_string();
        ui.painter().text(cell.min + vec2(8.0, 4.0), Align2::LEFT_TOP, number, font, ink);
        if !facts.name.is_empty() {
            let at = cell.right_top() + vec2(-6.0, 4.0);
            let name = cx.tr.festival(&facts.name);
            ui.painter().text(at, Align2::RIGHT_TOP, name, theme::caption(), theme.muted);
        }
        self.due_ui(ui, cx, book, cell, day)
    }

    /// Draws what is due on a day, and how much more there is; returns a task that was opened.
    fn due_ui(&self, ui: &Ui, cx: &PageCx<'_>, book: &TaskBook, cell: Rect, day: NaiveDate) -> Option<i64> {
        let theme = cx.theme;
        let places = self.days.get(&day)?;
        let room = ((cell.height() - 24.0) / LINE).floor().max(1.0) as usize;
        let shown = if places.len() > room { room - 1 } else { places.len() };
        let mut opened = None;
        for (row, place) in places.iter().take(shown).enumerate() {
            let line = book.lines.get(*place)?;
            let min = pos2(cell.left() + 4.0, cell.top() + 22.0 + LINE * row as f32);
            let rect = Rect::from_min_size(min, vec2(cell.width() - 8.0, LINE - 2.0));
            let response = ui.interact(rect, ui.scope_id().with(("due", line.id.raw())), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, line.cell("title")));
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(rect, 3, theme.hover);
            }
            ui.painter().rect_filled(
                Rect::from_min_size(rect.min, vec2(3.0, rect.height())),
                1,
                state_ink(theme, line.state),
            );
            let clipped = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
            let at = pos2(rect.left() + 8.0, rect.center().y);
            clipped.text(at, Align2::LEFT_CENTER, line.cell("title"), theme::caption(), theme.ink);
            if response.on_hover_text(format!("{} {}", line.cell("site"), line.cell("title"))).clicked() {
                opened = Some(line.id.raw());
            }
        }
        if shown == places.len() {
            return opened;
        }
        let hidden = places.get(shown).and_then(|place| book.lines.get(*place))?;
        let min = pos2(cell.left() + 4.0, cell.top() + 22.0 + LINE * shown as f32);
        let rect = Rect::from_min_size(min, vec2(cell.width() - 8.0, LINE - 2.0));
        let more = places.len() - shown;
        let words = if shown == 0 { cx.tr.tasks_on_day(more) } else { cx.tr.tasks_hidden(more) };
        let response = ui.interact(rect, ui.scope_id().with(("more", day)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 3, theme.hover);
        }
        let at = pos2(rect.left() + 8.0, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, words, theme::caption(), theme.accent);
        // The list has the tasks of one day side by side.
        if response.clicked() { Some(hidden.id.raw()) } else { opened }
    }
}

fn by_day(book: &TaskBook, shown: &[usize]) -> BTreeMap<NaiveDate, Vec<usize>> {
    let mut days: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for place in shown {
        if let Some(line) = book.lines.get(*place) {
            days.entry(line.due_on).or_default().push(*place);
        }
    }
    days
}
