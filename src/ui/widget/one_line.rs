//! Text on one line that ends in dots where it is too long.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Galley, Painter, Pos2, pos2};

/// No text is squeezed into less, in points.
const LEAST: f32 = 8.0;

/// One line of text that ends in … where it is wider than the room, in points.
#[must_use]
pub fn one_line(painter: &Painter, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    painter.layout_job(LayoutJob { wrap: TextWrapping::truncate_at_width(width.max(LEAST)), ..job })
}

/// Draws it at its left end, in the middle of a line.
pub fn draw_one_line(painter: &Painter, at: Pos2, text: &str, (font, colour): (FontId, Color32), width: f32) {
    let galley = one_line(painter, text, font, colour, width);
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, colour);
}
