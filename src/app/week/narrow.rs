//! What a view of the schedule can be narrowed to: batches, departments, places and activities that occur in it.

use std::collections::BTreeSet;

use super::vm::NamedId;
use crate::domain::{ActivityId, BatchId, DepartmentId, InstitutionId, Registry, Session, SessionStatus, Stint};
use crate::i18n::Tr;

/// The lists to choose from, each in the office's own order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowing {
    /// Batches.
    pub batches: Vec<NamedId<BatchId>>,
    /// Departments at the host.
    pub departments: Vec<NamedId<DepartmentId>>,
    /// Where sessions take place.
    pub sites: Vec<NamedId<InstitutionId>>,
    /// What is done.
    pub activities: Vec<NamedId<ActivityId>>,
}

impl Narrowing {
    /// Gathers what the stints shown and their sessions offer.
    pub(in crate::app) fn of<'a>(
        registry: &Registry,
        tr: Tr,
        stints: impl Iterator<Item = &'a Stint> + Clone,
        sessions: impl Iterator<Item = &'a Session> + Clone,
    ) -> Self {
        let batches: BTreeSet<BatchId> = stints.clone().filter_map(|stint| stint.batch).collect();
        let batches = batches.into_iter().filter_map(|id| registry.batches.get(&id));
        let depts: BTreeSet<DepartmentId> = stints.filter_map(|stint| stint.host_dept).collect();
        let mut depts: Vec<_> = depts.into_iter().filter_map(|id| registry.departments.get(&id)).collect();
        depts.sort_by_key(|dept| (dept.sort, dept.id));
        let sites: BTreeSet<InstitutionId> = sessions.clone().map(|session| session.inst).collect();
        let mut sites: Vec<_> = sites.into_iter().filter_map(|id| registry.institutions.get(&id)).collect();
        sites.sort_by_key(|site| (!site.is_own, site.sort, site.id));
        let activities: BTreeSet<ActivityId> = sessions.flat_map(activities_of).collect();
        let mut activities: Vec<_> = activities.into_iter().filter_map(|id| registry.activities.get(&id)).collect();
        activities.sort_by_key(|activity| (activity.sort, activity.id));
        Self {
            batches: batches.map(|batch| NamedId { id: batch.id, name: tr.batch_name(batch) }).collect(),
            departments: depts.into_iter().map(|dept| NamedId { id: dept.id, name: dept.name.clone() }).collect(),
            sites: sites.into_iter().map(|site| NamedId { id: site.id, name: site.name.clone() }).collect(),
            activities: activities
                .into_iter()
                .map(|activity| NamedId { id: activity.id, name: tr.name_of(activity).to_owned() })
                .collect(),
        }
    }
}

/// Every activity of a session.
pub(in crate::app) fn activities_of(session: &Session) -> impl Iterator<Item = ActivityId> {
    std::iter::once(session.activity).chain(session.further.iter().copied())
}

/// Whether a session stands and is at the place and of the activity that are asked for.
#[must_use]
pub fn is_asked(session: &Session, site: Option<InstitutionId>, activity: Option<ActivityId>) -> bool {
    session.status != SessionStatus::Cancelled
        && site.is_none_or(|site| session.inst == site)
        && activity.is_none_or(|activity| activities_of(session).any(|own| own == activity))
}
