//! `export` and `documents`: a document as a file, and the list of documents.

use serde_json::json;

use super::args::Export;
use super::output::Output;
use super::scene::Scene;
use super::value;
use crate::app::paper::{self, DocumentVm, Format};
use crate::app::{Choice, Failure, Office};
use crate::domain::{DocumentKind, PersonId, RelationId};
use crate::report::{DocumentRequest, PaperOptions};

/// What is asked for where no document is: the issued sessions for phones.
const CALENDAR: &str = "calendar";

pub fn run(args: &Export, scene: &Scene) -> Result<Output, Failure> {
    let unknown = |choice, given: &str| Failure::Unknown { choice, given: given.to_owned() };
    let is_calendar = args.kind.eq_ignore_ascii_case(CALENDAR);
    let kind = if is_calendar { Some(DocumentKind::WeekSchedule) } else { DocumentKind::parse(&args.kind) };
    let kind = kind.ok_or_else(|| unknown(Choice::Document, &args.kind))?;
    let format = if is_calendar { Format::Ics } else { format(args)? };
    let period = match &args.period {
        Some(text) => Some(value::period(text).ok_or_else(|| unknown(Choice::Period, text))?),
        None => None,
    };
    let office = scene.look()?;
    let press = office.press();
    let request = DocumentRequest {
        relation: args.relation.as_deref().map(|text| relation(&office, text)).transpose()?,
        person: args.person.as_deref().map(|text| person(&office, text)).transpose()?,
        mask: args.mask,
        paper: PaperOptions { tasks: args.preset, rows: Some(args.rows), ..PaperOptions::default() },
        ..DocumentRequest::new(kind, period.unwrap_or_else(|| paper::usual_period(kind, &press)))
    };
    let files = if format == Format::Ics && Format::of_document(kind).contains(&format) {
        paper::export_calendar(&office.calendar_of(&request, request.person, scene.tr)?, &args.out, &press)?
    } else {
        paper::export(&office.sheet(&request, scene.tr)?, format, &args.out, &press)?
    };
    let lines: Vec<String> = files.iter().map(|file| scene.tr.cli_written(&file.display().to_string())).collect();
    let data = json!({ "document": kind.code(), "format": format, "period": request.period, "files": files });
    Ok(Output::new(lines.join("\n"), &data))
}

pub fn list(scene: &Scene) -> Output {
    let documents = paper::documents(scene.tr);
    let formats = |document: &DocumentVm| document.formats.iter().map(|format| format.extension()).collect::<Vec<_>>();
    let line =
        |document: &DocumentVm| format!("{}  {}  {}", document.code, document.title, formats(document).join(" "));
    let lines: Vec<String> = documents.iter().map(line).collect();
    let data: Vec<_> = documents
        .iter()
        .map(|document| json!({ "code": document.code, "title": document.title, "formats": formats(document) }))
        .collect();
    Output::new(lines.join("\n"), &json!({ "documents": data }))
}

/// The format that is named, else that of the file's name, else PDF.
fn format(args: &Export) -> Result<Format, Failure> {
    let by_name = || args.out.extension().map(|extension| extension.to_string_lossy().into_owned());
    match args.format.clone().or_else(by_name) {
        None => Ok(Format::Pdf),
        Some(name) => Format::parse(&name).ok_or(Failure::Unknown { choice: Choice::Format, given: name }),
    }
}

/// A person by number, or by name where only one is called so.
fn person(office: &Office, text: &str) -> Result<PersonId, Failure> {
    let people = &office.registry().people;
    let by_number = text.parse().ok().map(PersonId::new).filter(|id| people.contains_key(id));
    let mut named = people.values().filter(|person| person.name == text.trim()).map(|person| person.id);
    let by_name = named.next().filter(|_| named.next().is_none());
    by_number.or(by_name).ok_or_else(|| Failure::Unknown { choice: Choice::Person, given: text.to_owned() })
}

/// A relation by its number, or by its two ends as written in the data file, full or short.
fn relation(office: &Office, text: &str) -> Result<RelationId, Failure> {
    let registry = office.registry();
    let is_called = |id, name: &str| {
        registry.institutions.get(id).is_some_and(|inst| {
            inst.name == name || inst.short_name.split('、').any(|short| !short.is_empty() && short == name)
        })
    };
    let by_number = text.parse().ok().map(RelationId::new).filter(|id| registry.relations.contains_key(id));
    let by_ends = || {
        let (from, to) = text.split_once('→').or_else(|| text.split_once("->"))?;
        let fits = |from_inst, to_inst| is_called(from_inst, from.trim()) && is_called(to_inst, to.trim());
        registry.relations.values().find(|relation| fits(&relation.from_inst, &relation.to_inst)).map(|found| found.id)
    };
    by_number.or_else(by_ends).ok_or_else(|| Failure::Unknown { choice: Choice::Relation, given: text.to_owned() })
}
