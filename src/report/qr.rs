//! QR codes (ISO/IEC 18004), bytes only, at the lowest level of correction: the week itself, readable without a network.

use std::fmt::Write;

use super::qr_code::{Grid, correction};

/// Data bytes, correction bytes a block, and blocks of each version at level L: short blocks, then long ones by one byte.
const VERSIONS: [(usize, usize, usize, usize); 20] = [
    (19, 7, 1, 0),
    (34, 10, 1, 0),
    (55, 15, 1, 0),
    (80, 20, 1, 0),
    (108, 26, 1, 0),
    (68, 18, 2, 0),
    (78, 20, 2, 0),
    (97, 24, 2, 0),
    (116, 30, 2, 0),
    (68, 18, 2, 2),
    (81, 20, 4, 0),
    (92, 24, 2, 2),
    (107, 26, 4, 0),
    (115, 30, 3, 1),
    (87, 22, 5, 1),
    (98, 24, 5, 1),
    (107, 28, 1, 5),
    (120, 30, 5, 1),
    (113, 28, 3, 4),
    (107, 28, 3, 5),
];

/// A code as a square of modules, row by row; `true` is dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Modules of a side.
    pub side: usize,
    /// The modules.
    pub modules: Vec<bool>,
}

/// The bytes as a code; `None` where they are more than the largest of these codes holds (858 bytes).
#[must_use]
pub fn encode(bytes: &[u8]) -> Option<Code> {
    let (version, block) =
        VERSIONS.iter().zip(1..).map(|(block, version)| (version, *block)).find(|(version, block)| {
            let head = if *version < 10 { 2 } else { 3 };
            bytes.len() + head <= capacity(*block)
        })?;
    let words = words(bytes, version, capacity(block));
    let stream = interleaved(&words, block);
    Some(Grid::new(version).filled(&stream))
}

/// Data bytes of a version.
const fn capacity((short, _, shorts, longs): (usize, usize, usize, usize)) -> usize {
    short * shorts + (short + 1) * longs
}

/// Mode, count and bytes, padded to the full length.
fn words(bytes: &[u8], version: usize, length: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::with_capacity(8 * length);
    let mut push = |value: usize, count: usize| bits.extend((0..count).rev().map(|bit| (value >> bit) & 1 == 1));
    push(0b0100, 4);
    push(bytes.len(), if version < 10 { 8 } else { 16 });
    for byte in bytes {
        push(usize::from(*byte), 8);
    }
    let room = 8 * length;
    bits.resize((bits.len() + 4).min(room), false);
    bits.resize(bits.len().next_multiple_of(8), false);
    let mut words: Vec<u8> =
        bits.chunks(8).map(|byte| byte.iter().fold(0, |word, bit| (word << 1) | u8::from(*bit))).collect();
    let padding = [0xec, 0x11].into_iter().cycle();
    words.extend(padding.take(length.saturating_sub(words.len())));
    words
}

/// Data and correction bytes of all blocks, one byte of each in turn.
fn interleaved(words: &[u8], (short, extra, shorts, longs): (usize, usize, usize, usize)) -> Vec<u8> {
    let mut rest = words;
    let mut blocks: Vec<&[u8]> = Vec::with_capacity(shorts + longs);
    for place in 0..shorts + longs {
        let length = short + usize::from(place >= shorts);
        let (block, left) = rest.split_at(length.min(rest.len()));
        blocks.push(block);
        rest = left;
    }
    let corrections: Vec<Vec<u8>> = blocks.iter().map(|block| correction(block, extra)).collect();
    let data = (0..=short).flat_map(|at| blocks.iter().filter_map(move |block| block.get(at).copied()));
    let more = (0..extra).flat_map(|at| corrections.iter().filter_map(move |block| block.get(at).copied()));
    data.chain(more).collect()
}

/// Light modules on each side.
const QUIET: usize = 4;

impl Code {
    /// Modules of a side with the light border that a reader needs.
    #[must_use]
    pub const fn side_with_quiet(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// The code as a picture, dark on light, one unit a module.
    #[must_use]
    pub fn svg(&self) -> String {
        let whole = self.side_with_quiet();
        let dark = self.modules.iter().enumerate().filter(|(_, dark)| **dark);
        let squares = dark.fold(String::new(), |mut path, (place, _)| {
            // Writing into a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", place % self.side + QUIET, place / self.side + QUIET);
            path
        });
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" width=\"{whole}\" height=\"{whole}\">\
             <rect width=\"{whole}\" height=\"{whole}\" fill=\"#fff\"/><path d=\"{squares}\" fill=\"#000\"/></svg>"
        )
    }
}
