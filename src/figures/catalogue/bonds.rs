//! Where records without a stint belong: their relation, programme and both ends.

use super::super::books::Books;
use super::super::key::Field;
use super::super::line::{Line, Value};
use crate::domain::{InstitutionId, PersonId, Programme, RelationId};

/// What a record says about where it belongs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bond {
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// Under which programme, where there is no relation to say so.
    pub programme: Option<Programme>,
    /// Where it happens or whose it is.
    pub place: Option<InstitutionId>,
}

impl Bond {
    /// The line with its place, relation, programme and both ends. What the record does not say itself is left to the
    /// stint of the line.
    pub fn tie<'a>(self, books: &Books<'a>, line: Line<'a>) -> Line<'a> {
        let relation = self.relation.and_then(|id| books.registry.relations.get(&id));
        let programme = relation.map(|relation| relation.programme).or(self.programme);
        let line = line
            .maybe(Field::Inst, self.place.map(Value::Place))
            .maybe(Field::Relation, relation.map(|relation| Value::Relation(relation.id)))
            .maybe(Field::Programme, programme.map(Value::Programme));
        if line.stint.is_some() {
            return line;
        }
        line.maybe(Field::Host, relation.map(|relation| Value::Place(relation.to_inst)))
            .maybe(Field::Supporter, relation.map(|relation| Value::Place(relation.from_inst)))
    }
}

/// A person by record, else by the name that was written.
pub fn who(person: Option<PersonId>, name: &str) -> Option<Value<'_>> {
    match person {
        Some(id) => Some(Value::Person(id)),
        None if name.is_empty() => None,
        None => Some(Value::Text(name.into())),
    }
}
