//! From a plan to choices and back.

use std::collections::BTreeMap;

use super::table::{Choice, RuleTable};
use crate::planner::duty::Duty;
use crate::planner::instance::Instance;
use crate::planner::plan::Plan;

/// A plan as choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Whether each choice is taken.
    pub on: Vec<bool>,
    /// Entries of the plan that the instance does not allow at all.
    pub unknown: usize,
}

/// Reads a plan: visits follow from the duties, and fixed half-days that are not given are chosen as well as possible.
#[must_use]
pub fn solution(table: &RuleTable, instance: &Instance, plan: &Plan) -> Solution {
    let mut solution = Solution { on: vec![false; table.choices().len()], unknown: 0 };
    for duty in &plan.duties {
        solution.take(table, Choice::Duty(*duty));
        if let Duty::Tour { site, day, .. } = *duty
            && let Some(open) = table.id(&Choice::Open { site, day })
        {
            solution.set(open);
        }
    }
    for &(pair, day, half) in &plan.teach {
        solution.take(table, Choice::Teach { pair, day, half });
    }
    match &plan.pattern {
        Some(pattern) => {
            for &(expert, stint, weekday, half) in pattern {
                solution.take(table, Choice::Pattern { expert, stint, weekday, half });
            }
        }
        None => {
            for choice in best_pattern(instance, &plan.duties) {
                if let Some(id) = table.id(&choice) {
                    solution.set(id);
                }
            }
        }
    }
    solution
}

impl Solution {
    fn take(&mut self, table: &RuleTable, choice: Choice) {
        match table.id(&choice) {
            Some(id) => self.set(id),
            None => self.unknown += 1,
        }
    }

    fn set(&mut self, id: u32) {
        if let Some(on) = self.on.get_mut(id as usize) {
            *on = true;
        }
    }
}

/// The two half-days of the week with the most clinics, for every stay.
fn best_pattern(instance: &Instance, duties: &[Duty]) -> Vec<Choice> {
    let mut counts: BTreeMap<(usize, usize), BTreeMap<(usize, usize), usize>> = BTreeMap::new();
    for duty in duties {
        let Duty::Clinic { expert, day, half, .. } = *duty else { continue };
        let stints = instance.experts.get(expert).map(|expert| expert.stints.as_slice()).unwrap_or_default();
        let stint = stints.iter().position(|[first, last]| (*first..=*last).contains(&day));
        if let Some(stint) = stint.filter(|_| day % 7 < 5) {
            *counts.entry((expert, stint)).or_default().entry((day % 7, half)).or_default() += 1;
        }
    }
    let mut chosen = Vec::new();
    for ((expert, stint), halves) in counts {
        let mut halves: Vec<_> = halves.into_iter().collect();
        halves.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let fixed = halves.into_iter().take(2);
        chosen.extend(fixed.map(|((weekday, half), _)| Choice::Pattern { expert, stint, weekday, half }));
    }
    chosen
}

impl Plan {
    /// The plan that a set of choices stands for.
    #[must_use]
    pub fn of(table: &RuleTable, on: &[bool]) -> Self {
        let (mut duties, mut teach, mut pattern) = (Vec::new(), Vec::new(), Vec::new());
        for (choice, _) in table.choices().iter().zip(on).filter(|(_, on)| **on) {
            match *choice {
                Choice::Duty(duty) => duties.push(duty),
                Choice::Teach { pair, day, half } => teach.push((pair, day, half)),
                Choice::Pattern { expert, stint, weekday, half } => pattern.push((expert, stint, weekday, half)),
                Choice::Open { .. } => {}
            }
        }
        Self { duties, teach, pattern: Some(pattern) }
    }
}
