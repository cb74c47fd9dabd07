//! D01: the weekly schedule.

use chuanbangdai::domain::{DocumentKind, Id, Leave, LeaveKind, Period, SessionStatus, Slot, WorkCalendar};
use chuanbangdai::report::{DocumentRequest, Mask, ReportError, Sheet, build};

use super::hospital::{Hospital, day, week_of, zh};
use super::plain::plain;

const KIND: DocumentKind = DocumentKind::WeekSchedule;

fn schedule(hospital: &Hospital, date: u32) -> Sheet {
    hospital.sheet(KIND, week_of(day(2023, 6, date)))
}

/// The text of the cell that covers a half-day of the n-th person, both from 0.
fn half_day(sheet: &Sheet, person: usize, line: usize, day: usize) -> String {
    sheet.filled_body()[2 * person + line][5 + day].clone()
}

#[test]
fn an_issued_ordinary_week_reads_like_the_sheet_of_the_office() {
    let mut hospital = Hospital::shangnan();
    hospital.publish(KIND, week_of(day(2023, 6, 12)), 1);
    insta::assert_snapshot!(plain(&schedule(&hospital, 12)));
}

#[test]
fn a_week_with_a_festival_shows_who_works_on_it_and_whose_weekday_the_make_up_day_follows() {
    let sheet = schedule(&Hospital::shangnan(), 19);
    assert_eq!(half_day(&sheet, 1, 0, 4), "EVL带教 消化内镜室");
    assert_eq!(sheet.head[0].cells[9].plain(), "周五 6/23\n休（端午节）");
    assert_eq!(sheet.head[0].cells[11].plain(), "周日 6/25\n班（按周四）");
    insta::assert_snapshot!(plain(&sheet));
}

#[test]
fn the_newest_issue_of_the_week_gives_the_version_and_takes_the_draft_mark_away() {
    let mut hospital = Hospital::shangnan();
    let week = week_of(day(2023, 6, 19));
    assert!(schedule(&hospital, 19).is_draft);
    hospital.publish(KIND, week, 1);
    hospital.publish(KIND, week, 2);
    let sheet = schedule(&hospital, 19);
    assert!(!sheet.is_draft);
    assert_eq!(sheet.subline[2], "第2版");
    assert_eq!(sheet.signatures[0].value, "李明");
    assert!(schedule(&hospital, 12).is_draft, "another week is not issued with it");
}

#[test]
fn any_day_of_the_week_asks_for_the_whole_week_but_two_weeks_are_refused() {
    let hospital = Hospital::shangnan();
    let whole = schedule(&hospital, 19);
    assert_eq!(hospital.sheet(KIND, Period::day(day(2023, 6, 21))), whole);
    let two = Period::new(day(2023, 6, 12), day(2023, 6, 25)).expect("a period");
    let refused = build(&hospital.sources(), &DocumentRequest::new(KIND, two), zh());
    assert_eq!(refused, Err(ReportError::SeveralWeeks));
}

#[test]
fn phones_are_shown_as_the_mask_says_and_a_hidden_column_is_owned_up_to() {
    let hospital = Hospital::shangnan();
    let request = DocumentRequest::new(KIND, week_of(day(2023, 6, 12)));
    for (mask, expected) in [(Mask::Partial, "139****0007"), (Mask::None, "13900000007")] {
        let sheet = hospital.sheet_of(&DocumentRequest { mask, ..request.clone() });
        assert_eq!(sheet.filled_body()[2][12], expected);
    }
    let sheet = hospital.sheet_of(&DocumentRequest { mask: Mask::Full, ..request });
    assert_eq!(sheet.columns.len(), 13);
    assert!(!plain(&sheet).contains("139"));
    assert!(sheet.notes.iter().any(|note| note.contains("不含联系电话")));
}

#[test]
fn short_internal_numbers_are_masked_too() {
    assert_eq!(Mask::Partial.apply("6120"), "**20");
    assert_eq!(Mask::Partial.apply("0914-6322120"), "091*-***2120");
}

#[test]
fn sessions_that_are_not_simply_held_say_so_and_do_not_count() {
    let mut hospital = Hospital::shangnan();
    let full = hospital.sheet(KIND, week_of(day(2023, 6, 12)));
    let stand_in = hospital.stint("黎远");
    hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).status = SessionStatus::Cancelled;
    let thursday = hospital.session_mut("邹龙", day(2023, 6, 15), Slot::Am);
    (thursday.status, thursday.substitute_stint) = (SessionStatus::Substituted, Some(stand_in));
    let sheet = schedule(&hospital, 12);
    assert_eq!(half_day(&sheet, 1, 0, 0), "坐诊(停) 门诊203");
    assert_eq!(half_day(&sheet, 1, 0, 3), "坐诊(代:黎远) 门诊203");
    assert!(sheet.notes[0].starts_with("停=停诊、代=替诊。"));
    let count = |sheet: &Sheet| sheet.notes.iter().find(|note| note.starts_with("口径")).cloned().expect("a count");
    assert_ne!(count(&full), count(&sheet));
}

#[test]
fn a_night_line_stands_only_with_the_person_who_has_a_night() {
    let mut hospital = Hospital::shangnan();
    let evening = hospital.session_mut("邹龙", day(2023, 6, 15), Slot::Pm).clone();
    hospital.sessions.push(chuanbangdai::domain::Session { slot: Slot::Night, ..evening });
    let sheet = schedule(&hospital, 12);
    assert_eq!(sheet.body.len(), 15);
    assert_eq!(sheet.body[2].cells[0].row_span, 3);
    assert_eq!(sheet.body[4].cells[0].plain(), "夜");
}

#[test]
fn leave_is_named_on_working_days_without_a_session() {
    let mut hospital = Hospital::shangnan();
    hospital.sessions.retain(|session| session.on_date != day(2023, 6, 13));
    let person = hospital.registry.people.values().find(|person| person.name == "周琳").expect("a person").id;
    let leave = Leave {
        id: Id::new(1),
        person,
        stint: None,
        kind: LeaveKind::Personal,
        from_on: day(2023, 6, 13),
        from_slot: Slot::Pm,
        to_on: day(2023, 6, 18),
        to_slot: Slot::Pm,
        destination: String::new(),
        reason: String::new(),
        substitute: None,
        approver: String::new(),
        back_on: None,
    };
    hospital.registry.leave.insert(leave.id, leave);
    let sheet = schedule(&hospital, 12);
    assert_eq!(half_day(&sheet, 6, 0, 1), "");
    assert_eq!(half_day(&sheet, 6, 1, 1), "事假");
    assert_eq!(half_day(&sheet, 6, 0, 2), "手术带教 手术室", "a session stands before the leave");
    assert_eq!(half_day(&sheet, 6, 0, 6), "休");
}

#[test]
fn empty_rows_for_handwriting_go_on_counting() {
    let hospital = Hospital::shangnan();
    let request = DocumentRequest { empty_rows: 2, ..DocumentRequest::new(KIND, week_of(day(2023, 6, 12))) };
    let sheet = hospital.sheet_of(&request);
    assert_eq!(sheet.body.len(), 18);
    assert_eq!(sheet.filled_body()[16][..5], ["9", "", "", "", "上午"]);
}

#[test]
fn people_whom_the_own_hospital_sends_away_are_not_mixed_in() {
    let mut hospital = Hospital::shangnan();
    let relation = hospital.registry.relations.values_mut().next().expect("a relation");
    std::mem::swap(&mut relation.from_inst, &mut relation.to_inst);
    let id = relation.id;
    let sheet = schedule(&hospital, 12);
    assert_eq!(sheet.body.len(), 1);
    assert_eq!(sheet.body[0].cells[0].plain(), "本期没有在岗专家");
    let request = DocumentRequest { relation: Some(id), ..DocumentRequest::new(KIND, week_of(day(2023, 6, 12))) };
    assert_eq!(hospital.sheet_of(&request).body.len(), 14, "asked for by name they are listed");
}

#[test]
fn namesakes_are_told_apart_by_their_department() {
    let mut hospital = Hospital::shangnan();
    for person in hospital.registry.people.values_mut().take(2) {
        person.name = "张伟".to_owned();
    }
    let body = schedule(&hospital, 12).filled_body();
    assert_eq!([&body[0][1], &body[2][1]], ["张伟(急诊医学科)", "张伟(消化内科)"]);
}

#[test]
fn a_year_whose_holidays_are_not_known_gets_a_footnote() {
    let mut hospital = Hospital::shangnan();
    hospital.calendar = WorkCalendar::new([], []);
    let sheet = schedule(&hospital, 19);
    assert!(sheet.notes.iter().any(|note| note.starts_with("2023年放假安排尚未录入")));
}
