//! What the page of checks and figures shows: findings, figures with their records, rule rows.

mod figure;
mod finding;
mod opening;
mod rule;

pub use figure::{FigureLine, ask, figure_lines};
pub use finding::{FindingLine, finding_lines};
pub use opening::{Opening, RecordLine, record_lines};
pub use rule::{BoundText, RuleLine, bounds_of, fresh_rule, rule_lines, with_bound};
