//! Planning tasks and plans as files.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::app::{Failure, Wanted};
use crate::domain::{RotaRule, RuleBook, RuleTerm};
use crate::planner::{Instance, Plan};

/// Largest file that is read: far above the largest office.
const LARGEST: u64 = 64 << 20;

/// Reads a planning task.
pub fn instance(path: &Path) -> Result<Instance, Failure> {
    read(path, Wanted::Instance)
}

/// Reads rules of the schedule: a list of rows as `dump` prints them; what a row leaves out is as usual for its term.
pub fn rules(path: &Path) -> Result<Vec<RotaRule>, Failure> {
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = read(path, Wanted::Rules)?;
    let rule = |given: serde_json::Map<String, serde_json::Value>| {
        let term = given.get("term").cloned().unwrap_or_default();
        let term: RuleTerm = serde_json::from_value(term).map_err(|error| refused(path, Wanted::Rules, &error))?;
        let mut row = serde_json::to_value(RuleBook::usual(term)).unwrap_or_default();
        if let Some(fields) = row.as_object_mut() {
            fields.extend(given.into_iter().filter(|(name, _)| name != "table" && name != "id"));
        }
        serde_json::from_value(row).map_err(|error| refused(path, Wanted::Rules, &error))
    };
    rows.into_iter().map(rule).collect()
}

/// Writes a result as JSON, whole or not at all.
pub fn write_json(path: &Path, data: &serde_json::Value) -> Result<(), Failure> {
    Ok(crate::export::atomic::write(path, data.to_string().as_bytes())?)
}

/// Reads a plan.
pub fn plan(path: &Path) -> Result<Plan, Failure> {
    read(path, Wanted::Plan)
}

/// Writes a plan, whole or not at all.
pub fn write(path: &Path, plan: &Plan) -> Result<(), Failure> {
    let not_understood = |error: serde_json::Error| refused(path, Wanted::Plan, &error);
    let text = serde_json::to_string(plan).map_err(not_understood)?;
    Ok(crate::export::atomic::write(path, text.as_bytes())?)
}

/// A file that holds something else, with the place where it went wrong for the log.
pub fn refused(path: &Path, wanted: Wanted, error: &impl ToString) -> Failure {
    Failure::NotUnderstood { path: path.to_owned(), wanted, detail: error.to_string() }
}

fn read<T: DeserializeOwned>(path: &Path, wanted: Wanted) -> Result<T, Failure> {
    let failed = |source| Failure::Read { path: path.to_owned(), source };
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > LARGEST {
        return Err(refused(path, wanted, &"too large"));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    serde_json::from_slice(&bytes).map_err(|error| refused(path, wanted, &error))
}
