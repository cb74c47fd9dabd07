//! `apply`: edits from a file, one transaction a line; `ACK n` only after line n is safely on the disk.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::args::Apply;
use super::output::{self, Output};
use super::scene::Scene;
use crate::app::{Failure, Office};
use crate::domain::Edit;

pub fn run(args: &Apply, scene: &Scene) -> Result<Output, Failure> {
    let path = args.edits.as_path();
    let reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        let file = File::open(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?;
        Box::new(BufReader::new(file))
    };
    let mut office = scene.open()?;
    for (index, line) in reader.lines().enumerate() {
        let line = line.map_err(|source| Failure::Read { path: path.to_owned(), source })?;
        if !line.trim().is_empty() {
            run_line(&line, path, index + 1, &mut office)?;
        }
    }
    Ok(Output::nothing())
}

fn run_line(line: &str, path: &Path, number: usize, office: &mut Office) -> Result<(), Failure> {
    let edit: Edit = serde_json::from_str(line.trim_start_matches('\u{feff}')).map_err(|error| Failure::BadLine {
        path: path.to_owned(),
        line: number,
        detail: error.to_string(),
    })?;
    office.run(&edit).map_err(|source| Failure::AtLine {
        path: path.to_owned(),
        line: number,
        source: Box::new(source),
    })?;
    output::line(&format!("ACK {number}"))
}
