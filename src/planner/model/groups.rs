//! Lists of choices by up to three numbers, filled while the choices are made and read while the rows are.

/// Lists of choices in a box of three dimensions.
#[derive(Debug, Clone)]
pub struct Groups {
    size: [usize; 3],
    lists: Vec<Vec<u32>>,
}

impl Groups {
    /// Empty lists for every place of the box.
    #[must_use]
    pub fn new(size: [usize; 3]) -> Self {
        Self { size, lists: vec![Vec::new(); size.iter().product()] }
    }

    /// Adds a choice.
    pub fn push(&mut self, at: [usize; 3], choice: u32) {
        let place = self.place(at);
        if let Some(list) = self.lists.get_mut(place) {
            list.push(choice);
        }
    }

    /// The choices of a place.
    #[must_use]
    pub fn of(&self, at: [usize; 3]) -> &[u32] {
        self.lists.get(self.place(at)).map_or(&[], Vec::as_slice)
    }

    const fn place(&self, [i, j, k]: [usize; 3]) -> usize {
        let [_, width, depth] = self.size;
        (i * width + j) * depth + k
    }
}

/// Every choice once.
pub fn ones(choices: &[u32]) -> impl Iterator<Item = (u32, i32)> + '_ {
    choices.iter().map(|choice| (*choice, 1))
}
