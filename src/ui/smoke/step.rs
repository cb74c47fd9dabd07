//! One thing that a hand might do: click, drag, press a key, write, scroll, drop a file.

use std::path::PathBuf;

use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2, pos2, vec2,
};
use fastrand::Rng;

use super::screen::Screen;
use crate::ui::Command;

/// What is written into boxes, one a line.
const TEXTS: &str = include_str!("../../../assets/smoke/texts.txt");
/// What is pasted, parted by empty lines.
const BLOCKS: &str = include_str!("../../../assets/smoke/blocks.txt");
/// Keys that are pressed alone, with Shift, or with Ctrl.
const KEYS: &[Key] = &[
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Delete,
    Key::Backspace,
    Key::F1,
    Key::F2,
    Key::F8,
    Key::Questionmark,
];
/// Keys that are pressed with Ctrl.
const WITH_CTRL: &[Key] = &[
    Key::Z,
    Key::Z,
    Key::Y,
    Key::A,
    Key::C,
    Key::X,
    Key::D,
    Key::K,
    Key::P,
    Key::I,
    Key::S,
    Key::Enter,
    Key::PageUp,
    Key::PageDown,
    Key::Plus,
    Key::Minus,
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];
/// Screens, in points.
const SIZES: &[[f32; 2]] = &[[1366.0, 768.0], [1920.0, 1080.0], [800.0, 480.0], [1024.0, 600.0]];

/// One thing that a hand might do.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The pointer clicks something with this name.
    Click {
        /// Its name.
        name: String,
        /// Where.
        at: Pos2,
        /// With which button.
        button: PointerButton,
        /// How often.
        times: usize,
        /// With which keys held.
        modifiers: Modifiers,
    },
    /// The pointer drags.
    Drag {
        /// From here.
        from: Pos2,
        /// To there.
        to: Pos2,
        /// With which keys held.
        modifiers: Modifiers,
    },
    /// A key.
    Press(Key, Modifiers),
    /// Text into whatever has the focus.
    Write(&'static str),
    /// A box is clicked and text is written into it.
    Fill {
        /// Its name.
        name: String,
        /// Where.
        at: Pos2,
        /// The text.
        text: &'static str,
    },
    /// A block from a workbook.
    Paste(&'static str),
    /// The wheel.
    Scroll {
        /// Over what.
        at: Pos2,
        /// How far.
        delta: Vec2,
    },
    /// Another size of the screen.
    Resize(Vec2),
    /// A workbook is dropped on the window.
    Drop(PathBuf),
    /// Time goes by.
    Wait(f64),
}

impl Step {
    /// Chooses one of what can be done now.
    pub fn choose(chance: &mut Rng, screen: &Screen, workbooks: &[PathBuf]) -> Self {
        let spots = screen.spots();
        let modifiers = one_of(chance, [Modifiers::NONE, Modifiers::COMMAND, Modifiers::SHIFT], Modifiers::NONE);
        let anywhere = |chance: &mut Rng| pos2(chance.f32() * screen.size().x, chance.f32() * screen.size().y);
        match chance.u32(0..100) {
            0..40 => match chance.choice(spots) {
                Some(spot) => {
                    let button = if chance.u32(0..12) == 0 { PointerButton::Secondary } else { PointerButton::Primary };
                    let times = if chance.u32(0..10) == 0 { 2 } else { 1 };
                    let modifiers = if chance.u32(0..8) == 0 { modifiers } else { Modifiers::NONE };
                    Self::Click { name: spot.name.clone(), at: spot.at, button, times, modifiers }
                }
                None => Self::Press(Key::Escape, Modifiers::NONE),
            },
            40..46 => {
                let end = |chance: &mut Rng| {
                    let spot = chance.choice(spots).map(|spot| spot.at);
                    spot.unwrap_or_else(|| anywhere(chance))
                };
                Self::Drag { from: end(chance), to: end(chance), modifiers }
            }
            46..66 => {
                let modifiers = if chance.bool() { Modifiers::NONE } else { Modifiers::SHIFT };
                Self::Press(one_of(chance, KEYS.iter().copied(), Key::Tab), modifiers)
            }
            66..76 => Self::Press(one_of(chance, WITH_CTRL.iter().copied(), Key::Z), Modifiers::COMMAND),
            76..84 => match chance.choice(spots.iter().filter(|spot| spot.is_text).collect::<Vec<_>>()) {
                Some(spot) => Self::Fill { name: spot.name.clone(), at: spot.at, text: text(chance) },
                None => Self::Write(text(chance)),
            },
            84..89 => Self::Write(text(chance)),
            89..91 => Self::Paste(one_of(chance, BLOCKS.split("\n\n"), "")),
            91..95 => {
                let delta = vec2(chance.f32() * 80.0 - 40.0, chance.f32() * 1200.0 - 600.0);
                Self::Scroll { at: anywhere(chance), delta }
            }
            95..97 => Self::Resize(Vec2::from(one_of(chance, SIZES.iter().copied(), [1366.0, 768.0]))),
            97..98 => chance.choice(workbooks).map_or(Self::Wait(1.0), |path| Self::Drop(path.clone())),
            _ => Self::Wait(chance.f64() * 20.0),
        }
    }

    /// Does it, and draws what follows.
    pub fn perform(&self, screen: &mut Screen) {
        match self {
            Self::Click { at, button, times, modifiers, .. } => screen.click(*at, *button, *times, *modifiers),
            Self::Drag { from, to, modifiers } => screen.drag(*from, *to, *modifiers),
            Self::Press(key, modifiers) => screen.events(pressed(*key, *modifiers), *modifiers),
            Self::Write(text) => screen.events(vec![Event::Text((*text).to_owned())], Modifiers::NONE),
            Self::Fill { at, text, .. } => {
                screen.click(*at, PointerButton::Primary, 1, Modifiers::NONE);
                screen.events(pressed(Key::A, Modifiers::COMMAND), Modifiers::COMMAND);
                screen.events(vec![Event::Text((*text).to_owned())], Modifiers::NONE);
            }
            Self::Paste(text) => screen.events(vec![Event::Paste((*text).to_owned())], Modifiers::NONE),
            Self::Scroll { at, delta } => {
                let wheel = Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: *delta,
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                };
                screen.events(vec![Event::PointerMoved(*at), wheel], Modifiers::NONE);
            }
            Self::Resize(size) => screen.resize(*size),
            Self::Drop(path) => screen.ask(Command::Import(vec![path.clone()])),
            Self::Wait(seconds) => screen.wait(*seconds),
        }
    }
}

/// A key that goes down and up, with what a real window tells beside it.
fn pressed(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    let mut events = vec![event(true)];
    match (key, modifiers.command) {
        (Key::C, true) => events.push(Event::Copy),
        (Key::X, true) => events.push(Event::Cut),
        (Key::Space, false) => events.push(Event::Text(" ".to_owned())),
        (Key::Questionmark, false) => events.push(Event::Text("?".to_owned())),
        _ => {}
    }
    events.push(event(false));
    events
}

/// One of a list, where there is one.
fn one_of<T>(chance: &mut Rng, list: impl IntoIterator<Item = T>, otherwise: T) -> T {
    chance.choice(list.into_iter().collect::<Vec<T>>()).unwrap_or(otherwise)
}

fn text(chance: &mut Rng) -> &'static str {
    one_of(chance, TEXTS.lines(), "")
}
