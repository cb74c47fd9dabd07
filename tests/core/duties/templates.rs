//! Templates: what they would do is told before they do it, and is done and undone as one step.

use chuanbangdai::app::Office;
use chuanbangdai::app::tasks::{
    TaskBook, TemplateBook, close_edit, copy_edit, copy_templates_edit, delete_templates_edit, gaps_by_list,
    postpone_edit,
};
use chuanbangdai::domain::{Edit, Id, InstitutionKind, Task, TaskTemplate, TemplateEffect, WhyUntouched};

use super::{TR, day, dump, office, run, site};

fn template() -> TaskTemplate {
    let kinds = vec![InstitutionKind::Township];
    TaskTemplate {
        id: Id::new(1),
        for_kinds: kinds,
        weight: 10,
        ..TaskTemplate::new("项目任务", "打造胸痛单元", day("2024-06-30"))
    }
}

/// Four townships with the task of one template each.
fn made() -> (Office, tempfile::TempDir) {
    let (mut office, folder) = office();
    let mut edits: Vec<Edit> = (1..=4).map(|id| site(id, &format!("卫生院{id}"), InstitutionKind::Township)).collect();
    edits.push(Edit::put(template()));
    run(&mut office, edits);
    let preview = TemplateBook::load(&office, TR).unwrap().preview(&[], None, TR);
    assert_eq!(preview.counts, [4, 0, 0]);
    office.run(&preview.edit().unwrap()).unwrap();
    (office, folder)
}

#[test]
fn each_row_of_a_preview_is_taken_or_left_and_what_is_taken_is_one_step() {
    let (mut office, _folder) = made();
    run(&mut office, vec![Edit::put(TaskTemplate { title: "打造胸痛救治单元".to_owned(), ..template() })]);
    let before = dump(&office);
    let book = TemplateBook::load(&office, TR).unwrap();
    let mut preview = book.preview(&[], None, TR);
    assert_eq!((preview.counts, preview.taken()), ([0, 4, 0], 4));
    preview.toggle(&[1, 3], TR);
    assert_eq!((preview.taken(), preview.lines[1].cells[0].as_str()), (2, "不应用"));
    preview.toggle(&[1, 2], TR);
    assert_eq!(preview.taken(), 3, "one of them was left out, so both are taken");
    preview.toggle(&[1], TR);

    // A preview made anew still leaves out what was left out.
    let mut again = book.preview(&[], None, TR);
    again.leave(&preview.left(), TR);
    assert_eq!(again.taken(), 2);
    office.run(&again.edit().unwrap()).unwrap();
    let titles: Vec<String> = tasks(&office).into_iter().map(|task| task.title).collect();
    assert_eq!(titles, ["打造胸痛救治单元", "打造胸痛单元", "打造胸痛救治单元", "打造胸痛单元"]);
    office.undo().unwrap();
    assert_eq!(dump(&office), before);
    again.toggle(&[0, 2], TR);
    assert_eq!((again.taken(), again.edit()), (0, None));
}

fn tasks(office: &Office) -> Vec<Task> {
    office.registry().tasks.values().cloned().collect()
}

#[test]
fn a_later_change_of_a_template_reaches_its_rows_only_after_a_preview_with_reasons() {
    let (mut office, _folder) = made();
    let all = tasks(&office);
    let on = day("2023-06-14");
    office.run(&close_edit(&[&all[0]], on, "", office.registry(), TR).unwrap()).unwrap();
    let leave = postpone_edit(&[&all[1]], day("2024-12-31"), "分管副院长", on, office.registry());
    office.run(&leave.unwrap()).unwrap();
    let narrower = TaskTemplate {
        title: "打造胸痛救治单元".to_owned(),
        due_on: day("2024-09-30"),
        for_kinds: Vec::new(),
        for_sites: vec![Id::new(1), Id::new(2), Id::new(3)],
        ..template()
    };
    run(&mut office, vec![Edit::put(narrower)]);
    assert_eq!(tasks(&office)[2].due_on, day("2024-06-30"), "nothing reached them yet");

    let preview = TemplateBook::load(&office, TR).unwrap().preview(&[1], None, TR);
    assert_eq!(preview.counts, [0, 2, 2]);
    let effect = |site: i64| {
        let line = preview.lines.iter().find(|line| line.row.task.site == Some(Id::new(site))).unwrap();
        (line.row.effect.clone(), line.cells[4].clone())
    };
    assert_eq!(effect(1).0, TemplateEffect::Untouched(WhyUntouched::Closed));
    assert_eq!(
        effect(4),
        (TemplateEffect::Untouched(WhyUntouched::OutOfScope), "站点不再适用此模板，任务保留".to_owned())
    );
    let (postponed, words) = effect(2);
    assert_eq!(postponed, TemplateEffect::Changed { fields: vec!["title"], keeps_due: true });
    assert!(words.contains("打造胸痛单元 → 打造胸痛救治单元") && words.contains("时限不变"), "{words}");
    assert!(effect(3).1.contains("2024-06-30 → 2024-09-30"), "{}", effect(3).1);

    let before = dump(&office);
    office.run(&preview.edit().unwrap()).unwrap();
    let after = tasks(&office);
    assert_eq!((after[1].due_on, after[2].due_on), (day("2024-12-31"), day("2024-09-30")));
    assert_eq!((after[0].title.as_str(), after[3].title.as_str()), ("打造胸痛单元", "打造胸痛单元"));
    assert_eq!(TemplateBook::load(&office, TR).unwrap().preview(&[], None, TR).edit(), None, "nothing is left to do");
    office.undo().unwrap();
    assert_eq!(dump(&office), before);
}

#[test]
fn the_list_says_how_many_rows_sites_lack_and_how_many_differ() {
    let (mut office, _folder) = made();
    let later = TaskTemplate { due_on: day("2024-09-30"), ..template() };
    run(&mut office, vec![site(5, "卫生院5", InstitutionKind::Township), Edit::put(later)]);
    let gap = TaskBook::load(&office, TR).unwrap().gap(None);
    assert_eq!((gap.missing, gap.lagging), (1, 4));
    assert_eq!(gaps_by_list(office.registry())["项目任务"], gap);
    let line = TemplateBook::load(&office, TR).unwrap().lines[0].clone();
    assert_eq!(line.gap, gap);
    assert!(line.cells[5].contains('5'), "{:?}", line.cells);
}

#[test]
fn a_list_is_copied_to_another_site_or_year_and_templates_to_another_year() {
    let (mut office, _folder) = made();
    let all = tasks(&office);
    let first: Vec<&Task> = all.iter().take(1).collect();
    let edit = copy_edit(&first, Some(Id::new(3)), "2025年任务", 1).unwrap();
    office.run(&edit).unwrap();
    let copy = tasks(&office).pop().unwrap();
    assert_eq!((copy.site, copy.due_on, copy.template), (Some(Id::new(3)), day("2025-06-30"), None));
    assert_eq!(copy.list, "2025年任务");
    assert_eq!(copy_edit(&first, None, "  ", 1), None, "a list has a name");
    office.run(&copy_templates_edit(&[1], "下一年", 1, office.registry()).unwrap()).unwrap();
    let newest = office.registry().task_templates.values().last().unwrap();
    assert_eq!((newest.list.as_str(), newest.due_on), ("下一年", day("2025-06-30")));
}

#[test]
fn a_template_that_is_deleted_leaves_its_tasks() {
    let (mut office, _folder) = made();
    let before = dump(&office);
    office.run(&delete_templates_edit(&[1], office.registry()).unwrap()).unwrap();
    assert!(office.registry().task_templates.is_empty());
    assert_eq!(tasks(&office).iter().filter(|task| task.template.is_none()).count(), 4);
    office.undo().unwrap();
    assert_eq!(dump(&office), before);
}
