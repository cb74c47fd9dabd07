//! The catalogue of figures: a code narrowed and shaped by parameters becomes a number with its basis, its formula
//! and the records behind it, or a refusal.
//!
//! Pure, like `domain`: screens, reports and the command line ask here and nowhere else, so that a figure has one
//! meaning. The way of a question: [`Query::parse`] (everything wrong with the asking) → lines of the ledger
//! (`catalogue`) → narrowed (`narrow`) → counted (`reckon`) → in a series (`series`) → printed (`print`, `news`).

mod answer;
mod books;
mod catalogue;
mod closed;
mod exact;
mod figure;
mod gather;
mod key;
mod line;
mod names;
mod narrow;
mod news;
mod notes;
mod overview;
mod print;
mod query;
mod reckon;
mod refuse;
mod series;
mod spec;
mod when;

pub use answer::answer;
pub use books::Books;
pub use exact::Exact;
pub use figure::{Figure, Number, Outcome, Point, RecordRef, RefusalKind, Refused};
pub use key::Key;
pub use news::wording;
pub use overview::{Entry, Narrowing, codes, overview};
pub use query::{Misuse, Query};
pub use when::{AskedPeriod, parse_period};
