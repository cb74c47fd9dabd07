//! Money by site and project: what there is, what is spent, and whether it keeps up with the time.

use std::sync::Arc;

use chrono::NaiveDate;

use super::typed::read_money;
use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Expense, ExpenseId, Fund, FundId, Label, Money, MoneyStanding, Registry, Table, Task, TaskId, WorkCalendar,
    money_standing,
};
use crate::i18n::Tr;

/// Points by which spending may stay behind the time.
const POINTS_BEHIND: i64 = 20;

/// One fund.
#[derive(Debug, Clone, PartialEq)]
pub struct FundLine {
    /// The fund.
    pub fund: FundId,
    /// How it stands.
    pub standing: MoneyStanding,
    /// Whether it is behind the time.
    pub is_behind: bool,
    /// Whether more is spent than there is.
    pub is_over: bool,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// The funds.
#[derive(Debug, Clone)]
pub struct FundBook {
    /// Its lines, those behind first.
    pub lines: Vec<FundLine>,
    /// All of them together.
    pub budget: Money,
    /// What is spent of them.
    pub spent: Money,
    /// The records, for forms and edits.
    pub registry: Arc<Registry>,
    /// The work calendar, for picking dates.
    pub calendar: Arc<WorkCalendar>,
    /// The day it was made for.
    pub today: NaiveDate,
}

impl FundLine {
    /// The addresses of the columns that [`FundLine::cells`] follows.
    pub const COLUMNS: [&'static str; 9] =
        ["site", "source", "budget", "spent", "left", "rate", "elapsed", "remark", "from_on"];
}

impl FundBook {
    /// Reads the funds.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let today = office.clock().today();
        let mut lines: Vec<FundLine> = registry.funds.values().map(|fund| line(fund, &registry, today, tr)).collect();
        lines.sort_by_key(|line| (!(line.is_over || line.is_behind), line.fund));
        let budget = lines.iter().map(|line| line.standing.budget).sum();
        let spent = lines.iter().map(|line| line.standing.spent).sum();
        Ok(Self { lines, budget, spent, calendar: Arc::clone(office.calendar()), today, registry })
    }

    /// The line of a fund.
    #[must_use]
    pub fn line(&self, fund: i64) -> Option<&FundLine> {
        self.lines.iter().find(|line| line.fund.raw() == fund)
    }

    /// The expenses of a fund, the newest first.
    #[must_use]
    pub fn expenses(&self, fund: FundId) -> Vec<&Expense> {
        let mut expenses: Vec<&Expense> =
            self.registry.expenses.values().filter(|expense| expense.fund == fund).collect();
        expenses.sort_by_key(|expense| (std::cmp::Reverse(expense.on_date), expense.id));
        expenses
    }
}

/// What a fund is for: its site, its project, or both.
pub(crate) fn fund_name(fund: &Fund, registry: &Registry) -> String {
    let site = fund.site.and_then(|id| registry.institutions.get(&id)).map_or("", |inst| inst.name.as_str());
    let parts = [site, fund.project.as_str()].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// A share in words: 41.23, a dash for none.
pub(crate) fn percent(hundredths: Option<i64>) -> String {
    hundredths.map_or_else(|| "—".to_owned(), |share| format!("{}.{:02}", share / 100, share % 100))
}

fn line(fund: &Fund, registry: &Registry, today: NaiveDate, tr: Tr) -> FundLine {
    let standing = money_standing(fund, registry, today);
    let is_behind = standing.is_behind(POINTS_BEHIND);
    let is_over = standing.left().fen() < 0;
    let remark = match (is_over, is_behind) {
        (true, _) => fund.override_reason.clone(),
        (false, true) => tr.funds_behind().to_owned(),
        (false, false) => String::new(),
    };
    let cells = vec![
        fund_name(fund, registry),
        fund.source.clone(),
        standing.budget.to_string(),
        standing.spent.to_string(),
        standing.left().to_string(),
        percent(standing.spent_share),
        percent(standing.elapsed_share),
        remark,
        fund.from_on.map_or_else(String::new, |on| on.to_string()),
    ];
    FundLine { fund: fund.id, standing, is_behind, is_over, cells }
}

/// A fund as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct FundForm {
    /// The fund with everything that is not typed as text.
    pub record: Fund,
    /// How much there is, in yuan.
    pub budget: String,
}

impl FundForm {
    /// The form of a fund.
    #[must_use]
    pub fn of(fund: &Fund) -> Self {
        let budget = if fund.id.is_new() { String::new() } else { Money::from_fen(fund.budget_fen).to_string() };
        Self { record: fund.clone(), budget }
    }

    /// Whether neither a site nor a project is named.
    #[must_use]
    pub fn has_no_purpose(&self) -> bool {
        self.record.site.is_none() && self.record.project.trim().is_empty()
    }

    /// Whether something stands as the budget that is none.
    #[must_use]
    pub fn is_budget_wrong(&self) -> bool {
        read_money(&self.budget).is_err()
    }

    /// Whether it is to be spent before it is released.
    #[must_use]
    pub fn is_end_wrong(&self) -> bool {
        self.record.from_on.zip(self.record.to_on).is_some_and(|(from, to)| to < from)
    }

    /// The edit that stores it; `None` while something is wrong or nothing has changed.
    #[must_use]
    pub fn edit(&self, registry: &Registry) -> Option<Edit> {
        if self.has_no_purpose() || self.is_end_wrong() {
            return None;
        }
        let budget_fen = read_money(&self.budget).ok()??;
        let fund = Fund { budget_fen, project: self.record.project.trim().to_owned(), ..self.record.clone() };
        let stored = registry.funds.get(&fund.id);
        if stored == Some(&fund) {
            return None;
        }
        let (table, name) = (Table::Fund, fund_name(&fund, registry));
        let label = if stored.is_some() { Label::Changed { table, name } } else { Label::Added { table, name } };
        Some(Edit::Many { label, edits: vec![Edit::put(fund)] })
    }
}

/// Takes funds away with what was spent of them.
#[must_use]
pub fn delete_funds_edit(keys: &[i64], registry: &Registry) -> Option<Edit> {
    let found = |key: &i64| registry.funds.get(&FundId::new(*key));
    let name = fund_name(keys.iter().find_map(found)?, registry);
    let expenses = registry.expenses.values().filter(|it| keys.contains(&it.fund.raw()));
    let mut edits: Vec<Edit> = expenses.map(|it| Edit::Delete { table: Table::Expense, id: it.id.raw() }).collect();
    edits.extend(keys.iter().map(|id| Edit::Delete { table: Table::Fund, id: *id }));
    Some(Edit::Many { label: Label::Deleted { table: Table::Fund, name }, edits })
}

/// The tasks that money of a fund may be spent on, with their names: those of its site, or all where it has none.
#[must_use]
pub fn fund_tasks(fund: &Fund, registry: &Registry) -> Vec<(TaskId, String)> {
    let is_near = |task: &&Task| fund.site.is_none() || task.site == fund.site;
    let name = |task: &Task| task.no.map_or_else(|| task.title.clone(), |no| format!("{no} {}", task.title));
    registry.tasks.values().filter(is_near).map(|task| (task.id, name(task))).collect()
}

/// An expense as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExpenseForm {
    /// The stored expense, where it is one.
    pub id: ExpenseId,
    /// When.
    pub on_date: Option<NaiveDate>,
    /// What for.
    pub item: String,
    /// How much, in yuan.
    pub amount: String,
    /// To whom.
    pub payee: String,
    /// Number of the voucher.
    pub voucher: String,
    /// For which task.
    pub task: Option<TaskId>,
    /// Why more may be spent than there is.
    pub reason: String,
}

impl ExpenseForm {
    /// The form of a new expense of a fund.
    #[must_use]
    pub fn new(fund: &Fund, today: NaiveDate) -> Self {
        Self { on_date: Some(today), reason: fund.override_reason.clone(), ..Self::default() }
    }

    /// The form of a stored expense.
    #[must_use]
    pub fn of(expense: &Expense, fund: &Fund) -> Self {
        Self {
            id: expense.id,
            on_date: Some(expense.on_date),
            item: expense.item.clone(),
            amount: Money::from_fen(expense.amount_fen).to_string(),
            payee: expense.payee.clone(),
            voucher: expense.voucher.clone(),
            task: expense.task,
            reason: fund.override_reason.clone(),
        }
    }

    /// Whether something stands as the amount that is none.
    #[must_use]
    pub fn is_amount_wrong(&self) -> bool {
        !self.amount.trim().is_empty() && self.money().is_none()
    }

    /// How much more would be spent than there is, where a reason is needed for it.
    #[must_use]
    pub fn over(&self, fund: &Fund, registry: &Registry) -> Option<Money> {
        let others = registry.expenses.values().filter(|it| it.fund == fund.id && it.id != self.id);
        let spent: i64 = others.map(|it| it.amount_fen).sum::<i64>() + self.money()?.fen();
        let over = spent - fund.budget_fen;
        (over > 0).then(|| Money::from_fen(over))
    }

    fn money(&self) -> Option<Money> {
        Money::parse(self.amount.trim()).filter(|amount| amount.fen() != 0)
    }

    /// The edit that stores it, with the reason where one is needed; `None` while something is missing.
    #[must_use]
    pub fn edit(&self, fund: &Fund, registry: &Registry) -> Option<Edit> {
        let (amount, item, reason) = (self.money()?, self.item.trim(), self.reason.trim());
        if item.is_empty() || (self.over(fund, registry).is_some() && reason.is_empty()) {
            return None;
        }
        let expense = Expense {
            id: self.id,
            fund: fund.id,
            task: self.task,
            on_date: self.on_date?,
            item: item.to_owned(),
            payee: self.payee.trim().to_owned(),
            amount_fen: amount.fen(),
            voucher: self.voucher.trim().to_owned(),
        };
        let name = format!("{item} {amount}");
        let stored = registry.expenses.get(&self.id);
        let label = match stored {
            Some(stored) if *stored == expense && reason == fund.override_reason => return None,
            Some(_) => Label::Changed { table: Table::Expense, name },
            None => Label::Added { table: Table::Expense, name },
        };
        let mut edits = Vec::new();
        if reason != fund.override_reason {
            edits.push(Edit::put(Fund { override_reason: reason.to_owned(), ..fund.clone() }));
        }
        edits.push(Edit::put(expense));
        Some(Edit::Many { label, edits })
    }
}
