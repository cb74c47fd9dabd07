//! The log in the user's data folder, and what a crash leaves behind there.

use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::PathBuf;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::LevelFilter;

use crate::app::{Clock, place};
use crate::i18n::{Lang, Tr};

use super::{DEFECT, output};

/// How many daily log files are kept.
const FILES_KEPT: usize = 7;

/// Starts the log. A log that cannot be written stops nobody from working.
pub fn start() {
    let Ok(folder) = place::log_folder() else { return };
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("chuanbangdai")
        .filename_suffix("log")
        .max_log_files(FILES_KEPT)
        .build(folder);
    if let Ok(appender) = appender {
        let subscriber =
            tracing_subscriber::fmt().with_writer(appender).with_ansi(false).with_max_level(LevelFilter::INFO).finish();
        // A second start in one process keeps the first log.
        let _ = tracing::subscriber::set_global_default(subscriber);
    }
}

/// Lets a defect end the program with one sentence; the details go to a file.
pub fn catch_defects(lang: Lang) {
    std::panic::set_hook(Box::new(move |info| {
        let tr = Tr::new(lang);
        match write_crash(info) {
            Some(path) => output::say(&tr.trouble_defect(&path.display().to_string())),
            None => output::say(tr.trouble_defect_without_log()),
        }
        std::process::exit(i32::from(DEFECT));
    }));
}

fn write_crash(info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let folder = place::log_folder().ok()?;
    std::fs::create_dir_all(&folder).ok()?;
    let path = folder.join("crash.log");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).ok()?;
    let at = Clock::System.now();
    writeln!(file, "{at} {} {info}\n{}", env!("CARGO_PKG_VERSION"), Backtrace::force_capture()).ok()?;
    Some(path)
}
