//! The calendar of leave: half-days, clashes, and the edits that enter and change absences.

use chuanbangdai::app::Office;
use chuanbangdai::app::absence::{Away, AwayMonth, Shift};
use chuanbangdai::domain::{DayKind, LeaveKind, Slot};
use chuanbangdai::i18n::Tr;
use std::sync::Arc;

use super::{day, office, person, registry};

fn june(office: &Office) -> Arc<AwayMonth> {
    AwayMonth::load(office, day(2023, 6, 12), Tr::default()).expect("it is read")
}

fn row(month: &AwayMonth, name: &str) -> usize {
    month.rows.iter().position(|row| row.name == name).expect("a row")
}

/// The place of a half-day of June.
fn half(of: usize, slot: Slot) -> usize {
    (of - 1) * 2 + usize::from(slot != Slot::Am)
}

#[test]
fn absences_lie_on_their_half_days_with_their_letters() {
    let (office, _folder) = office();
    let month = june(&office);
    assert_eq!((month.days.len(), month.rows.len()), (30, 7));
    let zou = row(&month, "邹龙");
    let span = &month.rows[zou].spans[0];
    assert_eq!((span.from, span.to), (half(8, Slot::Pm), half(9, Slot::Pm)));
    assert_eq!((span.letter, span.words.as_str()), ("事", "事假 共 1.5 天 商洛 家事"));
    assert_eq!(month.rows[zou].total, "1.5 天");
    assert_eq!(month.span_at(zou, half(9, Slot::Am)).map(|span| span.leave), Some(span.leave));
    assert_eq!(month.span_at(zou, half(8, Slot::Am)), None);
    assert_eq!(month.find(span.leave), Some((zou, half(8, Slot::Pm))));
    let day = |of: usize| &month.days[of - 1];
    assert_eq!((day(22).kind, day(25).kind), (DayKind::Holiday, DayKind::MakeUp));
    assert_eq!((day(8).away, day(9).away, day(10).away), (1, 1, 0));
    assert!(day(22).spoken.contains("端午节") && day(12).is_today);
}

#[test]
fn an_absence_over_open_sessions_tells_how_many() {
    let (mut office, _folder) = office();
    let month = june(&office);
    let row_of = row(&month, "邹龙");
    let (from, to) = (half(15, Slot::Am), half(16, Slot::Pm));
    let open = month.rows[row_of].halves[from..=to].iter().filter(|half| !half.letter.is_empty()).count();
    assert!(open > 0, "the sample has sessions then");
    let edit = month.enter(Away { row: row_of, from, to }, LeaveKind::Sick).expect("an edit");
    office.run(&edit).expect("it is stored");
    let after = june(&office);
    let span = after.span_at(row_of, from).expect("the absence");
    assert_eq!((span.kind, span.clashes), (LeaveKind::Sick, open));
    assert!(after.spoken(row_of, from, Tr::default()).contains("与班次冲突"));
    office.undo().expect("one step back");
    assert_eq!(june(&office).rows, month.rows);
}

#[test]
fn a_move_goes_by_half_days_and_an_end_never_passes_the_start() {
    let (mut office, _folder) = office();
    let month = june(&office);
    let zou = row(&month, "邹龙");
    let leave = month.rows[zou].spans[0].leave;
    for (shift, halves, expected) in [
        (Shift::Whole, 1, Some(((9, Slot::Am), (10, Slot::Am)))),
        (Shift::Whole, -2, Some(((7, Slot::Pm), (8, Slot::Pm)))),
        (Shift::End, 1, Some(((8, Slot::Pm), (10, Slot::Am)))),
        (Shift::Start, -1, Some(((8, Slot::Am), (9, Slot::Pm)))),
        (Shift::End, -2, Some(((8, Slot::Pm), (8, Slot::Pm)))),
        (Shift::End, -3, None),
        (Shift::Start, 3, None),
    ] {
        let moved = month.shifted(leave, shift, halves);
        let got = moved.map(|it| ((it.from_on, it.from_slot), (it.to_on, it.to_slot)));
        let june = |(of, slot)| (day(2023, 6, of), slot);
        assert_eq!(got, expected.map(|(from, to)| (june(from), june(to))), "{shift:?} {halves}");
    }
    assert_eq!(month.shift(leave, Shift::Whole, 0, Tr::default()), None, "nothing changes");
    let edit = month.shift(leave, Shift::Whole, 4, Tr::default()).expect("an edit");
    office.run(&edit).expect("it is stored");
    let there = registry(&office);
    let stored = &there.leave[&leave];
    assert_eq!((stored.from_on, stored.destination.as_str()), (day(2023, 6, 10), "商洛"), "the rest stays");
    let gone = june(&office).delete(leave, Tr::default()).expect("an edit");
    office.run(&gone).expect("it is stored");
    assert!(!registry(&office).leave.contains_key(&leave));
}

#[test]
fn an_absence_over_the_end_of_a_month_shows_in_both() {
    let (mut office, _folder) = office();
    let month = june(&office);
    let zou = row(&month, "邹龙");
    let edit = month.enter(Away { row: zou, from: half(30, Slot::Pm), to: half(30, Slot::Pm) }, LeaveKind::Annual);
    office.run(&edit.expect("an edit")).expect("it is stored");
    let there = june(&office);
    let leave = there.span_at(zou, half(30, Slot::Pm)).expect("the absence").leave;
    office.run(&there.shift(leave, Shift::End, 3, Tr::default()).expect("an edit")).expect("it is stored");
    let span = june(&office).span_at(zou, half(30, Slot::Pm)).expect("the absence").clone();
    assert!(span.goes_on && !span.began_before);
    let july = AwayMonth::load(&office, day(2023, 7, 1), Tr::default()).expect("it is read");
    let span = july.span_at(row(&july, "邹龙"), 0).expect("it goes on");
    assert!(span.began_before && !span.goes_on);
    assert_eq!((span.from, span.to), (0, 2));
}

#[test]
fn own_staff_who_are_away_stand_below_the_experts() {
    let (mut office, _folder) = office();
    let there = registry(&office);
    let posted: Vec<_> = there.stints.values().map(|stint| stint.person).collect();
    let local = there.people.values().find(|person| !posted.contains(&person.id)).expect("own staff").clone();
    let form = chuanbangdai::app::people::LeaveForm::new(day(2023, 6, 13));
    office.run(&form.edit(&local, None).expect("an edit")).expect("it is stored");
    let month = june(&office);
    assert_eq!(month.rows.last().map(|row| row.person), Some(local.id));
    assert_eq!(month.rows.last().map(|row| row.stint), Some(None));
    assert_ne!(person(&there, "邹龙").id, local.id);
}
