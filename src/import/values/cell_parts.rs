//! Cutting a grid cell into half-days, parts and brackets.

use super::lists::take_slots;
use super::scan::Cursor;
use super::text::{is_blank_mark, is_space};
use crate::domain::Slot;

/// Cuts a cell at half-day words: `上:坐诊 下:查房`, `上午坐诊,下午查房`.
pub fn segments(text: &str) -> Vec<(Vec<Slot>, &str)> {
    let mut found: Vec<(Vec<Slot>, &str)> = Vec::new();
    let mut cursor = Cursor::new(text);
    let mut start = text;
    let mut slots = Vec::new();
    let (mut depth, mut is_boundary) = (0_u32, true);
    while !cursor.is_done() {
        let before = cursor.rest();
        let mut ahead = cursor;
        if depth == 0
            && let Some(next) = take_marker(&mut ahead, is_boundary)
        {
            push_segment(&mut found, &slots, start, before);
            slots = next;
            start = ahead.rest();
            cursor = ahead;
            continue;
        }
        let character = cursor.bump().unwrap_or(' ');
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_boundary = is_space(character) || matches!(character, ',' | ';' | '、' | '/');
    }
    push_segment(&mut found, &slots, start, "");
    found
}

fn push_segment<'t>(found: &mut Vec<(Vec<Slot>, &'t str)>, slots: &[Slot], start: &'t str, rest: &str) {
    let content = start.strip_suffix(rest).unwrap_or(start);
    let content = content.trim_matches(|next| is_space(next) || matches!(next, ',' | ';' | '、' | '/' | ':'));
    if !is_blank_mark(content) {
        found.push((slots.to_vec(), content));
    }
}

/// A half-day word that opens a segment; single characters only with a colon.
fn take_marker(cursor: &mut Cursor<'_>, is_boundary: bool) -> Option<Vec<Slot>> {
    let mut ahead = *cursor;
    let slots = if ahead.take_word(&["上:", "早:"]) {
        vec![Slot::Am]
    } else if ahead.take_word(&["下:"]) {
        vec![Slot::Pm]
    } else if ahead.take_word(&["夜:", "晚:"]) {
        vec![Slot::Night]
    } else {
        let slots = take_slots(&mut ahead)?;
        // 急诊夜班 is a word of its own, 坐诊下午 is not.
        if !is_boundary && slots.contains(&Slot::Night) {
            return None;
        }
        ahead.take_one(&[':']);
        slots
    };
    *cursor = ahead;
    Some(slots)
}

/// Parts of a cell with the sign before each.
pub fn split_outside_brackets(text: &str) -> Vec<(char, &str)> {
    let mut parts = Vec::new();
    let mut depth = 0_u32;
    let mut sign = ' ';
    let mut cursor = Cursor::new(text);
    let mut start = text;
    loop {
        let before = cursor.rest();
        let next = cursor.bump();
        match next {
            Some('(') => depth += 1,
            Some(')') => depth = depth.saturating_sub(1),
            Some('/' | '、' | '\n' | ';' | ',' | '+') | None if depth == 0 || next.is_none() => {
                let part = start.strip_suffix(before).unwrap_or(start).trim_matches(is_space);
                if !part.is_empty() {
                    parts.push((sign, part));
                }
                sign = next.unwrap_or(' ');
                start = cursor.rest();
                if next.is_none() {
                    return parts;
                }
            }
            _ => {}
        }
    }
}

/// Cuts where the bracket that is open ends; brackets within it stay whole: `代:张伟(骨科)) 门诊203`.
fn split_at_end(text: &str) -> (&str, &str) {
    let mut depth = 0_u32;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => {
                return text
                    .split_at_checked(at)
                    .map_or((text, ""), |(in_it, rest)| (in_it, rest.trim_start_matches(')')));
            }
            ')' => depth -= 1,
            _ => {}
        }
    }
    (text, "")
}

/// The text outside brackets, and what the brackets hold.
pub fn take_brackets(part: &str) -> (String, Vec<&str>) {
    let mut head = String::new();
    let mut brackets = Vec::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('(') {
        head.push_str(before);
        head.push(' ');
        let (content, further) = split_at_end(after);
        brackets.push(content);
        rest = further;
    }
    head.push_str(rest);
    (head, brackets)
}
