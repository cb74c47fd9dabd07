//! The arithmetic and the drawing of QR codes: Reed–Solomon over GF(256), patterns, masks, format bits.

use super::qr::Code;

/// The places of alignment patterns of versions 1 to 20.
const ALIGNMENT: [&[usize]; 20] = [
    &[],
    &[6, 18],
    &[6, 22],
    &[6, 26],
    &[6, 30],
    &[6, 34],
    &[6, 22, 38],
    &[6, 24, 42],
    &[6, 26, 46],
    &[6, 28, 50],
    &[6, 30, 54],
    &[6, 32, 58],
    &[6, 34, 62],
    &[6, 26, 46, 66],
    &[6, 26, 48, 70],
    &[6, 26, 50, 74],
    &[6, 30, 54, 78],
    &[6, 30, 56, 82],
    &[6, 30, 58, 86],
    &[6, 34, 62, 90],
];

/// Multiplies in the field with the polynomial x⁸ + x⁴ + x³ + x² + 1.
fn multiply(one: u8, other: u8) -> u8 {
    let (mut product, mut factor, mut rest) = (0_u8, one, other);
    while rest > 0 {
        if rest & 1 == 1 {
            product ^= factor;
        }
        let overflows = factor & 0x80 != 0;
        factor <<= 1;
        if overflows {
            factor ^= 0x1d;
        }
        rest >>= 1;
    }
    product
}

/// The correction bytes of a block: the remainder by the generator of that degree.
pub(super) fn correction(block: &[u8], degree: usize) -> Vec<u8> {
    let mut generator = vec![0_u8; degree];
    if let Some(last) = generator.last_mut() {
        *last = 1;
    }
    let mut root = 1_u8;
    for _ in 0..degree {
        for at in 0..degree {
            let next = generator.get(at + 1).copied().unwrap_or(0);
            if let Some(term) = generator.get_mut(at) {
                *term = multiply(*term, root) ^ next;
            }
        }
        root = multiply(root, 2);
    }
    let mut remainder = vec![0_u8; degree];
    for byte in block {
        let factor = byte ^ remainder.first().copied().unwrap_or(0);
        remainder.rotate_left(1);
        if let Some(last) = remainder.last_mut() {
            *last = 0;
        }
        for (term, weight) in remainder.iter_mut().zip(&generator) {
            *term ^= multiply(*weight, factor);
        }
    }
    remainder
}

/// A code being drawn.
#[derive(Clone)]
pub(super) struct Grid {
    side: usize,
    dark: Vec<bool>,
    /// Modules that belong to patterns and format bits.
    fixed: Vec<bool>,
}

impl Grid {
    /// The patterns of a version, its format bits kept free.
    pub(super) fn new(version: usize) -> Self {
        let side = 17 + 4 * version;
        let mut grid = Self { side, dark: vec![false; side * side], fixed: vec![false; side * side] };
        for at in 0..side {
            grid.fix(6, at, at % 2 == 0);
            grid.fix(at, 6, at % 2 == 0);
        }
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] {
            grid.finder(row, column);
        }
        let places = ALIGNMENT.get(version - 1).copied().unwrap_or_default();
        let last = places.last().copied().unwrap_or(0);
        for row in places {
            for column in places {
                let is_finder = [(6, 6), (6, last), (last, 6)].contains(&(*row, *column));
                if !is_finder {
                    grid.alignment(*row, *column);
                }
            }
        }
        grid.format(0);
        if version >= 7 {
            grid.version(version);
        }
        grid
    }

    fn fix(&mut self, row: usize, column: usize, is_dark: bool) {
        let place = row * self.side + column;
        if let (Some(dark), Some(fixed)) = (self.dark.get_mut(place), self.fixed.get_mut(place)) {
            (*dark, *fixed) = (is_dark, true);
        }
    }

    fn finder(&mut self, row: usize, column: usize) {
        for down in 0..9_usize {
            for across in 0..9_usize {
                let (at_row, at_column) = ((row + down).wrapping_sub(4), (column + across).wrapping_sub(4));
                if at_row < self.side && at_column < self.side {
                    let ring = down.abs_diff(4).max(across.abs_diff(4));
                    self.fix(at_row, at_column, ring != 2 && ring != 4);
                }
            }
        }
    }

    fn alignment(&mut self, row: usize, column: usize) {
        for down in 0..5_usize {
            for across in 0..5_usize {
                let ring = down.abs_diff(2).max(across.abs_diff(2));
                self.fix(row + down - 2, column + across - 2, ring != 1);
            }
        }
    }

    /// Level L and the mask, twice, with their own correction.
    fn format(&mut self, mask: usize) {
        let data = (0b01 << 3) | mask;
        let remainder = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
        let bits = ((data << 10) | (remainder & 0x3ff)) ^ 0x5412;
        let bit = |at: usize| (bits >> at) & 1 == 1;
        let side = self.side;
        for at in 0..6 {
            self.fix(at, 8, bit(at));
        }
        self.fix(7, 8, bit(6));
        self.fix(8, 8, bit(7));
        self.fix(8, 7, bit(8));
        for at in 9..15 {
            self.fix(8, 14 - at, bit(at));
        }
        for at in 0..8 {
            self.fix(8, side - 1 - at, bit(at));
        }
        for at in 8..15 {
            self.fix(side - 15 + at, 8, bit(at));
        }
        self.fix(side - 8, 8, true);
    }

    fn version(&mut self, version: usize) {
        let remainder = (0..12).fold(version, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1f25));
        let bits = (version << 12) | (remainder & 0xfff);
        for at in 0..18 {
            let (long, short) = (self.side - 11 + at % 3, at / 3);
            let is_dark = (bits >> at) & 1 == 1;
            self.fix(long, short, is_dark);
            self.fix(short, long, is_dark);
        }
    }

    /// The code with its data, under the mask that is easiest to read.
    pub(super) fn filled(mut self, stream: &[u8]) -> Code {
        let mut bits = stream.iter().flat_map(|byte| (0..8).rev().map(move |bit| (byte >> bit) & 1 == 1));
        let side = self.side;
        let mut right = side - 1;
        loop {
            if right == 6 {
                right = 5;
            }
            let is_upward = (right + 1) & 2 == 0;
            for step in 0..side {
                let row = if is_upward { side - 1 - step } else { step };
                for column in [right, right.wrapping_sub(1)] {
                    let place = row * side + column;
                    if self.fixed.get(place) == Some(&false)
                        && let Some(dark) = self.dark.get_mut(place)
                    {
                        *dark = bits.next().unwrap_or(false);
                    }
                }
            }
            if right < 2 {
                break;
            }
            right -= 2;
        }
        let masked = (0..8).map(|mask| self.masked(mask));
        let best = masked.min_by_key(Self::penalty).unwrap_or(self);
        Code { side, modules: best.dark }
    }

    fn masked(&self, mask: usize) -> Self {
        let mut grid = self.clone();
        grid.format(mask);
        for (place, dark) in grid.dark.iter_mut().enumerate() {
            let (row, column) = (place / self.side, place % self.side);
            let turns = match mask {
                0 => (row + column) % 2 == 0,
                1 => row % 2 == 0,
                2 => column % 3 == 0,
                3 => (row + column) % 3 == 0,
                4 => (row / 2 + column / 3) % 2 == 0,
                5 => row * column % 2 + row * column % 3 == 0,
                6 => (row * column % 2 + row * column % 3) % 2 == 0,
                _ => ((row + column) % 2 + row * column % 3) % 2 == 0,
            };
            *dark ^= turns && self.fixed.get(place) == Some(&false);
        }
        grid
    }

    fn at(&self, row: usize, column: usize) -> bool {
        self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }

    /// What makes a code hard to read: long runs, blocks, false finders, too much of one shade.
    fn penalty(&self) -> usize {
        let side = self.side;
        let mut penalty = 0;
        for line in 0..side {
            penalty += lined(&(0..side).map(|at| self.at(line, at)).collect::<Vec<_>>());
            penalty += lined(&(0..side).map(|at| self.at(at, line)).collect::<Vec<_>>());
        }
        for row in 0..side - 1 {
            for column in 0..side - 1 {
                let corner = self.at(row, column);
                let is_block = [(0, 1), (1, 0), (1, 1)]
                    .iter()
                    .all(|(down, across)| self.at(row + down, column + across) == corner);
                penalty += if is_block { 3 } else { 0 };
            }
        }
        let dark = self.dark.iter().filter(|dark| **dark).count();
        penalty + (20 * dark).abs_diff(10 * side * side) / (side * side) * 10
    }
}

/// The penalty of one line: runs of five or more, and what looks like a finder.
fn lined(line: &[bool]) -> usize {
    const FINDER: [bool; 7] = [true, false, true, true, true, false, true];
    let runs: usize =
        line.chunk_by(|one, other| one == other).map(<[bool]>::len).filter(|run| *run >= 5).map(|run| run - 2).sum();
    let is_white = |range: std::ops::Range<usize>| range.into_iter().all(|at| !line.get(at).copied().unwrap_or(false));
    let finders = line
        .windows(FINDER.len())
        .enumerate()
        .filter(|(at, window)| *window == FINDER && (is_white(at.saturating_sub(4)..*at) || is_white(at + 7..at + 11)))
        .count();
    runs + 40 * finders
}
