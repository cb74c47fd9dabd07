//! The map of relations: tidy, deterministic, and the same in words.

use std::sync::Arc;

use chuanbangdai::app::network::{Layout, NetworkMap, Node, Size, layout};
use chuanbangdai::domain::{
    DocumentKind, Edit, Id, Institution, InstitutionKind, Period, Precision, Programme, Relation,
};
use chuanbangdai::i18n::Tr;
use chuanbangdai::report::DocumentRequest;
use proptest::prelude::*;

use super::{day, office, registry, today};

const SIZE: Size = Size { width: 100.0, between: 50.0, gap: 10.0 };

fn nodes(count: usize) -> Vec<Node> {
    let heights = [20.0, 35.0, 50.0].into_iter().cycle();
    (0..).zip(heights).take(count).map(|(sort, height)| Node { height, sort }).collect()
}

/// No two boxes may share a point.
fn overlaps(nodes: &[Node], found: &Layout) -> Option<(usize, usize)> {
    let rect = |place: usize| {
        let at = found.places[place];
        (at.x, at.y, at.x + SIZE.width, at.y + nodes[place].height)
    };
    let pairs = (0..nodes.len()).flat_map(|one| (one + 1..nodes.len()).map(move |other| (one, other)));
    pairs.into_iter().find(|(one, other)| {
        let (a, b) = (rect(*one), rect(*other));
        a.0 < b.2 && b.0 < a.2 && a.1 + 0.01 < b.3 && b.1 + 0.01 < a.3
    })
}

#[test]
fn helpers_stand_left_of_those_they_help() {
    let nodes = nodes(4);
    let found = layout(&nodes, &[(0, 1), (1, 2), (0, 2), (3, 2)], SIZE);
    let layers: Vec<usize> = found.places.iter().map(|place| place.layer).collect();
    assert_eq!(layers, [0, 1, 2, 0]);
    assert_eq!(found.routes[2].points.len(), 4, "a link over two layers passes the one between");
    assert!((found.width - 400.0).abs() < 0.01);
}

#[test]
fn two_who_help_each_other_are_drawn_with_one_arrow_each_way() {
    let nodes = nodes(2);
    let found = layout(&nodes, &[(0, 1), (1, 0)], SIZE);
    let way = |link: usize| {
        let points = &found.routes[link].points;
        points[points.len() - 1].0 - points[0].0
    };
    assert!(way(0) > 0.0 && way(1) < 0.0);
    assert_eq!((found.routes[0].points.len(), found.routes[1].points.len()), (2, 2));
}

#[test]
fn a_star_has_no_crossings_and_its_middle_is_in_the_middle() {
    let nodes = nodes(8);
    let links: Vec<(usize, usize)> = (1..8).map(|to| (0, to)).collect();
    let found = layout(&nodes, &links, SIZE);
    let tops: Vec<f32> = (1..8).map(|place| found.places[place].y).collect();
    assert!(tops.iter().zip(tops.iter().skip(1)).all(|(one, next)| one < next), "in the order given: {tops:?}");
    let middle = found.places[0].y + nodes[0].height / 2.0;
    assert!((middle - found.height / 2.0).abs() < found.height / 4.0, "{middle} of {}", found.height);
}

#[test]
fn nothing_makes_an_empty_picture() {
    assert_eq!(layout(&[], &[], SIZE), Layout::default());
    let alone = layout(&nodes(1), &[(0, 0), (0, 7)], SIZE);
    assert!(alone.routes.iter().all(|route| route.points.is_empty()), "links to nowhere are out of sight");
}

proptest! {
    #[test]
    fn no_two_boxes_overlap_and_the_same_graph_gives_the_same_picture(
        count in 1_usize..24,
        links in prop::collection::vec((0_usize..24, 0_usize..24), 0..48),
    ) {
        let nodes = nodes(count);
        let found = layout(&nodes, &links, SIZE);
        prop_assert_eq!(overlaps(&nodes, &found), None);
        prop_assert_eq!(&found, &layout(&nodes, &links, SIZE));
        prop_assert_eq!(found.routes.len(), links.len());
        for ((from, to), route) in links.iter().zip(&found.routes) {
            if *from < count && *to < count && from != to {
                let (first, last) = (route.points[0].0, route.points[route.points.len() - 1].0);
                prop_assert!((first - last).abs() >= SIZE.between - 0.01, "every arrow crosses a gap");
            }
        }
        for (place, node) in found.places.iter().zip(&nodes) {
            prop_assert!(place.x >= 0.0 && place.y >= -0.01);
            prop_assert!(place.x + SIZE.width <= found.width + 0.01 && place.y + node.height <= found.height + 0.01);
        }
    }
}

fn township(office: &mut chuanbangdai::app::Office) {
    let own = registry(office).own_institution().expect("the own one").id;
    let key = registry(office).next_id(chuanbangdai::domain::Table::Institution);
    let inst = Institution {
        id: Id::NEW,
        code: String::new(),
        name: "湘河镇卫生院".to_owned(),
        short_name: String::new(),
        kind: InstitutionKind::Township,
        level: String::new(),
        county: String::new(),
        town: String::new(),
        is_own: false,
        sort: 9,
        note: String::new(),
    };
    let relation = |programme, start: Option<i32>, end: Option<i32>| Relation {
        id: Id::NEW,
        programme,
        from_inst: own,
        to_inst: Id::new(key),
        is_lead: false,
        start_on: start.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 1, 1)),
        start_prec: Precision::Year,
        end_on: end.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 1, 1)),
        end_prec: Precision::Year,
        note: String::new(),
    };
    office.run(&Edit::put(inst)).expect("it is stored");
    office.run(&Edit::put(relation(Programme::Community, Some(2019), Some(2021)))).expect("it is stored");
    office.run(&Edit::put(relation(Programme::Subordination, None, None))).expect("it is stored");
}

#[test]
fn the_map_shows_directions_years_leads_and_agreements() {
    let (mut office, _folder) = office();
    township(&mut office);
    let registry = registry(&office);
    let map = |year, with| NetworkMap::of(Arc::clone(&registry), year, with, today(), Tr::default());
    let all = map(None, false);
    assert_eq!(all.bonds.len(), 2);
    assert!(all.has_subordination);
    assert_eq!(map(None, true).bonds.iter().filter(|bond| bond.is_subordination).count(), 3);
    assert_eq!(map(Some(2023), false).bonds.len(), 1, "what is over is not of this year");
    assert_eq!(map(Some(2020), false).bonds.iter().filter(|bond| bond.is_over).count(), 1);
    let layer = |name: &str| {
        let place = all.sites.iter().position(|site| site.name == name).expect("a site");
        all.layout.places[place].layer
    };
    assert_eq!((layer("商洛市中心医院"), layer("商南县医院"), layer("湘河镇卫生院")), (0, 1, 2));
    let helped = all.bonds.iter().find(|bond| !bond.is_over).expect("the relation");
    assert!(helped.spoken.starts_with("商洛市中心医院帮扶商南县医院"), "{}", helped.spoken);
    assert!(helped.agreements[0].contains("2022-06-20 签"), "{:?}", helped.agreements);
    assert!(all.years.contains(&2019) && all.years[0] >= 2023);
}

#[test]
fn an_agreement_that_runs_out_is_told() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let led = there.relations.values().find(|relation| relation.is_lead).expect("the relation").clone();
    office.run(&Edit::put(Relation { end_on: None, ..led })).expect("it is stored");
    let registry = registry(&office);
    let alert = |on| NetworkMap::of(Arc::clone(&registry), None, false, on, Tr::default()).bonds[0].alert.clone();
    assert_eq!(alert(today()), "");
    assert_eq!(alert(day(2025, 5, 1)), "协议 30 天后到期");
    assert_eq!(alert(day(2025, 6, 1)), "协议已于 2025-05-31 到期");
}

#[test]
fn the_printed_list_has_the_columns_of_the_import() {
    let (mut office, _folder) = office();
    township(&mut office);
    let period = Period::new(day(2019, 1, 1), day(2023, 12, 31)).expect("a period");
    let sheet =
        office.sheet(&DocumentRequest::new(DocumentKind::RelationList, period), Tr::default()).expect("a sheet");
    let head = &sheet.filled_head()[0];
    let wanted = ["序号", "支援单位", "受援单位", "帮扶项目", "牵头", "开始日期", "结束日期", "协议编号", "签订日期"];
    assert_eq!(head[..9], wanted);
    assert_eq!(sheet.body.len(), 6, "five relations and the total");
    let body = sheet.filled_body();
    let over = body.iter().find(|row| row[3] == "紧密型医共体").expect("the row");
    assert_eq!((over[5].as_str(), over[6].as_str()), ("2019", "2021"));
}

#[test]
fn the_list_on_paper_has_the_map_beside_it_and_names_every_institution() {
    let (office, _folder) = office();
    let sheet = office.sheet(&DocumentRequest::new(DocumentKind::RelationList, Period::day(today())), Tr::default());
    let pictures = sheet.expect("a sheet").pictures;
    let registry = registry(&office);
    assert!(!pictures.is_empty());
    for relation in registry.relations.values().filter(|relation| relation.touches(Period::day(today()))) {
        for end in [relation.from_inst, relation.to_inst] {
            let name = &registry.institutions[&end].name;
            assert_eq!(pictures.iter().filter(|picture| picture.svg.contains(name.as_str())).count(), 1, "{name}");
        }
    }
    assert!(pictures.iter().all(|picture| picture.width <= 262.0));
}

#[test]
fn a_long_name_stands_in_two_lines_of_the_map() {
    let (mut office, _folder) = office();
    let registry = registry(&office);
    let relation = registry.relations.values().find(|relation| relation.touches(Period::day(today()))).expect("one");
    let site = registry.institutions[&relation.from_inst].clone();
    let name = "西安交通大学第一附属医院（陕西省国际医学中心南院区）".to_owned();
    office.run(&Edit::put(Institution { name, ..site })).expect("renamed");
    let sheet = office.sheet(&DocumentRequest::new(DocumentKind::RelationList, Period::day(today())), Tr::default());
    let pictures = sheet.expect("a sheet").pictures;
    for half in [">西安交通大学第一附属医院<", ">（陕西省国际医学中心南院区）<"] {
        assert!(pictures.iter().any(|picture| picture.svg.contains(half)), "{half}");
    }
}
