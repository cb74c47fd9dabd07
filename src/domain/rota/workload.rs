//! What everybody does in a period, counted in half-days: the figures beside the grid.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::codes::{SessionStatus, Slot};
use super::super::records::{Session, StintId};
use super::super::registry::Registry;

/// What one expert does, in half-days; several entries of one half-day count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Workload {
    /// Half-days of work.
    pub sessions: usize,
    /// Half-days with a clinic.
    pub clinics: usize,
    /// Half-days at another place.
    pub tours: usize,
    /// Half-days on call.
    pub duty: usize,
}

/// What one half-day holds.
#[derive(Debug, Clone, Copy, Default)]
struct HalfDay {
    is_clinic: bool,
    is_tour: bool,
    is_duty: bool,
}

/// Counts what stands in the plan; what was cancelled counts for nobody, and what was substituted for the stand-in.
#[must_use]
pub fn workloads<'a>(
    sessions: impl IntoIterator<Item = &'a Session>,
    registry: &Registry,
) -> BTreeMap<StintId, Workload> {
    let mut halves: BTreeMap<(StintId, NaiveDate, Slot), HalfDay> = BTreeMap::new();
    for session in sessions.into_iter().filter(|session| session.status != SessionStatus::Cancelled) {
        let Some(stint) = session.worker() else { continue };
        let is_work = registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work);
        if !is_work {
            continue;
        }
        let half = halves.entry((stint, session.on_date, session.slot)).or_default();
        for activity in registry.activities_of(session) {
            half.is_clinic |= activity.is_clinic;
            half.is_tour |= activity.is_outside;
            half.is_duty |= activity.counts_as_duty();
        }
    }
    let mut all: BTreeMap<StintId, Workload> = BTreeMap::new();
    for ((stint, ..), half) in halves {
        let load = all.entry(stint).or_default();
        load.sessions += 1;
        load.clinics += usize::from(half.is_clinic);
        load.tours += usize::from(half.is_tour);
        load.duty += usize::from(half.is_duty);
    }
    all
}
