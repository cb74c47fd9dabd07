//! Every failure in words: what happened with the name of the file, what did not change, what to do next.

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use chuanbangdai::app::json::{Fault, FaultKind};
use chuanbangdai::app::{Choice, Failure, Wanted, intake};
use chuanbangdai::domain::{Edit, Table};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::store::{Holder, Refusal, StoreError};

use crate::store::{duties::duties, rota::rota};

const FILE: &str = "/数据/商南.db";

fn path() -> PathBuf {
    PathBuf::from(FILE)
}

fn refusals() -> Vec<Refusal> {
    let table = Table::Stint;
    vec![
        Refusal::NoSuchRow { table, id: 7 },
        Refusal::InUse { table: Table::Person, id: 7, by: table },
        Refusal::Dangling { table },
        Refusal::Duplicate { table },
        Refusal::EndBeforeStart { table },
        Refusal::Overlap { table, id: 7 },
        Refusal::Invalid { table, field: "arrive_on".into() },
    ]
}

fn store_failures() -> Vec<Failure> {
    let holder = Holder { user: "王芳".into(), host: "办公室".into(), pid: 812, since: "2023-06-12T08:00".into() };
    let rows = (1..9).map(|id| (Table::Session, id)).collect();
    let mut all = vec![
        StoreError::InUse { path: path(), holder: Some(holder) },
        StoreError::InUse { path: path(), holder: None },
        StoreError::ReadOnly { path: path() },
        StoreError::Older { path: path() },
        StoreError::NoSpace { path: path() },
        StoreError::Damaged { path: path(), detail: "row 3 missing from index".into() },
        StoreError::Newer { path: path(), file: 9, program: 1 },
        StoreError::Foreign { path: path() },
        StoreError::Missing { path: path() },
        StoreError::Exists { path: path() },
        StoreError::WrongPassword { path: path() },
        StoreError::Conflict { step: 12, rows },
        StoreError::NothingToUndo,
        StoreError::NothingToRedo,
        StoreError::NoSuchStep(99),
        StoreError::Io { path: path(), source: Error::other("device not ready") },
    ];
    all.extend(refusals().into_iter().map(StoreError::Refused));
    all.into_iter().map(Failure::Store).collect()
}

fn failures() -> Vec<Failure> {
    let mut all = store_failures();
    for kind in [ErrorKind::NotFound, ErrorKind::PermissionDenied, ErrorKind::IsADirectory, ErrorKind::TimedOut] {
        all.push(Failure::Read { path: path(), source: kind.into() });
        all.push(Failure::Write { path: path(), source: kind.into() });
    }
    all.push(Failure::Write { path: path(), source: Error::from_raw_os_error(71) });
    all.push(Failure::NotPrinted { source: ErrorKind::StorageFull.into() });
    for wanted in [Wanted::Dump, Wanted::Mapping, Wanted::Backup] {
        all.push(Failure::NotUnderstood { path: path(), wanted, detail: "expected value at line 1".into() });
    }
    all.push(Failure::Malformed {
        path: path(),
        wanted: Wanted::Mapping,
        fault: Fault { place: None, kind: FaultKind::Empty },
    });
    all.push(Failure::BadLine { path: path(), line: 3, detail: "missing field `op`".into() });
    let refused = Failure::Store(StoreError::Refused(Refusal::Duplicate { table: Table::Batch }));
    all.push(Failure::AtLine { path: path(), line: 3, source: Box::new(refused) });
    all.push(Failure::NotAnImport(4));
    for choice in [
        Choice::Document,
        Choice::Format,
        Choice::Period,
        Choice::Relation,
        Choice::Context,
        Choice::Kind,
        Choice::Sample,
    ] {
        all.push(Failure::Unknown { choice, given: "内容".into() });
    }
    all.push(Failure::PasswordMissing { path: path() });
    all.push(Failure::NoPlace);
    all.push(Failure::Cancelled);
    all
}

/// Longest run of Latin letters, options and the file's name left out.
fn longest_latin_word(text: &str) -> String {
    let text = text.replace(FILE, "").replace("CHUANBANGDAI_PASSWORD", "").replace("--help", "").replace("--db", "");
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    words.max_by_key(|word| word.len()).unwrap_or_default().to_owned()
}

#[test]
fn chinese_messages_hold_no_english_word() {
    for failure in failures() {
        let told = failure.told(Tr::new(Lang::Zh));
        for sentence in [&told.what, &told.unchanged, &told.next] {
            let word = longest_latin_word(sentence);
            // Names that are typed on the command line are the same in every language.
            let is_typed = intake::CONTEXT_KEYS.contains(&word.as_str()) || intake::kinds().any(|kind| kind == word);
            assert!(is_typed || word.len() < 2, "{sentence}");
            assert!(sentence.ends_with('。'), "{sentence}");
        }
    }
}

#[test]
fn every_message_is_complete_and_without_debug_text_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        for failure in failures() {
            let told = failure.told(Tr::new(lang));
            for sentence in [&told.what, &told.unchanged, &told.next] {
                assert!(sentence.chars().count() > 4, "{failure:?}: {sentence}");
                assert!(!sentence.contains(['{', '}', '[', '`']), "{sentence}");
            }
        }
    }
}

#[test]
fn a_message_about_a_file_names_it() {
    for lang in [Lang::Zh, Lang::En] {
        for failure in failures() {
            if let Some(path) = failure.path() {
                assert_eq!(path, Path::new(FILE));
                let told = failure.told(Tr::new(lang));
                assert!(told.what.contains(FILE), "{}", told.what);
            }
        }
    }
}

#[test]
fn who_has_the_file_open_and_since_when_is_said() {
    let told = store_failures().swap_remove(0).told(Tr::new(Lang::Zh));
    assert_eq!(told.what, "数据文件 /数据/商南.db 正在使用中：王芳（电脑 办公室）从 2023-06-12 08:00 起打开着。");
}

#[test]
fn exit_codes_are_those_of_the_command_line() {
    let codes: Vec<u8> = store_failures().iter().map(Failure::exit_code).collect();
    assert_eq!(codes, [4, 4, 5, 5, 6, 7, 8, 9, 12, 3, 10, 11, 3, 3, 3, 12, 3, 3, 3, 3, 3, 3, 3]);
}

#[test]
fn every_field_of_every_record_has_a_word() {
    let unknown = Tr::default().field("no such column");
    let rows = [
        r#"{"table":"person"}"#,
        r#"{"table":"activity"}"#,
        r#"{"table":"department"}"#,
        r#"{"table":"setting"}"#,
        r#"{"table":"institution","name":"甲","kind":"county"}"#,
        r#"{"table":"relation","programme":"team_based","from_inst":1,"to_inst":2}"#,
        r#"{"table":"agreement","relation":1}"#,
        r#"{"table":"batch","relation":1,"no":1,"mode":"rigid"}"#,
        r#"{"table":"stint","person":1,"host_inst":1,"role":"member","mode":"long_term","arrive_on":"2023-01-01"}"#,
        r#"{"table":"appointment","person":1,"inst":1,"post":"副院长"}"#,
        r#"{"table":"leave","person":1,"kind":"sick","from_on":"2023-01-01","from_slot":"am","to_on":"2023-01-01","to_slot":"pm"}"#,
        r#"{"table":"calendar_day","on_date":"2023-01-01","kind":"holiday"}"#,
        r#"{"table":"pairing","mentor":1,"apprentice":2,"kind":"one_to_one","from_on":"2023-01-01","status":"active","mode":"remote"}"#,
        r#"{"table":"pairing_goal"}"#,
        r#"{"table":"pairing_pause","pairing":1,"from_on":"2023-01-01","reason":"产假"}"#,
        r#"{"table":"teaching_log","on_date":"2023-01-01","mentor":1,"activity":1,"topic":"查房"}"#,
        r#"{"table":"attendance","on_date":"2023-01-01","slot":"am","stint":1,"mark":"tour"}"#,
        r#"{"table":"studio","host_inst":1,"name":"工作室"}"#,
        r#"{"table":"team"}"#,
        r#"{"table":"team_member"}"#,
        r#"{"table":"study_leave","person":1,"dest_inst":1,"from_on":"2023-01-01","status":"studying"}"#,
        r#"{"table":"benefit","stint":1,"kind":"housing"}"#,
        r#"{"table":"liaison"}"#,
        r#"{"table":"visit","on_date":"2023-01-01","leader":"副县长","stint":1}"#,
        r#"{"table":"check_rule","code":"C01","params":"{}","severity":"hint"}"#,
        r#"{"table":"template","stint":1,"weekday":1,"slot":"am","week_rule":"every","activity":1,"inst":1,"holiday_rule":"keep"}"#,
        r#"{"table":"session","on_date":"2023-01-01","slot":"am","stint":1,"activity":1,"inst":1,"status":"done"}"#,
        r#"{"table":"publication","document":"D01","period_from":"2023-01-01","period_to":"2023-01-07","version":1,"published_at":"2023-01-01T08:00:00"}"#,
    ];
    let shortest = rows.map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}")));
    let samples = rota().into_iter().chain(duties()).filter_map(|edit| match edit {
        Edit::Put { row } => Some(row),
        _ => None,
    });
    let mut seen = BTreeSet::new();
    for row in shortest.into_iter().chain(samples) {
        seen.insert(row.table());
        let fields = serde_json::to_value(&row).expect("a row is JSON");
        for field in fields.as_object().expect("an object").keys().filter(|field| *field != "table") {
            assert_ne!(Tr::default().field(field), unknown, "{field} of {:?}", row.table());
        }
    }
    assert_eq!(seen, Table::ALL.iter().copied().collect());
}
