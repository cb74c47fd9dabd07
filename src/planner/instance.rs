//! What is to be planned: people, places, demands and prices, numbered from 0 in every list.

use serde::{Deserialize, Serialize};

use super::duty::{Duty, Lock};

/// A planning task. Day 0 is a Monday; the horizon is `weeks` whole weeks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// Whole weeks of the horizon.
    pub weeks: usize,
    /// Public holidays; for people, the planner goes by `workdays`.
    #[serde(default)]
    pub holidays: Vec<usize>,
    /// Make-up workdays; for people, the planner goes by `workdays`.
    #[serde(default)]
    pub extra_workdays: Vec<usize>,
    /// Days on which there is work beside being on call.
    pub workdays: Vec<usize>,
    /// The departments.
    pub departments: Vec<Department>,
    /// The experts.
    pub experts: Vec<Expert>,
    /// The townships.
    pub sites: Vec<Site>,
    /// Mentors and their apprentices.
    pub pairs: Vec<Pair>,
    /// Operating theatres that teaching may use at a time.
    pub theatres: i32,
    /// Cars, one for each tour of a day.
    pub cars: i32,
    /// Fewest and most experts of one tour.
    pub team: [i32; 2],
    /// Fewest (for people) and wanted lectures of a week.
    pub lectures_per_week: [i32; 2],
    /// From how many people who can be on call a day must have one.
    pub oncall_min_present: usize,
    /// What is paid for each unit of a wish that is not met.
    pub weights: Weights,
    /// Duties that must stand, or must not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Lock>,
    /// The plan that people have in hand, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
}

/// A plan that people have in hand; each duty changed costs `weights.change`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Its duties.
    pub duties: Vec<Duty>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Department {
    /// Its number, that is its place in the list.
    pub id: usize,
    /// Whether it teaches in theatres.
    pub surgical: bool,
    /// Consulting rooms.
    pub rooms: i32,
    /// Clinics a week below which it is grave.
    pub clinic_min: i32,
    /// Clinics a week that are wanted.
    pub clinic_target: i32,
    /// Ward rounds a week below which it is grave.
    pub round_min: i32,
    /// Rank of title that its clinics need.
    pub clinic_title: i32,
}

/// An expert.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expert {
    /// The number, that is the place in the list.
    pub id: usize,
    /// Departments of the expert.
    pub depts: Vec<usize>,
    /// Rank of title, 1 the lowest.
    pub title: i32,
    /// First and last day of each stay.
    pub stints: Vec<[usize; 2]>,
    /// Days of leave.
    pub leave: Vec<usize>,
    /// Weekdays (0 Monday) without duties in the daytime.
    pub nogo_weekdays: Vec<usize>,
    /// Never goes on tours.
    pub no_travel: bool,
    /// Is never on call.
    pub no_oncall: bool,
    /// Most half-days a week; a tour is two.
    pub max_sessions: i32,
    /// Most clinics a week.
    pub max_clinics: i32,
    /// Weekday, half and price of half-days the expert would rather have free.
    pub dislikes: Vec<(usize, usize, i64)>,
}

/// A township.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Its number, that is its place in the list.
    pub id: usize,
    /// Departments whose experts it needs.
    pub depts: Vec<usize>,
    /// In any so many weeks one after another it wants a tour.
    pub window_weeks: usize,
    /// Its market day, 0 Monday.
    pub market_weekday: usize,
}

/// A mentor and an apprentice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Its number, that is its place in the list.
    pub id: usize,
    /// The expert who teaches.
    pub mentor: usize,
    /// Teaching half-days a week that are wanted.
    pub per_week: i32,
    /// Weekday and half when the apprentice cannot come.
    pub off: Vec<(usize, usize)>,
}

/// What is paid for each unit of a wish that is not met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// A clinic off the fixed half-days of its expert.
    pub off_pattern: i64,
    /// A clinic short of the wanted number.
    pub clinic_short: i64,
    /// A day without a ward round.
    pub round_short: i64,
    /// A lecture short.
    pub lecture_short: i64,
    /// A teaching half-day short.
    pub pair_short: i64,
    /// A window of weeks without a tour.
    pub site_window: i64,
    /// A night more or fewer than one's share.
    pub oncall_fair: i64,
    /// A tour more or fewer than one's share.
    pub tour_fair: i64,
    /// A tour on another day than market day.
    pub market_miss: i64,
    /// A clinic short of the least number.
    pub clinic_min: i64,
    /// A ward round short of the least number.
    pub round_min: i64,
    /// A duty other than published.
    #[serde(default)]
    pub change: i64,
}

impl Instance {
    /// The fields of a file of an instance.
    pub const FIELDS: [&'static str; 17] = [
        "name",
        "weeks",
        "holidays",
        "extra_workdays",
        "workdays",
        "departments",
        "experts",
        "sites",
        "pairs",
        "theatres",
        "cars",
        "team",
        "lectures_per_week",
        "oncall_min_present",
        "weights",
        "locks",
        "published",
    ];

    /// Days of the horizon.
    #[must_use]
    pub const fn days(&self) -> usize {
        7 * self.weeks
    }
}
