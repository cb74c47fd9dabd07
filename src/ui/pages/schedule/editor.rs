//! The slot editor: type pinyin initials or words, take a line with Enter, Tab or a click.

use egui::Ui;

use super::board::{Board, run};
use super::typing::{Outcome, SHOWN, Typing};
use super::view::View;
use crate::app::week::{CellKey, Choice, Entry, GridVm};
use crate::domain::InstitutionId;
use crate::ui::PageCx;

/// The open editor.
pub struct Editor {
    /// The cell it is open for.
    pub key: CellKey,
    /// All cells that it fills.
    pub keys: Vec<CellKey>,
    /// What was typed, and which line is picked.
    pub typing: Typing,
    /// Why the half-day is better left free.
    pub cautions: Vec<String>,
    /// The site that it is filled at, where the editor was opened in the row of a site.
    pub site: Option<InstitutionId>,
    all: Vec<Choice>,
    fitting: Vec<usize>,
    words: Option<Choice>,
}

impl Editor {
    /// Opens it with what was typed already.
    pub fn open(vm: &GridVm, key: CellKey, keys: Vec<CellKey>, typed: String) -> Self {
        let mut all = vm.choices(key);
        if let Some(current) = vm.entry(key).and_then(|entry| all.iter().position(|choice| choice.entry == entry)) {
            let chosen = all.remove(current);
            all.insert(0, chosen);
        }
        let cautions = vm.cautions(key);
        let typing = Typing::begin(typed);
        let mut editor = Self { key, keys, typing, cautions, site: None, all, fitting: Vec::new(), words: None };
        editor.sift(vm);
        editor
    }

    /// The lines shown, the picked one among them.
    pub fn lines(&self) -> impl Iterator<Item = &Choice> {
        self.fitting.iter().filter_map(|place| self.all.get(*place)).take(SHOWN).chain(&self.words)
    }

    /// Looks the typed text up.
    pub fn sift(&mut self, vm: &GridVm) {
        let typed = self.typing.text.trim();
        let mut ranked: Vec<(u32, usize)> =
            self.all.iter().enumerate().filter_map(|(place, choice)| Some((choice.rank(typed)?, place))).collect();
        ranked.sort_unstable();
        self.fitting = ranked.into_iter().map(|(_, place)| place).collect();
        self.words = None;
        let is_known = self.lines().any(|choice| choice.label == typed);
        if !typed.is_empty() && !is_known {
            self.words = vm.typed(self.key, typed);
        }
        self.typing.picked = 0;
    }

    /// Takes the keys of this frame.
    pub fn keys(&mut self, ui: &Ui, vm: &GridVm) -> Outcome {
        let (outcome, is_changed) = self.typing.keys(ui, self.lines().count());
        if is_changed {
            self.sift(vm);
        }
        outcome
    }

    /// What a line fills in, at the site of the row where there is one.
    fn entry(&self, place: usize) -> Option<Entry> {
        let entry = self.lines().nth(place)?.entry.clone();
        Some(match self.site {
            Some(site) if entry.inst.is_none() => Entry { inst: Some(site), ..entry },
            _ => entry,
        })
    }
}

/// Does what became of the editor.
pub fn settle(outcome: Outcome, cx: &mut PageCx<'_>, vm: &GridVm, view: &View<'_>, board: &mut Board) {
    let Some(editor) = &board.editor else { return };
    let (lines, days) = match outcome {
        Outcome::Open => return,
        Outcome::Left => (0, 0),
        Outcome::Cleared => {
            run(vm.clear(&editor.keys), cx);
            (0, 0)
        }
        Outcome::Taken(place, lines, days) => {
            if let Some(entry) = editor.entry(place) {
                run(vm.fill_all(&editor.keys, &entry), cx);
            }
            (lines, days)
        }
    };
    if board.roam.is_some() {
        board.filled(matches!(outcome, Outcome::Taken(..)));
        return;
    }
    let next = view.spot(editor.key).map(|spot| view.step(spot, lines, days)).and_then(|spot| view.cell(spot));
    board.editor = None;
    if let Some(cell) = next.filter(|_| (lines, days) != (0, 0)) {
        board.select(cell.key);
    }
}
