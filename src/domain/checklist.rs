//! From templates to tasks: one for each site, and what a later change of the template would do to those that run.

use super::deadline::Scope;
use super::id::Id;
use super::records::{InstitutionId, Task, TaskTemplate};
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

/// The tasks that templates still lack at their sites, in the order of the templates.
#[must_use]
pub fn missing_tasks<'a>(templates: impl IntoIterator<Item = &'a TaskTemplate>, registry: &Registry) -> Vec<Task> {
    let there: std::collections::HashSet<_> =
        registry.tasks.values().filter_map(|task| Some((task.template?, task.site?))).collect();
    templates
        .into_iter()
        .flat_map(|template| {
            let sites = Scope::from(template).sites(registry);
            sites
                .into_iter()
                .filter(|site| !there.contains(&(template.id, *site)))
                .map(|site| task_from(template, site))
        })
        .collect()
}

/// The running tasks of a template that differ from it, as they would become: what was done there stays.
#[must_use]
pub fn lagging_tasks(template: &TaskTemplate, registry: &Registry) -> Vec<Task> {
    let open = registry.tasks.values().filter(|task| task.template == Some(template.id) && !task.is_closed());
    open.filter_map(|task| {
        let new = Task {
            list: template.list.clone(),
            no: template.no,
            category: template.category.clone(),
            title: template.title.clone(),
            standard: template.standard.clone(),
            target_qty: template.target_qty,
            unit: template.unit.clone(),
            start_on: template.start_on,
            due_on: template.due_on,
            weight: template.weight,
            budget_fen: template.budget_fen,
            ..task.clone()
        };
        (new != *task).then_some(new)
    })
    .collect()
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
