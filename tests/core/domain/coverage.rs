//! How departments are filled: gaps, hand-over days, heads.

use chrono::NaiveDate;
use chuanbangdai::domain::{
    Coverage, Id, Joint, Period, Piece, Precision, Seat, Stint, StintMode, StintRole, between, coverage,
};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn stint(id: i64, from: NaiveDate, to: Option<NaiveDate>) -> Stint {
    Stint {
        id: Id::new(id),
        person: Id::new(id),
        relation: Some(Id::new(1)),
        batch: None,
        host_inst: Id::new(1),
        host_dept: Some(Id::new(1)),
        role: StintRole::Member,
        mode: StintMode::LongTerm,
        discipline: None,
        specialty: String::new(),
        arrive_on: from,
        arrive_prec: Precision::Day,
        plan_leave_on: to,
        plan_leave_prec: Precision::Day,
        leave_on: None,
        leave_prec: Precision::Day,
        end_reason: None,
        successor_stint: None,
        no_mentoring: false,
        note: String::new(),
    }
}

#[test]
fn what_lies_between_two_turns_is_a_gap_too_few_days_or_nothing() {
    let before = stint(1, day(2022, 5, 1), Some(day(2023, 5, 31)));
    let gap = |from, to| Period::new(from, to).map(Joint::Gap);
    for (arrival, wanted, expected) in [
        (day(2023, 5, 31), 1, None),
        (day(2023, 5, 29), 3, None),
        (day(2023, 6, 1), 0, None),
        (day(2023, 6, 5), 1, gap(day(2023, 6, 1), day(2023, 6, 4))),
        (day(2023, 6, 2), 0, gap(day(2023, 6, 1), day(2023, 6, 1))),
    ] {
        let after = stint(2, arrival, None);
        assert_eq!(between(&[&before], &[&after], wanted), expected, "{arrival} {wanted}");
    }
    let next_day = stint(2, day(2023, 6, 1), None);
    match between(&[&before], &[&next_day], 1) {
        Some(Joint::Short { overlap: 0, wanted: 1, days }) => assert_eq!(days.from(), day(2023, 5, 31)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn dates_known_to_the_month_and_open_ends_make_no_joint() {
    let rough = Stint { plan_leave_prec: Precision::Month, ..stint(1, day(2022, 5, 1), Some(day(2023, 3, 1))) };
    let open = stint(1, day(2022, 5, 1), None);
    let after = stint(2, day(2023, 6, 5), None);
    assert_eq!(between(&[&rough], &[&after], 1), None);
    assert_eq!(between(&[&open], &[&after], 1), None);
    let arrives_in_a_month = Stint { arrive_prec: Precision::Month, ..after };
    let before = stint(1, day(2022, 5, 1), Some(day(2023, 3, 1)));
    assert_eq!(between(&[&before], &[&arrives_in_a_month], 1), None);
}

#[test]
fn heads_are_counted_between_coming_and_going() {
    let one = stint(1, day(2023, 1, 1), Some(day(2023, 5, 31)));
    let other = stint(2, day(2023, 5, 31), None);
    let found = coverage(&[(Some(1), &one), (Some(2), &other)], 1);
    let piece = |from, to, people| Piece { from, to, people };
    let pieces = vec![
        piece(day(2023, 1, 1), Some(day(2023, 5, 30)), 1),
        piece(day(2023, 5, 31), Some(day(2023, 5, 31)), 2),
        piece(day(2023, 6, 1), None, 1),
    ];
    assert_eq!(found, Coverage { pieces, joints: vec![] });
}

#[test]
fn without_batches_the_empty_days_between_people_are_gaps() {
    let one = stint(1, day(2023, 1, 1), Some(day(2023, 3, 31)));
    let other = stint(2, day(2023, 2, 1), Some(day(2023, 2, 28)));
    let third = stint(3, day(2023, 4, 11), None);
    let joints = coverage(&[(None, &third), (None, &one), (None, &other)], 1).joints;
    assert_eq!(joints, [Joint::Gap(Period::new(day(2023, 4, 1), day(2023, 4, 10)).expect("a period"))]);
}

#[test]
fn a_seat_is_a_department_under_a_relation() {
    let one = stint(1, day(2023, 1, 1), None);
    let elsewhere = Stint { host_dept: Some(Id::new(2)), ..one.clone() };
    assert_ne!(Seat::of(&one), Seat::of(&elsewhere));
    assert_eq!(Seat::of(&one), Seat::of(&stint(9, day(2020, 1, 1), None)));
}

proptest! {
    #[test]
    fn pieces_never_overlap_and_hold_exactly_the_days_of_the_stints(
        spans in prop::collection::vec((0_i64..400, 0_i64..200), 1..8),
        probe in -10_i64..620,
    ) {
        let first = day(2023, 1, 1);
        let on = |days: i64| first + chrono::TimeDelta::days(days);
        let stints: Vec<Stint> = (1..).zip(&spans)
            .map(|(id, (from, length))| stint(id, on(*from), Some(on(from + length))))
            .collect();
        let filled: Vec<(Option<u32>, &Stint)> = stints.iter().map(|stint| (None, stint)).collect();
        let pieces = coverage(&filled, 1).pieces;
        for (one, next) in pieces.iter().zip(pieces.iter().skip(1)) {
            prop_assert!(one.to.is_some_and(|to| to < next.from));
        }
        let expected = stints.iter().filter(|stint| stint.runs_on(on(probe))).count();
        let there = pieces.iter().find(|piece| piece.from <= on(probe) && piece.to.is_none_or(|to| on(probe) <= to));
        prop_assert_eq!(there.map_or(0, |piece| piece.people), expected);
    }
}
