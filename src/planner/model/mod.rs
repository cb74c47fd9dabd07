//! What is to be planned as one table of rules: the meaning that optimiser, checker and explanation share.

mod choices;
mod coverage;
mod groups;
mod index;
mod norms;
mod people;
mod rule;
mod solution;
mod table;
mod teaching;
mod tours;

pub use crate::domain::{Force, Norm};
pub use index::{Index, mixed};
pub use norms::Norms;
pub use rule::{Rule, Scope};
pub use solution::{Solution, solution};
pub use table::{Choice, Row, RuleTable, Term, Verdict};

use super::duty::{Duty, Lock};
use super::instance::Instance;

/// The table of an instance that [`super::check`] has let through.
#[must_use]
pub fn table(instance: &Instance) -> RuleTable {
    let mut draft = choices::Draft::new(instance);
    people::rows(&mut draft);
    coverage::rows(&mut draft);
    tours::rows(&mut draft);
    teaching::rows(&mut draft);
    let choices::Draft { mut table, norms, .. } = draft;
    for lock in &instance.locks {
        add_lock(&mut table, lock);
    }
    if let Some(published) = &instance.published {
        change_costs(&mut table, &published.duties, norms.price(Rule::Change));
    }
    table
}

/// What a duty is about, for the rows that name it alone.
#[must_use]
pub fn scope_of(duty: Duty) -> Scope {
    let scope = Scope::default().expert(duty.expert()).day(duty.day());
    let scope = duty.half().map_or(scope, |half| scope.half(half));
    match duty {
        Duty::Clinic { department, .. } | Duty::Round { department, .. } | Duty::Surgery { department, .. } => {
            scope.department(department)
        }
        Duty::Block { crew, post, month } => Scope::default().expert(crew).site(post).week(month),
        Duty::Session { work, .. } => scope.work(work),
        Duty::Tour { site, .. } => scope.site(site),
        Duty::Lecture { .. } | Duty::OnCall { .. } => scope,
    }
}

fn add_lock(table: &mut RuleTable, lock: &Lock) {
    match table.id(&Choice::Duty(lock.duty)) {
        Some(id) => table.lock(id, lock.is_on, scope_of(lock.duty)),
        None if lock.is_on => {
            table.row((Rule::LockImpossible, scope_of(lock.duty)), [], Norm::at_least(1, Force::Hard));
        }
        None => {}
    }
}

/// Every duty other than published costs; locked ones are free. As in the reference, a duty kept counts as a gain: a
/// plan that keeps everything costs less by the price of all its duties.
fn change_costs(table: &mut RuleTable, published: &[Duty], price: i64) {
    let mut is_published = vec![false; table.choices().len()];
    for duty in published {
        if let Some(flag) = table.id(&Choice::Duty(*duty)).and_then(|id| is_published.get_mut(id as usize)) {
            *flag = true;
        }
    }
    for (id, was_on) in (0u32..).zip(is_published) {
        let is_duty = matches!(table.choices().get(id as usize), Some(Choice::Duty(_)));
        let is_free = table.locked().get(id as usize).is_some_and(Option::is_none);
        if was_on {
            table.publish(id);
        }
        if is_duty && is_free {
            table.charge(id, Rule::Change, if was_on { -price } else { price });
        }
    }
}
