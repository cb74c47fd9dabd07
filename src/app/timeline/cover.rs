//! How a department is filled over time, with what is wrong between its turns in words.

use chrono::NaiveDate;

use crate::checks::{asked_of, coverage_of, seats};
use crate::domain::{Coverage, Joint, Period, Piece, Registry, Seat, Stint, StintId};
use crate::i18n::Tr;

/// Something wrong in a cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Its days.
    pub days: Period,
    /// Whether nobody is there, and not only too few days together.
    pub is_gap: bool,
    /// 空 4 天 / 无交接日.
    pub words: String,
    /// What a screen reader says: with department and days.
    pub spoken: String,
    /// The stint to look at: the one that comes too late, or that ends with nobody to follow.
    pub stint: Option<StintId>,
}

/// A department over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// What is filled.
    pub seat: Seat,
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub host: String,
    /// When somebody is there.
    pub pieces: Vec<Piece>,
    /// What is wrong, in order.
    pub flaws: Vec<Flaw>,
}

/// The covers of all seats, those with something wrong first.
pub(super) fn covers(registry: &Registry, today: NaiveDate, tr: Tr) -> Vec<Cover> {
    let seats = seats(registry, registry.stints.values());
    let mut covers: Vec<Cover> = seats.iter().map(|(seat, stints)| cover(registry, *seat, stints, today, tr)).collect();
    let order = |cover: &Cover| {
        let dept = cover.seat.dept.and_then(|id| registry.departments.get(&id));
        let host = registry.institutions.get(&cover.seat.host);
        (cover.flaws.is_empty(), host.map(|host| (host.sort, host.id)), dept.map(|dept| (dept.sort, dept.id)))
    };
    covers.sort_by_key(order);
    covers
}

fn cover(registry: &Registry, seat: Seat, stints: &[(Option<u32>, &Stint)], today: NaiveDate, tr: Tr) -> Cover {
    let Coverage { pieces, joints } = coverage_of(registry, seat, stints, today);
    let name = seat_name(registry, seat);
    let late = |joint: Joint| {
        let arrivals = stints.iter().filter(|(_, stint)| stint.first_day() > joint.days().from());
        arrivals.min_by_key(|(_, stint)| stint.first_day()).map(|(_, stint)| stint.id)
    };
    let mut flaws: Vec<Flaw> = joints
        .into_iter()
        .map(|joint| {
            let words = tr.timeline_joint(joint);
            let spoken = tr.timeline_flaw_spoken(&name, &words, &tr.timeline_span(joint.days()));
            let is_gap = matches!(joint, Joint::Gap(_));
            Flaw { days: joint.days(), is_gap, words, spoken, stint: late(joint) }
        })
        .collect();
    flaws.extend(without_successor(registry, seat, stints, &pieces, today).map(|(on, stint)| {
        let words = tr.timeline_no_successor((on - today).num_days());
        let spoken = tr.timeline_flaw_spoken(&name, &words, &tr.timeline_span(Period::day(on)));
        Flaw { days: Period::day(on), is_gap: false, words, spoken, stint: Some(stint) }
    }));
    let host = registry.institutions.get(&seat.host).map_or_else(String::new, |inst| inst.name.clone());
    Cover { seat, name, host, pieces, flaws }
}

/// The last day of a seat that ends soon with nobody to follow.
fn without_successor(
    registry: &Registry,
    seat: Seat,
    stints: &[(Option<u32>, &Stint)],
    pieces: &[Piece],
    today: NaiveDate,
) -> Option<(NaiveDate, StintId)> {
    let ends = pieces.last()?.to?;
    let (_, lead) = asked_of(registry, seat, today);
    let is_near = ends >= today && (ends - today).num_days() <= lead;
    let last = stints.iter().map(|(_, stint)| *stint).find(|stint| stint.last_day() == Some(ends))?;
    (is_near && last.successor_stint.is_none()).then_some((ends, last.id))
}

/// The department, else the host.
pub(super) fn seat_name(registry: &Registry, seat: Seat) -> String {
    let dept = seat.dept.and_then(|id| registry.departments.get(&id)).map(|dept| dept.name.clone());
    let host = || registry.institutions.get(&seat.host).map_or_else(String::new, |inst| inst.name.clone());
    dept.unwrap_or_else(host)
}
