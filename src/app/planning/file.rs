//! Planning tasks and plans as files.

use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::app::json::{self, Fault, FaultKind};
use crate::app::{Failure, Wanted};
use crate::domain::{RotaRule, RuleBook, RuleTerm};
use crate::planner::{Instance, Plan};

/// Largest file that is read: far above the largest office.
const LARGEST: u64 = 16 << 20;
/// What is said of a file and no part of the task.
const FORMAT: &str = "format";

/// Reads a planning task, and the names of its fields that nobody knows.
pub fn instance(path: &Path) -> Result<(Instance, Vec<String>), Failure> {
    let bytes = bytes(path, Wanted::Instance)?;
    let instance: Instance = read(&bytes, path, Wanted::Instance)?;
    let mut unknown = json::fields(&bytes);
    unknown.retain(|name| name != FORMAT && !Instance::FIELDS.contains(&name.as_str()));
    Ok((instance, unknown))
}

/// Reads rules of the schedule: a list of rows as `dump` prints them; what a row leaves out is as usual for its term.
pub fn rules(path: &Path) -> Result<Vec<RotaRule>, Failure> {
    let rows: Vec<serde_json::Map<String, serde_json::Value>> =
        read(&bytes(path, Wanted::Rules)?, path, Wanted::Rules)?;
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
    read(&bytes(path, Wanted::Plan)?, path, Wanted::Plan)
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

fn bytes(path: &Path, wanted: Wanted) -> Result<Vec<u8>, Failure> {
    let failed = |source| Failure::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    // What a name leads to may have no end.
    let source = std::fs::File::open(path).map_err(failed)?;
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        let fault = Fault { place: None, kind: FaultKind::TooLarge };
        return Err(Failure::Malformed { path: path.to_owned(), wanted, fault });
    }
    Ok(bytes)
}

fn read<T: DeserializeOwned>(bytes: &[u8], path: &Path, wanted: Wanted) -> Result<T, Failure> {
    json::read(bytes).map_err(|fault| Failure::Malformed { path: path.to_owned(), wanted, fault })
}
