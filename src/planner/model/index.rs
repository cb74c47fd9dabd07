//! Numbers of things by what they are: a table of places, each tried after the one before it.
//!
//! A map of the standard library would keep every thing a second time; here only its number is kept, and whoever asks
//! has the things at hand.

use std::hash::{Hash, Hasher};

use crate::planner::search::slice::{at, put};

/// Marks a place where nothing is.
const EMPTY: u32 = u32::MAX;
/// Places of the smallest table; a power of two, as all sizes are.
const LEAST: usize = 64;

/// Numbers of things; equal things are found by the first number that was added.
#[derive(Debug, Clone, Default)]
pub struct Index {
    places: Vec<u32>,
    len: usize,
}

impl Index {
    /// Empty, with room for so many.
    #[must_use]
    pub fn with_room(len: usize) -> Self {
        Self { places: vec![EMPTY; (2 * len).next_power_of_two().max(LEAST)], len: 0 }
    }

    /// The number of a thing, by its [`mixed`] value and by what tells it from others.
    #[must_use]
    pub fn find(&self, mixed: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mut place = self.first(mixed);
        loop {
            let number = *self.places.get(place as usize)?;
            if number == EMPTY {
                return None;
            }
            if is_it(number) {
                return Some(number);
            }
            place = self.next(place);
        }
    }

    /// Adds a number; `mixed_of` gives the value of those added before, should the table grow.
    pub fn add(&mut self, mixed: u64, number: u32, mixed_of: impl Fn(u32) -> u64) {
        // At most half of the places are taken: the next empty one is near.
        if 2 * (self.len + 1) > self.places.len() {
            let wider = Self::with_room(self.places.len());
            let narrow = std::mem::replace(self, wider);
            for known in narrow.places.into_iter().filter(|known| *known != EMPTY) {
                self.enter(mixed_of(known), known);
            }
        }
        self.enter(mixed, number);
    }

    fn enter(&mut self, mixed: u64, number: u32) {
        let mut place = self.first(mixed);
        while at(&self.places, place) != EMPTY {
            place = self.next(place);
        }
        put(&mut self.places, place, number);
        self.len += 1;
    }

    #[allow(clippy::cast_possible_truncation, reason = "the upper half is taken")]
    fn first(&self, mixed: u64) -> u32 {
        self.within((mixed >> 32) as u32)
    }

    fn next(&self, place: u32) -> u32 {
        self.within(place.wrapping_add(1))
    }

    fn within(&self, place: u32) -> u32 {
        place & crate::planner::search::slice::count(self.places.len()).wrapping_sub(1)
    }
}

/// A thing of small numbers mixed into one number by products: quick, and the same on every machine. The numbers are of
/// our own making, so that nobody can choose them to fall together.
#[must_use]
pub fn mixed(thing: &impl Hash) -> u64 {
    let mut mixer = Mixer(0);
    thing.hash(&mut mixer);
    mixer.finish()
}

struct Mixer(u64);

impl Hasher for Mixer {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    #[inline]
    fn write_i32(&mut self, number: i32) {
        self.write_u64(u64::from(number.cast_unsigned()));
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    #[inline]
    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.cast_unsigned() as u64);
    }
}
