//! Rows about what may stand side by side: the very rows that sessions are held against once they stand.

use super::candidates::Draft;
use super::ground::slot_of;
use super::rows::term_of;
use crate::domain::{
    Force, Norm, PersonId, RulePlace, RuleTerm, Slot, Spot, SpotRow, is_consulting_room, rows_of_people, rows_of_rooms,
};
use crate::planner::model::{Rule, Scope};

/// A choice, and what it is about.
type Member = (u32, Scope);

pub fn rows(draft: &mut Draft<'_>) {
    let book = draft.ground.book;
    let mut all = Vec::new();
    for_picks(draft, &mut all);
    for_nights(draft, &mut all);
    for_seats(draft, &mut all);
    let (members, spots): (Vec<Member>, Vec<Spot<'_>>) = all.into_iter().unzip();
    let mut rows = rows_of_people(&spots, book);
    rows.extend(rows_of_rooms(&spots, book));
    for row in rows {
        lay(draft, &members, &row);
    }
}

fn lay(draft: &mut Draft<'_>, members: &[Member], row: &SpotRow<'_>) {
    let of_row: Vec<Member> = row.spots.iter().filter_map(|number| members.get(*number)).copied().collect();
    let Some((_, scope)) = of_row.last().copied() else { return };
    let when = Scope { day: scope.day, half: scope.half, ..Scope::default() };
    let whose = Scope { expert: scope.expert, ..when };
    let (rule, scope) = match row.term {
        RuleTerm::RoomClash => (Rule::ClinicRooms, Scope { work: scope.work, ..when }),
        RuleTerm::TwoTowns => (Rule::TwoTowns, Scope { half: None, ..whose }),
        RuleTerm::RestAfterDuty => (Rule::Rest, whose),
        _ => (Rule::DoubleBooking, whose),
    };
    // Nobody can be in two places, whatever an office thinks of it; other rules it may switch off.
    let norm = if rule == Rule::DoubleBooking { Norm { force: Force::Hard, ..row.norm } } else { row.norm };
    if rule == Rule::DoubleBooking || row.rule.is_some() {
        let choices: Vec<u32> = of_row.into_iter().map(|(id, _)| id).collect();
        draft.hold((rule, scope), &choices, norm);
    }
}

fn for_picks<'d>(draft: &'d Draft<'_>, all: &mut Vec<(Member, Spot<'d>)>) {
    for pick in &draft.picks {
        let (Some(who), Some(work)) = (draft.experts.get(pick.expert), draft.demand.works.get(pick.work)) else {
            continue;
        };
        let room = draft.room(pick.expert, pick.work);
        let is_hall = term_of(draft, work) == Some(RuleTerm::Lectures);
        let place = RulePlace {
            person: Some(who.person),
            on: draft.horizon.on(pick.day),
            relation: draft.expert_place(pick.expert, pick.day).relation,
            ..draft.work_place(work, pick.day / 7)
        };
        let scope = Scope::default().expert(pick.expert).work(pick.work).day(pick.day).half(pick.half);
        let spot = Spot {
            place,
            slot: slot_of(pick.half),
            is_away: who.inst != work.inst,
            is_on_call: false,
            room: if is_consulting_room(room) || is_hall { room } else { "" },
        };
        all.push(((pick.id, scope), spot));
    }
}

fn for_nights<'d>(draft: &'d Draft<'_>, all: &mut Vec<(Member, Spot<'d>)>) {
    for (expert, day, id) in &draft.nights {
        let spot = Spot {
            place: draft.expert_place(*expert, *day),
            slot: Slot::Night,
            is_away: false,
            is_on_call: true,
            room: "",
        };
        all.push(((*id, Scope::default().expert(*expert).day(*day)), spot));
    }
}

/// Who travels does nothing else on that day.
fn for_seats<'d>(draft: &'d Draft<'_>, all: &mut Vec<(Member, Spot<'d>)>) {
    for (expert, site, day, id) in &draft.seats {
        let person: Option<PersonId> = draft.experts.get(*expert).map(|who| who.person);
        let inst = draft.outing.sites.get(*site).copied();
        let place = RulePlace { inst, person, ..RulePlace::on(draft.horizon.on(*day)) };
        for half in 0..2 {
            let spot = Spot { place, slot: slot_of(half), is_away: true, is_on_call: false, room: "" };
            all.push(((*id, Scope::default().expert(*expert).site(*site).day(*day).half(half)), spot));
        }
    }
}
