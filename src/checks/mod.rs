//! The checks C01–C24: what the records look like against the rules of the office.
//!
//! Pure, like `domain`. Bounds, scope, severity and basis are rows of the data file ([`Rules`], and the schedule's own
//! table for what happens in half-days); a finding never blocks anything. Adding a check: a function over [`Ground`]
//! in its file, its line in [`CHECKS`], its words in `i18n::checks`.

mod duties;
mod found;
mod ground;
mod handover;
mod headcount;
mod pairs;
mod people;
mod reports;
mod rules;
mod runs;
mod schedule;
mod seats;
mod stints;
mod teaching;

use chrono::NaiveDate;

use crate::figures::Books;
use crate::i18n::Tr;

pub use duties::chase_of;
pub use found::Found;
use ground::Ground;
pub use rules::{BOUNDS, Bound, Rules, read_bounds};
pub use seats::{Seats, asked_of, coverage_of, seats};

/// A check: looks at the ground and tells what it found.
type Check = fn(&Ground<'_>) -> Vec<Found>;

/// Every check with the codes it speaks for.
const CHECKS: &[(&[&str], Check)] = &[
    (&["C01"], pairs::ratio),
    (&["C02"], pairs::unpaired),
    (&["C03"], pairs::expired),
    (&["C04"], stints::overlaps),
    (&["C05"], handover::gaps),
    (&["C06"], stints::too_short),
    (&["C07", "C08", "C10"], schedule::shortfalls),
    (&["C09"], headcount::short),
    (&["C11", "C12"], schedule::clashes),
    (&["C13"], teaching::missing_logs),
    (&["C14"], teaching::behind),
    (&["C15"], duties::tasks),
    (&["C16"], reports::overdue),
    (&["C19"], duties::money),
    (&["C20"], people::benefits),
    (&["C21"], stints::not_appraised),
    (&["C22"], handover::loose_ends),
    (&["C23"], people::namesakes),
    (&["C24"], schedule::postings),
];

/// The codes of the checks that this program makes, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().flat_map(|(codes, _)| codes.iter().copied())
}

/// What no records of a data file can break: I1–I15 of the domain are refused at the door.
const INVARIANTS: std::ops::RangeInclusive<u8> = 1..=15;

/// Whether the code is that of an invariant, of which no check ever finds anything.
#[must_use]
pub fn is_invariant(code: &str) -> bool {
    code.strip_prefix('I').and_then(|number| number.parse().ok()).is_some_and(|number| INVARIANTS.contains(&number))
}

/// Everything the checks find as of a day, the gravest first, then by check and date; one check alone where asked for.
///
/// What is a state is looked at on the day, what is dated up to it, and what lies ahead within the lead of its rule.
#[must_use]
pub fn findings(books: &Books<'_>, on: NaiveDate, only: Option<&str>, tr: Tr) -> Vec<Found> {
    let ground = Ground::new(books, on, tr);
    let is_asked = |code: &str| only.is_none_or(|only| only == code);
    let asked = CHECKS.iter().filter(|(codes, _)| codes.iter().any(|code| is_asked(code)));
    let mut found: Vec<Found> =
        asked.flat_map(|(_, check)| check(&ground)).filter(|found| is_asked(&found.rule)).collect();
    found.sort_by(|one, other| {
        let key = |found: &Found| (std::cmp::Reverse(found.severity), found.rule.clone(), found.from);
        key(one).cmp(&key(other)).then_with(|| one.subject.cmp(&other.subject))
    });
    found
}
