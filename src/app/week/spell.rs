//! Interim: finds words by characters or pinyin initials.

use pinyin::ToPinyin;

/// Words to be found by typing.
#[derive(Debug, Clone)]
pub struct PinyinKey {
    words: String,
    initials: String,
    full: String,
}

impl PinyinKey {
    /// The key of some words.
    pub fn new(words: &str) -> Self {
        let words: String = words.to_lowercase().split_whitespace().collect();
        let (mut initials, mut full) = (String::new(), String::new());
        for char in words.chars() {
            match char.to_pinyin() {
                Some(sound) => {
                    initials.push_str(sound.first_letter());
                    full.push_str(sound.plain());
                }
                None => {
                    initials.push(char);
                    full.push(char);
                }
            }
        }
        Self { words, initials, full }
    }

    /// How well the typed text finds it; smaller is better.
    pub fn rank(&self, typed: &str) -> Option<u32> {
        let typed: String = typed.to_lowercase().split_whitespace().collect();
        if typed.is_empty() || self.words.starts_with(&typed) || self.initials.starts_with(&typed) {
            return Some(0);
        }
        if self.full.starts_with(&typed) {
            return Some(1);
        }
        if self.words.contains(&typed) || self.initials.contains(&typed) {
            return Some(2);
        }
        let mut rest = self.initials.chars();
        typed.chars().all(|wanted| rest.any(|char| char == wanted)).then_some(3)
    }
}
