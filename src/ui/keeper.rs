//! Backups by themselves: half an hour after a change, and when the window closes.

use egui::Context;

use crate::app::backup::INTERVAL_MINUTES;
use crate::app::{Answer, Desk, Failure};

/// When the office is asked again whether a backup is due.
#[derive(Debug, Default)]
pub struct Keeper {
    /// Seconds since the start.
    due_at: Option<f64>,
    asked: Option<Answer<Result<bool, Failure>>>,
}

impl Keeper {
    /// Hears that something was changed: half an hour later a backup is due, even if nobody touches the window.
    pub fn changed(&mut self, ctx: &Context) {
        if self.due_at.is_none() {
            let minutes = u64::try_from(INTERVAL_MINUTES).unwrap_or_default();
            let wait = std::time::Duration::from_secs(60 * minutes);
            self.due_at = Some(ctx.input(|input| input.time) + wait.as_secs_f64());
            ctx.request_repaint_after(wait);
        }
    }

    /// Asks for a backup where one is due; gives back why one could not be made.
    pub fn tick(&mut self, ctx: &Context, desk: &Desk) -> Option<Failure> {
        let now = ctx.input(|input| input.time);
        if self.due_at.is_some_and(|due| due <= now) {
            self.due_at = None;
            self.asked = Some(desk.ask(|office| office.back_up_when_due()));
        }
        let answer = self.asked.as_ref().and_then(Answer::take)?;
        self.asked = None;
        answer.err()
    }
}
