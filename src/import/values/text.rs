//! Texts of cells: half-width, trimmed, blanks recognised, lists split.

use std::borrow::Cow;

use crate::import::Raw;

/// The text of a cell, half-width and trimmed; `None` for a blank one. Numbers lose `.0`, dates are ISO.
#[must_use]
pub fn text(raw: &Raw) -> Option<String> {
    match raw {
        Raw::Blank => None,
        Raw::Text(text) => {
            let text = half_width(text);
            let trimmed = text.trim_matches(is_space);
            let plain = || if trimmed.contains('\r') { trimmed.replace('\r', "") } else { trimmed.to_owned() };
            (!is_blank_mark(trimmed)).then(plain)
        }
        Raw::Number(number) => Some(number.to_string()),
        Raw::Date(at) => Some(at.date().to_string()),
    }
}

/// The parts of a list (`、` `,` `;` `/` line break, two spaces, single spaces between names of 2–4).
#[must_use]
pub fn list(raw: &Raw) -> Vec<String> {
    let Some(text) = text(raw) else { return Vec::new() };
    let text = text.replace("  ", "\n");
    text.split(['、', ',', ';', '/', '\n', '；'])
        .flat_map(|part| split_names(part.trim_matches(is_space)))
        .filter(|part| !is_blank_mark(part))
        .map(str::to_owned)
        .collect()
}

/// Single spaces separate only where every part is a name of 2–4 characters: `张三 李四`, but not `张 三`.
fn split_names(part: &str) -> Vec<&str> {
    let pieces: Vec<&str> = part.split(is_space).filter(|piece| !piece.is_empty()).collect();
    let all_names = pieces.iter().all(|piece| (2..=4).contains(&piece.chars().count()) && piece.chars().all(is_han));
    if pieces.len() > 1 && all_names { pieces } else { vec![part] }
}

/// Full-width letters, digits and signs as half-width ones, every kind of space as a plain one.
#[must_use]
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.chars().any(|character| narrow(character) != character) {
        Cow::Owned(text.chars().map(narrow).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn narrow(character: char) -> char {
    match character {
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\t' => ' ',
        // The full-width forms stand in the order of ASCII, 0xFEE0 above it.
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(character)
        }
        other => other,
    }
}

/// Whether two texts say the same in the same words: what people type with full-width signs is read as half-width.
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || half_width(one).trim() == half_width(other).trim()
}

/// Half-width without any spaces: how words of lists and headings are compared.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.chars().map(narrow).filter(|character| !is_space(*character)).collect()
}

/// Spaces, line breaks and the invisible marks that copying leaves behind.
#[must_use]
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Whether the character is a Chinese one, rare planes included.
#[must_use]
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '々')
}

/// Whether a trimmed, half-width text stands for nothing.
#[must_use]
pub fn is_blank_mark(text: &str) -> bool {
    matches!(text, "" | "—" | "——" | "–" | "―" | "-" | "--" | "/" | "\\" | "无" | "暂无" | "空" | "N/A" | "n/a" | "NA")
}

/// Whether a cell counts as empty, without building its text.
#[must_use]
pub fn is_blank(raw: &Raw) -> bool {
    match raw {
        Raw::Blank => true,
        Raw::Text(text) => text.len() < 16 && is_blank_mark(half_width(text).trim_matches(is_space)),
        Raw::Number(_) | Raw::Date(_) => false,
    }
}

/// Whether a cell repeats the one above (`"`, `〃`, 同上).
#[must_use]
pub fn is_ditto(raw: &Raw) -> bool {
    matches!(raw, Raw::Text(text) if text.len() < 16
        && matches!(text.trim_matches(is_space), "\"" | "＂" | "〃" | "”" | "“" | "同上" | "″" | "''"))
}

/// Splits one bracket off the end: `坐诊(上)` → (坐诊, 上). The text must be half-width.
#[must_use]
pub fn trailing_bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end_matches(is_space).strip_suffix([')', ']', '】', '〕'])?;
    let (head, content) = inner.rsplit_once(['(', '[', '【', '〔'])?;
    Some((head.trim_end_matches(is_space), content.trim_matches(is_space)))
}
