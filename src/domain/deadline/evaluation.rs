//! Evaluations that fall due and the results of appraisals: a result for exactly the period is the evaluation.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::codes::ObligationKind;
use crate::domain::date::Period;
use crate::domain::records::{InstitutionId, Obligation};
use crate::domain::registry::Registry;

/// When each site was appraised, by site and period.
#[derive(Debug, Default)]
pub struct Appraised(HashMap<(InstitutionId, Period), NaiveDate>);

impl Appraised {
    /// The results up to a day that name a grade or points; one without a day counts from the end of its period.
    #[must_use]
    pub fn of(registry: &Registry, until: NaiveDate) -> Self {
        let told = registry.appraisals.values().filter(|it| !it.grade.is_empty() || it.score_hundredths.is_some());
        let found = told.filter_map(|it| {
            let period = Period::new(it.period_from, it.period_to)?;
            Some(((it.inst?, period), it.on_date.unwrap_or(it.period_to)))
        });
        Self(found.filter(|(_, on)| *on <= until).collect())
    }

    /// When the site was appraised for a period of the obligation; never for one that is no evaluation.
    #[must_use]
    pub fn on(&self, duty: &Obligation, site: InstitutionId, period: Period) -> Option<NaiveDate> {
        (duty.kind == ObligationKind::Evaluation).then(|| self.0.get(&(site, period)).copied()).flatten()
    }
}
