//! 排班: the week grid with its editor, inspector and findings.

mod bar;
mod board;
mod departments;
mod editor;
mod editor_ui;
mod findings;
mod grid;
mod head;
mod inspector;
mod keys;
mod metrics;
mod mouse;
mod names;
mod paint;
mod panel;
mod summary;
mod view;

use egui::{Align, Layout, Ui};

use self::bar::Wish;
use self::board::{Board, Turn};
use self::panel::SidePanel;
use self::summary::Summary;
use self::view::{Filter, View};
use crate::app::week::WeekVm;
use crate::app::{Answer, Done, Failure};
use crate::domain::{DocumentKind, Table, Week};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::widget::{BannerTone, Button, Empty, Icon, banner, skeleton, trouble};
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
];

/// The page.
#[derive(Default)]
pub struct SchedulePage {
    /// The week shown: that of today until somebody goes elsewhere.
    week: Option<Week>,
    picture: Live<WeekVm>,
    filter: Filter,
    board: Board,
    panel: SidePanel,
    summary: Option<Summary>,
    is_by_department: bool,
    /// An issue, made by the office from what is stored at that moment.
    issuing: Option<Answer<Result<Done, Failure>>>,
}

impl SchedulePage {
    /// The picture, where it is of the week shown.
    fn shown(&self) -> Option<&WeekVm> {
        self.picture.get()?.as_ref().ok().filter(|vm| Some(vm.week) == self.week)
    }

    fn show_week(&mut self, week: Week) {
        self.week = Some(week);
        self.picture.expire();
        self.board = Board { clip: self.board.clip.take(), ..Board::default() };
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
                let (week, tr) = (vm.week, cx.tr);
                self.issuing = Some(cx.desk.ask(move |office| office.issue_week(week, "", tr)));
            }
            Wish::Print => cx.out.push(Command::Print),
        }
    }

    fn issue(&mut self, cx: &mut PageCx<'_>) {
        let Some(issued) = self.issuing.as_ref().and_then(Answer::take) else { return };
        self.issuing = None;
        match issued {
            Ok(done) => cx.out.push(Command::Happened(done)),
            Err(failure) => cx.out.push(Command::Say(Tone::Error, failure.told(cx.tr).what)),
        }
    }
}

impl Page for SchedulePage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let mut week = self.week.unwrap_or_else(|| Week::of(cx.today));
        let mut filter = self.filter;
        let vm = self.shown();
        let is_moved = bar::week_ui(ui, cx, vm, &mut week);
        let (mut wish, mut is_panel_switched, mut is_view_switched) = (None, false, false);
        if let Some(vm) = vm {
            ui.separator();
            bar::filter_ui(ui, cx, vm, &mut filter);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                wish = bar::issue_ui(ui, cx, vm);
                let panel = Button::icon_only(Icon::Columns, cx.tr.schedule_panel()).on(self.panel.is_shown());
                is_panel_switched = panel.ui(ui, cx.theme).clicked();
                let view = Button::icon_only(Icon::Unit, cx.tr.schedule_by_department()).on(self.is_by_department);
                is_view_switched = view.ui(ui, cx.theme).clicked();
            });
        }
        if is_panel_switched {
            self.panel.switch();
        }
        self.is_by_department ^= is_view_switched;
        self.filter = filter;
        if is_moved {
            self.show_week(week);
        }
        if let Some(wish) = wish {
            self.answer(wish, cx);
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        self.issue(cx);
        let Self { picture, week, filter, board, panel, summary, is_by_department, .. } = self;
        match picture.get() {
            None => skeleton(ui, cx.theme, 12),
            Some(Err(failure)) => {
                let told = failure.told(cx.tr);
                if trouble(ui, cx.theme, &told, &[cx.tr.schedule_try_again()]).is_some() {
                    picture.expire();
                }
            }
            Some(Ok(vm)) => banner_ui(ui, cx, vm),
        }
        match picture.get() {
            None | Some(Err(_)) => {}
            Some(Ok(vm)) if vm.rows.is_empty() && Some(vm.week) == *week => nobody_ui(ui, cx),
            Some(Ok(vm)) => {
                let view = View::new(vm, *filter);
                board.settle(&view);
                panel.ui(ui, cx, vm, &view, board);
                if *is_by_department {
                    *is_by_department = !departments_ui(ui, cx, vm, board);
                } else {
                    week_ui(ui, cx, vm, &view, board, filter);
                }
            }
        }
        summary::summary_ui(ui.ctx(), cx, summary);
        if let Some((turn, week)) = self.board.turn.take().zip(self.week) {
            self.show_week(if turn == Turn::Back { week.previous() } else { week.next() });
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.picture.expire();
        }
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        match command {
            Command::ShowWeek(on) => {
                self.show_week(Week::of(*on));
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
        ]
    }

    fn document(&self) -> Option<DocumentRequest> {
        Some(DocumentRequest::new(DocumentKind::WeekSchedule, self.week?.period()))
    }
}

/// The week by departments; true where the clerk went on to a cell of an expert.
fn departments_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &WeekVm, board: &mut Board) -> bool {
    let asked = departments::departments_ui(ui, cx, vm, board);
    if let Some(key) = asked {
        board.select(key);
    }
    asked.is_some()
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

/// What is missing for a full picture, above it.
fn banner_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm) {
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
