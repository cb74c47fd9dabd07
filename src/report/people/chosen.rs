//! Whose papers are wanted: everybody on post in the period, or those chosen, also after leaving.

use crate::domain::{NameBook, Person, PersonId, Stint};
use crate::i18n::Tr;
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::sources::Sources;

/// The postings of everybody on post in the period; of chosen people the one that each began last before its end.
pub(super) fn chosen<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<Posted<'a>> {
    if request.person.is_none() && request.people.is_empty() {
        let mut posted = sources.posted(request, request.period);
        posted.retain(|one| one.stint.touches(request.period));
        return posted;
    }
    let names = NameBook::new(sources.registry);
    let mut wanted: Vec<&Person> =
        sources.registry.people.values().filter(|person| request.is_about(person.id)).collect();
    wanted.sort_by_key(|person| (person.sort, person.id));
    let posted = wanted.into_iter().filter_map(|person| {
        let stint = last_stint(sources, request, person.id)?;
        Some(Posted { stint, person, name: names.name(person).to_owned(), host: sources.host_name(stint) })
    });
    posted.collect()
}

/// The posting that somebody began last before the end of the period; where there is none, the last of all.
fn last_stint<'a>(sources: &Sources<'a>, request: &DocumentRequest, person: PersonId) -> Option<&'a Stint> {
    let own = sources.registry.stints.values().filter(|stint| stint.person == person);
    let own = own.filter(|stint| request.relation.is_none_or(|relation| stint.relation == Some(relation)));
    let until = request.period.to();
    own.max_by_key(|stint| (stint.arrive_on <= until, stint.arrive_on, stint.id))
}

/// From when to when in words, no finer than known.
pub(super) fn span(stint: &Stint, tr: Tr) -> String {
    let from = tr.worded_date(stint.arrive_on, stint.arrive_prec);
    let to = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => tr.worded_date(on, stint.leave_prec),
        (None, Some(on)) => tr.worded_date(on, stint.plan_leave_prec),
        (None, None) => tr.ledger_until_now().to_owned(),
    };
    tr.ledger_from_to(&from, &to)
}
