//! The schedule over the sample hospital: issuing, templates, stand-ins, ticks, undone step by step.

mod handover;
mod story;

use chrono::NaiveDate;
use chuanbangdai::app::rota::{KeptVm, MonthVm, Replacement, TemplatesVm, ToursVm};
use chuanbangdai::app::week::{WeekVm, tell};
use chuanbangdai::app::{Clock, Office, sample};
use chuanbangdai::domain::{
    DocumentKind, Edit, Id, Label, LeaveKind, Period, PersonId, RotaRule, RuleBook, RuleTerm, RuleWindow, Session,
    SessionStatus, Slot, Table, Tour, Week,
};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::report::DocumentRequest;
use tempfile::TempDir;

const TR: Tr = Tr::new(Lang::Zh);

fn day(month: u32, date: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, date).unwrap()
}

fn office() -> (Office, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let now = day(6, 12).and_hms_opt(10, 0, 0).unwrap();
    let mut office = Office::create(&folder.path().join("test.db"), Clock::Fixed(now)).unwrap();
    let edit = sample::sample(office.registry(), now.date());
    office.run(&edit).unwrap();
    (office, folder)
}

fn week(office: &Office, date: NaiveDate) -> WeekVm {
    WeekVm::load(office, Week::of(date), TR).unwrap()
}

fn person(office: &Office, name: &str) -> PersonId {
    office.registry().people.values().find(|person| person.name == name).unwrap().id
}

fn sessions(office: &Office, from: NaiveDate) -> Vec<Session> {
    office.sessions(Week::of(from).period()).unwrap()
}

#[test]
fn a_week_is_filled_from_templates_once_and_undone_in_one_step() {
    let (mut office, _folder) = office();
    let monday = day(7, 3);
    let before = sessions(&office, monday);
    let edit = week(&office, monday).generate().expect("the sample has templates");
    office.run(&edit).unwrap();
    let after = sessions(&office, monday);
    assert_eq!(after.len() - before.len(), office.registry().templates.len(), "a plain week has one of each");
    assert!(after.iter().all(|session| session.status == SessionStatus::Planned || before.contains(session)));
    assert_eq!(week(&office, monday).generate(), None, "a second time changes nothing");
    let done = office.undo().unwrap();
    assert!(TR.label(&done.label).contains("按模板"), "{:?}", done.label);
    assert_eq!(sessions(&office, monday), before);
}

#[test]
fn a_make_up_day_asks_first_and_then_follows_the_weekday() {
    let (mut office, _folder) = office();
    // 8 October 2023, a Sunday, makes up for the National Day holiday.
    let sunday = day(10, 8);
    assert_eq!(week(&office, sunday).templates.undecided.first(), Some(&day(10, 7)));
    let undecided = week(&office, sunday).templates.undecided.clone();
    assert_eq!(undecided, [day(10, 7), sunday]);
    let edit = week(&office, sunday).decide_make_up(&[(day(10, 7), 4), (sunday, 5)]).unwrap();
    office.run(&edit).unwrap();
    let vm = week(&office, sunday);
    assert!(vm.templates.undecided.is_empty());
    office.run(&vm.generate().unwrap()).unwrap();
    let templates = office.registry().templates.values().filter(|template| template.weekday == 4).count();
    let made = sessions(&office, sunday).iter().filter(|session| session.on_date == day(10, 7)).count();
    assert_eq!(made, templates);
}

#[test]
fn an_issue_keeps_its_plan_its_sheets_and_who_has_to_hear_of_it() {
    let (mut office, folder) = office();
    let monday = day(6, 12);
    let first = week(&office, monday).issue.version;
    office.issue_week(Week::of(monday), "例行发布", TR).unwrap();
    let vm = week(&office, monday);
    assert_eq!((vm.issue.version, vm.issue.changes.len()), (first + 1, 0));
    let kept = KeptVm::load(&office, Some(day(6, 14)), TR);
    assert_eq!(kept.lines.len(), 2, "the schedule and the posting");
    let copy = folder.path().join("copy.pdf");
    office.save_kept(kept.lines[0].id, &copy).unwrap();
    assert!(std::fs::read(&copy).unwrap().starts_with(b"%PDF-"));
    let kept =
        office.registry().kept_sheets.values().find(|sheet| sheet.document == DocumentKind::WeekSchedule).unwrap();
    assert_eq!((kept.reason.as_str(), kept.version), ("例行发布", vm.issue.version));
    let pdf = office.store().kept_file(&kept.digest).unwrap().unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(vm.untold(), vm.notices.len());
    let edit = tell(&vm.notices, Some(office.clock().now()), TR).unwrap();
    office.run(&edit).unwrap();
    assert_eq!(week(&office, monday).untold(), 0);
}

#[test]
fn later_changes_are_told_from_the_kept_plan_and_make_the_next_version() {
    let (mut office, _folder) = office();
    let monday = day(6, 12);
    office.issue_week(Week::of(monday), "", TR).unwrap();
    let version = week(&office, monday).issue.version;
    let target = sessions(&office, monday)
        .into_iter()
        .find(|session| {
            session.slot == Slot::Am
                && session.stint
                    == office
                        .registry()
                        .stints
                        .values()
                        .find(|stint| stint.person == person(&office, "邹龙"))
                        .unwrap()
                        .id
        })
        .unwrap();
    let cancelled = Session { status: SessionStatus::Cancelled, ..target.clone() };
    let edit = week(&office, monday).change(cancelled).unwrap();
    office.run(&edit).unwrap();
    let vm = week(&office, monday);
    assert_eq!(vm.issue.changes.len(), 1, "{:?}", vm.issue.changes);
    office.issue_week(Week::of(monday), "参加会议", TR).unwrap();
    let vm = week(&office, monday);
    assert_eq!((vm.issue.version, vm.issue.changes.len()), (version + 1, 0));
    assert_eq!(KeptVm::load(&office, Some(monday), TR).lines.len(), 4);
    let experts: Vec<&str> =
        vm.notices.iter().filter(|notice| notice.notice.person.is_some()).map(|notice| notice.name.as_str()).collect();
    assert_eq!(experts, ["邹龙"], "only who is concerned has to be told");
    // The whole way back, step by step: the issue, the change, the first issue.
    let told: Vec<String> = (0..3).map(|_| TR.label(&office.undo().unwrap().label)).collect();
    assert!(told[0].contains(&format!("第{}版", version + 1)) && told[1].contains("邹龙"), "{told:?}");
    assert_eq!(week(&office, monday).issue.version, version - 1);
    assert!(sessions(&office, monday).contains(&Session { status: target.status, ..target }) || version == 1);
}

#[test]
fn somebody_away_is_replaced_by_those_who_are_free() {
    let (mut office, _folder) = office();
    let away = person(&office, "邹龙");
    let days = Period::new(day(6, 12), day(6, 13)).unwrap();
    let found = Replacement::load(&office, away, days, TR).unwrap();
    assert_eq!(found.lines.len(), 4, "two half-days on each of two days");
    for line in &found.lines {
        assert!(line.candidates.iter().all(|one| one.name != "邹龙"));
        assert!(line.candidates.is_sorted_by_key(|one| !one.why_not.is_empty()), "the eligible come first");
    }
    let mut chosen = found.clone();
    chosen.lines[0].chosen = chosen.lines[0].candidates.first().map(|one| one.stint);
    chosen.lines[1].chosen = None;
    office.run(&chosen.edit(Some(LeaveKind::Sick), "发热", None).unwrap()).unwrap();
    let now = |line: usize| {
        let id = found.lines[line].session.id;
        sessions(&office, day(6, 12)).into_iter().find(|session| session.id == id).unwrap()
    };
    assert_eq!((now(0).status, now(0).substitute_stint), (SessionStatus::Substituted, chosen.lines[0].chosen));
    assert_eq!((now(1).status, now(1).reason.as_str()), (SessionStatus::Cancelled, "发热"));
    let leave = office.registry().leave.values().filter(|leave| leave.person == away);
    assert!(leave.clone().any(|leave| (leave.kind, leave.from_on) == (LeaveKind::Sick, day(6, 12))));
    let label = TR.label(&office.undo().unwrap().label);
    assert!(label.contains("邹龙") && label.contains("替班"), "{label}");
}

#[test]
fn a_month_counts_each_person_and_lists_templates_and_tours() {
    let (office, _folder) = office();
    let month = MonthVm::load(&office, day(6, 12), TR).unwrap();
    assert_eq!((month.grid.days.len(), month.grid.rows.len(), month.tallies.len()), (30, 7, 7));
    let row = month.grid.rows.iter().find(|row| row.name == "邹龙").unwrap();
    assert_eq!(row.cells.len(), 60);
    let held = |session: &&Session| {
        let stint = &office.registry().stints[&session.stint];
        let activity = &office.registry().activities[&session.activity];
        stint.person == person(&office, "邹龙") && session.status != SessionStatus::Cancelled && activity.is_work
    };
    let june = office.sessions(Period::new(day(6, 1), day(6, 30)).unwrap()).unwrap();
    assert_eq!(month.tallies[&row.stint].counts[0], june.iter().filter(held).count().to_string());
    let templates = TemplatesVm::load(&office, TR);
    assert_eq!(templates.lines.len(), office.registry().templates.len());
    assert!(templates.blank().unwrap().edit("邹龙").is_some());
    let tours = ToursVm::load(&office, day(6, 12), TR);
    let mut form = tours.blank().expect("the sample has townships");
    form.members = "黎远、某外人".to_owned();
    form.counts[0] = "约三百".to_owned();
    assert_eq!(form.edit(office.registry(), &tours.people), None, "a count is a whole number");
    form.counts[0] = "86".to_owned();
    let mut office = office;
    office.run(&form.edit(office.registry(), &tours.people).unwrap()).unwrap();
    let stored = ToursVm::load(&office, day(6, 12), TR);
    let (tour, members) = stored.rows.iter().find(|(_, members)| members.iter().any(|it| it.name == "某外人")).unwrap();
    assert_eq!(members.iter().map(|member| member.person.is_some()).collect::<Vec<_>>(), [true, false]);
    office.run(&stored.delete(&[tour.id.raw()]).unwrap()).unwrap();
    assert!(!office.registry().tours.contains_key(&tour.id));
    assert!(office.registry().tour_members.values().all(|member| member.tour != tour.id), "members go with their tour");
}

#[test]
fn a_week_says_what_its_sites_still_lack_and_takes_a_note_for_it() {
    let (mut office, _folder) = office();
    let stint =
        office.registry().stints.values().find(|stint| stint.person == person(&office, "邹龙")).unwrap().clone();
    let site = office.registry().institutions.values().find(|inst| !inst.is_own && inst.id != stint.host_inst).unwrap();
    let rule = RotaRule {
        inst: Some(site.id),
        at_least: Some(2),
        ..RuleBook::new(office.registry()).rules().iter().find(|rule| rule.term == RuleTerm::Tours).unwrap().clone()
    };
    let rule = RotaRule { inst_kind: None, window: RuleWindow::Month, from_on: None, is_on: true, ..rule };
    let site = site.clone();
    let tour =
        serde_json::json!({ "from_on": "2023-06-14", "to_on": "2023-06-14", "inst": site.id, "status": "planned" });
    let tour: Tour = serde_json::from_value(tour).unwrap();
    office.run(&Edit::put(rule)).unwrap();
    office.run(&Edit::put(tour)).unwrap();
    assert!(week(&office, day(6, 12)).findings.iter().all(|found| found.check != "C10"), "June is not over that week");
    let vm = week(&office, day(6, 26));
    let found = vm.findings.iter().find(|found| found.check == "C10").expect("one of two tours in June");
    assert!(found.sentence.contains(&site.name) && found.sentence.contains("2 次"), "{}", found.sentence);
    let edit = vm.accept(found, "道路施工，七月补").unwrap();
    office.run(&edit).unwrap();
    let vm = week(&office, day(6, 26));
    let found = vm.findings.iter().find(|found| found.check == "C10").unwrap();
    assert_eq!(found.accepted.as_deref(), Some("道路施工，七月补"));
}

#[test]
fn a_calendar_leaves_out_what_was_added_after_the_issue() {
    let (mut office, _folder) = office();
    let monday = day(6, 12);
    office.issue_week(Week::of(monday), "", TR).unwrap();
    let request = DocumentRequest::new(DocumentKind::WeekSchedule, Week::of(monday).period());
    let events = |office: &Office| office.calendar_of(&request, None, TR).unwrap().events.len();
    let before = events(&office);
    let session = sessions(&office, monday).into_iter().find(|session| session.status == SessionStatus::Published);
    let extra = Session { id: Id::NEW, slot: Slot::Night, status: SessionStatus::Extra, ..session.unwrap() };
    office.run(&Edit::put(extra)).unwrap();
    assert_eq!(events(&office), before, "nobody has been told of it yet");
    office.issue_week(Week::of(monday), "加班", TR).unwrap();
    assert_eq!(events(&office), before + 1);
}

#[test]
fn a_calendar_holds_what_was_issued_and_not_what_was_changed_since() {
    let (mut office, _folder) = office();
    let monday = day(6, 12);
    office.issue_week(Week::of(monday), "", TR).unwrap();
    let request = DocumentRequest::new(DocumentKind::WeekSchedule, Week::of(monday).period());
    let events = |office: &Office| office.calendar_of(&request, None, TR).unwrap().events;
    let first = events(&office);
    let plan = sessions(&office, monday);
    let works = |session: &&Session| office.registry().activities[&session.activity].is_work;
    let work: Vec<Session> = plan.iter().filter(works).cloned().collect();
    let edits = vec![
        Edit::put(Session { status: SessionStatus::Cancelled, reason: "停电".to_owned(), ..work[0].clone() }),
        Edit::put(Session { room: "别处".to_owned(), ..work[4].clone() }),
        Edit::Delete { table: Table::Session, id: work[8].id.raw() },
    ];
    office.run(&Edit::Many { label: Label::Settings, edits }).unwrap();
    assert_eq!(events(&office), first, "nobody has been told");
    office.issue_week(Week::of(monday), "停电", TR).unwrap();
    let second = events(&office);
    assert_eq!(second.len(), first.len());
    let first_time = first[0].sequence;
    let revised: Vec<_> = second.iter().filter(|event| event.sequence > first_time).collect();
    assert_eq!(revised.len(), 3);
    assert_eq!(revised.iter().filter(|event| event.is_cancelled).count(), 2);
    assert!(revised.iter().any(|event| event.place.ends_with("别处")));
}

#[test]
fn a_sheet_that_was_changed_since_its_issue_says_so_and_is_a_draft() {
    let (mut office, _folder) = office();
    let monday = day(6, 12);
    office.issue_week(Week::of(monday), "", TR).unwrap();
    let version = week(&office, monday).issue.version;
    let sheet = |office: &Office, kind| {
        let request = DocumentRequest::new(kind, Week::of(monday).period());
        let sheet = office.sheet(&request, TR).unwrap();
        (sheet.subline[2].clone(), sheet.is_draft)
    };
    assert_eq!(sheet(&office, DocumentKind::WeekSchedule), (format!("第{version}版"), false));
    let is_clinic = |session: &Session| office.registry().activities[&session.activity].is_clinic;
    let (clinics, others): (Vec<_>, Vec<_>) = sessions(&office, monday).into_iter().partition(is_clinic);
    let cancelled = |session: &Session| Edit::put(Session { status: SessionStatus::Cancelled, ..session.clone() });
    office.run(&cancelled(&others[0])).unwrap();
    let changed = (format!("第{version}版后有改动"), true);
    assert_eq!(sheet(&office, DocumentKind::WeekSchedule), changed);
    assert_eq!(sheet(&office, DocumentKind::ChangeSlip), changed);
    assert!(!sheet(&office, DocumentKind::Posting).1, "the posting speaks of clinics only");
    office.run(&cancelled(&clinics[0])).unwrap();
    assert!(sheet(&office, DocumentKind::Posting).1);
    office.issue_week(Week::of(monday), "会议", TR).unwrap();
    for kind in [DocumentKind::WeekSchedule, DocumentKind::Posting, DocumentKind::ChangeSlip] {
        assert!(!sheet(&office, kind).1, "{kind:?}");
    }
}
