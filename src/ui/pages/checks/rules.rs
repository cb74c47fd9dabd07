//! The rules behind the checks: rows that can be changed, narrowed, copied and switched off.

use egui::Ui;

use super::rule_form::{Draft, form_ui};
use crate::app::checks::{RuleLine, fresh_rule, rule_lines};
use crate::domain::{Edit, Registry, Table as DataTable};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::widget::{Button, CellTone, Column, Empty, Icon, Table, TableRow, TableState, live_ui};
use std::sync::Arc;

/// The list and what is written in the form.
#[derive(Debug, Default)]
pub(super) struct Rules {
    lines: Live<Picture>,
    table: TableState,
    draft: Option<(u64, Draft)>,
}

/// The rows, with the records that their scopes are chosen from.
#[derive(Debug)]
struct Picture {
    lines: Vec<RuleLine>,
    registry: Arc<Registry>,
    calendar: Arc<crate::domain::WorkCalendar>,
}

impl TableRow for RuleLine {
    fn key(&self) -> i64 {
        self.record.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.check,
            1 => &self.scope,
            2 => &self.bounds,
            3 => self.severity,
            4 => &self.record.basis,
            5 => &self.days,
            _ => self.state,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            _ if self.record.is_off => CellTone::Muted,
            0 => CellTone::Strong,
            1 | 2 => CellTone::Plain,
            _ => CellTone::Muted,
        }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("check", tr.checks_check(), 136.0),
        Column::text("scope", tr.rules_scope(), 144.0),
        Column::text("bounds", tr.rules_bounds(), 260.0).wide(),
        Column::text("severity", tr.checks_severity(), 72.0),
        Column::text("basis", tr.checks_basis(), 240.0),
        Column::text("days", tr.rules_days(), 160.0),
        Column::text("state", tr.rules_state(), 64.0),
    ]
}

impl Rules {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.lines.refresh(|| {
            cx.desk.ask(move |office| {
                Ok(Picture {
                    lines: rule_lines(office, tr),
                    registry: Arc::clone(office.registry()),
                    calendar: Arc::clone(office.calendar()),
                })
            })
        });
        self.follow(tr);
        if let (Some((_, draft)), Some(Ok(picture))) = (&mut self.draft, self.lines.get())
            && let Some(changed) = form_ui(ui, cx, draft, &picture.registry, &picture.calendar)
        {
            cx.out.push(Command::Run(Edit::put(changed)));
        }
        let revision = self.lines.revision();
        let table = &mut self.table;
        live_ui(ui, theme, tr, self.lines.get(), |ui, picture| {
            let chosen = table.single().and_then(|id| picture.lines.iter().find(|line| line.record.id.raw() == id));
            let copy =
                Button::new(tr.rules_copy()).icon(Icon::Add).enabled(chosen.is_some() || picture.lines.is_empty());
            if copy.ui(ui, theme).on_hover_text(tr.rules_copy_hint()).clicked() {
                cx.out.push(Command::Run(Edit::put(fresh_rule(chosen.map(|line| &line.record)))));
            }
            ui.add_space(8.0);
            let columns = columns(tr);
            let empty = Empty {
                icon: Icon::Settings,
                title: tr.rules_empty(),
                text: tr.rules_empty_hint(),
                action: Some(tr.rules_copy()),
            };
            let view = Table::new("check rules", tr.checks_tab_rules(), &columns, revision).empty(empty).deletable();
            let events = view.ui(ui, cx, &picture.lines, table);
            if events.is_first_step {
                cx.out.push(Command::Run(Edit::put(fresh_rule(None))));
            }
            for id in events.deleted {
                cx.out.push(Command::Run(Edit::Delete { table: DataTable::CheckRule, id }));
            }
        });
    }

    /// Fills the form from the selected row, where another row or a new picture calls for it.
    fn follow(&mut self, tr: Tr) {
        let revision = self.lines.revision();
        let chosen = self.table.single();
        let shown = self.draft.as_ref().map(|(made_from, draft)| (*made_from, draft.record.id.raw()));
        if shown == chosen.map(|id| (revision, id)) {
            return;
        }
        let lines = self.lines.get().and_then(|picture| picture.as_ref().ok()).map(|picture| &picture.lines);
        let found = chosen.zip(lines).and_then(|(id, lines)| lines.iter().find(|line| line.record.id.raw() == id));
        self.draft = found.map(|line| (revision, Draft::new(&line.record, tr)));
    }
}
