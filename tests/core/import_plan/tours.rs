//! Tours: a plan and its record are one tour, and nobody who stands on it is ever taken away.

use chuanbangdai::domain::{TourMember, TourStatus};

use super::rig::{RELATION, Rig, sheet, staffed};

const PLAN: &str = "日期|星期|时段|地点|带队|队员|人数|内容|车辆|对接人|状态";
const RECORD: &str = "日期|地点|带队|队员|诊疗人次|会诊|教学查房|病例讨论|讲座|发放资料/药品|问题与建议";

fn crew(rig: &Rig) -> Vec<&str> {
    rig.registry.tour_members.values().map(|member: &TourMember| member.name.as_str()).collect()
}

#[test]
fn a_plan_and_its_record_are_one_tour() {
    let mut rig = staffed();
    rig.fill(&[sheet(
        "tour",
        RELATION,
        PLAN,
        "2023.6.14|三|全天|湘河镇|邹龙|黎远|2|义诊、查房|院车|卫生院办公室|计划",
    )]);
    let record =
        sheet("tour", RELATION, RECORD, "2023年6月14日|湘河镇|邹龙|黎远、曹波|109人次|0|1|2|1/21|1200元|缺设备");
    let told = rig.import(std::slice::from_ref(&record));
    assert!(told[0].contains("changed"), "{told:?}");
    let tours: Vec<_> = rig.registry.tours.values().collect();
    assert_eq!(tours.len(), 1);
    let tour = tours[0];
    assert_eq!((tour.seen, tour.consultations, tour.rounds, tour.discussions), (Some(109), Some(0), Some(1), Some(2)));
    assert_eq!((tour.lectures, tour.trainees, tour.given_fen), (Some(1), Some(21), Some(120_000)));
    assert_eq!((tour.status, tour.car.as_str()), (TourStatus::Done, "院车"), "what was counted took place");
    assert_eq!((tour.slot, tour.leader.is_some(), tour.relation.is_some()), (None, true, true));
    assert_eq!(crew(&rig), ["黎远", "曹波"]);
    assert!(rig.import(&[record])[0].contains("unchanged"));
}

#[test]
fn people_may_be_counted_instead_of_named_and_places_stand_beside_dates() {
    let mut rig = staffed();
    let context = &[RELATION, &[("year", "2023")]].concat();
    rig.fill(&[sheet("tour", context, "日期地点|人员|诊疗人次", "6-28 湘河镇|邹龙等4人|86")]);
    rig.fill(&[sheet("tour", RELATION, "日期|地点|带队|队员", "2023-07-05|湘河镇（三官庙村）|黎远|3人：内、外、护")]);
    let told: Vec<_> = rig
        .registry
        .tours
        .values()
        .map(|tour| (tour.from_on.to_string(), tour.headcount, tour.village.as_str(), tour.crew.as_str()))
        .collect();
    assert_eq!(
        told,
        [("2023-06-28".to_owned(), Some(4), "", ""), ("2023-07-05".to_owned(), Some(4), "三官庙村", "3人:内、外、护")]
    );
    assert_eq!(crew(&rig), [""; 0]);
}

#[test]
fn wrong_rows_of_tours_are_refused_at_their_cell() {
    let mut rig = staffed();
    let told = rig.import(&[sheet(
        "tour",
        RELATION,
        "日期|地点|带队|诊疗人次|讲座|状态",
        "2023-06-14||邹龙|1||已完成
         |湘河镇|邹龙|1||已完成
         2023-02-30|湘河镇|邹龙|1||已完成
         2023-06-14|无名镇|邹龙|1||已完成
         2023-06-15|湘河镇|邹龙|百余||已完成
         2023-06-16|湘河镇|邹龙|1|两场/很多|已完成
         2023-06-17|湘河镇|邹龙|1||差不多
         2023-06-18|湘河镇|某外人|1||已完成",
    )]);
    let codes: Vec<&str> = ["R01", "R01", "R02", "R04", "R07", "R07", "R08", "N01"]
        .iter()
        .zip(&told)
        .map(|(code, row)| {
            assert!(row.contains(code), "{code}: {row}");
            *code
        })
        .collect();
    assert_eq!(codes.len(), told.len());
    assert_eq!(rig.registry.tours.len(), 1, "only the last row is taken, its leader kept as text");
}
