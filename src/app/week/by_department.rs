//! The same days seen by departments: who is there in which half-day, and what for.

use super::vm::{CellKey, CellVm, PersonRow, Records};
use crate::domain::InstitutionId;

/// A department.
#[derive(Debug, Clone, PartialEq)]
pub struct DepartmentRow {
    /// Its name.
    pub name: String,
    /// The site, where the rows are sites.
    pub site: Option<InstitutionId>,
    /// Who works there, by day and half-day as the cells of a person's row.
    pub cells: Vec<Vec<Presence>>,
}

impl DepartmentRow {
    /// The same with only some of the half-days; `None` where nobody is left.
    #[must_use]
    pub fn narrowed(&self, shows: impl Fn(CellKey) -> bool) -> Option<Self> {
        let half = |there: &Vec<Presence>| there.iter().filter(|one| shows(one.key)).cloned().collect();
        let cells: Vec<Vec<Presence>> = self.cells.iter().map(half).collect();
        cells.iter().any(|there| !there.is_empty()).then(|| Self { name: self.name.clone(), site: self.site, cells })
    }
}

/// One expert in a half-day of a department.
#[derive(Debug, Clone, PartialEq)]
pub struct Presence {
    /// The cell of the expert.
    pub key: CellKey,
    /// Who.
    pub name: String,
    /// Name and work in one line.
    pub line: String,
    /// The hue of the activity.
    pub hue: Option<u8>,
    /// What a screen reader says.
    pub spoken: String,
    /// Whether a rule found something.
    pub is_flagged: bool,
}

/// The rows by department, in the order in which their first expert stands.
pub(super) fn by_department(records: &Records, rows: &[PersonRow]) -> Vec<DepartmentRow> {
    let mut departments: Vec<DepartmentRow> = Vec::new();
    for row in rows {
        let name = if row.dept.is_empty() { records.tr.people_no_department() } else { row.dept.as_str() };
        let place = departments.iter().position(|department| department.name == name).unwrap_or_else(|| {
            departments.push(DepartmentRow {
                name: name.to_owned(),
                site: None,
                cells: vec![Vec::new(); row.cells.len()],
            });
            departments.len() - 1
        });
        let Some(department) = departments.get_mut(place) else { continue };
        for (there, cell) in department.cells.iter_mut().zip(&row.cells) {
            there.extend(presence(row, cell));
        }
    }
    departments
}

fn presence(row: &PersonRow, cell: &CellVm) -> Option<Presence> {
    let words = [row.name.as_str(), &cell.what, &cell.place];
    cell.is_work.then(|| Presence {
        key: cell.key,
        name: row.name.clone(),
        line: words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        hue: cell.hue,
        spoken: cell.spoken.clone(),
        is_flagged: cell.worst.is_some(),
    })
}
