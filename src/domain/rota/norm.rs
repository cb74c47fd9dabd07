//! What every row of the table of rules has in common: the bounds of what it counts, and what stands behind them.

use super::super::codes::RuleForce;
use super::super::records::RotaRule;

/// What stands behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// It must hold.
    Hard,
    /// Each unit beyond its bounds costs so much.
    Price(i64),
}

/// Bounds of what a rule counts, hard or at a price. A rule of the office and a weight of a neutral instance both come
/// to norms; the checker holds what stands against them, the optimiser searches within them, the explainer names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Norm {
    /// Least sum, where there is one.
    pub lo: Option<i32>,
    /// Greatest sum, where there is one.
    pub hi: Option<i32>,
    /// What stands behind it.
    pub force: Force,
}

impl Norm {
    /// No more than so many.
    #[must_use]
    pub const fn at_most(hi: i32, force: Force) -> Self {
        Self { lo: None, hi: Some(hi), force }
    }

    /// No fewer than so many.
    #[must_use]
    pub const fn at_least(lo: i32, force: Force) -> Self {
        Self { lo: Some(lo), hi: None, force }
    }

    /// Neither fewer nor more.
    #[must_use]
    pub const fn within(lo: i32, hi: i32, force: Force) -> Self {
        Self { lo: Some(lo), hi: Some(hi), force }
    }

    /// What a rule of the office asks for.
    #[must_use]
    pub fn of(rule: &RotaRule) -> Self {
        let bound = |bound: Option<u32>| bound.map(|bound| i32::try_from(bound).unwrap_or(i32::MAX));
        let force = match rule.force {
            RuleForce::Hard => Force::Hard,
            RuleForce::Price => Force::Price(i64::from(rule.price)),
        };
        Self { lo: bound(rule.at_least), hi: bound(rule.at_most), force }
    }

    /// Units by which a sum falls short of the least.
    #[must_use]
    pub fn missing(&self, sum: i64) -> i64 {
        self.lo.map_or(0, |lo| (i64::from(lo) - sum).max(0))
    }

    /// Units by which a sum exceeds the greatest.
    #[must_use]
    pub fn excess(&self, sum: i64) -> i64 {
        self.hi.map_or(0, |hi| (sum - i64::from(hi)).max(0))
    }

    /// Units by which a sum lies beyond the bounds.
    #[must_use]
    pub fn beyond(&self, sum: i64) -> i64 {
        self.missing(sum) + self.excess(sum)
    }

    /// The price of a unit; none for what must hold.
    #[must_use]
    pub const fn price(&self) -> Option<i64> {
        match self.force {
            Force::Price(price) => Some(price),
            Force::Hard => None,
        }
    }
}
