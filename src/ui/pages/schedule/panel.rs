//! The panel beside the grid: the form of the selection above, the findings below.

use egui::{Frame, Margin, Panel, Ui};

use super::board::Board;
use super::findings::{self, Accepting};
use super::inspector::{self, Draft};
use super::view::View;
use crate::app::week::GridVm;
use crate::ui::PageCx;

/// Its width, in points.
const WIDTH: f32 = 268.0;
/// Below this width of the page it shows only when asked for, in points.
const ROOM: f32 = 980.0;

/// The panel and what is being typed in it.
#[derive(Default)]
pub struct SidePanel {
    draft: Draft,
    accepting: Accepting,
    is_wanted: Option<bool>,
    has_room: bool,
}

impl SidePanel {
    /// One that is not shown until somebody asks for it.
    pub fn closed() -> Self {
        Self { is_wanted: Some(false), ..Self::default() }
    }

    /// Whether it is shown: as somebody wished, else where there is room.
    pub const fn is_shown(&self) -> bool {
        match self.is_wanted {
            Some(is_wanted) => is_wanted,
            None => self.has_room,
        }
    }

    /// Shows or hides it.
    pub const fn switch(&mut self) {
        self.is_wanted = Some(!self.is_shown());
    }

    /// Draws it at the right edge, where it is shown; true where the clashes are to be repaired.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, vm: &GridVm, view: &View<'_>, board: &mut Board) -> bool {
        self.has_room = ui.available_width() >= ROOM;
        if !self.is_shown() {
            return false;
        }
        let mut is_repairing = false;
        let frame = Frame::new().fill(cx.theme.paper).inner_margin(Margin { left: 16, right: 0, top: 4, bottom: 4 });
        Panel::right("schedule panel").exact_size(WIDTH).resizable(false).frame(frame).show(ui, |ui| {
            let below = findings::height(vm, board, &self.accepting).min(ui.available_height() * 0.5);
            let foot = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
            Panel::bottom("schedule findings").exact_size(below).resizable(false).frame(foot).show(ui, |ui| {
                is_repairing = findings::findings_ui(ui, cx, vm, board, &mut self.accepting);
            });
            inspector::inspector_ui(ui, cx, vm, view, board, &mut self.draft);
        });
        is_repairing
    }
}
