//! The rule rows of the checks as lines of a list, and as boxes of a form.

use serde_json::{Map, Value};

use crate::app::Office;
use crate::checks::{BOUNDS, Bound, read_bounds};
use crate::domain::{BenefitKind, CheckRule, Id, Registry, Severity};
use crate::i18n::Tr;

/// A rule row as a line, with its record for the form beside the list.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleLine {
    /// The record.
    pub record: CheckRule,
    /// C05 批次空档.
    pub check: String,
    /// Where it holds.
    pub scope: String,
    /// Its bounds in words.
    pub bounds: String,
    /// How much a breach matters.
    pub severity: &'static str,
    /// From when to when.
    pub days: String,
    /// Whether it is switched off.
    pub state: &'static str,
}

/// One bound of a rule for a form: its name, what stands there, and what may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundText {
    /// Its name in the row.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What stands there, as people write it.
    pub text: String,
    /// What may stand there: words with their names; empty for numbers.
    pub choices: Vec<(&'static str, &'static str)>,
    /// Whether several may stand there.
    pub is_list: bool,
}

/// The rule rows by check, the widest scope first.
#[must_use]
pub fn rule_lines(office: &Office, tr: Tr) -> Vec<RuleLine> {
    let registry = office.registry();
    let mut rules: Vec<&CheckRule> = registry.check_rules.values().collect();
    rules.sort_by_key(|rule| (rule.code.clone(), rule.programme, rule.id));
    rules.into_iter().map(|rule| line(registry, rule, tr)).collect()
}

fn line(registry: &Registry, rule: &CheckRule, tr: Tr) -> RuleLine {
    let place = |id| registry.institutions.get(&id).map(|place| place.name.clone());
    let relation = rule.relation.and_then(|id| registry.relations.get(&id)).map(|relation| {
        format!(
            "{}\u{2192}{}",
            place(relation.from_inst).unwrap_or_default(),
            place(relation.to_inst).unwrap_or_default()
        )
    });
    let parts = [
        rule.programme.map(|programme| tr.programme(programme).to_owned()),
        relation,
        rule.inst_kind.map(|kind| tr.institution_kind(kind).to_owned()),
        rule.inst.and_then(place),
    ];
    let scope: Vec<String> = parts.into_iter().flatten().collect();
    let bounds: Vec<String> =
        bounds_of(rule, tr).into_iter().map(|bound| format!("{} {}", bound.label, bound.text)).collect();
    let day = |on: Option<chrono::NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    let days = if rule.from_on.is_none() && rule.to_on.is_none() {
        String::new()
    } else {
        format!("{} – {}", day(rule.from_on), day(rule.to_on))
    };
    RuleLine {
        check: format!("{} {}", rule.code, tr.check_name(&rule.code)),
        scope: if scope.is_empty() { tr.check_all_places().to_owned() } else { scope.join(tr.list_comma()) },
        bounds: bounds.join(tr.list_comma()),
        severity: tr.severity(rule.severity),
        days,
        state: if rule.is_off { tr.check_rule_off() } else { "" },
        record: rule.clone(),
    }
}

/// The bounds of a rule as people write them.
#[must_use]
pub fn bounds_of(rule: &CheckRule, tr: Tr) -> Vec<BoundText> {
    let stored = read_bounds(rule);
    let of_code = BOUNDS.iter().filter(|(code, ..)| *code == rule.code);
    of_code
        .map(|(_, name, bound)| {
            let choices = choices(*bound, tr);
            let text = stored.get(*name).map_or_else(String::new, |value| written(value, &choices, tr));
            BoundText {
                name,
                label: tr.check_bound(name),
                text,
                choices,
                is_list: matches!(bound, Bound::Numbers | Bound::Words(_)),
            }
        })
        .collect()
}

fn choices(bound: Bound, tr: Tr) -> Vec<(&'static str, &'static str)> {
    match bound {
        Bound::Number | Bound::Numbers => Vec::new(),
        Bound::Word(words) | Bound::Words(words) => words
            .iter()
            .map(|word| {
                let benefit = BenefitKind::from_code(word).map(|kind| tr.benefit_kind(kind));
                (*word, benefit.unwrap_or_else(|| tr.check_word(word)))
            })
            .collect(),
    }
}

fn written(value: &Value, choices: &[(&'static str, &'static str)], tr: Tr) -> String {
    let one = |value: &Value| match value {
        Value::String(word) => {
            choices.iter().find(|(code, _)| code == word).map_or_else(|| word.clone(), |(_, name)| (*name).to_owned())
        }
        other => other.to_string(),
    };
    match value {
        Value::Array(list) => list.iter().map(one).collect::<Vec<_>>().join(tr.list_comma()),
        other => one(other),
    }
}

/// The rule with another bound, as somebody wrote it; `None` where that cannot stand there.
#[must_use]
pub fn with_bound(rule: &CheckRule, name: &str, text: &str, tr: Tr) -> Option<CheckRule> {
    let (_, name, bound) = BOUNDS.iter().find(|(code, one, _)| *code == rule.code && *one == name)?;
    let number = |text: &str| text.trim().parse::<u32>().ok().map(Value::from);
    let word = |text: &str| {
        let choices = choices(*bound, tr);
        choices
            .iter()
            .find(|(code, name)| *name == text.trim() || *code == text.trim())
            .map(|(code, _)| Value::from(*code))
    };
    let parts = || text.split(['\u{3001}', ',', '\u{ff0c}', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let value = match bound {
        Bound::Number => number(text)?,
        Bound::Word(_) => word(text)?,
        Bound::Numbers => Value::Array(parts().map(number).collect::<Option<Vec<_>>>()?),
        Bound::Words(_) => Value::Array(parts().map(word).collect::<Option<Vec<_>>>()?),
    };
    let mut bounds: Map<String, Value> = read_bounds(rule);
    bounds.insert((*name).to_owned(), value);
    Some(CheckRule { params: Value::Object(bounds).to_string(), ..rule.clone() })
}

/// A row of the same check for a narrower scope, not stored yet.
#[must_use]
pub fn fresh_rule(of: Option<&CheckRule>) -> CheckRule {
    match of {
        Some(rule) => CheckRule { id: Id::NEW, ..rule.clone() },
        None => CheckRule {
            id: Id::NEW,
            code: "C01".to_owned(),
            programme: None,
            relation: None,
            inst_kind: None,
            inst: None,
            params: "{\"target\":3,\"how\":\"at_least\",\"basis\":\"current\"}".to_owned(),
            severity: Severity::Warning,
            basis: String::new(),
            from_on: None,
            to_on: None,
            is_off: false,
        },
    }
}
