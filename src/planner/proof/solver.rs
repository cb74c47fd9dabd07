//! A small complete solver for needs: it decides, propagates, learns from conflicts, and knows which rows it has used.

use std::collections::{BTreeSet, HashMap};

use super::needs::{Literal, Need};
use crate::planner::search::slice::{Lists, at, count, put};

/// Decisions between two looks at whether to give up.
const LOOK: u32 = 32;

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// All needs can be met; these choices are taken, by their numbers.
    Possible(Vec<u32>),
    /// These rows cannot all hold.
    Impossible(Vec<usize>),
    /// Not known within the limit.
    Unknown,
}

/// Why a literal is true, or a clause was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Reason {
    #[default]
    Decision,
    Need(u32),
    Clause(u32),
    /// A literal that holds whatever is decided.
    Fact(u32),
}

#[derive(Debug, Default)]
struct Clause {
    literals: Vec<Literal>,
    from: Vec<Reason>,
}

/// The solver.
#[derive(Debug)]
pub struct Solver<'n> {
    needs: &'n [Need],
    /// Numbers of the choices, by variable.
    choices: Vec<u32>,
    terms: Vec<Vec<(Literal, i64)>>,
    uses: Lists<(u32, i64)>,
    slack: Vec<i64>,
    widest: Vec<i64>,
    /// By variable: 0 open, 1 true, −1 false.
    values: Vec<i8>,
    levels: Vec<u32>,
    reasons: Vec<Reason>,
    places: Vec<u32>,
    activity: Vec<u64>,
    bump: u64,
    trail: Vec<Literal>,
    head: usize,
    marks: Vec<usize>,
    clauses: Vec<Clause>,
    watches: Vec<Vec<u32>>,
    demanding: Vec<u32>,
}

impl<'n> Solver<'n> {
    /// Of needs.
    #[must_use]
    pub fn new(needs: &'n [Need]) -> Self {
        let mut choices: Vec<u32> = needs.iter().flat_map(|need| &need.terms).map(|(literal, _)| literal / 2).collect();
        choices.sort_unstable();
        choices.dedup();
        let numbers: HashMap<u32, u32> = (0u32..).zip(&choices).map(|(number, choice)| (*choice, number)).collect();
        let renumber = |literal: Literal| 2 * numbers.get(&(literal / 2)).copied().unwrap_or_default() + literal % 2;
        let terms: Vec<Vec<(Literal, i64)>> = needs
            .iter()
            .map(|need| need.terms.iter().map(|&(literal, factor)| (renumber(literal), factor)).collect())
            .collect();
        let uses: Vec<(u32, (u32, i64))> = (0u32..)
            .zip(&terms)
            .flat_map(|(need, terms)| terms.iter().map(move |&(literal, factor)| (literal, (need, factor))))
            .collect();
        let total = |terms: &Vec<(Literal, i64)>| terms.iter().map(|(_, factor)| factor).sum::<i64>();
        let demanding = (0u32..).zip(&terms).filter(|(_, terms)| terms.iter().any(|(literal, _)| literal % 2 == 0));
        let variables = choices.len();
        Self {
            needs,
            uses: Lists::sorted(2 * variables, uses.iter().copied()),
            slack: terms.iter().zip(needs).map(|(terms, need)| total(terms) - need.least).collect(),
            widest: terms
                .iter()
                .map(|terms| terms.iter().map(|(_, factor)| *factor).max().unwrap_or_default())
                .collect(),
            demanding: demanding.map(|(need, _)| need).collect(),
            choices,
            terms,
            values: vec![0; variables],
            levels: vec![0; variables],
            reasons: vec![Reason::Decision; variables],
            places: vec![0; variables],
            activity: vec![0; variables],
            bump: 1,
            trail: Vec::new(),
            head: 0,
            marks: Vec::new(),
            clauses: Vec::new(),
            watches: vec![Vec::new(); 2 * variables],
        }
    }

    /// Solves; gives up after so many conflicts, or when told to.
    pub fn solve(mut self, limit: u32, is_enough: &mut dyn FnMut() -> bool) -> Ruling {
        let mut conflicts = 0;
        let mut conflict = self.look_at_all();
        let mut until_restart = 128;
        let mut decisions = 0_u32;
        loop {
            conflict = conflict.or_else(|| self.propagate());
            if let Some(reason) = conflict.take() {
                if self.marks.is_empty() {
                    return Ruling::Impossible(self.rows_behind(reason));
                }
                conflicts += 1;
                if conflicts >= limit || is_enough() {
                    return Ruling::Unknown;
                }
                self.learn(reason);
                if conflicts % until_restart == 0 {
                    until_restart += until_restart / 2;
                    self.back_to(0);
                }
            } else if let Some(literal) = self.decide() {
                // A large question may go on for long without a conflict.
                decisions += 1;
                if decisions.is_multiple_of(LOOK) && is_enough() {
                    return Ruling::Unknown;
                }
                self.marks.push(self.trail.len());
                self.set(literal, Reason::Decision);
            } else {
                let taken = self.choices.iter().zip(&self.values).filter(|(_, value)| **value > 0);
                return Ruling::Possible(taken.map(|(choice, _)| *choice).collect());
            }
        }
    }

    fn value(&self, literal: Literal) -> i8 {
        let value = at(&self.values, literal / 2);
        if literal.is_multiple_of(2) { value } else { -value }
    }

    fn set(&mut self, literal: Literal, reason: Reason) {
        let variable = literal / 2;
        put(&mut self.values, variable, if literal.is_multiple_of(2) { 1 } else { -1 });
        put(&mut self.levels, variable, count(self.marks.len()));
        put(&mut self.reasons, variable, reason);
        put(&mut self.places, variable, count(self.trail.len()));
        self.trail.push(literal);
        for (need, factor) in self.uses.of(literal ^ 1) {
            if let Some(slack) = self.slack.get_mut(*need as usize) {
                *slack -= factor;
            }
        }
    }

    fn back_to(&mut self, level: usize) {
        let Some(mark) = self.marks.get(level).copied() else { return };
        self.marks.truncate(level);
        for literal in self.trail.split_off(mark) {
            put(&mut self.values, literal / 2, 0);
            for (need, factor) in self.uses.of(literal ^ 1) {
                if let Some(slack) = self.slack.get_mut(*need as usize) {
                    *slack += factor;
                }
            }
        }
        self.head = self.trail.len();
    }

    /// What follows before anything is decided.
    fn look_at_all(&mut self) -> Option<Reason> {
        (0..count(self.needs.len())).find_map(|need| self.look_at(need))
    }

    fn look_at(&mut self, need: u32) -> Option<Reason> {
        let slack = at(&self.slack, need);
        if slack < 0 {
            return Some(Reason::Need(need));
        }
        if slack >= at(&self.widest, need) {
            return None;
        }
        let terms = self.terms.get_mut(need as usize).map(std::mem::take).unwrap_or_default();
        for (literal, factor) in &terms {
            if *factor > slack && self.value(*literal) == 0 {
                self.set(*literal, Reason::Need(need));
            }
        }
        if let Some(place) = self.terms.get_mut(need as usize) {
            *place = terms;
        }
        None
    }

    fn propagate(&mut self) -> Option<Reason> {
        while let Some(literal) = self.trail.get(self.head).copied() {
            self.head += 1;
            let uses: Vec<u32> = self.uses.of(literal ^ 1).iter().map(|(need, _)| *need).collect();
            for need in uses {
                if let Some(conflict) = self.look_at(need) {
                    return Some(conflict);
                }
            }
            if let Some(conflict) = self.watch(literal ^ 1) {
                return Some(conflict);
            }
        }
        None
    }

    /// A watched literal has become false: each of its clauses watches another, or says something.
    fn watch(&mut self, fallen: Literal) -> Option<Reason> {
        let watching = self.watches.get_mut(fallen as usize).map(std::mem::take).unwrap_or_default();
        let mut conflict = None;
        let mut kept = Vec::with_capacity(watching.len());
        for number in watching {
            if conflict.is_some() {
                kept.push(number);
                continue;
            }
            let mut literals = self
                .clauses
                .get_mut(number as usize)
                .map(|clause| std::mem::take(&mut clause.literals))
                .unwrap_or_default();
            if literals.first() == Some(&fallen) {
                literals.swap(0, 1);
            }
            let first = literals.first().copied().unwrap_or_default();
            let other =
                (2..literals.len()).find(|place| literals.get(*place).is_some_and(|other| self.value(*other) >= 0));
            match other {
                _ if self.value(first) > 0 => kept.push(number),
                Some(place) => {
                    literals.swap(1, place);
                    let next = literals.get(1).copied().unwrap_or_default();
                    if let Some(list) = self.watches.get_mut(next as usize) {
                        list.push(number);
                    }
                }
                None => {
                    kept.push(number);
                    if self.value(first) < 0 {
                        conflict = Some(Reason::Clause(number));
                    } else {
                        self.set(first, Reason::Clause(number));
                    }
                }
            }
            if let Some(clause) = self.clauses.get_mut(number as usize) {
                clause.literals = literals;
            }
        }
        if let Some(list) = self.watches.get_mut(fallen as usize) {
            kept.append(list);
            *list = kept;
        }
        conflict
    }

    /// The demand with the least room is met next, by the choice that was in the most conflicts lately.
    fn decide(&self) -> Option<Literal> {
        let is_open = |need: &&u32| {
            let (terms, least) =
                (self.terms.get(**need as usize), self.needs.get(**need as usize).map(|need| need.least));
            // A choice that is left open is left out.
            let sum: i64 = terms
                .into_iter()
                .flatten()
                .filter(|(literal, _)| self.value(*literal) > 0 || (literal % 2 == 1 && self.value(*literal) == 0))
                .map(|(_, factor)| factor)
                .sum();
            least.is_some_and(|least| sum < least)
        };
        let need = self.demanding.iter().filter(is_open).min_by_key(|need| at(&self.slack, **need))?;
        let terms = self.terms.get(*need as usize)?;
        let open =
            terms.iter().map(|(literal, _)| *literal).filter(|literal| literal % 2 == 0 && self.value(*literal) == 0);
        open.max_by_key(|literal| (at(&self.activity, literal / 2), std::cmp::Reverse(*literal)))
    }

    /// The literals that a reason rests on: all false, and before the literal that follows from it.
    fn grounds(&self, reason: Reason, implied: Option<Literal>) -> Vec<Literal> {
        let before = implied.map_or(u32::MAX, |literal| at(&self.places, literal / 2));
        let is_ground = |literal: &Literal| self.value(*literal) < 0 && at(&self.places, *literal / 2) < before;
        match reason {
            Reason::Need(need) => {
                let terms = self.terms.get(need as usize).into_iter().flatten();
                terms.map(|(literal, _)| *literal).filter(is_ground).collect()
            }
            Reason::Clause(number) => {
                let literals = self.clauses.get(number as usize).into_iter().flat_map(|clause| &clause.literals);
                literals.copied().filter(is_ground).collect()
            }
            Reason::Decision | Reason::Fact(_) => Vec::new(),
        }
    }

    /// Learns the clause of the first point through which the whole conflict passes, and goes back.
    fn learn(&mut self, conflict: Reason) {
        let level = count(self.marks.len());
        let mut seen = BTreeSet::new();
        let mut learned = Vec::new();
        let mut from = vec![conflict];
        let mut open = 0;
        let mut grounds = self.grounds(conflict, None);
        let mut place = self.trail.len();
        loop {
            for literal in grounds.drain(..) {
                let variable = literal / 2;
                if !seen.insert(variable) {
                    continue;
                }
                let bumped = at(&self.activity, variable).saturating_add(self.bump);
                put(&mut self.activity, variable, bumped);
                match at(&self.levels, variable) {
                    0 => from.push(Reason::Fact(variable)),
                    own if own == level => open += 1,
                    _ => learned.push(literal),
                }
            }
            let Some(literal) = self.latest(&seen, level, &mut place) else { break };
            open -= 1;
            if open == 0 {
                learned.insert(0, literal ^ 1);
                break;
            }
            let reason = at(&self.reasons, literal / 2);
            from.push(reason);
            grounds = self.grounds(reason, Some(literal));
        }
        self.bump += 1 + self.bump / 16;
        if self.bump > u64::MAX / 1024 {
            self.activity.iter_mut().for_each(|activity| *activity >>= 40);
            self.bump = (self.bump >> 40).max(1);
        }
        self.adopt(learned, from);
    }

    /// The latest literal of the trail that is part of the conflict, at the level of the conflict.
    fn latest(&self, seen: &BTreeSet<u32>, level: u32, place: &mut usize) -> Option<Literal> {
        while let Some(literal) = place.checked_sub(1).and_then(|before| self.trail.get(before)).copied() {
            *place -= 1;
            if seen.contains(&(literal / 2)) && at(&self.levels, literal / 2) == level {
                return Some(literal);
            }
        }
        None
    }

    fn adopt(&mut self, mut literals: Vec<Literal>, from: Vec<Reason>) {
        let Some((first, rest)) = literals.split_first_mut() else { return };
        let first = *first;
        let back = rest.iter().map(|literal| at(&self.levels, *literal / 2)).max().unwrap_or(0);
        if let Some(place) = rest.iter().position(|literal| at(&self.levels, *literal / 2) == back) {
            rest.swap(0, place);
        }
        let number = count(self.clauses.len());
        let watched: Vec<Literal> = literals.iter().take(2).copied().collect();
        let is_unit = watched.len() < 2;
        self.clauses.push(Clause { literals, from });
        self.back_to(back as usize);
        if !is_unit {
            for literal in watched {
                if let Some(list) = self.watches.get_mut(literal as usize) {
                    list.push(number);
                }
            }
        }
        self.set(first, Reason::Clause(number));
    }

    /// The rows that the proof rests on.
    fn rows_behind(&self, conflict: Reason) -> Vec<usize> {
        let mut rows = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![conflict];
        open.extend(self.grounds(conflict, None).into_iter().map(|literal| Reason::Fact(literal / 2)));
        while let Some(reason) = open.pop() {
            if !seen.insert(reason) {
                continue;
            }
            match reason {
                Reason::Need(need) => rows.extend(self.needs.get(need as usize).map(|need| need.row)),
                Reason::Clause(number) => {
                    open.extend(
                        self.clauses.get(number as usize).into_iter().flat_map(|clause| clause.from.iter().copied()),
                    );
                }
                Reason::Fact(variable) => {
                    let own = at(&self.reasons, variable);
                    open.push(own);
                    let literal = 2 * variable + u32::from(at(&self.values, variable) < 0);
                    open.extend(self.grounds(own, Some(literal)).into_iter().map(|ground| Reason::Fact(ground / 2)));
                }
                Reason::Decision => {}
            }
        }
        rows.into_iter().collect()
    }
}
