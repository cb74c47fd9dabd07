//! The records page: history, bin and backups as prepared lines, and the work on them.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde_json::Value;

use super::clock::Clock;
use super::failure::Failure;
use super::office::{Done, Office, holder};
use crate::domain::{Label, Registry, Row, Table};
use crate::i18n::Tr;
use crate::store::{BackupReason, HistoryRow, HistoryStep, StepKind, backups_beside, restore, verify};

/// Steps that are listed: nobody looks further back than this in one sitting.
const STEPS: usize = 2_000;
/// Rows of one step that are listed.
const ROWS: usize = 500;

/// A step of the history as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// Its number.
    pub step: i64,
    /// Its number in figures.
    pub number: String,
    /// When.
    pub at: String,
    /// What was done.
    pub text: String,
    /// Rows it touched, in figures.
    pub rows: String,
    /// 已撤销, or empty.
    pub state: String,
    /// Whether it can be taken back.
    pub can_undo: bool,
}

/// What a step did to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its table.
    pub table: &'static str,
    /// What it is called.
    pub name: String,
    /// Each field that differs: its name, before, after.
    pub fields: Vec<(&'static str, String, String)>,
}

/// A deleted row as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinLine {
    /// The handle by which it is fetched back.
    pub entry: i64,
    /// Its table.
    pub table: &'static str,
    /// What it is called.
    pub name: String,
    /// When it was deleted.
    pub at: String,
}

/// A backup as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupLine {
    /// Its place in the list.
    pub id: i64,
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub at: String,
    /// Why.
    pub reason: &'static str,
    /// Size in figures.
    pub size: String,
    /// Steps done since.
    pub since: String,
}

/// The newest steps first.
///
/// # Errors
/// Where the file cannot be read.
pub fn history(office: &Office, tr: Tr) -> Result<Vec<StepLine>, Failure> {
    Ok(office.store().history(STEPS)?.iter().map(|step| step_line(step, tr)).collect())
}

fn step_line(step: &HistoryStep, tr: Tr) -> StepLine {
    let text = tr.label(&step.label);
    let text = match step.kind {
        StepKind::Do => text,
        StepKind::Undo => tr.status_undone(&text),
        StepKind::Redo => tr.status_redone(&text),
    };
    StepLine {
        step: step.step,
        number: step.step.to_string(),
        at: moment(step.at),
        text,
        rows: step.rows.to_string(),
        state: if step.is_undone { tr.history_undone().to_owned() } else { String::new() },
        can_undo: step.kind == StepKind::Do && !step.is_undone,
    }
}

/// The rows of a step, before and after.
///
/// # Errors
/// Where the file cannot be read.
pub fn changes(office: &Office, tr: Tr, step: i64) -> Result<Vec<ChangeLine>, Failure> {
    let rows = office.store().history_rows(step)?;
    Ok(rows.iter().take(ROWS).map(|row| change_line(office.registry(), row, tr)).collect())
}

fn change_line(registry: &Registry, row: &HistoryRow, tr: Tr) -> ChangeLine {
    let fields_of = |row: Option<&Row>| row.and_then(|row| serde_json::to_value(row).ok());
    let (old, new) = (fields_of(row.old.as_ref()), fields_of(row.new.as_ref()));
    let keys: Vec<&String> = match new.as_ref().or(old.as_ref()) {
        Some(Value::Object(fields)) => fields.keys().filter(|key| *key != "id" && *key != "table").collect(),
        _ => Vec::new(),
    };
    let shown = |side: &Option<Value>, key: &str| side.as_ref().and_then(|row| row.get(key)).map(value_text);
    let fields = keys
        .into_iter()
        .map(|key| (key, shown(&old, key).unwrap_or_default(), shown(&new, key).unwrap_or_default()))
        .filter(|(_, before, after)| before != after)
        .map(|(key, before, after)| (tr.field(key), before, after))
        .collect();
    let name = row.new.as_ref().or(row.old.as_ref()).map(|row| name_of(registry, row, tr)).unwrap_or_default();
    ChangeLine { table: tr.table(row.table), name, fields }
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What people call a row.
fn name_of(registry: &Registry, row: &Row, tr: Tr) -> String {
    let person = |id| registry.people.get(&id).map_or_else(String::new, |person| person.name.clone());
    let of_stint = |id| registry.person_of(id).map_or_else(String::new, |person| person.name.clone());
    match row {
        Row::Person(row) => row.name.clone(),
        Row::Institution(row) => row.name.clone(),
        Row::Department(row) => row.name.clone(),
        Row::Batch(row) => row.label.clone(),
        Row::Activity(row) => row.name_zh.clone(),
        Row::Setting(row) => row.name.clone(),
        Row::CalendarDay(row) => tr.full_date(row.on_date),
        Row::Stint(row) => format!("{} {}", person(row.person), tr.known_date(row.arrive_on, row.arrive_prec)),
        Row::Appointment(row) => format!("{} {}", person(row.person), row.post),
        Row::Leave(row) => format!("{} {}", person(row.person), tr.month_day(row.from_on)),
        Row::Session(row) => format!("{} {}", of_stint(row.stint), tr.half_day(row.on_date, row.slot)),
        Row::Template(row) => of_stint(row.stint),
        Row::Relation(row) => {
            registry.institutions.get(&row.from_inst).map_or_else(String::new, |inst| inst.name.clone())
        }
        Row::Agreement(row) => row.number.clone(),
        Row::Publication(row) => format!("{} {}", tr.document_kind(row.document), tr.full_date(row.period_from)),
    }
}

/// What lies in the bin, the newest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn bin(office: &Office, tr: Tr) -> Result<Vec<BinLine>, Failure> {
    let line = |item: crate::store::BinItem| BinLine {
        entry: item.entry,
        table: tr.table(item.row.table()),
        name: name_of(office.registry(), &item.row, tr),
        at: moment(item.deleted_at),
    };
    Ok(office.store().bin()?.into_iter().map(line).collect())
}

/// The backups beside the data file, the newest first.
///
/// # Errors
/// Where the folder cannot be read.
pub fn backups(office: &Office, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    lines_of(office.store().path(), Some(office.store().last_step()?), tr)
}

/// The backups beside a data file that is not open, the newest first.
///
/// # Errors
/// Where the folder cannot be read.
pub fn backups_of(data: &Path, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    lines_of(data, None, tr)
}

fn lines_of(data: &Path, last: Option<i64>, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    let found = backups_beside(data)?;
    let lines = found.into_iter().zip(1..).map(|(file, id)| BackupLine {
        id,
        at: moment(file.at),
        reason: reason_text(file.reason, tr),
        size: size_text(file.size),
        since: last.map_or_else(String::new, |last| (last - file.step).max(0).to_string()),
        path: file.path,
    });
    Ok(lines.collect())
}

/// Reads a backup whole and says how many records it holds.
///
/// # Errors
/// Where it is damaged or cannot be read.
pub fn check_backup(path: &Path) -> Result<u64, Failure> {
    Ok(verify(path, None)?.counts.iter().map(|(_, count)| count).sum())
}

/// Puts a backup in place of a data file that cannot be opened; what stood there is put aside.
///
/// # Errors
/// Where the backup is damaged, or the file is in use or may not be written.
pub fn put_back_closed(backup: &Path, over: &Path, clock: Clock) -> Result<(), Failure> {
    restore(backup, over, None, clock.now(), &holder(clock))?;
    Ok(())
}

impl Office {
    /// Fetches a deleted row back from the bin.
    ///
    /// # Errors
    /// Where its place is taken or what it refers to is gone.
    pub fn fetch_back(&mut self, entry: i64, tr: Tr) -> Result<Done, Failure> {
        let item = self.store().bin()?.into_iter().find(|item| item.entry == entry);
        let (table, name) = item
            .map_or((Table::Person, String::new()), |item| (item.row.table(), name_of(self.registry(), &item.row, tr)));
        let now = self.clock().now();
        let applied = self.store_mut().restore(entry, &Label::Restored { table, name }, now)?;
        self.settle(applied)
    }

    /// Forgets what lies in the bin for good; gives how many rows.
    ///
    /// # Errors
    /// The state of the file.
    pub fn empty_bin(&mut self) -> Result<usize, Failure> {
        Ok(self.store_mut().empty_bin()?)
    }

    /// Makes a backup because somebody asked for it.
    ///
    /// # Errors
    /// Where it cannot be written or does not pass its own check.
    pub fn back_up_now(&mut self) -> Result<(), Failure> {
        self.back_up(BackupReason::Manual).map(drop)
    }

    /// Puts a backup in place of the data, which are backed up first.
    ///
    /// # Errors
    /// Where the backup is damaged or the data cannot be backed up; the data are as they were then.
    pub fn put_back(&mut self, backup: &Path) -> Result<(), Failure> {
        let now = self.clock().now();
        self.back_up_changes(BackupReason::Restore)?;
        self.store_mut().replace_with(backup, None, now)?;
        self.look_again()
    }
}

fn reason_text(reason: BackupReason, tr: Tr) -> &'static str {
    match reason {
        BackupReason::Close => tr.backup_close(),
        BackupReason::Interval => tr.backup_interval(),
        BackupReason::Import => tr.backup_import(),
        BackupReason::Restore => tr.backup_restore(),
        BackupReason::Upgrade => tr.backup_upgrade(),
        BackupReason::Manual => tr.backup_manual(),
    }
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

fn size_text(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
