//! The records that figures are made of, at one moment, with the indexes that every question shares.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};

use super::key::Field;
use super::line::{Line, Value};
use crate::domain::{
    Attendance, Department, DepartmentId, Institution, InstitutionId, Leave, Person, PersonId, Programme, Registry,
    Relation, Session, Slot, Stint, StintId, WorkCalendar,
};
use crate::i18n::{Lang, Tr};

/// Words of closed lists are Chinese in every language: they are the names of the values.
pub const ZH: Tr = Tr::new(Lang::Zh);

/// The places that the line itself names in a field.
fn line_places<'a>(line: &Line<'a>, field: Field) -> Vec<Value<'a>> {
    let named = line.fields.iter().filter(|(name, value)| *name == field && matches!(value, Value::Place(_)));
    named.map(|(_, value)| value.clone()).collect()
}

/// The records, made once for a question or a list of questions.
pub struct Books<'a> {
    /// The reference records.
    pub registry: &'a Registry,
    /// The work calendar.
    pub calendar: &'a WorkCalendar,
    /// Every dated session.
    pub sessions: &'a [Session],
    /// The day that questions without a time look at.
    pub today: NaiveDate,
    /// Whose data file it is.
    pub own: Option<InstitutionId>,
    below: HashMap<InstitutionId, Vec<InstitutionId>>,
    leave: HashMap<PersonId, Vec<&'a Leave>>,
    attendance: HashMap<(StintId, NaiveDate, Slot), &'a Attendance>,
}

impl<'a> Books<'a> {
    /// Lays out the records.
    #[must_use]
    pub fn new(registry: &'a Registry, calendar: &'a WorkCalendar, sessions: &'a [Session], today: NaiveDate) -> Self {
        let mut below: HashMap<InstitutionId, Vec<InstitutionId>> = HashMap::new();
        for relation in registry.relations.values().filter(|relation| relation.programme == Programme::Subordination) {
            below.entry(relation.from_inst).or_default().push(relation.to_inst);
        }
        let mut leave: HashMap<PersonId, Vec<&Leave>> = HashMap::new();
        for one in registry.leave.values() {
            leave.entry(one.person).or_default().push(one);
        }
        let marks = registry.attendance.values();
        let attendance = marks.map(|mark| ((mark.stint, mark.on_date, mark.slot), mark)).collect();
        let own = registry.own_institution().map(|own| own.id);
        Self { registry, calendar, sessions, today, own, below, leave, attendance }
    }

    /// The institution with all under it.
    #[must_use]
    pub fn with_all_below(&self, top: InstitutionId) -> BTreeSet<InstitutionId> {
        let mut found = BTreeSet::from([top]);
        let mut waiting = vec![top];
        while let Some(next) = waiting.pop() {
            for child in self.below.get(&next).into_iter().flatten() {
                if found.insert(*child) {
                    waiting.push(*child);
                }
            }
        }
        found
    }

    /// The absences of a person.
    #[must_use]
    pub fn leave_of(&self, person: PersonId) -> &[&'a Leave] {
        self.leave.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The mark of the attendance sheet for a half-day.
    #[must_use]
    pub fn mark(&self, stint: StintId, on: NaiveDate, slot: Slot) -> Option<&'a Attendance> {
        self.attendance.get(&(stint, on, slot)).copied()
    }

    /// The person.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.registry.people.get(&id)
    }

    /// The institution.
    #[must_use]
    pub fn place(&self, id: InstitutionId) -> Option<&'a Institution> {
        self.registry.institutions.get(&id)
    }

    /// The department.
    #[must_use]
    pub fn dept(&self, id: DepartmentId) -> Option<&'a Department> {
        self.registry.departments.get(&id)
    }

    /// The relation of a stint.
    #[must_use]
    pub fn relation_of(&self, stint: &Stint) -> Option<&'a Relation> {
        stint.relation.and_then(|id| self.registry.relations.get(&id))
    }

    /// The side that sends the expert of a stint.
    #[must_use]
    pub fn supporter_of(&self, stint: &Stint) -> Option<InstitutionId> {
        let home = || self.person(stint.person).and_then(|person| person.inst);
        self.relation_of(stint).map(|relation| relation.from_inst).or_else(home)
    }

    /// Everything that the line says in the field: its own words, else those of its stint.
    #[must_use]
    pub fn values(&self, line: &Line<'a>, field: Field) -> Vec<Value<'a>> {
        let own: Vec<Value<'a>> =
            line.fields.iter().filter(|(name, _)| *name == field).map(|(_, value)| value.clone()).collect();
        if !own.is_empty() {
            return own;
        }
        match field {
            // Derived from what the line says elsewhere.
            Field::InstKind => self.first_place(line, &[Field::Inst, Field::Host]).into_iter().collect(),
            Field::Host if line.stint.is_none() => line_places(line, Field::Inst),
            Field::Direction => self.direction(line).into_iter().collect(),
            Field::Weekday => {
                line.when.first().map(|on| Value::Weekday(on.weekday().number_from_monday())).into_iter().collect()
            }
            Field::Institution => self.values_of_first(line, &[Field::Inst, Field::Host]),
            Field::Date => {
                line.when.first().map(|on| Value::Day(on, crate::domain::Precision::Day, None)).into_iter().collect()
            }
            _ => line.stint.and_then(|stint| self.of_stint(stint, field)).into_iter().collect(),
        }
    }

    fn values_of_first(&self, line: &Line<'a>, fields: &[Field]) -> Vec<Value<'a>> {
        fields.iter().map(|field| self.values(line, *field)).find(|values| !values.is_empty()).unwrap_or_default()
    }

    /// The kind of the institution that the line is about: the receiving one of a relation or a stint.
    fn first_place(&self, line: &Line<'a>, fields: &[Field]) -> Option<Value<'a>> {
        self.values_of_first(line, fields).into_iter().find_map(|value| match value {
            Value::Place(id) => self.place(id).map(|place| {
                let rank = crate::domain::InstitutionKind::ALL.iter().position(|kind| *kind == place.kind);
                Value::Listed(rank.unwrap_or_default(), ZH.institution_kind(place.kind))
            }),
            _ => None,
        })
    }

    /// What the stint says in a field.
    fn of_stint(&self, stint: &'a Stint, field: Field) -> Option<Value<'a>> {
        let registry = self.registry;
        match field {
            Field::Person => Some(Value::Person(stint.person)),
            Field::Relation => stint.relation.map(Value::Relation),
            Field::Programme => self.relation_of(stint).map(|relation| Value::Programme(relation.programme)),
            Field::Host | Field::Inst => Some(Value::Place(stint.host_inst)),
            Field::Supporter => self.supporter_of(stint).map(Value::Place),
            Field::Dept => stint.host_dept.map(Value::Dept),
            Field::Batch => {
                let number = registry.batches.get(&stint.batch?)?.no;
                let programme = self.relation_of(stint).map(|relation| relation.programme);
                Some(Value::Batch(number, programme, Some(stint.host_inst)))
            }
            Field::Mode => Some(Value::Listed(stint.mode as usize, ZH.stint_mode(stint.mode))),
            Field::Role => Some(Value::Listed(stint.role as usize, ZH.stint_role(stint.role))),
            Field::Discipline => {
                let own = || self.person(stint.person).and_then(|person| person.discipline);
                let kind = stint.discipline.or_else(own)?;
                Some(Value::Listed(kind as usize, ZH.discipline(kind)))
            }
            Field::Rank => self.person(stint.person)?.title_rank.map(|rank| Value::Number(i64::from(rank))),
            _ => None,
        }
    }

    /// Which way a line goes, seen from the institution that keeps the file.
    fn direction(&self, line: &Line<'a>) -> Option<Value<'a>> {
        let own = self.own?;
        if self.places(line, Field::Supporter).any(|place| place == own) {
            return Some(Value::Listed(1, ZH.direction_sent()));
        }
        self.places(line, Field::Host).any(|place| place == own).then(|| Value::Listed(0, ZH.direction_received()))
    }

    /// The programmes that a line belongs to; a line without one belongs to `None`.
    #[must_use]
    pub fn programme(&self, line: &Line<'a>) -> Option<Programme> {
        self.values(line, Field::Programme).into_iter().find_map(|value| match value {
            Value::Programme(programme) => Some(programme),
            _ => None,
        })
    }

    /// The institutions in a field.
    pub fn places(&self, line: &Line<'a>, field: Field) -> impl Iterator<Item = InstitutionId> {
        self.values(line, field).into_iter().filter_map(|value| match value {
            Value::Place(id) => Some(id),
            _ => None,
        })
    }
}
