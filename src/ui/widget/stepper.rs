//! One week or month back and forth, and back to today.

use chrono::{Datelike, Months, NaiveDate};
use egui::{RichText, Ui};

use super::button::Button;
use super::icon::Icon;
use crate::domain::Week;
use crate::i18n::Tr;
use crate::ui::theme::{self, Theme};

/// Steps a week; returns whether it changed.
pub fn week_stepper(ui: &mut Ui, theme: &Theme, tr: Tr, today: NaiveDate, week: &mut Week) -> bool {
    let words = Words { back: tr.previous_week(), forth: tr.next_week(), home: tr.this_week() };
    let is_home = *week == Week::of(today);
    match stepper(ui, theme, &words, &tr.week(*week), is_home) {
        Some(Step::Back) => *week = week.previous(),
        Some(Step::Forth) => *week = week.next(),
        Some(Step::Home) => *week = Week::of(today),
        None => return false,
    }
    true
}

/// Steps a month, given by its first day; returns whether it changed.
pub fn month_stepper(ui: &mut Ui, theme: &Theme, tr: Tr, today: NaiveDate, month: &mut NaiveDate) -> bool {
    let words = Words { back: tr.previous_month(), forth: tr.next_month(), home: tr.this_month() };
    let home = today.with_day(1).unwrap_or(today);
    let one = Months::new(1);
    *month = match stepper(ui, theme, &words, &tr.month(*month), *month == home) {
        Some(Step::Back) => month.checked_sub_months(one).unwrap_or(*month),
        Some(Step::Forth) => month.checked_add_months(one).unwrap_or(*month),
        Some(Step::Home) => home,
        None => return false,
    };
    true
}

struct Words {
    back: &'static str,
    forth: &'static str,
    home: &'static str,
}

enum Step {
    Back,
    Forth,
    Home,
}

fn stepper(ui: &mut Ui, theme: &Theme, words: &Words, shown: &str, is_home: bool) -> Option<Step> {
    let mut step = None;
    if Button::icon_only(Icon::Left, words.back).ui(ui, theme).clicked() {
        step = Some(Step::Back);
    }
    ui.label(RichText::new(shown).font(theme::strong()));
    if Button::icon_only(Icon::Right, words.forth).ui(ui, theme).clicked() {
        step = Some(Step::Forth);
    }
    if !is_home && Button::quiet(words.home).ui(ui, theme).clicked() {
        step = Some(Step::Home);
    }
    step
}
