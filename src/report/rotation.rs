//! D35: who covers which department or site in which month, where nobody does, and on which days they hand over.

use chrono::{Datelike, NaiveDate};

use super::flat::Flat;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, LegendItem, Line, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::Period;
use crate::i18n::Tr;

/// Columns before the months.
const LEADING: usize = 1;
/// Somebody is there for certain.
const SETTLED: Tone = Tone::Activity(0);
/// Somebody is proposed.
const PROPOSED: Tone = Tone::Activity(3);

/// A stretch of days at a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RotationSpan {
    /// First and last day.
    pub days: Period,
    /// Who, empty for nobody.
    pub name: String,
    /// Whether it is only proposed: a batch that is still to come.
    pub is_proposed: bool,
}

/// One takes over from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RotationJoint {
    /// Its first day.
    pub on: NaiveDate,
    /// Who hands over to whom, and when.
    pub words: String,
    /// Whether the two meet.
    pub is_met: bool,
}

/// A post over the months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RotationRow {
    /// The department or site.
    pub name: String,
    /// Who covers it, and when nobody does, by day.
    pub spans: Vec<RotationSpan>,
    /// Hand-overs by day.
    pub joints: Vec<RotationJoint>,
    /// Days without anybody.
    pub open_days: i64,
}

/// Posts over months, as the planner has drawn them up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rotation {
    /// The months, with what people call them.
    pub months: Vec<(Period, String)>,
    /// The posts, those with gaps first.
    pub rows: Vec<RotationRow>,
    /// What stands out, as sentences: gaps, then hand-overs.
    pub lines: Vec<String>,
    /// Whether no other plan costs less, by proof.
    pub is_proven: bool,
}

impl Rotation {
    /// Nothing to cover in a period.
    #[must_use]
    pub fn of_nobody(period: Period) -> Self {
        Self { months: vec![(period, String::new())], ..Self::default() }
    }

    /// Days without anybody, over all posts.
    #[must_use]
    pub fn open_days(&self) -> i64 {
        self.rows.iter().map(|row| row.open_days).sum()
    }
}

/// Builds the sheet.
#[must_use]
pub fn rotation(sources: &Sources<'_>, request: &DocumentRequest, rotation: &Rotation, tr: Tr) -> Sheet {
    let width = LEADING + rotation.months.len();
    let mut sheet = sources.frame(request, Look::Grid, tr);
    sheet.is_draft = false;
    let open = rotation.open_days();
    sheet.subline = vec![sources.unit().to_owned(), months_in_words(rotation, request, tr)];
    if !rotation.rows.is_empty() {
        sheet.subline.push(if open == 0 { tr.blocks_no_gap().to_owned() } else { tr.blocks_open(open) });
    }
    sheet.columns = vec![Column::text(26.0, Align::Left)];
    sheet.columns.extend(rotation.months.iter().map(|_| Column::text(14.0, Align::Centre)));
    sheet.frozen_columns = LEADING;
    sheet.head = vec![head(rotation, tr)];
    sheet.body = rotation.rows.iter().map(|row| body_row(rotation, row, tr)).collect();
    if rotation.rows.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), width));
    }
    if !rotation.lines.is_empty() {
        let title = Cell::new(0, tr.blocks_lines_title()).spanning(width, 1).toned(Tone::Total).strong();
        sheet.body.push(SheetRow { cells: vec![title], starts_group: true });
    }
    let said = rotation.lines.iter().map(|line| Cell::new(0, line).spanning(width, 1));
    sheet.body.extend(said.map(|cell| SheetRow { cells: vec![cell], starts_group: false }));
    sheet.legend =
        [(tr.blocks_settled(), SETTLED), (tr.blocks_proposed(), PROPOSED), (tr.blocks_nobody(), Tone::Holiday)]
            .into_iter()
            .map(|(text, tone)| LegendItem { mark: String::new(), text: text.to_owned(), tone })
            .collect();
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet.flat = Some(flat(rotation, tr));
    sheet
}

fn months_in_words(rotation: &Rotation, request: &DocumentRequest, tr: Tr) -> String {
    let ends = rotation.months.first().zip(rotation.months.last());
    let whole = ends.and_then(|((first, _), (last, _))| Period::new(first.from(), last.to()));
    tr.paper_long_period(whole.unwrap_or(request.period))
}

fn head(rotation: &Rotation, tr: Tr) -> SheetRow {
    let months = rotation.months.iter().enumerate().map(|(place, (days, words))| {
        let is_first_of_year = place == 0 || days.from().month() == 1;
        if is_first_of_year { format!("{}-{:02}", days.from().year(), days.from().month()) } else { words.clone() }
    });
    SheetRow::head(std::iter::once(tr.blocks_post().to_owned()).chain(months))
}

/// Neighbouring months that say the same become one cell.
fn body_row(rotation: &Rotation, row: &RotationRow, tr: Tr) -> SheetRow {
    let mut cells = vec![Cell::new(0, row.name.clone()).strong()];
    for (place, (month, _)) in rotation.months.iter().enumerate() {
        let (lines, tone) = month_cell(row, *month, tr);
        match cells.last_mut() {
            Some(last) if last.column >= LEADING && last.tone == tone && last.lines == lines && !lines.is_empty() => {
                last.col_span += 1;
            }
            _ => cells.push(Cell { lines, tone, ..Cell::new(LEADING + place, "") }),
        }
    }
    SheetRow { cells, starts_group: false }
}

/// Everybody of a month, with days where it is not the whole of it.
fn month_cell(row: &RotationRow, month: Period, tr: Tr) -> (Vec<Line>, Tone) {
    let here: Vec<&RotationSpan> = row.spans.iter().filter(|span| span.days.overlaps(month)).collect();
    let line = |span: &&RotationSpan| {
        let name = if span.name.is_empty() { tr.blocks_nobody() } else { span.name.as_str() };
        let from = (span.days.from() > month.from()).then(|| span.days.from().day());
        let to = (span.days.to() < month.to()).then(|| span.days.to().day());
        let aside = match (from, to) {
            (None, None) => String::new(),
            (Some(from), None) => tr.blocks_since(from),
            (None, Some(to)) => tr.blocks_until(to),
            (Some(from), Some(to)) => tr.blocks_between(from, to),
        };
        Line::new(name, aside)
    };
    let tone = if here.iter().any(|span| span.name.is_empty()) {
        Tone::Holiday
    } else if here.iter().any(|span| span.is_proposed) {
        PROPOSED
    } else if here.is_empty() {
        Tone::Plain
    } else {
        SETTLED
    };
    (here.iter().map(line).collect(), tone)
}

/// One row for each stretch.
fn flat(rotation: &Rotation, tr: Tr) -> Flat {
    let head = [tr.blocks_post(), tr.blocks_who(), tr.blocks_from(), tr.blocks_to(), tr.blocks_state()];
    let of_row = |row: &RotationRow| {
        let rows = row.spans.iter().map(|span| {
            let (who, state) = match (span.name.is_empty(), span.is_proposed) {
                (true, _) => (tr.paper_not_recorded(), tr.blocks_nobody()),
                (false, true) => (span.name.as_str(), tr.blocks_proposed()),
                (false, false) => (span.name.as_str(), tr.blocks_settled()),
            };
            [
                row.name.clone(),
                who.to_owned(),
                span.days.from().to_string(),
                span.days.to().to_string(),
                state.to_owned(),
            ]
            .to_vec()
        });
        rows.collect::<Vec<_>>()
    };
    Flat {
        tab: tr.blocks_flat().to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: rotation.rows.iter().flat_map(of_row).collect(),
    }
}
