//! Which backups stay as they age.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};
use chuanbangdai::store::{Thinning, thin};
use proptest::prelude::*;

use super::hospital::day;

fn noon(on: &str) -> NaiveDateTime {
    day(on).and_hms_opt(12, 0, 0).unwrap()
}

fn kept(now: NaiveDateTime, made: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
    let gone: BTreeSet<_> = thin(now, made, Thinning::default()).into_iter().collect();
    made.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, moment)| *moment).collect()
}

#[test]
fn all_of_two_days_then_daily_weekly_and_monthly_ones_stay() {
    let now = noon("2026-06-30");
    // Four a day for two years.
    let made: Vec<_> = (0..4 * 730).map(|quarter| now - TimeDelta::hours(6 * quarter)).collect();
    let kept = kept(now, &made);
    let recent = kept.iter().filter(|moment| now - **moment <= TimeDelta::hours(48)).count();
    assert_eq!(recent, 9, "every one of the last two days");
    assert_eq!(kept.len(), 9 + 12 + 10 + 9);
    let days: BTreeSet<_> = kept[recent..].iter().map(NaiveDateTime::date).collect();
    assert_eq!(days.len(), 12 + 10 + 9, "after that at most one a day");
    let oldest = now - *kept.last().unwrap();
    assert!(oldest > TimeDelta::days(330) && oldest < TimeDelta::days(400), "{oldest}");
}

#[test]
fn the_last_backup_stays_however_old_it_is() {
    assert_eq!(kept(noon("2026-06-30"), &[noon("2020-01-01")]), [noon("2020-01-01")]);
    assert!(thin(noon("2026-06-30"), &[], Thinning::default()).is_empty());
}

#[test]
fn a_backup_from_the_future_stays() {
    // The clock was wrong once; that is no reason to throw a backup away.
    let made = [noon("2030-01-01"), noon("2026-06-29")];
    assert_eq!(kept(noon("2026-06-30"), &made), made);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn thinning_again_takes_nothing_more(hours in prop::collection::vec(0_i64..20_000, 0..200)) {
        let now = noon("2026-06-30");
        let made: Vec<_> = hours.iter().map(|hours| now - TimeDelta::hours(*hours)).collect();
        let once = kept(now, &made);
        prop_assert_eq!(kept(now, &once), once.clone());
        prop_assert!(once.len() <= 12 + 10 + 9 + 1 + made.iter().filter(|moment| now - **moment <= TimeDelta::hours(48)).count());
    }
}
