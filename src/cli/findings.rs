//! `findings`: what the checks find as of a day.

use chrono::NaiveDate;
use serde_json::json;

use super::args::Findings;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Choice, Failure};
use crate::checks::Found;
use crate::i18n::Tr;

pub fn run(args: &Findings, scene: &Scene) -> Result<Output, Failure> {
    let tr = scene.tr;
    let day = |text: &String| {
        let unknown = || Failure::Unknown { choice: Choice::Day, given: text.clone() };
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| unknown())
    };
    let on = args.on.as_ref().map(day).transpose()?.unwrap_or(scene.clock.today());
    let code = args.rule.as_ref().map(|code| code.to_ascii_uppercase());
    let found = scene.look()?.findings(Some(on), code.as_deref(), tr)?;
    let lines: Vec<String> = found.iter().map(|found| line(found, tr)).collect();
    let text = if lines.is_empty() { tr.cli_findings_none().to_owned() } else { lines.join("\n") };
    Ok(Output::new(text, &json!({ "on": on, "findings": found })))
}

fn line(found: &Found, tr: Tr) -> String {
    let days = match (found.from, found.to) {
        (Some(from), Some(to)) if from != to => format!("{from}..{to}"),
        (Some(on), _) | (None, Some(on)) => on.to_string(),
        (None, None) => String::new(),
    };
    let Found { rule, severity, subject, actual, required, .. } = found;
    format!("{rule} {}  {}  {subject}  {days}  {actual}  {required}", tr.severity(*severity), tr.check_name(rule))
}
