//! Issued sheets of all weeks: a table, narrowed to those that speak of a day; looked at or saved as they were printed.

use chrono::NaiveDate;
use egui::{RichText, Ui};

use crate::app::rota::{KeptLine, KeptVm};
use crate::app::{Answer, Failure};
use crate::domain::{KeptSheetId, WorkCalendar};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, DateField, Empty, Icon, Table, TableRow, TableState, live_ui};
use crate::ui::{Command, Live, PageCx, Tone};

/// The part of the page.
#[derive(Default)]
pub struct KeptPart {
    /// The day that the sheets speak of; absent for all.
    on: Option<NaiveDate>,
    list: Live<KeptVm>,
    table: TableState,
    pick: Pick,
    /// A sheet on its way to a viewer or into a file; what to say once it is there.
    under_way: Option<(Answer<Result<(), Failure>>, String)>,
    saving: Option<KeptSheetId>,
}

impl TableRow for KeptLine {
    fn key(&self) -> i64 {
        self.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 1 { CellTone::Strong } else { CellTone::Plain }
    }
}

impl KeptPart {
    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.list.expire();
    }

    /// Narrows the list to the sheets that speak of a day.
    pub const fn show_day(&mut self, on: Option<NaiveDate>) {
        self.on = on;
        self.list.expire();
    }

    /// Draws the bar's own part: the day asked for.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let tr = cx.tr;
        let mut on = self.on;
        let words = on.map_or_else(|| tr.kept_all_days().to_owned(), |on| tr.kept_of_day(&tr.month_day(on)));
        ui.label(RichText::new(words).color(cx.theme.ink));
        if let Some(calendar) = calendar {
            DateField::new(tr.kept_find_day(), calendar, cx.today).button_ui(ui, cx.theme, tr, &mut on);
        }
        if on.is_some() && Button::quiet(tr.schedule_show_all()).icon(Icon::Close).ui(ui, cx.theme).clicked() {
            on = None;
        }
        if on != self.on {
            self.show_day(on);
        }
    }

    /// Draws the table.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, on) = (cx.tr, self.on);
        self.list.refresh(|| cx.desk.ask(move |office| Ok(KeptVm::load(office, on, tr))));
        self.follow(ui, cx);
        let revision = self.list.revision();
        let Self { list, table, .. } = self;
        let (mut opened, mut saved, mut is_all) = (None, None, false);
        live_ui(ui, cx.theme, tr, list.get(), |ui, vm| {
            let chosen = table.single().and_then(|id| vm.lines.iter().find(|line| line.id.raw() == id));
            ui.horizontal(|ui| {
                let open = Button::new(tr.rota_kept_open()).icon(Icon::Document).shortcut("Enter");
                if open.enabled(chosen.is_some()).ui(ui, cx.theme).clicked() {
                    opened = chosen.map(|line| line.id.raw());
                }
                let save = Button::new(tr.save_as()).icon(Icon::Export).enabled(chosen.is_some());
                if save.ui(ui, cx.theme).clicked() {
                    saved = chosen.map(|line| (line.id, line.file_name.clone()));
                }
                ui.label(RichText::new(tr.kept_where()).color(cx.theme.muted));
            });
            ui.add_space(8.0);
            let empty = Empty {
                icon: Icon::Document,
                title: if vm.total == 0 { tr.kept_empty() } else { tr.kept_empty_day() },
                text: tr.kept_empty_hint(),
                action: (vm.total > 0).then(|| tr.schedule_show_all()),
            };
            let columns = columns(cx);
            let events =
                Table::new("kept sheets", tr.rota_kept(), &columns, revision).empty(empty).ui(ui, cx, &vm.lines, table);
            is_all = events.is_first_step;
            opened = opened.or(events.opened);
        });
        if is_all {
            self.show_day(None);
        }
        if let Some(id) = opened.map(KeptSheetId::new) {
            let showing = cx.desk.ask(move |office| office.show_kept(id).map(|_| ()));
            self.under_way = Some((showing, String::new()));
        }
        if let Some((id, name)) = saved {
            self.saving = Some(id);
            self.pick.open(ui.ctx(), tr, Wanted::Export("pdf"), &name);
        }
    }

    /// Takes the answers: a place for a copy, and what became of the work.
    fn follow(&mut self, ui: &Ui, cx: &mut PageCx<'_>) {
        if let Some((_, paths)) = self.pick.take(ui.ctx(), cx.theme, cx.tr)
            && let (Some(id), Some(path)) = (self.saving.take(), paths.into_iter().next())
        {
            let said = cx.tr.preview_saved(&path.display().to_string());
            self.under_way = Some((cx.desk.ask(move |office| office.save_kept(id, &path)), said));
        }
        let Some((answer, said)) = &self.under_way else { return };
        let Some(result) = answer.take() else { return };
        match result {
            Ok(()) if said.is_empty() => {}
            Ok(()) => cx.out.push(Command::Say(Tone::Ok, said.clone())),
            Err(failure) => cx.out.push(Command::Say(Tone::Error, failure.told(cx.tr).what)),
        }
        self.under_way = None;
    }
}

fn columns(cx: &PageCx<'_>) -> Vec<Column> {
    let tr = cx.tr;
    KeptLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "at" => Column::text(key, tr.paper_issued_at(), 136.0),
            "document" => Column::text(key, tr.kept_document(), 176.0),
            "period" => Column::text(key, tr.kept_period(), 216.0),
            "version" => Column::text(key, tr.paper_version(), 72.0),
            "reason" => Column::text(key, tr.kept_reason(), 200.0).wide(),
            _ => Column::number(key, tr.kept_pages(), 56.0),
        })
        .collect()
}
