//! C09: too few people on post, or too few of senior rank among them, on the day.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::ground::{Ground, record};
use super::rules::{Place, Rule};
use crate::domain::{
    CheckRuleId, InstitutionId, Period, PersonId, Programme, RelationId, Slot, Stint, StintMode, Table,
};

/// People who are counted together: a programme's at a host, however many hospitals send them; those of one relation
/// where the rule speaks of relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Team {
    rule: CheckRuleId,
    programme: Option<Programme>,
    relation: Option<RelationId>,
    host: InstitutionId,
}

/// Teams with fewer people of a rank on post than asked for; a team of which nobody is there while its relation runs
/// is one too. Only long postings count: who comes for a day a week is not there every day.
pub fn short(ground: &Ground<'_>) -> Vec<Found> {
    let mut teams: BTreeMap<Team, (&Rule<'_>, Vec<&Stint>)> = BTreeMap::new();
    let long = ground.registry.stints.values().filter(|stint| stint.mode == StintMode::LongTerm);
    for stint in long.filter(|stint| stint.first_day() <= ground.on) {
        let Some(rule) = ground.rule_of("C09", stint) else { continue };
        let is_running = stint.runs_on(ground.on);
        if !is_running && !is_expected(ground, stint) {
            continue;
        }
        let here = &mut teams.entry(team_of(ground, rule, stint)).or_insert_with(|| (rule, Vec::new())).1;
        if is_running && !is_away(ground, stint) {
            here.push(stint);
        }
    }
    teams.into_iter().flat_map(|(team, (rule, here))| short_of(ground, rule, team.host, &here)).collect()
}

fn team_of(ground: &Ground<'_>, rule: &Rule<'_>, stint: &Stint) -> Team {
    let programme = Place::of_stint(ground.registry, stint).programme;
    let relation = stint.relation.filter(|_| rule.row.relation.is_some());
    Team { rule: rule.row.id, programme, relation, host: stint.host_inst }
}

/// Whether somebody is to be there although this stint is over: its relation runs on.
fn is_expected(ground: &Ground<'_>, stint: &Stint) -> bool {
    let relation = stint.relation.and_then(|id| ground.registry.relations.get(&id));
    relation.is_some_and(|relation| relation.touches(Period::day(ground.on)))
}

fn is_away(ground: &Ground<'_>, stint: &Stint) -> bool {
    let leave = ground.books.leave_of(stint.person).iter();
    leave.into_iter().any(|leave| leave.covers(ground.on, Slot::Am) || leave.covers(ground.on, Slot::Pm))
}

fn short_of(ground: &Ground<'_>, rule: &Rule<'_>, host: InstitutionId, here: &[&Stint]) -> Vec<Found> {
    let rank = |stint: &Stint| {
        ground.registry.people.get(&stint.person).map_or(0, |person| i64::from(person.title_rank.unwrap_or(0)))
    };
    let of_rank = |least: i64| -> Vec<&Stint> { here.iter().copied().filter(|stint| rank(stint) >= least).collect() };
    let count = |stints: &[&Stint]| {
        let people: BTreeSet<PersonId> = stints.iter().map(|stint| stint.person).collect();
        i64::try_from(people.len()).unwrap_or(i64::MAX)
    };
    let tr = ground.tr;
    let told = |stints: Vec<&Stint>, actual: String, required: String| {
        let found = rule.found(ground.place(host).to_owned(), actual, required).on(ground.on);
        Found { records: stints.iter().map(|stint| record(Table::Stint, stint.id.raw())).collect(), ..found }
    };
    let (all, seniors) = (of_rank(rule.number("min_rank", 3)), of_rank(rule.number("senior_rank", 4)));
    let (people, wanted) = (count(&all), rule.number("people", 12));
    let few = (people < wanted).then(|| told(all, tr.check_people(people), tr.check_people_at_least(wanted)));
    let (people, wanted) = (count(&seniors), rule.number("seniors", 0));
    let low = (people < wanted).then(|| told(seniors, tr.check_seniors(people), tr.check_seniors_at_least(wanted)));
    few.into_iter().chain(low).collect()
}
