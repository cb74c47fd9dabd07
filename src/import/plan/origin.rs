//! Under which relation and programme a record stands, and for which sites it is meant.

use super::bench::Bench;
use super::line::Line;
use super::outcome::Refused;
use crate::domain::{InstitutionId, InstitutionKind, Programme, RelationId};
use crate::import::Code;
use crate::import::values::{self, ScopeWord};

/// Relation and programme of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Origin {
    /// The relation, where it is known which.
    pub(super) relation: Option<RelationId>,
    /// The programme.
    pub(super) programme: Option<Programme>,
}

/// Sites as a cell names them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sites {
    /// Every one.
    pub(super) all: bool,
    /// Those of these kinds.
    pub(super) kinds: Vec<InstitutionKind>,
    /// These.
    pub(super) named: Vec<InstitutionId>,
}

impl Bench<'_> {
    /// The relation and programme chosen for the sheet; for a site the relation by which it is helped.
    pub(super) fn origin(&self, line: &Line<'_>, site: Option<InstitutionId>) -> Origin {
        let chosen = Self::context_programme(line);
        let ends = Self::context_ends(line);
        let known = |name: Option<&String>| match self.index.institutions(name?) {
            [one] => Some(*one),
            _ => None,
        };
        let relation = known(ends.from.as_ref())
            .zip(known(ends.to.as_ref()))
            .and_then(|(from, to)| self.relation_between(from, to, chosen))
            .or_else(|| self.only_relation_to(site?, chosen?));
        let programme = chosen.or_else(|| Some(self.draft.get(relation?)?.programme));
        Origin { relation, programme }
    }

    /// The relation of the programme by which a site is helped, if it is the only one.
    fn only_relation_to(&self, site: InstitutionId, programme: Programme) -> Option<RelationId> {
        let is_to = |it: &&crate::domain::Relation| it.to_inst == site && it.programme == programme;
        let mut fits = self.registry().relations.values().filter(is_to);
        let first = fits.next()?;
        fits.next().is_none().then_some(first.id)
    }

    /// For whom something is meant; a name that nobody has is R04.
    pub(super) fn sites_cell(&self, line: &Line<'_>, heading: &str) -> Result<Option<Sites>, Refused> {
        let parts = values::list(line.raw(heading));
        if parts.is_empty() {
            return Ok(None);
        }
        let mut sites = Sites::default();
        for part in parts {
            match values::scope_word(&part) {
                ScopeWord::All => sites.all = true,
                ScopeWord::Kind(kind) => sites.kinds.push(kind),
                ScopeWord::Named(name) => match self.institution(line, heading, &name)? {
                    Some(id) => sites.named.push(id),
                    None => return Err(line.refuse(heading, Code::R04, self.near_institutions(&name))),
                },
            }
        }
        Ok(Some(sites))
    }
}
