//! Importing a schedule of 100,000 rows: reading the workbook, working out the plan, writing it to the disk.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a bench may fail where it meets the unexpected"
)]
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark, not a library")]

use std::hint::black_box;
use std::path::{Path, PathBuf};

use chuanbangdai::app::intake::{self, Gathered, ImportChoices};
use chuanbangdai::app::seed::seed;
use chuanbangdai::app::{Clock, Office, Progress};
use chuanbangdai::domain::{Edit, Registry, Row, Session, Slot};
use chuanbangdai::i18n::Tr;
use chuanbangdai::import::read::Reader;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;

const ROWS: usize = 100_000;

/// A data file with people and stints but no sessions, and the workbook that brings those.
struct Stage {
    folder: TempDir,
    workbook: PathBuf,
}

impl Stage {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let workbook = folder.path().join("排班明细.xlsx");
        let mut office = Office::create(&folder.path().join("base.db"), clock()).unwrap();
        let mut edits = seed(office.registry(), ROWS, 1, clock().today());
        office.run(&edits.next().unwrap()).unwrap();
        let sessions: Vec<Session> = edits.flat_map(sessions_of).collect();
        write_workbook(&workbook, office.registry(), &sessions);
        Self { folder, workbook }
    }

    /// A fresh copy of the data file.
    fn office(&self, round: usize) -> Office {
        let path = self.folder.path().join(format!("{round}.db"));
        std::fs::copy(self.folder.path().join("base.db"), &path).unwrap();
        Office::open(&path, clock()).unwrap()
    }

    fn gather(&self) -> Gathered {
        intake::gather(std::slice::from_ref(&self.workbook), &Reader::in_process(), &Progress::default()).unwrap()
    }
}

fn clock() -> Clock {
    let today = chrono::NaiveDate::from_ymd_opt(2023, 6, 14).unwrap();
    Clock::Fixed(today.and_hms_opt(9, 0, 0).unwrap())
}

fn sessions_of(edit: Edit) -> Vec<Session> {
    match edit {
        Edit::Many { edits, .. } => edits.into_iter().flat_map(sessions_of).collect(),
        Edit::Put { row: Row::Session(session) } => vec![session],
        _ => Vec::new(),
    }
}

fn write_workbook(path: &Path, registry: &Registry, sessions: &[Session]) {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    sheet.set_name("明细").unwrap();
    for (column, heading) in (0..).zip(["日期", "时段", "专家", "科室", "活动", "地点"]) {
        sheet.write(0, column, heading).unwrap();
    }
    for (row, session) in (1..).zip(sessions) {
        let on = ExcelDateTime::parse_from_str(&session.on_date.to_string()).unwrap();
        sheet.write_with_format(row, 0, &on, &date).unwrap();
        sheet.write(row, 1, if session.slot == Slot::Am { "上午" } else { "下午" }).unwrap();
        sheet.write(row, 2, registry.person_of(session.stint).unwrap().name.as_str()).unwrap();
        let department = session.dept.and_then(|dept| registry.departments.get(&dept));
        sheet.write(row, 3, department.map_or("", |department| department.name.as_str())).unwrap();
        sheet.write(row, 4, registry.activities[&session.activity].name_zh.as_str()).unwrap();
        sheet.write(row, 5, session.room.as_str()).unwrap();
    }
    book.save(path).unwrap();
}

fn import(criterion: &mut Criterion) {
    let stage = Stage::new();
    let choices = ImportChoices::default();
    let tr = Tr::default();
    let mut group = criterion.benchmark_group("import of 100,000 rows");
    group.sample_size(10);
    group.bench_function("read the workbook", |bench| bench.iter(|| black_box(stage.gather())));
    let gathered = stage.gather();
    group.bench_function("recognise and plan", |bench| {
        let office = stage.office(0);
        bench.iter(|| office.prepare_import(gathered.map(&choices).unwrap(), choices.clone()).unwrap());
    });
    let mut round = 0;
    let mut fresh = || {
        round += 1;
        stage.office(round)
    };
    group.bench_function("read, recognise, plan and commit", |bench| {
        bench.iter_batched(
            &mut fresh,
            |mut office| {
                let mapped = stage.gather().map(&choices).unwrap();
                let prepared = office.prepare_import(mapped, choices.clone()).unwrap();
                let report = office.commit_import(prepared, tr).unwrap();
                assert_eq!((report.added, report.rejected), (ROWS, 0));
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
