//! The schedule page of the sample hospital, and its cells by what a screen reader says.

use chrono::NaiveDate;
use chuanbangdai::domain::{Period, Session};
use chuanbangdai::ui::{Command, PageId};
use egui::{OutputCommand, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

use crate::support::{Scene, ask, sample_window};

/// The schedule at the week of the sample, 12 to 18 June 2023.
pub fn schedule() -> Harness<'static, Scene> {
    let mut harness = sample_window();
    ask(&mut harness, Command::Go(PageId::Schedule));
    harness
}

/// The schedule at the week of a day of June 2023.
pub fn schedule_at(day: u32) -> Harness<'static, Scene> {
    let mut harness = schedule();
    ask(&mut harness, Command::ShowWeek(june(day)));
    harness
}

/// A day of June 2023.
pub fn june(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, day).unwrap()
}

/// The cell whose spoken name begins so.
pub fn cell<'a>(harness: &'a Harness<'_, Scene>, name: &'a str) -> Node<'a> {
    harness
        .get_by(move |node| node.role() == Role::GridCell && node.label().is_some_and(|label| label.starts_with(name)))
}

/// What a screen reader says of the cell.
pub fn spoken(harness: &Harness<'_, Scene>, name: &str) -> String {
    cell(harness, name).accesskit_node().label().unwrap()
}

/// Clicks a cell.
pub fn click(harness: &mut Harness<'_, Scene>, name: &str) {
    cell(harness, name).click();
    harness.run();
}

/// The sessions of a week of June 2023 as they are stored.
pub fn stored(harness: &Harness<'_, Scene>, monday: u32) -> Vec<Session> {
    let last = june(monday).checked_add_days(chrono::Days::new(6)).unwrap();
    let period = Period::new(june(monday), last).unwrap();
    harness.state().desk.ask(move |office| office.sessions(period).unwrap()).take().unwrap()
}

/// Everything that is shown, line by line, for looking a text up.
pub fn says(harness: &Harness<'_, Scene>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// Chooses a view from the list.
pub fn view(harness: &mut Harness<'_, Scene>, name: &str) {
    harness.get_by_label("视图").click();
    harness.run();
    harness.get_by_label(name).scroll_to_me();
    harness.run();
    harness.get_by_label(name).click();
    harness.run();
}

/// What a screen reader says of the place under the cursor.
pub fn under(harness: &Harness<'_, Scene>) -> String {
    harness.get_by_role(Role::Grid).value().unwrap_or_default()
}

/// What was copied in this frame.
pub fn copied(harness: &Harness<'_, Scene>) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Drags from cell to cell and stops before letting go.
pub fn drag_over(harness: &mut Harness<'_, Scene>, from: &str, to: &str) {
    let (from, to) = (cell(harness, from).rect().center(), cell(harness, to).rect().center());
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + (to - from) * 0.5);
    harness.run();
    harness.hover_at(to);
    harness.run();
}

/// Drags from cell to cell.
pub fn drag(harness: &mut Harness<'_, Scene>, from: &str, to: &str) {
    drag_over(harness, from, to);
    let at = cell(harness, to).rect().center();
    harness.drop_at(at);
    harness.run();
}
