//! Clashes of sessions (C11) and sessions on holidays (C12).

use chuanbangdai::app::calendar::work_calendar;
use chuanbangdai::domain::{
    ConflictIndex, Finding, Id, LeaveKind, Period, Precision, Registry, RotaRule, RuleBook, RuleTerm, Session,
    SessionStatus, Severity, Slot, Stint, StintId, Table, Week, conflicts,
};
use chuanbangdai::i18n::{Lang, Tr};

use super::bench::{
    CLINIC, NORTH_TOWN, REST, SOUTH_TOWN, SURGERY, TOUR, at, day, in_room, leave, registry, session, shelf, stint,
};

fn found_in(registry: &Registry, sessions: &[Session]) -> Vec<Finding> {
    let period = Period::new(day("2022-01-01"), day("2026-12-31")).unwrap();
    let calendar = work_calendar(registry);
    conflicts(sessions, registry, &calendar, period)
        .into_iter()
        .filter(|finding| finding.rule != RuleTerm::MakeUpUndecided)
        .collect()
}

/// Rules that are broken, with the keys of the sessions behind each.
fn broken(registry: &Registry, sessions: &[Session]) -> Vec<(RuleTerm, Vec<i64>)> {
    let sessions_of = |finding: &Finding| {
        finding.records.iter().filter(|(table, _)| *table == Table::Session).map(|(_, id)| *id).collect()
    };
    found_in(registry, sessions).iter().map(|finding| (finding.rule, sessions_of(finding))).collect()
}

const MONDAY: &str = "2023-06-12";

#[test]
fn one_person_twice_in_a_half_day_is_double_booked() {
    let twice = [session(1, 7, MONDAY, Slot::Am, CLINIC), session(2, 7, MONDAY, Slot::Am, SURGERY)];
    assert_eq!(broken(&registry(), &twice), [(RuleTerm::DoubleBooked, vec![1, 2])]);
    let apart = [session(1, 7, MONDAY, Slot::Am, CLINIC), session(2, 7, MONDAY, Slot::Pm, CLINIC)];
    assert!(broken(&registry(), &apart).is_empty());
    let two_people = [session(1, 7, MONDAY, Slot::Am, SURGERY), session(2, 8, MONDAY, Slot::Am, SURGERY)];
    assert!(broken(&registry(), &two_people).is_empty());
}

#[test]
fn a_rule_holds_as_its_narrowest_row_says_and_weighs_what_it_says() {
    let mut registry = registry();
    let far = |id: i64, stint| {
        [
            at(session(id, stint, MONDAY, Slot::Am, CLINIC), NORTH_TOWN),
            at(session(id + 1, stint, MONDAY, Slot::Pm, CLINIC), SOUTH_TOWN),
        ]
    };
    let sessions = [far(1, 7), far(3, 8)].concat();
    let towns = |keys: [i64; 2]| (RuleTerm::TwoTowns, keys.to_vec());
    assert_eq!(broken(&registry, &sessions), [towns([3, 4]), towns([1, 2])], "by name");
    let person = Some(stint(7).person);
    let off = RotaRule { id: Id::new(1), person, is_on: false, ..RuleBook::usual(RuleTerm::TwoTowns) };
    let grave = RotaRule { id: Id::new(2), severity: Severity::Failure, ..RuleBook::usual(RuleTerm::TwoTowns) };
    registry.rota_rules = shelf([off, grave]);
    assert_eq!(broken(&registry, &sessions), [towns([3, 4])]);
    assert!(found_in(&registry, &sessions).iter().all(|finding| finding.severity == Severity::Failure));
}

#[test]
fn two_stints_of_one_person_clash_like_one() {
    let mut registry = registry();
    registry.stints = shelf([stint(7), Stint { person: stint(7).person, ..stint(17) }]);
    let sessions = [session(1, 7, MONDAY, Slot::Am, CLINIC), session(2, 17, MONDAY, Slot::Am, CLINIC)];
    assert_eq!(broken(&registry, &sessions), [(RuleTerm::DoubleBooked, vec![1, 2])]);
}

#[test]
fn cancelled_sessions_and_rests_never_clash() {
    let clinic = session(1, 7, "2023-06-22", Slot::Am, CLINIC);
    let cancelled = Session { status: SessionStatus::Cancelled, ..session(2, 7, "2023-06-22", Slot::Am, SURGERY) };
    let rest = session(3, 7, "2023-06-22", Slot::Am, REST);
    let mut registry = registry();
    registry.leave = shelf([leave(7, LeaveKind::Sick, ("2023-06-22", Slot::Am), ("2023-06-22", Slot::Pm))]);
    assert!(broken(&registry, &[cancelled.clone(), rest.clone()]).is_empty());
    let rules: Vec<_> = broken(&registry, &[clinic, cancelled, rest]).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, [RuleTerm::OnLeave, RuleTerm::OnHoliday], "the clinic alone is looked at");
}

#[test]
fn a_substituted_session_is_the_work_of_who_stands_in() {
    let substituted = |stands_in: Option<i64>| Session {
        status: SessionStatus::Substituted,
        substitute_stint: stands_in.map(StintId::new),
        ..session(1, 7, MONDAY, Slot::Am, CLINIC)
    };
    let of_substitute = session(2, 8, MONDAY, Slot::Am, SURGERY);
    let of_absent = session(3, 7, MONDAY, Slot::Am, SURGERY);
    let clash = broken(&registry(), &[substituted(Some(8)), of_substitute.clone(), of_absent.clone()]);
    assert_eq!(clash, [(RuleTerm::DoubleBooked, vec![1, 2])]);
    assert!(broken(&registry(), &[substituted(None), of_substitute, of_absent]).is_empty());
}

#[test]
fn two_clinics_in_one_room_clash_and_shared_rooms_do_not() {
    let clinic = |id, stint, slot| in_room(session(id, stint, MONDAY, slot, CLINIC), "门诊203");
    let theatre = |id, stint| in_room(session(id, stint, MONDAY, Slot::Am, SURGERY), "手术室");
    let both = [clinic(1, 7, Slot::Am), clinic(2, 8, Slot::Am)];
    assert_eq!(broken(&registry(), &both), [(RuleTerm::RoomClash, vec![1, 2])]);
    assert!(broken(&registry(), &[clinic(1, 7, Slot::Am), clinic(2, 8, Slot::Pm)]).is_empty());
    assert!(broken(&registry(), &[theatre(1, 7), theatre(2, 8), theatre(3, 9)]).is_empty());
    let elsewhere = at(clinic(2, 8, Slot::Am), NORTH_TOWN);
    assert!(broken(&registry(), &[clinic(1, 7, Slot::Am), elsewhere]).is_empty(), "the room of another place");
    for shared in ["门诊一楼", "门诊2楼", "三楼会议室", "门诊大厅", "手术室"] {
        let sessions = [7, 8].map(|stint| in_room(session(stint, stint, MONDAY, Slot::Am, CLINIC), shared));
        assert!(broken(&registry(), &sessions).is_empty(), "{shared} holds several people at once");
    }
    for own in ["门诊二楼203", "诊室1", "中医诊室", "2号诊室"] {
        let sessions = [7, 8].map(|stint| in_room(session(stint, stint, MONDAY, Slot::Am, CLINIC), own));
        assert_eq!(broken(&registry(), &sessions), [(RuleTerm::RoomClash, vec![7, 8])], "{own}");
    }
    let unnamed = [session(1, 7, MONDAY, Slot::Am, CLINIC), session(2, 8, MONDAY, Slot::Am, CLINIC)];
    assert!(broken(&registry(), &unnamed).is_empty());
}

#[test]
fn leave_is_looked_at_by_the_half_day() {
    let mut registry = registry();
    registry.leave = shelf([leave(7, LeaveKind::Personal, ("2023-06-08", Slot::Pm), ("2023-06-09", Slot::Am))]);
    let half_days = [
        ("2023-06-08", Slot::Am, false),
        ("2023-06-08", Slot::Pm, true),
        ("2023-06-08", Slot::Night, true),
        ("2023-06-09", Slot::Am, true),
        ("2023-06-09", Slot::Pm, false),
    ];
    for (on, slot, is_away) in half_days {
        let clash = broken(&registry, &[session(1, 7, on, slot, CLINIC)]);
        assert_eq!(clash == [(RuleTerm::OnLeave, vec![1])], is_away, "{on} {slot:?}");
        assert!(broken(&registry, &[session(1, 8, on, slot, CLINIC)]).is_empty(), "somebody else's leave");
    }
}

#[test]
fn a_session_outside_its_stint_is_found_and_a_month_covers_all_its_days() {
    let mut registry = registry();
    let exact = Stint { leave_on: Some(day("2024-03-15")), ..stint(7) };
    let by_month = Stint { arrive_on: day("2023-06-01"), arrive_prec: Precision::Month, ..stint(8) };
    registry.stints = shelf([exact, by_month]);
    let cases = [
        (7, "2023-05-30", true),
        (7, "2023-05-31", false),
        (7, "2024-03-15", false),
        (7, "2024-03-18", true),
        (8, "2023-05-31", true),
        (8, "2023-06-01", false),
        (8, "2024-05-30", false),
        (8, "2024-05-31", true),
    ];
    for (stint, on, is_outside) in cases {
        let clash = broken(&registry, &[session(1, stint, on, Slot::Am, CLINIC)]);
        assert_eq!(clash == [(RuleTerm::OutsideStint, vec![1])], is_outside, "stint {stint} on {on}");
    }
}

#[test]
fn two_other_places_in_adjacent_half_days_are_too_far_apart() {
    let tour = |id, slot, place| at(session(id, 7, MONDAY, slot, TOUR), place);
    let far = [tour(1, Slot::Am, NORTH_TOWN), tour(2, Slot::Pm, SOUTH_TOWN)];
    assert_eq!(broken(&registry(), &far), [(RuleTerm::TwoTowns, vec![1, 2])]);
    assert!(broken(&registry(), &[tour(1, Slot::Am, NORTH_TOWN), tour(2, Slot::Pm, NORTH_TOWN)]).is_empty());
    let back_home = session(2, 7, MONDAY, Slot::Pm, CLINIC);
    assert!(broken(&registry(), &[tour(1, Slot::Am, NORTH_TOWN), back_home]).is_empty());
    let after_a_pause = [tour(1, Slot::Am, NORTH_TOWN), tour(2, Slot::Night, SOUTH_TOWN)];
    assert!(broken(&registry(), &after_a_pause).is_empty());
}

#[test]
fn work_on_a_public_holiday_is_hinted_at_and_a_weekend_is_not() {
    let on_holiday = session(1, 7, "2023-06-23", Slot::Am, SURGERY);
    assert_eq!(broken(&registry(), &[on_holiday]), [(RuleTerm::OnHoliday, vec![1])]);
    assert!(broken(&registry(), &[session(1, 7, "2023-06-17", Slot::Am, SURGERY)]).is_empty());
}

#[test]
fn a_make_up_day_waits_for_a_decision_until_there_is_one() {
    use chuanbangdai::domain::{CalendarDay, CalendarDayId, DayKind};
    let week = Week::of(day("2023-06-19")).period();
    let undecided = |registry: &Registry| -> Vec<String> {
        conflicts(&[], registry, &work_calendar(registry), week).iter().map(|one| one.detail.clone()).collect()
    };
    assert_eq!(undecided(&registry()), ["端午节"]);
    let decided = CalendarDay {
        id: CalendarDayId::new(1),
        on_date: day("2023-06-25"),
        kind: DayKind::MakeUp,
        name: String::new(),
        acts_as_weekday: Some(4),
        source: String::new(),
    };
    assert!(undecided(&Registry { calendar_days: shelf([decided]), ..registry() }).is_empty());
}

#[test]
fn sessions_outside_the_period_are_passed_over_and_the_gravest_finding_comes_first() {
    let sessions = [
        session(1, 7, "2023-06-23", Slot::Am, CLINIC),
        session(2, 8, "2023-06-24", Slot::Am, CLINIC),
        session(3, 8, "2023-06-24", Slot::Am, SURGERY),
        session(4, 9, "2023-06-26", Slot::Am, CLINIC),
        session(5, 9, "2023-06-26", Slot::Am, SURGERY),
    ];
    let week = Week::of(day("2023-06-19")).period();
    let registry = registry();
    let rules: Vec<_> =
        conflicts(&sessions, &registry, &work_calendar(&registry), week).iter().map(|one| one.rule).collect();
    let hints = [RuleTerm::OnHoliday, RuleTerm::OnHoliday, RuleTerm::OnHoliday, RuleTerm::MakeUpUndecided];
    assert_eq!(rules, [&[RuleTerm::DoubleBooked], hints.as_slice()].concat());
}

#[test]
fn the_index_says_of_one_session_what_the_whole_says_of_it() {
    let mut registry = registry();
    registry.leave = shelf([leave(9, LeaveKind::Annual, (MONDAY, Slot::Am), (MONDAY, Slot::Pm))]);
    let sessions = [
        in_room(session(1, 7, MONDAY, Slot::Am, CLINIC), "门诊203"),
        in_room(session(2, 8, MONDAY, Slot::Am, CLINIC), "门诊203"),
        session(3, 8, MONDAY, Slot::Am, SURGERY),
        at(session(4, 7, "2023-06-23", Slot::Am, TOUR), NORTH_TOWN),
        at(session(5, 7, "2023-06-23", Slot::Pm, TOUR), SOUTH_TOWN),
        session(6, 9, MONDAY, Slot::Pm, CLINIC),
        session(7, 9, "2023-05-30", Slot::Pm, CLINIC),
    ];
    let calendar = work_calendar(&registry);
    let index = ConflictIndex::new(&sessions, &registry);
    let all = found_in(&registry, &sessions);
    for session in &sessions {
        let of_it = |finding: &&Finding| finding.records.contains(&(Table::Session, session.id.raw()));
        let expected: Vec<&Finding> = all.iter().filter(of_it).collect();
        assert!(!expected.is_empty());
        assert_eq!(index.check(session, &registry, &calendar).iter().collect::<Vec<_>>(), expected);
    }
    let moved = Session { slot: Slot::Pm, ..sessions[0].clone() };
    assert!(index.check(&moved, &registry, &calendar).is_empty(), "the stored one is not in its own way");
    let added = session(0, 8, MONDAY, Slot::Am, CLINIC);
    let rules: Vec<_> = index.check(&added, &registry, &calendar).iter().map(|one| one.records.len()).collect();
    assert_eq!(rules, [3], "beside both that are there");
}

#[test]
fn a_finding_is_a_sentence_in_both_languages() {
    let mut registry = registry();
    registry.leave = shelf([leave(8, LeaveKind::Duty, (MONDAY, Slot::Am), (MONDAY, Slot::Am))]);
    let sessions = [
        in_room(session(1, 7, MONDAY, Slot::Am, CLINIC), "门诊203"),
        in_room(session(2, 8, MONDAY, Slot::Am, CLINIC), "门诊203"),
        session(3, 7, MONDAY, Slot::Am, SURGERY),
        session(4, 9, "2024-06-03", Slot::Pm, CLINIC),
        at(session(5, 9, "2023-06-14", Slot::Am, TOUR), NORTH_TOWN),
        at(session(6, 9, "2023-06-14", Slot::Pm, TOUR), SOUTH_TOWN),
        session(7, 7, "2023-06-23", Slot::Am, SURGERY),
    ];
    let findings = found_in(&registry, &sessions);
    let said = |lang| findings.iter().map(|finding| Tr::new(lang).finding(finding)).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(said(Lang::Zh), @r"
    6月12日 周一上午 曹波请假（公差），仍有班次
    6月12日 周一上午 邹龙同时有两项安排：坐诊、手术带教
    6月12日 周一上午 门诊203同时排给邹龙、曹波坐诊
    6月3日 周一下午 黎远不在派驻任期内（2023-05-31 至 2024-05-30）
    6月14日 周三 黎远相邻半天去两处：湘河镇中心卫生院、赵川镇中心卫生院，路上可能来不及
    6月23日 周五上午 邹龙在端午节假期有班次
    ");
    insta::assert_snapshot!(said(Lang::En), @r"
    Mon 12 Jun a.m.: 曹波 is away (on duty elsewhere) but has a session
    Mon 12 Jun a.m.: 邹龙 is booked twice: 坐诊, 手术带教
    Mon 12 Jun a.m.: clinics of 邹龙, 曹波 share 门诊203
    Mon 3 Jun p.m.: outside the stint of 黎远 (2023-05-31 to 2024-05-30)
    Wed 14 Jun: 黎远 goes to two places in adjacent half-days: 湘河镇中心卫生院, 赵川镇中心卫生院
    Fri 23 Jun a.m.: 邹龙 has a session during Dragon Boat Festival
    ");
}
