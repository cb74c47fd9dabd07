//! The text of an official paper, worded beside the page that it is printed on.

use egui::{Id, RichText, ScrollArea, TextEdit, Ui};

use crate::app::settings::setting_edit;
use crate::domain::Setting;
use crate::report::Wording;
use crate::ui::page::{Command, PageCx};
use crate::ui::theme;
use crate::ui::widget::{BannerTone, Button, Choice, Dropdown, Field, Icon, banner};

/// Lines of the box.
const LINES: usize = 24;

/// A text while it is being worded.
#[derive(Debug)]
pub struct Editor {
    wording: Wording,
    row: Setting,
    text: String,
    /// The text as it is kept.
    kept: String,
}

impl Editor {
    /// Begins with the text that is kept.
    pub const fn new(wording: Wording, row: Setting, text: String, kept: String) -> Self {
        Self { wording, row, text, kept }
    }

    /// What is kept now, as the data file tells it; what is being typed goes before it.
    pub fn renew(&mut self, row: &Setting, kept: &str) {
        if self.kept != kept {
            if self.text == self.kept {
                kept.clone_into(&mut self.text);
            }
            kept.clone_into(&mut self.kept);
        }
        self.row.clone_from(row);
    }

    /// Which text it is.
    pub const fn wording(&self) -> Wording {
        self.wording
    }

    /// Draws it; returns whether it is done.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, title: &str) -> bool {
        let tr = cx.tr;
        ui.spacing_mut().item_spacing.y = theme::GRID;
        ui.add_space(theme::GRID);
        ui.label(RichText::new(tr.wording_title(title)).strong());
        let id = Id::unique("wording");
        let mut is_done = false;
        ui.horizontal(|ui| {
            is_done = Button::main(tr.wording_done()).icon(Icon::Check).ui(ui, cx.theme).clicked();
            let mut choices = vec![Choice::new("", tr.wording_insert())];
            choices.extend(self.wording.placeholders(tr).iter().map(|name| Choice::new(*name, *name)));
            let mut chosen = "";
            let list = Dropdown::new(tr.wording_insert(), &choices).bare().width(140.0);
            if list.ui(ui, cx.theme, tr, &mut chosen) && !chosen.is_empty() {
                self.insert(ui, id, chosen);
                self.keep(cx);
            }
            let is_own = self.text != self.wording.usual(tr);
            if Button::quiet(tr.wording_usual()).enabled(is_own).ui(ui, cx.theme).clicked() {
                self.wording.usual(tr).clone_into(&mut self.text);
                self.keep(cx);
            }
        });
        let unknown = self.wording.unknown(&self.text, tr);
        if !unknown.is_empty() {
            let words = tr.wording_unknown(&unknown.join(tr.list_comma()));
            banner(ui, cx.theme, BannerTone::Warning, &words, None);
        }
        ScrollArea::vertical().id_salt("wording").auto_shrink(false).show(ui, |ui| {
            let response = Field::new(tr.wording_field()).rows(LINES).id(id).ui(ui, cx.theme, &mut self.text);
            if response.lost_focus() {
                self.keep(cx);
            }
            ui.label(RichText::new(tr.wording_hint()).font(theme::caption()).color(cx.theme.muted));
        });
        if is_done {
            self.keep(cx);
        }
        is_done
    }

    /// Puts a placeholder where the cursor is, else at the end.
    fn insert(&mut self, ui: &Ui, id: Id, name: &str) {
        let place = TextEdit::load_state(ui.ctx(), id)
            .and_then(|state| state.cursor.char_range())
            .map_or(usize::MAX, |range| usize::from(range.primary.index));
        let before: String = self.text.chars().take(place).collect();
        let after: String = self.text.chars().skip(place).collect();
        self.text = format!("{before}{{{name}}}{after}");
    }

    /// Stores the text where it changed; the usual text is stored as none.
    fn keep(&mut self, cx: &mut PageCx<'_>) {
        if self.text == self.kept {
            return;
        }
        self.kept.clone_from(&self.text);
        let value = if self.text == self.wording.usual(cx.tr) { "" } else { &self.text };
        cx.out.push(Command::Run(setting_edit(&self.row, value)));
    }
}
