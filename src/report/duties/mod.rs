//! Documents of tasks, reports, meetings and money: D11, D12, D14, D21, D22, D30, D37, and the due dates as a calendar.

mod calendar;
mod chase_slip;
mod decisions;
mod due_dates;
mod fund_use;
mod problem_list;
mod quarter;
mod task_list;

pub use calendar::report_calendar;
pub use chase_slip::chase_slip;
pub use decisions::decisions;
pub use due_dates::due_dates;
pub use fund_use::fund_use;
pub use problem_list::problem_list;
pub use quarter::quarter_summary;
pub use task_list::{TaskPreset, task_list};

use chrono::NaiveDate;

use super::request::DocumentRequest;
use super::sheet::{Look, Sheet, SheetRow};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::{InstitutionId, Task};
use crate::i18n::Tr;

/// What stands in a group column where nothing is meant: an empty cell would repeat the one above on import.
const DASH: &str = "—";

/// A list with its frame around it; `empty` says that there are no rows.
fn listed(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    mut rows: Vec<SheetRow>,
    columns: Vec<super::sheet::Column>,
    head: Vec<&str>,
    empty: &str,
    tr: Tr,
) -> Sheet {
    let width = columns.len();
    let mut sheet = sources.frame(request, Look::List, tr);
    // A state of the records, not something that is issued: it is never a draft.
    sheet.is_draft = false;
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_until(&tr.full_date(sources.as_of(request)))];
    sheet.columns = columns;
    sheet.frozen_columns = 2;
    sheet.head = vec![SheetRow::head(head)];
    rows.extend((0..request.empty_rows).map(|_| SheetRow::of(vec![""; width])));
    if rows.is_empty() {
        rows.push(nobody(empty, width));
    }
    sheet.body = rows;
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet
}

fn date(on: Option<NaiveDate>) -> String {
    on.map_or_else(String::new, |on| on.to_string())
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { DASH.to_owned() } else { text.to_owned() }
}

/// The tasks of a document: of its relation where one is named, by list, site and number.
fn tasks_of<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<&'a Task> {
    let is_meant = |task: &&Task| request.relation.is_none_or(|relation| task.relation == Some(relation));
    let mut tasks: Vec<&Task> = sources.registry.tasks.values().filter(is_meant).collect();
    let sort =
        |site: Option<InstitutionId>| site.and_then(|id| sources.institution(id)).map(|inst| (inst.sort, inst.id));
    tasks.sort_by(|one, other| {
        (&one.list, sort(one.site), one.no.is_none(), one.no, one.id).cmp(&(
            &other.list,
            sort(other.site),
            other.no.is_none(),
            other.no,
            other.id,
        ))
    });
    tasks
}

/// A share in words: 41.23, a dash for none.
fn percent(hundredths: Option<i64>) -> String {
    hundredths.map_or_else(|| DASH.to_owned(), |share| format!("{}.{:02}", share / 100, share % 100))
}
