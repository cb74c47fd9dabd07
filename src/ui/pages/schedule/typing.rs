//! What is typed into a small list under a cell, and which line of it is picked.
//!
//! Letters are read as keys, without a text box, so that a Chinese input method stays out of the way;
//! F2 or a click on the box turns it into a real one, for typing characters.

use egui::{Align2, Area, Event, Id, Key, Modifiers, Order, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui};
use egui::{Response, WidgetInfo, pos2, vec2};

use super::metrics::points;
use super::paint;
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, ROW};

/// Width of the list, in points.
const WIDTH: f32 = 300.0;
/// How many lines are shown.
pub const SHOWN: usize = 8;

/// What became of the list in a frame.
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

/// The typed text and the picked line.
#[derive(Debug, Clone, Default)]
pub struct Typing {
    /// What was typed.
    pub text: String,
    /// Whether the box takes characters from an input method.
    pub is_box: bool,
    /// Which line Enter takes.
    pub picked: usize,
    /// Whether the list was opened in this frame.
    pub is_fresh: bool,
}

impl Typing {
    /// Begins with what was typed already.
    pub const fn begin(text: String) -> Self {
        Self { text, is_box: false, picked: 0, is_fresh: true }
    }

    /// Takes the keys of this frame, over so many lines; also says whether the text changed.
    pub fn keys(&mut self, ui: &Ui, count: usize) -> (Outcome, bool) {
        if std::mem::take(&mut self.is_fresh) {
            return (Outcome::Open, false);
        }
        let hit = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if hit(Modifiers::NONE, Key::Escape) {
            return (Outcome::Left, false);
        }
        for (modifiers, key, lines, days) in [
            (Modifiers::NONE, Key::Enter, 1, 0),
            (Modifiers::SHIFT, Key::Tab, 0, -1),
            (Modifiers::NONE, Key::Tab, 0, 1),
        ] {
            if hit(modifiers, key) {
                let taken = Outcome::Taken(self.picked, lines, days);
                return (if count == 0 { Outcome::Open } else { taken }, false);
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
        if self.text.is_empty() && hit(Modifiers::NONE, Key::Delete) {
            return (Outcome::Cleared, false);
        }
        (Outcome::Open, !self.is_box && self.type_keys(ui))
    }

    fn type_keys(&mut self, ui: &Ui) -> bool {
        let before = self.text.clone();
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Text(text) | Event::Paste(text) => self.text.push_str(&text),
                Event::Key { key: Key::Backspace, pressed: true, .. } => {
                    self.text.pop();
                }
                _ => {}
            }
        }
        before != self.text
    }

    /// Draws the box with what was typed; true where the text changed. It takes the focus only when characters are
    /// wanted.
    pub fn box_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, name: &str, hint: &str) -> bool {
        if self.is_box {
            let edit = TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY).id_salt("words");
            let response = ui.add(edit).accessible_name(name);
            response.request_focus();
            return response.changed();
        }
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.text, &self.text, hint);
            info.label = Some(name.to_owned());
            info
        });
        ui.painter().rect(rect, CORNER, cx.theme.paper, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        let (words, ink) =
            if self.text.is_empty() { (hint, cx.theme.muted) } else { (self.text.as_str(), cx.theme.ink) };
        let galley = paint::line(ui.painter(), words, theme::body(), ink, rect.width() - 20.0);
        let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        let end = if self.text.is_empty() { at.x } else { at.x + galley.size().x + 1.0 };
        ui.painter().galley(at, galley, ink);
        ui.painter().vline(end, rect.shrink(6.0).y_range(), Stroke::new(1.5, cx.theme.accent));
        self.is_box |= response.clicked();
        false
    }
}

/// Draws a list under its cell, or above it where there is no room below.
pub fn below_ui<R>(ui: &Ui, cx: &PageCx<'_>, name: &str, cell: Rect, add: impl FnOnce(&mut Ui) -> R) -> (Response, R) {
    let screen = ui.ctx().content_rect();
    let height = ROW * (points(SHOWN) + 2.5);
    let is_above = cell.bottom() + height > screen.bottom() && cell.top() - height > screen.top();
    let (at, pivot) = if is_above {
        (cell.left_top() - vec2(0.0, 2.0), Align2::LEFT_BOTTOM)
    } else {
        (cell.left_bottom() + vec2(0.0, 2.0), Align2::LEFT_TOP)
    };
    let area = Area::new(Id::unique(name)).order(Order::Foreground).fixed_pos(at).pivot(pivot).constrain_to(screen);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = egui::Frame::popup(ui.style()).fill(cx.theme.paper).corner_radius(CORNER).inner_margin(6);
        let shown = frame.show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            add(ui)
        });
        shown.inner
    });
    (shown.response, shown.inner)
}

/// One line to choose; gives its place and whether it was clicked.
pub fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, label: &str, is_picked: bool) -> (Rect, bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_picked, label));
    if is_picked || response.hovered() {
        let fill = if is_picked { cx.theme.selection } else { cx.theme.hover };
        ui.painter().rect_filled(rect, 4, fill);
    }
    (rect, response.clicked())
}
