//! D36: a plan beside the one that stands: every change by day and person, what is not met and why, and what it costs
//! by rule.

use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::i18n::Tr;

/// A change of one person in one half-day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Day and half-day in words.
    pub when: String,
    /// Whose.
    pub person: String,
    /// The department.
    pub dept: String,
    /// What stands now, empty for nothing.
    pub before: String,
    /// What will stand, empty for nothing.
    pub after: String,
}

/// A plan against what stands, as the planner has drawn it up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What the demand was taken from.
    pub basis: String,
    /// By day, then by person.
    pub changes: Vec<ChangeRow>,
    /// Demands that are not met, and why.
    pub unfilled: Vec<String>,
    /// What the plan costs, by rule; the dearest first.
    pub by_rule: Vec<(String, i64)>,
    /// What it costs in all.
    pub cost: i64,
    /// No plan costs less.
    pub bound: i64,
    /// Why there is no plan, as sentences; empty where there is one.
    pub conflict: Vec<String>,
}

/// Columns of the sheet.
const WIDTH: usize = 6;

/// Builds the sheet.
#[must_use]
pub fn plan_changes(sources: &Sources<'_>, request: &DocumentRequest, plan: &Comparison, tr: Tr) -> Sheet {
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(request.period)];
    sheet.columns = vec![
        Column::number(10.0),
        Column::text(34.0, Align::Left),
        Column::text(20.0, Align::Left),
        Column::text(28.0, Align::Left),
        Column::text(56.0, Align::Left),
        Column::text(56.0, Align::Left),
    ];
    sheet.head = vec![SheetRow::head([
        tr.paper_serial(),
        tr.compare_when(),
        tr.paper_name(),
        tr.paper_host_department(),
        tr.compare_before(),
        tr.compare_after(),
    ])];
    let dash = |text: &str| if text.is_empty() { tr.compare_nothing().to_owned() } else { text.to_owned() };
    sheet.body = (1..)
        .zip(&plan.changes)
        .map(|(number, change): (usize, _)| {
            SheetRow::of([
                number.to_string(),
                change.when.clone(),
                change.person.clone(),
                change.dept.clone(),
                dash(&change.before),
                dash(&change.after),
            ])
        })
        .collect();
    if plan.changes.is_empty() && plan.conflict.is_empty() {
        sheet.body.push(nobody(tr.plan_no_changes(), WIDTH));
    }
    part(&mut sheet, tr.plan_conflict_title(), plan.conflict.iter().cloned());
    let unfilled = tr.plan_tab_unfilled(plan.unfilled.len());
    part(&mut sheet, &unfilled, plan.unfilled.iter().cloned());
    let costs = tr.compare_costs(plan.cost, plan.bound);
    part(&mut sheet, &costs, plan.by_rule.iter().map(|(rule, cost)| tr.compare_cost(rule, *cost)));
    sheet.notes = vec![plan.basis.clone()].into_iter().filter(|note| !note.is_empty()).collect();
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet
}

/// A heading and its sentences over the whole width; nothing where there are none.
fn part(sheet: &mut Sheet, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    let title = Cell::new(0, title).spanning(WIDTH, 1).toned(Tone::Total).strong();
    sheet.body.push(SheetRow { cells: vec![title], starts_group: true });
    let row = |line| SheetRow { cells: vec![Cell::new(0, line).spanning(WIDTH, 1)], starts_group: false };
    sheet.body.extend(lines.map(row));
}
