//! How long a page takes: the weekly schedule of seven and of forty experts, warm.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a bench may fail where it meets the unexpected")]

#[path = "../core/paper/hospital.rs"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod hospital;
#[path = "../core/paper/weeks.rs"]
mod weeks;

use chuanbangdai::domain::DocumentKind;
use chuanbangdai::export::xlsx;
use chuanbangdai::print::{Templates, set};
use chuanbangdai::report::Sheet;
use criterion::{Criterion, criterion_group, criterion_main};
use hospital::{Hospital, day, week_of};

/// The schedule with another remark each time: nothing of the page before can simply be taken again.
fn changed(sheet: &Sheet, round: &mut usize) -> Sheet {
    *round += 1;
    let mut sheet = sheet.clone();
    sheet.notes.push(format!("{round}"));
    sheet
}

fn print(criterion: &mut Criterion) {
    let templates = Templates::default();
    let at = day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time");
    let mut round = 0;
    let mut bench = |name: &str, sheet: &Sheet| {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| {
                let sheet = changed(sheet, &mut round);
                set(&sheet, &templates, at).expect("pages").pdf().expect("a PDF")
            });
        });
    };
    let week = week_of(day(2023, 6, 19));
    let seven = Hospital::shangnan();
    bench("d01_pdf_7_experts", &seven.sheet(DocumentKind::WeekSchedule, week));
    bench("d02_pdf", &seven.sheet(DocumentKind::Posting, week));
    bench("d03_pdf", &seven.sheet(DocumentKind::Roster, week));
    bench("d01_pdf_12_experts", &Hospital::crowded(12).sheet(DocumentKind::WeekSchedule, week));
    bench("d01_pdf_40_experts", &Hospital::crowded(40).sheet(DocumentKind::WeekSchedule, week));
    let sheet = seven.sheet(DocumentKind::WeekSchedule, week);
    criterion.bench_function("d01_xlsx", |bencher| bencher.iter(|| xlsx(&sheet, at).expect("a workbook")));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = print
}
criterion_main!(benches);
