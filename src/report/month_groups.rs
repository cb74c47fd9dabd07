//! D28 by departments or by sites: who is there in each half-day of the month.

use chrono::NaiveDate;

use super::change_slip::empty_rows;
use super::groups::Group;
use super::month_schedule::{LEADING, activities, blank_rows, head, legend, tone, used};
use super::options::Rows;
use super::posted::Posted;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, Line, Look, Sheet, SheetRow};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::{Session, SessionStatus, Slot};
use crate::i18n::Tr;

/// Shares of the width: a day, and a day off on which nothing takes place.
const DAY: f32 = 9.6;
const DAY_OFF: f32 = 4.8;

/// With more experts than this in a half-day a row says how many they are: its cells have no room for their names.
/// At a site that is visited a few go together; the own house would fill the page.
const fn most(rows: Rows) -> usize {
    match rows {
        Rows::Places => 4,
        Rows::Departments | Rows::People => 8,
    }
}

/// Builds the sheet of the month with a row for each department, or for each site.
pub(super) fn month_groups(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    rows: Rows,
    days: &[NaiveDate],
    posted: &[Posted<'_>],
    tr: Tr,
) -> Sheet {
    let (month, span) = (request.period, tr.paper_span(request.period));
    let (title, first) = match rows {
        Rows::Places => (tr.paper_month_by_place(&span), tr.paper_place()),
        Rows::Departments | Rows::People => (tr.paper_month_by_department(&span), tr.paper_host_department()),
    };
    let mut sheet = sources.frame(request, Look::Grid, tr);
    (sheet.is_draft, sheet.title) = (false, title);
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(month)];
    let groups = sources.groups(posted, month, rows, tr);
    sheet.columns = vec![Column::text(15.0, Align::Centre), Column::text(5.0, Align::Centre)];
    sheet.columns.extend(days.iter().map(|on| Column::text(width(sources, &groups, *on), Align::Centre)));
    sheet.columns.push(Column::number(7.5));
    sheet.frozen_columns = LEADING;
    sheet.head = vec![head(sources, days, (first, &[tr.paper_month_visits()]), tr)];
    let lines = Lines { sources, days, posted, most: most(rows), tr };
    for group in &groups {
        sheet.body.extend(lines.rows(group));
    }
    for _ in 0..empty_rows(request) {
        sheet.body.extend(blank_rows(sources, days, 1, tr));
    }
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), sheet.columns.len()));
    }
    sheet.flat = Some(sources.flat(month, posted, tr));
    sheet.legend =
        used(sources, posted, sources.sessions_in(month)).iter().map(|activity| legend(activity, tr)).collect();
    sheet.notes = vec![tr.paper_month_groups_note().to_owned()];
    if groups.iter().any(|group| lines.is_counted(group)) {
        sheet.notes.push(tr.paper_month_counted(lines.most));
    }
    sheet.notes.extend(sources.calendar_note(request, tr));
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet
}

/// Days off without anybody give their room to the others, where names stand.
fn width(sources: &Sources<'_>, groups: &[Group<'_>], on: NaiveDate) -> f32 {
    let is_used = || groups.iter().flat_map(|group| &group.sessions).any(|session| session.on_date == on);
    if sources.calendar.facts(on).is_working() || is_used() { DAY } else { DAY_OFF }
}

/// Makes the lines of a group.
struct Lines<'a> {
    sources: &'a Sources<'a>,
    days: &'a [NaiveDate],
    posted: &'a [Posted<'a>],
    most: usize,
    tr: Tr,
}

impl Lines<'_> {
    fn rows(&self, group: &Group<'_>) -> Vec<SheetRow> {
        let has_night = group.sessions.iter().any(|session| session.slot == Slot::Night);
        let slots: Vec<Slot> = [Slot::Am, Slot::Pm].into_iter().chain(has_night.then_some(Slot::Night)).collect();
        let is_counted = self.is_counted(group);
        let mut rows = Vec::with_capacity(slots.len());
        for (line, slot) in slots.iter().enumerate() {
            let mut cells = Vec::new();
            if line == 0 {
                cells.push(Cell::new(0, group.name.clone()).spanning(1, slots.len()).strong());
            }
            cells.push(Cell::new(1, self.tr.paper_slot_mark(*slot)));
            for (index, on) in self.days.iter().enumerate() {
                let there: Vec<&Session> = in_half(group, *on, *slot).collect();
                let mut cell = Cell::new(LEADING + index, "").toned(tone(self.sources, *on));
                cell.lines = match there.iter().filter(|session| is_held(session)).count() {
                    0 if is_counted => Vec::new(),
                    count if is_counted => vec![Line::new(count.to_string(), "")],
                    _ => there.into_iter().filter_map(|session| self.line(session)).collect(),
                };
                cells.push(cell);
            }
            if line == 0 {
                let held = group.sessions.iter().filter(|session| is_held(session)).count();
                let text = if held == 0 { String::new() } else { held.to_string() };
                cells.push(Cell::new(LEADING + self.days.len(), text).spanning(1, slots.len()));
            }
            rows.push(SheetRow { cells, starts_group: line == 0 });
        }
        rows
    }

    /// Whether some half-day has more experts than a cell can name.
    fn is_counted(&self, group: &Group<'_>) -> bool {
        let halves = self.days.iter().flat_map(|on| Slot::ALL.iter().map(move |slot| (*on, *slot)));
        halves.into_iter().any(|(on, slot)| in_half(group, on, slot).count() > self.most)
    }

    /// Who is there, the letter more quietly; what was cancelled or handed over says so.
    fn line(&self, session: &Session) -> Option<Line> {
        let worker = session.worker().unwrap_or(session.stint);
        let known = self.posted.iter().find(|one| one.stint.id == worker);
        let name = known.or_else(|| self.posted.iter().find(|one| one.stint.id == session.stint))?.name.clone();
        let letters = activities(session).filter_map(|id| self.sources.registry.activities.get(&id));
        let letters: String = letters.map(|activity| activity.letter.as_str()).collect();
        let gone = matches!(session.status, SessionStatus::Cancelled | SessionStatus::Substituted);
        let mark = self.tr.paper_status(session.status).filter(|_| gone).unwrap_or_default();
        Some(Line::new(name, format!("{letters}{mark}")))
    }
}

fn in_half<'a>(group: &Group<'a>, on: NaiveDate, slot: Slot) -> impl Iterator<Item = &'a Session> {
    group.sessions.iter().copied().filter(move |session| session.on_date == on && session.slot == slot)
}

const fn is_held(session: &Session) -> bool {
    !matches!(session.status, SessionStatus::Cancelled)
}
