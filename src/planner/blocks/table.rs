//! The table of rules of a block task.

use super::{BlockTask, days_of};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, Force, Norm, Rule, RuleTable, Scope};

/// What a day without anybody costs.
const GAP: i64 = 10;
/// What a change of crew costs beside the hand-over.
const CHANGE: i64 = 20;
/// What a change without a day together costs.
const NO_HANDOVER: i64 = 30;
/// What a single month between others costs.
const ALONE: i64 = 15;

/// The table of a block task.
#[must_use]
pub fn table(task: &BlockTask) -> RuleTable {
    let mut table = RuleTable::default();
    for (crew, facts) in task.crews.iter().enumerate() {
        for &post in facts.posts.iter().filter(|post| **post < task.posts.len()) {
            for (month, days) in task.months.iter().enumerate() {
                let ends_before = facts.to_on.is_some_and(|to| to < days.from());
                if facts.from_on <= days.to() && !ends_before {
                    let duty = Duty::Block { crew, post, month };
                    let id = table.choose(Choice::Duty(duty));
                    if facts.is_settled {
                        table.lock(id, true, Scope::default().expert(crew).site(post).week(month));
                    }
                }
            }
        }
    }
    covered(task, &mut table);
    seats(task, &mut table);
    changes(task, &mut table);
    table
}

fn id(table: &RuleTable, crew: usize, post: usize, month: usize) -> Option<u32> {
    table.id(&Choice::Duty(Duty::Block { crew, post, month }))
}

/// Every stretch of days has a crew, and no more than one but for the days on which they hand over.
fn covered(task: &BlockTask, table: &mut RuleTable) {
    for post in 0..task.posts.len() {
        for (month, days) in task.months.iter().enumerate() {
            for stretch in task.stretches(*days) {
                let there = task.crews.iter().enumerate().filter(|(_, crew)| crew.spans(stretch));
                let ids: Vec<u32> = there.filter_map(|(crew, _)| id(table, crew, post, month)).collect();
                let scope = Scope::default().site(post).week(month);
                let price = Force::Price(GAP * days_of(stretch));
                if !ids.is_empty() && task.wants(post, stretch.from()) {
                    table.row((Rule::BlockGap, scope), ids.iter().map(|id| (*id, 1)), Norm::at_least(1, price));
                }
                let settled = ids.iter().filter(|id| table.locked().get(**id as usize) == Some(&Some(true))).count();
                let is_short = days_of(stretch) <= i64::from(task.handover.max(1));
                let most = i32::try_from(settled).unwrap_or(i32::MAX).max(if is_short { 2 } else { 1 });
                if i32::try_from(ids.len()).is_ok_and(|count| count > most) {
                    table.row((Rule::BlockOne, scope), ids.iter().map(|id| (*id, 1)), Norm::at_most(most, Force::Hard));
                }
            }
        }
    }
}

/// A crew covers no more posts at a time than it has people.
fn seats(task: &BlockTask, table: &mut RuleTable) {
    for (crew, facts) in task.crews.iter().enumerate() {
        for month in 0..task.months.len() {
            let ids: Vec<u32> = facts.posts.iter().filter_map(|post| id(table, crew, *post, month)).collect();
            let most = i32::try_from(facts.seats).unwrap_or(i32::MAX);
            if i32::try_from(ids.len()).is_ok_and(|count| count > most) {
                let scope = Scope::default().expert(crew).week(month);
                table.row((Rule::BlockSeats, scope), ids.iter().map(|id| (*id, 1)), Norm::at_most(most, Force::Hard));
            }
        }
    }
}

/// Changes cost, more so where the two never meet; a month alone is not worth the journey.
fn changes(task: &BlockTask, table: &mut RuleTable) {
    for post in 0..task.posts.len() {
        for month in 1..task.months.len() {
            for crew in 0..task.crews.len() {
                begins(task, table, (crew, post, month));
                for other in 0..task.crews.len() {
                    meets(task, table, (other, crew), (post, month));
                }
            }
        }
    }
}

fn begins(task: &BlockTask, table: &mut RuleTable, (crew, post, month): (usize, usize, usize)) {
    let Some(now) = id(table, crew, post, month) else { return };
    let before = id(table, crew, post, month - 1);
    let scope = Scope::default().expert(crew).site(post).week(month);
    let terms = [(now, 1)].into_iter().chain(before.map(|id| (id, -1)));
    table.row((Rule::BlockChange, scope), terms.clone(), Norm::at_most(0, Force::Price(CHANGE)));
    let after = id(table, crew, post, month + 1);
    if month + 1 < task.months.len() && (before.is_some() || after.is_some()) {
        let terms = terms.chain(after.map(|id| (id, -1)));
        table.row((Rule::BlockAlone, scope), terms, Norm::at_most(0, Force::Price(ALONE)));
    }
}

/// One crew after another at a post, where there is no day on which both are there.
fn meets(task: &BlockTask, table: &mut RuleTable, (out, into): (usize, usize), (post, month): (usize, usize)) {
    let (Some(before), Some(now)) = (id(table, out, post, month - 1), id(table, into, post, month)) else { return };
    let (Some(left), Some(came), Some(days)) = (task.crews.get(out), task.crews.get(into), task.months.get(month))
    else {
        return;
    };
    let eve = days.from().pred_opt().unwrap_or(days.from());
    let can_meet = left.is_there(days.from()) || came.is_there(eve);
    if out != into && !can_meet {
        let scope = Scope::default().expert(into).site(post).week(month);
        table.row((Rule::BlockHandover, scope), [(before, 1), (now, 1)], Norm::at_most(1, Force::Price(NO_HANDOVER)));
    }
}
