//! `recover`: a new data file from a damaged one, with what was lost, table by table.

use serde_json::json;

use super::args::Recover;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Failure, Salvaged, file};
use crate::i18n::Tr;

pub fn run(args: &Recover, scene: &Scene) -> Result<Output, Failure> {
    let tables = file::recover(&args.bad, &args.out)?;
    let tr = scene.tr;
    let mut lines = vec![tr.cli_recovered(&args.bad.display().to_string(), &args.out.display().to_string())];
    lines.extend(tables.iter().filter(|one| one.kept > 0 || !one.is_whole()).map(|one| sentence(one, tr)));
    let is_whole = tables.iter().all(Salvaged::is_whole);
    lines.push(if is_whole { tr.cli_recovered_all() } else { tr.cli_recovered_some() }.to_owned());
    lines.push(tr.cli_recovered_history().to_owned());
    let data = json!({ "file": args.bad, "out": args.out, "whole": is_whole, "tables": tables });
    Ok(Output::new(lines.join("\n"), &data))
}

/// 班次：找回 200 条；编号 37–52 读不出；另有 1 条不完整，没有放入.
fn sentence(salvaged: &Salvaged, tr: Tr) -> String {
    let gap = |(first, last): &(i64, i64)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let gaps: Vec<String> = salvaged.gaps.iter().map(gap).collect();
    let mut parts = vec![tr.cli_recovered_table(tr.table(salvaged.table), salvaged.kept)];
    parts.extend((!gaps.is_empty()).then(|| tr.cli_recovered_gaps(&gaps.join(tr.list_comma()))));
    parts.extend((!salvaged.refused.is_empty()).then(|| tr.cli_recovered_refused(salvaged.refused.len())));
    parts.join(tr.cli_recovered_also())
}
