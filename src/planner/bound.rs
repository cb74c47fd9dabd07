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

/// The fractional plans of a table. After its rows come the links of travellers to their visits: "at most m for each
/// visit" says of each traveller alone that there is none without the visit.
struct Relaxed<'t> {
    table: &'t RuleTable,
    /// Of the rows.
    sides: Vec<Side>,
    /// Of every link.
    link: Side,
    /// The traveller and the visit of each link.
    links: Vec<[Term; 2]>,
    /// Rows and links by choice, with its factor in each.
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
    let mut ahead = Vec::with_capacity(point.shares.len());
    let mut weight = 0.0;
    let mut reached = best;
    let rounds = rounds.min(MOST / ROUND.saturating_mul(relaxed.by_choice.size().max(1))).max(1);
    let mut is_over = best >= known || is_enough();
    for _ in 0..rounds {
        if is_over {
            break;
        }
        for _ in 0..ROUND {
            relaxed.step(&mut point, &mut ahead);
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

impl<'t> Relaxed<'t> {
    fn new(table: &'t RuleTable) -> Self {
        let rows = || table.rows().iter().map(|row| (row, table.terms(row)));
        let visits = rows().filter_map(|(row, members)| Some((members, visit_of(row, members)?)));
        let links: Vec<[Term; 2]> = visits
            .flat_map(|(members, visit)| {
                members.iter().filter(move |(id, _)| *id != visit).map(move |(id, _)| [(*id, 1), (visit, -1)])
            })
            .collect();
        let own = rows().map(|(_, members)| members).chain(links.iter().map(<[Term; 2]>::as_slice));
        let numbered = (0u32..).zip(own);
        let by_choice =
            numbered.flat_map(|(row, terms)| terms.iter().map(move |(choice, factor)| (*choice, (row, *factor))));
        let by_choice = Lists::sorted(table.choices().len(), by_choice);
        let size = |choice: u32| by_choice.of(choice).iter().map(|(_, factor)| f64::from(factor.abs())).sum::<f64>();
        Self {
            table,
            sides: rows().map(|(row, members)| Side::of(row.norm(), members)).collect(),
            link: Side::of(Norm::at_most(0, Force::Hard), &[(0, 1), (0, -1)]),
            steps: (0..count(table.choices().len())).map(|choice| 1.0 / (LEAN * size(choice).max(1.0))).collect(),
            links,
            by_choice,
        }
    }

    /// Rows and links, with their terms.
    fn rows(&self) -> impl Iterator<Item = (&Side, &[Term])> {
        let own = self.sides.iter().zip(self.table.rows()).map(|(side, row)| (side, self.table.terms(row)));
        own.chain(self.links.iter().map(|terms| (&self.link, terms.as_slice())))
    }

    fn start(&self) -> Point {
        let shares = self.table.locked().iter().map(|lock| f64::from(u8::from(*lock == Some(true)))).collect();
        Point { shares, multipliers: vec![0.0; self.sides.len() + self.links.len()] }
    }

    /// Choices go where they are cheaper, then multipliers to where rows are missed.
    fn step(&self, point: &mut Point, ahead: &mut Vec<f64>) {
        ahead.clear();
        for (number, share) in (0u32..).zip(&mut point.shares) {
            let cost = float(at(self.table.costs(), number)) - weighed(self.by_choice.of(number), &point.multipliers);
            let moved = match at(self.table.locked(), number) {
                Some(_) => *share,
                None => (*share - at(&self.steps, number) * cost).clamp(0.0, 1.0),
            };
            ahead.push(2.0 * moved - *share);
            *share = moved;
        }
        for ((side, terms), multiplier) in self.rows().zip(&mut point.multipliers) {
            let rest = *multiplier - side.step * weighed(terms, ahead);
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
        let mut reduced: Vec<i64> = self.table.costs().iter().map(|cost| cost * FINE).collect();
        let mut sum = 0;
        for ((side, terms), multiplier) in self.rows().zip(multipliers) {
            let multiplier = whole(*multiplier * float(FINE));
            if multiplier == 0 {
                continue;
            }
            sum += multiplier * if multiplier > 0 { side.lo } else { side.hi };
            for (choice, factor) in terms {
                if let Some(cost) = reduced.get_mut(*choice as usize) {
                    *cost -= multiplier * i64::from(*factor);
                }
            }
        }
        for (lock, cost) in self.table.locked().iter().zip(&reduced) {
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
