//! From templates to tasks: one for each site, and what a later change of the template would do to those that run.

use std::collections::{HashMap, HashSet};

use super::codes::TaskEventKind;
use super::deadline::Scope;
use super::id::Id;
use super::records::{InstitutionId, Task, TaskEvent, TaskId, TaskTemplate, TaskTemplateId};
use super::registry::Registry;

/// The task of a template at a site, not stored yet.
#[must_use]
pub fn task_from(template: &TaskTemplate, site: InstitutionId) -> Task {
    Task {
        template: Some(template.id),
        no: template.no,
        site: Some(site),
        category: template.category.clone(),
        standard: template.standard.clone(),
        target_qty: template.target_qty,
        unit: template.unit.clone(),
        leader: template.leader.clone(),
        lead_dept: template.lead_dept.clone(),
        owner: template.owner.clone(),
        cooperate: template.cooperate.clone(),
        start_on: template.start_on,
        weight: template.weight,
        budget_fen: template.budget_fen,
        relation: template.relation,
        programme: template.programme,
        ..Task::new(template.list.clone(), template.title.clone(), template.due_on)
    }
}

/// Why a row stays as it is when its template reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUntouched {
    /// It says what the template says.
    Same,
    /// It is closed: what was reported stays.
    Closed,
    /// The template is no longer meant for its site; the row stays as a task of its own.
    OutOfScope,
}

/// What a template would do to one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TemplateEffect {
    /// The row is made.
    Added,
    /// These fields change.
    Changed {
        /// By column name.
        fields: Vec<&'static str>,
        /// Its due date stays, as somebody gave leave to postpone it.
        keeps_due: bool,
    },
    /// It stays as it is.
    Untouched(WhyUntouched),
}

/// A row of a template: as it would become, and what happens to it.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateRow {
    /// The task as it would be.
    pub task: Task,
    /// What happens to it.
    pub effect: TemplateEffect,
}

/// What templates would do if they reached their rows now, in the order of the templates: rows that their sites lack,
/// running rows that differ, and rows that stay. What was done at a site stays in every case.
#[must_use]
pub fn template_rows<'a>(
    templates: impl IntoIterator<Item = &'a TaskTemplate>,
    registry: &Registry,
) -> Vec<TemplateRow> {
    let mut made: HashMap<TaskTemplateId, Vec<&Task>> = HashMap::new();
    for task in registry.tasks.values() {
        if let Some(template) = task.template {
            made.entry(template).or_default().push(task);
        }
    }
    let is_postponed = |event: &&TaskEvent| event.kind == TaskEventKind::Postponed;
    let postponed: HashSet<TaskId> =
        registry.task_events.values().filter(is_postponed).map(|event| event.task).collect();
    let mut rows = Vec::new();
    for template in templates {
        let sites = Scope::from(template).sites(registry);
        let own = made.get(&template.id).map_or(&[][..], Vec::as_slice);
        let lacks = |site: &&InstitutionId| !own.iter().any(|task| task.site == Some(**site));
        let missing = sites.iter().filter(lacks);
        rows.extend(
            missing.map(|site| TemplateRow { task: task_from(template, *site), effect: TemplateEffect::Added }),
        );
        let is_in_scope = |task: &Task| task.site.is_none_or(|site| sites.contains(&site));
        rows.extend(own.iter().map(|task| reached(template, task, is_in_scope(task), postponed.contains(&task.id))));
    }
    rows
}

/// What a template would do to a task made from it.
fn reached(template: &TaskTemplate, task: &Task, is_in_scope: bool, keeps_due: bool) -> TemplateRow {
    let stays = |why| TemplateRow { task: task.clone(), effect: TemplateEffect::Untouched(why) };
    if task.is_closed() {
        return stays(WhyUntouched::Closed);
    }
    if !is_in_scope {
        return stays(WhyUntouched::OutOfScope);
    }
    let new = Task {
        list: template.list.clone(),
        no: template.no,
        category: template.category.clone(),
        title: template.title.clone(),
        standard: template.standard.clone(),
        target_qty: template.target_qty,
        unit: template.unit.clone(),
        start_on: template.start_on,
        due_on: if keeps_due { task.due_on } else { template.due_on },
        weight: template.weight,
        budget_fen: template.budget_fen,
        ..task.clone()
    };
    let differs = [
        ("list", new.list != task.list),
        ("no", new.no != task.no),
        ("category", new.category != task.category),
        ("title", new.title != task.title),
        ("standard", new.standard != task.standard),
        ("target_qty", new.target_qty != task.target_qty),
        ("unit", new.unit != task.unit),
        ("start_on", new.start_on != task.start_on),
        ("due_on", new.due_on != task.due_on),
        ("weight", new.weight != task.weight),
        ("budget_fen", new.budget_fen != task.budget_fen),
    ];
    let fields: Vec<&'static str> = differs.into_iter().filter_map(|(field, is_so)| is_so.then_some(field)).collect();
    if fields.is_empty() {
        return stays(WhyUntouched::Same);
    }
    let keeps_due = keeps_due && task.due_on != template.due_on;
    TemplateRow { task: new, effect: TemplateEffect::Changed { fields, keeps_due } }
}

/// Copies of the tasks for another site or another list, as if nothing had been done; dates move by whole years.
#[must_use]
pub fn copies(tasks: &[&Task], site: Option<InstitutionId>, list: Option<&str>, years: i32) -> Vec<Task> {
    let moved = |on: chrono::NaiveDate| {
        let months = chrono::Months::new(years.unsigned_abs() * 12);
        if years < 0 { on.checked_sub_months(months) } else { on.checked_add_months(months) }.unwrap_or(on)
    };
    let fresh = |task: &&Task| Task {
        id: Id::NEW,
        template: if list.is_none() { task.template } else { None },
        no: task.no,
        site: site.or(task.site),
        category: task.category.clone(),
        standard: task.standard.clone(),
        target_qty: task.target_qty,
        unit: task.unit.clone(),
        leader: task.leader.clone(),
        lead_dept: task.lead_dept.clone(),
        dept: if site.is_none() { task.dept } else { None },
        owner: if site.is_none() { task.owner.clone() } else { String::new() },
        owner_person: if site.is_none() { task.owner_person } else { None },
        cooperate: task.cooperate.clone(),
        start_on: task.start_on.map(moved),
        due_rule: task.due_rule.clone(),
        weight: task.weight,
        budget_fen: task.budget_fen,
        relation: if site.is_none() { task.relation } else { None },
        programme: task.programme,
        ..Task::new(list.unwrap_or(&task.list), task.title.clone(), moved(task.due_on))
    };
    tasks.iter().map(fresh).collect()
}
