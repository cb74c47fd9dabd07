//! The departments: a list, and a form beside it that stores each box when it is left.

use egui::{Panel, RichText, Ui};

use super::follow::follow;
use crate::app::records::{DepartmentLine, departments};
use crate::domain::{Department, Edit, Table as DataTable};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Field, Icon, Table, TableRow, TableState, live_ui};

/// The list and what is written in the form.
#[derive(Debug, Default)]
pub(super) struct Departments {
    lines: Live<Vec<DepartmentLine>>,
    table: TableState,
    draft: Option<(u64, Department)>,
}

impl TableRow for DepartmentLine {
    fn key(&self) -> i64 {
        self.record.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.record.name,
            1 => &self.inst,
            2 => &self.record.code,
            _ => &self.people,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 0 { CellTone::Plain } else { CellTone::Muted }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("name", tr.record_name(), 200.0).wide(),
        Column::text("inst", tr.record_inst(), 200.0),
        Column::text("code", tr.record_code(), 96.0),
        Column::number("people", tr.record_people(), 64.0),
    ]
}

impl Departments {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.lines.refresh(|| cx.desk.ask(|office| Ok(departments(office))));
        follow(&mut self.draft, &self.table, &self.lines, |line| &line.record);
        let stored = self.lines.get().and_then(|lines| lines.as_ref().ok());
        if let Some((_, draft)) = &mut self.draft {
            let stored = stored.into_iter().flatten().find(|line| line.record.id == draft.id);
            form_ui(ui, cx, draft, stored);
        }
        let revision = self.lines.revision();
        let (table, draft) = (&mut self.table, &mut self.draft);
        live_ui(ui, theme, tr, self.lines.get(), |ui, lines| {
            // The first line stands for an own department: new ones belong to the same institution.
            let own = lines.first().map(|line| line.record.inst);
            let add = Button::new(tr.department_new()).icon(Icon::Add).enabled(own.is_some());
            if add.ui(ui, theme).clicked()
                && let Some(inst) = own
            {
                table.clear();
                *draft = Some((revision, Department { inst, is_listed: true, ..Department::default() }));
            }
            ui.add_space(8.0);
            let columns = columns(tr);
            let empty = Empty {
                icon: Icon::Unit,
                title: tr.departments_empty(),
                text: tr.departments_empty_hint(),
                action: Some(tr.command_import()),
            };
            let view = Table::new("departments", tr.tab_departments(), &columns, revision).empty(empty).deletable();
            let events = view.ui(ui, cx, lines, table);
            if events.is_first_step {
                cx.out.push(Command::Import(Vec::new()));
            }
            for id in events.deleted {
                cx.out.push(Command::Run(Edit::Delete { table: DataTable::Department, id }));
            }
        });
    }
}

fn form_ui(ui: &mut Ui, cx: &mut PageCx<'_>, draft: &mut Department, stored: Option<&DepartmentLine>) {
    let (tr, theme) = (cx.tr, cx.theme);
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
    Panel::right("department").default_size(INSPECTOR).size_range(240.0..=480.0).frame(frame).show(ui, |ui| {
        let title = if draft.id.is_new() { tr.department_new() } else { tr.tab_departments() };
        ui.label(RichText::new(title).font(theme::strong()));
        if let Some(line) = stored {
            ui.label(RichText::new(&line.inst).font(theme::caption()).color(theme.muted));
        }
        let mut is_left = false;
        for (label, text) in [(tr.record_name(), &mut draft.name), (tr.record_code(), &mut draft.code)] {
            ui.add_space(4.0);
            is_left |= Field::new(label).ui(ui, theme, text).lost_focus();
        }
        let differs = stored.is_none_or(|line| line.record != *draft);
        if is_left && differs && !draft.name.trim().is_empty() {
            cx.out.push(Command::Run(Edit::put(draft.clone())));
        }
    });
}
