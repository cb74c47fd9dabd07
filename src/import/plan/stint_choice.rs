//! Which posting of a person a dated row belongs to.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Refused};
use crate::domain::{InstitutionId, PersonId, Stint, StintId};
use crate::import::Code;

impl Bench<'_> {
    /// The posting of the person on that day: at the place asked for if there is one, else any that runs,
    /// else the one nearest in time. R10 where the person was never posted anywhere.
    pub(super) fn stint_on(
        &self,
        line: &Line<'_>,
        heading: &str,
        person: PersonId,
        at: Option<InstitutionId>,
        on: NaiveDate,
    ) -> Result<StintId, Refused> {
        let nearest = |stint: &&Stint| {
            let is_here = at.is_some_and(|at| stint.host_inst == at);
            (!stint.runs_on(on), !is_here, distance(stint, on))
        };
        let stints = self.index.stints(person).iter().filter_map(|id| self.draft.get(*id));
        stints.min_by_key(nearest).map(|stint| stint.id).ok_or_else(|| line.refuse(heading, Code::R10, About::NoStint))
    }

    /// N11 where the day lies outside the posting.
    pub(super) fn hint_outside(&self, line: &mut Line<'_>, heading: &str, stint: StintId, on: NaiveDate) {
        let Some(stint) = self.draft.get(stint).filter(|stint| !stint.runs_on(on)) else { return };
        line.hint(heading, Code::N11, self.period_of(stint));
    }

    /// Where and when a posting is.
    pub(super) fn period_of(&self, stint: &Stint) -> About {
        About::Period {
            what: self.institution_name(stint.host_inst),
            from: stint.arrive_on,
            to: stint.leave_on.or(stint.plan_leave_on),
        }
    }
}

/// Days between the day and the posting.
fn distance(stint: &Stint, on: NaiveDate) -> u64 {
    let before = (stint.first_day() - on).num_days();
    let after = stint.last_day().map_or(0, |last| (on - last).num_days());
    before.max(after).max(0).unsigned_abs()
}
