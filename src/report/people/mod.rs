//! Documents about people: pairs, logs, attendance, leave, study, benefits, hand-over, forms of one person.

mod agreement;
mod attendance;
mod benefits;
mod certificate;
mod chosen;
mod handover;
mod leave;
mod leave_slip;
mod ledger;
mod log_form;
mod logs;
mod pairs;
mod registration;
mod served;
mod studios;
mod study;

pub use agreement::agreement;
pub use attendance::attendance_month;
pub use benefits::benefit_list;
pub use certificate::certificate;
pub use handover::handover;
pub use leave::leave_slips;
pub use logs::teaching_record;
pub use pairs::pairing_list;
pub use registration::registration;
pub use studios::{studio_list, team_list};
pub use study::study_list;
