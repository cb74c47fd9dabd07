//! What the reading process says to its parent: length-prefixed messages.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::ReadError;
use crate::import::{Grid, Merge, Raw};

/// Rows in one message.
pub const ROWS_A_MESSAGE: usize = 2_000;
/// No honest message is longer.
const LONGEST: u32 = 1 << 30;

/// One message.
#[derive(Debug, Serialize, Deserialize)]
pub enum Message {
    /// A sheet begins.
    Sheet {
        /// Name of the tab.
        name: String,
        /// Merged areas.
        merges: Vec<Merge>,
        /// Whether some rows or columns are hidden.
        has_hidden: bool,
        /// Whether serial numbers count from 1904.
        is_1904: bool,
    },
    /// Its next rows.
    Rows(Vec<Vec<Raw>>),
    /// Everything was said.
    End,
    /// Reading failed.
    Failed(Failure),
}

/// Why reading failed, as far as it must travel.
#[derive(Debug, Serialize, Deserialize)]
pub enum Failure {
    /// [`ReadError::NotAWorkbook`].
    NotAWorkbook,
    /// [`ReadError::Encrypted`].
    Encrypted,
    /// [`ReadError::Damaged`].
    Damaged(String),
    /// [`ReadError::TooLarge`].
    TooLarge,
    /// [`ReadError::Io`], by its text.
    Io(String),
    /// Anything else.
    Crashed,
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotAWorkbook => Self::NotAWorkbook,
            ReadError::Encrypted => Self::Encrypted,
            ReadError::Damaged(text) => Self::Damaged(text),
            ReadError::TooLarge => Self::TooLarge,
            ReadError::Io(error) => Self::Io(error.to_string()),
            ReadError::TimedOut | ReadError::Crashed | ReadError::Cancelled => Self::Crashed,
        }
    }
}

impl From<Failure> for ReadError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotAWorkbook => Self::NotAWorkbook,
            Failure::Encrypted => Self::Encrypted,
            Failure::Damaged(text) => Self::Damaged(text),
            Failure::TooLarge => Self::TooLarge,
            Failure::Io(text) => Self::Io(io::Error::other(text)),
            Failure::Crashed => Self::Crashed,
        }
    }
}

/// Writes one message.
pub fn send(to: &mut impl Write, message: &Message) -> io::Result<()> {
    let body = postcard::to_stdvec(message).map_err(io::Error::other)?;
    let length = u32::try_from(body.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| io::Error::other("message too long"))?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&body)
}

/// Reads every message up to the end. `Crashed` where the stream breaks off or is garbage.
pub fn receive(from: &mut impl Read) -> Result<Vec<Grid>, ReadError> {
    let mut sheets = Collector::default();
    let mut body = Vec::new();
    loop {
        let mut length = [0; 4];
        from.read_exact(&mut length).map_err(|_| ReadError::Crashed)?;
        let length = u32::from_le_bytes(length);
        if length > LONGEST {
            return Err(ReadError::Crashed);
        }
        body.clear();
        let read = from.take(u64::from(length)).read_to_end(&mut body).map_err(|_| ReadError::Crashed)?;
        if read != usize::try_from(length).unwrap_or(usize::MAX) {
            return Err(ReadError::Crashed);
        }
        match postcard::from_bytes(&body).map_err(|_| ReadError::Crashed)? {
            Message::End => return Ok(sheets.finish()),
            Message::Failed(failure) => return Err(failure.into()),
            message => sheets.take(message),
        }
    }
}

/// Puts sheets together from their messages.
#[derive(Debug, Default)]
pub struct Collector {
    sheets: Vec<Grid>,
}

impl Collector {
    /// Takes one message.
    pub fn take(&mut self, message: Message) {
        match message {
            Message::Sheet { name, merges, has_hidden, is_1904 } => {
                self.sheets.push(Grid { name: Some(name), rows: Vec::new(), merges, has_hidden, is_1904 });
            }
            Message::Rows(rows) => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.rows.extend(rows);
                }
            }
            Message::End | Message::Failed(_) => {}
        }
    }

    /// The sheets so far.
    #[must_use]
    pub fn finish(self) -> Vec<Grid> {
        self.sheets
    }
}
