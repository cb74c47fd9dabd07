//! Tasks, reports, meetings and money as the window asks for them: over an office, undone step by step.

mod chasing;
mod evidence;
mod forms;
mod papers;
mod templates;

use chrono::NaiveDate;
use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::{Edit, Institution, InstitutionKind, Label, Task, TaskId, TaskStatus};
use chuanbangdai::i18n::{Lang, Tr};
use tempfile::TempDir;

const TR: Tr = Tr::new(Lang::Zh);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An empty office on Wednesday 14 June 2023.
fn office() -> (Office, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = day("2023-06-14").and_hms_opt(9, 0, 0).unwrap();
    (Office::create(&folder.path().join("test.db"), Clock::Fixed(now)).unwrap(), folder)
}

fn run(office: &mut Office, edits: Vec<Edit>) {
    office.run(&Edit::Many { label: Label::Filled { rows: edits.len() }, edits }).unwrap();
}

fn site(id: i64, name: &str, kind: InstitutionKind) -> Edit {
    let row: Institution = serde_json::from_value(serde_json::json!({ "id": id, "name": name, "kind": kind })).unwrap();
    Edit::put(row)
}

fn task(id: i64, title: &str, due: &str) -> Task {
    Task { id: TaskId::new(id), status: TaskStatus::Active, ..Task::new("重点任务", title, day(due)) }
}

/// All data as text.
fn dump(office: &Office) -> String {
    let mut bytes = Vec::new();
    office.store().dump_canonical(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}
