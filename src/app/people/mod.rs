//! People and their stints: the list, one person's page, and the forms that change them.

mod detail;
mod form;
mod known;
mod leave;
mod list;
mod pick;
mod row;

pub use detail::{Line, PersonPage};
pub use form::{ExpertForm, FormField, StintPart, Trouble};
pub use known::read_known_date;
pub use leave::LeaveForm;
pub use list::{ListFilter, PeopleList};
pub use pick::Pick;
pub use row::{PersonLine, Standing};
