//! The rules of the schedule over an office's own days: each is kept, or its price is paid, by the plan that is found.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chuanbangdai::app::Office;
use chuanbangdai::app::planning::sentences;
use chuanbangdai::domain::{
    Edit, Id, InstitutionId, Period, RotaRule, RuleBook, RuleForce, RuleTerm, Session, SessionStatus, Slot, Stint,
    StintId, StintMode,
};
use chuanbangdai::planner::office::Freedom;

use super::office::{TR, day, free_week, office, plan, stint_of};

fn firm(rule: RotaRule) -> RotaRule {
    RotaRule { force: RuleForce::Hard, ..rule }
}

/// Plans some days under further rules, stores the plan and gives what stands then.
fn planned(office: &mut Office, period: Period, rules: &[RotaRule]) -> Vec<Session> {
    let (brief, drafted) = plan(office, period, Freedom::Fill, rules);
    let edit = drafted.edit(&brief).unwrap_or_else(|| panic!("nothing to plan: {:?}", drafted.explanation));
    office.run(&edit).unwrap();
    office.sessions(period).unwrap()
}

fn session(office: &Office, stint: StintId, on_date: NaiveDate, slot: Slot, code: &str) -> Session {
    let like = office.sessions(Period::new(day(6, 5), day(6, 11)).unwrap()).unwrap();
    let like = like.into_iter().find(|session| session.stint == stint).unwrap();
    let activity = office.registry().activity(code).unwrap().id;
    let room = String::new();
    let status = SessionStatus::Planned;
    Session { id: Id::NEW, on_date, slot, activity, room, status, from_template: None, further: Vec::new(), ..like }
}

/// Codes of the activities of some sessions.
fn code<'o>(office: &'o Office, session: &Session) -> &'o str {
    &office.registry().activities[&session.activity].code
}

#[test]
fn a_night_on_call_before_the_first_monday_asks_for_rest_on_it() {
    let (mut office, _folder) = office();
    let rest = firm(RuleBook::usual(RuleTerm::RestAfterDuty));
    let who = stint_of(&office, "邹龙");
    let on_monday = |sessions: &[Session]| {
        sessions.iter().any(|one| (one.stint, one.on_date, one.slot) == (who, day(6, 26), Slot::Am))
    };
    let usual = planned(&mut office, free_week(), std::slice::from_ref(&rest));
    assert!(on_monday(&usual), "without the night the morning is his clinic");
    office.undo().unwrap();
    let night = session(&office, who, day(6, 25), Slot::Night, "duty");
    office.run(&Edit::put(night)).unwrap();
    let rested = planned(&mut office, free_week(), &[rest]);
    assert!(!on_monday(&rested), "{rested:?}");
    assert!(rested.iter().any(|one| one.stint == who), "he works later in the week");
}

#[test]
fn a_night_at_the_end_leaves_the_work_of_the_day_after_alone() {
    let (mut office, _folder) = office();
    let names = ["邹龙", "黎远", "万小颖", "侯正涛", "周琳"];
    let (free, busy) = names.split_first().unwrap();
    for name in busy {
        let after = session(&office, stint_of(&office, name), day(7, 3), Slot::Am, "round");
        office.run(&Edit::put(after)).unwrap();
    }
    let leader = session(&office, stint_of(&office, "文申英"), day(7, 3), Slot::Am, "round");
    office.run(&Edit::put(leader)).unwrap();
    let rules = [
        firm(RuleBook::usual(RuleTerm::RestAfterDuty)),
        RotaRule { at_least: Some(1), ..RuleBook::usual(RuleTerm::DutyCoverage) },
    ];
    let sessions = planned(&mut office, free_week(), &rules);
    let last = sessions.iter().find(|one| (one.on_date, one.slot) == (day(7, 2), Slot::Night)).expect("a night");
    assert_eq!(last.stint, stint_of(&office, free));
    // Every night has one on call, and nobody has much more than the others.
    let nights = sessions.iter().filter(|one| one.slot == Slot::Night);
    let mut counts: BTreeMap<StintId, usize> = BTreeMap::new();
    nights.for_each(|one| *counts.entry(one.stint).or_default() += 1);
    assert_eq!(counts.values().sum::<usize>(), 7, "{counts:?}");
    assert!(counts.values().all(|count| *count <= 2), "{counts:?}");
}

#[test]
fn title_theatres_and_cars_are_never_more_than_there_are() {
    let (mut office, _folder) = office();
    let clinic = office.registry().activity("clinic").unwrap().id;
    let rules = [
        firm(RotaRule { activity: Some(clinic), min_rank: Some(4), ..RuleBook::usual(RuleTerm::TitleRequired) }),
        firm(RotaRule { at_most: Some(1), ..RuleBook::usual(RuleTerm::Theatres) }),
        firm(RotaRule { at_most: Some(0), ..RuleBook::usual(RuleTerm::Cars) }),
    ];
    let before = office.registry().tours.len();
    let sessions = planned(&mut office, free_week(), &rules);
    let rank = |one: &Session| office.registry().person_of(one.stint).and_then(|person| person.title_rank).unwrap_or(0);
    let clinics: Vec<&Session> = sessions.iter().filter(|one| one.activity == clinic).collect();
    assert!(!clinics.is_empty() && clinics.iter().all(|one| rank(one) >= 4));
    let mut theatres: BTreeMap<(NaiveDate, Slot), usize> = BTreeMap::new();
    let in_theatre = |one: &&Session| ["surgery", "surgery_teaching", "surgery_demo"].contains(&code(&office, one));
    sessions.iter().filter(in_theatre).for_each(|one| *theatres.entry((one.on_date, one.slot)).or_default() += 1);
    assert!(!theatres.is_empty() && theatres.values().all(|count| *count == 1), "{theatres:?}");
    assert_eq!(office.registry().tours.len(), before, "without a car nobody goes anywhere");
}

#[test]
fn a_site_that_asks_for_a_visit_gets_one_on_its_weekday_with_a_team() {
    let (mut office, _folder) = office();
    let site = office.registry().institutions.values().find(|one| one.short_name == "试马镇").unwrap().id;
    let rule = RotaRule {
        inst: Some(site),
        at_least: Some(1),
        weekday: Some(4),
        price: 200,
        window: chuanbangdai::domain::RuleWindow::Week,
        ..RuleBook::usual(RuleTerm::Tours)
    };
    planned(&mut office, free_week(), &[rule]);
    let registry = office.registry();
    let tour = registry.tours.values().find(|tour| tour.inst == site && free_week().contains(tour.from_on)).unwrap();
    assert_eq!(tour.from_on, day(6, 29));
    assert!(registry.tour_members.values().filter(|member| member.tour == tour.id).count() + 1 >= 2);
}

#[test]
fn usual_half_days_are_kept_and_rounds_are_raised_to_what_a_rule_asks() {
    let (mut office, _folder) = office();
    let dept = office.registry().stints[&stint_of(&office, "邹龙")].host_dept;
    let rounds = RotaRule { dept, at_least: Some(4), price: 100, ..RuleBook::usual(RuleTerm::WardRounds) };
    let sessions = planned(&mut office, free_week(), &[rounds]);
    let of_dept = sessions.iter().filter(|one| one.dept == dept && code(&office, one) == "round");
    assert!(of_dept.count() >= 4);
    let before = office.sessions(Period::new(day(6, 5), day(6, 23)).unwrap()).unwrap();
    let usual: BTreeSet<_> =
        before.iter().map(|one| (one.stint, one.activity, one.slot, one.on_date.format("%u").to_string())).collect();
    let clinics: Vec<&Session> = sessions.iter().filter(|one| code(&office, one) == "clinic").collect();
    let is_kept =
        |one: &&&Session| usual.contains(&(one.stint, one.activity, one.slot, one.on_date.format("%u").to_string()));
    let kept = clinics.iter().filter(is_kept).count();
    assert!(4 * kept >= 3 * clinics.len(), "{kept} of {} clinics where they usually are", clinics.len());
}

/// Experts who come for clinics to a township with one department, and nobody else there.
fn at_township(office: &mut Office, names: &[&str]) -> InstitutionId {
    let site = office.registry().institutions.values().find(|one| one.short_name == "试马镇").unwrap().id;
    let like = office.registry().departments.values().next().unwrap().clone();
    office.run(&Edit::put(chuanbangdai::domain::Department { id: Id::NEW, inst: site, ..like })).unwrap();
    let dept = office.registry().departments.values().find(|dept| dept.inst == site).unwrap().id;
    for name in names {
        let stint = office.registry().stints[&stint_of(office, name)].clone();
        let moved = Stint { mode: StintMode::Regular, host_inst: site, host_dept: Some(dept), ..stint };
        office.run(&Edit::put(moved)).unwrap();
    }
    site
}

#[test]
fn a_site_sees_as_many_different_experts_a_week_as_its_rule_asks() {
    let (mut office, _folder) = office();
    let names = ["邹龙", "黎远", "万小颖"];
    let site = at_township(&mut office, &names);
    let rules = |asked: bool| {
        [
            RotaRule { inst: Some(site), at_least: Some(3), price: 100, ..RuleBook::usual(RuleTerm::ClinicCoverage) },
            RotaRule { inst: Some(site), is_on: asked, ..RuleBook::usual(RuleTerm::ClinicExperts) },
        ]
    };
    let sessions = planned(&mut office, free_week(), &rules(true));
    let at_site = |one: &&Session| one.inst == site && code(&office, one) == "clinic";
    let experts: BTreeSet<StintId> = sessions.iter().filter(at_site).map(|one| one.stint).collect();
    assert_eq!(experts.len(), 3, "{sessions:?}");
}

#[test]
fn who_comes_and_goes_is_there_on_as_many_days_as_the_site_asks() {
    let (mut office, _folder) = office();
    let site = at_township(&mut office, &["邹龙"]);
    let rules = [
        RotaRule { inst: Some(site), at_least: Some(4), price: 100, ..RuleBook::usual(RuleTerm::ClinicCoverage) },
        firm(RotaRule { inst: Some(site), at_most: Some(4), ..RuleBook::usual(RuleTerm::Sessions) }),
        RotaRule {
            inst: Some(site),
            inst_kind: None,
            at_least: Some(4),
            price: 100,
            ..RuleBook::usual(RuleTerm::DaysOnPost)
        },
    ];
    let sessions = planned(&mut office, free_week(), &rules);
    let who = stint_of(&office, "邹龙");
    let work = |one: &&Session| one.stint == who && office.registry().activities[&one.activity].is_work;
    let days: BTreeSet<NaiveDate> = sessions.iter().filter(work).map(|one| one.on_date).collect();
    assert!(days.len() >= 4, "four half-days on {days:?}");
}

#[test]
fn a_repair_touches_nobody_whom_it_does_not_have_to_and_offers_other_ways() {
    let (mut office, _folder) = office();
    let sick = stint_of(&office, "邹龙");
    let person = office.registry().stints[&sick].person;
    let leave = serde_json::json!({
        "op": "put", "row": { "table": "leave", "id": 0, "person": person, "stint": sick, "kind": "sick",
            "from_on": "2023-06-14", "from_slot": "am", "to_on": "2023-06-16", "to_slot": "pm" }
    });
    office.run(&serde_json::from_value::<Edit>(leave).unwrap()).unwrap();
    let week = chuanbangdai::domain::Week::of(day(6, 12)).period();
    let (brief, drafted) = plan(&office, week, Freedom::Repair, &[]);
    let proposal = drafted.proposal.as_ref().expect("a repair");
    let lines = sentences(proposal, &brief.registry, TR);
    assert!(!lines.is_empty() && lines.iter().all(|line| line.contains("邹龙")), "{lines:?}");
    assert!(drafted.others.len() <= 2);
    for other in &drafted.others {
        assert_ne!(&other.proposal, proposal);
        assert!(drafted.agenda.task.table.judge(&other.on).broken.is_empty());
        assert!(!sentences(&other.proposal, &brief.registry, TR).is_empty());
    }
    assert!(drafted.unfilled(TR).iter().all(|line| !line.starts_with("改动")), "changes are told as changes");
}

#[test]
fn a_repair_takes_a_clash_away() {
    let (mut office, _folder) = office();
    let who = stint_of(&office, "邹龙");
    let second = session(&office, who, day(6, 15), Slot::Am, "admin");
    office.run(&Edit::put(second)).unwrap();
    let week = chuanbangdai::domain::Week::of(day(6, 12)).period();
    let (brief, drafted) = plan(&office, week, Freedom::Repair, &[]);
    office.run(&drafted.edit(&brief).expect("a repair")).unwrap();
    let sessions = office.sessions(week).unwrap();
    let is_held = |one: &&Session| {
        (one.stint, one.on_date, one.slot) == (who, day(6, 15), Slot::Am) && one.status != SessionStatus::Cancelled
    };
    assert_eq!(sessions.iter().filter(is_held).count(), 1, "{sessions:?}");
}
