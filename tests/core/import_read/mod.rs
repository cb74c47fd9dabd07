//! Reading files, finding tables, reading values.

mod arbitrary;
mod by_hand;
mod cells;
mod dates;
mod files;
mod grids;
mod hostile;
mod tables;
mod text_files;
mod words;
mod xlsb;

use std::path::{Path, PathBuf};

use chuanbangdai::import::{Grid, Merge, Raw, SourceFile};

/// A file of the test data.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

/// A text cell, blank for an empty text.
fn cell(text: &str) -> Raw {
    if text.is_empty() { Raw::Blank } else { Raw::Text(text.to_owned()) }
}

/// A sheet from lines whose cells are parted by `|`.
fn grid(lines: &[&str]) -> Grid {
    let rows = lines.iter().map(|line| line.split('|').map(|text| cell(text.trim())).collect());
    Grid { name: Some("表".into()), rows: rows.collect(), ..Grid::default() }
}

/// The same with merged areas (top, left, bottom, right; zero-based).
fn merged(lines: &[&str], areas: &[(u32, u32, u32, u32)]) -> Grid {
    let merges =
        areas.iter().map(|(top, left, bottom, right)| Merge { top: *top, left: *left, bottom: *bottom, right: *right });
    Grid { merges: merges.collect(), ..grid(lines) }
}

/// A file of one sheet.
fn file(grid: Grid) -> SourceFile {
    SourceFile { name: "测试.xlsx".into(), sheets: vec![grid] }
}

/// Makes a file of the test's own.
#[allow(clippy::disallowed_methods, reason = "nobody sees the files of a test")]
fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::write(path, bytes).unwrap();
}
