//! The built-in work calendar and the data file's own days on top of it.

use chrono::{Datelike, NaiveDate, Weekday};
use chuanbangdai::app::calendar::work_calendar;
use chuanbangdai::domain::{CalendarDay, CalendarDayId, DayKind, Period, Registry};
use chuanbangdai::i18n::{Lang, Tr};
use proptest::prelude::*;

use super::bench::{day, shelf};

fn year(year: i32) -> Period {
    Period::new(NaiveDate::from_ymd_opt(year, 1, 1).unwrap(), NaiveDate::from_ymd_opt(year, 12, 31).unwrap()).unwrap()
}

fn own_day(id: i64, on: &str, kind: DayKind, name: &str, acts_as_weekday: Option<u8>) -> CalendarDay {
    CalendarDay {
        id: CalendarDayId::new(id),
        on_date: day(on),
        kind,
        name: name.to_owned(),
        acts_as_weekday,
        source: String::new(),
    }
}

#[test]
fn the_working_days_of_the_built_in_years_are_those_of_the_notices() {
    let calendar = work_calendar(&Registry::default());
    for (number, days) in [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)] {
        assert_eq!(calendar.working_days(year(number)), days, "{number}");
        assert!(calendar.knows(number));
    }
    let stint = Period::new(day("2023-05-31"), day("2024-05-30")).unwrap();
    assert_eq!(calendar.working_days(stint), 251, "a year's stint across two notices");
}

#[test]
fn the_days_of_the_notices_are_keyed_by_date_and_not_by_year() {
    let calendar = work_calendar(&Registry::default());
    let days = [
        ("2022-12-31", DayKind::Holiday, "元旦"),
        ("2023-01-02", DayKind::Holiday, "元旦"),
        ("2023-06-21", DayKind::Workday, ""),
        ("2023-06-22", DayKind::Holiday, "端午节"),
        ("2023-06-23", DayKind::Holiday, "端午节"),
        ("2023-06-24", DayKind::Holiday, "端午节"),
        ("2023-06-25", DayKind::MakeUp, "端午节"),
        ("2023-12-30", DayKind::Weekend, ""),
        ("2025-10-06", DayKind::Holiday, "中秋节"),
    ];
    for (on, kind, name) in days {
        let facts = calendar.facts(day(on));
        assert_eq!((facts.kind, facts.name.as_str()), (kind, name), "{on}");
    }
    let make_up: Vec<String> = year(2026)
        .days()
        .filter(|on| calendar.facts(*on).kind == DayKind::MakeUp)
        .map(|on| on.format("%m-%d").to_string())
        .collect();
    assert_eq!(make_up, ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
}

#[test]
fn every_festival_of_the_notices_has_an_english_name() {
    let calendar = work_calendar(&Registry::default());
    for on in (2022..=2026).flat_map(|number| year(number).days()) {
        let name = &calendar.facts(on).name;
        assert!(Tr::new(Lang::En).festival(name).is_ascii(), "{name} on {on}");
        assert_eq!(Tr::new(Lang::Zh).festival(name), name);
    }
}

#[test]
fn every_make_up_day_falls_on_a_weekend_and_every_workday_does_not() {
    let calendar = work_calendar(&Registry::default());
    for on in (2022..=2026).flat_map(|number| year(number).days()) {
        let is_weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
        match calendar.facts(on).kind {
            DayKind::MakeUp | DayKind::Weekend => assert!(is_weekend, "{on}"),
            DayKind::Workday => assert!(!is_weekend, "{on}"),
            DayKind::Holiday => {}
        }
    }
}

#[test]
fn a_year_without_a_notice_falls_back_to_monday_to_friday_and_is_reported() {
    let calendar = work_calendar(&Registry::default());
    assert_eq!(calendar.facts(day("2027-10-01")).kind, DayKind::Workday);
    assert_eq!(calendar.facts(day("2027-10-02")).kind, DayKind::Weekend);
    let across = Period::new(day("2026-12-28"), day("2028-01-02")).unwrap();
    assert_eq!(calendar.missing_years(across), [2027, 2028]);
    assert!(calendar.missing_years(year(2026)).is_empty());
}

#[test]
fn an_imported_year_is_known_and_a_local_holiday_announces_nothing() {
    let imported = [
        own_day(1, "2027-10-01", DayKind::Holiday, "国庆节", None),
        own_day(2, "2027-10-09", DayKind::MakeUp, "国庆节", None),
        own_day(3, "2028-09-20", DayKind::Holiday, "州庆", None),
    ];
    let calendar = work_calendar(&Registry { calendar_days: shelf(imported), ..Registry::default() });
    assert!(calendar.knows(2027) && !calendar.knows(2028));
    assert_eq!(calendar.facts(day("2027-10-09")).kind, DayKind::MakeUp);
    assert_eq!(calendar.facts(day("2028-09-20")).name, "州庆");
}

#[test]
fn a_day_of_the_data_file_wins_and_keeps_the_festival_it_does_not_name() {
    let own = [
        own_day(1, "2023-06-25", DayKind::MakeUp, "", Some(4)),
        own_day(2, "2023-06-24", DayKind::Workday, "加班", None),
    ];
    let calendar = work_calendar(&Registry { calendar_days: shelf(own), ..Registry::default() });
    let make_up = calendar.facts(day("2023-06-25"));
    assert_eq!((make_up.name.as_str(), make_up.acts_as_weekday), ("端午节", Some(4)));
    assert!(calendar.facts(day("2023-06-24")).is_working());
}

proptest! {
    #[test]
    fn working_days_of_two_neighbouring_periods_add_up(from in 0_i64..1500, middle in 1_i64..300, to in 1_i64..300) {
        let calendar = work_calendar(&Registry::default());
        let at = |days| NaiveDate::from_ymd_opt(2022, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        let count = |a, b| calendar.working_days(Period::new(at(a), at(b)).unwrap());
        let (middle, to) = (from + middle, from + middle + to);
        prop_assert_eq!(count(from, middle) + count(middle + 1, to), count(from, to));
    }
}
