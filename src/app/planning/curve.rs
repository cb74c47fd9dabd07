//! How the cost of the best plan falls while a search goes on.

use std::sync::{Arc, Mutex, PoisonError};

/// Points of the curve at most; a longer one is thinned.
const MOST: usize = 400;

/// Moves and cost of each better plan; shared between the search and whoever watches it.
#[derive(Debug, Clone, Default)]
pub struct Curve(Arc<Mutex<Vec<(u64, i64)>>>);

impl Curve {
    /// Notes that a plan of this cost was found after so many moves; one that is no better is passed over.
    pub fn note(&self, moves: u64, cost: i64) {
        let mut points = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if points.last().is_some_and(|(_, best)| *best <= cost) {
            return;
        }
        points.push((moves, cost));
        if points.len() > MOST {
            let mut place = 0;
            // The first and the last point stay.
            points.retain(|_| {
                place += 1;
                place % 2 == 1 || place > MOST
            });
        }
    }

    /// The points so far, by moves.
    #[must_use]
    pub fn points(&self) -> Vec<(u64, i64)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
