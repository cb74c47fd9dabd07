//! Sheet kind `expense`: money spent, row by row; equal rows of one file are as many payments.

use std::cell::RefCell;
use std::collections::HashSet;

use chrono::NaiveDate;

use super::bench::Bench;
use super::fund::{SITE, site_or_project};
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::rows::{Pass, take_rows};
use crate::domain::{Expense, ExpenseId, Fund, FundId, InstitutionId, Money, Task, TaskId};
use crate::import::{Code, MappedSheet, values};

const DATE: &str = "日期";
const ITEM: &str = "支出内容";
const TASK: &str = "对应任务";
const AMOUNT: &str = "金额";
const TOTAL: &str = "累计支出";
const LEFT: &str = "结余";

/// The rows, each met by another stored payment.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let met = RefCell::new(HashSet::new());
    take_rows(bench, sheet, Pass::First, |bench, line| take_row(bench, line, &mut met.borrow_mut()))
}

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>, met: &mut HashSet<ExpenseId>) -> Taken {
    let (site, project) = site_or_project(bench, line)?;
    let on_date = line.date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?.on;
    let item = line.required(ITEM)?;
    let amount_fen = line.money(AMOUNT)?.ok_or_else(|| line.refuse(AMOUNT, Code::R01, About::Nothing))?;
    if amount_fen == 0 {
        return Err(line.refuse(AMOUNT, Code::R12, About::Nothing));
    }
    let task = task_of(bench, line, site);
    let voucher = line.text("凭证号");
    let funds = funds_of(bench, line, site, project.as_deref(), on_date)?;

    // A payment on record tells which of several funds is meant.
    let is_same = |expense: &&Expense| {
        funds.contains(&expense.fund)
            && expense.on_date == on_date
            && values::same_words(&expense.item, &item)
            && expense.amount_fen == amount_fen
            && voucher.as_ref().is_none_or(|it| expense.voucher.is_empty() || values::same_words(&expense.voucher, it))
            && !met.contains(&expense.id)
    };
    let stored = bench.registry().expenses.values().find(is_same).cloned();
    let fund = match &stored {
        Some(expense) => expense.fund,
        None => the_one_of(bench, line, &funds)?,
    };
    if stored.is_none() {
        refuse_overspending(bench, line, fund, amount_fen)?;
    }
    let mut expense = stored.unwrap_or_else(|| Expense {
        id: bench.draft.new_id(),
        fund,
        task: None,
        on_date,
        item,
        payee: String::new(),
        amount_fen,
        voucher: String::new(),
    });
    fill_some(&mut expense.task, task);
    fill(&mut expense.payee, line.text("收款单位"));
    fill(&mut expense.voucher, voucher);
    met.insert(expense.id);
    let (fund, until) = (expense.fund, (expense.on_date, expense.id));
    let result = bench.draft.put(expense);
    compare(bench, line, fund, until)?;
    Ok(result)
}

/// The funds of the site or project: of several those of the sheet's programme, then those released by that day.
fn funds_of(
    bench: &Bench<'_>,
    line: &Line<'_>,
    site: Option<InstitutionId>,
    project: Option<&str>,
    on_date: NaiveDate,
) -> Result<Vec<FundId>, Refused> {
    let is_of = |fund: &&Fund| match (site, project) {
        (Some(site), _) => fund.site == Some(site),
        (None, Some(project)) => values::same_words(&fund.project, project),
        (None, None) => false,
    };
    let mut fits: Vec<&Fund> = bench.registry().funds.values().filter(is_of).collect();
    let programme = Bench::context_programme(line);
    for fit in [&|fund: &&Fund| programme.is_none() || fund.programme == programme, &|fund: &&Fund| {
        fund.from_on.is_none_or(|from| from <= on_date) && fund.to_on.is_none_or(|to| on_date <= to)
    }] as [&dyn Fn(&&Fund) -> bool; 2]
    {
        if fits.len() > 1 && fits.iter().any(fit) {
            fits.retain(fit);
        }
    }
    if !fits.is_empty() {
        return Ok(fits.into_iter().map(|fund| fund.id).collect());
    }
    Err(if site.is_none() && project.is_none() {
        line.refuse(SITE, Code::R01, About::Nothing)
    } else {
        line.refuse(SITE, Code::R04, About::Name("没有这个站点或项目的经费预算".to_owned()))
    })
}

/// R09 where several funds fit.
fn the_one_of(bench: &Bench<'_>, line: &Line<'_>, funds: &[FundId]) -> Result<FundId, Refused> {
    if let [one] = funds {
        return Ok(*one);
    }
    let funds = funds.iter().filter_map(|id| bench.draft.get::<Fund>(*id));
    let names = funds.map(|fund| format!("{} {}", fund.source, fund.project)).collect();
    Err(line.refuse(SITE, Code::R09, About::People(names)))
}

/// The task that the money was for: a number that no task of the site has is announced and left out.
fn task_of(bench: &Bench<'_>, line: &mut Line<'_>, site: Option<InstitutionId>) -> Option<TaskId> {
    let text = line.text(TASK)?;
    let number = values::task_number(line.raw(TASK));
    let programme = Bench::context_programme(line);
    let list = line.context("list").map(str::to_owned);
    let is_meant = |task: &&Task| {
        task.site == site
            && match number {
                Some(number) => task.no == Some(number),
                None => values::same_words(&task.title, &text),
            }
            && (programme.is_none() || task.programme == programme)
            && list.as_ref().is_none_or(|list| values::same_words(&task.list, list))
    };
    let found: Vec<TaskId> = bench.registry().tasks.values().filter(is_meant).map(|task| task.id).collect();
    if let [one] = found.as_slice() {
        return Some(*one);
    }
    line.hint(TASK, Code::N01, About::Nothing);
    None
}

/// R12 where more would be spent than there is, unless the fund says why.
fn refuse_overspending(bench: &Bench<'_>, line: &Line<'_>, fund: FundId, amount_fen: i64) -> Result<(), Refused> {
    let Some(fund) = bench.draft.get(fund) else { return Ok(()) };
    let total = spent(bench, fund.id, |_| true).fen().saturating_add(amount_fen);
    if total <= fund.budget_fen || amount_fen < 0 || !fund.override_reason.trim().is_empty() {
        return Ok(());
    }
    let (total, budget) = (Money::from_fen(total), Money::from_fen(fund.budget_fen));
    Err(line.refuse(
        AMOUNT,
        Code::R12,
        About::Name(format!("合计将达 {total} 元，超出预算 {budget} 元且未写明超支原因")),
    ))
}

fn spent(bench: &Bench<'_>, fund: FundId, counts: impl Fn(&Expense) -> bool) -> Money {
    let of_fund = bench.registry().expenses.values().filter(|expense| expense.fund == fund && counts(expense));
    of_fund.map(|expense| Money::from_fen(expense.amount_fen)).sum()
}

/// N12 where the running total or the rest in the sheet are not what the rows add up to.
fn compare(bench: &Bench<'_>, line: &mut Line<'_>, fund: FundId, until: (NaiveDate, ExpenseId)) -> Result<(), Refused> {
    let total = spent(bench, fund, |expense| (expense.on_date, expense.id) <= until);
    let left = bench.draft.get(fund).map(|fund| Money::from_fen(fund.budget_fen - total.fen()));
    for (heading, computed) in [(TOTAL, Some(total)), (LEFT, left)] {
        let written = line.money(heading)?.map(Money::from_fen);
        if let (Some(written), Some(computed)) = (written, computed)
            && written != computed
        {
            line.hint(heading, Code::N12, About::Computed(computed.to_string()));
        }
    }
    Ok(())
}
