//! The schedule over a file of 100,000 sessions, five years of sixty people: month, week, one edit, an issue, a print.

#![allow(clippy::unwrap_used, reason = "a bench stops where its data cannot be made")]

use chrono::NaiveDate;
use chuanbangdai::app::paper;
use chuanbangdai::app::rota::MonthVm;
use chuanbangdai::app::search;
use chuanbangdai::app::week::WeekVm;
use chuanbangdai::app::{Clock, Office, seed};
use chuanbangdai::domain::{ConflictIndex, DocumentKind, Period, Session, Week};
use chuanbangdai::i18n::Tr;
use chuanbangdai::report::DocumentRequest;
use criterion::{Criterion, criterion_group, criterion_main};

const SESSIONS: usize = 100_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 14).unwrap()
}

fn office(folder: &tempfile::TempDir) -> Office {
    let clock = Clock::Fixed(today().and_hms_opt(9, 0, 0).unwrap());
    let mut office = Office::create(&folder.path().join("rota.db"), clock).unwrap();
    let edits: Vec<_> = seed::seed(office.registry(), SESSIONS, 7, today()).collect();
    for edit in &edits {
        office.run(edit).unwrap();
    }
    office
}

fn rota(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut office = office(&folder);
    let tr = Tr::default();
    let (week, month) = (Week::of(today()), DocumentRequest::usual_period(DocumentKind::MonthSchedule, today()));
    criterion.bench_function("100,000 sessions: open a month", |bencher| {
        bencher.iter(|| MonthVm::load(&office, today(), tr).unwrap());
    });
    criterion.bench_function("100,000 sessions: open a week", |bencher| {
        bencher.iter(|| WeekVm::load(&office, week, tr).unwrap());
    });
    let half_year = today().checked_add_days(chrono::Days::new(26 * 7)).unwrap();
    let sessions = office.sessions(Period::new(today(), half_year).unwrap()).unwrap();
    let index = ConflictIndex::new(&sessions, office.registry());
    let edited: Session = sessions.get(sessions.len() / 2).unwrap().clone();
    criterion.bench_function("26 weeks: check one edit", |bencher| {
        bencher.iter(|| index.check(&edited, office.registry(), office.calendar()));
    });
    criterion.bench_function("100,000 sessions: search", |bencher| {
        bencher.iter(|| search::search(office.registry(), "wy", tr));
    });
    let request = DocumentRequest::new(DocumentKind::MonthSchedule, month);
    let press = office.press();
    criterion.bench_function("100,000 sessions: D28 as PDF", |bencher| {
        bencher.iter(|| paper::pages(&office.sheet(&request, tr).unwrap(), &press).unwrap().pdf().unwrap());
    });
    criterion.bench_function("100,000 sessions: issue a week", |bencher| {
        bencher.iter(|| office.issue_week(week, "", tr).unwrap());
    });
}

criterion_group!(benches, rota);
criterion_main!(benches);
