//! What is asked for: how often each kind of work is wanted in each week, and on which half-days it usually stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::agenda::Work;
use super::ground::{Ground, Horizon, half_of};
use super::habit::{Habit, Kind, WeekHalf, weekday_of};
use super::people::Expert;
use crate::domain::{RulePlace, RuleTerm, Session, StintId, TemplateId, Why, generate};

/// Codes of activities that a colleague of the department can take over; clinics are told by their flag.
const SHARED: [&str; 8] = [
    "round",
    "teaching_round",
    "surgery",
    "surgery_teaching",
    "surgery_demo",
    "duty",
    "consultation",
    "case_discussion",
];

/// What a template asks for on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The template.
    pub template: TemplateId,
    /// The session as the template makes it.
    pub session: Session,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Demand {
    /// Kinds of work, in an order of their own.
    pub works: Vec<Work>,
    /// How often each is wanted in each week.
    pub wanted: BTreeMap<(usize, usize), usize>,
    /// Half-days of the week on which an expert usually does a kind of work.
    pub usual: BTreeMap<(usize, usize), BTreeSet<WeekHalf>>,
    /// What templates ask for: expert, work, day, half.
    pub asked: BTreeMap<(usize, usize, usize, usize), Asked>,
    /// Who does a kind of work: experts by work.
    pub doers: BTreeMap<usize, BTreeSet<usize>>,
}

impl Demand {
    /// The number of a kind of work, entered where it is new.
    pub fn work(&mut self, work: Work) -> usize {
        self.works.iter().position(|other| *other == work).unwrap_or_else(|| {
            self.works.push(work);
            self.works.len() - 1
        })
    }

    /// Gathers what habits, templates and rules ask for.
    pub fn new(ground: &Ground<'_>, horizon: Horizon, experts: &[Expert], habit: &Habit) -> Self {
        let mut demand = Self::default();
        let templated = demand.of_templates(ground, horizon, experts);
        demand.of_habits(ground, horizon, experts, habit, &templated);
        demand.of_rules(ground, horizon, experts);
        demand.widen(ground, experts);
        demand
    }

    /// Templates ask for their half-days themselves; their experts' habits of the same kind count no more.
    fn of_templates(&mut self, ground: &Ground<'_>, horizon: Horizon, experts: &[Expert]) -> BTreeSet<(StintId, Kind)> {
        let made = generate(&[], ground.registry, ground.calendar, horizon.period());
        let on_leave = made.unmade.iter().filter(|unmade| unmade.why == Why::Leave).filter_map(|unmade| {
            let template = ground.registry.templates.get(&unmade.template)?;
            let like = Session {
                id: crate::domain::Id::NEW,
                on_date: unmade.on,
                slot: unmade.slot,
                stint: template.stint,
                activity: template.activity,
                further: Vec::new(),
                topic: String::new(),
                inst: template.inst,
                dept: template.dept,
                room: template.room.clone(),
                status: crate::domain::SessionStatus::Planned,
                substitute_stint: None,
                reason: String::new(),
                from_template: Some(template.id),
            };
            Some(like)
        });
        let mut templated = BTreeSet::new();
        for session in made.rows.iter().cloned().chain(on_leave) {
            let (Some(day), Some(half)) = (horizon.day(session.on_date), half_of(session.slot)) else { continue };
            let Some(expert) = experts.iter().position(|expert| expert.stint == session.stint) else { continue };
            templated.insert((session.stint, Kind::of(&session)));
            let work = self.work(work_of(ground, &session));
            *self.wanted.entry((work, day / 7)).or_default() += 1;
            self.doers.entry(work).or_default().insert(expert);
            let half_of_week = (weekday_of(ground, session.on_date), half);
            self.usual.entry((expert, work)).or_default().insert(half_of_week);
            if let Some(template) = session.from_template {
                self.asked.insert((expert, work, day, half), Asked { template, session });
            }
        }
        templated
    }

    fn of_habits(
        &mut self,
        ground: &Ground<'_>,
        horizon: Horizon,
        experts: &[Expert],
        habit: &Habit,
        templated: &BTreeSet<(StintId, Kind)>,
    ) {
        let number = |stint: StintId| experts.iter().position(|expert| expert.stint == stint);
        let present: BTreeSet<Kind> =
            habit.usage.keys().filter(|(stint, _)| number(*stint).is_some()).map(|(_, kind)| *kind).collect();
        for (&(stint, kind), usage) in &habit.usage {
            let a_week = habit.a_week(stint, kind);
            if a_week == 0 || templated.contains(&(stint, kind)) {
                continue;
            }
            // Whoever has left hands the work on to a successor, or to the department where nobody else does it.
            let heir = ground.registry.stints.get(&stint).and_then(|stint| stint.successor_stint).and_then(number);
            let expert = number(stint).or(heir.filter(|_| !present.contains(&kind)));
            let is_shared = is_shared(ground, kind);
            if expert.is_none() && (!is_shared || present.contains(&kind)) {
                continue;
            }
            let owner = expert.and_then(|number| experts.get(number)).map(|expert| expert.stint);
            let owner = owner.filter(|_| !is_shared);
            let work = self.work(Work { activity: kind.activity, inst: kind.inst, dept: kind.dept, owner });
            for week in 0..horizon.weeks() {
                let days = workdays(ground, horizon, week, expert.filter(|_| !is_shared), experts);
                let count = (2 * a_week * days + 5) / 10;
                if count > 0
                    && expert
                        .and_then(|number| experts.get(number))
                        .is_none_or(|who| is_meant(ground, horizon, who.stint, week))
                {
                    *self.wanted.entry((work, week)).or_default() += count;
                }
            }
            if let Some(expert) = expert {
                self.doers.entry(work).or_default().insert(expert);
                let often = usage.halves.iter().filter(|(_, count)| 2 * **count >= habit.weeks.len());
                self.usual.entry((expert, work)).or_default().extend(often.map(|(half, _)| *half));
            }
        }
    }

    /// Departments for which a rule asks for clinics or ward rounds that nobody has done yet.
    fn of_rules(&mut self, ground: &Ground<'_>, horizon: Horizon, experts: &[Expert]) {
        let registry = ground.registry;
        for (term, code) in [(RuleTerm::ClinicCoverage, "clinic"), (RuleTerm::WardRounds, "round")] {
            let Some(activity) = registry.activity(code) else { continue };
            for (number, expert) in experts.iter().enumerate().filter(|(_, expert)| expert.is_clinical) {
                let Some(dept) = expert.dept else { continue };
                let place = RulePlace {
                    inst: Some(expert.inst),
                    inst_kind: registry.institutions.get(&expert.inst).map(|inst| inst.kind),
                    dept: Some(dept),
                    activity: Some(activity.id),
                    ..RulePlace::on(horizon.first())
                };
                if ground.book.rule(term, &place).and_then(|rule| rule.at_least).is_some_and(|least| least > 0) {
                    let work =
                        self.work(Work { activity: activity.id, inst: expert.inst, dept: Some(dept), owner: None });
                    self.doers.entry(work).or_default().insert(number);
                }
            }
        }
    }

    /// Colleagues of a department can take over what is not somebody's own.
    fn widen(&mut self, ground: &Ground<'_>, experts: &[Expert]) {
        let _ = ground;
        for (number, work) in self.works.iter().enumerate() {
            if work.owner.is_some() || work.dept.is_none() {
                continue;
            }
            let colleagues = experts
                .iter()
                .enumerate()
                .filter(|(_, expert)| expert.is_clinical && expert.dept == work.dept && expert.inst == work.inst);
            self.doers.entry(number).or_default().extend(colleagues.map(|(number, _)| number));
        }
    }
}

/// The work that a session is.
pub fn work_of(ground: &Ground<'_>, session: &Session) -> Work {
    let kind = Kind::of(session);
    let owner = (!is_shared(ground, kind)).then_some(session.stint);
    Work { activity: kind.activity, inst: kind.inst, dept: kind.dept, owner }
}

/// Whether colleagues of a department can do the work for each other.
fn is_shared(ground: &Ground<'_>, kind: Kind) -> bool {
    let Some(activity) = ground.registry.activities.get(&kind.activity) else { return false };
    kind.dept.is_some() && (activity.is_clinic || SHARED.contains(&activity.code.as_str()))
}

/// Working days of a week; for somebody's own work only those on which that expert is there.
fn workdays(ground: &Ground<'_>, horizon: Horizon, week: usize, own: Option<usize>, experts: &[Expert]) -> usize {
    let own = own.and_then(|number| experts.get(number));
    let is_there = |day: usize| {
        own.is_none_or(|expert| {
            [crate::domain::Slot::Am, crate::domain::Slot::Pm].iter().any(|slot| expert.is_here(day, *slot))
        })
    };
    let days = (7 * week..7 * week + 7).filter(|day| ground.calendar.facts(horizon.on(*day)).is_working());
    days.filter(|day| is_there(*day)).count()
}

/// Whether a stint runs on any day of a week: what its expert usually does is wanted only then.
fn is_meant(ground: &Ground<'_>, horizon: Horizon, stint: StintId, week: usize) -> bool {
    let mut days = (7 * week..7 * week + 7).map(|day| horizon.on(day));
    ground
        .registry
        .stints
        .get(&stint)
        .is_some_and(|stint| days.any(|on| on.weekday().number_from_monday() < 6 && stint.runs_on(on)))
}
