//! What 复制上周 brought, and what stayed behind and why.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use egui::{Context, RichText, ScrollArea};

use crate::app::week::{Carry, LeftOut};
use crate::i18n::Tr;
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Dialog, DialogAnswer};

/// So many sessions left out on one day for one reason are named, more are counted.
const NAMED: usize = 2;

/// The summary of a copied week, while it is shown.
pub struct Summary {
    title: &'static str,
    count: usize,
    from_elsewhere: Vec<String>,
    left_out: usize,
    lines: Vec<Line>,
}

/// What was left out on one day for one reason.
struct Line {
    day: String,
    what: String,
    why: String,
}

impl Summary {
    /// The summary of what a copy brings.
    pub fn of(carry: &Carry, tr: Tr) -> Self {
        Self::titled(carry, tr.schedule_copied_title(), tr)
    }

    /// The same under another title.
    pub fn titled(carry: &Carry, title: &'static str, tr: Tr) -> Self {
        let mut grouped: BTreeMap<_, Vec<&LeftOut>> = BTreeMap::new();
        for left in &carry.left_out {
            grouped.entry((left.on, &left.why)).or_default().push(left);
        }
        let line = |((on, why), all): ((NaiveDate, &String), Vec<&LeftOut>)| Line {
            day: tr.month_day(on),
            what: named(&all, tr),
            why: why.clone(),
        };
        Self {
            title,
            count: carry.rows.len(),
            from_elsewhere: carry.from_elsewhere.iter().map(|(on, source)| followed(*on, *source, tr)).collect(),
            left_out: carry.left_out.len(),
            lines: grouped.into_iter().map(line).collect(),
        }
    }
}

/// Which day another one follows, both with their weekdays.
fn followed(on: NaiveDate, source: NaiveDate, tr: Tr) -> String {
    let name = |day: NaiveDate| format!("{} {}", tr.month_day(day), tr.weekday(day.weekday()));
    tr.schedule_from_elsewhere(&name(on), &name(source))
}

fn named(all: &[&LeftOut], tr: Tr) -> String {
    let names: Vec<String> =
        all.iter().take(NAMED).map(|left| format!("{} {}", tr.slot(left.slot), left.what)).collect();
    let names = names.join(tr.schedule_between());
    if all.len() > NAMED { tr.schedule_and_more(&names, all.len()) } else { names }
}

/// Draws the summary where there is one.
pub fn summary_ui(ctx: &Context, cx: &PageCx<'_>, summary: &mut Option<Summary>) {
    let Some(shown) = summary else { return };
    let tr = cx.tr;
    let dialog = Dialog::new("copied week", shown.title, tr.close()).width(560.0);
    let answer = dialog.ui(ctx, cx.theme, |ui| {
        ui.label(tr.schedule_copied(shown.count));
        for words in &shown.from_elsewhere {
            ui.label(RichText::new(words).color(cx.theme.muted));
        }
        if shown.lines.is_empty() {
            return;
        }
        ui.add_space(4.0);
        ui.label(RichText::new(tr.schedule_left_out(shown.left_out)).font(theme::strong()));
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            egui::Grid::new("left out").num_columns(3).striped(false).spacing([16.0, 4.0]).show(ui, |ui| {
                for line in &shown.lines {
                    ui.label(&line.day);
                    ui.label(&line.why);
                    ui.add(egui::Label::new(RichText::new(&line.what).color(cx.theme.muted)).wrap());
                    ui.end_row();
                }
            });
        });
    });
    if answer != DialogAnswer::Open {
        *summary = None;
    }
}
