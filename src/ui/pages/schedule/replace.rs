//! 请假替班: who is away, from when, how many days; every session with those who can stand in; one confirmation.

use chrono::NaiveDate;
use egui::{Context, RichText, ScrollArea, Ui};

use super::board::run;
use super::dialogs::last_day;
use crate::app::rota::{Line, Replacement};
use crate::app::week::WeekVm;
use crate::domain::{LeaveKind, Period, PersonId, StintId};
use crate::ui::widget::{Button, Choice, DateField, Dialog, DialogAnswer, Dropdown, Field, Icon};
use crate::ui::{Live, PageCx};

/// Width of a session in words, in points.
const WORDS: f32 = 392.0;
/// More days are planned elsewhere: as leave.
const MOST_DAYS: u32 = 31;

/// The dialog while it is open.
pub struct Replacing {
    stint: Option<StintId>,
    from: Option<NaiveDate>,
    days: u32,
    reason: String,
    kind: LeaveKind,
    records_leave: bool,
    /// Whether the leave is written down and a plan looks for the fewest changes.
    pub is_repairing: bool,
    found: Live<Replacement>,
    /// What was looked up, and by which picture the choices were made.
    asked: Option<(PersonId, Period)>,
    shown: Option<(u64, Replacement)>,
}

impl Replacing {
    /// Opens it for an expert and a day, as far as they are known.
    pub fn new(stint: Option<StintId>, from: NaiveDate) -> Self {
        Self {
            stint,
            from: Some(from),
            days: 1,
            reason: String::new(),
            kind: LeaveKind::Personal,
            records_leave: true,
            is_repairing: false,
            found: Live::default(),
            asked: None,
            shown: None,
        }
    }

    /// Whose leave, and which days.
    pub fn absence(&self) -> Option<(StintId, Period)> {
        let from = self.from?;
        Some((self.stint?, Period::new(from, last_day(from, self.days))?))
    }

    fn wanted(&self, vm: &WeekVm) -> Option<(PersonId, Period)> {
        let person = vm.row(self.stint?)?.person;
        let from = self.from?;
        Some((person, Period::new(from, last_day(from, self.days))?))
    }

    /// Looks the sessions up where somebody else, or other days, were chosen.
    fn refresh(&mut self, cx: &PageCx<'_>, vm: &WeekVm) {
        let wanted = self.wanted(vm);
        if wanted != self.asked {
            self.asked = wanted;
            self.found.expire();
            self.shown = None;
        }
        let (Some((person, period)), tr) = (self.asked, cx.tr) else { return };
        self.found.refresh(|| cx.desk.ask(move |office| Replacement::load(office, person, period, tr)));
        let revision = self.found.revision();
        if let Some(Ok(found)) = self.found.get()
            && (found.person, found.period) == (person, period)
            && self.shown.as_ref().is_none_or(|(seen, _)| *seen != revision)
        {
            self.shown = Some((revision, found.clone()));
        }
    }
}

/// Draws it; true where it was left.
pub fn replace_ui(ctx: &Context, cx: &mut PageCx<'_>, vm: &WeekVm, replacing: &mut Replacing) -> bool {
    replacing.refresh(cx, vm);
    let tr = cx.tr;
    let count = replacing.shown.as_ref().map_or(0, |(_, shown)| shown.lines.len());
    let words = if count == 0 { tr.rota_replace_leave_alone().to_owned() } else { tr.rota_replace_confirm(count) };
    let dialog = Dialog::new("replace", tr.rota_replace_title(), tr.cancel()).main(&words);
    let is_ready = replacing.shown.is_some() && (count > 0 || replacing.records_leave);
    let answer = dialog.ready(is_ready).width(640.0).ui(ctx, cx.theme, |ui| {
        head_ui(ui, cx, vm, replacing);
        ui.add_space(8.0);
        if let Some((_, shown)) = &mut replacing.shown {
            lines_ui(ui, cx, shown);
        }
        if count > 0 {
            let repair = Button::quiet(tr.plan_repair()).icon(Icon::Redo).tooltip(tr.plan_repair_hint());
            replacing.is_repairing |= repair.ui(ui, cx.theme).clicked();
        }
    });
    if replacing.is_repairing
        && let Some((_, shown)) = &replacing.shown
    {
        run(shown.leave_edit(replacing.kind, replacing.reason.trim(), replacing.stint), cx);
        return true;
    }
    if answer == DialogAnswer::Confirmed
        && let Some((_, shown)) = &replacing.shown
    {
        let leave = replacing.records_leave.then_some(replacing.kind);
        run(shown.edit(leave, replacing.reason.trim(), replacing.stint), cx);
    }
    answer != DialogAnswer::Open
}

fn head_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &WeekVm, replacing: &mut Replacing) {
    let tr = cx.tr;
    ui.horizontal(|ui| {
        let people: Vec<Choice<Option<StintId>>> =
            vm.rows.iter().map(|row| Choice::new(Some(row.stint), row.name.clone())).collect();
        Dropdown::new(tr.rota_replace_who(), &people).width(140.0).ui(ui, cx.theme, tr, &mut replacing.stint);
        ui.vertical(|ui| {
            ui.set_width(180.0);
            let field = DateField::new(tr.rota_replace_from(), vm.calendar(), cx.today);
            field.ui(ui, cx.theme, tr, &mut replacing.from);
        });
        let days: Vec<Choice<u32>> = (1..=MOST_DAYS).map(|days| Choice::new(days, days.to_string())).collect();
        Dropdown::new(tr.rota_replace_days(), &days).width(72.0).ui(ui, cx.theme, tr, &mut replacing.days);
    });
    ui.horizontal(|ui| {
        let kinds: Vec<Choice<LeaveKind>> =
            LeaveKind::ALL.iter().map(|kind| Choice::new(*kind, tr.leave_kind(*kind))).collect();
        Dropdown::new(tr.rota_replace_kind(), &kinds).width(140.0).ui(ui, cx.theme, tr, &mut replacing.kind);
        Field::new(tr.rota_replace_reason()).width(260.0).ui(ui, cx.theme, &mut replacing.reason);
    });
    ui.checkbox(&mut replacing.records_leave, tr.rota_replace_leave());
}

fn lines_ui(ui: &mut Ui, cx: &PageCx<'_>, shown: &mut Replacement) {
    let tr = cx.tr;
    if shown.lines.is_empty() {
        ui.label(RichText::new(tr.rota_replace_none()).color(cx.theme.muted));
        return;
    }
    ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
        egui::Grid::new("stand-ins").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
            for line in &mut shown.lines {
                ui.vertical(|ui| {
                    ui.set_width(WORDS);
                    ui.add(egui::Label::new(&line.words).wrap());
                });
                let choices = choices(cx, line);
                Dropdown::new(&line.words, &choices).bare().width(200.0).ui(ui, cx.theme, tr, &mut line.chosen);
                ui.end_row();
            }
        });
    });
    let left = shown.cancelled();
    if left > 0 {
        ui.label(RichText::new(tr.rota_replace_left(left)).color(cx.theme.warning));
    }
}

/// The eligible first, then the others with the reason why better not, then nobody.
fn choices(cx: &PageCx<'_>, line: &Line) -> Vec<Choice<Option<StintId>>> {
    let words = |name: &str, why: &str| {
        if why.is_empty() { name.to_owned() } else { cx.tr.rota_replace_better_not(name, why) }
    };
    let mut choices: Vec<Choice<Option<StintId>>> = line
        .candidates
        .iter()
        .map(|candidate| Choice::new(Some(candidate.stint), words(&candidate.name, &candidate.why_not)))
        .collect();
    choices.push(Choice::new(None, cx.tr.rota_replace_cancel_session()));
    choices
}
