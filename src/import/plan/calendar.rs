//! Sheet kind `calendar`, and the marks of day headings: holidays, make-up days, whose weekday they follow.

use chrono::{Datelike, NaiveDate, Weekday};

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Taken};
use crate::domain::{CalendarDay, DayKind};
use crate::import::values::{self, DayMark};
use crate::import::{Code, RowResult};

const DATE: &str = "日期";
const KIND: &str = "类别";
const FOLLOWS: &str = "按周几";

/// One date.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let on = line.date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?.on;
    let kind = line.read(KIND, values::day_kind)?.ok_or_else(|| line.refuse(KIND, Code::R01, About::Nothing))?;
    let follows = line.read(FOLLOWS, values::weekday)?;
    let mut day = stored(bench, on).unwrap_or_else(|| new(bench, on, kind));
    day.kind = kind;
    fill(&mut day.name, line.text("名称"));
    fill_some(&mut day.acts_as_weekday, follows.map(number));
    let source = line.text("来源").or_else(|| day.source.is_empty().then(|| line.sheet.file.clone()));
    fill(&mut day.source, source);
    bench.draft.claim(day).map_err(|_| line.refuse(DATE, Code::R11, About::Nothing))
}

/// What the mark of a day heading adds to the calendar: which weekday a make-up day follows, and make-up days
/// and festivals of years that nobody has announced yet. It never overrules the calendar otherwise.
pub(super) fn take_mark(bench: &mut Bench<'_>, on: NaiveDate, mark: DayMark, source: &str) -> RowResult {
    let facts = bench.calendar.facts(on);
    let is_known = bench.calendar.knows(on.year());
    let is_weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
    let (kind, follows) = match mark {
        DayMark::MakeUp(follows) if follows.is_some() || (!is_known && is_weekend) => (DayKind::MakeUp, follows),
        DayMark::Holiday if !is_known && !is_weekend => (DayKind::Holiday, None),
        _ => return RowResult::Unchanged,
    };
    let mut day = stored(bench, on).unwrap_or_else(|| CalendarDay {
        name: facts.name.clone(),
        source: source.to_owned(),
        ..new(bench, on, kind)
    });
    day.kind = kind;
    fill_some(&mut day.acts_as_weekday, follows.map(number));
    bench.draft.put(day)
}

fn stored(bench: &Bench<'_>, on: NaiveDate) -> Option<CalendarDay> {
    bench.registry().calendar_days.values().find(|day| day.on_date == on).cloned()
}

fn new(bench: &mut Bench<'_>, on_date: NaiveDate, kind: DayKind) -> CalendarDay {
    CalendarDay {
        id: bench.draft.new_id(),
        on_date,
        kind,
        name: String::new(),
        acts_as_weekday: None,
        source: String::new(),
    }
}

/// 1 Monday … 7 Sunday.
fn number(weekday: Weekday) -> u8 {
    u8::try_from(weekday.number_from_monday()).unwrap_or(1)
}
