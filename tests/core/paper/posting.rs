//! D02: the public posting.

use chuanbangdai::domain::{DocumentKind, SessionStatus, Slot};
use chuanbangdai::report::{DocumentRequest, Mask, Sheet};

use super::hospital::{Hospital, day, week_of};
use super::plain::plain;

fn posting(hospital: &Hospital, date: u32) -> Sheet {
    hospital.sheet(DocumentKind::Posting, week_of(day(2023, 6, date)))
}

#[test]
fn the_posting_of_the_festival_week_says_what_a_patient_must_know() {
    insta::assert_snapshot!(plain(&posting(&Hospital::shangnan(), 19)));
}

#[test]
fn no_mask_brings_a_phone_onto_the_posting() {
    let hospital = Hospital::shangnan();
    let request = DocumentRequest::new(DocumentKind::Posting, week_of(day(2023, 6, 19)));
    let sheet = hospital.sheet_of(&DocumentRequest { mask: Mask::None, ..request });
    assert!(!plain(&sheet).contains("139"));
}

#[test]
fn runs_of_days_and_whole_days_are_said_shortly() {
    let mut hospital = Hospital::shangnan();
    let monday = hospital.session_mut("周琳", day(2023, 6, 12), Slot::Am).clone();
    let mut add = |date: u32, slot: Slot| {
        hospital.sessions.retain(|session| {
            session.stint != monday.stint || (session.on_date, session.slot) != (day(2023, 6, date), slot)
        });
        let more = chuanbangdai::domain::Session { on_date: day(2023, 6, date), slot, ..monday.clone() };
        hospital.sessions.push(more);
    };
    add(13, Slot::Am);
    add(14, Slot::Am);
    add(14, Slot::Pm);
    add(16, Slot::Pm);
    add(15, Slot::Am);
    let sheet = posting(&hospital, 12);
    let row = sheet.filled_body().into_iter().find(|row| row[1] == "周琳").expect("her row");
    assert_eq!(row[5], "周一、周二、周四上午\n周三全天\n周五下午");
}

#[test]
fn a_cancelled_clinic_is_announced_and_a_stand_in_is_named() {
    let mut hospital = Hospital::shangnan();
    let stand_in = hospital.stint("侯正涛");
    hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).status = SessionStatus::Cancelled;
    let thursday = hospital.session_mut("邹龙", day(2023, 6, 15), Slot::Am);
    (thursday.status, thursday.substitute_stint) = (SessionStatus::Substituted, Some(stand_in));
    let sheet = posting(&hospital, 12);
    assert!(sheet.notes.contains(&"停诊：6月12日 周一上午邹龙".to_owned()), "{:?}", sheet.notes);
    let rows: Vec<_> = sheet.filled_body().into_iter().filter(|row| row[6] == "门诊203").collect();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0][1].as_str(), rows[0][5].as_str()), ("侯正涛", "周四上午"));
}

#[test]
fn a_clinic_held_on_a_holiday_is_an_exception_to_the_closed_days() {
    let mut hospital = Hospital::shangnan();
    let clinic = hospital.session_mut("邹龙", day(2023, 6, 19), Slot::Am).activity;
    hospital.session_mut("邹龙", day(2023, 6, 23), Slot::Am).activity = clinic;
    let sheet = posting(&hospital, 19);
    assert_eq!(sheet.notes[0], "6月22日—24日端午节停诊，照常坐诊的有：6月23日 周五上午邹龙");
}
