//! Dates, periods, weeks and stints.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use chuanbangdai::domain::{Period, Precision, Stint, Week};
use proptest::prelude::*;

use super::bench::{day, stint};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..73_000).prop_map(|days| NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(days))
}

proptest! {
    #[test]
    fn a_week_runs_from_monday_to_sunday_around_its_day(on in any_day()) {
        let week = Week::of(on);
        let days = week.days();
        prop_assert_eq!(days[0].weekday(), Weekday::Mon);
        prop_assert_eq!(days[6].weekday(), Weekday::Sun);
        prop_assert!(days.contains(&on) && week.period().contains(on));
        prop_assert!(days.iter().all(|day| Week::of(*day) == week && day.iso_week() == on.iso_week()));
        prop_assert_eq!(week.on(on.weekday()), on);
        prop_assert_eq!(week.next().previous(), week);
        prop_assert_eq!(week.next().monday(), days[6] + Days::new(1));
    }

    #[test]
    fn a_date_known_to_month_or_year_means_every_day_of_it(on in any_day()) {
        let month = Precision::Month.span(on);
        let year = Precision::Year.span(on);
        prop_assert_eq!(Precision::Day.span(on), Period::day(on));
        prop_assert!(month.days().all(|day| (day.year(), day.month()) == (on.year(), on.month())));
        prop_assert!(year.days().all(|day| day.year() == on.year()));
        prop_assert!((28..=31).contains(&month.days().count()));
        prop_assert!((365..=366).contains(&year.days().count()));
    }

    #[test]
    fn periods_overlap_exactly_where_they_share_a_day(a in any_day(), b in any_day(), m in 0_u64..40, n in 0_u64..40) {
        let b = if b.year() % 2 == 0 { a + Days::new(n) } else { b };
        let one = Period::new(a, a + Days::new(m)).unwrap();
        let other = Period::new(b, b + Days::new(n)).unwrap();
        prop_assert_eq!(one.overlaps(other), one.days().any(|day| other.contains(day)));
        prop_assert_eq!(one.overlaps(other), other.overlaps(one));
    }
}

#[test]
fn a_period_never_ends_before_it_starts() {
    assert_eq!(Period::new(day("2023-06-02"), day("2023-06-01")), None);
}

#[test]
fn a_stint_runs_from_the_first_to_the_last_day_that_is_possible() {
    let by_month = Stint {
        arrive_on: day("2022-05-01"),
        arrive_prec: Precision::Month,
        plan_leave_on: Some(day("2025-05-01")),
        plan_leave_prec: Precision::Month,
        ..stint(1)
    };
    assert!(by_month.runs_on(day("2022-05-01")) && !by_month.runs_on(day("2022-04-30")));
    assert!(by_month.runs_on(day("2025-05-31")) && !by_month.runs_on(day("2025-06-01")));
    let left_early = Stint { leave_on: Some(day("2023-08-15")), ..stint(1) };
    assert!(left_early.runs_on(day("2023-08-15")) && !left_early.runs_on(day("2023-08-16")));
    let open = Stint { plan_leave_on: None, ..stint(1) };
    assert!(open.runs_on(day("2099-01-01")));
    assert!(stint(1).touches(Week::of(day("2023-05-29")).period()), "arrives in the middle of the week");
    assert!(!stint(1).touches(Week::of(day("2023-05-22")).period()));
}
