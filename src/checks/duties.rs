//! C15 and C19: tasks that are late, money that is not spent in time.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::found::Found;
use super::ground::{Ground, record};
use super::rules::{Place, Rule, Rules};
use crate::domain::{
    Chase, ChaseRule, Expense, Fund, FundId, Money, Registry, Table, Task, WorkCalendar, chase, fund_period,
    money_standing,
};

/// C15: tasks that are due soon or overdue, with whom they are carried to.
pub fn tasks(ground: &Ground<'_>) -> Vec<Found> {
    ground.registry.tasks.values().filter_map(|task| of_task(ground, task)).collect()
}

/// The rule row of C15 that holds for a task on a day, with its steps of escalation.
fn chase_rule<'r, 'a>(
    rules: &'r Rules<'a>,
    registry: &Registry,
    task: &Task,
    on: NaiveDate,
) -> Option<(&'r Rule<'a>, ChaseRule)> {
    let place = Place::of(registry, task.relation, task.programme, task.site);
    let rule = rules.at("C15", &place, on)?;
    let usual = ChaseRule::default();
    let leads = rule.numbers("leads");
    let steps = ChaseRule {
        leads: if leads.is_empty() { usual.leads } else { leads },
        department_until: rule.number("department_until", usual.department_until),
        leader_until: rule.number("leader_until", usual.leader_until),
    };
    Some((rule, steps))
}

/// Whom a task is to be carried to on a day, by the rules of the data file.
#[must_use]
pub fn chase_of(
    rules: &Rules<'_>,
    registry: &Registry,
    calendar: &WorkCalendar,
    task: &Task,
    on: NaiveDate,
) -> Option<Chase> {
    let (_, steps) = chase_rule(rules, registry, task, on)?;
    chase(task, on, calendar, &steps)
}

fn of_task(ground: &Ground<'_>, task: &Task) -> Option<Found> {
    let (rule, steps) = chase_rule(&ground.rules, ground.registry, task, ground.on)?;
    let chase = chase(task, ground.on, ground.books.calendar, &steps)?;
    let tr = ground.tr;
    let level = tr.chase_level(chase.level);
    let actual = match chase.lead {
        Some(_) => tr.check_task_soon(chase.left.days, level),
        None => tr.check_task_overdue(chase.left.overdue_workdays(), level),
    };
    let site = task.site.map(|id| ground.place(id).to_owned());
    let no = task.no.map(|no| no.to_string());
    let subject = [site, no, Some(task.title.clone())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let found = rule.found(subject, actual, tr.check_due(&task.due_on.to_string()));
    let days = crate::domain::Period::new(task.due_on.min(ground.on), task.due_on.max(ground.on))?;
    Some(Found { records: vec![record(Table::Task, task.id.raw())], ..found.during(days) })
}

/// C19: funds behind their time, and expenses without a voucher.
pub fn money(ground: &Ground<'_>) -> Vec<Found> {
    let mut spent: HashMap<FundId, Vec<&Expense>> = HashMap::new();
    for expense in ground.registry.expenses.values().filter(|expense| expense.on_date <= ground.on) {
        spent.entry(expense.fund).or_default().push(expense);
    }
    let mut found = Vec::new();
    for fund in ground.registry.funds.values() {
        let place = Place::of(ground.registry, fund.relation, fund.programme, fund.site);
        let Some(rule) = ground.rules.at("C19", &place, ground.on) else { continue };
        let own = spent.get(&fund.id).map_or(&[][..], Vec::as_slice);
        found.extend(behind(ground, rule, fund, own));
        let bare = own.iter().filter(|expense| expense.voucher.trim().is_empty());
        found.extend(bare.map(|expense| without_voucher(ground, rule, fund, expense)));
    }
    found
}

fn fund_name(ground: &Ground<'_>, fund: &Fund) -> String {
    let site = fund.site.map(|id| ground.place(id)).unwrap_or_default();
    [site, fund.project.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn behind(ground: &Ground<'_>, rule: &Rule<'_>, fund: &Fund, own: &[&Expense]) -> Option<Found> {
    // A fund counts from its first day on.
    let period = fund_period(fund, ground.registry).filter(|period| period.from() <= ground.on)?;
    let standing = money_standing(fund, ground.registry, ground.on);
    if !standing.is_behind(rule.number("points", 20)) {
        return None;
    }
    let (spent, elapsed) = standing.spent_share.zip(standing.elapsed_share)?;
    let actual = format!("{}.{:02}%", spent / 100, spent % 100);
    let required = ground.tr.check_elapsed((elapsed + 50) / 100);
    let finding = rule.found(fund_name(ground, fund), actual, required);
    let key = record(Table::Fund, fund.id.raw());
    let records = std::iter::once(key).chain(own.iter().map(|one| record(Table::Expense, one.id.raw()))).collect();
    let days = crate::domain::Period::new(period.from(), ground.on.min(period.to()))?;
    Some(Found { records, ..finding.during(days) })
}

fn without_voucher(ground: &Ground<'_>, rule: &Rule<'_>, fund: &Fund, expense: &Expense) -> Found {
    let subject = format!(
        "{} {} {} {}",
        fund_name(ground, fund),
        expense.on_date,
        expense.item,
        Money::from_fen(expense.amount_fen)
    );
    let (actual, required) = (ground.tr.check_no_voucher().to_owned(), ground.tr.check_voucher().to_owned());
    let finding = rule.found(subject, actual, required).on(expense.on_date);
    Found { records: vec![record(Table::Expense, expense.id.raw())], ..finding }
}
