//! Sheet kind `institution`: hospitals, sites and authorities, and under whom they stand.

use super::bench::Bench;
use super::line::{Line, fill};
use super::lookup::Inst;
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::relation;
use super::rows::{Pass, take_rows};
use crate::domain::{Institution, InstitutionId, InstitutionKind, Programme, tidy_name};
use crate::import::{Code, MappedSheet, RowResult, values};

const NAME: &str = "机构名称";
const KIND: &str = "机构类别";
const OWN: &str = "本单位";
const UPPER: &str = "上级机构";

/// The rows twice: first every institution, then who stands under whom, since the upper one may come later.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let mut outcomes = take_rows(bench, sheet, Pass::First, take_row);
    if sheet.columns.contains_key(UPPER) {
        let uppers = take_rows(bench, sheet, Pass::Further, take_upper);
        for (outcome, upper) in outcomes.iter_mut().zip(uppers) {
            if upper.result == RowResult::Rejected && outcome.result != RowResult::Rejected {
                outcome.reasons.clear();
            }
            if outcome.result != RowResult::Rejected {
                outcome.result =
                    if upper.result == RowResult::Rejected { upper.result } else { outcome.result.with(upper.result) };
                outcome.reasons.extend(upper.reasons);
            }
        }
    }
    outcomes
}

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = tidy_name(&line.required(NAME)?);
    let code = line.code();
    let kind = line.read(KIND, values::institution_kind)?;
    let kind = kind.ok_or_else(|| line.refuse(KIND, Code::R01, About::Nothing))?;
    let wants_own = line.read(OWN, values::yes_no)?.unwrap_or(false);
    let mut inst = match matching(bench, line, code.as_deref(), &name)? {
        Some(inst) => inst,
        None => new(bench, kind),
    };
    inst.kind = kind;
    // A short name in the sheet finds the institution; it does not rename it.
    if !is_short_name_of(&inst, &name) {
        fill(&mut inst.name, Some(name));
    }
    fill(&mut inst.code, code);
    let short_names = values::list(line.raw("简称")).join("、");
    fill(&mut inst.short_name, (!short_names.is_empty()).then_some(short_names));
    fill(&mut inst.level, line.text("等级"));
    fill(&mut inst.county, line.text("所属县区"));
    fill(&mut inst.town, line.text("所在乡镇"));
    fill(&mut inst.note, line.text("备注"));
    settle_own(bench, line, &mut inst, wants_own);
    bench.claim_institution(&inst).map_err(|_| line.refuse(NAME, Code::R11, About::Nothing))
}

/// The stored institution: by number, else by name. The same name under another number is another one.
fn matching(
    bench: &Bench<'_>,
    line: &Line<'_>,
    code: Option<&str>,
    name: &str,
) -> Result<Option<Institution>, Refused> {
    let by_code = code.and_then(|code| bench.index.institution_by_code(code));
    if let Some(id) = by_code {
        return Ok(bench.draft.get(id).cloned());
    }
    let fits: Vec<InstitutionId> = bench
        .index
        .institutions(name)
        .iter()
        .copied()
        .filter(|id| code.is_none() || bench.draft.get(*id).is_some_and(|inst| inst.code.is_empty()))
        .collect();
    match fits.as_slice() {
        [] => Ok(None),
        [one] => Ok(bench.draft.get(*one).cloned()),
        _ => bench.institution(line, NAME, name).map(|id| id.and_then(|id| bench.draft.get(id).cloned())),
    }
}

fn new(bench: &mut Bench<'_>, kind: InstitutionKind) -> Institution {
    Institution {
        id: bench.draft.new_id(),
        code: String::new(),
        name: String::new(),
        short_name: String::new(),
        kind,
        level: String::new(),
        county: String::new(),
        town: String::new(),
        is_own: false,
        sort: bench.draft.last_sort(|inst: &Institution| inst.sort),
        note: String::new(),
    }
}

fn is_short_name_of(inst: &Institution, name: &str) -> bool {
    let key = values::institution_key(name);
    !inst.name.is_empty() && inst.short_name.split('、').any(|short| values::institution_key(short) == key)
}

/// Marks the own institution, once: an import never changes which one it is.
fn settle_own(bench: &Bench<'_>, line: &mut Line<'_>, inst: &mut Institution, wants_own: bool) {
    if !wants_own || inst.is_own {
        return;
    }
    match bench.registry().own_institution() {
        None => inst.is_own = true,
        Some(own) => line.hint(OWN, Code::N09, About::Name(own.name.clone())),
    }
}

fn take_upper(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let (Some(upper), Some(name)) = (bench.institution_cell(line, UPPER)?, line.text(NAME)) else {
        return Ok(RowResult::Unchanged);
    };
    let lower = match line.code().and_then(|code| bench.index.institution_by_code(&code)) {
        Some(id) => id,
        None => match bench.institution(line, NAME, &name)? {
            Some(id) => id,
            None => return Ok(RowResult::Unchanged),
        },
    };
    let from_inst = match upper {
        Inst::Known(id) if id == lower => return Err(line.refuse(UPPER, Code::R08, About::Nothing)),
        Inst::Known(id) => id,
        Inst::New(name) => bench.create_institution(&name, InstitutionKind::Other),
    };
    if bench.relation_between(from_inst, lower, Some(Programme::Subordination)).is_some() {
        return Ok(RowResult::Unchanged);
    }
    let relation = relation::new(bench, from_inst, lower, Programme::Subordination);
    Ok(bench.draft.put(relation))
}
