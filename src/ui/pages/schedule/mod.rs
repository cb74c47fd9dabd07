//! 排班: the week grid with its editor, inspector and findings.

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
mod head;
mod inspector;
mod kept;
mod keys;
mod metrics;
mod mode;
mod month;
mod month_keys;
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
mod templates;
mod tour_form;
mod tours;
mod typing;
mod view;
mod who;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Layout, Ui};

use self::bar::Wish;
use self::blocks::BlocksPart;
use self::board::{Board, Turn};
use self::calendar_file::CalendarPart;
use self::dialogs::{After, Dialogs};
use self::filter::{Filter, conflicts_ui, filter_button, filter_ui};
use self::kept::KeptPart;
use self::mode::{Mode, mode_ui};
use self::month_keys::MonthCursor;
use self::panel::SidePanel;
use self::plan::PlanPart;
use self::replace::Replacing;
use self::rules::RulesPart;
use self::summary::Summary;
use self::templates::TemplatesPart;
use self::tours::ToursPart;
use self::view::View;
use crate::app::Progress;
use crate::app::rota::MonthVm;
use crate::app::week::{CellKey, WeekVm};
use crate::domain::{DocumentKind, Period, Slot, StintId, Table, Week};
use crate::i18n::Tr;
use crate::report::{DocumentRequest, PaperOptions, Rows};
use crate::ui::issue::Issuing;
use crate::ui::widget::{BannerTone, Button, Empty, Icon, banner, left_side, live_ui, month_stepper, right_side};
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
    /// The month shown, by its first day.
    month: Option<NaiveDate>,
    months: Live<MonthVm>,
    month_cursor: MonthCursor,
    tours: ToursPart,
    templates: TemplatesPart,
    plan: PlanPart,
    rules: RulesPart,
    blocks: BlocksPart,
    dialogs: Dialogs,
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

    /// After a decision on a make-up day the new picture is waited for.
    fn generate_when_ready(&mut self, cx: &mut PageCx<'_>) {
        let is_decided = self.shown().is_some_and(|vm| vm.templates.undecided.is_empty());
        if self.is_generating && is_decided {
            self.is_generating = false;
            self.generate(cx);
        }
    }

    fn month_bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let mut month = self.shown_month(cx);
        if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut month) {
            self.month = Some(month);
            self.months.expire();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let print = Button::main(cx.tr.schedule_main_print()).icon(Icon::Print).shortcut("Ctrl+P");
            if print.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
            filter_button(ui, cx, self.filter, &mut self.has_filters);
        });
    }

    /// The first day of the month shown: at first that of the week shown.
    fn shown_month(&self, cx: &PageCx<'_>) -> NaiveDate {
        let on = self.week.map_or(cx.today, Week::monday);
        self.month.unwrap_or_else(|| on.with_day(1).unwrap_or(on))
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
                let (month, tr) = (self.shown_month(cx), cx.tr);
                self.months.refresh(|| cx.desk.ask(move |office| MonthVm::load(office, month, tr)));
                let mut asked = None;
                let (filter, is_open, cursor) = (&mut self.filter, self.has_filters, &mut self.month_cursor);
                live_ui(ui, cx.theme, tr, self.months.get(), |ui, vm| {
                    if is_open || filter.is_set() {
                        filter_ui(ui, cx, &vm.narrowing, filter);
                    }
                    asked = month::month_ui(ui, cx, vm, *filter, cursor);
                });
                if let Some((stint, on)) = asked {
                    self.mode = Mode::Week;
                    self.show_week(Week::of(on));
                    self.board.select(CellKey { stint, on, slot: Slot::Am });
                }
            }
        }
    }
}

impl Page for SchedulePage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        mode_ui(ui, cx, &mut self.mode);
        match self.mode {
            Mode::Month => return self.month_bar_ui(ui, cx),
            Mode::Tours => return self.tours.bar_ui(ui, cx),
            Mode::Templates => return self.templates.bar_ui(ui, cx),
            Mode::Kept => {
                let calendar = self.picture.get().and_then(|vm| vm.as_ref().ok()).map(WeekVm::calendar);
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
                board.settle(&view);
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
            let (from, to) = (cx.tr.month_day(week.monday()), cx.tr.month_day(week.period().to()));
            self.plan.repair(week.period(), cx.tr.plan_repair_clashes(&from, &to), false);
            self.mode = Mode::Plan;
        }
        if let Some((turn, week)) = self.board.turn.take().zip(self.week) {
            self.show_week(if turn == Turn::Back { week.previous() } else { week.next() });
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.picture.expire();
            self.months.expire();
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
            ("Ctrl+L", tr.plan_key_lock()),
            ("Ctrl+Enter", tr.plan_key_run()),
        ]
    }

    fn document(&self) -> Option<DocumentRequest> {
        let week = self.week?;
        Some(match self.mode {
            Mode::Month => {
                let on = self.month.unwrap_or_else(|| week.monday());
                DocumentRequest::new(
                    DocumentKind::MonthSchedule,
                    DocumentRequest::usual_period(DocumentKind::MonthSchedule, on),
                )
            }
            Mode::Tours => self.tours.document(week.monday()),
            Mode::Blocks => self.blocks.document(week.monday()),
            Mode::Plan => self.plan.document(week),
            Mode::Departments => {
                let paper = PaperOptions { rows: Rows::Departments, ..PaperOptions::default() };
                DocumentRequest { paper, ..DocumentRequest::new(DocumentKind::WeekSchedule, week.period()) }
            }
            _ => DocumentRequest::new(DocumentKind::WeekSchedule, week.period()),
        })
    }
}

/// Grid and editor of a week with people in it.
fn week_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm, view: &View<'_>, board: &mut Board, filter: &mut Filter) {
    if view.rows.is_empty() {
        let tr = cx.tr;
        let empty = Empty {
            icon: Icon::Filter,
            title: tr.schedule_nobody_shown(),
            text: "",
            action: Some(tr.schedule_show_all()),
        };
        if empty.ui(ui, cx.theme) {
            *filter = Filter::default();
        }
        return;
    }
    grid::grid_ui(ui, cx, vm, view, board);
    editor_ui::editor_ui(ui, cx, vm, view, board);
}

/// What is missing for a full picture, above it; true where a make-up day is to be decided on.
fn banner_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm) -> bool {
    if let Some(words) = &vm.banner
        && banner(ui, cx.theme, BannerTone::Warning, words, Some(cx.tr.schedule_import_calendar()))
    {
        cx.out.push(Command::Import(Vec::new()));
    }
    let Some(on) = vm.templates.undecided.first() else { return false };
    let words = cx.tr.rota_make_up_banner(&cx.tr.month_day(*on));
    banner(ui, cx.theme, BannerTone::Info, &words, Some(cx.tr.rota_make_up_choose()))
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
