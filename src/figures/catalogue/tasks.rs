//! Tasks, and what falls due again and again.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{Expand, Measure, Scope, Spec, TimeUse, WHERE, WHERE_FIELDS};
use super::super::when::{Bounds, When};
use super::bonds::{Bond, who};
use crate::domain::{InstitutionId, Obligation, ObligationId, ObligationKind, Period, Precision, Table, Task, TaskId};
use crate::domain::{
    ReportId, ReportState, Scope as Sites, TaskState, days_left, due_of, duty_periods, report_state, task_state,
};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "task.count",
        meaning: Tr::figure_task_count,
        unit: Tr::unit_items,
        basis: Tr::basis_list,
        takes: &[WHERE, TASK, &[Key::Status]],
        distinct: &[(Field::Name, Tr::unit_items), (Field::Institution, Tr::unit_houses)],
        expand: Some(Expand::Lines(standing)),
        late: &[Key::Status],
        ..TASKS
    },
    Spec {
        code: "task.overdue_days",
        meaning: Tr::figure_task_overdue_days,
        unit: Tr::unit_days,
        basis: Tr::basis_workdays,
        measure: Measure::Largest,
        expand: Some(Expand::Lines(overdue)),
        ..TASKS
    },
    Spec {
        code: "obligation.count",
        meaning: Tr::figure_obligation_count,
        unit: Tr::unit_periods,
        basis: Tr::basis_periods,
        takes: &[WHERE, &[Key::Kind, Key::Name, Key::Shifted]],
        distinct: &[(Field::Period, Tr::unit_periods), (Field::Institution, Tr::unit_houses)],
        fields: &[WHERE_FIELDS, &[Field::Kind, Field::Name]],
        source: obligations,
        expand: Some(Expand::Lines(periods)),
        late: &[Key::Shifted],
        time: TimeUse::Own,
        ..Spec::BLANK
    },
    Spec {
        code: "report.count",
        meaning: Tr::figure_report_count,
        unit: Tr::unit_periods,
        basis: Tr::basis_periods,
        takes: &[WHERE, &[Key::Kind, Key::Name, Key::Status, Key::Peer]],
        fields: &[WHERE_FIELDS, &[Field::Kind, Field::Name, Field::Status, Field::Peer]],
        source: reports,
        expand: Some(Expand::Lines(reported)),
        late: &[Key::Status],
        ..Spec::BLANK
    },
];

const TASK: &[Key] = &[Key::Person, Key::Dept, Key::Kind, Key::List, Key::Name, Key::No];

/// What codes about tasks share.
const TASKS: Spec = Spec {
    takes: &[WHERE, TASK],
    fields: &[WHERE_FIELDS, &[Field::Person, Field::Dept, Field::Kind, Field::Name, Field::Status]],
    source: tasks,
    time: TimeUse::OwnDay,
    ..Spec::BLANK
};

fn tasks<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.tasks.values().map(|task| of_task(books, task)).collect()
}

fn of_task<'a>(books: &Books<'a>, task: &'a Task) -> Line<'a> {
    let line = Line::one((Table::Task, task.id.raw()), When::Event(Period::day(task.due_on)));
    let bond = Bond { relation: task.relation, programme: task.programme, place: task.site };
    let dept = task.dept.map(Value::Dept);
    let written = Some(&task.lead_dept).filter(|dept| !dept.is_empty()).map(|dept| Value::Text(dept.as_str().into()));
    bond.tie(books, line)
        .text(Field::List, &task.list)
        .text(Field::Name, &task.title)
        .text(Field::Kind, &task.category)
        .maybe(Field::No, task.no.map(|no| Value::Number(i64::from(no))))
        .maybe(Field::Dept, dept.or(written))
        .maybe(Field::Person, who(task.owner_person, &task.owner))
        .with(Field::Date, Value::Day(task.due_on, Precision::Day, None))
}

/// The day on which the status of tasks and reports is looked at.
fn status_day(scope: &Scope<'_, '_>) -> NaiveDate {
    scope.query.on.unwrap_or(scope.names.books.today)
}

/// The tasks that are due in the period, where one was asked for.
fn due_in<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> impl Iterator<Item = (Line<'a>, &'a Task)> {
    let bounds = scope.query.period.map(|_| scope.time.bounds());
    let tasks = &scope.names.books.registry.tasks;
    lines.into_iter().filter_map(move |line| {
        let task = tasks.get(&TaskId::new(line.record?.1))?;
        bounds.is_none_or(|bounds| bounds.contains(task.due_on)).then_some((line, task))
    })
}

fn standing<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let on = status_day(scope);
    let status = |task| {
        let (place, word) = match task_state(task, on, TaskState::NOTICE_DAYS) {
            TaskState::Overdue => (0, ZH.state_overdue()),
            TaskState::DueSoon => (1, ZH.state_due_soon()),
            TaskState::Active => (2, ZH.state_active()),
            TaskState::Pending => (3, ZH.state_pending()),
            TaskState::Closed => (4, ZH.state_closed()),
        };
        Value::Listed(place, word)
    };
    due_in(scope, lines).map(|(line, task)| line.with(Field::Status, status(task))).collect()
}

fn overdue<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let on = status_day(scope);
    let calendar = scope.names.books.calendar;
    due_in(scope, lines)
        .filter(|(_, task)| task_state(task, on, 0) == TaskState::Overdue)
        .map(|(line, task)| line.amounting(Exact::whole(days_left(task.due_on, on, calendar).overdue_workdays())))
        .collect()
}

/// Every obligation, once for each subject it applies to.
fn obligations<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.obligations.values().flat_map(|duty| of_duty(books, duty)).collect()
}

fn of_duty<'a>(books: &Books<'a>, duty: &'a Obligation) -> Vec<Line<'a>> {
    let sites = Sites::from(duty);
    let subjects: Vec<Option<InstitutionId>> =
        if sites.is_of_sites() { sites.sites(books.registry).into_iter().map(Some).collect() } else { vec![None] };
    subjects
        .into_iter()
        .map(|place| {
            let line = Line::one((Table::Obligation, duty.id.raw()), When::Always);
            let bond = Bond { relation: duty.relation, programme: duty.programme, place };
            bond.tie(books, line).text(Field::Name, &duty.title).with(Field::Kind, duty_kind(duty.kind))
        })
        .collect()
}

fn duty_kind<'a>(kind: ObligationKind) -> Value<'a> {
    Value::Listed(kind as usize, ZH.obligation_kind(kind))
}

/// The periods whose last day lies in the time of the question.
fn periods<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    let mut found = Vec::new();
    for line in lines {
        let duty = line.record.and_then(|(_, id)| books.registry.obligations.get(&ObligationId::new(id)));
        let Some((duty, within)) = duty.and_then(|duty| Some((duty, within(scope, duty)?))) else { continue };
        for one in duty_periods(duty, within) {
            let shifted = due_of(duty, one.period, books.calendar).is_shifted();
            let days = Value::Text(Cow::Owned(Bounds::of(one.period).written()));
            let last = one.period.to();
            let dated = Line { when: When::Event(Period::day(last)), ..line.clone() };
            found.push(
                dated
                    .with(Field::Period, days)
                    .with(Field::Shifted, Value::Flag(shifted))
                    .with(Field::Date, Value::Day(last, Precision::Day, None)),
            );
        }
    }
    found
}

fn within(scope: &Scope<'_, '_>, duty: &Obligation) -> Option<Period> {
    let bounds = scope.time.bounds();
    // Nothing ends before the year of the anchor.
    let from = bounds.from.unwrap_or(duty.anchor_on.checked_sub_days(chrono::Days::new(366))?);
    Period::new(from, bounds.to.unwrap_or(scope.names.books.today))
}

fn reports<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let reports = books.registry.reports.values();
    reports
        .filter_map(|report| {
            let duty = books.registry.obligations.get(&report.obligation)?;
            let when = When::Event(Period::day(report.period_to));
            let line = Line::one((Table::Report, report.id.raw()), when);
            let bond = Bond { relation: duty.relation, programme: duty.programme, place: report.subject };
            Some(
                bond.tie(books, line)
                    .text(Field::Name, &duty.title)
                    .text(Field::Peer, &duty.addressee)
                    .with(Field::Kind, duty_kind(duty.kind))
                    .with(Field::Date, Value::Day(report.period_to, Precision::Day, None)),
            )
        })
        .collect()
}

/// Each report with its status on the day.
fn reported<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let on = status_day(scope);
    let reports = &scope.names.books.registry.reports;
    let status = |line: &Line<'a>| {
        let (place, word) = match report_state(reports.get(&ReportId::new(line.record?.1))?, on, 0) {
            ReportState::Submitted => (0, ZH.state_sent()),
            ReportState::Late => (1, ZH.state_sent_late()),
            ReportState::Overdue | ReportState::DueSoon | ReportState::Pending => (2, ZH.state_not_sent()),
            ReportState::Exempt => (3, ZH.state_exempt()),
        };
        Some(Value::Listed(place, word))
    };
    let told = lines.into_iter().map(|line| {
        let status = status(&line);
        line.maybe(Field::Status, status)
    });
    told.collect()
}
