//! Half-days that plans leave as they are.

use super::grid_vm::GridVm;
use super::vm::CellKey;
use crate::domain::{Edit, Id, Label, PlanLock, PlanLockId, Table};

impl GridVm {
    /// Locks half-days; unlocks them where all of them are locked.
    #[must_use]
    pub fn lock(&self, keys: &[CellKey]) -> Option<Edit> {
        let is_locked = |key: &CellKey| self.lock_of(*key).is_some();
        let unlocks = keys.iter().all(is_locked);
        let edits: Vec<Edit> = if unlocks {
            let locks = keys.iter().filter_map(|key| self.lock_of(*key));
            locks.map(|id| Edit::Delete { table: Table::PlanLock, id: id.raw() }).collect()
        } else {
            let open = keys.iter().filter(|key| !is_locked(key));
            open.map(|key| PlanLock { id: Id::NEW, stint: key.stint, on_date: key.on, slot: key.slot })
                .map(Edit::put)
                .collect()
        };
        let label = match keys {
            [key] => {
                let person = self.records.stint_name(key.stint).to_owned();
                Label::Locked { person, on: key.on, slot: key.slot, is_locked: !unlocks }
            }
            _ => Label::Several { count: edits.len() },
        };
        (!edits.is_empty()).then_some(Edit::Many { label, edits })
    }

    fn lock_of(&self, key: CellKey) -> Option<PlanLockId> {
        let locks = self.records.registry.plan_locks.values();
        let mut own = locks.filter(|lock| (lock.stint, lock.on_date, lock.slot) == (key.stint, key.on, key.slot));
        own.next().map(|lock| lock.id)
    }
}
