//! D03: the roster of stints, in the columns that the import reads back.

use std::collections::BTreeSet;

use super::frame::phone_note;
use super::posted::Posted;
use super::request::{DocumentRequest, Mask};
use super::sheet::{Align, Cell, Column, Line, Look, Sheet, SheetRow, Signature, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::{Batch, BatchId, InstitutionId, StintMode, StintRole};
use crate::i18n::{Lang, Tr};

/// Column of the name.
const NAME: usize = 1;
/// Column of the home institution with the department there.
const HOME: usize = 5;
/// Columns that not every roster has, in the full order.
const HOST: usize = 8;
const DEPARTMENT: usize = 9;
const MODE: usize = 11;
const PHONE: usize = 16;

/// Builds the roster of every stint that runs in the period.
#[must_use]
pub fn roster(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let mut posted = sources.posted(request, request.period);
    posted.retain(|one| one.stint.touches(request.period));
    posted.sort_by_key(|one| (batch(sources, one).map_or(u32::MAX, |batch| batch.no), one.person.sort, one.stint.id));
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.title = title(sources, &posted, tr);
    // A roster is a state of the records, not something that is issued week by week: it is never a draft.
    sheet.is_draft = false;
    sheet.subline = subline(sources, request, &posted, &Shape::of(sources, request, &posted), tr);
    roster_table(&mut sheet, sources, request, &posted, tr);
    sheet.notes = vec![tr.paper_roster_count().to_owned()];
    sheet.notes.extend(phone_note(request.mask, tr));
    let reporter = Signature { label: tr.paper_reporter().to_owned(), value: sources.unit().to_owned() };
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet.signatures.insert(0, reporter);
    sheet
}

/// The table of a roster: one row a stint, in the order given.
pub(super) fn roster_table(
    sheet: &mut Sheet,
    sources: &Sources<'_>,
    request: &DocumentRequest,
    posted: &[Posted<'_>],
    tr: Tr,
) {
    let shape = Shape::of(sources, request, posted);
    sheet.columns = shape.keep(columns(tr));
    sheet.frozen_columns = 2;
    sheet.head = vec![SheetRow::head(shape.keep(headings(tr)))];
    let mut above: Option<Option<BatchId>> = None;
    for (index, one) in posted.iter().enumerate() {
        let starts_group = above.is_some_and(|above| above != one.stint.batch);
        above = Some(one.stint.batch);
        let cells = SheetRow::of(shape.keep(fields(sources, index, one, request.mask, tr))).cells;
        let cells = cells
            .into_iter()
            .map(|cell| match cell.column {
                NAME => cell.strong(),
                HOME => Cell { lines: vec![home(sources, one)], ..cell },
                _ => cell,
            })
            .collect();
        sheet.body.push(SheetRow { cells, starts_group });
    }
    let width = sheet.columns.len();
    sheet.body.extend((0..request.empty_rows).map(|_| SheetRow::of(vec![""; width])));
    if posted.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), width));
    }
    sheet.body.push(total(posted, request, width, tr));
}

/// Which columns the roster has: those that would say the same in every row are left to the lines above it.
struct Shape {
    /// The one institution where all are posted, unless it is another for each.
    host: Option<InstitutionId>,
    has_departments: bool,
    has_modes: bool,
    has_phones: bool,
}

impl Shape {
    fn of(sources: &Sources<'_>, request: &DocumentRequest, posted: &[Posted<'_>]) -> Self {
        let hosts: BTreeSet<_> = posted.iter().map(|one| one.stint.host_inst).collect();
        let own = sources.registry.own_institution().map(|inst| inst.id);
        let host = match hosts.into_iter().collect::<Vec<_>>().as_slice() {
            [] => own,
            [one] => Some(*one),
            _ => None,
        };
        Self {
            host,
            has_departments: host.is_some() || posted.iter().any(|one| one.stint.host_dept.is_some()),
            has_modes: posted.iter().any(|one| one.stint.mode != StintMode::LongTerm),
            has_phones: request.mask != Mask::Full,
        }
    }

    /// Those of the columns, or of what stands in them, that the roster has.
    fn keep<T>(&self, all: Vec<T>) -> Vec<T> {
        let is_kept = |column: usize| match column {
            HOST => self.host.is_none(),
            DEPARTMENT => self.has_departments,
            MODE => self.has_modes,
            PHONE => self.has_phones,
            _ => true,
        };
        all.into_iter().enumerate().filter(|(column, _)| is_kept(*column)).map(|(_, one)| one).collect()
    }
}

fn batch<'a>(sources: &Sources<'a>, one: &Posted<'_>) -> Option<&'a Batch> {
    sources.registry.batches.get(&one.stint.batch?)
}

fn batch_name(batch: &Batch, tr: Tr) -> String {
    if batch.label.is_empty() { tr.paper_batch_no(batch.no) } else { batch.label.clone() }
}

/// The title, with the batch where there is only one.
fn title(sources: &Sources<'_>, posted: &[Posted<'_>], tr: Tr) -> String {
    let batches: BTreeSet<_> = posted.iter().map(|one| one.stint.batch).collect();
    match (batches.len(), posted.first().and_then(|one| batch(sources, one))) {
        (1, Some(batch)) => tr.paper_roster_of(&batch_name(batch, tr)),
        _ => tr.paper_heading(crate::domain::DocumentKind::Roster).to_owned(),
    }
}

fn subline(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    posted: &[Posted<'_>],
    shape: &Shape,
    tr: Tr,
) -> Vec<String> {
    let homes: BTreeSet<_> = posted.iter().filter_map(|one| one.person.inst).collect();
    let mut parts = Vec::new();
    if let [home] = homes.into_iter().collect::<Vec<_>>().as_slice()
        && let Some(home) = sources.institution(*home)
    {
        parts.push(tr.paper_from(&home.name));
    }
    let host = shape.host.and_then(|id| sources.institution(id));
    parts.extend(host.map(|host| tr.paper_to(if host.is_own { sources.unit() } else { &host.name })));
    parts.push(tr.paper_long_period(request.period));
    parts.extend(sources.issue(request).map(|issue| tr.paper_edition(issue.version)));
    parts
}

fn headings(tr: Tr) -> Vec<&'static str> {
    vec![
        tr.paper_serial(),
        tr.paper_name(),
        tr.paper_sex(),
        tr.paper_birth_year(),
        tr.paper_title(),
        tr.paper_home(),
        tr.paper_subject(),
        tr.paper_post(),
        tr.paper_host(),
        tr.paper_host_department(),
        tr.paper_batch(),
        tr.paper_mode(),
        tr.paper_arrived(),
        tr.paper_plan_leave(),
        tr.paper_left(),
        tr.paper_no_mentoring(),
        tr.paper_phone(),
        tr.paper_remark(),
    ]
}

fn columns(tr: Tr) -> Vec<Column> {
    let is_zh = tr.lang() == Lang::Zh;
    let centre = |width| Column::text(width, Align::Centre);
    let left = |width| Column::text(width, Align::Left);
    vec![
        Column::number(8.5),
        centre(15.0),
        centre(if is_zh { 7.5 } else { 9.0 }),
        Column::number(12.0),
        centre(15.0),
        left(31.0),
        left(17.5),
        left(25.0),
        left(31.0),
        left(19.0),
        centre(14.0),
        centre(15.0),
        centre(21.5),
        centre(21.5),
        centre(21.5),
        centre(if is_zh { 10.0 } else { 20.0 }),
        centre(25.0),
        left(16.5),
    ]
}

/// The cells of one stint, in the order of the headings.
fn fields(sources: &Sources<'_>, index: usize, one: &Posted<'_>, mask: Mask, tr: Tr) -> Vec<String> {
    let Posted { stint, person, .. } = one;
    let or_dash = |text: String| if text.is_empty() { tr.paper_not_recorded().to_owned() } else { text };
    let subject = if stint.specialty.is_empty() { &person.specialty } else { &stint.specialty };
    let date = |on: Option<chrono::NaiveDate>, precision| on.map(|on| tr.known_date(on, precision)).unwrap_or_default();
    let named = |name: Option<&String>| name.cloned().unwrap_or_default();
    vec![
        (index + 1).to_string(),
        one.name.clone(),
        or_dash(person.sex.map(|sex| tr.paper_sex_mark(sex).to_owned()).unwrap_or_default()),
        or_dash(person.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        or_dash(person.title_text.clone()),
        String::new(),
        subject.clone(),
        post(sources, one, tr),
        named(sources.institution(stint.host_inst).map(|inst| &inst.name)),
        named(sources.department(stint.host_dept).map(|dept| &dept.name)),
        // A blank would be read as the batch above it.
        or_dash(batch(sources, one).map(|batch| batch_name(batch, tr)).unwrap_or_default()),
        tr.stint_mode(stint.mode).to_owned(),
        date(Some(stint.arrive_on), stint.arrive_prec),
        date(stint.plan_leave_on, stint.plan_leave_prec),
        date(stint.leave_on, stint.leave_prec),
        if stint.no_mentoring { tr.paper_yes().to_owned() } else { String::new() },
        mask.apply(&person.phone),
        if stint.note.is_empty() { person.note.clone() } else { stint.note.clone() },
    ]
}

/// Home institution and the department there; the line is broken between them.
fn home(sources: &Sources<'_>, one: &Posted<'_>) -> Line {
    let inst = one.person.inst.and_then(|id| sources.institution(id)).map(|inst| inst.name.as_str());
    let dept = sources.department(one.person.dept).map(|dept| dept.name.as_str());
    Line::new(inst.unwrap_or_default(), dept.unwrap_or_default())
}

/// The posts held at the host, the role in the team in brackets: 常务副院长(队长).
fn post(sources: &Sources<'_>, one: &Posted<'_>, tr: Tr) -> String {
    let held: Vec<_> = sources
        .registry
        .appointments
        .values()
        .filter(|post| post.person == one.person.id && post.inst == one.stint.host_inst && post.overlaps(one.stint))
        .map(|post| post.post.as_str())
        .collect();
    let held = held.join(tr.paper_list_comma());
    match one.stint.role {
        StintRole::Member => held,
        role if held.is_empty() => tr.stint_role(role).to_owned(),
        role => format!("{held}({})", tr.stint_role(role)),
    }
}

fn total(posted: &[Posted<'_>], request: &DocumentRequest, width: usize, tr: Tr) -> SheetRow {
    let people: BTreeSet<_> = posted.iter().map(|one| one.person.id).collect();
    let day = request.period.to();
    let present: BTreeSet<_> = posted.iter().filter(|one| one.stint.runs_on(day)).map(|one| one.person.id).collect();
    let words = tr.paper_roster_total(people.len(), posted.len(), &tr.full_date(day), present.len());
    let cells = vec![
        Cell::new(0, tr.paper_total()).spanning(2, 1).toned(Tone::Total).strong(),
        Cell::new(2, words).spanning(width.saturating_sub(2), 1).toned(Tone::Total),
    ];
    SheetRow { cells, starts_group: true }
}
