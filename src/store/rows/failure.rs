//! What serde says when a record and a row do not fit, in the words of the database engine's errors.

use std::fmt::Display;

use rusqlite::types::Type;
use thiserror::Error;

/// A record and a row that do not fit each other.
#[derive(Debug, Error)]
pub(in crate::store) enum Misfit {
    /// A value that the field or the column does not take.
    #[error("{0}")]
    Value(String),
    /// The database engine's own error.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

impl Misfit {
    /// A value of a kind that no column takes.
    pub(super) fn kind(kind: &str) -> Self {
        Self::Value(format!("no column takes {kind}"))
    }
}

impl serde::de::Error for Misfit {
    fn custom<T: Display>(message: T) -> Self {
        Self::Value(message.to_string())
    }
}

impl serde::ser::Error for Misfit {
    fn custom<T: Display>(message: T) -> Self {
        Self::Value(message.to_string())
    }
}

impl From<Misfit> for rusqlite::Error {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::Sql(error) => error,
            Misfit::Value(_) => Self::FromSqlConversionFailure(0, Type::Null, Box::new(misfit)),
        }
    }
}
