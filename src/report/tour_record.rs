//! D06: what came of the tours of a period, in the columns that the import reads back.

use super::change_slip::empty_rows;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::tour_plan::{crew, place, tours_of};
use super::week_schedule::nobody;
use crate::domain::Tour;
use crate::i18n::Tr;

/// Columns of the sheet.
const WIDTH: usize = 10;

/// Builds the record of the period; tours that did not take place are left out.
#[must_use]
pub fn tour_record(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let tours: Vec<&Tour> = tours_of(sources, request).into_iter().filter(|tour| tour.is_held()).collect();
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.is_landscape = false;
    sheet.title = tr.paper_tour_record_of(&tr.paper_span(request.period));
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(request.period)];
    let mut columns = vec![Column::text(30.0, Align::Centre), Column::text(28.0, Align::Centre)];
    columns.extend([Column::number(14.0); 4]);
    columns.extend([18.0, 20.0, 28.0, 18.0].map(|width| Column::text(width, Align::Centre)));
    sheet.columns = columns;
    sheet.frozen_columns = 1;
    sheet.head = vec![SheetRow::head([
        tr.paper_tour_date_place(),
        tr.paper_tour_people(),
        tr.paper_tour_seen(),
        tr.paper_tour_consultations(),
        tr.paper_tour_rounds(),
        tr.paper_tour_discussions(),
        tr.paper_tour_lectures(),
        tr.paper_tour_given(),
        tr.paper_tour_problems(),
        tr.paper_tour_seal(),
    ])];
    sheet.body = tours.iter().map(|tour| row(sources, tour, tr)).collect();
    sheet.body.extend((0..empty_rows(request)).map(|_| SheetRow::of([""; WIDTH])));
    if tours.is_empty() && sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_no_tours(), WIDTH));
    }
    if !tours.is_empty() {
        sheet.body.push(total(&tours, tr));
    }
    sheet.notes = vec![tr.paper_tour_counted(tours.len())];
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet
}

fn row(sources: &Sources<'_>, tour: &Tour, tr: Tr) -> SheetRow {
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let given = match tour.given_fen {
        Some(fen) => yuan(fen),
        None => tour.given.clone(),
    };
    let others = crew(sources, tour, tr);
    let people: Vec<&str> = [tour.leader_name.as_str(), &others].into_iter().filter(|part| !part.is_empty()).collect();
    SheetRow::of([
        format!("{} {}", tour.from_on.format("%Y-%m-%d"), place(sources, tour, tr)),
        people.join(tr.paper_list_comma()),
        count(tour.seen),
        count(tour.consultations),
        count(tour.rounds),
        count(tour.discussions),
        lectures(tour),
        given,
        tour.problems.clone(),
        String::new(),
    ])
}

/// 1/25: lectures and attendances.
fn lectures(tour: &Tour) -> String {
    match (tour.lectures, tour.trainees) {
        (None, None) => String::new(),
        (Some(events), None) => events.to_string(),
        (events, Some(people)) => format!("{}/{people}", events.unwrap_or(0)),
    }
}

/// 1200.00 from 分.
fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

fn total(tours: &[&Tour], tr: Tr) -> SheetRow {
    let sum = |field: fn(&Tour) -> Option<u32>| {
        tours.iter().filter_map(|tour| field(tour)).map(u64::from).sum::<u64>().to_string()
    };
    let events: u64 = tours.iter().filter_map(|tour| tour.lectures).map(u64::from).sum();
    let people: u64 = tours.iter().filter_map(|tour| tour.trainees).map(u64::from).sum();
    let fen: i64 = tours.iter().filter_map(|tour| tour.given_fen).sum();
    let cells = [
        tr.paper_total().to_owned(),
        String::new(),
        sum(|tour| tour.seen),
        sum(|tour| tour.consultations),
        sum(|tour| tour.rounds),
        sum(|tour| tour.discussions),
        format!("{events}/{people}"),
        if fen > 0 { yuan(fen) } else { String::new() },
        String::new(),
        String::new(),
    ];
    let cells = SheetRow::of(cells).cells.into_iter().map(|cell: Cell| cell.toned(Tone::Total).strong()).collect();
    SheetRow { cells, starts_group: true }
}
