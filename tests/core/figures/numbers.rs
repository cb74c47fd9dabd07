//! Exact numbers, periods as they are typed, and the wording of the news.

use chuanbangdai::figures::{AskedPeriod, Exact, parse_period, wording};
use proptest::prelude::*;

#[test]
fn numbers_are_rounded_half_up_only_when_they_are_printed() {
    let cases = [
        ((102, 126), 2, "0.81"),
        ((10_200, 126), 2, "80.95"),
        ((1, 8), 2, "0.13"),
        ((-1, 8), 2, "-0.13"),
        ((2_497, 100), 2, "24.97"),
        ((182_061, 1), 0, "182,061"),
        ((41_230_000, 100), 2, "412,300.00"),
        ((5, 2), 0, "3"),
        ((0, 7), 2, "0.00"),
    ];
    for ((num, den), decimals, printed) in cases {
        assert_eq!(Exact::ratio(num, den).unwrap().printed(decimals), printed, "{num}/{den}");
    }
    assert_eq!(Exact::ratio(1, 0), None);
    assert_eq!(Exact::ratio(39, 2).unwrap().plain(), "19.5");
    assert_eq!(Exact::ratio(40, 2).unwrap().plain(), "20");
}

proptest! {
    #[test]
    fn sums_do_not_depend_on_their_order(mut parts in prop::collection::vec((-1000_i64..1000, 1_i64..50), 1..12)) {
        let sum = |parts: &[(i64, i64)]| parts.iter().map(|(num, den)| Exact::ratio(*num, *den).unwrap()).sum::<Exact>();
        let forward = sum(&parts);
        parts.reverse();
        prop_assert_eq!(forward, sum(&parts));
        prop_assert_eq!(forward - forward, Exact::ZERO);
    }
}

#[test]
fn the_news_rounds_down_and_says_so() {
    let cases = [
        (126, "例", "120多例"),
        (32, "次", "30多次"),
        (120, "例", "120例"),
        (1_791, "人次", "1700多人次"),
        (182_061, "人次", "18万多人次"),
        (12_345, "人次", "1.2万多人次"),
        (20_000, "人次", "2万人次"),
        (7, "项", "7项"),
    ];
    for (value, unit, told) in cases {
        assert_eq!(wording(Exact::whole(value), false, unit, "多"), told);
    }
    assert_eq!(wording(Exact::whole(126), false, "例", "余"), "120余例");
    let shares = [((8_095, 100), "80%以上"), ((7_960, 100), "近80%"), ((90, 1), "90%"), ((9_050, 100), "90%以上")];
    for ((num, den), told) in shares {
        assert_eq!(wording(Exact::ratio(num, den).unwrap(), true, "", "多"), told);
    }
}

#[test]
fn periods_are_read_as_an_office_writes_them() {
    let cases = [
        ("2023", "2023-01-01..2023-12-31"),
        ("2023H1", "2023-01-01..2023-06-30"),
        ("2023Q2", "2023-04-01..2023-06-30"),
        ("2023-06", "2023-06-01..2023-06-30"),
        ("2023-06-23", "2023-06-23..2023-06-23"),
        ("2024-W27", "2024-07-01..2024-07-07"),
        ("2022-06..2023-05", "2022-06-01..2023-05-31"),
        ("..2024-07", "..2024-07-31"),
        ("2023-05-18..", "2023-05-18.."),
    ];
    for (typed, days) in cases {
        let Some(AskedPeriod::Days(bounds)) = parse_period(typed) else { panic!("{typed}") };
        assert_eq!(bounds.written(), days, "{typed}");
    }
    assert_eq!(parse_period("T3"), Some(AskedPeriod::Tenure(3)));
    for wrong in ["2023-13", "2023Q5", "2023H3", "T0", "2023-06-31", "昨天", "2024..2023", "2023-W60", ""] {
        assert_eq!(parse_period(wrong), None, "{wrong}");
    }
}
