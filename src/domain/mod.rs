//! What the office means: records, dates, the work calendar and the rules between them.
//!
//! Pure: no SQL, no window, no files, no clock, and no words for people (those live in `i18n`).

mod attendance;
mod checklist;
mod codes;
mod conflict;
mod coverage;
mod date;
mod deadline;
mod edit;
mod finding;
mod handover;
mod id;
mod label;
mod money;
mod name;
mod pairing;
mod records;
mod registry;
mod room;
mod rota;
mod row;
mod service;
mod title;
mod work_calendar;

pub use attendance::AttendanceSums;
pub use checklist::{TemplateEffect, TemplateRow, WhyUntouched, copies, task_from, template_rows};
pub use codes::*;
pub use conflict::{ConflictIndex, conflicts, spots_at_work};
pub use coverage::{Coverage, Joint, Piece, Seat, between, coverage};
pub use date::{Period, Precision, Week};
pub use deadline::*;
pub use edit::Edit;
pub use finding::{Finding, Severity};
pub use handover::{
    HandoverItem, HandoverLine, HandoverPlan, Leaver, Obstacle, handover_edit, handover_obstacles, propose_handover,
};
pub use id::Id;
pub use label::Label;
pub use money::Money;
pub use name::{NameBook, is_han, tidy_name};
pub use records::*;
pub use registry::{Registry, Shelf};
pub use room::is_consulting_room;
pub use rota::{
    Force, FrozenPlan, Generation, IssuedSession, Norm, PlanChange, RuleBook, RulePlace, Shortfall, Spot, SpotRow,
    Stale, Unmade, Visits, Why, Workload, clinic_expert_shortfalls, followed_weekday, generate, has_visiting_clinics,
    issued_sessions, marked_changes, plan_changes, presence_shortfalls, rows_of_people, rows_of_rooms, stale_postings,
    tour_shortfalls, visits, window_of, workloads,
};
pub use row::{ForRecord, OnRecord, Record, Row, Table};
pub use title::rank_of;
pub use work_calendar::{DayFacts, WorkCalendar};
