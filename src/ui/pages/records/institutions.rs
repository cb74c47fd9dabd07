//! The institutions: a list, and a form beside it that stores each box when it is left.

use egui::{Panel, RichText, Ui};

use super::follow::follow;
use crate::app::records::{InstitutionLine, institutions};
use crate::domain::{Edit, Id, Institution, InstitutionKind, Table as DataTable};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Choice, Column, Dropdown, Empty, Field, Icon, Table, TableRow, TableState, live_ui};

/// The list and what is written in the form.
#[derive(Debug, Default)]
pub(super) struct Institutions {
    lines: Live<Vec<InstitutionLine>>,
    table: TableState,
    draft: Option<(u64, Institution)>,
}

impl TableRow for InstitutionLine {
    fn key(&self) -> i64 {
        self.record.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.record.name,
            1 => self.kind,
            2 => &self.record.level,
            3 => &self.place,
            4 => &self.people,
            5 => &self.record.short_name,
            _ => &self.record.note,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            0 if self.record.is_own => CellTone::Strong,
            0 => CellTone::Plain,
            _ => CellTone::Muted,
        }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("name", tr.record_name(), 240.0).wide(),
        Column::text("kind", tr.record_kind(), 128.0),
        Column::text("level", tr.record_level(), 88.0),
        Column::text("place", tr.record_place(), 144.0),
        Column::number("people", tr.record_people(), 64.0),
        Column::text("short", tr.record_short_name(), 160.0).hidden(),
        Column::text("note", tr.record_note(), 160.0).hidden(),
    ]
}

impl Institutions {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.lines.refresh(|| cx.desk.ask(move |office| Ok(institutions(office, tr))));
        follow(&mut self.draft, &self.table, &self.lines, |line| &line.record);
        if let Some((_, draft)) = &mut self.draft {
            form_ui(ui, cx, draft, self.lines.get().and_then(|lines| lines.as_ref().ok()));
        }
        let revision = self.lines.revision();
        let (table, draft) = (&mut self.table, &mut self.draft);
        live_ui(ui, theme, tr, self.lines.get(), |ui, lines| {
            if Button::new(tr.institution_new()).icon(Icon::Add).ui(ui, theme).clicked() {
                table.clear();
                *draft = Some((revision, fresh()));
            }
            ui.add_space(8.0);
            let columns = columns(tr);
            let empty = Empty {
                icon: Icon::Unit,
                title: tr.institutions_empty(),
                text: tr.institutions_empty_hint(),
                action: Some(tr.command_import()),
            };
            let view = Table::new("institutions", tr.tab_institutions(), &columns, revision).empty(empty).deletable();
            let events = view.ui(ui, cx, lines, table);
            if events.is_first_step {
                cx.out.push(Command::Import(Vec::new()));
            }
            for id in events.deleted {
                cx.out.push(Command::Run(Edit::Delete { table: DataTable::Institution, id }));
            }
        });
    }
}

fn fresh() -> Institution {
    Institution {
        id: Id::NEW,
        code: String::new(),
        name: String::new(),
        short_name: String::new(),
        kind: InstitutionKind::Supporter,
        level: String::new(),
        county: String::new(),
        town: String::new(),
        is_own: false,
        sort: 0,
        note: String::new(),
    }
}

/// Draws the form; a box that is left with a new text is one edit.
fn form_ui(ui: &mut Ui, cx: &mut PageCx<'_>, draft: &mut Institution, lines: Option<&Vec<InstitutionLine>>) {
    let (tr, theme) = (cx.tr, cx.theme);
    let kinds: Vec<Choice<InstitutionKind>> =
        InstitutionKind::ALL.iter().map(|kind| Choice::new(*kind, tr.institution_kind(*kind))).collect();
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
    Panel::right("institution").default_size(INSPECTOR).size_range(240.0..=480.0).frame(frame).show(ui, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let title = if draft.id.is_new() { tr.institution_new() } else { tr.tab_institutions() };
            ui.label(RichText::new(title).font(theme::strong()));
            let mut is_left = false;
            for (label, text) in [
                (tr.record_name(), &mut draft.name),
                (tr.record_short_name(), &mut draft.short_name),
                (tr.record_level(), &mut draft.level),
                (tr.record_county(), &mut draft.county),
                (tr.record_town(), &mut draft.town),
                (tr.record_note(), &mut draft.note),
            ] {
                ui.add_space(4.0);
                is_left |= Field::new(label).ui(ui, theme, text).lost_focus();
            }
            ui.add_space(4.0);
            let width = ui.available_width();
            is_left |= Dropdown::new(tr.record_kind(), &kinds).width(width).ui(ui, theme, tr, &mut draft.kind);
            let stored = lines.into_iter().flatten().find(|line| line.record.id == draft.id);
            let differs = stored.is_none_or(|line| line.record != *draft);
            if is_left && differs && !draft.name.trim().is_empty() {
                cx.out.push(Command::Run(Edit::put(draft.clone())));
            }
        });
    });
}
