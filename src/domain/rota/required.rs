//! What is required of sites and people over a week, a month or a quarter (checks C07, C08, C10, C24).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};

use super::super::codes::{DocumentKind, RuleTerm, RuleWindow, SessionStatus, Slot, StintMode};
use super::super::date::{Period, Week};
use super::super::finding::Severity;
use super::super::records::{
    Institution, InstitutionId, PersonId, Publication, PublicationId, RotaRule, Session, Stint, StintId,
};
use super::super::registry::Registry;
use super::super::row::Table;
use super::super::work_calendar::WorkCalendar;
use super::book::{RuleBook, RulePlace};
use super::norm::Norm;

/// Less than a rule asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortfall {
    /// The term of the rule.
    pub term: RuleTerm,
    /// The site.
    pub inst: InstitutionId,
    /// The expert, where it is about one.
    pub stint: Option<StintId>,
    /// The window that was counted.
    pub period: Period,
    /// What there was.
    pub actual: u32,
    /// What the rule asks for.
    pub required: u32,
    /// How much it matters, as the rule says.
    pub severity: Severity,
    /// The sentence of the policy behind the rule, empty for that of the program.
    pub basis: String,
    /// What was counted.
    pub records: Vec<(Table, i64)>,
}

/// A row of the table of rules over one window: the rule, whom it is about, and what there was.
struct Count<'b> {
    rule: &'b RotaRule,
    inst: InstitutionId,
    stint: Option<StintId>,
    period: Period,
    actual: usize,
    records: Vec<(Table, i64)>,
}

impl Count<'_> {
    /// What is missing to the least of the rule. Nothing is asked beyond what the window has room for.
    fn shortfall(self, room: i32) -> Option<Shortfall> {
        let norm = Norm::of(self.rule);
        let norm = Norm { lo: norm.lo.map(|lo| lo.min(room)), ..norm };
        let missing = norm.missing(i64::try_from(self.actual).unwrap_or(i64::MAX));
        (missing > 0).then(|| Shortfall {
            term: self.rule.term,
            inst: self.inst,
            stint: self.stint,
            period: self.period,
            actual: u32::try_from(self.actual).unwrap_or(u32::MAX),
            required: norm.lo.and_then(|lo| u32::try_from(lo).ok()).unwrap_or_default(),
            severity: self.rule.severity,
            basis: self.rule.basis.clone(),
            records: self.records,
        })
    }
}

/// A posting on the wall that no longer says the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Stale {
    /// The posting.
    pub publication: PublicationId,
    /// The days it speaks of.
    pub period: Period,
    /// Experts on it who are no longer on post; empty where only its time is over.
    pub gone: Vec<StintId>,
    /// How much it matters, as the rule says.
    pub severity: Severity,
}

/// C07: experts with fewer working days on post in a week than the rule of their site asks for.
///
/// Somebody who stays is there on every working day but leave; somebody who comes and goes, on days with a session.
/// Only weeks that are over on the day and lie wholly in the stint count; a week with holidays asks for no more than
/// it has working days.
#[must_use]
pub fn presence_shortfalls(
    sessions: &[Session],
    registry: &Registry,
    calendar: &WorkCalendar,
    period: Period,
    today: NaiveDate,
) -> Vec<Shortfall> {
    let book = RuleBook::new(registry);
    let mut by_stint: BTreeMap<StintId, Vec<&Session>> = BTreeMap::new();
    for session in sessions.iter().filter(|session| session.status != SessionStatus::Cancelled) {
        by_stint.entry(working(session)).or_default().push(session);
    }
    let mut found = Vec::new();
    for week in weeks_over(period, today) {
        for stint in registry.stints.values() {
            let Some(site) = registry.institutions.get(&stint.host_inst) else { continue };
            let place = RulePlace::site(site, week.monday());
            let Some(rule) = book.rule(RuleTerm::DaysOnPost, &place) else { continue };
            if !(stint.runs_on(week.monday()) && stint.runs_on(week.period().to())) {
                continue;
            }
            let own = by_stint.get(&stint.id).map_or(&[][..], Vec::as_slice);
            let count = Count {
                rule,
                inst: site.id,
                stint: Some(stint.id),
                period: week.period(),
                actual: days_on_post(stint, own, registry, calendar, week),
                records: vec![(Table::Stint, stint.id.raw())],
            };
            found.extend(count.shortfall(i32::try_from(calendar.working_days(week.period())).unwrap_or(i32::MAX)));
        }
    }
    found
}

fn days_on_post(stint: &Stint, own: &[&Session], registry: &Registry, calendar: &WorkCalendar, week: Week) -> usize {
    let is_away = |on| {
        let leave = registry.leave.values().filter(|leave| leave.person == stint.person);
        leave.clone().any(|leave| leave.covers(on, Slot::Am)) && leave.clone().any(|leave| leave.covers(on, Slot::Pm))
    };
    let days = week.days().into_iter().filter(|on| match stint.mode {
        StintMode::LongTerm => calendar.facts(*on).is_working() && !is_away(*on),
        StintMode::ShortTerm | StintMode::Regular => own.iter().any(|session| session.on_date == *on),
    });
    days.count()
}

/// C08: weeks in which fewer different experts of the rank sat at a site than its rule asks for.
///
/// Counted are those who come for clinics, not those who live there; a cancelled clinic counts for nobody, one with a
/// stand-in for the stand-in. A site is asked from its first week with such a clinic to its last.
#[must_use]
pub fn clinic_expert_shortfalls(
    sessions: &[Session],
    registry: &Registry,
    period: Period,
    today: NaiveDate,
) -> Vec<Shortfall> {
    let book = RuleBook::new(registry);
    let mut sites: BTreeMap<InstitutionId, BTreeMap<Week, Vec<&Session>>> = BTreeMap::new();
    for session in sessions.iter().filter(|session| is_visiting_clinic(session, registry)) {
        sites.entry(session.inst).or_default().entry(Week::of(session.on_date)).or_default().push(session);
    }
    let mut found = Vec::new();
    for (inst, weeks) in &sites {
        let Some(site) = registry.institutions.get(inst) else { continue };
        let (Some((first, _)), Some((last, _))) = (weeks.first_key_value(), weeks.last_key_value()) else { continue };
        let asked = weeks_over(period, today).into_iter().filter(|week| first <= week && week <= last);
        for week in asked {
            let place = RulePlace::site(site, week.monday());
            let Some(rule) = book.rule(RuleTerm::ClinicExperts, &place) else { continue };
            let held = weeks.get(&week).map_or(&[][..], Vec::as_slice);
            let held = held.iter().filter(|session| session.status != SessionStatus::Cancelled);
            let counted: Vec<(PersonId, i64)> = held
                .filter_map(|session| registry.person_of(working(session)).map(|person| (person, session)))
                .filter(|(person, _)| rule.admits(person.title_rank.unwrap_or(0)))
                .map(|(person, session)| (person.id, session.id.raw()))
                .collect();
            let people: BTreeSet<PersonId> = counted.iter().map(|(person, _)| *person).collect();
            let count = Count {
                rule,
                inst: *inst,
                stint: None,
                period: week.period(),
                actual: people.len(),
                records: counted.into_iter().map(|(_, id)| (Table::Session, id)).collect(),
            };
            found.extend(count.shortfall(i32::MAX));
        }
    }
    found
}

/// A clinic at the host of a posting for regular clinics: the host itself is served by those who live there.
fn is_visiting_clinic(session: &Session, registry: &Registry) -> bool {
    let mut activities = std::iter::once(&session.activity).chain(&session.further);
    let is_clinic = activities.any(|id| registry.activities.get(id).is_some_and(|activity| activity.is_clinic));
    let is_regular = registry.stints.get(&working(session)).is_some_and(|stint| stint.mode == StintMode::Regular);
    is_clinic && is_regular && has_visiting_clinics(session.inst, registry)
}

/// Whether clinics of those who come for them are counted at an institution: at every site, and at the own institution
/// where that is itself a site or the only one there is.
#[must_use]
pub fn has_visiting_clinics(inst: InstitutionId, registry: &Registry) -> bool {
    let is_own = registry.institutions.get(&inst).is_some_and(|inst| inst.is_own);
    !is_own || registry.institutions.len() == 1 || is_small(inst, registry)
}

/// Whether the own institution is itself a site that experts come to: a township or community health centre.
fn is_small(inst: InstitutionId, registry: &Registry) -> bool {
    use super::super::codes::InstitutionKind::{Community, Township, Village};
    registry.institutions.get(&inst).is_some_and(|inst| matches!(inst.kind, Township | Community | Village))
}

/// C10: windows in which a site was visited less often than the rule of its kind asks for. Only sites that were ever
/// on the tour plan are asked, and only windows that are over.
#[must_use]
pub fn tour_shortfalls(registry: &Registry, period: Period, today: NaiveDate) -> Vec<Shortfall> {
    let book = RuleBook::new(registry);
    let toured: BTreeSet<InstitutionId> = registry.tours.values().map(|tour| tour.inst).collect();
    let mut found = Vec::new();
    for site in toured.iter().filter_map(|id| registry.institutions.get(id)) {
        let mut on = period.from();
        while on <= period.to() {
            let Some(rule) = book.rule(RuleTerm::Tours, &RulePlace::site(site, on)) else {
                let Some(next) = on.checked_add_days(Days::new(1)) else { break };
                on = next;
                continue;
            };
            let window = window_of(rule.window, on);
            if window.to() <= today {
                found.extend(tour_shortfall(registry, site, window, rule));
            }
            let Some(next) = window.to().checked_add_days(Days::new(1)) else { break };
            on = next;
        }
    }
    found
}

fn tour_shortfall(registry: &Registry, site: &Institution, window: Period, rule: &RotaRule) -> Option<Shortfall> {
    let first = registry.tours.values().filter(|tour| tour.inst == site.id).map(|tour| tour.from_on).min()?;
    // A window that began before the site was ever planned for is not held against it.
    if first > window.to() {
        return None;
    }
    let held: Vec<_> = registry
        .tours
        .values()
        .filter(|tour| tour.inst == site.id && tour.is_held() && window.contains(tour.from_on))
        .collect();
    let days: BTreeSet<NaiveDate> = held.iter().map(|tour| tour.from_on).collect();
    let records = held.iter().map(|tour| (Table::Tour, tour.id.raw())).collect();
    let count = Count { rule, inst: site.id, stint: None, period: window, actual: days.len(), records };
    count.shortfall(i32::MAX)
}

/// C24: the posting on the wall on the day: the newest one that had begun. Its time may be over, or somebody on it may
/// be gone. `named` gives the stints that a posting names.
#[must_use]
pub fn stale_postings(
    registry: &Registry,
    today: NaiveDate,
    named: impl Fn(&Publication) -> Vec<StintId>,
) -> Vec<Stale> {
    let book = RuleBook::new(registry);
    let Some(rule) = book.rule(RuleTerm::PostingExpired, &RulePlace::on(today)) else { return Vec::new() };
    let begun = registry
        .publications
        .values()
        .filter(|issue| issue.document == DocumentKind::Posting && issue.period_from <= today);
    let Some(newest) = begun.max_by_key(|issue| (issue.period_from, issue.version)) else { return Vec::new() };
    let Some(period) = Period::new(newest.period_from, newest.period_to) else { return Vec::new() };
    let gone: Vec<StintId> = named(newest)
        .into_iter()
        .filter(|id| registry.stints.get(id).is_some_and(|stint| !stint.runs_on(today)))
        .collect();
    let is_over = period.to() < today;
    let stale = Stale { publication: newest.id, period, gone, severity: rule.severity };
    if is_over || !stale.gone.is_empty() { vec![stale] } else { Vec::new() }
}

/// Who does the work of a session.
const fn working(session: &Session) -> StintId {
    match (session.status, session.substitute_stint) {
        (SessionStatus::Substituted, Some(substitute)) => substitute,
        _ => session.stint,
    }
}

/// The weeks of the period that are over on the day.
fn weeks_over(period: Period, today: NaiveDate) -> Vec<Week> {
    let mut weeks = Vec::new();
    let mut week = Week::of(period.from());
    while week.monday() <= period.to() {
        if week.period().to() <= today {
            weeks.push(week);
        }
        week = week.next();
    }
    weeks
}

/// The window of its kind that holds the day; half-days and stints are counted by the day.
#[must_use]
pub fn window_of(window: RuleWindow, on: NaiveDate) -> Period {
    let months = |first: Option<NaiveDate>, count| {
        let first = first.unwrap_or(on);
        let next = first.checked_add_months(Months::new(count)).unwrap_or(first);
        Period::new(first, next.pred_opt().unwrap_or(next)).unwrap_or_else(|| Period::day(on))
    };
    match window {
        RuleWindow::HalfDay | RuleWindow::Day | RuleWindow::Stint => Period::day(on),
        RuleWindow::Week => Week::of(on).period(),
        RuleWindow::Month => months(on.with_day(1), 1),
        RuleWindow::Quarter => months(NaiveDate::from_ymd_opt(on.year(), on.month0() / 3 * 3 + 1, 1), 3),
    }
}
