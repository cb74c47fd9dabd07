//! The timeline: each task a bar from its first to its last day, only those in view drawn.

use chrono::{Datelike, Months, NaiveDate};
use egui::{Align2, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::board::state_ink;
use super::list::TaskList;
use crate::app::tasks::{TaskBook, TaskLine};
use crate::ui::PageCx;
use crate::ui::theme::{self, ROW};

/// Width of the names, in points.
const NAMES: f32 = 280.0;

/// The days that are shown, and where they lie.
struct Axis {
    from: NaiveDate,
    days: f32,
    left: f32,
    width: f32,
}

impl Axis {
    fn x(&self, on: NaiveDate) -> f32 {
        let share = (on - self.from).num_days() as f32 / self.days;
        self.left + share.clamp(0.0, 1.0) * self.width
    }
}

/// Draws the tasks shown; returns one that was opened.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, list: &TaskList) -> Option<i64> {
    let book = list.book()?;
    let (from, to) = span(book, list.shown(), cx.today);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let width = (head.width() - NAMES - 16.0).max(80.0);
    let days = (to - from).num_days().max(1) as f32;
    let axis = Axis { from, days, left: head.left() + NAMES, width };
    months_ui(ui, cx, &axis, head, to);
    let mut opened = None;
    let shown = list.shown();
    let height = ROW - ui.spacing().item_spacing.y;
    ScrollArea::vertical().id_salt("timeline").auto_shrink(false).show_rows(ui, height, shown.len(), |ui, rows| {
        for row in rows {
            if let Some(line) = shown.get(row).and_then(|place| book.lines.get(*place))
                && row_ui(ui, cx, &axis, line, height)
            {
                opened = Some(line.id.raw());
            }
        }
    });
    opened
}

/// From the first start to the last due date, at least half a year around today.
fn span(book: &TaskBook, shown: &[usize], today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let lines = || shown.iter().filter_map(|place| book.lines.get(*place));
    let near = Months::new(3);
    let first = lines().map(|line| line.start_on.unwrap_or(line.due_on)).min();
    let last = lines().map(|line| line.due_on).max();
    let from = first.unwrap_or(today).min(today.checked_sub_months(near).unwrap_or(today));
    let to = last.unwrap_or(today).max(today.checked_add_months(near).unwrap_or(today));
    (from.with_day(1).unwrap_or(from), to)
}

fn months_ui(ui: &Ui, cx: &PageCx<'_>, axis: &Axis, head: Rect, to: NaiveDate) {
    let months = (to.year() - axis.from.year()) * 12 + to.month() as i32 - axis.from.month() as i32 + 1;
    let step = [1, 2, 3, 6, 12].into_iter().find(|step| axis.width / (months as f32 / *step as f32) >= 52.0);
    let step = step.unwrap_or(12);
    let firsts = (0..).map_while(|index| axis.from.checked_add_months(Months::new(index * step)));
    for first in firsts.take_while(|first| *first <= to) {
        let x = axis.x(first);
        ui.painter().vline(x, head.bottom() - 6.0..=head.bottom(), Stroke::new(1.0, cx.theme.line));
        let words = if first.month() == 1 || first == axis.from {
            first.format("%Y-%m").to_string()
        } else {
            first.format("%m").to_string()
        };
        let at = pos2(x + 4.0, head.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, words, theme::caption(), cx.theme.muted);
    }
    ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.0, cx.theme.line));
}

fn row_ui(ui: &mut Ui, cx: &PageCx<'_>, axis: &Axis, line: &TaskLine, height: f32) -> bool {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, line.cell("title")));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0, theme.hover);
    }
    let names = Rect::from_min_size(rect.min, vec2(NAMES - 12.0, rect.height()));
    let clipped = ui.painter().with_clip_rect(names.intersect(ui.clip_rect()));
    let site = line.cell("site");
    let name = if site.is_empty() { line.cell("title").to_owned() } else { format!("{site} {}", line.cell("title")) };
    clipped.text(names.left_center(), Align2::LEFT_CENTER, name, theme::body(), theme.ink);
    let (start, end) = (axis.x(line.start_on.unwrap_or(line.due_on)), axis.x(line.due_on));
    let bar = Rect::from_x_y_ranges(start..=end.max(start + 6.0), rect.center().y - 6.0..=rect.center().y + 6.0);
    let ink = state_ink(theme, line.state);
    ui.painter().rect_filled(bar, 3, ink.gamma_multiply(0.28));
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * f32::from(line.progress) / 100.0, bar.height()));
    ui.painter().rect_filled(done, 3, ink);
    let today = axis.x(cx.today);
    ui.painter().vline(today, rect.y_range(), Stroke::new(1.0, theme.accent));
    let words = format!("{} {}", line.cell("state"), line.cell("left"));
    response.on_hover_text(words).clicked()
}
