//! D01 by departments: who is there in each half-day, for the doors of the wards.

use super::super::change_slip::empty_rows;
use super::super::posted::Posted;
use super::super::request::DocumentRequest;
use super::super::sheet::{Align, Cell, Column, Line, Look, Sheet, SheetRow};
use super::super::sources::Sources;
use super::{Day, LEADING_BY_DEPARTMENT, day_heads, nobody, note, session_line, week_codes};
use crate::domain::{NameBook, Session, Slot, Week};
use crate::i18n::Tr;

/// A department with those who are posted there.
struct Ward<'a> {
    name: String,
    people: Vec<&'a Posted<'a>>,
}

/// Builds the schedule of the week with a row for each department.
pub(super) fn by_department(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    week: Week,
    days: &[Day],
    posted: &[Posted<'_>],
    tr: Tr,
) -> Sheet {
    let mut sheet = sources.frame(request, Look::Grid, tr);
    tr.paper_by_department().clone_into(&mut sheet.title);
    sheet.subline = vec![sources.unit().to_owned(), tr.week(week), sources.edition(request, tr)];
    sheet.columns = vec![Column::text(26.0, Align::Centre), Column::text(10.0, Align::Centre)];
    sheet.columns.extend([Column::text(34.0, Align::Centre); super::DAYS]);
    sheet.frozen_columns = LEADING_BY_DEPARTMENT;
    let mut head = SheetRow::head([tr.paper_host_department(), tr.paper_half_day()]);
    head.cells.extend(day_heads(days, LEADING_BY_DEPARTMENT, tr));
    sheet.head = vec![head];
    let names = NameBook::new(sources.registry);
    for ward in wards(posted, tr) {
        sheet.body.extend(rows(sources, &names, &ward, days, tr));
    }
    for _ in 0..empty_rows(request) {
        sheet.body.extend(blank(days, tr));
    }
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), sheet.columns.len()));
    }
    if request.paper.has_code {
        sheet.pictures = week_codes(sources, week, posted, tr);
    }
    sheet.flat = Some(sources.flat(week.period(), posted, tr));
    sheet.notes = note::notes(sources, request, days, posted, tr);
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet
}

/// The departments in the order in which their first expert stands.
fn wards<'a>(posted: &'a [Posted<'a>], tr: Tr) -> Vec<Ward<'a>> {
    let mut wards: Vec<Ward<'a>> = Vec::new();
    for one in posted {
        let name = if one.host.is_empty() { tr.paper_not_recorded() } else { one.host.as_str() };
        match wards.iter_mut().find(|ward| ward.name == name) {
            Some(ward) => ward.people.push(one),
            None => wards.push(Ward { name: name.to_owned(), people: vec![one] }),
        }
    }
    wards
}

fn rows(sources: &Sources<'_>, names: &NameBook, ward: &Ward<'_>, days: &[Day], tr: Tr) -> Vec<SheetRow> {
    let own = |session: &&Session| ward.people.iter().any(|one| one.stint.id == session.stint);
    let sessions: Vec<&Session> = sources.sessions.iter().filter(own).collect();
    let has_night =
        sessions.iter().any(|session| session.slot == Slot::Night && days.iter().any(|day| day.on == session.on_date));
    let slots: Vec<Slot> = [Slot::Am, Slot::Pm].into_iter().chain(has_night.then_some(Slot::Night)).collect();
    let mut rows = Vec::with_capacity(slots.len());
    for (place, slot) in slots.iter().enumerate() {
        let mut cells = Vec::new();
        if place == 0 {
            cells.push(Cell::new(0, ward.name.clone()).spanning(1, slots.len()).strong());
        }
        cells.push(Cell::new(1, tr.slot(*slot)));
        for (index, day) in days.iter().enumerate() {
            let there = sessions.iter().filter(|session| session.on_date == day.on && session.slot == *slot);
            let work = there.filter(|session| sources.activity(session).is_some_and(|activity| activity.is_work));
            let mut cell = Cell::new(LEADING_BY_DEPARTMENT + index, "").toned(day.tone);
            cell.lines = work.filter_map(|session| line(sources, names, ward, session, tr)).collect();
            cells.push(cell);
        }
        rows.push(SheetRow { cells, starts_group: place == 0 });
    }
    rows
}

/// 邹龙 坐诊, the place more quietly.
fn line(sources: &Sources<'_>, names: &NameBook, ward: &Ward<'_>, session: &Session, tr: Tr) -> Option<Line> {
    let one = ward.people.iter().find(|one| one.stint.id == session.stint)?;
    let words = session_line(sources, names, session, tr);
    Some(Line::new(format!("{} {}", one.name, words.text), words.aside))
}

fn blank(days: &[Day], tr: Tr) -> Vec<SheetRow> {
    let slots = [Slot::Am, Slot::Pm];
    slots
        .into_iter()
        .enumerate()
        .map(|(place, slot)| {
            let mut cells = Vec::new();
            if place == 0 {
                cells.push(Cell::new(0, "").spanning(1, slots.len()));
            }
            cells.push(Cell::new(1, tr.slot(slot)));
            let empty = |(index, day): (usize, &Day)| Cell::new(LEADING_BY_DEPARTMENT + index, "").toned(day.tone);
            cells.extend(days.iter().enumerate().map(empty));
            SheetRow { cells, starts_group: place == 0 }
        })
        .collect()
}
