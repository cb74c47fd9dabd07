//! The table of the schedule's rules: those that come with the program, with the office's own on top.

use chrono::NaiveDate;

use super::super::codes::{InstitutionKind, RuleForce, RuleTerm, RuleWindow};
use super::super::finding::Severity;
use super::super::id::Id;
use super::super::records::{
    ActivityId, DepartmentId, Institution, InstitutionId, PersonId, RelationId, RotaRule, Session,
};
use super::super::registry::Registry;

/// What a rule is asked for; parts that do not matter are absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RulePlace {
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// At which kind of site.
    pub inst_kind: Option<InstitutionKind>,
    /// At which site.
    pub inst: Option<InstitutionId>,
    /// In which department.
    pub dept: Option<DepartmentId>,
    /// For whom.
    pub person: Option<PersonId>,
    /// For which activity.
    pub activity: Option<ActivityId>,
    /// On which day.
    pub on: NaiveDate,
}

/// Every rule of the schedule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleBook {
    /// Those of the program first, then the office's own in the order of their keys.
    rules: Vec<RotaRule>,
}

impl RuleBook {
    /// The rules of a data file.
    #[must_use]
    pub fn new(registry: &Registry) -> Self {
        Self { rules: built_in().into_iter().chain(registry.rota_rules.values().cloned()).collect() }
    }

    /// Every rule, switched off or not: those of the program first.
    #[must_use]
    pub fn rules(&self) -> &[RotaRule] {
        &self.rules
    }

    /// The rule of a term that holds where no narrower one does, switched off or not: the office's own before that of
    /// the program.
    #[must_use]
    pub fn everywhere(&self, term: RuleTerm, place: &RulePlace) -> Option<&RotaRule> {
        self.rules.iter().rfind(|rule| rule.term == term && rule.is_everywhere() && is_in_force(rule, place.on))
    }

    /// Every rule of a term in force on a day, whatever its scope.
    pub fn in_force(&self, term: RuleTerm, on: NaiveDate) -> impl Iterator<Item = &RotaRule> {
        self.rules.iter().filter(move |rule| rule.term == term && rule.is_on && is_in_force(rule, on))
    }

    /// The row of a term that holds everywhere as the program brings it, or a plain one for a term without.
    #[must_use]
    pub fn usual(term: RuleTerm) -> RotaRule {
        let own = built_in().into_iter().find(|rule| rule.term == term && width(rule) == 0);
        own.unwrap_or_else(|| RotaRule { price: 20, ..plain(term, RuleWindow::Week) })
    }

    /// The same rules with some more on top, which win over equally narrow ones.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = RotaRule>) -> Self {
        self.rules.extend(more);
        self
    }

    /// The rule of a term that holds at a place: of those in force on the day whose scope fits, the narrowest, and of
    /// equally narrow ones the office's own. `None` where that one is switched off, or there is none.
    #[must_use]
    pub fn rule(&self, term: RuleTerm, place: &RulePlace) -> Option<&RotaRule> {
        let fitting = self.rules.iter().filter(|rule| rule.term == term && place.is_within(rule));
        fitting.max_by_key(|rule| width(rule)).filter(|rule| rule.is_on)
    }
}

impl RotaRule {
    /// Whether it holds everywhere: its scope names nothing.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        width(self) == 0
    }

    /// Whether it lets somebody with a title of the rank do the work, where it asks for one.
    #[must_use]
    pub fn admits(&self, rank: u8) -> bool {
        self.min_rank.is_none_or(|least| least <= rank)
    }
}

impl RulePlace {
    /// A day, and nothing else said.
    #[must_use]
    pub fn on(on: NaiveDate) -> Self {
        Self { on, ..Self::default() }
    }

    /// A site on a day.
    #[must_use]
    pub fn site(inst: &Institution, on: NaiveDate) -> Self {
        Self { inst: Some(inst.id), inst_kind: Some(inst.kind), on, ..Self::default() }
    }

    /// Where a session takes place.
    #[must_use]
    pub fn session(session: &Session, person: PersonId, registry: &Registry) -> Self {
        Self {
            relation: registry.stints.get(&session.stint).and_then(|stint| stint.relation),
            inst_kind: registry.institutions.get(&session.inst).map(|inst| inst.kind),
            inst: Some(session.inst),
            dept: session.dept,
            person: Some(person),
            activity: Some(session.activity),
            on: session.on_date,
        }
    }

    fn is_within(&self, rule: &RotaRule) -> bool {
        fn fits<T: PartialEq + Copy>(wanted: Option<T>, here: Option<T>) -> bool {
            wanted.is_none() || wanted == here
        }
        is_in_force(rule, self.on)
            && fits(rule.relation, self.relation)
            && fits(rule.inst_kind, self.inst_kind)
            && fits(rule.inst, self.inst)
            && fits(rule.dept, self.dept)
            && fits(rule.person, self.person)
            && fits(rule.activity, self.activity)
    }
}

fn is_in_force(rule: &RotaRule, on: NaiveDate) -> bool {
    rule.from_on.is_none_or(|from| from <= on) && rule.to_on.is_none_or(|to| on <= to)
}

/// How many parts of the scope are given: more of them are narrower.
fn width(rule: &RotaRule) -> usize {
    let parts = [
        rule.relation.is_some(),
        rule.inst_kind.is_some(),
        rule.inst.is_some(),
        rule.dept.is_some(),
        rule.person.is_some(),
        rule.activity.is_some(),
    ];
    parts.into_iter().filter(|is_given| *is_given).count()
}

/// The rules that come with the program. Bounds are those of the national notices; an office changes them by a rule of
/// its own, or switches them off.
fn built_in() -> Vec<RotaRule> {
    let physics = |term| RotaRule { force: RuleForce::Hard, ..plain(term, RuleWindow::HalfDay) };
    let weighed = |term, window, price| RotaRule { severity: Severity::Hint, price, ..plain(term, window) };
    let hint = |term, window| RotaRule { severity: Severity::Hint, ..plain(term, window) };
    let tours = |kind, window| RotaRule {
        inst_kind: Some(kind),
        at_least: Some(1),
        price: 200,
        from_on: briefing(),
        ..plain(RuleTerm::Tours, window)
    };
    vec![
        physics(RuleTerm::DoubleBooked),
        physics(RuleTerm::RoomClash),
        physics(RuleTerm::OnLeave),
        physics(RuleTerm::OutsideStint),
        RotaRule { at_least: Some(1), price: 50, ..hint(RuleTerm::TwoTowns, RuleWindow::HalfDay) },
        RotaRule { at_least: Some(1), price: 50, ..plain(RuleTerm::RestAfterDuty, RuleWindow::HalfDay) },
        plain(RuleTerm::TitleRequired, RuleWindow::HalfDay),
        hint(RuleTerm::OnHoliday, RuleWindow::Day),
        hint(RuleTerm::MakeUpUndecided, RuleWindow::Day),
        RotaRule {
            inst_kind: Some(InstitutionKind::Community),
            at_least: Some(3),
            price: 100,
            from_on: briefing(),
            ..plain(RuleTerm::DaysOnPost, RuleWindow::Week)
        },
        RotaRule {
            at_least: Some(3),
            min_rank: Some(4),
            price: 100,
            ..plain(RuleTerm::ClinicExperts, RuleWindow::Week)
        },
        RotaRule { at_most: Some(10), ..weighed(RuleTerm::Sessions, RuleWindow::Week, 20) },
        weighed(RuleTerm::ClinicCoverage, RuleWindow::Week, 60),
        weighed(RuleTerm::WardRounds, RuleWindow::Week, 40),
        weighed(RuleTerm::DutyCoverage, RuleWindow::Day, 80),
        weighed(RuleTerm::Lectures, RuleWindow::Week, 20),
        weighed(RuleTerm::Teaching, RuleWindow::Week, 30),
        RotaRule { at_most: Some(1), force: RuleForce::Hard, ..weighed(RuleTerm::Cars, RuleWindow::Day, 50) },
        weighed(RuleTerm::Continuity, RuleWindow::Week, 4),
        weighed(RuleTerm::Fairness, RuleWindow::Stint, 6),
        weighed(RuleTerm::Changes, RuleWindow::HalfDay, 8),
        tours(InstitutionKind::Township, RuleWindow::Month),
        tours(InstitutionKind::Village, RuleWindow::Week),
        tours(InstitutionKind::County, RuleWindow::Quarter),
        plain(RuleTerm::PostingExpired, RuleWindow::Day),
    ]
}

/// The briefing of the national health commission that set how often sites are visited and how long experts stay.
fn briefing() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 6, 18)
}

/// A rule for everything, weighed, at no price yet.
fn plain(term: RuleTerm, window: RuleWindow) -> RotaRule {
    RotaRule {
        id: Id::NEW,
        term,
        relation: None,
        inst_kind: None,
        inst: None,
        dept: None,
        person: None,
        activity: None,
        min_rank: None,
        window,
        at_least: None,
        at_most: None,
        force: RuleForce::Price,
        price: 0,
        severity: Severity::Warning,
        is_on: true,
        basis: String::new(),
        from_on: None,
        to_on: None,
        weekday: None,
        slot: None,
    }
}
