//! A published week that is changed all week long: its history reads like sentences and goes back step by step.

use chuanbangdai::app::Office;
use chuanbangdai::app::rota::Replacement;
use chuanbangdai::app::week::{CellKey, Shift, WeekVm, tell};
use chuanbangdai::domain::{LeaveKind, Period, Session, SessionStatus, Slot, Week};

use super::{TR, day, office, person, sessions, week};

/// The half-day of an expert in June.
fn cell(office: &Office, name: &str, date: u32, slot: Slot) -> CellKey {
    let who = person(office, name);
    let stint = office.registry().stints.values().find(|stint| stint.person == who).unwrap().id;
    CellKey { stint, on: day(6, date), slot }
}

/// What stands there.
fn there(office: &Office, key: CellKey) -> Session {
    let mut all = sessions(office, key.on).into_iter();
    all.rfind(|session| (session.stint, session.on_date, session.slot) == (key.stint, key.on, key.slot)).unwrap()
}

fn run(office: &mut Office, edit: Option<chuanbangdai::domain::Edit>) {
    office.run(&edit.unwrap()).unwrap();
}

#[test]
fn swapping_substituting_issuing_and_changing_read_like_sentences_and_go_back_one_by_one() {
    let (mut office, _folder) = office();
    let monday = day(6, 12);
    let mut states = vec![sessions(&office, monday)];
    let note = |office: &Office, states: &mut Vec<Vec<Session>>| states.push(sessions(office, monday));
    let picture = |office: &Office| -> WeekVm { week(office, monday) };

    office.issue_week(Week::of(monday), "例行发布", TR).unwrap();
    note(&office, &mut states);
    let (one, other) = (cell(&office, "邹龙", 14, Slot::Pm), cell(&office, "周琳", 13, Slot::Am));
    let swap = picture(&office).shift(one, other, Shift::Move);
    run(&mut office, swap);
    note(&office, &mut states);
    let days = Period::day(day(6, 15));
    let found = Replacement::load(&office, person(&office, "邹龙"), days, TR).unwrap();
    run(&mut office, found.edit(Some(LeaveKind::Sick), "发热", None));
    note(&office, &mut states);
    let monday_morning = there(&office, cell(&office, "黎远", 12, Slot::Am));
    let cancelled = Session { status: SessionStatus::Cancelled, reason: "停电".to_owned(), ..monday_morning };
    let cancelling = picture(&office).change(cancelled);
    run(&mut office, cancelling);
    note(&office, &mut states);
    office.issue_week(Week::of(monday), "邹龙病假", TR).unwrap();
    note(&office, &mut states);
    let telling = tell(&picture(&office).notices, Some(office.clock().now()), TR);
    run(&mut office, telling);
    note(&office, &mut states);

    let steps = office.store().history(6).unwrap();
    let told: Vec<String> = steps.iter().rev().map(|step| TR.label(&step.label)).collect();
    assert_eq!(told.len(), 6);
    let expected = ["例行发布", "对调", "替班", "黎远", "邹龙病假", "通知"];
    for (sentence, words) in told.iter().zip(expected) {
        assert!(sentence.contains(words) && !sentence.is_ascii(), "{words}: {told:#?}");
    }
    for state in states.iter().rev().skip(1) {
        office.undo().unwrap();
        assert_eq!(&sessions(&office, monday), state);
    }
    for state in states.iter().skip(1) {
        office.redo().unwrap();
        assert_eq!(&sessions(&office, monday), state);
    }
}
