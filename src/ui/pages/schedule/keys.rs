//! The keyboard in the grid: arrows and Tab move, letters and Enter open the editor, the rest acts on the selection.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use super::board::{Act, Board, Turn};
use super::view::{Spot, View};
use crate::app::week::GridVm;
use crate::ui::PageCx;

/// How many lines Page Up and Page Down go.
const PAGE: isize = 8;

/// Takes the keys of this frame, where the grid has the keyboard.
pub fn handle(ui: &Ui, grid_id: Id, cx: &mut PageCx<'_>, vm: &GridVm, view: &View<'_>, board: &mut Board) {
    if !ui.memory(|memory| memory.has_focus(grid_id)) {
        return;
    }
    // Also while the editor is open: its Tab and arrows must not carry the focus away.
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id, filter));
    if board.editor.is_some() {
        return;
    }
    let events = ui.input(|input| input.filtered_events(&filter));
    for event in events {
        match event {
            Event::Copy => board.act(Act::Copy, ui.ctx(), vm, view, cx),
            Event::Cut => board.act(Act::Cut, ui.ctx(), vm, view, cx),
            Event::Paste(text) => board.act(Act::Paste(text), ui.ctx(), vm, view, cx),
            Event::Text(text) if !text.trim().is_empty() => board.act(Act::Open(text), ui.ctx(), vm, view, cx),
            Event::Key { key, pressed: true, modifiers, .. } => press(ui, grid_id, key, modifiers, cx, vm, view, board),
            _ => {}
        }
        if board.editor.is_some() {
            break;
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "what a key acts on")]
fn press(
    ui: &Ui,
    grid_id: Id,
    key: Key,
    modifiers: Modifiers,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
) {
    if modifiers.command && matches!(key, Key::PageUp | Key::PageDown) {
        board.turn = Some(if key == Key::PageUp { Turn::Back } else { Turn::Forth });
        return;
    }
    if modifiers.command && key == Key::Enter {
        board.turn = board.cursor.map(|cursor| Turn::Week(cursor.on));
        return;
    }
    if let Some((lines, days)) = travel(key, modifiers, view) {
        let from = board.cursor.and_then(|cursor| view.spot(cursor));
        let target = from.map_or_else(|| entrance(vm), |from| view.step(from, lines, days));
        if let Some(cell) = view.cell(target) {
            if modifiers.shift && key != Key::Tab { board.extend(cell.key) } else { board.select(cell.key) }
        }
        return;
    }
    let act = match (key, modifiers.command) {
        (Key::Enter | Key::F2, false) => Act::Open(String::new()),
        (Key::Delete | Key::Backspace, false) => Act::Clear,
        (Key::D, true) => Act::FillDown,
        (Key::L, true) => Act::Lock,
        (Key::Escape, _) => {
            if board.anchor.take().is_none() {
                board.cursor = None;
                board.lets_go = true;
                ui.memory_mut(|memory| memory.surrender_focus(grid_id));
            }
            return;
        }
        _ => return,
    };
    board.act(act, ui.ctx(), vm, view, cx);
}

/// Where the keyboard enters the grid: at today, else at the first day.
fn entrance(vm: &GridVm) -> Spot {
    Spot { line: 0, day: vm.days.iter().position(|day| day.is_today).unwrap_or_default() }
}

/// How far a key goes, in lines and days.
fn travel(key: Key, modifiers: Modifiers, view: &View<'_>) -> Option<(isize, isize)> {
    let (far, wide) = (view.lines().cast_signed(), view.days().cast_signed());
    Some(match (key, modifiers.command) {
        (Key::ArrowUp, false) => (-1, 0),
        (Key::ArrowDown, false) => (1, 0),
        (Key::ArrowLeft, false) => (0, -1),
        (Key::ArrowRight, false) => (0, 1),
        (Key::ArrowUp, true) => (-far, 0),
        (Key::ArrowDown, true) => (far, 0),
        (Key::ArrowLeft, true) | (Key::Home, false) => (0, -wide),
        (Key::ArrowRight, true) | (Key::End, false) => (0, wide),
        (Key::Home, true) => (-far, -wide),
        (Key::End, true) => (far, wide),
        (Key::PageUp, false) => (-PAGE, 0),
        (Key::PageDown, false) => (PAGE, 0),
        (Key::Tab, false) => (0, if modifiers.shift { -1 } else { 1 }),
        _ => return None,
    })
}
