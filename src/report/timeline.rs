//! D31: stints as bars over months, batch by batch, and how each department is filled.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::posted::Posted;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, LegendItem, Line, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::checks::{coverage_of, seats};
use crate::domain::{Batch, BatchId, Coverage, Joint, Period, Seat, Stint};
use crate::i18n::Tr;

/// Columns before the months: name, department.
const LEADING: usize = 2;
/// With more months than this a column is a quarter.
const MOST_MONTHS: usize = 30;
/// Bars over fewer columns than this say their batch only.
const WORDY: usize = 4;
/// The hues that batches take turns with; the last of the ten is for none.
const HUES: usize = 9;

/// The stretches of time that the columns stand for.
struct Axis {
    firsts: Vec<NaiveDate>,
    to: NaiveDate,
    is_quarters: bool,
}

impl Axis {
    fn new(period: Period) -> Self {
        let months = (period.to().year() - period.from().year()) * 12 + period.to().month().cast_signed()
            - period.from().month().cast_signed()
            + 1;
        let is_quarters = usize::try_from(months).unwrap_or_default() > MOST_MONTHS;
        let step = if is_quarters { 3 } else { 1 };
        let first = NaiveDate::from_ymd_opt(period.from().year(), period.from().month0() / step * step + 1, 1);
        let firsts = std::iter::successors(first, |on| on.checked_add_months(Months::new(step)));
        Self { firsts: firsts.take_while(|on| *on <= period.to()).collect(), to: period.to(), is_quarters }
    }

    /// The columns that days fall into; `None` where they lie outside.
    fn columns(&self, from: NaiveDate, to: Option<NaiveDate>) -> Option<(usize, usize)> {
        let to = to.unwrap_or(self.to);
        let first = *self.firsts.first()?;
        if to < first || from > self.to {
            return None;
        }
        let at = |on: NaiveDate| self.firsts.partition_point(|first| *first <= on).saturating_sub(1);
        Some((at(from.max(first)), at(to.min(self.to))))
    }
}

/// Something that covers columns of a row.
struct Stretch {
    from: usize,
    to: usize,
    words: Vec<Line>,
    tone: Tone,
    is_strong: bool,
}

/// Builds the timeline of the days of the request.
#[must_use]
pub fn timeline(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let axis = Axis::new(request.period);
    let mut posted = sources.posted(request, request.period);
    posted.retain(|one| one.stint.touches(request.period));
    let width = LEADING + axis.firsts.len();
    let mut sheet = sources.frame(request, Look::Grid, tr);
    sheet.is_draft = false;
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(request.period)];
    sheet.columns = vec![Column::text(20.0, Align::Left), Column::text(24.0, Align::Left)];
    sheet.columns.extend(axis.firsts.iter().map(|_| Column::text(9.0, Align::Centre)));
    sheet.frozen_columns = LEADING;
    sheet.head = head(&axis, tr);
    let hues = hues(sources, &posted);
    let mut groups: BTreeMap<(bool, i64, Option<BatchId>), Vec<&Posted<'_>>> = BTreeMap::new();
    for one in &posted {
        let batch = one.stint.batch.and_then(|id| sources.registry.batches.get(&id));
        let order = batch.map_or(0, |batch| -i64::from(batch.no));
        groups.entry((batch.is_none(), order, one.stint.batch)).or_default().push(one);
    }
    for ((.., batch), people) in groups {
        let batch = batch.and_then(|id| sources.registry.batches.get(&id));
        sheet.body.push(group_row(batch, people.len(), width, tr));
        sheet.body.extend(people.into_iter().map(|one| person_row(one, batch, &axis, &hues, tr)));
    }
    sheet.body.extend(cover_rows(sources, &posted, &axis, request, tr));
    if posted.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), width));
    }
    sheet.legend = legend(sources, &hues, tr);
    sheet.notes = vec![tr.timeline_paper_note().to_owned()];
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet
}

/// The batches on the sheet with their hues, in the order of their relations.
fn hues(sources: &Sources<'_>, posted: &[Posted<'_>]) -> BTreeMap<BatchId, u8> {
    let mut all: Vec<&Batch> = sources.registry.batches.values().collect();
    all.sort_by_key(|batch| (batch.relation, batch.no, batch.id));
    let hue = |(place, batch): (usize, &Batch)| (batch.id, u8::try_from(place % HUES).unwrap_or_default());
    let hues: BTreeMap<BatchId, u8> = all.into_iter().enumerate().map(hue).collect();
    hues.into_iter().filter(|(id, _)| posted.iter().any(|one| one.stint.batch == Some(*id))).collect()
}

/// Years over months, or over quarters.
fn head(axis: &Axis, tr: Tr) -> Vec<SheetRow> {
    let title = |column, words: &str| Cell::new(column, words).toned(Tone::Head).strong();
    let mut years = SheetRow {
        cells: vec![title(0, tr.paper_name()).spanning(1, 2), title(1, tr.paper_host_department()).spanning(1, 2)],
        starts_group: false,
    };
    let mut months = SheetRow::default();
    let mut place = 0;
    while let Some(first) = axis.firsts.get(place) {
        let count = axis.firsts.iter().skip(place).take_while(|on| on.year() == first.year()).count();
        years.cells.push(title(LEADING + place, &tr.reports_year(first.year())).spanning(count, 1));
        place += count;
    }
    for (place, first) in axis.firsts.iter().enumerate() {
        let words = if axis.is_quarters { tr.timeline_quarter(*first) } else { first.month().to_string() };
        months.cells.push(title(LEADING + place, &words));
    }
    vec![years, months]
}

fn group_row(batch: Option<&Batch>, count: usize, width: usize, tr: Tr) -> SheetRow {
    let name = batch.map_or_else(|| tr.timeline_no_batch().to_owned(), |batch| tr.batch_name(batch));
    let planned = batch.and_then(|batch| {
        let from = tr.known_date(batch.plan_from?, batch.plan_from_prec);
        let to = batch.plan_to.map(|to| tr.known_date(to, batch.plan_to_prec));
        Some(tr.timeline_paper_planned(&from, to.as_deref().unwrap_or(tr.timeline_open())))
    });
    let words = format!("{name} {} {}", tr.timeline_people(count), planned.unwrap_or_default());
    let cell = Cell::new(0, words.trim().to_owned()).spanning(width, 1).toned(Tone::Total).strong();
    SheetRow { cells: vec![cell], starts_group: true }
}

fn person_row(one: &Posted<'_>, batch: Option<&Batch>, axis: &Axis, hues: &BTreeMap<BatchId, u8>, tr: Tr) -> SheetRow {
    let stint = one.stint;
    let columns = axis.columns(stint.first_day(), stint.last_day());
    let bar = columns.map(|(from, to)| {
        let mark = batch.map(|batch| batch.no.to_string()).unwrap_or_default();
        let dates = dates(stint, tr);
        let (text, aside) = if to - from >= WORDY { (mark, dates) } else { (mark, String::new()) };
        let hue = batch.and_then(|batch| hues.get(&batch.id)).copied().unwrap_or(9);
        Stretch { from, to, words: vec![Line::new(text, aside)], tone: Tone::Activity(hue), is_strong: false }
    });
    row(&one.name, &one.host, bar.into_iter().collect(), axis.firsts.len())
}

/// The dates of a stint no finer than they are known.
fn dates(stint: &Stint, tr: Tr) -> String {
    let from = tr.known_date(stint.arrive_on, stint.arrive_prec);
    let to = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => tr.known_date(on, stint.leave_prec),
        (None, Some(on)) => tr.people_planned(&tr.known_date(on, stint.plan_leave_prec)),
        (None, None) => tr.timeline_open().to_owned(),
    };
    format!("{from} — {to}")
}

/// How each department is filled: heads by column, gaps and missing hand-over days in words.
fn cover_rows(
    sources: &Sources<'_>,
    posted: &[Posted<'_>],
    axis: &Axis,
    request: &DocumentRequest,
    tr: Tr,
) -> Vec<SheetRow> {
    let width = axis.firsts.len();
    let own = sources
        .registry
        .stints
        .values()
        .filter(|stint| request.relation.is_none() || stint.relation == request.relation);
    let seats = seats(sources.registry, own);
    let shown = seats.iter().filter(|(seat, _)| posted.iter().any(|one| Seat::of(one.stint) == **seat));
    let mut rows: Vec<SheetRow> = shown
        .map(|(seat, stints)| {
            let coverage = coverage_of(sources.registry, *seat, stints, request.period.to());
            let host = sources.institution(seat.host).map(|host| host.name.clone()).unwrap_or_default();
            let dept = sources.department(seat.dept).map(|dept| dept.name.clone());
            row(dept.as_ref().unwrap_or(&host), "", cover(&coverage, axis, tr), width)
        })
        .collect();
    if !rows.is_empty() {
        let head = Cell::new(0, tr.timeline_covers()).spanning(LEADING + width, 1).toned(Tone::Total).strong();
        rows.insert(0, SheetRow { cells: vec![head], starts_group: true });
    }
    rows
}

fn cover(coverage: &Coverage, axis: &Axis, tr: Tr) -> Vec<Stretch> {
    let people = |from: NaiveDate, to: NaiveDate| {
        let there = coverage.pieces.iter().filter(|piece| piece.from <= to && piece.to.is_none_or(|end| from <= end));
        there.map(|piece| piece.people).max().unwrap_or_default()
    };
    let end = |place: usize| axis.firsts.get(place + 1).and_then(NaiveDate::pred_opt).unwrap_or(axis.to);
    axis.firsts
        .iter()
        .enumerate()
        .filter_map(|(place, from)| {
            // What is wrong stands where the next turn begins, or where the gap does.
            let flaw = coverage.joints.iter().find(|joint| {
                let at = match joint {
                    Joint::Gap(days) => days.from(),
                    Joint::Short { days, .. } => days.to(),
                };
                (*from..=end(place)).contains(&at)
            });
            let (words, tone, is_strong) = match (flaw, people(*from, end(place))) {
                (Some(joint), _) => (tr.timeline_joint(*joint), Tone::Holiday, true),
                (None, 0) => return None,
                (None, people) => (people.to_string(), Tone::Plain, false),
            };
            Some(Stretch { from: place, to: place, words: vec![Line::new(words, "")], tone, is_strong })
        })
        .collect()
}

/// A row with its stretches; what they leave free is bare.
fn row(name: &str, dept: &str, stretches: Vec<Stretch>, width: usize) -> SheetRow {
    let mut cells = if dept.is_empty() {
        vec![Cell::new(0, name).spanning(LEADING, 1)]
    } else {
        vec![Cell::new(0, name).strong(), Cell::new(1, dept)]
    };
    let mut next = 0;
    for stretch in stretches {
        cells.extend((next..stretch.from).map(|place| Cell::new(LEADING + place, "")));
        let cell = Cell::new(LEADING + stretch.from, "").spanning(stretch.to - stretch.from + 1, 1).toned(stretch.tone);
        cells.push(Cell { lines: stretch.words, is_strong: stretch.is_strong, ..cell });
        next = stretch.to + 1;
    }
    cells.extend((next..width).map(|place| Cell::new(LEADING + place, "")));
    SheetRow { cells, starts_group: false }
}

fn legend(sources: &Sources<'_>, hues: &BTreeMap<BatchId, u8>, tr: Tr) -> Vec<LegendItem> {
    let item = |(id, hue): (&BatchId, &u8)| {
        let batch = sources.registry.batches.get(id)?;
        Some(LegendItem { mark: batch.no.to_string(), text: tr.batch_name(batch), tone: Tone::Activity(*hue) })
    };
    hues.iter().filter_map(item).collect()
}
