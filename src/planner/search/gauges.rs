//! The table made quick: rows over the same terms become one gauge, and what a gauge shows is priced by looking it up.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::slice::{Lists, at, count};
use crate::planner::model::{Force, Rule, RuleTable, Term};

/// What one unit beyond a hard bound adds, far above all prices together.
pub const BROKEN: i64 = 1 << 44;

/// A row's term seen from its choice, or a choice's term seen from its gauge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Link {
    /// The gauge, or the choice.
    pub to: u32,
    /// By how much the gauge moves when the choice is taken.
    pub factor: i32,
}

/// All gauges of a table, never changed by the search.
#[derive(Debug)]
pub struct Gauges {
    /// Choices → gauges.
    pub of_choice: Lists<Link>,
    /// Gauges → choices.
    pub members: Lists<Link>,
    /// Where each gauge stands in `prices` when nothing is taken.
    pub rest: Vec<u32>,
    /// What each position costs; gauges with the same bounds share their prices.
    pub prices: Arc<[i64]>,
    /// Beside `prices`: −1 below a hard bound, 1 above one, 0 within.
    pub sides: Arc<[i8]>,
    /// What each choice costs by itself.
    pub costs: Vec<i64>,
    /// What each choice is locked to: 0 free, −1 off, 1 on.
    pub locks: Vec<i8>,
    /// What is paid in any case.
    pub offset: i64,
}

/// Bounds of one gauge: lower and upper, hard or at a price.
type Bounds = Vec<(Option<i32>, Option<i32>, Option<i64>)>;

impl Gauges {
    /// Of a table.
    #[must_use]
    pub fn new(table: &RuleTable) -> Self {
        let mut numbers: HashMap<&[Term], u32> = HashMap::new();
        let mut gauges: Vec<(&[Term], Bounds)> = Vec::new();
        for row in table.rows() {
            let terms = table.terms(row);
            if matches!(row.rule, Rule::Lock | Rule::LockImpossible) || terms.is_empty() {
                continue;
            }
            let price = if let Force::Price(price) = row.force { Some(price) } else { None };
            let number = match numbers.entry(terms) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(place) => {
                    gauges.push((terms, Vec::new()));
                    *place.insert(count(gauges.len() - 1))
                }
            };
            if let Some((_, bounds)) = gauges.get_mut(number as usize) {
                bounds.push((row.lo, row.hi, price));
            }
        }
        let mut built = Self {
            of_choice: Lists::default(),
            members: Lists::default(),
            rest: Vec::new(),
            prices: Arc::default(),
            sides: Arc::default(),
            costs: table.costs().to_vec(),
            locks: table.locked().iter().map(|lock| lock.map_or(0, |is_on| if is_on { 1 } else { -1 })).collect(),
            offset: table.offset(),
        };
        built.price(&gauges);
        let numbered = (0u32..).zip(&gauges);
        let links: Vec<(u32, Link)> = numbered
            .flat_map(|(to, (terms, _))| terms.iter().map(move |&(choice, factor)| (choice, Link { to, factor })))
            .collect();
        built.of_choice = Lists::sorted(table.choices().len(), links.iter().copied());
        let turned = links.iter().map(|&(choice, link)| (link.to, Link { to: choice, factor: link.factor }));
        built.members = Lists::sorted(gauges.len(), turned);
        built
    }

    fn price(&mut self, gauges: &[(&[Term], Bounds)]) {
        let (mut prices, mut sides) = (Vec::new(), Vec::new());
        let mut shared: HashMap<(i32, i32, &Bounds), u32> = HashMap::new();
        for (terms, bounds) in gauges {
            let least: i32 = terms.iter().map(|(_, factor)| factor.min(&0)).sum();
            let most: i32 = terms.iter().map(|(_, factor)| factor.max(&0)).sum();
            let rest = *shared.entry((least, most, bounds)).or_insert_with(|| {
                let start = count(prices.len());
                for sum in least..=most {
                    let (price, side) = price_of(sum, bounds);
                    prices.push(price);
                    sides.push(side);
                }
                start.wrapping_add_signed(least.wrapping_neg())
            });
            self.rest.push(rest);
        }
        (self.prices, self.sides) = (prices.into(), sides.into());
    }

    /// What a position costs.
    #[inline]
    #[must_use]
    pub fn cost_at(&self, position: u32) -> i64 {
        at(&self.prices, position)
    }
}

fn price_of(sum: i32, bounds: &Bounds) -> (i64, i8) {
    let (mut cost, mut side) = (0, 0);
    for &(lo, hi, price) in bounds {
        let under = i64::from(lo.map_or(0, |lo| (lo - sum).max(0)));
        let over = i64::from(hi.map_or(0, |hi| (sum - hi).max(0)));
        cost += (under + over) * price.unwrap_or(BROKEN);
        if price.is_none() && under + over > 0 {
            side = if under > 0 { -1 } else { 1 };
        }
    }
    (cost, side)
}
