//! The command line, thin over `app`: one small file for each subcommand.

mod apply;
mod args;
mod backup;
mod check;
mod demo;
mod dress;
mod dump;
mod export;
mod figure;
mod findings;
mod history;
mod import;
mod info;
mod init;
mod log;
mod output;
mod plan;
mod plan_blocks;
mod plan_own;
mod recover;
mod scene;
mod search;
mod seed;
mod steps;
mod ui_smoke;
mod value;

use std::ffi::OsString;
use std::fmt::Display;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, Error, FromArgMatches};

use crate::app::{Clock, Failure, place};
use crate::i18n::{Lang, Tr};
use crate::import::read::child;
use args::{Arguments, Command};
use output::Output;
use scene::Scene;

/// What the command line asks the program to do.
#[derive(Debug)]
pub enum Start {
    /// Open the window.
    Window(WindowOptions),
    /// End with this exit code: a subcommand has run, or could not.
    End(u8),
}

/// What the command line says to the window.
#[derive(Debug, Clone)]
pub struct WindowOptions {
    /// The data file, where one is named.
    pub db: Option<PathBuf>,
    /// The clock.
    pub clock: Clock,
    /// The language, which the settings may change.
    pub lang: Lang,
    /// Whether nothing is to be changed.
    pub is_read_only: bool,
}

/// The exit code of wrong usage.
const USAGE: u8 = 2;
/// The exit code of a defect of the program.
const DEFECT: u8 = 70;
/// The exit code of an input or output that does not work, a display among them.
const INPUT_OUTPUT: u8 = 12;

/// Reads the command line and runs the subcommand, where there is one.
pub fn start(line: impl IntoIterator<Item = OsString>) -> Start {
    let line: Vec<OsString> = line.into_iter().collect();
    if let [_, first, rest @ ..] = line.as_slice()
        && first == child::ARGUMENT
    {
        return Start::End(u8::try_from(child::main(rest.iter().cloned())).unwrap_or(DEFECT));
    }
    let lang = asked_lang(&line);
    let tr = Tr::new(lang);
    log::catch_defects(lang);
    log::start();
    let mut command = dress::dress(Arguments::command(), tr);
    let parsed = command.try_get_matches_from_mut(&line).and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Err(error) => Start::End(explain(&error, &line, tr)),
        Ok(Arguments { global, command: None, .. }) => Start::Window(WindowOptions {
            db: global.db,
            clock: global.now.map_or(Clock::System, Clock::Fixed),
            lang: global.lang,
            is_read_only: global.read_only,
        }),
        Ok(Arguments { global, command: Some(command), .. }) => Start::End(perform(&command, &global)),
    }
}

/// Says that there is no display to open the window on, and gives the exit code.
#[must_use]
pub fn tell_no_window(cause: &dyn Display, lang: Lang) -> u8 {
    tracing::error!(%cause, "no window");
    let tr = Tr::new(lang);
    output::say(tr.trouble_no_window());
    output::say(tr.unchanged_nothing());
    output::say(&tr.told_next(tr.next_without_window()));
    INPUT_OUTPUT
}

/// The language is needed before the line is understood: its mistakes are told in it.
fn asked_lang(line: &[OsString]) -> Lang {
    let follows = line.windows(2).any(|pair| matches!(pair, [name, value] if name == "--lang" && value == "en"));
    if follows || line.iter().any(|arg| arg == "--lang=en") { Lang::En } else { Lang::Zh }
}

/// Prints help, or says what is wrong with the line.
fn explain(error: &Error, line: &[OsString], tr: Tr) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            output::line(text.trim_end()).map_or_else(|failure| output::tell(&failure, "", tr, false), |()| 0)
        }
        _ => {
            let command = dress::named_subcommand(&Arguments::command(), line);
            output::say(&dress::misuse(error, tr));
            output::say(&tr.misuse_next(&command));
            USAGE
        }
    }
}

fn perform(command: &Command, global: &args::Global) -> u8 {
    let tr = Tr::new(global.lang);
    let is_json = global.json;
    let db = match place::data_file(global.db.as_deref()) {
        Ok(db) => db,
        Err(failure) => return output::tell(&failure, "", tr, is_json),
    };
    let scene = Scene { tr, clock: global.now.map_or(Clock::System, Clock::Fixed), db, is_read_only: global.read_only };
    let file = command.task().unwrap_or(&scene.db).display().to_string();
    match run(command, &scene).and_then(|output| output.print(is_json).map(|()| output)) {
        Ok(output) => output.failure().map_or(0, |failure| output::tell(failure, &file, tr, false)),
        Err(failure) => output::tell(&failure, &file, tr, is_json),
    }
}

fn run(command: &Command, scene: &Scene) -> Result<Output, Failure> {
    match command {
        Command::Init(args) => init::run(args, scene),
        Command::Info => info::run(scene),
        Command::Check(args) => check::run(args, scene),
        Command::Dump(_) => dump::dump(scene),
        Command::Load(args) => dump::load(args, scene),
        Command::Backup(args) => backup::backup(args, scene),
        Command::Backups => backup::list(scene),
        Command::VerifyBackup(args) => backup::verify(args, scene),
        Command::Restore(args) => backup::restore(args, scene),
        Command::Recover(args) => recover::run(args, scene),
        Command::Import(args) => import::run(args, scene),
        Command::Export(args) => export::run(args, scene),
        Command::Documents => Ok(export::list(scene)),
        Command::Demo(args) => demo::run(args, scene),
        Command::Search(args) => search::run(args, scene),
        Command::Seed(args) => seed::run(args, scene),
        Command::UiSmoke(args) => ui_smoke::run(args, scene),
        Command::Apply(args) => apply::run(args, scene),
        Command::Undo(args) => steps::undo(args, scene),
        Command::Redo(args) => steps::redo(args, scene),
        Command::UndoImport(args) => steps::undo_import(args, scene),
        Command::History(args) => history::run(args, scene),
        Command::Figure(args) => figure::one(args, scene),
        Command::Figures(args) => figure::all(args, scene),
        Command::Findings(args) => findings::run(args, scene),
        Command::Plan(args) => plan::run(args, scene),
    }
}
