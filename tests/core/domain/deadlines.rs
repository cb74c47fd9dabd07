//! Periods, due dates, lateness and what is to be done about it.

use chrono::{Datelike, NaiveDate};
use chuanbangdai::app::calendar::work_calendar;
use chuanbangdai::domain::*;
use chuanbangdai::i18n::Tr;
use proptest::prelude::*;

use super::bench::{day, institution, shelf};

fn duty(cycle: Cycle, anchor: &str) -> Obligation {
    serde_json::from_value(serde_json::json!({
        "kind": "report", "title": "双周报", "cycle": cycle, "anchor_on": anchor, "shift": "advance", "due_offset": -2,
    }))
    .unwrap()
}

fn year(year: i32) -> Period {
    Period::new(NaiveDate::from_ymd_opt(year, 1, 1).unwrap(), NaiveDate::from_ymd_opt(year, 12, 31).unwrap()).unwrap()
}

fn task(due: &str) -> Task {
    Task { status: TaskStatus::Active, ..Task::new("清单", "建胸痛中心", day(due)) }
}

#[test]
fn every_cycle_has_as_many_periods_in_a_year_as_the_office_counts() {
    for (cycle, anchor, count, last) in [
        (Cycle::Weekly, "2023-01-02", 52, (52, "2023-12-31")),
        (Cycle::Fortnightly, "2023-01-02", 26, (26, "2023-12-31")),
        (Cycle::HalfMonthly, "2023-01-01", 24, (24, "2023-12-31")),
        (Cycle::Monthly, "2023-01-15", 12, (12, "2023-12-31")),
        (Cycle::Quarterly, "2023-01-01", 4, (4, "2023-12-31")),
        (Cycle::HalfYearly, "2023-01-01", 2, (2, "2023-12-31")),
        (Cycle::Yearly, "2023-05-01", 1, (1, "2023-12-31")),
        (Cycle::TenureQuarterly, "2023-05-18", 2, (2, "2023-11-17")),
    ] {
        let periods = duty_periods(&duty(cycle, anchor), year(2023));
        let found = periods.last().unwrap();
        assert_eq!((periods.len(), (found.no, found.period.to().to_string().as_str())), (count, last), "{cycle:?}");
    }
}

#[test]
fn fortnights_go_on_through_the_years_and_are_numbered_anew_in_each() {
    let duty = duty(Cycle::Fortnightly, "2023-01-02");
    let next = duty_periods(&duty, year(2024));
    assert_eq!((next[0].no, next[0].period.from().to_string()), (1, "2024-01-01".to_owned()));
    let limited = Obligation { period_limit: Some(8), ..duty.clone() };
    assert_eq!(duty_periods(&limited, year(2023)).len(), 8);
    assert!(duty_periods(&limited, year(2024)).is_empty());
    let until = Obligation { until_on: Some(day("2023-06-30")), ..duty };
    assert_eq!(duty_periods(&until, year(2023)).last().unwrap().period.to(), day("2023-06-18"));
}

#[test]
fn eight_tenure_quarters_make_two_years() {
    let duty = Obligation { period_limit: Some(8), ..duty(Cycle::TenureQuarterly, "2023-05-18") };
    let all = duty_periods(&duty, Period::new(day("2023-05-18"), day("2030-01-01")).unwrap());
    let ends: Vec<_> = all.iter().map(|it| (it.no, it.period.to().to_string())).collect();
    assert_eq!(ends[0], (1, "2023-08-17".to_owned()));
    assert_eq!(ends[7], (8, "2025-05-17".to_owned()));
    assert_eq!(ends.len(), 8);
}

#[test]
fn a_due_date_on_a_day_off_moves_as_the_office_chose() {
    let calendar = work_calendar(&Registry::default());
    let shifted = |shift, number: i32| -> Vec<(String, String)> {
        let duty = Obligation { shift, ..duty(Cycle::Fortnightly, "2023-01-02") };
        let dues = duty_periods(&duty, year(number)).into_iter().map(|it| due_of(&duty, it.period, &calendar));
        dues.filter(|due| due.is_shifted()).map(|due| (due.nominal.to_string(), due.on.to_string())).collect()
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    assert_eq!(shifted(DueShift::Advance, 2023), [pair("2023-01-27", "2023-01-20"), pair("2023-10-06", "2023-09-28")]);
    assert_eq!(shifted(DueShift::Postpone, 2023), [pair("2023-01-27", "2023-01-28"), pair("2023-10-06", "2023-10-07")]);
    assert_eq!(shifted(DueShift::Keep, 2023), []);
}

#[test]
fn days_left_are_said_as_an_office_says_them() {
    let said = |days, workdays| Tr::default().days_left(DaysLeft { days, workdays });
    assert_eq!(said(3, 1), "还有3天（1个工作日）");
    assert_eq!(said(0, 0), "今天到期");
    assert_eq!(said(-9, -5), "超5个工作日");
    assert_eq!(said(-2, 0), "到期后都是休息日", "due on a Friday, seen on Sunday");
}

#[test]
fn days_left_are_counted_in_days_and_in_working_days() {
    let calendar = work_calendar(&Registry::default());
    for (due, on, days, workdays) in [
        ("2023-06-16", "2023-06-30", -14, -9),
        ("2023-06-28", "2023-06-30", -2, -2),
        ("2023-07-03", "2023-06-30", 3, 1),
        ("2023-06-30", "2023-06-30", 0, 0),
        ("2023-06-23", "2023-06-24", -1, 0),
    ] {
        assert_eq!(days_left(day(due), day(on), &calendar), DaysLeft { days, workdays }, "{due} seen on {on}");
    }
}

#[test]
fn a_late_task_climbs_from_its_owner_to_the_joint_meeting() {
    let calendar = work_calendar(&Registry::default());
    let rule = ChaseRule::default();
    let level = |due: &str| chase(&task(due), day("2023-06-30"), &calendar, &rule).map(|it| (it.level, it.lead));
    assert_eq!(level("2023-07-08"), None);
    assert_eq!(level("2023-07-07"), Some((ChaseLevel::Owner, Some(7))));
    assert_eq!(level("2023-07-04"), Some((ChaseLevel::Owner, Some(7))));
    assert_eq!(level("2023-07-03"), Some((ChaseLevel::Owner, Some(3))));
    assert_eq!(level("2023-06-30"), Some((ChaseLevel::Owner, Some(0))));
    assert_eq!(level("2023-06-28"), Some((ChaseLevel::Department, None)));
    assert_eq!(level("2023-06-20"), Some((ChaseLevel::Leader, None)));
    assert_eq!(level("2023-06-16"), Some((ChaseLevel::Meeting, None)));
    let lenient = ChaseRule { department_until: 10, ..rule.clone() };
    assert_eq!(
        chase(&task("2023-06-16"), day("2023-06-30"), &calendar, &lenient).unwrap().level,
        ChaseLevel::Department
    );
    let closed = Task { status: TaskStatus::Closed, done_on: Some(day("2023-07-01")), ..task("2023-06-16") };
    assert!(chase(&closed, day("2023-06-30"), &calendar, &rule).is_some(), "not closed yet on that day");
    assert!(chase(&closed, day("2023-07-01"), &calendar, &rule).is_none());
}

#[test]
fn the_state_of_a_task_is_that_of_the_day() {
    let pending = Task { status: TaskStatus::Pending, ..task("2023-12-31") };
    let closed = Task { status: TaskStatus::Closed, done_on: Some(day("2023-06-20")), ..task("2023-06-10") };
    for (task, on, state) in [
        (&pending, "2023-06-30", TaskState::Pending),
        (&pending, "2023-12-24", TaskState::DueSoon),
        (&pending, "2024-01-01", TaskState::Overdue),
        (&task("2023-12-31"), "2023-06-30", TaskState::Active),
        (&closed, "2023-06-19", TaskState::Overdue),
        (&closed, "2023-06-20", TaskState::Closed),
    ] {
        assert_eq!(task_state(task, day(on), TaskState::NOTICE_DAYS), state, "{on}");
    }
}

fn sites() -> Registry {
    let inst = |id, kind| institution(id, &format!("站点{id}"), kind);
    let relation = |id: i64| -> Relation {
        serde_json::from_value(serde_json::json!({
            "id": id, "programme": "first_secretary", "from_inst": 1, "to_inst": id,
        }))
        .unwrap()
    };
    Registry {
        institutions: shelf([
            inst(1, InstitutionKind::Supporter),
            inst(2, InstitutionKind::Township),
            inst(3, InstitutionKind::Community),
            inst(4, InstitutionKind::Township),
        ]),
        relations: shelf([relation(2), relation(3)]),
        ..Registry::default()
    }
}

#[test]
fn a_template_reaches_the_sites_it_is_meant_for_and_running_tasks_only_when_asked() {
    let mut registry = sites();
    let template = TaskTemplate {
        id: Id::new(1),
        for_all: true,
        programme: Some(Programme::FirstSecretary),
        ..TaskTemplate::new("清单", "建胸痛中心", day("2024-06-30"))
    };
    let of_kind = TaskTemplate { for_all: false, for_kinds: vec![InstitutionKind::Community], ..template.clone() };
    let sites_of = |it: &TaskTemplate, registry: &Registry| -> Vec<i64> {
        Scope::from(it).sites(registry).into_iter().map(Id::raw).collect()
    };
    assert_eq!(sites_of(&template, &registry), [2, 3]);
    assert_eq!(sites_of(&of_kind, &registry), [3]);
    let named = TaskTemplate { for_all: false, for_sites: vec![Id::new(4)], ..template.clone() };
    assert_eq!(sites_of(&named, &registry), [4]);

    let effects = |template: &TaskTemplate, registry: &Registry| -> Vec<TemplateEffect> {
        template_rows([template], registry).into_iter().map(|row| row.effect).collect()
    };
    let made = template_rows([&template], &registry).into_iter().map(|row| row.task);
    registry.tasks = shelf(made.zip(1..).map(|(task, id)| Task { id: Id::new(id), ..task }));
    assert_eq!(registry.tasks.len(), 2);
    assert_eq!(effects(&template, &registry), vec![TemplateEffect::Untouched(WhyUntouched::Same); 2]);
    let later = TaskTemplate { due_on: day("2024-12-31"), ..template };
    let moved = TemplateEffect::Changed { fields: vec!["due_on"], keeps_due: false };
    assert_eq!(effects(&later, &registry), vec![moved; 2]);
    let copied = copies(&registry.tasks.values().collect::<Vec<_>>(), None, Some("2025年清单"), 1);
    assert_eq!(copied[0].due_on, day("2025-06-30"));
    assert_eq!((copied[0].list.as_str(), copied[0].template), ("2025年清单", None));
}

#[test]
fn spending_is_compared_with_the_time_of_the_posting_where_the_fund_has_no_end() {
    let mut registry = sites();
    let stint: Stint = serde_json::from_value(serde_json::json!({
        "id": 1, "person": 1, "host_inst": 2, "role": "member", "mode": "long_term",
        "arrive_on": "2023-05-18", "plan_leave_on": "2025-05-17",
    }))
    .unwrap();
    registry.stints = shelf([stint]);
    let fund = Fund { id: Id::new(1), site: Some(Id::new(2)), budget_fen: 100_000_000, ..Fund::default() };
    let expense: Expense = serde_json::from_value(serde_json::json!({
        "id": 1, "fund": 1, "on_date": "2024-03-12", "item": "设备", "amount_fen": 41_230_000,
    }))
    .unwrap();
    registry.expenses = shelf([expense]);
    let on = |text: &str| money_standing(&fund, &registry, day(text));
    assert_eq!(on("2024-12-31").spent_share, Some(4123));
    assert_eq!(on("2024-12-31").elapsed_share, Some(8126));
    assert!(on("2024-12-31").is_behind(20));
    assert!(!on("2024-06-30").is_behind(20));
    assert_eq!(on("2024-03-11").spent, Money::default());
}

proptest! {
    #[test]
    fn periods_follow_one_another_without_gap(cycle in 0..Cycle::ALL.len(), offset in 0u64..2000, length in 1u64..800) {
        let anchor = day("2022-01-01") + chrono::Days::new(offset);
        let duty = duty(Cycle::ALL[cycle], &anchor.to_string());
        let within = Period::new(anchor, anchor + chrono::Days::new(length)).unwrap();
        let periods = duty_periods(&duty, within);
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].period.to().succ_opt(), Some(pair[1].period.from()));
            let is_next = pair[1].no == pair[0].no + 1 || pair[0].period.to().year() != pair[1].period.to().year();
            prop_assert!(is_next, "{:?}", pair);
        }
        prop_assert!(periods.iter().all(|it| within.contains(it.period.to())));
    }
}
