//! Whose papers are wanted: everybody on post in the period, or the person chosen, also after leaving.

use crate::domain::{NameBook, Stint};
use crate::i18n::Tr;
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::sources::Sources;

/// The postings of everybody on post in the period; of a chosen person the one that began last before its end.
pub(super) fn chosen<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<Posted<'a>> {
    let Some(wanted) = request.person else {
        let mut posted = sources.posted(request, request.period);
        posted.retain(|one| one.stint.touches(request.period));
        return posted;
    };
    let own = sources.registry.stints.values().filter(|stint| stint.person == wanted);
    let own = own.filter(|stint| request.relation.is_none_or(|relation| stint.relation == Some(relation)));
    let until = request.period.to();
    let last = own.max_by_key(|stint| (stint.arrive_on <= until, stint.arrive_on, stint.id));
    let names = NameBook::new(sources.registry);
    let posted = last.and_then(|stint| {
        let person = sources.person(stint)?;
        Some(Posted { stint, person, name: names.name(person).to_owned(), host: sources.host_name(stint) })
    });
    posted.into_iter().collect()
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
