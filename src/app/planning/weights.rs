//! The rules that a plan weighs, each with its weight in words; a changed weight is a rule of the office's own.

use chrono::NaiveDate;

use crate::app::{Failure, Office};
use crate::domain::{Edit, Id, Label, RotaRule, RuleBook, RuleForce, RulePlace, RuleTerm, Table};
use crate::i18n::Tr;

/// The rules that a plan goes by, in the order in which people think of them.
const TERMS: [RuleTerm; 17] = [
    RuleTerm::ClinicCoverage,
    RuleTerm::WardRounds,
    RuleTerm::Teaching,
    RuleTerm::Lectures,
    RuleTerm::DutyCoverage,
    RuleTerm::Tours,
    RuleTerm::Continuity,
    RuleTerm::Fairness,
    RuleTerm::Changes,
    RuleTerm::RestAfterDuty,
    RuleTerm::Sessions,
    RuleTerm::Clinics,
    RuleTerm::Theatres,
    RuleTerm::Cars,
    RuleTerm::TitleRequired,
    RuleTerm::DaysOnPost,
    RuleTerm::ClinicExperts,
];

/// The greatest weight that a slider gives.
pub const GREATEST: u32 = 200;

/// A rule that a plan weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightLine {
    /// The term.
    pub term: RuleTerm,
    /// What it is called.
    pub name: &'static str,
    /// What it means.
    pub hint: &'static str,
    /// The rule that holds where no narrower one does.
    pub rule: RotaRule,
    /// How many narrower rules of the term the office has.
    pub narrower: usize,
}

/// The rules that a plan weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightsVm {
    /// One line for each term.
    pub lines: Vec<WeightLine>,
    /// Today.
    pub today: NaiveDate,
}

impl WeightsVm {
    /// Gathers the rules.
    ///
    /// # Errors
    /// None; the shape is that of every question.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let (book, today) = (RuleBook::new(office.registry()), office.clock().today());
        let lines = TERMS.into_iter().map(|term| line(&book, term, today, tr)).collect();
        Ok(Self { lines, today })
    }
}

fn line(book: &RuleBook, term: RuleTerm, today: NaiveDate, tr: Tr) -> WeightLine {
    let place = RulePlace::on(today);
    let of_term = || book.rules().iter().filter(|rule| rule.term == term);
    let rule = book.everywhere(term, &place).cloned().unwrap_or_else(|| RuleBook::usual(term));
    WeightLine {
        term,
        name: tr.rule_term(term),
        hint: tr.plan_rule_hint(term),
        narrower: of_term().filter(|rule| !rule.is_everywhere() && !rule.id.is_new()).count(),
        rule,
    }
}

impl WeightLine {
    /// The weight in words.
    #[must_use]
    pub fn words(&self, tr: Tr) -> &'static str {
        weight_in_words(&self.rule, tr)
    }

    /// The rule with another weight as one edit; 0 switches it off for plans without losing it for the checks.
    #[must_use]
    pub fn weigh(&self, price: u32, tr: Tr) -> Option<Edit> {
        let rule = RotaRule { price, force: RuleForce::Price, is_on: true, ..self.rule.clone() };
        self.put(rule, tr)
    }

    /// The rule as one that is never broken, or weighed again.
    #[must_use]
    pub fn force(&self, force: RuleForce, tr: Tr) -> Option<Edit> {
        self.put(RotaRule { force, is_on: true, ..self.rule.clone() }, tr)
    }

    /// The rule switched on or off.
    #[must_use]
    pub fn switch(&self, is_on: bool, tr: Tr) -> Option<Edit> {
        self.put(RotaRule { is_on, ..self.rule.clone() }, tr)
    }

    fn put(&self, rule: RotaRule, tr: Tr) -> Option<Edit> {
        let name = format!("{} {}", self.name, weight_in_words(&rule, tr));
        let label = Label::Changed { table: Table::RotaRule, name };
        let id = if self.rule.id.is_new() { Id::NEW } else { self.rule.id };
        (rule != self.rule).then(|| Edit::Many { label, edits: vec![Edit::put(RotaRule { id, ..rule })] })
    }
}

/// How much a rule weighs, in words.
#[must_use]
pub fn weight_in_words(rule: &RotaRule, tr: Tr) -> &'static str {
    match (rule.is_on, rule.force, rule.price) {
        (false, ..) => tr.weight_off(),
        (true, RuleForce::Hard, _) => tr.weight_hard(),
        (true, RuleForce::Price, 0) => tr.weight_none(),
        (true, RuleForce::Price, 1..=9) => tr.weight_light(),
        (true, RuleForce::Price, 10..=29) => tr.weight_some(),
        (true, RuleForce::Price, 30..=69) => tr.weight_much(),
        (true, RuleForce::Price, _) => tr.weight_most(),
    }
}
