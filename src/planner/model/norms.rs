//! The rules of a neutral instance as norms: its limits, targets and weights read once, so that the rows go by the same
//! bounds and prices as those of an office.

use std::collections::BTreeMap;

use super::rule::{Rule, Scope};
use crate::domain::{Force, Norm};
use crate::planner::instance::{Department, Expert, Instance};

/// What nature and contracts ask of every hospital alike.
const FIXED: [(Rule, Norm); 15] = [
    (Rule::DoubleBooking, Norm::at_most(1, Force::Hard)),
    (Rule::Rest, Norm::at_most(1, Force::Hard)),
    (Rule::TourThenOncall, Norm::at_most(1, Force::Hard)),
    (Rule::OncallSpacing, Norm::at_most(1, Force::Hard)),
    (Rule::OncallCover, Norm::within(1, 1, Force::Hard)),
    (Rule::OncallOne, Norm::at_most(1, Force::Hard)),
    (Rule::WeeklySurgeries, Norm::at_most(2, Force::Hard)),
    (Rule::WeeklyLectures, Norm::at_most(1, Force::Hard)),
    (Rule::WeeklyTours, Norm::at_most(1, Force::Hard)),
    (Rule::WeeklyOncalls, Norm::at_most(2, Force::Hard)),
    (Rule::OneRound, Norm::at_most(1, Force::Hard)),
    (Rule::LectureHall, Norm::at_most(1, Force::Hard)),
    (Rule::TourSiteWeek, Norm::at_most(1, Force::Hard)),
    (Rule::TwoApprentices, Norm::at_most(2, Force::Hard)),
    (Rule::PatternSize, Norm::at_most(2, Force::Hard)),
];

/// The norms of an instance, by rule.
#[derive(Debug, Clone, Default)]
pub struct Norms(BTreeMap<Rule, Held>);

/// Where a norm holds.
#[derive(Debug, Clone)]
enum Held {
    /// Everywhere alike.
    Everywhere(Norm),
    /// For each department, expert or pair, by number.
    Each(Vec<Norm>),
}

impl Norms {
    /// Reads the limits, targets and weights of an instance.
    #[must_use]
    pub fn of(instance: &Instance) -> Self {
        let everywhere = FIXED.into_iter().chain(of_hospital(instance));
        let everywhere = everywhere.map(|(rule, norm)| (rule, Held::Everywhere(norm)));
        let each = of_departments(instance).into_iter().chain(of_people(instance));
        Self(everywhere.chain(each.map(|(rule, norms)| (rule, Held::Each(norms)))).collect())
    }

    /// The norm of a rule for what a row is about.
    #[must_use]
    pub fn of_row(&self, rule: Rule, scope: Scope) -> Option<Norm> {
        match self.0.get(&rule)? {
            Held::Everywhere(norm) => Some(*norm),
            Held::Each(norms) => norms.get(scope.pair.or(scope.department).or(scope.expert)? as usize).copied(),
        }
    }

    /// What each unit of a rule costs; nothing where it is not weighed.
    #[must_use]
    pub fn price(&self, rule: Rule) -> i64 {
        self.of_row(rule, Scope::default()).and_then(|norm| norm.price()).unwrap_or_default()
    }
}

fn of_hospital(instance: &Instance) -> [(Rule, Norm); 11] {
    let weights = &instance.weights;
    let ([smallest, largest], [_, lectures]) = (instance.team, instance.lectures_per_week);
    let shared = |price| Norm { lo: None, hi: None, force: Force::Price(price) };
    [
        (Rule::Theatres, Norm::at_most(instance.theatres, Force::Hard)),
        (Rule::Cars, Norm::at_most(instance.cars, Force::Hard)),
        (Rule::TourTeam, Norm::within(smallest, largest, Force::Hard)),
        (Rule::LectureShort, Norm::at_least(lectures, Force::Price(weights.lecture_short))),
        (Rule::RoundShort, Norm::at_least(1, Force::Price(weights.round_short))),
        (Rule::SiteWindow, Norm::at_least(1, Force::Price(weights.site_window))),
        (Rule::MarketMiss, Norm::at_most(0, Force::Price(weights.market_miss))),
        (Rule::OffPattern, Norm::at_most(0, Force::Price(weights.off_pattern))),
        (Rule::Change, Norm::at_most(0, Force::Price(weights.change))),
        // Shares follow from the days that each is there.
        (Rule::OncallFair, shared(weights.oncall_fair)),
        (Rule::TourFair, shared(weights.tour_fair)),
    ]
}

fn of_departments(instance: &Instance) -> [(Rule, Vec<Norm>); 4] {
    let weights = &instance.weights;
    let each = |norm: &dyn Fn(&Department) -> Norm| instance.departments.iter().map(norm).collect();
    let least = |least, price| Norm::at_least(least, Force::Price(price));
    [
        (Rule::ClinicRooms, each(&|facts| Norm::at_most(facts.rooms, Force::Hard))),
        (Rule::ClinicShort, each(&|facts| least(facts.clinic_target, weights.clinic_short))),
        (Rule::ClinicMin, each(&|facts| least(facts.clinic_min, weights.clinic_min))),
        (Rule::RoundMin, each(&|facts| least(facts.round_min, weights.round_min))),
    ]
}

fn of_people(instance: &Instance) -> [(Rule, Vec<Norm>); 3] {
    let each = |norm: &dyn Fn(&Expert) -> Norm| instance.experts.iter().map(norm).collect();
    let price = Force::Price(instance.weights.pair_short);
    [
        (Rule::WeeklyMax, each(&|facts| Norm::at_most(facts.max_sessions, Force::Hard))),
        (Rule::WeeklyClinics, each(&|facts| Norm::at_most(facts.max_clinics, Force::Hard))),
        (Rule::PairShort, instance.pairs.iter().map(|facts| Norm::at_least(facts.per_week, price)).collect()),
    ]
}
