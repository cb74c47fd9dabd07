//! Random edits, undo, redo and reopening against the simplest model: a stack of dumps.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Store, StoreError};
use proptest::prelude::*;
use proptest::sample::select;

use super::hospital::{Place, clerk, day, dump, hospital, institution, minute, person, session, several, stint};

/// Something the clerk does.
#[derive(Debug, Clone)]
enum Act {
    Edits(Vec<Edit>),
    Undo,
    Redo,
    Reopen,
    TakeBack(i64),
}

/// Few keys, so that edits meet the same rows again and again; 0 makes a new one.
fn key() -> impl Strategy<Value = i64> {
    0_i64..6
}

fn words() -> impl Strategy<Value = String> {
    let odd =
        ["", "甲", "䶮𬭸", "a\"b\\c", "null", "[1]", "0042", "1e5", "\u{0}nul\u{0}", "'; --", " \t\n", "🩺", "-1"];
    select(odd.to_vec()).prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = Row> {
    prop_oneof![
        (key(), words(), key()).prop_map(|(id, name, sort)| {
            Row::from(Institution { is_own: sort == 1, sort, note: name.clone(), ..institution(id, &name) })
        }),
        (key(), words(), key(), proptest::option::of(1_i64..4)).prop_map(|(id, name, inst, dept)| {
            let inst = (inst > 0).then(|| Id::new(inst));
            Row::from(Person { inst, dept: dept.map(Id::new), phone: name.clone(), ..person(id, &name) })
        }),
        (key(), key(), words()).prop_map(|(id, inst, name)| {
            Row::from(Department { id: Id::new(id), inst: Id::new(inst), name, ..Department::default() })
        }),
        (key(), key(), proptest::option::of(key()), any::<bool>()).prop_map(|(id, person, next, ends)| {
            let leave_on = ends.then(|| day("2022-12-31"));
            let successor_stint = next.map(Id::new);
            Row::from(Stint { leave_on, successor_stint, ..stint(id, person) })
        }),
        (key(), key(), select(Slot::ALL), prop::collection::vec(1_i64..18, 0..3), words()).prop_map(
            |(id, stint, slot, further, room)| {
                let further = further.into_iter().map(Id::new).collect();
                Row::from(Session { stint: Id::new(stint), further, room, ..session(id, "2023-06-14", slot) })
            }
        ),
        (key(), words(), words()).prop_map(|(id, name, value)| Row::from(Setting { id: Id::new(id), name, value })),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => row().prop_map(Edit::put),
        1 => (select(Table::ALL), key()).prop_map(|(table, id)| Edit::Delete { table, id }),
        1 => (prop::collection::vec(row().prop_map(Edit::put), 0..3), words())
            .prop_map(|(edits, name)| Edit::Many { label: Label::Added { table: Table::Person, name }, edits }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => prop::collection::vec(edit(), 1..4).prop_map(Act::Edits),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Reopen),
        1 => (1_i64..20).prop_map(Act::TakeBack),
    ]
}

/// The model: what the data were and what they would be again.
#[derive(Default)]
struct Model {
    before: Vec<String>,
    after: Vec<String>,
    /// After a step was taken back out of order the two stacks say nothing more about single states.
    is_out_of_order: bool,
}

fn perform(act: Act, store: &mut Store, model: &mut Model) -> Result<(), TestCaseError> {
    let now = dump(store);
    let outcome = match &act {
        Act::Edits(edits) => store.apply(&several(edits.len()), minute(1), edits),
        Act::Undo => store.undo(minute(2)),
        Act::Redo => store.redo(minute(3)),
        Act::TakeBack(step) => store.undo_step(*step, minute(4)),
        Act::Reopen => return Ok(()),
    };
    let then = dump(store);
    match (act, outcome) {
        (Act::Edits(_), Ok(applied)) if applied.step == 0 => prop_assert_eq!(now, then),
        (Act::Edits(_), Ok(_)) => {
            model.before.push(now);
            model.after.clear();
        }
        (Act::TakeBack(_), Ok(_)) => model.is_out_of_order = true,
        (_, Err(StoreError::Refused(_) | StoreError::Conflict { .. } | StoreError::NoSuchStep(_))) => {
            prop_assert_eq!(now, then);
        }
        (Act::Undo, Ok(_)) if !model.is_out_of_order => {
            let expected = model.before.pop();
            prop_assert_eq!(Some(&then), expected.as_ref());
            model.after.push(now);
        }
        (Act::Redo, Ok(_)) if !model.is_out_of_order => {
            let expected = model.after.pop();
            prop_assert_eq!(Some(&then), expected.as_ref());
            model.before.push(now);
        }
        (Act::Undo | Act::TakeBack(_), Err(StoreError::NothingToUndo)) => {
            prop_assert!(model.is_out_of_order || model.before.is_empty() || now == then);
            prop_assert_eq!(now, then);
        }
        (Act::Redo, Err(StoreError::NothingToRedo)) => {
            prop_assert!(model.is_out_of_order || model.after.is_empty());
            prop_assert_eq!(now, then);
        }
        (Act::Undo | Act::Redo, Ok(_)) => {}
        (act, outcome) => return Err(TestCaseError::fail(format!("{act:?} gave {outcome:?}"))),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn any_run_of_edits_undo_and_redo_keeps_every_state(acts in prop::collection::vec(act(), 1..30)) {
        let place = Place::new();
        let mut store = place.create();
        let empty = dump(&store);
        store.apply(&several(1), minute(0), &hospital()).unwrap();
        let mut model = Model { before: vec![empty], ..Model::default() };
        for act in acts {
            if matches!(act, Act::Reopen) {
                drop(store);
                store = Store::open(&place.path, &clerk()).unwrap();
            }
            perform(act, &mut store, &mut model)?;
        }
        let report = store.check(true).unwrap();
        prop_assert!(report.is_sound(), "{:?}", report);
    }
}
