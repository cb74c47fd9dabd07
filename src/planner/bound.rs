//! A lower bound: no plan costs less. Multipliers for the rows come from primal and dual steps towards the best of the
//! fractional plans; whatever they are, the sum in whole numbers at the end is a bound.

use super::model::{Force, Norm, Row, RuleTable, Term};
use super::search::slice::{Lists, at, count};

/// Fractions of a price in which multipliers are counted, so that the last sum is exact.
const FINE: i64 = 1 << 12;
/// Largest multiplier of a hard row, in units of cost.
const STEEPEST: f64 = 1000.0;
/// Steps between two looks at what has been reached.
const ROUND: u32 = 40;
/// Most factors passed over in all, so that a large table does not take longer than the search.
const MOST: u32 = 400_000_000;
/// How much farther multipliers go in a step than choices: prices are about so many times larger than shares of a choice.
const LEAN: f64 = 6.0;
/// Steps after which the mean begins anew whatever it has reached.
const LONGEST: f64 = 2000.0;

/// A row as the bound sees it: what a multiplier above 0 gains at the lower bound, one below 0 at the upper.
struct Side {
    lo: i64,
    hi: i64,
    /// Least and greatest multiplier: a priced row never pays more than its price.
    range: (f64, f64),
    /// Length of a step.
    step: f64,
}

impl Side {
    fn of(norm: Norm, members: &[Term]) -> Self {
        let top = norm.price().map_or(STEEPEST, float);
        let limit = |bound: Option<i32>| if bound.is_some() { top } else { 0.0 };
        let size: f64 = members.iter().map(|(_, factor)| f64::from(factor.abs())).sum();
        Self {
            lo: i64::from(norm.lo.unwrap_or(0)),
            hi: i64::from(norm.hi.unwrap_or(0)),
            range: (-limit(norm.hi), limit(norm.lo)),
            step: LEAN / size.max(1.0),
        }
    }
}

/// The fractional plans of a table.
struct Relaxed {
    costs: Vec<i64>,
    locked: Vec<Option<bool>>,
    sides: Vec<Side>,
    /// Factors by row, and by choice.
    by_row: Lists<Term>,
    by_choice: Lists<Term>,
    steps: Vec<f64>,
}

/// Shares of choices and multipliers of rows.
#[derive(Clone)]
struct Point {
    shares: Vec<f64>,
    multipliers: Vec<f64>,
}

/// A lower bound of the objective, improved in so many rounds of steps; stops early when told to, or at a known cost.
#[must_use]
pub fn lower_bound(table: &RuleTable, known: i64, rounds: u32, is_enough: &mut dyn FnMut() -> bool) -> i64 {
    let relaxed = Relaxed::new(table);
    let mut point = relaxed.start();
    let mut best = relaxed.exact(&point.multipliers);
    let mut mean = point.clone();
    let mut weight = 0.0;
    let mut reached = best;
    let rounds = rounds.min(MOST / ROUND.saturating_mul(relaxed.by_row.size().max(1))).max(1);
    let mut is_over = best >= known || is_enough();
    for _ in 0..rounds {
        if is_over {
            break;
        }
        for _ in 0..ROUND {
            relaxed.step(&mut point);
            weight += 1.0;
            mean.approach(&point, 1.0 / weight);
            is_over = is_enough();
            if is_over {
                break;
            }
        }
        let (here, there) = (relaxed.exact(&point.multipliers), relaxed.exact(&mean.multipliers));
        best = best.max(here).max(there);
        is_over |= best >= known;
        // The mean lies nearer to the end of the way than the way itself: the steps go on from there.
        if there > here.max(reached) || weight > LONGEST {
            reached = there;
            point = mean.clone();
            weight = 0.0;
        }
    }
    best
}

impl Point {
    /// Moves a part of the way towards another.
    fn approach(&mut self, other: &Self, part: f64) {
        let towards = |own: &mut f64, other: &f64| *own += part * (other - *own);
        self.shares.iter_mut().zip(&other.shares).for_each(|(own, other)| towards(own, other));
        self.multipliers.iter_mut().zip(&other.multipliers).for_each(|(own, other)| towards(own, other));
    }
}

impl Relaxed {
    fn new(table: &RuleTable) -> Self {
        let rows = || table.rows().iter().map(|row| (row, table.terms(row)));
        // "At most m for each visit" says of each traveller alone: none without the visit.
        let alone = Norm::at_most(0, Force::Hard);
        let links = rows().filter_map(|(row, members)| Some((members, visit_of(row, members)?)));
        let links = links.flat_map(|(members, visit)| {
            members.iter().filter(move |(id, _)| *id != visit).map(move |(id, _)| [(*id, 1), (visit, -1)])
        });
        let sides = rows().map(|(row, members)| Side::of(row.norm(), members));
        let sides: Vec<Side> = sides.chain(links.clone().map(|terms| Side::of(alone, &terms))).collect();
        let own = (0u32..).zip(rows()).flat_map(|(row, (_, members))| members.iter().map(move |term| (row, *term)));
        let linked = (count(table.rows().len())..).zip(links);
        let terms = own.chain(linked.flat_map(|(row, terms)| terms.map(move |term| (row, term))));
        let by_choice = terms.clone().map(|(row, (choice, factor))| (choice, (row, factor)));
        let by_choice = Lists::sorted(table.choices().len(), by_choice);
        let size = |choice: u32| by_choice.of(choice).iter().map(|(_, factor)| f64::from(factor.abs())).sum::<f64>();
        Self {
            costs: table.costs().to_vec(),
            locked: table.locked().to_vec(),
            steps: (0..count(table.choices().len())).map(|choice| 1.0 / (LEAN * size(choice).max(1.0))).collect(),
            by_row: Lists::sorted(sides.len(), terms),
            by_choice,
            sides,
        }
    }

    fn start(&self) -> Point {
        let shares = self.locked.iter().map(|lock| f64::from(u8::from(*lock == Some(true)))).collect();
        Point { shares, multipliers: vec![0.0; self.sides.len()] }
    }

    /// Choices go where they are cheaper, then multipliers to where rows are missed.
    fn step(&self, point: &mut Point) {
        let mut ahead = Vec::with_capacity(point.shares.len());
        for (number, share) in (0u32..).zip(&mut point.shares) {
            let cost = float(at(&self.costs, number)) - weighed(self.by_choice.of(number), &point.multipliers);
            let moved = match at(&self.locked, number) {
                Some(_) => *share,
                None => (*share - at(&self.steps, number) * cost).clamp(0.0, 1.0),
            };
            ahead.push(2.0 * moved - *share);
            *share = moved;
        }
        for ((number, side), multiplier) in (0u32..).zip(&self.sides).zip(&mut point.multipliers) {
            let rest = *multiplier - side.step * weighed(self.by_row.of(number), &ahead);
            let (up, down) = (rest + side.step * float(side.lo), rest + side.step * float(side.hi));
            let (least, most) = side.range;
            *multiplier = if most > 0.0 && up > 0.0 {
                up.min(most)
            } else if least < 0.0 && down < 0.0 {
                down.max(least)
            } else {
                0.0
            };
        }
    }

    /// The bound of some multipliers in whole numbers: true whatever the multipliers are.
    fn exact(&self, multipliers: &[f64]) -> i64 {
        let mut reduced: Vec<i64> = self.costs.iter().map(|cost| cost * FINE).collect();
        let mut sum = 0;
        for ((number, side), multiplier) in (0u32..).zip(&self.sides).zip(multipliers) {
            let multiplier = whole(*multiplier * float(FINE));
            if multiplier == 0 {
                continue;
            }
            sum += multiplier * if multiplier > 0 { side.lo } else { side.hi };
            for (choice, factor) in self.by_row.of(number) {
                if let Some(cost) = reduced.get_mut(*choice as usize) {
                    *cost -= multiplier * i64::from(*factor);
                }
            }
        }
        for (lock, cost) in self.locked.iter().zip(&reduced) {
            sum += match lock {
                Some(true) => *cost,
                Some(false) => 0,
                None => (*cost).min(0),
            };
        }
        // Costs are whole: the next whole number is a bound too.
        (sum + FINE - 1).div_euclid(FINE)
    }
}

/// The visit with which several may travel: the only choice with a factor below 0, where that is below −1.
fn visit_of(row: &Row, members: &[Term]) -> Option<u32> {
    let mut negative = members.iter().filter(|(_, factor)| *factor < 0);
    let (visit, factor) = negative.next().filter(|_| row.is_hard() && row.hi == Some(0))?;
    (*factor < -1 && negative.next().is_none()).then_some(*visit)
}

fn weighed(terms: &[Term], values: &[f64]) -> f64 {
    terms.iter().map(|(number, factor)| f64::from(*factor) * at(values, *number)).sum()
}

#[allow(clippy::cast_precision_loss, reason = "prices and bounds are far below 2^53")]
const fn float(number: i64) -> f64 {
    number as f64
}

#[allow(clippy::cast_possible_truncation, reason = "multipliers are bounded")]
const fn whole(number: f64) -> i64 {
    number as i64
}
