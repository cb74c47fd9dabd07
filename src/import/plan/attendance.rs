//! Sheet kind `attendance`: the month sheet D16, people down, days across, one or two marks a cell.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::attendance_sums;
use super::bench::Bench;
use super::grid::{Day, cell_reason};
use super::line::Line;
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::person_match::Who;
use super::rows::outcome;
use crate::domain::{Attendance, AttendanceId, AttendanceMark, PersonId, Slot, StintId};
use crate::import::values::{self, Frame};
use crate::import::{Code, MappedSheet, RowResult};

const NAME: &str = "姓名";
const SLOT: &str = "时段";

type Stored = HashMap<(StintId, NaiveDate, Slot), AttendanceId>;

/// All lines of a month.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let frame = Frame::of(&sheet.context);
    let days: Vec<Day<'_>> = sheet
        .day_columns
        .iter()
        .map(|(at, written)| Day { at: *at, written, heading: values::day_heading(written, &frame) })
        .collect();
    let marks = bench.registry().attendance.values();
    let mut stored: Stored = marks.map(|mark| ((mark.stint, mark.on_date, mark.slot), mark.id)).collect();
    let take_row = |row| {
        let mut line = Line::new(sheet, row, frame);
        let taken = take_line(bench, &mut line, &days, &mut stored);
        outcome(line, taken)
    };
    sheet.rows.iter().map(take_row).collect()
}

/// One mark of a line.
pub(super) type Half = (NaiveDate, Slot, AttendanceMark);

fn take_line(bench: &mut Bench<'_>, line: &mut Line<'_>, days: &[Day<'_>], stored: &mut Stored) -> Taken {
    let person = whose(bench, line)?;
    let slots = line.read(SLOT, values::slots)?.unwrap_or_else(|| vec![Slot::Am, Slot::Pm]);
    let halves = halves(line, days, &slots)?;
    let Some((first, ..)) = halves.first().copied() else { return Ok(RowResult::Unchanged) };
    let stint = bench.posting_of(line, person, first);
    let stint = stint.ok_or_else(|| line.refuse(NAME, Code::R10, About::NoStint))?;
    if slots.len() > 1 {
        attendance_sums::compare(bench, line, &halves)?;
    }
    let mut note = line.text("备注");
    let mut result = RowResult::Unchanged;
    for (on_date, slot, mark) in halves {
        let known = stored.get(&(stint, on_date, slot)).and_then(|id| bench.draft.get(*id)).cloned();
        let mut row = known.unwrap_or_else(|| {
            let id = bench.draft.new_id();
            Attendance { id, on_date, slot, stint, mark, note: String::new() }
        });
        row.mark = mark;
        if let Some(note) = note.take() {
            row.note = note;
        }
        stored.insert((stint, on_date, slot), row.id);
        result = result.or(bench.draft.put(row));
    }
    Ok(result)
}

fn whose(bench: &Bench<'_>, line: &Line<'_>) -> Result<PersonId, Refused> {
    let name = line.required_name(NAME)?;
    let who = Who { dept: line.text("科室"), side: bench.sides(line), is_posted: true, ..Who::of(NAME, name) };
    bench.known_person(line, &who)
}

/// The marks of the line; R02 where the sheet names no month, R08 for a mark that is none.
fn halves(line: &Line<'_>, days: &[Day<'_>], slots: &[Slot]) -> Result<Vec<Half>, Refused> {
    let mut halves = Vec::new();
    for day in days {
        let Some(cell) = line.row.cells.get(day.at) else { continue };
        let refuse = |code| Box::new(cell_reason(line.row, day, code, About::Nothing));
        let Some((am, pm)) = values::attendance_marks(cell).map_err(refuse)? else { continue };
        let on = day.heading.and_then(|heading| heading.on).ok_or_else(|| refuse(Code::R02))?;
        for (slot, mark) in [(Slot::Am, am), (Slot::Pm, pm)] {
            if slots.contains(&slot) {
                halves.push((on, slot, mark));
            }
        }
    }
    Ok(halves)
}
