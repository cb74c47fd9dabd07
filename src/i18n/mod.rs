//! Every word the program says, Chinese and English side by side; a missing one does not compile.
//!
//! `texts!` turns lines such as `saved_at(time: &str) "已保存 {time}" "Saved {time}"` into methods of [`Tr`].

/// Declares texts: a name, its arguments, the Chinese and the English wording.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident $(($($arg:ident : $ty:ty),+ $(,)?))? $zh:literal $en:literal;)+) => {
        impl $crate::i18n::Tr {
            $(texts!(@one $(#[$meta])* $name $(($($arg : $ty),+))? $zh $en);)+
        }
    };
    (@one $(#[$meta:meta])* $name:ident $zh:literal $en:literal) => {
        $(#[$meta])*
        #[doc = $zh]
        #[must_use]
        pub const fn $name(self) -> &'static str {
            match self.lang() { $crate::i18n::Lang::Zh => $zh, $crate::i18n::Lang::En => $en }
        }
    };
    (@one $(#[$meta:meta])* $name:ident ($($arg:ident : $ty:ty),+) $zh:literal $en:literal) => {
        $(#[$meta])*
        #[doc = $zh]
        #[must_use]
        pub fn $name(self, $($arg: $ty),+) -> String {
            match self.lang() { $crate::i18n::Lang::Zh => format!($zh), $crate::i18n::Lang::En => format!($en) }
        }
    };
}

mod activity;
mod checks;
mod cli;
mod codes;
mod dates;
mod duty_paper;
mod evidence;
mod field;
mod figures;
mod finding;
mod frame;
mod handover;
mod import;
mod label;
mod ledger;
mod meetings;
mod overview;
mod pairing;
mod paper;
mod planning;
mod registers;
mod rota;
mod schedule;
mod stints;
mod tasks;
mod templates;
mod trouble;
mod weights;
mod wizard;
mod wording;

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Simplified Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tr(Lang);

impl Tr {
    /// Words in the language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.0
    }
}
