//! The picture of all pairs on a day: cards of mentors, the pool of apprentices, lines for the table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::progress::Progress;
use crate::app::pinyin::PinyinKey;
use crate::app::{Failure, Office};
use crate::domain::{
    DepartmentId, Discipline, InstitutionId, NameBook, Pairing, PairingId, PairingStatus, Person, PersonId, Registry,
    Stint, StintId, WorkCalendar,
};

/// How many apprentices a mentor should have where no rule says otherwise.
const USUAL_TARGET: usize = 3;

/// One pair.
#[derive(Debug, Clone)]
pub struct PairLine {
    /// The record.
    pub pairing: Pairing,
    /// Who teaches, told apart from namesakes.
    pub mentor: String,
    /// Who learns.
    pub apprentice: String,
    /// Title and department of the mentor.
    pub mentor_detail: String,
    /// Title and department of the apprentice.
    pub apprentice_detail: String,
    /// The goals in words.
    pub goals: String,
    /// How it is coming along.
    pub progress: Progress,
}

/// A mentor with the pairs of the day.
#[derive(Debug, Clone)]
pub struct MentorCard {
    /// Who.
    pub person: PersonId,
    /// The posting that runs, absent for a local mentor.
    pub stint: Option<StintId>,
    /// Name, told apart from namesakes.
    pub name: String,
    /// Title, department, home.
    pub detail: String,
    /// Where the two would work together.
    pub dept: Option<DepartmentId>,
    /// Where the mentor leaves by plan.
    pub until: Option<NaiveDate>,
    /// How many apprentices are wanted.
    pub target: usize,
    /// Places of the pairs that run, are agreed or proposed, in [`Board::pairs`].
    pub pairs: Vec<usize>,
}

impl MentorCard {
    /// Apprentices that are being taught or about to be.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pairs.len()
    }
}

/// Somebody who could learn.
#[derive(Debug, Clone)]
pub struct PoolLine {
    /// Who.
    pub person: PersonId,
    /// Name, told apart from namesakes.
    pub name: String,
    /// Title and department.
    pub detail: String,
    /// Mentors at present.
    pub mentors: usize,
    /// For finding by pinyin.
    pub key: PinyinKey,
}

/// The picture.
#[derive(Debug, Clone)]
pub struct Board {
    /// Every pair, those that somebody should look at first.
    pub pairs: Vec<PairLine>,
    /// Mentors: those on post first.
    pub mentors: Vec<MentorCard>,
    /// Those who could learn: without a mentor first.
    pub pool: Vec<PoolLine>,
    /// The records.
    pub registry: Arc<Registry>,
    /// The work calendar, for picking dates.
    pub calendar: Arc<WorkCalendar>,
    /// The day.
    pub today: NaiveDate,
}

impl Board {
    /// Reads it.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office) -> Result<Self, Failure> {
        let (registry, today) = (Arc::clone(office.registry()), office.clock().today());
        let names = NameBook::new(&registry);
        let mut pairs: Vec<PairLine> =
            registry.pairings.values().filter_map(|pairing| pair_line(pairing, &registry, &names, today)).collect();
        pairs.sort_by_key(|line| {
            (line.progress.alert.is_none(), line.progress.alert, rank(line.pairing.status), line.pairing.mentor)
        });
        let mentors = mentors(&registry, &names, &pairs, today);
        let pool = pool(&registry, &names, &pairs, today);
        Ok(Self { pairs, mentors, pool, calendar: Arc::clone(office.calendar()), today, registry })
    }

    /// The line of a pair.
    #[must_use]
    pub fn pair(&self, id: PairingId) -> Option<&PairLine> {
        self.pairs.iter().find(|line| line.pairing.id == id)
    }

    /// The mentor whom somebody would most likely be given to: of the same department, with the fewest apprentices,
    /// not theirs already.
    #[must_use]
    pub fn likely_mentor(&self, apprentice: PersonId) -> Option<usize> {
        let dept = self.registry.people.get(&apprentice)?.dept?;
        let is_theirs = |card: &MentorCard| {
            let mut own = card.pairs.iter().filter_map(|place| self.pairs.get(*place));
            own.any(|line| line.pairing.apprentice == apprentice)
        };
        let fits = |card: &MentorCard| card.dept == Some(dept) && card.person != apprentice && !is_theirs(card);
        let fitting = self.mentors.iter().enumerate().filter(|(_, card)| fits(card));
        fitting.min_by_key(|(place, card)| (card.count(), *place)).map(|(place, _)| place)
    }

    /// Mentors on post and their apprentices, both different persons: the ratio `1:x` in hundredths.
    #[must_use]
    pub fn ratio(&self) -> (usize, usize) {
        let running = || self.pairs.iter().filter(|line| line.pairing.runs_on(self.today));
        let mentors: BTreeSet<_> = running().map(|line| line.pairing.mentor).collect();
        let apprentices: BTreeSet<_> = running().map(|line| line.pairing.apprentice).collect();
        (mentors.len(), apprentices.len())
    }
}

/// Running pairs first, what is over last.
const fn rank(status: PairingStatus) -> u8 {
    match status {
        PairingStatus::Active => 0,
        PairingStatus::Signed => 1,
        PairingStatus::Proposed => 2,
        PairingStatus::Finished => 3,
        PairingStatus::Stopped | PairingStatus::Replaced => 4,
    }
}

fn pair_line(pairing: &Pairing, registry: &Registry, names: &NameBook, today: NaiveDate) -> Option<PairLine> {
    let (mentor, apprentice) = (registry.people.get(&pairing.mentor)?, registry.people.get(&pairing.apprentice)?);
    let goals = registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id && !goal.item.is_empty());
    Some(PairLine {
        pairing: pairing.clone(),
        mentor: names.name(mentor).to_owned(),
        apprentice: names.name(apprentice).to_owned(),
        mentor_detail: detail(mentor, registry),
        apprentice_detail: detail(apprentice, registry),
        goals: goals.map(|goal| goal.item.as_str()).collect::<Vec<_>>().join(" / "),
        progress: Progress::of(pairing, registry, today),
    })
}

fn department(registry: &Registry, id: Option<DepartmentId>) -> &str {
    id.and_then(|id| registry.departments.get(&id)).map_or("", |dept| dept.name.as_str())
}

fn detail(person: &Person, registry: &Registry) -> String {
    let parts = [person.title_text.as_str(), department(registry, person.dept)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Experts on post who should teach, and whoever teaches already.
fn mentors(registry: &Registry, names: &NameBook, pairs: &[PairLine], today: NaiveDate) -> Vec<MentorCard> {
    let mut own: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (place, line) in pairs.iter().enumerate() {
        let pairing = &line.pairing;
        if !pairing.has_begun() || pairing.status == PairingStatus::Active {
            own.entry(pairing.mentor).or_default().push(place);
        }
    }
    let expected = |stint: &&Stint| {
        stint.runs_on(today)
            && !stint.no_mentoring
            && stint.discipline != Some(Discipline::Management)
            && stint.mode == crate::domain::StintMode::LongTerm
    };
    let mut stints: BTreeMap<PersonId, &Stint> = BTreeMap::new();
    for stint in registry.stints.values().filter(expected) {
        stints.insert(stint.person, stint);
    }
    let everybody: BTreeSet<PersonId> = stints.keys().chain(own.keys()).copied().collect();
    let mut cards: Vec<MentorCard> = everybody
        .into_iter()
        .filter_map(|id| {
            let person = registry.people.get(&id)?;
            let stint = stints.get(&id).copied();
            let dept = stint.and_then(|stint| stint.host_dept).or(person.dept);
            let home = person.inst.and_then(|id| registry.institutions.get(&id)).map_or("", |inst| inst.name.as_str());
            let parts = [person.title_text.as_str(), department(registry, dept), home];
            Some(MentorCard {
                person: id,
                stint: stint.map(|stint| stint.id),
                name: names.name(person).to_owned(),
                detail: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
                dept,
                until: stint.and_then(|stint| stint.leave_on.or(stint.plan_leave_on)),
                target: target(registry, today),
                pairs: own.get(&id).cloned().unwrap_or_default(),
            })
        })
        .collect();
    cards.sort_by_key(|card| (card.stint.is_none(), card.count() >= card.target, card.person));
    cards
}

/// The target of the rule C01 that holds on the day.
fn target(registry: &Registry, today: NaiveDate) -> usize {
    let holds = registry.check_rules.values().find(|rule| {
        rule.code == "C01"
            && !rule.is_off
            && rule.from_on.is_none_or(|from| from <= today)
            && rule.to_on.is_none_or(|to| today <= to)
    });
    let params = holds.and_then(|rule| serde_json::from_str::<serde_json::Value>(&rule.params).ok());
    let target = params.and_then(|params| params.get("target")?.as_u64());
    target.and_then(|target| usize::try_from(target).ok()).unwrap_or(USUAL_TARGET)
}

/// Staff of the places where experts are posted, and of the own institution, experts left out.
fn pool(registry: &Registry, names: &NameBook, pairs: &[PairLine], today: NaiveDate) -> Vec<PoolLine> {
    let running = registry.stints.values().filter(|stint| stint.runs_on(today));
    let mut hosts: BTreeSet<InstitutionId> = running.clone().map(|stint| stint.host_inst).collect();
    hosts.extend(registry.own_institution().map(|inst| inst.id));
    let experts: BTreeSet<PersonId> = running.map(|stint| stint.person).collect();
    let mut lines: Vec<PoolLine> = registry
        .people
        .values()
        .filter(|person| !person.is_retired && !experts.contains(&person.id))
        .filter(|person| person.inst.is_some_and(|inst| hosts.contains(&inst)))
        .map(|person| PoolLine {
            person: person.id,
            name: names.name(person).to_owned(),
            detail: detail(person, registry),
            mentors: pairs
                .iter()
                .filter(|line| line.pairing.apprentice == person.id && rank(line.pairing.status) < 3)
                .count(),
            key: PinyinKey::new(&person.name),
        })
        .collect();
    lines.sort_by_key(|line| (line.mentors > 0, registry.people.get(&line.person).map(|person| person.sort)));
    lines
}
