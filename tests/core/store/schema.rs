//! The schema: frozen steps, a file of every released schema, and columns that are the fields of the records.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chuanbangdai::domain::*;
use chuanbangdai::store::Store;
use rusqlite::Connection;

use super::duties::duties;
use super::hospital::{Place, apply, clerk, dump, hospital, minute, person, session, sha256, stint};
use super::pairs::{pairing, pairs};
use super::rota::rota;

/// Every shipped step with its hash. A line here never changes; a new step adds one.
const SHIPPED: &[(&str, &str)] = &[
    ("0001_first.sql", "b6a06b43f53d008eb5802bb47b2a8d153f64e98dc92af98688b9381a1a75530d"),
    ("0002_people.sql", "4058e489683b0f305017200f49da75e6396bcc4403602a716c2e6b8b5bd1fdae"),
    ("0003_tasks.sql", "14cee2f867752fd76340a84b0bfd9929c7305c28ba5fe20c8c92fe7e2c36f626"),
    ("0004_schedule.sql", "2b6f486f8c145d8314c53b4a644f9ea02e580ad35739de5fc512d641c440c9e7"),
    ("0005_check_rules.sql", "ef52fe677ac651a90c8ae6245e9b5accf603f5902c6a5e02eb8d42d8968d4e2d"),
    ("0006_plan.sql", "14751d9e3412de913e526a7cb462a1c02b437fa56cabccfbb277082bb0c3df95"),
    ("0007_activity.sql", "df33642adef58b5d84c3f90390fc023b5838296ebbb995086b18065f114662f8"),
];

/// The schemas with which a program was handed out; those between them were only ever steps on the way.
const RELEASED: &[u32] = &[1, 5, 6, 7];

/// How many steps came after the last of them and have not been handed out yet.
const ON_THE_WAY: u32 = 0;

/// What a change of the schema asks for.
const CHORES: &str = "The schema has changed. The chores:
 1. A step that has shipped stays as it is: write the next one in src/store/migrations and list it in
    src/store/migrate.rs.
 2. New columns go to the end of the table and of the record; the step also appends their value to the arrays of
    journal_row, so that older steps can still be taken back.
 3. Pin its hash in SHIPPED of this file.
 4. Run `cargo test --test core write_the_frozen_file -- --ignored`, keep tests/data/schema-NNNN.db beside the
    older ones, and commit it.
 5. Extend the sample rows of tests/core/store/hospital.rs, label names in src/app/label.rs, the words of the
    table in src/i18n, and the glossary.";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn no_shipped_step_of_the_schema_was_changed() {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("src/store/migrations")).unwrap() {
        let path = entry.unwrap().path();
        let hash = sha256(&fs::read(&path).unwrap());
        found.push((path.file_name().unwrap().to_str().unwrap().to_owned(), hash));
    }
    found.sort();
    let pinned: Vec<_> = SHIPPED.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect();
    assert_eq!(found, pinned, "{CHORES}");
    let last = SHIPPED.last().and_then(|(name, _)| name.get(..4)?.parse().ok());
    assert_eq!(last, Some(Store::SCHEMA), "{CHORES}");
}

fn frozen(schema: u32) -> PathBuf {
    root().join(format!("tests/data/schema-{schema:04}.db"))
}

/// Fills a file that is then kept for ever: rows of every table, and a history with every kind of step.
fn fill(store: &mut Store) {
    apply(store, &hospital());
    store.apply(&Label::Settings, minute(1), &[Edit::put(person(1, "张文勇改"))]).unwrap();
    store.undo(minute(2)).unwrap();
    store.redo(minute(3)).unwrap();
    apply(store, &[Edit::Delete { table: Table::Session, id: 2 }]);
    store.undo(minute(4)).unwrap();
}

#[test]
#[ignore = "writes the file that the next test opens; run once for a new schema"]
fn write_the_frozen_file() {
    let path = frozen(Store::SCHEMA);
    let _ = fs::remove_file(&path);
    fill(&mut Store::create(&path, &clerk()).unwrap());
}

#[test]
fn a_file_of_every_released_schema_opens_with_its_records_and_its_history() {
    let fresh = Place::new();
    let mut store = fresh.create();
    fill(&mut store);
    let expected = dump(&store);
    assert_eq!(RELEASED.last().map(|last| last + ON_THE_WAY), Some(Store::SCHEMA), "{CHORES}");
    for &schema in RELEASED {
        let place = Place::new();
        fs::copy(frozen(schema), &place.path).unwrap_or_else(|error| panic!("{error}: {CHORES}"));
        let mut old = place.open();
        assert_eq!(dump(&old), expected, "schema {schema}. {CHORES}");
        assert_eq!(old.history(9).unwrap(), store.history(9).unwrap(), "schema {schema}. {CHORES}");
        for step in 1..=6 {
            assert_eq!(old.history_rows(step).unwrap(), store.history_rows(step).unwrap(), "schema {schema}. {CHORES}");
        }
        assert!(old.check(true).unwrap().is_sound());
        old.redo(minute(5)).unwrap();
        while old.undo(minute(6)).is_ok() {}
        assert_eq!(old.registry().unwrap().people.len(), 0);
    }
}

#[test]
fn the_columns_of_a_table_are_the_fields_of_its_record() {
    let place = Place::new();
    drop(place.create());
    let conn = Connection::open(&place.path).unwrap();
    let mut seen = BTreeSet::new();
    let activity = Row::from(Activity { letter: "诊".to_owned(), ..Activity::default() });
    let rows = hospital().into_iter().chain(rota()).chain(duties()).chain(pairs()).map(|edit| match edit {
        Edit::Put { row } => row,
        _ => unreachable!(),
    });
    for row in rows.chain([activity]) {
        let table = row.table();
        seen.insert(table);
        let text = serde_json::to_string(&row).unwrap();
        let fields: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut fields: Vec<_> = fields.as_object().unwrap().keys().filter(|name| *name != "table").cloned().collect();
        // In the order in which they are written.
        fields.sort_by_key(|name| text.find(&format!("\"{name}\":")).unwrap());
        let columns: Vec<String> = conn
            .prepare(&format!("SELECT name FROM pragma_table_info('{}')", table.name()))
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(columns, fields, "{}. {CHORES}", table.name());
    }
    assert_eq!(seen.len(), Table::ALL.len(), "every table has a sample row. {CHORES}");
}

#[test]
fn every_table_is_strict_and_keeps_keys_from_being_used_twice() {
    let place = Place::new();
    drop(place.create());
    let conn = Connection::open(&place.path).unwrap();
    for table in Table::ALL {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        let made: String = conn.query_row(sql, [table.name()], |row| row.get(0)).unwrap();
        assert!(made.ends_with("STRICT") && made.contains("id INTEGER PRIMARY KEY AUTOINCREMENT"), "{made}");
    }
}

#[test]
fn every_value_of_every_closed_list_can_be_stored() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &pairs());
    let registry = store.registry().unwrap();
    let relation = registry.relations.values().next().unwrap().clone();
    let leave = registry.leave.values().next().unwrap().clone();
    let template = registry.templates.values().next().unwrap().clone();
    let batch = registry.batches.values().next().unwrap().clone();
    let inst = registry.institutions[&Id::new(2)].clone();
    let calendar_day = registry.calendar_days.values().next().unwrap().clone();
    let publication = registry.publications.values().next().unwrap().clone();
    let mut edits = Vec::new();
    for kind in InstitutionKind::ALL {
        edits.push(Edit::put(Institution { kind: *kind, ..inst.clone() }));
    }
    for programme in Programme::ALL {
        edits.push(Edit::put(Relation { programme: *programme, ..relation.clone() }));
    }
    for kind in LeaveKind::ALL {
        edits.push(Edit::put(Leave { kind: *kind, ..leave.clone() }));
    }
    for rule in WeekRule::ALL {
        edits.push(Edit::put(Template { week_rule: *rule, ..template.clone() }));
    }
    for rule in HolidayRule::ALL {
        edits.push(Edit::put(Template { holiday_rule: *rule, ..template.clone() }));
    }
    for mode in BatchMode::ALL {
        edits.push(Edit::put(Batch { mode: *mode, ..batch.clone() }));
    }
    for kind in DayKind::ALL {
        edits.push(Edit::put(CalendarDay { kind: *kind, ..calendar_day.clone() }));
    }
    for document in DocumentKind::ALL {
        edits.push(Edit::put(Publication { document: *document, ..publication.clone() }));
    }
    for discipline in Discipline::ALL {
        edits.push(Edit::put(Person { discipline: Some(*discipline), ..person(1, "甲") }));
        edits.push(Edit::put(Stint { discipline: Some(*discipline), ..stint(1, 1) }));
    }
    for sex in Sex::ALL {
        edits.push(Edit::put(Person { sex: Some(*sex), ..person(1, "甲") }));
    }
    for role in StintRole::ALL {
        edits.push(Edit::put(Stint { role: *role, ..stint(1, 1) }));
    }
    for mode in StintMode::ALL {
        edits.push(Edit::put(Stint { mode: *mode, ..stint(1, 1) }));
    }
    for reason in EndReason::ALL {
        edits.push(Edit::put(Stint { end_reason: Some(*reason), ..stint(1, 1) }));
    }
    for status in SessionStatus::ALL {
        edits.push(Edit::put(Session { status: *status, ..session(1, "2022-06-08", Slot::Am) }));
    }
    for slot in Slot::ALL {
        edits.push(Edit::put(session(1, "2022-06-08", *slot)));
    }
    edits.extend(people_lists(&registry));
    for edit in edits {
        store
            .apply(&Label::Settings, minute(1), std::slice::from_ref(&edit))
            .unwrap_or_else(|error| panic!("{edit:?}: {error}"));
    }
}

/// Every value of the lists of pairs and of what surrounds the experts.
fn people_lists(registry: &Registry) -> Vec<Edit> {
    let attendance = registry.attendance.values().next().unwrap();
    let studio = registry.studios.values().next().unwrap();
    let study = registry.study_leaves.values().next().unwrap();
    let benefit = registry.benefits.values().next().unwrap();
    let rule = registry.check_rules.values().next().unwrap();
    let mut edits = Vec::new();
    edits.extend(PairingKind::ALL.iter().map(|kind| Edit::put(Pairing { kind: *kind, ..pairing(1, 1, 2) })));
    edits.extend(PairingStatus::ALL.iter().map(|status| Edit::put(Pairing { status: *status, ..pairing(1, 1, 2) })));
    edits.extend(PairingMode::ALL.iter().map(|mode| Edit::put(Pairing { mode: *mode, ..pairing(1, 1, 2) })));
    edits.extend(AttendanceMark::ALL.iter().map(|mark| Edit::put(Attendance { mark: *mark, ..attendance.clone() })));
    edits.extend(BuildStatus::ALL.iter().map(|status| Edit::put(Studio { status: Some(*status), ..studio.clone() })));
    edits.extend(StudyKind::ALL.iter().map(|kind| Edit::put(StudyLeave { kind: Some(*kind), ..study.clone() })));
    edits.extend(StudyStatus::ALL.iter().map(|status| Edit::put(StudyLeave { status: *status, ..study.clone() })));
    edits.extend(BenefitKind::ALL.iter().map(|kind| Edit::put(Benefit { kind: *kind, ..benefit.clone() })));
    for programme in Programme::ALL {
        let programme = Some(*programme);
        edits.push(Edit::put(Pairing { programme, ..pairing(1, 1, 2) }));
        edits.push(Edit::put(Studio { programme, ..studio.clone() }));
        edits.push(Edit::put(StudyLeave { programme, ..study.clone() }));
        edits.push(Edit::put(CheckRule { programme, ..rule.clone() }));
    }
    for severity in [Severity::Hint, Severity::Warning, Severity::Failure] {
        edits.push(Edit::put(CheckRule { severity, ..rule.clone() }));
    }
    for kind in InstitutionKind::ALL {
        edits.push(Edit::put(CheckRule { inst_kind: Some(*kind), ..rule.clone() }));
    }
    edits
}
