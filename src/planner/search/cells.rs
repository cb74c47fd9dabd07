//! Where duties stand: the half-days, tours and nights of everyone, so that whole contents can change places.

use super::board::Board;
use super::slice::{Lists, at, count, put};
use crate::planner::duty::Duty;
use crate::planner::model::Choice;

/// A part of one expert's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The morning without tours.
    Morning,
    /// The afternoon without tours.
    Afternoon,
    /// A tour, which takes the whole day.
    Tour,
    /// The night on call.
    Night,
}

/// Parts of a day.
const PARTS: u32 = 4;

/// A duty without its expert and time: a choice and what it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is: kind and department or township; the same for everyone and at any time.
    pub what: u32,
    /// The choice.
    pub id: u32,
}

/// Where one duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Who.
    pub expert: u32,
    /// On which day.
    pub day: u32,
    /// In which part of it.
    pub part: Part,
    /// What it is, as in [`Entry::what`].
    pub what: u32,
}

/// Duties by where they stand.
#[derive(Debug, Default)]
pub struct Cells {
    days: u32,
    experts: u32,
    sites: u32,
    spots: Vec<Option<Spot>>,
    /// By expert, day and part.
    entries: Lists<Entry>,
    /// Travellers by township and day.
    teams: Lists<Entry>,
    /// Visits by township and day; `u32::MAX` where there are none.
    opens: Vec<u32>,
    /// Nights by day.
    nights: Lists<Entry>,
    /// Experts who share a department, by expert; each as often as they share one.
    colleagues: Lists<u32>,
}

impl Cells {
    /// Sorts free choices, by rising numbers, to where they stand.
    pub fn sort(&mut self, choices: impl Iterator<Item = (u32, Choice)> + Clone) {
        let duties = choices
            .clone()
            .filter_map(|(id, choice)| if let Choice::Duty(duty) = choice { Some((id, spot(duty))) } else { None });
        self.clear(choices.clone(), duties.clone());
        for (id, spot) in duties.clone() {
            put(&mut self.spots, id, Some(spot));
        }
        for (id, choice) in choices.clone() {
            if let Choice::Open { site, day } = choice {
                put(&mut self.opens, count(site) * self.days + count(day), id);
            }
        }
        let (days, experts) = (self.days, self.experts);
        let entry = |(id, spot): (u32, Spot)| Entry { what: spot.what, id };
        let entries =
            duties.clone().map(|(id, spot)| (place(days, (spot.expert, spot.day, spot.part)), entry((id, spot))));
        self.entries.sort((experts * days * PARTS) as usize, entries);
        let tours = duties.clone().filter(|(_, spot)| spot.part == Part::Tour);
        let tours = tours.map(|(id, spot)| (spot.site() * days + spot.day, entry((id, spot))));
        self.teams.sort((self.sites * days) as usize, tours);
        let nights = duties.filter(|(_, spot)| spot.part == Part::Night);
        self.nights.sort(days as usize, nights.map(|(id, spot)| (spot.day, entry((id, spot)))));
        let duties = choices.filter_map(|(_, choice)| if let Choice::Duty(duty) = choice { Some(duty) } else { None });
        self.colleagues = colleagues(duties, experts);
    }

    /// Empties all, and makes it as large as the choices ask for.
    fn clear(&mut self, choices: impl Iterator<Item = (u32, Choice)>, duties: impl Iterator<Item = (u32, Spot)>) {
        (self.days, self.experts, self.sites) = (0, 0, 0);
        for (_, spot) in duties {
            self.days = self.days.max(spot.day + 1);
            self.experts = self.experts.max(spot.expert + 1);
        }
        let mut numbers = 0;
        for (id, choice) in choices {
            numbers = id + 1;
            if let Some((site, day)) = visit(&choice) {
                self.sites = self.sites.max(count(site) + 1);
                self.days = self.days.max(count(day) + 1);
            }
        }
        self.spots.clear();
        self.spots.resize(numbers as usize, None);
        self.opens.clear();
        self.opens.resize((self.sites * self.days) as usize, u32::MAX);
    }

    /// Where a choice stands, where it is a free duty.
    #[inline]
    #[must_use]
    pub fn spot(&self, id: u32) -> Option<Spot> {
        at(&self.spots, id)
    }

    /// Days, to draw from.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// What could stand in a part of an expert's day.
    #[inline]
    #[must_use]
    pub fn of(&self, expert: u32, day: u32, part: Part) -> &[Entry] {
        if day >= self.days { &[] } else { self.entries.of(place(self.days, (expert, day, part))) }
    }

    /// The duty that does.
    #[inline]
    #[must_use]
    pub fn taken(&self, board: &Board, (expert, day, part): (u32, u32, Part)) -> Option<Entry> {
        self.of(expert, day, part).iter().copied().find(|entry| board.is_on(entry.id))
    }

    /// The same duty at another place, where it may stand there.
    #[inline]
    #[must_use]
    pub fn same(&self, what: u32, (expert, day, part): (u32, u32, Part)) -> Option<u32> {
        self.of(expert, day, part).iter().find(|entry| entry.what == what).map(|entry| entry.id)
    }

    /// Who could travel to a township on a day.
    #[must_use]
    pub fn team(&self, site: u32, day: u32) -> &[Entry] {
        if site >= self.sites || day >= self.days { &[] } else { self.teams.of(site * self.days + day) }
    }

    /// The visit to a township on a day.
    #[must_use]
    pub fn open(&self, site: u32, day: u32) -> Option<u32> {
        let id = self.opens.get((site * self.days + day) as usize).copied();
        id.filter(|id| *id != u32::MAX && site < self.sites && day < self.days)
    }

    /// Who could be on call in a night.
    #[must_use]
    pub fn night(&self, day: u32) -> &[Entry] {
        if day >= self.days { &[] } else { self.nights.of(day) }
    }

    /// Experts who share a department with one.
    #[must_use]
    pub fn colleagues(&self, expert: u32) -> &[u32] {
        self.colleagues.of(expert)
    }
}

const fn place(days: u32, (expert, day, part): (u32, u32, Part)) -> u32 {
    (expert * days + day) * PARTS + part as u32
}

fn spot(duty: Duty) -> Spot {
    let (kind, number, part) = match duty {
        Duty::Clinic { department, half, .. } => (0, department, Part::of_half(half)),
        Duty::Round { department, .. } => (1, department, Part::Morning),
        Duty::Surgery { department, half, .. } => (2, department, Part::of_half(half)),
        Duty::Lecture { .. } => (3, 0, Part::Afternoon),
        Duty::Tour { site, .. } => (4, site, Part::Tour),
        Duty::OnCall { .. } => (5, 0, Part::Night),
        Duty::Session { work, half, .. } => (6, work, Part::of_half(half)),
        Duty::Block { post, .. } => (7, post, Part::Morning),
    };
    Spot { expert: count(duty.expert()), day: count(duty.day()), part, what: 8 * count(number) + kind }
}

impl Part {
    const fn of_half(half: usize) -> Self {
        if half == 0 { Self::Morning } else { Self::Afternoon }
    }
}

impl Spot {
    /// The township of a tour.
    #[must_use]
    pub const fn site(&self) -> u32 {
        self.what / 8
    }
}

const fn visit(choice: &Choice) -> Option<(usize, usize)> {
    match *choice {
        Choice::Duty(Duty::Tour { site, day, .. }) | Choice::Open { site, day } => Some((site, day)),
        _ => None,
    }
}

/// Experts who share a department, or a kind of work, with each other: only these can take each other's sessions.
fn colleagues(duties: impl Iterator<Item = Duty>, experts: u32) -> Lists<u32> {
    let mut members: Vec<(usize, u32)> = duties
        .filter_map(|duty| match duty {
            Duty::Clinic { expert, department, .. } | Duty::Round { expert, department, .. } => {
                Some((2 * department, count(expert)))
            }
            Duty::Session { expert, work, .. } => Some((2 * work + 1, count(expert))),
            _ => None,
        })
        .collect();
    members.sort_unstable();
    members.dedup();
    let of_one = |(department, expert): (usize, u32)| {
        let others = members.iter().filter(move |(other, member)| *other == department && *member != expert);
        others.map(move |(_, member)| (expert, *member)).collect::<Vec<_>>()
    };
    let pairs: Vec<(u32, u32)> = members.iter().flat_map(|member| of_one(*member)).collect();
    Lists::sorted(experts as usize, pairs.iter().copied())
}
