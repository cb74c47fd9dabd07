//! An office in memory: takes plans in without a data file. Sheets are written as text, cells parted by strokes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chuanbangdai::domain::{
    Activity, CalendarDay, CalendarDayId, DayKind, Edit, Id, Registry, Row, Session, Table, WorkCalendar,
};
use chuanbangdai::import::plan::{self, ImportPlan, Input, OnDup};
use chuanbangdai::import::{MappedRow, MappedSheet, Raw, RowResult};

/// What sessions can be, with those that are clinics or lead elsewhere.
const ACTIVITIES: &[(&str, &str)] = &[
    ("clinic", "坐诊"),
    ("round", "查房"),
    ("teaching_round", "教学查房"),
    ("surgery_teaching", "手术带教"),
    ("consultation", "会诊"),
    ("lecture", "讲座"),
    ("tour", "巡回"),
    ("free_clinic", "义诊"),
    ("admin", "行政"),
    ("rest", "休"),
];

/// The records and what is known of the year.
pub struct Rig {
    pub registry: Registry,
    pub sessions: BTreeMap<i64, Session>,
    pub calendar: WorkCalendar,
    pub on_dup: OnDup,
}

impl Rig {
    /// No records but the activities.
    pub fn new() -> Self {
        let mut registry = Registry::default();
        for (id, (code, name)) in (1..).zip(ACTIVITIES) {
            let activity = Activity {
                id: Id::new(id),
                code: (*code).to_owned(),
                name_zh: (*name).to_owned(),
                is_work: *code != "rest",
                is_clinic: *code == "clinic",
                is_outside: matches!(*code, "tour" | "free_clinic"),
                ..Activity::default()
            };
            registry.activities.insert(activity.id, activity);
        }
        let holidays = ["2023-06-22", "2023-06-23", "2023-06-24"].map(|on| day(on, DayKind::Holiday));
        let make_up = day("2023-06-25", DayKind::MakeUp);
        let calendar = WorkCalendar::new(holidays.iter().chain([&make_up]), [2023]);
        Self { registry, sessions: BTreeMap::new(), calendar, on_dup: OnDup::Update }
    }

    /// What an import would do.
    pub fn plan(&self, sheets: &[MappedSheet]) -> ImportPlan {
        let sessions = plan::span(sheets)
            .map(|period| self.sessions.values().filter(|session| period.contains(session.on_date)).cloned().collect());
        plan::plan(Input {
            sheets,
            registry: &self.registry,
            sessions: sessions.unwrap_or_default(),
            calendar: &self.calendar,
            now: "2023-06-30T17:00:00".parse().unwrap(),
            on_dup: self.on_dup,
        })
    }

    /// Imports, and says of each row what became of it.
    pub fn import(&mut self, sheets: &[MappedSheet]) -> Vec<String> {
        let plan = self.plan(sheets);
        plan.edits.iter().for_each(|edit| self.apply(edit));
        plan.sheets.iter().flat_map(|sheet| &sheet.rows).map(told).collect()
    }

    /// Imports rows that must all be new, and again to see that nothing changes.
    pub fn fill(&mut self, sheets: &[MappedSheet]) {
        let told = self.import(sheets);
        assert!(told.iter().all(|row| row.ends_with("added")), "{told:#?}");
        let again = self.plan(sheets);
        assert_eq!(again.edits, [], "a second import changes records");
        assert_eq!(again.count(RowResult::Unchanged), told.len());
    }

    fn apply(&mut self, edit: &Edit) {
        let Edit::Put { row } = edit else { panic!("an import only puts rows: {edit:?}") };
        let next = self.registry.next_ids.entry(row.table()).or_insert(1);
        assert!(row.id() > 0, "an import names the keys of new rows");
        *next = (*next).max(row.id() + 1);
        let registry = &mut self.registry;
        match row.clone() {
            Row::CalendarDay(record) => drop(registry.calendar_days.insert(record.id, record)),
            Row::Institution(record) => drop(registry.institutions.insert(record.id, record)),
            Row::Relation(record) => drop(registry.relations.insert(record.id, record)),
            Row::Agreement(record) => drop(registry.agreements.insert(record.id, record)),
            Row::Department(record) => drop(registry.departments.insert(record.id, record)),
            Row::Person(record) => drop(registry.people.insert(record.id, record)),
            Row::Batch(record) => drop(registry.batches.insert(record.id, record)),
            Row::Stint(record) => drop(registry.stints.insert(record.id, record)),
            Row::Appointment(record) => drop(registry.appointments.insert(record.id, record)),
            Row::Leave(record) => drop(registry.leave.insert(record.id, record)),
            Row::Pairing(record) => drop(registry.pairings.insert(record.id, record)),
            Row::PairingGoal(record) => drop(registry.pairing_goals.insert(record.id, record)),
            Row::TeachingLog(record) => drop(registry.teaching_logs.insert(record.id, record)),
            Row::Attendance(record) => drop(registry.attendance.insert(record.id, record)),
            Row::Studio(record) => drop(registry.studios.insert(record.id, record)),
            Row::Team(record) => drop(registry.teams.insert(record.id, record)),
            Row::TeamMember(record) => drop(registry.team_members.insert(record.id, record)),
            Row::StudyLeave(record) => drop(registry.study_leaves.insert(record.id, record)),
            Row::Benefit(record) => drop(registry.benefits.insert(record.id, record)),
            Row::Liaison(record) => drop(registry.liaisons.insert(record.id, record)),
            Row::Visit(record) => drop(registry.visits.insert(record.id, record)),
            Row::Template(record) => drop(registry.templates.insert(record.id, record)),
            Row::Publication(record) => drop(registry.publications.insert(record.id, record)),
            Row::TaskTemplate(record) => drop(registry.task_templates.insert(record.id, record)),
            Row::Task(record) => drop(registry.tasks.insert(record.id, record)),
            Row::Milestone(record) => drop(registry.milestones.insert(record.id, record)),
            Row::TaskEvent(record) => drop(registry.task_events.insert(record.id, record)),
            Row::Obligation(record) => drop(registry.obligations.insert(record.id, record)),
            Row::Report(record) => drop(registry.reports.insert(record.id, record)),
            Row::Meeting(record) => drop(registry.meetings.insert(record.id, record)),
            Row::Resolution(record) => drop(registry.resolutions.insert(record.id, record)),
            Row::Problem(record) => drop(registry.problems.insert(record.id, record)),
            Row::Fund(record) => drop(registry.funds.insert(record.id, record)),
            Row::Expense(record) => drop(registry.expenses.insert(record.id, record)),
            Row::Evidence(record) => drop(registry.evidence.insert(record.id, record)),
            Row::Appraisal(record) => drop(registry.appraisals.insert(record.id, record)),
            Row::Session(record) => drop(self.sessions.insert(record.id.raw(), record)),
            Row::Tour(record) => drop(registry.tours.insert(record.id, record)),
            Row::TourMember(record) => drop(registry.tour_members.insert(record.id, record)),
            row => panic!("an import does not write {row:?}"),
        }
    }

    /// How many records of the table there are.
    pub fn count(&self, table: Table) -> usize {
        match table {
            Table::Institution => self.registry.institutions.len(),
            Table::Relation => self.registry.relations.len(),
            Table::Department => self.registry.departments.len(),
            Table::Person => self.registry.people.len(),
            Table::Batch => self.registry.batches.len(),
            Table::Stint => self.registry.stints.len(),
            Table::Appointment => self.registry.appointments.len(),
            Table::Template => self.registry.templates.len(),
            Table::Publication => self.registry.publications.len(),
            Table::TaskTemplate => self.registry.task_templates.len(),
            Table::Task => self.registry.tasks.len(),
            Table::Obligation => self.registry.obligations.len(),
            Table::Report => self.registry.reports.len(),
            Table::Meeting => self.registry.meetings.len(),
            Table::Resolution => self.registry.resolutions.len(),
            Table::Fund => self.registry.funds.len(),
            Table::Expense => self.registry.expenses.len(),
            Table::Appraisal => self.registry.appraisals.len(),
            Table::Session => self.sessions.len(),
            other => panic!("{other:?} is not counted"),
        }
    }

    /// Everybody's half-days in words: date, slot, name, activities or words, room or site.
    pub fn schedule(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.sessions.values().map(|session| self.half_day(session)).collect();
        lines.sort();
        lines
    }

    fn half_day(&self, session: &Session) -> String {
        let registry = &self.registry;
        let activities: Vec<&str> = std::iter::once(&session.activity)
            .chain(&session.further)
            .map(|id| registry.activities[id].name_zh.as_str())
            .collect();
        let parts = [
            session.on_date.to_string(),
            session.slot.code().to_owned(),
            registry.person_of(session.stint).unwrap().name.clone(),
            activities.join("+"),
            session.topic.clone(),
            session.room.clone(),
            registry.institutions[&session.inst].name.clone(),
            session.status.code().to_owned(),
        ];
        parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn day(on: &str, kind: DayKind) -> CalendarDay {
    let on_date: NaiveDate = on.parse().unwrap();
    let name = "端午节".to_owned();
    CalendarDay { id: CalendarDayId::NEW, on_date, kind, name, acts_as_weekday: None, source: String::new() }
}

fn told(row: &plan::RowOutcome) -> String {
    let mut words = vec![row.row.to_string(), format!("{:?}", row.result).to_lowercase()];
    for reason in &row.reasons {
        words.push(reason.code.to_string());
        words.extend((!reason.column.is_empty()).then(|| reason.column.clone()));
    }
    words.join(" ")
}

/// A sheet: headings and rows, cells parted by `|`; the first row is row 4. Headings with 周 are days.
pub fn sheet(kind: &'static str, context: &[(&str, &str)], head: &'static str, rows: &str) -> MappedSheet {
    let headings: Vec<&'static str> = head.split('|').collect();
    let (days, named): (Vec<_>, Vec<_>) =
        headings.iter().enumerate().partition(|(_, heading)| kind == "grid" && heading.starts_with('周'));
    MappedSheet {
        file: format!("{kind}.xlsx"),
        sheet: Some("表".to_owned()),
        kind,
        header_row: 3,
        context: context.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        columns: named.into_iter().map(|(at, heading)| (*heading, at)).collect(),
        repeated: Vec::new(),
        headings: headings.iter().map(|heading| (*heading).to_owned()).collect(),
        units: BTreeMap::new(),
        bases: BTreeMap::new(),
        ignored_columns: Vec::new(),
        day_columns: days.into_iter().map(|(at, heading)| (at, (*heading).to_owned())).collect(),
        legend: Vec::new(),
        rows: rows.lines().map(str::trim).filter(|line| !line.is_empty()).zip(4..).map(row).collect(),
        hints: Vec::new(),
    }
}

fn row((line, row): (&str, u32)) -> MappedRow {
    let cell = |text: &str| if text.is_empty() { Raw::Blank } else { Raw::Text(text.to_owned()) };
    let cells: Vec<Raw> = line.split('|').map(|text| cell(text.trim())).collect();
    MappedRow { row, continued: vec![false; cells.len()], cells }
}

/// The two hospitals, their relation and the list of departments of the one that receives.
pub fn registers() -> Vec<MappedSheet> {
    vec![
        sheet(
            "institution",
            &[],
            "机构名称|简称|机构类别|本单位",
            "商南县医院|县医院|受援医院|是
             商洛市中心医院|市中心医院|支援医院|
             湘河镇中心卫生院|湘河镇|乡镇卫生院|",
        ),
        sheet("relation", &[], "支援单位|受援单位|帮扶项目", "商洛市中心医院|商南县医院|组团式帮扶"),
        sheet(
            "department",
            &[],
            "机构名称|科室名称",
            "商南县医院|急诊科
             商南县医院|消化内科
             商南县医院|普外科
             商南县医院|麻醉手术科",
        ),
    ]
}

/// What the clerk chose for the sheets of the relation.
pub const RELATION: &[(&str, &str)] = &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式")];

/// Head of the roster.
pub const ROSTER: &str =
    "姓名|职称|原单位及科室|专业|挂职/任职|受援科室|批次|到岗日期|计划离岗|实际离岗|不计带教|联系电话|备注";

/// The registers with three experts on post.
pub fn staffed() -> Rig {
    let mut rig = Rig::new();
    rig.fill(&registers());
    rig.fill(&[sheet(
        "stint",
        RELATION,
        ROSTER,
        "邹龙|主任医师|商洛市中心医院消化内科|消化内科|消化内科副主任|消化内科|第二批|2023-05-31|2024-05-30|||13900000007|
         黎远|副主任医师|商洛市中心医院普通外科|普通外科|普外科副主任|普外科|第二批|2023-05-31|2024-05-30|||13900000009|
         文申英|—|商洛市中心医院急诊医学科|急诊|常务副院长(队长)|急诊科|第一批|2022年5月|2025年5月||是|13900000001|延期",
    )]);
    rig
}
