//! The office's own days: filled as usual, within presence and locks, idempotent, one step; and repaired.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chuanbangdai::app::planning::{Brief, Drafted, Effort, Limit, sentences};
use chuanbangdai::app::{Clock, Office, Progress, Stopwatch, sample};
use chuanbangdai::domain::{
    Edit, Id, Leave, LeaveKind, Period, PlanLock, RotaRule, RuleBook, RuleForce, RuleTerm, Session, SessionStatus,
    Severity, Slot, StintId, Week, conflicts,
};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::planner::office::Freedom;
use proptest::prelude::*;
use tempfile::TempDir;

pub const TR: Tr = Tr::new(Lang::Zh);
const MOVES: u64 = 20_000;

pub fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, date).unwrap()
}

/// The sample hospital on Monday 12 June 2023: sessions from 5 to 25 June, nothing from the 26th on.
pub fn office() -> (Office, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = day(6, 12).and_hms_opt(10, 0, 0).unwrap();
    let mut office = Office::create(&folder.path().join("test.db"), Clock::Fixed(now)).unwrap();
    let edit = sample::sample(office.registry(), now.date());
    office.run(&edit).unwrap();
    (office, folder)
}

pub fn free_week() -> Period {
    Week::of(day(6, 26)).period()
}

pub fn plan(office: &Office, period: Period, freedom: Freedom, more: &[RotaRule]) -> (Brief, Drafted) {
    let brief = Brief::load(office, period, freedom, more).unwrap();
    let effort = Effort { limit: Limit::Moves(MOVES), threads: 1, seed: 7 };
    let drafted = brief.plan(effort, Stopwatch::start(), &Progress::default(), &|_, _| {}, TR);
    (brief, drafted)
}

pub fn stint_of(office: &Office, name: &str) -> StintId {
    let registry = office.registry();
    let runs = |stint: &&chuanbangdai::domain::Stint| stint.runs_on(day(6, 26));
    let named = |id| registry.people.get(&id).is_some_and(|person| person.name == name);
    registry.stints.values().filter(runs).find(|stint| named(stint.person)).unwrap().id
}

fn leave(office: &Office, name: &str, from: NaiveDate, to: NaiveDate) -> Edit {
    let stint = stint_of(office, name);
    let person = office.registry().stints[&stint].person;
    Edit::put(Leave {
        id: Id::NEW,
        person,
        stint: Some(stint),
        kind: LeaveKind::Sick,
        from_on: from,
        from_slot: Slot::Am,
        to_on: to,
        to_slot: Slot::Pm,
        destination: String::new(),
        reason: String::new(),
        substitute: None,
        approver: String::new(),
        back_on: None,
    })
}

/// Findings beyond a hint.
fn grave(office: &Office, period: Period) -> Vec<String> {
    let sessions = office.sessions(period).unwrap();
    let found = conflicts(&sessions, office.registry(), office.calendar(), period);
    found.iter().filter(|one| one.severity > Severity::Hint).map(|one| TR.finding(one)).collect()
}

#[test]
fn a_free_week_is_filled_as_usual_without_a_clash_and_taken_back_in_one_step() {
    let (mut office, _folder) = office();
    let before = office.sessions(free_week()).unwrap();
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    let edit = drafted.edit(&brief).expect("there is something to plan");
    let done = office.run(&edit).unwrap();
    assert!(TR.label(&done.label).starts_with("自动排班 6月26日"), "{:?}", done.label);
    let after = office.sessions(free_week()).unwrap();
    let clinics = after.iter().filter(|session| session.activity == Id::new(1)).count();
    assert!(after.len() > 55 && clinics >= 9, "{} sessions, {clinics} clinics", after.len());
    assert!(after.iter().all(|session| session.status == SessionStatus::Planned));
    assert_eq!(grave(&office, free_week()), Vec::<String>::new());
    office.undo().unwrap();
    assert_eq!(office.sessions(free_week()).unwrap(), before);
}

#[test]
fn templates_keep_their_half_days_and_rooms() {
    let (mut office, _folder) = office();
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    office.run(&drafted.edit(&brief).unwrap()).unwrap();
    let sessions = office.sessions(free_week()).unwrap();
    let kept = sessions.iter().filter(|session| session.from_template.is_some());
    for session in kept.clone() {
        let template = &office.registry().templates[&session.from_template.unwrap()];
        assert_eq!((session.stint, session.slot), (template.stint, template.slot));
        assert_eq!(session.room, template.room);
    }
    assert!(kept.count() >= 8, "most templates stand where they ask to");
}

#[test]
fn planning_again_changes_nothing() {
    let (mut office, _folder) = office();
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    office.run(&drafted.edit(&brief).unwrap()).unwrap();
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    assert_eq!(drafted.edit(&brief), None);
}

#[test]
fn the_same_seed_and_moves_give_the_same_plan() {
    let (office, _folder) = office();
    let one = plan(&office, free_week(), Freedom::Fill, &[]).1;
    let other = plan(&office, free_week(), Freedom::Fill, &[]).1;
    assert_eq!(one.proposal, other.proposal);
}

#[test]
fn what_is_locked_and_what_is_past_stays() {
    let (mut office, _folder) = office();
    let stint = stint_of(&office, "邹龙");
    let lock = PlanLock { id: Id::NEW, stint, on_date: day(6, 27), slot: Slot::Am };
    office.run(&Edit::put(lock)).unwrap();
    let whole = Period::new(day(6, 12), day(7, 2)).unwrap();
    let before = office.sessions(whole).unwrap();
    let (brief, drafted) = plan(&office, whole, Freedom::Repair, &[]);
    if let Some(edit) = drafted.edit(&brief) {
        office.run(&edit).unwrap();
    }
    let after = office.sessions(whole).unwrap();
    let past = |sessions: &[Session]| -> Vec<Session> {
        sessions.iter().filter(|session| session.on_date < day(6, 12)).cloned().collect()
    };
    assert_eq!(past(&after), past(&before));
    let locked = |session: &&Session| (session.stint, session.on_date, session.slot) == (stint, day(6, 27), Slot::Am);
    assert_eq!(after.iter().filter(locked).count(), 0, "an empty locked half-day stays empty");
}

#[test]
fn somebody_who_falls_ill_is_replaced_and_nobody_else_moves() {
    let (mut office, _folder) = office();
    office.run(&leave(&office, "邹龙", day(6, 13), day(6, 14))).unwrap();
    let week = Week::of(day(6, 12)).period();
    let before = office.sessions(week).unwrap();
    assert!(Brief::load(&office, week, Freedom::Fill, &[]).unwrap().is_broken());
    let (brief, drafted) = plan(&office, week, Freedom::Fill, &[]);
    office.run(&drafted.edit(&brief).unwrap()).unwrap();
    let after = office.sessions(week).unwrap();
    let sick = stint_of(&office, "邹龙");
    for session in &before {
        let now = after.iter().find(|other| other.id == session.id).expect("issued sessions stay visible");
        let is_displaced = session.stint == sick && [day(6, 13), day(6, 14)].contains(&session.on_date);
        if is_displaced {
            let is_told =
                matches!(now.status, SessionStatus::Cancelled | SessionStatus::Substituted | SessionStatus::Swapped);
            assert!(is_told, "{now:?}");
        } else {
            assert_eq!(now, session);
        }
    }
    assert_eq!(grave(&office, week), Vec::<String>::new());
    assert!(
        sentences(drafted.proposal.as_ref().unwrap(), &brief.registry, TR).iter().any(|line| line.contains("邹龙"))
    );
}

#[test]
fn a_firm_rule_that_cannot_hold_is_explained_with_names() {
    let (mut office, _folder) = office();
    office.run(&leave(&office, "邹龙", day(6, 26), day(7, 2))).unwrap();
    let stint = stint_of(&office, "邹龙");
    let dept = office.registry().stints[&stint].host_dept;
    let firm =
        RotaRule { dept, at_least: Some(2), force: RuleForce::Hard, ..RuleBook::usual(RuleTerm::ClinicCoverage) };
    let (_, drafted) = plan(&office, free_week(), Freedom::Fill, &[firm]);
    assert!(drafted.proposal.is_none());
    let explanation = drafted.explanation.as_ref().expect("no plan satisfies it");
    let text = explanation.text(TR);
    assert!(text.contains("消化内科") && text.contains("至少 2 次"), "{text}");
    assert!(explanation.conflict.len() <= 8, "{text}");
}

#[test]
fn a_weekly_limit_of_the_office_holds() {
    let (mut office, _folder) = office();
    let firm = RotaRule { at_most: Some(6), force: RuleForce::Hard, ..RuleBook::usual(RuleTerm::Sessions) };
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[firm]);
    office.run(&drafted.edit(&brief).unwrap()).unwrap();
    let sessions = office.sessions(free_week()).unwrap();
    for stint in sessions.iter().map(|session| session.stint).collect::<BTreeSet<_>>() {
        let is_placed = |session: &&Session| {
            let activity = &office.registry().activities[&session.activity];
            session.stint == stint && activity.is_work && !activity.is_outside
        };
        assert!(sessions.iter().filter(is_placed).count() <= 6);
    }
    assert!(drafted.unfilled(TR).iter().any(|line| line.contains("上限")), "{:?}", drafted.unfilled(TR));
}

#[test]
fn a_limit_below_what_is_asked_of_everybody_has_ways_out_as_few_sentences() {
    let (office, _folder) = office();
    let firm = |rule| RotaRule { force: RuleForce::Hard, ..rule };
    let rules = [
        firm(RotaRule { at_least: Some(8), at_most: Some(3), ..RuleBook::usual(RuleTerm::Sessions) }),
        firm(RotaRule { at_least: Some(2), ..RuleBook::usual(RuleTerm::WardRounds) }),
    ];
    let (_, drafted) = plan(&office, free_week(), Freedom::Fill, &rules);
    let explanation = drafted.explanation.as_ref().expect("no plan satisfies them");
    let text = explanation.text(TR);
    assert!((1..=8).contains(&explanation.conflict.len()), "{text}");
    assert!((1..=3).contains(&explanation.ways.len()), "{text}");
    assert!(explanation.ways.iter().all(|way| way.give_up.len() <= 24), "{text}");
}

#[test]
fn what_a_plan_pays_by_rule_adds_up() {
    let (office, _folder) = office();
    let (_, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    let chuanbangdai::planner::Found::Plan { on, objective } = &drafted.outcome.found else { panic!("a plan") };
    assert_eq!(drafted.paid_in(on).iter().map(|(_, cost)| cost).sum::<i64>(), *objective);
}

#[test]
fn a_wish_that_is_firm_keeps_a_half_day_free() {
    let (mut office, _folder) = office();
    let stint = stint_of(&office, "黎远");
    let person = office.registry().stints[&stint].person;
    let wish = RotaRule {
        person: Some(person),
        weekday: Some(1),
        force: RuleForce::Hard,
        ..RuleBook::usual(RuleTerm::Wishes)
    };
    office.run(&Edit::put(wish)).unwrap();
    let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
    office.run(&drafted.edit(&brief).unwrap()).unwrap();
    let sessions = office.sessions(free_week()).unwrap();
    assert!(!sessions.iter().any(|session| session.stint == stint && session.on_date == day(6, 26)));
    assert!(sessions.iter().any(|session| session.stint == stint && session.on_date == day(6, 27)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// Whoever is away and whatever is locked: no plan puts anybody where they are not, nor moves what stands.
    #[test]
    fn no_plan_breaks_presence_or_locks(
        away in prop::collection::vec((0usize..7, 0u64..5, 0u64..3), 0..4),
        locks in prop::collection::vec((0usize..7, 0u64..5, any::<bool>()), 0..5),
    ) {
        let (mut office, _folder) = office();
        let names = ["文申英", "邹龙", "曹波", "黎远", "万小颖", "侯正涛", "周琳"];
        let on = |offset: u64| day(6, 26).checked_add_days(chrono::Days::new(offset)).unwrap();
        for (who, from, days) in away {
            // Overlapping leave is refused by the records; one entry is enough then.
            let _ = office.run(&leave(&office, names[who], on(from), on((from + days).min(6))));
        }
        let mut locked = BTreeSet::new();
        for (who, offset, is_morning) in locks {
            let slot = if is_morning { Slot::Am } else { Slot::Pm };
            let stint = stint_of(&office, names[who]);
            if locked.insert((stint, on(offset), slot)) {
                office.run(&Edit::put(PlanLock { id: Id::NEW, stint, on_date: on(offset), slot })).unwrap();
            }
        }
        let (brief, drafted) = plan(&office, free_week(), Freedom::Fill, &[]);
        if let Some(edit) = drafted.edit(&brief) {
            office.run(&edit).unwrap();
        }
        let sessions = office.sessions(free_week()).unwrap();
        let in_lock = |session: &&Session| locked.contains(&(session.stint, session.on_date, session.slot));
        prop_assert_eq!(sessions.iter().filter(in_lock).count(), 0);
        prop_assert_eq!(grave(&office, free_week()), Vec::<String>::new());
    }
}
