//! Templates of tasks: their list, their form, and what they would do to the rows made from them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::change::make_edit;
use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Id, InstitutionId, Label, Money, Registry, Scope, Table, Task, TaskId, TaskTemplate, TaskTemplateId,
    TemplateEffect, TemplateRow, WhyUntouched, WorkCalendar, template_rows,
};
use crate::i18n::Tr;

/// How many rows templates would make and change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap {
    /// Rows that sites lack.
    pub missing: usize,
    /// Running rows that differ.
    pub lagging: usize,
}

/// A template as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateLine {
    /// The template.
    pub id: TaskTemplateId,
    /// What it would make and change.
    pub gap: Gap,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// The templates.
#[derive(Debug, Clone)]
pub struct TemplateBook {
    /// Its lines, by list and number.
    pub lines: Vec<TemplateLine>,
    /// Names of the lists that have templates.
    pub lists: Vec<String>,
    /// The records, for forms and edits.
    pub registry: Arc<Registry>,
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
}

impl TemplateLine {
    /// The addresses of the columns that [`TemplateLine::cells`] follows.
    pub const COLUMNS: [&'static str; 9] =
        ["title", "no", "list", "category", "due_on", "scope", "rows", "missing", "lagging"];
}

/// What a template would do to one row, as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewLine {
    /// The row.
    pub row: TemplateRow,
    /// Whether it will be done; never for a row that stays as it is.
    pub is_taken: bool,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// What templates would do, before they do it.
#[derive(Debug, Clone)]
pub struct TemplatePreview {
    /// Added rows first, then changed ones, then those that stay.
    pub lines: Vec<PreviewLine>,
    /// How many of each.
    pub counts: [usize; 3],
}

/// What tells the rows of a preview apart: template, site and task.
pub type PreviewKey = (Option<TaskTemplateId>, Option<InstitutionId>, TaskId);

impl PreviewLine {
    /// The addresses of the columns that [`PreviewLine::cells`] follows.
    pub const COLUMNS: [&'static str; 6] = ["take", "task", "site", "effect", "detail", "list"];

    /// Whether there is something to do about it.
    #[must_use]
    pub const fn can_be_taken(&self) -> bool {
        !matches!(self.row.effect, TemplateEffect::Untouched(_))
    }

    /// What tells it apart in any preview.
    #[must_use]
    pub const fn key(&self) -> PreviewKey {
        (self.row.task.template, self.row.task.site, self.row.task.id)
    }

    fn take(&mut self, is_taken: bool, tr: Tr) {
        self.is_taken = is_taken && self.can_be_taken();
        let words = take_words(self.can_be_taken(), self.is_taken, tr);
        if let Some(cell) = self.cells.first_mut() {
            words.clone_into(cell);
        }
    }
}

const fn take_words(can_be_taken: bool, is_taken: bool, tr: Tr) -> &'static str {
    match (can_be_taken, is_taken) {
        (false, _) => "",
        (true, true) => tr.templates_take(),
        (true, false) => tr.templates_leave(),
    }
}

impl TemplateBook {
    /// Reads the templates.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let mut gaps: BTreeMap<TaskTemplateId, (Gap, usize)> = BTreeMap::new();
        for row in template_rows(registry.task_templates.values(), &registry) {
            let Some(id) = row.task.template else { continue };
            let (gap, rows) = gaps.entry(id).or_default();
            match row.effect {
                TemplateEffect::Added => gap.missing += 1,
                TemplateEffect::Changed { .. } => (gap.lagging, *rows) = (gap.lagging + 1, *rows + 1),
                TemplateEffect::Untouched(_) => *rows += 1,
            }
        }
        let mut templates: Vec<&TaskTemplate> = registry.task_templates.values().collect();
        templates.sort_by_key(|it| (it.list.as_str(), it.no, it.id));
        let of = |it: &&TaskTemplate| {
            let (gap, rows) = gaps.get(&it.id).copied().unwrap_or_default();
            line(it, gap, rows, &registry, tr)
        };
        let lines = templates.iter().map(of).collect();
        let mut lists: Vec<String> = templates.iter().map(|it| it.list.clone()).collect();
        lists.dedup();
        Ok(Self { lines, lists, calendar: Arc::clone(office.calendar()), registry })
    }

    /// A template.
    #[must_use]
    pub fn template(&self, key: i64) -> Option<&TaskTemplate> {
        self.registry.task_templates.get(&Id::new(key))
    }

    /// What the templates of these keys, or of a list, or all of them would do now.
    #[must_use]
    pub fn preview(&self, keys: &[i64], list: Option<&str>, tr: Tr) -> TemplatePreview {
        let is_meant = |it: &&TaskTemplate| {
            (keys.is_empty() || keys.contains(&it.id.raw())) && list.is_none_or(|list| it.list == list)
        };
        let mut rows = template_rows(self.registry.task_templates.values().filter(is_meant), &self.registry);
        rows.sort_by_key(|row| rank(&row.effect));
        let mut counts = [0; 3];
        for row in &rows {
            if let Some(count) = counts.get_mut(rank(&row.effect)) {
                *count += 1;
            }
        }
        let line = |row: TemplateRow| {
            let is_taken = !matches!(row.effect, TemplateEffect::Untouched(_));
            PreviewLine { cells: preview_cells(&row, &self.registry, tr), row, is_taken }
        };
        TemplatePreview { lines: rows.into_iter().map(line).collect(), counts }
    }
}

impl TemplatePreview {
    /// How many rows will be made or changed.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.lines.iter().filter(|line| line.is_taken).count()
    }

    /// Takes the rows at these places, or leaves them where all of them are taken.
    pub fn toggle(&mut self, places: &[usize], tr: Tr) {
        let chosen: Vec<usize> =
            places.iter().copied().filter(|at| self.lines.get(*at).is_some_and(PreviewLine::can_be_taken)).collect();
        let is_taken = chosen.iter().any(|at| self.lines.get(*at).is_some_and(|line| !line.is_taken));
        for at in chosen {
            if let Some(line) = self.lines.get_mut(at) {
                line.take(is_taken, tr);
            }
        }
    }

    /// The rows that were left out by hand.
    #[must_use]
    pub fn left(&self) -> BTreeSet<PreviewKey> {
        self.lines.iter().filter(|line| line.can_be_taken() && !line.is_taken).map(PreviewLine::key).collect()
    }

    /// Leaves out what was left out before.
    pub fn leave(&mut self, left: &BTreeSet<PreviewKey>, tr: Tr) {
        for line in self.lines.iter_mut().filter(|line| left.contains(&line.key())) {
            line.take(false, tr);
        }
    }

    /// Makes and changes the rows that are taken, as one step; `None` where nothing is to be done.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        let of = |wanted: usize| {
            let taken = self.lines.iter().filter(move |line| line.is_taken && rank(&line.row.effect) == wanted);
            taken.map(|line| line.row.task.clone())
        };
        let (added, changed): (Vec<Task>, Vec<Task>) = (of(0).collect(), of(1).collect());
        if changed.is_empty() {
            return make_edit(&added);
        }
        let label = Label::TasksRenewed { count: added.len() + changed.len() };
        Some(Edit::Many { label, edits: changed.into_iter().chain(added).map(Edit::put).collect() })
    }
}

const fn rank(effect: &TemplateEffect) -> usize {
    match effect {
        TemplateEffect::Added => 0,
        TemplateEffect::Changed { .. } => 1,
        TemplateEffect::Untouched(_) => 2,
    }
}

fn line(it: &TaskTemplate, gap: Gap, rows: usize, registry: &Registry, tr: Tr) -> TemplateLine {
    let number = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let cells = vec![
        it.title.clone(),
        it.no.map_or_else(String::new, |no| no.to_string()),
        it.list.clone(),
        it.category.clone(),
        it.due_on.to_string(),
        scope_words(Scope::from(it), registry, tr),
        rows.to_string(),
        number(gap.missing),
        number(gap.lagging),
    ];
    TemplateLine { id: it.id, gap, cells }
}

/// For whom something is meant, in words, with the number of sites.
#[must_use]
pub fn scope_words(scope: Scope<'_>, registry: &Registry, tr: Tr) -> String {
    if !scope.is_of_sites() {
        return tr.tasks_own_site().to_owned();
    }
    let count = scope.sites(registry).len();
    let mut parts: Vec<&str> = scope.programme.map(|programme| tr.programme(programme)).into_iter().collect();
    if scope.for_all {
        parts.push(tr.tasks_all_sites());
    } else {
        parts.extend(scope.for_kinds.iter().map(|kind| tr.institution_kind(*kind)));
        let named = scope.for_sites.iter().filter_map(|id| registry.institutions.get(id)).map(|it| it.name.as_str());
        parts.extend(named.take(2));
    }
    tr.templates_scope(&parts.join(tr.list_comma()), count)
}

fn preview_cells(row: &TemplateRow, registry: &Registry, tr: Tr) -> Vec<String> {
    let task = &row.task;
    let site = task.site.and_then(|id| registry.institutions.get(&id)).map_or("", |inst| inst.name.as_str());
    let (effect, detail) = match &row.effect {
        TemplateEffect::Added => (tr.templates_added(), String::new()),
        TemplateEffect::Changed { fields, keeps_due } => {
            let mut changes = changed(registry.tasks.get(&task.id), task, fields, tr);
            if *keeps_due {
                changes.push(tr.templates_keeps_due().to_owned());
            }
            (tr.templates_changed(), changes.join(tr.list_comma()))
        }
        TemplateEffect::Untouched(why) => {
            let why = match why {
                WhyUntouched::Same => tr.templates_same(),
                WhyUntouched::Closed => tr.templates_closed(),
                WhyUntouched::OutOfScope => tr.templates_out_of_scope(),
            };
            (tr.templates_untouched(), why.to_owned())
        }
    };
    let can_be_taken = !matches!(row.effect, TemplateEffect::Untouched(_));
    let take = take_words(can_be_taken, true, tr).to_owned();
    vec![take, task.title.clone(), site.to_owned(), effect.to_owned(), detail, task.list.clone()]
}

/// 完成时限 2024-06-30 → 2024-12-31.
fn changed(old: Option<&Task>, new: &Task, fields: &[&str], tr: Tr) -> Vec<String> {
    let text = |task: &Task, field: &str| match field {
        "list" => task.list.clone(),
        "no" => task.no.map_or_else(String::new, |no| no.to_string()),
        "category" => task.category.clone(),
        "title" => task.title.clone(),
        "standard" => task.standard.clone(),
        "target_qty" => task.target_qty.map_or_else(String::new, |target| target.to_string()),
        "unit" => task.unit.clone(),
        "start_on" => task.start_on.map_or_else(String::new, |on| on.to_string()),
        "due_on" => task.due_on.to_string(),
        "weight" => task.weight.to_string(),
        _ => task.budget_fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string()),
    };
    let dash = |text: String| if text.is_empty() { "\u{2014}".to_owned() } else { text };
    let words = |field: &&str| {
        let name = if *field == "budget_fen" { tr.tasks_column_budget() } else { tr.field(field) };
        let before = old.map_or_else(String::new, |old| text(old, field));
        format!("{name} {} → {}", dash(before), dash(text(new, field)))
    };
    fields.iter().map(words).collect()
}

/// A template of a list with nothing but a title to be written.
#[must_use]
pub fn fresh_template(list: &str, title: &str, due_on: NaiveDate) -> TaskTemplate {
    TaskTemplate { for_all: true, ..TaskTemplate::new(list, title, due_on) }
}

/// Takes templates away; the tasks made from them stay as tasks of their own.
#[must_use]
pub fn delete_templates_edit(keys: &[i64], registry: &Registry) -> Option<Edit> {
    let found = |key: &i64| registry.task_templates.get(&Id::new(*key));
    let name = keys.iter().find_map(found)?.title.clone();
    let freed = registry.tasks.values().filter(|task| task.template.is_some_and(|id| keys.contains(&id.raw())));
    let mut edits: Vec<Edit> = freed.map(|task| Edit::put(Task { template: None, ..task.clone() })).collect();
    edits.extend(keys.iter().map(|id| Edit::Delete { table: Table::TaskTemplate, id: *id }));
    Some(Edit::Many { label: Label::Deleted { table: Table::TaskTemplate, name }, edits })
}

/// Copies templates into another list, their dates by so many years later.
#[must_use]
pub fn copy_templates_edit(keys: &[i64], list: &str, years: i32, registry: &Registry) -> Option<Edit> {
    let months = chrono::Months::new(years.unsigned_abs() * 12);
    let moved = |on: NaiveDate| {
        if years < 0 { on.checked_sub_months(months) } else { on.checked_add_months(months) }.unwrap_or(on)
    };
    let templates = keys.iter().filter_map(|key| registry.task_templates.get(&Id::new(*key)));
    let edits: Vec<Edit> = templates
        .map(|it| {
            Edit::put(TaskTemplate {
                id: Id::NEW,
                list: list.to_owned(),
                start_on: it.start_on.map(moved),
                due_on: moved(it.due_on),
                ..it.clone()
            })
        })
        .collect();
    let name = list.to_owned();
    (!edits.is_empty()).then_some(Edit::Many { label: Label::Added { table: Table::TaskTemplate, name }, edits })
}

/// What templates would make and change, by the name of their list.
#[must_use]
pub fn gaps_by_list(registry: &Registry) -> BTreeMap<String, Gap> {
    let mut gaps: BTreeMap<String, Gap> = BTreeMap::new();
    for row in template_rows(registry.task_templates.values(), registry) {
        match row.effect {
            TemplateEffect::Added => gaps.entry(row.task.list).or_default().missing += 1,
            TemplateEffect::Changed { .. } => gaps.entry(row.task.list).or_default().lagging += 1,
            TemplateEffect::Untouched(_) => {}
        }
    }
    gaps
}
