//! What the words and one-letter codes of a grid stand for.

use std::collections::BTreeMap;

use super::lists::{activity_word, find};
use super::text::squeeze;
use super::vocabulary::{GRID_CODES, GRID_LEAVES, REST_MARKS};
use crate::domain::LeaveKind;

/// What a word of a cell stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An activity.
    Activity {
        /// Canonical name.
        name: &'static str,
        /// Whether the word itself says more and is kept as topic.
        is_telling: bool,
    },
    /// A mark of rest.
    Rest,
    /// Leave.
    Leave(LeaveKind),
    /// 停诊.
    Cancelled,
}

/// Codes of one grid → activity word; the usual ones (诊 查 术 …) with the sheet's own on top.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend(BTreeMap<String, Meaning>);

impl Legend {
    /// The usual codes, overridden by those explained under the table.
    #[must_use]
    pub fn new(own: &[(String, String)]) -> Self {
        let usual = GRID_CODES.iter().map(|(code, word)| ((*code).to_owned(), (*word).to_owned()));
        let all = usual.chain(own.iter().cloned());
        Self(all.filter_map(|(code, word)| Some((squeeze(&code), known(&squeeze(&word))?))).collect())
    }

    /// With the letters that a hospital uses for its activities, where the sheet and the usual codes say nothing else.
    #[must_use]
    pub fn with_letters(mut self, letters: impl IntoIterator<Item = (String, String)>) -> Self {
        for (letter, word) in letters {
            if let Some(meaning) = known(&squeeze(&word)) {
                self.0.entry(squeeze(&letter)).or_insert(meaning);
            }
        }
        self
    }

    /// Several codes written as one word: 查会 for 查房 and 会诊.
    pub(super) fn codes(&self, word: &str) -> Option<Vec<&'static str>> {
        let activity = |code: char| match self.0.get(code.encode_utf8(&mut [0; 4]) as &str) {
            Some(Meaning::Activity { name, .. }) => Some(*name),
            _ => None,
        };
        word.chars().map(activity).collect::<Option<Vec<_>>>().filter(|names| names.len() > 1)
    }

    /// What a whole word stands for.
    pub(super) fn meaning(&self, word: &str) -> Option<Meaning> {
        self.0.get(word).copied().or_else(|| known(word))
    }
}

/// What a whole word stands for, without codes.
fn known(word: &str) -> Option<Meaning> {
    if REST_MARKS.contains(&word) {
        return Some(Meaning::Rest);
    }
    if matches!(word, "停诊" | "停") {
        return Some(Meaning::Cancelled);
    }
    if let Some(found) = activity_word(word) {
        return Some(Meaning::Activity { name: found.name, is_telling: found.is_telling });
    }
    find(GRID_LEAVES, word).map(Meaning::Leave)
}
