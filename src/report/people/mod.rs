//! Documents about people: pairs, logs, attendance, leave, study, benefits, hand-over, forms of one person.

mod agreement;
mod attendance;
mod benefits;
mod forms;
mod handover;
mod leave;
mod ledger;
mod logs;
mod pairs;
mod study;

pub use agreement::agreement;
pub use attendance::attendance_month;
pub use benefits::benefit_list;
pub use forms::{certificate, registration};
pub use handover::handover;
pub use leave::leave_slips;
pub use logs::teaching_record;
pub use pairs::pairing_list;
pub use study::study_list;
