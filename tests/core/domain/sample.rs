//! The sample hospital.

use chrono::{Datelike, NaiveDate};
use chuanbangdai::app::sample::sample;
use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::{Edit, InstitutionKind, Registry, RuleTerm, Session, SessionStatus, Slot, Week, conflicts};
use serde_json::Value;

use super::bench::day;

/// An office with the sample in it, and the folder that holds its file.
fn office(today: &str) -> (Office, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = day(today).and_hms_opt(9, 0, 0).unwrap();
    let mut office = Office::create(&folder.path().join("sample.cbd"), Clock::Fixed(now)).unwrap();
    let edit = sample(office.registry(), day(today));
    office.run(&edit).unwrap();
    (office, folder)
}

fn sessions(office: &Office, monday: &str) -> Vec<Session> {
    office.sessions(Week::of(day(monday)).period()).unwrap()
}

#[test]
fn the_sample_is_stored_as_one_step_with_everything_in_its_place() {
    let (office, _folder) = office("2023-06-14");
    let registry = office.registry();
    let own = registry.own_institution().unwrap();
    assert_eq!(own.name, "商南县医院");
    assert_eq!(registry.institutions.len(), 11);
    assert_eq!(registry.people.len(), 77);
    assert_eq!(registry.stints.len(), 12);
    assert_eq!(office.store().history(10).unwrap().len(), 1);
    let towns = registry.institutions.values().filter(|inst| inst.kind == InstitutionKind::Township).count();
    assert_eq!(towns, 6);
    for stint in registry.stints.values() {
        let person = &registry.people[&stint.person];
        assert_eq!(registry.institutions[&person.inst.unwrap()].name, "商洛市中心医院", "{}", person.name);
        assert_eq!(stint.host_inst, own.id);
        assert_eq!(registry.departments[&stint.host_dept.unwrap()].inst, own.id);
        assert_eq!(registry.departments[&person.dept.unwrap()].inst, person.inst.unwrap());
    }
    let zou_long = registry.people.values().find(|person| person.name == "邹龙").unwrap();
    assert_eq!((zou_long.title_rank, zou_long.phone.as_str()), (Some(5), "13900000007"));
    assert_eq!(registry.templates.len(), 12);
}

#[test]
fn in_its_own_week_the_sample_stands_on_its_own_dates() {
    let (office, _folder) = office("2023-06-14");
    assert!(
        sessions(&office, "2023-06-05")
            .iter()
            .all(|one| { matches!(one.status, SessionStatus::Done | SessionStatus::Cancelled) })
    );
    assert!(sessions(&office, "2023-06-12").iter().all(|one| one.status == SessionStatus::Published));
    let next = sessions(&office, "2023-06-19");
    assert!(next.iter().all(|one| one.status == SessionStatus::Planned));
    let first_case = next.iter().find(|one| one.topic == "EVL带教").unwrap();
    assert_eq!((first_case.on_date, first_case.slot), (day("2023-06-23"), Slot::Am));
    assert_eq!(office.calendar().facts(day("2023-06-25")).acts_as_weekday, Some(4));
}

#[test]
fn the_real_weeks_hold_no_false_clash() {
    let (office, _folder) = office("2023-06-14");
    for monday in ["2023-06-05", "2023-06-12", "2023-06-19"] {
        let found =
            conflicts(&sessions(&office, monday), office.registry(), office.calendar(), Week::of(day(monday)).period());
        let said: Vec<_> =
            found.iter().map(|one| (one.rule, one.subject.as_str(), one.period.from(), one.slot)).collect();
        let expected = match monday {
            "2023-06-19" => vec![
                (RuleTerm::OnHoliday, "文申英", day("2023-06-22"), Some(Slot::Am)),
                (RuleTerm::OnHoliday, "邹龙", day("2023-06-23"), Some(Slot::Am)),
            ],
            _ => vec![],
        };
        assert_eq!(said, expected, "week of {monday}");
    }
}

#[test]
fn the_sample_moves_by_whole_weeks_to_the_week_of_today() {
    let (office, _folder) = office("2026-03-11");
    let week = sessions(&office, "2026-03-09");
    assert_eq!(week.len(), sessions(&self::office("2023-06-14").0, "2023-06-12").len());
    assert!(week.iter().all(|one| one.status == SessionStatus::Published));
    let registry = office.registry();
    let stint = registry.stints.values().find(|stint| registry.people[&stint.person].name == "邹龙").unwrap();
    let original: NaiveDate = day("2023-05-31");
    assert_eq!(stint.arrive_on.weekday(), original.weekday());
    assert!(stint.runs_on(day("2026-03-09")));
    let leader = registry.stints.values().find(|stint| registry.people[&stint.person].name == "文申英").unwrap();
    assert_eq!(leader.arrive_on.day(), 1, "known to the month");
    assert_eq!(registry.people.values().find_map(|person| person.birth_year), Some(1977));
    assert!(registry.calendar_days.is_empty(), "no decision about a day that is no make-up day");
    let findings = conflicts(&week, registry, office.calendar(), Week::of(day("2026-03-09")).period());
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn the_sample_is_undone_in_one_step() {
    let (mut office, _folder) = office("2023-06-14");
    office.undo().unwrap();
    assert!(office.registry().people.is_empty());
    assert!(sessions(&office, "2023-06-12").is_empty());
}

#[test]
fn every_row_of_the_sample_arrives_with_every_field_that_it_names() {
    let asset: Value = serde_json::from_str(include_str!("../../../assets/sample/shangnan.json")).unwrap();
    let (office, _folder) = office("2023-06-14");
    let Edit::Many { edits, .. } = sample(&Registry::clone(office.registry()), day("2023-06-14")) else {
        unreachable!()
    };
    let rows = asset["rows"].as_array().unwrap();
    assert_eq!(edits.len(), rows.len());
    for (edit, named) in edits.iter().zip(rows) {
        let Edit::Put { row } = edit else { unreachable!() };
        let arrived = serde_json::to_value(row).unwrap();
        for field in named.as_object().unwrap().keys() {
            assert!(arrived.get(field).is_some(), "{field} of {named}");
        }
    }
}

#[test]
fn the_sample_has_something_for_every_page() {
    let (office, _folder) = office("2026-11-22");
    let registry = office.registry();
    for (what, count) in [
        ("pairs", registry.pairings.len()),
        ("goals", registry.pairing_goals.len()),
        ("benefits", registry.benefits.len()),
        ("tours", registry.tours.len()),
        ("obligations", registry.obligations.len()),
        ("tasks", registry.tasks.len()),
        ("funds", registry.funds.len()),
        ("problems", registry.problems.len()),
    ] {
        assert!(count > 0, "{what}");
    }
    let unfinished = registry.tasks.values().filter(|task| task.done_on.is_none()).map(|task| task.due_on);
    let (late, ahead): (Vec<_>, Vec<_>) = unfinished.partition(|due| *due < day("2026-11-16"));
    assert_eq!((late.len(), ahead.len()), (1, 8), "one task is late, the others lie ahead");
}
