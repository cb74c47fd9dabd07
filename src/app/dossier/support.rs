//! What surrounds an expert: what is granted, who looks after them, leaders' visits.

use chrono::NaiveDate;

use super::Sources;
use super::entry::{Entry, Way};
use crate::domain::{Money, Precision, Table};

impl Sources<'_> {
    /// Benefits, leaders and visits, the newest first.
    pub(super) fn support(&self) -> Vec<Entry> {
        let mut lines: Vec<(Option<NaiveDate>, Entry)> = Vec::new();
        lines.extend(self.benefits());
        lines.extend(self.liaisons());
        lines.extend(self.visits());
        lines.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        lines.into_iter().map(|(_, entry)| entry).collect()
    }

    fn benefits(&self) -> impl Iterator<Item = (Option<NaiveDate>, Entry)> {
        let own = self.registry.benefits.values().filter(|benefit| self.is_own(benefit.stint));
        own.map(|benefit| {
            let amount = benefit.amount_fen.map(|fen| self.tr.dossier_yuan(&Money::from_fen(fen).to_string()));
            let amount = amount.unwrap_or_default();
            let parts = [self.tr.benefit_kind(benefit.kind), &benefit.standard, &amount, &benefit.note];
            let from = benefit.from_on.or(benefit.done_on);
            let entry = Entry {
                when: self.span(day(from), day(benefit.to_on)),
                what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                alert: String::new(),
                is_past: benefit.to_on.is_some_and(|to| to < self.today),
                way: Way::Register(Table::Benefit, benefit.id.raw()),
            };
            (from, entry)
        })
    }

    fn liaisons(&self) -> impl Iterator<Item = (Option<NaiveDate>, Entry)> {
        let own = self.registry.liaisons.values().filter(|liaison| self.is_own(liaison.stint));
        own.map(|liaison| {
            let entry = Entry {
                when: self.span(day(liaison.from_on), day(liaison.to_on)),
                what: self.tr.dossier_liaison(&liaison.leader),
                alert: String::new(),
                is_past: liaison.to_on.is_some_and(|to| to < self.today),
                way: Way::Register(Table::Liaison, liaison.id.raw()),
            };
            (liaison.from_on, entry)
        })
    }

    fn visits(&self) -> impl Iterator<Item = (Option<NaiveDate>, Entry)> {
        let own = self.registry.visits.values().filter(|visit| self.is_own(visit.stint));
        own.map(|visit| {
            let is_open = !visit.issues.is_empty() && visit.handled_on.is_none() && visit.outcome.is_empty();
            let visited = self.tr.dossier_visited(&visit.leader);
            let parts = [visited.as_str(), &visit.issues, &visit.outcome];
            let entry = Entry {
                when: self.tr.known_date(visit.on_date, visit.on_prec),
                what: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                alert: if is_open { self.tr.dossier_not_handled().to_owned() } else { String::new() },
                is_past: !is_open,
                way: Way::Register(Table::Visit, visit.id.raw()),
            };
            (Some(visit.on_date), entry)
        })
    }
}

fn day(on: Option<NaiveDate>) -> Option<(NaiveDate, Precision)> {
    on.map(|on| (on, Precision::Day))
}
