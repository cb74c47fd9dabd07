//! Where a visiting expert comes from: home institution and department, together or apart.

use super::bench::Bench;
use super::line::Line;
use super::lookup::Inst;
use super::outcome::{About, Refused};
use crate::import::Code;
use crate::import::values;

const INSTITUTION: &str = "派出单位";
const DEPARTMENT: &str = "派出科室";
const BOTH: &str = "原单位及科室";

/// Where somebody comes from.
#[derive(Debug, Clone)]
pub(super) struct Home {
    /// The institution.
    pub(super) inst: Inst,
    /// The department there, by name.
    pub(super) dept: Option<String>,
}

/// The home of a row: its own cells, else the supporting side chosen for the sheet.
pub(super) fn home(bench: &Bench<'_>, line: &Line<'_>) -> Result<Home, Refused> {
    let dept = line.text(DEPARTMENT);
    if let Some(text) = line.text(BOTH) {
        return together(bench, line, &text, dept);
    }
    if let Some(text) = line.text(INSTITUTION) {
        if let Some(id) = bench.institution(line, INSTITUTION, &text)? {
            return Ok(Home { inst: Inst::Known(id), dept });
        }
        // A column of institutions may carry the department as well.
        return match (dept, known_beginning(bench, line, &text)) {
            (None, Some(home)) => Ok(home),
            (dept, _) => Ok(Home { inst: Inst::New(text), dept }),
        };
    }
    supporter(bench, line)?
        .map(|inst| Home { inst, dept })
        .ok_or_else(|| line.refuse(if line.has(BOTH) { BOTH } else { INSTITUTION }, Code::R01, About::Nothing))
}

/// Cuts 商洛市中心医院急诊医学科 after the longest known name, else after the last word for an institution.
fn together(bench: &Bench<'_>, line: &Line<'_>, text: &str, dept: Option<String>) -> Result<Home, Refused> {
    if let Some(home) = known_beginning(bench, line, text) {
        return Ok(Home { dept: dept.or(home.dept), ..home });
    }
    if let Some((inst, rest)) = cut_by_word(text) {
        let rest = (!rest.is_empty()).then(|| rest.to_owned());
        return Ok(Home { inst: Inst::New(inst.to_owned()), dept: dept.or(rest) });
    }
    // No institution in it: the whole is a department of the supporting side.
    Ok(match supporter(bench, line)? {
        Some(inst) => Home { inst, dept: dept.or_else(|| Some(text.to_owned())) },
        None => Home { inst: Inst::New(text.to_owned()), dept },
    })
}

/// The longest institution that begins the text: a stored one, or the one chosen for the sheet.
fn known_beginning(bench: &Bench<'_>, line: &Line<'_>, text: &str) -> Option<Home> {
    let institutions = &bench.registry().institutions;
    let chosen = Bench::context_ends(line).from;
    let full = institutions.values().map(|inst| inst.name.as_str());
    let short = institutions.values().flat_map(|inst| inst.short_name.split('、')).filter(|name| !name.is_empty());
    let (name, rest) = values::split_institution(text, full.chain(short).chain(chosen.as_deref()))?;
    let inst = match bench.index.institutions(name) {
        [] => Inst::New(name.to_owned()),
        [id] => Inst::Known(*id),
        _ => return None,
    };
    let rest = rest.trim();
    Some(Home { inst, dept: (!rest.is_empty()).then(|| rest.to_owned()) })
}

/// Cuts after the last word that ends the name of an institution.
fn cut_by_word(text: &str) -> Option<(&str, &str)> {
    const WORDS: &[&str] =
        &["医院", "卫生院", "保健院", "卫生服务中心", "卫生室", "疾控中心", "医学院", "附属院", "卫健委", "卫健局"];
    let end = WORDS.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len())).max()?;
    text.split_at_checked(end)
}

fn supporter(bench: &Bench<'_>, line: &Line<'_>) -> Result<Option<Inst>, Refused> {
    if let Some(name) = Bench::context_ends(line).from {
        return Ok(Some(bench.institution(line, INSTITUTION, &name)?.map_or(Inst::New(name), Inst::Known)));
    }
    Ok(bench.own().filter(|_| line.context("direction") == Some("sent")).map(Inst::Known))
}
