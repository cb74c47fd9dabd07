//! The time that the dated rows of an import touch: which stored sessions a plan has to know.

use chrono::NaiveDate;

use crate::domain::Period;
use crate::import::MappedSheet;
use crate::import::values::{self, Frame};

/// First to last day of all schedules among the sheets; `None` where there is none.
#[must_use]
pub fn span(sheets: &[MappedSheet]) -> Option<Period> {
    let days = || sheets.iter().filter_map(of_sheet);
    let from = days().map(Period::from).min()?;
    let to = days().map(Period::to).max()?;
    Period::new(from, to)
}

fn of_sheet(sheet: &MappedSheet) -> Option<Period> {
    let frame = Frame::of(&sheet.context);
    match sheet.kind {
        "session" => around(sheet.rows.iter().filter_map(|row| {
            let date = values::date(sheet.cell(row, "日期"), &frame, &mut Vec::new());
            Some(date.ok()??.on)
        })),
        "grid" => around(sheet.day_columns.iter().filter_map(|(_, text)| values::day_heading(text, &frame)?.on)),
        "posting" => super::posting::valid(sheet),
        _ => None,
    }
}

fn around(days: impl Iterator<Item = NaiveDate>) -> Option<Period> {
    let (from, to) = days.fold(None, |span: Option<(NaiveDate, NaiveDate)>, day| {
        Some(span.map_or((day, day), |(from, to)| (from.min(day), to.max(day))))
    })?;
    Period::new(from, to)
}
