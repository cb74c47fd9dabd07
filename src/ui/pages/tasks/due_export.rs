//! Saves the due dates of tasks and reports as a calendar for phones.

use chrono::{Datelike, NaiveDate};
use egui::Context;

use super::proof_ui::say;
use crate::app::paper::{Format, export_calendar, file_name};
use crate::app::{Answer, Failure};
use crate::domain::{DocumentKind, Period};
use crate::report::DocumentRequest;
use crate::ui::pick::{Pick, Wanted};
use crate::ui::{Command, PageCx, Tone};

/// The dialog and what became of it.
#[derive(Default)]
pub struct DueExport {
    pick: Pick,
    saving: Option<Answer<Result<std::path::PathBuf, Failure>>>,
}

impl DueExport {
    /// Asks where to save.
    pub fn begin(&mut self, ctx: &Context, cx: &PageCx<'_>) {
        let name = file_name(&request(cx.today), Format::Ics, cx.tr);
        self.pick.open(ctx, cx.tr, Wanted::Export(Format::Ics.extension()), &name);
    }

    /// Saves where a place was chosen, and tells what came of it.
    pub fn hear(&mut self, ctx: &Context, cx: &mut PageCx<'_>) {
        let place = self.pick.take(ctx, cx.theme, cx.tr).and_then(|(_, paths)| paths.into_iter().next());
        if let Some(path) = place {
            let path = if path.extension().is_some() { path } else { path.with_extension(Format::Ics.extension()) };
            let (tr, request) = (cx.tr, request(cx.today));
            self.saving = Some(cx.desk.ask(move |office| {
                export_calendar(&office.calendar_of(&request, None, tr)?, &path, &office.press())?;
                Ok(path)
            }));
        }
        match self.saving.as_ref().and_then(Answer::take) {
            Some(Ok(path)) => {
                cx.out.push(Command::Say(Tone::Ok, cx.tr.tasks_saved_ics(&path.display().to_string())));
            }
            Some(Err(failure)) => say(cx, &failure),
            None => {}
        }
    }
}

/// The due dates of this year and the next.
fn request(today: NaiveDate) -> DocumentRequest {
    let ends = NaiveDate::from_ymd_opt(today.year(), 1, 1).zip(NaiveDate::from_ymd_opt(today.year() + 1, 12, 31));
    let period = ends.and_then(|(from, to)| Period::new(from, to)).unwrap_or_else(|| Period::day(today));
    DocumentRequest::new(DocumentKind::TaskList, period)
}
