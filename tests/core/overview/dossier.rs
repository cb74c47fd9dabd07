//! The page of a person.

use chuanbangdai::app::dossier::{Dossier, SectionKind, Way};
use chuanbangdai::domain::{DocumentKind, Edit, Id, Pairing, PairingKind, PairingMode, PairingStatus, Precision};
use chuanbangdai::i18n::Tr;

use super::{day, office, person, registry, stint};

#[test]
fn the_page_shows_figures_with_their_records_and_lines_that_lead_on() {
    let (office, _folder) = office();
    let registry = registry(&office);
    let zou = person(&registry, "邹龙").id;
    let page = Dossier::load(&office, zou, Tr::default()).expect("it is read").expect("the page");
    assert_eq!(page.name, "邹龙");
    assert_eq!(page.headline, "主任医师 · 商洛市中心医院 消化内科");
    assert_eq!(page.standing_words, "在岗");
    assert_eq!(page.phone, ("13900000007".to_owned(), "139****0007".to_owned()));
    for tile in &page.tiles {
        assert!(!tile.records.is_empty(), "{} has records behind it", tile.label);
    }
    let tile = |label: &str| page.tiles.iter().find(|tile| tile.label == label).expect("a figure");
    assert_eq!(tile("派驻").display, "1");
    assert!(tile("班次").records.len() > tile("坐诊").records.len());
    assert!(tile("班次").detail.contains("完成"), "{}", tile("班次").detail);
    let stints = page.section(SectionKind::Stints).expect("stints");
    assert_eq!(stints.entries[0].way, Way::Stint(stint(&registry, "邹龙").id));
    assert_eq!(stints.entries[0].when, "2023-05-31 — 2024-05-30");
    let leave = page.section(SectionKind::Leave).expect("leave");
    assert_eq!(leave.entries[0].way, Way::Leave(day(2023, 6, 8)));
    assert!(
        page.section(SectionKind::Sessions)
            .expect("sessions")
            .entries
            .iter()
            .all(|line| matches!(line.way, Way::Week(_)))
    );
    assert!(page.section(SectionKind::Study).is_none(), "what there is none of is left out");
}

#[test]
fn pairs_are_told_from_either_side() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let (mentor, apprentice) = (person(&there, "邹龙").id, person(&there, "黎远").id);
    let pairing = Pairing {
        id: Id::NEW,
        mentor,
        mentor_stint: Some(stint(&there, "邹龙").id),
        apprentice,
        relation: None,
        programme: None,
        kind: PairingKind::Apprenticeship,
        from_on: day(2023, 5, 1),
        from_prec: Precision::Month,
        plan_to_on: Some(day(2024, 5, 30)),
        plan_to_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        status: PairingStatus::Active,
        mode: PairingMode::OnSite,
        agreement_no: String::new(),
        signed_on: None,
        host_dept: None,
        previous: None,
        weakness: String::new(),
        end_cause: String::new(),
        note: String::new(),
    };
    office.run(&Edit::put(pairing)).expect("it is stored");
    let page = |person| Dossier::load(&office, person, Tr::default()).expect("it is read").expect("the page");
    let line = |person, what: &str| {
        let page = page(person);
        let lines = &page.section(SectionKind::Pairings).expect("pairs").entries;
        lines.iter().find(|line| line.what == what).expect("the pair").clone()
    };
    let taught = line(mentor, "带黎远 · 在带");
    assert_eq!((taught.when.as_str(), taught.alert.as_str()), ("2023-05 — 2024-05-30", "42 天无带教记录"));
    assert_eq!(line(apprentice, "师从邹龙 · 在带").way, taught.way);
    let kinds: Vec<DocumentKind> = page(mentor).documents.iter().map(|(_, request)| request.kind).collect();
    assert!(kinds.contains(&DocumentKind::Agreement) && kinds.contains(&DocumentKind::Registration), "{kinds:?}");
    assert!(page(mentor).documents.iter().all(|(_, request)| request.person == Some(mentor)));
}

#[test]
fn somebody_who_is_gone_has_no_page() {
    let (office, _folder) = office();
    assert_eq!(Dossier::load(&office, Id::new(9_999), Tr::default()).expect("it is read"), None);
}
