//! A third office of awkward cases: people who come back, namesakes, half-days of leave, stints over the year's end,
//! months instead of days, pairs that rest, change hands or go on remotely, stand-ins, make-up days, people retired.

use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::Edit;
use chuanbangdai::figures::{Number, Outcome, Query};

use super::offices::TR;

/// One edit a line, as `apply` takes them.
const RECORDS: &str = include_str!("../../data/awkward.jsonl");

pub fn office() -> (tempfile::TempDir, Office) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed("2024-03-31T09:00:00".parse().unwrap());
    let mut office = Office::create(&folder.path().join("data.db"), clock).unwrap();
    for line in RECORDS.lines() {
        office.run(&serde_json::from_str::<Edit>(line).unwrap()).unwrap_or_else(|failure| panic!("{line}: {failure}"));
    }
    (folder, office)
}

fn told(office: &Office, question: &str) -> String {
    let mut words = question.split_whitespace();
    let code = words.next().unwrap();
    let pairs = words.map(|word| word.split_once('=').unwrap());
    let pairs: Vec<_> = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    match office.figure(code, &pairs, TR).unwrap_or_else(|failure| panic!("{question}: {failure}")) {
        Outcome::Refused(refused) => format!("{:?}", refused.refused),
        Outcome::Figure(figure) => match (figure.series, figure.value) {
            (Some(series), _) => {
                let points = series.iter().map(|point| format!("{} {}", point.key, point.display));
                points.collect::<Vec<_>>().join("; ")
            }
            (None, Number::List(list)) => list.join("; "),
            (None, _) => figure.display,
        },
    }
}

#[test]
fn people_and_stints_of_awkward_records_are_counted_as_the_catalogue_says() {
    let (_folder, office) = office();
    for (question, value) in [
        ("people.count programme=组团式", "5"),
        ("people.count programme=组团式 distinct=name", "4"),
        ("people.count", "MixedProgramme"),
        ("people.count group=programme", "组团式 5; 医联体(紧密型) 1"),
        ("people.count direction=sent show=person", "孙医"),
        ("people.count programme=组团式 period=2024Q1 base=2023Q1", "+66.67%"),
        ("people.present programme=组团式 on=2023-12-31", "4"),
        ("people.present programme=组团式 on=2024-01-02", "4"),
        ("people.present programme=组团式 on=2022-12-29", "1"),
        ("people.served programme=组团式 on=2024-03-31 show=person", "张伟(普外科); 李娜"),
        ("people.served programme=组团式 on=2024-03-31 min_days=337", "3"),
        ("people.served programme=组团式 on=2024-03-31 min_days=338", "2"),
        ("stint.count programme=组团式", "7"),
        ("stint.count programme=组团式 distinct=batch", "2"),
        ("stint.count programme=组团式 period=2023-06..2023-08", "2"),
        ("stint.count programme=组团式 dept=普外科", "2"),
        ("stint.count dept=普外科", "AmbiguousName"),
        ("stint.count person=张伟", "AmbiguousName"),
        ("stint.count person=张伟@一院", "2"),
        ("stint.count programme=组团式 share=programme", "87.50%"),
        ("stint.count group=programme per=person", "组团式 1.40; 医联体(紧密型) 1.00"),
        ("stint.ending programme=组团式 period=2024", "4"),
        ("stint.ending programme=组团式 period=2024-03-15..2024-03-16", "1"),
        ("stint.gap_days relation=没有此院→甲县医院 period=2023", "UnknownName"),
        ("stint.gap_days relation=一院→甲院 period=2023", "106"),
        ("appointment.count name=副院长 on=2024-05-30", "1"),
        ("appointment.count name=副院长 on=2024-05-31", "2"),
        ("liaison.visits programme=组团式", "2"),
        ("benefit.count programme=组团式 on=2024-03-30", "2"),
        ("benefit.count programme=组团式 on=2024-03-31", "1"),
    ] {
        assert_eq!(told(&office, question), value, "{question}");
    }
}

#[test]
fn pairs_that_rest_change_hands_or_go_on_remotely_are_counted_once_each() {
    let (_folder, office) = office();
    for (question, value) in [
        ("pairing.count programme=组团式", "7"),
        ("pairing.count programme=组团式 on=2023-10-15", "3"),
        ("pairing.count programme=组团式 on=2023-10-15 distinct=mentor", "2"),
        ("pairing.count programme=组团式 on=2023-10-15 group=mentor", "张伟(普外科) 2; 张伟(肛肠科) 1"),
        ("pairing.count programme=组团式 status=更换", "1"),
        ("pairing.count programme=组团式 mode=远程", "1"),
        ("pairing.ratio programme=组团式", "1:1.00"),
        ("pairing.ratio programme=组团式 on=2023-10-15", "1:1.50"),
        ("pairing.ratio programme=组团式 on=2022-06-14", "\u{2014}"),
        ("teaching.count programme=组团式", "4"),
        ("teaching.count programme=组团式 distinct=pair", "5"),
        ("teaching.count programme=组团式 period=2023-08-15", "1"),
    ] {
        assert_eq!(told(&office, question), value, "{question}");
    }
}

#[test]
fn a_mentor_who_is_exempt_is_left_out_even_where_the_pair_names_no_stint() {
    let (_folder, mut office) = office();
    let before = told(&office, "pairing.ratio programme=组团式");
    let pair = r#"{"op":"put","row":{"table":"pairing","id":0,"mentor":3,"apprentice":10,"programme":"team_based",
        "from_on":"2023-01-01","status":"finished","kind":"apprenticeship","mode":"on_site","to_on":"2023-03-01"}}"#;
    office.run(&serde_json::from_str::<Edit>(pair).unwrap()).unwrap();
    assert_eq!(told(&office, "pairing.ratio programme=组团式"), before);
    assert_eq!(told(&office, "pairing.count programme=组团式"), "8");
}

#[test]
fn days_count_by_halves_each_once() {
    let (_folder, office) = office();
    for (question, value) in [
        ("days.expected person=王强", "14"),
        ("days.on_post person=王强", "14.5"),
        ("days.leave person=王强", "0.5"),
        ("days.expected person=张伟@一院 period=2023", "174"),
        ("days.on_post person=张伟@一院 period=2023", "169"),
        // Annual leave and sick leave share the morning of 9 October.
        ("days.leave person=张伟@一院 period=2023", "6"),
        ("days.leave person=张伟@一院 period=2023 kind=病假", "2"),
        ("days.leave person=张伟@一院 period=2023 kind=年休假", "3"),
        ("days.on_post person=张伟@一院 day_kind=法定节假日", "0.5"),
        ("days.on_post person=张伟@一院 day_kind=周末", "0.5"),
        ("days.expected person=张伟@市中医院", "230"),
        ("days.leave person=张伟@市中医院", "3"),
        ("days.on_post person=赵敏 period=2024-01", "22.5"),
        ("days.on_post person=孙医 period=2024-03", "21.5"),
        ("calendar.workdays period=2023", "249"),
        ("session.count programme=组团式", "6"),
        ("session.halfdays programme=组团式 status=any", "7"),
        ("session.count programme=组团式 group=person", "张伟(普外科) 2; 王强 3; 赵敏 1"),
        ("study.count programme=组团式 on=2024-02-15", "1"),
    ] {
        assert_eq!(told(&office, question), value, "{question}");
    }
}

#[test]
fn tasks_reports_and_money_stand_as_they_did_on_the_day() {
    let (_folder, office) = office();
    for (question, value) in [
        // The owner of the second is no longer in use; the task is.
        ("task.count list=清单 on=2024-03-31 group=status", "逾期 2; 临期 1; 已销号 1"),
        ("task.count list=清单 on=2024-02-15 group=status", "逾期 1; 正常 2; 未开始 1"),
        ("task.count list=清单 status=已销号 share=status on=2024-03-31", "25.00%"),
        ("task.count dept=普外科 list=清单", "3"),
        ("task.overdue_days list=清单 on=2024-03-31", "4"),
        ("obligation.count name=月报 period=2024", "12"),
        ("obligation.count name=月报 period=2024 shifted=yes", "2"),
        ("obligation.count name=季评", "4"),
        ("obligation.count name=半月报 period=2024Q1", "3"),
        ("obligation.count name=半月报 period=2024 shifted=yes", "7"),
        ("report.count programme=组团式 group=status", "已报 1; 逾期报 1; 免报 1"),
        ("report.count programme=组团式 on=2024-01-02 group=status", "已报 1; 未报 1"),
        ("report.count peer=县卫健局 name=月报", "3"),
        ("report.count peer=县委组织部", "3"),
        ("fund.budget relation=甲院→乙镇卫生院 period=..2023-06-30", "0.00"),
        ("fund.spent inst=乙镇卫生院 voucher=no", "10,000.00"),
        ("fund.rate inst=乙镇卫生院 on=2023-12-31", "33.33%"),
        ("relation.count direction=received", "3"),
        ("relation.count inst=市中医院 period=2022", "1"),
        ("relation.count distinct=supporter direction=received on=2024-01-01", "2"),
        ("institution.coverage with=stint.count", "33.33%"),
        ("institution.coverage inst_kind=乡镇卫生院,社区卫生服务中心 with=stint.count on=2024-01-01", "50.00%"),
    ] {
        assert_eq!(told(&office, question), value, "{question}");
    }
}

#[test]
fn a_word_that_is_in_no_list_is_wrong_and_not_nothing() {
    for question in [
        "pairing.count mode=常驻",
        "pairing.count status=结束了",
        "pairing.count kind=师傅",
        "days.leave kind=旷工",
        "task.count status=差不多",
        "report.count status=在路上",
        "study.count kind=很长",
        "benefit.count kind=房子",
    ] {
        let (code, pair) = question.split_once(' ').unwrap();
        let (key, value) = pair.split_once('=').unwrap();
        assert!(Query::parse(code, &[(key.to_owned(), value.to_owned())]).is_err(), "{question}");
    }
}
