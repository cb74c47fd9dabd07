//! The same week by places, and who is free in it: the rows of the department view under other heads.

use std::collections::BTreeMap;

use super::by_department::{DepartmentRow, Presence};
use super::vm::{CellVm, PersonRow, Records};
use crate::domain::InstitutionId;

/// The rows by site: the host first, then the towns, in the order of their list.
pub(super) fn by_place(records: &Records, rows: &[PersonRow]) -> Vec<DepartmentRow> {
    let mut sites: BTreeMap<(bool, i64, InstitutionId), DepartmentRow> = BTreeMap::new();
    for row in rows {
        for (place, cell) in row.cells.iter().enumerate() {
            for session in cell.held().filter(|session| records.is_work(session)) {
                let Some(site) = records.registry.institutions.get(&session.inst) else { continue };
                let blank = || DepartmentRow {
                    name: site.name.clone(),
                    site: Some(site.id),
                    cells: vec![Vec::new(); row.cells.len()],
                };
                let there = sites.entry((!site.is_own, site.sort, site.id)).or_insert_with(blank);
                if let Some(half_day) = there.cells.get_mut(place) {
                    let what = records.words().what(session);
                    // A second session of the half-day there joins the first.
                    if let Some(there) = half_day.last_mut().filter(|there| there.key == cell.key) {
                        there.line = format!("{} {what}", there.line);
                        continue;
                    }
                    let words = [row.name.as_str(), &what, &session.room];
                    half_day.push(presence(cell, &words));
                }
            }
        }
    }
    sites.into_values().collect()
}

/// Who is on post and has nothing to do, by department.
pub(super) fn free(records: &Records, rows: &[PersonRow]) -> Vec<DepartmentRow> {
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
        for (half_day, cell) in department.cells.iter_mut().zip(&row.cells) {
            let is_working_day = records.calendar.facts(cell.key.on).is_working();
            if is_working_day && cell.is_free() && cell.covers.is_empty() && cell.absence.is_none() {
                half_day.push(Presence { hue: None, ..presence(cell, &[row.name.as_str()]) });
            }
        }
    }
    departments
}

fn presence(cell: &CellVm, words: &[&str]) -> Presence {
    let words: Vec<&str> = words.iter().copied().filter(|part| !part.is_empty()).collect();
    Presence {
        key: cell.key,
        name: words.first().copied().unwrap_or_default().to_owned(),
        line: words.join(" "),
        hue: cell.hue,
        spoken: cell.spoken.clone(),
        is_flagged: cell.worst.is_some(),
    }
}
