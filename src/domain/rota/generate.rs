//! What the weekly templates make of a period: new sessions, changed ones, and those that have lost their reason.
//!
//! Doing it again changes nothing. Only planned rows that came from a template are touched; what somebody moved by
//! hand stays where it is and stands for its template in that week.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::codes::{DayKind, HolidayRule, SessionStatus, Slot, WeekRule};
use super::super::date::{Period, Week};
use super::super::id::Id;
use super::super::records::{ActivityId, Session, SessionId, StintId, Template, TemplateId};
use super::super::registry::Registry;
use super::super::work_calendar::{DayFacts, WorkCalendar};

/// What the templates ask for, beside what is there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Generation {
    /// Rows to store: new ones, and planned ones that differ from their template.
    pub rows: Vec<Session>,
    /// Planned rows whose template no longer asks for them.
    pub dropped: Vec<SessionId>,
    /// What a template would have made, and why it did not.
    pub unmade: Vec<Unmade>,
    /// Make-up days of which nobody has said yet which weekday they follow; nothing is made for them.
    pub undecided: Vec<NaiveDate>,
}

/// A half-day that a template left free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmade {
    /// The template.
    pub template: TemplateId,
    /// The day.
    pub on: NaiveDate,
    /// The half-day.
    pub slot: Slot,
    /// Why.
    pub why: Why,
}

/// Why a template made nothing of a half-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A public holiday, and the template stops on those.
    Holiday,
    /// The expert is on leave.
    Leave,
    /// Something else stands there already.
    Taken,
}

/// The weekday whose clinics the day follows; `None` for a make-up day that nobody has decided on.
#[must_use]
pub fn followed_weekday(facts: &DayFacts, on: NaiveDate) -> Option<Weekday> {
    match (facts.kind, facts.acts_as_weekday) {
        (DayKind::MakeUp, number) => number.and_then(|number| Weekday::try_from(number.checked_sub(1)?).ok()),
        _ => Some(on.weekday()),
    }
}

/// Works out what the templates make of the period; `sessions` are those of the whole weeks that it touches.
#[must_use]
pub fn generate(sessions: &[Session], registry: &Registry, calendar: &WorkCalendar, period: Period) -> Generation {
    let mut made = Generation::default();
    let is_open = |on: &NaiveDate| followed_weekday(calendar.facts(*on), *on).is_none();
    made.undecided = period.days().filter(is_open).collect();
    let mut own: BTreeMap<TemplateId, Vec<&Session>> = BTreeMap::new();
    let mut taken: BTreeMap<(StintId, NaiveDate, Slot), Vec<&Session>> = BTreeMap::new();
    for session in sessions {
        taken.entry((session.stint, session.on_date, session.slot)).or_default().push(session);
        if let Some(template) = session.from_template {
            own.entry(template).or_default().push(session);
        }
    }
    let duty = registry.duty().map(|activity| activity.id);
    for template in registry.templates.values() {
        let own = own.get(&template.id).map_or(&[][..], Vec::as_slice);
        let mut week = Week::of(period.from());
        while week.monday() <= period.to() {
            let there = own.iter().copied().filter(|session| Week::of(session.on_date) == week).collect();
            let days = week.days().into_iter().filter(|on| period.contains(*on));
            let wanted = days.filter(|on| asks_for(template, calendar.facts(*on), *on)).collect();
            let round = Round { registry, calendar, taken: &taken, template, duty, period };
            round.run(there, wanted, &mut made);
            week = week.next();
        }
    }
    made
}

/// One template in one week.
struct Round<'a> {
    registry: &'a Registry,
    calendar: &'a WorkCalendar,
    taken: &'a BTreeMap<(StintId, NaiveDate, Slot), Vec<&'a Session>>,
    template: &'a Template,
    duty: Option<ActivityId>,
    period: Period,
}

impl Round<'_> {
    fn run(&self, mut there: Vec<&Session>, wanted: Vec<NaiveDate>, made: &mut Generation) {
        let mut open: BTreeSet<NaiveDate> = wanted.into_iter().collect();
        let is_asked = !open.is_empty();
        // Rows at their place first, then those that were moved: each stands for one day.
        there.sort_by_key(|session| (!open.contains(&session.on_date), session.on_date));
        for session in there {
            let is_in_place = session.slot == self.template.slot && open.remove(&session.on_date);
            if is_in_place {
                self.renew(session, made);
            } else if is_asked {
                open.pop_first();
            } else if session.status == SessionStatus::Planned && self.period.contains(session.on_date) {
                made.dropped.push(session.id);
            }
        }
        for on in open {
            self.make(on, made);
        }
    }

    /// A row of the template at its place: taken away where the day asks for nothing, else brought up to date.
    fn renew(&self, session: &Session, made: &mut Generation) {
        if session.status != SessionStatus::Planned {
            return;
        }
        match self.session(session.on_date) {
            Err(why) => {
                made.dropped.push(session.id);
                made.unmade.push(self.unmade(session.on_date, why));
            }
            Ok(new) => {
                let new = Session { id: session.id, reason: session.reason.clone(), ..new };
                if new != *session {
                    made.rows.push(new);
                }
            }
        }
    }

    fn make(&self, on: NaiveDate, made: &mut Generation) {
        let template = self.template;
        if registry_stint(self.registry, template.stint).is_none_or(|stint| !stint.runs_on(on)) {
            return;
        }
        let others = self.taken.get(&(template.stint, on, template.slot));
        let is_taken = others.is_some_and(|others| !others.is_empty());
        match self.session(on) {
            Err(why) => made.unmade.push(self.unmade(on, why)),
            Ok(_) if is_taken => made.unmade.push(self.unmade(on, Why::Taken)),
            Ok(session) => made.rows.push(session),
        }
    }

    /// The session of the day, or why there is none.
    fn session(&self, on: NaiveDate) -> Result<Session, Why> {
        let template = self.template;
        let person = registry_stint(self.registry, template.stint).map(|stint| stint.person);
        let is_away =
            |leave: &&super::super::records::Leave| Some(leave.person) == person && leave.covers(on, template.slot);
        if self.registry.leave.values().any(|leave| is_away(&leave)) {
            return Err(Why::Leave);
        }
        let is_holiday = self.calendar.facts(on).kind == DayKind::Holiday;
        let activity = match (is_holiday, template.holiday_rule) {
            (true, HolidayRule::Cancel) => return Err(Why::Holiday),
            (true, HolidayRule::HolidayDuty) => self.duty.unwrap_or(template.activity),
            (true, HolidayRule::Keep) | (false, _) => template.activity,
        };
        let is_other = activity != template.activity;
        Ok(Session {
            id: Id::NEW,
            on_date: on,
            slot: template.slot,
            stint: template.stint,
            activity,
            further: Vec::new(),
            topic: String::new(),
            inst: template.inst,
            dept: template.dept,
            room: if is_other { String::new() } else { template.room.clone() },
            status: SessionStatus::Planned,
            substitute_stint: None,
            reason: String::new(),
            from_template: Some(template.id),
        })
    }

    const fn unmade(&self, on: NaiveDate, why: Why) -> Unmade {
        Unmade { template: self.template.id, on, slot: self.template.slot, why }
    }
}

fn registry_stint(registry: &Registry, id: StintId) -> Option<&super::super::records::Stint> {
    registry.stints.get(&id)
}

/// Whether the template covers the day by its weekday, its weeks and its limits.
fn asks_for(template: &Template, facts: &DayFacts, on: NaiveDate) -> bool {
    let is_valid = template.from_on.is_none_or(|from| from <= on) && template.to_on.is_none_or(|to| on <= to);
    let weekday = followed_weekday(facts, on).map(|weekday| weekday.number_from_monday());
    is_valid && weekday == Some(u32::from(template.weekday)) && is_in_turn(template.week_rule, on)
}

/// Odd and even by the number of the ISO week; the nth by the place of the day in its month.
fn is_in_turn(rule: WeekRule, on: NaiveDate) -> bool {
    let nth = on.day0() / 7 + 1;
    match rule {
        WeekRule::Every => true,
        WeekRule::Odd => on.iso_week().week() % 2 == 1,
        WeekRule::Even => on.iso_week().week().is_multiple_of(2),
        WeekRule::First => nth == 1,
        WeekRule::Second => nth == 2,
        WeekRule::Third => nth == 3,
        WeekRule::Fourth => nth == 4,
    }
}
