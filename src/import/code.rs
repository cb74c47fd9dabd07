//! Reason codes of rejections (R) and hints (N); `i18n` has their sentences.

use std::fmt;

use serde::Serialize;

/// Why a row was not taken (R), or what the clerk should know of a row that was (N).
#[allow(missing_docs, reason = "each code is explained in i18n, word for word as the office reads it")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Code {
    R01,
    R02,
    R03,
    R04,
    R05,
    R06,
    R07,
    R08,
    R09,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    N01,
    N02,
    N03,
    N04,
    N05,
    N06,
    N07,
    N08,
    N09,
    N10,
    N11,
    N12,
}

impl Code {
    /// Whether the row is refused.
    #[must_use]
    pub const fn is_rejection(self) -> bool {
        (self as u8) <= (Self::R15 as u8)
    }
}

impl fmt::Display for Code {
    /// The code as the import contract writes it: R04.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
