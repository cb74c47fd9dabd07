//! D14: tasks, money and evaluation of each site at the end of a quarter.

use std::collections::BTreeSet;

use super::{listed, percent, tasks_of};
use crate::domain::{Appraisal, InstitutionId, Money, Task, TaskState, money_standing, task_state};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;

/// Sums of a row.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    tasks: usize,
    closed: usize,
    overdue: usize,
    budget: Money,
    spent: Money,
}

impl Sums {
    fn with(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            closed: self.closed + other.closed,
            overdue: self.overdue + other.overdue,
            budget: [self.budget, other.budget].into_iter().sum(),
            spent: [self.spent, other.spent].into_iter().sum(),
        }
    }

    fn cells(self) -> [String; 7] {
        let share = Money::from_fen(i64::try_from(self.closed).unwrap_or_default())
            .share_of(Money::from_fen(i64::try_from(self.tasks).unwrap_or_default()));
        [
            self.tasks.to_string(),
            self.closed.to_string(),
            self.overdue.to_string(),
            percent(share),
            self.budget.in_ten_thousand(),
            self.spent.in_ten_thousand(),
            percent(self.spent.share_of(self.budget)),
        ]
    }
}

/// Builds the summary as of the last day of the period, one row a site.
#[must_use]
pub fn quarter_summary(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let tasks = tasks_of(sources, request);
    let funds = sources.registry.funds.values();
    let funds = funds.filter(|fund| request.relation.is_none_or(|relation| fund.relation == Some(relation)));
    let sites: BTreeSet<Option<InstitutionId>> =
        tasks.iter().map(|task| task.site).chain(funds.map(|fund| fund.site)).collect();
    let mut sites: Vec<_> = sites.into_iter().collect();
    sites.sort_by_key(|site| site.and_then(|id| sources.institution(id)).map(|inst| (inst.sort, inst.id)));
    let mut all = Sums::default();
    let mut rows = Vec::new();
    for (index, site) in sites.iter().enumerate() {
        let sums = sums(sources, request, &tasks, *site);
        all = all.with(sums);
        let name = site.and_then(|id| sources.institution(id)).map_or(tr.paper_own(), |inst| inst.name.as_str());
        let mut cells = vec![(index + 1).to_string(), name.to_owned()];
        cells.extend(sums.cells());
        cells.push(site.map_or_else(String::new, |site| grade(sources, request, site)));
        rows.push(SheetRow::of(cells));
    }
    let is_empty = rows.is_empty();
    let mut columns = vec![Column::number(10.0), Column::text(60.0, Align::Left)];
    columns.extend([Column::number(18.0); 4]);
    columns.extend([Column::text(28.0, Align::Right), Column::text(28.0, Align::Right)]);
    columns.extend([Column::number(20.0), Column::text(22.0, Align::Centre)]);
    let head = vec![
        tr.paper_number(),
        tr.paper_site(),
        tr.paper_tasks_count(),
        tr.paper_closed_count(),
        tr.paper_overdue_count(),
        tr.paper_closed_share(),
        tr.paper_budget_wan(),
        tr.paper_used_wan(),
        tr.paper_rate(),
        tr.paper_grade(),
    ];
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_no_tasks(), tr);
    if !is_empty {
        let mut cells = vec![Cell::new(0, tr.paper_total()).spanning(2, 1).toned(Tone::Total).strong()];
        let texts = all.cells().into_iter().chain([String::new()]);
        cells.extend(texts.enumerate().map(|(at, text)| Cell::new(at + 2, text).toned(Tone::Total).strong()));
        sheet.body.push(SheetRow { cells, starts_group: true });
    }
    sheet
}

fn sums(sources: &Sources<'_>, request: &DocumentRequest, tasks: &[&Task], site: Option<InstitutionId>) -> Sums {
    let on = sources.as_of(request);
    let here: Vec<&&Task> = tasks.iter().filter(|task| task.site == site).collect();
    let state = |wanted| here.iter().filter(|task| task_state(task, on, TaskState::NOTICE_DAYS) == wanted).count();
    let funds = sources.registry.funds.values().filter(|fund| {
        fund.site == site
            && fund.from_on.is_none_or(|from| from <= on)
            && request.relation.is_none_or(|relation| fund.relation == Some(relation))
    });
    let money: Vec<_> = funds.map(|fund| money_standing(fund, sources.registry, on)).collect();
    Sums {
        tasks: here.len(),
        closed: state(TaskState::Closed),
        overdue: state(TaskState::Overdue),
        budget: money.iter().map(|it| it.budget).sum(),
        spent: money.iter().map(|it| it.spent).sum(),
    }
}

/// The newest grade of a period that had ended by then.
fn grade(sources: &Sources<'_>, request: &DocumentRequest, site: InstitutionId) -> String {
    let on = request.period.to();
    let is_meant = |it: &&Appraisal| it.inst == Some(site) && it.period_to <= on;
    let newest = sources.registry.appraisals.values().filter(is_meant).max_by_key(|it| it.period_to);
    newest.map_or_else(String::new, |it| it.grade.clone())
}
