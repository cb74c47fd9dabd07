//! D33 and D34: studios of noted doctors and teams, in the columns that the import reads back.

use super::ledger::Ledger;
use crate::domain::{Studio, Team};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the list of studios that had opened by the end of the period, or of which that is not known.
#[must_use]
pub fn studio_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let is_in = |studio: &&Studio| {
        studio.opened_on.is_none_or(|on| studio.opened_prec.span(on).from() <= request.period.to())
            && request.relation.is_none_or(|wanted| studio.relation == Some(wanted))
    };
    let mut studios: Vec<&Studio> = sources.registry.studios.values().filter(is_in).collect();
    studios.sort_by_key(|studio| (sources.institution(studio.host_inst).map(|inst| inst.sort), studio.id));
    let rows = studios.iter().map(|studio| {
        vec![
            studio.name.clone(),
            studio.kind.clone(),
            sources.inst_name(Some(studio.host_inst)),
            sources.dept_name(studio.dept),
            studio.head_name.clone(),
            sources.inst_name(studio.head_inst),
            studio.opened_on.map(|on| tr.known_date(on, studio.opened_prec)).unwrap_or_default(),
            studio.status.map(|status| tr.build_status(status).to_owned()).unwrap_or_default(),
            studio.note.clone(),
        ]
    });
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.full_date(request.period.to())],
        is_landscape: true,
        columns: &[
            (tr.record_name(), 44.0, false),
            (tr.record_kind(), 28.0, false),
            (tr.ledger_studio_at(), 44.0, false),
            (tr.ledger_dept(), 24.0, false),
            (tr.ledger_head(), 18.0, false),
            (tr.ledger_head_home(), 40.0, false),
            (tr.ledger_opened(), 22.0, false),
            (tr.ledger_status(), 16.0, false),
            (tr.paper_remark(), 30.0, false),
        ],
        rows: rows.collect(),
        total: Some(tr.ledger_studio_total(studios.len())),
        notes: Vec::new(),
        nothing: tr.ledger_no_studios(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

/// Builds the list of teams that had begun by the end of the period, or of which that is not known.
#[must_use]
pub fn team_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let is_in = |team: &&Team| {
        team.from_on.is_none_or(|on| team.from_prec.span(on).from() <= request.period.to())
            && request.relation.is_none_or(|wanted| team.relation == Some(wanted))
    };
    let mut teams: Vec<&Team> = sources.registry.teams.values().filter(is_in).collect();
    teams.sort_by_key(|team| (sources.institution(team.inst).map(|inst| inst.sort), team.id));
    let members = |team: &Team| {
        let own = sources.registry.team_members.values().filter(|member| member.team == team.id);
        own.map(|member| member.name.as_str()).collect::<Vec<_>>().join(tr.paper_list_comma())
    };
    let rows = teams.iter().map(|team| {
        vec![
            team.name.clone(),
            sources.inst_name(Some(team.inst)),
            team.head_name.clone(),
            members(team),
            team.headcount.map(|count| count.to_string()).unwrap_or_default(),
            team.area.clone(),
            team.from_on.map(|on| tr.known_date(on, team.from_prec)).unwrap_or_default(),
            team.note.clone(),
        ]
    });
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.full_date(request.period.to())],
        is_landscape: true,
        columns: &[
            (tr.ledger_team(), 42.0, false),
            (tr.ledger_unit(), 42.0, false),
            (tr.ledger_team_head(), 18.0, false),
            (tr.ledger_members(), 56.0, false),
            (tr.ledger_headcount(), 12.0, true),
            (tr.ledger_area(), 44.0, false),
            (tr.ledger_opened(), 22.0, false),
            (tr.paper_remark(), 28.0, false),
        ],
        rows: rows.collect(),
        total: Some(tr.ledger_team_total(teams.len())),
        notes: Vec::new(),
        nothing: tr.ledger_no_teams(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}
