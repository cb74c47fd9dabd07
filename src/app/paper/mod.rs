//! Documents: gathers the records, builds the sheet, sets the pages, writes the file.

mod events;
mod format;
mod viewer;
mod whose;

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

pub use crate::print::Pages;
pub use format::Format;
pub(in crate::app) use viewer::open_file;
pub use viewer::{hand_to_viewer, show_pdf};
pub use whose::{pairs, people, wording};

use super::failure::{Choice, Failure};
use super::office::Office;
use crate::domain::{DocumentKind, Period, PlanChange, Publication, RelationId, Session, Week, plan_changes};
use crate::export;
use crate::i18n::Tr;
use crate::print::{self, Templates};
use crate::report::{self, DocumentRequest, Drawn, Sheet, Sources};

/// Dots per inch of exported pictures: sharp in a chat, small enough to send.
const PICTURE_DPI: f32 = 160.0;
/// The folder beside the data file in which an office keeps edited templates.
const TEMPLATE_FOLDER: &str = "templates";

/// A document that can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentVm {
    /// Which.
    pub kind: DocumentKind,
    /// Its code, such as `D01`.
    pub code: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// As what it can be written.
    pub formats: &'static [Format],
}

/// What setting a document needs beside the sheet: taken where the data file is, used on any thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    /// The built-in templates, or the office's edited ones.
    pub templates: Templates,
    /// The date in the files.
    pub made_at: NaiveDateTime,
}

impl Office {
    /// The content of a document.
    ///
    /// # Errors
    /// Where the request does not fit the document, or the data file cannot be read.
    pub fn sheet(&self, request: &DocumentRequest, tr: Tr) -> Result<Sheet, Failure> {
        let sessions = self.sessions_of(request)?;
        let issued = self.compared_plan(request, &sessions)?;
        let drawn = self.drawn(request, tr)?;
        let sources = Sources {
            issued: issued.as_deref(),
            drawn: drawn.as_ref(),
            is_changed: self.is_changed(request, &sessions)?,
            ..Sources::new(self.registry(), &sessions, self.calendar(), self.clock().today())
        };
        Ok(report::build(&sources, request, tr)?)
    }

    /// What the planner draws up for a document.
    fn drawn(&self, request: &DocumentRequest, tr: Tr) -> Result<Option<Drawn>, Failure> {
        Ok(match request.kind {
            DocumentKind::RotationPlan => Some(Drawn::Rotation(self.rotation(request.period, tr)?)),
            DocumentKind::PlanComparison => Some(Drawn::Plan(self.compared(request.period, tr)?)),
            _ => None,
        })
    }

    /// The sessions that a document shows.
    fn sessions_of(&self, request: &DocumentRequest) -> Result<Vec<Session>, Failure> {
        match request.kind {
            DocumentKind::WeekSchedule | DocumentKind::Posting | DocumentKind::ChangeSlip => {
                self.sessions(Week::of(request.period.from()).period())
            }
            DocumentKind::MonthSchedule => self.sessions(request.period),
            DocumentKind::AttendanceMonth => self.sessions(report::month_of(request.period.from())),
            _ => Ok(Vec::new()),
        }
    }

    /// The issues of the schedule of a week, the newest first.
    fn issues_of(&self, week: Period) -> Vec<&Publication> {
        let all = self.registry().publications.values();
        let mut issues: Vec<&Publication> = all
            .filter(|issue| issue.document == DocumentKind::WeekSchedule)
            .filter(|issue| (issue.period_from, issue.period_to) == (week.from(), week.to()))
            .collect();
        issues.sort_by_key(|issue| std::cmp::Reverse(issue.version));
        issues
    }

    /// The plan that a document is compared with: the newest issue where something changed since, else the one before.
    fn compared_plan(&self, request: &DocumentRequest, now: &[Session]) -> Result<Option<Vec<Session>>, Failure> {
        let is_compared = matches!(request.kind, DocumentKind::WeekSchedule | DocumentKind::ChangeSlip);
        if !is_compared {
            return Ok(None);
        }
        for issue in self.issues_of(Week::of(request.period.from()).period()) {
            let Some(edition) = self.store().edition(issue.id)? else { continue };
            if !plan_changes(&edition.sessions, now).is_empty() || issue.version == 1 {
                return Ok(Some(edition.sessions));
            }
        }
        Ok(None)
    }

    /// Whether a document of a week no longer says what the newest issue said; the posting speaks of clinics only.
    fn is_changed(&self, request: &DocumentRequest, now: &[Session]) -> Result<bool, Failure> {
        let is_posting = request.kind == DocumentKind::Posting;
        if !is_posting && !matches!(request.kind, DocumentKind::WeekSchedule | DocumentKind::ChangeSlip) {
            return Ok(false);
        }
        let newest = self.issues_of(Week::of(request.period.from()).period()).first().map(|issue| issue.id);
        let Some(edition) = newest.map(|issue| self.store().edition(issue)).transpose()?.flatten() else {
            return Ok(false);
        };
        let registry = self.registry();
        let is_clinic = |session: &Session| registry.activities_of(session).any(|activity| activity.is_clinic);
        let is_shown = |change: &PlanChange| !is_posting || change.before.iter().chain(&change.after).any(is_clinic);
        Ok(plan_changes(&edition.sessions, now).iter().any(is_shown))
    }

    /// The newest version of a document that was issued for these days, 0 for none.
    #[must_use]
    pub fn issued_version(&self, request: &DocumentRequest) -> u32 {
        let publications = self.registry().publications.values();
        let issued = publications.filter(|publication| {
            publication.document == request.kind
                && publication.period_from <= request.period.from()
                && publication.period_to >= request.period.from()
        });
        issued.map(|publication| publication.version).max().unwrap_or_default()
    }

    /// What setting a document needs, with the templates found beside the data file.
    #[must_use]
    pub fn press(&self) -> Press {
        let folder = self.store().path().with_file_name(TEMPLATE_FOLDER);
        Press { templates: edited_templates(&folder), made_at: self.clock().now() }
    }
}

/// The relations that a document can be narrowed to, as `支援单位→受援单位`.
#[must_use]
pub fn relations(office: &Office) -> Vec<(RelationId, String)> {
    let registry = office.registry();
    let name = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
    let relations = registry.relations.values();
    relations.map(|it| (it.id, format!("{}→{}", name(it.from_inst), name(it.to_inst)))).collect()
}

/// The documents in the order of their codes.
#[must_use]
pub fn documents(tr: Tr) -> Vec<DocumentVm> {
    let document = |kind: &DocumentKind| DocumentVm {
        kind: *kind,
        code: kind.code(),
        title: tr.document_kind(*kind),
        formats: Format::of_document(*kind),
    };
    DocumentKind::ALL.iter().map(document).collect()
}

/// The days that a document covers when none are named: the week of today, or today.
#[must_use]
pub fn usual_period(kind: DocumentKind, press: &Press) -> Period {
    DocumentRequest::usual_period(kind, press.made_at.date())
}

/// A name for the file of a document, without folders: `帮扶专家坐诊公示 2023-06-19.pdf`.
#[must_use]
pub fn file_name(request: &DocumentRequest, format: Format, tr: Tr) -> String {
    let title = tr.document_kind(request.kind);
    format!("{title} {}.{}", request.period.from().format("%Y-%m-%d"), format.extension())
}

/// The pages of a sheet, for preview and print; may take a while, so not on the thread of the window.
///
/// # Errors
/// Where not even the built-in templates can set it.
pub fn pages(sheet: &Sheet, press: &Press) -> Result<Pages, Failure> {
    Ok(print::set(sheet, &press.templates, press.made_at)?)
}

/// Writes a sheet as a file and names what was written: a picture file for each page, else one file.
///
/// # Errors
/// Where it cannot be made or written; a file that was there before stays as it was.
pub fn export(sheet: &Sheet, format: Format, path: &Path, press: &Press) -> Result<Vec<PathBuf>, Failure> {
    let bytes = match format {
        Format::Xlsx => export::xlsx(sheet, press.made_at)?,
        Format::Docx => export::docx(sheet, press.made_at)?,
        Format::Csv => export::csv(sheet)?,
        Format::Html => export::html(sheet),
        Format::Json => export::json(sheet)?,
        Format::Pdf => pages(sheet, press)?.pdf()?,
        Format::Png => return export_pictures(&pages(sheet, press)?, path),
        Format::Ics => return Err(not_a_calendar()),
    };
    export::atomic::write(path, &bytes)?;
    Ok(vec![path.to_owned()])
}

/// A table is no calendar: only dated sessions are.
fn not_a_calendar() -> Failure {
    Failure::Unknown { choice: Choice::Format, given: Format::Ics.extension().to_owned() }
}

/// Writes a calendar as a file for phones.
///
/// # Errors
/// Where it cannot be written.
pub fn export_calendar(calendar: &report::Calendar, path: &Path, press: &Press) -> Result<Vec<PathBuf>, Failure> {
    export::atomic::write(path, &export::ics(calendar, press.made_at))?;
    Ok(vec![path.to_owned()])
}

/// `plan.png`, `plan-2.png`, …
fn export_pictures(pages: &Pages, path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut written = Vec::new();
    for page in 0..pages.count() {
        let path = if page == 0 { path.to_owned() } else { numbered(path, page + 1) };
        export::atomic::write(&path, &pages.png(page, PICTURE_DPI)?)?;
        written.push(path);
    }
    Ok(written)
}

fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
    let name = format!("{stem}-{number}");
    path.with_file_name(extension.map_or_else(|| name.clone(), |extension| format!("{name}.{extension}")))
}

/// Templates of the folder in place of the built-in ones; what is not there or not text stays built in.
fn edited_templates(folder: &Path) -> Templates {
    Templates::names().fold(Templates::default(), |templates, name| match std::fs::read_to_string(folder.join(name)) {
        Ok(text) => templates.edited(name, text),
        Err(_) => templates,
    })
}
