//! Sessions by department or by site, for schedules that say who is there and not where somebody is.

use std::collections::BTreeMap;

use super::options::Rows;
use super::posted::Posted;
use super::sources::Sources;
use crate::domain::{InstitutionId, Period, Session};
use crate::i18n::Tr;

/// A department or a site with what takes place there.
pub(super) struct Group<'a> {
    pub name: String,
    /// In the order in which the experts stand.
    pub sessions: Vec<&'a Session>,
}

impl<'a> Sources<'a> {
    /// The work of those who are posted: by site where that is asked for, else by department.
    pub(super) fn groups(&self, posted: &[Posted<'_>], period: Period, rows: Rows, tr: Tr) -> Vec<Group<'a>> {
        let mut of_stint: BTreeMap<_, Vec<&'a Session>> = BTreeMap::new();
        let is_work = |session: &&Session| self.activity(session).is_some_and(|activity| activity.is_work);
        for session in self.sessions_in(period).filter(is_work) {
            of_stint.entry(session.stint).or_default().push(session);
        }
        let own = |one: &Posted<'_>| of_stint.get(&one.stint.id).cloned().unwrap_or_default();
        if rows == Rows::Places {
            return self.by_site(posted.iter().flat_map(own));
        }
        let mut groups: Vec<Group<'a>> = Vec::new();
        for one in posted {
            let name = if one.host.is_empty() { tr.paper_not_recorded() } else { one.host.as_str() };
            match groups.iter_mut().find(|group| group.name == name) {
                Some(group) => group.sessions.extend(own(one)),
                None => groups.push(Group { name: name.to_owned(), sessions: own(one) }),
            }
        }
        groups
    }

    /// The own house first, then the others in the order of their list.
    fn by_site(&self, sessions: impl Iterator<Item = &'a Session>) -> Vec<Group<'a>> {
        let mut sites: BTreeMap<(bool, i64, InstitutionId), Group<'a>> = BTreeMap::new();
        for session in sessions {
            let Some(site) = self.institution(session.inst) else { continue };
            let blank = || Group { name: site.name.clone(), sessions: Vec::new() };
            sites.entry((!site.is_own, site.sort, site.id)).or_insert_with(blank).sessions.push(session);
        }
        sites.into_values().collect()
    }
}
