//! Rows of a task sheet that name the sites they apply to: one template, and one task for each site.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::origin::Sites;
use super::outcome::{About, Refused, Taken};
use super::task::{self, DUE, START, TITLE};
use super::task_index::{Key, TaskIndex};
use crate::domain::{Scope, TaskTemplate, task_from};
use crate::import::{Code, values};

/// One template with its tasks. Tasks that are there already stay as they are: changes of a template reach them only
/// after somebody has looked.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>, index: &mut TaskIndex, sites: Sites) -> Taken {
    let title = line.required(TITLE)?;
    let no = task::number(line);
    let list = index.new_list(line);
    let (start_on, due_on) = task::days(line)?;
    let people = bench.task_people(line, None)?;
    let budget_fen = task::budget(line)?;
    let origin = bench.origin(line, None);

    let is_same = |it: &&TaskTemplate| {
        let is_alike = if no.is_some() { it.no == no } else { values::same_words(&it.title, &title) };
        is_alike && values::same_words(&it.list, &list)
    };
    let stored = bench.registry().task_templates.values().find(is_same).cloned();
    let mut template = if let Some(template) = stored {
        template
    } else {
        let due_on = due_on.ok_or_else(|| line.refuse(DUE, Code::R01, About::Nothing))?;
        let mut new = TaskTemplate::new(list, title.clone(), due_on);
        (new.id, new.no) = (bench.draft.new_id(), no);
        new
    };
    template.title = title;
    fill_some(&mut template.start_on, start_on);
    template.due_on = due_on.unwrap_or(template.due_on);
    refuse_backwards(line, &template)?;
    fill(&mut template.category, line.text("任务类别"));
    fill(&mut template.standard, line.text("目标/标准"));
    people.fill_template(&mut template);
    fill_some(&mut template.budget_fen, budget_fen);
    (template.for_all, template.for_kinds, template.for_sites) = (sites.all, sites.kinds, sites.named);
    fill_some(&mut template.relation, origin.relation);
    fill_some(&mut template.programme, origin.programme);

    let mut result = bench.draft.put(template.clone());
    for site in Scope::from(&template).sites(bench.registry()) {
        let key = Key { list: Some(&template.list), site: Some(site), no: template.no, title: &template.title };
        if index.find(bench.registry(), &key).is_none() {
            let mut new = task_from(&template, site);
            (new.id, new.relation) = (bench.draft.new_id(), bench.origin(line, Some(site)).relation);
            result = result.with(task::put(bench, index, new));
        }
    }
    Ok(result)
}

fn refuse_backwards(line: &Line<'_>, template: &TaskTemplate) -> Result<(), Refused> {
    let Some(start) = template.start_on.filter(|start| *start > template.due_on) else { return Ok(()) };
    let about = About::Pair {
        from_column: line.column(START),
        from: start.to_string(),
        to_column: line.column(DUE),
        to: template.due_on.to_string(),
    };
    Err(line.refuse(DUE, Code::R03, about))
}
