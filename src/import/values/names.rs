//! Names of people and institutions.

use crate::domain::StintRole;
use crate::import::Raw;

/// A person's name with what stood beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameValue {
    /// The name: inner spaces gone, · unified, rare characters kept.
    pub name: String,
    /// Text in brackets or a leading mark, empty for none.
    pub remark: String,
}

/// One name.
#[must_use]
pub fn name(raw: &Raw) -> Option<NameValue> {
    todo!()
}

/// Several names (`张三、李四`, `张三 李四`).
#[must_use]
pub fn names(raw: &Raw) -> Vec<NameValue> {
    todo!()
}

/// The text by which names of institutions and departments are compared: half-width, no spaces.
#[must_use]
pub fn institution_key(text: &str) -> String {
    todo!()
}

/// Cuts `商洛市中心医院急诊医学科` after the longest known institution name; `None` where none begins it.
#[must_use]
pub fn split_institution<'t, 'k>(
    text: &'t str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<(&'k str, &'t str)> {
    todo!()
}

/// Takes the team role out of a post: `常务副院长(队长)` → (常务副院长, leader).
#[must_use]
pub fn post_and_role(text: &str) -> (String, Option<StintRole>) {
    todo!()
}
