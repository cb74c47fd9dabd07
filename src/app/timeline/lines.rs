//! The lines of the timeline: heads of groups, how departments are filled, people with their bars.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

use super::bar::{Bar, Batches, Target, of_batch, of_stint};
use super::cover::{Cover, covers};
use crate::app::{Failure, Office};
use crate::domain::{BatchId, DepartmentId, InstitutionId, NameBook, Period, PersonId, Registry, Stint, StintRole};
use crate::i18n::Tr;

/// Months shown before the first and after the last bar.
const MARGIN: Months = Months::new(2);
/// The month after the last one shown.
const AFTER: Months = Months::new(3);

/// More departments than this stand in the way of the people.
const MANY: usize = 10;

/// By what the lines are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Grouping {
    /// By batch.
    #[default]
    Batch,
    /// By department of the host.
    Department,
    /// By host.
    Institution,
}

/// A group, by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    /// How the departments are filled.
    Covers,
    /// A batch, or none.
    Batch(Option<BatchId>),
    /// A department of a host, or none there.
    Department(InstitutionId, Option<DepartmentId>),
    /// A host.
    Institution(InstitutionId),
}

/// The head of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which group.
    pub key: GroupKey,
    /// What it is called.
    pub name: String,
    /// How many lines it has, and what is wrong in them.
    pub detail: String,
    /// Whether something in it should be looked at.
    pub is_flawed: bool,
    /// The bar of a batch.
    pub bar: Option<Bar>,
}

/// A person in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who.
    pub person: PersonId,
    /// The name, told apart from namesakes.
    pub name: String,
    /// Department and role.
    pub detail: String,
    /// Stints that do not overlap, in order.
    pub bars: Vec<Bar>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A group begins.
    Head(Head),
    /// A department.
    Cover(Cover),
    /// A person.
    Row(Row),
}

/// The picture.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Its lines from the top.
    pub lines: Vec<Line>,
    /// The days that are shown: whole months around all bars and today.
    pub span: Period,
    /// Today.
    pub today: NaiveDate,
    /// The records it was made from.
    pub registry: Arc<Registry>,
}

impl Timeline {
    /// Reads it.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, grouping: Grouping, tr: Tr) -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self::of(Arc::clone(office.registry()), grouping, office.clock().today(), tr)))
    }

    /// The picture of the records on a day.
    #[must_use]
    pub fn of(registry: Arc<Registry>, grouping: Grouping, today: NaiveDate, tr: Tr) -> Self {
        let maker =
            Maker { registry: &registry, names: NameBook::new(&registry), batches: Batches::new(&registry), today, tr };
        let mut lines = maker.lines(grouping);
        if registry.stints.is_empty() {
            lines.clear();
        }
        let span = span(&registry, today);
        Self { lines, span, today, registry }
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether the departments are folded at first: many of them, and nothing to look at in any.
    #[must_use]
    pub fn hides_covers(&self) -> bool {
        let covers =
            || self.lines.iter().filter_map(|line| if let Line::Cover(cover) = line { Some(cover) } else { None });
        covers().count() > MANY && covers().all(|cover| cover.flaws.is_empty())
    }

    /// Every bar in the order of the lines, with the place of its line.
    pub fn bars(&self) -> impl Iterator<Item = (usize, &Bar)> {
        self.lines.iter().enumerate().flat_map(|(place, line)| {
            let bars: &[Bar] = match line {
                Line::Head(head) => head.bar.as_slice(),
                Line::Row(row) => &row.bars,
                Line::Cover(_) => &[],
            };
            bars.iter().map(move |bar| (place, bar))
        })
    }

    /// The bar of a target.
    #[must_use]
    pub fn bar(&self, target: Target) -> Option<&Bar> {
        self.bars().map(|(_, bar)| bar).find(|bar| bar.target == target)
    }
}

/// Whole months around every date and today.
fn span(registry: &Registry, today: NaiveDate) -> Period {
    let stints = || registry.stints.values();
    let first = stints().map(Stint::first_day).min().unwrap_or(today).min(today);
    let last = stints().filter_map(Stint::last_day).max().unwrap_or(today).max(today);
    let from = first.checked_sub_months(MARGIN).and_then(|on| on.with_day(1)).unwrap_or(first);
    let after = last.checked_add_months(AFTER).and_then(|on| on.with_day(1));
    let to = after.and_then(|after| after.pred_opt()).unwrap_or(last);
    Period::new(from, to).unwrap_or(Period::day(today))
}

struct Maker<'a> {
    registry: &'a Registry,
    names: NameBook,
    batches: Batches,
    today: NaiveDate,
    tr: Tr,
}

impl Maker<'_> {
    fn lines(&self, grouping: Grouping) -> Vec<Line> {
        let covers = covers(self.registry, self.today, self.tr);
        let mut groups: BTreeMap<(bool, i64, GroupKey), Vec<&Stint>> = BTreeMap::new();
        for stint in self.registry.stints.values() {
            groups.entry(self.place(grouping, stint)).or_default().push(stint);
        }
        let mut lines = Vec::new();
        if grouping == Grouping::Batch && !covers.is_empty() {
            lines.push(Line::Head(self.head_of_covers(&covers)));
            lines.extend(covers.iter().cloned().map(Line::Cover));
        }
        for ((.., key), stints) in groups {
            let own: Vec<Cover> = covers.iter().filter(|cover| is_of(cover, key)).cloned().collect();
            lines.push(Line::Head(self.head(key, &stints, &own)));
            lines.extend(own.into_iter().map(Line::Cover));
            lines.extend(self.rows(stints, key).into_iter().map(Line::Row));
        }
        lines
    }

    /// Where the group of a stint stands: those that can be named first, then by the order of the office.
    fn place(&self, grouping: Grouping, stint: &Stint) -> (bool, i64, GroupKey) {
        let host = self.registry.institutions.get(&stint.host_inst).map_or(i64::MAX, |inst| inst.sort);
        match grouping {
            Grouping::Batch => {
                // The newest batch is the one that is worked on.
                let batch = stint.batch.and_then(|id| self.registry.batches.get(&id));
                let order = batch.map_or(i64::MAX, |batch| -i64::from(batch.no));
                (batch.is_none(), order, GroupKey::Batch(stint.batch))
            }
            Grouping::Department => {
                let dept = stint.host_dept.and_then(|id| self.registry.departments.get(&id));
                let order = host.saturating_mul(1_000).saturating_add(dept.map_or(999, |dept| dept.sort.min(998)));
                (dept.is_none(), order, GroupKey::Department(stint.host_inst, stint.host_dept))
            }
            Grouping::Institution => (false, host, GroupKey::Institution(stint.host_inst)),
        }
    }

    fn head_of_covers(&self, covers: &[Cover]) -> Head {
        let flawed = covers.iter().filter(|cover| !cover.flaws.is_empty()).count();
        let detail = if flawed == 0 {
            self.tr.timeline_covers_well().to_owned()
        } else {
            self.tr.timeline_covers_flawed(flawed)
        };
        let name = self.tr.timeline_covers().to_owned();
        Head { key: GroupKey::Covers, name, detail, is_flawed: flawed > 0, bar: None }
    }

    fn head(&self, key: GroupKey, stints: &[&Stint], covers: &[Cover]) -> Head {
        let tr = self.tr;
        let host = |id| self.registry.institutions.get(&id).map_or_else(String::new, |inst| inst.name.clone());
        let name = match key {
            GroupKey::Covers => tr.timeline_covers().to_owned(),
            GroupKey::Batch(batch) => match batch.and_then(|id| self.registry.batches.get(&id)) {
                Some(batch) => self.batch_name(batch),
                None => tr.timeline_no_batch().to_owned(),
            },
            GroupKey::Department(inst, dept) => {
                let dept = dept.and_then(|id| self.registry.departments.get(&id));
                let dept = dept.map_or_else(|| tr.people_no_department().to_owned(), |dept| dept.name.clone());
                let is_own = self.registry.own_institution().is_some_and(|own| own.id == inst);
                if is_own { dept } else { format!("{dept} · {}", host(inst)) }
            }
            GroupKey::Institution(inst) => host(inst),
        };
        let bar = match key {
            GroupKey::Batch(Some(id)) => {
                let batch = self.registry.batches.get(&id);
                batch.and_then(|batch| of_batch(batch, stints, &self.batches, self.today, tr))
            }
            _ => None,
        };
        let flaws: usize = covers.iter().map(|cover| cover.flaws.len()).sum();
        let count = tr.timeline_people(stints.len());
        let detail = if flaws == 0 { count } else { format!("{count} · {}", tr.timeline_flaws(flaws)) };
        Head { key, name, detail, is_flawed: flaws > 0, bar }
    }

    /// With who sends it, where several do.
    fn batch_name(&self, batch: &crate::domain::Batch) -> String {
        let name = self.tr.batch_name(batch);
        let relation = self.registry.relations.get(&batch.relation);
        let has_others = self.registry.batches.values().any(|other| other.relation != batch.relation);
        match relation.and_then(|relation| self.registry.institutions.get(&relation.from_inst)) {
            Some(inst) if has_others => format!("{name} · {}", inst.name),
            _ => name,
        }
    }

    /// A row for each person; overlapping stints of one person stand under each other.
    fn rows(&self, mut stints: Vec<&Stint>, key: GroupKey) -> Vec<Row> {
        let sort = |stint: &Stint| self.registry.people.get(&stint.person).map_or(i64::MAX, |person| person.sort);
        match key {
            // One after the other, as the department saw them come.
            GroupKey::Department(..) => stints.sort_by_key(|stint| (stint.first_day(), sort(stint), stint.id)),
            _ => stints.sort_by_key(|stint| (sort(stint), stint.person, stint.first_day(), stint.id)),
        }
        let mut rows: Vec<Row> = Vec::new();
        for stint in stints {
            let Some(person) = self.registry.people.get(&stint.person) else { continue };
            let name = self.names.name(person).to_owned();
            let bar = of_stint(stint, &name, &self.batches, self.registry, self.today, self.tr);
            let fits = |row: &&mut Row| {
                let end = row.bars.last().and_then(|last| last.to);
                row.person == person.id && end.is_some_and(|end| end < bar.from)
            };
            match rows.iter_mut().find(fits) {
                Some(row) => row.bars.push(bar),
                None => rows.push(Row { person: person.id, name, detail: self.detail(stint, key), bars: vec![bar] }),
            }
        }
        rows
    }

    fn detail(&self, stint: &Stint, key: GroupKey) -> String {
        let dept = stint.host_dept.and_then(|id| self.registry.departments.get(&id)).map(|dept| dept.name.as_str());
        let host = self.registry.institutions.get(&stint.host_inst).map(|inst| inst.name.as_str());
        let place = match key {
            GroupKey::Department(..) => {
                let person = self.registry.people.get(&stint.person);
                let home = person.and_then(|person| self.registry.institutions.get(&person.inst?));
                home.map(|inst| inst.name.as_str())
            }
            _ => dept.or(host),
        };
        let role = if stint.role == StintRole::Member { None } else { Some(self.tr.stint_role(stint.role)) };
        role.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
    }
}

/// Whether a cover belongs under the head of a group.
fn is_of(cover: &Cover, key: GroupKey) -> bool {
    match key {
        GroupKey::Covers | GroupKey::Batch(_) => false,
        GroupKey::Department(inst, dept) => (cover.seat.host, cover.seat.dept) == (inst, dept),
        GroupKey::Institution(inst) => cover.seat.host == inst,
    }
}
