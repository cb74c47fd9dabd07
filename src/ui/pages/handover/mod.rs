//! 换批: what a leaving batch has on its hands, line by line with the one who takes it on, as one step.

use egui::{Align, Key, Layout, Modifiers, RichText, ScrollArea, Ui};

use crate::app::people::{Handover, LeaverVm};
use crate::domain::{BatchId, HandoverLine, HandoverPlan, Leaver, Severity, StintId, Table};
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
    Table::Leave,
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
    draft: Option<Draft>,
    shows_open: bool,
}

/// The plan as it is being edited.
struct Draft {
    /// The picture that it was taken from.
    of: u64,
    plan: HandoverPlan,
    /// Why lines cannot be taken on, in the order of the plan.
    obstacles: Vec<Vec<Option<String>>>,
}

impl Draft {
    fn new(of: u64, plan: HandoverPlan, handover: &Handover, tr: Tr) -> Self {
        let obstacles = handover.obstacles(&plan, tr);
        Self { of, plan, obstacles }
    }

    /// How many lines cannot be taken on.
    fn blocked(&self) -> usize {
        self.obstacles.iter().flatten().filter(|why| why.is_some()).count()
    }

    /// How many lines will be handed over.
    fn ready(&self) -> usize {
        self.plan.settled().saturating_sub(self.blocked())
    }

    /// How many lines will not be.
    fn left(&self) -> usize {
        self.plan.open() + self.blocked()
    }
}

impl HandoverPage {
    fn refresh(&mut self, cx: &PageCx<'_>) {
        let (batch, tr) = (self.batch, cx.tr);
        self.picture.refresh(|| cx.desk.ask(move |office| Handover::load(office, batch, tr)));
        let revision = self.picture.revision();
        if self.draft.as_ref().is_none_or(|draft| draft.of != revision) {
            self.draft = self.handover().map(|it| Draft::new(revision, it.plan.clone(), it, tr));
        }
    }

    fn handover(&self) -> Option<&Handover> {
        self.picture.get()?.as_ref().ok()
    }

    /// Whether a successor is named who is not stored yet.
    fn names_somebody(&self) -> bool {
        let (Some(handover), Some(draft)) = (self.handover(), &self.draft) else { return false };
        draft.plan.leavers.iter().any(|leaver| handover.is_new_successor(leaver))
    }

    fn go(&self, cx: &mut PageCx<'_>) {
        let (Some(handover), Some(draft)) = (self.handover(), &self.draft) else { return };
        if let Some(edit) = handover.edit(&draft.plan) {
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
        if let Some(draft) = &self.draft {
            let mut words = cx.tr.handover_settled(draft.ready(), draft.plan.open());
            if draft.blocked() > 0 {
                words.push_str(&cx.tr.handover_blocked(draft.blocked()));
            }
            if draft.left() > 0 && chip(ui, cx.theme, cx.tr.handover_open_only(), self.shows_open).clicked() {
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
            let settled = self.draft.as_ref().map_or(0, Draft::ready);
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
        let Some(draft) = &mut self.draft else { return };
        let tr = cx.tr;
        if draft.plan.leavers.is_empty() {
            let (title, text) = (tr.handover_empty_title(), tr.handover_empty_text());
            let empty = Empty { icon: Icon::People, title, text, action: Some(tr.handover_empty_action()) };
            if empty.ui(ui, cx.theme) {
                cx.out.push(Command::Go(PageId::Stints));
            }
            return;
        }
        if shows_open && draft.left() == 0 {
            let (title, text) = (tr.handover_none_left_title(), tr.handover_none_left_text());
            Empty { icon: Icon::Check, title, text, action: None }.ui(ui, cx.theme);
            return;
        }
        ScrollArea::vertical().id_salt("handover").auto_shrink(false).show(ui, |ui| {
            ui.add_space(GRID * 2.0);
            let mut is_changed = false;
            let leavers = draft.plan.leavers.iter_mut().zip(&handover.leavers).zip(&draft.obstacles);
            for ((leaver, words), obstacles) in leavers {
                is_changed |= leaver_ui(ui, cx, leaver, (words, obstacles), shows_open);
            }
            if is_changed {
                draft.obstacles = handover.obstacles(&draft.plan, tr);
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

/// One who leaves: name and main successor, then a line for each thing; true where somebody else was named.
fn leaver_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    leaver: &mut Leaver,
    (words, obstacles): (&LeaverVm, &[Option<String>]),
    shows_open: bool,
) -> bool {
    let tr = cx.tr;
    let is_settled = |(line, why): (&HandoverLine, &Option<String>)| line.to.is_some() && why.is_none();
    if shows_open && leaver.lines.iter().zip(obstacles).all(is_settled) {
        return false;
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
    let mut is_changed = leaver.successor != before;
    if is_changed {
        // The lines follow, but for those that were given to somebody else by hand.
        let follow = leaver.lines.iter_mut().filter(|line| line.to == before || line.to.is_none());
        follow.for_each(|line| line.to = leaver.successor);
    }
    ui.add(egui::Separator::default().spacing(4.0));
    if leaver.lines.is_empty() {
        row(ui, |ui| ui.label(RichText::new(tr.handover_nothing()).color(cx.theme.muted)));
    }
    for ((line, said), why) in leaver.lines.iter_mut().zip(&words.lines).zip(obstacles) {
        if !(shows_open && is_settled((line, why))) {
            is_changed |= line_ui(ui, cx, line, said, &choices, why.as_deref());
        }
    }
    ui.add_space(GRID * 4.0);
    is_changed
}

/// A thing and who takes it on, with what stands in the way under it; true where somebody else was named.
fn line_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    line: &mut HandoverLine,
    (kind, what): &(String, String),
    choices: &[Choice<Option<StintId>>],
    why: Option<&str>,
) -> bool {
    let tr = cx.tr;
    let before = line.to;
    row(ui, |ui| {
        ui.allocate_ui_with_layout(egui::vec2(KIND, theme::ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(KIND);
            ui.label(RichText::new(kind).color(cx.theme.muted));
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = tr.handover_line_of(what);
            Dropdown::new(&label, choices).bare().width(LIST).ui(ui, cx.theme, tr, &mut line.to);
            if line.to.is_none() {
                severity_tag(ui, cx.theme, Severity::Warning, tr.handover_nobody());
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(egui::Label::new(what).truncate()));
        });
    });
    if let Some(why) = why {
        ui.horizontal(|ui| {
            ui.add_space(KIND + ui.spacing().item_spacing.x);
            Icon::Warning.ui(ui, 14.0, cx.theme.warning);
            let words = RichText::new(tr.handover_not_handed(why)).font(theme::caption()).color(cx.theme.warning);
            ui.add(egui::Label::new(words).wrap());
        });
    }
    line.to != before
}

fn row<R>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> R) {
    let size = egui::vec2(ui.available_width() - GRID * 3.0, theme::ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), draw);
}
