//! The forms of tasks, obligations, expenses, meetings and problems: what they refuse, and what they store.

use chuanbangdai::app::tasks::{
    DutyForm, ExpenseForm, ReportYear, TaskForm, TaskTrouble, delete_duty_edit, delete_meeting_edit, exempt_edit,
    fresh_meeting, fresh_problem, fresh_resolution, submit_edit, task_of_decision, task_of_problem, tick_item_edit,
    tick_problem_edit,
};
use chuanbangdai::domain::{
    Cycle, Edit, Fund, FundId, Institution, MeetingId, Money, Person, Problem, ReportStatus, Resolution, Task,
    TaskEventKind, TaskId, TaskStatus,
};

use serde_json::json;

use super::{TR, day, dump, office, run, task};

#[test]
fn what_a_task_form_cannot_mean_is_told_at_its_field() {
    let (mut office, _folder) = office();
    let person = |(id, name): (i64, &str)| -> Edit {
        Edit::put(serde_json::from_value::<Person>(json!({ "id": id, "name": name, "inst": 1 })).unwrap())
    };
    let staff = ["张一", "张二", "张三", "张四", "张五"];
    let own: Institution =
        serde_json::from_value(json!({ "id": 1, "name": "县医院", "kind": "county", "is_own": true })).unwrap();
    run(&mut office, std::iter::once(Edit::put(own)).chain((1..).zip(staff).map(person)).collect());
    let form = TaskForm::of(&task(1, "任务", "2023-12-31"));
    type Change = fn(&mut TaskForm);
    let cases: [(Change, TaskTrouble); 11] = [
        (|form| form.title = " ".to_owned(), TaskTrouble::Title),
        (|form| form.list.clear(), TaskTrouble::List),
        (|form| form.due_on = None, TaskTrouble::Due),
        (|form| form.progress = "130%".to_owned(), TaskTrouble::Progress),
        (|form| form.budget = "十万".to_owned(), TaskTrouble::Budget),
        (|form| form.no = "0".to_owned(), TaskTrouble::Number),
        (|form| form.target = "-3".to_owned(), TaskTrouble::Target),
        (|form| form.done = "半".to_owned(), TaskTrouble::Done),
        (|form| form.weight = "1001".to_owned(), TaskTrouble::Weight),
        (|form| form.due_on = "2024-01-31".parse().ok(), TaskTrouble::Approver),
        (|form| form.owner = "李无名".to_owned(), TaskTrouble::Owner),
    ];
    assert_eq!(form.troubles(office.registry()), []);
    for (change, trouble) in cases {
        let mut wrong = form.clone();
        change(&mut wrong);
        assert_eq!(wrong.troubles(office.registry()), [trouble]);
        assert!(!trouble.text(TR).is_empty());
    }
    for known in ["张三", "医务科", "张三、李四"] {
        let mut form = form.clone();
        form.owner = known.to_owned();
        assert_eq!(form.troubles(office.registry()), [], "{known}");
    }
}

#[test]
fn a_later_due_date_in_the_form_is_a_postponement_by_somebodys_leave() {
    let (mut office, _folder) = office();
    run(&mut office, vec![Edit::put(task(1, "配齐硬件", "2023-12-31"))]);
    let on = day("2023-06-14");
    let mut form = TaskForm::of(&office.registry().tasks[&TaskId::new(1)]);
    form.due_on = Some(day("2024-03-31"));
    assert_eq!(form.edit(office.registry(), on), None);
    form.approver = "分管副院长".to_owned();
    let done = office.run(&form.edit(office.registry(), on).unwrap()).unwrap();
    assert_eq!(TR.label(&done.label), "延期至2024-03-31：配齐硬件");
    let event = office.registry().task_events.values().next().unwrap();
    assert_eq!((event.kind, event.by.as_str()), (TaskEventKind::Postponed, "分管副院长"));
    assert_eq!((event.old_due_on, event.new_due_on), (Some(day("2023-12-31")), Some(day("2024-03-31"))));
    let mut sooner = TaskForm::of(&office.registry().tasks[&TaskId::new(1)]);
    sooner.due_on = Some(day("2023-10-31"));
    assert!(sooner.edit(office.registry(), on).is_some(), "an earlier date needs nobody's leave");
}

#[test]
fn every_field_of_the_form_is_stored_and_parts_are_never_offered_as_their_own_parent() {
    let (mut office, _folder) = office();
    let part = |id, parent| Task { parent: Some(TaskId::new(parent)), ..task(id, "子任务", "2023-12-31") };
    let other = Task { list: "另一张".to_owned(), ..task(5, "别处", "2023-12-31") };
    let first = [task(1, "总任务", "2023-12-31"), part(2, 1), part(3, 2), task(4, "并列", "2023-12-31"), other];
    run(&mut office, first.into_iter().map(Edit::put).collect());
    let mut form = TaskForm::of(&office.registry().tasks[&TaskId::new(1)]);
    let offered: Vec<i64> = form.parents(office.registry()).into_iter().map(|(id, _)| id.raw()).collect();
    assert_eq!(offered, [4], "neither itself, nor its parts, nor another list");
    form.parent = Some(TaskId::new(4));
    (form.no, form.weight) = ("7".to_owned(), "15".to_owned());
    (form.target, form.done, form.unit) = ("15".to_owned(), "6".to_owned(), "人".to_owned());
    (form.due_rule, form.note) = ("合同第3条".to_owned(), "重点".to_owned());
    office.run(&form.edit(office.registry(), day("2023-06-14")).unwrap()).unwrap();
    let stored = &office.registry().tasks[&TaskId::new(1)];
    assert_eq!((stored.no, stored.weight, stored.parent), (Some(7), 15, Some(TaskId::new(4))));
    assert_eq!((stored.target_qty, stored.done_qty, stored.unit.as_str()), (Some(15), Some(6), "人"));
    assert_eq!((stored.due_rule.as_str(), stored.note.as_str()), ("合同第3条", "重点"));
    assert_eq!(TaskForm::of(stored).edit(office.registry(), day("2023-06-14")), None, "nothing has changed");
}

fn duty_form() -> DutyForm {
    let mut form = DutyForm::new(day("2023-01-02"));
    "双周报".clone_into(&mut form.record.title);
    form.record.cycle = Cycle::Fortnightly;
    (form.offset, form.checklist) = ("-2".to_owned(), "数据\n\n 文字 ".to_owned());
    form
}

#[test]
fn an_obligation_is_entered_and_every_period_has_its_own_ticks() {
    let (mut office, _folder) = office();
    for wrong in [
        DutyForm { offset: "400".to_owned(), ..duty_form() },
        DutyForm { limit: "0".to_owned(), ..duty_form() },
        DutyForm { anchor_on: None, ..duty_form() },
    ] {
        assert_eq!(wrong.edit(office.registry()), None);
    }
    office.run(&duty_form().edit(office.registry()).unwrap()).unwrap();
    let year = ReportYear::load(&office, 2023, TR).unwrap();
    assert_eq!((year.lines.len(), year.lines[0].cells[10].as_str()), (26, "0/2"));
    office.run(&tick_item_edit(&year.lines[0].report, "数据", true, office.registry())).unwrap();
    let year = ReportYear::load(&office, 2023, TR).unwrap();
    assert_eq!((year.lines[0].cells[10].as_str(), year.lines[1].cells[10].as_str()), ("1/2", "0/2"));
    office.run(&submit_edit(&year.lines[0].report, Some(day("2023-01-13")), office.registry())).unwrap();
    let first = ReportYear::load(&office, 2023, TR).unwrap().lines[0].report.clone();
    assert_eq!((first.status, first.ticked.as_slice()), (ReportStatus::Submitted, ["数据".to_owned()].as_slice()));
    office.run(&exempt_edit(&year.lines[1].report, true, office.registry())).unwrap();
    assert_eq!(office.registry().reports.len(), 2, "one record for a period");

    let before = dump(&office);
    let duty = office.registry().obligations.values().next().unwrap().clone();
    office.run(&delete_duty_edit(&duty, office.registry())).unwrap();
    assert!(office.registry().reports.is_empty());
    office.undo().unwrap();
    assert_eq!(dump(&office), before);
}

#[test]
fn more_than_the_budget_is_spent_only_with_a_reason() {
    let (mut office, _folder) = office();
    let fund = Fund { id: FundId::new(1), project: "对口帮扶".to_owned(), budget_fen: 100_000, ..Fund::default() };
    run(&mut office, vec![Edit::put(fund.clone()), Edit::put(task(1, "设备", "2023-12-31"))]);
    let mut form = ExpenseForm::new(&fund, day("2023-06-14"));
    (form.item, form.task) = ("胸痛单元设备".to_owned(), Some(TaskId::new(1)));
    for wrong in ["", "0", "一千", "10.123"] {
        wrong.clone_into(&mut form.amount);
        assert_eq!(form.edit(&fund, office.registry()), None, "{wrong}");
    }
    form.amount = "1,200.50".to_owned();
    assert_eq!(form.over(&fund, office.registry()), Some(Money::from_fen(20_050)));
    assert_eq!(form.edit(&fund, office.registry()), None);
    form.reason = "追加设备".to_owned();
    office.run(&form.edit(&fund, office.registry()).unwrap()).unwrap();
    let stored = office.registry().expenses.values().next().unwrap();
    assert_eq!((stored.amount_fen, stored.task), (120_050, Some(TaskId::new(1))));
    assert_eq!(office.registry().funds[&fund.id].override_reason, "追加设备");
    let again = ExpenseForm::of(stored, &office.registry().funds[&fund.id]);
    assert_eq!(again.edit(&office.registry().funds[&fund.id], office.registry()), None, "nothing has changed");
}

#[test]
fn a_meeting_decides_and_what_it_decided_and_what_stands_in_the_way_become_tasks() {
    let (mut office, _folder) = office();
    let today = day("2023-06-14");
    office.run(&Edit::put(fresh_meeting("2023上半年联席会", today))).unwrap();
    let decided = Resolution {
        text: "增派麻醉专家1名".to_owned(),
        owner: "医务部".to_owned(),
        ..fresh_resolution(MeetingId::new(1))
    };
    let problem = Problem { text: "宽带不稳".to_owned(), due_on: Some(day("2023-07-15")), ..fresh_problem(today) };
    run(&mut office, vec![Edit::put(decided), Edit::put(problem)]);
    let decided = office.registry().resolutions.values().next().unwrap().clone();
    office.run(&task_of_decision(&decided, office.registry(), today).unwrap()).unwrap();
    let problem = office.registry().problems.values().next().unwrap().clone();
    office.run(&task_of_problem(&problem, office.registry(), today, TR).unwrap()).unwrap();
    let titles: Vec<_> = office.registry().tasks.values().map(|task| (task.title.as_str(), task.due_on)).collect();
    assert_eq!(titles, [("增派麻醉专家1名", today), ("宽带不稳", day("2023-07-15"))]);
    let problem = office.registry().problems.values().next().unwrap().clone();
    assert_eq!((problem.status, problem.task), (TaskStatus::Active, Some(TaskId::new(2))));
    office.run(&tick_problem_edit(&problem, today)).unwrap();
    let closed = office.registry().problems.values().next().unwrap();
    assert_eq!((closed.status, closed.done_on), (TaskStatus::Closed, Some(today)));
    assert_eq!(tick_problem_edit(closed, today), tick_problem_edit(closed, today));

    let meeting = office.registry().meetings.values().next().unwrap().clone();
    office.run(&delete_meeting_edit(&meeting, office.registry())).unwrap();
    assert_eq!((office.registry().resolutions.len(), office.registry().tasks.len()), (0, 2), "tasks stay");
}
