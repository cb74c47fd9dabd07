//! A screen that nobody sees: frames with made-up input, and what stands on it for a screen reader.

use std::path::Path;
use std::time::Duration;

use egui::accesskit::TreeUpdate;
use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, vec2};

use super::watch::{self, Spot};
use crate::app::settings::Preferences;
use crate::app::{Clock, Desk};
use crate::ui::{Command, Window, fonts, off_screen};

/// Seconds from frame to frame.
const FRAME: f64 = 1.0 / 30.0;

/// The window on a screen that nobody sees.
pub struct Screen {
    ctx: Context,
    window: Window,
    size: Vec2,
    seconds: f64,
    frames: u64,
    spots: Vec<Spot>,
    complaints: Vec<String>,
    until_next: Duration,
}

impl Screen {
    /// The window after its first frames.
    pub fn new(desk: Desk, clock: Clock, preferences: Preferences, folder: &Path) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        off_screen::begin(&ctx, folder);
        ctx.enable_accesskit();
        let mut screen = Self {
            ctx,
            window: Window::new(desk, clock, preferences),
            size: vec2(1366.0, 768.0),
            seconds: 0.0,
            frames: 0,
            spots: Vec::new(),
            complaints: Vec::new(),
            until_next: Duration::ZERO,
        };
        screen.frames_with(Vec::new(), 3);
        screen
    }

    /// What stands on the screen and can be clicked or written into.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The size of the screen in points.
    pub const fn size(&self) -> Vec2 {
        self.size
    }

    /// How many frames were drawn.
    pub const fn frames(&self) -> u64 {
        self.frames
    }

    /// How many edits, undos and redos were answered.
    pub fn answers(&self) -> u64 {
        self.window.answers()
    }

    /// What was wrong since it was last asked.
    pub fn complaints(&mut self) -> Vec<String> {
        let mut all = std::mem::take(&mut self.complaints);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Another size of the screen.
    pub fn resize(&mut self, size: Vec2) {
        self.size = size;
        self.frames_with(Vec::new(), 2);
    }

    /// Asks for a command as a dropped file does.
    pub fn ask(&mut self, command: Command) {
        self.window.ask(command);
        self.frames_with(Vec::new(), 3);
    }

    /// Time goes by.
    pub fn wait(&mut self, seconds: f64) {
        self.seconds += seconds;
        self.frames_with(Vec::new(), 2);
    }

    /// The pointer presses and lets go, so many times.
    pub fn click(&mut self, at: Pos2, button: PointerButton, times: usize, modifiers: Modifiers) {
        self.frames_with(vec![Event::PointerMoved(at)], 1);
        for _ in 0..times {
            for pressed in [true, false] {
                self.frame(vec![Event::PointerButton { pos: at, button, pressed, modifiers }], modifiers);
            }
        }
        self.frames_with(Vec::new(), 2);
    }

    /// The pointer takes something from one place to another.
    pub fn drag(&mut self, from: Pos2, to: Pos2, modifiers: Modifiers) {
        let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
        self.frame(vec![Event::PointerMoved(from)], modifiers);
        self.frame(vec![button(from, true)], modifiers);
        for share in [0.3, 0.7, 1.0] {
            self.frame(vec![Event::PointerMoved(from + (to - from) * share)], modifiers);
        }
        self.frame(vec![button(to, false)], modifiers);
        self.frames_with(Vec::new(), 2);
    }

    /// Events in one frame, and two frames for what follows from them.
    pub fn events(&mut self, events: Vec<Event>, modifiers: Modifiers) {
        self.frame(events, modifiers);
        self.frames_with(Vec::new(), 2);
    }

    /// Whether the window stops drawing by itself within so many frames.
    pub fn comes_to_rest(&mut self, frames: u32) -> bool {
        (0..frames).any(|_| {
            self.seconds += 1.0;
            self.frames_with(Vec::new(), 1);
            self.until_next > Duration::from_millis(100)
        })
    }

    fn frames_with(&mut self, events: Vec<Event>, count: u32) {
        self.frame(events, Modifiers::NONE);
        for _ in 1..count {
            self.frame(Vec::new(), Modifiers::NONE);
        }
    }

    fn frame(&mut self, mut events: Vec<Event>, modifiers: Modifiers) {
        self.seconds += FRAME;
        self.frames += 1;
        // Held keys are told by an event of their own, as a real window does.
        if modifiers != Modifiers::NONE {
            events.insert(0, Event::ModifiersChanged(modifiers));
            events.push(Event::ModifiersChanged(Modifiers::NONE));
        }
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.seconds),
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        let window = &mut self.window;
        let mut output = self.ctx.run_ui(input, |ui| {
            window.logic(ui.ctx());
            window.ui(ui);
        });
        // Nobody paints them.
        output.textures_delta.clear();
        self.until_next = output.viewport_output.values().map(|it| it.repaint_delay).min().unwrap_or(Duration::MAX);
        if let Some(update) = &output.platform_output.accesskit_update {
            self.read(update);
        }
        self.complaints.extend(self.window.defects());
    }

    fn read(&mut self, update: &TreeUpdate) {
        let page = self.window.page();
        self.complaints.extend(watch::nameless(update).map(|what| format!("{page:?}: {what}")));
        let whole = Rect::from_min_size(Pos2::ZERO, self.size);
        self.spots = watch::spots(update).filter(|spot| whole.contains(spot.at)).collect();
    }
}
