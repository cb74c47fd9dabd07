//! Planning of the office's own data: the records as one question, a plan as one step of the history.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::names::Names;
use super::outcome::{Explanation, Outcome};
use super::run::{Deadline, Effort, search};
use super::words;
use crate::app::clock::Stopwatch;
use crate::app::fresh::FreshKeys;
use crate::app::job::Progress;
use crate::app::week::session_line;
use crate::app::{Choice, Failure, Office};
use crate::domain::{
    Edit, Id, Label, Period, Registry, RotaRule, RuleBook, RulePlace, RuleTerm, Session, SessionStatus, Slot, StintId,
    Table, Tour, TourMember, WorkCalendar,
};
use crate::i18n::Tr;
use crate::planner::model::Rule;
use crate::planner::office::{Agenda, Cell, Change, Freedom, Ground, Horizon, Proposal, ProposedTour, Work};
use crate::planner::reasons::{paid, unmet};
use crate::planner::{Found, evident};

/// Plans beside the best that are offered.
const ALTERNATIVES: usize = 2;
/// How much dearer changes are while the plan with the fewest of them is looked for.
const LEAST_CHANGE: u32 = 6;
/// How much cheaper they are while the plan that leaves the least open is looked for.
const LEAST_OPEN: u32 = 8;
/// Longest horizon of a plan.
const WEEKS: usize = 105;

/// The records that a plan is made from, at one moment.
#[derive(Debug, Clone)]
pub struct Brief {
    /// Reference records.
    pub registry: Arc<Registry>,
    /// The days to plan.
    pub period: Period,
    calendar: Arc<WorkCalendar>,
    book: RuleBook,
    sessions: Vec<Session>,
    locked: BTreeSet<Cell>,
    today: NaiveDate,
    freedom: Freedom,
}

/// What came of planning the office's own data.
#[derive(Debug)]
pub struct Drafted {
    /// The planning task.
    pub agenda: Agenda,
    /// What the search found.
    pub outcome: Outcome,
    /// What it comes to, where there is a plan.
    pub proposal: Option<Proposal>,
    /// Other plans, the cheapest first.
    pub others: Vec<Other>,
    /// Why there is no plan, where there is none.
    pub explanation: Option<Explanation>,
    /// What people call everything.
    pub names: Names,
}

/// A plan beside the best.
#[derive(Debug)]
pub struct Other {
    /// Which choices of the table it takes.
    pub on: Vec<bool>,
    /// What it costs.
    pub cost: i64,
    /// What it comes to.
    pub proposal: Proposal,
}

impl Brief {
    /// Reads the records. `more` are rules on top of those of the data file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, period: Period, freedom: Freedom, more: &[RotaRule]) -> Result<Self, Failure> {
        if Horizon::of(period).weeks() > WEEKS {
            let given = format!("{}..{}", period.from(), period.to());
            return Err(Failure::Unknown { choice: Choice::Period, given });
        }
        let horizon = Horizon::of(period).period();
        let first = horizon.from().checked_sub_days(Days::new(Ground::LOOKS_BACK)).unwrap_or(horizon.from());
        // A night at the end asks for rest on the day after.
        let last = horizon.to().succ_opt().unwrap_or(horizon.to());
        let sessions = Period::new(first, last).map(|around| office.sessions(around)).transpose()?;
        let registry = office.registry();
        let locks = registry.plan_locks.values();
        Ok(Self {
            registry: Arc::clone(registry),
            calendar: Arc::clone(office.calendar()),
            period,
            book: RuleBook::new(registry).with(more.iter().cloned()),
            sessions: sessions.unwrap_or_default(),
            locked: locks.map(|lock| Cell { stint: lock.stint, on: lock.on_date, slot: lock.slot }).collect(),
            today: office.clock().today(),
            freedom,
        })
    }

    /// The same with other rules on top of those it has.
    #[must_use]
    pub fn with_rules(mut self, more: impl IntoIterator<Item = RotaRule>) -> Self {
        self.book = self.book.with(more);
        self
    }

    /// What is asked for of the pure planner.
    #[must_use]
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            registry: &self.registry,
            calendar: &self.calendar,
            book: &self.book,
            sessions: &self.sessions,
            locked: &self.locked,
            period: self.period,
            today: self.today,
            freedom: self.freedom,
        }
    }

    /// The sessions around the plan.
    pub(super) fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// The work calendar.
    pub(super) fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// Whether a stint runs and its expert is not on leave in a half-day.
    pub(super) fn is_here(&self, stint: StintId, on: NaiveDate, slot: Slot) -> bool {
        self.registry.stints.get(&stint).is_some_and(|stint| {
            let mut leave = self.registry.leave.values().filter(|leave| leave.person == stint.person);
            stint.runs_on(on) && !leave.any(|leave| leave.covers(on, slot))
        })
    }

    /// Whether the clerk has locked a half-day.
    pub(super) fn is_locked(&self, stint: StintId, on: NaiveDate, slot: Slot) -> bool {
        self.locked.contains(&Cell { stint, on, slot })
    }

    /// Whether anything that was issued has become impossible: then the plan is repaired and not only filled.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let horizon = Horizon::of(self.period);
        self.sessions.iter().any(|session| {
            let is_promised =
                matches!(session.status, SessionStatus::Published | SessionStatus::Swapped | SessionStatus::Extra);
            let is_away = !self.is_here(session.stint, session.on_date, session.slot);
            horizon.day(session.on_date).is_some() && self.ground().is_open(session.on_date) && is_promised && is_away
        })
    }

    /// How many moves are enough as a rule; by the size of the task alone, so that every machine finds the same plan.
    #[must_use]
    pub fn usual_moves(&self) -> u64 {
        const EACH: u64 = 400_000;
        const MOST: u64 = 6_000_000;
        (EACH * Horizon::of(self.period).weeks() as u64).min(MOST)
    }

    /// The same with another freedom.
    #[must_use]
    pub fn with_freedom(mut self, freedom: Freedom) -> Self {
        self.freedom = freedom;
        self
    }

    /// Searches for a plan. The time counts from the start of `watch`; `tell` hears of better plans from any run.
    #[must_use]
    pub fn plan(
        &self,
        effort: Effort,
        watch: Stopwatch,
        progress: &Progress,
        tell: &(dyn Fn(i64, f64) + Sync),
        tr: Tr,
    ) -> Drafted {
        let is_repair = self.freedom == Freedom::Repair;
        let efforts = if is_repair { effort.shared() } else { [effort; 3] };
        let [whole, rest @ ..] = efforts;
        let more = if is_repair { rest.iter().map(Effort::moves).sum() } else { 0 };
        progress.begin(whole.moves().saturating_add(more));
        let mut drafted = self.best(whole, watch, progress, tell, tr);
        if is_repair && drafted.proposal.is_some() {
            self.add_ways(rest, watch, progress, &mut drafted);
        }
        drafted.others.truncate(ALTERNATIVES);
        drafted
    }

    /// Looks for other ways to repair: one that changes less, one that leaves less open, by dearer and cheaper changes.
    fn add_ways(&self, efforts: [Effort; 2], watch: Stopwatch, progress: &Progress, drafted: &mut Drafted) {
        let ground = self.ground();
        let mut found: Vec<Other> = Vec::new();
        for ((dearer, cheaper), effort) in [(LEAST_CHANGE, 1), (1, LEAST_OPEN)].into_iter().zip(efforts) {
            let changes = self.book.everywhere(RuleTerm::Changes, &RulePlace::on(self.today));
            let changes = changes.cloned().unwrap_or_else(|| RuleBook::usual(RuleTerm::Changes));
            let price = changes.price.saturating_mul(dearer) / cheaper;
            let book = self.book.clone().with([RotaRule { price, ..changes }]);
            let agenda = Agenda::new(&Ground { book: &book, ..ground });
            let deadline = Deadline::new(effort, watch, progress);
            if deadline.is_over() || agenda.task.table.choices() != drafted.agenda.task.table.choices() {
                break;
            }
            // The rows are the same and only their prices differ: what is legal and what it costs is told by the first.
            if let Found::Plan { on, .. } = search(&agenda.task, effort, deadline, &|_, _| {}).found {
                let verdict = drafted.agenda.task.table.judge(&on);
                if verdict.broken.is_empty() {
                    let proposal = drafted.agenda.proposal(&ground, &on);
                    found.push(Other { on, cost: verdict.objective, proposal });
                }
            }
        }
        found.append(&mut drafted.others);
        for other in found {
            let is_known = |known: &Other| known.proposal == other.proposal;
            if drafted.proposal.as_ref() != Some(&other.proposal) && !drafted.others.iter().any(is_known) {
                drafted.others.push(other);
            }
        }
    }

    fn best(
        &self,
        effort: Effort,
        watch: Stopwatch,
        progress: &Progress,
        tell: &(dyn Fn(i64, f64) + Sync),
        tr: Tr,
    ) -> Drafted {
        let ground = self.ground();
        let agenda = Agenda::new(&ground);
        let names = names(&agenda, &self.registry, tr);
        // What counting shows needs no search; proving it by cases would take for ever.
        let deadline = Deadline::new(effort, watch, progress);
        let outcome = evident(&agenda.task.table).map_or_else(
            || search(&agenda.task, effort, deadline, tell),
            |rows| Outcome::impossible(rows, watch.seconds()),
        );
        let explanation = match &outcome.found {
            Found::Impossible(rows) => Some(Explanation::new(&agenda.task, rows, deadline, &names, tr)),
            Found::Plan { .. } | Found::Nothing => None,
        };
        let proposal = match &outcome.found {
            Found::Plan { on, .. } => Some(agenda.proposal(&ground, on)),
            Found::Impossible(_) | Found::Nothing => None,
        };
        let other = |(on, cost): &(Vec<bool>, i64)| Other {
            on: on.clone(),
            cost: *cost,
            proposal: agenda.proposal(&ground, on),
        };
        let others = outcome.others.iter().map(other);
        let others = others.filter(|other| Some(&other.proposal) != proposal.as_ref()).collect();
        Drafted { agenda, outcome, proposal, others, explanation, names }
    }
}

impl Drafted {
    /// The plan as one step; `None` where nothing would change.
    #[must_use]
    pub fn edit(&self, brief: &Brief) -> Option<Edit> {
        self.proposal.as_ref().and_then(|proposal| edit_of(proposal, brief))
    }

    /// Wishes that stay unmet in the best plan, the dearest first, as sentences.
    #[must_use]
    pub fn unfilled(&self, tr: Tr) -> Vec<String> {
        match &self.outcome.found {
            Found::Plan { on, .. } => self.unfilled_in(on, tr),
            Found::Impossible(_) | Found::Nothing => Vec::new(),
        }
    }

    /// What a plan pays for each rule of the office, the dearest first.
    #[must_use]
    pub fn paid_in(&self, on: &[bool]) -> Vec<(RuleTerm, i64)> {
        let mut by_term: BTreeMap<RuleTerm, i64> = BTreeMap::new();
        for (rule, cost) in paid(&self.agenda.task.table, on) {
            if let Some(term) = rule.term() {
                *by_term.entry(term).or_default() += cost;
            }
        }
        let mut by_term: Vec<(RuleTerm, i64)> = by_term.into_iter().collect();
        by_term.sort_by_key(|(term, cost)| (std::cmp::Reverse(*cost), *term));
        by_term
    }

    /// Wishes that stay unmet in a plan, the dearest first, as sentences.
    pub(super) fn unfilled_in(&self, on: &[bool], tr: Tr) -> Vec<String> {
        let nobody = self.agenda.nobody.iter().map(|nobody| {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let what = tr
                .plan_work_short(&self.names.work(number(nobody.work), tr), &self.names.week(number(nobody.week), tr));
            if nobody.is_full {
                tr.plan_unmet_full(&what, nobody.missing)
            } else {
                tr.plan_unmet_nobody(&what, nobody.missing)
            }
        });
        let mut wishes = unmet(&self.agenda.task.table, on);
        // Changes are told as changes.
        wishes.retain(|wish| wish.rule != Rule::Change);
        nobody.chain(wishes.iter().map(|wish| words::unmet(wish, &self.names, tr))).collect()
    }

    /// What the demand was taken from, as a sentence.
    #[must_use]
    pub fn basis(&self, tr: Tr) -> String {
        let basis = self.agenda.basis;
        let parts: Vec<String> = [
            (basis.templates > 0).then(|| tr.plan_basis_templates(basis.templates)),
            basis.usual.map(|days| tr.plan_basis_usual(&tr.paper_days(days))),
            (basis.rules > 0).then(|| tr.plan_basis_rules(basis.rules)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if basis.templates == 0 && basis.usual.is_none() && self.agenda.works.is_empty() {
            return tr.plan_basis_none().to_owned();
        }
        tr.plan_basis(&parts.join(tr.list_comma()))
    }
}

/// A proposal as one step.
#[must_use]
pub fn edit_of(proposal: &Proposal, brief: &Brief) -> Option<Edit> {
    let mut edits: Vec<Edit> = proposal.stored().map(Edit::put).collect();
    edits.extend(proposal.removed().map(|id| Edit::Delete { table: Table::Session, id: id.raw() }));
    let count = proposal.changes.len();
    for (number, tour) in (1..).zip(&proposal.tours) {
        edits.extend(tour_edits(tour, number, brief));
    }
    let label = Label::Planned { from: brief.period.from(), to: brief.period.to(), count };
    (!proposal.is_empty()).then_some(Edit::Many { label, edits })
}

/// The record of a tour and of those who go along.
fn tour_edits(proposed: &ProposedTour, number: i64, brief: &Brief) -> Vec<Edit> {
    let registry = &brief.registry;
    let id = FreshKeys::new(registry).nth::<Tour>(number);
    let last = registry.tours.values().filter(|tour| tour.stands()).max_by_key(|tour| tour.from_on);
    let name = |person| registry.people.get(&person).map(|person| person.name.clone()).unwrap_or_default();
    let Some(((_, leader), others)) = proposed.members.split_first() else { return Vec::new() };
    let tour = serde_json::json!({
        "id": id, "relation": last.and_then(|tour| tour.relation), "from_on": proposed.on, "to_on": proposed.on,
        "inst": proposed.inst, "leader": leader, "leader_name": name(*leader),
        "content": last.map(|tour| tour.content.clone()).unwrap_or_default(),
        "car": last.map(|tour| tour.car.clone()).unwrap_or_default(),
        "contact": last.map(|tour| tour.contact.clone()).unwrap_or_default(),
        "status": ProposedTour::STATUS,
    });
    let Ok(tour) = serde_json::from_value::<Tour>(tour) else { return Vec::new() };
    let members = others.iter().map(|(_, person)| {
        let name = name(*person);
        Edit::put(TourMember { id: Id::NEW, tour: id, person: Some(*person), name, ..TourMember::default() })
    });
    std::iter::once(Edit::put(tour)).chain(members).collect()
}

/// The changes of a proposal as sentences; the halves of a tour are told once.
#[must_use]
pub fn sentences(proposal: &Proposal, registry: &Registry, tr: Tr) -> Vec<String> {
    let name = |stint| registry.person_of(stint).map_or("", |person| person.name.as_str());
    let tours = proposal.tours.iter().map(|tour| {
        let site = registry.institutions.get(&tour.inst).map_or("", |site| site.name.as_str());
        let members: Vec<&str> = tour.members.iter().map(|(stint, _)| name(*stint)).collect();
        tr.plan_sentence_tour(&tr.month_day_weekday(tour.on), site, &members.join(tr.list_comma()))
    });
    let is_of_tour =
        |session: &Session| proposal.tours.iter().any(|tour| tour.inst == session.inst && tour.on == session.on_date);
    let line = |session: &Session| session_line(session, registry, tr);
    let when = |session: &Session| tr.half_day(session.on_date, session.slot);
    let changes = proposal.changes.iter().filter(|change| !is_of_tour(change.session()));
    let changes = changes.map(|change| match change {
        Change::Added(session) => tr.plan_sentence_added(&when(session), name(session.stint), &line(session)),
        Change::Dropped(session) => tr.plan_sentence_dropped(&when(session), name(session.stint), &line(session)),
        Change::Moved { before, after } => match after.substitute_stint {
            Some(stand_in) => {
                tr.plan_sentence_stand_in(&when(before), name(before.stint), &line(before), name(stand_in))
            }
            None if before.stint != after.stint => {
                tr.plan_sentence_stand_in(&when(before), name(before.stint), &line(before), name(after.stint))
            }
            None => tr.plan_sentence_moved(name(before.stint), &line(before), &when(before), &when(after)),
        },
    });
    tours.chain(changes).collect()
}

/// What people call the parts of a task.
fn names(agenda: &Agenda, registry: &Registry, tr: Tr) -> Names {
    let name = |stint| registry.person_of(stint).map(|person| person.name.clone()).unwrap_or_default();
    let department = |id| registry.departments.get(&id).map(|dept| dept.name.clone()).unwrap_or_default();
    let site = |id: &_| registry.institutions.get(id).map(|site| site.name.clone()).unwrap_or_default();
    let work = |work: &Work| {
        let activity = registry.activities.get(&work.activity);
        let activity = activity.map_or("", |activity| tr.name_of(activity));
        match (work.owner, work.dept) {
            (Some(owner), _) => tr.plan_work_of(&name(owner), activity),
            (None, Some(dept)) => tr.plan_duty_at("", &department(dept), activity).trim().to_owned(),
            (None, None) => activity.to_owned(),
        }
    };
    Names {
        experts: agenda.experts.iter().map(|expert| name(expert.stint)).collect(),
        departments: agenda.departments.iter().map(|id| department(*id)).collect(),
        sites: agenda.sites.iter().map(site).collect(),
        works: agenda.works.iter().map(work).collect(),
        starts_on: Some(agenda.horizon.first()),
    }
}
