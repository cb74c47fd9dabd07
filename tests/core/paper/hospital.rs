//! A county hospital with seven visiting experts, small enough to be read whole.

use chrono::NaiveDate;
use chuanbangdai::domain::{
    Activity, ActivityId, Appointment, Batch, BatchId, BatchMode, CalendarDay, DayKind, Department, DepartmentId,
    Discipline, DocumentKind, Id, Institution, InstitutionId, InstitutionKind, Period, Person, PersonId, Precision,
    Programme, Publication, Registry, Relation, RelationId, Session, SessionStatus, Setting, Sex, Slot, Stint, StintId,
    StintMode, StintRole, Week, WorkCalendar,
};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::report::{DocumentRequest, Sheet, Sources, build};

use super::weeks::{Lines, WEEK_12, WEEK_19};

const OWN: InstitutionId = Id::new(1);
const HOME: InstitutionId = Id::new(2);
const RELATION: RelationId = Id::new(1);

/// Code, names, letter, hue, work, clinic, outside.
const ACTIVITIES: [(&str, &str, &str, &str, u8); 12] = [
    ("clinic", "坐诊", "Clinic", "诊", 0),
    ("round", "查房", "Ward round", "查", 1),
    ("teaching_round", "教学查房", "Teaching round", "教", 2),
    ("surgery_teaching", "手术带教", "Surgical teaching", "术", 3),
    ("consultation", "会诊", "Consultation", "会", 4),
    ("discussion", "疑难讨论", "Case discussion", "论", 5),
    ("lecture", "讲座", "Lecture", "讲", 6),
    ("training", "培训", "Training", "培", 6),
    ("tour", "巡回", "Tour", "巡", 7),
    ("free_clinic", "义诊", "Free clinic", "义", 7),
    ("duty", "急诊值班", "Emergency duty", "急", 8),
    ("office", "行政", "Office", "政", 9),
];

/// Name, title, home department, host department, speciality, post, phone, birth year.
type Expert =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str, Option<i32>);

const EXPERTS: [Expert; 7] = [
    ("文申英", "", "急诊医学科", "急诊科", "急诊", "常务副院长", "13900000001", None),
    ("邹龙", "主任医师", "消化内科", "消化内科", "消化道早癌、食管静脉曲张", "消化内科副主任", "13900000007", None),
    ("曹波", "", "医务部", "医务科", "医政医管", "医务科副科长", "13900000008", None),
    ("黎远", "副主任医师", "普通外科", "普外科", "胃肠及疝微创", "普外科副主任", "13900000009", Some(1978)),
    ("万小颖", "副主任医师", "心血管内科", "心血管内科", "冠心病、房颤", "心血管内科副主任", "13900000010", Some(1985)),
    (
        "侯正涛",
        "主治医师",
        "呼吸与危重症医学科",
        "呼吸与危重症医学科",
        "慢阻肺、肺部结节",
        "呼吸与危重症医学科副主任",
        "13900000011",
        Some(1980),
    ),
    ("周琳", "副主任医师", "产科", "妇产科", "高危妊娠、宫腔镜", "妇产科副主任", "13900000012", Some(1975)),
];

/// Records, sessions and calendar of the hospital.
pub struct Hospital {
    pub registry: Registry,
    pub sessions: Vec<Session>,
    pub calendar: WorkCalendar,
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn week_of(on: NaiveDate) -> Period {
    Week::of(on).period()
}

pub fn zh() -> Tr {
    Tr::new(Lang::Zh)
}

impl Hospital {
    /// The hospital in June 2023.
    pub fn shangnan() -> Self {
        let mut registry = Registry::default();
        frame(&mut registry);
        for (index, expert) in EXPERTS.iter().enumerate() {
            post(&mut registry, index + 1, expert);
        }
        let mut hospital = Self { registry, sessions: Vec::new(), calendar: calendar() };
        hospital.fill(Week::of(day(2023, 6, 12)), &WEEK_12);
        hospital.fill(Week::of(day(2023, 6, 19)), &WEEK_19);
        hospital
    }

    /// The same with so many experts, each working the weeks of one of the seven.
    pub fn crowded(count: usize) -> Self {
        let mut hospital = Self::shangnan();
        for number in EXPERTS.len() + 1..=count {
            let pattern = EXPERTS[number % EXPERTS.len()];
            let name = format!("专家{number:02}");
            let stint = post(&mut hospital.registry, number, &pattern);
            hospital.registry.people.get_mut(&Id::new(id(number))).expect("a person").name = name;
            let copies: Vec<Session> = hospital
                .sessions
                .iter()
                .filter(|session| session.stint == Id::new(id(number % EXPERTS.len() + 1)))
                .map(|session| Session { stint, ..session.clone() })
                .collect();
            hospital.sessions.extend(copies);
        }
        hospital
    }

    /// Issues a document for a week.
    pub fn publish(&mut self, document: DocumentKind, period: Period, version: u32) {
        let key = Id::new(i64::from(version) + 10 * i64::from(document as u8));
        let issue = Publication {
            id: key,
            document,
            period_from: period.from(),
            period_to: period.to(),
            version,
            published_at: day(2023, 6, 16).and_hms_opt(15, 20, 0).expect("a time"),
            published_by: "李明".to_owned(),
            changes: String::new(),
        };
        self.registry.publications.insert(key, issue);
    }

    pub fn sources(&self) -> Sources<'_> {
        Sources::new(&self.registry, &self.sessions, &self.calendar, day(2023, 6, 14))
    }

    pub fn sheet(&self, kind: DocumentKind, period: Period) -> Sheet {
        self.sheet_of(&DocumentRequest::new(kind, period))
    }

    pub fn sheet_of(&self, request: &DocumentRequest) -> Sheet {
        build(&self.sources(), request, zh()).expect("a sheet")
    }

    /// The session of a person in a half-day.
    pub fn session_mut(&mut self, name: &str, on: NaiveDate, slot: Slot) -> &mut Session {
        let stint = self.stint(name);
        let is_wanted =
            |session: &&mut Session| session.stint == stint && session.on_date == on && session.slot == slot;
        self.sessions.iter_mut().find(is_wanted).expect("a session")
    }

    pub fn stint(&self, name: &str) -> StintId {
        let person = self.registry.people.values().find(|person| person.name == name).expect("a person").id;
        self.registry.stints.values().find(|stint| stint.person == person).expect("a stint").id
    }

    fn fill(&mut self, week: Week, lines: &[Lines]) {
        for (name, mornings, afternoons) in lines {
            let stint = self.stint(name);
            for (slot, halves) in [(Slot::Am, mornings), (Slot::Pm, afternoons)] {
                for (on_date, text) in week.days().into_iter().zip(halves) {
                    if let Some(session) = self.read(text, Session { on_date, slot, ..blank(stint) }) {
                        self.sessions.push(session);
                    }
                }
            }
        }
        self.sessions.sort_by_key(|session| (session.on_date, session.slot, session.stint));
    }

    /// A cell as a session: activities joined by a stroke, a blank, the place.
    fn read(&self, text: &str, session: Session) -> Option<Session> {
        let (what, room) = text.split_once(' ').unwrap_or((text, ""));
        let mut found = what.split('/').filter_map(|word| self.activity(word));
        let first = found.next();
        let further = found.collect();
        let room = room.to_owned();
        match (first, what) {
            (_, "") => None,
            (Some(activity), _) => Some(Session { activity, further, room, ..session }),
            (None, topic) => {
                let code = if topic.starts_with("行政") { "行政" } else { "手术带教" };
                let activity = self.activity(code).expect("an activity");
                Some(Session { activity, topic: topic.to_owned(), room, ..session })
            }
        }
    }

    fn activity(&self, name: &str) -> Option<ActivityId> {
        self.registry.activities.values().find(|activity| activity.name_zh == name).map(|activity| activity.id)
    }
}

fn id(number: usize) -> i64 {
    i64::try_from(number).expect("a small number")
}

fn blank(stint: StintId) -> Session {
    Session {
        id: Id::NEW,
        on_date: NaiveDate::MIN,
        slot: Slot::Am,
        stint,
        activity: Id::NEW,
        further: Vec::new(),
        topic: String::new(),
        inst: OWN,
        dept: None,
        room: String::new(),
        status: SessionStatus::Planned,
        substitute_stint: None,
        reason: String::new(),
        from_template: None,
    }
}

fn frame(registry: &mut Registry) {
    for (key, name, kind, is_own) in [
        (OWN, "商南县医院", InstitutionKind::Recipient, true),
        (HOME, "商洛市中心医院", InstitutionKind::Supporter, false),
    ] {
        let blank = String::new;
        let institution = Institution {
            id: key,
            code: blank(),
            name: name.to_owned(),
            short_name: blank(),
            kind,
            level: blank(),
            county: blank(),
            town: blank(),
            is_own,
            sort: 0,
            note: blank(),
        };
        registry.institutions.insert(key, institution);
    }
    let relation = Relation {
        id: RELATION,
        programme: Programme::TeamBased,
        from_inst: HOME,
        to_inst: OWN,
        is_lead: true,
        start_on: None,
        start_prec: Precision::Day,
        end_on: None,
        end_prec: Precision::Day,
        note: String::new(),
    };
    registry.relations.insert(RELATION, relation);
    for no in [1, 2] {
        let key: BatchId = Id::new(i64::from(no));
        let batch = Batch {
            id: key,
            relation: RELATION,
            no,
            label: String::new(),
            mode: BatchMode::Rigid,
            plan_from: None,
            plan_from_prec: Precision::Day,
            plan_to: None,
            plan_to_prec: Precision::Day,
            headcount_plan: None,
        };
        registry.batches.insert(key, batch);
    }
    for (index, (code, name_zh, name_en, letter, hue)) in ACTIVITIES.into_iter().enumerate() {
        add_activity(registry, index + 1, code, [name_zh, name_en, letter], hue);
    }
    add_activity(registry, ACTIVITIES.len() + 1, "rest", ["休", "Rest", "休"], 9);
    let phone = Setting { id: Id::new(1), name: "hotline".to_owned(), value: "0914-0000000".to_owned() };
    registry.settings.insert(phone.id, phone);
}

fn add_activity(registry: &mut Registry, number: usize, code: &str, [zh, en, letter]: [&str; 3], hue: u8) {
    let key = Id::new(id(number));
    let activity = Activity {
        id: key,
        code: code.to_owned(),
        name_zh: zh.to_owned(),
        name_en: en.to_owned(),
        letter: letter.to_owned(),
        hue,
        is_work: code != "rest",
        is_clinic: code == "clinic",
        is_outside: code == "tour",
        sort: id(number),
        is_duty: code == Activity::DUTY,
    };
    registry.activities.insert(key, activity);
}

/// Puts an expert on post: person, stint, post held.
fn post(registry: &mut Registry, number: usize, expert: &Expert) -> StintId {
    let (name, title, home, host, specialty, held, phone, birth_year) = *expert;
    let key = id(number);
    let is_leader = number == 1;
    let person = Person {
        id: Id::new(key),
        name: name.to_owned(),
        sex: birth_year.map(|year| if year % 5 == 0 { Sex::Female } else { Sex::Male }),
        birth_year,
        inst: Some(HOME),
        dept: Some(department(registry, HOME, home)),
        title_text: title.to_owned(),
        discipline: Some(Discipline::Clinical),
        specialty: specialty.to_owned(),
        phone: phone.to_owned(),
        sort: key,
        ..Person::default()
    };
    let person_id: PersonId = person.id;
    registry.people.insert(person_id, person);
    let stint = Stint {
        id: Id::new(key),
        person: person_id,
        relation: Some(RELATION),
        batch: Some(Id::new(if is_leader { 1 } else { 2 })),
        host_inst: OWN,
        host_dept: Some(department(registry, OWN, host)),
        role: if is_leader { StintRole::Leader } else { StintRole::Member },
        mode: StintMode::LongTerm,
        discipline: Some(Discipline::Clinical),
        specialty: String::new(),
        arrive_on: if is_leader { day(2022, 5, 1) } else { day(2023, 5, 31) },
        arrive_prec: if is_leader { Precision::Month } else { Precision::Day },
        plan_leave_on: Some(if is_leader { day(2025, 5, 1) } else { day(2024, 5, 30) }),
        plan_leave_prec: if is_leader { Precision::Month } else { Precision::Day },
        leave_on: None,
        leave_prec: Precision::Day,
        end_reason: None,
        successor_stint: None,
        no_mentoring: is_leader || title.is_empty(),
        note: if is_leader { "延期，继续任队长".to_owned() } else { String::new() },
    };
    let appointment = Appointment {
        id: Id::new(key),
        person: person_id,
        inst: OWN,
        post: held.to_owned(),
        from_on: None,
        from_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        doc_no: String::new(),
    };
    registry.appointments.insert(appointment.id, appointment);
    registry.stints.insert(stint.id, stint);
    Id::new(key)
}

fn department(registry: &mut Registry, inst: InstitutionId, name: &str) -> DepartmentId {
    let known = registry.departments.values().find(|dept| dept.inst == inst && dept.name == name);
    if let Some(known) = known {
        return known.id;
    }
    let key = Id::new(id(registry.departments.len() + 1));
    let dept = Department { id: key, inst, name: name.to_owned(), ..Department::default() };
    registry.departments.insert(key, dept);
    key
}

fn calendar() -> WorkCalendar {
    let special = |date: u32, kind: DayKind, acts_as_weekday: Option<u8>| CalendarDay {
        id: Id::NEW,
        on_date: day(2023, 6, date),
        kind,
        name: "端午节".to_owned(),
        acts_as_weekday,
        source: String::new(),
    };
    let days = [
        special(22, DayKind::Holiday, None),
        special(23, DayKind::Holiday, None),
        special(24, DayKind::Holiday, None),
        special(25, DayKind::MakeUp, Some(4)),
    ];
    WorkCalendar::new(&days, [2022, 2023])
}
