//! Sheet kinds `studio` and `team`: studios of noted doctors, teams and what they look after.

use super::bench::Bench;
use super::line::{Line, fill, fill_date, fill_some};
use super::outcome::{About, Refused, Taken};
use crate::domain::{InstitutionId, PersonId, Precision, Studio, Team, TeamId, TeamMember};
use crate::import::{Code, RowResult, values};

const NAME: &str = "名称";
const HEAD: &str = "负责人";
const HOST: &str = "设立单位";
const TEAM: &str = "团队名称";
const TEAM_INST: &str = "单位";
const LEADER: &str = "队长";
const MEMBERS: &str = "成员";
const COUNT: &str = "人数";

/// One studio.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required(NAME)?;
    let host = bench.known_institution_cell(line, HOST)?;
    let host = host.ok_or_else(|| line.refuse(HOST, Code::R01, About::Nothing))?;
    let status = line.read("状态", values::build_status)?;
    let opened = line.known_date("成立日期")?;
    let head_inst = home_of_head(bench, line)?;
    let head = head(bench, line, HEAD, head_inst);
    let dept = bench.department_if_any(host, line.text("科室"));
    let stored = bench
        .registry()
        .studios
        .values()
        .find(|it| it.host_inst == host && values::same_words(&it.name, &name))
        .cloned();
    let mut studio = stored.unwrap_or_else(|| Studio {
        id: bench.draft.new_id(),
        host_inst: host,
        name,
        kind: String::new(),
        head: None,
        head_name: String::new(),
        head_inst: None,
        dept: None,
        opened_on: None,
        opened_prec: Precision::Day,
        status: None,
        relation: None,
        programme: None,
        note: String::new(),
    });
    let scope = bench.scope(line, None);
    studio.relation = studio.relation.or(scope.0);
    studio.programme = studio.programme.or(scope.1);
    fill(&mut studio.kind, line.text("类别"));
    fill_some(&mut studio.head, head.as_ref().and_then(|head| head.1));
    fill(&mut studio.head_name, head.map(|head| head.0));
    fill_some(&mut studio.head_inst, head_inst);
    fill_some(&mut studio.dept, dept);
    fill_some(&mut studio.status, status);
    fill_date(&mut studio.opened_on, &mut studio.opened_prec, opened);
    Ok(bench.draft.put(studio))
}

/// Where the head of a studio comes from; a name that no institution here bears is announced (N01).
fn home_of_head(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<Option<InstitutionId>, Refused> {
    const HOME: &str = "负责人单位";
    let Some(name) = line.text(HOME) else { return Ok(None) };
    let inst = bench.institution(line, HOME, &name)?;
    if inst.is_none() {
        line.hint(HOME, Code::N01, About::Nothing);
    }
    Ok(inst)
}

/// The name of a head and the person it means; a name kept as text alone is announced (N01).
fn head(
    bench: &Bench<'_>,
    line: &mut Line<'_>,
    heading: &'static str,
    side: Option<InstitutionId>,
) -> Option<(String, Option<PersonId>)> {
    let name = values::name(line.raw(heading))?.name;
    let person = bench.linked(line, heading, &name, side);
    if person.is_none() {
        line.hint(heading, Code::N01, About::Nothing);
    }
    Some((name, person))
}

/// One team with its members.
pub(super) fn take_team(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required(TEAM)?;
    let inst = bench.known_institution_cell(line, TEAM_INST)?;
    let inst = inst.or_else(|| bench.context_institution(line, "institution")).or_else(|| bench.own());
    let inst = inst.ok_or_else(|| line.refuse(TEAM_INST, Code::R01, About::Nothing))?;
    let written = line.read_noting(COUNT, |raw, hints| values::count(raw, Some("人"), hints))?;
    let written = written.and_then(|count| u32::try_from(count).ok());
    let from = line.known_date("成立日期")?;
    let leader = head(bench, line, LEADER, Some(inst));
    let members: Vec<String> = values::names(line.raw(MEMBERS)).into_iter().map(|value| value.name).collect();
    compare_count(line, leader.as_ref().map(|leader| leader.0.as_str()), &members, written);
    let stored = bench
        .registry()
        .teams
        .values()
        .find(|team| team.inst == inst && values::same_words(&team.name, &name))
        .cloned();
    let mut team = stored.unwrap_or_else(|| Team { id: bench.draft.new_id(), inst, name, ..Team::default() });
    let scope = bench.scope(line, None);
    team.relation = team.relation.or(scope.0);
    team.programme = team.programme.or(scope.1);
    fill_some(&mut team.head, leader.as_ref().and_then(|leader| leader.1));
    fill(&mut team.head_name, leader.map(|leader| leader.0));
    fill_some(&mut team.headcount, written);
    let area = values::list(line.raw("服务范围")).join("、");
    fill(&mut team.area, (!area.is_empty()).then_some(area));
    fill_date(&mut team.from_on, &mut team.from_prec, from);
    let id = team.id;
    let mut result = bench.draft.put(team);
    for name in members {
        result = result.with(put_member(bench, line, id, inst, &name));
    }
    Ok(result)
}

/// N12 where the number written is neither that of the members nor that with their leader.
fn compare_count(line: &mut Line<'_>, leader: Option<&str>, members: &[String], written: Option<u32>) {
    let Some(written) = written.filter(|_| !members.is_empty()) else { return };
    let is_leader_apart = leader.is_some_and(|leader| members.iter().all(|member| member != leader));
    let computed = members.len() + usize::from(is_leader_apart);
    if usize::try_from(written).ok() != Some(computed) {
        line.hint(COUNT, Code::N12, About::Computed(computed.to_string()));
    }
}

fn put_member(bench: &mut Bench<'_>, line: &Line<'_>, team: TeamId, inst: InstitutionId, name: &str) -> RowResult {
    let person = bench.linked(line, MEMBERS, name, Some(inst));
    let is_same = |member: &&TeamMember| member.team == team && values::same_words(&member.name, name);
    let stored = bench.registry().team_members.values().find(is_same).cloned();
    let mut member =
        stored.unwrap_or_else(|| TeamMember { id: bench.draft.new_id(), team, person: None, name: name.to_owned() });
    fill_some(&mut member.person, person);
    bench.draft.put(member)
}
