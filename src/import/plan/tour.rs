//! Sheet kind `tour`: tours as planned (D05) or recorded (D06); a plan and its record are one tour.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use super::tour_cells::{Crew, Place, Record, When};
use crate::domain::{InstitutionId, PersonId, RelationId, Tour, TourId, TourMember, TourStatus, tidy_name};
use crate::import::{Code, RowResult};

const NUMBER: &str = "人数";

/// One tour.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let When { from, to, slot } = When::read(line)?;
    let Place { inst, village } = Place::read(bench, line)?;
    let crew = Crew::read(bench, line)?;
    let record = Record::read(line)?;
    let stored = find(bench, (from, inst), &crew);
    let is_new = stored.is_none();
    let mut tour = stored.unwrap_or_else(|| blank(bench, from, inst));
    tour.to_on = to;
    fill_some(&mut tour.slot, slot);
    fill(&mut tour.village, village);
    if tour.relation.is_none() {
        tour.relation = relation(bench, line);
    }
    if !crew.leader_name.is_empty() {
        tour.leader_name.clone_from(&crew.leader_name);
        tour.leader = crew.leader.or(tour.leader);
    }
    fill(&mut tour.crew, crew.in_words.clone());
    fill(&mut tour.content, line.text("内容"));
    fill(&mut tour.car, line.text("车辆"));
    fill(&mut tour.contact, line.text("对接人"));
    fill(&mut tour.problems, line.text("问题与建议"));
    let status = record.status;
    record.store(&mut tour);
    tour.status = match status {
        Some(status) => status,
        // Somebody counted: it took place, whatever the plan still says.
        None if tour.has_figures() => TourStatus::Done,
        None => tour.status,
    };
    let named = bench.members_after(tour.id, &crew);
    compare_number(line, &crew, named, &mut tour)?;
    let mut result = bench.draft.put(tour.clone());
    if bench.put_members(tour.id, &crew) && !is_new && result == RowResult::Unchanged {
        result = RowResult::Changed;
    }
    Ok(result)
}

/// The stored tour of the same day, site and leader; a row or a tour without a leader fits any.
fn find(bench: &Bench<'_>, (from, inst): (chrono::NaiveDate, InstitutionId), crew: &Crew) -> Option<Tour> {
    let same_place = |tour: &&Tour| tour.from_on == from && tour.inst == inst;
    let is_leader = |tour: &Tour| {
        let is_person = tour.leader.is_some() && tour.leader == crew.leader;
        is_person || tour.leader_name == crew.leader_name
    };
    let tours: Vec<&Tour> = bench.registry().tours.values().filter(same_place).collect();
    let exact = tours.iter().find(|tour| is_leader(tour));
    let open = || tours.iter().find(|tour| tour.leader_name.is_empty() || crew.leader_name.is_empty());
    exact.or_else(open).map(|tour| (*tour).clone())
}

fn blank(bench: &mut Bench<'_>, from: chrono::NaiveDate, inst: InstitutionId) -> Tour {
    Tour {
        id: bench.draft.new_id(),
        relation: None,
        from_on: from,
        to_on: from,
        slot: None,
        inst,
        village: String::new(),
        leader: None,
        leader_name: String::new(),
        crew: String::new(),
        headcount: None,
        content: String::new(),
        car: String::new(),
        contact: String::new(),
        status: TourStatus::Planned,
        seen: None,
        consultations: None,
        rounds: None,
        discussions: None,
        lectures: None,
        trainees: None,
        given: String::new(),
        given_fen: None,
        problems: String::new(),
        note: String::new(),
    }
}

/// The relation chosen for the sheet.
fn relation(bench: &Bench<'_>, line: &Line<'_>) -> Option<RelationId> {
    let ends = Bench::context_ends(line);
    let named = |name: Option<String>| match bench.index_institutions(&name?).as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    bench.relation_between(named(ends.from)?, named(ends.to)?, Bench::context_programme(line))
}

/// The number of people is compared where all names are known, and kept where they are not.
fn compare_number(line: &mut Line<'_>, crew: &Crew, named: u32, tour: &mut Tour) -> Result<(), Refused> {
    let written = line.read_noting(NUMBER, |raw, codes| crate::import::values::count(raw, Some("人"), codes))?;
    let written = written.and_then(|count| u32::try_from(count).ok());
    let is_open = crew.number.is_some() || crew.in_words.is_some();
    if let Some(number) = written.or(crew.number).filter(|number| is_open && *number > 0) {
        tour.headcount = Some(number);
    } else if written.is_some_and(|number| number != named) {
        line.hint(NUMBER, Code::N12, About::Computed(named.to_string()));
    }
    Ok(())
}

impl Bench<'_> {
    /// Institutions of that name.
    fn index_institutions(&self, name: &str) -> Vec<InstitutionId> {
        self.index.institutions(name).to_vec()
    }

    /// How many people the tour has with those of the row, its leader included.
    fn members_after(&self, tour: TourId, crew: &Crew) -> u32 {
        let stored = self.registry().tour_members.values().filter(|member| member.tour == tour);
        let stored: Vec<String> = stored.map(|member| tidy_name(&member.name)).collect();
        let new = crew.members.iter().filter(|member| !stored.contains(&member.name)).count();
        let leader = usize::from(!crew.leader_name.is_empty());
        u32::try_from(stored.len() + new + leader).unwrap_or(u32::MAX)
    }

    /// Adds those of the row who are not on the tour yet, and says whether anything changed. Nobody is taken away.
    fn put_members(&mut self, tour: TourId, crew: &Crew) -> bool {
        let mut is_changed = false;
        for member in &crew.members {
            let stored = self.registry().tour_members.values().find(|other| {
                other.tour == tour
                    && (tidy_name(&other.name) == member.name
                        || (other.person.is_some() && other.person == member.person))
            });
            let mut row = match stored {
                Some(row) => row.clone(),
                None => {
                    TourMember { id: self.draft.new_id(), tour, name: member.name.clone(), ..TourMember::default() }
                }
            };
            row.person = member.person.or(row.person);
            if !member.specialty.is_empty() {
                row.specialty.clone_from(&member.specialty);
            }
            is_changed |= self.draft.put(row) != RowResult::Unchanged;
        }
        is_changed
    }
}

/// Somebody on the row of a tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    /// The name.
    pub(super) name: String,
    /// What stood in brackets.
    pub(super) specialty: String,
    /// Who it is, if known.
    pub(super) person: Option<PersonId>,
}
