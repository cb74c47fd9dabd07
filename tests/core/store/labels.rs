//! What a step is called, and the backups that the office makes by itself.

use std::time::Duration;

use chrono::TimeDelta;
use chuanbangdai::app::backup::Unsaved;
use chuanbangdai::app::{BackupReason, Clock, Office};
use chuanbangdai::domain::*;
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::store::backups_beside;

use super::hospital::{Place, day, hospital, minute, person, session, several, stint};

fn office(place: &Place) -> Office {
    let mut office = Office::create(&place.path, Clock::Fixed(minute(0))).unwrap();
    office.run(&Edit::Many { label: several(1), edits: hospital() }).unwrap();
    office
}

fn label(office: &mut Office, edit: &Edit) -> Label {
    let done = office.run(edit).unwrap();
    assert_eq!(office.store().history(1).unwrap()[0].label, done.label);
    done.label
}

#[test]
fn the_history_says_whom_and_what_a_step_was_about() {
    let place = Place::new();
    let mut office = office(&place);
    let registry = office.registry().clone();
    let first = |table| office.store().row(table, 1).unwrap().unwrap();
    let mut leave = match first(Table::Leave) {
        Row::Leave(leave) => leave,
        other => panic!("{other:?}"),
    };
    leave.reason = "改".to_owned();
    let mut relation = registry.relations[&Id::new(1)].clone();
    relation.note = "改".to_owned();
    let mut batch = registry.batches[&Id::new(1)].clone();
    batch.headcount_plan = None;
    let cases = [
        (Edit::put(person(0, "王莉")), "新增人员：王莉"),
        (Edit::put(person(1, "张文永")), "修改人员：张文永"),
        (Edit::Delete { table: Table::Person, id: 3 }, "删除人员：王莉"),
        (Edit::put(stint(0, 2)), "新增派驻任期：邹龙 商南县医院"),
        (Edit::put(leave), "修改请假：张文永 2022-06-06–2022-06-07"),
        (Edit::put(relation), "修改帮扶关系：商洛市中心医院→商南县医院"),
        (Edit::put(batch), "修改批次：商洛市中心医院→商南县医院 第二批"),
        (Edit::put(Setting { name: "theme".to_owned(), ..Setting::default() }), "修改设置"),
        (Edit::Delete { table: Table::Appointment, id: 1 }, "删除任职：张文永 副院长"),
        (Edit::Delete { table: Table::CalendarDay, id: 1 }, "删除日历：2027-02-07 春节"),
    ];
    let tr = Tr::new(Lang::Zh);
    for (edit, words) in cases {
        assert_eq!(tr.label(&label(&mut office, &edit)), words);
    }
}

#[test]
fn a_half_day_is_told_before_and_after() {
    let place = Place::new();
    let mut office = office(&place);
    let plain =
        |id, on: &str, slot| Session { topic: String::new(), further: vec![], dept: None, ..session(id, on, slot) };
    let (on, slot) = (day("2023-06-14"), Slot::Am);
    let person = "张文勇".to_owned();
    let words = |activity: &str| format!("{activity} 门诊二楼3诊室");
    let slot_label = |before: String, after: String| Label::Slot { person: person.clone(), on, slot, before, after };
    let filled = label(&mut office, &Edit::put(plain(0, "2023-06-14", slot)));
    assert_eq!(filled, slot_label(String::new(), words("坐诊")));
    let changed = label(&mut office, &Edit::put(Session { activity: Id::new(2), ..plain(3, "2023-06-14", slot) }));
    assert_eq!(changed, slot_label(words("坐诊"), words("查房")));
    let moved = Session { activity: Id::new(2), stint: Id::new(2), ..plain(3, "2023-06-15", Slot::Pm) };
    assert_eq!(
        label(&mut office, &Edit::put(moved)),
        Label::Moved {
            name: format!("张文勇 {}", words("查房")),
            from: (on, slot),
            to: (day("2023-06-15"), Slot::Pm),
            person: "邹龙".to_owned(),
        }
    );
    let cleared = label(&mut office, &Edit::Delete { table: Table::Session, id: 3 });
    assert_eq!(
        cleared,
        Label::Slot {
            person: "邹龙".to_owned(),
            on: day("2023-06-15"),
            slot: Slot::Pm,
            before: words("查房"),
            after: String::new(),
        }
    );
}

#[test]
fn a_backup_is_due_half_an_hour_after_the_first_change_without_one() {
    let mut unsaved = Unsaved::default();
    assert_eq!(unsaved.remaining(minute(0)), None, "nothing was changed");
    unsaved.note(minute(0));
    unsaved.note(minute(20));
    assert_eq!(unsaved.remaining(minute(29)), Some(Duration::from_mins(1)));
    assert_eq!(unsaved.remaining(minute(30)), Some(Duration::ZERO));
    assert_eq!(unsaved.remaining(minute(45)), Some(Duration::ZERO));
    unsaved.settle();
    assert_eq!(unsaved.remaining(minute(46)), None, "the backup holds every change before");
    unsaved.note(minute(91));
    assert_eq!(unsaved.remaining(minute(0)), Some(Duration::from_mins(30)), "a clock that was put back");
    unsaved.try_later(minute(121));
    assert_eq!(unsaved.remaining(minute(121)), Some(Duration::from_mins(30)), "no second attempt at once");
}

#[test]
fn closing_makes_a_backup_only_where_something_changed() {
    let place = Place::new();
    Office::create(&place.path, Clock::Fixed(minute(0))).unwrap().close();
    assert!(backups_beside(&place.path).unwrap().is_empty(), "an untouched file needs none");
    let mut working = Office::open(&place.path, Clock::Fixed(minute(1))).unwrap();
    working.run(&Edit::Many { label: several(1), edits: hospital() }).unwrap();
    working.close();
    Office::open(&place.path, Clock::Fixed(minute(2))).unwrap().close();
    let backups = backups_beside(&place.path).unwrap();
    assert_eq!(backups.iter().map(|backup| (backup.at, backup.step)).collect::<Vec<_>>(), [(minute(1), 1)]);
    assert_eq!(backups[0].reason, BackupReason::Close);
}

#[test]
fn putting_a_backup_back_saves_the_present_state_first() {
    let place = Place::new();
    let mut office = office(&place);
    office.back_up(BackupReason::Manual).unwrap();
    let old = backups_beside(&place.path).unwrap().remove(0);
    let renamed = Edit::put(person(1, "后来的名字"));
    office.run(&renamed).unwrap();
    office.put_back(&old.path).unwrap();
    assert_eq!(office.registry().people[&Id::new(1)].name, "张文勇");
    let backups = backups_beside(&place.path).unwrap();
    let saved = backups.iter().find(|backup| backup.reason == BackupReason::Restore).unwrap().clone();
    assert_eq!(saved.step, 2);
    drop(office);
    // Another second step is another state, though its number is the same.
    let mut office = Office::open(&place.path, Clock::Fixed(minute(5))).unwrap();
    office.run(&Edit::put(person(2, "别的名字"))).unwrap();
    office.back_up_changes(BackupReason::Close).unwrap();
    assert_eq!(backups_beside(&place.path).unwrap().len(), 3);
    drop(office);
    let mut office = Office::open(&place.path, Clock::Fixed(minute(9))).unwrap();
    office.run(&Edit::put(person(2, "邹龙"))).unwrap();
    office.put_back(&saved.path).unwrap();
    assert_eq!(office.registry().people[&Id::new(1)].name, "后来的名字");
}

#[test]
fn old_backups_are_thinned_but_those_made_by_hand_stay() {
    let place = Place::new();
    let mut office = office(&place);
    let by_hand = office.store().back_up(minute(0) - TimeDelta::days(900), BackupReason::Manual).unwrap();
    for day in 0..40 {
        for hour in [1, 5] {
            let at = minute(0) - TimeDelta::hours(24 * day + hour);
            office.store().back_up(at, BackupReason::Interval).unwrap();
        }
    }
    office.back_up(BackupReason::Close).unwrap();
    let left = backups_beside(&place.path).unwrap();
    assert!(left.len() < 30, "{}", left.len());
    assert!(left.contains(&by_hand));
    assert_eq!(left[0].reason, BackupReason::Close);
}
