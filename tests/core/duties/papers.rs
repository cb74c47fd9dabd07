//! The printed lists of duties as of a day: the year of reports, and the list of problems.

use chuanbangdai::app::Office;
use chuanbangdai::app::tasks::ReportYear;
use chuanbangdai::domain::{
    Appraisal, Cycle, DocumentKind, DueShift, Edit, Id, InstitutionId, InstitutionKind, Meeting, Obligation,
    ObligationKind, Period, Problem, Report, ReportStatus, Resolution, TaskStatus,
};
use chuanbangdai::report::{DocumentRequest, Sheet};

use super::{TR, day, office, run, site, task};

fn duty(id: i64, title: &str, cycle: Cycle, due_offset: i32) -> Obligation {
    Obligation {
        id: Id::new(id),
        due_offset,
        shift: DueShift::Keep,
        ..Obligation::new(ObligationKind::Report, title, cycle, day("2023-01-01"))
    }
}

/// The month of a report, with when it was sent.
fn report(duty: i64, no: u32, (from, to): (&str, &str), due_on: &str, sent: Option<&str>) -> Report {
    Report {
        id: Id::NEW,
        obligation: Id::new(duty),
        subject: None,
        period_no: no,
        period_from: day(from),
        period_to: day(to),
        due_on: day(due_on),
        submitted_on: sent.map(day),
        status: if sent.is_some() { ReportStatus::Submitted } else { ReportStatus::Pending },
        ticked: Vec::new(),
        snapshot: String::new(),
        note: String::new(),
    }
}

fn sheet(office: &Office, kind: DocumentKind, from: &str, to: &str) -> Sheet {
    let period = Period::new(day(from), day(to)).unwrap();
    office.sheet(&DocumentRequest::new(kind, period), TR).unwrap()
}

/// Title, number and standing of each period.
fn standings(sheet: &Sheet) -> Vec<String> {
    sheet.filled_body().iter().map(|row| format!("{} {} {}", row[1], row[4], row[8])).collect()
}

#[test]
fn the_year_of_reports_says_how_late_each_one_is_as_of_the_day() {
    let (mut office, _folder) = office();
    let mut edits: Vec<Edit> = (1..=3).map(|id| site(id, &format!("卫生院{id}"), InstitutionKind::Township)).collect();
    let of_sites =
        Obligation { for_kinds: vec![InstitutionKind::Township], ..duty(2, "半年小结", Cycle::HalfYearly, -14) };
    edits.extend([duty(1, "月报", Cycle::Monthly, 5), of_sites].map(Edit::put));
    edits.extend([
        Edit::put(report(1, 1, ("2023-01-01", "2023-01-31"), "2023-02-05", Some("2023-02-03"))),
        Edit::put(report(1, 2, ("2023-02-01", "2023-02-28"), "2023-03-05", Some("2023-03-08"))),
        Edit::put(Report {
            status: ReportStatus::Exempt,
            ..report(1, 3, ("2023-03-01", "2023-03-31"), "2023-04-05", None)
        }),
        Edit::put(report(1, 4, ("2023-04-01", "2023-04-30"), "2023-05-05", None)),
        Edit::put(Report {
            subject: Some(InstitutionId::new(2)),
            ..report(2, 1, ("2023-01-01", "2023-06-30"), "2023-06-16", Some("2023-06-13"))
        }),
    ]);
    run(&mut office, edits);
    let year = sheet(&office, DocumentKind::ReportCalendar, "2023-01-01", "2023-12-31");
    assert_eq!(year.subline.last().unwrap(), "截至 2023年6月14日");
    let told = standings(&year);
    assert_eq!(
        told[..8],
        [
            "月报 1 已报",
            "月报 2 逾期报",
            "月报 3 免报",
            "月报 4 逾期40天",
            "月报 5 逾期9天",
            "半年小结 1 临期(1/3)",
            "月报 6 待报",
            "月报 7 待报",
        ]
    );
    // A part of the year that is over is told as it ended.
    let spring = sheet(&office, DocumentKind::ReportCalendar, "2023-03-01", "2023-05-31");
    assert_eq!(standings(&spring), ["月报 3 免报", "月报 4 逾期26天", "月报 5 临期"]);
}

#[test]
fn the_list_of_problems_shows_the_open_ones_first_and_sums_them_up() {
    let (mut office, _folder) = office();
    let problem = |text: &str, raised: &str, due: Option<&str>, done: Option<&str>| Problem {
        id: Id::NEW,
        raised_on: day(raised),
        by: String::new(),
        text: text.to_owned(),
        site: None,
        owner: String::new(),
        due_on: due.map(day),
        status: if done.is_some() { TaskStatus::Closed } else { TaskStatus::Pending },
        done_on: done.map(day),
        result: String::new(),
        task: None,
    };
    let rows = [
        problem("已解决的", "2023-05-01", Some("2023-05-10"), Some("2023-05-09")),
        problem("没有时限的", "2023-05-02", None, None),
        problem("逾期的", "2023-05-03", Some("2023-06-12"), None),
        problem("以后才提出的", "2023-06-20", None, None),
    ];
    run(&mut office, rows.into_iter().map(Edit::put).collect());
    let sheet = sheet(&office, DocumentKind::ProblemList, "2023-06-14", "2023-06-14");
    let told: Vec<_> = sheet.filled_body().iter().map(|row| [row[1].clone(), row[7].clone()].join(" ")).collect();
    assert_eq!(told[..3], ["逾期的 逾期2天", "没有时限的 待处理", "已解决的 已解决"]);
    let total = sheet.body.last().unwrap().cells[1].plain();
    assert_eq!((sheet.body.len(), total.as_str()), (4, "共 3 项：已解决 1 项，逾期 1 项"));
}

#[test]
fn the_calendar_of_due_dates_holds_what_is_open_and_leaves_out_what_was_sent() {
    let (mut office, _folder) = office();
    let meeting = Meeting { id: Id::new(1), title: "联席会".to_owned(), ..Meeting::default() };
    let resolution = |text: &str, status: TaskStatus| Resolution {
        id: Id::NEW,
        meeting: Id::new(1),
        text: text.to_owned(),
        unit: "市中心医院".to_owned(),
        owner: String::new(),
        due_on: Some(day("2023-08-31")),
        progress_note: String::new(),
        status,
        ask: String::new(),
        task: None,
    };
    run(
        &mut office,
        vec![
            Edit::put(task(1, "配齐硬件", "2023-06-30")),
            Edit::put(duty(1, "季报", Cycle::Quarterly, 5)),
            Edit::put(report(1, 2, ("2023-04-01", "2023-06-30"), "2023-07-05", Some("2023-06-13"))),
            Edit::put(meeting),
            Edit::put(resolution("增派麻醉专家", TaskStatus::Active)),
            Edit::put(resolution("已落实的", TaskStatus::Closed)),
        ],
    );
    let period = Period::new(day("2023-06-14"), day("2023-12-31")).unwrap();
    let request = DocumentRequest::new(DocumentKind::TaskList, period);
    let calendar = office.calendar_of(&request, None, TR).unwrap();
    let told: Vec<_> = calendar.events.iter().map(|it| format!("{} {}", it.from.date(), it.summary)).collect();
    assert_eq!(told, ["2023-06-30 配齐硬件", "2023-08-31 议定事项：增派麻醉专家", "2023-10-05 季报 第3期"]);
}

#[test]
fn the_appraisal_of_a_site_is_its_evaluation_from_the_day_on_which_it_was_made() {
    let (mut office, _folder) = office();
    let evaluation = Obligation {
        kind: ObligationKind::Evaluation,
        for_kinds: vec![InstitutionKind::Township],
        ..duty(1, "季度绩效评价", Cycle::Quarterly, 10)
    };
    let appraisal = |site: i64, (from, to): (&str, &str), on: &str| -> Edit {
        let row = serde_json::json!({
            "subject": "site", "inst": site, "grade": "良好", "period_from": from, "period_to": to, "on_date": on
        });
        Edit::put(serde_json::from_value::<Appraisal>(row).unwrap())
    };
    let (first, second) = (("2023-01-01", "2023-03-31"), ("2023-04-01", "2023-06-30"));
    run(
        &mut office,
        vec![
            site(1, "卫生院1", InstitutionKind::Township),
            site(2, "卫生院2", InstitutionKind::Township),
            Edit::put(evaluation),
            appraisal(1, first, "2023-04-08"),
            appraisal(2, first, "2023-04-12"),
            // Entered before its day: nothing is done yet.
            appraisal(1, second, "2023-07-08"),
        ],
    );
    let year = sheet(&office, DocumentKind::ReportCalendar, "2023-01-01", "2023-12-31");
    assert_eq!(standings(&year)[..2], ["季度绩效评价 1 逾期报(2/2)", "季度绩效评价 2 待报(0/2)"]);
    let lines = ReportYear::load(&office, 2023, TR).unwrap().lines;
    let told: Vec<_> = lines[..2].iter().map(|line| (line.sent, line.subjects, line.cells[1].as_str())).collect();
    assert_eq!(told, [(2, 2, "逾期报(2/2)"), (0, 2, "待报(0/2)")]);
}
