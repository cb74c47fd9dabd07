//! A failure in words for people: chosen here, worded in `i18n`.

use std::io::{Error, ErrorKind};
use std::path::Path;

use super::failure::{Choice, Failure, Wanted};
use super::intake::{self, IntakeError};
use super::json::{Fault, FaultKind, JsonType};
use crate::domain::{Money, Table};
use crate::export::vault::Condition;
use crate::figures::Misuse;
use crate::i18n::Tr;
use crate::import::RowResult;
use crate::import::read::ReadError;
use crate::planner::InstanceError;
use crate::report::ReportError;
use crate::store::{Holder, Refusal, StoreError};

/// A failure in words for people: what happened, what did not change, what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened, with the name of the file.
    pub what: String,
    /// What did not change.
    pub unchanged: String,
    /// What to do next.
    pub next: String,
}

/// How many rows of a conflict are named; more would not be read.
const ROWS_NAMED: usize = 5;

impl Failure {
    /// The words for it.
    #[must_use]
    pub fn told(&self, tr: Tr) -> Told {
        match self {
            Self::Store(error) => of_store(error, tr),
            Self::Read { path, source } => {
                told(tr.trouble_read(&name(path), &tr.io_cause(source)), tr.unchanged_nothing(), tr.next_check_file())
            }
            Self::Write { path, source } => not_written(path, source, tr),
            Self::NotPrinted { source } => {
                told(tr.trouble_not_printed(&tr.io_cause(source)), tr.unchanged_done(), tr.next_check_output())
            }
            Self::AbsurdTask { path, why } => absurd(path, why, tr),
            Self::NotUnderstood { path, wanted, .. } => {
                let what = tr.trouble_not_understood(&name(path), wanted_words(*wanted, tr));
                told(what, tr.unchanged_nothing(), tr.next_check_file())
            }
            Self::Malformed { path, wanted, fault } => {
                let what = tr.trouble_malformed(&name(path), wanted_words(*wanted, tr), &of_fault(fault, tr));
                told(what, tr.unchanged_nothing(), tr.next_mend_file())
            }
            Self::BadLine { path, line, .. } => {
                told(tr.trouble_bad_line(&name(path), *line), tr.unchanged_lines_stand(), tr.next_mend_line())
            }
            Self::AtLine { path, line, source } => at_line(path, *line, &source.told(tr), tr),
            Self::LookingOnly { .. } => {
                told(tr.trouble_looking_only(), tr.unchanged_nothing(), tr.next_without_read_only())
            }
            Self::Import(error) => of_import(error, tr),
            Self::Report(ReportError::SeveralWeeks) => {
                told(tr.paper_several_weeks(), tr.unchanged_nothing(), tr.paper_choose_week())
            }
            Self::Figure(misuse) => told(of_misuse(misuse, tr), tr.unchanged_nothing(), tr.next_figure()),
            Self::Print(_) | Self::Make(_) => told(tr.paper_not_set(), tr.unchanged_target(), tr.paper_ask_maker()),
            Self::NotAnImport(step) => {
                told(tr.trouble_not_an_import(*step), tr.unchanged_nothing(), tr.next_look_at_history())
            }
            Self::Unknown { choice, given } => {
                told(unknown(*choice, given, tr), tr.unchanged_nothing(), tr.next_help())
            }
            Self::PasswordMissing { path } => {
                told(tr.trouble_password_missing(&name(path)), tr.unchanged_nothing(), tr.next_give_password())
            }
            Self::NoPlace => told(tr.trouble_no_place(), tr.unchanged_nothing(), tr.next_name_place()),
            Self::NoViewer { path } => {
                told(tr.trouble_no_viewer(&path.display().to_string()), tr.unchanged_nothing(), tr.next_open_by_hand())
            }
            Self::NotEvidence { path } => {
                told(tr.trouble_not_evidence(&name(path)), tr.unchanged_nothing(), tr.next_not_evidence())
            }
            Self::EvidenceUnsound { name, condition } => unsound(name, *condition, tr),
            Self::SheetMissing => told(tr.rota_sheet_missing(), tr.unchanged_nothing(), tr.next_start_again()),
            Self::Smoke { count } => told(tr.trouble_smoke(*count), tr.unchanged_nothing(), tr.next_report_defect()),
            Self::NoPlan { explanation } => {
                told(tr.trouble_no_plan(&explanation.text(tr)), tr.unchanged_nothing(), tr.next_relax_rules())
            }
            Self::NoPlanFound => told(tr.trouble_plan_not_found(), tr.unchanged_nothing(), tr.next_more_time()),
            Self::Cancelled => told(tr.trouble_cancelled(), tr.unchanged_nothing(), tr.next_start_again()),
        }
    }
}

const fn wanted_words(wanted: Wanted, tr: Tr) -> &'static str {
    match wanted {
        Wanted::Dump => tr.wanted_dump(),
        Wanted::Mapping => tr.wanted_mapping(),
        Wanted::Backup => tr.wanted_backup(),
        Wanted::Instance => tr.wanted_instance(),
        Wanted::Plan => tr.wanted_plan(),
        Wanted::Rules => tr.wanted_rules(),
    }
}

fn of_misuse(misuse: &Misuse, tr: Tr) -> String {
    match misuse {
        Misuse::UnknownCode(code) => tr.misuse_figure_code(code),
        Misuse::UnknownKey(key) => tr.misuse_figure_key(key),
        Misuse::NotTaken { code, key } => tr.misuse_figure_not_taken(code, key),
        Misuse::Malformed { key, value } => tr.misuse_figure_malformed(key, value),
        Misuse::Missing { code, key } => tr.misuse_figure_missing(code, key),
        Misuse::Beside(one, other) => tr.misuse_figure_beside(one, other),
    }
}

fn of_import(error: &IntakeError, tr: Tr) -> Told {
    let nothing = tr.unchanged_nothing();
    match error {
        IntakeError::Read { path, source } => {
            let file = name(path);
            let (what, next) = match source {
                ReadError::NotAWorkbook => (tr.trouble_import_not_a_workbook(&file), tr.next_check_file()),
                ReadError::Encrypted => (tr.trouble_import_encrypted(&file), tr.next_import_no_password()),
                ReadError::Damaged(_) => (tr.trouble_import_damaged(&file), tr.next_import_save_as()),
                ReadError::TooLarge => (tr.trouble_import_too_large(&file), tr.next_import_smaller()),
                ReadError::TimedOut => (tr.trouble_import_timed_out(&file), tr.next_import_smaller()),
                ReadError::Crashed => (tr.trouble_import_crashed(&file), tr.next_import_save_as()),
                ReadError::Cancelled => (tr.trouble_cancelled().to_owned(), tr.next_start_again()),
                ReadError::Io(source) => (tr.trouble_read(&file, &tr.io_cause(source)), tr.next_check_file()),
            };
            told(what, nothing, next)
        }
        IntakeError::Nothing { files } => {
            told(tr.trouble_import_nothing(&files.join(tr.list_comma())), nothing, tr.next_import_headings())
        }
        IntakeError::Strict { report } => {
            let first = report.rows.iter().find(|row| row.result == RowResult::Rejected);
            let first = first.and_then(|row| row.text.as_deref()).unwrap_or_default();
            told(tr.trouble_import_strict(report.rejected, first), nothing, tr.next_import_mend_rows())
        }
        IntakeError::Differing { count, .. } => told(tr.trouble_import_dup(*count), nothing, tr.next_import_on_dup()),
    }
}

fn of_store(error: &StoreError, tr: Tr) -> Told {
    let nothing = tr.unchanged_nothing();
    let file = tr.unchanged_file();
    match error {
        StoreError::InUse { path, holder } => told(in_use(path, holder.as_ref(), tr), file, tr.next_wait_for_holder()),
        StoreError::ReadOnly { path } => told(tr.trouble_read_only(&name(path)), file, tr.next_make_writable()),
        StoreError::Older { path } => told(tr.trouble_older(&name(path)), file, tr.next_open_to_write()),
        StoreError::NoSpace { path } => {
            told(tr.trouble_no_space(&name(path)), tr.unchanged_saved(), tr.next_make_space())
        }
        StoreError::Damaged { path, .. } => told(tr.trouble_damaged(&name(path)), file, tr.next_restore_backup()),
        StoreError::Newer { path, file: found, program } => {
            told(tr.trouble_newer(&name(path), *found, *program), file, tr.next_update_program())
        }
        StoreError::Foreign { path } => told(tr.trouble_foreign(&name(path)), file, tr.next_choose_other()),
        StoreError::Missing { path } => told(tr.trouble_missing(&name(path)), nothing, tr.next_check_missing()),
        StoreError::Exists { path } => told(tr.trouble_exists(&name(path)), file, tr.next_other_name()),
        StoreError::WrongPassword { path } => {
            told(tr.trouble_wrong_password(&name(path)), nothing, tr.next_check_password())
        }
        StoreError::Conflict { step, rows } => {
            told(tr.trouble_conflict(*step, rows.len(), &named(rows, tr)), nothing, tr.next_undo_later_steps())
        }
        StoreError::Refused(refusal) => of_refusal(refusal, tr),
        StoreError::NothingToUndo => told(tr.trouble_nothing_to_undo(), nothing, tr.next_look_at_history()),
        StoreError::NothingToRedo => told(tr.trouble_nothing_to_redo(), nothing, tr.next_look_at_history()),
        StoreError::NoSuchStep(step) => told(tr.trouble_no_such_step(*step), nothing, tr.next_look_at_history()),
        StoreError::Io { path, source } => {
            told(tr.trouble_io(&name(path), &tr.io_cause(source)), tr.unchanged_saved(), tr.next_check_place())
        }
        StoreError::Sql(_) => told(tr.trouble_engine(), tr.unchanged_saved(), tr.next_check_data_file()),
    }
}

fn of_refusal(refusal: &Refusal, tr: Tr) -> Told {
    let (what, next) = match refusal {
        Refusal::NoSuchRow { table, id } => (tr.refused_no_such_row(tr.table(*table), *id), tr.next_refresh()),
        Refusal::InUse { table, id, by } => {
            (tr.refused_in_use(tr.table(*table), *id, tr.table(*by)), tr.next_retire_instead())
        }
        Refusal::Dangling { table } => (tr.refused_dangling(tr.table(*table)), tr.next_choose_again()),
        Refusal::Duplicate { table } => (tr.refused_duplicate(tr.table(*table)), tr.next_change_existing()),
        Refusal::EndBeforeStart { table } => (tr.refused_end_before_start(tr.table(*table)), tr.next_mend_dates()),
        Refusal::Overlap { table, id } => (tr.refused_overlap(tr.table(*table), *id), tr.next_mend_dates()),
        Refusal::Invalid { table, field } => {
            (tr.refused_invalid(tr.table(*table), tr.field(field)), tr.next_mend_value())
        }
        Refusal::Circular { table, id } => (tr.refused_circular(tr.table(*table), *id), tr.next_choose_again()),
        Refusal::OverBudget { budget_fen, spent_fen, .. } => {
            (tr.refused_over_budget(&yuan(*spent_fen), &yuan(*budget_fen)), tr.next_override_budget())
        }
    };
    told(what, tr.unchanged_nothing(), next)
}

fn at_line(path: &Path, line: usize, inner: &Told, tr: Tr) -> Told {
    told(tr.trouble_at_line(&name(path), line, &inner.what), tr.unchanged_lines_stand(), inner.next.clone())
}

fn unsound(name: &str, condition: Condition, tr: Tr) -> Told {
    let what = match condition {
        Condition::Missing => tr.trouble_evidence_missing(name),
        _ => tr.trouble_evidence_altered(name),
    };
    told(what, tr.unchanged_nothing(), tr.next_evidence())
}

fn not_written(path: &Path, source: &Error, tr: Tr) -> Told {
    let next = match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => tr.next_make_space(),
        _ => tr.next_check_place(),
    };
    told(tr.trouble_write(&name(path), &tr.io_cause(source)), tr.unchanged_target(), next)
}

/// Money as people write it.
fn yuan(fen: i64) -> String {
    Money::from_fen(fen).to_string()
}

fn in_use(path: &Path, holder: Option<&Holder>, tr: Tr) -> String {
    match holder {
        Some(holder) => {
            let user = if holder.user.is_empty() { tr.someone() } else { &holder.user };
            let since = holder.since.replace('T', " ");
            tr.trouble_in_use(&name(path), user, &holder.host, &since)
        }
        None => tr.trouble_in_use_by_other(&name(path)),
    }
}

fn unknown(choice: Choice, given: &str, tr: Tr) -> String {
    match choice {
        Choice::Document => tr.unknown_document(given),
        Choice::Format => tr.unknown_format(given),
        Choice::Period => tr.unknown_period(given),
        Choice::Relation => tr.unknown_relation(given),
        Choice::Person => tr.unknown_person(given),
        Choice::Context => tr.unknown_context(given, &intake::CONTEXT_KEYS.join(tr.list_comma())),
        Choice::ContextValue => tr.unknown_context_value(given),
        Choice::Kind => tr.unknown_kind(given, &intake::kinds().collect::<Vec<_>>().join(tr.list_comma())),
        Choice::Sample => tr.unknown_sample(given),
        Choice::Check => tr.trouble_unknown_rule(given),
        Choice::Day => tr.trouble_unknown_day(given),
    }
}

fn named(rows: &[(Table, i64)], tr: Tr) -> String {
    let mut named: Vec<String> =
        rows.iter().take(ROWS_NAMED).map(|(table, id)| tr.row_name(tr.table(*table), *id)).collect();
    if rows.len() > ROWS_NAMED {
        named.push(tr.list_and_more().to_owned());
    }
    named.join(tr.list_comma())
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn told(what: impl Into<String>, unchanged: impl Into<String>, next: impl Into<String>) -> Told {
    Told { what: what.into(), unchanged: unchanged.into(), next: next.into() }
}

/// What is wrong in a planning task, by its place in the file.
fn absurd(path: &Path, why: &InstanceError, tr: Tr) -> Told {
    let why = match why {
        InstanceError::Numbering { list, at, found } => tr.plan_task_numbering(list, *at, *found),
        InstanceError::Dangling { place, value, count } => tr.plan_task_dangling(place, *value, *count),
        InstanceError::Twice { place, value } => tr.plan_task_twice(place, *value),
        InstanceError::Range { place, value, least, most } => tr.plan_task_range(place, *value, *least, *most),
        InstanceError::Stints { at } => tr.plan_task_stints(*at),
        InstanceError::TooLarge { place, size, most } => tr.plan_task_large(place, *size, *most),
    };
    told(tr.trouble_plan_task(&name(path), &why), tr.unchanged_nothing(), tr.next_mend_file())
}

/// Where a file of JSON goes wrong, and how.
fn of_fault(fault: &Fault, tr: Tr) -> String {
    let why = match &fault.kind {
        FaultKind::Empty => tr.fault_empty().to_owned(),
        FaultKind::TooLarge => tr.fault_too_large().to_owned(),
        FaultKind::Utf16 => tr.fault_utf16().to_owned(),
        FaultKind::NotUtf8 => tr.fault_not_utf8().to_owned(),
        FaultKind::CutShort => tr.fault_cut_short().to_owned(),
        FaultKind::Syntax => tr.fault_syntax().to_owned(),
        FaultKind::Missing(name) => tr.fault_missing(name),
        FaultKind::Double(name) => tr.fault_double(name),
        FaultKind::Beyond(value) => tr.fault_beyond(value),
        FaultKind::Length => tr.fault_length().to_owned(),
        FaultKind::Meaningless => tr.fault_meaningless().to_owned(),
        FaultKind::Type(wanted) => tr.fault_type(match wanted {
            JsonType::Number => tr.json_number(),
            JsonType::Text => tr.json_text(),
            JsonType::Truth => tr.json_truth(),
            JsonType::List => tr.json_list(),
            JsonType::Fields => tr.json_fields(),
            JsonType::Other => tr.json_other(),
        }),
    };
    match &fault.place {
        None => why,
        Some(place) if place.field.is_empty() => tr.fault_at(place.line, place.column, &why),
        Some(place) => tr.fault_at_field(place.line, place.column, &place.field, &why),
    }
}
