//! Parallel tempering: several plans, each at a temperature of its own, that trade temperatures with their neighbours.
//!
//! Tours are what a cold plan cannot change any more: a tour on another day moves the sessions of its travellers, and
//! each of these steps costs. Warm plans change them all the time, and what they find cools as it wanders down. After
//! C. J. Geyer, "Markov chain Monte Carlo maximum likelihood" (1991), and D. J. Earl and M. W. Deem, "Parallel
//! tempering" (2005).

use super::anneal::{Best, Budget, Cooling, ROUND, as_float, step};
use super::board::Board;
use super::chance::{Chance, Uphill};
use super::moves::Deck;

/// Plans.
const PLANS: u32 = 6;
/// Rounds of moves between two trades.
const ROUNDS: u32 = 4;

/// A plan at work, and the best it has been.
struct Replica<'g> {
    board: Board<'g>,
    best: Best,
}

/// Searches at all temperatures of a cooling at once, from its beginning until its end, and keeps the best of all.
pub fn temper(
    board: &mut Board,
    best: &mut Best,
    (deck, uphill): (&Deck, &Uphill),
    chance: &mut Chance,
    range: Cooling,
    budget: &mut dyn Budget,
) {
    let mut ladder = Ladder::new(board, range);
    let mut first = 0;
    while budget.spent(0) < range.to {
        for (replica, temperature) in ladder.replicas.iter_mut().zip(&ladder.temperatures) {
            for _ in 0..ROUNDS {
                for _ in 0..ROUND {
                    step(&mut replica.board, &mut replica.best, (deck, uphill), chance, *temperature);
                }
                budget.note(replica.best.cost());
                if budget.spent(u64::from(ROUND)) >= range.to {
                    break;
                }
            }
        }
        ladder.trade(first, uphill, chance);
        first = 1 - first;
    }
    let cheapest = ladder.replicas.iter_mut().min_by_key(|replica| replica.best.cost());
    if let Some(Replica { board: found, best: its_best }) = cheapest.filter(|it| it.best.cost() < best.cost()) {
        board.become_like(its_best.settle(found));
        *best = Best::new(board);
    }
}

/// Plans by temperature, the warmest first.
struct Ladder<'g> {
    replicas: Vec<Replica<'g>>,
    temperatures: Vec<f64>,
}

impl<'g> Ladder<'g> {
    fn new(board: &Board<'g>, range: Cooling) -> Self {
        let step = (range.to - range.from) / f64::from(PLANS - 1);
        let temperatures: Vec<f64> =
            (0..PLANS).map(|place| range.at(step.mul_add(f64::from(place), range.from))).collect();
        let replica = |_: &f64| Replica { board: board.clone(), best: Best::new(board) };
        Self { replicas: temperatures.iter().map(replica).collect(), temperatures }
    }

    /// Every other pair of neighbours changes places by chance: always where the warmer plan is the cheaper.
    fn trade(&mut self, first: usize, uphill: &Uphill, chance: &mut Chance) {
        let pairs = self.replicas.get_mut(first..).unwrap_or_default().chunks_exact_mut(2);
        let heats = self.temperatures.get(first..).unwrap_or_default().chunks_exact(2);
        for (pair, heats) in pairs.zip(heats) {
            let ([warmer, colder], &[warm, cold]) = (pair, heats) else { continue };
            let dearer = as_float(warmer.board.cost() - colder.board.cost());
            if dearer * (1.0 / cold - 1.0 / warm) <= uphill.draw(chance) {
                std::mem::swap(warmer, colder);
            }
        }
    }
}
