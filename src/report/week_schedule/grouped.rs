//! D01 by departments or by sites: who is there in each half-day, for the doors of the wards and for the townships.

use super::super::change_slip::empty_rows;
use super::super::groups::Group;
use super::super::options::Rows;
use super::super::posted::Posted;
use super::super::request::DocumentRequest;
use super::super::sheet::{Align, Cell, Column, Line, Look, Sheet, SheetRow};
use super::super::sources::Sources;
use super::{Day, LEADING_OF_GROUPS, day_heads, nobody, note, session_line, week_codes};
use crate::domain::{NameBook, Session, Slot, Week};
use crate::i18n::Tr;

/// Builds the schedule of the week with a row for each department, or for each site.
pub(super) fn grouped(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    (week, rows): (Week, Rows),
    days: &[Day],
    posted: &[Posted<'_>],
    tr: Tr,
) -> Sheet {
    let mut sheet = sources.frame(request, Look::Grid, tr);
    let (title, first) = match rows {
        Rows::Places => (tr.paper_by_place(), tr.paper_place()),
        Rows::Departments | Rows::People => (tr.paper_by_department(), tr.paper_host_department()),
    };
    title.clone_into(&mut sheet.title);
    sheet.subline = vec![sources.unit().to_owned(), tr.week(week), sources.edition(request, tr)];
    sheet.columns = vec![Column::text(26.0, Align::Centre), Column::text(10.0, Align::Centre)];
    sheet.columns.extend([Column::text(34.0, Align::Centre); super::DAYS]);
    sheet.frozen_columns = LEADING_OF_GROUPS;
    let mut head = SheetRow::head([first, tr.paper_half_day()]);
    head.cells.extend(day_heads(days, LEADING_OF_GROUPS, tr));
    sheet.head = vec![head];
    let lines = Lines { sources, names: &NameBook::new(sources.registry), posted, rows, tr };
    for group in sources.groups(posted, week.period(), rows, tr) {
        sheet.body.extend(lines.rows(&group, days));
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

/// Makes the lines of a group.
struct Lines<'a> {
    sources: &'a Sources<'a>,
    names: &'a NameBook,
    posted: &'a [Posted<'a>],
    rows: Rows,
    tr: Tr,
}

impl Lines<'_> {
    fn rows(&self, group: &Group<'_>, days: &[Day]) -> Vec<SheetRow> {
        let has_night = group.sessions.iter().any(|session| session.slot == Slot::Night);
        let slots: Vec<Slot> = [Slot::Am, Slot::Pm].into_iter().chain(has_night.then_some(Slot::Night)).collect();
        let mut rows = Vec::with_capacity(slots.len());
        for (place, slot) in slots.iter().enumerate() {
            let mut cells = Vec::new();
            if place == 0 {
                cells.push(Cell::new(0, group.name.clone()).spanning(1, slots.len()).strong());
            }
            cells.push(Cell::new(1, self.tr.slot(*slot)));
            for (index, day) in days.iter().enumerate() {
                let there = group.sessions.iter().filter(|session| session.on_date == day.on && session.slot == *slot);
                let mut cell = Cell::new(LEADING_OF_GROUPS + index, "").toned(day.tone);
                cell.lines = there.filter_map(|session| self.line(session)).collect();
                cells.push(cell);
            }
            rows.push(SheetRow { cells, starts_group: place == 0 });
        }
        rows
    }

    /// 邹龙 坐诊, the place more quietly; at a site the room is enough.
    fn line(&self, session: &Session) -> Option<Line> {
        let one = self.posted.iter().find(|one| one.stint.id == session.stint)?;
        let words = session_line(self.sources, self.names, session, self.tr);
        let aside = if self.rows == Rows::Places { session.room.clone() } else { words.aside };
        Some(Line::new(format!("{} {}", one.name, words.text), aside))
    }
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
            let empty = |(index, day): (usize, &Day)| Cell::new(LEADING_OF_GROUPS + index, "").toned(day.tone);
            cells.extend(days.iter().enumerate().map(empty));
            SheetRow { cells, starts_group: place == 0 }
        })
        .collect()
}
