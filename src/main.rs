//! The program: the window, or one of the subcommands.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use chuanbangdai::cli::{self, Start};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::start;

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::End(code) => ExitCode::from(code),
        Start::Window(options) => {
            let lang = options.lang;
            let options = start::Options {
                db: options.db,
                clock: options.clock,
                lang: (options.lang != Lang::default()).then_some(options.lang),
                is_read_only: options.is_read_only,
            };
            match start::run(options) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => ExitCode::from(cli::tell_no_window(&error, lang)),
            }
        }
    }
}
