//! Who and where: institutions, departments, people, batches, stints, templates and leave of generated data.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use fastrand::Rng;

use super::super::fresh::FreshKeys;
use super::Size;
use super::pool::Pool;
use crate::domain::{
    ActivityId, Batch, BatchId, BatchMode, Department, DepartmentId, Discipline, EndReason, HolidayRule, Institution,
    InstitutionId, InstitutionKind, Leave, LeaveId, LeaveKind, Person, PersonId, Precision, Programme, Registry,
    Relation, RelationId, Row, Sex, Slot, Stint, StintId, StintMode, StintRole, Template, TemplateId, WeekRule,
    rank_of,
};

/// Weeks that one stint lasts.
pub(super) const WEEKS_OF_A_STINT: usize = 52;
/// Morning and afternoon, Monday to Friday.
pub(super) const HALF_DAYS_OF_A_WEEK: usize = 10;
/// Weeks between two absences, about.
const WEEKS_BETWEEN_LEAVE: usize = 13;

/// What the sessions are made from.
#[derive(Debug)]
pub(super) struct Cast {
    pub host: InstitutionId,
    pub towns: Vec<InstitutionId>,
    pub rest: ActivityId,
    pub tour: ActivityId,
    pub experts: Vec<Expert>,
    pub reasons: Vec<String>,
}

/// One expert with what every week looks like.
#[derive(Debug)]
pub(super) struct Expert {
    pub dept: DepartmentId,
    /// One a year.
    pub stints: Vec<StintId>,
    /// Work of the ten half-days from Monday morning to Friday afternoon.
    pub week: Vec<Work>,
    /// Days off, first and last.
    pub leave: Vec<(NaiveDate, NaiveDate)>,
}

/// What is done in one half-day of every week.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub activity: ActivityId,
    pub room: String,
    /// The templates of it, one for each stint; none where it is not a clinic.
    pub templates: Vec<TemplateId>,
}

/// Gathers rows table by table; keys follow from the order.
struct Gathering<'a> {
    registry: &'a Registry,
    keys: FreshKeys<'a>,
    pool: &'a Pool,
    size: Size,
    chance: &'a mut Rng,
    rows: Vec<Row>,
    templates: i64,
    taken: BTreeSet<String>,
}

impl Cast {
    /// The rows of everything but the sessions, parents first, and what the sessions need to know of them.
    pub fn gather(registry: &Registry, pool: &Pool, size: Size, chance: &mut Rng) -> (Vec<Row>, Self) {
        let keys = FreshKeys::new(registry);
        let mut gathering =
            Gathering { registry, keys, pool, size, chance, rows: Vec::new(), templates: 0, taken: BTreeSet::new() };
        let (host, supporters, towns) = gathering.institutions();
        let depts = gathering.departments(host, supporters);
        gathering.people(host, supporters, &depts);
        gathering.batches(supporters);
        let experts = gathering.stints(host, supporters, &depts);
        let activity = |code: &str| registry.activity(code).map_or(ActivityId::NEW, |activity| activity.id);
        let cast = Self {
            host,
            towns,
            rest: activity("rest"),
            tour: activity("tour"),
            experts,
            reasons: pool.leave_reasons.clone(),
        };
        (gathering.rows, cast)
    }
}

/// Position to the number that keys are counted by.
fn number(position: usize) -> i64 {
    i64::try_from(position + 1).unwrap_or(i64::MAX)
}

impl Gathering<'_> {
    fn add(&mut self, row: impl Into<Row>) {
        self.rows.push(row.into());
    }

    /// The own institution (made where the file has none), how many supporters, and the townships.
    fn institutions(&mut self) -> (InstitutionId, usize, Vec<InstitutionId>) {
        let supporters = (self.size.experts / 40).clamp(1, self.pool.supporters.len().max(1));
        let towns = (self.size.experts / 6).clamp(4, self.pool.towns.len().max(4));
        for (name, sort) in self.pool.supporters.iter().take(supporters).zip(2..) {
            self.add(institution(name.clone(), InstitutionKind::Supporter, sort));
        }
        let mut first = supporters;
        let host = if let Some(own) = self.registry.own_institution() {
            own.id
        } else {
            let own = &self.pool.own;
            self.add(Institution {
                short_name: own.short_name.clone(),
                county: own.county.clone(),
                town: own.town.clone(),
                is_own: true,
                ..institution(own.name.clone(), InstitutionKind::Recipient, 1)
            });
            first += 1;
            self.keys.nth(number(supporters))
        };
        let named = self.pool.towns.iter().take(towns).cloned();
        let named: Vec<String> = named.collect();
        for (town, sort) in named.iter().zip(20..) {
            let name = format!("{town}{}", self.pool.township_suffix);
            let township = institution(name, InstitutionKind::Township, sort);
            self.add(Institution { short_name: town.clone(), town: town.clone(), ..township });
        }
        let towns = (0..named.len()).map(|position| self.keys.nth(number(first + position))).collect();
        for position in 0..supporters {
            self.add(Relation {
                id: RelationId::NEW,
                programme: Programme::TeamBased,
                from_inst: self.keys.nth(number(position)),
                to_inst: host,
                is_lead: position == 0,
                start_on: Some(self.size.first.monday()),
                start_prec: Precision::Day,
                end_on: None,
                end_prec: Precision::Day,
                note: String::new(),
            });
        }
        (host, supporters, towns)
    }

    /// Departments of the host and of every supporter; the keys of the host's.
    fn departments(&mut self, host: InstitutionId, supporters: usize) -> Vec<DepartmentId> {
        let known = |name: &str| {
            self.registry.departments.values().find(|dept| dept.inst == host && dept.name == name).map(|dept| dept.id)
        };
        let mut made = 0;
        let mut fresh = Vec::new();
        let mut depts = Vec::new();
        for (name, sort) in self.pool.departments.iter().zip(1..) {
            depts.push(known(name).unwrap_or_else(|| {
                fresh.push(department(host, name, sort));
                made += 1;
                self.keys.nth(made)
            }));
        }
        for supporter in 0..supporters {
            let inst = self.keys.nth(number(supporter));
            fresh.extend(self.pool.departments.iter().zip(1..).map(|(name, sort)| department(inst, name, sort)));
        }
        self.rows.extend(fresh.into_iter().map(Row::from));
        depts
    }

    /// The experts first, then twice as many of the host's own staff.
    fn people(&mut self, host: InstitutionId, supporters: usize, depts: &[DepartmentId]) {
        let first_home = self.rows.iter().filter(|row| matches!(row, Row::Department(_))).count();
        let own = first_home - supporters * self.pool.departments.len();
        for expert in 0..self.size.experts {
            let (subject, supporter) = (expert % depts.len().max(1), expert % supporters);
            let home = own + supporter * self.pool.departments.len() + subject;
            let title = self.chance.choice(&self.pool.titles).cloned().unwrap_or_default();
            let specialty = self.pool.specialties.get(subject).cloned().unwrap_or_default();
            let inst = Some(self.keys.nth(number(supporter)));
            let person = self.person(title, inst, Some(self.keys.nth(number(home))), number(expert));
            self.add(Person { specialty, ..person });
        }
        for staff in 0..self.size.experts * 2 {
            let title = self.chance.choice(&self.pool.staff_titles).cloned().unwrap_or_default();
            let dept = depts.get(staff % depts.len().max(1)).copied();
            let person = self.person(title, Some(host), dept, number(self.size.experts + staff));
            self.add(Person { code: format!("S{:05}", staff + 1), ..person });
        }
    }

    fn person(
        &mut self,
        title_text: String,
        inst: Option<InstitutionId>,
        dept: Option<DepartmentId>,
        sort: i64,
    ) -> Person {
        Person {
            name: self.pool.name(&mut self.taken, self.chance),
            sex: Some(if self.chance.bool() { Sex::Male } else { Sex::Female }),
            birth_year: Some(self.size.today.year() - self.chance.i32(28..59)),
            inst,
            dept,
            title_rank: rank_of(&title_text),
            title_text,
            discipline: Some(Discipline::Clinical),
            phone: format!("139{:08}", self.chance.u32(..100_000_000)),
            sort,
            ..Person::default()
        }
    }

    fn years(&self) -> usize {
        self.size.weeks.div_ceil(WEEKS_OF_A_STINT)
    }

    /// First and last day of a year of service, counted from the first week.
    fn year(&self, year: usize) -> (NaiveDate, NaiveDate) {
        let days = |weeks: usize| Days::new(7 * u64::try_from(weeks).unwrap_or_default());
        let first = self.size.first.monday();
        let from = first.checked_add_days(days(year * WEEKS_OF_A_STINT)).unwrap_or(first);
        let to = from.checked_add_days(days(WEEKS_OF_A_STINT)).and_then(|next| next.pred_opt()).unwrap_or(from);
        (from, to)
    }

    /// One batch a year for each supporter.
    fn batches(&mut self, supporters: usize) {
        for supporter in 0..supporters {
            for (year, no) in (0..self.years()).zip(1..) {
                let (from, to) = self.year(year);
                self.add(Batch {
                    id: BatchId::NEW,
                    relation: self.keys.nth(number(supporter)),
                    no,
                    label: String::new(),
                    mode: BatchMode::Rigid,
                    plan_from: Some(from),
                    plan_from_prec: Precision::Day,
                    plan_to: Some(to),
                    plan_to_prec: Precision::Day,
                    headcount_plan: None,
                });
            }
        }
    }

    /// Stints of every expert, year by year, then templates and leave.
    fn stints(&mut self, host: InstitutionId, supporters: usize, depts: &[DepartmentId]) -> Vec<Expert> {
        let years = self.years();
        for expert in 0..self.size.experts {
            for year in 0..years {
                let stint = self.stint(expert, year, host, expert % supporters, depts);
                self.add(stint);
            }
        }
        let mut experts = Vec::new();
        for expert in 0..self.size.experts {
            let stints: Vec<StintId> = (0..years).map(|year| self.keys.nth(number(expert * years + year))).collect();
            let dept = depts.get(expert % depts.len().max(1)).copied().unwrap_or_default();
            let week = self.week(expert, host, dept, &stints);
            let leave = self.leave(expert, &stints);
            experts.push(Expert { dept, stints, week, leave });
        }
        experts
    }

    fn stint(
        &self,
        expert: usize,
        year: usize,
        host: InstitutionId,
        supporter: usize,
        depts: &[DepartmentId],
    ) -> Stint {
        let (arrive_on, last) = self.year(year);
        let is_over = last < self.size.today;
        Stint {
            id: StintId::NEW,
            person: self.keys.nth::<Person>(number(expert)),
            relation: Some(self.keys.nth(number(supporter))),
            batch: Some(self.keys.nth(number(supporter * self.years() + year))),
            host_inst: host,
            host_dept: depts.get(expert % depts.len().max(1)).copied(),
            role: if expert == 0 { StintRole::Leader } else { StintRole::Member },
            mode: StintMode::LongTerm,
            discipline: Some(Discipline::Clinical),
            specialty: self.pool.departments.get(expert % depts.len().max(1)).cloned().unwrap_or_default(),
            arrive_on,
            arrive_prec: Precision::Day,
            plan_leave_on: Some(last),
            plan_leave_prec: Precision::Day,
            leave_on: is_over.then_some(last),
            leave_prec: Precision::Day,
            end_reason: is_over.then_some(EndReason::Completed),
            successor_stint: None,
            no_mentoring: expert == 0,
            note: String::new(),
        }
    }

    /// What the expert does in every week; the clinics of it are templates of every stint.
    fn week(&mut self, expert: usize, host: InstitutionId, dept: DepartmentId, stints: &[StintId]) -> Vec<Work> {
        let codes = self.pool.week_work.iter().filter(|code| self.registry.activity(code).is_some());
        let codes: Vec<&String> = codes.collect();
        let own_room = format!("{}{}", self.pool.room_prefix, 201 + expert);
        let mut week = Vec::new();
        for half_day in 0..HALF_DAYS_OF_A_WEEK {
            let Some(code) = self.chance.choice(&codes).map(|code| code.as_str()) else { continue };
            let Some(activity) = self.registry.activity(code) else { continue };
            let room = match self.pool.shared_rooms.get(code) {
                Some(shared) => shared.clone(),
                None if activity.is_clinic => own_room.clone(),
                None => String::new(),
            };
            let mut templates = Vec::new();
            for stint in stints.iter().filter(|_| activity.is_clinic) {
                self.templates += 1;
                templates.push(self.keys.nth(self.templates));
                self.rows.push(Row::from(Template {
                    id: TemplateId::NEW,
                    stint: *stint,
                    weekday: u8::try_from(half_day / 2 + 1).unwrap_or(1),
                    slot: if half_day % 2 == 0 { Slot::Am } else { Slot::Pm },
                    week_rule: WeekRule::Every,
                    activity: activity.id,
                    inst: host,
                    dept: Some(dept),
                    room: room.clone(),
                    from_on: None,
                    to_on: None,
                    holiday_rule: HolidayRule::Cancel,
                }));
            }
            week.push(Work { activity: activity.id, room, templates });
        }
        week
    }

    /// A few days off every quarter of a year, each within one stint and one week.
    fn leave(&mut self, expert: usize, stints: &[StintId]) -> Vec<(NaiveDate, NaiveDate)> {
        let mut absences = Vec::new();
        for quarter in 0..self.size.weeks / WEEKS_BETWEEN_LEAVE {
            let week = quarter * WEEKS_BETWEEN_LEAVE + self.chance.usize(..WEEKS_BETWEEN_LEAVE);
            let Some(stint) = stints.get(week / WEEKS_OF_A_STINT) else { continue };
            let first = u64::try_from(7 * week).unwrap_or_default() + self.chance.u64(..3);
            let Some(from_on) = self.size.first.monday().checked_add_days(Days::new(first)) else { continue };
            let to_on = from_on.checked_add_days(Days::new(self.chance.u64(..3))).unwrap_or(from_on);
            let reason = self.chance.choice(&self.pool.leave_reasons).cloned().unwrap_or_default();
            let kind = self.chance.choice(LeaveKind::ALL).copied().unwrap_or(LeaveKind::Personal);
            self.add(Leave {
                id: LeaveId::NEW,
                person: self.keys.nth::<Person>(number(expert)),
                stint: Some(*stint),
                kind,
                from_on,
                from_slot: Slot::Am,
                to_on,
                to_slot: Slot::Pm,
                destination: String::new(),
                reason,
                substitute: Option::<PersonId>::None,
                approver: String::new(),
                back_on: to_on.succ_opt(),
            });
            absences.push((from_on, to_on));
        }
        absences
    }
}

fn institution(name: String, kind: InstitutionKind, sort: i64) -> Institution {
    Institution {
        id: InstitutionId::NEW,
        code: String::new(),
        name,
        short_name: String::new(),
        kind,
        level: String::new(),
        county: String::new(),
        town: String::new(),
        is_own: false,
        sort,
        note: String::new(),
    }
}

fn department(inst: InstitutionId, name: &str, sort: i64) -> Department {
    Department { inst, name: name.to_owned(), is_listed: true, sort, ..Department::default() }
}
