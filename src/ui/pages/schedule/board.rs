//! What is selected, open, dragged and copied in the grid; it outlives the pictures of the week.

use chrono::NaiveDate;
use egui::{Rect, Ui};

use super::editor::Editor;
use super::mode::Mode;
use super::roam::{Plot, Point, Roam};
use super::view::View;
use crate::app::week::{Block, CellKey, Clip, GridVm, Outlook, Shift};
use crate::domain::{Edit, SessionStatus};
use crate::ui::{Command, PageCx, Tone};

/// The state of the grid.
#[derive(Default)]
pub struct Board {
    /// The cell that keys act on.
    pub cursor: Option<CellKey>,
    /// The other corner of a selection of several.
    pub anchor: Option<CellKey>,
    /// The open slot editor.
    pub editor: Option<Editor>,
    /// What is being dragged, with what a drop would lead to.
    pub drag: Option<Dragged>,
    /// What was copied.
    pub clip: Option<Clip>,
    /// Whether the cursor has to be scrolled into sight.
    pub reveals_cursor: bool,
    /// Whether the keyboard was let go with Esc, so that Tab reaches the rest of the page.
    pub lets_go: bool,
    /// Whether the view shows a month.
    pub is_of_month: bool,
    /// Whether the view was asked for just now, so that keys are meant for it.
    pub is_new: bool,
    /// Whether a selection is being drawn with the mouse.
    pub is_sweeping: bool,
    /// Whether other days are asked for.
    pub turn: Option<Turn>,
    /// Where the cursor was drawn last.
    pub cursor_rect: Option<Rect>,
    /// Where the keyboard is in a view that lists people under half-days; absent in the grid.
    pub roam: Option<Roam>,
}

/// Other days than those shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The week or the month before.
    Back,
    /// The week or the month after.
    Forth,
    /// The week of a day, where a month is shown.
    Week(NaiveDate),
}

/// A drag under way.
pub struct Dragged {
    /// Where it began.
    pub from: CellKey,
    /// What it is over, with the outlook; asked once per target.
    pub over: Option<(CellKey, Shift, Outlook)>,
}

/// What a key, a menu or a button does to the selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Open the editor with what was typed already.
    Open(String),
    /// Empty the cells.
    Clear,
    /// Copy as a block of text.
    Copy,
    /// Copy and empty.
    Cut,
    /// Fill from a block of text.
    Paste(String),
    /// Fill from the first line of the selection.
    FillDown,
    /// Give the sessions a status.
    Status(SessionStatus),
    /// Lock the cells, so that plans leave them; unlock them where all are locked.
    Lock,
    /// Let the two corners of the selection change places.
    Swap,
    /// Go to the week of the cell.
    Week,
}

impl Board {
    /// Follows the page into a view.
    pub fn enter(&mut self, mode: Mode) {
        self.is_new |= self.is_of_month != mode.is_of_month();
        self.is_of_month = mode.is_of_month();
        if !mode.lists_people() {
            self.roam = None;
        } else if self.roam.as_ref().is_none_or(|roam| roam.mode != mode) {
            (self.roam, self.anchor) = (Some(Roam::of(mode)), None);
        }
    }

    /// Whether the keyboard is at a place of a view that lists people.
    pub fn stands_at(&self, at: Point) -> bool {
        self.roam.as_ref().and_then(|roam| roam.at) == Some(at)
    }

    /// Stretches the selection of such a view to a place.
    pub fn stretch(&mut self, plot: &impl Plot, at: Point) {
        if let Some(roam) = &mut self.roam {
            roam.stretch(plot, at);
            self.cursor = plot.key(at);
        }
    }

    /// Whether somebody listed in such a view is selected together with others.
    pub fn has_picked(&self, key: CellKey) -> bool {
        self.roam.as_ref().is_some_and(|roam| roam.picked().contains(&key))
    }

    /// Puts the keyboard at a place of such a view.
    pub fn stand(&mut self, at: Point) {
        if let Some(roam) = &mut self.roam {
            roam.go(at);
        }
    }

    /// Remembers where the cursor of such a view is drawn, and brings it into sight once it has moved.
    pub fn show_cursor(&mut self, ui: &Ui, rect: Rect) {
        self.cursor_rect = Some(rect);
        if std::mem::take(&mut self.reveals_cursor) {
            ui.scroll_to_rect(rect, None);
        }
    }

    /// Closes the editor of such a view; what was filled in is waited for.
    pub fn filled(&mut self, is_taken: bool) {
        let editor = self.editor.take();
        if let (Some(roam), Some(editor), true) = (&mut self.roam, editor, is_taken) {
            roam.wait(editor.key);
        }
    }

    /// Selects one cell.
    pub fn select(&mut self, key: CellKey) {
        self.cursor = Some(key);
        self.anchor = None;
        self.reveals_cursor = true;
    }

    /// Stretches the selection to a cell.
    pub fn extend(&mut self, key: CellKey) {
        self.anchor = self.anchor.or(self.cursor);
        self.cursor = Some(key);
        self.reveals_cursor = true;
    }

    /// The selected cells: a rectangle of the grid, or one below the other where people are listed.
    pub fn block(&self, view: &View<'_>) -> Block {
        if let Some(picked) = self.roam.as_ref().map(Roam::picked).filter(|picked| picked.len() > 1) {
            return Block { lines: picked.iter().map(|key| vec![*key]).collect() };
        }
        self.cursor.map_or_else(Block::default, |cursor| view.block(cursor, self.anchor.unwrap_or(cursor)))
    }

    /// Forgets what is not in the picture any more.
    pub fn settle(&mut self, view: &View<'_>) {
        self.cursor = self.cursor.filter(|key| view.spot(*key).is_some());
        self.anchor = self.anchor.filter(|key| view.spot(*key).is_some());
        if self.editor.as_ref().is_some_and(|editor| view.spot(editor.key).is_none()) {
            self.editor = None;
        }
    }

    /// Does it.
    pub fn act(&mut self, act: Act, ctx: &egui::Context, vm: &GridVm, view: &View<'_>, cx: &mut PageCx<'_>) {
        let block = self.block(view);
        let Some(cursor) = self.cursor else { return };
        let keys: Vec<CellKey> = block.lines.iter().flatten().copied().collect();
        let edit = match act {
            Act::Open(typed) => {
                self.editor = Some(Editor::open(vm, cursor, keys, typed));
                None
            }
            Act::Clear => vm.clear(&keys),
            Act::Copy => {
                self.copy(vm, &block, ctx);
                None
            }
            Act::Cut => {
                self.copy(vm, &block, ctx);
                vm.clear(&keys)
            }
            Act::Paste(text) => self.paste(vm, view, &block, &text, cx),
            Act::FillDown => vm.fill_down(&block),
            Act::Status(status) => vm.set_status(&keys, status),
            Act::Lock => vm.lock(&keys),
            Act::Swap => keys.first().zip(keys.last()).and_then(|(one, other)| vm.shift(*one, *other, Shift::Move)),
            Act::Week => {
                self.turn = Some(Turn::Week(cursor.on));
                None
            }
        };
        run(edit, cx);
    }

    fn copy(&mut self, vm: &GridVm, block: &Block, ctx: &egui::Context) {
        let is_list = self.roam.as_ref().is_some_and(|roam| roam.picked().len() > 1);
        let clip = if is_list { vm.clip_list(block) } else { vm.clip(block) };
        ctx.copy_text(clip.text.clone());
        self.clip = Some(clip);
    }

    fn paste(&self, vm: &GridVm, view: &View<'_>, block: &Block, text: &str, cx: &mut PageCx<'_>) -> Option<Edit> {
        let corner = *block.lines.first()?.first()?;
        let own = self.clip.as_ref().filter(|clip| clip.is_text(text));
        let table = own.map_or_else(|| vm.read_block(text), |clip| clip.cells.clone());
        let (lines, days) = (table.len(), table.iter().map(Vec::len).max().unwrap_or_default());
        let is_list = self.roam.as_ref().is_some_and(|roam| roam.picked().len() == lines && lines > 1);
        let is_as_selected = (lines, days) == (1, 1) || (is_list && days == 1);
        let target = if is_as_selected { block.clone() } else { view.block_from(corner, lines, days) };
        let paste = vm.paste(&target, &table);
        if let Some(first) = paste.unread.first() {
            cx.out.push(Command::Say(Tone::Info, cx.tr.schedule_unread(first, paste.unread.len())));
        }
        if paste.blank > 0 {
            cx.out.push(Command::Say(Tone::Info, cx.tr.schedule_blank_left(paste.blank)));
        }
        paste.edit
    }
}

/// Asks the frame to apply an edit, where there is one.
pub fn run(edit: Option<Edit>, cx: &mut PageCx<'_>) {
    if let Some(edit) = edit {
        cx.out.push(Command::Run(edit));
    }
}
