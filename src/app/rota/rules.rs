//! The rules of the schedule as a list, and the form of one.

use chrono::NaiveDate;

use crate::app::Office;
use crate::app::planning::weight_in_words;
use crate::domain::{
    ActivityId, DepartmentId, Edit, Id, InstitutionId, Label, PersonId, Registry, RotaRule, RuleBook, RuleTerm, Table,
};
use crate::i18n::Tr;

/// Names to choose from.
type Named<T> = Vec<(T, String)>;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// Its number: the key of the office's own, below 0 for those of the program.
    pub id: i64,
    /// Texts in the order of [`RuleLine::COLUMNS`].
    pub cells: Vec<String>,
    /// Whether it is of no effect: switched off, over, or replaced by the office's own.
    pub is_off: bool,
}

impl RuleLine {
    /// The addresses of the columns.
    pub const COLUMNS: [&'static str; 8] = ["term", "scope", "window", "bounds", "force", "state", "basis", "origin"];
}

/// The list of rules with what a form offers.
#[derive(Debug, Clone, PartialEq)]
pub struct RulesVm {
    /// The lines: by term, the widest scope first.
    pub lines: Vec<RuleLine>,
    /// The rows behind them, in the same order.
    pub rows: Vec<RotaRule>,
    /// People on post now or later.
    pub people: Named<PersonId>,
    /// Departments of the own institution, then of others.
    pub departments: Named<DepartmentId>,
    /// Institutions.
    pub sites: Named<InstitutionId>,
    /// Activities.
    pub activities: Named<ActivityId>,
}

/// A rule being written; bounds as text until they are confirmed.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleForm {
    /// As it will be stored, without what is typed below.
    pub row: RotaRule,
    /// At least and at most.
    pub bounds: [String; 2],
    /// The sentence of the policy.
    pub basis: String,
    /// Whether it is one that comes with the program: what is stored is a rule of the office's own.
    pub is_built_in: bool,
}

impl RulesVm {
    /// Gathers the list.
    #[must_use]
    pub fn load(office: &Office, tr: Tr) -> Self {
        let (registry, today) = (office.registry(), office.clock().today());
        let book = RuleBook::new(registry);
        let mut rows: Vec<(i64, RotaRule)> = (1..).map(|place: i64| -place).zip(book.rules().iter().cloned()).collect();
        for (id, row) in &mut rows {
            if !row.id.is_new() {
                *id = row.id.raw();
            }
        }
        let place = |term: RuleTerm| RuleTerm::ALL.iter().position(|other| *other == term);
        rows.sort_by_key(|(id, row)| (place(row.term), !row.id.is_new(), !row.is_everywhere(), *id));
        let lines =
            rows.iter().map(|(id, row)| line(&Looking { registry, book: &book, today, tr }, *id, row)).collect();
        Self {
            lines,
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            people: people(registry, today),
            departments: departments(registry),
            sites: sites(registry),
            activities: activities(registry, tr),
        }
    }

    /// The rule of a line, ready to be changed.
    #[must_use]
    pub fn form(&self, id: i64) -> Option<RuleForm> {
        let place = self.lines.iter().position(|line| line.id == id)?;
        self.rows.get(place).map(RuleForm::new)
    }

    /// A new rule of the office's own.
    #[must_use]
    pub fn blank() -> RuleForm {
        RuleForm { is_built_in: false, ..RuleForm::new(&RuleBook::usual(RuleTerm::ClinicCoverage)) }
    }

    /// Takes the office's own rules away; those of the program can only be switched off.
    #[must_use]
    pub fn delete(&self, ids: &[i64]) -> Option<Edit> {
        let own: Vec<Edit> =
            ids.iter().filter(|id| **id > 0).map(|id| Edit::Delete { table: Table::RotaRule, id: *id }).collect();
        match own.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(Edit::Many { label: Label::Several { count: several.len() }, edits: own }),
        }
    }
}

/// What a line is worked out from.
struct Looking<'a> {
    registry: &'a Registry,
    book: &'a RuleBook,
    today: NaiveDate,
    tr: Tr,
}

fn line(looking: &Looking<'_>, id: i64, row: &RotaRule) -> RuleLine {
    let tr = looking.tr;
    let is_replaced = row.id.is_new()
        && looking.book.rules().iter().any(|own| {
            !own.id.is_new()
                && own.term == row.term
                && own.inst_kind == row.inst_kind
                && scope(looking, own) == scope(looking, row)
        });
    let is_over = row.to_on.is_some_and(|to| to < looking.today);
    let state = match (row.is_on, is_replaced, is_over) {
        (false, ..) => tr.weight_off(),
        (true, true, _) => tr.rota_rule_replaced(),
        (true, false, true) => tr.rota_rule_over(),
        (true, false, false) => tr.rota_rule_on(),
    };
    let origin = if row.id.is_new() { tr.rota_rule_built_in() } else { tr.rota_rule_own() };
    let force = weight_in_words(&RotaRule { is_on: true, ..row.clone() }, tr);
    RuleLine {
        id,
        cells: [
            tr.rule_term(row.term),
            &scope(looking, row),
            tr.rule_window(row.window),
            &bounds(row, tr),
            force,
            state,
            &row.basis,
            origin,
        ]
        .map(str::to_owned)
        .to_vec(),
        is_off: !row.is_on || is_replaced || is_over,
    }
}

fn bounds(row: &RotaRule, tr: Tr) -> String {
    let title = row.min_rank.map(|rank| tr.rota_rule_title(tr.title_rank(rank)));
    let counts = tr.rule_bounds(row.at_least, row.at_most);
    title.into_iter().chain((!counts.is_empty()).then_some(counts)).collect::<Vec<_>>().join(tr.list_comma())
}

/// For whom, where and when it holds.
fn scope(looking: &Looking<'_>, row: &RotaRule) -> String {
    let (registry, tr) = (looking.registry, looking.tr);
    let institution = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
    let relation = row
        .relation
        .and_then(|id| registry.relations.get(&id))
        .map(|relation| format!("{}\u{2192}{}", institution(relation.from_inst), institution(relation.to_inst)));
    let activity =
        row.activity.and_then(|id| registry.activities.get(&id)).map(|activity| tr.name_of(activity).to_owned());
    let parts = [
        relation,
        row.inst_kind.map(|kind| tr.institution_kind(kind).to_owned()),
        row.inst.map(|id| institution(id).to_owned()),
        row.dept.and_then(|id| registry.departments.get(&id)).map(|dept| dept.name.clone()),
        row.person.and_then(|id| registry.people.get(&id)).map(|person| person.name.clone()),
        activity,
        row.weekday.and_then(|number| tr.paper_weekday(number)).map(str::to_owned),
        row.slot.map(|slot| tr.slot(slot).to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { tr.check_all_places().to_owned() } else { parts.join(" ") }
}

fn people(registry: &Registry, today: NaiveDate) -> Named<PersonId> {
    let is_posted = |id| {
        let own = registry.stints.values().filter(|stint| stint.person == id);
        own.into_iter().any(|stint| stint.last_day().is_none_or(|last| last >= today))
    };
    let mut people: Vec<_> = registry.people.values().filter(|person| is_posted(person.id)).collect();
    people.sort_by_key(|person| (person.sort, person.id));
    people.into_iter().map(|person| (person.id, person.name.clone())).collect()
}

fn departments(registry: &Registry) -> Named<DepartmentId> {
    let own = registry.own_institution().map(|inst| inst.id);
    let mut all: Vec<_> = registry.departments.values().collect();
    all.sort_by_key(|dept| (Some(dept.inst) != own, dept.inst, dept.sort, dept.id));
    let name = |dept: &crate::domain::Department| {
        let inst = registry.institutions.get(&dept.inst).map_or("", |inst| inst.name.as_str());
        if Some(dept.inst) == own { dept.name.clone() } else { format!("{inst} {}", dept.name) }
    };
    all.into_iter().map(|dept| (dept.id, name(dept))).collect()
}

fn sites(registry: &Registry) -> Named<InstitutionId> {
    let mut all: Vec<_> = registry.institutions.values().collect();
    all.sort_by_key(|inst| (!inst.is_own, inst.sort, inst.id));
    all.into_iter().map(|inst| (inst.id, inst.name.clone())).collect()
}

fn activities(registry: &Registry, tr: Tr) -> Named<ActivityId> {
    let mut all: Vec<_> = registry.activities.values().collect();
    all.sort_by_key(|activity| (activity.sort, activity.id));
    all.into_iter().map(|activity| (activity.id, tr.name_of(activity).to_owned())).collect()
}

impl RuleForm {
    fn new(row: &RotaRule) -> Self {
        let text = |bound: Option<u32>| bound.map_or_else(String::new, |bound| bound.to_string());
        Self {
            row: row.clone(),
            bounds: [text(row.at_least), text(row.at_most)],
            basis: row.basis.clone(),
            is_built_in: row.id.is_new(),
        }
    }

    /// Turns a new rule to another term, with what is usual for it.
    pub fn turn_to(&mut self, term: RuleTerm) {
        let usual = RuleBook::usual(term);
        let kept = self.row.clone();
        let row = RotaRule {
            relation: kept.relation,
            inst_kind: kept.inst_kind,
            inst: kept.inst,
            dept: kept.dept,
            person: kept.person,
            activity: kept.activity,
            id: kept.id,
            ..usual
        };
        *self = Self { is_built_in: self.is_built_in, basis: self.basis.clone(), ..Self::new(&row) };
    }

    /// Which bounds are no whole numbers.
    #[must_use]
    pub fn troubles(&self) -> [bool; 2] {
        self.bounds.each_ref().map(|text| !text.trim().is_empty() && text.trim().parse::<u32>().is_err())
    }

    /// Why it cannot be stored as it is written; `None` where it can.
    #[must_use]
    pub fn trouble(&self, tr: Tr) -> Option<&'static str> {
        let [least, most] = self.counts();
        if self.troubles().contains(&true) {
            Some(tr.rota_rule_no_number())
        } else if least.zip(most).is_some_and(|(least, most)| most < least) {
            Some(tr.rota_rule_upside_down())
        } else if self.row.from_on.zip(self.row.to_on).is_some_and(|(from, to)| to < from) {
            Some(tr.rota_template_upside_down())
        } else if self.row.term == RuleTerm::Wishes && self.row.person.is_none() {
            Some(tr.rota_rule_whose())
        } else {
            None
        }
    }

    fn counts(&self) -> [Option<u32>; 2] {
        self.bounds.each_ref().map(|text| text.trim().parse().ok())
    }

    /// Stores it; one of the program becomes a rule of the office's own.
    #[must_use]
    pub fn edit(&self, tr: Tr) -> Option<Edit> {
        let [at_least, at_most] = self.counts();
        let basis = self.basis.trim().to_owned();
        let row = RotaRule { at_least, at_most, basis, ..self.row.clone() };
        let (table, name) = (Table::RotaRule, tr.rule_term(row.term).to_owned());
        let label = if row.id == Id::NEW { Label::Added { table, name } } else { Label::Changed { table, name } };
        self.trouble(tr).is_none().then(|| Edit::Many { label, edits: vec![Edit::put(row)] })
    }
}
