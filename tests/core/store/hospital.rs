//! A small hospital with one row of every table, every field filled, and the files of a test.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use chuanbangdai::domain::*;
use chuanbangdai::store::{Holder, Store};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A data file in a folder of its own, gone after the test.
pub struct Place {
    pub folder: TempDir,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data.db");
        Self { folder, path }
    }

    pub fn create(&self) -> Store {
        Store::create(&self.path, &clerk()).unwrap()
    }

    pub fn open(&self) -> Store {
        Store::open(&self.path, &clerk()).unwrap()
    }

    /// Names of all files in the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

pub fn clerk() -> Holder {
    Holder { user: "liu".to_owned(), host: "office-3".to_owned(), pid: 4711, since: "2023-06-12T08:00".to_owned() }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The n-th minute of a working day.
pub fn minute(n: u32) -> NaiveDateTime {
    day("2023-06-12").and_hms_opt(8 + n / 60, n % 60, 0).unwrap()
}

pub fn several(count: usize) -> Label {
    Label::Several { count }
}

pub fn dump(store: &Store) -> String {
    let mut bytes = Vec::new();
    store.dump_canonical(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Applies edits that must be taken.
pub fn apply(store: &mut Store, edits: &[Edit]) -> chuanbangdai::store::Applied {
    store.apply(&several(edits.len()), minute(0), edits).unwrap()
}

pub fn institution(id: i64, name: &str) -> Institution {
    Institution {
        id: Id::new(id),
        code: format!("J{id}"),
        name: name.to_owned(),
        short_name: "县医院、县院".to_owned(),
        kind: InstitutionKind::Recipient,
        level: "二级甲等".to_owned(),
        county: "商南县".to_owned(),
        town: "城关".to_owned(),
        is_own: id == 1,
        sort: id * 10,
        note: "本单位 \"a\"\\\n".to_owned(),
    }
}

pub fn person(id: i64, name: &str) -> Person {
    Person {
        id: Id::new(id),
        code: "0042".to_owned(),
        name: name.to_owned(),
        sex: Some(Sex::Female),
        birth_year: Some(1979),
        inst: Some(Id::new(2)),
        dept: Some(Id::new(1)),
        title_text: "副主任医师".to_owned(),
        title_rank: Some(4),
        post: "科主任".to_owned(),
        party: "中共党员".to_owned(),
        discipline: Some(Discipline::Clinical),
        specialty: "冠心病介入".to_owned(),
        phone: "0914-6322120".to_owned(),
        sort: 3,
        is_retired: false,
        note: "䶮·𬭸".to_owned(),
    }
}

pub fn stint(id: i64, person: i64) -> Stint {
    Stint {
        id: Id::new(id),
        person: Id::new(person),
        relation: Some(Id::new(1)),
        batch: Some(Id::new(1)),
        host_inst: Id::new(1),
        host_dept: Some(Id::new(2)),
        role: StintRole::Deputy,
        mode: StintMode::LongTerm,
        discipline: Some(Discipline::Nursing),
        specialty: "护理管理".to_owned(),
        arrive_on: day("2022-05-20"),
        arrive_prec: Precision::Day,
        plan_leave_on: Some(day("2022-11-01")),
        plan_leave_prec: Precision::Month,
        leave_on: Some(day("2022-01-01")),
        leave_prec: Precision::Year,
        end_reason: Some(EndReason::Completed),
        successor_stint: None,
        no_mentoring: true,
        note: "延期一月".to_owned(),
    }
}

pub fn session(id: i64, on: &str, slot: Slot) -> Session {
    Session {
        id: Id::new(id),
        on_date: day(on),
        slot,
        stint: Id::new(1),
        activity: Id::new(1),
        further: vec![Id::new(2), Id::new(3)],
        topic: "EVL带教".to_owned(),
        inst: Id::new(1),
        dept: Some(Id::new(1)),
        room: "门诊二楼3诊室".to_owned(),
        status: SessionStatus::Planned,
        substitute_stint: None,
        reason: "院周会".to_owned(),
        from_template: None,
    }
}

/// One row of every table but the activities, keys from 1, parents first.
pub fn hospital() -> Vec<Edit> {
    let mut edits = vec![
        Edit::put(Setting { id: Id::new(1), name: "unit".to_owned(), value: "商南县医院".to_owned() }),
        Edit::put(CalendarDay {
            id: Id::new(1),
            on_date: day("2027-02-07"),
            kind: DayKind::MakeUp,
            name: "春节".to_owned(),
            acts_as_weekday: Some(4),
            source: "通知".to_owned(),
        }),
        Edit::put(institution(1, "商南县医院")),
        Edit::put(Institution { kind: InstitutionKind::Supporter, ..institution(2, "商洛市中心医院") }),
        Edit::put(Department {
            id: Id::new(1),
            inst: Id::new(2),
            name: "心内科".to_owned(),
            code: "03.04".to_owned(),
            is_listed: true,
            sort: 1,
        }),
        Edit::put(Department {
            id: Id::new(2), inst: Id::new(1), name: "内一科".to_owned(), ..Department::default()
        }),
        Edit::put(person(1, "张文勇")),
        Edit::put(person(2, "邹龙")),
    ];
    edits.extend(engagement());
    edits.extend(schedule());
    edits
}

fn engagement() -> Vec<Edit> {
    vec![
        Edit::put(Relation {
            id: Id::new(1),
            programme: Programme::TeamBased,
            from_inst: Id::new(2),
            to_inst: Id::new(1),
            is_lead: true,
            start_on: Some(day("2022-05-01")),
            start_prec: Precision::Month,
            end_on: Some(day("2025-01-01")),
            end_prec: Precision::Year,
            note: "三年".to_owned(),
        }),
        Edit::put(Agreement {
            id: Id::new(1),
            relation: Id::new(1),
            number: "商卫〔2022〕5号".to_owned(),
            signed_on: Some(day("2022-05-10")),
            valid_from: Some(day("2022-05-11")),
            valid_to: Some(day("2025-05-10")),
            goals: "五大中心".to_owned(),
            file: "协议.pdf".to_owned(),
        }),
        Edit::put(Batch {
            id: Id::new(1),
            relation: Id::new(1),
            no: 2,
            label: "第二批".to_owned(),
            mode: BatchMode::Flexible,
            plan_from: Some(day("2022-05-01")),
            plan_from_prec: Precision::Day,
            plan_to: Some(day("2022-11-01")),
            plan_to_prec: Precision::Month,
            headcount_plan: Some(7),
        }),
        Edit::put(stint(1, 1)),
        Edit::put(Stint { successor_stint: Some(Id::new(1)), ..stint(2, 2) }),
        Edit::put(Appointment {
            id: Id::new(1),
            person: Id::new(1),
            inst: Id::new(1),
            post: "副院长".to_owned(),
            from_on: Some(day("2022-06-01")),
            from_prec: Precision::Day,
            to_on: Some(day("2023-06-01")),
            to_prec: Precision::Month,
            doc_no: "商组发〔2022〕9号".to_owned(),
        }),
        Edit::put(Leave {
            id: Id::new(1),
            person: Id::new(1),
            stint: Some(Id::new(1)),
            kind: LeaveKind::Family,
            from_on: day("2022-06-06"),
            from_slot: Slot::Pm,
            to_on: day("2022-06-07"),
            to_slot: Slot::Am,
            destination: "西安".to_owned(),
            reason: "探亲".to_owned(),
            substitute: Some(Id::new(2)),
            approver: "刘主任".to_owned(),
            back_on: Some(day("2022-06-08")),
        }),
    ]
}

fn schedule() -> Vec<Edit> {
    vec![
        Edit::put(Template {
            id: Id::new(1),
            stint: Id::new(1),
            weekday: 3,
            slot: Slot::Am,
            week_rule: WeekRule::Odd,
            activity: Id::new(1),
            inst: Id::new(1),
            dept: Some(Id::new(2)),
            room: "3诊室".to_owned(),
            from_on: Some(day("2022-06-01")),
            to_on: Some(day("2022-10-31")),
            holiday_rule: HolidayRule::Keep,
        }),
        Edit::put(Session {
            substitute_stint: Some(Id::new(2)),
            from_template: Some(Id::new(1)),
            ..session(1, "2022-06-08", Slot::Am)
        }),
        Edit::put(session(2, "2022-06-08", Slot::Night)),
        Edit::put(Publication {
            id: Id::new(1),
            document: DocumentKind::Posting,
            period_from: day("2022-06-06"),
            period_to: day("2022-06-12"),
            version: 2,
            published_at: minute(3),
            published_by: "刘".to_owned(),
            changes: "周三停诊".to_owned(),
        }),
    ]
}
