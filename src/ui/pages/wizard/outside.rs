//! What a sheet does not say itself: year, batch, institution, relation.

use egui::{RichText, ScrollArea, Ui};

use crate::app::intake::OutsideLists;
use crate::domain::{Programme, StintMode};
use crate::i18n::{Lang, Tr};
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Choice, Dropdown, Field};

use super::picture::{SheetPicture, kind_of};
use super::preview::Wish;
use super::sheets::SheetsView;

/// Width of a box, in points.
const WIDTH: f32 = 320.0;

/// What a sheet of a kind may leave unsaid.
fn keys(kind: &str) -> &'static [&'static str] {
    match kind {
        "stint" => &["relation", "programme", "direction", "batch", "mode", "year"],
        "person" | "department" => &["institution"],
        "session" | "grid" | "posting" | "leave" | "attendance" => &["institution", "year", "month"],
        "batch" => &["relation", "programme"],
        "relation" => &["programme"],
        "task" => &["list", "institution", "year"],
        "institution" | "calendar" => &["year"],
        _ => &["relation", "institution", "kind", "basis", "year", "month"],
    }
}

const fn name(key: &str, tr: Tr) -> &'static str {
    match key.as_bytes() {
        b"relation" => tr.outside_relation(),
        b"programme" => tr.outside_programme(),
        b"direction" => tr.outside_direction(),
        b"institution" => tr.outside_institution(),
        b"batch" => tr.outside_batch(),
        b"mode" => tr.outside_mode(),
        b"kind" => tr.outside_kind(),
        b"basis" => tr.outside_basis(),
        b"list" => tr.outside_list(),
        b"month" => tr.outside_month(),
        _ => tr.outside_year(),
    }
}

/// The values of a closed list as they are stored in a choice, with their words; empty for free text.
fn list(key: &str, tr: Tr, lists: &OutsideLists) -> Vec<Choice<String>> {
    // Sheets are Chinese whatever the language of the window: their words are what is stored.
    let written = Tr::new(Lang::Zh);
    let same = |text: &String| Choice::new(text.clone(), text.clone());
    match key {
        "relation" => lists.relations.iter().map(same).collect(),
        "institution" => lists.institutions.iter().map(same).collect(),
        "programme" => {
            Programme::ALL.iter().map(|it| Choice::new(written.programme(*it).to_owned(), tr.programme(*it))).collect()
        }
        "mode" => StintMode::ALL
            .iter()
            .map(|it| Choice::new(written.stint_mode(*it).to_owned(), tr.stint_mode(*it)))
            .collect(),
        "direction" => vec![
            Choice::new("received".to_owned(), tr.outside_received()),
            Choice::new("sent".to_owned(), tr.outside_sent()),
        ],
        _ => Vec::new(),
    }
}

/// Draws the values; returns one that was chosen or written.
pub fn ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    sheet: &SheetPicture,
    lists: &OutsideLists,
    view: &mut SheetsView,
) -> Option<Wish> {
    let (tr, theme) = (cx.tr, cx.theme);
    let Some(kind) = kind_of(&sheet.preview) else {
        ui.label(RichText::new(tr.wizard_kind_first()).color(theme.muted));
        return None;
    };
    ui.label(RichText::new(tr.wizard_outside_hint()).font(theme::caption()).color(theme.muted));
    let mut wish = None;
    ScrollArea::vertical().id_salt("outside").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(WIDTH);
        for key in keys(kind) {
            ui.add_space(theme::GRID * 2.0);
            ui.push_id(key, |ui| wish = wish.take().or_else(|| value_ui(ui, cx, sheet, lists, view, key)));
        }
    });
    wish
}

fn value_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    sheet: &SheetPicture,
    lists: &OutsideLists,
    view: &mut SheetsView,
    key: &'static str,
) -> Option<Wish> {
    let (tr, theme) = (cx.tr, cx.theme);
    let chosen = sheet.preview.choice.context.get(key).cloned().unwrap_or_default();
    let said = sheet.preview.context.iter().find(|(known, value)| known == key && *value != chosen);
    let mut choices = list(key, tr, lists);
    let wish = if choices.is_empty() {
        let draft = view.drafts.entry(key).or_insert_with(|| chosen.clone());
        let is_left = Field::new(name(key, tr)).ui(ui, theme, draft).lost_focus();
        (is_left && *draft != chosen).then(|| Wish::Outside(key, draft.clone()))
    } else {
        choices.insert(0, Choice::new(String::new(), tr.wizard_outside_open()));
        let mut value = chosen;
        let width = ui.available_width();
        let is_new = Dropdown::new(name(key, tr), &choices).width(width).ui(ui, theme, tr, &mut value);
        is_new.then_some(Wish::Outside(key, value))
    };
    if let Some((_, value)) = said {
        ui.label(RichText::new(tr.wizard_outside_said(value)).font(theme::caption()).color(theme.muted));
    }
    wish
}
