//! N12: the sums written at the end of an attendance line against its marks.

use super::attendance::Half;
use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Refused};
use crate::domain::{AttendanceSums, Period};
use crate::import::{Code, values};

/// Adds a hint for each sum that differs.
pub(super) fn compare(bench: &Bench<'_>, line: &mut Line<'_>, halves: &[Half]) -> Result<(), Refused> {
    let days = halves.iter().map(|(on, ..)| *on);
    let Some(period) = days.clone().min().zip(days.max()).and_then(|(from, to)| Period::new(from, to)) else {
        return Ok(());
    };
    let sums = AttendanceSums::of(halves.iter().copied(), period, bench.calendar);
    for (heading, computed) in [("应在岗", sums.due), ("实际", sums.present), ("请假", sums.away)] {
        if let Some(written) = line.read_noting(heading, values::days)?
            && written != computed
        {
            let half = if computed % 2 == 1 { ".5" } else { "" };
            line.hint(heading, Code::N12, About::Computed(format!("{}{half}", computed / 2)));
        }
    }
    if let Some(written) = line.read_noting("节假日出勤", |raw, hints| values::count(raw, Some("半天"), hints))?
        && written != u64::from(sums.on_holidays)
    {
        line.hint("节假日出勤", Code::N12, About::Computed(sums.on_holidays.to_string()));
    }
    Ok(())
}
