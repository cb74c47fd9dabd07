//! The inspector of a pair: its state and what comes next, its days, goals, logs.

use egui::{RichText, ScrollArea, Ui};

use super::Wish;
use super::card_ui::status_look;
use crate::app::pairing::{Board, LogForm, PairAct, PairLine, act};
use crate::domain::{Edit, PairingGoal, PairingId, PairingMode, PairingStatus, Slot, Table};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};

/// What is being typed.
#[derive(Default)]
pub struct Side {
    of: Option<PairingId>,
    reason: String,
    goal: String,
    log: Option<LogForm>,
}

impl Side {
    /// Draws it; the second answer says whether to close it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &PairLine) -> (Option<Wish>, bool) {
        if self.of != Some(line.pairing.id) {
            *self = Self { of: Some(line.pairing.id), ..Self::default() };
        }
        let mut closes = false;
        ui.horizontal(|ui| {
            let title = format!("{} → {}", line.mentor, line.apprentice);
            ui.label(RichText::new(title).font(theme::heading()));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                closes = Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked();
            });
        });
        let all_fields = Button::quiet(cx.tr.pairing_all_fields()).icon(Icon::Right).ui(ui, cx.theme).clicked();
        let body = ScrollArea::vertical().id_salt(("pair", line.pairing.id.raw())).auto_shrink(false);
        let edit = body.show(ui, |ui| self.body_ui(ui, cx, board, line)).inner;
        let opened = all_fields.then(|| Wish::Register(Table::Pairing, line.pairing.id.raw()));
        (opened.or(edit.map(Wish::Run)), closes)
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &PairLine) -> Option<Edit> {
        let mut asked = state_ui(ui, cx, line);
        asked = asked.or(dates_ui(ui, cx, board, line));
        ui.add_space(12.0);
        asked = asked.or(self.goals_ui(ui, cx, board, line));
        ui.add_space(12.0);
        let logged = self.logs_ui(ui, cx, board, line);
        ui.add_space(12.0);
        asked = asked.or(self.ends_ui(ui, cx, line));
        asked.and_then(|asked| act(board, &line.pairing, asked)).or(logged)
    }

    fn goals_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &PairLine) -> Option<PairAct> {
        let tr = cx.tr;
        let mut asked = None;
        ui.label(RichText::new(tr.pairing_goals()).font(theme::strong()));
        for goal in board.registry.pairing_goals.values().filter(|goal| goal.pairing == line.pairing.id) {
            if let Some(done) = goal_ui(ui, cx, goal) {
                asked = Some(done);
            }
        }
        ui.horizontal(|ui| {
            Field::new(tr.pairing_goal_new()).width(200.0).ui(ui, cx.theme, &mut self.goal);
            let is_ready = !self.goal.trim().is_empty();
            if Button::new(tr.pairing_goal_add()).icon(Icon::Add).enabled(is_ready).ui(ui, cx.theme).clicked() {
                let item = std::mem::take(&mut self.goal).trim().to_owned();
                let goal = PairingGoal { item, target: Some(1), done: Some(0), ..PairingGoal::default() };
                asked = Some(PairAct::Goal(goal));
            }
        });
        asked
    }

    fn logs_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &PairLine) -> Option<Edit> {
        let tr = cx.tr;
        let own = board.registry.teaching_logs.values().filter(|log| log.pairing == Some(line.pairing.id));
        let mut logs: Vec<_> = own.collect();
        logs.sort_by_key(|log| std::cmp::Reverse((log.on_date, log.slot)));
        ui.label(RichText::new(tr.pairing_logs(logs.len())).font(theme::strong()));
        let form = self.log.get_or_insert_with(|| LogForm::new(board));
        form_ui(ui, cx, board, form);
        let log = form.log(&line.pairing, 1);
        let is_stored = Button::new(tr.pairing_log_add()).icon(Icon::Add).enabled(log.is_some()).ui(ui, cx.theme);
        for log in logs.iter().take(12) {
            let when =
                log.slot.map_or_else(|| tr.known_date(log.on_date, log.on_prec), |slot| tr.half_day(log.on_date, slot));
            let form = board.registry.activities.get(&log.activity).map_or("", |activity| activity.name_zh.as_str());
            let form = if log.form.is_empty() { form } else { &log.form };
            ui.label(RichText::new(format!("{when} · {form}")).font(theme::caption()).color(cx.theme.muted));
            ui.add(egui::Label::new(&log.topic).wrap());
        }
        if is_stored.clicked() {
            self.log = None;
            return log.map(Edit::put);
        }
        None
    }

    fn ends_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, line: &PairLine) -> Option<PairAct> {
        let tr = cx.tr;
        let mut asked = None;
        let is_running = line.pairing.status == PairingStatus::Active;
        if is_running && !line.progress.is_paused {
            Field::new(tr.pairing_reason()).hint(tr.pairing_reason_hint()).ui(ui, cx.theme, &mut self.reason);
        }
        let reason = self.reason.trim().to_owned();
        ui.horizontal_wrapped(|ui| {
            if line.progress.is_paused {
                if Button::new(tr.pairing_resume()).ui(ui, cx.theme).clicked() {
                    asked = Some(PairAct::Resume);
                }
            } else if is_running {
                let is_given = !reason.is_empty();
                if Button::new(tr.pairing_pause()).enabled(is_given).ui(ui, cx.theme).clicked() {
                    asked = Some(PairAct::Pause(reason.clone()));
                }
                if Button::new(tr.pairing_stop()).enabled(is_given).ui(ui, cx.theme).clicked() {
                    asked = Some(PairAct::Stop(reason.clone()));
                }
            }
            if is_running || line.pairing.status == PairingStatus::Finished {
                let (words, mode) = match line.pairing.mode {
                    PairingMode::OnSite => (tr.pairing_remote(), PairingMode::Remote),
                    PairingMode::Remote => (tr.pairing_on_site(), PairingMode::OnSite),
                };
                if Button::quiet(words).ui(ui, cx.theme).clicked() {
                    asked = Some(PairAct::Meet(mode));
                }
            }
            if Button::quiet(tr.pairing_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
                asked = Some(PairAct::Delete);
            }
        });
        if asked.is_some() {
            self.reason.clear();
        }
        asked
    }
}

/// Where the pair stands, and the one step that usually comes next.
fn state_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &PairLine) -> Option<PairAct> {
    let tr = cx.tr;
    let status = line.pairing.status;
    let mut asked = None;
    ui.horizontal(|ui| {
        let (ink, _) = status_look(cx.theme, status);
        ui.label(RichText::new(tr.pairing_status(status)).font(theme::strong()).color(ink));
        ui.label(RichText::new(tr.pairing_mode(line.pairing.mode)).color(cx.theme.muted));
        ui.label(RichText::new(line.progress.remark(tr)).color(cx.theme.warning));
    });
    let next = match status {
        PairingStatus::Proposed => (tr.pairing_next_sign(), PairingStatus::Signed),
        PairingStatus::Signed => (tr.pairing_next_start(), PairingStatus::Active),
        PairingStatus::Active => (tr.pairing_next_finish(), PairingStatus::Finished),
        PairingStatus::Finished | PairingStatus::Stopped | PairingStatus::Replaced => {
            (tr.pairing_reopen(), PairingStatus::Active)
        }
    };
    ui.horizontal(|ui| {
        if Button::main(next.0).ui(ui, cx.theme).clicked() {
            asked = Some(PairAct::Turn(next.1));
        }
        if status == PairingStatus::Proposed && Button::new(tr.pairing_next_start()).ui(ui, cx.theme).clicked() {
            asked = Some(PairAct::Turn(PairingStatus::Active));
        }
    });
    asked
}

fn dates_ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &PairLine) -> Option<PairAct> {
    let tr = cx.tr;
    let pairing = &line.pairing;
    let mut from = Some((pairing.from_on, pairing.from_prec));
    let mut until = pairing.plan_to_on.map(|on| (on, pairing.plan_to_prec));
    let mut is_changed = false;
    ui.horizontal(|ui| {
        let field = |label| DateField::new(label, &board.calendar, board.today);
        is_changed |= field(tr.pairing_from()).known_ui(ui, cx.theme, tr, &mut from);
        is_changed |= field(tr.pairing_until()).known_ui(ui, cx.theme, tr, &mut until);
    });
    let from = from.filter(|_| is_changed)?;
    Some(PairAct::Dates(from, until))
}

fn goal_ui(ui: &mut Ui, cx: &PageCx<'_>, goal: &PairingGoal) -> Option<PairAct> {
    let tr = cx.tr;
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let done = goal.done.unwrap_or_default();
        let less = tr.pairing_goal_less(&goal.item);
        if Button::icon_only(Icon::Minus, &less).enabled(done > 0).ui(ui, cx.theme).clicked() {
            asked = Some(PairAct::Goal(PairingGoal { done: Some(done.saturating_sub(1)), ..goal.clone() }));
        }
        let target = goal.target.map_or_else(String::new, |target| format!("/{target}"));
        ui.label(format!("{done}{target}"));
        if Button::icon_only(Icon::Add, &tr.pairing_goal_more(&goal.item)).ui(ui, cx.theme).clicked() {
            let target = goal.target.map(|target| target.max(done + 1));
            asked = Some(PairAct::Goal(PairingGoal { done: Some(done + 1), target, ..goal.clone() }));
        }
        ui.add_space(6.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Button::icon_only(Icon::Bin, &tr.pairing_goal_drop(&goal.item)).ui(ui, cx.theme).clicked() {
                asked = Some(PairAct::DropGoal(goal.clone()));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(&goal.item).truncate());
            });
        });
    });
    asked
}

/// Day, half-day, form and topic.
pub fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, form: &mut LogForm) {
    let tr = cx.tr;
    ui.horizontal(|ui| {
        DateField::new(tr.pairing_log_day(), &board.calendar, board.today).ui(ui, cx.theme, tr, &mut form.on);
        slot_ui(ui, cx, &mut form.slot);
    });
    ui.horizontal(|ui| activity_ui(ui, cx, board, form));
    Field::new(tr.pairing_log_topic()).ui(ui, cx.theme, &mut form.topic);
}

/// The half-day.
pub fn slot_ui(ui: &mut Ui, cx: &PageCx<'_>, slot: &mut Slot) {
    let slots: Vec<_> = Slot::ALL.iter().map(|slot| Choice::new(*slot, cx.tr.slot(*slot))).collect();
    Dropdown::new(cx.tr.pairing_log_slot(), &slots).width(84.0).ui(ui, cx.theme, cx.tr, slot);
}

/// The form it took: what counts as work, in the order of the office.
pub fn activity_ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, form: &mut LogForm) {
    let mut activities: Vec<_> = board.registry.activities.values().filter(|activity| activity.is_work).collect();
    activities.sort_by_key(|activity| activity.sort);
    let choices: Vec<_> =
        activities.into_iter().map(|activity| Choice::new(Some(activity.id), cx.tr.name_of(activity))).collect();
    Dropdown::new(cx.tr.pairing_log_form(), &choices).width(140.0).ui(ui, cx.theme, cx.tr, &mut form.activity);
}
