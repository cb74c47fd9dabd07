//! A lower bound: no plan costs less, by the prices of the rows themselves (Lagrange), rounded so that it stays true.

use super::model::{Force, RuleTable};

/// Fractions of a price in which multipliers are counted, so that the last sum is exact.
const FINE: i64 = 1 << 12;
/// Largest multiplier of a hard row, in units of cost.
const STEEPEST: f64 = 1000.0;

/// One bound of one row and its multiplier.
struct Side {
    row: usize,
    /// The bound, with the sign that makes it a lower one.
    least: i64,
    /// −1 where an upper bound was turned round.
    sign: i64,
    /// Greatest multiplier: a priced row never pays more than its price.
    top: f64,
}

/// A lower bound of the objective, improved in so many rounds towards a known cost; stops early when told to.
#[must_use]
pub fn lower_bound(table: &RuleTable, known: i64, rounds: u32, is_enough: &mut dyn FnMut() -> bool) -> i64 {
    let sides = sides(table);
    let mut weights = vec![0.0; sides.len()];
    let mut best = exact(table, &sides, &weights);
    let mut lean = 1.0;
    let mut since = 0;
    for _ in 0..rounds {
        if best >= known || is_enough() {
            break;
        }
        let reduced = reduced_costs(table, &sides, &weights);
        let on: Vec<bool> = taken(table, &reduced);
        let gaps: Vec<f64> = sides.iter().map(|side| gap(table, side, &on)).collect();
        let norm: f64 = gaps.iter().map(|gap| gap * gap).sum();
        if norm < 0.5 {
            break;
        }
        let now = float(table.offset()) + value(table, &sides, &weights, &reduced);
        let step = lean * (float(known) - now).max(1.0) / norm;
        for ((weight, side), gap) in weights.iter_mut().zip(&sides).zip(&gaps) {
            *weight = (*weight + step * gap).clamp(0.0, side.top);
        }
        let found = exact(table, &sides, &weights);
        since += 1;
        if found > best {
            (best, since) = (found, 0);
        }
        if since >= 15 {
            (lean, since) = (lean * 0.7, 0);
        }
    }
    best
}

fn sides(table: &RuleTable) -> Vec<Side> {
    let mut sides = Vec::new();
    for (row, facts) in table.rows().iter().enumerate() {
        let top = match facts.force {
            Force::Price(price) => float(price),
            Force::Hard => STEEPEST,
        };
        for (bound, sign) in [(facts.lo, 1), (facts.hi, -1)] {
            if let Some(bound) = bound {
                sides.push(Side { row, least: sign * i64::from(bound), sign, top });
            }
        }
    }
    sides
}

/// By how much a side is missed, above 0, or exceeded.
fn gap(table: &RuleTable, side: &Side, on: &[bool]) -> f64 {
    let sum = table.rows().get(side.row).map_or(0, |row| table.sum(row, on));
    float(side.least - side.sign * sum)
}

fn reduced_costs(table: &RuleTable, sides: &[Side], weights: &[f64]) -> Vec<f64> {
    let mut reduced: Vec<f64> = table.costs().iter().map(|cost| float(*cost)).collect();
    for (side, weight) in sides.iter().zip(weights).filter(|(_, weight)| **weight > 0.0) {
        let Some(row) = table.rows().get(side.row) else { continue };
        for (choice, factor) in table.terms(row) {
            if let Some(cost) = reduced.get_mut(*choice as usize) {
                *cost -= weight * float(side.sign * i64::from(*factor));
            }
        }
    }
    reduced
}

/// The cheapest choices once every row is only a price; locks hold.
fn taken(table: &RuleTable, reduced: &[f64]) -> Vec<bool> {
    table.locked().iter().zip(reduced).map(|(lock, cost)| lock.unwrap_or(*cost < 0.0)).collect()
}

fn value(table: &RuleTable, sides: &[Side], weights: &[f64], reduced: &[f64]) -> f64 {
    let rows: f64 = sides.iter().zip(weights).map(|(side, weight)| weight * float(side.least)).sum();
    let on = taken(table, reduced);
    rows + reduced.iter().zip(on).filter(|(_, on)| *on).map(|(cost, _)| cost).sum::<f64>()
}

/// The bound of some multipliers in whole numbers: true whatever the multipliers are.
fn exact(table: &RuleTable, sides: &[Side], weights: &[f64]) -> i64 {
    let mut reduced: Vec<i64> = table.costs().iter().map(|cost| cost * FINE).collect();
    let mut sum = table.offset() * FINE;
    for (side, weight) in sides.iter().zip(weights) {
        let weight = whole(*weight * float(FINE));
        let Some(row) = table.rows().get(side.row).filter(|_| weight > 0) else { continue };
        sum += weight * side.least;
        for (choice, factor) in table.terms(row) {
            if let Some(cost) = reduced.get_mut(*choice as usize) {
                *cost -= weight * side.sign * i64::from(*factor);
            }
        }
    }
    for (lock, cost) in table.locked().iter().zip(&reduced) {
        sum += match lock {
            Some(true) => *cost,
            Some(false) => 0,
            None => (*cost).min(0),
        };
    }
    // Costs are whole: the next whole number is a bound too.
    (sum + FINE - 1).div_euclid(FINE).max(0)
}

#[allow(clippy::cast_precision_loss, reason = "prices and bounds are far below 2^53")]
const fn float(number: i64) -> f64 {
    number as f64
}

#[allow(clippy::cast_possible_truncation, reason = "multipliers are bounded")]
const fn whole(number: f64) -> i64 {
    number as i64
}
