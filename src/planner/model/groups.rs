//! Choices by up to three numbers, sorted once all choices are made and read while the rows are.

use super::table::Choice;
use crate::planner::duty::Duty;
use crate::planner::search::slice::{Lists, count};

/// Lists of choices in a box of three dimensions.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    size: [usize; 3],
    lists: Lists<u32>,
}

impl Groups {
    /// Sorts the duties among the choices to where they belong, and leaves out those that belong nowhere.
    #[must_use]
    pub fn of_duties(
        size: [usize; 3],
        choices: &[Choice],
        belongs: impl Fn(Duty) -> Option<[usize; 3]> + Copy,
    ) -> Self {
        let duties = (0u32..).zip(choices).filter_map(move |(id, choice)| match choice {
            Choice::Duty(duty) => Some((belongs(*duty)?, id)),
            _ => None,
        });
        Self::sorted(size, duties)
    }

    /// Sorts choices to where they belong; their order within each list is kept.
    #[must_use]
    pub fn sorted(size: [usize; 3], choices: impl Iterator<Item = ([usize; 3], u32)> + Clone) -> Self {
        let placed = choices.map(move |(at, id)| (count(place(size, at)), id));
        Self { size, lists: Lists::sorted(size.iter().product(), placed) }
    }

    /// The choices of a place.
    #[must_use]
    pub fn of(&self, at: [usize; 3]) -> &[u32] {
        self.lists.of(count(place(self.size, at)))
    }
}

const fn place([_, width, depth]: [usize; 3], [i, j, k]: [usize; 3]) -> usize {
    (i * width + j) * depth + k
}

/// Every choice once.
pub fn ones(choices: &[u32]) -> impl Iterator<Item = (u32, i32)> + '_ {
    choices.iter().map(|choice| (*choice, 1))
}
