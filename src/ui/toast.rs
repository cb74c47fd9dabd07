//! Messages in the corner, and the list of those that were shown before.

use std::time::Duration;

use chrono::NaiveDateTime;
use egui::{Align2, Area, Context, Id, Order, RichText, ScrollArea, Stroke, Ui, vec2};

use super::page::Tone;
use super::theme::{self, CORNER, Theme};
use super::widget::{Button, Dialog, DialogAnswer, Icon, chip};
use crate::i18n::Tr;

/// Seconds for which good news stay; bad news stay until they are closed.
const STAY: f64 = 5.0;
/// Seconds that each further line adds: it has to be read.
const STAY_PER_LINE: f64 = 3.0;
/// How many messages are remembered.
const REMEMBERED: usize = 200;

/// One message.
#[derive(Debug, Clone)]
struct Message {
    tone: Tone,
    text: String,
    at: NaiveDateTime,
    stay: Stay,
}

/// How long a message stays up. Its time runs from the frame that first shows it: between the frames of a window at rest
/// the clock of the frames stands still.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stay {
    /// Not shown yet; then for so many seconds.
    For(f64),
    /// Until so many seconds after the start.
    Until(f64),
    /// It has gone.
    Gone,
}

impl Stay {
    /// How long it stays, seen at a moment.
    fn at(self, seconds: f64) -> Self {
        match self {
            Self::For(stay) => Self::Until(seconds + stay),
            Self::Until(until) if until > seconds => self,
            Self::Until(_) | Self::Gone => Self::Gone,
        }
    }
}

/// The messages of this session.
#[derive(Debug, Default)]
pub struct Toasts(Vec<Message>);

impl Toasts {
    /// Says something; `now` is the clock.
    pub fn say(&mut self, tone: Tone, text: String, now: NaiveDateTime) {
        let stay = text.lines().skip(1).fold(STAY, |stay, _| stay + STAY_PER_LINE);
        let stay = Stay::For(if tone == Tone::Error { f64::INFINITY } else { stay });
        self.0.push(Message { tone, text, at: now, stay });
        let surplus = self.0.len().saturating_sub(REMEMBERED);
        self.0.drain(..surplus);
    }

    /// Draws those that are still up, newest at the bottom.
    pub fn ui(&mut self, ctx: &Context, theme: &Theme, tr: Tr) {
        let seconds = ctx.input(|input| input.time);
        for message in &mut self.0 {
            message.stay = message.stay.at(seconds);
        }
        let ends = self.0.iter().filter_map(|message| match message.stay {
            Stay::Until(until) => Some(until),
            Stay::For(_) | Stay::Gone => None,
        });
        let next = ends.fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next - seconds).max(0.0)));
        }
        if self.0.iter().all(|message| message.stay == Stay::Gone) {
            return;
        }
        Area::new(Id::unique("toasts")).order(Order::Foreground).anchor(Align2::RIGHT_BOTTOM, vec2(-16.0, -44.0)).show(
            ctx,
            |ui| {
                for message in self.0.iter_mut().filter(|message| message.stay != Stay::Gone) {
                    if message_ui(ui, theme, tr, message) {
                        message.stay = Stay::Gone;
                    }
                }
            },
        );
    }

    /// Draws the list of messages; returns whether it stays open.
    pub fn list_ui(&self, ctx: &Context, theme: &Theme, tr: Tr) -> bool {
        let dialog = Dialog::new("messages", tr.command_messages(), tr.close()).width(560.0);
        let answer = dialog.ui(ctx, theme, |ui| {
            if self.0.is_empty() {
                ui.label(RichText::new(tr.no_messages()).color(theme.muted));
            }
            ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
                for message in self.0.iter().rev() {
                    ui.horizontal_top(|ui| {
                        let time = message.at.format("%H:%M").to_string();
                        ui.label(RichText::new(time).color(theme.muted));
                        let (icon, ink, _) = chip::tone_look(theme, message.tone);
                        icon.ui(ui, 16.0, ink);
                        ui.add(egui::Label::new(&message.text).wrap());
                    });
                }
            });
        });
        answer == DialogAnswer::Open
    }
}

/// Draws one message; returns whether it was closed.
fn message_ui(ui: &mut Ui, theme: &Theme, tr: Tr, message: &Message) -> bool {
    let (icon, ink, fill) = chip::tone_look(theme, message.tone);
    let mut is_closed = false;
    let frame = egui::Frame::new().fill(fill).corner_radius(CORNER).stroke(Stroke::new(1.0, ink)).inner_margin(10);
    frame.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            icon.ui(ui, 18.0, ink);
            ui.scope(|ui| {
                ui.set_max_width(340.0);
                ui.add(egui::Label::new(RichText::new(&message.text).font(theme::body()).color(theme.ink)).wrap());
            });
            is_closed = Button::icon_only(Icon::Close, tr.close()).ui(ui, theme).clicked();
        });
    });
    ui.add_space(8.0);
    is_closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_a_message_runs_from_the_frame_that_first_shows_it() {
        let shown = Stay::For(STAY).at(600.0);
        assert_eq!(shown, Stay::Until(600.0 + STAY));
        assert_eq!(shown.at(600.0 + STAY / 2.0), shown);
        assert_eq!(shown.at(600.0 + STAY), Stay::Gone);
        assert_eq!(Stay::Gone.at(700.0), Stay::Gone);
        assert_eq!(Stay::For(f64::INFINITY).at(0.0).at(1e9), Stay::Until(f64::INFINITY), "bad news stay");
    }
}
