//! A cursor over a text, for parsers that read from left to right without ever slicing by bytes.

use super::text::is_space;

/// What is left of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    /// At the start of the text.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { rest: text }
    }

    /// What is left.
    #[must_use]
    pub const fn rest(self) -> &'t str {
        self.rest
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_done(self) -> bool {
        self.rest.is_empty()
    }

    /// The next character, not taken.
    #[must_use]
    pub fn peek(self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Takes one character.
    pub fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    /// Takes spaces.
    pub fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches(is_space);
    }

    /// Takes the character if it is one of these.
    pub fn take_one(&mut self, of: &[char]) -> Option<char> {
        let next = self.peek()?;
        of.contains(&next).then(|| self.bump()).flatten()
    }

    /// Takes the first of the words that stands here.
    pub fn take_word(&mut self, words: &[&str]) -> bool {
        for word in words {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return true;
            }
        }
        false
    }

    /// Takes the first entry whose word stands here; longer words must come first.
    pub fn take_entry<T: Copy>(&mut self, entries: &[(&str, T)]) -> Option<T> {
        for (word, value) in entries {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Some(*value);
            }
        }
        None
    }

    /// Takes a run of ASCII digits: its value and its length. Runs of more than nine digits are not numbers here.
    pub fn take_digits(&mut self) -> Option<(u32, usize)> {
        let rest = self.rest.trim_start_matches(|character: char| character.is_ascii_digit());
        let length = self.rest.len() - rest.len();
        if !(1..=9).contains(&length) {
            return None;
        }
        let value = self.rest.get(..length)?.parse().ok()?;
        self.rest = rest;
        Some((value, length))
    }
}

/// A number of 1–99 in Chinese numerals or digits at the cursor (`三`, `十二`, `二十`, `3`).
pub fn take_small_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    if let Some((value, length)) = cursor.take_digits() {
        return (length <= 2).then_some(value);
    }
    let first = cursor.take_one(NUMERALS).map(digit);
    if cursor.take_one(&['十']).is_some() {
        let ones = cursor.take_one(NUMERALS).map_or(0, digit);
        return Some(first.unwrap_or(1) * 10 + ones);
    }
    first
}

const NUMERALS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九', '两'];

fn digit(numeral: char) -> u32 {
    match numeral {
        '两' => 2,
        other => NUMERALS.iter().position(|each| *each == other).and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0),
    }
}
