//! Rows about tours: teams, cars, how often, and where nobody has been for long.

use super::candidates::Draft;
use crate::domain::{Force, Norm, RulePlace, RuleTerm, Slot};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, Rule, Scope};

/// Longer plans go on usual days only: to keep them small.
const ANY_DAY: usize = 4;
/// What a week with fewer tours than usual costs for each.
const USUAL_TOUR: i64 = 60;

pub fn rows(draft: &mut Draft<'_>) {
    if draft.outing.sites.is_empty() {
        return;
    }
    let mut opened = Vec::new();
    for site in 0..draft.outing.sites.len() {
        for day in 0..draft.horizon.days() {
            opened.extend(visit(draft, site, day).map(|open| (site, day, open)));
        }
    }
    home_after_tours(draft);
    cars(draft, &opened);
    once_a_week(draft, &opened);
    windows(draft, &opened);
}

/// A visit and its team; none where no team can come together.
fn visit(draft: &mut Draft<'_>, site: usize, day: usize) -> Option<u32> {
    let on = draft.horizon.on(day);
    let stands = draft.outing.visits.contains(&(site, day));
    if stands || !can_go(draft, day) || (draft.horizon.weeks() > ANY_DAY && !is_best_day(draft, site, day)) {
        return None;
    }
    let is_free = |expert: &usize| draft.is_free(*expert, day, Slot::Am) && draft.is_free(*expert, day, Slot::Pm);
    let who: Vec<usize> = draft.outing.travellers.iter().copied().filter(is_free).collect();
    let (least, most) = draft.outing.team;
    let mut team = Vec::new();
    for expert in who {
        let Some(wish) = draft.wish(expert, day, Slot::Am) else { continue };
        let id = draft.other(Choice::Duty(Duty::Tour { expert, site, day }));
        draft.table.charge(id, Rule::Dislike, wish);
        draft.seats.push((expert, site, day, id));
        team.push(id);
    }
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / 2);
    let scope = Scope::default().site(site).day(day);
    let ones = || team.iter().map(|id| (*id, 1));
    if team.len() < least {
        draft.table.row((Rule::TourTeam, scope), ones(), Norm::at_most(0, Force::Hard));
        return None;
    }
    let open = draft.table.choose(Choice::Open { site, day });
    draft.table.row((Rule::TourTeam, scope), ones().chain([(open, -number(least))]), Norm::at_least(0, Force::Hard));
    draft.table.row((Rule::TourTeam, scope), ones().chain([(open, -number(most))]), Norm::at_most(0, Force::Hard));
    let continuity = draft.rule(RuleTerm::Continuity, &RulePlace::on(on)).map_or(0, |rule| i64::from(rule.price));
    let is_usual = is_usual_day(draft, site, day);
    // Where nobody has been for long comes first.
    let unseen = draft.outing.unseen.get(site).copied().unwrap_or_default();
    draft.table.charge(open, Rule::MarketMiss, if is_usual { 0 } else { continuity });
    draft.table.charge(open, Rule::ToursUsual, 10 - unseen);
    Some(open)
}

/// Whether anybody can go anywhere on a day.
fn can_go(draft: &Draft<'_>, day: usize) -> bool {
    let on = draft.horizon.on(day);
    draft.ground.is_open(on) && draft.ground.calendar.facts(on).is_working()
}

/// Whether tours usually go on such a day, or the rule of the site names it.
fn is_usual_day(draft: &Draft<'_>, site: usize, day: usize) -> bool {
    let on = draft.horizon.on(day);
    let inst = draft.outing.sites.get(site).and_then(|id| draft.ground.registry.institutions.get(id));
    let asked =
        inst.and_then(|inst| draft.rule(RuleTerm::Tours, &RulePlace::site(inst, on))).and_then(|rule| rule.weekday);
    let weekday = super::visits::plain_weekday(on);
    match asked {
        Some(number) => usize::from(number) == weekday + 1,
        None => draft.outing.weekdays.is_empty() || draft.outing.weekdays.contains(&weekday),
    }
}

/// Whether it is a usual day, or the week has none on which anybody can go.
fn is_best_day(draft: &Draft<'_>, site: usize, day: usize) -> bool {
    let first = day / 7 * 7;
    is_usual_day(draft, site, day)
        || !(first..first + 7).any(|other| can_go(draft, other) && is_usual_day(draft, site, other))
}

/// Who travels is not on call in the night after it.
fn home_after_tours(draft: &mut Draft<'_>) {
    let mut by_day: std::collections::BTreeMap<(usize, usize), Vec<u32>> = std::collections::BTreeMap::new();
    for (expert, _, day, id) in &draft.seats {
        by_day.entry((*expert, *day)).or_default().push(*id);
    }
    for ((expert, day), mut ids) in by_day {
        let nights = draft.nights.iter().filter(|(who, at, _)| (*who, *at) == (expert, day));
        let nights: Vec<u32> = nights.map(|(.., id)| *id).collect();
        let place = draft.expert_place(expert, day);
        if let Some(rule) = draft.rule(RuleTerm::RestAfterDuty, &place).filter(|_| !nights.is_empty()) {
            ids.extend(nights);
            let about = (Rule::TourThenOncall, Scope::default().expert(expert).day(day));
            draft.hold(about, &ids, Norm::at_most(1, Norm::of(&rule).force));
        }
    }
}

/// One car for each tour; those that stand have theirs.
fn cars(draft: &mut Draft<'_>, opened: &[(usize, usize, u32)]) {
    for day in 0..draft.horizon.days() {
        let place = RulePlace::on(draft.horizon.on(day));
        let Some(rule) = draft.rule(RuleTerm::Cars, &place) else { continue };
        let Some(most) = rule.at_most else { continue };
        let standing = draft.outing.visits.iter().filter(|(_, at)| *at == day).count();
        let left = i64::from(most) - i64::try_from(standing).unwrap_or(i64::MAX);
        let ids: Vec<u32> = opened.iter().filter(|(_, at, _)| *at == day).map(|(.., id)| *id).collect();
        let about = (Rule::Cars, Scope::default().day(day));
        let left = i32::try_from(left.max(0)).unwrap_or(i32::MAX);
        draft.hold(about, &ids, Norm::at_most(left, Norm::of(&rule).force));
    }
}

/// A site is visited at most once a week, and a week has no more tours than rules or habit ask for.
fn once_a_week(draft: &mut Draft<'_>, opened: &[(usize, usize, u32)]) {
    for week in 0..draft.horizon.weeks() {
        let of_week = |opened: &&(usize, usize, u32)| opened.1 / 7 == week;
        for site in 0..draft.outing.sites.len() {
            let ids = opened.iter().filter(of_week).filter(|(at, ..)| *at == site).map(|(.., id)| *id);
            let ids: Vec<u32> = ids.collect();
            let stands = draft.outing.visits.iter().any(|(at, day)| *at == site && day / 7 == week);
            let scope = Scope::default().site(site).week(week);
            draft.hold((Rule::TourSiteWeek, scope), &ids, Norm::at_most(i32::from(!stands), Force::Hard));
        }
        let ids: Vec<u32> = opened.iter().filter(of_week).map(|(.., id)| *id).collect();
        let standing = draft.outing.standing.get(&week).copied().unwrap_or_default();
        let is_in_hand = draft.standings.is_in_hand(draft.ground, draft.horizon, week);
        let wanted = if is_in_hand { 0 } else { draft.outing.a_week.saturating_sub(standing) };
        let usual = i32::try_from(wanted).unwrap_or(i32::MAX);
        if !ids.is_empty() {
            let about = (Rule::ToursUsual, Scope::default().week(week));
            draft.hold(about, &ids, Norm::at_least(usual, Force::Price(USUAL_TOUR)));
            draft.hold(about, &ids, Norm::at_most(usual, Force::Price(USUAL_TOUR / 2)));
        }
    }
}

/// What rules ask of each site. A window that goes on after the plan presses only by the share of it that is planned.
fn windows(draft: &mut Draft<'_>, opened: &[(usize, usize, u32)]) {
    for window in draft.outing.windows.clone() {
        let Some(site) = draft.outing.sites.get(window.site).and_then(|id| draft.ground.registry.institutions.get(id))
        else {
            continue;
        };
        let Some(first) = window.days.first() else { continue };
        let Some(rule) = draft.rule(RuleTerm::Tours, &RulePlace::site(site, draft.horizon.on(*first))) else {
            continue;
        };
        let ids: Vec<u32> = opened
            .iter()
            .filter(|(at, day, _)| *at == window.site && window.days.contains(day))
            .map(|(.., id)| *id)
            .collect();
        let is_last_chance = window.left <= window.days.len();
        let price = i64::from(rule.price) * i64::try_from(window.days.len()).unwrap_or(1)
            / i64::try_from(window.left.max(1)).unwrap_or(1);
        let about = (Rule::SiteWindow, Scope::default().site(window.site).week(first / 7));
        let force = match Norm::of(&rule).force {
            Force::Hard if is_last_chance => Force::Hard,
            Force::Hard => Force::Price(USUAL_TOUR),
            Force::Price(_) => Force::Price(price),
        };
        draft.hold(about, &ids, Norm::at_least(window.missing, force));
    }
}
