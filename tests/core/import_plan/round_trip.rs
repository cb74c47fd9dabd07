//! What the program prints comes back as it went: every document of the sample that is a table of records.

use chuanbangdai::app::intake::{self, ImportChoices};
use chuanbangdai::app::paper::{self, Format};
use chuanbangdai::app::sample::sample;
use chuanbangdai::app::{Clock, Office, Progress};
use chuanbangdai::domain::DocumentKind;
use chuanbangdai::i18n::Tr;
use chuanbangdai::import::read::Reader;
use chuanbangdai::import::{RowReport, RowResult};
use chuanbangdai::report::DocumentRequest;

/// Documents that are tables of records, with the kind that they come back as.
const TABLES: &[(DocumentKind, &str)] = &[
    (DocumentKind::WeekSchedule, "grid"),
    (DocumentKind::Posting, "posting"),
    (DocumentKind::Roster, "stint"),
    (DocumentKind::TourPlan, "tour"),
    (DocumentKind::PairingList, "pairing"),
    (DocumentKind::TeachingRecord, "teaching"),
    (DocumentKind::Registration, "stint"),
    (DocumentKind::TaskList, "task"),
    (DocumentKind::AttendanceMonth, "attendance"),
    (DocumentKind::LeaveSlips, "leave"),
    (DocumentKind::FundUse, "expense"),
    (DocumentKind::Decisions, "meeting"),
    (DocumentKind::StudyList, "study"),
    (DocumentKind::BenefitList, "benefit"),
    (DocumentKind::MonthSchedule, "grid"),
    (DocumentKind::ReportCalendar, "report"),
    (DocumentKind::ProblemList, "problem"),
    (DocumentKind::RelationList, "relation"),
];

#[test]
fn a_printed_table_of_the_sample_imports_back_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed("2023-06-14T09:00:00".parse().unwrap());
    let mut office = Office::create(&folder.path().join("data.db"), clock).unwrap();
    office.run(&sample(office.registry(), clock.today())).unwrap();
    for (kind, sheet_kind) in TABLES {
        let request = DocumentRequest::new(*kind, DocumentRequest::usual_period(*kind, clock.today()));
        let sheet = office.sheet(&request, Tr::default()).unwrap();
        let path = folder.path().join(format!("{}.xlsx", kind.code()));
        paper::export(&sheet, Format::Xlsx, &path, &office.press()).unwrap();
        let (reader, progress) = (Reader::in_process(), Progress::default());
        let prepared = intake::prepare(&office, &[path], &ImportChoices::default(), &reader, &progress).unwrap();
        let report = prepared.report(None, Tr::default());
        assert_eq!(report.sheets[0].kind.as_deref(), Some(*sheet_kind), "{kind:?}");
        let moved: Vec<&RowReport> = report.rows.iter().filter(|row| row.result != RowResult::Unchanged).collect();
        assert!(moved.is_empty(), "{kind:?}: {moved:#?}");
        assert!(report.unchanged > 0, "{kind:?}");
        assert_eq!(prepared.edits(), [], "{kind:?}");
    }
}
