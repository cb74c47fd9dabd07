//! Money by site and project: what there is, what is spent, and whether it keeps up with the time.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Expense, ExpenseId, Fund, FundId, Money, MoneyStanding, Registry, TaskId, WorkCalendar, money_standing,
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

/// Enters money spent; `None` while the amount or the item is missing.
#[must_use]
pub fn expense_edit(
    fund: FundId,
    task: Option<TaskId>,
    on_date: NaiveDate,
    (item, amount, voucher): (&str, &str, &str),
) -> Option<Edit> {
    let amount = Money::parse(amount.trim()).filter(|amount| amount.fen() != 0)?;
    let item = item.trim();
    (!item.is_empty()).then(|| {
        Edit::put(Expense {
            id: ExpenseId::NEW,
            fund,
            task,
            on_date,
            item: item.to_owned(),
            payee: String::new(),
            amount_fen: amount.fen(),
            voucher: voucher.trim().to_owned(),
        })
    })
}
