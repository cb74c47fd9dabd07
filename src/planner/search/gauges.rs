//! The table made quick: rows over the same terms become one gauge, and what a gauge shows is priced by looking it up.

use std::collections::HashMap;
use std::sync::Arc;

use super::slice::{Lists, at, count};
use crate::planner::model::{Force, Index, Norm, Row, Rule, RuleTable, mixed};

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
#[derive(Debug, Default)]
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
}

impl Gauges {
    /// Of a table.
    #[must_use]
    pub fn new(table: &RuleTable) -> Self {
        let kinds = Kinds::of(table);
        let terms_of = |row: &u32| table.rows().get(*row as usize).map(|row| table.terms(row)).unwrap_or_default();
        let numbered = (0u32..).zip(&kinds.firsts);
        let links = numbered.flat_map(move |(to, row)| terms_of(row).iter().map(move |term| (to, *term)));
        let by_choice = links.clone().map(|(to, (choice, factor))| (choice, Link { to, factor }));
        let by_gauge = links.map(|(gauge, (choice, factor))| (gauge, Link { to: choice, factor }));
        let mut built = Self {
            of_choice: Lists::sorted(table.choices().len(), by_choice),
            members: Lists::sorted(kinds.firsts.len(), by_gauge),
            rest: Vec::with_capacity(kinds.firsts.len()),
            prices: Arc::default(),
            sides: Arc::default(),
            costs: table.costs().to_vec(),
            locks: table.locked().iter().map(|lock| lock.map_or(0, |is_on| if is_on { 1 } else { -1 })).collect(),
        };
        built.price(table, &kinds);
        built
    }

    fn price(&mut self, table: &RuleTable, kinds: &Kinds) {
        let (mut prices, mut sides) = (Vec::new(), Vec::new());
        let mut shared: HashMap<Vec<i64>, u32> = HashMap::new();
        let (mut bounds, mut key) = (Vec::new(), Vec::new());
        for gauge in 0..count(kinds.firsts.len()) {
            let factors = self.members.of(gauge).iter().map(|link| link.factor);
            let (least, most) =
                factors.fold((0, 0), |(least, most), factor| (least + factor.min(0), most + factor.max(0)));
            bounds.clear();
            bounds.extend(kinds.rows.of(gauge).iter().filter_map(|row| table.rows().get(*row as usize)).map(Row::norm));
            key.clear();
            key.extend([i64::from(least), i64::from(most)]);
            key.extend(bounds.iter().flat_map(|Norm { lo, hi, force }| {
                let bound = |bound: &Option<i32>| bound.map_or(i64::MIN, i64::from);
                [bound(lo), bound(hi), if let Force::Price(price) = force { *price } else { i64::MIN }]
            }));
            let known = shared.get(&key).copied();
            self.rest.push(known.unwrap_or_else(|| {
                let rest = count(prices.len()).wrapping_add_signed(least.wrapping_neg());
                for sum in least..=most {
                    let (price, side) = price_of(sum, &bounds);
                    prices.push(price);
                    sides.push(side);
                }
                shared.insert(key.clone(), rest);
                rest
            }));
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

/// Rows that speak of the same sum, and so share a gauge.
struct Kinds {
    /// The first row of each gauge, by number.
    firsts: Vec<u32>,
    /// All rows of each gauge.
    rows: Lists<u32>,
}

impl Kinds {
    fn of(table: &RuleTable) -> Self {
        let terms_of = |row: u32| table.rows().get(row as usize).map(|row| table.terms(row)).unwrap_or_default();
        let mut numbers = Index::with_room(table.rows().len());
        let mut firsts: Vec<u32> = Vec::new();
        let mut gauges: Vec<(u32, u32)> = Vec::with_capacity(table.rows().len());
        for (number, row) in (0u32..).zip(table.rows()) {
            let terms = table.terms(row);
            // Locks are kept by what never moves; a row over nothing has no sum that could change.
            if matches!(row.rule, Rule::Lock | Rule::LockImpossible) || terms.is_empty() {
                continue;
            }
            // Rows that differ at all mostly differ here.
            let mixed = mixed(&(terms.len(), terms.first(), terms.get(1), terms.last()));
            let known = numbers.find(mixed, |gauge| terms_of(at(&firsts, gauge)) == terms);
            let gauge = known.unwrap_or(count(firsts.len()));
            if known.is_none() {
                firsts.push(number);
                numbers.add(mixed, gauge, |_| 0);
            }
            gauges.push((gauge, number));
        }
        Self { rows: Lists::sorted(firsts.len(), gauges.iter().copied()), firsts }
    }
}

/// What a sum costs under some bounds, and on which side of the hard ones it is.
fn price_of(sum: i32, bounds: &[Norm]) -> (i64, i8) {
    let (mut cost, mut side) = (0, 0);
    for norm in bounds {
        let (under, over) = (norm.missing(i64::from(sum)), norm.excess(i64::from(sum)));
        cost += (under + over) * norm.price().unwrap_or(BROKEN);
        if norm.price().is_none() && under + over > 0 {
            side = if under > 0 { -1 } else { 1 };
        }
    }
    (cost, side)
}
