//! What the marks of a month come to.

use chrono::NaiveDate;

use super::codes::{AttendanceMark, DayKind, Slot};
use super::date::Period;
use super::work_calendar::WorkCalendar;

/// Half-days of one posting in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AttendanceSums {
    /// Half-days of working days by the calendar (应在岗).
    pub due: u32,
    /// Half-days at work, those on tour and on holidays included (实际).
    pub present: u32,
    /// Half-days away: leave of any kind, and duty elsewhere (请假).
    pub away: u32,
    /// Half-days at work on public holidays (节假日出勤).
    pub on_holidays: u32,
}

impl AttendanceSums {
    /// The sums of marks that lie in the period.
    #[must_use]
    pub fn of(
        marks: impl Iterator<Item = (NaiveDate, Slot, AttendanceMark)>,
        period: Period,
        calendar: &WorkCalendar,
    ) -> Self {
        let due = period.days().filter(|on| calendar.facts(*on).is_working()).count();
        let mut sums = Self { due: u32::try_from(due * 2).unwrap_or(u32::MAX), ..Self::default() };
        for (on, _, mark) in marks.filter(|(on, ..)| period.contains(*on)) {
            match mark {
                AttendanceMark::Present | AttendanceMark::Tour => {
                    sums.present += 1;
                    sums.on_holidays += u32::from(calendar.facts(on).kind == DayKind::Holiday);
                }
                AttendanceMark::Personal | AttendanceMark::Sick | AttendanceMark::Annual | AttendanceMark::Duty => {
                    sums.away += 1;
                }
                AttendanceMark::Rest | AttendanceMark::Holiday => {}
            }
        }
        sums
    }
}
