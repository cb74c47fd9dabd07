//! A plain list with its frame: the shape that every ledger about people takes.

use crate::domain::{DepartmentId, InstitutionId, Person};
use crate::i18n::Tr;
use crate::report::change_slip::empty_rows;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Signature, Tone};
use crate::report::sources::Sources;
use crate::report::week_schedule::nobody;

/// A column of a ledger: heading, width in millimetres at full page width, whether its cells are numbers.
pub(super) type Head = (&'static str, f32, bool);

/// A ledger: the serial number comes first by itself.
pub(super) struct Ledger<'a> {
    pub title: String,
    pub subline: Vec<String>,
    pub is_landscape: bool,
    pub columns: &'a [Head],
    pub rows: Vec<Vec<String>>,
    pub total: Option<String>,
    pub notes: Vec<String>,
    /// What stands in the place of rows where there are none.
    pub nothing: &'static str,
    /// Whether rows are counted.
    pub has_serial: bool,
}

impl Ledger<'_> {
    /// The document.
    pub fn sheet(self, sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
        let mut sheet = sources.frame(request, Look::List, tr);
        sheet.is_draft = false;
        sheet.title = self.title;
        sheet.subline = self.subline;
        sheet.is_landscape = self.is_landscape;
        let serial = usize::from(self.has_serial);
        let width = self.columns.len() + serial;
        sheet.columns = (0..serial).map(|_| Column::number(9.0)).collect();
        sheet.columns.extend(self.columns.iter().map(|(_, width, is_number)| match is_number {
            true => Column::number(*width),
            false => Column::text(*width, if *width < 24.0 { Align::Centre } else { Align::Left }),
        }));
        sheet.frozen_columns = serial + 1;
        let headings = (0..serial).map(|_| tr.paper_serial()).chain(self.columns.iter().map(|(heading, ..)| *heading));
        sheet.head = vec![SheetRow::head(headings)];
        if !request.paper.is_blank {
            for (index, row) in self.rows.iter().enumerate() {
                let number = (0..serial).map(|_| (index + 1).to_string());
                sheet.body.push(SheetRow::of(number.chain(row.iter().cloned())));
            }
        }
        sheet.body.extend((0..empty_rows(request)).map(|_| SheetRow::of(vec![""; width])));
        if sheet.body.is_empty() {
            sheet.body.push(nobody(self.nothing, width));
        }
        if let Some(words) = self.total.filter(|_| !self.rows.is_empty() && !request.paper.is_blank) {
            let first = Cell::new(0, tr.paper_total()).spanning(2, 1).toned(Tone::Total).strong();
            let rest = Cell::new(2, words).spanning(width.saturating_sub(2), 1).toned(Tone::Total);
            sheet.body.push(SheetRow { cells: vec![first, rest], starts_group: true });
        }
        sheet.notes = self.notes;
        let reporter = Signature { label: tr.paper_reporter().to_owned(), value: sources.unit().to_owned() };
        sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
        sheet.signatures.insert(0, reporter);
        sheet
    }
}

impl Sources<'_> {
    /// Name of an institution, empty for none.
    pub(super) fn inst_name(&self, id: Option<InstitutionId>) -> String {
        id.and_then(|id| self.institution(id)).map(|inst| inst.name.clone()).unwrap_or_default()
    }

    /// Name of a department, empty for none.
    pub(super) fn dept_name(&self, id: Option<DepartmentId>) -> String {
        self.department(id).map(|dept| dept.name.clone()).unwrap_or_default()
    }
}

/// Whether the document is about the person: nobody chosen means everybody.
pub(super) fn is_about(request: &DocumentRequest, person: &Person) -> bool {
    request.is_about(person.id)
}
