//! Money to spend and money spent, and results of appraisals.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{InstitutionId, RelationId};
use super::person::PersonId;
use super::task::TaskId;
use crate::domain::codes::{AppraisalSubject, Programme};
use crate::domain::id::Id;

/// Key of a [`Fund`].
pub type FundId = Id<Fund>;
/// Key of an [`Expense`].
pub type ExpenseId = Id<Expense>;
/// Key of an [`Appraisal`].
pub type AppraisalId = Id<Appraisal>;

/// Money for a site or a project (经费).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fund {
    /// Key.
    pub id: FundId,
    /// Where it comes from.
    pub source: String,
    /// For which site.
    pub site: Option<InstitutionId>,
    /// For which project.
    pub project: String,
    /// How much, in fen.
    pub budget_fen: i64,
    /// Released on.
    pub from_on: Option<NaiveDate>,
    /// To be spent until.
    pub to_on: Option<NaiveDate>,
    /// Why more may be spent than there is; without a reason it may not.
    pub override_reason: String,
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// Under which programme.
    pub programme: Option<Programme>,
    /// Remark.
    pub note: String,
}

/// Money spent (支出).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expense {
    /// Key.
    #[serde(default)]
    pub id: ExpenseId,
    /// From which fund.
    pub fund: FundId,
    /// For which task.
    #[serde(default)]
    pub task: Option<TaskId>,
    /// When.
    pub on_date: NaiveDate,
    /// What for.
    pub item: String,
    /// To whom.
    #[serde(default)]
    pub payee: String,
    /// How much, in fen.
    pub amount_fen: i64,
    /// Number of the voucher, empty where it is missing.
    #[serde(default)]
    pub voucher: String,
}

/// The result of an appraisal of one subject for one period (考核 / 评价结果).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appraisal {
    /// Key.
    #[serde(default)]
    pub id: AppraisalId,
    /// What kind of subject.
    pub subject: AppraisalSubject,
    /// Which form or scheme, empty for none.
    #[serde(default)]
    pub scheme: String,
    /// The institution appraised.
    #[serde(default)]
    pub inst: Option<InstitutionId>,
    /// The person appraised; this or the institution is there.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The period in words (第3季度).
    #[serde(default)]
    pub label: String,
    /// First day of the period.
    pub period_from: NaiveDate,
    /// Last day of the period.
    pub period_to: NaiveDate,
    /// Points, in hundredths.
    #[serde(default)]
    pub score_hundredths: Option<i64>,
    /// Grade in the words of its scale.
    #[serde(default)]
    pub grade: String,
    /// Who appraised.
    #[serde(default)]
    pub assessor: String,
    /// How many were appraised in all, 0 where unknown.
    #[serde(default)]
    pub total_appraised: u32,
    /// When.
    #[serde(default)]
    pub on_date: Option<NaiveDate>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}
