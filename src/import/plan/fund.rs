//! Sheet kind `fund`: money for sites and projects.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use crate::domain::{Fund, InstitutionId, Precision};
use crate::import::{Code, values};

pub(super) const SITE: &str = "站点";
const PROJECT: &str = "项目";
const BUDGET: &str = "预算";

/// One sum of money.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let (site, of_site) = site_or_project(bench, line)?;
    let project = line.text(PROJECT).or(of_site);
    if site.is_none() && project.is_none() {
        let heading = if line.has(SITE) || !line.has(PROJECT) { SITE } else { PROJECT };
        return Err(line.refuse(heading, Code::R01, About::Nothing));
    }
    let budget_fen = line.money(BUDGET)?.ok_or_else(|| line.refuse(BUDGET, Code::R01, About::Nothing))?;
    if budget_fen < 0 {
        return Err(line.refuse(BUDGET, Code::R12, About::Nothing));
    }
    let (from, to) = (line.known_date("起")?, line.known_date("止")?);
    line.in_order(("起", from), ("止", to))?;
    let source = line.text("资金来源");

    let is_same = |fund: &&Fund| {
        fund.site == site
            && project.as_ref().is_none_or(|it| values::same_words(&fund.project, it))
            && source.as_ref().is_none_or(|it| fund.source.is_empty() || values::same_words(&fund.source, it))
    };
    let stored = bench.registry().funds.values().find(is_same).cloned();
    let mut fund = stored.unwrap_or_else(|| Fund { id: bench.draft.new_id(), site, ..Fund::default() });
    fund.budget_fen = budget_fen;
    fill(&mut fund.project, project);
    fill(&mut fund.source, source);
    fill_some(&mut fund.from_on, from.map(|from| from.on));
    fill_some(&mut fund.to_on, to.map(|to| if to.precision == Precision::Day { to.on } else { to.last() }));
    fill(&mut fund.note, line.text("备注"));
    let origin = bench.origin(line, site);
    fill_some(&mut fund.relation, origin.relation);
    fill_some(&mut fund.programme, origin.programme);
    Ok(bench.draft.put(fund))
}

/// The site of a row; under a heading that stands for sites and projects alike, a name that no institution has is a
/// project.
pub(super) fn site_or_project(
    bench: &Bench<'_>,
    line: &Line<'_>,
) -> Result<(Option<InstitutionId>, Option<String>), Refused> {
    let Some(name) = line.text(SITE) else { return Ok((None, None)) };
    match bench.institution(line, SITE, &name)? {
        Some(id) => Ok((Some(id), None)),
        None if line.column(SITE).contains("项目") => Ok((None, Some(name))),
        None => Err(line.refuse(SITE, Code::R04, bench.near_institutions(&name))),
    }
}
