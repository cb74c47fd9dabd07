//! C19: whether a fund is spent as fast as its time goes by.

use chrono::NaiveDate;

use crate::domain::date::{Period, Precision};
use crate::domain::money::Money;
use crate::domain::records::Fund;
use crate::domain::registry::Registry;

/// How a fund stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyStanding {
    /// What there is.
    pub budget: Money,
    /// What was spent up to and with the day.
    pub spent: Money,
    /// Spent of the budget in hundredths of a percent; absent for a budget of nothing.
    pub spent_share: Option<i64>,
    /// Time gone by in hundredths of a percent; absent where no end is known.
    pub elapsed_share: Option<i64>,
}

impl MoneyStanding {
    /// What is left; negative where more was spent than there is.
    #[must_use]
    pub const fn left(&self) -> Money {
        Money::from_fen(self.budget.fen().saturating_sub(self.spent.fen()))
    }

    /// Whether spending is more than so many points behind the time gone by.
    #[must_use]
    pub fn is_behind(&self, points: i64) -> bool {
        self.elapsed_share.zip(self.spent_share).is_some_and(|(elapsed, spent)| elapsed - spent > points * 100)
    }
}

/// The time in which a fund is to be spent: its own dates, else those of its relation, else those of the longest
/// posting at its site.
#[must_use]
pub fn fund_period(fund: &Fund, registry: &Registry) -> Option<Period> {
    let own = fund.from_on.zip(fund.to_on);
    let of_relation = || {
        let fits = |relation: &&crate::domain::records::Relation| match fund.relation {
            Some(id) => relation.id == id,
            None => Some(relation.to_inst) == fund.site && fund.programme == Some(relation.programme),
        };
        let relation = registry.relations.values().find(fits)?;
        relation.start_on.zip(relation.end_on).map(|(from, to)| (from, relation.end_prec.span(to).to()))
    };
    let of_stint = || {
        let days = |(from, to): &(NaiveDate, NaiveDate)| (*to - *from).num_days();
        let here = registry.stints.values().filter(|stint| Some(stint.host_inst) == fund.site);
        here.filter(|stint| stint.arrive_prec == Precision::Day)
            .filter_map(|stint| Some((stint.arrive_on, stint.plan_leave_prec.span(stint.plan_leave_on?).to())))
            .max_by_key(days)
    };
    own.or_else(of_relation).or_else(of_stint).and_then(|(from, to)| Period::new(from, to))
}

/// How the fund stands on that day.
#[must_use]
pub fn money_standing(fund: &Fund, registry: &Registry, on: NaiveDate) -> MoneyStanding {
    let expenses = registry.expenses.values().filter(|expense| expense.fund == fund.id && expense.on_date <= on);
    let spent: Money = expenses.map(|expense| Money::from_fen(expense.amount_fen)).sum();
    let budget = Money::from_fen(fund.budget_fen);
    let elapsed_share = fund_period(fund, registry).and_then(|period| {
        let days = |from: NaiveDate, to: NaiveDate| ((to - from).num_days() + 1).max(0);
        let gone = days(period.from(), on.min(period.to()));
        Money::from_fen(gone).share_of(Money::from_fen(days(period.from(), period.to())))
    });
    MoneyStanding { budget, spent, spent_share: spent.share_of(budget), elapsed_share }
}
