//! A small office in memory: the records that the tests of the domain stand on.

use chrono::NaiveDate;
use chuanbangdai::domain::{
    Activity, ActivityId, Department, DepartmentId, Id, Institution, InstitutionId, InstitutionKind, Leave, LeaveKind,
    Person, PersonId, Precision, Record, Registry, Session, SessionId, SessionStatus, Shelf, Slot, Stint, StintId,
    StintMode, StintRole,
};

pub const CLINIC: i64 = 1;
pub const SURGERY: i64 = 2;
pub const TOUR: i64 = 3;
pub const REST: i64 = 4;

pub const HOSPITAL: i64 = 1;
pub const NORTH_TOWN: i64 = 3;
pub const SOUTH_TOWN: i64 = 4;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn shelf<T: Record>(rows: impl IntoIterator<Item = T>) -> Shelf<T> {
    rows.into_iter().map(|row| (row.id(), row)).collect()
}

fn activity(id: i64, code: &str, name: &str, is_work: bool, is_clinic: bool, is_outside: bool) -> Activity {
    Activity {
        id: ActivityId::new(id),
        code: code.to_owned(),
        name_zh: name.to_owned(),
        name_en: code.replace('_', " "),
        letter: name.chars().take(1).collect(),
        is_work,
        is_clinic,
        is_outside,
        sort: id,
        ..Activity::default()
    }
}

pub fn institution(id: i64, name: &str, kind: InstitutionKind) -> Institution {
    Institution {
        id: InstitutionId::new(id),
        code: String::new(),
        name: name.to_owned(),
        short_name: String::new(),
        kind,
        level: String::new(),
        county: "商南县".to_owned(),
        town: String::new(),
        is_own: id == HOSPITAL,
        sort: id,
        note: String::new(),
    }
}

pub fn person(id: i64, name: &str) -> Person {
    Person {
        id: PersonId::new(id),
        name: name.to_owned(),
        inst: Some(InstitutionId::new(2)),
        dept: Some(DepartmentId::new(1)),
        ..Person::default()
    }
}

/// Stint 7 belongs to person 7, and so on; it runs from the end of May 2023 for a year.
pub fn stint(id: i64) -> Stint {
    Stint {
        id: StintId::new(id),
        person: PersonId::new(id),
        relation: None,
        batch: None,
        host_inst: InstitutionId::new(HOSPITAL),
        host_dept: Some(DepartmentId::new(1)),
        role: StintRole::Member,
        mode: StintMode::LongTerm,
        discipline: None,
        specialty: String::new(),
        arrive_on: day("2023-05-31"),
        arrive_prec: Precision::Day,
        plan_leave_on: Some(day("2024-05-30")),
        plan_leave_prec: Precision::Day,
        leave_on: None,
        leave_prec: Precision::Day,
        end_reason: None,
        successor_stint: None,
        no_mentoring: false,
        note: String::new(),
    }
}

pub fn leave(person: i64, kind: LeaveKind, from: (&str, Slot), to: (&str, Slot)) -> Leave {
    Leave {
        id: Id::new(100 + person),
        person: PersonId::new(person),
        stint: None,
        kind,
        from_on: day(from.0),
        from_slot: from.1,
        to_on: day(to.0),
        to_slot: to.1,
        destination: String::new(),
        reason: String::new(),
        substitute: None,
        approver: String::new(),
        back_on: None,
    }
}

pub fn registry() -> Registry {
    Registry {
        activities: shelf([
            activity(CLINIC, "clinic", "坐诊", true, true, false),
            activity(SURGERY, "surgery_teaching", "手术带教", true, false, false),
            activity(TOUR, "tour", "巡回", true, false, true),
            activity(REST, "rest", "休", false, false, false),
        ]),
        institutions: shelf([
            institution(HOSPITAL, "商南县医院", InstitutionKind::Recipient),
            institution(2, "商洛市中心医院", InstitutionKind::Supporter),
            institution(NORTH_TOWN, "湘河镇中心卫生院", InstitutionKind::Township),
            institution(SOUTH_TOWN, "赵川镇中心卫生院", InstitutionKind::Township),
        ]),
        departments: shelf([Department {
            id: DepartmentId::new(1),
            inst: InstitutionId::new(HOSPITAL),
            name: "消化内科".to_owned(),
            ..Department::default()
        }]),
        people: shelf([person(7, "邹龙"), person(8, "曹波"), person(9, "黎远")]),
        stints: shelf([stint(7), stint(8), stint(9)]),
        ..Registry::default()
    }
}

pub fn session(id: i64, stint: i64, on: &str, slot: Slot, activity: i64) -> Session {
    Session {
        id: SessionId::new(id),
        on_date: day(on),
        slot,
        stint: StintId::new(stint),
        activity: ActivityId::new(activity),
        further: Vec::new(),
        topic: String::new(),
        inst: InstitutionId::new(HOSPITAL),
        dept: Some(DepartmentId::new(1)),
        room: String::new(),
        status: SessionStatus::Planned,
        substitute_stint: None,
        reason: String::new(),
        from_template: None,
    }
}

pub fn in_room(session: Session, room: &str) -> Session {
    Session { room: room.to_owned(), ..session }
}

pub fn at(session: Session, inst: i64) -> Session {
    Session { inst: InstitutionId::new(inst), dept: None, ..session }
}
