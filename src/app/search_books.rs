//! What the search finds beside people and places: by their words, tasks, duties, funds, studios, teams and tours.

use super::search::{Hit, best, described, joined};
use crate::domain::{InstitutionId, Registry, Table};

/// What a record is called and what tells it from others.
struct Called<'a> {
    table: Table,
    id: i64,
    title: &'a str,
    /// Other words by which it is found.
    words: Vec<&'a str>,
    detail: String,
}

impl Called<'_> {
    fn hit(self, text: &str) -> Option<(u32, Hit)> {
        let rank = best(&[self.title], text).or_else(|| described(&self.words, text))?;
        Some((rank, Hit { table: self.table, id: self.id, title: self.title.to_owned(), detail: self.detail }))
    }
}

/// The records that the text finds, with their rank.
pub(super) fn hits(registry: &Registry, text: &str) -> Vec<(u32, Hit)> {
    let all = tasks(registry).chain(duties(registry)).chain(groups(registry)).chain(papers(registry));
    all.filter_map(|called| called.hit(text)).collect()
}

fn place(registry: &Registry, inst: Option<InstitutionId>) -> &str {
    inst.and_then(|id| registry.institutions.get(&id)).map_or("", |inst| &inst.name)
}

fn tasks(registry: &Registry) -> impl Iterator<Item = Called<'_>> {
    registry.tasks.values().map(|task| Called {
        table: Table::Task,
        id: task.id.raw(),
        title: &task.title,
        words: vec![&task.category],
        detail: joined(&[place(registry, task.site), &task.list, &task.owner]),
    })
}

/// What falls due again and again, what meetings decided, what stands in the way.
fn duties(registry: &Registry) -> impl Iterator<Item = Called<'_>> {
    let obligations = registry.obligations.values().map(|duty| Called {
        table: Table::Obligation,
        id: duty.id.raw(),
        title: &duty.title,
        words: vec![&duty.addressee],
        detail: duty.addressee.clone(),
    });
    let resolutions = registry.resolutions.values().map(|resolution| {
        let meeting = registry.meetings.get(&resolution.meeting).map_or("", |meeting| &meeting.title);
        Called {
            table: Table::Resolution,
            id: resolution.id.raw(),
            title: &resolution.text,
            words: vec![meeting],
            detail: joined(&[meeting, &resolution.unit, &resolution.owner]),
        }
    });
    let problems = registry.problems.values().map(|problem| Called {
        table: Table::Problem,
        id: problem.id.raw(),
        title: &problem.text,
        words: Vec::new(),
        detail: joined(&[place(registry, problem.site), &problem.owner]),
    });
    obligations.chain(resolutions).chain(problems)
}

fn groups(registry: &Registry) -> impl Iterator<Item = Called<'_>> {
    let studios = registry.studios.values().map(|studio| Called {
        table: Table::Studio,
        id: studio.id.raw(),
        title: &studio.name,
        words: vec![&studio.head_name],
        detail: joined(&[place(registry, Some(studio.host_inst)), &studio.head_name]),
    });
    let teams = registry.teams.values().map(|team| Called {
        table: Table::Team,
        id: team.id.raw(),
        title: &team.name,
        words: vec![&team.area],
        detail: joined(&[place(registry, Some(team.inst)), &team.head_name]),
    });
    studios.chain(teams)
}

fn papers(registry: &Registry) -> impl Iterator<Item = Called<'_>> {
    let funds = registry.funds.values().map(|fund| Called {
        table: Table::Fund,
        id: fund.id.raw(),
        title: if fund.project.is_empty() { &fund.source } else { &fund.project },
        words: vec![&fund.source],
        detail: joined(&[place(registry, fund.site), &fund.source]),
    });
    let agreements = registry.agreements.values().map(|agreement| Called {
        table: Table::Agreement,
        id: agreement.id.raw(),
        title: &agreement.number,
        words: Vec::new(),
        detail: agreement.signed_on.map_or_else(String::new, |on| on.to_string()),
    });
    funds.chain(agreements)
}
