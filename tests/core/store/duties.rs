//! Tasks, reports, meetings and money: a row of each table, and what contradicts itself.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Refusal, StoreError};

use super::hospital::{Place, apply, day, dump, hospital, minute};

/// One row of every table of tasks and money, every field filled, keys from 1; they build on the hospital.
pub fn duties() -> Vec<Edit> {
    let mut edits = vec![
        Edit::put(template()),
        Edit::put(task(1)),
        Edit::put(Task { parent: Some(Id::new(1)), ..task(2) }),
        Edit::put(Milestone {
            id: Id::new(1),
            task: Id::new(1),
            title: "材料上报".to_owned(),
            due_on: day("2023-06-30"),
            done_on: Some(day("2023-06-20")),
            note: "已审".to_owned(),
        }),
        Edit::put(event(1, TaskEventKind::Postponed, "分管副院长")),
    ];
    edits.extend(reports());
    edits.extend(money());
    edits
}

fn template() -> TaskTemplate {
    TaskTemplate {
        id: Id::new(1),
        list: "项目任务".to_owned(),
        no: Some(2),
        category: "急救能力".to_owned(),
        title: "打造胸痛救治单元".to_owned(),
        standard: "通过市级验收".to_owned(),
        target_qty: Some(1),
        unit: "个".to_owned(),
        leader: "副院长".to_owned(),
        lead_dept: "内一科".to_owned(),
        owner: "邹龙".to_owned(),
        cooperate: "心内科".to_owned(),
        start_on: Some(day("2023-05-18")),
        due_on: day("2024-06-30"),
        weight: 10,
        budget_fen: Some(18_000_000),
        for_all: true,
        for_kinds: vec![InstitutionKind::Township],
        for_sites: vec![Id::new(1)],
        relation: Some(Id::new(1)),
        programme: Some(Programme::TeamBased),
    }
}

pub fn task(id: i64) -> Task {
    Task {
        id: Id::new(id),
        template: Some(Id::new(1)),
        no: Some(2),
        site: Some(Id::new(1)),
        category: "急救能力".to_owned(),
        standard: "通过市级验收".to_owned(),
        target_qty: Some(1),
        done_qty: Some(1),
        unit: "个".to_owned(),
        leader: "副院长".to_owned(),
        lead_dept: "内一科".to_owned(),
        dept: Some(Id::new(2)),
        owner: "邹龙".to_owned(),
        owner_person: Some(Id::new(2)),
        cooperate: "心内科".to_owned(),
        start_on: Some(day("2023-05-18")),
        due_rule: "验收通知".to_owned(),
        weight: 10,
        status: TaskStatus::Closed,
        progress_pct: 100,
        progress_note: "已验收".to_owned(),
        done_on: Some(day("2024-05-06")),
        close_note: "取得证书".to_owned(),
        evidence_note: "3份".to_owned(),
        budget_fen: Some(18_000_000),
        relation: Some(Id::new(1)),
        programme: Some(Programme::TeamBased),
        note: "市级".to_owned(),
        ..Task::new("项目任务", "打造胸痛救治单元", day("2024-06-30"))
    }
}

fn event(id: i64, kind: TaskEventKind, by: &str) -> TaskEvent {
    TaskEvent {
        id: Id::new(id),
        task: Id::new(1),
        on_date: day("2024-06-20"),
        kind,
        level: Some(ChaseLevel::Leader),
        by: by.to_owned(),
        text: "设备未到".to_owned(),
        reply_due_on: Some(day("2024-06-26")),
        replied_on: Some(day("2024-06-25")),
        reply: "七月到货".to_owned(),
        old_due_on: Some(day("2024-05-31")),
        new_due_on: Some(day("2024-06-30")),
    }
}

fn report(id: i64) -> Report {
    Report {
        id: Id::new(id),
        obligation: Id::new(1),
        subject: Some(Id::new(1)),
        period_no: 12,
        period_from: day("2023-06-05"),
        period_to: day("2023-06-18"),
        due_on: day("2023-06-16"),
        submitted_on: Some(day("2023-06-16")),
        status: ReportStatus::Submitted,
        ticked: vec!["数据".to_owned()],
        snapshot: "{}".to_owned(),
        note: "第12期".to_owned(),
    }
}

fn reports() -> Vec<Edit> {
    vec![
        Edit::put(Obligation {
            id: Id::new(1),
            kind: ObligationKind::Report,
            title: "帮扶工作双周报".to_owned(),
            addressee: "县卫健局".to_owned(),
            cycle: Cycle::Fortnightly,
            anchor_on: day("2023-01-02"),
            period_limit: Some(52),
            until_on: Some(day("2025-12-31")),
            due_offset: -2,
            shift: DueShift::Advance,
            owner: "医务科".to_owned(),
            for_all: true,
            for_kinds: vec![InstitutionKind::Township],
            for_sites: vec![Id::new(1)],
            checklist: vec!["数据".to_owned(), "文字".to_owned()],
            relation: Some(Id::new(1)),
            programme: Some(Programme::TeamBased),
            note: "周五".to_owned(),
        }),
        Edit::put(report(1)),
        Edit::put(Meeting {
            id: Id::new(1),
            title: "2023年上半年联席会".to_owned(),
            on_date: Some(day("2023-06-29")),
            place: "县政府".to_owned(),
            host: "副县长".to_owned(),
            attendees: "市中心医院、县医院".to_owned(),
            report: Some(Id::new(1)),
            relation: Some(Id::new(1)),
            programme: Some(Programme::TeamBased),
            note: "半年一次".to_owned(),
        }),
        Edit::put(Resolution {
            id: Id::new(1),
            meeting: Id::new(1),
            text: "增派麻醉专家1名".to_owned(),
            unit: "市中心医院".to_owned(),
            owner: "医务部".to_owned(),
            due_on: Some(day("2023-08-31")),
            progress_note: "人选已定".to_owned(),
            status: TaskStatus::Active,
            ask: "到岗时间".to_owned(),
            task: Some(Id::new(1)),
        }),
        Edit::put(Problem {
            id: Id::new(1),
            raised_on: day("2023-06-29"),
            by: "邹龙".to_owned(),
            text: "宽带不稳".to_owned(),
            site: Some(Id::new(1)),
            owner: "后勤".to_owned(),
            due_on: Some(day("2023-07-15")),
            status: TaskStatus::Closed,
            done_on: Some(day("2023-07-10")),
            result: "已装".to_owned(),
            task: Some(Id::new(1)),
        }),
    ]
}

fn expense(id: i64, amount_fen: i64) -> Expense {
    Expense {
        id: Id::new(id),
        fund: Id::new(1),
        task: Some(Id::new(1)),
        on_date: day("2024-03-12"),
        item: "胸痛单元设备".to_owned(),
        payee: "某公司".to_owned(),
        amount_fen,
        voucher: "记-031".to_owned(),
    }
}

fn money() -> Vec<Edit> {
    vec![
        Edit::put(fund()),
        Edit::put(expense(1, 41_230_000)),
        Edit::put(Evidence {
            id: Id::new(1),
            task: Some(Id::new(1)),
            name: "证书.pdf".to_owned(),
            path: "evidence/证书.pdf".to_owned(),
            sha256: "ab".repeat(32),
            size: 1024,
            added_on: Some(day("2024-05-06")),
            note: "原件".to_owned(),
            ..Evidence::default()
        }),
        Edit::put(Appraisal {
            id: Id::new(1),
            subject: AppraisalSubject::Site,
            scheme: "季度绩效评价".to_owned(),
            inst: Some(Id::new(1)),
            person: Some(Id::new(1)),
            label: "第1季度".to_owned(),
            period_from: day("2023-05-18"),
            period_to: day("2023-08-17"),
            score_hundredths: Some(8950),
            grade: "良好".to_owned(),
            assessor: "市卫健委".to_owned(),
            total_appraised: 22,
            on_date: Some(day("2023-08-27")),
            relation: Some(Id::new(1)),
            programme: Some(Programme::TeamBased),
            note: "第一年".to_owned(),
        }),
    ]
}

fn fund() -> Fund {
    Fund {
        id: Id::new(1),
        source: "市级专项".to_owned(),
        site: Some(Id::new(1)),
        project: "第一书记".to_owned(),
        budget_fen: 100_000_000,
        from_on: Some(day("2023-06-15")),
        to_on: Some(day("2025-06-14")),
        override_reason: String::new(),
        relation: Some(Id::new(1)),
        programme: Some(Programme::TeamBased),
        note: "每站一百万".to_owned(),
    }
}

/// Edits of tasks and money with the refusal that each must meet.
fn refused() -> Vec<(Edit, Refusal)> {
    let invalid = |table, field: &str| Refusal::Invalid { table, field: field.to_owned() };
    let open = Task { status: TaskStatus::Active, done_on: None, ..task(1) };
    vec![
        (Edit::put(Task { progress_pct: 130, ..open.clone() }), invalid(Table::Task, "progress_pct")),
        (Edit::put(Task { title: " ".to_owned(), ..open.clone() }), invalid(Table::Task, "title")),
        (
            Edit::put(Task { start_on: Some(day("2024-07-01")), ..open.clone() }),
            Refusal::EndBeforeStart { table: Table::Task },
        ),
        (Edit::put(Task { done_on: None, ..task(1) }), invalid(Table::Task, "done_on")),
        (Edit::put(Task { done_on: Some(day("2024-05-06")), ..open.clone() }), invalid(Table::Task, "done_on")),
        (
            Edit::put(Task {
                close_note: String::new(),
                evidence_note: String::new(),
                progress_note: " ".to_owned(),
                ..task(1)
            }),
            invalid(Table::Task, "close_note"),
        ),
        (Edit::put(Task { parent: Some(Id::new(1)), ..open.clone() }), invalid(Table::Task, "parent")),
        (Edit::put(Task { parent: Some(Id::new(2)), ..open }), Refusal::Circular { table: Table::Task, id: 1 }),
        (Edit::put(Task { owner_person: Some(Id::new(77)), ..task(1) }), Refusal::Dangling { table: Table::Task }),
        (Edit::put(event(0, TaskEventKind::Postponed, " ")), invalid(Table::TaskEvent, "by")),
        (
            Edit::put(TaskEvent { level: None, ..event(0, TaskEventKind::Chase, "") }),
            invalid(Table::TaskEvent, "level"),
        ),
        (Edit::put(report(0)), Refusal::Duplicate { table: Table::Report }),
        (Edit::put(Fund { budget_fen: -1, ..fund() }), invalid(Table::Fund, "budget_fen")),
        (
            Edit::put(expense(0, 60_000_000)),
            Refusal::OverBudget { fund: 1, budget_fen: 100_000_000, spent_fen: 101_230_000 },
        ),
        (
            Edit::put(Fund { budget_fen: 100, ..fund() }),
            Refusal::OverBudget { fund: 1, budget_fen: 100, spent_fen: 41_230_000 },
        ),
    ]
}

#[test]
fn tasks_and_money_that_contradict_themselves_are_refused_and_nothing_changes() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &duties());
    let before = dump(&store);
    for (edit, expected) in refused() {
        match store.apply(&Label::Settings, minute(1), std::slice::from_ref(&edit)) {
            Err(StoreError::Refused(refusal)) => assert_eq!(refusal, expected, "{edit:?}"),
            other => panic!("{edit:?} gave {other:?}"),
        }
        assert_eq!(dump(&store), before);
    }
}

#[test]
fn more_is_spent_than_there_is_where_a_reason_is_given() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &duties());
    apply(&mut store, &[Edit::put(Fund { override_reason: "县里追加".to_owned(), ..fund() })]);
    apply(&mut store, &[Edit::put(expense(0, 60_000_000))]);
    let spent: i64 = store.registry().unwrap().expenses.values().map(|expense| expense.amount_fen).sum();
    assert_eq!(spent, 101_230_000);
}

#[test]
fn a_task_may_change_its_place_in_the_tree_but_not_close_a_circle() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &duties());
    let open = |id, parent: Option<i64>| Task { parent: parent.map(Id::new), ..task(id) };
    apply(&mut store, &[Edit::put(open(3, Some(2))), Edit::put(open(4, Some(3)))]);
    let circle = store.apply(&Label::Settings, minute(1), &[Edit::put(open(1, Some(4)))]);
    assert!(matches!(circle, Err(StoreError::Refused(Refusal::Circular { table: Table::Task, .. }))), "{circle:?}");
    apply(&mut store, &[Edit::put(open(2, Some(4))), Edit::put(open(3, None))]);
    assert_eq!(store.registry().unwrap().tasks[&Id::new(2)].parent, Some(Id::new(4)));
}
