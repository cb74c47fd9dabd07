//! Today's people, one line each, with their half-days.

use egui::{Align2, FontId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::today::{PostVm, Slots};
use crate::domain::Slot;
use crate::ui::page::{Command, PageCx};
use crate::ui::theme::{self, CORNER, Theme};

const LINE: f32 = 40.0;
/// Share of the width that the name takes.
const NAME: f32 = 0.30;

/// Draws the lines.
pub(super) fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, posts: &[PostVm]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let has_nights = posts.iter().any(|post| post.slots.last().is_some_and(|night| !night.text.is_empty()));
    head_ui(ui, cx, has_nights);
    for post in posts {
        if line_ui(ui, cx, post, has_nights).clicked() {
            cx.out.push(Command::ShowPerson(post.person.raw()));
        }
    }
}

fn columns(rect: Rect, has_nights: bool) -> Vec<Rect> {
    let count: u8 = if has_nights { 3 } else { 2 };
    let name = rect.width() * NAME;
    let width = (rect.width() - name) / f32::from(count);
    (0..count)
        .map(|place| {
            let left = rect.left() + name + width * f32::from(place);
            Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
        })
        .collect()
}

fn head_ui(ui: &mut Ui, cx: &PageCx<'_>, has_nights: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    for (column, slot) in columns(rect, has_nights).into_iter().zip(Slot::ALL) {
        let at = pos2(column.left() + 10.0, column.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, cx.tr.slot(*slot), theme::caption(), cx.theme.muted);
    }
}

fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, post: &PostVm, has_nights: bool) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let spoken: Vec<&str> = post.slots.iter().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {}", post.name, spoken.join(" "))));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CORNER, theme.hover);
    }
    let name = ui.painter().text(
        pos2(rect.left() + 4.0, rect.center().y),
        Align2::LEFT_CENTER,
        &post.name,
        theme::strong(),
        theme.ink,
    );
    let about = Rect::from_min_max(
        pos2(name.right() + 8.0, rect.top()),
        pos2(rect.left() + rect.width() * NAME - 8.0, rect.bottom()),
    );
    let is_cut = clipped(ui, about, &post.about, &theme::caption(), theme.muted);
    for (column, slot) in columns(rect, has_nights).into_iter().zip(&post.slots) {
        slot_ui(ui, theme, column.shrink2(vec2(2.0, 4.0)), slot, post.leave.as_deref());
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
    if is_cut { response.on_hover_text(&post.about) } else { response }
}

fn slot_ui(ui: &Ui, theme: &Theme, rect: Rect, slot: &Slots, leave: Option<&str>) {
    if slot.text.is_empty() {
        let words = leave.unwrap_or("—");
        clipped(ui, rect.shrink2(vec2(8.0, 0.0)), words, &theme::body(), theme.muted);
        return;
    }
    let Some(hue) = slot.hue else {
        clipped(ui, rect.shrink2(vec2(8.0, 0.0)), &slot.text, &theme::body(), theme.muted);
        return;
    };
    ui.painter().rect_filled(rect, 4, theme.hue(hue));
    let letter = Rect::from_min_size(rect.min, vec2(24.0, rect.height()));
    ui.painter().text(letter.center(), Align2::CENTER_CENTER, &slot.letter, theme::caption(), theme.ink);
    let text = Rect::from_min_max(pos2(letter.right(), rect.top()), pos2(rect.right() - 4.0, rect.bottom()));
    clipped(ui, text, &slot.text, &theme::body(), theme.ink);
}

/// Draws a text on one line, ended by … where it does not fit; returns whether it was cut.
fn clipped(ui: &Ui, rect: Rect, text: &str, font: &FontId, ink: egui::Color32) -> bool {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font.clone(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width().max(0.0));
    let galley = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, ink);
    is_cut
}
