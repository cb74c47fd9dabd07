//! What the form beside the grid offers: activities, sites, departments, stand-ins.

use super::grid_vm::GridVm;
use super::vm::NamedId;
use crate::domain::{ActivityId, DepartmentId, InstitutionId, Session, StintId, WorkCalendar};

impl GridVm {
    /// The work calendar.
    #[must_use]
    pub fn calendar(&self) -> &WorkCalendar {
        &self.records.calendar
    }

    /// Every activity, in the office's order.
    pub fn activities(&self) -> impl Iterator<Item = NamedId<ActivityId>> {
        let mut activities: Vec<_> = self.records.registry.activities.values().collect();
        activities.sort_by_key(|activity| (activity.sort, activity.id));
        activities
            .into_iter()
            .map(|activity| NamedId { id: activity.id, name: self.records.tr.name_of(activity).to_owned() })
    }

    /// The host of the stint, then every other institution.
    #[must_use]
    pub fn sites(&self, stint: StintId) -> Vec<NamedId<InstitutionId>> {
        let host = self.records.stint(stint).map(|stint| stint.host_inst);
        let mut sites: Vec<_> = self.records.registry.institutions.values().collect();
        sites.sort_by_key(|inst| (Some(inst.id) != host, inst.sort, inst.id));
        sites.into_iter().map(|inst| NamedId { id: inst.id, name: inst.name.clone() }).collect()
    }

    /// The departments of an institution, in its order.
    #[must_use]
    pub fn departments_of(&self, inst: InstitutionId) -> Vec<NamedId<DepartmentId>> {
        let mut depts: Vec<_> = self.records.registry.departments.values().filter(|dept| dept.inst == inst).collect();
        depts.sort_by_key(|dept| (dept.sort, dept.id));
        depts.into_iter().map(|dept| NamedId { id: dept.id, name: dept.name.clone() }).collect()
    }

    /// Who could stand in: on post that day, the free ones of the same department first.
    #[must_use]
    pub fn stand_ins(&self, session: &Session) -> Vec<NamedId<StintId>> {
        let own = self.row(session.stint).and_then(|row| row.dept_id);
        let mut free: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.stint != session.stint)
            .filter_map(|row| {
                let key = super::vm::CellKey { stint: row.stint, on: session.on_date, slot: session.slot };
                self.cell(key).filter(|cell| cell.absence.is_none()).map(|cell| (row, cell.is_free()))
            })
            .collect();
        free.sort_by_key(|(row, is_free)| (!is_free, row.dept_id != own));
        let name = |name: &str, is_free| {
            if is_free { name.to_owned() } else { self.records.tr.schedule_busy(name) }
        };
        free.into_iter().map(|(row, is_free)| NamedId { id: row.stint, name: name(&row.name, is_free) }).collect()
    }
}
