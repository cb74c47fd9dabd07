//! A batch hands over: what is proposed, what one step does, and that undo takes it back whatever was chosen.

use chrono::NaiveDate;
use chuanbangdai::app::people::Handover;
use chuanbangdai::app::{Clock, Office, sample};
use chuanbangdai::domain::{
    Batch, DocumentKind, Edit, HandoverItem, HolidayRule, Id, Leave, LeaveKind, Pairing, PairingGoal, PairingKind,
    PairingMode, PairingStatus, Person, Precision, Session, SessionStatus, Stint, StintId, Task, TaskStatus, Template,
    WeekRule,
};
use chuanbangdai::domain::{Slot, Table};
use chuanbangdai::i18n::{Lang, Tr};
use proptest::prelude::*;
use tempfile::TempDir;

const TR: Tr = Tr::new(Lang::Zh);

fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, date).unwrap()
}

/// The sample with one who leaves on 30 June, one who follows in the same department, and a pair, a rule and a task.
fn office() -> (Office, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = day(6, 12).and_hms_opt(10, 0, 0).unwrap();
    let mut office = Office::create(&folder.path().join("test.db"), Clock::Fixed(now)).unwrap();
    let edit = sample::sample(office.registry(), now.date());
    office.run(&edit).unwrap();
    let old = stint_of(&office, "邹龙");
    let relation = old.relation.unwrap();
    let batch = Batch {
        id: Id::NEW,
        relation,
        no: 77,
        label: "轮换批".to_owned(),
        mode: office.registry().batches.values().next().unwrap().mode,
        plan_from: None,
        plan_from_prec: Precision::Day,
        plan_to: None,
        plan_to_prec: Precision::Day,
        headcount_plan: None,
    };
    let batch_id = Id::new(office.registry().next_id(Table::Batch));
    office.run(&Edit::put(batch)).unwrap();
    office.run(&Edit::put(Stint { batch: Some(batch_id), plan_leave_on: Some(day(6, 30)), ..old.clone() })).unwrap();
    let follower = Id::new(office.registry().next_id(Table::Person));
    office.run(&Edit::put(Person { name: "接任者".to_owned(), ..Person::default() })).unwrap();
    let next = Stint {
        id: Id::NEW,
        person: follower,
        batch: None,
        arrive_on: day(6, 29),
        plan_leave_on: Some(NaiveDate::from_ymd_opt(2024, 6, 28).unwrap()),
        ..old.clone()
    };
    office.run(&Edit::put(next)).unwrap();
    let pairing = pairing(&office, &old);
    let pairing_id = Id::new(office.registry().next_id(Table::Pairing));
    office.run(&Edit::put(pairing)).unwrap();
    let goal = PairingGoal {
        pairing: pairing_id,
        item: "胃镜".to_owned(),
        target: Some(3),
        done: Some(1),
        ..PairingGoal::default()
    };
    office.run(&Edit::put(goal)).unwrap();
    office.run(&Edit::put(clinic_on_sundays(&office, &old))).unwrap();
    let task = Task { owner_person: Some(old.person), ..Task::new("2023年", "胸痛中心材料", day(9, 30)) };
    assert_ne!(task.status, TaskStatus::Closed);
    office.run(&Edit::put(task)).unwrap();
    (office, folder)
}

fn clinic_on_sundays(office: &Office, old: &Stint) -> Template {
    Template {
        id: Id::NEW,
        stint: old.id,
        weekday: 7,
        slot: Slot::Am,
        week_rule: WeekRule::Every,
        activity: office.registry().activity("clinic").unwrap().id,
        inst: old.host_inst,
        dept: old.host_dept,
        room: String::new(),
        from_on: None,
        to_on: None,
        holiday_rule: HolidayRule::Cancel,
    }
}

fn pairing(office: &Office, old: &Stint) -> Pairing {
    let taught: Vec<_> = office.registry().pairings.values().map(|pairing| pairing.apprentice).collect();
    let posted: Vec<_> = office.registry().stints.values().map(|stint| stint.person).collect();
    let apprentice =
        office.registry().people.values().find(|one| !taught.contains(&one.id) && !posted.contains(&one.id));
    Pairing {
        id: Id::NEW,
        mentor: old.person,
        mentor_stint: Some(old.id),
        apprentice: apprentice.unwrap().id,
        relation: None,
        programme: None,
        kind: PairingKind::Apprenticeship,
        from_on: day(6, 5),
        from_prec: Precision::Day,
        plan_to_on: Some(day(12, 31)),
        plan_to_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        status: PairingStatus::Active,
        mode: PairingMode::OnSite,
        agreement_no: String::new(),
        signed_on: None,
        host_dept: old.host_dept,
        previous: None,
        weakness: String::new(),
        end_cause: String::new(),
        note: String::new(),
    }
}

fn stint_of(office: &Office, name: &str) -> Stint {
    let registry = office.registry();
    let person = registry.people.values().find(|person| person.name == name).unwrap().id;
    registry.stints.values().find(|stint| stint.person == person).unwrap().clone()
}

fn handover(office: &Office) -> Handover {
    let batch = office.registry().batches.values().find(|batch| batch.no == 77).unwrap().id;
    Handover::load(office, Some(batch), TR).unwrap()
}

fn dump(office: &Office) -> Vec<u8> {
    let mut bytes = Vec::new();
    office.store().dump_canonical(&mut bytes).unwrap();
    bytes
}

#[test]
fn who_sits_in_the_same_department_is_proposed_for_everything() {
    let (office, _folder) = office();
    let handover = handover(&office);
    let next = stint_of(&office, "接任者").id;
    let [leaver] = handover.plan.leavers.as_slice() else { panic!("{:?}", handover.plan) };
    assert_eq!((leaver.last_on, leaver.successor), (day(6, 30), Some(next)));
    let has = |is: fn(&HandoverItem) -> bool| leaver.lines.iter().any(|line| is(&line.item));
    assert!(has(|item| matches!(item, HandoverItem::Pairing(_))));
    assert!(has(|item| matches!(item, HandoverItem::Template(_))));
    assert!(has(|item| matches!(item, HandoverItem::Task(_))));
    assert_eq!(handover.plan.open(), 0);
    assert_eq!(handover.leavers[0].lines.len(), leaver.lines.len());
}

#[test]
fn one_step_hands_everything_over_and_the_slip_says_so() {
    let (mut office, _folder) = office();
    let before = dump(&office);
    let picture = handover(&office);
    office.run(&picture.edit(&picture.plan).unwrap()).unwrap();
    let (old, next) = (stint_of(&office, "邹龙"), stint_of(&office, "接任者"));
    assert_eq!(old.successor_stint, Some(next.id));
    let registry = office.registry();
    let mentored = |goal: &&PairingGoal| registry.pairings[&goal.pairing].mentor == next.person;
    let goal = registry.pairing_goals.values().find(|goal| goal.item == "胃镜" && mentored(goal)).unwrap();
    let new = &registry.pairings[&goal.pairing];
    let ended = &registry.pairings[&new.previous.unwrap()];
    assert_eq!((ended.status, ended.to_on), (PairingStatus::Replaced, Some(day(6, 30))));
    assert_eq!((new.status, new.from_on, new.plan_to_on), (PairingStatus::Active, day(7, 1), next.plan_leave_on));
    let rules: Vec<_> = registry.templates.values().filter(|rule| rule.weekday == 7).collect();
    assert!(rules.iter().any(|rule| rule.stint == old.id && rule.to_on == Some(day(6, 30))));
    assert!(rules.iter().any(|rule| rule.stint == next.id && rule.from_on == Some(day(7, 1))));
    assert!(registry.tasks.values().any(|task| task.owner_person == Some(next.person)));
    assert_eq!(handover(&office).plan.settled(), 0, "nothing is left");
    let slip = handover(&office).document().unwrap();
    assert_eq!(slip.kind, DocumentKind::Handover);
    let sheet = office.sheet(&slip, TR).unwrap();
    let words = sheet.filled_body().concat().join("|");
    for wanted in ["邹龙", "接任者", "（更换）", "胃镜 1/3"] {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
    let done = office.undo().unwrap();
    assert!(TR.label(&done.label).contains("换批交接"), "{:?}", done.label);
    assert_eq!(dump(&office), before);
}

/// The words beside the lines of the one who leaves, by what they are about.
fn obstacles(handover: &Handover) -> Vec<(String, String)> {
    let found = handover.obstacles(&handover.plan, TR);
    let lines = handover.leavers[0].lines.iter().zip(&found[0]);
    lines.filter_map(|((kind, _), why)| Some((kind.clone(), why.clone()?))).collect()
}

#[test]
fn what_the_successor_cannot_take_stays_and_the_rest_goes_in_one_step() {
    let (mut office, _folder) = office();
    let (old, next) = (stint_of(&office, "邹龙"), stint_of(&office, "接任者"));
    let own = office.registry().pairings.values().filter(|pair| pair.mentor_stint == Some(old.id));
    let first = own.min_by_key(|pair| pair.id).unwrap().clone();
    let same = Pairing { id: Id::NEW, mentor: next.person, mentor_stint: Some(next.id), ..first.clone() };
    office.run(&Edit::put(Pairing { from_on: day(6, 29), plan_to_on: None, ..same })).unwrap();
    let before = dump(&office);
    let picture = handover(&office);
    let wanted = ("结对".to_owned(), "接任者已在带这名徒弟".to_owned());
    assert_eq!(obstacles(&picture), [wanted]);
    let lines = picture.plan.leavers[0].lines.len();
    let done = office.run(&picture.edit(&picture.plan).unwrap()).unwrap();
    assert!(TR.label(&done.label).contains(&(lines - 1).to_string()), "{}", TR.label(&done.label));
    assert_eq!(office.registry().pairings[&first.id].status, PairingStatus::Active, "it stays with who leaves");
    let after = handover(&office);
    assert_eq!(after.plan.leavers[0].lines.len(), 1, "only what was not handed over is left");
    assert_eq!(obstacles(&after).len(), 1);
    let slip = office.sheet(&after.document().unwrap(), TR).unwrap();
    let words = slip.filled_body().concat().join("|");
    let name = &office.registry().people[&first.apprentice].name;
    assert!(words.contains(&format!("{name}（未定）")), "{words}");
    office.undo().unwrap();
    assert_eq!(dump(&office), before);
}

#[test]
fn every_line_says_for_itself_what_stands_in_its_way() {
    let (mut office, _folder) = office();
    let (old, next) = (stint_of(&office, "邹龙"), stint_of(&office, "接任者"));
    let rule = clinic_on_sundays(&office, &old);
    office.run(&Edit::put(Template { stint: next.id, slot: Slot::Am, ..rule })).unwrap();
    assert_eq!(
        obstacles(&handover(&office)),
        [("固定班次".to_owned(), "接任者该时段已有固定班次（周日上午 坐诊）".to_owned())]
    );
    office.undo().unwrap();
    let session = |stint, on_date| Session {
        id: Id::NEW,
        on_date,
        slot: Slot::Pm,
        stint,
        activity: office.registry().activity("clinic").unwrap().id,
        further: Vec::new(),
        inst: old.host_inst,
        dept: old.host_dept,
        room: String::new(),
        status: SessionStatus::Planned,
        substitute_stint: None,
        reason: String::new(),
        from_template: None,
        topic: String::new(),
    };
    let sessions = [session(old.id, day(7, 5)), session(next.id, day(7, 5)), session(old.id, day(7, 6))];
    let late = Session { on_date: NaiveDate::from_ymd_opt(2024, 7, 1).unwrap(), ..sessions[0].clone() };
    let leave = Leave {
        id: Id::NEW,
        person: next.person,
        stint: Some(next.id),
        kind: LeaveKind::Personal,
        from_on: day(7, 6),
        from_slot: Slot::Pm,
        to_on: day(7, 6),
        to_slot: Slot::Pm,
        destination: String::new(),
        reason: String::new(),
        substitute: None,
        approver: String::new(),
        back_on: None,
    };
    let edits = sessions.into_iter().chain([late]).map(Edit::put).chain([Edit::put(leave)]).collect::<Vec<_>>();
    for edit in edits {
        office.run(&edit).unwrap();
    }
    let found = obstacles(&handover(&office));
    let words: Vec<&str> = found.iter().map(|(_, why)| why.as_str()).collect();
    let wanted = ["当时已有班次", "当时请假", "当时不在岗"];
    assert_eq!(words.len(), wanted.len(), "{words:?}");
    for (word, wanted) in words.iter().zip(wanted) {
        assert!(word.starts_with("接任者") && word.contains(wanted), "{word}");
    }
}

#[test]
fn two_lines_do_not_give_one_person_the_same_apprentice() {
    let (mut office, _folder) = office();
    let old = stint_of(&office, "邹龙");
    let pair = handover(&office).plan.leavers[0].lines.iter().find_map(|line| match line.item {
        HandoverItem::Pairing(id) => {
            Some(office.registry().pairings[&id].clone()).filter(|pair| pair.plan_to_on == Some(day(12, 31)))
        }
        _ => None,
    });
    // The same two were paired a second time in the records, later and not begun.
    let again = Pairing {
        id: Id::NEW,
        from_on: NaiveDate::from_ymd_opt(2024, 1, 1).unwrap(),
        plan_to_on: None,
        status: PairingStatus::Proposed,
        mentor_stint: Some(old.id),
        ..pair.unwrap()
    };
    office.run(&Edit::put(again)).unwrap();
    let found = obstacles(&handover(&office));
    assert_eq!(found, [("结对".to_owned(), "本次已有一项把同一徒弟或时段交给接任者".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_chosen_undo_takes_it_back(choices in proptest::collection::vec(0_usize..12, 1..40)) {
        let (mut office, _folder) = office();
        let before = dump(&office);
        let picture = handover(&office);
        let mut plan = picture.plan.clone();
        let mut choices = choices.into_iter().cycle();
        for leaver in &mut plan.leavers {
            let candidates: Vec<StintId> = leaver.candidates.clone();
            leaver.successor = choices.next().and_then(|place| candidates.get(place).copied());
            for line in &mut leaver.lines {
                line.to = choices.next().and_then(|place| candidates.get(place).copied());
            }
        }
        // What cannot be taken on stays where it is; the rest is never refused.
        if let Some(edit) = picture.edit(&plan) {
            office.run(&edit).unwrap();
            prop_assert_ne!(dump(&office), before.clone());
            office.undo().unwrap();
        }
        prop_assert_eq!(dump(&office), before);
    }
}
