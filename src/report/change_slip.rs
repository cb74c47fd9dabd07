//! D04: what was changed in an issued week, for those who have to know.

use super::request::DocumentRequest;
use super::sheet::{Align, Column, Look, Sheet, SheetRow};
use super::sources::{ReportError, Sources};
use super::week_schedule::{nobody, one_week, session_line};
use crate::domain::{
    DocumentKind, NameBook, PlanChange, PublicationId, Session, SessionStatus, marked_changes, plan_changes,
};
use crate::i18n::Tr;

/// Builds the slip of the week that holds the period.
///
/// # Errors
/// [`ReportError::SeveralWeeks`] where the period is longer than that.
pub fn change_slip(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Result<Sheet, ReportError> {
    let week = one_week(request)?;
    let schedule = DocumentRequest { kind: DocumentKind::WeekSchedule, period: week.period(), ..request.clone() };
    let now: Vec<Session> = sources.sessions_in(week.period()).cloned().collect();
    let changes = match sources.issued {
        Some(issued) => plan_changes(issued, &now),
        None => marked_changes(&now),
    };
    let issue = sources.issue(&schedule);
    let told = issue.map(|issue| told(sources, issue.id, tr)).unwrap_or_default();
    let at = issue.map(|issue| tr.paper_moment(issue.published_at)).unwrap_or_default();
    let edition = sources.edition(&schedule, tr);

    let names = NameBook::new(sources.registry);
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_landscape = false;
    sheet.is_draft = !request.paper.is_blank && (issue.is_none() || sources.is_changed);
    sheet.subline = vec![sources.unit().to_owned(), tr.week(week), edition.clone()];
    sheet.columns = [34.0, 44.0, 22.0, 20.0, 24.0, 24.0, 16.0].map(|width| Column::text(width, Align::Left)).into();
    sheet.head = vec![SheetRow::head([
        tr.paper_planned(),
        tr.paper_change(),
        tr.paper_reason(),
        tr.paper_stand_in(),
        tr.paper_told(),
        tr.paper_issued_at(),
        tr.paper_version(),
    ])];
    let is_shown = |change: &&PlanChange| !request.paper.is_blank && is_of(sources, request, change);
    for change in changes.iter().filter(is_shown) {
        let cells = [
            change.before.as_ref().map(|session| place(sources, &names, session, tr)).unwrap_or_default(),
            what(sources, &names, change, tr),
            change.after.as_ref().map(|session| session.reason.clone()).unwrap_or_default(),
            change.after.as_ref().map(|session| stand_in(sources, session)).unwrap_or_default(),
            told.clone(),
            at.clone(),
            edition.clone(),
        ];
        sheet.body.push(SheetRow { starts_group: true, ..SheetRow::of(cells) });
    }
    for cell in sheet.body.iter_mut().filter_map(|row| row.cells.get_mut(1)) {
        cell.is_strong = true;
    }
    sheet.body.extend((0..empty_rows(request)).map(|_| SheetRow::of([""; 7])));
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_no_changes(), sheet.columns.len()));
    }
    sheet.notes = vec![tr.paper_slip_note().to_owned()];
    let issue = issue.filter(|_| !request.paper.is_blank);
    sheet.notes.extend(issue.and_then(|issue| reason(sources, issue.id)).map(|why| tr.paper_issue_reason(why)));
    sheet.signatures = sources.signatures(&schedule, tr.paper_date(), tr);
    Ok(sheet)
}

/// Rows for handwriting: those asked for, and enough for a form that is empty.
pub(super) fn empty_rows(request: &DocumentRequest) -> u8 {
    const FORM: u8 = 10;
    if request.paper.is_blank { request.empty_rows.max(FORM) } else { request.empty_rows }
}

fn is_of(sources: &Sources<'_>, request: &DocumentRequest, change: &PlanChange) -> bool {
    let stint = change.session().and_then(|session| sources.stint(session.stint));
    request.relation.is_none_or(|relation| stint.is_some_and(|stint| stint.relation == Some(relation)))
}

/// 6月8日 周四上午 消化内科 邹龙 坐诊 门诊203.
fn place(sources: &Sources<'_>, names: &NameBook, session: &Session, tr: Tr) -> String {
    let plain = Session { status: SessionStatus::Published, ..session.clone() };
    let host = sources.stint(session.stint).map(|stint| sources.host_name(stint)).unwrap_or_default();
    let name = sources.registry.person_of(session.stint).map_or("", |person| person.name.as_str());
    let parts = [
        tr.half_day(session.on_date, session.slot),
        host,
        name.to_owned(),
        session_line(sources, names, &plain, tr).plain(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn stand_in(sources: &Sources<'_>, session: &Session) -> String {
    let name = session.substitute_stint.and_then(|stint| sources.registry.person_of(stint));
    name.map(|person| person.name.clone()).unwrap_or_default()
}

/// What became of it, in the words of the office.
fn what(sources: &Sources<'_>, names: &NameBook, change: &PlanChange, tr: Tr) -> String {
    match (&change.before, &change.after) {
        (_, Some(after)) if after.status == SessionStatus::Cancelled => tr.paper_slip_cancelled().to_owned(),
        (Some(before), Some(after))
            if (before.on_date, before.slot, before.stint) == (after.on_date, after.slot, after.stint) =>
        {
            let line = session_line(sources, names, &Session { status: SessionStatus::Published, ..after.clone() }, tr)
                .plain();
            match after.status {
                SessionStatus::Substituted => tr.paper_slip_substituted(&stand_in(sources, after)),
                _ => tr.paper_slip_now(&line),
            }
        }
        (Some(_), Some(after)) => tr.paper_slip_moved(&place(sources, names, after, tr)),
        (None, Some(after)) => tr.paper_slip_added(&place(sources, names, after, tr)),
        (_, None) => tr.paper_slip_dropped().to_owned(),
    }
}

/// Why the issue was made, where somebody said.
fn reason<'a>(sources: &Sources<'a>, issue: PublicationId) -> Option<&'a str> {
    let sheets = sources.registry.kept_sheets.values();
    sheets
        .filter(|sheet| sheet.publication == Some(issue))
        .map(|sheet| sheet.reason.as_str())
        .find(|why| !why.is_empty())
}

/// Who has to hear of the issue.
fn told(sources: &Sources<'_>, issue: PublicationId, tr: Tr) -> String {
    let notices = sources.registry.notices.values().filter(|notice| notice.publication == issue);
    let names: Vec<String> = notices.map(|notice| notice.audience.clone()).collect();
    names.join(tr.paper_list_comma())
}
