//! A choice from a list that can grow: nothing, one that is there, or a new name.

use crate::domain::Id;

/// What is chosen in a list of names.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Pick<T> {
    /// Nothing.
    #[default]
    Nothing,
    /// A record that is there.
    Known(Id<T>),
    /// A name to be added.
    New(String),
}

// Derived, these would ask the same of `T`, which is only a name for the kind of key.
impl<T> Clone for Pick<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Known(id) => Self::Known(*id),
            Self::New(name) => Self::New(name.clone()),
        }
    }
}

impl<T> From<Option<Id<T>>> for Pick<T> {
    fn from(id: Option<Id<T>>) -> Self {
        id.map_or(Self::Nothing, Self::Known)
    }
}

impl<T> Pick<T> {
    /// The key, where a record that is there is chosen.
    #[must_use]
    pub const fn known(&self) -> Option<Id<T>> {
        match self {
            Self::Known(id) => Some(*id),
            Self::Nothing | Self::New(_) => None,
        }
    }

    /// Whether nothing is chosen, a blank new name included.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Known(_) => false,
            Self::New(name) => name.trim().is_empty(),
        }
    }
}
