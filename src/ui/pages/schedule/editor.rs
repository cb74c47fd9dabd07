//! The slot editor: type pinyin initials or words, take a line with Enter, Tab or a click.
//!
//! Letters are read as keys, without a text box, so that a Chinese input method stays out of the way;
//! F2 or a click on the box turns it into a real one, for typing characters.

use egui::{Event, Key, Modifiers, Ui};

use super::board::{Board, run};
use super::view::View;
use crate::app::week::{CellKey, Choice, WeekVm};
use crate::ui::PageCx;

/// How many lines are shown.
pub const SHOWN: usize = 8;

/// The open editor.
pub struct Editor {
    /// The cell it is open for.
    pub key: CellKey,
    /// All cells that it fills.
    pub keys: Vec<CellKey>,
    /// What was typed.
    pub typed: String,
    /// Whether the box takes characters from an input method.
    pub is_box: bool,
    /// Which line Enter takes.
    pub picked: usize,
    /// Why the half-day is better left free.
    pub cautions: Vec<String>,
    /// Whether it was opened in this frame.
    pub is_fresh: bool,
    all: Vec<Choice>,
    fitting: Vec<usize>,
    words: Option<Choice>,
}

/// What became of the editor in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Still open.
    Open,
    /// Left without a change.
    Left,
    /// A line was taken; the cursor goes on by so many lines and days.
    Taken(usize, isize, isize),
    /// The cell is to be emptied.
    Cleared,
}

impl Editor {
    /// Opens it with what was typed already.
    pub fn open(vm: &WeekVm, key: CellKey, keys: Vec<CellKey>, typed: String) -> Self {
        let mut all = vm.choices(key);
        if let Some(current) = vm.entry(key).and_then(|entry| all.iter().position(|choice| choice.entry == entry)) {
            let chosen = all.remove(current);
            all.insert(0, chosen);
        }
        let cautions = vm.cautions(key);
        let mut editor = Self {
            key,
            keys,
            typed,
            is_box: false,
            picked: 0,
            cautions,
            is_fresh: true,
            all,
            fitting: Vec::new(),
            words: None,
        };
        editor.sift(vm);
        editor
    }

    /// The lines shown, the picked one among them.
    pub fn lines(&self) -> impl Iterator<Item = &Choice> {
        self.fitting.iter().filter_map(|place| self.all.get(*place)).take(SHOWN).chain(&self.words)
    }

    /// Looks the typed text up.
    pub fn sift(&mut self, vm: &WeekVm) {
        let typed = self.typed.trim();
        let mut ranked: Vec<(u32, usize)> =
            self.all.iter().enumerate().filter_map(|(place, choice)| Some((choice.rank(typed)?, place))).collect();
        ranked.sort_unstable();
        self.fitting = ranked.into_iter().map(|(_, place)| place).collect();
        self.words = None;
        let is_known = self.lines().any(|choice| choice.label == typed);
        if !typed.is_empty() && !is_known {
            self.words = vm.typed(self.key, typed);
        }
        self.picked = 0;
    }

    /// Takes the keys of this frame.
    pub fn keys(&mut self, ui: &Ui, vm: &WeekVm) -> Outcome {
        if std::mem::take(&mut self.is_fresh) {
            return Outcome::Open;
        }
        let count = self.lines().count();
        let hit = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if hit(Modifiers::NONE, Key::Escape) {
            return Outcome::Left;
        }
        for (modifiers, key, lines, days) in [
            (Modifiers::NONE, Key::Enter, 1, 0),
            (Modifiers::SHIFT, Key::Tab, 0, -1),
            (Modifiers::NONE, Key::Tab, 0, 1),
        ] {
            if hit(modifiers, key) {
                return if count == 0 { Outcome::Open } else { Outcome::Taken(self.picked, lines, days) };
            }
        }
        if hit(Modifiers::NONE, Key::ArrowDown) {
            self.picked = (self.picked + 1).min(count.saturating_sub(1));
        }
        if hit(Modifiers::NONE, Key::ArrowUp) {
            self.picked = self.picked.saturating_sub(1);
        }
        if hit(Modifiers::NONE, Key::F2) {
            self.is_box = true;
        }
        if self.typed.is_empty() && hit(Modifiers::NONE, Key::Delete) {
            return Outcome::Cleared;
        }
        if !self.is_box && self.type_keys(ui) {
            self.sift(vm);
        }
        Outcome::Open
    }

    fn type_keys(&mut self, ui: &Ui) -> bool {
        let before = self.typed.clone();
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Text(text) | Event::Paste(text) => self.typed.push_str(&text),
                Event::Key { key: Key::Backspace, pressed: true, .. } => {
                    self.typed.pop();
                }
                _ => {}
            }
        }
        before != self.typed
    }
}

/// Does what became of the editor.
pub fn settle(outcome: Outcome, cx: &mut PageCx<'_>, vm: &WeekVm, view: &View<'_>, board: &mut Board) {
    let Some(editor) = &board.editor else { return };
    let (lines, days) = match outcome {
        Outcome::Open => return,
        Outcome::Left => (0, 0),
        Outcome::Cleared => {
            run(vm.clear(&editor.keys), cx);
            (0, 0)
        }
        Outcome::Taken(place, lines, days) => {
            if let Some(choice) = editor.lines().nth(place) {
                run(vm.fill_all(&editor.keys, &choice.entry), cx);
            }
            (lines, days)
        }
    };
    let next = view.spot(editor.key).map(|spot| view.step(spot, lines, days)).and_then(|spot| view.cell(spot));
    board.editor = None;
    if let Some(cell) = next.filter(|_| (lines, days) != (0, 0)) {
        board.select(cell.key);
    }
}
