//! 换批: what a leaving batch has on its hands, line by line with the one who takes it on, as one step.

use egui::{Align, Key, Layout, Modifiers, RichText, ScrollArea, Ui};

use crate::app::people::{Handover, LeaverVm};
use crate::domain::{BatchId, HandoverPlan, Leaver, Severity, StintId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::theme::{self, GRID};
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, chip, left_side, right_side, severity_tag};
use crate::ui::{Command, Live, Page, PageCx, PageId};

/// The tables that a hand-over is made from.
const SHOWN_TABLES: &[Table] = &[
    Table::Institution,
    Table::Department,
    Table::Person,
    Table::Batch,
    Table::Stint,
    Table::Pairing,
    Table::PairingGoal,
    Table::Template,
    Table::Session,
    Table::Task,
];
/// Width of a list of successors, points.
const LIST: f32 = 260.0;
/// Width of the kind of a line, points.
const KIND: f32 = 76.0;

/// The page.
#[derive(Default)]
pub struct HandoverPage {
    picture: Live<Handover>,
    batch: Option<BatchId>,
    /// The plan as it is being edited, and the picture that it was taken from.
    draft: Option<(u64, HandoverPlan)>,
    shows_open: bool,
}

impl HandoverPage {
    fn refresh(&mut self, cx: &PageCx<'_>) {
        let (batch, tr) = (self.batch, cx.tr);
        self.picture.refresh(|| cx.desk.ask(move |office| Handover::load(office, batch, tr)));
        let revision = self.picture.revision();
        if self.draft.as_ref().is_none_or(|(of, _)| *of != revision) {
            self.draft = self.handover().map(|handover| (revision, handover.plan.clone()));
        }
    }

    fn handover(&self) -> Option<&Handover> {
        self.picture.get()?.as_ref().ok()
    }

    /// Whether a successor is named who is not stored yet.
    fn names_somebody(&self) -> bool {
        let (Some(handover), Some((_, plan))) = (self.handover(), &self.draft) else { return false };
        plan.leavers.iter().any(|leaver| handover.is_new_successor(leaver))
    }

    fn go(&self, cx: &mut PageCx<'_>) {
        let (Some(handover), Some((_, plan))) = (self.handover(), &self.draft) else { return };
        if let Some(edit) = handover.edit(plan) {
            cx.out.push(Command::Run(edit));
        }
    }

    fn batch_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let Some(handover) = self.handover() else { return };
        let choices: Vec<_> = handover.batches.iter().map(|(id, name)| Choice::new(*id, name.clone())).collect();
        let mut batch = handover.plan.batch;
        let list = Dropdown::new(cx.tr.handover_batch(), &choices).bare().width(140.0);
        if !choices.is_empty() && list.ui(ui, cx.theme, cx.tr, &mut batch) {
            self.batch = Some(batch);
            self.picture.expire();
        }
        if let Some((_, plan)) = &self.draft {
            let words = cx.tr.handover_settled(plan.settled(), plan.open());
            if plan.open() > 0 && chip(ui, cx.theme, cx.tr.handover_open_only(), self.shows_open).clicked() {
                self.shows_open = !self.shows_open;
            }
            ui.label(RichText::new(words).color(cx.theme.muted));
        }
    }
}

impl Page for HandoverPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        left_side(ui, |ui| self.batch_ui(ui, cx));
        right_side(ui, |ui| {
            let tr = cx.tr;
            let settled = self.draft.as_ref().map_or(0, |(_, plan)| plan.settled());
            if Button::new(tr.handover_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
            let words = if settled > 0 { tr.handover_go(settled) } else { tr.handover_name().to_owned() };
            let is_ready = settled > 0 || self.names_somebody();
            let main = Button::main(&words).icon(Icon::Check).shortcut("Ctrl+Enter").enabled(is_ready);
            let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            if main.ui(ui, cx.theme).clicked() || (is_entered && is_ready) {
                self.go(cx);
            }
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.picture.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        let shows_open = self.shows_open;
        let Some(Ok(handover)) = self.picture.get() else { return };
        let Some((_, plan)) = &mut self.draft else { return };
        let tr = cx.tr;
        if plan.leavers.is_empty() {
            let (title, text) = (tr.handover_empty_title(), tr.handover_empty_text());
            let empty = Empty { icon: Icon::People, title, text, action: Some(tr.handover_empty_action()) };
            if empty.ui(ui, cx.theme) {
                cx.out.push(Command::Go(PageId::Stints));
            }
            return;
        }
        if shows_open && plan.open() == 0 {
            let (title, text) = (tr.handover_none_left_title(), tr.handover_none_left_text());
            Empty { icon: Icon::Check, title, text, action: None }.ui(ui, cx.theme);
            return;
        }
        ScrollArea::vertical().id_salt("handover").auto_shrink(false).show(ui, |ui| {
            ui.add_space(GRID * 2.0);
            for (leaver, words) in plan.leavers.iter_mut().zip(&handover.leavers) {
                leaver_ui(ui, cx, leaver, words, shows_open);
            }
        });
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.picture.expire();
        }
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![("Ctrl+Enter", tr.handover_key_go())]
    }

    fn document(&self) -> Option<DocumentRequest> {
        self.handover()?.document()
    }
}

/// One who leaves: name and main successor, then a line for each thing.
fn leaver_ui(ui: &mut Ui, cx: &PageCx<'_>, leaver: &mut Leaver, words: &LeaverVm, shows_open: bool) {
    let tr = cx.tr;
    if shows_open && leaver.lines.iter().all(|line| line.to.is_some()) {
        return;
    }
    let mut choices: Vec<Choice<Option<StintId>>> = vec![Choice::new(None, tr.handover_nobody())];
    choices.extend(words.candidates.iter().map(|(id, name)| Choice::new(Some(*id), name.clone())));
    let before = leaver.successor;
    row(ui, |ui| {
        ui.label(RichText::new(&words.name).strong());
        ui.label(RichText::new(tr.handover_leaves(&words.last)).color(cx.theme.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = tr.handover_successor_of(&words.name);
            Dropdown::new(&label, &choices).bare().width(LIST).ui(ui, cx.theme, tr, &mut leaver.successor);
            ui.label(RichText::new(tr.handover_successor()).color(cx.theme.muted));
        });
    });
    if leaver.successor != before {
        // The lines follow, but for those that were given to somebody else by hand.
        let follow = leaver.lines.iter_mut().filter(|line| line.to == before || line.to.is_none());
        follow.for_each(|line| line.to = leaver.successor);
    }
    ui.add(egui::Separator::default().spacing(4.0));
    if leaver.lines.is_empty() {
        row(ui, |ui| ui.label(RichText::new(tr.handover_nothing()).color(cx.theme.muted)));
    }
    for (line, (kind, what)) in leaver.lines.iter_mut().zip(&words.lines) {
        if shows_open && line.to.is_some() {
            continue;
        }
        row(ui, |ui| {
            ui.add_sized([KIND, theme::ROW], egui::Label::new(RichText::new(kind).color(cx.theme.muted)));
            ui.label(what);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = tr.handover_line_of(what);
                Dropdown::new(&label, &choices).bare().width(LIST).ui(ui, cx.theme, tr, &mut line.to);
                if line.to.is_none() {
                    severity_tag(ui, cx.theme, Severity::Warning, tr.handover_nobody());
                }
            });
        });
    }
    ui.add_space(GRID * 4.0);
}

fn row<R>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> R) {
    let size = egui::vec2(ui.available_width() - GRID * 3.0, theme::ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), draw);
}
