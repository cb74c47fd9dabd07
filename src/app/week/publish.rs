//! Issuing a week: what is planned becomes what is issued; the plan, the printed sheets and those who have to hear of
//! it are kept, all in one step.

use std::collections::BTreeSet;

use super::issue::{ISSUED_TOGETHER, Issue};
use super::vm::Records;
use crate::app::job::side_by_side;
use crate::app::paper::{self, Press};
use crate::app::{Done, Failure, Office};
use crate::domain::{
    DocumentKind, Edit, Edition, Id, KeptSheet, Label, Notice, PersonId, Publication, PublicationId, Registry, Session,
    SessionStatus, StintId, Table, Week,
};
use crate::i18n::Tr;
use crate::report::{self, DocumentRequest, Sheet, Sources};
use crate::store;

/// The setting with those who hear of every issue, joined by the enumeration comma.
const AUDIENCES: &str = "audiences";
/// Parts them.
const COMMA: char = '\u{3001}';

/// An issue about to be made.
#[derive(Debug, Clone)]
pub struct Publishing {
    edits: Vec<Edit>,
    label: Label,
    sheets: Vec<(Publication, Sheet)>,
}

/// A sheet as a PDF file, and how many pages that is.
type SetPages = (Vec<u8>, usize);

fn set_pages(sheet: &Sheet, press: &Press) -> Result<SetPages, Failure> {
    let pages = paper::pages(sheet, press)?;
    Ok((pages.pdf()?, pages.count()))
}

impl Office {
    /// Issues a week as it stands in the file: one step, with everything that is kept of it.
    ///
    /// # Errors
    /// Where the file cannot be read or written. A sheet that cannot be set is not kept; the issue stands all the same.
    pub fn issue_week(&mut self, week: Week, reason: &str, tr: Tr) -> Result<Done, Failure> {
        let publishing = Issuer::load(self, week, tr)?.publishing(self, reason)?;
        let press = self.press();
        let (mut edits, mut files) = (publishing.edits, Vec::new());
        let set = |number: usize| publishing.sheets.get(number).map(|(_, sheet)| set_pages(sheet, &press));
        let all = side_by_side("issue", publishing.sheets.len(), &set);
        for ((publication, _), set) in publishing.sheets.iter().zip(all.into_iter().flatten()) {
            match set {
                Ok((bytes, pages)) => {
                    edits.push(Edit::put(kept_sheet(publication, &bytes, pages, reason)));
                    files.push(bytes);
                }
                Err(failure) => tracing::warn!(%failure, "an issued sheet is not kept"),
            }
        }
        self.run_keeping(&Edit::Many { label: publishing.label, edits }, &files)
    }
}

/// The record of a sheet whose pages are kept under their digest.
fn kept_sheet(publication: &Publication, bytes: &[u8], pages: usize, why: &str) -> KeptSheet {
    KeptSheet {
        id: Id::NEW,
        publication: Some(publication.id),
        document: publication.document,
        period_from: publication.period_from,
        period_to: publication.period_to,
        version: publication.version,
        kept_at: publication.published_at,
        reason: why.to_owned(),
        digest: store::digest(bytes),
        pages: u32::try_from(pages).unwrap_or(u32::MAX).max(1),
    }
}

/// What an issue is made from: the records of the week, and how far it was issued before. The picture of the week says
/// much more and takes longer.
struct Issuer {
    week: Week,
    records: Records,
    issue: Issue,
}

impl Issuer {
    fn load(office: &Office, week: Week, tr: Tr) -> Result<Self, Failure> {
        let records = Records::load(office, week.period(), 0, tr)?;
        let issue = Issue::load(office, &records, week)?;
        Ok(Self { week, records, issue })
    }

    /// Gathers an issue: publications, sessions, the frozen plan, the notices, and the sheets as they will be.
    fn publishing(&self, office: &Office, reason: &str) -> Result<Publishing, Failure> {
        let first = self.records.registry.next_id(Table::Publication);
        let publications: Vec<Publication> = (first..)
            .zip(ISSUED_TOGETHER)
            .map(|(id, document)| self.publication(Id::new(id), document, office.clock().now()))
            .collect();
        let sessions: Vec<Session> = self.issued_sessions();
        let mut edits: Vec<Edit> = publications.iter().cloned().map(Edit::put).collect();
        let planned = self.own_sessions().filter(|session| session.status == SessionStatus::Planned);
        edits.extend(planned.map(|session| Edit::put(Session { status: SessionStatus::Published, ..session.clone() })));
        let sheets = self.sheets(&publications, &sessions)?;
        if let Some(publication) = publications.first() {
            edits.push(Edit::put(Edition { id: Id::NEW, publication: publication.id, sessions }));
            edits.extend(self.notices(publication.id).into_iter().map(Edit::put));
        }
        let (from, version) = (self.week.monday(), self.issue.version + 1);
        let document = DocumentKind::WeekSchedule;
        let label = Label::Published { document, from, version, reason: reason.to_owned() };
        Ok(Publishing { edits, label, sheets })
    }

    fn publication(&self, id: PublicationId, document: DocumentKind, at: chrono::NaiveDateTime) -> Publication {
        Publication {
            id,
            document,
            period_from: self.week.period().from(),
            period_to: self.week.period().to(),
            version: self.issue.version_of(document) + 1,
            published_at: at,
            published_by: self.records.registry.setting("prepared_by").unwrap_or_default().to_owned(),
            changes: self.issue.changes.join("\n"),
        }
    }

    fn own_sessions(&self) -> impl Iterator<Item = &Session> {
        self.records.around.iter().filter(|session| self.week.period().contains(session.on_date))
    }

    /// The sessions as they will be after the issue.
    fn issued_sessions(&self) -> Vec<Session> {
        let issued = |session: &Session| match session.status {
            SessionStatus::Planned => Session { status: SessionStatus::Published, ..session.clone() },
            _ => session.clone(),
        };
        self.own_sessions().map(issued).collect()
    }

    /// Those who hear of every issue; and of the experts all the first time, later those whom a change is about.
    fn notices(&self, publication: PublicationId) -> Vec<Notice> {
        let (registry, tr) = (&self.records.registry, self.records.tr);
        let usual = registry.setting(AUDIENCES).filter(|text| !text.trim().is_empty());
        let usual = usual.unwrap_or_else(|| tr.schedule_usual_audiences());
        let blank = Notice { publication, ..Notice::default() };
        let offices = usual.split([COMMA, ',']).map(str::trim).filter(|name| !name.is_empty());
        let mut notices: Vec<Notice> =
            offices.map(|name| Notice { audience: name.to_owned(), ..blank.clone() }).collect();
        for person in self.people_to_tell().iter().filter_map(|id| registry.people.get(id)) {
            notices.push(Notice { person: Some(person.id), audience: person.name.clone(), ..blank.clone() });
        }
        notices
    }

    fn people_to_tell(&self) -> BTreeSet<PersonId> {
        let person = |stint: StintId| self.records.registry.stints.get(&stint).map(|stint| stint.person);
        let of = |session: &Session| {
            [Some(session.stint), session.substitute_stint].into_iter().flatten().filter_map(person).collect::<Vec<_>>()
        };
        if self.issue.is_issued() {
            let changed = self.issue.changed.iter().flat_map(|change| change.before.iter().chain(&change.after));
            return changed.flat_map(of).collect();
        }
        self.own_sessions().filter(|session| self.records.is_work(session)).flat_map(of).collect()
    }

    /// The sheets that go on the wall, made from the records as they will be.
    fn sheets(&self, publications: &[Publication], sessions: &[Session]) -> Result<Vec<(Publication, Sheet)>, Failure> {
        let mut registry = Registry::clone(&self.records.registry);
        registry.publications.extend(publications.iter().map(|row| (row.id, row.clone())));
        let today = publications.first().map_or_else(|| self.week.monday(), |it| it.published_at.date());
        let sources = Sources::new(&registry, sessions, &self.records.calendar, today);
        let sheet = |publication: &Publication| -> Result<(Publication, Sheet), Failure> {
            let request = DocumentRequest::new(publication.document, self.week.period());
            Ok((publication.clone(), report::build(&sources, &request, self.records.tr)?))
        };
        publications.iter().map(sheet).collect()
    }
}
