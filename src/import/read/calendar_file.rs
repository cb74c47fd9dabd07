//! Calendars as JSON (`{year, papers, days: [{name, date, isOffDay}]}`), turned into a sheet like any other.

use serde::Deserialize;

use super::ReadError;
use crate::import::{Grid, Raw};

#[derive(Deserialize)]
struct CalendarFile {
    year: i32,
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Day {
    name: String,
    date: String,
    #[serde(rename = "isOffDay")]
    is_off: bool,
}

/// The days as rows under a title and a header. `NotAWorkbook` for any other JSON.
pub fn grid(bytes: &[u8]) -> Result<Grid, ReadError> {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let file: CalendarFile = serde_json::from_slice(bytes).map_err(|_| ReadError::NotAWorkbook)?;
    let title = vec![text(&format!("{}年节假日安排", file.year))];
    let header = ["日期", "名称", "类别"].map(text).to_vec();
    let days = file
        .days
        .iter()
        .map(|day| vec![text(&day.date), text(&day.name), text(if day.is_off { "节假日" } else { "调休上班" })]);
    Ok(Grid { rows: [title, header].into_iter().chain(days).collect(), ..Grid::default() })
}

fn text(text: &str) -> Raw {
    Raw::Text(text.to_owned())
}
