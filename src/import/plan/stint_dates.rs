//! Arrival and leaving of a roster row, and whether two long postings of one person overlap.

use super::bench::Bench;
use super::line::{Known, Line, fill_date, standing};
use super::outcome::{About, Refused};
use crate::domain::{PersonId, Stint, StintMode};
use crate::import::Code;
use crate::import::values::DateValue;

const ARRIVE: &str = "到岗日期";
const PLAN: &str = "计划离岗";
const LEAVE: &str = "实际离岗";
const RANGE: &str = "起止时间";

/// When a stint begins, should end, and ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dates {
    /// First day.
    pub(super) arrive: Known,
    /// Planned last day.
    pub(super) plan: Option<Known>,
    /// Actual last day.
    pub(super) leave: Option<Known>,
}

impl Dates {
    /// R03, also where the other end is the stored one.
    pub(super) fn refuse_backwards(&self, line: &Line<'_>, stored: &Stint) -> Result<(), Refused> {
        let arrive = standing(Known::of(Some(stored.arrive_on), stored.arrive_prec), Some(self.arrive));
        let plan = standing(Known::of(stored.plan_leave_on, stored.plan_leave_prec), self.plan);
        let leave = standing(Known::of(stored.leave_on, stored.leave_prec), self.leave);
        let from = if line.has(ARRIVE) { ARRIVE } else { RANGE };
        line.in_order((from, arrive), (PLAN, plan))?;
        line.in_order((from, arrive), (LEAVE, leave))
    }

    /// Enters them into a stint; a blank leaves what is stored.
    pub(super) fn fill(&self, stint: &mut Stint) {
        let mut arrive_on = Some(stint.arrive_on);
        fill_date(&mut arrive_on, &mut stint.arrive_prec, Some(self.arrive));
        stint.arrive_on = arrive_on.unwrap_or(stint.arrive_on);
        fill_date(&mut stint.plan_leave_on, &mut stint.plan_leave_prec, self.plan);
        fill_date(&mut stint.leave_on, &mut stint.leave_prec, self.leave);
    }
}

/// Reads the dates: columns of their own go before the range in one cell.
pub(super) fn dates(line: &mut Line<'_>) -> Result<Dates, Refused> {
    let range = line.date_range(RANGE)?;
    let arrive = line.known_date(ARRIVE)?;
    let plan = line.known_date(PLAN)?;
    let leave = line.known_date(LEAVE)?;
    let start = arrive.or_else(|| range.as_ref().map(|range| known(&range.from)));
    let Some(start) = start else {
        let heading = if line.has(ARRIVE) || !line.has(RANGE) { ARRIVE } else { RANGE };
        return Err(line.refuse(heading, Code::R01, About::Nothing));
    };
    let from_heading = if arrive.is_some() { ARRIVE } else { RANGE };
    line.in_order((from_heading, Some(start)), (PLAN, plan))?;
    line.in_order((from_heading, Some(start)), (LEAVE, leave))?;
    let plan = plan.or_else(|| range.as_ref().and_then(|range| range.to.as_ref()).map(known));
    Ok(Dates { arrive: start, plan, leave })
}

const fn known(date: &DateValue) -> Known {
    Known { on: date.on, precision: date.precision }
}

/// R15: one person has at most one long posting at a time. Months are read in favour of the row,
/// and leaving one host on the day of arriving at the next is a handover, not an overlap.
pub(super) fn refuse_overlap(
    bench: &Bench<'_>,
    line: &Line<'_>,
    person: PersonId,
    stored: Option<&Stint>,
    mode: Option<StintMode>,
    dates: &Dates,
) -> Result<(), Refused> {
    if mode.or_else(|| stored.map(|stint| stint.mode)).unwrap_or(StintMode::LongTerm) != StintMode::LongTerm {
        return Ok(());
    }
    let others = bench.index.stints(person).iter().filter_map(|id| bench.draft.get(*id));
    let clash = others
        .filter(|other| other.mode == StintMode::LongTerm && Some(other.id) != stored.map(|stint| stint.id))
        .find(|other| starts_before_end(dates.arrive, other) && starts_before(other, dates));
    match clash {
        None => Ok(()),
        Some(other) => {
            Err(line.refuse(if line.has(ARRIVE) { ARRIVE } else { RANGE }, Code::R15, bench.period_of(other)))
        }
    }
}

fn starts_before_end(arrive: Known, other: &Stint) -> bool {
    other.leave_on.or(other.plan_leave_on).is_none_or(|end| arrive.last() < end)
}

fn starts_before(other: &Stint, dates: &Dates) -> bool {
    let end = dates.leave.or(dates.plan);
    end.is_none_or(|end| other.arrive_prec.span(other.arrive_on).to() < end.on)
}
