//! The choices of an instance: every duty that presence, calendar, title and department allow.

use std::collections::BTreeMap;

use super::groups::{Groups, ones};
use super::norms::Norms;
use super::rule::{Rule, Scope};
use super::table::{Choice, RuleTable, Term};
use crate::planner::duty::Duty;
use crate::planner::instance::{Department, Expert, Instance, Site};

/// The table while it grows, and the choices by what the rows ask for.
pub struct Draft<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// The table.
    pub table: RuleTable,
    /// Its rules.
    pub norms: Norms,
    /// Whether each day is a workday.
    pub is_workday: Vec<bool>,
    /// Days on which each expert is there.
    pub present: Vec<usize>,
    /// Sessions by expert, day and half.
    pub session: Groups,
    /// Nights on call by expert and day.
    pub oncall: Groups,
    /// Nights on call by day.
    pub oncall_day: Groups,
    /// Clinics by department, day and half.
    pub clinic: Groups,
    /// Ward rounds by department and day.
    pub round: Groups,
    /// Teaching in theatres by day and half.
    pub surgery: Groups,
    /// Teaching in theatres by expert, day and half.
    pub mentor: Groups,
    /// Lectures by day.
    pub lecture: Groups,
    /// Tours by township and day.
    pub tour: Groups,
    /// Tours by expert and day.
    pub travel: Groups,
    /// Duties of an expert and week, by [`Weekly`].
    pub weekly: Groups,
}

/// Kinds of duty of an expert and week, each with its own limit.
#[derive(Clone, Copy)]
pub enum Weekly {
    Clinic,
    Surgery,
    Lecture,
    Tour,
    Oncall,
    Round,
}

impl Weekly {
    /// How many kinds there are.
    pub const COUNT: usize = 6;

    const fn of(duty: Duty) -> Option<Self> {
        match duty {
            Duty::Clinic { .. } => Some(Self::Clinic),
            Duty::Surgery { .. } => Some(Self::Surgery),
            Duty::Lecture { .. } => Some(Self::Lecture),
            Duty::Tour { .. } => Some(Self::Tour),
            Duty::OnCall { .. } => Some(Self::Oncall),
            Duty::Round { .. } => Some(Self::Round),
            Duty::Block { .. } | Duty::Session { .. } => None,
        }
    }
}

impl<'a> Draft<'a> {
    /// All choices of the instance, with what each costs by itself.
    pub fn new(instance: &'a Instance) -> Self {
        let mut is_workday = vec![false; instance.days()];
        for &day in &instance.workdays {
            if let Some(flag) = is_workday.get_mut(day) {
                *flag = true;
            }
        }
        let mut draft = Self {
            instance,
            table: RuleTable::with_room(room(instance)),
            norms: Norms::of(instance),
            is_workday,
            present: vec![0; instance.experts.len()],
            session: Groups::default(),
            oncall: Groups::default(),
            oncall_day: Groups::default(),
            clinic: Groups::default(),
            round: Groups::default(),
            surgery: Groups::default(),
            mentor: Groups::default(),
            lecture: Groups::default(),
            tour: Groups::default(),
            travel: Groups::default(),
            weekly: Groups::default(),
        };
        for (number, expert) in instance.experts.iter().enumerate() {
            for (stint, &[first, last]) in expert.stints.iter().enumerate() {
                draft.stay(number, expert, stint, first..=last);
            }
        }
        draft.sort();
        draft
    }

    /// Sorts the duties by what the rows ask for.
    fn sort(&mut self) {
        let (experts, days) = (self.instance.experts.len(), self.instance.days());
        let (departments, sites) = (self.instance.departments.len(), self.instance.sites.len());
        let choices = self.table.choices();
        let by_person = [experts, days, 1];
        self.session = Groups::of_duties([experts, days, 2], choices, |duty| match duty {
            Duty::Tour { .. } => None,
            _ => Some([duty.expert(), duty.day(), duty.half()?]),
        });
        self.weekly = Groups::of_duties([experts, self.instance.weeks, Weekly::COUNT], choices, |duty| {
            Some([duty.expert(), duty.day() / 7, Weekly::of(duty)? as usize])
        });
        let oncall = |duty| matches!(duty, Duty::OnCall { .. });
        self.oncall =
            Groups::of_duties(by_person, choices, |duty| oncall(duty).then_some([duty.expert(), duty.day(), 0]));
        self.oncall_day = Groups::of_duties([days, 1, 1], choices, |duty| oncall(duty).then_some([duty.day(), 0, 0]));
        self.clinic = Groups::of_duties([departments, days, 2], choices, |duty| match duty {
            Duty::Clinic { department, day, half, .. } => Some([department, day, half]),
            _ => None,
        });
        self.round = Groups::of_duties([departments, days, 1], choices, |duty| match duty {
            Duty::Round { department, day, .. } => Some([department, day, 0]),
            _ => None,
        });
        self.surgery = Groups::of_duties([days, 2, 1], choices, |duty| match duty {
            Duty::Surgery { day, half, .. } => Some([day, half, 0]),
            _ => None,
        });
        self.mentor = Groups::of_duties([experts, days, 2], choices, |duty| match duty {
            Duty::Surgery { expert, day, half, .. } => Some([expert, day, half]),
            _ => None,
        });
        self.lecture = Groups::of_duties([days, 1, 1], choices, |duty| match duty {
            Duty::Lecture { day, .. } => Some([day, 0, 0]),
            _ => None,
        });
        self.tour = Groups::of_duties([sites, days, 1], choices, |duty| match duty {
            Duty::Tour { site, day, .. } => Some([site, day, 0]),
            _ => None,
        });
        self.travel = Groups::of_duties(by_person, choices, |duty| match duty {
            Duty::Tour { expert, day, .. } => Some([expert, day, 0]),
            _ => None,
        });
    }

    fn stay(&mut self, number: usize, expert: &Expert, stint: usize, days: impl Iterator<Item = usize>) {
        let mut patterns = BTreeMap::new();
        for day in days.filter(|day| !expert.leave.contains(day)) {
            if let Some(present) = self.present.get_mut(number) {
                *present += 1;
            }
            if !expert.no_oncall {
                self.table.choose(Choice::Duty(Duty::OnCall { expert: number, day }));
            }
            let is_workday = self.is_workday.get(day).copied().unwrap_or_default();
            if !is_workday || expert.nogo_weekdays.contains(&(day % 7)) {
                continue;
            }
            for half in 0..2 {
                self.half_day((number, expert, stint), (day, half), &mut patterns);
            }
            if !expert.no_travel {
                self.tours(number, expert, day);
            }
        }
        let patterns: Vec<u32> = patterns.into_values().collect();
        self.count((Rule::PatternSize, Scope::default().expert(number)), &patterns);
    }

    /// A row over some terms, as the rules of the instance have it.
    pub fn row(&mut self, (rule, scope): (Rule, Scope), terms: impl IntoIterator<Item = Term>) {
        if let Some(norm) = self.norms.of_row(rule, scope) {
            self.table.row((rule, scope), terms, norm);
        }
    }

    /// A row over some choices, each counted once; over none there is no row.
    pub fn count(&mut self, about: (Rule, Scope), choices: &[u32]) {
        if !choices.is_empty() {
            self.row(about, ones(choices));
        }
    }

    /// A row with an upper bound, needed only where there are more choices than may be taken.
    pub fn at_most(&mut self, (rule, scope): (Rule, Scope), choices: &[u32]) {
        let count = i64::try_from(choices.len()).unwrap_or(i64::MAX);
        if let Some(norm) = self.norms.of_row(rule, scope).filter(|norm| norm.excess(count) > 0) {
            self.table.row((rule, scope), ones(choices), norm);
        }
    }

    fn half_day(
        &mut self,
        (number, expert, stint): (usize, &Expert, usize),
        (day, half): (usize, usize),
        patterns: &mut BTreeMap<(usize, usize), u32>,
    ) {
        let dislike = dislike(expert, day, half);
        for &department in &expert.depts {
            let Some(facts) = self.instance.departments.get(department) else { continue };
            if expert.title >= facts.clinic_title {
                let id = self.session(Duty::Clinic { expert: number, department, day, half }, dislike);
                self.off_pattern(id, (number, stint), (day, half), patterns);
            }
            if half == 0 {
                self.session(Duty::Round { expert: number, department, day }, dislike);
            }
            if facts.surgical {
                self.session(Duty::Surgery { expert: number, department, day, half }, dislike);
            }
        }
        if half == 1 && expert.title >= 2 {
            self.session(Duty::Lecture { expert: number, day }, dislike);
        }
    }

    /// A clinic off the fixed half-days costs; on a make-up workday at the weekend it always is.
    fn off_pattern(
        &mut self,
        clinic: u32,
        (expert, stint): (usize, usize),
        (day, half): (usize, usize),
        patterns: &mut BTreeMap<(usize, usize), u32>,
    ) {
        let weekday = day % 7;
        if weekday >= 5 {
            self.table.charge(clinic, Rule::OffPattern, self.norms.price(Rule::OffPattern));
            return;
        }
        let table = &mut self.table;
        let pattern = *patterns
            .entry((weekday, half))
            .or_insert_with(|| table.choose(Choice::Pattern { expert, stint, weekday, half }));
        let scope = Scope::default().expert(expert).day(day).half(half);
        self.row((Rule::OffPattern, scope), [(clinic, 1), (pattern, -1)]);
    }

    fn tours(&mut self, number: usize, expert: &Expert, day: usize) {
        let price = dislike(expert, day, 0) + dislike(expert, day, 1);
        for (site, facts) in self.instance.sites.iter().enumerate() {
            if goes_to(expert, facts) {
                self.session(Duty::Tour { expert: number, site, day }, price);
            }
        }
    }

    /// A duty in the daytime, and what it costs to have it at a time that the expert would rather have free.
    fn session(&mut self, duty: Duty, dislike: i64) -> u32 {
        let id = self.table.choose(Choice::Duty(duty));
        self.table.charge(id, Rule::Dislike, dislike);
        id
    }
}

/// How many choices there will be, mostly a few too many: those of five workdays a week.
fn room(instance: &Instance) -> usize {
    let experts: usize = instance.experts.iter().map(|expert| duties(instance, expert)).sum();
    let mentors = instance.pairs.iter().filter_map(|pair| instance.experts.get(pair.mentor));
    let lessons: usize = mentors.map(|mentor| 2 * workdays(days(mentor))).sum();
    experts + lessons + instance.sites.len() * workdays(instance.days())
}

fn duties(instance: &Instance, expert: &Expert) -> usize {
    let of_department = |department: &Department| if department.surgical { 5 } else { 3 };
    let departments = expert.depts.iter().filter_map(|department| instance.departments.get(*department));
    let sessions: usize = departments.map(of_department).sum();
    let sites = instance.sites.iter().filter(|site| !expert.no_travel && goes_to(expert, site));
    days(expert) + workdays(days(expert)) * (sessions + 1 + sites.count())
}

/// Days on which an expert is there.
fn days(expert: &Expert) -> usize {
    let stays = expert.stints.iter().map(|[first, last]| last.saturating_sub(*first) + 1);
    stays.sum::<usize>().saturating_sub(expert.leave.len())
}

const fn workdays(days: usize) -> usize {
    days.div_ceil(7) * 5
}

/// Whether a township needs a department of the expert's.
fn goes_to(expert: &Expert, site: &Site) -> bool {
    site.depts.iter().any(|department| expert.depts.contains(department))
}

/// What the expert's wish for a free half-day costs; the last of several wishes counts.
fn dislike(expert: &Expert, day: usize, half: usize) -> i64 {
    let is_meant = |(weekday, of, _): &&(usize, usize, i64)| *weekday == day % 7 && *of == half;
    expert.dislikes.iter().rev().find(is_meant).map_or(0, |(_, _, price)| *price)
}
