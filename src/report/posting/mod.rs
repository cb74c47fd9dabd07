//! D02: the public posting of clinic hours, without a single phone of a person.

mod hours;
mod note;

use std::collections::BTreeMap;

use super::posted::Posted;
use super::request::{DocumentRequest, Mask};
use super::sheet::{Align, Cell, Column, Line, Look, Sheet, SheetRow, Signature};
use super::sources::{ReportError, Sources};
use super::week_schedule::{nobody, one_week};
use crate::domain::{InstitutionId, PersonId, Session, SessionStatus, StintId};
use crate::i18n::Tr;

/// The clinics of one person in one room.
struct Clinic<'a> {
    posted: &'a Posted<'a>,
    sessions: Vec<&'a Session>,
}

/// Builds the posting of the week that holds the period.
///
/// # Errors
/// [`ReportError::SeveralWeeks`] where the period is longer than that.
pub fn posting(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Result<Sheet, ReportError> {
    let week = one_week(request)?;
    let request = DocumentRequest { period: week.period(), mask: Mask::Full, ..request.clone() };
    let posted = sources.posted(&request, week.period());
    let clinics = clinics(sources, &request, &posted);

    let mut sheet = sources.frame(&request, Look::Poster, tr);
    sheet.subline = vec![sources.unit().to_owned(), tr.week(week), sources.edition(&request, tr)];
    sheet.columns = columns();
    sheet.frozen_columns = 2;
    sheet.head = vec![SheetRow::head([
        tr.paper_department(),
        tr.paper_expert(),
        tr.paper_title(),
        tr.paper_home_hospital(),
        tr.paper_skilled_in(),
        tr.paper_clinic_times(),
        tr.paper_room(),
    ])];
    sheet.body = clinics.iter().map(|clinic| row(sources, clinic, tr)).collect();
    sheet.body.extend((0..request.empty_rows).map(|_| SheetRow { starts_group: true, ..SheetRow::of([""; 7]) }));
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_no_clinics(), sheet.columns.len()));
    }
    sheet.notes = note::notes(sources, &request, &posted, tr);
    let issued = sources.issue(&request).map(|issue| tr.full_date(issue.published_at.date()));
    sheet.signatures = vec![Signature { label: tr.paper_seal(sources.unit()), value: issued.unwrap_or_default() }];
    Ok(sheet)
}

fn columns() -> Vec<Column> {
    let widths = [31.0, 29.0, 31.0, 42.0, 43.0, 57.0, 40.0];
    widths.into_iter().map(|width| Column::text(width, Align::Centre)).collect()
}

/// Clinics that are held, by person and room; a stand-in is the one who is named.
fn clinics<'a>(sources: &Sources<'a>, request: &DocumentRequest, posted: &'a [Posted<'a>]) -> Vec<Clinic<'a>> {
    let mut by_place: BTreeMap<(usize, InstitutionId, &str), Clinic<'a>> = BTreeMap::new();
    for session in sources.sessions_in(request.period).filter(|session| is_held_clinic(sources, session)) {
        let who = sits(session);
        let Some((index, posted)) = posted.iter().enumerate().find(|(_, one)| one.stint.id == who) else { continue };
        by_place
            .entry((index, session.inst, session.room.as_str()))
            .or_insert_with(|| Clinic { posted, sessions: Vec::new() })
            .sessions
            .push(session);
    }
    by_place.into_values().collect()
}

pub(super) fn is_held_clinic(sources: &Sources<'_>, session: &Session) -> bool {
    session.status != SessionStatus::Cancelled && is_clinic(sources, session)
}

pub(super) fn is_clinic(sources: &Sources<'_>, session: &Session) -> bool {
    std::iter::once(&session.activity)
        .chain(&session.further)
        .any(|id| sources.registry.activities.get(id).is_some_and(|activity| activity.is_clinic))
}

/// Who really sits there.
fn sits(session: &Session) -> StintId {
    match session.status {
        SessionStatus::Substituted => session.substitute_stint.unwrap_or(session.stint),
        _ => session.stint,
    }
}

fn row(sources: &Sources<'_>, clinic: &Clinic<'_>, tr: Tr) -> SheetRow {
    let Posted { stint, person, name, host } = clinic.posted;
    let first = clinic.sessions.first();
    let dept = first.and_then(|session| sources.department(session.dept));
    let dept = dept.map_or_else(|| host.clone(), |dept| dept.name.clone());
    let home = person.inst.and_then(|id| sources.institution(id)).map(|inst| inst.name.clone()).unwrap_or_default();
    let skill = if person.specialty.is_empty() { &stint.specialty } else { &person.specialty };
    let mut hours = Cell::new(5, "").strong();
    hours.lines = hours::phrases(&clinic.sessions, tr).into_iter().map(|line| Line::new(line, "")).collect();
    let cells = vec![
        Cell::new(0, dept),
        Cell::new(1, name.clone()).strong(),
        Cell::new(2, person.title_text.clone()),
        Cell::new(3, home),
        Cell::new(4, skill.clone()),
        hours,
        Cell::new(6, room(sources, clinic)),
    ];
    SheetRow { cells, starts_group: true }
}

/// The room, with the institution before it where it is not the host.
fn room(sources: &Sources<'_>, clinic: &Clinic<'_>) -> String {
    let Some(session) = clinic.sessions.first() else { return String::new() };
    let elsewhere = sources.institution(session.inst).filter(|inst| inst.id != clinic.posted.stint.host_inst);
    format!("{}{}", elsewhere.map(|inst| inst.name.as_str()).unwrap_or_default(), session.room)
}

/// Names of the people on the posting, for its notes.
pub(super) fn name_of<'a>(posted: &'a [Posted<'_>], person: PersonId) -> Option<&'a str> {
    posted.iter().find(|one| one.person.id == person).map(|one| one.name.as_str())
}
