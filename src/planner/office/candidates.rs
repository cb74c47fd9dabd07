//! The table while it grows: every half-day that presence, calendar, title and department allow, and what each costs.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::{Agenda, Basis, Nobody, Work};
use super::demand::{Demand, work_of};
use super::ground::{Freedom, Ground, Horizon, half_of, slot_of};
use super::habit::{Habit, weekday_of};
use super::people::Expert;
use super::standing::{Hold, Standings};
use super::visits::Outing;
use crate::domain::{DepartmentId, Force, InstitutionId, Norm, RotaRule, RuleForce, RulePlace, RuleTerm, Slot};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, Rule, RuleTable, Scope, scope_of};
use crate::planner::solve::Task;

/// A half-day that may be put into the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Its choice in the table.
    pub id: u32,
    /// Whose.
    pub expert: usize,
    /// Which work.
    pub work: usize,
    /// The day.
    pub day: usize,
    /// The half of it.
    pub half: usize,
}

/// The table in work, with what the rows are made from.
pub struct Draft<'a> {
    pub ground: &'a Ground<'a>,
    pub horizon: Horizon,
    pub experts: Vec<Expert>,
    pub habit: Habit,
    pub standings: Standings,
    pub demand: Demand,
    pub outing: Outing,
    pub table: RuleTable,
    /// Half-days of work.
    pub picks: Vec<Pick>,
    /// Nights on call: expert, day, choice.
    pub nights: Vec<(usize, usize, u32)>,
    /// Places on tours: expert, site, day, choice.
    pub seats: Vec<(usize, usize, usize, u32)>,
    pub nobody: Vec<Nobody>,
    pub departments: Vec<DepartmentId>,
    /// Choices that stand now.
    standing: BTreeSet<u32>,
    /// A choice that is never taken: it stands in rows that nobody can meet.
    never: Option<u32>,
}

impl<'a> Draft<'a> {
    /// All half-days of work; rows follow.
    pub fn new(
        ground: &'a Ground<'a>,
        horizon: Horizon,
        experts: Vec<Expert>,
        habit: Habit,
        standings: Standings,
        demand: Demand,
        outing: Outing,
    ) -> Self {
        let mut draft = Self {
            ground,
            horizon,
            experts,
            habit,
            standings,
            demand,
            outing,
            table: RuleTable::default(),
            picks: Vec::new(),
            nights: Vec::new(),
            seats: Vec::new(),
            nobody: Vec::new(),
            departments: Vec::new(),
            standing: BTreeSet::new(),
            never: None,
        };
        draft.stand();
        draft.offer();
        draft
    }

    /// What stands: locked where it stays, at the price of a change where it may move.
    fn stand(&mut self) {
        for standing in self.standings.list.clone() {
            let (Some(expert), Some(day)) = (standing.expert, self.horizon.day(standing.session.on_date)) else {
                continue;
            };
            if !standing.is_placed(self.ground) {
                continue;
            }
            let Some(half) = half_of(standing.session.slot) else { continue };
            let work = self.demand.work(work_of(self.ground, &standing.session));
            let duty = Duty::Session { expert, work, day, half };
            if standing.hold == Hold::Displaced {
                continue;
            }
            let id = self.choose(duty);
            self.standing.insert(id);
            self.demand.doers.entry(work).or_default().insert(expert);
            let is_here = self.experts.get(expert).is_some_and(|who| who.is_here(day, standing.session.slot));
            let is_over = !self.ground.is_open(standing.session.on_date);
            match standing.hold {
                Hold::Fixed if is_here || is_over => self.table.lock(id, true, scope_of(duty)),
                Hold::Fixed => {
                    self.table.lock(id, true, scope_of(duty));
                    self.table.row((Rule::LockImpossible, scope_of(duty)), [], Norm::at_least(1, Force::Hard));
                }
                Hold::Loose => self.keep(id, duty),
                Hold::Displaced => {}
            }
        }
    }

    /// A session that may move costs when it does.
    fn keep(&mut self, id: u32, duty: Duty) {
        let place = self.expert_place(duty.expert(), duty.day());
        if let Some(rule) = self.rule(RuleTerm::Changes, &place) {
            let norm = Norm::at_least(1, Norm::of(&rule).force);
            self.table.row((Rule::Change, scope_of(duty)), [(id, 1)], norm);
        }
    }

    fn offer(&mut self) {
        let displaced = self.displaced();
        let doers = self.demand.doers.clone();
        for (work, who) in doers {
            for expert in who {
                if let Some(charge) = self.title(expert, work) {
                    self.offer_to(expert, work, charge, &displaced);
                }
            }
        }
    }

    fn offer_to(&mut self, expert: usize, work: usize, charge: i64, displaced: &BTreeSet<(usize, usize, usize)>) {
        let place = self.expert_place(expert, 0);
        let continuity = self.rule(RuleTerm::Continuity, &place).map_or(0, |rule| i64::from(rule.price));
        for day in 0..self.horizon.days() {
            let on = self.horizon.on(day);
            if !self.ground.is_open(on) {
                continue;
            }
            for half in 0..2 {
                let is_asked = self.demand.asked.contains_key(&(expert, work, day, half));
                let is_displaced = displaced.contains(&(work, day, half));
                let is_day = self.ground.calendar.facts(on).is_working() || is_asked || is_displaced;
                if !is_day || !self.is_free(expert, day, slot_of(half)) {
                    continue;
                }
                let Some(wish) = self.wish(expert, day, slot_of(half)) else { continue };
                let known = self.table.id(&Choice::Duty(Duty::Session { expert, work, day, half }));
                if known.is_some_and(|id| self.standing.contains(&id)) {
                    continue;
                }
                let strange = if is_displaced { 0 } else { self.strangeness(expert, work, day, half) };
                let id = self.choose(Duty::Session { expert, work, day, half });
                let news = if is_displaced { 0 } else { self.price_of_news(&place) };
                for (rule, cost) in [
                    (Rule::Title, charge),
                    (Rule::Dislike, wish),
                    (Rule::OffPattern, strange * continuity),
                    (Rule::Change, news),
                ] {
                    self.table.charge(id, rule, cost);
                }
            }
        }
    }

    /// What a session costs in a repair that makes up for nothing at its own time: people have to be told of it.
    fn price_of_news(&self, place: &RulePlace) -> i64 {
        if self.ground.freedom != Freedom::Repair {
            return 0;
        }
        self.rule(RuleTerm::Changes, place).and_then(|rule| Norm::of(&rule).price()).unwrap_or_default()
    }

    /// How far a half-day is from what is usual: 0 usual, 1 another half-day, 2 another expert as well.
    fn strangeness(&self, expert: usize, work: usize, day: usize, half: usize) -> i64 {
        if self.demand.asked.contains_key(&(expert, work, day, half)) {
            return 0;
        }
        let at = (weekday_of(self.ground, self.horizon.on(day)), half);
        let usual = &self.demand.usual;
        match usual.get(&(expert, work)) {
            Some(halves) if halves.contains(&at) => 0,
            Some(_) => 1,
            None => {
                let mut others =
                    usual.iter().filter(|((_, other), _)| *other == work).map(|(_, halves)| halves).peekable();
                let is_new = others.peek().is_none();
                let is_kept = others.any(|halves| halves.contains(&at));
                if is_new { 0 } else { 2 - i64::from(is_kept) }
            }
        }
    }

    /// What a title below the required one costs; none where it rules the work out.
    fn title(&self, expert: usize, work: usize) -> Option<i64> {
        let (who, work) = (self.experts.get(expert)?, self.demand.works.get(work)?);
        let place = RulePlace { activity: Some(work.activity), dept: work.dept, ..self.expert_place(expert, 0) };
        let rule = self.rule(RuleTerm::TitleRequired, &place);
        match rule.filter(|rule| !rule.admits(who.rank)) {
            None => Some(0),
            Some(rule) if rule.force == RuleForce::Hard => None,
            Some(rule) => Some(i64::from(rule.price)),
        }
    }

    /// What a half-day costs that an expert would rather have free; none where it is out of the question.
    pub fn wish(&self, expert: usize, day: usize, slot: Slot) -> Option<i64> {
        let Some(who) = self.experts.get(expert) else { return Some(0) };
        let on = self.horizon.on(day);
        let weekday = u8::try_from(day % 7 + 1).unwrap_or(0);
        let mut charge = 0;
        for rule in self.ground.book.in_force(RuleTerm::Wishes, on).filter(|rule| rule.person == Some(who.person)) {
            let is_meant =
                rule.weekday.is_none_or(|wanted| wanted == weekday) && rule.slot.is_none_or(|wanted| wanted == slot);
            if is_meant && rule.activity.is_none() {
                if rule.force == RuleForce::Hard {
                    return None;
                }
                charge += i64::from(rule.price);
            }
        }
        Some(charge)
    }

    /// Whether an expert is there in the half-day and nothing stands there that stays.
    pub fn is_free(&self, expert: usize, day: usize, slot: Slot) -> bool {
        let who = self.experts.get(expert);
        who.is_some_and(|who| who.is_here(day, slot) && !self.standings.is_taken(who.person, day, slot))
    }

    /// Whether something stands on a day of an expert that the planner does not place, such as an outing.
    pub fn has_other_work(&self, expert: usize, day: usize) -> bool {
        self.standings.list.iter().any(|standing| {
            let is_theirs = standing.expert == Some(expert) && standing.hold != Hold::Displaced;
            is_theirs && self.horizon.day(standing.session.on_date) == Some(day) && !standing.is_placed(self.ground)
        })
    }

    /// Half-days that were promised and have become impossible: work, day, half.
    pub fn displaced(&self) -> BTreeSet<(usize, usize, usize)> {
        let mut found = BTreeSet::new();
        for standing in self.standings.list.iter().filter(|standing| standing.hold == Hold::Displaced) {
            let work = work_of(self.ground, &standing.session);
            let number = self.demand.works.iter().position(|other| *other == work);
            let day = self.horizon.day(standing.session.on_date);
            if let (Some(work), Some(day), Some(half)) = (number, day, half_of(standing.session.slot)) {
                found.insert((work, day, half));
            }
        }
        found
    }

    /// The choice of a duty, made where it is new.
    fn choose(&mut self, duty: Duty) -> u32 {
        if let Some(known) = self.table.id(&Choice::Duty(duty)) {
            return known;
        }
        let id = self.table.choose(Choice::Duty(duty));
        if let Duty::Session { expert, work, day, half } = duty {
            self.picks.push(Pick { id, expert, work, day, half });
        }
        id
    }

    /// The rule of a term that holds at a place.
    pub fn rule(&self, term: RuleTerm, place: &RulePlace) -> Option<RotaRule> {
        self.ground.book.rule(term, place).cloned()
    }

    /// Where an expert works, on a day.
    pub fn expert_place(&self, expert: usize, day: usize) -> RulePlace {
        let Some(who) = self.experts.get(expert) else { return RulePlace::on(self.horizon.on(day)) };
        let registry = self.ground.registry;
        RulePlace {
            relation: registry.stints.get(&who.stint).and_then(|stint| stint.relation),
            inst_kind: registry.institutions.get(&who.inst).map(|inst| inst.kind),
            inst: Some(who.inst),
            dept: who.dept,
            person: Some(who.person),
            activity: None,
            on: self.horizon.on(day),
        }
    }

    /// Where a kind of work is done, in a week.
    pub fn work_place(&self, work: &Work, week: usize) -> RulePlace {
        RulePlace {
            inst_kind: self.ground.registry.institutions.get(&work.inst).map(|inst| inst.kind),
            inst: Some(work.inst),
            dept: work.dept,
            activity: Some(work.activity),
            ..RulePlace::on(self.horizon.on(7 * week))
        }
    }

    /// The number of a department.
    pub fn department(&mut self, dept: DepartmentId) -> usize {
        self.departments.iter().position(|other| *other == dept).unwrap_or_else(|| {
            self.departments.push(dept);
            self.departments.len() - 1
        })
    }

    /// Holds some choices to a norm. What stands beyond the greatest is a clash of the records, and no reason to refuse
    /// a plan, nor to take it away. A least that nobody can meet stays, as a row over nothing.
    pub fn hold(&mut self, about: (Rule, Scope), choices: &[u32], norm: Norm) {
        self.hold_beyond(about, choices, norm, self.standing_of(choices));
    }

    /// The same for what cannot stand side by side: a repair takes such clashes away, where anything of them may move.
    pub fn hold_apart(&mut self, about: (Rule, Scope), choices: &[u32], norm: Norm) {
        let is_locked = |id: &&u32| self.table.locked().get(**id as usize) == Some(&Some(true));
        let standing = match self.ground.freedom {
            Freedom::Repair => choices.iter().filter(is_locked).count(),
            Freedom::Fill | Freedom::Replan => self.standing_of(choices),
        };
        self.hold_beyond(about, choices, norm, standing);
    }

    fn hold_beyond(&mut self, about: (Rule, Scope), choices: &[u32], norm: Norm, standing: usize) {
        let standing = i32::try_from(standing).unwrap_or(i32::MAX);
        let hi = norm.hi.map(|most| most.max(standing));
        if let Some(hi) = hi.filter(|hi| i32::try_from(choices.len()).is_ok_and(|count| count > *hi)) {
            self.table.row(about, choices.iter().map(|id| (*id, 1)), Norm::at_most(hi, norm.force));
        }
        if let Some(lo) = norm.lo.filter(|least| *least > 0) {
            let mut terms: Vec<(u32, i32)> = choices.iter().map(|id| (*id, 1)).collect();
            if terms.is_empty() {
                let never = self.never();
                terms.push((never, 1));
            }
            self.table.row(about, terms, Norm::at_least(lo, norm.force));
        }
    }

    /// How many of some choices stand now, to stay or to be moved.
    pub fn standing_of(&self, choices: &[u32]) -> usize {
        let is_locked = |id: u32| self.table.locked().get(id as usize) == Some(&Some(true));
        choices.iter().filter(|id| self.standing.contains(id) || is_locked(**id)).count()
    }

    fn never(&mut self) -> u32 {
        if let Some(never) = self.never {
            return never;
        }
        // A place that is not in the list: no tour ever goes there.
        let never = self.table.choose(Choice::Open { site: self.outing.sites.len(), day: 0 });
        self.table.rule_out(never, Rule::Nobody);
        self.never = Some(never);
        never
    }

    /// Adds a choice that is not a half-day of work.
    pub fn other(&mut self, choice: Choice) -> u32 {
        self.table.choose(choice)
    }

    /// The half-days of work by a key.
    pub fn grouped<K: Ord>(&self, key: impl Fn(&Pick) -> Option<K>) -> BTreeMap<K, Vec<u32>> {
        let mut groups: BTreeMap<K, Vec<u32>> = BTreeMap::new();
        for pick in &self.picks {
            if let Some(key) = key(pick) {
                groups.entry(key).or_default().push(pick.id);
            }
        }
        groups
    }

    /// The room in which an expert does a kind of work.
    pub fn room(&self, expert: usize, work: usize) -> &str {
        room(&self.habit, &self.demand, &self.experts, (expert, work))
    }

    /// The task as a whole.
    pub fn finish(self, basis: Basis) -> Agenda {
        let mut start = vec![false; self.table.choices().len()];
        for id in &self.standing {
            if let Some(on) = start.get_mut(*id as usize) {
                *on = true;
            }
        }
        let sites: Vec<InstitutionId> = self.outing.sites.clone();
        Agenda {
            horizon: self.horizon,
            experts: self.experts,
            works: self.demand.works.clone(),
            sites,
            departments: self.departments,
            task: Task::of_table(self.table, (self.ground.freedom != Freedom::Fill).then_some(start)),
            nobody: self.nobody,
            basis,
            habit: self.habit,
            demand: self.demand,
            standings: self.standings,
        }
    }
}

/// The room in which an expert does a kind of work: the template's, the expert's own, or that of others who do it.
pub fn room<'h>(habit: &'h Habit, demand: &'h Demand, experts: &[Expert], (expert, work): (usize, usize)) -> &'h str {
    let asked = demand.asked.iter().find(|((who, what, ..), _)| (*who, *what) == (expert, work));
    if let Some((_, asked)) = asked.filter(|(_, asked)| !asked.session.room.is_empty()) {
        return &asked.session.room;
    }
    let Some(facts) = demand.works.get(work) else { return "" };
    let kind = super::habit::Kind { activity: facts.activity, inst: facts.inst, dept: facts.dept };
    let own = experts.get(expert).and_then(|expert| habit.usage.get(&(expert.stint, kind)));
    own.or_else(|| habit.of_kind(kind)).map_or("", super::habit::Usage::room)
}
