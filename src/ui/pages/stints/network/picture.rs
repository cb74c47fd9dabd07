//! The map: boxes in layers from those who help to those who are helped, arrows between them.

use egui::epaint::CubicBezierShape;
use egui::{
    Color32, CursorIcon, Painter, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::Chosen;
use crate::app::network::{Bond, NetworkMap, Site};
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, Theme};
use crate::ui::widget::button::{focus_ring, text_width};
use crate::ui::widget::{Icon, one_line};

/// Space around the picture, in points.
const MARGIN: f32 = 16.0;
/// Length of an arrow's head, in points.
const HEAD: f32 = 9.0;
/// Height of the words of a link, in points.
const LABEL: f32 = 18.0;

/// Draws the map; returns what was clicked.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, map: &NetworkMap, chosen: Option<Chosen>) -> Option<Chosen> {
    let mut clicked = None;
    ScrollArea::both().id_salt("map").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_size();
        let content = vec2(map.layout.width, map.layout.height) + vec2(2.0, 2.0) * MARGIN;
        let (area, response) = ui.allocate_exact_size(content.max(room - vec2(8.0, 8.0)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, cx.tr.map_picture()));
        // A small picture stands in the middle.
        let free = (area.size() - content).max(egui::Vec2::ZERO) / 2.0;
        let origin = area.min + vec2(MARGIN, MARGIN) + vec2(free.x, free.y * 0.6);
        // What is chosen is drawn last, over the others.
        let is_strong = |bond: &Bond| stands_out(map, bond, chosen);
        for pass in [false, true] {
            for (place, bond) in map.bonds.iter().enumerate().filter(|(_, bond)| is_strong(bond) == pass) {
                link(ui.painter(), cx.theme, map, origin, (place, bond), pass, chosen.is_some());
            }
        }
        for (place, bond) in map.bonds.iter().enumerate() {
            if label_ui(ui, cx, map, origin, (place, bond), is_strong(bond)) {
                clicked = Some(Chosen::Bond(bond.relation));
            }
        }
        for (place, site) in map.sites.iter().enumerate() {
            if site_ui(ui, cx, map, origin, (place, site), chosen) {
                clicked = Some(Chosen::Site(site.inst));
            }
        }
    });
    clicked
}

/// Whether a relation is chosen, or belongs to the institution that is.
fn stands_out(map: &NetworkMap, bond: &Bond, chosen: Option<Chosen>) -> bool {
    let inst = |place: usize| map.sites.get(place).map(|site| site.inst);
    match chosen {
        Some(Chosen::Bond(relation)) => bond.relation == relation,
        Some(Chosen::Site(site)) => inst(bond.from) == Some(site) || inst(bond.to) == Some(site),
        None => false,
    }
}

/// The points of a link on the page.
fn points(map: &NetworkMap, origin: Pos2, place: usize) -> Vec<Pos2> {
    let route = map.layout.routes.get(place);
    route.into_iter().flat_map(|route| &route.points).map(|(x, y)| origin + vec2(*x, *y)).collect()
}

/// A curved arrow: thick for a lead, broken for what is over or only says what belongs to what.
fn link(
    painter: &Painter,
    theme: &Theme,
    map: &NetworkMap,
    origin: Pos2,
    (place, bond): (usize, &Bond),
    is_strong: bool,
    has_chosen: bool,
) {
    let points = points(map, origin, place);
    let ink = match (is_strong, has_chosen) {
        (true, _) => theme.accent,
        (false, true) => theme.line,
        (false, false) => theme.muted.gamma_multiply(0.75),
    };
    let width = if bond.is_lead { 2.5 } else { 1.25 };
    let stroke = Stroke::new(if is_strong { width + 0.75 } else { width }, ink);
    let is_broken = bond.is_over || bond.is_subordination;
    let count = points.len();
    for (step, (from, to)) in points.iter().zip(points.iter().skip(1)).enumerate() {
        // The last stretch ends at the arrow's base.
        let end = if step + 2 == count { *to - vec2(HEAD.copysign(to.x - from.x), 0.0) } else { *to };
        curve(painter, *from, end, stroke, is_broken);
    }
    if let [.., before, tip] = points.as_slice() {
        arrow(painter, *tip, (tip.x - before.x).signum(), ink);
    }
}

fn curve(painter: &Painter, from: Pos2, to: Pos2, stroke: Stroke, is_broken: bool) {
    let bend = vec2((to.x - from.x) / 2.0, 0.0);
    let curve =
        CubicBezierShape::from_points_stroke([from, from + bend, to - bend, to], false, Color32::TRANSPARENT, stroke);
    if is_broken {
        let line = curve.flatten(Some(0.5));
        painter.extend(Shape::dashed_line(&line, stroke, 5.0, 4.0));
    } else {
        painter.add(curve);
    }
}

fn arrow(painter: &Painter, tip: Pos2, way: f32, ink: Color32) {
    let base = tip - vec2(HEAD * way, 0.0);
    let corners = vec![tip, base + vec2(0.0, HEAD * 0.5), base - vec2(0.0, HEAD * 0.5)];
    painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}

/// The programme at the end of a link; true where it was clicked.
fn label_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    map: &NetworkMap,
    origin: Pos2,
    (place, bond): (usize, &Bond),
    is_strong: bool,
) -> bool {
    let theme = cx.theme;
    let Some(tip) = points(map, origin, place).last().copied() else { return false };
    let icon = if bond.alert.is_empty() { 0.0 } else { 16.0 };
    let room = map.size.between - HEAD - 44.0;
    let width = (text_width(ui, &bond.label, &theme::caption()) + 12.0 + icon).min(room);
    let rect = Rect::from_min_size(pos2(tip.x - HEAD - 6.0 - width, tip.y - LABEL / 2.0), vec2(width, LABEL));
    let response = ui.interact(rect, ui.scope_id().with(("bond", bond.relation)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Link, true, is_strong, &bond.spoken));
    let (fill, line, ink) = match (is_strong, response.hovered()) {
        (true, _) => (theme.selection, theme.accent, theme.accent),
        (false, true) => (theme.hover, theme.muted, theme.ink),
        (false, false) => (theme.paper, theme.line, theme.muted),
    };
    ui.painter().rect(rect, 9, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let mut left = rect.left() + 6.0;
    if !bond.alert.is_empty() {
        let square = Rect::from_center_size(pos2(left + 6.0, rect.center().y), vec2(12.0, 12.0));
        Icon::Warning.paint(ui.painter(), square, theme.warning);
        left += icon;
    }
    let words = one_line(ui.painter(), &bond.label, theme::caption(), ink, rect.right() - left - 4.0);
    ui.painter().galley(pos2(left, rect.center().y - words.size().y / 2.0), words, ink);
    let when = one_line(ui.painter(), &bond.when, theme::caption(), theme.muted, room);
    ui.painter().galley(pos2(rect.right() - 4.0 - when.size().x, rect.bottom()), when, theme.muted);
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    response.on_hover_text(&bond.spoken).on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A box; true where it was clicked.
fn site_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    map: &NetworkMap,
    origin: Pos2,
    (place, site): (usize, &Site),
    chosen: Option<Chosen>,
) -> bool {
    let theme = cx.theme;
    let Some(at) = map.layout.places.get(place) else { return false };
    let rect = Rect::from_min_size(origin + vec2(at.x, at.y), vec2(map.size.width, site.height));
    if !ui.is_rect_visible(rect) {
        return false;
    }
    let is_chosen = chosen == Some(Chosen::Site(site.inst));
    let response = ui.interact(rect, ui.scope_id().with(("site", site.inst)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &site.spoken));
    let fill = match (is_chosen || site.is_own, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.hover,
        (false, false) => theme.raised,
    };
    let stroke = match (is_chosen || site.is_own, site.is_lead) {
        (true, _) => Stroke::new(2.0, theme.accent),
        (false, true) => Stroke::new(1.5, theme.ink),
        (false, false) => Stroke::new(1.0, theme.muted.gamma_multiply(0.6)),
    };
    ui.painter().rect(rect, CORNER, fill, stroke, StrokeKind::Inside);
    let room = rect.width() - 20.0;
    let name = one_line(ui.painter(), &site.name, theme::strong(), theme.ink, room);
    let detail = one_line(ui.painter(), &site.detail, theme::caption(), theme.muted, room);
    let top = rect.center().y - f32::midpoint(name.size().y, detail.size().y);
    let below = top + name.size().y;
    ui.painter().galley(pos2(rect.left() + 10.0, top), name, theme.ink);
    ui.painter().galley(pos2(rect.left() + 10.0, below), detail, theme.muted);
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    response.on_hover_text(&site.spoken).on_hover_cursor(CursorIcon::PointingHand).clicked()
}
