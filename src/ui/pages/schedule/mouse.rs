//! The mouse in the grid: click, double click, drag, drop, menu.

use chrono::NaiveDate;
use egui::{
    Align2, Area, CursorIcon, DragAndDrop, Id, Key, Modifiers, Order, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::board::{Act, Board, Dragged, run};
use super::paint;
use super::view::View;
use crate::app::week::{CellKey, CellVm, GridVm, Outlook, Shift};
use crate::domain::{SessionStatus, Slot};
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::Icon;

/// What the mouse did to a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gesture {
    /// One click.
    Select,
    /// A click with Shift.
    Extend,
    /// A click on an empty or already selected cell, or a double click.
    Open,
    /// A drag began at a session.
    Lift,
    /// A drag began where nothing stands: it selects.
    Sweep,
    /// Something dragged is over it.
    Hover(CellKey, Shift),
    /// Something dragged was let go over it.
    Drop(CellKey, Shift),
    /// A line of its menu was chosen.
    Menu(Act),
}

/// Takes the mouse on a cell, names it to screen readers, and shows what a drag would do.
pub fn cell_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    rect: Rect,
    cell: &CellVm,
    board: &Board,
    is_selected: bool,
) -> Option<Gesture> {
    let response = ui.interact(rect, ui.scope_id().with(cell.key), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_selected, &cell.spoken));
    if let Some(gesture) = over(ui, cx, board, &response, rect, cell.key) {
        return Some(gesture);
    }
    if response.hovered() && board.drag.is_none() {
        paint::frame(ui.painter(), rect, 1.0, cx.theme.muted);
    }
    let mut gesture = None;
    response.context_menu(|ui| gesture = menu_ui(ui, cx, cell, board.is_of_month).map(Gesture::Menu));
    if gesture.is_some() {
        return gesture;
    }
    let has_shift = ui.input(|input| input.modifiers.shift);
    let is_cursor = board.cursor == Some(cell.key) && board.anchor.is_none();
    if board.is_sweeping && board.cursor != Some(cell.key) && ui.rect_contains_pointer(rect) {
        return Some(Gesture::Extend);
    }
    let gesture = if response.drag_started() && !cell.is_free() {
        response.dnd_set_drag_payload(cell.key);
        Some(Gesture::Lift)
    } else if response.drag_started() {
        Some(Gesture::Sweep)
    } else if response.clicked() && has_shift {
        Some(Gesture::Extend)
    } else if response.double_clicked() || (response.clicked() && (cell.is_free() || is_cursor)) {
        Some(Gesture::Open)
    } else if response.clicked() || (response.secondary_clicked() && !is_selected) {
        Some(Gesture::Select)
    } else {
        None
    };
    // A hint that is open stays so under a pointer at rest, even when a dialog comes to lie over it.
    let is_covered = !ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()));
    if board.editor.is_none() && board.drag.is_none() && !cell.sessions.is_empty() && !is_covered {
        response.on_hover_text(&cell.spoken);
    }
    gesture
}

/// Something dragged over free ground goes to the same expert on that half-day; whose, and what the mouse did.
pub fn ground_gesture(
    ui: &Ui,
    cx: &PageCx<'_>,
    board: &Board,
    ground: &Response,
    (on, slot): (NaiveDate, Slot),
) -> Option<(CellKey, Gesture)> {
    let stint = ground.dnd_hover_payload::<CellKey>()?.stint;
    let to = CellKey { stint, on, slot };
    Some((to, over(ui, cx, board, ground, ground.rect, to)?))
}

/// Shows what a drop would do, and tells a drop from what is only dragged over.
fn over(ui: &Ui, cx: &PageCx<'_>, board: &Board, response: &Response, rect: Rect, to: CellKey) -> Option<Gesture> {
    let from = *response.dnd_hover_payload::<CellKey>()?;
    let way = if ui.input(|input| input.modifiers.command) { Shift::Copy } else { Shift::Move };
    if from == to {
        return None;
    }
    let outlook = board.drag.as_ref().and_then(|drag| drag.over.as_ref()).filter(|(key, ..)| *key == to);
    let is_bad = outlook.is_some_and(|(.., outlook)| outlook.is_bad);
    let colour = if is_bad { cx.theme.danger } else { cx.theme.ok };
    paint::frame(ui.painter(), rect, 2.5, colour);
    match response.dnd_release_payload::<CellKey>() {
        Some(from) => Some(Gesture::Drop(*from, way)),
        None => Some(Gesture::Hover(from, way)),
    }
}

fn menu_ui(ui: &mut Ui, cx: &PageCx<'_>, cell: &CellVm, is_of_month: bool) -> Option<Act> {
    let tr = cx.tr;
    let mut lines = vec![(tr.schedule_menu_edit(), Act::Open(String::new())), (tr.schedule_menu_copy(), Act::Copy)];
    if !cell.sessions.is_empty() {
        lines.push((tr.schedule_menu_cut(), Act::Cut));
        if cell.is_struck {
            lines.push((tr.schedule_menu_restore(), Act::Status(SessionStatus::Published)));
        } else {
            lines.push((tr.schedule_menu_cancel(), Act::Status(SessionStatus::Cancelled)));
            lines.push((tr.schedule_menu_done(), Act::Status(SessionStatus::Done)));
        }
        lines.push((tr.schedule_menu_clear(), Act::Clear));
    }
    lines.push((if cell.is_locked { tr.schedule_menu_unlock() } else { tr.schedule_menu_lock() }, Act::Lock));
    if is_of_month {
        lines.push((tr.rota_month_week(), Act::Week));
    }
    let mut chosen = None;
    for (words, act) in lines {
        let button = egui::Button::new(words).min_size(vec2(168.0, theme::ROW)).frame_when_inactive(false);
        if ui.add(button).clicked() {
            chosen = Some(act);
            ui.close();
        }
    }
    chosen
}

/// Does what a gesture asks for.
pub fn answer(
    ui: &Ui,
    key: CellKey,
    gesture: Gesture,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
) {
    match gesture {
        Gesture::Select => {
            board.select(key);
            board.editor = None;
        }
        Gesture::Extend => {
            board.extend(key);
            board.editor = None;
        }
        Gesture::Open => {
            board.select(key);
            board.act(Act::Open(String::new()), ui.ctx(), vm, view, cx);
        }
        Gesture::Sweep => {
            board.select(key);
            board.editor = None;
            board.is_sweeping = true;
        }
        Gesture::Lift => {
            board.select(key);
            board.editor = None;
            board.drag = Some(Dragged { from: key, over: None });
        }
        Gesture::Hover(from, way) => hover(board, vm, from, key, way),
        Gesture::Drop(from, way) => {
            board.drag = None;
            board.select(key);
            run(vm.shift(from, key, way), cx);
        }
        Gesture::Menu(act) => {
            if !board.block(view).lines.iter().flatten().any(|selected| *selected == key) {
                board.select(key);
            }
            board.act(act, ui.ctx(), vm, view, cx);
        }
    }
}

/// Asks the rules once for each new target.
fn hover(board: &mut Board, vm: &GridVm, from: CellKey, key: CellKey, way: Shift) {
    let drag = board.drag.get_or_insert(Dragged { from, over: None });
    let is_known = drag.over.as_ref().is_some_and(|(known, known_way, _)| (*known, *known_way) == (key, way));
    if !is_known {
        drag.over = Some((key, way, vm.outlook(from, key, way)));
    }
}

/// The card at the pointer while something is dragged: what it is, and what a drop would do.
pub fn drag_ui(ui: &Ui, cx: &PageCx<'_>, vm: &GridVm, board: &mut Board) {
    board.is_sweeping &= ui.input(|input| input.pointer.any_down());
    if board.drag.is_some() && !DragAndDrop::has_payload_of_type::<CellKey>(ui.ctx()) {
        board.drag = None;
    }
    if ui.input_mut(|input| board.drag.is_some() && input.consume_key(Modifiers::NONE, Key::Escape)) {
        DragAndDrop::clear_payload(ui.ctx());
        board.drag = None;
    }
    let Some((drag, pointer)) = board.drag.as_ref().zip(ui.ctx().pointer_interact_pos()) else { return };
    let Some(cell) = vm.cell(drag.from) else { return };
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let area = Area::new(Id::unique("dragged session")).order(Order::Tooltip).interactable(false);
    area.fixed_pos(pointer + vec2(14.0, 12.0)).pivot(Align2::LEFT_TOP).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).fill(cx.theme.paper).corner_radius(CORNER).show(ui, |ui| {
            ui.set_max_width(280.0);
            let name = vm.row(drag.from.stint).map_or("", |row| row.name.as_str());
            ui.label(egui::RichText::new(format!("{name} {} {}", cell.what, cell.place)).font(theme::strong()));
            if let Some((key, way, outlook)) = &drag.over {
                outlook_ui(ui, cx, vm, *key, *way, outlook);
            }
        });
    });
}

fn outlook_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, key: CellKey, way: Shift, outlook: &Outlook) {
    let (tr, theme) = (cx.tr, cx.theme);
    let target = vm.row(key.stint).map_or("", |row| row.name.as_str());
    let place = format!("{target} {}", tr.half_day(key.on, key.slot));
    let words = match (way, outlook.is_swap) {
        (Shift::Copy, _) => tr.schedule_drop_copy(&place),
        (Shift::Move, true) => tr.schedule_drop_swap(&place),
        (Shift::Move, false) => tr.schedule_drop_move(&place),
    };
    let (icon, ink) = if outlook.is_bad { (Icon::Failure, theme.danger) } else { (Icon::Done, theme.ok) };
    ui.horizontal(|ui| {
        icon.ui(ui, 16.0, ink);
        ui.label(words);
    });
    for warning in &outlook.warnings {
        ui.label(egui::RichText::new(warning).font(theme::caption()).color(if outlook.is_bad {
            theme.danger
        } else {
            theme.muted
        }));
    }
}
