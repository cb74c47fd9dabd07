//! Templates into sessions, the table of rules, and what is required of sites.

use chuanbangdai::app::calendar::work_calendar;
use chuanbangdai::domain::{
    ConflictIndex, DocumentKind, Generation, HolidayRule, Id, InstitutionKind, LeaveKind, Period, Person, Publication,
    Registry, RotaRule, RuleBook, RulePlace, RuleTerm, Session, SessionStatus, Slot, Stint, StintMode, Template, Tour,
    TourStatus, Week, WeekRule, Why, Workload, clinic_expert_shortfalls, generate, presence_shortfalls, stale_postings,
    tour_shortfalls, workloads,
};

use super::bench::{
    CLINIC, NORTH_TOWN, REST, SURGERY, TOUR, at, day, institution, leave, person, registry, session, shelf, stint,
};

fn template(id: i64, weekday: u8, slot: Slot) -> Template {
    Template {
        id: Id::new(id),
        stint: Id::new(7),
        weekday,
        slot,
        week_rule: WeekRule::Every,
        activity: Id::new(CLINIC),
        inst: Id::new(1),
        dept: Some(Id::new(1)),
        room: "门诊203".to_owned(),
        from_on: None,
        to_on: None,
        holiday_rule: HolidayRule::Cancel,
    }
}

fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

fn made(registry: &Registry, sessions: &[Session], period: Period) -> Generation {
    generate(sessions, registry, &work_calendar(registry), period)
}

fn days(rows: &[Session]) -> Vec<String> {
    rows.iter().map(|row| row.on_date.to_string()).collect()
}

/// The rows as the store would keep them.
fn stored(rows: Vec<Session>) -> Vec<Session> {
    rows.into_iter().zip(1..).map(|(row, id)| Session { id: Id::new(id), ..row }).collect()
}

#[test]
fn a_template_makes_a_session_of_each_day_of_its_weekday_and_again_nothing() {
    let registry = Registry { templates: shelf([template(1, 1, Slot::Am)]), ..registry() };
    let june = period("2023-06-05", "2023-06-18");
    let first = made(&registry, &[], june);
    assert_eq!(days(&first.rows), ["2023-06-05", "2023-06-12"]);
    let rows = stored(first.rows);
    assert!(rows.iter().all(|row| row.from_template == Some(Id::new(1)) && row.status == SessionStatus::Planned));
    assert_eq!(made(&registry, &rows, june), Generation::default(), "a second run changes something");
}

#[test]
fn weeks_and_limits_of_a_template_hold() {
    let on = |rule, from_on: Option<&str>, to_on: Option<&str>| {
        let limits =
            Template { week_rule: rule, from_on: from_on.map(day), to_on: to_on.map(day), ..template(1, 2, Slot::Am) };
        let registry = Registry { templates: shelf([limits]), ..registry() };
        days(&made(&registry, &[], period("2023-08-01", "2023-08-31")).rows)
    };
    for (rule, from, to, expected) in [
        (WeekRule::Odd, None, None, vec!["2023-08-01", "2023-08-15", "2023-08-29"]),
        (WeekRule::Even, None, None, vec!["2023-08-08", "2023-08-22"]),
        (WeekRule::First, None, None, vec!["2023-08-01"]),
        (WeekRule::Fourth, None, None, vec!["2023-08-22"]),
        (WeekRule::Every, Some("2023-08-10"), Some("2023-08-22"), vec!["2023-08-15", "2023-08-22"]),
    ] {
        assert_eq!(on(rule, from, to), expected, "{rule:?}");
    }
}

#[test]
fn holidays_follow_the_rule_of_the_template() {
    // 22 and 23 June 2023 are days off; 25 June, a Sunday, is a working day that follows the Thursday.
    let with = |rule| {
        let thursday = Template { holiday_rule: rule, ..template(1, 4, Slot::Am) };
        let mut registry = Registry { templates: shelf([thursday]), ..registry() };
        let mut duty = registry.activities[&Id::new(SURGERY)].clone();
        duty.id = Id::new(14);
        duty.code = "duty".to_owned();
        registry.activities.insert(duty.id, duty);
        made(&registry, &[], period("2023-06-19", "2023-06-25"))
    };
    let cancelled = with(HolidayRule::Cancel);
    assert!(cancelled.rows.is_empty());
    assert_eq!(cancelled.unmade.iter().map(|left| left.why).collect::<Vec<_>>(), [Why::Holiday]);
    assert_eq!(cancelled.undecided, [day("2023-06-25")], "a make-up day asks which weekday it follows");
    let kept = with(HolidayRule::Keep);
    assert_eq!((days(&kept.rows), kept.rows[0].activity), (vec!["2023-06-22".to_owned()], Id::new(CLINIC)));
    assert_eq!(with(HolidayRule::HolidayDuty).rows[0].activity, Id::new(14));
}

#[test]
fn a_make_up_day_follows_the_weekday_that_was_decided() {
    let mut registry =
        Registry { templates: shelf([template(1, 4, Slot::Am), template(2, 7, Slot::Am)]), ..registry() };
    registry.calendar_days = shelf([chuanbangdai::domain::CalendarDay {
        id: Id::new(1),
        on_date: day("2023-06-25"),
        kind: chuanbangdai::domain::DayKind::MakeUp,
        name: String::new(),
        acts_as_weekday: Some(4),
        source: String::new(),
    }]);
    let made = made(&registry, &[], period("2023-06-25", "2023-06-25"));
    assert_eq!(made.rows.iter().map(|row| row.from_template).collect::<Vec<_>>(), [Some(Id::new(1))]);
    assert!(made.undecided.is_empty());
}

#[test]
fn only_planned_rows_of_the_template_are_touched() {
    let mut registry = Registry { templates: shelf([template(1, 1, Slot::Am)]), ..registry() };
    let week = period("2023-06-05", "2023-06-11");
    let own = stored(made(&registry, &[], week).rows).remove(0);
    let changed = Template { room: "门诊205".to_owned(), ..template(1, 1, Slot::Am) };
    registry.templates = shelf([changed]);
    let renewed = made(&registry, std::slice::from_ref(&own), week);
    assert_eq!(renewed.rows.iter().map(|row| (row.id, row.room.as_str())).collect::<Vec<_>>(), [(own.id, "门诊205")]);
    for status in SessionStatus::ALL.iter().filter(|status| **status != SessionStatus::Planned) {
        let issued = Session { status: *status, ..own.clone() };
        assert_eq!(made(&registry, &[issued], week), Generation::default(), "{status:?}");
    }
    let moved = Session { on_date: day("2023-06-07"), ..own.clone() };
    assert_eq!(made(&registry, &[moved], week), Generation::default(), "what was moved by hand stays");
    let by_hand = Session { from_template: None, room: "门诊210".to_owned(), ..own };
    let left = made(&registry, &[by_hand], week);
    assert!(left.rows.is_empty() && left.unmade[0].why == Why::Taken);
}

#[test]
fn leave_and_an_ended_template_take_planned_rows_away() {
    let mut registry = Registry { templates: shelf([template(1, 1, Slot::Am)]), ..registry() };
    let week = period("2023-06-05", "2023-06-11");
    let own = stored(made(&registry, &[], week).rows);
    registry.leave = shelf([leave(7, LeaveKind::Sick, ("2023-06-05", Slot::Am), ("2023-06-05", Slot::Am))]);
    let away = made(&registry, &own, week);
    assert_eq!((away.dropped.as_slice(), away.unmade[0].why), ([own[0].id].as_slice(), Why::Leave));
    registry.leave.clear();
    registry.templates = shelf([Template { to_on: Some(day("2023-06-01")), ..template(1, 1, Slot::Am) }]);
    assert_eq!(made(&registry, &own, week).dropped, [own[0].id]);
}

fn rule(term: RuleTerm) -> RotaRule {
    RotaRule {
        id: Id::new(1),
        ..RuleBook::new(&Registry::default()).rules().iter().find(|rule| rule.term == term).unwrap().clone()
    }
}

#[test]
fn the_narrowest_rule_holds_and_the_office_has_the_last_word() {
    let own = RotaRule { at_least: Some(2), ..rule(RuleTerm::ClinicExperts) };
    let narrow = RotaRule { id: Id::new(2), inst: Some(Id::new(NORTH_TOWN)), at_least: Some(1), ..own.clone() };
    let off = RotaRule { id: Id::new(3), is_on: false, ..rule(RuleTerm::TwoTowns) };
    let registry = Registry { rota_rules: shelf([own, narrow, off]), ..registry() };
    let book = RuleBook::new(&registry);
    let on = day("2024-07-01");
    let north = RulePlace::site(&registry.institutions[&Id::new(NORTH_TOWN)], on);
    assert_eq!(book.rule(RuleTerm::ClinicExperts, &north).unwrap().at_least, Some(1));
    assert_eq!(book.rule(RuleTerm::ClinicExperts, &RulePlace::on(on)).unwrap().at_least, Some(2));
    assert!(book.rule(RuleTerm::TwoTowns, &RulePlace::on(on)).is_none());
    assert!(book.rule(RuleTerm::Tours, &RulePlace { on: day("2023-07-01"), ..north }).is_none(), "not yet in force");
    assert_eq!(book.rule(RuleTerm::Tours, &north).unwrap().at_least, Some(1));
}

#[test]
fn a_night_on_call_asks_for_a_free_morning_and_a_title_for_its_clinic() {
    let mut registry = registry();
    let duty = chuanbangdai::domain::Activity {
        id: Id::new(14),
        code: "duty".to_owned(),
        ..registry.activities[&Id::new(SURGERY)].clone()
    };
    registry.activities.insert(duty.id, duty);
    registry.rota_rules =
        shelf([RotaRule { activity: Some(Id::new(CLINIC)), min_rank: Some(4), ..rule(RuleTerm::TitleRequired) }]);
    registry.people = shelf([
        Person { title_rank: Some(3), ..person(7, "邹龙") },
        Person { title_rank: Some(4), ..person(8, "曹波") },
    ]);
    let night = session(1, 7, "2023-06-12", Slot::Night, 14);
    let morning = session(2, 7, "2023-06-13", Slot::Am, SURGERY);
    let clinic = session(3, 7, "2023-06-14", Slot::Am, CLINIC);
    let other = session(4, 8, "2023-06-14", Slot::Am, CLINIC);
    let all = [night, morning.clone(), clinic.clone(), other.clone()];
    let index = ConflictIndex::new(&all, &registry);
    let calendar = work_calendar(&registry);
    let rules =
        |one: &Session| index.check(one, &registry, &calendar).iter().map(|found| found.rule).collect::<Vec<_>>();
    assert_eq!(rules(&morning), [RuleTerm::RestAfterDuty]);
    assert_eq!(rules(&clinic), [RuleTerm::TitleRequired]);
    assert_eq!(rules(&other), []);
    registry.rota_rules = shelf([RotaRule { is_on: false, ..rule(RuleTerm::RestAfterDuty) }]);
    assert_eq!(ConflictIndex::new(&all, &registry).check(&morning, &registry, &calendar), []);
}

/// The office with an activity of its own that counts as being on call, or does not.
fn with_second_line(is_duty: bool) -> Registry {
    let mut registry = registry();
    let own = chuanbangdai::domain::Activity {
        id: Id::new(21),
        code: String::new(),
        name_zh: "二线班".to_owned(),
        is_duty,
        ..registry.activities[&Id::new(SURGERY)].clone()
    };
    registry.activities.insert(own.id, own);
    registry
}

#[test]
fn an_activity_of_the_hospital_that_counts_as_being_on_call_asks_for_rest_and_is_counted_as_such() {
    for is_duty in [true, false] {
        let registry = with_second_line(is_duty);
        let night = session(1, 7, "2023-06-12", Slot::Night, 21);
        let morning = session(2, 7, "2023-06-13", Slot::Am, SURGERY);
        let all = [night, morning.clone()];
        let found = ConflictIndex::new(&all, &registry).check(&morning, &registry, &work_calendar(&registry));
        assert_eq!(found.iter().any(|one| one.rule == RuleTerm::RestAfterDuty), is_duty);
        let load = workloads(&all, &registry)[&Id::new(7)];
        assert_eq!((load.sessions, load.duty), (2, usize::from(is_duty)));
    }
}

#[test]
fn holiday_duty_is_the_hospitals_own_where_the_built_in_one_is_gone() {
    let mut registry = with_second_line(true);
    registry.templates = shelf([Template { holiday_rule: HolidayRule::HolidayDuty, ..template(1, 4, Slot::Am) }]);
    assert_eq!(made(&registry, &[], period("2023-06-19", "2023-06-25")).rows[0].activity, Id::new(21));
}

#[test]
fn a_substituted_session_counts_for_the_stand_in_and_a_cancelled_one_for_nobody() {
    let substituted = Session {
        status: SessionStatus::Substituted,
        substitute_stint: Some(Id::new(8)),
        ..session(1, 7, "2023-06-12", Slot::Am, CLINIC)
    };
    let nobody = Session { substitute_stint: None, ..substituted.clone() };
    let cancelled = Session { status: SessionStatus::Cancelled, ..session(3, 7, "2023-06-13", Slot::Am, CLINIC) };
    let twice = [session(4, 7, "2023-06-14", Slot::Am, SURGERY), session(5, 7, "2023-06-14", Slot::Am, TOUR)];
    let rest = session(6, 7, "2023-06-15", Slot::Am, REST);
    let all = [substituted, nobody, cancelled, twice[0].clone(), twice[1].clone(), rest];
    let loads = workloads(&all, &registry());
    assert_eq!(loads[&Id::new(8)], Workload { sessions: 1, clinics: 1, tours: 0, duty: 0 });
    assert_eq!(loads[&Id::new(7)], Workload { sessions: 1, clinics: 0, tours: 1, duty: 0 });
}

/// A township to which three experts of rank come for clinics.
fn township() -> Registry {
    let mut registry = registry();
    let visiting = |id, rank| {
        let who = Person { title_rank: Some(rank), ..person(id, &format!("专家{id}")) };
        let stint = Stint { mode: StintMode::Regular, host_inst: Id::new(NORTH_TOWN), host_dept: None, ..stint(id) };
        (who, stint)
    };
    for (who, stint) in [visiting(11, 5), visiting(12, 4), visiting(13, 4), visiting(14, 3)] {
        registry.people.insert(who.id, who);
        registry.stints.insert(stint.id, stint);
    }
    let secretary = Stint { host_inst: Id::new(NORTH_TOWN), ..stint(9) };
    registry.stints.insert(secretary.id, secretary);
    registry
}

#[test]
fn a_week_with_too_few_experts_of_rank_is_named() {
    let registry = township();
    let clinic = |id, stint, on| at(session(id, stint, on, Slot::Am, CLINIC), NORTH_TOWN);
    let cancelled = |row| Session { status: SessionStatus::Cancelled, ..row };
    let sessions = [
        // Three of rank.
        clinic(1, 11, "2023-07-03"),
        clinic(2, 12, "2023-07-04"),
        clinic(3, 13, "2023-07-05"),
        // Two: one twice, one cancelled, one without the rank, one who lives there.
        clinic(4, 11, "2023-07-10"),
        clinic(5, 12, "2023-07-11"),
        clinic(6, 12, "2023-07-12"),
        cancelled(clinic(7, 13, "2023-07-13")),
        clinic(8, 14, "2023-07-13"),
        clinic(9, 9, "2023-07-14"),
        clinic(10, 11, "2023-07-17"),
    ];
    let july = period("2023-07-01", "2023-07-31");
    let found = clinic_expert_shortfalls(&sessions, &registry, july, day("2023-07-20"));
    let told: Vec<_> = found.iter().map(|short| (short.period.from(), short.actual, short.required)).collect();
    assert_eq!(told, [(day("2023-07-10"), 2, 3)], "the last week is not over yet");
}

#[test]
fn a_toured_township_is_asked_for_every_month_that_is_over() {
    let mut registry = registry();
    let tour = |id, on: &str, status| Tour {
        id: Id::new(id),
        from_on: day(on),
        to_on: day(on),
        inst: Id::new(NORTH_TOWN),
        status,
        ..serde_json::from_value(
            serde_json::json!({"from_on": "2024-07-01", "to_on": "2024-07-01", "inst": 1, "status": "done"}),
        )
        .unwrap()
    };
    registry.tours = shelf([
        tour(1, "2024-07-10", TourStatus::Done),
        tour(2, "2024-08-10", TourStatus::Cancelled),
        tour(3, "2024-09-10", TourStatus::Planned),
    ]);
    let found = tour_shortfalls(&registry, period("2024-01-01", "2024-09-15"), day("2024-09-15"));
    let told: Vec<_> = found.iter().map(|short| (short.period.from(), short.actual, short.required)).collect();
    assert_eq!(told, [(day("2024-08-01"), 0, 1)]);
}

#[test]
fn presence_is_asked_of_community_centres_by_the_week() {
    let mut registry = registry();
    let centre = institution(NORTH_TOWN, "城东社区卫生服务中心", InstitutionKind::Community);
    registry.institutions.insert(centre.id, centre);
    let there =
        |id, mode| Stint { mode, host_inst: Id::new(NORTH_TOWN), plan_leave_on: Some(day("2025-05-30")), ..stint(id) };
    registry.stints = shelf([there(7, StintMode::LongTerm), there(8, StintMode::Regular)]);
    registry.leave = shelf([leave(7, LeaveKind::Sick, ("2024-07-01", Slot::Am), ("2024-07-03", Slot::Pm))]);
    let sessions = ["2024-07-01", "2024-07-02", "2024-07-08", "2024-07-09", "2024-07-10"]
        .iter()
        .zip(1..)
        .map(|(on, id)| at(session(id, 8, on, Slot::Am, CLINIC), NORTH_TOWN))
        .collect::<Vec<_>>();
    let weeks = period("2024-07-01", "2024-07-14");
    let found = presence_shortfalls(&sessions, &registry, &work_calendar(&registry), weeks, day("2024-07-14"));
    let told: Vec<_> =
        found.iter().map(|short| (short.stint.unwrap().raw(), short.period.from(), short.actual)).collect();
    assert_eq!(told, [(7, day("2024-07-01"), 2), (8, day("2024-07-01"), 2)]);
}

#[test]
fn a_posting_whose_time_is_over_or_that_names_somebody_gone_is_stale() {
    let posting = |id, from: &str| Publication {
        id: Id::new(id),
        document: DocumentKind::Posting,
        period_from: day(from),
        period_to: Week::of(day(from)).period().to(),
        version: 1,
        published_at: day(from).and_hms_opt(8, 0, 0).unwrap(),
        published_by: String::new(),
        changes: String::new(),
    };
    let mut registry =
        Registry { publications: shelf([posting(1, "2023-06-12"), posting(2, "2023-06-19")]), ..registry() };
    let stale = |registry: &Registry, on: &str| stale_postings(registry, day(on), |_| vec![Id::new(7)]);
    assert_eq!(stale(&registry, "2023-06-21"), []);
    let over = stale(&registry, "2023-06-30");
    assert_eq!((over[0].publication, over[0].period.to(), over[0].gone.len()), (Id::new(2), day("2023-06-25"), 0));
    registry.stints = shelf([Stint { leave_on: Some(day("2023-06-20")), ..stint(7) }]);
    assert_eq!(stale(&registry, "2023-06-21")[0].gone, [Id::new(7)]);
}
