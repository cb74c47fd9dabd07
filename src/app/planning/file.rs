//! Planning tasks and plans as files.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::app::{Failure, Wanted};
use crate::planner::{Instance, Plan};

/// Largest file that is read: far above the largest office.
const LARGEST: u64 = 64 << 20;

/// Reads a planning task.
pub fn instance(path: &Path) -> Result<Instance, Failure> {
    read(path, Wanted::Instance)
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
