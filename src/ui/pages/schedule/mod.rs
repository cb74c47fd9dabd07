//! 排班: the week grid with its editor, inspector and findings.

mod asked;
mod bar;
mod blocks;
mod board;
mod calendar_file;
mod day;
mod departments;
mod dialogs;
mod editor;
mod editor_ui;
mod filter;
mod findings;
mod grid;
mod half;
mod head;
mod inspector;
mod kept;
mod keys;
mod listed;
mod metrics;
mod mode;
mod month;
mod mouse;
mod names;
mod paint;
mod panel;
mod plan;
mod replace;
mod roam;
mod rule_form;
mod rules;
mod side_form;
mod summary;
mod tally;
mod templates;
mod tour_form;
mod tours;
mod typing;
mod view;
mod who;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use egui::Ui;

use self::bar::Wish;
use self::blocks::BlocksPart;
use self::board::{Board, Turn};
use self::calendar_file::CalendarPart;
use self::dialogs::{After, Dialogs};
use self::filter::{Filter, conflicts_ui, filter_button, filter_ui};
use self::kept::KeptPart;
use self::metrics::WEEK;
use self::mode::{Mode, mode_ui};
use self::month::{Asked, MonthPart};
use self::panel::SidePanel;
use self::plan::PlanPart;
use self::replace::Replacing;
use self::rules::RulesPart;
use self::summary::Summary;
use self::templates::TemplatesPart;
use self::tours::ToursPart;
use self::view::View;
use crate::app::Progress;
use crate::app::week::{GridVm, WeekVm};
use crate::domain::{DocumentKind, Period, StintId, Table, Week};
use crate::i18n::Tr;
use crate::report::{DocumentRequest, PaperOptions};
use crate::ui::issue::Issuing;
use crate::ui::widget::{BannerTone, Button, Empty, Icon, banner, left_side, right_side};
use crate::ui::{Command, Live, Page, PageCx, PageId, Tone};

/// The tables that the picture is made from.
const SHOWN_TABLES: &[Table] = &[
    Table::Setting,
    Table::CalendarDay,
    Table::Activity,
    Table::Institution,
    Table::Department,
    Table::Person,
    Table::Batch,
    Table::Stint,
    Table::Leave,
    Table::Session,
    Table::Publication,
    Table::Template,
    Table::Notice,
    Table::KeptSheet,
    Table::PlanLock,
];

/// The page.
#[derive(Default)]
pub struct SchedulePage {
    /// The week shown: that of today until somebody goes elsewhere.
    week: Option<Week>,
    picture: Live<WeekVm>,
    filter: Filter,
    /// Whether the line of filters is shown.
    has_filters: bool,
    board: Board,
    panel: SidePanel,
    summary: Option<Summary>,
    mode: Mode,
    /// The day of the day board, where somebody chose one.
    day: Option<NaiveDate>,
    month: MonthPart,
    tours: ToursPart,
    templates: TemplatesPart,
    plan: PlanPart,
    rules: RulesPart,
    blocks: BlocksPart,
    dialogs: Dialogs,
    /// What the palette asked for and waits for the picture.
    asked: Option<Wish>,
    /// Whether the week is filled from the templates as soon as its new picture is there.
    is_generating: bool,
    kept: KeptPart,
    calendar_file: CalendarPart,
    /// An issue, from the question to what the office made of it.
    issuing: Issuing,
}

impl SchedulePage {
    /// The picture, where it is of the week shown.
    fn shown(&self) -> Option<&WeekVm> {
        self.picture.get()?.as_ref().ok().filter(|vm| Some(vm.week) == self.week)
    }

    fn show_week(&mut self, week: Week) {
        self.week = Some(week);
        self.picture.expire();
        let Board { clip, roam, .. } = std::mem::take(&mut self.board);
        self.board = Board { clip, roam, ..Board::default() };
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let week = *self.week.get_or_insert_with(|| Week::of(cx.today));
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| WeekVm::load(office, week, tr)));
    }

    fn answer(&mut self, wish: Wish, cx: &mut PageCx<'_>) {
        let Some(vm) = self.shown() else { return };
        match wish {
            Wish::CopyLastWeek => {
                let summary = Summary::of(&vm.carry, cx.tr);
                board::run(vm.carry_over(), cx);
                self.summary = Some(summary);
            }
            Wish::Publish => {
                let week = vm.week;
                self.issuing.begin(week);
            }
            Wish::Print => cx.out.push(Command::Print),
            Wish::Generate => self.generate(cx),
            Wish::Replace => {
                let from = self.board.cursor.map_or(cx.today, |key| key.on);
                let stint = self.board.cursor.map(|key| key.stint);
                self.dialogs = Dialogs::Replace(Box::new(Replacing::new(stint, from)));
            }
            Wish::Told => self.dialogs = Dialogs::Told { telling: None },
            Wish::Calendar => {
                let row = self.board.cursor.and_then(|key| vm.row(key.stint));
                let (week, person) = (vm.week, row.map(|row| row.person));
                self.calendar_file.begin(week, person);
            }
            Wish::Kept => {
                let monday = vm.week.monday();
                self.mode = Mode::Kept;
                self.kept.show_day(Some(monday));
            }
        }
    }

    /// Fills the week from the templates; an undecided make-up day is asked about first.
    fn generate(&mut self, cx: &mut PageCx<'_>) {
        let Some(vm) = self.shown() else { return };
        let made = &vm.templates;
        if !made.has_templates || (made.is_settled() && made.undecided.is_empty()) {
            let words = if made.has_templates { cx.tr.rota_nothing_generated() } else { cx.tr.rota_no_templates() };
            cx.out.push(Command::Say(Tone::Info, words.to_owned()));
            return;
        }
        if !made.undecided.is_empty() {
            self.dialogs = Dialogs::ask_make_up(&made.undecided, true);
            return;
        }
        let summary = Summary::titled(&made.carry, cx.tr.rota_generated_title(), cx.tr);
        board::run(vm.generate(), cx);
        self.summary = Some(summary);
    }

    /// Looks for the fewest changes that make up for an absence.
    fn repair(&mut self, stint: StintId, period: Period, cx: &PageCx<'_>) {
        let name = self.shown().and_then(|vm| vm.row(stint)).map_or("", |row| row.name.as_str());
        let (from, to) = (cx.tr.month_day(period.from()), cx.tr.month_day(period.to()));
        // What falls out may be made up for until the end of the week.
        let whole = Period::new(period.from(), Week::of(period.to()).period().to()).unwrap_or(period);
        self.plan.repair(whole, cx.tr.plan_repair_of(name, &from, &to), true);
        self.mode = Mode::Plan;
    }

    /// Looks for the fewest changes that clear the clashes of a week.
    fn repair_week(&mut self, week: Week, cx: &PageCx<'_>) {
        let (from, to) = (cx.tr.month_day(week.monday()), cx.tr.month_day(week.period().to()));
        self.plan.repair(week.period(), cx.tr.plan_repair_clashes(&from, &to), false);
        self.mode = Mode::Plan;
    }

    /// After a decision on a make-up day the new picture is waited for.
    fn generate_when_ready(&mut self, cx: &mut PageCx<'_>) {
        let is_decided = self.shown().is_some_and(|vm| vm.templates.undecided.is_empty());
        if self.is_generating && is_decided {
            self.is_generating = false;
            self.generate(cx);
        }
    }

    /// Keeps to the same days where the view of a month follows that of a week, or the other way round.
    fn follow(&mut self, before: Mode) {
        let cursor = self.board.cursor;
        if self.mode.is_of_month() && !before.is_of_month() {
            let on = cursor.map(|key| key.on).or(self.week.map(Week::monday));
            if let Some(on) = on {
                self.month.show(on);
            }
        } else if let (Some(key), true) = (cursor, before.is_of_month() && self.mode.is_of_week()) {
            self.show_day(key.on);
        }
    }

    /// Shows the week of a day; the cursor stays where it is on that day.
    fn show_day(&mut self, on: NaiveDate) {
        let cursor = self.board.cursor.filter(|key| key.on == on);
        self.day = Some(on);
        self.show_week(Week::of(on));
        if let Some(key) = cursor {
            self.board.select(key);
        }
    }

    /// The views that are not of one week.
    fn beyond_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let calendar = match self.picture.get() {
            Some(Ok(vm)) => Some(vm.calendar()),
            _ => None,
        };
        match self.mode {
            Mode::Tours => self.tours.ui(ui, cx, calendar),
            Mode::Templates => self.templates.ui(ui, cx, calendar),
            Mode::Kept => self.kept.ui(ui, cx),
            Mode::Plan => self.plan.ui(ui, cx, calendar),
            Mode::Rules => self.rules.ui(ui, cx, calendar),
            Mode::Blocks => self.blocks.ui(ui, cx),
            _ => {
                let filter = (&mut self.filter, self.has_filters);
                match self.month.ui(ui, cx, self.mode, filter, &mut self.board) {
                    Some(Asked::Week(on)) => {
                        self.mode = self.mode.of_week();
                        self.show_day(on);
                    }
                    Some(Asked::Repair(week)) => self.repair_week(week, cx),
                    None => {}
                }
            }
        }
    }
}

impl Page for SchedulePage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let before = self.mode;
        mode_ui(ui, cx, &mut self.mode);
        self.follow(before);
        match self.mode {
            Mode::Month | Mode::MonthDepartments | Mode::MonthPlaces => {
                return self.month.bar_ui(ui, cx, self.filter, &mut self.has_filters);
            }
            Mode::Tours => return self.tours.bar_ui(ui, cx),
            Mode::Templates => return self.templates.bar_ui(ui, cx),
            Mode::Kept => {
                let calendar = self.picture.get().and_then(|vm| vm.as_ref().ok()).map(|vm| vm.calendar());
                return self.kept.bar_ui(ui, cx, calendar);
            }
            Mode::Plan => {
                self.plan.begin(self.week.unwrap_or_else(|| Week::of(cx.today)), cx.today);
                return self.plan.bar_ui(ui, cx);
            }
            Mode::Rules => return self.rules.bar_ui(ui, cx),
            Mode::Blocks => return self.blocks.bar_ui(ui, cx),
            _ => {}
        }
        let mut week = self.week.unwrap_or_else(|| Week::of(cx.today));
        let vm = self.shown();
        let (mut is_moved, mut wish, mut is_panel_switched) = (false, None, false);
        let (mut has_filters, mut filter) = (self.has_filters, self.filter);
        left_side(ui, |ui| {
            is_moved = bar::week_ui(ui, cx, vm, &mut week);
            if let Some(vm) = vm {
                conflicts_ui(ui, cx, vm, &mut filter);
            }
        });
        if let Some(vm) = vm {
            right_side(ui, |ui| {
                wish = bar::more_ui(ui, cx, vm);
                filter_button(ui, cx, self.filter, &mut has_filters);
                let panel = Button::icon_only(Icon::Columns, cx.tr.schedule_panel()).on(self.panel.is_shown());
                is_panel_switched = panel.ui(ui, cx.theme).clicked();
                wish = wish.or(bar::issue_ui(ui, cx, vm));
            });
        }
        if is_panel_switched {
            self.panel.switch();
        }
        (self.has_filters, self.filter) = (has_filters, filter);
        if is_moved {
            self.show_week(week);
        }
        if let Some(wish) = wish {
            self.answer(wish, cx);
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        self.issuing.ui(ui.ctx(), cx);
        if !self.mode.is_of_week() {
            return self.beyond_ui(ui, cx);
        }
        self.generate_when_ready(cx);
        self.answer_when_ready(cx);
        let Self {
            picture, week, filter, has_filters, board, panel, summary, mode, day, dialogs, calendar_file, ..
        } = self;
        let (mut after, mut is_repairing) = (None, false);
        if picture.ready_ui(ui, cx.theme, cx.tr)
            && let Some(Ok(vm)) = picture.get()
            && banner_ui(ui, cx, vm)
        {
            *dialogs = Dialogs::ask_make_up(&vm.templates.undecided, false);
        }
        match picture.get() {
            None | Some(Err(_)) => {}
            Some(Ok(vm)) if vm.rows.is_empty() && Some(vm.week) == *week => nobody_ui(ui, cx),
            Some(Ok(vm)) => {
                if *has_filters || filter.is_set() {
                    filter_ui(ui, cx, &vm.narrowing, filter);
                }
                let view = View::new(vm, *filter);
                // The picture of another week says nothing of what is selected in the one that is asked for.
                if Some(vm.week) == *week {
                    board.settle(&view);
                }
                is_repairing = panel.ui(ui, cx, vm, &view, board);
                board.enter(*mode);
                match mode {
                    Mode::Departments | Mode::Places | Mode::Free => {
                        departments::departments_ui(ui, cx, vm, &view, board, *mode);
                    }
                    Mode::Day => day::day_ui(ui, cx, vm, &view, board, day),
                    _ => week_ui(ui, cx, vm, &view, board, filter),
                }
                after = dialogs.ui(ui.ctx(), cx, vm);
                calendar_file.ui(ui.ctx(), cx, vm);
            }
        }
        summary::summary_ui(ui.ctx(), cx, summary);
        self.is_generating |= after == Some(After::Generate);
        if let Some(After::Repair(stint, period)) = after {
            self.repair(stint, period, cx);
        }
        if let Some(week) = self.week.filter(|_| is_repairing) {
            self.repair_week(week, cx);
        }
        match self.board.turn.take().zip(self.week) {
            Some((Turn::Back, week)) => self.show_week(week.previous()),
            Some((Turn::Forth, week)) => self.show_week(week.next()),
            Some((Turn::Week(_), _)) | None => {}
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.picture.expire();
            self.month.expire();
        }
        self.tours.expire();
        self.templates.expire();
        self.kept.expire();
        self.plan.expire();
        self.rules.expire();
        self.blocks.expire();
    }

    fn job(&self) -> Option<(&str, &Progress)> {
        self.plan.job().or_else(|| self.blocks.job())
    }

    fn hear(&mut self, command: &Command, _: &mut PageCx<'_>) -> bool {
        match command {
            Command::ShowWeek(on) => {
                self.mode = Mode::Week;
                self.show_week(Week::of(*on));
                true
            }
            Command::Plan => {
                self.mode = Mode::Plan;
                true
            }
            Command::Schedule(act) => {
                self.ask(*act);
                true
            }
            _ => false,
        }
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![
            ("Enter", tr.schedule_key_open()),
            ("A–Z", tr.schedule_key_type()),
            ("Tab", tr.schedule_key_tab()),
            ("Shift+↑↓←→", tr.schedule_key_extend()),
            ("Delete", tr.schedule_key_clear()),
            ("Esc", tr.schedule_key_leave()),
            ("Ctrl+C / X / V", tr.schedule_key_block()),
            ("Ctrl+D", tr.schedule_key_fill_down()),
            ("Ctrl+PgUp / PgDn", tr.schedule_key_week()),
            ("Ctrl+Enter", tr.schedule_key_of_month()),
            ("Ctrl+L", tr.plan_key_lock()),
            ("Ctrl+Enter", tr.plan_key_run()),
        ]
    }

    fn document(&self) -> Option<DocumentRequest> {
        let week = self.week?;
        Some(match self.mode {
            Mode::Month | Mode::MonthDepartments | Mode::MonthPlaces => self.month.document(self.mode, week.monday()),
            Mode::Tours => self.tours.document(week.monday()),
            Mode::Blocks => self.blocks.document(week.monday()),
            Mode::Plan => self.plan.document(week),
            mode => {
                let paper = PaperOptions { rows: Some(mode.rows()), ..PaperOptions::default() };
                DocumentRequest { paper, ..DocumentRequest::new(DocumentKind::WeekSchedule, week.period()) }
            }
        })
    }
}

/// Grid and editor of a week with people in it.
fn week_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm, view: &View<'_>, board: &mut Board, filter: &mut Filter) {
    if view.rows.is_empty() {
        return nobody_passes(ui, cx, filter);
    }
    grid::grid_ui(ui, cx, vm, view, board, &WEEK, &BTreeMap::new());
    editor_ui::editor_ui(ui, cx, vm, view, board);
}

/// Nobody passes the filters: the way back.
fn nobody_passes(ui: &mut Ui, cx: &PageCx<'_>, filter: &mut Filter) {
    let tr = cx.tr;
    let empty =
        Empty { icon: Icon::Filter, title: tr.schedule_nobody_shown(), text: "", action: Some(tr.schedule_show_all()) };
    if empty.ui(ui, cx.theme) {
        *filter = Filter::default();
    }
}

/// What is missing for a full picture, above it; true where a make-up day is to be decided on.
fn banner_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm) -> bool {
    calendar_banner(ui, cx, vm);
    let Some(on) = vm.templates.undecided.first() else { return false };
    let words = cx.tr.rota_make_up_banner(&cx.tr.month_day(*on));
    banner(ui, cx.theme, BannerTone::Info, &words, Some(cx.tr.rota_make_up_choose()))
}

/// Offers the notice of holidays where the days shown lie in a year that is not known.
fn calendar_banner(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &GridVm) {
    if let Some(words) = &vm.banner
        && banner(ui, cx.theme, BannerTone::Warning, words, Some(cx.tr.schedule_import_calendar()))
    {
        cx.out.push(Command::Import(Vec::new()));
    }
}

fn nobody_ui(ui: &mut Ui, cx: &mut PageCx<'_>) {
    let tr = cx.tr;
    let empty = Empty {
        icon: Icon::People,
        title: tr.schedule_nobody_title(),
        text: tr.schedule_nobody_text(),
        action: Some(tr.schedule_nobody_action()),
    };
    if empty.ui(ui, cx.theme) {
        cx.out.push(Command::Go(PageId::Stints));
    }
}
