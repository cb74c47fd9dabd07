//! 清单: tasks, reports that fall due, decisions of meetings and money.

mod board;
mod bulk_ui;
mod calendar;
mod cells;
mod close_ui;
mod decisions;
mod due_export;
mod duty_ui;
mod form_ui;
mod fund_form;
mod funds;
mod list;
mod meeting_form;
mod period_ui;
mod problems;
mod proof_ui;
mod reports;
mod scope_ui;
mod side;
mod template_form;
mod templates;
mod timeline;
mod track_ui;

use egui::Ui;

use self::list::TaskList;
use crate::app::tasks::DutyRef;
use crate::domain::{DocumentKind, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::pick::is_workbook;
use crate::ui::theme::Theme;
use crate::ui::widget::{Button, Icon, left_side, right_side, views};
use crate::ui::{Command, Page, PageCx, Tone};

/// The tables that the page is made from.
const SHOWN_TABLES: &[Table] = &[
    Table::Institution,
    Table::Relation,
    Table::Department,
    Table::Person,
    Table::Stint,
    Table::CalendarDay,
    Table::TaskTemplate,
    Table::Task,
    Table::Milestone,
    Table::TaskEvent,
    Table::Obligation,
    Table::Report,
    Table::Meeting,
    Table::Resolution,
    Table::Problem,
    Table::Fund,
    Table::Expense,
    Table::Evidence,
];

/// The views of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    List,
    Board,
    Calendar,
    Timeline,
    Templates,
    Reports,
    Decisions,
    Problems,
    Funds,
}

impl Tab {
    const ALL: [Self; 9] = [
        Self::List,
        Self::Board,
        Self::Calendar,
        Self::Timeline,
        Self::Templates,
        Self::Reports,
        Self::Decisions,
        Self::Problems,
        Self::Funds,
    ];

    const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::List => tr.tasks_tab_list(),
            Self::Board => tr.tasks_tab_board(),
            Self::Calendar => tr.tasks_tab_calendar(),
            Self::Timeline => tr.tasks_tab_timeline(),
            Self::Templates => tr.templates_tab(),
            Self::Reports => tr.tasks_tab_reports(),
            Self::Decisions => tr.tasks_tab_decisions(),
            Self::Problems => tr.problems_tab(),
            Self::Funds => tr.tasks_tab_funds(),
        }
    }

    /// Whether it shows tasks, so that the filters of tasks stand above it.
    const fn is_of_tasks(self) -> bool {
        matches!(self, Self::List | Self::Board | Self::Calendar | Self::Timeline)
    }
}

/// The page.
#[derive(Default)]
pub struct TasksPage {
    tab: Tab,
    list: TaskList,
    board: board::Board,
    calendar: calendar::Month,
    templates: templates::Templates,
    reports: reports::Reports,
    decisions: decisions::Decisions,
    problems: problems::Problems,
    funds: funds::Funds,
}

impl TasksPage {
    /// Turns to where a task, a period, a decision or a problem is kept, and selects it.
    fn show(&mut self, duty: DutyRef) {
        match duty {
            DutyRef::Task(task) => {
                self.tab = Tab::List;
                self.list.want(task.raw());
            }
            DutyRef::Report(obligation, period) => {
                self.tab = Tab::Reports;
                self.reports.want(obligation, period);
            }
            DutyRef::Resolution(id) => {
                self.tab = Tab::Decisions;
                self.decisions.want(id);
            }
            DutyRef::Problem(id) => {
                self.tab = Tab::Problems;
                self.problems.want(id);
            }
        }
    }
}

impl Page for TasksPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        left_side(ui, |ui| {
            let tabs = Tab::ALL.map(|tab| (tab, tab.text(cx.tr)));
            views(ui, cx.theme, cx.tr, cx.tr.tasks_views(), &tabs, &mut self.tab);
        });
        right_side(ui, |ui| match self.tab {
            Tab::Templates => self.templates.bar_ui(ui, cx),
            Tab::Reports => self.reports.bar_ui(ui, cx),
            Tab::Decisions => self.decisions.bar_ui(ui, cx),
            Tab::Problems => self.problems.bar_ui(ui, cx),
            Tab::Funds => self.funds.bar_ui(ui, cx),
            Tab::List | Tab::Board | Tab::Calendar | Tab::Timeline => self.list.bar_ui(ui, cx),
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        if self.tab.is_of_tasks() {
            self.list.refresh(cx);
            if !self.list.ready_ui(ui, cx) {
                return;
            }
            self.list.filter_ui(ui, cx);
            ui.add_space(4.0);
        }
        let wanted = match self.tab {
            Tab::List => {
                self.list.ui(ui, cx);
                None
            }
            Tab::Board => self.board.ui(ui, cx, &self.list),
            Tab::Calendar => self.calendar.ui(ui, cx, &self.list),
            Tab::Timeline => timeline::ui(ui, cx, &self.list),
            Tab::Templates => {
                self.templates.ui(ui, cx);
                None
            }
            Tab::Reports => {
                self.reports.ui(ui, cx);
                None
            }
            Tab::Problems => {
                self.problems.ui(ui, cx);
                None
            }
            Tab::Decisions => {
                self.decisions.ui(ui, cx);
                None
            }
            Tab::Funds => {
                self.funds.ui(ui, cx);
                None
            }
        };
        if let Some(task) = wanted {
            self.tab = Tab::List;
            self.list.want(task);
        }
        if self.list.takes_to_preview() {
            self.tab = Tab::Templates;
            self.templates.preview(self.list.one_list());
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.list.expire();
            self.templates.expire();
            self.problems.expire();
            self.reports.expire();
            self.decisions.expire();
            self.funds.expire();
        }
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        match command {
            Command::ShowTask(task) => {
                self.tab = Tab::List;
                self.list.want(*task);
                true
            }
            Command::ShowDuty(duty) => {
                self.show(*duty);
                true
            }
            _ => false,
        }
    }

    fn take_files(&mut self, files: &[std::path::PathBuf], cx: &mut PageCx<'_>) -> bool {
        let is_taken = match self.tab {
            Tab::List => self.list.take_files(files, cx),
            Tab::Reports => self.reports.take_files(files, cx),
            Tab::Decisions => self.decisions.take_files(files, cx),
            _ => false,
        };
        // Nothing but a workbook can be imported, so that these were meant as evidence of something.
        let is_stray = !is_taken && !files.iter().any(|file| is_workbook(file));
        if is_stray {
            cx.out.push(Command::Say(Tone::Info, cx.tr.evidence_drop_where().to_owned()));
        }
        is_taken || is_stray
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        let mut keys = match self.tab {
            Tab::Reports => vec![("Space", tr.reports_key_tick())],
            Tab::Problems => vec![("Space", tr.problems_key_tick()), ("Delete", tr.people_key_delete())],
            Tab::Templates => {
                vec![("Space", tr.templates_key_take()), ("Delete", tr.people_key_delete()), ("Ctrl+C", tr.copy_rows())]
            }
            _ => vec![
                ("Space", tr.tasks_key_tick()),
                ("Shift+Space", tr.tasks_key_close()),
                ("F2", tr.tasks_key_edit()),
                ("Delete", tr.people_key_delete()),
                ("Ctrl+C", tr.copy_rows()),
            ],
        };
        keys.push(("Ctrl+PageDown", tr.tasks_key_view()));
        keys
    }

    fn document(&self) -> Option<DocumentRequest> {
        let kind = match self.tab {
            Tab::List | Tab::Board | Tab::Calendar | Tab::Timeline | Tab::Templates => DocumentKind::TaskList,
            Tab::Reports => DocumentKind::ReportCalendar,
            Tab::Decisions => DocumentKind::Decisions,
            Tab::Problems => DocumentKind::ProblemList,
            Tab::Funds => DocumentKind::FundUse,
        };
        let today = self.list.book()?.today;
        Some(DocumentRequest::new(kind, DocumentRequest::usual_period(kind, today)))
    }
}

/// Draws the buttons that bring a workbook in and print what the view shows.
fn in_and_out_ui(ui: &mut Ui, cx: &mut PageCx<'_>, import: &str) {
    if Button::icon_only(Icon::Import, import).ui(ui, cx.theme).clicked() {
        cx.out.push(Command::Import(Vec::new()));
    }
    if Button::icon_only(Icon::Print, cx.tr.tasks_print()).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
        cx.out.push(Command::Print);
    }
}

/// The frame of what stands beside a table.
fn side_frame(theme: &Theme) -> egui::Frame {
    egui::Frame::new().fill(theme.paper).inner_margin(egui::Margin { left: 16, right: 4, top: 8, bottom: 4 })
}
