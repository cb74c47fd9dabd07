//! The source files of the program, as the other rules look at them.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file with its text.
pub struct Source {
    /// Path from the root of the package, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The room it stands in: `domain` for `src/domain/date.rs`, `main.rs` for a file of the top folder.
    pub fn room(&self) -> &str {
        self.path.trim_start_matches("src/").split('/').next().unwrap_or_default()
    }

    /// Its lines of code: comments cut off, with 1-based numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, without_comment(line)))
    }
}

/// The line up to a `//` that does not stand inside a string.
fn without_comment(line: &str) -> &str {
    let mut is_text = false;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' => is_text = !is_text,
            '/' if before == '/' && !is_text => return &line[..at - 1],
            _ => {}
        }
        before = letter;
    }
    line
}

/// Every Rust file under a folder of the package.
pub fn rust_files(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .map(|path| Source {
            text: fs::read_to_string(&path).expect("sources are readable"),
            path: path.strip_prefix(root).expect("inside the package").to_string_lossy().replace('\\', "/"),
        })
        .collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, into) } else { into.push(path) }
    }
}
