//! A sheet as a text document (docx): its papers, or its table, ready to be worded further.

mod dress;
mod paragraph;
mod table;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use chrono::NaiveDateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::error::ExportError;
use super::html::escape;
use crate::report::{Block, Dress, Form, FormRow, FormTable, Sheet, TextStyle};
use dress::Measures;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// Between the places to sign of a list.
const GAP: &str = "\u{3000}\u{3000}";

/// The document; `made_at` is its date of creation.
///
/// # Errors
/// Where it cannot be packed.
pub fn docx(sheet: &Sheet, made_at: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts(sheet, made_at) {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn parts(sheet: &Sheet, made_at: NaiveDateTime) -> [(&'static str, String); 7] {
    let content_types = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{WORD}.styles+xml\"/>\
         <Override PartName=\"/word/footer.xml\" ContentType=\"{WORD}.footer+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    );
    let relations = format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    );
    let own_relations = format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"r1\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{RELATIONS}/footer\" Target=\"footer.xml\"/></Relationships>"
    );
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}Z</dcterms:created></cp:coreProperties>",
        escape(&sheet.title),
        escape(&sheet.author),
        made_at.format("%Y-%m-%dT%H:%M:%S")
    );
    [
        ("[Content_Types].xml", content_types),
        ("_rels/.rels", relations),
        ("docProps/core.xml", core),
        ("word/_rels/document.xml.rels", own_relations),
        ("word/styles.xml", dress::styles(sheet.lang)),
        ("word/footer.xml", dress::footer(sheet)),
        ("word/document.xml", document(sheet)),
    ]
}

fn document(sheet: &Sheet) -> String {
    let measures = Measures::of(sheet);
    let mut text = format!("{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>");
    let own;
    let list: &[Form] = if let Some(forms) = &sheet.forms {
        &forms.list
    } else {
        own = [table_as_form(sheet)];
        &own
    };
    for (index, form) in list.iter().enumerate() {
        let is_last = index + 1 == list.len();
        push_form(&mut text, form, &measures);
        // Slips share a page by twos and are counted together; every other paper is a section of its own.
        let ends = if measures.is_slip { index % 2 == 1 } else { true };
        if measures.is_slip && !ends && !is_last {
            text.push_str(paragraph::CUT);
        }
        if ends && !is_last {
            let section = dress::section(&measures, !measures.is_slip);
            let _ = write!(
                text,
                "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>"
            );
        }
    }
    let _ = write!(text, "{}</w:body></w:document>", dress::section(&measures, !measures.is_slip));
    text
}

fn push_form(text: &mut String, form: &Form, measures: &Measures) {
    paragraph::title(text, &form.title, measures);
    if !form.subline.is_empty() {
        paragraph::subline(text, &form.subline, measures);
    }
    let share = measures.share(form);
    for block in &form.blocks {
        match block {
            Block::Text { text: words, style } => paragraph::words(text, words, *style, measures),
            Block::Table(it) => table::push(text, it, share, measures),
        }
    }
}

/// A list as one paper: table, notes, places to sign.
fn table_as_form(sheet: &Sheet) -> Form {
    let rows = sheet.body.iter().map(|row| FormRow {
        cells: row.cells.clone(),
        least: 0.0,
        fills: false,
        foot: String::new(),
    });
    let table = FormTable { columns: sheet.columns.clone(), head: sheet.head.clone(), rows: rows.collect() };
    let mut blocks = vec![Block::Table(table)];
    let colon = &sheet.words.colon;
    let note =
        |note: &String| Block::Text { text: format!("{}{colon}{note}", sheet.words.notes), style: TextStyle::Note };
    blocks.extend(sheet.notes.iter().map(note));
    let places: Vec<_> =
        sheet.signatures.iter().map(|place| format!("{}{colon}{}", place.label, place.value)).collect();
    if !places.is_empty() {
        blocks.push(Block::Text { text: places.join(GAP), style: TextStyle::Note });
    }
    Form { name: sheet.tab.clone(), title: sheet.title.clone(), subline: sheet.subline.clone(), blocks }
}

/// How the papers of a sheet are dressed: a list is dressed as a form.
fn dress_of(sheet: &Sheet) -> Dress {
    sheet.forms.as_ref().map_or(Dress::Form, |forms| forms.dress)
}
