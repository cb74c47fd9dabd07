//! Generated data for tests and benchmarks: the same number gives the same hospital, person by person.

mod cast;
mod pool;
mod rota;

use chrono::{Days, NaiveDate};

use crate::domain::{Edit, Label, Registry, Week};

use cast::Cast;
use pool::Pool;
use rota::Rota;

/// Sessions of one step: few steps, none of them huge.
const SESSIONS_OF_A_STEP: usize = 20_000;
/// Sessions that one expert has over all the years, about three of them.
const SESSIONS_OF_AN_EXPERT: usize = 1_700;
/// Sessions of one expert in one week: ten half-days and the Saturday's rest.
const SESSIONS_OF_A_WEEK: usize = 11;

/// How much there is of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    /// Dated sessions, exactly.
    sessions: usize,
    experts: usize,
    weeks: usize,
    /// The first week; the last one is next week.
    first: Week,
    today: NaiveDate,
}

impl Size {
    fn new(sessions: usize, today: NaiveDate) -> Self {
        let experts = (sessions / SESSIONS_OF_AN_EXPERT).clamp(8, 600);
        let weeks = sessions.div_ceil(experts * SESSIONS_OF_A_WEEK).max(1);
        let back = Days::new(7 * u64::try_from(weeks - 1).unwrap_or_default());
        let next = Week::of(today).next();
        let first = next.monday().checked_sub_days(back).map_or(next, Week::of);
        Self { sessions, experts, weeks, first, today }
    }
}

/// So many dated sessions up to next week, with people, institutions, departments, stints, templates and leave in
/// proportion: the reference records as the first step, the sessions in steps of at most 20,000.
///
/// The registry gives the keys that are free; the same registry, numbers and day give the same edits.
pub fn seed(registry: &Registry, sessions: usize, seed: u64, today: NaiveDate) -> impl Iterator<Item = Edit> + use<> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let size = Size::new(sessions, today);
    let pool = Pool::load();
    let (rows, cast) = Cast::gather(registry, &pool, size, &mut chance);
    let mut rota = Rota::new(cast, size, super::calendar::work_calendar(registry), chance);
    let steps = std::iter::from_fn(move || {
        let step = rota.take(SESSIONS_OF_A_STEP);
        (!step.is_empty()).then(|| filled(step))
    });
    std::iter::once(filled(rows.into_iter().map(|row| Edit::Put { row }).collect())).chain(steps)
}

fn filled(edits: Vec<Edit>) -> Edit {
    Edit::Many { label: Label::Filled { rows: edits.len() }, edits }
}
