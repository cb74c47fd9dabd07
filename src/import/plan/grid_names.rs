//! One line of a schedule by department or room: days across, the people of each half-day in the cells.

use super::bench::Bench;
use super::grid::{DEPARTMENT, Day, SLOT, Setting, cell_reason, usual_host};
use super::grid_line::{Pen, Whose};
use super::line::Line;
use super::lookup::Dept;
use super::outcome::{About, Refused};
use super::person_match::Who;
use super::timetable::Entry;
use crate::domain::Slot;
use crate::import::values::{self, CellReading, GridEntry, NameValue, Named};
use crate::import::{Code, MappedSheet};

/// Heading of the room column.
const ROOM: &str = "地点";
/// What people do where a cell names them alone, by words of the title; clinic where it says nothing.
const DOING: [(&str, &str); 3] = [("值班", "急诊值班"), ("查房", "查房"), ("", "坐诊")];

/// A line about to be read.
pub(super) struct Names<'p, 'b, 'l> {
    /// Where to.
    pub(super) bench: &'p mut Bench<'b>,
    /// From where.
    pub(super) line: &'p mut Line<'l>,
    /// What holds for the sheet.
    pub(super) setting: &'p Setting<'l>,
    /// What becomes of the line.
    pub(super) entry: &'p mut Entry,
    /// Place of the line in the sheet.
    pub(super) at: usize,
    /// What people do where a cell names them alone.
    pub(super) doing: &'static str,
}

/// What people do in a sheet where nothing else is said.
pub(super) fn usual_work(sheet: &MappedSheet) -> &'static str {
    let title = sheet.sheet.as_deref().unwrap_or_default();
    let said = |word: &str| title.contains(word) || sheet.file.contains(word);
    DOING.iter().find(|(word, _)| said(word)).map_or("坐诊", |(_, doing)| doing)
}

impl Names<'_, '_, '_> {
    /// Every day.
    pub(super) fn write(&mut self) -> Result<(), Refused> {
        let slots = self.line.read(SLOT, values::slots)?.unwrap_or_else(|| vec![Slot::Am, Slot::Pm]);
        let setting = self.setting;
        for day in &setting.days {
            let Some(text) = self.line.row.cells.get(day.at).and_then(values::text) else { continue };
            // A mark of rest or of a holiday names nobody.
            if matches!(values::grid_cell(&text, &setting.legend), CellReading::Nothing | CellReading::Rest) {
                continue;
            }
            let bench = &*self.bench;
            let is_person = |name: &str| !bench.index.people(name).is_empty();
            for named in values::people_in_cell(&text, &setting.legend, is_person) {
                if let Err(reason) = self.write_one(day, &named, &slots) {
                    self.entry.refused.push(*reason);
                }
            }
        }
        Ok(())
    }

    fn write_one(&mut self, day: &Day<'_>, named: &Named, slots: &[Slot]) -> Result<(), Refused> {
        let refuse = |line: &Line<'_>, code, about| Box::new(cell_reason(line.row, day, code, about));
        let on = day.heading.and_then(|heading| heading.on);
        let on = on.ok_or_else(|| refuse(self.line, Code::R02, About::Nothing))?;
        let name = NameValue { name: named.name.clone(), remark: String::new() };
        let dept = self.line.text(DEPARTMENT);
        let who = Who { dept, side: self.setting.side.clone(), is_posted: true, ..Who::of(DEPARTMENT, name) };
        let person = self.bench.matching_person(self.line, &who)?;
        let person = person.ok_or_else(|| refuse(self.line, Code::R10, About::Name(named.name.clone())))?;
        let visited = self.bench.site_cell(self.line, DEPARTMENT);
        let host = usual_host(self.bench, self.line, (DEPARTMENT, person), visited.or(self.setting.inst), on)?;
        let dept = match visited {
            Some(_) => Dept::Unnamed,
            None => self.bench.department_cell(self.line, DEPARTMENT, host)?,
        };
        let entries = self.entries(named).ok_or_else(|| refuse(self.line, Code::R08, About::Nothing))?;
        let whose = Whose { person, dept, site: visited, slots: slots.to_vec() };
        let Self { bench, line, setting, entry, at, .. } = self;
        Pen { bench, line, setting, whose: &whose, entry, at: *at }.write_work(day, &entries)
    }

    /// What the person does, in the place of the line where the cell names none.
    fn entries(&self, named: &Named) -> Option<Vec<GridEntry>> {
        let legend = &self.setting.legend;
        let said = values::grid_cell(&named.words, legend);
        let reading = match said {
            CellReading::Work(_) => said,
            _ => values::grid_cell(&format!("{} {}", self.doing, named.words), legend),
        };
        let CellReading::Work(mut entries) = reading else { return None };
        let room = self.line.text(ROOM).unwrap_or_default();
        for entry in &mut entries {
            if entry.slots.is_empty() {
                entry.slots.clone_from(&named.slots);
            }
            if entry.place.is_empty() {
                entry.place.clone_from(&room);
            }
            if entry.substitute.is_none() {
                entry.substitute.clone_from(&named.substitute);
            }
            if named.stands_in && entry.status.is_none() {
                entry.status = Some(crate::domain::SessionStatus::Extra);
            }
        }
        Some(entries)
    }
}
