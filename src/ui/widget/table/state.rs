//! What a table remembers: layout, order, filters, selection; and the rows that follow from them.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::edit::CellEdit;
use super::source::{Column, ColumnKind, TableRows};
use crate::app::settings::{Sorting, TableLayout};

const LEAST_WIDTH: f32 = 44.0;

/// The state of one table on one page.
#[derive(Debug, Default)]
pub struct TableState {
    layout: TableLayout,
    is_remembered: bool,
    /// Grows with every layout that did not come from dragging, so that egui forgets its widths.
    layout_number: u32,
    filters: Option<Vec<String>>,
    wanted: String,
    made_from: Option<u64>,
    shown: Vec<usize>,
    ids: Vec<i64>,
    selected: BTreeSet<i64>,
    cursor: usize,
    anchor: usize,
    row_to_show: Option<usize>,
    /// A row that was asked for, until the rows are there in which it stands.
    id_to_show: Option<i64>,
    wishes_focus: bool,
    /// The cell that is being changed.
    edit: Option<CellEdit>,
}

impl TableState {
    /// A table that takes the focus when it is first drawn.
    #[must_use]
    pub fn focused() -> Self {
        Self { wishes_focus: true, ..Self::default() }
    }

    /// Keys of the selected rows.
    #[must_use]
    pub const fn selected(&self) -> &BTreeSet<i64> {
        &self.selected
    }

    /// The one selected row, where it is one.
    #[must_use]
    pub fn single(&self) -> Option<i64> {
        if self.selected.len() == 1 { self.selected.first().copied() } else { None }
    }

    /// Selects a row and brings it into view.
    pub fn select(&mut self, id: i64) {
        self.selected = BTreeSet::from([id]);
        self.id_to_show = Some(id);
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        self.selected.clear();
    }

    /// Takes the focus in the next frame.
    pub const fn focus(&mut self) {
        self.wishes_focus = true;
    }

    /// Places of the rows that pass the filters, in order.
    #[must_use]
    pub fn shown_rows(&self) -> &[usize] {
        &self.shown
    }

    /// The layout, to be remembered.
    #[must_use]
    pub const fn layout(&self) -> &TableLayout {
        &self.layout
    }

    pub(super) fn remember(&mut self, _name: &str, kept: Option<&TableLayout>) {
        if !self.is_remembered {
            self.is_remembered = true;
            self.layout = kept.cloned().unwrap_or_default();
        }
    }

    pub(super) fn set_edit(&mut self, edit: CellEdit) {
        self.edit = Some(edit);
    }

    pub(super) const fn take_edit(&mut self) -> Option<CellEdit> {
        self.edit.take()
    }

    /// Whether the cell of a row is the one that is being changed.
    pub(super) fn is_edited(&self, id: i64, column: usize) -> bool {
        self.edit.as_ref().is_some_and(|edit| (edit.id, edit.column) == (id, column))
    }

    pub(super) const fn layout_number(&self) -> u32 {
        self.layout_number
    }

    pub(super) const fn take_wish_for_focus(&mut self) -> bool {
        std::mem::replace(&mut self.wishes_focus, false)
    }

    pub(super) const fn take_row_to_show(&mut self) -> Option<usize> {
        self.row_to_show.take()
    }

    pub(super) fn wanted(&self) -> &str {
        &self.wanted
    }

    pub(super) fn want(&mut self, wanted: String) {
        self.wanted = wanted;
        self.made_from = None;
    }

    pub(super) const fn has_filters(&self) -> bool {
        self.filters.is_some()
    }

    pub(super) fn switch_filters(&mut self) {
        self.filters = if self.filters.is_some() { None } else { Some(Vec::new()) };
        self.made_from = None;
    }

    pub(super) fn filter(&self, column: usize) -> String {
        self.filters.as_ref().and_then(|filters| filters.get(column)).cloned().unwrap_or_default()
    }

    pub(super) fn set_filter(&mut self, column: usize, words: String) {
        let filters = self.filters.get_or_insert_default();
        if filters.len() <= column {
            filters.resize(column + 1, String::new());
        }
        if let Some(filter) = filters.get_mut(column) {
            *filter = words;
        }
        self.made_from = None;
    }

    pub(super) fn sorting(&self, column: &Column) -> Option<bool> {
        self.layout.sorting.as_ref().filter(|sorting| sorting.key == column.key).map(|sorting| sorting.is_descending)
    }

    /// Sorts up, then down, then not at all.
    pub(super) fn sort_by(&mut self, column: &Column) {
        let is_descending = match self.sorting(column) {
            None => Some(false),
            Some(false) => Some(true),
            Some(true) => None,
        };
        self.layout.sorting = is_descending.map(|is_descending| Sorting { key: column.key.to_owned(), is_descending });
        self.made_from = None;
    }

    /// Places of the columns that are shown, from the left.
    pub(super) fn shown_columns(&self, columns: &[Column]) -> Vec<usize> {
        self.ordered_columns(columns)
            .into_iter()
            .filter(|place| columns.get(*place).is_some_and(|column| self.is_column_shown(column)))
            .collect()
    }

    /// Places of all columns in the chosen order; new ones come last.
    pub(super) fn ordered_columns(&self, columns: &[Column]) -> Vec<usize> {
        let rank = |place: &usize| {
            let key = columns.get(*place).map_or("", |column| column.key);
            self.layout.order.iter().position(|other| other == key).unwrap_or(usize::MAX)
        };
        let mut places: Vec<usize> = (0..columns.len()).collect();
        places.sort_by_key(rank);
        places
    }

    pub(super) fn is_column_shown(&self, column: &Column) -> bool {
        self.layout.shown.get(column.key).copied().unwrap_or(column.is_shown)
    }

    pub(super) fn show_column(&mut self, column: &Column, is_shown: bool) {
        self.layout.shown.insert(column.key.to_owned(), is_shown);
        self.layout_number += 1;
    }

    /// Moves a column one place to the left or the right.
    pub(super) fn move_column(&mut self, columns: &[Column], column: usize, to_left: bool) {
        let mut order = self.ordered_columns(columns);
        let Some(from) = order.iter().position(|place| *place == column) else { return };
        let to = if to_left { from.saturating_sub(1) } else { (from + 1).min(order.len().saturating_sub(1)) };
        order.swap(from, to);
        self.layout.order =
            order.iter().filter_map(|place| columns.get(*place)).map(|column| column.key.to_owned()).collect();
        self.layout_number += 1;
    }

    pub(super) fn forget_layout(&mut self) {
        self.layout = TableLayout::default();
        self.layout_number += 1;
        self.made_from = None;
    }

    pub(super) fn width_of(&self, columns: &[Column], place: usize) -> f32 {
        let Some(column) = columns.get(place) else { return LEAST_WIDTH };
        self.layout.widths.get(column.key).copied().unwrap_or(column.width).max(LEAST_WIDTH)
    }

    pub(super) fn egui_column(&self, columns: &[Column], place: usize) -> egui_extras::Column {
        let width = self.width_of(columns, place);
        let is_wide = columns.get(place).is_some_and(|column| column.is_wide);
        let column = if is_wide { egui_extras::Column::remainder() } else { egui_extras::Column::initial(width) };
        column.at_least(if is_wide { width } else { LEAST_WIDTH }).clip(true).resizable(!is_wide)
    }

    pub(super) fn note_widths(&mut self, columns: &[Column], shown: &[usize], widths: &[f32]) {
        for (place, width) in shown.iter().zip(widths) {
            let Some(column) = columns.get(*place).filter(|column| !column.is_wide) else { continue };
            if (self.width_of(columns, *place) - width).abs() > 0.5 {
                self.layout.widths.insert(column.key.to_owned(), *width);
            }
        }
    }

    /// Works out again which rows are shown, where the rows, the order or a filter are new.
    pub(super) fn renew(&mut self, columns: &[Column], source: &dyn TableRows, revision: u64) {
        if self.made_from != Some(revision) || self.ids.len() != self.shown.len() {
            self.made_from = Some(revision);
            self.remake(columns, source);
        }
        let asked = self.id_to_show.take();
        if let Some(place) = asked.and_then(|id| self.ids.iter().position(|other| *other == id)) {
            (self.cursor, self.anchor, self.row_to_show) = (place, place, Some(place));
        }
    }

    fn remake(&mut self, columns: &[Column], source: &dyn TableRows) {
        let searched = self.shown_columns(columns);
        let wanted = self.wanted.trim().to_lowercase();
        let filters: Vec<(usize, String)> = self
            .filters
            .iter()
            .flatten()
            .enumerate()
            .map(|(column, words)| (column, words.trim().to_lowercase()))
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let has = |row: usize, column: usize, words: &str| {
            source.cell(row, column).to_lowercase().contains(words) || source.sort_key(row, column).contains(words)
        };
        self.shown = (0..source.len())
            .filter(|row| filters.iter().all(|(column, words)| has(*row, *column, words)))
            .filter(|row| wanted.is_empty() || searched.iter().any(|column| has(*row, *column, &wanted)))
            .collect();
        self.sort(columns, source);
        self.ids = self.shown.iter().map(|row| source.id(*row)).collect();
        let present: BTreeSet<i64> = self.ids.iter().copied().collect();
        self.selected.retain(|id| present.contains(id));
        self.cursor = self.cursor.min(self.ids.len().saturating_sub(1));
        self.anchor = self.anchor.min(self.ids.len().saturating_sub(1));
    }

    fn sort(&mut self, columns: &[Column], source: &dyn TableRows) {
        let Some(sorting) = &self.layout.sorting else { return };
        let Some(place) = columns.iter().position(|column| column.key == sorting.key) else { return };
        let is_number = columns.get(place).is_some_and(|column| column.kind == ColumnKind::Number);
        let compare = |one: &usize, other: &usize| {
            let (one, other) = (source.sort_key(*one, place), source.sort_key(*other, place));
            // What is empty stays below, whichever way the column is sorted.
            match (one.is_empty(), other.is_empty()) {
                (true, true) => return Ordering::Equal,
                (true, false) => return Ordering::Greater,
                (false, true) => return Ordering::Less,
                (false, false) => {}
            }
            let order = if is_number { number(one).total_cmp(&number(other)) } else { one.cmp(other) };
            if sorting.is_descending { order.reverse() } else { order }
        };
        self.shown.sort_by(compare);
    }

    pub(super) const fn cursor(&self) -> usize {
        self.cursor
    }

    pub(super) fn id_at(&self, place: usize) -> Option<i64> {
        self.ids.get(place).copied()
    }

    pub(super) fn is_selected(&self, place: usize) -> bool {
        self.id_at(place).is_some_and(|id| self.selected.contains(&id))
    }

    /// Puts the cursor on a row and selects it, or up to it.
    pub(super) fn go(&mut self, place: usize, keeps_anchor: bool) {
        if self.ids.is_empty() {
            return;
        }
        self.cursor = place.min(self.ids.len() - 1);
        if !keeps_anchor {
            self.anchor = self.cursor;
        }
        let range = self.anchor.min(self.cursor)..=self.anchor.max(self.cursor);
        self.selected = self.ids.get(range).unwrap_or_default().iter().copied().collect();
        self.row_to_show = Some(self.cursor);
    }

    /// Adds a row to the selection, or takes it out.
    pub(super) fn toggle(&mut self, place: usize) {
        let Some(id) = self.id_at(place) else { return };
        if !self.selected.remove(&id) {
            self.selected.insert(id);
        }
        (self.cursor, self.anchor) = (place, place);
    }

    /// Selects every row that is shown.
    pub fn select_all(&mut self) {
        self.selected = self.ids.iter().copied().collect();
    }

    /// The selected rows as they lie in the table, by their place in the source.
    pub(super) fn selected_rows(&self) -> Vec<usize> {
        self.shown.iter().zip(&self.ids).filter(|(_, id)| self.selected.contains(id)).map(|(row, _)| *row).collect()
    }
}

fn number(text: &str) -> f64 {
    let figures: String = text.chars().filter(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '-')).collect();
    figures.parse().unwrap_or(f64::NEG_INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Rows(Vec<[&'static str; 2]>);

    impl TableRows for Rows {
        fn len(&self) -> usize {
            self.0.len()
        }
        fn id(&self, row: usize) -> i64 {
            i64::try_from(row).unwrap() + 10
        }
        fn cell(&self, row: usize, column: usize) -> &str {
            self.0[row][column]
        }
    }

    fn sample() -> (Vec<Column>, Rows, TableState) {
        let columns = vec![Column::text("name", "Name", 100.0), Column::number("days", "Days", 80.0)];
        let rows = Rows(vec![["b", "10"], ["a", "9"], ["c", ""], ["ab", "1,200"]]);
        let mut state = TableState::default();
        state.renew(&columns, &rows, 1);
        (columns, rows, state)
    }

    #[test]
    fn numbers_sort_by_value_and_empty_cells_stay_below() {
        let (columns, rows, mut state) = sample();
        state.sort_by(&columns[1]);
        state.renew(&columns, &rows, 1);
        assert_eq!(state.shown_rows(), [1, 0, 3, 2]);
        state.sort_by(&columns[1]);
        state.renew(&columns, &rows, 1);
        assert_eq!(state.shown_rows(), [3, 0, 1, 2]);
        state.sort_by(&columns[1]);
        state.renew(&columns, &rows, 1);
        assert_eq!(state.shown_rows(), [0, 1, 2, 3]);
    }

    #[test]
    fn filters_and_search_narrow_the_rows_and_the_selection() {
        let (columns, rows, mut state) = sample();
        state.select_all();
        state.set_filter(0, "A".to_owned());
        state.renew(&columns, &rows, 1);
        assert_eq!(state.shown_rows(), [1, 3]);
        assert_eq!(state.selected().iter().copied().collect::<Vec<_>>(), [11, 13]);
        state.want("1,2".to_owned());
        state.renew(&columns, &rows, 1);
        assert_eq!(state.shown_rows(), [3]);
    }

    #[test]
    fn shift_selects_from_the_anchor_and_control_toggles() {
        let (.., mut state) = sample();
        state.go(1, false);
        state.go(3, true);
        assert_eq!(state.selected().len(), 3);
        state.toggle(2);
        assert_eq!(state.selected_rows(), [1, 3]);
    }

    #[test]
    fn a_column_moves_and_hides_and_comes_back() {
        let (columns, _, mut state) = sample();
        state.move_column(&columns, 1, true);
        assert_eq!(state.shown_columns(&columns), [1, 0]);
        state.show_column(&columns[0], false);
        assert_eq!(state.shown_columns(&columns), [1]);
        state.forget_layout();
        assert_eq!(state.shown_columns(&columns), [0, 1]);
    }
}
