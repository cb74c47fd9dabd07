//! Sessions that ask for a title: a rule of the office says which.

use super::super::codes::RuleTerm;
use super::super::date::Period;
use super::super::finding::{Finding, RuleCode};
use super::super::records::{PersonId, Session};
use super::super::registry::Registry;
use super::super::rota::{RuleBook, RulePlace};
use super::super::row::Table;

/// Whether the title of the person is below what the session asks for.
pub(super) fn too_low(session: &Session, person: PersonId, book: &RuleBook, registry: &Registry) -> Option<Finding> {
    let rule = book.rule(RuleTerm::TitleRequired, &RulePlace::session(session, person, registry))?;
    let who = registry.people.get(&person)?;
    let is_below = who.title_rank.unwrap_or(0) < rule.min_rank?;
    let activity = registry.activities.get(&session.activity).map_or("", |activity| activity.name_zh.as_str());
    is_below.then(|| Finding {
        rule: RuleCode::TitleRequired,
        subject: who.name.clone(),
        detail: activity.to_owned(),
        period: Period::day(session.on_date),
        slot: Some(session.slot),
        records: vec![(Table::Session, session.id.raw())],
    })
}
