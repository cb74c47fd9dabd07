//! The stint part of the form: texts as typed, and the record they make.

use chrono::NaiveDate;

use super::known::read_known_date;
use super::pick::Pick;
use crate::domain::{
    Batch, BatchId, Department, DepartmentId, EndReason, Id, Institution, InstitutionId, Precision, Registry, Relation,
    RelationId, Stint, StintMode, StintRole,
};
use crate::i18n::Tr;

/// The stint part of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct StintPart {
    /// Where.
    pub host_inst: Pick<Institution>,
    /// In which department there.
    pub host_dept: Pick<Department>,
    /// The batch.
    pub batch: Option<BatchId>,
    /// Role inside the team.
    pub role: StintRole,
    /// How it is served.
    pub mode: StintMode,
    /// First day, as typed.
    pub arrive: String,
    /// Planned last day, as typed.
    pub plan_leave: String,
    /// Actual last day, as typed.
    pub leave: String,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Whether mentoring is not expected.
    pub no_mentoring: bool,
    /// Remark.
    pub note: String,
    pub(super) base: Option<Stint>,
}

impl StintPart {
    pub(super) fn new(registry: &Registry, batch: Option<&Batch>, today: NaiveDate) -> Self {
        Self {
            host_inst: registry.own_institution().map(|inst| inst.id).into(),
            host_dept: Pick::Nothing,
            batch: batch.map(|batch| batch.id),
            role: StintRole::Member,
            mode: StintMode::LongTerm,
            arrive: today.format("%Y-%m-%d").to_string(),
            plan_leave: String::new(),
            leave: String::new(),
            end_reason: None,
            no_mentoring: false,
            note: String::new(),
            base: None,
        }
    }

    pub(super) fn of(stint: &Stint, tr: Tr) -> Self {
        let date = |on: Option<NaiveDate>, precision: Precision| {
            on.map_or_else(String::new, |on| tr.known_date(on, precision))
        };
        Self {
            host_inst: Pick::Known(stint.host_inst),
            host_dept: stint.host_dept.into(),
            batch: stint.batch,
            role: stint.role,
            mode: stint.mode,
            arrive: date(Some(stint.arrive_on), stint.arrive_prec),
            plan_leave: date(stint.plan_leave_on, stint.plan_leave_prec),
            leave: date(stint.leave_on, stint.leave_prec),
            end_reason: stint.end_reason,
            no_mentoring: stint.no_mentoring,
            note: stint.note.clone(),
            base: Some(stint.clone()),
        }
    }

    pub(super) fn stint(
        &self,
        host: InstitutionId,
        host_dept: Option<DepartmentId>,
        home: Option<InstitutionId>,
        registry: &Registry,
        today: NaiveDate,
    ) -> Option<Stint> {
        let (arrive_on, arrive_prec) = read_known_date(&self.arrive, today)?;
        let plan_leave = read_known_date(&self.plan_leave, today);
        let leave = read_known_date(&self.leave, today);
        let new = Stint {
            id: Id::NEW,
            person: Id::NEW,
            relation: self.relation(host, home, registry),
            batch: self.batch,
            host_inst: host,
            host_dept,
            role: self.role,
            mode: self.mode,
            discipline: None,
            specialty: String::new(),
            arrive_on,
            arrive_prec,
            plan_leave_on: plan_leave.map(|(on, _)| on),
            plan_leave_prec: plan_leave.map(|(_, precision)| precision).unwrap_or_default(),
            leave_on: leave.map(|(on, _)| on),
            leave_prec: leave.map(|(_, precision)| precision).unwrap_or_default(),
            end_reason: self.end_reason.filter(|_| leave.is_some() || self.end_reason == Some(EndReason::Extended)),
            successor_stint: None,
            no_mentoring: self.no_mentoring,
            note: self.note.trim().to_owned(),
        };
        Some(match &self.base {
            None => new,
            Some(base) => Stint {
                id: base.id,
                specialty: base.specialty.clone(),
                successor_stint: base.successor_stint,
                end_reason: if base.end_reason == self.end_reason { base.end_reason } else { new.end_reason },
                ..new
            },
        })
    }

    /// That of the batch, else the stored one, else the one between the two institutions.
    fn relation(&self, host: InstitutionId, home: Option<InstitutionId>, registry: &Registry) -> Option<RelationId> {
        let of_batch = self.batch.and_then(|batch| registry.batches.get(&batch)).map(|batch| batch.relation);
        let stored = self.base.as_ref().and_then(|stint| stint.relation);
        let fits = |relation: &&Relation| relation.to_inst == host && Some(relation.from_inst) == home;
        of_batch.or(stored).or_else(|| registry.relations.values().find(fits).map(|relation| relation.id))
    }
}
