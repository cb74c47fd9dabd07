//! Sheet kind `department`: the list of departments of an institution.

use super::bench::Bench;
use super::line::{Line, fill};
use super::outcome::{About, Refused, Taken};
use crate::domain::{Department, InstitutionId, tidy_name};
use crate::import::Code;

const INSTITUTION: &str = "机构名称";
const NAME: &str = "科室名称";

/// One department, which is on the list from now on.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = tidy_name(&line.required(NAME)?);
    let inst = institution(bench, line)?;
    let stored = bench.index.department(inst, &name).and_then(|id| bench.draft.get(id)).cloned();
    let mut dept = stored.unwrap_or_else(|| Department {
        id: bench.draft.new_id(),
        inst,
        name,
        sort: bench.draft.last_sort(|dept: &Department| dept.sort),
        ..Department::default()
    });
    dept.is_listed = true;
    fill(&mut dept.code, line.text("诊疗科目代码"));
    bench.claim_department(&dept).map_err(|_| line.refuse(NAME, Code::R11, About::Nothing))
}

fn institution(bench: &Bench<'_>, line: &Line<'_>) -> Result<InstitutionId, Refused> {
    if let Some(id) = bench.known_institution_cell(line, INSTITUTION)? {
        return Ok(id);
    }
    bench
        .context_institution(line, "institution")
        .or_else(|| bench.own())
        .ok_or_else(|| line.refuse(INSTITUTION, Code::R01, About::Nothing))
}
