//! What a subcommand found or did: for people, and for programs.

use std::io::{ErrorKind, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::app::Failure;
use crate::i18n::Tr;

/// The result of a subcommand in both forms.
#[derive(Debug)]
pub struct Output {
    text: String,
    json: Value,
    failure: Option<Failure>,
}

impl Output {
    /// A result as words and as data.
    pub fn new(text: impl Into<String>, data: &impl Serialize) -> Self {
        let json = serde_json::to_value(data).unwrap_or_else(|error| {
            tracing::error!(%error, "a result has no JSON form");
            Value::Null
        });
        Self { text: text.into(), json, failure: None }
    }

    /// A result that is the same text for people and programs.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self { text, json: Value::Null, failure: None }
    }

    /// A result that was printed already.
    #[must_use]
    pub const fn nothing() -> Self {
        Self { text: String::new(), json: Value::Null, failure: None }
    }

    /// A result that is worth reading although it tells of a failure.
    #[must_use]
    pub fn but(self, failure: Option<Failure>) -> Self {
        Self { failure, ..self }
    }

    /// The failure that it tells of.
    #[must_use]
    pub const fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Prints it to standard output in the form that was asked for.
    pub fn print(&self, is_json: bool) -> Result<(), Failure> {
        match (is_json, &self.json) {
            (true, data) if !data.is_null() => line(&data.to_string()),
            _ if self.text.is_empty() => Ok(()),
            _ => line(self.text.trim_end_matches('\n')),
        }
    }
}

/// Prints a line to standard output at once. A reader that went away is no failure: it has read enough.
pub fn line(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::NotPrinted { source }),
        _ => Ok(()),
    }
}

/// Says something to people on standard error; where nobody can hear it, nothing is lost.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Tells people and programs what went wrong, and gives the exit code.
pub fn tell(failure: &Failure, default_file: &str, tr: Tr, is_json: bool) -> u8 {
    tracing::error!(?failure, "refused");
    let told = failure.told(tr);
    let file = failure.path().map_or_else(|| default_file.to_owned(), |path| path.display().to_string());
    let code = failure.exit_code();
    say(&told.what);
    say(&told.unchanged);
    say(&tr.told_next(&told.next));
    if !file.is_empty() && !told.what.contains(&file) {
        say(&tr.told_file(&file));
    }
    if is_json {
        let error = json!({ "error": {
            "exit_code": code, "what": told.what, "unchanged": told.unchanged, "next": told.next, "file": file,
            "rows": failure.rows_in_the_way(),
        }});
        let _ = line(&error.to_string());
    }
    code
}
