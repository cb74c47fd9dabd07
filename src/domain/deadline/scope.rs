//! For which sites a template or an obligation is meant.

use std::collections::BTreeSet;

use crate::domain::codes::{InstitutionKind, Programme};
use crate::domain::records::{InstitutionId, Obligation, RelationId, TaskTemplate};
use crate::domain::registry::Registry;

/// A choice of sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope<'a> {
    /// Every site of the relation or programme.
    pub for_all: bool,
    /// Those of these kinds.
    pub for_kinds: &'a [InstitutionKind],
    /// These.
    pub for_sites: &'a [InstitutionId],
    /// Of this relation alone.
    pub relation: Option<RelationId>,
    /// Of this programme alone.
    pub programme: Option<Programme>,
}

impl<'a> From<&'a TaskTemplate> for Scope<'a> {
    fn from(of: &'a TaskTemplate) -> Self {
        Self {
            for_all: of.for_all,
            for_kinds: &of.for_kinds,
            for_sites: &of.for_sites,
            relation: of.relation,
            programme: of.programme,
        }
    }
}

impl<'a> From<&'a Obligation> for Scope<'a> {
    fn from(of: &'a Obligation) -> Self {
        Self {
            for_all: of.for_all,
            for_kinds: &of.for_kinds,
            for_sites: &of.for_sites,
            relation: of.relation,
            programme: of.programme,
        }
    }
}

impl Scope<'_> {
    /// Whether any sites are chosen; without, it is meant for the office itself.
    #[must_use]
    pub const fn is_of_sites(&self) -> bool {
        self.for_all || !self.for_kinds.is_empty() || !self.for_sites.is_empty()
    }

    /// The sites, in the order in which the office lists them; the supported sides of the relations count as sites,
    /// and where kinds are asked for that none of them has, every institution of those kinds.
    #[must_use]
    pub fn sites(&self, registry: &Registry) -> Vec<InstitutionId> {
        let hosts: BTreeSet<InstitutionId> = registry
            .relations
            .values()
            .filter(|it| self.relation.is_none_or(|id| it.id == id))
            .filter(|it| match self.programme {
                Some(programme) => it.programme == programme,
                None => it.programme != Programme::Subordination,
            })
            .map(|it| it.to_inst)
            .collect();
        let is_of_kind =
            |id: &InstitutionId| registry.institutions.get(id).is_some_and(|inst| self.for_kinds.contains(&inst.kind));
        let mut chosen: BTreeSet<InstitutionId> = self.for_sites.iter().copied().collect();
        if self.for_all {
            chosen.extend(&hosts);
        } else if !self.for_kinds.is_empty() {
            let of_hosts: Vec<_> = hosts.iter().copied().filter(is_of_kind).collect();
            if of_hosts.is_empty() {
                chosen.extend(registry.institutions.keys().copied().filter(is_of_kind));
            } else {
                chosen.extend(of_hosts);
            }
        }
        let mut sites: Vec<_> = chosen.into_iter().collect();
        sites.sort_by_key(|id| (registry.institutions.get(id).map(|inst| inst.sort), *id));
        sites
    }
}
