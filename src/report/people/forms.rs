//! D10 and D23: the registration form and the service certificate, a block for each posting.

use chrono::{Datelike, NaiveDate};

use super::attendance::halved;
use super::leave::working_halves;
use crate::domain::{Period, Precision, Stint};
use crate::i18n::Tr;
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;
use crate::report::week_schedule::nobody;

/// Columns of both forms.
const WIDTH: usize = 6;
/// Lines left for handwriting in an opinion.
const OPINION_LINES: usize = 4;

/// The forms of everybody on post in the period, or of the person chosen.
#[must_use]
pub fn registration(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let posted = chosen(sources, request);
    let mut sheet = frame(sources, request, tr);
    if let [one] = posted.as_slice() {
        sheet.title = tr.ledger_registration(&one.person.name);
    }
    for one in &posted {
        sheet.body.extend(registration_rows(sources, one, request, tr));
    }
    if posted.is_empty() {
        sheet.body.push(nobody(tr.ledger_nobody_chosen(), WIDTH));
    }
    sheet
}

/// The certificates of everybody on post in the period, or of the person chosen.
#[must_use]
pub fn certificate(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let posted = chosen(sources, request);
    let mut sheet = frame(sources, request, tr);
    for one in &posted {
        sheet.body.extend(certificate_rows(sources, one, request, tr));
    }
    if posted.is_empty() {
        sheet.body.push(nobody(tr.ledger_nobody_chosen(), WIDTH));
    }
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet
}

fn chosen<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<Posted<'a>> {
    let mut posted = sources.posted(request, request.period);
    posted.retain(|one| match request.person {
        Some(person) => one.person.id == person,
        None => one.stint.touches(request.period),
    });
    posted
}

fn frame(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.is_landscape = false;
    sheet.subline = vec![sources.unit().to_owned()];
    sheet.columns = (0..WIDTH)
        .map(|at| {
            Column::text(if at % 2 == 0 { 24.0 } else { 36.0 }, if at % 2 == 0 { Align::Centre } else { Align::Left })
        })
        .collect();
    sheet
}

/// Label and value side by side, three pairs a row.
fn fields(pairs: [(&str, String); 3], starts_group: bool) -> SheetRow {
    let mut cells = Vec::new();
    for (place, (label, value)) in pairs.into_iter().enumerate() {
        cells.push(Cell::new(place * 2, label).toned(Tone::Head));
        cells.push(Cell::new(place * 2 + 1, value));
    }
    SheetRow { cells, starts_group }
}

/// A label with a wide value.
fn wide(label: &str, value: String, lines: usize) -> SheetRow {
    let mut value = Cell::new(1, value).spanning(WIDTH - 1, 1);
    while value.lines.len() < lines {
        value.lines.push(crate::report::Line::new("\u{3000}", ""));
    }
    SheetRow { cells: vec![Cell::new(0, label).toned(Tone::Head), value], starts_group: false }
}

fn registration_rows(sources: &Sources<'_>, one: &Posted<'_>, request: &DocumentRequest, tr: Tr) -> Vec<SheetRow> {
    let Posted { stint, person, .. } = one;
    let home = format!("{} {}", sources.inst_name(person.inst), sources.dept_name(person.dept));
    let posts = sources.registry.appointments.values().filter(|held| held.person == person.id);
    let posts: Vec<_> = posts.filter(|held| held.inst == stint.host_inst).map(|held| held.post.as_str()).collect();
    let host = format!("{} {}", sources.host_name(stint), posts.join(tr.paper_list_comma()));
    let batch = stint.batch.and_then(|id| sources.registry.batches.get(&id)).map(|batch| tr.batch_name(batch));
    let title = [person.title_text.as_str(), person.post.as_str()];
    let title: Vec<_> = title.into_iter().filter(|part| !part.is_empty()).collect();
    let dash = |text: String| if text.is_empty() { tr.paper_not_recorded().to_owned() } else { text };
    vec![
        fields(
            [
                (tr.paper_name(), person.name.clone()),
                (tr.paper_sex(), dash(person.sex.map(|sex| tr.paper_sex_mark(sex).to_owned()).unwrap_or_default())),
                (tr.ledger_birth(), dash(person.birth_year.map(|year| year.to_string()).unwrap_or_default())),
            ],
            true,
        ),
        fields(
            [
                (tr.ledger_title_word(), dash(title.join("/"))),
                (tr.ledger_party(), dash(person.party.clone())),
                (tr.ledger_phone(), request.mask.apply(&person.phone)),
            ],
            false,
        ),
        wide(tr.ledger_home_dept(), home.trim().to_owned(), 1),
        wide(tr.ledger_host_post(), host.trim().to_owned(), 1),
        wide(tr.ledger_batch_span(), format!("{} {}", batch.unwrap_or_default(), span(stint, tr)).trim().to_owned(), 1),
        wide(tr.ledger_strength(), person.specialty.clone(), 3),
        wide(tr.ledger_plan_techniques(), String::new(), 3),
        wide(tr.ledger_aims(), String::new(), 3),
        wide(tr.ledger_opinion_home(), String::new(), OPINION_LINES),
        wide(tr.ledger_opinion_host(), String::new(), OPINION_LINES),
        wide(tr.ledger_opinion_bureau(), String::new(), OPINION_LINES),
    ]
}

/// From when to when, no finer than known.
fn span(stint: &Stint, tr: Tr) -> String {
    let from = tr.known_date(stint.arrive_on, stint.arrive_prec);
    let to = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => tr.known_date(on, stint.leave_prec),
        (None, Some(on)) => tr.known_date(on, stint.plan_leave_prec),
        (None, None) => String::new(),
    };
    tr.ledger_half_day_to(&from, &to)
}

fn certificate_rows(sources: &Sources<'_>, one: &Posted<'_>, request: &DocumentRequest, tr: Tr) -> Vec<SheetRow> {
    let Posted { stint, person, .. } = one;
    let home = sources.inst_name(person.inst);
    let host = sources.inst_name(Some(stint.host_inst));
    let dept = sources.dept_name(stint.host_dept);
    let words = tr.ledger_certificate_text(&person.name, &home, &host, &dept, &span(stint, tr));
    let served = Served::of(sources, stint, request.period.to());
    let days = if served.is_imprecise { tr.ledger_by_month(served.days) } else { halved(served.halves) };
    let year = if served.is_full_year { tr.ledger_year_yes() } else { tr.ledger_year_no() };
    let text = SheetRow { cells: vec![Cell::new(0, words).spanning(WIDTH, 1)], starts_group: true };
    vec![
        text,
        fields([(tr.paper_name(), person.name.clone()), (tr.ledger_home(), home), (tr.ledger_dept(), dept)], false),
        fields(
            [
                (tr.ledger_span(), span(stint, tr)),
                (tr.ledger_served(), days),
                (tr.ledger_leave_days(), halved(served.leave_halves)),
            ],
            false,
        ),
        fields(
            [
                (tr.ledger_continuous(), year.to_owned()),
                (tr.ledger_final(), String::new()),
                (tr.ledger_purpose(), tr.ledger_at_disposal().to_owned()),
            ],
            false,
        ),
    ]
}

/// What a posting comes to until a day.
struct Served {
    days: i64,
    halves: u32,
    leave_halves: u32,
    is_imprecise: bool,
    is_full_year: bool,
}

impl Served {
    fn of(sources: &Sources<'_>, stint: &Stint, until: NaiveDate) -> Self {
        let first = stint.arrive_prec.span(stint.arrive_on).to();
        let end = match (stint.leave_on, stint.plan_leave_on) {
            (Some(on), _) => stint.leave_prec.span(on).from(),
            (None, Some(on)) => stint.plan_leave_prec.span(on).from().min(until),
            (None, None) => until,
        };
        let period = Period::new(first.min(end), end).unwrap_or(Period::day(end));
        let working = u32::try_from(sources.calendar.working_days(period)).unwrap_or(u32::MAX);
        let leave = sources
            .registry
            .leave
            .values()
            .filter(|leave| leave.person == stint.person && period.contains(leave.from_on));
        let leave_halves: u32 = leave.map(|leave| working_halves(sources, leave)).sum();
        let anniversary = first.with_year(first.year() + 1).unwrap_or(first);
        Self {
            days: i64::from(working),
            halves: (working * 2).saturating_sub(leave_halves),
            leave_halves,
            is_imprecise: stint.arrive_prec != Precision::Day
                || (stint.leave_on.is_some() && stint.leave_prec != Precision::Day),
            is_full_year: end.succ_opt().is_some_and(|after| anniversary <= after),
        }
    }
}
