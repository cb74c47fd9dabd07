//! Rows about tours: teams, cars, how often a township is visited, market days.

use super::choices::Draft;
use super::groups::{Groups, ones};
use super::rule::{Rule, Scope};
use super::table::Choice;
use crate::domain::Norm;

pub fn rows(draft: &mut Draft) {
    let (days, weeks) = (draft.instance.days(), draft.instance.weeks);
    let mut opened: Vec<([usize; 3], u32)> = Vec::new();
    for site in 0..draft.instance.sites.len() {
        let first = opened.len();
        opened.extend((0..days).filter_map(|day| Some(([day, 0, 0], tour(draft, site, day)?))));
        let own = opened.iter().skip(first);
        let weekly = Groups::sorted([weeks, 1, 1], own.map(|([day, ..], open)| ([day / 7, 0, 0], *open)));
        how_often(draft, site, &weekly);
    }
    let opened = Groups::sorted([days, 1, 1], opened.iter().copied());
    for day in 0..days {
        draft.at_most((Rule::Cars, Scope::default().day(day)), opened.of([day, 0, 0]));
    }
}

/// The rows of one township and day; gives the choice to visit it, where a team can come together.
fn tour(draft: &mut Draft, site: usize, day: usize) -> Option<u32> {
    let scope = Scope::default().site(site).day(day);
    let members = draft.norms.of_row(Rule::TourTeam, scope)?;
    let (least, most) = (members.lo?, members.hi?);
    let team = draft.tour.of([site, day, 0]).to_vec();
    if team.is_empty() && least > 0 {
        return None;
    }
    if i64::try_from(team.len()).is_ok_and(|count| count < i64::from(least)) {
        draft.table.row((Rule::TourTeam, scope), ones(&team), Norm::at_most(0, members.force));
        return None;
    }
    let table = &mut draft.table;
    let open = table.choose(Choice::Open { site, day });
    // A visit without anyone is cut off by the least size, a traveller without a visit by the greatest.
    table.row((Rule::TourTeam, scope), ones(&team).chain([(open, -least)]), Norm::at_least(0, members.force));
    table.row((Rule::TourTeam, scope), ones(&team).chain([(open, -most)]), Norm::at_most(0, members.force));
    let market = draft.instance.sites.get(site).map(|facts| facts.market_weekday);
    if market != Some(day % 7) {
        table.charge(open, Rule::MarketMiss, draft.norms.price(Rule::MarketMiss));
    }
    Some(open)
}

fn how_often(draft: &mut Draft, site: usize, weekly: &Groups) {
    let weeks = draft.instance.weeks;
    let scope = Scope::default().site(site);
    for week in 0..weeks {
        draft.at_most((Rule::TourSiteWeek, scope.week(week)), weekly.of([week, 0, 0]));
    }
    let Some(window) = draft.instance.sites.get(site).map(|facts| facts.window_weeks) else { return };
    for first in 0..(weeks + 1).saturating_sub(window) {
        let visits: Vec<u32> = (first..first + window).flat_map(|week| weekly.of([week, 0, 0])).copied().collect();
        draft.count((Rule::SiteWindow, scope.week(first)), &visits);
    }
}
