//! D21: every expense of every fund with what it adds up to, in the columns that the import reads back.

use super::{listed, percent};
use crate::domain::{Expense, Fund, Money, Period};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;

/// Builds the list: of the days of the period, or of everything up to a single day.
#[must_use]
pub fn fund_use(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let is_meant = |fund: &&Fund| request.relation.is_none_or(|relation| fund.relation == Some(relation));
    let mut funds: Vec<&Fund> = sources.registry.funds.values().filter(is_meant).collect();
    funds.sort_by_key(|fund| (fund.site.and_then(|id| sources.institution(id)).map(|inst| inst.sort), fund.id));
    let mut rows = Vec::new();
    let mut spent = Money::default();
    for fund in &funds {
        let of_fund = rows_of(sources, request.period, fund, tr);
        rows.extend(of_fund.0);
        spent = [spent, of_fund.1].into_iter().sum();
    }
    let is_empty = rows.is_empty();
    let right = |width| Column::text(width, Align::Right);
    let centre = |width| Column::text(width, Align::Centre);
    let columns = vec![
        Column::text(48.0, Align::Left),
        right(30.0),
        centre(22.0),
        Column::text(44.0, Align::Left),
        centre(18.0),
        right(26.0),
        centre(20.0),
        right(28.0),
        right(28.0),
        centre(16.0),
    ];
    let head = vec![
        tr.paper_fund_site(),
        tr.paper_budget_yuan(),
        tr.paper_fund_date(),
        tr.paper_fund_item(),
        tr.paper_fund_task(),
        tr.paper_fund_amount(),
        tr.paper_fund_voucher(),
        tr.paper_fund_total(),
        tr.paper_fund_left(),
        tr.paper_rate(),
    ];
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_fund_none(), tr);
    if !is_empty {
        let budget: Money = funds.iter().map(|fund| Money::from_fen(fund.budget_fen)).sum();
        let words = tr.paper_fund_sum(&budget.to_string(), &spent.to_string(), &percent(spent.share_of(budget)));
        let cells = vec![
            Cell::new(0, tr.paper_total()).toned(Tone::Total).strong(),
            Cell::new(1, words).spanning(9, 1).toned(Tone::Total),
        ];
        sheet.body.push(SheetRow { cells, starts_group: true });
    }
    sheet
}

fn rows_of(sources: &Sources<'_>, period: Period, fund: &Fund, tr: Tr) -> (Vec<SheetRow>, Money) {
    let is_cumulative = period.from() == period.to();
    let expenses = sources.registry.expenses.values().filter(|it| it.fund == fund.id && it.on_date <= period.to());
    let mut expenses: Vec<&Expense> = expenses.collect();
    expenses.sort_by_key(|expense| (expense.on_date, expense.id));
    let budget = Money::from_fen(fund.budget_fen);
    let site = fund.site.and_then(|id| sources.institution(id)).map(|inst| inst.name.as_str());
    let mut total = Money::default();
    let mut shown = Money::default();
    let mut rows = Vec::new();
    for expense in expenses {
        total = [total, Money::from_fen(expense.amount_fen)].into_iter().sum();
        if !is_cumulative && expense.on_date < period.from() {
            continue;
        }
        shown = [shown, Money::from_fen(expense.amount_fen)].into_iter().sum();
        let task = expense.task.and_then(|id| sources.registry.tasks.get(&id));
        let task = task.map_or_else(String::new, |task| {
            task.no.map_or_else(|| task.title.clone(), |no| tr.paper_fund_task_no(no))
        });
        let mut row = SheetRow::of([
            site.unwrap_or(&fund.project).to_owned(),
            budget.to_string(),
            expense.on_date.to_string(),
            expense.item.clone(),
            task,
            Money::from_fen(expense.amount_fen).to_string(),
            expense.voucher.clone(),
            total.to_string(),
            Money::from_fen(budget.fen() - total.fen()).to_string(),
            percent(total.share_of(budget)),
        ]);
        row.starts_group = rows.is_empty();
        rows.push(row);
    }
    (rows, shown)
}
