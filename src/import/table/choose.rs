//! Which kind a sheet is: by its headings, its title words, its own name and that of the file.

use std::collections::BTreeMap;

use super::header::{Candidates, Header};
use super::kinds::{KINDS, Kind, Need};
use super::merges::cell;
use crate::import::Grid;
use crate::import::values::{is_blank, squeeze, text};

/// Points of the evidence; a recognised heading that the kind needs weighs most.
mod weight {
    pub const REQUIRED: i32 = 30;
    pub const OPTIONAL: i32 = 20;
    pub const MISSING: i32 = -40;
    pub const UNKNOWN: i32 = -15;
    pub const DAYS: i32 = 200;
    pub const TITLE: i32 = 30;
    pub const SHEET_NAME: i32 = 25;
    pub const FILE_NAME: i32 = 8;
}

/// The words around a table that may name its kind.
pub struct Names<'n> {
    /// Title rows, joined, without spaces.
    pub title: String,
    /// Name of the tab.
    pub sheet: &'n str,
    /// Name of the file.
    pub file: &'n str,
}

/// The kind and header of a sheet; only `wanted` where the clerk chose.
#[must_use]
pub fn choose(
    grid: &Grid,
    candidates: &Candidates,
    wanted: Option<&'static Kind>,
    by_hand: &BTreeMap<String, String>,
    file: &str,
) -> Option<(&'static Kind, Header)> {
    let kinds = KINDS.iter().filter(|kind| wanted.is_none_or(|wanted| wanted.id == kind.id));
    let mut best: Option<(i32, &'static Kind, Header)> = None;
    for kind in kinds {
        let Some(header) = candidates.best(kind, by_hand) else { continue };
        if kind.has_days && header.days() == 0 {
            continue;
        }
        let names = Names { title: title(grid, header.first_row), sheet: grid.name.as_deref().unwrap_or(""), file };
        let score = score(kind, &header, &names) + if kind.has_days { days(kind, grid, &header) } else { 0 };
        if best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, kind, header));
        }
    }
    let best = best.filter(|(score, ..)| *score > 0 || wanted.is_some()).map(|(_, kind, header)| (kind, header));
    // Nothing is recognised, but the clerk said what the sheet and its columns are.
    best.or_else(|| wanted.zip(wanted.and_then(|kind| candidates.by_hand(kind, by_hand))))
}

/// The text of the rows above the header.
fn title(grid: &Grid, header: usize) -> String {
    let cells = grid.rows.iter().take(header).flatten().filter(|raw| !is_blank(raw));
    cells.filter_map(text).map(|text| squeeze(&text)).collect::<Vec<_>>().join(" ")
}

fn score(kind: &Kind, header: &Header, names: &Names<'_>) -> i32 {
    let mut points = 0;
    for need in header.known(kind) {
        points += match need {
            Need::Required | Need::OneOf => weight::REQUIRED,
            Need::Optional | Need::Compared => weight::OPTIONAL,
        };
    }
    let met = |need: Need| header.known(kind).filter(|known| *known == need).count();
    let all = |need: Need| kind.columns.iter().filter(|column| column.need == need).count();
    let missing = all(Need::Required) - met(Need::Required);
    points += weight::MISSING * i32::try_from(missing).unwrap_or(0);
    if all(Need::OneOf) > 0 && met(Need::OneOf) == 0 {
        points += weight::MISSING;
    }
    let unknown = header.cells.iter().filter(|(_, role)| *role == super::header::Role::Unknown).count();
    points += weight::UNKNOWN * i32::try_from(unknown).unwrap_or(0);
    points
        + named(kind, &names.title, weight::TITLE)
        + named(kind, names.sheet, weight::SHEET_NAME)
        + named(kind, names.file, weight::FILE_NAME)
}

/// Points for title words: the share of the groups that are met, and more for a longer word.
fn named(kind: &Kind, text: &str, most: i32) -> i32 {
    let groups = i32::try_from(kind.titles.len()).unwrap_or(1).max(1);
    let met = kind.titles.iter().filter_map(|group| {
        let found = group.iter().filter(|word| text.contains(*word)).map(|word| word.chars().count()).max()?;
        i32::try_from(found).ok()
    });
    met.map(|length| (most + length) / groups).sum()
}

/// Grid or attendance: the days decide that it is one of them, the marks in the cells which.
fn days(kind: &Kind, grid: &Grid, header: &Header) -> i32 {
    let columns: Vec<usize> = header
        .cells
        .iter()
        .filter(|(_, role)| *role == super::header::Role::Day)
        .map(|(cell, _)| cell.column)
        .collect();
    let (mut marks, mut words) = (0, 0);
    for row in header.last_row + 1..grid.rows.len().min(header.last_row + 30) {
        for column in &columns {
            let Some(text) = text(cell(grid, row, *column)) else { continue };
            if text.contains(['√', '✓', '勤']) || matches!(squeeze(&text).as_str(), "事" | "病" | "年" | "差")
            {
                marks += 1;
            } else if text.chars().count() > 1 {
                words += 1;
            }
        }
    }
    let is_attendance = kind.id == "attendance";
    weight::DAYS + if is_attendance == (marks > words) { weight::DAYS } else { 0 }
}
