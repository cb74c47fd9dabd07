//! The records behind a finding or a figure, each with a way to it.

use egui::{RichText, ScrollArea, Ui};

use crate::app::checks::{Opening, RecordLine, record_lines};
use crate::figures::RecordRef;
use crate::ui::page::{Command, Live, PageCx, PageId};
use crate::ui::theme;
use crate::ui::widget::{Button, live_ui};

/// More records than this are told as a number; the rest is found by narrowing the question.
const SHOWN: usize = 200;

/// The records of what is selected.
#[derive(Debug, Default)]
pub struct Behind {
    of: Option<(u64, i64)>,
    lines: Live<Vec<RecordLine>>,
}

impl Behind {
    /// Draws the records of the thing with that key; another key, or a new picture, asks for them anew.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, of: (u64, i64), records: &[RecordRef]) {
        if self.of != Some(of) {
            (self.of, self.lines) = (Some(of), Live::default());
        }
        let tr = cx.tr;
        let wanted: Vec<RecordRef> = records.iter().take(SHOWN).copied().collect();
        self.lines.refresh(|| cx.desk.ask(move |office| record_lines(office, tr, &wanted)));
        ui.add_space(8.0);
        ui.label(RichText::new(tr.checks_records(records.len())).font(theme::caption()).color(cx.theme.muted));
        let mut asked = None;
        live_ui(ui, cx.theme, tr, self.lines.get(), |ui, lines| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for line in lines {
                    asked = line_ui(ui, cx, line).or(asked.take());
                }
                if records.len() > SHOWN {
                    let more = tr.checks_more_records(records.len() - SHOWN);
                    ui.label(RichText::new(more).font(theme::caption()).color(cx.theme.muted));
                }
            });
        });
        if let Some(opening) = asked {
            cx.out.push(command(opening));
        }
    }
}

fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &RecordLine) -> Option<Opening> {
    ui.horizontal(|ui| {
        let table = RichText::new(line.table).font(theme::caption()).color(cx.theme.muted);
        ui.allocate_ui(egui::vec2(72.0, 20.0), |ui| {
            ui.set_min_width(72.0);
            ui.add(egui::Label::new(table).truncate())
        });
        let Some(opening) = line.opening else {
            ui.add(egui::Label::new(&line.name).truncate());
            return None;
        };
        Button::quiet(&line.name).ui(ui, cx.theme).clicked().then_some(opening)
    })
    .inner
}

/// The way to a record.
pub(super) const fn command(opening: Opening) -> Command {
    match opening {
        Opening::Person(person) => Command::ShowPerson(person),
        Opening::Pairing(pairing) => Command::ShowPairing(pairing),
        Opening::Week(on) => Command::ShowWeek(on),
        Opening::Task(task) => Command::ShowTask(task),
        Opening::Tasks => Command::Go(PageId::Tasks),
        Opening::Register(table, id) => Command::ShowRegister(table, Some(id)),
        Opening::Records => Command::Go(PageId::Records),
    }
}
