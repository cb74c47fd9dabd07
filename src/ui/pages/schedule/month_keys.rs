//! The keyboard in the month: one focus for the whole grid, arrows move inside it, Enter goes to the week.

use egui::{Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use super::grid::is_unclaimed;
use crate::app::rota::MonthRow;
use crate::domain::StintId;
use crate::ui::PageCx;
use crate::ui::widget::held_keys;

/// How many lines Page Up and Page Down go.
const PAGE: isize = 8;

/// Where the keyboard is in the month.
#[derive(Debug, Default)]
pub struct MonthCursor {
    /// Whose half-day, and its place from the first morning on.
    pub at: Option<(StintId, usize)>,
    /// Whether it has moved and is to be brought into sight.
    pub is_moved: bool,
}

impl MonthCursor {
    /// Takes the focus and the keys of this frame; true where the half-day under the cursor is to be opened.
    pub fn hear(&mut self, ui: &Ui, cx: &PageCx<'_>, rows: &[&MonthRow], area: Rect) -> bool {
        let grid_id = ui.scope_id().with("month grid");
        let response = ui.interact(area, grid_id, Sense::focusable_noninteractive());
        let spoken = self.cell(rows).unwrap_or_default().to_owned();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Grid, true, cx.tr.rota_month_grid());
            info.current_text_value = Some(spoken.clone());
            info
        });
        if self.at.is_none() && ui.memory(is_unclaimed) {
            response.request_focus();
        }
        let mut is_opened = false;
        for (key, modifiers) in held_keys(ui, grid_id) {
            match key {
                Key::Enter => is_opened = self.at.is_some(),
                Key::Escape => {
                    ui.memory_mut(|memory| memory.surrender_focus(grid_id));
                    self.at = None;
                }
                _ => self.travel(rows, key, modifiers),
            }
        }
        is_opened
    }

    /// What a screen reader says of the half-day under the cursor.
    fn cell<'a>(&self, rows: &[&'a MonthRow]) -> Option<&'a str> {
        let (stint, place) = self.at?;
        let row = rows.iter().find(|row| row.stint == stint)?;
        row.cells.get(place).map(|cell| cell.spoken.as_str())
    }

    fn travel(&mut self, rows: &[&MonthRow], key: Key, modifiers: Modifiers) {
        let (lines, days) = match (key, modifiers.command) {
            (Key::ArrowUp, _) => (-1, 0),
            (Key::ArrowDown, _) => (1, 0),
            (Key::ArrowLeft, _) => (0, -1),
            (Key::ArrowRight, _) => (0, 1),
            (Key::PageUp, _) => (-PAGE, 0),
            (Key::PageDown, _) => (PAGE, 0),
            (Key::Home, false) => (0, -31),
            (Key::End, false) => (0, 31),
            (Key::Home, true) => (isize::MIN / 2, -31),
            (Key::End, true) => (isize::MAX / 2, 31),
            _ => return,
        };
        let found = self.at.and_then(|(stint, place)| Some((rows.iter().position(|row| row.stint == stint)?, place)));
        let (line, day) = match found {
            // The first key only enters the grid.
            None => (0, 0),
            Some((row, place)) => {
                let last = (2 * rows.len()).saturating_sub(1);
                let days_shown = rows.first().map_or(0, |row| row.cells.len() / 2);
                let line = (2 * row + place % 2).saturating_add_signed(lines).min(last);
                (line, (place / 2).saturating_add_signed(days).min(days_shown.saturating_sub(1)))
            }
        };
        self.at = rows.get(line / 2).map(|row| (row.stint, 2 * day + line % 2));
        self.is_moved = true;
    }
}
