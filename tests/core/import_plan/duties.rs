//! Task lists, reports, meetings, money and appraisals: real workbooks, and rows that are refused.

use std::path::{Path, PathBuf};

use chuanbangdai::app::intake::{self, ImportChoices};
use chuanbangdai::app::paper::{self, Format};
use chuanbangdai::app::{Clock, Office, Progress};
use chuanbangdai::domain::{
    DocumentKind, Edit, Id, Label, Money, Period, Problem, Registry, ReportStatus, Table, TaskState, TaskStatus,
    report_state, task_state,
};
use chuanbangdai::i18n::Tr;
use chuanbangdai::import::read::Reader;
use chuanbangdai::import::{ImportReport, MappedSheet};
use chuanbangdai::report::DocumentRequest;
use tempfile::TempDir;

use super::rig::{Rig, registers, sheet, staffed};

type Context = &'static [(&'static str, &'static str)];

struct Desk {
    office: Office,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::Fixed("2024-07-31T17:00:00".parse().unwrap());
        Self { office: Office::create(&folder.path().join("data.db"), clock).unwrap(), folder }
    }

    fn import(&mut self, name: &str, context: Context) -> ImportReport {
        let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name);
        let mut choices = ImportChoices::default();
        choices.mapping.context = context.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let prepared =
            intake::prepare(&self.office, &[file], &choices, &Reader::in_process(), &Progress::default()).unwrap();
        self.office.commit_import(prepared, Tr::default()).unwrap()
    }

    /// Imports files that each give these counts of added, changed, unchanged and rejected rows, and nothing new
    /// the second time.
    fn fill(&mut self, files: &[(&str, Context, [usize; 4])]) {
        for (name, context, expected) in files {
            let report = self.import(name, context);
            let told: Vec<_> = report.rows.iter().filter_map(|row| row.text.as_deref()).collect();
            let counts = |report: &ImportReport| [report.added, report.changed, report.unchanged, report.rejected];
            assert_eq!(counts(&report), *expected, "{name}: {told:#?}");
            let again = self.import(name, context);
            assert_eq!((again.added, again.changed), (0, 0), "{name} a second time");
        }
    }

    fn registry(&self) -> &Registry {
        self.office.registry()
    }
}

const LIST: Context = &[("programme", "第一书记"), ("list", "第一书记项目任务")];
const COUNTY: Context =
    &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式"), ("list", "2022—2023年组团式帮扶清单")];
const SITES: Context = &[("programme", "第一书记")];

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

#[test]
fn one_template_makes_a_task_for_every_site_and_the_ledger_of_the_programme_adds_up() {
    let mut desk = Desk::new();
    desk.fill(&[
        ("xiangtan/01_机构名录.xlsx", &[], [100, 0, 0, 0]),
        ("xiangtan/02_第一书记派驻一览表.xlsx", SITES, [22, 0, 0, 0]),
        ("xiangtan/03_项目任务清单模板.xlsx", LIST, [13, 0, 0, 0]),
        ("xiangtan/04_项目任务进度_截至2024年7月.xlsx", LIST, [0, 286, 0, 0]),
        ("xiangtan/05_专项资金.xlsx", SITES, [129, 0, 0, 0]),
        ("xiangtan/06_季度绩效评价.xlsx", SITES, [176, 0, 0, 0]),
        ("xiangtan/14_报送与待遇.xlsx", SITES, [24, 0, 0, 0]),
    ]);
    let registry = desk.registry();
    let on = day("2024-07-31");
    let state = |wanted| registry.tasks.values().filter(|task| task_state(task, on, 7) == wanted).count();
    assert_eq!((registry.task_templates.len(), registry.tasks.len()), (13, 286));
    assert_eq!((state(TaskState::Closed), state(TaskState::Overdue)), (118, 9));
    let budget: Money = registry.funds.values().map(|fund| Money::from_fen(fund.budget_fen)).sum();
    let spent: Money = registry.expenses.values().map(|expense| Money::from_fen(expense.amount_fen)).sum();
    assert_eq!((budget.to_string(), spent.to_string()), ("22,000,000.00".to_owned(), "8,690,600.00".to_owned()));
    assert!(registry.expenses.values().all(|expense| expense.task.is_some()));
    let graded = |grade: &str| registry.appraisals.values().filter(|it| it.grade == grade).count();
    assert_eq!([graded("优秀"), graded("良好"), graded("合格")], [65, 76, 35]);
}

#[test]
fn the_lists_of_a_county_hospital_find_their_people_and_departments() {
    const COUNTY: Context =
        &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式"), ("list", "2022—2023年组团式帮扶清单")];
    let mut desk = Desk::new();
    desk.fill(&[
        ("shangnan/01_机构与帮扶关系.xlsx", &[], [38, 0, 0, 0]),
        ("shangnan/02b_本院人员花名册.xlsx", &[], [65, 0, 0, 0]),
        ("shangnan/08_任务清单责任清单时限清单.xlsx", COUNTY, [20, 0, 0, 0]),
        ("shangnan/09_报送与会议.xlsx", &[], [19, 0, 0, 0]),
    ]);
    let registry = desk.registry();
    let on = day("2023-06-30");
    assert!(registry.tasks.values().all(|task| task.owner_person.is_some() && task.dept.is_some()));
    let overdue: Vec<_> =
        registry.tasks.values().filter(|task| task_state(task, on, 7) == TaskState::Overdue).collect();
    assert_eq!(overdue.iter().filter_map(|task| task.no).collect::<Vec<_>>(), [5, 17]);
    let in_time =
        |it: &&chuanbangdai::domain::Report| report_state(it, on, 7) == chuanbangdai::domain::ReportState::Submitted;
    assert_eq!(registry.reports.values().filter(in_time).count(), 11);
    assert_eq!(registry.reports.values().filter(|it| it.status == ReportStatus::Pending).count(), 1);
    assert_eq!(registry.resolutions.values().filter(|it| it.status == TaskStatus::Closed).count(), 1);
}

fn tasks(head: &'static str, rows: &str) -> MappedSheet {
    sheet("task", &[("list", "重点任务")], head, rows)
}

#[test]
fn tasks_are_refused_with_the_cell_that_fails() {
    let mut rig = staffed();
    let people = ["甲一", "乙二", "丙三", "丁四", "戊五"].map(|name| format!("{name}|商南县医院")).join("\n");
    rig.fill(&[sheet("person", &[], "姓名|单位", &people)]);
    for (head, row, told) in [
        ("任务事项|完成时限", "建胸痛中心|2023-02-30", "4 rejected R02 完成时限"),
        ("任务事项|完成时限", "建胸痛中心|", "4 rejected R01 完成时限"),
        ("任务事项|完成时限", "|2023-03-31", "4 rejected R01 任务事项"),
        ("任务事项|起始|完成时限", "建胸痛中心|2023-05-01|2023-03-31", "4 rejected R03 完成时限"),
        ("任务事项|完成时限|进度", "建胸痛中心|2023-03-31|130%", "4 rejected R08 进度"),
        ("任务事项|完成时限|进度", "建胸痛中心|2023-03-31|大半", "4 rejected R07 进度"),
        ("任务事项|完成时限|预算", "建胸痛中心|2023-03-31|待定", "4 rejected R12 预算"),
        ("任务事项|完成时限|责任人", "建胸痛中心|2023-03-31|无名氏", "4 rejected R10 责任人"),
        ("任务事项|完成时限|牵头科室", "建胸痛中心|2023-03-31|外九科", "4 rejected R04 牵头科室"),
        ("任务事项|完成时限|站点", "建胸痛中心|2023-03-31|某某卫生院", "4 rejected R04 站点"),
        ("任务事项|完成时限|状态", "建胸痛中心|2023-03-31|差不多", "4 rejected R08 状态"),
    ] {
        assert_eq!(rig.import(&[tasks(head, row)]), [told], "{row}");
        assert_eq!(rig.count(Table::Task), 0);
    }
    let told = rig.import(&[tasks("任务事项|完成时限|责任人", "建胸痛中心|2023-03-31|医务部")]);
    assert_eq!(told, ["4 added"], "a department may be responsible");
}

#[test]
fn a_closed_task_has_its_date_and_what_shows_it_and_may_be_opened_again() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let head = "序号|任务事项|完成时限|状态|完成日期";
    assert_eq!(rig.import(&[tasks(head, "1|建胸痛中心|2023年10月|已完成|2023.4.26")]), ["4 added"]);
    let task = rig.registry.tasks.values().next().unwrap().clone();
    assert_eq!((task.due_on, task.done_on), (day("2023-10-31"), Some(day("2023-04-26"))));
    assert!(!task.close_note.is_empty());
    assert_eq!(rig.import(&[tasks(head, "1|建胸痛中心|2023-10-31|推进中|")]), ["4 changed"]);
    let task = rig.registry.tasks.values().next().unwrap();
    assert_eq!((task.status, task.done_on, task.close_note.as_str()), (TaskStatus::Active, None, ""));
}

#[test]
fn money_is_refused_where_it_is_none_or_more_than_there_is() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let fund = |budget: &str| sheet("fund", &[], "项目|预算", &format!("对口帮扶|{budget}"));
    for budget in ["一百万", "约好", "10.005"] {
        assert_eq!(rig.import(&[fund(budget)]), ["4 rejected R12 预算"], "{budget}");
    }
    assert_eq!(rig.import(&[fund("1万元")]), ["4 added"]);
    let head = "站点/项目|日期|支出内容|金额|凭证号";
    let expenses = |rows: &str| {
        let mut sheet = sheet("expense", &[], head, rows);
        if let Some(at) = sheet.columns.remove("站点/项目") {
            sheet.columns.insert("站点", at);
        }
        sheet
    };
    let two_alike = "对口帮扶|2024-03-01|教材|1000|\n对口帮扶|2024-03-01|教材|1000|";
    let told = rig.import(&[expenses(two_alike)]);
    assert_eq!(told, ["4 added", "5 added N08"]);
    let told = rig.import(&[expenses(two_alike)]);
    assert_eq!(told, ["4 unchanged", "5 unchanged N08"]);
    assert_eq!(rig.import(&[expenses("对口帮扶|2024-03-02|设备|9000|记-1")]), ["4 rejected R12 金额"]);
    assert_eq!(rig.import(&[expenses("无此项目|2024-03-02|设备|1|记-1")]), ["4 rejected R04 站点/项目"]);
    assert_eq!(rig.count(Table::Expense), 2);
}

#[test]
fn a_report_finds_its_obligation_by_part_of_its_name_and_its_period_by_number() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    rig.fill(&[sheet(
        "obligation",
        &[],
        "事项|类别|周期|起算日|截止规则|遇节假日",
        "帮扶工作双周报|报告|双周|2023-01-02|期末前2日|提前
         季度汇报会|会议|每季度|2023-01-01|期末当日|不变",
    )]);
    let told = rig.import(&[sheet(
        "report",
        &[("year", "2023")],
        "事项|周期|第几期|期间|截止|报送日期|状态",
        "双周报|双周|12|6-5—6-18|6-16|6-16|已报
         双周报|双周|13||6-29||未报
         季度汇报会||1|||2023-03-30|
         双周报|双周|30||||",
    )]);
    assert_eq!(told, ["4 added", "5 added N12 截止", "6 added", "7 rejected R08 第几期"]);
    let periods: Vec<_> = rig.registry.reports.values().map(|it| (it.period_no, it.period_to.to_string())).collect();
    assert_eq!(periods[..2], [(12, "2023-06-18".to_owned()), (13, "2023-07-02".to_owned())]);
    assert_eq!(rig.registry.reports.values().nth(2).unwrap().status, ReportStatus::Submitted);
}

#[test]
fn a_part_names_the_task_above_it_and_a_circle_is_refused_in_every_row() {
    let mut rig = staffed();
    let of = |rows: &str| tasks("序号|任务事项|完成时限|上级任务", rows);
    let told = rig.import(&[of("5|环甲|2023-12-31|环乙
         6|环乙|2023-12-31|5
         7|自环|2023-12-31|自环
         8|部分|2023-12-31|整体
         9|整体|2023-12-31|
         10|无上级|2023-12-31|没有的")]);
    assert_eq!(
        told,
        [
            "4 rejected R08 上级任务",
            "5 rejected R08 上级任务",
            "6 rejected R08 上级任务",
            "7 added",
            "8 added",
            "9 rejected R08 上级任务",
        ]
    );
    let part = rig.registry.tasks.values().find(|task| task.title == "部分").unwrap();
    assert_eq!(rig.registry.tasks[&part.parent.unwrap()].title, "整体");
    // A circle that closes over a stored task is refused as well.
    assert_eq!(rig.import(&[of("9|整体|2023-12-31|8")]), ["4 rejected R08 上级任务"]);
    let of_one = |plan: chuanbangdai::import::plan::ImportPlan| plan.sheets[0].rows[0].reasons[0].about.clone();
    let told = of_one(rig.plan(&[of("9|整体|2023-12-31|8")]));
    let titles = ["整体", "部分", "整体"].map(str::to_owned).into();
    assert_eq!(told, chuanbangdai::import::plan::About::Circle(titles));
}

#[test]
fn a_problem_is_met_by_its_words_and_day_and_what_follows_from_dates_is_not_stored_over_it() {
    let mut rig = Rig::new();
    rig.fill(&registers());
    let of = |rows: &str| {
        let heads = "问题|站点|提出人|提出日期|责任人|解决时限|状态|解决情况|解决日期|来源任务";
        sheet("problem", &[], heads, rows)
    };
    let told = rig.import(&[of("麻醉机老化||医务科|2023-06-01|张三|2023-06-20|处理中|||
         网速慢|||2023-06-02||2023-06-05|逾期9天|||
         停电|无此卫生院||2023-06-02|||||||
         缺护士|||2023-02-30|||||||
         缺药|||2023-06-03||2023-06-30|待处理|已配送|2023-06-10||
         缺车|||2023-06-03|||已解决|已购|2023-06-01||
         |||2023-06-03|||||||
         无灯|||2023-06-04|||已解决|已修|2023-06-08|换灯|")]);
    assert_eq!(
        told,
        [
            "4 added",
            "5 added",
            "6 rejected R04 站点",
            "7 rejected R02 提出日期",
            "8 rejected R08 解决日期",
            "9 rejected R03 解决日期",
            "10 rejected R01 问题",
            "11 added N01 来源任务",
        ]
    );
    let problems: Vec<_> = rig.registry.problems.values().map(|it| (it.text.as_str(), it.status)).collect();
    assert_eq!(
        problems,
        [("麻醉机老化", TaskStatus::Active), ("网速慢", TaskStatus::Active), ("无灯", TaskStatus::Closed)]
    );
    let told = rig.import(&[of("麻醉机老化|||2023-06-01|||逾期3天|||
         网速慢|||2023-06-02|李四||已解决|已升级|2023-06-14|")]);
    assert_eq!(told, ["4 unchanged", "5 changed"]);
    let solved = rig.registry.problems.values().nth(1).unwrap();
    assert_eq!((solved.owner.as_str(), solved.done_on.unwrap().to_string()), ("李四", "2023-06-14".to_owned()));
}

/// Exports a document as a workbook and imports it again: every row must be unchanged.
fn comes_back(desk: &mut Desk, kind: DocumentKind, period: Period, context: Context, rows: usize) {
    let request = DocumentRequest::new(kind, period);
    let path = desk.folder.path().join(format!("{}.xlsx", kind.code()));
    let sheet = desk.office.sheet(&request, Tr::default()).unwrap();
    paper::export(&sheet, Format::Xlsx, &path, &desk.office.press()).unwrap();
    let mut choices = ImportChoices::default();
    choices.mapping.context = context.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let prepared =
        intake::prepare(&desk.office, &[path], &choices, &Reader::in_process(), &Progress::default()).unwrap();
    let report = desk.office.commit_import(prepared, Tr::default()).unwrap();
    let told: Vec<_> = report.rows.iter().filter(|row| row.code.is_some()).collect();
    assert_eq!(
        [report.added, report.changed, report.unchanged, report.rejected],
        [0, 0, rows, 0],
        "{kind:?}: {told:#?}"
    );
}

#[test]
fn the_lists_of_a_programme_come_back_from_their_own_workbooks_without_change() {
    let mut desk = Desk::new();
    desk.fill(&[
        ("xiangtan/01_机构名录.xlsx", &[], [100, 0, 0, 0]),
        ("xiangtan/02_第一书记派驻一览表.xlsx", SITES, [22, 0, 0, 0]),
        ("xiangtan/03_项目任务清单模板.xlsx", LIST, [13, 0, 0, 0]),
        ("xiangtan/04_项目任务进度_截至2024年7月.xlsx", LIST, [0, 286, 0, 0]),
        ("xiangtan/05_专项资金.xlsx", SITES, [129, 0, 0, 0]),
        ("xiangtan/14_报送与待遇.xlsx", SITES, [24, 0, 0, 0]),
    ]);
    let today = Period::day(day("2024-07-31"));
    comes_back(&mut desk, DocumentKind::TaskList, today, &[], 286);
    comes_back(&mut desk, DocumentKind::FundUse, today, &[], 107);
    let year = DocumentRequest::usual_period(DocumentKind::ReportCalendar, day("2024-07-31"));
    comes_back(&mut desk, DocumentKind::ReportCalendar, year, &[], 16);
}

/// An overdue problem of a task, one of a site that is not begun, and one that is solved.
fn problems(desk: &Desk) -> Edit {
    let registry = desk.office.registry();
    let task = registry.tasks.values().find(|task| task.site.is_none()).unwrap();
    let site = registry.institutions.values().find(|inst| !inst.is_own).unwrap().id;
    let of = |text: &str, due_on: &str, status| Problem {
        id: Id::NEW,
        raised_on: day("2023-06-01"),
        by: "医务科".to_owned(),
        text: text.to_owned(),
        site: None,
        owner: "张三".to_owned(),
        due_on: Some(day(due_on)),
        status,
        done_on: None,
        result: String::new(),
        task: None,
    };
    let late = Problem { task: Some(task.id), ..of("麻醉机老化", "2023-06-20", TaskStatus::Pending) };
    let of_site = Problem { site: Some(site), ..of("网速慢", "2023-12-31", TaskStatus::Pending) };
    let done_on = Some(day("2023-06-10"));
    let solved = Problem { done_on, result: "已购".to_owned(), ..of("缺车", "2023-06-05", TaskStatus::Closed) };
    Edit::Many { label: Label::Several { count: 3 }, edits: [late, of_site, solved].map(Edit::put).into() }
}

#[test]
fn the_lists_of_a_county_hospital_come_back_from_their_own_workbooks_without_change() {
    let mut desk = Desk::new();
    desk.fill(&[
        ("shangnan/01_机构与帮扶关系.xlsx", &[], [38, 0, 0, 0]),
        ("shangnan/02b_本院人员花名册.xlsx", &[], [65, 0, 0, 0]),
        ("shangnan/08_任务清单责任清单时限清单.xlsx", COUNTY, [20, 0, 0, 0]),
        ("shangnan/09_报送与会议.xlsx", &[], [19, 0, 0, 0]),
    ]);
    let today = Period::day(day("2023-06-30"));
    comes_back(&mut desk, DocumentKind::TaskList, today, &[], 20);
    comes_back(&mut desk, DocumentKind::Decisions, today, &[], 3);
    desk.office.run(&problems(&desk)).unwrap();
    comes_back(&mut desk, DocumentKind::ProblemList, today, &[], 3);
    let year = DocumentRequest::usual_period(DocumentKind::ReportCalendar, day("2023-06-30"));
    comes_back(&mut desk, DocumentKind::ReportCalendar, year, &[], 32);
}

#[test]
fn calendar_bound_duties_need_no_first_day_and_unknown_sites_are_no_people() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "obligation",
        &[],
        "事项|类别|周期",
        "季度汇报会|会议|每季度
         年度总结|报告|每年
         周报|报告|每周
         双周报|报告|双周",
    )]);
    assert_eq!(told, ["4 added", "5 added", "6 added", "7 rejected R01 起算日"]);
    let anchors: Vec<_> = rig.registry.obligations.values().map(|duty| duty.anchor_on.to_string()).collect();
    assert_eq!(anchors, ["2023-01-01", "2023-01-01", "2022-12-26"]);
    let mut results = sheet("appraisal", &[], "对象|期间|等次", "不存在的站|2023Q1|优");
    assert_eq!(rig.import(&[results.clone()]), ["4 rejected R10 对象"]);
    "派驻站点".clone_into(&mut results.headings[0]);
    assert_eq!(rig.import(&[results]), ["4 rejected R04 派驻站点"]);
}

#[test]
fn words_that_differ_only_in_the_width_of_their_signs_are_the_same_words() {
    let mut rig = staffed();
    let rows = "内镜主机老化，图像不清|消化内科（本部）|2023-06-06|设备科：王工";
    rig.fill(&[sheet("problem", &[], "问题|提出人|提出日期|责任人", rows)]);
    // As the window keeps what is typed.
    for problem in rig.registry.problems.values_mut() {
        "内镜主机老化，图像不清".clone_into(&mut problem.text);
        "消化内科（本部）".clone_into(&mut problem.by);
    }
    let told = rig.import(&[sheet("problem", &[], "问题|提出人|提出日期|责任人", rows)]);
    assert_eq!(told, ["4 unchanged"]);
}
