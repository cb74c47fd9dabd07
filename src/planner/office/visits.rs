//! Tours: which sites want a visit, how often, who goes along, and on which weekday.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::ground::{Ground, Horizon};
use super::habit::{Habit, weekday_of};
use super::people::Expert;
use crate::domain::{Institution, InstitutionId, Norm, Period, RulePlace, RuleTerm, RuleWindow, TourStatus, Week};

/// Members of a team where no tour was ever recorded: fewest and most.
const USUAL_TEAM: (usize, usize) = (2, 4);

/// A stretch of time in which a site wants visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The site, by number.
    pub site: usize,
    /// Its open days within the plan, by number.
    pub days: Vec<usize>,
    /// Visits that are still missing.
    pub missing: i32,
    /// Open days of the window after today, within the plan or later.
    pub left: usize,
}

/// What is known about tours.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outing {
    /// Sites by number.
    pub sites: Vec<InstitutionId>,
    /// Fewest and most members of a team.
    pub team: (usize, usize),
    /// Tours of a usual week.
    pub a_week: usize,
    /// Weekdays, 0 Monday, on which tours usually go.
    pub weekdays: BTreeSet<usize>,
    /// Tours that stand in each week already.
    pub standing: BTreeMap<usize, usize>,
    /// Tours that stand: site and day.
    pub visits: BTreeSet<(usize, usize)>,
    /// What rules ask for.
    pub windows: Vec<Window>,
    /// Weeks since the last visit of each site, at most ten.
    pub unseen: Vec<i64>,
    /// Experts who go along.
    pub travellers: BTreeSet<usize>,
}

impl Outing {
    /// Gathers tours and outings.
    pub fn new(ground: &Ground<'_>, horizon: Horizon, experts: &[Expert], habit: &Habit) -> Self {
        let days = visit_days(ground, habit);
        let mut sites: Vec<&Institution> =
            days.keys().filter_map(|id| ground.registry.institutions.get(id)).filter(|site| !site.is_own).collect();
        sites.sort_by_key(|site| (site.sort, site.id));
        let mut outing = Self {
            sites: sites.iter().map(|site| site.id).collect(),
            team: team(ground, habit),
            a_week: habit.outings_a_week().max(tours_a_week(ground, horizon)),
            ..Self::default()
        };
        outing.weekdays = weekdays(ground, &days, horizon);
        for (number, site) in sites.iter().enumerate() {
            let visited = days.get(&site.id).cloned().unwrap_or_default();
            for day in visited.iter().filter_map(|on| horizon.day(*on)) {
                outing.visits.insert((number, day));
                *outing.standing.entry(day / 7).or_default() += 1;
            }
            let last = visited.iter().rfind(|on| **on < horizon.first());
            let weeks = last.map_or(10, |on| horizon.first().signed_duration_since(*on).num_weeks());
            outing.unseen.push(weeks.clamp(0, 10));
            outing.windows.extend(windows(ground, horizon, (number, site), &visited));
        }
        let has_gone = |expert: &Expert| {
            let in_habit = habit.outings.values().any(|who| who.contains(&expert.stint));
            let led = ground.registry.tours.values().any(|tour| tour.leader == Some(expert.person));
            in_habit || led || ground.registry.tour_members.values().any(|member| member.person == Some(expert.person))
        };
        let travels = |(_, expert): &(usize, &Expert)| expert.is_clinical || has_gone(expert);
        outing.travellers = experts.iter().enumerate().filter(travels).map(|(number, _)| number).collect();
        outing
    }
}

/// The days on which each site was or will be visited: by the list of tours and by the sessions of the usual weeks.
fn visit_days(ground: &Ground<'_>, habit: &Habit) -> BTreeMap<InstitutionId, BTreeSet<NaiveDate>> {
    let mut days: BTreeMap<InstitutionId, BTreeSet<NaiveDate>> = BTreeMap::new();
    for tour in ground.registry.tours.values().filter(|tour| tour.stands()) {
        days.entry(tour.inst).or_default().insert(tour.from_on);
    }
    for (on, inst) in habit.outings.keys() {
        days.entry(*inst).or_default().insert(*on);
    }
    for session in ground.sessions.iter().filter(|session| super::habit::is_outing(ground, session)) {
        if session.status != crate::domain::SessionStatus::Cancelled {
            days.entry(session.inst).or_default().insert(session.on_date);
        }
    }
    days
}

/// One more and one fewer than the usual team.
fn team(ground: &Ground<'_>, habit: &Habit) -> (usize, usize) {
    let mut sizes: Vec<usize> = habit.outings.values().map(BTreeSet::len).collect();
    for tour in ground.registry.tours.values().filter(|tour| tour.status == TourStatus::Done) {
        let members = ground.registry.tour_members.values().filter(|member| member.tour == tour.id).count();
        sizes.push(members + usize::from(tour.leader.is_some()));
    }
    sizes.retain(|size| *size > 0);
    sizes.sort_unstable();
    sizes.get(sizes.len() / 2).map_or(USUAL_TEAM, |usual| (usual.saturating_sub(1).max(1), usual + 1))
}

/// Tours a week in the twelve weeks before, rounded up.
fn tours_a_week(ground: &Ground<'_>, horizon: Horizon) -> usize {
    const WEEKS: i64 = 12;
    let is_late = |on: NaiveDate| (1..=7 * WEEKS).contains(&horizon.first().signed_duration_since(on).num_days());
    let tours = ground.registry.tours.values().filter(|tour| tour.stands() && is_late(tour.from_on));
    let weeks: BTreeSet<Week> = tours.clone().map(|tour| Week::of(tour.from_on)).collect();
    if weeks.is_empty() { 0 } else { tours.count().div_ceil(usize::try_from(WEEKS).unwrap_or(12)) }
}

/// The weekdays that had at least a third of the latest tours.
fn weekdays(
    ground: &Ground<'_>,
    days: &BTreeMap<InstitutionId, BTreeSet<NaiveDate>>,
    horizon: Horizon,
) -> BTreeSet<usize> {
    let mut counts = [0_usize; 7];
    let late = days.values().flatten().filter(|on| horizon.first().signed_duration_since(**on).num_days() < 70);
    for on in late {
        if let Some(count) = counts.get_mut(weekday_of(ground, *on)) {
            *count += 1;
        }
    }
    let all: usize = counts.iter().sum();
    (0..7).filter(|weekday| counts.get(*weekday).is_some_and(|count| *count > 0 && 3 * count >= all)).collect()
}

/// The windows of one site that touch the plan, each with what is still missing.
fn windows(
    ground: &Ground<'_>,
    horizon: Horizon,
    (number, site): (usize, &Institution),
    visited: &BTreeSet<NaiveDate>,
) -> Vec<Window> {
    let mut found = Vec::new();
    let mut day = 0;
    while day < horizon.days() {
        let on = horizon.on(day);
        let Some(rule) = ground.book.rule(RuleTerm::Tours, &RulePlace::site(site, on)) else {
            day += 1;
            continue;
        };
        let window = rule.window.around(on);
        let is_open = |on: &NaiveDate| ground.is_open(*on) && ground.calendar.facts(*on).is_working();
        let days: Vec<usize> = window.days().filter(is_open).filter_map(|on| horizon.day(on)).collect();
        let stands = visited.iter().filter(|on| window.contains(**on)).count();
        let missing = Norm::of(rule).missing(i64::try_from(stands).unwrap_or(i64::MAX));
        let left = window.days().filter(|on| *on >= ground.today && ground.calendar.facts(*on).is_working()).count();
        if missing > 0 && !days.is_empty() {
            found.push(Window { site: number, days, missing: i32::try_from(missing).unwrap_or(i32::MAX), left });
        }
        day = horizon.day(window.to()).map_or(horizon.days(), |last| last + 1);
    }
    found
}

impl RuleWindow {
    /// The stretch of its kind that holds the day; half-days and stints are counted by the day.
    #[must_use]
    pub fn around(self, on: NaiveDate) -> Period {
        crate::domain::window_of(self, on)
    }
}

/// The day as a weekday by number, 0 Monday.
pub fn plain_weekday(on: NaiveDate) -> usize {
    on.weekday().num_days_from_monday() as usize
}
