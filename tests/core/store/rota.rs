//! Sample rows of what the schedule keeps beside its sessions, and the files of issued sheets.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Store, digest};

use super::hospital::{Place, apply, day, hospital, minute, session};

pub fn tour() -> Tour {
    Tour {
        id: Id::new(1),
        relation: Some(Id::new(1)),
        from_on: day("2022-06-14"),
        to_on: day("2022-06-15"),
        slot: Some(Slot::Am),
        inst: Id::new(2),
        village: "三官庙村".to_owned(),
        leader: Some(Id::new(1)),
        leader_name: "张文勇".to_owned(),
        crew: "4人：内、外、儿、护".to_owned(),
        headcount: Some(5),
        content: "义诊、查房".to_owned(),
        car: "院车".to_owned(),
        contact: "卫生院办公室".to_owned(),
        status: TourStatus::Done,
        seen: Some(86),
        consultations: Some(2),
        rounds: Some(3),
        discussions: Some(2),
        lectures: Some(1),
        trainees: Some(25),
        given: "药品".to_owned(),
        given_fen: Some(120_000),
        problems: "儿科床位不足".to_owned(),
        note: "雨天改道".to_owned(),
    }
}

pub fn rule() -> RotaRule {
    RotaRule {
        id: Id::new(1),
        term: RuleTerm::Tours,
        relation: Some(Id::new(1)),
        inst_kind: Some(InstitutionKind::Township),
        inst: Some(Id::new(2)),
        dept: Some(Id::new(1)),
        person: Some(Id::new(1)),
        activity: Some(Id::new(1)),
        min_rank: Some(4),
        window: RuleWindow::Month,
        at_least: Some(1),
        at_most: Some(4),
        force: RuleForce::Price,
        price: 20,
        severity: Severity::Failure,
        is_on: true,
        basis: "每乡镇每月至少一次".to_owned(),
        from_on: Some(day("2022-06-01")),
        to_on: Some(day("2024-06-18")),
        weekday: Some(3),
        slot: Some(Slot::Pm),
    }
}

pub fn lock() -> PlanLock {
    PlanLock { id: Id::new(1), stint: Id::new(1), on_date: day("2023-06-14"), slot: Slot::Pm }
}

/// One row of every table of issues, tours and rules, on top of the sample hospital.
pub fn rota() -> Vec<Edit> {
    vec![
        Edit::put(Edition {
            id: Id::new(1),
            publication: Id::new(1),
            sessions: vec![session(1, "2022-06-08", Slot::Am), session(2, "2022-06-08", Slot::Night)],
        }),
        Edit::put(KeptSheet {
            id: Id::new(1),
            publication: Some(Id::new(1)),
            document: DocumentKind::WeekSchedule,
            period_from: day("2022-06-06"),
            period_to: day("2022-06-12"),
            version: 2,
            kept_at: minute(3),
            reason: "周三停诊".to_owned(),
            digest: "0".repeat(64),
            pages: 1,
        }),
        Edit::put(Notice {
            id: Id::new(1),
            publication: Id::new(1),
            person: Some(Id::new(1)),
            audience: "张文勇".to_owned(),
            told_at: Some(minute(4)),
            way: "电话".to_owned(),
        }),
        Edit::put(tour()),
        Edit::put(TourMember {
            id: Id::new(1),
            tour: Id::new(1),
            person: Some(Id::new(2)),
            name: "邹龙".to_owned(),
            specialty: "内科".to_owned(),
            is_present: Some(true),
        }),
        Edit::put(rule()),
        Edit::put(lock()),
    ]
}

#[test]
fn tours_rules_and_issues_come_back_as_they_were_stored() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &rota());
    let registry = store.registry().unwrap();
    let stored = [
        Row::from(store.edition(Id::new(1)).unwrap().unwrap()),
        Row::from(registry.kept_sheets[&Id::new(1)].clone()),
        Row::from(registry.notices[&Id::new(1)].clone()),
        Row::from(registry.tours[&Id::new(1)].clone()),
        Row::from(registry.tour_members[&Id::new(1)].clone()),
        Row::from(registry.rota_rules[&Id::new(1)].clone()),
        Row::from(registry.plan_locks[&Id::new(1)].clone()),
    ];
    assert_eq!(stored.map(Edit::put).to_vec(), rota());
}

#[test]
fn every_state_of_a_tour_and_every_part_of_a_rule_can_be_stored() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let mut edits: Vec<Edit> =
        TourStatus::ALL.iter().map(|status| Edit::put(Tour { status: *status, ..tour() })).collect();
    edits.extend(RuleTerm::ALL.iter().map(|term| Edit::put(RotaRule { term: *term, ..rule() })));
    edits.extend(RuleWindow::ALL.iter().map(|window| Edit::put(RotaRule { window: *window, ..rule() })));
    edits.extend(RuleForce::ALL.iter().map(|force| Edit::put(RotaRule { force: *force, ..rule() })));
    edits.extend(InstitutionKind::ALL.iter().map(|kind| Edit::put(RotaRule { inst_kind: Some(*kind), ..rule() })));
    for edit in edits {
        store
            .apply(&Label::Settings, minute(1), std::slice::from_ref(&edit))
            .unwrap_or_else(|error| panic!("{edit:?}: {error}"));
    }
}

#[test]
fn contradictions_in_tours_and_rules_are_refused_by_name() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    for (edit, expected) in [
        (Edit::put(Tour { to_on: day("2022-06-13"), ..tour() }), "EndBeforeStart"),
        (Edit::put(RotaRule { at_least: Some(5), ..rule() }), "at_most"),
        (Edit::put(RotaRule { min_rank: Some(6), ..rule() }), "min_rank"),
        (Edit::put(Tour { headcount: Some(0), ..tour() }), "headcount"),
    ] {
        let refused = format!("{:?}", store.apply(&Label::Settings, minute(1), &[edit]).unwrap_err());
        assert!(refused.contains(expected), "{expected}: {refused}");
    }
}

#[test]
fn an_issued_sheet_is_found_by_its_digest_as_it_was() {
    let place = Place::new();
    let mut store = place.create();
    let pages = b"%PDF-1.7 as it was printed";
    let keep = |store: &mut Store, name: &str| {
        let setting = Setting { id: Id::NEW, name: name.to_owned(), value: String::new() };
        store.apply_keeping(&Label::Settings, minute(1), &[Edit::put(setting)], &[pages.to_vec()]).unwrap()
    };
    let step = keep(&mut store, "one").step;
    keep(&mut store, "other");
    let digest = digest(pages);
    store.undo_step(step, minute(2)).unwrap();
    assert_eq!(store.kept_file(&digest).unwrap().as_deref(), Some(pages.as_slice()));
    assert_eq!(store.kept_file(&"0".repeat(64)).unwrap(), None);
    assert!(store.check(true).unwrap().is_sound());
}
