//! The program: the window, or one of the subcommands.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use chuanbangdai::cli::{self, Start};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::End(code) => ExitCode::from(code),
        Start::Window(_options) => ExitCode::from(2),
    }
}
