//! What calamine says is wrong, as what it means for the clerk.

use calamine::{OdsError, XlsError, XlsbError, XlsxError};

use super::ReadError;

impl From<XlsxError> for ReadError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Io(error) => of_io(error),
            XlsxError::Password => Self::Encrypted,
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<XlsbError> for ReadError {
    fn from(error: XlsbError) -> Self {
        match error {
            XlsbError::Io(error) => of_io(error),
            XlsbError::Password => Self::Encrypted,
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<XlsError> for ReadError {
    fn from(error: XlsError) -> Self {
        match error {
            XlsError::Io(error) => of_io(error),
            XlsError::Password => Self::Encrypted,
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<OdsError> for ReadError {
    fn from(error: OdsError) -> Self {
        match error {
            OdsError::Io(error) => of_io(error),
            OdsError::Password => Self::Encrypted,
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// The file opened before, so an error while unpacking it is damage unless the system itself refuses.
fn of_io(error: std::io::Error) -> ReadError {
    if error.raw_os_error().is_some() { ReadError::Io(error) } else { ReadError::Damaged(error.to_string()) }
}
