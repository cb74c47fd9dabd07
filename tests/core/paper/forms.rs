//! Papers of one person, pair or slip: each has pages of its own, and the list beside them reads back.

use std::io::{Cursor, Read};

use chuanbangdai::domain::{
    DocumentKind, Id, Leave, LeaveKind, Pairing, PairingKind, PairingMode, PairingStatus, Person, Precision, Setting,
    Slot,
};
use chuanbangdai::export::docx;
use chuanbangdai::print::{Templates, set};
use chuanbangdai::report::{Block, DocumentRequest, Sheet, TextStyle, Wording};

use super::hospital::{Hospital, day, week_of, zh};

/// The hospital with two pairs of one mentor and three absences.
fn hospital() -> Hospital {
    let mut hospital = Hospital::shangnan();
    let mentor = hospital.registry.people.values().find(|person| person.name == "邹龙").expect("a person").clone();
    let stint = hospital.stint("邹龙");
    for (number, name) in [(101, "沈振毅"), (102, "樊一禾")] {
        let apprentice =
            Person { id: Id::new(number), name: name.to_owned(), inst: Some(Id::new(1)), ..Person::default() };
        hospital.registry.people.insert(apprentice.id, apprentice);
        let pairing = pairing(number, mentor.id.raw(), stint.raw());
        hospital.registry.pairings.insert(pairing.id, pairing);
    }
    for number in 1..=3 {
        let on = day(2023, 6, 18 + u32::try_from(number).expect("small"));
        let leave = Leave {
            id: Id::new(number),
            person: mentor.id,
            stint: Some(stint),
            kind: LeaveKind::Personal,
            from_on: on,
            from_slot: Slot::Am,
            to_on: on,
            to_slot: Slot::Pm,
            destination: "商洛".to_owned(),
            reason: "家事".to_owned(),
            substitute: None,
            approver: String::new(),
            back_on: None,
        };
        hospital.registry.leave.insert(leave.id, leave);
    }
    hospital
}

fn pairing(number: i64, mentor: i64, stint: i64) -> Pairing {
    Pairing {
        id: Id::new(number),
        mentor: Id::new(mentor),
        mentor_stint: Some(Id::new(stint)),
        apprentice: Id::new(number),
        relation: None,
        programme: None,
        kind: PairingKind::Apprenticeship,
        from_on: day(2023, 6, 5),
        from_prec: Precision::Day,
        plan_to_on: Some(day(2024, 5, 30)),
        plan_to_prec: Precision::Day,
        to_on: None,
        to_prec: Precision::Day,
        status: PairingStatus::Active,
        mode: PairingMode::OnSite,
        agreement_no: "帮带1号".to_owned(),
        signed_on: None,
        host_dept: None,
        previous: None,
        weakness: String::new(),
        end_cause: String::new(),
        note: String::new(),
    }
}

fn request(kind: DocumentKind) -> DocumentRequest {
    DocumentRequest::new(kind, week_of(day(2023, 6, 19)))
}

fn pages(sheet: &Sheet) -> chuanbangdai::print::Pages {
    set(sheet, &Templates::default(), day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time")).expect("pages")
}

/// The text of every page.
fn texts(sheet: &Sheet) -> Vec<String> {
    let pages = pages(sheet);
    let mut texts = vec![String::new(); pages.count()];
    for run in pages.runs() {
        texts[run.page].push_str(&run.text);
    }
    texts
}

#[test]
fn each_person_has_a_page_that_is_counted_by_itself() {
    let hospital = hospital();
    for kind in [DocumentKind::Registration, DocumentKind::Certificate] {
        let sheet = hospital.sheet_of(&request(kind));
        let texts = texts(&sheet);
        assert_eq!(texts.len(), 7, "{kind:?}");
        for (text, form) in texts.iter().zip(&sheet.forms.as_ref().expect("papers").list) {
            assert!(text.contains(&form.name) && text.contains("第 1 页"), "{kind:?} {text}");
            assert!(text.contains("共 1 页"), "{kind:?} {text}");
        }
    }
}

#[test]
fn a_chosen_person_has_the_one_paper_also_after_leaving() {
    let mut hospital = hospital();
    let stint = hospital.stint("黎远");
    let stored = hospital.registry.stints.get_mut(&stint).expect("a stint");
    stored.leave_on = Some(day(2023, 6, 9));
    let person = stored.person;
    let chosen = DocumentRequest { person: Some(person), ..request(DocumentKind::Certificate) };
    let forms = hospital.sheet_of(&chosen).forms.expect("a paper");
    assert_eq!(forms.list.iter().map(|form| form.name.as_str()).collect::<Vec<_>>(), ["黎远"]);
}

#[test]
fn two_slips_share_a_page_and_an_empty_form_has_two() {
    let hospital = hospital();
    let sheet = hospital.sheet_of(&request(DocumentKind::LeaveSlips));
    assert_eq!((sheet.forms.as_ref().map(|forms| forms.list.len()), pages(&sheet).count()), (Some(3), 2));
    let mut blank = request(DocumentKind::LeaveSlips);
    blank.paper.is_blank = true;
    let sheet = hospital.sheet_of(&blank);
    let texts = texts(&sheet);
    assert_eq!(texts.len(), 1);
    assert!(!texts[0].contains("邹龙"), "{}", texts[0]);
}

#[test]
fn an_agreement_is_made_for_each_pair_or_for_those_chosen() {
    let hospital = hospital();
    let all = hospital.sheet_of(&request(DocumentKind::Agreement));
    let names = |sheet: &Sheet| {
        sheet.forms.as_ref().expect("papers").list.iter().map(|form| form.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&all), ["邹龙-沈振毅", "邹龙-樊一禾"]);
    let one = DocumentRequest { pairings: vec![Id::new(102)], ..request(DocumentKind::Agreement) };
    let sheet = hospital.sheet_of(&one);
    assert_eq!(names(&sheet), ["邹龙-樊一禾"]);
    let whole = texts(&sheet).join("\n");
    assert!(whole.contains("自2023年6月5日起至2024年5月30日止"), "{whole}");
    assert!(whole.contains("协议编号：帮带1号") && !whole.contains('{'), "{whole}");
}

#[test]
fn the_office_words_the_agreement_itself() {
    let mut hospital = hospital();
    let text = "{导师}带{徒弟}\n一、目标\n{带教目标表}\n另见{没有的}。\n>{受援医院}".to_owned();
    assert_eq!(Wording::Agreement.unknown(&text, zh()), ["没有的"]);
    let row = Setting { id: Id::new(90), name: Wording::Agreement.setting().to_owned(), value: text };
    hospital.registry.settings.insert(row.id, row);
    let sheet = hospital.sheet_of(&request(DocumentKind::Agreement));
    let blocks = &sheet.forms.expect("papers").list[0].blocks;
    let text = |text: &str, style| Block::Text { text: text.to_owned(), style };
    assert_eq!(blocks[0], text("邹龙带沈振毅", TextStyle::Body));
    assert_eq!(blocks[1], text("一、目标", TextStyle::Heading));
    assert!(matches!(blocks[2], Block::Table(_)));
    assert_eq!(blocks[3], text("另见{没有的}。", TextStyle::Body));
    assert_eq!(blocks[4], text("商南县医院", TextStyle::Close));
}

#[test]
fn the_usual_texts_know_all_that_they_name() {
    for tr in [zh(), chuanbangdai::i18n::Tr::new(chuanbangdai::i18n::Lang::En)] {
        for wording in [Wording::Agreement, Wording::Certificate] {
            assert_eq!(wording.unknown(wording.usual(tr), tr), [""; 0], "{wording:?}");
        }
    }
}

#[test]
fn a_log_has_a_paper_for_each_pair_with_room_to_write() {
    let hospital = hospital();
    let sheet = hospital.sheet_of(&request(DocumentKind::TeachingRecord));
    let forms = sheet.forms.as_ref().expect("papers");
    assert_eq!(forms.list.len(), 2);
    for form in &forms.list {
        let Some(Block::Table(table)) = form.blocks.first() else { panic!("a table") };
        assert!(table.rows.len() >= 15 && table.rows.iter().all(|row| row.least >= 12.0));
    }
    assert_eq!(pages(&sheet).count(), 2);
}

#[test]
fn a_text_document_is_a_package_of_well_formed_parts() {
    let hospital = hospital();
    let kinds = [
        DocumentKind::Agreement,
        DocumentKind::TeachingRecord,
        DocumentKind::Registration,
        DocumentKind::LeaveSlips,
        DocumentKind::Certificate,
        DocumentKind::Roster,
        DocumentKind::WeekSchedule,
    ];
    for kind in kinds {
        let sheet = hospital.sheet_of(&request(kind));
        let file = docx(&sheet, day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time")).expect("a document");
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a package");
        for index in 0..archive.len() {
            let mut text = String::new();
            let mut part = archive.by_index(index).expect("a part");
            part.read_to_string(&mut text).expect("text");
            let mut reader = quick_xml::Reader::from_str(&text);
            reader.config_mut().check_end_names = true;
            let mut depth = 0_i32;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{kind:?} {index}: {error}")) {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Start(_) => depth += 1,
                    quick_xml::events::Event::End(_) => depth -= 1,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{kind:?} {index}");
        }
    }
}
