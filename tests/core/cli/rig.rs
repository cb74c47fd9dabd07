//! A user with an own home folder who runs the program.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A home folder that vanishes with the test.
pub struct Rig {
    home: TempDir,
}

/// What a run printed, and how it ended.
pub struct Ran {
    /// Exit code; `None` where a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Rig {
    /// An empty home.
    pub fn new() -> Self {
        Self { home: TempDir::new().expect("a temporary folder") }
    }

    /// A file in the user's work folder.
    pub fn file(&self, name: &str) -> PathBuf {
        let folder = self.home.path().join("work");
        std::fs::create_dir_all(&folder).expect("the work folder");
        folder.join(name)
    }

    /// The program, ready to be given arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chuanbangdai"));
        for name in ["HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"] {
            command.env(name, self.home.path());
        }
        command.env_remove("CHUANBANGDAI_PASSWORD");
        command
    }

    /// Runs the program with a line of arguments; `@name` stands for a file of the work folder.
    pub fn run(&self, line: &str) -> Ran {
        self.run_with(line, &[])
    }

    /// Runs it with environment variables.
    pub fn run_with(&self, line: &str, variables: &[(&str, &str)]) -> Ran {
        let words = line.split_whitespace().map(|word| match word.strip_prefix('@') {
            Some(name) => self.file(name).into_os_string(),
            None => word.into(),
        });
        let output = self.command().args(words).envs(variables.iter().copied()).output().expect("the program starts");
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs it and expects success.
    pub fn ok(&self, line: &str) -> String {
        let ran = self.run(line);
        assert_eq!(ran.code, Some(0), "{line}\n{}{}", ran.out, ran.err);
        ran.out
    }
}

/// Names in a folder, sorted.
pub fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Whether a text is free of what people should never see: Debug forms, backtraces, source positions.
pub fn is_for_people(text: &str) -> bool {
    !["Some(", "Err(", "Error {", "Os {", "panicked", "RUST_BACKTRACE", ".rs:", "StoreError"]
        .iter()
        .any(|sign| text.contains(sign))
}
