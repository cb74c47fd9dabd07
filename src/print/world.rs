//! The small world that a template sees: the templates, one data file, three fonts, no disk, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;

use super::error::PrintError;
use super::fonts::FONTS;
use super::templates::Templates;
use crate::report::{Look, Sheet};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Results of earlier typesetting are kept for this many documents.
const KEPT_DOCUMENTS: usize = 3;

/// One document to be set.
pub(super) struct PaperWorld {
    main: FileId,
    sources: Vec<Source>,
    data: (FileId, Bytes),
}

impl PaperWorld {
    /// A world with the template of the sheet and the given `/data.json`.
    pub(super) fn new(sheet: &Sheet, templates: &Templates, data: Vec<u8>) -> Result<Self, PrintError> {
        let main = match sheet.look {
            _ if sheet.forms.is_some() => "form.typ",
            Look::Grid | Look::List => "sheet.typ",
            Look::Poster => "posting.typ",
        };
        let sources = Templates::names()
            .map(|name| Ok(Source::new(file_id(name)?, templates.text(name).to_owned())))
            .collect::<Result<_, PrintError>>()?;
        Ok(Self { main: file_id(main)?, sources, data: (file_id("data.json")?, Bytes::new(data)) })
    }

    /// Sets the document.
    pub(super) fn compile(&self) -> Result<PagedDocument, PrintError> {
        let compiled = typst::compile::<PagedDocument>(self);
        comemo::evict(KEPT_DOCUMENTS);
        compiled.output.map_err(|errors| PrintError::Template {
            message: errors.first().map(|error| self.complaint(error)).unwrap_or_default(),
        })
    }

    /// An error with its place, as `sheet.typ:12: expected comma`.
    fn complaint(&self, error: &SourceDiagnostic) -> String {
        let place = self.sources.iter().find(|source| error.span.id() == Some(source.id())).and_then(|source| {
            let line = source.lines().byte_to_line(self.range(error.span)?.start)?;
            Some(format!("{}:{}: ", source.id().vpath().get_without_slash(), line + 1))
        });
        format!("{}{}", place.unwrap_or_default(), error.message)
    }
}

/// The identity of a virtual file. Identities are kept for life, so the same few paths serve every document.
fn file_id(name: &str) -> Result<FileId, PrintError> {
    let path =
        VirtualPath::new(name).map_err(|error| PrintError::Template { message: format!("{name}: {error:?}") })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for PaperWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (data_id, data) = &self.data;
        if *data_id == id { Ok(data.clone()) } else { Err(not_found(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    /// A page that is set again tomorrow must be the same page: templates are not told the day.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
