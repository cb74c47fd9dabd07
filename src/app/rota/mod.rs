//! The schedule beyond one week: months, replacements, templates, tours, issued sheets.

mod kept;
mod month;
mod replace;
mod rules;
mod templates;
mod tours;

pub use kept::{KeptLine, KeptVm};
pub use month::{MonthVm, Tally};
pub use replace::{Candidate, Line, Replacement};
pub use rules::{RuleForm, RuleLine, RulesVm};
pub use templates::{TemplateForm, TemplateLine, TemplatesVm};
pub use tours::{SiteVisits, TourForm, TourLine, ToursVm};
