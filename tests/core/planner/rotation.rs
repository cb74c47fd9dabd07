//! Who covers which post in which month: drawn up from the records, settled as one step, and set on paper.

use chuanbangdai::app::planning::{BlockBrief, BlocksPicture};
use chuanbangdai::app::{Office, Progress};
use chuanbangdai::domain::{Batch, BatchMode, DocumentKind, Edit, Id, Period, Precision};
use chuanbangdai::report::{DocumentRequest, Sheet};

use super::office::{TR, day, office};

fn drawn(office: &Office) -> BlocksPicture {
    BlockBrief::load(office, day(6, 1), 18, TR).unwrap().plan(&Progress::default())
}

/// The sample with a batch of two that comes when the others leave.
fn with_a_batch_to_come(office: &mut Office) {
    let there = office.registry().batches.values().next().expect("the sample has batches").clone();
    let from = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).unwrap();
    let batch = Batch {
        id: Id::NEW,
        no: 9,
        label: String::new(),
        mode: BatchMode::Rigid,
        plan_from: Some(from),
        plan_from_prec: Precision::Day,
        plan_to: None,
        headcount_plan: Some(2),
        ..there
    };
    office.run(&Edit::put(batch)).unwrap();
}

fn proposed(picture: &BlocksPicture) -> usize {
    picture.rotation.rows.iter().filter(|row| row.spans.iter().any(|span| span.is_proposed)).count()
}

#[test]
fn what_a_batch_to_come_covers_is_proposed_settled_as_one_step_and_taken_back() {
    let (mut office, _folder) = office();
    assert_eq!(drawn(&office).edit, None, "everybody has a post already");
    with_a_batch_to_come(&mut office);
    let picture = drawn(&office);
    assert_eq!(proposed(&picture), 2, "{:?}", picture.rotation.lines);
    assert!(picture.cost.1 <= picture.cost.0);
    let edit = picture.edit.expect("something is left to be settled");
    let done = office.run(&edit).unwrap();
    assert!(TR.label(&done.label).starts_with("轮换安排"), "{}", TR.label(&done.label));
    let settled = drawn(&office);
    assert_eq!((proposed(&settled), settled.edit), (0, None), "what is settled is proposed no more");
    let has_batch = |picture: &BlocksPicture| {
        picture.rotation.rows.iter().any(|row| row.spans.iter().any(|span| span.name.contains('九')))
    };
    assert!(has_batch(&drawn(&office)));
    office.undo().unwrap();
    assert!(proposed(&drawn(&office)) > 0);
}

fn whole(sheet: &Sheet) {
    for row in sheet.body.iter().chain(&sheet.head) {
        let mut covered = vec![0; sheet.columns.len()];
        for cell in &row.cells {
            covered[cell.column..cell.column + cell.col_span].iter_mut().for_each(|place| *place += 1);
        }
        assert!(covered.iter().all(|times| *times == 1), "every place once: {covered:?}");
    }
}

#[test]
fn the_rotation_is_printed_with_gaps_and_as_a_flat_list() {
    let (mut office, _folder) = office();
    with_a_batch_to_come(&mut office);
    let period = Period::new(day(6, 1), day(12, 31)).unwrap();
    let sheet = office.sheet(&DocumentRequest::new(DocumentKind::RotationPlan, period), TR).unwrap();
    assert_eq!(sheet.columns.len(), 1 + 7);
    whole(&sheet);
    let flat = sheet.flat.as_ref().expect("a second tab");
    assert!(flat.rows.iter().all(|row| row.len() == flat.head.len()) && !flat.rows.is_empty());
    let empty = Period::new(chrono::NaiveDate::MIN, chrono::NaiveDate::MIN).unwrap();
    whole(&office.sheet(&DocumentRequest::new(DocumentKind::RotationPlan, empty), TR).unwrap());
}

#[test]
fn a_plan_is_printed_beside_what_stands_with_its_cost_by_rule() {
    let (office, _folder) = office();
    let period = Period::new(day(6, 26), day(7, 2)).unwrap();
    let sheet = office.sheet(&DocumentRequest::new(DocumentKind::PlanComparison, period), TR).unwrap();
    whole(&sheet);
    let body = sheet.filled_body();
    assert!(body.iter().any(|row| row[2] == "邹龙" && row[4] == "（空）" && row[5].contains("坐诊")), "{body:?}");
    assert!(body.iter().any(|row| row[0].starts_with("各规则代价")), "{body:?}");
}
