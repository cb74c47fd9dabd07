//! The list of tables: one line per record type gives its enum variant, its table name and its shelf.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::records::{
    Activity, Agreement, Appointment, Attendance, Batch, Benefit, CalendarDay, CheckRule, Department, Edition,
    Institution, KeptSheet, Leave, Liaison, Notice, Pairing, PairingGoal, PairingPause, Person, PlanLock, Publication,
    Relation, RotaRule, Session, Setting, Stint, Studio, StudyLeave, TeachingLog, Team, TeamMember, Template, Tour,
    TourMember, Visit,
};
use super::records::{
    Appraisal, Evidence, Expense, Fund, Meeting, Milestone, Obligation, Problem, Report, Resolution, Task, TaskEvent,
    TaskTemplate,
};

/// A record that the data file keeps: its serialised fields are the columns of its table.
pub trait Record: Serialize + DeserializeOwned + Clone + PartialEq + Debug + Into<Row> {
    /// Where records of this type are kept.
    const TABLE: Table;

    /// Its key.
    fn id(&self) -> Id<Self>;

    /// The same record under another key.
    #[must_use]
    fn with_id(self, id: Id<Self>) -> Self;
}

/// Work on a record whose type is known only from its table at run time.
pub trait ForRecord {
    /// What the work gives.
    type Output;

    /// Does it for records of type `R`.
    fn run<R: Record>(self) -> Self::Output;
}

/// Work on a record inside a [`Row`].
pub trait OnRecord {
    /// What the work gives.
    type Output;

    /// Does it with the record.
    fn run<R: Record>(self, record: &R) -> Self::Output;
}

macro_rules! tables {
    ($($record:ident $name:literal),+ $(,)?) => {
        /// A table of the data file, in an order in which parents come before children.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Table { $(
            #[doc = concat!("The table `", $name, "`.")]
            #[serde(rename = $name)] $record
        ),+ }

        impl Table {
            /// Every table, parents before children.
            pub const ALL: &'static [Self] = &[$(Self::$record),+];

            /// Its name in the data file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$record => $name),+ }
            }

            /// Does the work for the record type of this table.
            pub fn with<W: ForRecord>(self, work: W) -> W::Output {
                match self { $(Self::$record => work.run::<$record>()),+ }
            }

            /// The table of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$record),)+ _ => None }
            }
        }

        /// Any record, with the name of its table beside it when written as JSON.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "table")]
        pub enum Row { $(
            #[doc = concat!("A row of `", $name, "`.")]
            #[serde(rename = $name)] $record($record)
        ),+ }

        impl Row {
            /// Where it is kept.
            #[must_use]
            pub const fn table(&self) -> Table {
                match self { $(Self::$record(_) => Table::$record),+ }
            }

            /// Its raw key, 0 when new.
            #[must_use]
            pub const fn id(&self) -> i64 {
                match self { $(Self::$record(record) => record.id.raw()),+ }
            }

            /// Does the work with the record inside.
            pub fn with<W: OnRecord>(&self, work: W) -> W::Output {
                match self { $(Self::$record(record) => work.run(record)),+ }
            }

            /// The same row under another key.
            #[must_use]
            pub fn with_id(self, id: i64) -> Self {
                match self { $(Self::$record(record) => Self::$record($record { id: Id::new(id), ..record })),+ }
            }
        }

        $(
            impl Record for $record {
                const TABLE: Table = Table::$record;
                fn id(&self) -> Id<Self> { self.id }
                fn with_id(self, id: Id<Self>) -> Self { Self { id, ..self } }
            }

            impl From<$record> for Row {
                fn from(record: $record) -> Self { Self::$record(record) }
            }
        )+
    };
}

tables! {
    Setting "setting",
    CalendarDay "calendar_day",
    Activity "activity",
    Institution "institution",
    Relation "relation",
    Agreement "agreement",
    Department "department",
    Person "person",
    Batch "batch",
    Stint "stint",
    Appointment "appointment",
    Leave "leave",
    Pairing "pairing",
    PairingGoal "pairing_goal",
    PairingPause "pairing_pause",
    TeachingLog "teaching_log",
    Attendance "attendance",
    Studio "studio",
    Team "team",
    TeamMember "team_member",
    StudyLeave "study_leave",
    Benefit "benefit",
    Liaison "liaison",
    Visit "visit",
    CheckRule "check_rule",
    Template "template",
    Session "session",
    Publication "publication",
    Edition "edition",
    KeptSheet "kept_sheet",
    Notice "notice",
    Tour "tour",
    TourMember "tour_member",
    RotaRule "rota_rule",
    PlanLock "plan_lock",
    TaskTemplate "task_template",
    Task "task",
    Milestone "milestone",
    TaskEvent "task_event",
    Obligation "obligation",
    Report "report",
    Meeting "meeting",
    Resolution "resolution",
    Problem "problem",
    Fund "fund",
    Expense "expense",
    Evidence "evidence",
    Appraisal "appraisal",
}
