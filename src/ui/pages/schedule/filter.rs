//! What the views are narrowed to, and the line of lists to choose it from.

use egui::Ui;

use crate::app::week::{CellVm, GridVm, NamedId, Narrowing, PersonRow, is_asked};
use crate::domain::{ActivityId, BatchId, DepartmentId, Id, InstitutionId};
use crate::ui::PageCx;
use crate::ui::widget::{Button, Choice, Dropdown, Icon, chip};

/// Width of a list, in points.
const LIST: f32 = 148.0;

/// What a view is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    /// One batch.
    pub batch: Option<BatchId>,
    /// One department.
    pub department: Option<DepartmentId>,
    /// One place.
    pub site: Option<InstitutionId>,
    /// One activity.
    pub activity: Option<ActivityId>,
    /// Only rows in which a rule found something.
    pub only_conflicts: bool,
}

impl Filter {
    /// Whether anything is left out.
    pub fn is_set(self) -> bool {
        self != Self::default()
    }

    /// Whether cells are told apart, not only rows.
    pub const fn is_of_cells(self) -> bool {
        self.site.is_some() || self.activity.is_some()
    }

    fn is_of(self, batch: Option<BatchId>, department: Option<DepartmentId>) -> bool {
        self.batch.is_none_or(|wanted| batch == Some(wanted))
            && self.department.is_none_or(|wanted| department == Some(wanted))
    }

    /// Whether a row is shown.
    pub fn shows(self, row: &PersonRow) -> bool {
        self.is_of(row.batch, row.dept_id)
            && (!self.is_of_cells() || row.cells.iter().any(|cell| self.lights(cell)))
            && (!self.only_conflicts || row.cells.iter().any(|cell| cell.worst.is_some()))
    }

    /// Whether a cell is what is looked for; the others of its row stand back.
    pub fn lights(self, cell: &CellVm) -> bool {
        !self.is_of_cells() || cell.sessions.iter().any(|session| is_asked(session, self.site, self.activity))
    }
}

/// Draws the button that opens the line; it stays lit while something is left out.
pub fn filter_button(ui: &mut Ui, cx: &PageCx<'_>, filter: Filter, is_open: &mut bool) {
    let button = Button::icon_only(Icon::Filter, cx.tr.schedule_filters()).on(*is_open || filter.is_set());
    if button.ui(ui, cx.theme).clicked() {
        *is_open = !*is_open;
    }
}

/// Draws the chip that leaves only the rows with conflicts, where there are any.
pub fn conflicts_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &GridVm, filter: &mut Filter) {
    let has_some = vm.findings.iter().any(|found| found.accepted.is_none() && found.cell.is_some());
    let is_on = filter.only_conflicts;
    if (has_some || is_on) && chip(ui, cx.theme, cx.tr.schedule_only_conflicts(), is_on).clicked() {
        filter.only_conflicts = !is_on;
    }
}

/// Draws the line of lists above a view.
pub fn filter_ui(ui: &mut Ui, cx: &PageCx<'_>, lists: &Narrowing, filter: &mut Filter) {
    let tr = cx.tr;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        list(ui, cx, tr.schedule_batch(), tr.schedule_all_batches(), &lists.batches, &mut filter.batch);
        list(
            ui,
            cx,
            tr.schedule_department(),
            tr.schedule_all_departments(),
            &lists.departments,
            &mut filter.department,
        );
        list(ui, cx, tr.schedule_fields_site(), tr.schedule_all_sites(), &lists.sites, &mut filter.site);
        list(
            ui,
            cx,
            tr.schedule_fields_activity(),
            tr.schedule_all_activities(),
            &lists.activities,
            &mut filter.activity,
        );
        if filter.is_set() && Button::quiet(tr.schedule_show_all()).icon(Icon::Close).ui(ui, cx.theme).clicked() {
            *filter = Filter::default();
        }
    });
    ui.add_space(6.0);
}

fn list<T>(ui: &mut Ui, cx: &PageCx<'_>, name: &str, all: &str, named: &[NamedId<Id<T>>], chosen: &mut Option<Id<T>>) {
    if named.len() < 2 && chosen.is_none() {
        return;
    }
    let each = named.iter().map(|named| Choice::new(Some(named.id), named.name.clone()));
    let choices: Vec<_> = std::iter::once(Choice::new(None, all)).chain(each).collect();
    Dropdown::new(name, &choices).bare().width(LIST).ui(ui, cx.theme, cx.tr, chosen);
}
