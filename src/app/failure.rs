//! Anything that can go wrong, what to tell people about it, and the exit code that scripts see.

use thiserror::Error;

use crate::i18n::Tr;
use crate::store::StoreError;

/// What can go wrong in a use case.
#[derive(Debug, Error)]
pub enum Failure {
    /// The data file or the change.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A failure in words for people: what happened, what did not change, what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened, with the name of the file.
    pub what: String,
    /// What did not change.
    pub unchanged: String,
    /// What to do next.
    pub next: String,
}

impl Failure {
    /// The words for it.
    #[must_use]
    pub fn told(&self, tr: Tr) -> Told {
        let _ = tr;
        Told { what: self.to_string(), unchanged: String::new(), next: String::new() }
    }

    /// The exit code of the command line.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Store(error) => match error {
                StoreError::InUse { .. } => 4,
                StoreError::ReadOnly { .. } => 5,
                StoreError::NoSpace { .. } => 6,
                StoreError::Damaged { .. } => 7,
                StoreError::Newer { .. } => 8,
                StoreError::Foreign { .. } => 9,
                StoreError::WrongPassword { .. } => 10,
                StoreError::Conflict { .. } => 11,
                StoreError::Missing { .. } | StoreError::Io { .. } | StoreError::Sql(_) => 12,
                StoreError::Exists { .. }
                | StoreError::Refused(_)
                | StoreError::NothingToUndo
                | StoreError::NothingToRedo
                | StoreError::NoSuchStep(_) => 3,
            },
        }
    }
}
