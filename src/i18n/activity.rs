//! The name of an activity: data of the office, kept in both languages.

use super::{Lang, Tr};
use crate::domain::Activity;

impl Tr {
    /// The name in the language of the window; an activity without an English name keeps its Chinese one.
    #[must_use]
    pub fn name_of(self, activity: &Activity) -> &str {
        match self.lang() {
            Lang::En if !activity.name_en.is_empty() => &activity.name_en,
            Lang::Zh | Lang::En => &activity.name_zh,
        }
    }
}
