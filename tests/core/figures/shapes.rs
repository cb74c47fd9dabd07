//! Shares, quotients, changes, series, lists.

use super::offices::{city, county};

fn series(question: &str) -> Vec<(String, String)> {
    let figure = county().figure(question);
    figure.series.unwrap().into_iter().map(|point| (point.key, point.display)).collect()
}

#[test]
fn a_series_of_months_lists_empty_months_too() {
    let months = series("teaching.count programme=组团式 period=2023-05..2023-07 group=month");
    let told: Vec<_> = months.iter().map(|(key, display)| (key.as_str(), display.as_str())).collect();
    assert_eq!(told, [("2023-05", "0"), ("2023-06", "21"), ("2023-07", "0")]);
}

#[test]
fn a_series_of_people_adds_up_to_the_whole() {
    let office = county();
    let figure = office.figure("days.on_post programme=组团式 period=2023-06 group=person");
    assert_eq!(figure.series.as_ref().unwrap().len(), 7);
    let sum: f64 = figure.series.unwrap().iter().map(|point| point.display.parse::<f64>().unwrap()).sum();
    assert!((sum - 143.5).abs() < 1e-9, "{sum}");
}

#[test]
fn pick_takes_a_value_of_the_series_and_names_it() {
    let office = county();
    let figure = office.figure("people.present programme=组团式 period=2023-06 group=day pick=min");
    assert_eq!(figure.display, "6");
    assert!(figure.notes.iter().any(|note| note.contains("2023-06-08")), "{:?}", figure.notes);
    let load = office.figure("pairing.count programme=组团式 on=2023-06-30 distinct=apprentice group=mentor pick=max");
    assert_eq!(load.display, "3");
}

#[test]
fn parts_of_a_quotient_can_be_asked_alone() {
    let office = city();
    let question = "fund.rate inst=银田镇卫生院 on=2024-03-12";
    assert_eq!(office.figure(question).formula, "412300 / 1000000");
    assert_eq!(office.figure(&format!("{question} part=num")).display, "412,300");
    assert_eq!(office.figure(&format!("{question} part=den")).display, "1,000,000");
}

#[test]
fn nothing_over_nothing_is_a_dash() {
    let figure = county().figure("pairing.ratio programme=组团式 period=2019");
    assert_eq!(figure.display, "—");
    assert_eq!(serde_json::to_value(&figure).unwrap()["value"], serde_json::Value::Null);
}

#[test]
fn a_change_carries_its_sign() {
    let office = county();
    let figure = office.figure("calendar.workdays period=2023-06 base=2023-05");
    assert_eq!((figure.display.as_str(), figure.formula.as_str()), ("0.00%", "(21 - 21) / 21"));
    let grown = office.figure("pairing.count programme=组团式 period=2023-06 base=2022-07");
    assert_eq!(grown.display, "0.00%");
    let fewer = office.figure("calendar.workdays period=2023-01 base=2023-03");
    assert!(fewer.display.starts_with('-'), "{}", fewer.display);
}

#[test]
fn each_figure_divided_by_the_days_on_post_uses_the_same_scope() {
    let figure = county().figure("session.count person=邹龙 period=2023-06-12..2023-06-18 per=day");
    assert_eq!(figure.formula, "10 / 5");
    assert_eq!(figure.display, "2.00");
}

#[test]
fn lists_hold_each_value_once_and_dates_no_finer_than_known() {
    let office = county();
    assert_eq!(office.figure("stint.count programme=组团式 period=2022-05..2022-12 show=date").display, "2022-05");
    let figure = office.figure("session.count person=邹龙 period=2023-06-12..2023-06-18 show=weekday");
    assert_eq!(figure.display, "周一、周二、周三、周四、周五");
}
