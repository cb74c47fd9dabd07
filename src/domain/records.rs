//! The records of the data file, one struct per table; field names are column names.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::codes::{
    BatchMode, DayKind, Discipline, DocumentKind, EndReason, HolidayRule, InstitutionKind, LeaveKind, Programme,
    SessionStatus, Sex, Slot, StintMode, StintRole, WeekRule,
};
use super::date::Precision;
use super::id::Id;

/// Key of a [`Setting`].
pub type SettingId = Id<Setting>;
/// Key of a [`CalendarDay`].
pub type CalendarDayId = Id<CalendarDay>;
/// Key of an [`Activity`].
pub type ActivityId = Id<Activity>;
/// Key of an [`Institution`].
pub type InstitutionId = Id<Institution>;
/// Key of a [`Relation`].
pub type RelationId = Id<Relation>;
/// Key of an [`Agreement`].
pub type AgreementId = Id<Agreement>;
/// Key of a [`Department`].
pub type DepartmentId = Id<Department>;
/// Key of a [`Person`].
pub type PersonId = Id<Person>;
/// Key of a [`Batch`].
pub type BatchId = Id<Batch>;
/// Key of a [`Stint`].
pub type StintId = Id<Stint>;
/// Key of an [`Appointment`].
pub type AppointmentId = Id<Appointment>;
/// Key of a [`Leave`].
pub type LeaveId = Id<Leave>;
/// Key of a [`Template`].
pub type TemplateId = Id<Template>;
/// Key of a [`Session`].
pub type SessionId = Id<Session>;
/// Key of a [`Publication`].
pub type PublicationId = Id<Publication>;

/// A choice that travels with the data file (设置), such as the unit's name on prints.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Setting {
    /// Key.
    pub id: SettingId,
    /// What is chosen, unique.
    pub name: String,
    /// The choice.
    pub value: String,
}

/// A date that differs from the built-in work calendar: a later year, a local holiday, a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// Key.
    #[serde(default)]
    pub id: CalendarDayId,
    /// The date, unique.
    pub on_date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// Festival, empty for none.
    #[serde(default)]
    pub name: String,
    /// For a make-up day: the weekday (1 Monday … 7 Sunday) whose clinics it follows.
    #[serde(default)]
    pub acts_as_weekday: Option<u8>,
    /// Where this comes from.
    #[serde(default)]
    pub source: String,
}

/// What a session can be (活动). Rows are data: hospitals add their own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Activity {
    /// Key.
    pub id: ActivityId,
    /// Stable code of the built-in ones, unique.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// The one letter (one Han character) that stands for it in month sheets and on grey prints.
    pub letter: String,
    /// Which of the ten activity hues paints it, 0–9.
    pub hue: u8,
    /// Whether it is work; the mark 休 is not and never counts or clashes.
    pub is_work: bool,
    /// Whether it belongs on the public posting (坐诊).
    pub is_clinic: bool,
    /// Whether it takes the expert to another place (巡回, 义诊).
    pub is_outside: bool,
    /// Order in lists.
    pub sort: i64,
}

/// A hospital, clinic, site or authority (机构).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    /// Key.
    #[serde(default)]
    pub id: InstitutionId,
    /// The office's own number for it, empty for none.
    #[serde(default)]
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short names, joined by 、.
    #[serde(default)]
    pub short_name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// Hospital grade as written.
    #[serde(default)]
    pub level: String,
    /// County or district.
    #[serde(default)]
    pub county: String,
    /// Town or street.
    #[serde(default)]
    pub town: String,
    /// Whether this is the institution that keeps this data file; exactly one is.
    #[serde(default)]
    pub is_own: bool,
    /// Order in lists.
    #[serde(default)]
    pub sort: i64,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Who helps whom (帮扶关系): a directed edge from the supporting to the supported side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Key.
    #[serde(default)]
    pub id: RelationId,
    /// Under which programme.
    pub programme: Programme,
    /// The supporting institution.
    pub from_inst: InstitutionId,
    /// The supported institution.
    pub to_inst: InstitutionId,
    /// Whether the supporter leads the others (牵头).
    #[serde(default)]
    pub is_lead: bool,
    /// Since when.
    #[serde(default)]
    pub start_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub start_prec: Precision,
    /// Until when, open where absent.
    #[serde(default)]
    pub end_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub end_prec: Precision,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A signed agreement behind a relation (协议).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Key.
    #[serde(default)]
    pub id: AgreementId,
    /// The relation it is about.
    pub relation: RelationId,
    /// Its number, as written.
    #[serde(default)]
    pub number: String,
    /// When it was signed.
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// First day of validity.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day of validity.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Goals agreed.
    #[serde(default)]
    pub goals: String,
    /// Name of the scanned file.
    #[serde(default)]
    pub file: String,
}

/// A department of an institution (科室), by its local name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Department {
    /// Key.
    pub id: DepartmentId,
    /// Whose department.
    pub inst: InstitutionId,
    /// Local name, unique within the institution.
    pub name: String,
    /// National subject code, empty for none.
    pub code: String,
    /// Whether it stands on the institution's own list; one met only in passing does not.
    pub is_listed: bool,
    /// Order in lists.
    pub sort: i64,
}

/// Anyone: visiting, local, nurse or manager alike (人员). Being an expert is a [`Stint`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Key.
    pub id: PersonId,
    /// Staff number, empty for none.
    pub code: String,
    /// Name as written, rare characters and · kept.
    pub name: String,
    /// Sex, where recorded.
    pub sex: Option<Sex>,
    /// Year of birth, where recorded.
    pub birth_year: Option<i32>,
    /// Home institution.
    pub inst: Option<InstitutionId>,
    /// Home department.
    pub dept: Option<DepartmentId>,
    /// Professional title as written.
    pub title_text: String,
    /// Rank of the title, 5 chief … 1 assistant; absent for none.
    pub title_rank: Option<u8>,
    /// Administrative post.
    pub post: String,
    /// Party membership.
    pub party: String,
    /// Kind of staff.
    pub discipline: Option<Discipline>,
    /// Speciality, as the posting prints it (擅长 / 专业).
    pub specialty: String,
    /// Phone as written.
    pub phone: String,
    /// Order by hand: in office lists it is deliberate.
    pub sort: i64,
    /// Whether no longer in use; people with history are retired, never deleted.
    pub is_retired: bool,
    /// Remark.
    pub note: String,
}

/// A numbered group that a relation sends together (批次).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Key.
    #[serde(default)]
    pub id: BatchId,
    /// The relation that numbers it.
    pub relation: RelationId,
    /// Its number within the relation, from 1.
    pub no: u32,
    /// Another name, empty for the usual 第N批.
    #[serde(default)]
    pub label: String,
    /// Whether it stays or comes and goes.
    pub mode: BatchMode,
    /// Planned first day.
    #[serde(default)]
    pub plan_from: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_from_prec: Precision,
    /// Planned last day.
    #[serde(default)]
    pub plan_to: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_to_prec: Precision,
    /// How many people are planned.
    #[serde(default)]
    pub headcount_plan: Option<u32>,
}

/// One posting of one person at one host (派驻任期); coming back makes another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stint {
    /// Key.
    #[serde(default)]
    pub id: StintId,
    /// Who.
    pub person: PersonId,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// In which batch.
    #[serde(default)]
    pub batch: Option<BatchId>,
    /// Where.
    pub host_inst: InstitutionId,
    /// In which department there.
    #[serde(default)]
    pub host_dept: Option<DepartmentId>,
    /// Role inside the team.
    pub role: StintRole,
    /// How it is served.
    pub mode: StintMode,
    /// Kind of staff during this stint.
    #[serde(default)]
    pub discipline: Option<Discipline>,
    /// Subject as written (专业).
    #[serde(default)]
    pub specialty: String,
    /// First day.
    pub arrive_on: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub arrive_prec: Precision,
    /// Planned last day.
    #[serde(default)]
    pub plan_leave_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_leave_prec: Precision,
    /// Actual last day.
    #[serde(default)]
    pub leave_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub leave_prec: Precision,
    /// Why it ended.
    #[serde(default)]
    pub end_reason: Option<EndReason>,
    /// Who takes over.
    #[serde(default)]
    pub successor_stint: Option<StintId>,
    /// Whether mentoring is not expected (leader, manager).
    #[serde(default)]
    pub no_mentoring: bool,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A post held for a time (挂职 / 任职).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appointment {
    /// Key.
    #[serde(default)]
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub inst: InstitutionId,
    /// The post.
    pub post: String,
    /// Since when.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub from_prec: Precision,
    /// Until when.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub to_prec: Precision,
    /// Number of the document that appoints.
    #[serde(default)]
    pub doc_no: String,
}

/// Absence with half-day precision (请假), both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leave {
    /// Key.
    #[serde(default)]
    pub id: LeaveId,
    /// Who.
    pub person: PersonId,
    /// During which stint.
    #[serde(default)]
    pub stint: Option<StintId>,
    /// Kind.
    pub kind: LeaveKind,
    /// First day.
    pub from_on: NaiveDate,
    /// First half-day: morning or afternoon.
    pub from_slot: Slot,
    /// Last day.
    pub to_on: NaiveDate,
    /// Last half-day: morning or afternoon.
    pub to_slot: Slot,
    /// Where to.
    #[serde(default)]
    pub destination: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Who stands in.
    #[serde(default)]
    pub substitute: Option<PersonId>,
    /// Who approved.
    #[serde(default)]
    pub approver: String,
    /// When back.
    #[serde(default)]
    pub back_on: Option<NaiveDate>,
}

/// A weekly rule from which sessions are made (排班模板).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// Key.
    #[serde(default)]
    pub id: TemplateId,
    /// Whose.
    pub stint: StintId,
    /// 1 Monday … 7 Sunday.
    pub weekday: u8,
    /// Half-day.
    pub slot: Slot,
    /// Which weeks.
    pub week_rule: WeekRule,
    /// What.
    pub activity: ActivityId,
    /// Where.
    pub inst: InstitutionId,
    /// In which department.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// In which room.
    #[serde(default)]
    pub room: String,
    /// First day it applies.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// Last day it applies.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// What happens on a public holiday.
    pub holiday_rule: HolidayRule,
}

/// One dated half-day of one expert (班次).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Key.
    #[serde(default)]
    pub id: SessionId,
    /// The day.
    pub on_date: NaiveDate,
    /// The half-day.
    pub slot: Slot,
    /// Whose.
    pub stint: StintId,
    /// What; the first where a cell names several.
    pub activity: ActivityId,
    /// Further activities of the same half-day, in order; it still counts as one.
    #[serde(default)]
    pub further: Vec<ActivityId>,
    /// The words of the cell where they say more than the activity (EVL带教), empty for none.
    #[serde(default)]
    pub topic: String,
    /// Where: the host, or the site of a tour.
    pub inst: InstitutionId,
    /// In which department there.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// In which room, as written.
    #[serde(default)]
    pub room: String,
    /// Where it stands.
    pub status: SessionStatus,
    /// Who stood in.
    #[serde(default)]
    pub substitute_stint: Option<StintId>,
    /// Why it was changed.
    #[serde(default)]
    pub reason: String,
    /// The template it was made from.
    #[serde(default)]
    pub from_template: Option<TemplateId>,
}

/// A document that was issued, with its version (发布).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Publication {
    /// Key.
    #[serde(default)]
    pub id: PublicationId,
    /// Which document.
    pub document: DocumentKind,
    /// First day covered.
    pub period_from: NaiveDate,
    /// Last day covered.
    pub period_to: NaiveDate,
    /// 1 for the first issue.
    pub version: u32,
    /// When.
    pub published_at: NaiveDateTime,
    /// By whom.
    #[serde(default)]
    pub published_by: String,
    /// What changed since the version before.
    #[serde(default)]
    pub changes: String,
}
