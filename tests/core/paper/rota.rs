//! D04, D05, D06, D28, the week by departments, the flat list and the calendar.

use chuanbangdai::domain::{
    DocumentKind, Id, IssuedSession, Session, SessionStatus, Slot, Tour, TourMember, TourStatus, issued_sessions,
    plan_changes,
};
use chuanbangdai::export::ics;
use chuanbangdai::report::{DocumentRequest, Event, PaperOptions, Rows, Sources, build, calendar};

use super::hospital::{Hospital, day, week_of, zh};

fn rows_of(hospital: &Hospital, kind: DocumentKind, on: chrono::NaiveDate) -> Vec<Vec<String>> {
    hospital.sheet(kind, DocumentRequest::usual_period(kind, on)).filled_body()
}

#[test]
fn a_change_slip_lists_what_changed_since_the_issue_and_nothing_else() {
    let mut hospital = Hospital::shangnan();
    for (session, id) in hospital.sessions.iter_mut().zip(1..) {
        session.id = Id::new(id);
    }
    let week = week_of(day(2023, 6, 12));
    let issued: Vec<Session> =
        hospital.sessions.iter().filter(|session| week.contains(session.on_date)).cloned().collect();
    let stand_in = hospital.stint("侯正涛");
    let monday = hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am);
    (monday.status, monday.reason) = (SessionStatus::Cancelled, "参加会议".to_owned());
    let thursday = hospital.session_mut("邹龙", day(2023, 6, 15), Slot::Am);
    (thursday.status, thursday.substitute_stint) = (SessionStatus::Substituted, Some(stand_in));
    hospital.session_mut("周琳", day(2023, 6, 12), Slot::Am).on_date = day(2023, 6, 17);
    hospital.session_mut("黎远", day(2023, 6, 12), Slot::Am).status = SessionStatus::Done;
    let now: Vec<Session> =
        hospital.sessions.iter().filter(|session| week.contains(session.on_date)).cloned().collect();
    assert_eq!(plan_changes(&issued, &now).len(), 3, "that it was held is no change");
    let sources = Sources { issued: Some(&issued), ..hospital.sources() };
    let request = DocumentRequest::new(DocumentKind::ChangeSlip, week_of(day(2023, 6, 12)));
    let rows = build(&sources, &request, zh()).unwrap().filled_body();
    let told: Vec<_> =
        rows.iter().map(|row| (row[0].as_str(), row[1].as_str(), row[2].as_str(), row[3].as_str())).collect();
    assert_eq!(told[0], ("6月12日 周一上午 消化内科 邹龙 坐诊 门诊203", "停诊", "参加会议", ""));
    assert_eq!((told[1].1, told[1].3), ("由侯正涛替诊", "侯正涛"));
    assert_eq!(told[2].1, "调至：6月17日 周六上午 妇产科 周琳 坐诊 门诊207");
    assert_eq!(told.len(), 3);
    let marked = DocumentRequest {
        paper: PaperOptions { marks_changes: true, ..PaperOptions::default() },
        ..DocumentRequest::new(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)))
    };
    let body = build(&sources, &marked, zh()).unwrap().filled_body();
    let marks = body.iter().flatten().filter(|text| text.starts_with('△')).count();
    assert_eq!(marks, 3, "the full table marks the same changes");
}

#[test]
fn a_week_without_a_kept_plan_lists_its_marked_sessions() {
    let mut hospital = Hospital::shangnan();
    assert_eq!(rows_of(&hospital, DocumentKind::ChangeSlip, day(2023, 6, 12))[0][0], "本周没有改动");
    hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).status = SessionStatus::Cancelled;
    let rows = rows_of(&hospital, DocumentKind::ChangeSlip, day(2023, 6, 12));
    assert_eq!((rows.len(), rows[0][1].as_str()), (1, "停诊"));
}

/// A tour of three to the township, held on a day of June.
fn with_tour(status: TourStatus) -> Hospital {
    let mut hospital = Hospital::shangnan();
    let site = hospital.registry.institutions.values().find(|inst| !inst.is_own).unwrap().id;
    let tour = serde_json::json!({
        "id": 1, "from_on": "2023-06-14", "to_on": "2023-06-14", "inst": site, "status": status,
        "leader_name": "文申英", "content": "义诊", "car": "院车", "seen": 109, "lectures": 1, "trainees": 21,
        "given_fen": 120_050, "village": "三官庙村",
    });
    let tour: Tour = serde_json::from_value(tour).unwrap();
    hospital.registry.tours.insert(tour.id, tour);
    for (id, name) in [(1, "黎远"), (2, "侯正涛")] {
        let member = TourMember { id: Id::new(id), tour: Id::new(1), name: name.to_owned(), ..TourMember::default() };
        hospital.registry.tour_members.insert(member.id, member);
    }
    hospital
}

#[test]
fn tours_are_planned_and_recorded_in_the_columns_of_the_import() {
    let hospital = with_tour(TourStatus::Done);
    let plan = rows_of(&hospital, DocumentKind::TourPlan, day(2023, 6, 1));
    let told: Vec<&str> = [1, 2, 3, 5, 6, 7, 9, 11].iter().map(|column| plan[0][*column].as_str()).collect();
    assert_eq!(told, ["2023-06-14", "三", "全天", "文申英", "黎远、侯正涛", "3", "院车", "已完成"]);
    assert!(plan[0][4].ends_with("（三官庙村）"), "{}", plan[0][4]);
    let record = rows_of(&hospital, DocumentKind::TourRecord, day(2023, 6, 1));
    assert_eq!((record[0][2].as_str(), record[0][6].as_str(), record[0][7].as_str()), ("109", "1/21", "1200.50"));
    assert_eq!((record[1][0].as_str(), record[1][2].as_str()), ("合计", "109"));
    let cancelled = rows_of(&with_tour(TourStatus::Cancelled), DocumentKind::TourRecord, day(2023, 6, 1));
    assert_eq!(cancelled, [vec!["本期没有巡回安排".to_owned(); 10]], "only what was held is recorded");
}

#[test]
fn a_month_has_a_letter_for_each_half_day_and_counts_what_was_not_cancelled() {
    let mut hospital = Hospital::shangnan();
    hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).status = SessionStatus::Cancelled;
    let sheet = hospital.sheet(
        DocumentKind::MonthSchedule,
        DocumentRequest::usual_period(DocumentKind::MonthSchedule, day(2023, 6, 12)),
    );
    let head = sheet.filled_head().remove(0);
    assert_eq!((head[2].as_str(), head[23].as_str(), head[26].as_str()), ("1四", "22四\n休", "25日\n班"));
    let row = sheet.filled_body().into_iter().find(|row| row[0] == "邹龙" && row[1] == "上").unwrap();
    assert_eq!((row[13].as_str(), row[14].as_str()), ("停", "教"));
    let clinics = head.iter().position(|title| title == "坐诊").unwrap();
    let is_held = |session: &&Session| {
        session.stint == hospital.stint("邹龙")
            && session.status != SessionStatus::Cancelled
            && session.activity == Id::new(1)
            && session.on_date.format("%Y-%m").to_string() == "2023-06"
    };
    assert_eq!(row[clinics], hospital.sessions.iter().filter(is_held).count().to_string());
}

#[test]
fn departments_have_their_people_in_the_cells() {
    let hospital = Hospital::shangnan();
    let paper = PaperOptions { rows: Some(Rows::Departments), ..PaperOptions::default() };
    let request =
        DocumentRequest { paper, ..DocumentRequest::new(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12))) };
    let body = hospital.sheet_of(&request).filled_body();
    let row = body.iter().find(|row| row[0] == "消化内科").unwrap();
    assert_eq!((row[1].as_str(), row[2].as_str()), ("上午", "邹龙 坐诊 门诊203"));
}

#[test]
fn an_empty_form_holds_nobody_and_room_to_write() {
    let hospital = with_tour(TourStatus::Done);
    for kind in [
        DocumentKind::WeekSchedule,
        DocumentKind::ChangeSlip,
        DocumentKind::TourPlan,
        DocumentKind::TourRecord,
        DocumentKind::MonthSchedule,
    ] {
        let paper = PaperOptions { is_blank: true, ..PaperOptions::default() };
        let request = DocumentRequest {
            paper,
            ..DocumentRequest::new(kind, DocumentRequest::usual_period(kind, day(2023, 6, 12)))
        };
        let body = hospital.sheet_of(&request).filled_body();
        assert!(body.len() >= 10, "{kind:?}");
        assert!(body.iter().flatten().all(|text| !text.contains("邹龙") && !text.contains("文申英")), "{kind:?}");
    }
}

#[test]
fn the_flat_list_has_a_row_for_each_session() {
    let hospital = Hospital::shangnan();
    let week = week_of(day(2023, 6, 12));
    let flat = hospital.sheet(DocumentKind::WeekSchedule, week).flat.unwrap();
    let sessions = hospital.sessions.iter().filter(|session| week.contains(session.on_date)).count();
    assert_eq!(flat.rows.len(), sessions);
    let june = DocumentRequest::usual_period(DocumentKind::MonthSchedule, day(2023, 6, 12));
    let month = hospital.sheet(DocumentKind::MonthSchedule, june).flat.expect("the month has a second tab too");
    assert!(month.rows.len() >= flat.rows.len());
    let by_department = DocumentRequest {
        paper: PaperOptions { rows: Some(Rows::Departments), ..PaperOptions::default() },
        ..DocumentRequest::new(DocumentKind::WeekSchedule, week)
    };
    assert_eq!(build(&hospital.sources(), &by_department, zh()).unwrap().flat.as_ref(), Some(&flat));
    let row = flat.rows.iter().find(|row| row[0] == "2023-06-12" && row[3] == "邹龙" && row[2] == "上午").unwrap();
    assert_eq!((row[1].as_str(), row[8].as_str(), row[9].as_str()), ("一", "坐诊", "门诊203"));
}

/// Issues the marked sessions of a hospital, once or several times.
fn issues(plans: &[&[Session]]) -> Vec<IssuedSession> {
    let at = |version: u32| day(2023, 6, 8 + version).and_hms_opt(17, 0, 0).unwrap();
    let plans = (1..).zip(plans).map(|(version, plan)| (version, at(version), plan.to_vec()));
    issued_sessions(&plans.collect::<Vec<_>>())
}

#[test]
fn a_calendar_holds_what_was_issued_under_names_that_stay_and_counts_the_revisions() {
    let mut hospital = Hospital::shangnan();
    for (session, id) in hospital.sessions.iter_mut().zip(1..) {
        session.id = Id::new(id);
    }
    let request = DocumentRequest::new(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let (monday, thursday) = ((day(2023, 6, 12), Slot::Am), (day(2023, 6, 15), Slot::Am));
    let mut plan = [hospital.session_mut("邹龙", monday.0, monday.1).clone()].to_vec();
    plan.push(hospital.session_mut("邹龙", thursday.0, thursday.1).clone());
    let person = |name: &str| hospital.registry.people.values().find(|person| person.name == name).unwrap().id;
    let told = |issued: &[IssuedSession], who: Option<&str>| {
        let events = calendar(&hospital.sources(), &request, issued, who.map(person), zh()).events;
        let line = |event: &Event| (event.summary.clone(), event.sequence, event.is_cancelled);
        (events.iter().map(line).collect::<Vec<_>>(), events)
    };
    let (lines, first) = told(&issues(&[&plan]), None);
    assert_eq!(lines, [("坐诊 邹龙".to_owned(), 0, false), ("坐诊 邹龙".to_owned(), 0, false)]);
    let mut second = plan.clone();
    (second[1].status, second[1].substitute_stint) = (SessionStatus::Substituted, Some(hospital.stint("侯正涛")));
    let twice = issues(&[&plan, &second]);
    let (lines, again) = told(&twice, None);
    assert_eq!(lines, [("坐诊 邹龙".to_owned(), 0, false), ("坐诊 侯正涛（替邹龙）".to_owned(), 1, false)]);
    let uids = |events: &[Event]| events.iter().map(|event| event.uid.clone()).collect::<Vec<_>>();
    assert_eq!(uids(&first), uids(&again));
    let own = told(&twice, Some("邹龙")).0;
    assert_eq!(own[1], ("坐诊 邹龙".to_owned(), 1, true), "it goes from the phone of who no longer comes");
    assert_eq!(told(&twice, Some("侯正涛")).0.len(), 1);
    assert!(told(&twice, Some("周琳")).0.is_empty());
    let gone = told(&issues(&[&plan, &plan[..1], &plan[..1]]), None).0;
    assert_eq!(gone[1], ("坐诊 邹龙".to_owned(), 1, true), "what was taken away is cancelled by name, once");
    let back = told(&issues(&[&plan, &plan[..1], &plan]), None).0;
    assert_eq!(back[1], ("坐诊 邹龙".to_owned(), 2, false));
}

#[test]
fn the_file_of_a_calendar_keeps_to_its_standard() {
    let mut hospital = Hospital::shangnan();
    let request = DocumentRequest::new(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let session = hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).clone();
    let events = calendar(&hospital.sources(), &request, &issues(&[&[session]]), None, zh());
    let text = String::from_utf8(ics(&events, day(2023, 6, 20).and_hms_opt(17, 0, 0).unwrap())).unwrap();
    assert!(text.contains("DTSTART:20230612T000000Z\r\n") && text.contains("DTEND:20230612T040000Z\r\n"), "{text}");
    assert!(text.contains("DTSTAMP:20230620T090000Z\r\nLAST-MODIFIED:20230609T090000Z\r\nSEQUENCE:0\r\n"), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert_eq!((text.matches("BEGIN:VEVENT").count(), text.matches("STATUS:CONFIRMED").count()), (1, 1));
}

#[test]
fn a_month_names_who_is_in_a_department_or_at_a_site_and_counts_where_names_have_no_room() {
    let mut hospital = Hospital::shangnan();
    hospital.session_mut("邹龙", day(2023, 6, 12), Slot::Am).status = SessionStatus::Cancelled;
    let of_rows = |hospital: &Hospital, kind: DocumentKind, rows: Rows| {
        let paper = PaperOptions { rows: Some(rows), ..PaperOptions::default() };
        let period = DocumentRequest::usual_period(kind, day(2023, 6, 12));
        hospital.sheet_of(&DocumentRequest { paper, ..DocumentRequest::new(kind, period) })
    };
    let sheet = of_rows(&hospital, DocumentKind::MonthSchedule, Rows::Departments);
    assert_eq!(sheet.title, "帮扶专家月度排班总表（按科室，2023年6月）");
    let body = sheet.filled_body();
    let row = body.iter().find(|row| row[0] == "消化内科" && row[1] == "上").unwrap();
    assert_eq!((row[13].as_str(), row[14].as_str()), ("邹龙 诊停", "邹龙 教"));
    let june = DocumentRequest::usual_period(DocumentKind::MonthSchedule, day(2023, 6, 12));
    let held = |session: &&Session| {
        session.stint == hospital.stint("邹龙")
            && june.contains(session.on_date)
            && session.status != SessionStatus::Cancelled
            && hospital.registry.activities[&session.activity].is_work
    };
    assert_eq!(row.last().unwrap(), &hospital.sessions.iter().filter(held).count().to_string());
    let places = of_rows(&hospital, DocumentKind::MonthSchedule, Rows::Places);
    let own = hospital.registry.own_institution().unwrap().name.clone();
    assert_eq!(places.filled_body()[0][0], own, "the own house comes first");
    let crowd = Hospital::crowded(40);
    let many = of_rows(&crowd, DocumentKind::MonthSchedule, Rows::Places);
    let numbers = |row: &Vec<String>| row[2..].iter().all(|text| text.chars().all(|it| it.is_ascii_digit()));
    assert!(many.filled_body().iter().any(|row| numbers(row) && row[2..].iter().any(|text| !text.is_empty())));
    assert!(many.notes.iter().any(|note| note.contains("只列人数")), "{:?}", many.notes);
    let week = of_rows(&hospital, DocumentKind::WeekSchedule, Rows::Places).filled_body();
    assert_eq!((week[0][0].as_str(), week[0][1].as_str()), (own.as_str(), "上午"));
    assert!(week[0][2].contains("邹龙 坐诊(停) 门诊203"), "{}", week[0][2]);
}
