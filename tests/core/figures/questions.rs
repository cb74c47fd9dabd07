//! Questions that cannot be asked, and questions that are refused.

use chuanbangdai::app::Failure;
use chuanbangdai::domain::{Edit, Person, PersonId, Programme, Relation, RelationId};
use chuanbangdai::figures::{Misuse, Query, RefusalKind};

use super::offices::{city, county};

fn parse(question: &str) -> Result<Query, Misuse> {
    let mut words = question.split_whitespace();
    let code = words.next().unwrap();
    let pairs: Vec<_> = words
        .map(|word| word.split_once('=').unwrap())
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    Query::parse(code, &pairs)
}

#[test]
fn whatever_is_wrong_with_the_asking_is_said_and_never_ignored() {
    for question in [
        "people.number",
        "people.count colour=red",
        "people.count list=清单",
        "people.count period=2023-13",
        "people.count period=2023 on=2023-06-30",
        "people.count period=2023 period=2024",
        "people.count programme=扶贫",
        "people.count min_rank=9",
        "people.count mode=",
        "people.count include_sub=maybe",
        "people.count distinct=host",
        "people.count group=grade",
        "people.count show=post",
        "people.count pick=max",
        "people.count share=mode",
        "people.count per=week",
        "tour.qty period=2023",
        "institution.coverage inst_kind=乡镇卫生院",
        "institution.coverage with=people",
        "institution.coverage with=stint.count list=清单",
        "calendar.workdays programme=组团式",
        "session.count status=取消",
        "people.served min_days=0",
    ] {
        assert!(parse(question).is_err(), "{question}");
    }
    for question in [
        "people.count programme=医联体 on=2023-06-30 news=yes word=余",
        "task.count period=2023 on=2023-06-30 status=逾期",
        "session.count mode=!长期驻点,短期 group=month pick=max",
        "institution.coverage with=session.count activity=坐诊 period=2023",
    ] {
        assert!(parse(question).is_ok(), "{question}");
    }
}

#[test]
fn a_wrong_question_ends_with_the_code_of_wrong_usage() {
    let failure =
        county().office.figure("people.count", &[("colour".to_owned(), "red".to_owned())], super::offices::TR);
    assert!(matches!(failure, Err(Failure::Figure(Misuse::UnknownKey(_)))));
    assert_eq!(failure.unwrap_err().exit_code(), 2);
}

#[test]
fn a_name_that_fits_nothing_or_several_is_refused() {
    let mut office = county();
    for question in [
        "people.count person=没有此人",
        "people.count host=没有此院",
        "people.count relation=商南县医院→没有此院",
        "task.count list=没有此单",
        "obligation.count name=没有此报 period=2023",
    ] {
        assert_eq!(office.refusal(question), RefusalKind::UnknownName, "{question}");
    }
    let other = Person { id: PersonId::NEW, name: "邹龙".to_owned(), ..Person::default() };
    office.office.run(&Edit::put(other)).unwrap();
    assert_eq!(office.refusal("days.on_post person=邹龙 period=2023-06"), RefusalKind::AmbiguousName);
    assert_eq!(office.figure("days.on_post person=邹龙@商洛市中心医院 period=2023-06").display, "20");
}

#[test]
fn programmes_do_not_mix_unless_something_is_chosen() {
    let mut office = county();
    let registry = office.office.registry().clone();
    let stint = registry.stints.values().next().unwrap().clone();
    let first = registry.relations.values().next().unwrap().clone();
    let relation =
        Relation { id: RelationId::NEW, programme: Programme::Flexible, from_inst: first.from_inst, ..first };
    let added = office.office.run(&Edit::put(relation)).unwrap().new_ids;
    let moved = chuanbangdai::domain::Stint { relation: Some(RelationId::new(added[0])), batch: None, ..stint };
    office.office.run(&Edit::put(moved)).unwrap();
    assert_eq!(office.refusal("people.count period=2022-05..2023-06"), RefusalKind::MixedProgramme);
    assert_eq!(office.figure("people.count period=2022-05..2023-06 programme=组团式").display, "11");
    let grouped = office.figure("people.count period=2022-05..2023-06 group=programme").series.unwrap();
    let told: Vec<_> = grouped.iter().map(|point| (point.key.as_str(), point.display.as_str())).collect();
    assert_eq!(told, [("组团式", "11"), ("柔性引才", "1")]);
}

#[test]
fn retired_people_do_not_count() {
    let mut office = city();
    let before = office.figure("people.count mode=长期驻点 on=2024-07-31 programme=第一书记").display;
    let registry = office.office.registry().clone();
    let person = registry.people.values().find(|person| person.name == "张凯").unwrap().clone();
    office.office.run(&Edit::put(Person { is_retired: true, ..person })).unwrap();
    let after = office.figure("people.count mode=长期驻点 on=2024-07-31 programme=第一书记").display;
    assert_eq!((before.as_str(), after.as_str()), ("22", "21"));
}
