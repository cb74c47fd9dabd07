//! People and their stints: the list, one person's page, and the forms that change them.

mod detail;
mod form;
mod handover;
mod known;
mod leave;
mod list;
mod new_rows;
mod pick;
mod row;
mod stint_part;

pub use detail::{Line, PersonPage};
pub use form::{ExpertForm, FormField, Trouble};
pub use handover::{Handover, LeaverVm};
pub use known::read_known_date;
pub use leave::LeaveForm;
pub use list::{ListFilter, PeopleList};
pub use pick::Pick;
pub use row::{PersonLine, Standing};
pub use stint_part::StintPart;
