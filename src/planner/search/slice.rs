//! Reading and writing lists by numbers that are known to be in range, without a way to panic.

/// The entry at a place; empty where there is none.
#[inline]
pub fn at<T: Copy + Default>(list: &[T], place: u32) -> T {
    list.get(place as usize).copied().unwrap_or_default()
}

/// Writes the entry at a place, where there is one.
#[inline]
pub fn put<T>(list: &mut [T], place: u32, value: T) {
    if let Some(entry) = list.get_mut(place as usize) {
        *entry = value;
    }
}

/// The number of entries, or a number of an entry, as the search counts them.
#[inline]
pub fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Lists one behind the other, read by number.
#[derive(Debug, Clone, Default)]
pub struct Lists<T> {
    starts: Vec<u32>,
    entries: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Sorts entries into lists by number, keeping their order within each.
    pub fn sorted(lists: usize, entries: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut sorted = Self { starts: Vec::new(), entries: Vec::new() };
        sorted.sort(lists, entries);
        sorted
    }

    /// The same in the memory of lists that are not needed any more.
    pub fn sort(&mut self, lists: usize, entries: impl Iterator<Item = (u32, T)> + Clone) {
        // Counted one place further than where lists start: writing its entries moves each start on to the next.
        self.starts.clear();
        self.starts.resize(lists + 2, 0);
        for (list, _) in entries.clone() {
            if let Some(start) = self.starts.get_mut(list as usize + 2) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.entries.clear();
        self.entries.resize(sum as usize, T::default());
        for (list, entry) in entries {
            if let Some(start) = self.starts.get_mut(list as usize + 1) {
                put(&mut self.entries, *start, entry);
                *start += 1;
            }
        }
    }

    /// Entries of all lists.
    #[must_use]
    pub fn size(&self) -> u32 {
        count(self.entries.len())
    }

    /// One list.
    #[inline]
    pub fn of(&self, list: u32) -> &[T] {
        let (start, end) = (at(&self.starts, list), at(&self.starts, list + 1));
        self.entries.get(start as usize..end as usize).unwrap_or_default()
    }
}
