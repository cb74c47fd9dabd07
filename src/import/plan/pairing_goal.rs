//! What an apprentice is to learn, as two cells of a pairing row say it.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::Refused;
use crate::domain::{PairingGoal, PairingId};
use crate::import::{Raw, RowResult, values};

/// The goal of a row.
pub(super) struct Goal {
    item: Option<String>,
    done: Option<(u32, Option<u32>)>,
}

/// Reads 带教目标 and 目标完成.
pub(super) fn read(line: &mut Line<'_>) -> Result<Goal, Refused> {
    Ok(Goal { item: line.text("带教目标"), done: line.read("目标完成", values::done_of)? })
}

/// Writes it: the goal of those words, else the only one of the pair.
pub(super) fn write(bench: &mut Bench<'_>, pairing: PairingId, goal: Goal) -> RowResult {
    let Goal { item, done } = goal;
    if item.is_none() && done.is_none() {
        return RowResult::Unchanged;
    }
    // Several goals stand in one cell of a printed list.
    let own: Vec<&PairingGoal> = bench.registry().pairing_goals.values().filter(|it| it.pairing == pairing).collect();
    let items: Vec<&str> = own.iter().map(|it| it.item.as_str()).filter(|item| !item.is_empty()).collect();
    let is_all =
        |item: &String| values::same_words(item, &items.join("、")) || values::list(&Raw::Text(item.clone())) == items;
    if own.len() > 1 && item.as_ref().is_some_and(is_all) {
        return RowResult::Unchanged;
    }
    let same = own.iter().find(|it| item.as_ref().is_none_or(|item| values::same_words(&it.item, item))).copied();
    let nameless = own.iter().find(|it| it.item.is_empty()).copied();
    let stored = same.or(nameless).cloned();
    let is_known = stored.is_some();
    let mut goal =
        stored.unwrap_or_else(|| PairingGoal { id: bench.draft.new_id(), pairing, ..PairingGoal::default() });
    fill(&mut goal.item, item);
    if let Some((done, target)) = done {
        // A list prints nothing done as 0.
        if done > 0 || goal.done.is_some() || !is_known {
            goal.done = Some(done);
        }
        fill_some(&mut goal.target, target);
    }
    bench.draft.put(goal)
}
