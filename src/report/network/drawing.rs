//! The map of relations for paper, as a picture in the text format of the web (SVG).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::layout::{Layout, Node, Size, layout};
use crate::domain::{Institution, InstitutionId, Programme, Relation};
use crate::i18n::Tr;
use crate::report::sheet::SheetPicture;
use crate::report::sources::Sources;

/// Sizes of the picture, in its own units.
const SIZE: Size = Size { width: 180.0, between: 152.0, gap: 18.0 };
/// Least height of a box, and of each arrow that reaches it.
const LEAST: f32 = 52.0;
const PORT: f32 = 38.0;
/// White around the picture.
const MARGIN: f32 = 6.0;
/// Length of an arrow's head.
const HEAD: f32 = 9.0;
/// Text of names, and of everything else.
const NAME: f32 = 14.0;
const WORDS: f32 = 11.0;
/// Millimetres that a unit takes on paper where there is room.
const SCALE: f32 = 0.31;
/// On a smaller scale the words would be under nine points.
const LEAST_SCALE: f32 = 0.29;
/// The widest and the tallest that the picture may be, in millimetres.
const WIDEST: f32 = 262.0;
const TALLEST: f32 = 150.0;

/// Draws the relations, a picture for those that hang together; what could only be drawn too small to read on a page is
/// left to the list.
pub(in crate::report) fn drawings(sources: &Sources<'_>, relations: &[&Relation], tr: Tr) -> Vec<SheetPicture> {
    let mut pictures: Vec<SheetPicture> =
        families(relations).iter().filter_map(|family| drawing(sources, family, tr)).collect();
    if let Some(last) = pictures.last_mut() {
        tr.map_legend().clone_into(&mut last.caption);
    }
    pictures
}

/// The relations in groups that share no institution, in the order in which they come.
fn families<'a>(relations: &[&'a Relation]) -> Vec<Vec<&'a Relation>> {
    let mut families: Vec<(BTreeSet<InstitutionId>, Vec<&Relation>)> = Vec::new();
    for relation in relations {
        let ends = [relation.from_inst, relation.to_inst];
        let (touched, apart): (Vec<_>, Vec<_>) =
            families.into_iter().partition(|(sites, _)| ends.iter().any(|end| sites.contains(end)));
        let mut joined = (BTreeSet::from(ends), Vec::new());
        for (sites, list) in touched {
            joined.0.extend(sites);
            joined.1.extend(list);
        }
        joined.1.push(*relation);
        families = apart;
        families.push(joined);
    }
    families.into_iter().map(|(_, list)| list).collect()
}

#[allow(clippy::cast_precision_loss, reason = "a hospital has a few helpers")]
fn drawing(sources: &Sources<'_>, relations: &[&Relation], tr: Tr) -> Option<SheetPicture> {
    let mut sites: Vec<&Institution> = Vec::new();
    for id in relations.iter().flat_map(|relation| [relation.from_inst, relation.to_inst]) {
        if let Some(inst) = sources.institution(id).filter(|inst| sites.iter().all(|site| site.id != inst.id)) {
            sites.push(inst);
        }
    }
    sites.sort_by_key(|inst| (inst.sort, inst.id));
    let places: BTreeMap<InstitutionId, usize> =
        sites.iter().enumerate().map(|(place, inst)| (inst.id, place)).collect();
    let links = relations.iter().map(|it| Some((*places.get(&it.from_inst)?, *places.get(&it.to_inst)?)));
    let links: Vec<(usize, usize)> = links.collect::<Option<_>>()?;
    let tall = |place: usize| (links.iter().filter(|(_, to)| *to == place).count() as f32 * PORT).max(LEAST);
    let nodes: Vec<Node> = (0..).zip(0..sites.len()).map(|(sort, place)| Node { height: tall(place), sort }).collect();
    let laid = layout(&nodes, &links, SIZE);
    // The days of the lowest arrow stand under it.
    let (width, height) = (laid.width + 2.0 * MARGIN, laid.height + 2.0 * MARGIN + WORDS);
    let scale = SCALE.min(WIDEST / width).min(TALLEST / height);
    if scale < LEAST_SCALE {
        return None;
    }
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {width} {height}\" \
         font-family=\"Noto Sans SC\" text-anchor=\"middle\">",
        -MARGIN, -MARGIN
    );
    for (place, relation) in relations.iter().enumerate() {
        arrow(&mut svg, &laid, place, relation, tr);
    }
    for (place, site) in sites.iter().enumerate() {
        site_box(&mut svg, &laid, &nodes, (place, site), tr);
    }
    svg.push_str("</svg>");
    Some(SheetPicture { svg, width: width * scale, caption: String::new() })
}

/// A curved arrow with the programme and the days beside its head: thick for a lead, broken for what only says what
/// belongs to what.
fn arrow(svg: &mut String, laid: &Layout, place: usize, relation: &Relation, tr: Tr) {
    let Some(points) = laid.routes.get(place).map(|route| route.points.as_slice()) else { return };
    let width = if relation.is_lead { 2.4 } else { 1.2 };
    let dash = if relation.programme == Programme::Subordination { " stroke-dasharray=\"5 4\"" } else { "" };
    let count = points.len();
    for (step, (from, to)) in points.iter().zip(points.iter().skip(1)).enumerate() {
        // The last stretch ends at the arrow's base.
        let end = if step + 2 == count { to.0 - HEAD.copysign(to.0 - from.0) } else { to.0 };
        let bend = f32::midpoint(from.0, end);
        let _ = write!(
            svg,
            "<path d=\"M{} {} C{bend} {} {bend} {} {end} {}\" fill=\"none\" stroke=\"#444\" stroke-width=\"{width}\"{dash}/>",
            from.0, from.1, from.1, to.1, to.1
        );
    }
    let [.., before, tip] = points else { return };
    let base = tip.0 - HEAD.copysign(tip.0 - before.0);
    let (up, down) = (tip.1 - HEAD / 2.0, tip.1 + HEAD / 2.0);
    let _ = write!(svg, "<path d=\"M{} {} L{base} {up} L{base} {down} Z\" fill=\"#444\"/>", tip.0, tip.1);
    let lead = if relation.is_lead { tr.map_lead() } else { "" };
    let label = [tr.programme(relation.programme), lead].into_iter().filter(|part| !part.is_empty());
    let known = |on: Option<chrono::NaiveDate>, precision| on.map(|on| tr.known_date(on, precision));
    let days = match (known(relation.start_on, relation.start_prec), known(relation.end_on, relation.end_prec)) {
        (None, None) => String::new(),
        (Some(start), None) => tr.dossier_since(&start),
        (None, Some(end)) => tr.dossier_until(&end),
        (Some(start), Some(end)) => format!("{start} — {end}"),
    };
    let label = label.collect::<Vec<_>>().join(" · ");
    let room = SIZE.between - 44.0;
    let at = tip.0 - (HEAD + 8.0 + room / 2.0).copysign(tip.0 - before.0);
    let half = breadth(&label, WORDS).min(room) / 2.0 + 4.0;
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\" rx=\"8\" fill=\"#fff\" stroke=\"#999\" stroke-width=\"0.6\"/>",
        at - half,
        tip.1 - 8.0,
        half * 2.0
    );
    words(svg, &label, (at, tip.1 + 4.0), WORDS, room, false);
    words(svg, &days, (at, tip.1 + 20.0), WORDS, room, false);
}

/// An institution with its grade; the own one is drawn strongly.
fn site_box(svg: &mut String, laid: &Layout, nodes: &[Node], (place, site): (usize, &Institution), tr: Tr) {
    let (Some(at), Some(node)) = (laid.places.get(place), nodes.get(place)) else { return };
    let (fill, width) = if site.is_own { ("#e8e8e8", 2.0) } else { ("#fff", 1.0) };
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"5\" fill=\"{fill}\" stroke=\"#222\" stroke-width=\"{width}\"/>",
        at.x, at.y, SIZE.width, node.height
    );
    let kind = if site.level.is_empty() { tr.institution_kind(site.kind) } else { site.level.as_str() };
    let detail = [kind, &site.town].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let (x, y, room) = (at.x + SIZE.width / 2.0, at.y + node.height / 2.0, SIZE.width - 16.0);
    match in_two(&site.name, room) {
        None => {
            words(svg, &site.name, (x, y - 2.0), NAME, room, true);
            words(svg, &detail, (x, y + 15.0), WORDS, room, false);
        }
        Some((first, second)) => {
            words(svg, &first, (x, y - 9.0), NAME, room, true);
            words(svg, &second, (x, y + 5.0), NAME, room, true);
            words(svg, &detail, (x, y + 19.0), WORDS, room, false);
        }
    }
}

/// A name that would be too small in one line, cut at a bracket near its middle, else in the middle.
fn in_two(name: &str, room: f32) -> Option<(String, String)> {
    if breadth(name, WORDS) <= room {
        return None;
    }
    let signs: Vec<char> = name.chars().collect();
    let middle = signs.len() / 2;
    let near = middle.saturating_sub(3)..=middle + 3;
    let cut = near.clone().filter(|at| signs.get(*at).is_some_and(|sign| "(\u{ff08}".contains(*sign)));
    let cut = cut.min_by_key(|at| at.abs_diff(middle)).unwrap_or(signs.len() - middle);
    let (first, second) = signs.split_at_checked(cut)?;
    Some((first.iter().collect(), second.iter().collect()))
}

/// One line, smaller where it would be wider than the room.
fn words(svg: &mut String, text: &str, (x, y): (f32, f32), size: f32, room: f32, is_strong: bool) {
    let size = size * (room / breadth(text, size).max(1.0)).min(1.0);
    let weight = if is_strong { " font-weight=\"bold\"" } else { "" };
    let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}>");
    for sign in text.chars() {
        match sign {
            '<' => svg.push_str("&lt;"),
            '&' => svg.push_str("&amp;"),
            sign => svg.push(sign),
        }
    }
    svg.push_str("</text>");
}

/// About how wide a line is: a Chinese character is as wide as it is tall, a Latin letter a little over half of that.
fn breadth(text: &str, size: f32) -> f32 {
    text.chars().map(|sign| if sign.is_ascii() { size * 0.58 } else { size }).sum()
}
