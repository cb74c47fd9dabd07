//! The panel beside the grid: the selected half-day as a form, and what the rules say.

use egui::{RichText, ScrollArea, Ui};

use super::board::{Act, Board, run};
use super::view::View;
use crate::app::week::{CellKey, CellVm, GridVm};
use crate::domain::{ActivityId, DepartmentId, InstitutionId, Session, SessionStatus, StintId};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, Dropdown, Field, Icon, menu_button};

/// How many rooms are offered.
const ROOMS: usize = 12;

/// What is being typed for a session, until it is confirmed.
#[derive(Default)]
pub struct Draft {
    of: Option<Session>,
    topic: String,
    room: String,
    reason: String,
}

impl Draft {
    /// Starts anew where the session is another one or was changed meanwhile.
    fn renew(&mut self, session: &Session) {
        if self.of.as_ref() != Some(session) {
            *self = Self {
                of: Some(session.clone()),
                topic: session.topic.clone(),
                room: session.room.clone(),
                reason: session.reason.clone(),
            };
        }
    }
}

/// Draws the form of the selection.
pub fn inspector_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    draft: &mut Draft,
) {
    let block = board.block(view);
    let keys: Vec<CellKey> = block.lines.into_iter().flatten().collect();
    let cell = board.cursor.and_then(|key| vm.cell(key));
    match (keys.as_slice(), cell) {
        ([_], Some(cell)) => cell_ui(ui, cx, vm, view, board, draft, cell),
        ([_, _, ..], _) => several_ui(ui, cx, vm, view, board, &keys),
        _ => {
            ui.label(RichText::new(cx.tr.schedule_pick_cell()).font(theme::strong()));
            ui.label(RichText::new(cx.tr.schedule_pick_cell_hint()).color(cx.theme.muted));
        }
    }
}

fn several_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &GridVm, view: &View<'_>, board: &mut Board, keys: &[CellKey]) {
    let tr = cx.tr;
    ui.label(RichText::new(tr.schedule_several(keys.len())).font(theme::strong()));
    ui.add_space(4.0);
    let mut lines = vec![
        (tr.schedule_fill(), Icon::Edit, Act::Open(String::new())),
        (tr.schedule_menu_cancel(), Icon::Close, Act::Status(SessionStatus::Cancelled)),
        (tr.schedule_menu_done(), Icon::Check, Act::Status(SessionStatus::Done)),
        (tr.schedule_menu_clear(), Icon::Bin, Act::Clear),
    ];
    if keys.len() == 2 {
        lines.insert(0, (tr.schedule_swap(), Icon::Redo, Act::Swap));
    }
    for (words, icon, act) in lines {
        if Button::new(words).icon(icon).ui(ui, cx.theme).clicked() {
            board.act(act, ui.ctx(), vm, view, cx);
        }
    }
}

fn cell_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    draft: &mut Draft,
    cell: &CellVm,
) {
    let name = vm.row(cell.key.stint).map_or("", |row| row.name.as_str());
    ui.label(RichText::new(name).font(theme::heading()));
    ui.label(RichText::new(cx.tr.half_day(cell.key.on, cell.key.slot)).color(cx.theme.muted));
    for words in vm.cautions(cell.key) {
        ui.horizontal(|ui| {
            Icon::Warning.ui(ui, 14.0, cx.theme.warning);
            ui.label(RichText::new(words).color(cx.theme.warning));
        });
    }
    ui.add_space(4.0);
    let Some(session) = cell.main() else {
        if Button::new(cx.tr.schedule_fill()).icon(Icon::Edit).shortcut("Enter").ui(ui, cx.theme).clicked() {
            board.act(Act::Open(String::new()), ui.ctx(), vm, view, cx);
        }
        return;
    };
    draft.renew(session);
    ScrollArea::vertical().id_salt("form").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        form_ui(ui, cx, vm, session, draft);
        ui.horizontal(|ui| {
            let (words, status) = if session.status == SessionStatus::Cancelled {
                (cx.tr.schedule_menu_restore(), SessionStatus::Planned)
            } else {
                (cx.tr.schedule_menu_cancel(), SessionStatus::Cancelled)
            };
            if Button::new(words).ui(ui, cx.theme).clicked() {
                board.act(Act::Status(status), ui.ctx(), vm, view, cx);
            }
            let clear = Button::new(cx.tr.schedule_menu_clear()).icon(Icon::Bin).shortcut("Delete");
            if clear.ui(ui, cx.theme).clicked() {
                board.act(Act::Clear, ui.ctx(), vm, view, cx);
            }
        });
        if cell.sessions.len() > 1 {
            let words = cx.tr.schedule_second(cell.sessions.len() - 1);
            ui.label(RichText::new(words).color(cx.theme.warning));
        }
    });
}

fn form_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &GridVm, session: &Session, draft: &mut Draft) {
    let mut new = session.clone();
    let width = ui.available_width();
    let mut is_changed = activity_ui(ui, cx, vm, &mut new, width);
    let topic = Field::new(cx.tr.schedule_fields_topic()).hint(cx.tr.schedule_fields_topic_hint());
    is_changed |= text_ui(ui, cx, topic, &mut draft.topic, &mut new.topic);
    is_changed |= place_ui(ui, cx, vm, &mut new, width);
    is_changed |= room_ui(ui, cx, vm, draft, &mut new);
    is_changed |= status_ui(ui, cx, vm, &mut new, width);
    is_changed |= text_ui(ui, cx, Field::new(cx.tr.schedule_fields_reason()), &mut draft.reason, &mut new.reason);
    if is_changed {
        run(vm.change(new), cx);
    }
}

/// A text box; true where it was confirmed with another text.
fn text_ui(ui: &mut Ui, cx: &PageCx<'_>, field: Field<'_>, draft: &mut String, stored: &mut String) -> bool {
    if !field.ui(ui, cx.theme, draft).lost_focus() || draft.trim() == stored {
        return false;
    }
    draft.trim().clone_into(stored);
    true
}

/// The room, typed or chosen from those met lately.
fn room_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, draft: &mut Draft, new: &mut Session) -> bool {
    let tr = cx.tr;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let field = Field::new(tr.schedule_fields_room()).width(ui.available_width() - theme::ROW - 12.0);
        let is_typed = text_ui(ui, cx, field, &mut draft.room, &mut new.room);
        let rooms: Vec<&str> = vm.rooms.iter().take(ROOMS).map(String::as_str).collect();
        let picked = ui.vertical(|ui| {
            ui.add_space(18.0);
            menu_button(ui, cx.theme, Icon::Down, tr.schedule_rooms(), &rooms)
        });
        let room = picked.inner.and_then(|place| vm.rooms.get(place));
        if let Some(room) = room {
            draft.room.clone_from(room);
            new.room.clone_from(room);
        }
        is_typed || room.is_some()
    })
    .inner
}

fn activity_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, new: &mut Session, width: f32) -> bool {
    let tr = cx.tr;
    let activities: Vec<Choice<ActivityId>> = vm.activities().map(|named| Choice::new(named.id, named.name)).collect();
    let none = Choice::new(None, tr.schedule_fields_none());
    let further: Vec<Choice<Option<ActivityId>>> =
        std::iter::once(none).chain(vm.activities().map(|named| Choice::new(Some(named.id), named.name))).collect();
    let mut second = new.further.first().copied();
    let half = (width - 8.0) / 2.0;
    let (is_first, is_second) = ui
        .horizontal(|ui| {
            let list = Dropdown::new(tr.schedule_fields_activity(), &activities).width(half);
            let is_first = list.ui(ui, cx.theme, tr, &mut new.activity);
            let list = Dropdown::new(tr.schedule_fields_further(), &further).width(half);
            (is_first, list.ui(ui, cx.theme, tr, &mut second))
        })
        .inner;
    if is_second {
        new.further = second.into_iter().chain(new.further.iter().skip(1).copied()).collect();
    }
    is_first || is_second
}

fn place_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, new: &mut Session, width: f32) -> bool {
    let tr = cx.tr;
    let sites: Vec<Choice<InstitutionId>> =
        vm.sites(new.stint).into_iter().map(|site| Choice::new(site.id, site.name)).collect();
    let none = Choice::new(None, tr.schedule_fields_none());
    let depts: Vec<Choice<Option<DepartmentId>>> = std::iter::once(none)
        .chain(vm.departments_of(new.inst).into_iter().map(|dept| Choice::new(Some(dept.id), dept.name)))
        .collect();
    let half = (width - 8.0) / 2.0;
    let (is_moved, is_changed) = ui
        .horizontal(|ui| {
            let list = Dropdown::new(tr.schedule_fields_site(), &sites).width(half);
            let is_moved = list.ui(ui, cx.theme, tr, &mut new.inst);
            let list = Dropdown::new(tr.schedule_fields_department(), &depts).width(half);
            (is_moved, list.ui(ui, cx.theme, tr, &mut new.dept))
        })
        .inner;
    if is_moved {
        new.dept = None;
    }
    is_moved || is_changed
}

fn status_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, new: &mut Session, width: f32) -> bool {
    let tr = cx.tr;
    let statuses: Vec<Choice<SessionStatus>> =
        SessionStatus::ALL.iter().map(|status| Choice::new(*status, tr.session_status(*status))).collect();
    let list = Dropdown::new(tr.schedule_fields_status(), &statuses).width(width);
    let mut is_changed = list.ui(ui, cx.theme, tr, &mut new.status);
    if new.status == SessionStatus::Substituted {
        let none = Choice::new(None, tr.schedule_fields_none());
        let others = vm.stand_ins(new).into_iter().map(|stint| Choice::new(Some(stint.id), stint.name));
        let others: Vec<Choice<Option<StintId>>> = std::iter::once(none).chain(others).collect();
        let list = Dropdown::new(tr.schedule_fields_substitute(), &others).width(width);
        is_changed |= list.ui(ui, cx.theme, tr, &mut new.substitute_stint);
    } else if new.substitute_stint.is_some() {
        new.substitute_stint = None;
    }
    is_changed
}
