//! What two programmes must give, question by question.

use std::collections::BTreeSet;

use super::offices::{city, county};

#[test]
fn the_figures_of_the_county_hospital_come_out_exactly() {
    let office = county();
    let cases = [
        ("people.count programme=组团式 period=2022-05..2023-06-30", "12", "人"),
        ("stint.count programme=组团式 period=2022-05..2023-06-30 distinct=batch", "2", "批"),
        ("stint.count programme=组团式 period=2022-05..2023-06-30", "12", "人次"),
        ("people.count programme=组团式 on=2023-06-30", "7", "人"),
        ("people.present programme=组团式 on=2023-06-08", "6", "人"),
        ("pairing.count programme=组团式 period=2022-06-01..2023-05-31 distinct=mentor", "5", "人"),
        ("pairing.count programme=组团式 period=2022-06-01..2023-05-31 distinct=apprentice", "15", "人"),
        ("pairing.count programme=组团式 period=2022-06-01..2023-05-31", "15", "对"),
        ("pairing.ratio programme=组团式 period=2022-06-01..2023-05-31", "1:3.00", "比"),
        ("pairing.count programme=组团式 on=2023-06-30 status=在带", "15", "对"),
        ("pairing.count programme=组团式 on=2023-01-15 status=在带", "15", "对"),
        ("pairing.count programme=组团式 period=2022-06..2023-06-30 distinct=apprentice", "25", "人"),
        ("teaching.count programme=组团式 period=2023-06", "21", "次"),
        ("stint.gap_days relation=商洛市中心医院→商南县医院 batch=2", "0", "天"),
        ("days.expected person=邹龙 period=2023-05-31..2024-05-30", "251", "天"),
        ("days.on_post person=邹龙 period=2023-06", "20", "天"),
        ("days.on_post programme=组团式 period=2023-06", "143.5", "天"),
        ("calendar.workdays period=2023-06", "21", "天"),
        ("session.halfdays programme=组团式 period=2023-06-12..2023-06-18", "70", "半天"),
        ("session.halfdays programme=组团式 period=2023-06-19..2023-06-25 day_kind=法定节假日", "2", "半天"),
        ("session.halfdays programme=组团式 period=2023-06-05..2023-06-11 status=any", "70", "半天"),
        ("session.halfdays programme=组团式 period=2023-06-05..2023-06-11 status=停", "3", "半天"),
        ("study.count category=护理骨干 period=2022-07..2023-06 distinct=person", "20", "人"),
        ("study.count category=骨干医师 status=遴选 period=2023 distinct=person", "6", "人"),
        ("obligation.count name=帮扶工作双周报 period=2023", "26", "期"),
        ("obligation.count name=帮扶工作双周报 period=2023 shifted=yes", "2", "期"),
        ("report.count name=双周报 status=已报 period=2023", "11", "期"),
        ("task.count list=2022—2023年组团式帮扶清单 on=2023-06-30 status=逾期", "2", "项"),
        ("task.count list=2022—2023年组团式帮扶清单 on=2023-06-30 status=已销号 share=status", "55.00%", "%"),
        ("task.overdue_days list=2022—2023年组团式帮扶清单 on=2023-06-30 no=5", "9", "天"),
    ];
    for (question, display, unit) in cases {
        let figure = office.figure(question);
        assert_eq!((figure.display.as_str(), figure.unit.as_str()), (display, unit), "{question}");
    }
}

#[test]
fn the_figures_of_the_city_come_out_exactly() {
    let office = city();
    let week = |week: u32| {
        format!("session.count host=银田镇卫生院 period=2024-W{week} min_rank=4 mode=!长期驻点 distinct=person")
    };
    let coverage =
        "institution.coverage inst_kind=乡镇卫生院,社区卫生服务中心 with=stint.count mode=长期驻点 on=2024-07-31";
    let cases = [
        ("stint.count programme=第一书记 mode=长期驻点 period=2023-05-18..2025-05-17 distinct=host".to_owned(), "22"),
        ("stint.ending programme=第一书记 period=2025-05".to_owned(), "22"),
        ("task.count list=第一书记项目任务 on=2024-07-31".to_owned(), "286"),
        ("task.count list=第一书记项目任务 on=2024-07-31 distinct=name".to_owned(), "13"),
        ("task.count list=第一书记项目任务 on=2024-07-31 status=逾期".to_owned(), "9"),
        ("fund.budget on=2024-07-31".to_owned(), "22,000,000.00"),
        ("fund.spent inst=银田镇卫生院 on=2024-03-12".to_owned(), "412,300.00"),
        ("fund.rate inst=银田镇卫生院 on=2024-03-12".to_owned(), "41.23%"),
        ("evaluation.count period=2023-05-18..2025-05-17 grade=优秀".to_owned(), "65"),
        ("obligation.count name=季度绩效评价 period=2023-05-18..2025-05-17 distinct=period".to_owned(), "8"),
        ("institution.count inst_kind=乡镇卫生院,社区卫生服务中心".to_owned(), "67"),
        ("pairing.count on=2024-07-31 status=在带".to_owned(), "29"),
        (week(27), "3"),
        (week(28), "2"),
        (coverage.to_owned(), "32.84%"),
    ];
    for (question, display) in cases {
        assert_eq!(office.figure(&question).display, display, "{question}");
    }
    assert_eq!(office.figure("appointment.count period=2024 show=person").display, "张凯");
}

#[test]
fn every_figure_names_each_of_its_records_once() {
    let office = county();
    for question in [
        "pairing.ratio programme=组团式 period=2023",
        "days.on_post programme=组团式 period=2023-06",
        "task.count list=2022—2023年组团式帮扶清单 status=已销号 share=status",
        "stint.gap_days relation=商洛市中心医院→商南县医院 batch=2",
    ] {
        let records = office.figure(question).records;
        let different: BTreeSet<_> = records.iter().collect();
        assert!(!records.is_empty() && different.len() == records.len(), "{question}");
    }
    assert!(office.figure("calendar.workdays period=2023").records.is_empty());
}

#[test]
fn service_known_by_the_month_counts_from_its_last_day_and_says_so() {
    let figure = county().figure("people.served programme=组团式 on=2023-06-30 min_days=365 show=person");
    assert_eq!(figure.display, "张文勇、文申英、方学安、熊春燕、谢新远、马琴");
    assert!(figure.notes.iter().any(|note| note.starts_with("按月估")), "{:?}", figure.notes);
}
