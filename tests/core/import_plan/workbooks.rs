//! Real workbooks from file to data file: counts, refusals, a second import, undo.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chuanbangdai::app::intake::{self, ImportChoices, IntakeError};
use chuanbangdai::app::paper::{self, Format};
use chuanbangdai::app::{Clock, Failure, Office, Progress};
use chuanbangdai::domain::{Appointment, DocumentKind, Edit, Id, Period, Person, Session, SessionStatus, Stint, Table};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::import::read::Reader;
use chuanbangdai::import::{ImportReport, RowResult};
use chuanbangdai::report::{DocumentRequest, Mask};
use tempfile::TempDir;

/// A data file in a folder of its own.
struct Desk {
    office: Office,
    folder: TempDir,
}

/// What the clerk chooses for the sheets of a programme.
type Context = &'static [(&'static str, &'static str)];

const SHANGNAN: Context = &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式")];
const XIANGTAN: Context = &[("programme", "第一书记")];
const TR: Tr = Tr::new(Lang::Zh);

fn clock() -> Clock {
    Clock::Fixed("2023-06-30T17:00:00".parse().unwrap())
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { office: Office::create(&folder.path().join("data.db"), clock()).unwrap(), folder }
    }

    fn try_import(&mut self, names: &[&str], choices: &ImportChoices) -> Result<ImportReport, Failure> {
        let files: Vec<PathBuf> = names.iter().map(|name| file(name)).collect();
        let prepared = intake::prepare(&self.office, &files, choices, &Reader::in_process(), &Progress::default())?;
        self.office.commit_import(prepared, TR)
    }

    fn import(&mut self, names: &[&str], context: Context) -> ImportReport {
        self.try_import(names, &choices(context)).unwrap()
    }

    fn dump(&self) -> String {
        let mut bytes = Vec::new();
        self.office.store().dump_canonical(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn sessions(&self, from: &str, to: &str) -> Vec<Session> {
        let period = Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        self.office.sessions(period).unwrap()
    }

    /// Half-days with an activity, as the figures count them.
    fn half_days(&self, from: &str, to: &str) -> usize {
        let rest = self.office.registry().activity("rest").unwrap().id;
        self.sessions(from, to).iter().filter(|session| session.activity != rest).count()
    }

    fn counted(&self, table: Table) -> u64 {
        self.office.store().info().unwrap().counts.iter().find(|(it, _)| *it == table).unwrap().1
    }
}

fn choices(context: Context) -> ImportChoices {
    let mut choices = ImportChoices::default();
    choices.mapping.context = context.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    choices
}

/// The workbooks of the county hospital in the order in which a clerk has them.
const COUNTY: &[(&str, Context, [usize; 4])] = &[
    ("shangnan/01_机构与帮扶关系.xlsx", &[], [38, 0, 0, 0]),
    ("shangnan/02_派驻专家名册.xlsx", SHANGNAN, [12, 0, 0, 0]),
    ("shangnan/02b_本院人员花名册.xlsx", &[], [65, 0, 0, 0]),
    ("shangnan/03_师带徒结对一览表.xlsx", SHANGNAN, [30, 0, 0, 0]),
    ("shangnan/04_带教记录_2023年6月.xlsx", SHANGNAN, [21, 0, 0, 0]),
    ("shangnan/05_周排班表_2023年6月.xlsx", SHANGNAN, [28, 0, 0, 0]),
    ("shangnan/05b_排班明细_2023-06-05至06-11.xlsx", SHANGNAN, [70, 0, 0, 0]),
    ("shangnan/06_坐诊公示_2023-06-19.xlsx", SHANGNAN, [5, 0, 0, 0]),
    ("shangnan/07_巡回医疗_2023年.xlsx", SHANGNAN, [14, 2, 0, 0]),
    ("shangnan/10_考勤与请假_2023年6月.xlsx", SHANGNAN, [10, 0, 0, 0]),
    ("shangnan/13_进修与培训.xlsx", SHANGNAN, [30, 0, 0, 0]),
    ("shangnan/15_待遇联系成果.xlsx", SHANGNAN, [9, 0, 0, 0]),
];

fn counts(report: &ImportReport) -> [usize; 4] {
    [report.added, report.changed, report.unchanged, report.rejected]
}

/// The county hospital with all its workbooks imported, made once for all tests.
static COUNTY_FILE: LazyLock<TempDir> = LazyLock::new(|| {
    let mut desk = Desk::new();
    for (name, context, expected) in COUNTY {
        let report = desk.import(&[name], context);
        let told: Vec<_> = report.rows.iter().filter_map(|row| row.text.as_deref()).collect();
        assert_eq!(counts(&report), *expected, "{name}: {told:#?}");
    }
    desk.folder
});

fn county() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.db");
    std::fs::copy(COUNTY_FILE.path().join("data.db"), &path).unwrap();
    Desk { office: Office::open(&path, clock()).unwrap(), folder }
}

#[test]
fn the_workbooks_of_a_county_hospital_import_one_by_one() {
    let desk = county();
    assert_eq!((desk.counted(Table::Stint), desk.counted(Table::Batch)), (12, 2));
    assert_eq!(desk.half_days("2023-06-12", "2023-06-18"), 70);
    assert_eq!(desk.half_days("2023-06-19", "2023-06-25"), 58);
    assert_eq!(desk.half_days("2023-06-22", "2023-06-24"), 2, "work on the festival is kept");
    let flat = desk.sessions("2023-06-05", "2023-06-11");
    assert_eq!(flat.len(), 70);
    assert_eq!(flat.iter().filter(|session| session.status == SessionStatus::Cancelled).count(), 3);
}

#[test]
fn a_schedule_with_a_version_and_a_posting_with_its_days_count_as_issued() {
    let desk = county();
    let mut issued: Vec<_> = desk.office.registry().publications.values().collect();
    issued.sort_by_key(|it| (it.document, it.period_from));
    let told: Vec<_> = issued
        .iter()
        .map(|it| (it.document, it.period_from.to_string(), it.period_to.to_string(), it.version))
        .collect();
    assert_eq!(
        told,
        [
            (DocumentKind::WeekSchedule, "2023-06-12".to_owned(), "2023-06-18".to_owned(), 1),
            (DocumentKind::WeekSchedule, "2023-06-19".to_owned(), "2023-06-25".to_owned(), 1),
            (DocumentKind::Posting, "2023-06-19".to_owned(), "2023-06-25".to_owned(), 1),
        ]
    );
}

#[test]
fn a_second_import_of_the_same_workbooks_changes_nothing() {
    let mut desk = county();
    let before = desk.dump();
    for (name, context, _) in COUNTY {
        let report = desk.import(&[name], context);
        assert_eq!((report.added, report.changed, report.import), (0, 0, None), "{name}");
    }
    assert_eq!(desk.dump(), before);
}

#[test]
fn all_workbooks_at_once_are_one_step_and_give_the_same_records() {
    let mut desk = Desk::new();
    let names: Vec<&str> = COUNTY.iter().map(|(name, ..)| *name).rev().collect();
    let report = desk.import(&names, SHANGNAN);
    assert_eq!(counts(&report), [332, 2, 0, 0]);
    assert_eq!(desk.office.store().history(usize::MAX).unwrap().len(), 1);
    assert_eq!(desk.half_days("2023-06-05", "2023-06-25"), 198);
}

#[test]
fn undo_of_each_import_brings_the_same_dump_back() {
    let mut desk = Desk::new();
    let mut dumps = vec![desk.dump()];
    for (name, context, _) in COUNTY {
        desk.import(&[name], context);
        dumps.push(desk.dump());
    }
    while dumps.pop().is_some() && !dumps.is_empty() {
        desk.office.undo().unwrap();
        assert_eq!(Some(&desk.dump()), dumps.last());
    }
}

#[test]
fn wrong_rows_are_refused_where_the_clerk_looks_and_the_others_go_in() {
    let mut desk = county();
    let report = desk.import(&["shangnan/errors.xlsx"], SHANGNAN);
    let refused: Vec<_> = report
        .rows
        .iter()
        .filter(|row| row.code.as_deref().is_some_and(|code| code.starts_with('R')))
        .map(|row| {
            (row.sheet.as_deref().unwrap(), row.row, row.column.as_deref().unwrap(), row.code.as_deref().unwrap())
        })
        .collect();
    assert_eq!(
        refused,
        [
            ("名册", 5, "计划离岗", "R03"),
            ("排班", 5, "科室", "R04"),
            ("排班", 7, "时段", "R05"),
            ("结对", 4, "徒弟", "R06"),
            ("带教", 4, "日期", "R02"),
        ]
    );
    assert_eq!(counts(&report), [4, 0, 2, 5]);
    let told = |row: usize| report.rows.iter().filter_map(|it| it.text.as_deref()).nth(row).unwrap();
    assert_eq!(told(0), "第5行「计划离岗」：结束早于开始（到岗日期 2023-06-05，计划离岗 2023-05-30）。");
    assert!(
        told(1).starts_with("第5行「科室」：机构或科室不存在（商南县医院没有“消化外科”，相近的有：消化内科"),
        "{}",
        told(1)
    );
    assert_eq!(told(2), "第7行「时段」：同一人同日同时段重复排班（黎远 7月4日 周二上午已有：坐诊 门诊201）。");
    let left_out: Vec<_> = report
        .sheets
        .iter()
        .filter(|sheet| sheet.kind.is_none())
        .map(|sheet| sheet.sheet.as_deref().unwrap())
        .collect();
    assert_eq!(left_out, ["工作量"]);
}

#[test]
fn strict_and_fail_refuse_the_whole_and_change_nothing() {
    let mut desk = county();
    let before = desk.dump();
    let strict = ImportChoices { is_strict: true, ..choices(SHANGNAN) };
    let refused = desk.try_import(&["shangnan/errors.xlsx"], &strict).unwrap_err();
    assert_eq!(refused.exit_code(), 3);
    let Failure::Import(IntakeError::Strict { report }) = refused else { panic!("{refused:?}") };
    assert_eq!(report.rejected, 5);
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_plan_made_before_another_change_is_made_again() {
    let mut desk = county();
    let files = [file("shangnan/errors.xlsx")];
    let choices = choices(SHANGNAN);
    let prepared =
        intake::prepare(&desk.office, &files, &choices, &Reader::in_process(), &Progress::default()).unwrap();
    let first = desk.office.commit_import(prepared.clone(), TR).unwrap();
    let second = desk.office.commit_import(prepared, TR).unwrap();
    assert_eq!((first.added, second.added, second.import), (4, 0, None));
}

/// A city that sends people to many places, none of them its own.
fn city() -> Desk {
    let mut desk = Desk::new();
    let report = desk.import(&["xiangtan/01_机构名录.xlsx"], &[]);
    assert_eq!(counts(&report), [100, 0, 0, 0]);
    let report = desk.import(&["xiangtan/02_第一书记派驻一览表.xlsx"], XIANGTAN);
    assert_eq!(counts(&report), [22, 0, 0, 0]);
    let report = desk.import(
        &["xiangtan/11_银田镇卫生院派驻专家坐诊_2024年7月.xlsx"],
        &[("programme", "第一书记"), ("institution", "银田镇卫生院")],
    );
    assert_eq!(
        counts(&report),
        [31, 0, 0, 0],
        "{:#?}",
        report.rows.iter().filter(|row| row.code.is_some()).collect::<Vec<_>>()
    );
    let report = desk.import(&["xiangtan/12_任用与师徒.xlsx"], XIANGTAN);
    assert_eq!(counts(&report), [30, 0, 0, 0]);
    desk
}

#[test]
fn the_workbooks_of_a_city_import() {
    let desk = city();
    let registry = desk.office.registry();
    assert_eq!(registry.own_institution().unwrap().name, "湘潭市卫生健康委员会");
    let here = registry.institutions.values().find(|inst| inst.name == "银田镇卫生院").unwrap().id;
    assert!(desk.sessions("2024-07-01", "2024-07-31").iter().all(|session| session.inst == here));
    assert_eq!(registry.stints.values().filter(|stint| stint.host_inst == here).count(), 7);
}

#[test]
fn a_preview_shows_what_would_happen_before_anything_is_written() {
    let mut desk = Desk::new();
    desk.import(&["shangnan/01_机构与帮扶关系.xlsx"], &[]);
    let before = desk.dump();
    let files = [file("shangnan/02_派驻专家名册.xlsx"), file("shangnan/03_不存在.xlsx")];
    let choices = choices(SHANGNAN);
    let prepared =
        intake::prepare(&desk.office, &files[..1], &choices, &Reader::in_process(), &Progress::default()).unwrap();
    let preview = prepared.preview(4, TR);
    assert_eq!((preview[0].kind, preview[0].rows.len(), preview[0].total, preview[0].added), (Some("stint"), 4, 6, 6));
    assert_eq!(preview[0].rows[0].cells[0], "文申英");
    assert_eq!(preview[0].columns[0].heading, Some("姓名"));
    assert_eq!(desk.dump(), before);
    let missing = intake::prepare(&desk.office, &files, &choices, &Reader::in_process(), &Progress::default());
    assert_eq!(missing.unwrap_err().exit_code(), 12);
}

/// Writes a document as a workbook and reads it back in.
fn round_trip(desk: &mut Desk, kind: DocumentKind, from: &str, to: &str) -> ImportReport {
    let period = Period::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
    let request = DocumentRequest { mask: Mask::Partial, ..DocumentRequest::new(kind, period) };
    let sheet = desk.office.sheet(&request, TR).unwrap();
    let path = desk.folder.path().join("out.xlsx");
    paper::export(&sheet, Format::Xlsx, &path, &desk.office.press()).unwrap();
    let prepared =
        intake::prepare(&desk.office, &[path], &ImportChoices::default(), &Reader::in_process(), &Progress::default());
    desk.office.commit_import(prepared.unwrap_or_else(|error| panic!("{kind:?} {from}: {error:?}")), TR).unwrap()
}

fn assert_comes_back(desk: &mut Desk, kind: DocumentKind, from: &str, to: &str, rows: usize) {
    let before = desk.dump();
    let report = round_trip(desk, kind, from, to);
    let told: Vec<_> = report.rows.iter().filter(|row| row.result != RowResult::Unchanged).collect();
    let after = desk.dump();
    let changed: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert_eq!(changed, [""; 0], "{kind:?} {from}: {told:#?}");
    assert!(told.is_empty(), "{kind:?} {from}: {told:#?}");
    let of_document = &report.sheets[0];
    assert_eq!(of_document.unchanged, rows, "{kind:?} {from}");
    assert_eq!(report.hints, 0, "{kind:?} {from}");
}

#[test]
fn exported_documents_come_back_without_change() {
    let mut desk = county();
    for (kind, from, to, rows) in [
        (DocumentKind::WeekSchedule, "2023-06-12", "2023-06-18", 14),
        (DocumentKind::WeekSchedule, "2023-06-19", "2023-06-25", 14),
        (DocumentKind::WeekSchedule, "2023-06-05", "2023-06-11", 14),
        (DocumentKind::Posting, "2023-06-05", "2023-06-11", 5),
        (DocumentKind::Posting, "2023-06-12", "2023-06-18", 5),
        (DocumentKind::Posting, "2023-06-19", "2023-06-25", 5),
        (DocumentKind::Roster, "2022-05-01", "2023-06-30", 12),
        (DocumentKind::PairingList, "2022-06-01", "2024-05-31", 30),
        (DocumentKind::TeachingRecord, "2023-06-01", "2023-06-30", 21),
        (DocumentKind::AttendanceMonth, "2023-06-01", "2023-06-30", 7),
        (DocumentKind::LeaveSlips, "2023-06-01", "2023-06-30", 3),
        (DocumentKind::Agreement, "2023-06-01", "2023-06-30", 15),
        (DocumentKind::Registration, "2023-06-01", "2023-06-30", 7),
        (DocumentKind::Certificate, "2023-06-01", "2023-06-30", 7),
        (DocumentKind::StudyList, "2022-01-01", "2023-12-31", 30),
        (DocumentKind::BenefitList, "2023-06-01", "2023-06-30", 7),
        (DocumentKind::Roster, "2023-06-01", "2023-06-30", 7),
        (DocumentKind::RelationList, "2023-06-01", "2023-06-30", 3),
    ] {
        assert_comes_back(&mut desk, kind, from, to, rows);
    }
}

#[test]
fn documents_of_many_sites_come_back_without_change() {
    let mut desk = city();
    for (kind, from, to, rows) in [
        (DocumentKind::WeekSchedule, "2024-07-01", "2024-07-07", 56),
        (DocumentKind::WeekSchedule, "2024-07-08", "2024-07-14", 56),
        (DocumentKind::Posting, "2024-07-01", "2024-07-07", 5),
        (DocumentKind::Posting, "2024-07-08", "2024-07-14", 4),
        (DocumentKind::Roster, "2023-05-01", "2024-07-31", 28),
        (DocumentKind::RelationList, "2023-05-01", "2024-07-31", 22),
    ] {
        assert_comes_back(&mut desk, kind, from, to, rows);
    }
}

/// Every mark that a document can print, namesakes, posts and remarks.
#[test]
fn marked_half_days_and_full_rosters_come_back_without_change() {
    let mut desk = county();
    let registry = Arc::clone(desk.office.registry());
    let by_name = |name: &str| registry.people.values().find(|person| person.name == name).unwrap().clone();
    let (one, other) = (by_name("黎远"), by_name("邹龙"));
    let stint_of = |id| registry.stints.values().find(|stint| stint.person == id).unwrap().clone();
    let days = desk.sessions("2023-06-12", "2023-06-16");
    let own: Vec<_> = days.iter().filter(|session| session.stint == stint_of(one.id).id).cloned().collect();
    let at_home = own.iter().rfind(|session| session.inst == stint_of(one.id).host_inst).unwrap();
    let theatre = registry.departments.values().find(|dept| dept.name == "麻醉手术科").unwrap().id;
    let mut edits = vec![
        Edit::put(Session { status: SessionStatus::Swapped, ..own[0].clone() }),
        Edit::put(Session { status: SessionStatus::Extra, ..own[1].clone() }),
        Edit::put(Session { status: SessionStatus::Cancelled, reason: "会议".to_owned(), ..own[2].clone() }),
        Edit::put(Session {
            status: SessionStatus::Substituted,
            substitute_stint: Some(stint_of(other.id).id),
            ..own[3].clone()
        }),
        Edit::put(Session { dept: Some(theatre), ..at_home.clone() }),
        Edit::put(Person {
            name: "邹龙".to_owned(),
            note: "党员".to_owned(),
            specialty: "疝".to_owned(),
            ..one.clone()
        }),
        Edit::put(Stint { specialty: String::new(), ..stint_of(one.id) }),
    ];
    for (post, from_on, to_on) in [("院长助理", "2023-09-01", None), ("科研科科长", "2019-01-01", Some("2020-01-01"))]
    {
        let held = registry.appointments.values().find(|post| post.person == one.id).unwrap().clone();
        let (from_on, to_on) = (from_on.parse().ok(), to_on.map(|on| on.parse().unwrap()));
        edits.push(Edit::put(Appointment { id: Id::NEW, post: post.to_owned(), from_on, to_on, ..held }));
    }
    for edit in edits {
        desk.office.run(&edit).unwrap();
    }
    assert_comes_back(&mut desk, DocumentKind::WeekSchedule, "2023-06-12", "2023-06-18", 14);
    assert_comes_back(&mut desk, DocumentKind::Roster, "2023-06-01", "2023-06-30", 7);
}

#[test]
fn a_draft_that_comes_back_is_not_taken_for_issued() {
    let mut desk = county();
    let issued = desk.office.registry().publications.len();
    let period = Period::new("2023-06-05".parse().unwrap(), "2023-06-11".parse().unwrap()).unwrap();
    let request = DocumentRequest::new(DocumentKind::Posting, period);
    let sheet = desk.office.sheet(&request, TR).unwrap();
    let path = desk.folder.path().join("draft.xlsx");
    paper::export(&sheet, Format::Xlsx, &path, &desk.office.press()).unwrap();
    // A clinic of the draft that the schedule no longer has is a change, and comes as one.
    let week: Vec<_> = desk.sessions("2023-06-05", "2023-06-11");
    let clinic = desk.office.registry().activity("clinic").unwrap().id;
    let is_held = |session: &&Session| session.activity == clinic && session.status != SessionStatus::Cancelled;
    let gone = week.iter().find(is_held).unwrap();
    desk.office.run(&Edit::Delete { table: Table::Session, id: gone.id.raw() }).unwrap();
    let prepared =
        intake::prepare(&desk.office, &[path], &ImportChoices::default(), &Reader::in_process(), &Progress::default());
    let report = desk.office.commit_import(prepared.unwrap(), TR).unwrap();
    assert_eq!(counts(&report), [1, 0, 4, 0]);
    assert_eq!(desk.office.registry().publications.len(), issued);
}

/// Old schedules of other shapes: added, changed, unchanged and rejected rows of each over the county hospital.
const OLD_SCHEDULES: [(&str, [usize; 4]); 4] = [
    ("own/grid_by_department.xlsx", [0, 4, 0, 0]),
    ("own/grid_by_room.xlsx", [0, 3, 0, 0]),
    ("own/grid_weeks_on_tabs.xlsx", [4, 8, 0, 0]),
    ("own/flat_several_names.xlsx", [0, 3, 0, 1]),
];

#[test]
fn old_schedules_of_other_shapes_update_what_is_stored_and_delete_nothing() {
    for (name, expected) in OLD_SCHEDULES {
        let mut desk = county();
        let before = desk.counted(Table::Session);
        let report = desk.import(&[name], SHANGNAN);
        let told: Vec<_> = report.rows.iter().filter_map(|row| row.text.as_deref()).collect();
        assert_eq!(counts(&report), expected, "{name}: {told:#?}");
        assert!(desk.counted(Table::Session) >= before, "{name}");
        let stored = desk.dump();
        let again = desk.import(&[name], SHANGNAN);
        assert_eq!((again.added, again.changed), (0, 0), "{name}");
        assert_eq!(desk.dump(), stored, "{name}");
    }
}
