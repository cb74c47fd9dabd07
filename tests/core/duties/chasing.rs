//! Escalation by the rule rows of the data file: at which level a task is to be chased, and whether that was done.

use chuanbangdai::app::tasks::{TaskBook, TaskFilter, Which, chase_edit, reply_edit};
use chuanbangdai::domain::{ChaseLevel, CheckRule, Edit, Task, TaskEventKind, TaskId};

use super::{TR, day, office, run, task};

fn level(book: &TaskBook, id: i64) -> Option<ChaseLevel> {
    book.line(id).unwrap().chase_due()
}

#[test]
fn a_task_is_to_be_chased_at_its_level_until_that_is_entered() {
    let (mut office, _folder) = office();
    let tasks = [
        task(1, "还远", "2023-12-31"),
        task(2, "还有两天", "2023-06-16"),
        task(3, "逾期两个工作日", "2023-06-12"),
        task(4, "逾期一周", "2023-06-07"),
        task(5, "逾期一个月", "2023-05-10"),
    ];
    run(&mut office, tasks.iter().cloned().map(Edit::put).collect());
    let book = TaskBook::load(&office, TR).unwrap();
    let levels: Vec<_> = (1..=5).map(|id| level(&book, id)).collect();
    use ChaseLevel::{Department, Leader, Meeting, Owner};
    assert_eq!(levels, [None, Some(Owner), Some(Department), Some(Leader), Some(Meeting)]);
    assert_eq!(book.to_chase, 4);
    assert_eq!(book.shown(&TaskFilter { which: Which::Chase, ..TaskFilter::default() }).len(), 4);

    let chased: Vec<(&Task, ChaseLevel)> =
        tasks.iter().filter_map(|task| Some((task, level(&book, task.id.raw())?))).collect();
    let on = day("2023-06-14");
    let edit = chase_edit(&chased, "请本周内反馈", Some(day("2023-06-16")), on, office.registry()).unwrap();
    let done = office.run(&edit).unwrap();
    assert_eq!(TR.label(&done.label), "催办 4 项任务：还有两天 等");
    assert_eq!(TaskBook::load(&office, TR).unwrap().to_chase, 0);
    let problems: Vec<_> = office.registry().problems.values().map(|it| (it.text.as_str(), it.task)).collect();
    assert_eq!(problems, [("逾期一个月", Some(TaskId::new(5)))], "the joint meeting has its list");

    let event = office.registry().task_events.values().find(|it| it.task == TaskId::new(4)).unwrap().clone();
    assert_eq!((event.kind, event.level, event.on_date), (TaskEventKind::Chase, Some(Leader), on));
    office.run(&reply_edit(&event, "七月到货", on)).unwrap();
    let answered = &office.registry().task_events[&event.id];
    assert_eq!((answered.reply.as_str(), answered.replied_on), ("七月到货", Some(on)));
    office.undo().unwrap();
    office.undo().unwrap();
    assert_eq!((TaskBook::load(&office, TR).unwrap().to_chase, office.registry().problems.len()), (4, 0));
}

#[test]
fn the_levels_are_rows_of_the_data_file_and_undone_like_any_other() {
    let (mut office, _folder) = office();
    run(
        &mut office,
        vec![Edit::put(task(1, "逾期两个工作日", "2023-06-12")), Edit::put(task(2, "十天后", "2023-06-24"))],
    );
    let rule = office.registry().check_rules.values().find(|rule| rule.code == "C15").unwrap().clone();
    let params = "{\"leads\":[10,5],\"department_until\":1,\"leader_until\":30}".to_owned();
    run(&mut office, vec![Edit::put(CheckRule { params, ..rule })]);
    let book = TaskBook::load(&office, TR).unwrap();
    assert_eq!((level(&book, 1), level(&book, 2)), (Some(ChaseLevel::Leader), Some(ChaseLevel::Owner)));
    office.undo().unwrap();
    let book = TaskBook::load(&office, TR).unwrap();
    assert_eq!((level(&book, 1), level(&book, 2)), (Some(ChaseLevel::Department), None));
}

#[test]
fn what_is_said_on_opening_names_long_tasks_briefly() {
    let (_folder, mut office) = crate::figures::awkward::office();
    let title = "按照县级医院综合能力提升工程要求完成电子病历四级申报材料的收集、自评、整改和上报";
    let task = Task::new("清单", title, "2024-03-01".parse().unwrap());
    office.run(&Edit::put(task)).unwrap();
    let said = chuanbangdai::app::today::reminder(&office, chuanbangdai::i18n::Tr::default()).unwrap().unwrap();
    assert!(said.lines.iter().any(|line| line.starts_with("按照县级医院综合能力提升工程要求完成…")), "{said:?}");
    assert!(said.lines.iter().all(|line| line.chars().count() < 40), "{said:?}");
}
