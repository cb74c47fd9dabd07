//! Takes rows of the sample to their place: keys that are free in the data file, dates some weeks later.

use chrono::{NaiveDate, TimeDelta};

use super::super::fresh::FreshKeys;
use super::asset::{HalfDay, Weekly};
use crate::domain::{
    ActivityId, Agreement, Appointment, Batch, CalendarDay, Department, DepartmentId, InstitutionId, Leave, Person,
    Precision, Publication, Registry, Relation, Session, SessionId, Stint, Template, TemplateId, rank_of,
};

/// Where the rows go.
pub(super) struct Moved<'a> {
    registry: &'a Registry,
    keys: FreshKeys<'a>,
    shift: TimeDelta,
}

impl<'a> Moved<'a> {
    /// Rows for this data file, the given number of days later.
    pub fn new(registry: &'a Registry, days: i64) -> Self {
        Self { registry, keys: FreshKeys::new(registry), shift: TimeDelta::days(days) }
    }

    fn on(&self, on: NaiveDate) -> NaiveDate {
        on.checked_add_signed(self.shift).unwrap_or(on)
    }

    /// A moved date that is known to the month or year stands at its beginning again.
    fn known(&self, on: NaiveDate, precision: Precision) -> NaiveDate {
        precision.span(self.on(on)).from()
    }

    pub fn calendar_day(&self, day: CalendarDay) -> CalendarDay {
        CalendarDay { on_date: self.on(day.on_date), ..day }
    }

    pub fn relation(&self, row: Relation) -> Relation {
        Relation {
            from_inst: self.keys.of(row.from_inst),
            to_inst: self.keys.of(row.to_inst),
            start_on: row.start_on.map(|on| self.known(on, row.start_prec)),
            end_on: row.end_on.map(|on| self.known(on, row.end_prec)),
            ..row
        }
    }

    pub fn agreement(&self, row: Agreement) -> Agreement {
        Agreement {
            relation: self.keys.of(row.relation),
            signed_on: row.signed_on.map(|on| self.on(on)),
            valid_from: row.valid_from.map(|on| self.on(on)),
            valid_to: row.valid_to.map(|on| self.on(on)),
            ..row
        }
    }

    pub fn department(&self, row: Department) -> Department {
        Department { inst: self.keys.of(row.inst), ..row }
    }

    pub fn person(&self, row: Person) -> Person {
        Person {
            inst: row.inst.map(|id| self.keys.of(id)),
            dept: row.dept.map(|id| self.keys.of(id)),
            title_rank: rank_of(&row.title_text),
            ..row
        }
    }

    pub fn batch(&self, row: Batch) -> Batch {
        Batch {
            relation: self.keys.of(row.relation),
            plan_from: row.plan_from.map(|on| self.known(on, row.plan_from_prec)),
            plan_to: row.plan_to.map(|on| self.known(on, row.plan_to_prec)),
            ..row
        }
    }

    pub fn stint(&self, row: Stint) -> Stint {
        Stint {
            person: self.keys.of(row.person),
            relation: row.relation.map(|id| self.keys.of(id)),
            batch: row.batch.map(|id| self.keys.of(id)),
            host_inst: self.keys.of(row.host_inst),
            host_dept: row.host_dept.map(|id| self.keys.of(id)),
            arrive_on: self.known(row.arrive_on, row.arrive_prec),
            plan_leave_on: row.plan_leave_on.map(|on| self.known(on, row.plan_leave_prec)),
            leave_on: row.leave_on.map(|on| self.known(on, row.leave_prec)),
            successor_stint: row.successor_stint.map(|id| self.keys.of(id)),
            ..row
        }
    }

    pub fn appointment(&self, row: Appointment) -> Appointment {
        Appointment {
            person: self.keys.of(row.person),
            inst: self.keys.of(row.inst),
            from_on: row.from_on.map(|on| self.known(on, row.from_prec)),
            to_on: row.to_on.map(|on| self.known(on, row.to_prec)),
            ..row
        }
    }

    pub fn leave(&self, row: Leave) -> Leave {
        Leave {
            person: self.keys.of(row.person),
            stint: row.stint.map(|id| self.keys.of(id)),
            from_on: self.on(row.from_on),
            to_on: self.on(row.to_on),
            substitute: row.substitute.map(|id| self.keys.of(id)),
            back_on: row.back_on.map(|on| self.on(on)),
            ..row
        }
    }

    /// `None` where the data file has no activity of that code.
    pub fn template(&self, row: Weekly) -> Option<Template> {
        Some(Template {
            id: TemplateId::NEW,
            stint: self.keys.of(row.stint),
            weekday: row.weekday,
            slot: row.slot,
            week_rule: row.week_rule,
            activity: self.activity(&row.activity)?,
            inst: self.keys.of(row.inst),
            dept: row.dept.map(|id| self.keys.of(id)),
            room: row.room,
            from_on: Some(self.on(row.from_on)),
            to_on: None,
            holiday_rule: row.holiday_rule,
        })
    }

    /// A session at the host of its stint unless it says otherwise; `homes` are the hosts by stint.
    ///
    /// `None` where the data file has no activity of that code, or the stint is not among the homes.
    pub fn session(&self, row: HalfDay, homes: &[(InstitutionId, Option<DepartmentId>)]) -> Option<Session> {
        let (host, dept) = *homes.get(usize::try_from(row.stint.raw()).ok()?.checked_sub(1)?)?;
        let mut activities = row.activities.iter().filter_map(|code| self.activity(code));
        Some(Session {
            id: SessionId::NEW,
            on_date: self.on(row.on),
            slot: row.slot,
            stint: self.keys.of(row.stint),
            activity: activities.next()?,
            further: activities.collect(),
            topic: row.topic,
            inst: self.keys.of(row.inst.unwrap_or(host)),
            dept: if row.inst.is_none() { dept.map(|id| self.keys.of(id)) } else { None },
            room: row.room,
            status: row.status,
            substitute_stint: None,
            reason: row.reason,
            from_template: None,
        })
    }

    pub fn publication(&self, row: Publication) -> Publication {
        Publication {
            period_from: self.on(row.period_from),
            period_to: self.on(row.period_to),
            published_at: row.published_at.checked_add_signed(self.shift).unwrap_or(row.published_at),
            ..row
        }
    }

    fn activity(&self, code: &str) -> Option<ActivityId> {
        self.registry.activity(code).map(|activity| activity.id)
    }
}
