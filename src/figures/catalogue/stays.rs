//! What is worked out from stints: who is here on a day, who has served long enough, where a batch came too late.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::super::answer::is_by_time;
use super::super::exact::Exact;
use super::super::gather::days_of;
use super::super::key::{Field, Key};
use super::super::line::{Line, Remark};
use super::super::spec::Scope;
use super::super::when::When;
use crate::domain::{DepartmentId, InstitutionId, Period, PersonId, RelationId, Slot, Stint};

/// The last possible first day and the first possible last day: what counts of days start and end with.
pub fn counted_days(stint: &Stint) -> (NaiveDate, Option<NaiveDate>) {
    let from = stint.arrive_prec.span(stint.arrive_on).to();
    let to = stint.surely_until();
    (from, to)
}

/// What has to be said where a stint's limits are known only to the month or year.
pub fn estimated(stint: &Stint) -> Option<Remark> {
    let is_rough = !stint.begins_on_a_day() || !stint.ends_on_a_day();
    is_rough.then_some(Remark::Estimated(stint.person))
}

/// Who is here, day by day: the last day of the time, or every day of a series.
pub fn present<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    let last = scope.time.last().unwrap_or(books.today);
    let days = if is_by_time(scope.query) { days_of(scope.time, &lines, books.today) } else { None };
    let days = days.unwrap_or(Period::day(last));
    let mut found = Vec::new();
    for line in lines {
        let Some(stint) = line.stint else { continue };
        let leave = books.leave_of(stint.person);
        let is_away =
            |on: NaiveDate| leave.iter().any(|leave| leave.covers(on, Slot::Am) || leave.covers(on, Slot::Pm));
        let from = days.from().max(stint.first_day());
        let to = stint.last_day().map_or(days.to(), |last| last.min(days.to()));
        let here = Period::new(from, to).into_iter().flat_map(Period::days).filter(|on| !is_away(*on));
        found.extend(here.map(|on| Line { when: When::Event(Period::day(on)), ..line.clone() }));
    }
    found
}

/// Those who have served the days asked for at one host without interruption, on the last day of the time.
pub fn served<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let on = scope.time.last().unwrap_or(scope.names.books.today);
    let mut by_host: BTreeMap<(PersonId, InstitutionId), Vec<Line<'a>>> = BTreeMap::new();
    for line in lines {
        let Some(stint) = line.stint else { continue };
        by_host.entry((stint.person, stint.host_inst)).or_default().push(line);
    }
    let mut found = Vec::new();
    for mut stints in by_host.into_values() {
        stints.sort_by_key(|line| line.when.first());
        // First and last day that count, the last day that is possible, and the lines.
        let mut runs: Vec<(NaiveDate, NaiveDate, Option<NaiveDate>, Vec<Line<'a>>)> = Vec::new();
        for line in stints {
            let Some(stint) = line.stint else { continue };
            let (from, to) = counted_days(stint);
            let to = to.map_or(on, |to| to.min(on));
            if from > to {
                continue;
            }
            // A month in which one stint ended and the next began leaves no day between that is certain.
            let goes_on = |reach: &Option<NaiveDate>| {
                reach.is_none_or(|last| {
                    last.checked_add_days(Days::new(1)).is_some_and(|next| stint.first_day() <= next)
                })
            };
            match runs.last_mut().filter(|(_, _, reach, _)| goes_on(reach)) {
                Some((_, last, reach, lines)) => {
                    *last = to.max(*last);
                    *reach = reach.zip(stint.last_day()).map(|(one, other)| one.max(other));
                    lines.push(line);
                }
                None => runs.push((from, to, stint.last_day(), vec![line])),
            }
        }
        let long = runs.into_iter().filter(|(from, to, ..)| (*to - *from).num_days() + 1 >= scope.query.min_days);
        found.extend(long.flat_map(|(.., lines)| lines).map(|line| Line {
            when: When::Event(Period::day(on)),
            remark: line.stint.and_then(estimated),
            ..line
        }));
    }
    found
}

/// A department that a relation fills, batch after batch.
type Seat = (Option<RelationId>, InstitutionId, Option<DepartmentId>);

/// The days between the last leave of a batch and the first arrival of the next, department by department.
pub fn gaps<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    let mut seats: BTreeMap<Seat, BTreeMap<u32, Vec<Line<'a>>>> = BTreeMap::new();
    for line in lines {
        let Some(stint) = line.stint else { continue };
        let Some(batch) = stint.batch.and_then(|id| books.registry.batches.get(&id)) else { continue };
        let seat = (stint.relation, stint.host_inst, stint.host_dept);
        seats.entry(seat).or_default().entry(batch.no).or_default().push(line);
    }
    let bounds = scope.time.bounds();
    let is_asked = |arrival: NaiveDate| scope.query.choices.contains_key(&Key::Batch) || bounds.contains(arrival);
    let mut found = Vec::new();
    for batches in seats.values() {
        for (before, after) in batches.values().zip(batches.values().skip(1)) {
            let Some(first) = after.iter().min_by_key(|line| line.when.first()) else { continue };
            let Some(arrival) = first.when.first().filter(|arrival| is_asked(*arrival)) else { continue };
            // A batch that is still there leaves no gap.
            let leaves: Option<Vec<NaiveDate>> =
                before.iter().map(|line| line.stint.and_then(Stint::last_day)).collect();
            let last = leaves.and_then(|leaves| leaves.into_iter().max());
            let days = last.map_or(0, |last| ((arrival - last).num_days() - 1).max(0));
            let others = before.iter().chain(after).flat_map(|line| line.records().collect::<Vec<_>>());
            let mut gap = Line { when: When::Event(Period::day(arrival)), also: others.collect(), ..first.clone() };
            gap.remark = before.iter().chain(after).find_map(|line| line.stint.and_then(estimated));
            gap.fields.retain(|(field, _)| *field != Field::Name);
            found.push(gap.amounting(Exact::whole(days)));
        }
    }
    found
}
