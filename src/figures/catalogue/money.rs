//! Money to spend and money spent, and results of appraisals.

use std::borrow::Cow;

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{Measure, Spec, WHERE, WHERE_FIELDS};
use super::super::when::{Bounds, When};
use super::bonds::Bond;
use crate::domain::{Appraisal, Fund, Period, Precision, Table};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "fund.budget",
        meaning: Tr::figure_fund_budget,
        basis: Tr::basis_budget,
        source: |books| budgets(books, |fen| (fen, Exact::ZERO)),
        ..FUNDS
    },
    Spec {
        code: "fund.spent",
        meaning: Tr::figure_fund_spent,
        basis: Tr::basis_spent,
        takes: &[WHERE, &[Key::Peer, Key::Name, Key::Voucher]],
        source: expenses,
        ..FUNDS
    },
    Spec {
        code: "fund.rate",
        meaning: Tr::figure_fund_rate,
        unit: Tr::unit_percent,
        basis: Tr::basis_rate,
        measure: Measure::Percent,
        source: |books| {
            let mut lines = budgets(books, |fen| (Exact::ZERO, fen));
            lines.extend(expenses(books));
            lines
        },
        ..FUNDS
    },
    Spec {
        code: "evaluation.count",
        meaning: Tr::figure_evaluation_count,
        unit: Tr::unit_sheets,
        basis: Tr::basis_evaluations,
        takes: &[WHERE, &[Key::Person, Key::Kind, Key::Grade, Key::Peer]],
        distinct: &[
            (Field::Person, Tr::unit_people),
            (Field::Institution, Tr::unit_houses),
            (Field::Period, Tr::unit_periods),
        ],
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Kind, Field::Grade, Field::Peer]],
        source: evaluations,
        ..Spec::BLANK
    },
];

/// What codes about money share.
const FUNDS: Spec = Spec {
    unit: Tr::unit_yuan,
    takes: &[WHERE, &[Key::Peer, Key::Name]],
    fields: &[WHERE_FIELDS, &[Field::Peer, Field::Name]],
    measure: Measure::Sum { decimals: 2 },
    ..Spec::BLANK
};

fn yuan(fen: i64) -> Exact {
    Exact::ratio(fen, 100).unwrap_or_default()
}

/// The line with what its fund says.
fn of_fund<'a>(books: &Books<'a>, fund: &'a Fund, line: Line<'a>) -> Line<'a> {
    let bond = Bond { relation: fund.relation, programme: fund.programme, place: fund.site };
    bond.tie(books, line).text(Field::Peer, &fund.source).text(Field::Name, &fund.project)
}

fn budgets<'a>(books: &Books<'a>, split: impl Fn(Exact) -> (Exact, Exact)) -> Vec<Line<'a>> {
    let funds = books.registry.funds.values();
    funds
        .map(|fund| {
            let when = fund.from_on.map_or(When::Always, When::Since);
            let (amount, whole) = split(yuan(fund.budget_fen));
            let line = Line { amount, whole, ..Line::one((Table::Fund, fund.id.raw()), when) };
            let day = fund.from_on.map(|on| Value::Day(on, Precision::Day, None));
            of_fund(books, fund, line).maybe(Field::Date, day)
        })
        .collect()
}

fn expenses<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let expenses = books.registry.expenses.values();
    expenses
        .filter_map(|expense| {
            let fund = books.registry.funds.get(&expense.fund)?;
            let when = When::Event(Period::day(expense.on_date));
            let line = Line::one((Table::Expense, expense.id.raw()), when).amounting(yuan(expense.amount_fen));
            Some(
                of_fund(books, fund, line)
                    .with(Field::Voucher, Value::Flag(!expense.voucher.trim().is_empty()))
                    .with(Field::Date, Value::Day(expense.on_date, Precision::Day, None)),
            )
        })
        .collect()
}

fn evaluations<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.appraisals.values().filter_map(|appraisal| of_appraisal(books, appraisal)).collect()
}

fn of_appraisal<'a>(books: &Books<'a>, appraisal: &'a Appraisal) -> Option<Line<'a>> {
    let days = Period::new(appraisal.period_from, appraisal.period_to)?;
    let stints = books.registry.stints.values();
    let stint = stints
        .filter(|stint| Some(stint.person) == appraisal.person && stint.touches(days))
        .max_by_key(|stint| stint.first_day());
    let line = Line::one((Table::Appraisal, appraisal.id.raw()), When::Quantity(days)).of_stint(stint);
    let bond = Bond { relation: appraisal.relation, programme: appraisal.programme, place: appraisal.inst };
    let subject = Value::Listed(appraisal.subject as usize, ZH.appraisal_subject(appraisal.subject));
    Some(
        bond.tie(books, line)
            .maybe(Field::Person, appraisal.person.map(Value::Person))
            .with(Field::Kind, subject)
            .text(Field::Kind, &appraisal.scheme)
            .text(Field::Grade, &appraisal.grade)
            .text(Field::Peer, &appraisal.assessor)
            .with(Field::Period, Value::Text(Cow::Owned(Bounds::of(days).written())))
            .with(Field::Date, Value::Day(days.to(), Precision::Day, None)),
    )
}
