//! A notice of the desktop, where it offers that: on Linux by the program that desktops bring along.
//!
//! Other systems would need a library of their own for it; there the task bar lights up, and the window says the same.

use super::job::Job;

/// How long a notice stays, in milliseconds.
const STAY: &str = "15000";

/// Shows a notice beside the window. Nobody waits for it; a desktop without notices changes nothing.
pub fn send(app: &str, title: &str, body: &str) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let arguments = ["--app-name", app, "--expire-time", STAY, "--", title, body].map(str::to_owned);
    Job::start(
        "notice",
        || (),
        move |_| {
            let null = std::process::Stdio::null;
            let mut command = std::process::Command::new("notify-send");
            let shown = command.args(&arguments).stdin(null()).stdout(null()).stderr(null()).status();
            if let Err(error) = shown {
                tracing::debug!(%error, "this desktop shows no notices");
            }
        },
    );
}
