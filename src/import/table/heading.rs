//! Headings as they are compared (contract 1.4).

use crate::import::values::{half_width, squeeze};

/// A heading without spaces, `*`, `:` and `№`, half-width, Roman numerals in letters.
#[must_use]
pub fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for character in squeeze(text).chars() {
        match character {
            '*' | ':' | '№' | '▲' | '★' => {}
            'Ⅰ' => normal.push('I'),
            'Ⅱ' => normal.push_str("II"),
            'Ⅲ' => normal.push_str("III"),
            'Ⅳ' => normal.push_str("IV"),
            other => normal.push(other),
        }
    }
    normal
}

/// A normalised heading without its trailing bracket, and what the bracket holds.
#[must_use]
pub fn bare(normal: &str) -> Option<(&str, &str)> {
    let (bare, bracket) = normal.strip_suffix(')')?.rsplit_once('(')?;
    (!bare.is_empty()).then_some((bare, bracket))
}

/// Whether a heading is a running number, which says nothing of its own.
#[must_use]
pub fn is_running_number(normal: &str) -> bool {
    matches!(normal, "序号" | "编号" | "序" | "No" | "NO" | "No." | "NO." | "no" | "no." | "#")
}

/// The 口径 that an upper cell of a two-row header names for the columns below it.
#[must_use]
pub fn basis(text: &str) -> Option<String> {
    let text = half_width(text);
    let word = squeeze(&text);
    let word = word.strip_suffix("口径").unwrap_or(&word);
    matches!(word, "本人" | "指导" | "科室" | "全院").then(|| word.to_owned())
}
