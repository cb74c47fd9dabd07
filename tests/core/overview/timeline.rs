//! The timeline: what stands on its lines, and what moving a bar would do.

use std::sync::Arc;

use chuanbangdai::app::timeline::{Grip, Grouping, Line, Pull, Target, Timeline};
use chuanbangdai::domain::{DocumentKind, Edit, Id, Period, Precision, Registry, Stint};
use chuanbangdai::i18n::Tr;
use chuanbangdai::report::DocumentRequest;

use super::{day, office, registry, stint, today};

fn timeline(registry: &Arc<Registry>, grouping: Grouping) -> Timeline {
    Timeline::of(Arc::clone(registry), grouping, today(), Tr::default())
}

fn heads(timeline: &Timeline) -> Vec<String> {
    let head = |line: &Line| match line {
        Line::Head(head) => Some(format!("{} {}", head.name, head.detail)),
        _ => None,
    };
    timeline.lines.iter().filter_map(head).collect()
}

/// 普外科 空 4 天, for every flaw.
fn flaws(timeline: &Timeline) -> Vec<String> {
    let of_cover = |line: &Line| match line {
        Line::Cover(cover) => cover.flaws.iter().map(|flaw| format!("{} {}", cover.name, flaw.words)).collect(),
        _ => Vec::new(),
    };
    timeline.lines.iter().flat_map(of_cover).collect()
}

fn second_batch(registry: &Registry) -> Target {
    Target::Batch(registry.batches.values().find(|batch| batch.no == 2).expect("a second batch").id)
}

#[test]
fn lines_are_grouped_by_batch_department_or_host() {
    let (office, _folder) = office();
    let registry = registry(&office);
    let by = |grouping| heads(&timeline(&registry, grouping));
    assert_eq!(by(Grouping::Batch), ["各科在岗与衔接 衔接正常", "第二批 6 人次", "第一批 6 人次"]);
    assert_eq!(by(Grouping::Institution), ["商南县医院 12 人次"]);
    assert_eq!(by(Grouping::Department).len(), 7);
    assert!(by(Grouping::Department).contains(&"普外科 2 人次".to_owned()));
}

#[test]
fn a_bar_says_its_dates_no_finer_than_they_are_known() {
    let (office, _folder) = office();
    let registry = registry(&office);
    let timeline = timeline(&registry, Grouping::Batch);
    let bar = |name: &str| timeline.bar(Target::Stint(stint(&registry, name).id)).expect("a bar").clone();
    let leader = bar("文申英");
    assert_eq!(leader.words, "2022-05 — 2025-05");
    assert_eq!((leader.from, leader.sure_from), (day(2022, 5, 1), day(2022, 5, 31)));
    assert_eq!((leader.sure_to, leader.to), (Some(day(2025, 5, 1)), Some(day(2025, 5, 31))));
    let exact = bar("邹龙");
    assert_eq!(exact.words, "2023-05-31 — 2024-05-30 · 366 天");
    assert_eq!((exact.from, exact.sure_from), (day(2023, 5, 31), day(2023, 5, 31)));
    assert_eq!(exact.planned, Some(today()));
    assert_eq!(bar("张文勇").planned, None, "somebody who has left has nothing planned");
    assert_ne!(leader.hue, exact.hue);
    assert_eq!((leader.mark.as_str(), exact.mark.as_str()), ("1", "2"));
}

#[test]
fn moving_the_second_batch_by_five_days_leaves_each_department_empty_for_four() {
    let (mut office, _folder) = office();
    let before = registry(&office);
    let picture = timeline(&before, Grouping::Batch);
    let pull = Pull { target: second_batch(&before), grip: Grip::Body, days: 5 };
    let outlook = picture.outlook(pull, Tr::default()).expect("an outlook");
    assert_eq!(outlook.words, "2023-06-05 — 2024-06-04");
    assert_eq!(outlook.warnings.len(), 5);
    assert!(outlook.warnings.contains(&"普外科：空 4 天".to_owned()), "{:?}", outlook.warnings);
    let edit = picture.edit(pull, Tr::default()).expect("an edit");
    office.run(&edit).expect("it is stored");
    let moved = timeline(&registry(&office), Grouping::Batch);
    assert_eq!(flaws(&moved).len(), 5);
    assert!(flaws(&moved).iter().all(|flaw| flaw.ends_with("空 4 天")), "{:?}", flaws(&moved));
    let found = office.findings(None, Some("C05"), Tr::default()).expect("findings");
    let gaps: Vec<_> = found.iter().filter_map(|found| found.from.zip(found.to)).collect();
    assert_eq!(gaps, vec![(day(2023, 6, 1), day(2023, 6, 4)); 5], "the checks say the same");
    office.undo().expect("one step back");
    assert_eq!(registry(&office).stints, before.stints);
    assert_eq!(registry(&office).batches, before.batches);
}

#[test]
fn a_gap_that_is_closed_again_is_told_as_settled() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let late = Stint { arrive_on: day(2023, 6, 5), ..stint(&there, "黎远").clone() };
    office.run(&Edit::put(late)).expect("it is stored");
    let there = registry(&office);
    let pull = Pull { target: Target::Stint(stint(&there, "黎远").id), grip: Grip::Start, days: -5 };
    let outlook = timeline(&there, Grouping::Batch).outlook(pull, Tr::default()).expect("an outlook");
    assert_eq!((outlook.warnings.len(), outlook.mended), (0, vec!["普外科：空 4 天".to_owned()]));
}

#[test]
fn an_end_is_stretched_alone_and_the_plan_of_somebody_who_left_stays() {
    let (office, _folder) = office();
    let registry = registry(&office);
    let picture = timeline(&registry, Grouping::Batch);
    let pulled = |name: &str, grip, days| {
        let pull = Pull { target: Target::Stint(stint(&registry, name).id), grip, days };
        picture.outlook(pull, Tr::default()).expect("an outlook").stints.remove(0)
    };
    let longer = pulled("邹龙", Grip::End, 10);
    assert_eq!((longer.arrive_on, longer.plan_leave_on), (day(2023, 5, 31), Some(day(2024, 6, 9))));
    let left = pulled("张文勇", Grip::End, -3);
    assert_eq!((left.plan_leave_on, left.leave_on), (Some(day(2023, 5, 31)), Some(day(2023, 5, 28))));
}

#[test]
fn dates_known_to_the_month_move_by_whole_months() {
    let (office, _folder) = office();
    let registry = registry(&office);
    let picture = timeline(&registry, Grouping::Batch);
    let target = Target::Stint(stint(&registry, "文申英").id);
    assert_eq!(picture.step(target, Grip::Body), 30);
    assert_eq!(picture.step(Target::Stint(stint(&registry, "邹龙").id), Grip::Body), 1);
    for (days, arrives, leaves) in [
        (10, day(2022, 5, 1), day(2025, 5, 1)),
        (30, day(2022, 6, 1), day(2025, 6, 1)),
        (-90, day(2022, 2, 1), day(2025, 2, 1)),
        (360, day(2023, 5, 1), day(2026, 5, 1)),
    ] {
        let outlook = picture.outlook(Pull { target, grip: Grip::Body, days }, Tr::default()).expect("an outlook");
        let moved = &outlook.stints[0];
        assert_eq!((moved.arrive_on, moved.plan_leave_on), (arrives, Some(leaves)), "{days}");
        assert_eq!((moved.arrive_prec, moved.plan_leave_prec), (Precision::Month, Precision::Month));
    }
}

#[test]
fn what_cannot_be_stored_is_said_before_it_is_let_go() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let second =
        Stint { id: Id::NEW, arrive_on: day(2024, 7, 1), plan_leave_on: None, ..stint(&there, "邹龙").clone() };
    office.run(&Edit::put(second)).expect("it is stored");
    let there = registry(&office);
    let picture = timeline(&there, Grouping::Batch);
    let zou = stint(&there, "邹龙");
    let later = there.stints.values().find(|one| one.person == zou.person && one.id != zou.id).expect("the second");
    let refused = |target, grip, days| {
        let pull = Pull { target: Target::Stint(target), grip, days };
        assert_eq!(picture.edit(pull, Tr::default()), None);
        picture.outlook(pull, Tr::default()).expect("an outlook").refused
    };
    assert_eq!(refused(zou.id, Grip::End, 60), ["邹龙另有任期在商南县医院，日期重叠"]);
    assert_eq!(refused(zou.id, Grip::Start, 400), ["邹龙的离岗早于到岗"]);
    assert_eq!(refused(later.id, Grip::End, 5), ["邹龙未定离岗日期，请先在右侧填写"]);
    let nothing = Pull { target: Target::Stint(zou.id), grip: Grip::Body, days: 0 };
    assert_eq!(picture.edit(nothing, Tr::default()), None, "nothing changes");
}

#[test]
fn the_printed_timeline_has_a_bar_for_each_stint_and_names_the_gap() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let pull = Pull { target: second_batch(&there), grip: Grip::Body, days: 5 };
    let edit = timeline(&there, Grouping::Batch).edit(pull, Tr::default()).expect("an edit");
    office.run(&edit).expect("it is stored");
    let period = Period::new(day(2022, 5, 1), day(2024, 6, 30)).expect("a period");
    let sheet =
        office.sheet(&DocumentRequest::new(DocumentKind::StintTimeline, period), Tr::default()).expect("a sheet");
    let body = sheet.filled_body();
    assert_eq!(sheet.columns.len(), 2 + 26);
    let row = |name: &str| body.iter().find(|row| row[0] == name).expect("a row");
    assert_eq!(row("黎远")[2 + 12], "");
    assert_eq!(row("黎远")[2 + 13], "2 2023-06-05 — 2024-06-04（计划）");
    assert_eq!(row("普外科")[2 + 13], "空 4 天");
    assert_eq!(row("普外科")[2 + 12], "1");
    for row in sheet.body.iter().chain(&sheet.head) {
        let mut covered = vec![0; sheet.columns.len()];
        for cell in &row.cells {
            covered[cell.column..cell.column + cell.col_span].iter_mut().for_each(|place| *place += 1);
        }
        let upper = sheet.head[0].cells.iter().filter(|cell| cell.row_span > 1).count();
        let free = if *row == sheet.head[1] { upper } else { 0 };
        assert!(covered.iter().skip(free).all(|times| *times == 1), "every place once: {covered:?}");
    }
}
