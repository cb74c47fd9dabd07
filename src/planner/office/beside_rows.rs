//! Rows about what may stand side by side: the very rows that sessions are held against once they stand.

use super::candidates::Draft;
use super::ground::slot_of;
use super::rows::term_of;
use crate::domain::{
    Force, Norm, PersonId, RulePlace, RuleTerm, Slot, Spot, SpotRow, is_consulting_room, rows_of_people, rows_of_rooms,
    spots_at_work,
};
use crate::planner::model::{Rule, Scope};

/// A choice, none for what stands just outside of the plan, and what it is about.
type Member = (Option<u32>, Scope);

pub fn rows(draft: &mut Draft<'_>) {
    let book = draft.ground.book;
    let mut all = Vec::new();
    for_neighbours(draft, &mut all);
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
    let members_of = || row.spots.iter().filter_map(|number| members.get(*number));
    let of_row: Vec<(u32, Scope)> = members_of().filter_map(|(id, scope)| Some(((*id)?, *scope))).collect();
    let Some((_, scope)) = of_row.last().copied() else { return };
    let outside = i32::try_from(members_of().filter(|(id, _)| id.is_none()).count()).unwrap_or(i32::MAX);
    let when = Scope { day: scope.day, half: scope.half, ..Scope::default() };
    let theirs = Scope { expert: scope.expert, ..when };
    let (rule, scope) = match row.term {
        RuleTerm::RoomClash => (Rule::ClinicRooms, Scope { work: scope.work, ..when }),
        RuleTerm::TwoTowns => (Rule::TwoTowns, Scope { half: None, ..theirs }),
        RuleTerm::RestAfterDuty => (Rule::Rest, theirs),
        _ => (Rule::DoubleBooking, theirs),
    };
    // Nobody can be in two places, whatever an office thinks of it; other rules it may switch off.
    let force = if rule == Rule::DoubleBooking { Force::Hard } else { row.norm.force };
    let norm = Norm { lo: None, hi: row.norm.hi.map(|most| (most - outside).max(0)), force };
    if rule == Rule::DoubleBooking || row.rule.is_some() {
        let choices: Vec<u32> = of_row.into_iter().map(|(id, _)| id).collect();
        draft.hold_apart((rule, scope), &choices, norm);
    }
}

/// The day before the plan and the day after it: a night on call asks for rest across the edge.
fn for_neighbours<'d>(draft: &'d Draft<'_>, all: &mut Vec<(Member, Spot<'d>)>) {
    let (first, after) = (draft.horizon.first(), draft.horizon.on(draft.horizon.days()));
    let is_beside = |on: chrono::NaiveDate| Some(on) == first.pred_opt() || on == after;
    let sessions = draft.ground.sessions.iter().filter(|session| is_beside(session.on_date));
    all.extend(spots_at_work(sessions, draft.ground.registry).map(|spot| ((None, Scope::default()), spot)));
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
        all.push(((Some(pick.id), scope), spot));
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
        all.push(((Some(*id), Scope::default().expert(*expert).day(*day)), spot));
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
            let scope = Scope::default().expert(*expert).site(*site).day(*day).half(half);
            all.push(((Some(*id), scope), spot));
        }
    }
}
