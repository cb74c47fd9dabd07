//! A plan beside what stands: changes by day and person, what is unmet, what it costs by rule; and that on paper.

use std::path::{Path, PathBuf};

use super::outcome::Explanation;
use super::own::{Brief, Drafted};
use super::run::{Effort, Limit};
use crate::app::clock::Stopwatch;
use crate::app::job::Progress;
use crate::app::paper::{Format, export, hand_to_viewer};
use crate::app::week::session_line;
use crate::app::{Failure, Office};
use crate::domain::{DocumentKind, Period, Registry, Session};
use crate::i18n::Tr;
use crate::planner::Found;
use crate::planner::office::{Change, Freedom, Proposal};
use crate::report::{ChangeRow, Comparison, DocumentRequest, Drawn, Sheet, Sources, build};

/// The comparison of a proposal.
pub(super) fn compare(
    (on, cost, proposal): (&[bool], i64, &Proposal),
    drafted: &Drafted,
    brief: &Brief,
    tr: Tr,
) -> Comparison {
    let by_rule = drafted.paid_in(on);
    Comparison {
        basis: drafted.basis(tr),
        changes: changes(proposal, &brief.registry, tr),
        unfilled: drafted.unfilled_in(on, tr),
        by_rule: by_rule.into_iter().map(|(term, cost)| (tr.rule_term(term).to_owned(), cost)).collect(),
        cost,
        bound: drafted.outcome.bound,
        conflict: Vec::new(),
    }
}

/// What a sheet says where there is no plan.
pub(super) fn refused(drafted: &Drafted, reasons: &Explanation, tr: Tr) -> Comparison {
    Comparison { basis: drafted.basis(tr), conflict: reasons.lines(tr), ..Comparison::default() }
}

/// The changes of a proposal by day, half-day and person; the halves of a tour are told once.
fn changes(proposal: &Proposal, registry: &Registry, tr: Tr) -> Vec<ChangeRow> {
    let line = |session: &Session| session_line(session, registry, tr);
    let name = |stint| registry.person_of(stint).map(|person| person.name.clone()).unwrap_or_default();
    let dept = |stint| {
        let dept = registry.stints.get(&stint).and_then(|stint| registry.departments.get(&stint.host_dept?));
        dept.map(|dept| dept.name.clone()).unwrap_or_default()
    };
    let row = |session: &Session, before: String, after: String| {
        let key = (session.on_date, Some(session.slot));
        let when = tr.half_day(session.on_date, session.slot);
        (key, ChangeRow { when, person: name(session.stint), dept: dept(session.stint), before, after })
    };
    let is_of_tour =
        |session: &Session| proposal.tours.iter().any(|tour| tour.inst == session.inst && tour.on == session.on_date);
    let of_sessions =
        proposal.changes.iter().filter(|change| !is_of_tour(change.session())).map(|change| match change {
            Change::Added(session) => row(session, String::new(), line(session)),
            Change::Dropped(session) => row(session, line(session), String::new()),
            Change::Moved { before, after } => {
                let stand_in = after.substitute_stint.or_else(|| (after.stint != before.stint).then_some(after.stint));
                let is_elsewhere = (before.on_date, before.slot) != (after.on_date, after.slot);
                let moved =
                    is_elsewhere.then(|| tr.compare_moved(&tr.half_day(after.on_date, after.slot), &line(after)));
                let replaced = stand_in.map(|stint| tr.compare_stand_in(&line(after), &name(stint)));
                row(before, line(before), moved.or(replaced).unwrap_or_else(|| line(after)))
            }
        });
    let of_tours = proposal.tours.iter().map(|tour| {
        let site = registry.institutions.get(&tour.inst).map_or("", |site| site.name.as_str());
        let members: Vec<String> = tour.members.iter().map(|(stint, _)| name(*stint)).collect();
        let when = tr.month_day_weekday(tour.on);
        let after = tr.compare_tour(site);
        let person = members.join(tr.list_comma());
        ((tour.on, None), ChangeRow { when, person, dept: String::new(), before: String::new(), after })
    });
    let mut rows: Vec<_> = of_tours.chain(of_sessions).collect();
    rows.sort_by_key(|(key, _)| *key);
    rows.into_iter().map(|(_, row)| row).collect()
}

impl Office {
    /// Prints a comparison, by the program that shows pages.
    ///
    /// # Errors
    /// Where it cannot be set, written or shown.
    pub fn show_comparison(&self, comparison: Comparison, period: Period, tr: Tr) -> Result<PathBuf, Failure> {
        hand_to_viewer(&self.comparison_sheet(comparison, period, tr)?, &self.press())
    }

    /// Writes a comparison in the format of the file's ending, as a workbook without one.
    ///
    /// # Errors
    /// Where it cannot be set or written.
    pub fn save_comparison(&self, comparison: Comparison, period: Period, path: &Path, tr: Tr) -> Result<(), Failure> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let format = ending.and_then(Format::parse).unwrap_or(Format::Xlsx);
        export(&self.comparison_sheet(comparison, period, tr)?, format, path, &self.press()).map(|_| ())
    }

    fn comparison_sheet(&self, comparison: Comparison, period: Period, tr: Tr) -> Result<Sheet, Failure> {
        let request = DocumentRequest::new(DocumentKind::PlanComparison, period);
        let drawn = Drawn::Plan(comparison);
        let calendar = self.calendar();
        let sources =
            Sources { drawn: Some(&drawn), ..Sources::new(self.registry(), &[], calendar, self.clock().today()) };
        Ok(build(&sources, &request, tr)?)
    }

    /// Plans the days of the records by the usual number of moves, and sets the plan beside what stands.
    pub(in crate::app) fn compared(&self, period: Period, tr: Tr) -> Result<Comparison, Failure> {
        let brief = Brief::load(self, period, Freedom::Fill, &[])?;
        let brief = if brief.is_broken() { brief.with_freedom(Freedom::Repair) } else { brief };
        let effort = Effort { limit: Limit::Moves(brief.usual_moves()), threads: 1, seed: 1 };
        let drafted = brief.plan(effort, Stopwatch::start(), &Progress::default(), &|_, _| {}, tr);
        Ok(match (&drafted.outcome.found, &drafted.proposal) {
            (Found::Plan { on, objective }, Some(proposal)) => {
                compare((on, *objective, proposal), &drafted, &brief, tr)
            }
            _ => drafted.explanation.as_ref().map(|reasons| refused(&drafted, reasons, tr)).unwrap_or_default(),
        })
    }
}
