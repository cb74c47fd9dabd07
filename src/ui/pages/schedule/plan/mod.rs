//! 自动排班: days and rules on the left; the running search, its picture and the plan on the right.

mod curve_ui;
mod paper_ui;
mod result_ui;
mod settings_ui;
mod weeks_ui;
mod weights_ui;

use chrono::{Days, NaiveDate};
use egui::{Align, Context, Key, KeyboardShortcut, Layout, Modifiers, Panel, Ui};

use self::paper_ui::PaperPart;
use self::result_ui::Shown;
use crate::app::planning::{Brief, Curve, Effort, Limit, PlanPicture, WeightsVm};
use crate::app::{Answer, Failure, Job, Progress, Stopwatch};
use crate::domain::{DocumentKind, Edit, Period, RuleTerm, Week, WorkCalendar};
use crate::i18n::Tr;
use crate::planner::office::Freedom;
use crate::report::DocumentRequest;
use crate::ui::widget::{Button, Empty, Icon, trouble};
use crate::ui::{Command, Live, PageCx, Tone};

/// Width of the settings, in points.
const SETTINGS: f32 = 312.0;
/// Starts and stops a search.
const RUN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Searches side by side; as many on every machine, so that the same records give the same plan.
const RUNS: usize = 2;

/// How long to search, in shares of the usual number of moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effortful {
    /// A quarter.
    Quick,
    /// The usual number.
    #[default]
    Usual,
    /// Six times as many.
    Long,
}

/// The part of the page.
#[derive(Default)]
pub struct PlanPart {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    freedom: Freedom,
    effort: Effortful,
    weights: Live<WeightsVm>,
    /// A slider that is being moved, with its weight.
    sliding: Option<(RuleTerm, u32)>,
    stage: Stage,
    /// The days of the search under way.
    searched: Option<Period>,
    shown: Option<Shown>,
    paper: PaperPart,
    /// Why there is nothing to show.
    failure: Option<Failure>,
    /// Why the plan was asked for, such as an expert who is away.
    reason: Option<String>,
    awaited: Awaited,
    /// What the status bar calls the search.
    job_name: &'static str,
}

/// What a repair waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Awaited {
    #[default]
    Nothing,
    /// The absence, on its way into the records.
    Record,
    /// The next frame.
    Start,
}

/// What is under way.
#[derive(Default)]
enum Stage {
    /// Nothing.
    #[default]
    Idle,
    /// The records are read.
    Reading(Answer<Result<Brief, Failure>>),
    /// The search goes on.
    Searching(Job<PlanPicture>, Curve),
}

impl PlanPart {
    /// Hears that records have changed.
    pub fn expire(&mut self) {
        self.weights.expire();
        if self.awaited == Awaited::Record {
            self.awaited = Awaited::Start;
        }
        if let Some(shown) = &mut self.shown {
            shown.is_stale = true;
        }
    }

    /// Long work under way.
    pub fn job(&self) -> Option<(&str, &Progress)> {
        match &self.stage {
            Stage::Searching(job, _) => Some((self.job_name, &job.progress)),
            _ => None,
        }
    }

    /// Sets the days where nobody has chosen any: the week shown, or next week where that is the present one or over.
    pub fn begin(&mut self, week: Week, today: NaiveDate) {
        if self.from.is_none() {
            let is_begun = week.monday() <= today;
            self.show(if is_begun { Week::of(today).next() } else { week }.period());
        }
    }

    fn show(&mut self, period: Period) {
        (self.from, self.to) = (Some(period.from()), Some(period.to()));
    }

    /// Repairs some days with the fewest changes: at once, or as soon as an absence is written down.
    pub fn repair(&mut self, period: Period, reason: String, awaits_record: bool) {
        self.show(period);
        self.freedom = Freedom::Repair;
        self.reason = Some(reason);
        self.shown = None;
        self.awaited = if awaits_record { Awaited::Record } else { Awaited::Start };
    }

    /// The days on paper: what the usual search finds, beside what stands.
    pub fn document(&self, week: Week) -> DocumentRequest {
        DocumentRequest::new(DocumentKind::PlanComparison, self.period().unwrap_or_else(|| week.period()))
    }

    fn period(&self) -> Option<Period> {
        Period::new(self.from?, self.to?)
    }

    fn is_busy(&self) -> bool {
        !matches!(self.stage, Stage::Idle)
    }

    /// Draws the bar's own part.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let edit = self.shown.as_ref().and_then(Shown::edit).filter(|_| !self.is_busy());
            let apply = Button::main(cx.tr.plan_apply()).icon(Icon::Done).enabled(edit.is_some());
            if apply.ui(ui, cx.theme).clicked() {
                self.apply(edit, cx);
            }
            let Self { shown, paper, .. } = self;
            paper.bar_ui(ui, cx, shown.as_ref().and_then(Shown::comparison));
        });
    }

    fn apply(&mut self, edit: Option<Edit>, cx: &mut PageCx<'_>) {
        if let Some(edit) = edit {
            cx.out.push(Command::Run(edit));
            self.shown = None;
            self.reason = None;
            let on = self.from.unwrap_or(cx.today);
            cx.out.push(Command::ShowWeek(on));
        }
    }

    /// Draws settings and result.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let tr = cx.tr;
        self.weights.refresh(|| cx.desk.ask(move |office| WeightsVm::load(office, tr)));
        if self.awaited == Awaited::Start {
            self.awaited = Awaited::Nothing;
            self.start(cx);
        }
        self.advance(ui.ctx(), cx);
        self.paper.follow(ui.ctx(), cx);
        if ui.input_mut(|input| input.consume_shortcut(&RUN)) {
            self.switch(cx);
        }
        let frame = egui::Frame::new().fill(cx.theme.paper).inner_margin(egui::Margin {
            left: 0,
            right: 16,
            top: 8,
            bottom: 4,
        });
        let panel = Panel::left("plan settings").exact_size(SETTINGS).resizable(false).frame(frame);
        let wish = panel.show(ui, |ui| self.settings_ui(ui, cx, calendar)).inner;
        if wish {
            self.switch(cx);
        }
        self.content_ui(ui, cx);
    }

    /// Starts a search, or stops the one that goes on; the best plan until then is kept.
    fn switch(&mut self, cx: &mut PageCx<'_>) {
        match &self.stage {
            Stage::Searching(job, _) => job.progress.cancel(),
            Stage::Reading(_) => {}
            Stage::Idle if self.period().is_some() => {
                self.reason = None;
                self.start(cx);
            }
            Stage::Idle => cx.out.push(Command::Say(Tone::Info, cx.tr.plan_upside_down().to_owned())),
        }
    }

    fn start(&mut self, cx: &PageCx<'_>) {
        let (Some(period), freedom) = (self.period(), self.freedom) else { return };
        self.failure = None;
        self.searched = Some(period);
        self.stage = Stage::Reading(cx.desk.ask(move |office| Brief::load(office, period, freedom, &[])));
    }

    /// Takes what has come: the records, then the plan.
    fn advance(&mut self, ctx: &Context, cx: &PageCx<'_>) {
        if let Stage::Reading(answer) = &self.stage
            && let Some(brief) = answer.take()
        {
            match brief {
                Ok(brief) => self.search(ctx, brief, cx.tr),
                Err(failure) => (self.stage, self.failure) = (Stage::Idle, Some(failure)),
            }
        }
        if let Stage::Searching(job, curve) = &self.stage
            && let Some(picture) = job.answer.take()
        {
            let period = self.searched.or(self.period()).unwrap_or_else(|| Period::day(cx.today));
            self.shown = Some(Shown::new(picture, curve.points(), period));
            self.stage = Stage::Idle;
        }
    }

    fn search(&mut self, ctx: &Context, brief: Brief, tr: Tr) {
        let moves = match self.effort {
            Effortful::Quick => brief.usual_moves() / 4,
            Effortful::Usual => brief.usual_moves(),
            Effortful::Long => 6 * brief.usual_moves(),
        };
        let runs = if self.freedom == Freedom::Repair { Effort::REPAIRS } else { RUNS };
        let effort = Effort { limit: Limit::Moves(moves), threads: runs, seed: 1 };
        self.job_name = tr.plan_job();
        let curve = Curve::default();
        let (noted, wake, done) = (curve.clone(), ctx.clone(), ctx.clone());
        let work = move |progress: &Progress| {
            let tell = |cost: i64, _: f64| {
                noted.note(progress.share().0, cost);
                wake.request_repaint();
            };
            let drafted = brief.plan(effort, Stopwatch::start(), progress, &tell, tr);
            PlanPicture::new(&drafted, &brief, tr)
        };
        self.stage = Stage::Searching(Job::start("plan", move || done.request_repaint(), work), curve);
    }

    fn content_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 8, bottom: 0 });
        let mut is_first_step = false;
        egui::CentralPanel::default().frame(frame.fill(cx.theme.paper)).show(ui, |ui| {
            if let Some(failure) = &self.failure {
                is_first_step = trouble(ui, cx.theme, &failure.told(tr), &[tr.schedule_try_again()]).is_some();
                return;
            }
            match (&self.stage, &mut self.shown) {
                (Stage::Searching(job, curve), _) => curve_ui::running_ui(ui, cx, &job.progress, &curve.points()),
                (Stage::Reading(_), _) => crate::ui::widget::skeleton(ui, cx.theme, 10),
                (Stage::Idle, Some(shown)) => result_ui::result_ui(ui, cx, shown, self.reason.as_deref()),
                (Stage::Idle, None) => {
                    let empty = Empty {
                        icon: Icon::Calendar,
                        title: tr.plan_empty_title(),
                        text: tr.plan_empty_text(),
                        action: Some(tr.plan_run()),
                    };
                    is_first_step = empty.ui(ui, cx.theme);
                }
            }
        });
        if is_first_step {
            self.switch(cx);
        }
    }
}

/// So many whole weeks from a Monday.
fn weeks_from(week: Week, count: u64) -> Period {
    let last = week.period().to().checked_add_days(Days::new(7 * (count - 1))).unwrap_or_else(|| week.period().to());
    Period::new(week.monday(), last).unwrap_or_else(|| week.period())
}
