//! Names of people and institutions.

use super::lists::find;
use super::text::{half_width, is_space, list, squeeze, text, trailing_bracket};
use super::vocabulary::STINT_ROLES;
use crate::domain::{StintRole, is_han, tidy_name};
use crate::import::Raw;

/// A person's name with what stood beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameValue {
    /// The name: inner spaces gone, · unified, rare characters kept.
    pub name: String,
    /// Text in brackets or a leading mark, empty for none.
    pub remark: String,
}

const MARKS: &[char] = &['*', '▲', '★', '☆', '△', '●', '#', '※'];

/// Titles that stand behind a name, longer ones first.
const TITLES: &[&str] = &[
    "副主任医师",
    "主任医师",
    "主治医师",
    "住院医师",
    "主管医师",
    "副主任护师",
    "主任护师",
    "主管护师",
    "副主任药师",
    "主任药师",
    "主管药师",
    "副主任技师",
    "主任技师",
    "主管技师",
    "副教授",
    "教授",
    "副主任",
    "主任",
    "副院长",
    "院长",
    "护士长",
    "医师",
    "护师",
    "药师",
    "技师",
    "医生",
    "大夫",
    "护士",
    "老师",
    "书记",
    "科长",
    "队长",
];

/// Endings of those responsible who are no persons: 医务部, 各站点负责人, 帮扶办.
const NO_PERSON: &[&str] =
    &["部", "科", "室", "办", "组", "队", "院", "中心", "领导", "负责人", "主任", "院长", "书记", "人员", "站"];

/// Whether a name may be that of one person, and what was written around it names no post or department.
#[must_use]
pub fn may_be_person(name: &str, written: &str) -> bool {
    (2..=4).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !NO_PERSON.iter().any(|ending| written.ends_with(ending))
}

/// Whether a word is a title or post that may stand behind a name.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// One name.
#[must_use]
pub fn name(raw: &Raw) -> Option<NameValue> {
    named(&text(raw)?)
}

/// Several names (`张三、李四`, `张三 李四`).
#[must_use]
pub fn names(raw: &Raw) -> Vec<NameValue> {
    list(raw).iter().filter_map(|part| named(part)).collect()
}

fn named(text: &str) -> Option<NameValue> {
    let unmarked = text.trim_start_matches(|character| MARKS.contains(&character) || is_space(character));
    let mark: String = text.strip_suffix(unmarked).unwrap_or("").chars().filter(|mark| !is_space(*mark)).collect();
    let (bare, bracket) = trailing_bracket(unmarked).filter(|(bare, _)| !bare.is_empty()).unwrap_or((unmarked, ""));
    let name = person_key(bare);
    let remark = [mark.as_str(), bracket].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(NameValue { name, remark })
}

/// A name as it is stored and compared (contract 2.5): half-width, and in the one spelling of the program.
#[must_use]
pub fn person_key(text: &str) -> String {
    tidy_name(&half_width(text))
}

/// Cuts a title off the end of a name: `张三主任` → (张三, 主任). Use it only where nobody has the longer name.
#[must_use]
pub fn name_without_title(name: &str) -> Option<(&str, &'static str)> {
    TITLES.iter().find_map(|title| {
        let bare = name.strip_suffix(title)?;
        (bare.chars().count() >= 2).then_some((bare, *title))
    })
}

/// The text by which names of institutions and departments are compared: half-width, no spaces.
#[must_use]
pub fn institution_key(text: &str) -> String {
    squeeze(text)
}

/// Cuts `商洛市中心医院急诊医学科` after the longest known institution name; `None` where none begins it.
#[must_use]
pub fn split_institution<'t, 'k>(
    text: &'t str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<(&'k str, &'t str)> {
    let text = text.trim_matches(is_space);
    let (name, rest) = known
        .into_iter()
        .filter(|name| !name.is_empty())
        .filter_map(|name| text.strip_prefix(half_width(name).trim_matches(is_space)).map(|rest| (name, rest)))
        .max_by_key(|(name, _)| name.len())?;
    let rest = rest.trim_matches(|next| is_space(next) || matches!(next, '/' | ',' | '、' | '-' | ':'));
    // Brackets around the whole of the rest only: 消化内科(含内镜中心) keeps its own.
    let inside = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    Some((name, inside.filter(|inside| !inside.contains(['(', ')'])).unwrap_or(rest)))
}

/// Takes the team role out of a post: `常务副院长(队长)` → (常务副院长, leader).
#[must_use]
pub fn post_and_role(text: &str) -> (String, Option<StintRole>) {
    let text = half_width(text);
    let text = text.trim_matches(is_space);
    if let Some(role) = find(STINT_ROLES, text) {
        return (String::new(), Some(role));
    }
    if let Some((post, bracket)) = trailing_bracket(text)
        && let Some(role) = find(STINT_ROLES, bracket)
    {
        return (post.to_owned(), Some(role));
    }
    (text.to_owned(), None)
}
