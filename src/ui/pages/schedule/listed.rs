//! The mouse in the views that list people under half-days: what it did to somebody or to free ground, and the answer.

use egui::Ui;

use super::board::{Act, Board, Turn};
use super::mouse::{self, Gesture};
use super::roam::{self, Plot, Point};
use super::view::View;
use crate::app::week::{CellKey, GridVm};
use crate::ui::PageCx;

/// What the mouse did.
pub enum Done {
    /// To somebody in a half-day.
    To(CellKey, Gesture),
    /// It asked for somebody new.
    Add,
    /// It began to select from a place on.
    Sweep,
    /// The selection reaches as far as here.
    Stretch,
    /// It asked for the week of the half-day.
    Week,
}

/// Does it, and gives the keyboard back to the view.
pub fn answer(
    ui: &Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    plot: &impl Plot,
    board: &mut Board,
    (at, done): (Point, Done),
) {
    let is_stretched = matches!(done, Done::Stretch | Done::To(_, Gesture::Extend));
    if is_stretched {
        board.editor = None;
        board.stretch(plot, at);
    } else if !matches!(done, Done::To(_, Gesture::Hover(..) | Gesture::Menu(_))) {
        board.editor = None;
        board.stand(at);
    }
    match done {
        Done::Add => {
            board.cursor = None;
            roam::perform(Act::Open(String::new()), ui, cx, vm, view, plot, board);
        }
        Done::Sweep => {
            board.cursor = plot.key(at);
            board.is_sweeping = true;
        }
        Done::Week => board.turn = plot.half(at.band, at.column).map(|(on, _)| Turn::Week(on)),
        Done::To(key, Gesture::Menu(act)) => {
            if !board.has_picked(key) {
                board.stand(at);
                board.cursor = Some(key);
            }
            roam::perform(act, ui, cx, vm, view, plot, board);
        }
        Done::To(key, gesture) if !is_stretched => {
            let is_drop = matches!(gesture, Gesture::Drop(..));
            mouse::answer(ui, key, gesture, cx, vm, view, board);
            if let (Some(roam), true) = (&mut board.roam, is_drop) {
                roam.wait(key);
            }
        }
        Done::To(..) | Done::Stretch => {}
    }
    ui.memory_mut(|memory| memory.request_focus(ui.scope_id().with("roam")));
}
