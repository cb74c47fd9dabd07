//! The form beside a table: of the line that is selected, or of a new one.

use crate::ui::widget::TableState;

/// What is being filled in, and of which line of which picture it was made.
pub struct SideForm<F> {
    /// The form, while there is one.
    pub shown: Option<F>,
    of: Option<(i64, u64)>,
}

impl<F> Default for SideForm<F> {
    fn default() -> Self {
        Self { shown: None, of: None }
    }
}

impl<F> SideForm<F> {
    /// Shows the form of a new line; no line is selected then.
    pub fn begin(&mut self, table: &mut TableState, blank: Option<F>) {
        table.clear();
        *self = Self { shown: blank, of: None };
    }

    /// Turns to the selected line, or to its new state in a new picture.
    pub fn turn(&mut self, table: &TableState, revision: u64, form_of: impl FnOnce(i64) -> Option<F>) {
        if let Some(id) = table.single()
            && self.of != Some((id, revision))
        {
            *self = Self { shown: form_of(id), of: Some((id, revision)) };
        }
    }

    /// Puts the form away, and the line with it.
    pub fn leave(&mut self, table: &mut TableState) {
        self.shown = None;
        table.clear();
    }
}
