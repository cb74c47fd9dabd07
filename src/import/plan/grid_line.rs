//! One line of a schedule grid: the cells of one person, day by day.

use chrono::NaiveDate;

use super::bench::Bench;
use super::grid::{Day, NAME, Setting, cell_reason};
use super::leave::keep_half_day;
use super::line::{Line, fill_phone};
use super::lookup::Dept;
use super::outcome::{About, Refused};
use super::person_match::Who;
use super::sitting::Sitting;
use super::timetable::{Entry, put_halves};
use crate::domain::{DepartmentId, InstitutionId, LeaveKind, PersonId, Session, SessionStatus, Slot, StintId};
use crate::import::values::{self, CellReading, GridEntry};
use crate::import::{Code, Raw, RowResult};

/// Before the name of the one for whom somebody stands in.
const STANDS_IN: char = '替';
/// The letter of a cancelled half-day.
const CANCELLED: &str = "停";

/// Whose line it is.
#[derive(Debug)]
pub(super) struct Whose {
    /// The person.
    pub(super) person: PersonId,
    /// The department that the line names.
    pub(super) dept: Dept,
    /// The site that the line names in its place.
    pub(super) site: Option<InstitutionId>,
    /// The half-days that the line is for.
    pub(super) slots: Vec<Slot>,
}

/// Writes the cells of one line.
pub(super) struct Pen<'p, 'b, 'l> {
    /// Where to.
    pub(super) bench: &'p mut Bench<'b>,
    /// From where.
    pub(super) line: &'p mut Line<'l>,
    /// What holds for the sheet.
    pub(super) setting: &'p Setting<'l>,
    /// What holds for the line.
    pub(super) whose: &'p Whose,
    /// What becomes of the line.
    pub(super) entry: &'p mut Entry,
    /// Place of the line in the sheet.
    pub(super) at: usize,
}

impl Pen<'_, '_, '_> {
    /// Every day, and the phone at the end of the line.
    pub(super) fn write(&mut self) {
        let setting = self.setting;
        for day in &setting.days {
            let text = self.line.row.cells.get(day.at).and_then(values::text);
            let text = text.map(|text| self.own_words(day, &text)).filter(|text| !text.is_empty());
            if let Some(text) = text
                && let Err(reason) = self.write_cell(day, &text)
            {
                self.entry.refused.push(*reason);
            }
        }
        let phone = self.write_phone();
        self.entry.beside = self.entry.beside.with(phone);
    }

    /// The lines of a cell but those that only say for whom the person stands in, as our own sheet does: that session
    /// stands in the other's line.
    fn own_words(&self, day: &Day<'_>, text: &str) -> String {
        let Some(on) = day.heading.and_then(|heading| heading.on).filter(|_| text.contains(STANDS_IN)) else {
            return text.to_owned();
        };
        let halves = self.halves(day);
        let is_mine = |stint: StintId| self.bench.draft.get(stint).is_some_and(|it| it.person == self.whose.person);
        let is_others = |words: &str| {
            let people = self.bench.registry().people.values();
            let named = people.filter(|person| !person.name.is_empty() && words.starts_with(&person.name));
            let book = &self.bench.book;
            let mut held =
                named.flat_map(|person| halves.iter().flat_map(move |slot| book.held(person.id, (on, *slot))));
            held.any(|session| session.substitute_stint.is_some_and(is_mine))
        };
        let is_own = |line: &&str| line.trim().strip_prefix(STANDS_IN).is_none_or(|words| !is_others(words));
        text.lines().filter(is_own).collect::<Vec<_>>().join("\n")
    }

    fn write_cell(&mut self, day: &Day<'_>, text: &str) -> Result<(), Refused> {
        match values::grid_cell(text, &self.setting.legend) {
            CellReading::Nothing => Ok(()),
            CellReading::Unknown => Err(self.refuse(day, Code::R08, About::Nothing)),
            CellReading::Leave(kind, slots) => {
                self.offer_leave(day, kind, &slots);
                Ok(())
            }
            CellReading::WorkAndLeave(entries, kind, slots) => {
                self.keep_leave(day, kind, &slots, &entries);
                self.write_work(day, &entries)
            }
            CellReading::Rest => self.write_rest(day),
            CellReading::Work(entries) => self.write_work(day, &entries),
        }
    }

    /// Leave in the half-days that a cell leaves beside its work is kept, as nothing else would ever ask for it. Leave
    /// that names no half-day of its own is offered.
    fn keep_leave(&mut self, day: &Day<'_>, kind: LeaveKind, named: &[Slot], entries: &[GridEntry]) {
        let halves = self.halves(day);
        let is_worked = |slot: &Slot| {
            entries.iter().any(|entry| if entry.slots.is_empty() { &halves } else { &entry.slots }.contains(slot))
        };
        let free: Vec<Slot> = named.iter().copied().filter(|slot| !is_worked(slot)).collect();
        let Some(on) = day.heading.and_then(|heading| heading.on).filter(|_| !free.is_empty()) else {
            return self.offer_leave(day, kind, named);
        };
        let Ok((stint, _)) = self.posting(on) else { return };
        for slot in free {
            let result = keep_half_day(self.bench, (self.whose.person, stint), kind, (on, slot));
            if result == RowResult::Added {
                self.entry.hints.push(cell_reason(self.line.row, day, Code::N01, About::LeaveKept(kind)));
            }
            self.entry.beside = self.entry.beside.with(result);
        }
    }

    /// Leave makes no session; the clerk is asked to enter it, unless it is on record.
    fn offer_leave(&mut self, day: &Day<'_>, kind: LeaveKind, named: &[Slot]) {
        let slots = if named.is_empty() { self.halves(day) } else { named.to_vec() };
        let is_on_record = |slot: &Slot| {
            let Some(on) = day.heading.and_then(|heading| heading.on) else { return false };
            let mut own = self.bench.registry().leave.values().filter(|leave| leave.person == self.whose.person);
            own.any(|leave| {
                (leave.from_on, leave.from_slot) <= (on, *slot) && (on, *slot) <= (leave.to_on, leave.to_slot)
            })
        };
        if !slots.iter().all(is_on_record) {
            self.entry.hints.push(cell_reason(self.line.row, day, Code::N01, About::Leave(kind)));
        }
    }

    fn refuse(&self, day: &Day<'_>, code: Code, about: About) -> Refused {
        Box::new(cell_reason(self.line.row, day, code, about))
    }

    fn date(&mut self, day: &Day<'_>) -> Result<NaiveDate, Refused> {
        let on = day.heading.and_then(|heading| heading.on);
        on.ok_or_else(|| self.refuse(day, Code::R02, About::Nothing))
    }

    /// The half-days of a cell that names none: those of its column where each has one, else those of the line.
    fn halves(&self, day: &Day<'_>) -> Vec<Slot> {
        let of_column = day.heading.and_then(|heading| heading.slot);
        of_column.map_or_else(|| self.whose.slots.clone(), |slot| vec![slot])
    }

    fn write_rest(&mut self, day: &Day<'_>) -> Result<(), Refused> {
        let on = self.date(day)?;
        let Some(rest) = self.bench.rest() else { return Ok(()) };
        let (stint, inst) = self.posting(on)?;
        let sitting =
            Sitting { usual_dept: self.dept(inst, stint), initial: self.setting.initial, ..Sitting::new(rest, inst) };
        for slot in self.halves(day) {
            self.put(day, (on, slot), stint, &sitting)?;
        }
        Ok(())
    }

    /// Work in the half-days of a cell.
    pub(super) fn write_work(&mut self, day: &Day<'_>, entries: &[GridEntry]) -> Result<(), Refused> {
        let on = self.date(day)?;
        let (stint, inst) = self.posting(on)?;
        let halves = self.halves(day);
        let named = |entry: &GridEntry| if entry.slots.is_empty() { halves.clone() } else { entry.slots.clone() };
        for slot in [Slot::Am, Slot::Pm, Slot::Night] {
            let here: Vec<&GridEntry> = entries.iter().filter(|entry| named(entry).contains(&slot)).collect();
            if !here.is_empty() {
                let sitting = self.sitting(day, &here, (on, stint, inst))?;
                self.put(day, (on, slot), stint, &sitting)?;
            }
        }
        Ok(())
    }

    /// The posting on that day, and where it is served.
    fn posting(&self, on: NaiveDate) -> Result<(StintId, InstitutionId), Refused> {
        let asked = self.whose.site.or(self.setting.inst);
        let stint = self.bench.stint_on(self.line, NAME, self.whose.person, asked, on)?;
        let host = self.bench.draft.get(stint).map(|stint| stint.host_inst);
        let inst = asked.or(host);
        inst.map(|inst| (stint, inst)).ok_or_else(|| self.line.refuse(NAME, Code::R10, About::NoStint))
    }

    fn sitting(
        &mut self,
        day: &Day<'_>,
        entries: &[&GridEntry],
        (on, stint, inst): (NaiveDate, StintId, InstitutionId),
    ) -> Result<Sitting, Refused> {
        let unknown = |pen: &Self| pen.refuse(day, Code::R08, About::Nothing);
        let together = self.bench.together(entries).ok_or_else(|| unknown(self))?;
        let activity = *together.activities.first().ok_or_else(|| unknown(self))?;
        let site = match self.bench.index.institutions(&together.place) {
            [one] if self.bench.is_outside(activity) => Some(*one),
            _ => None,
        };
        let is_away = site.is_some_and(|site| site != inst);
        let substitute = self.substitute(day, entries, on)?;
        let is_cancelled = entries.iter().all(|entry| entry.is_cancelled);
        let room = (site.is_none() && !together.place.is_empty()).then_some(together.place);
        Ok(Sitting {
            further: together.activities.get(1..).unwrap_or_default().to_vec(),
            topic: together.topic,
            usual_dept: if is_away { None } else { self.dept(inst, stint) },
            is_away,
            room,
            status: match (is_cancelled, substitute) {
                (true, _) => Some(SessionStatus::Cancelled),
                (false, Some(_)) => Some(SessionStatus::Substituted),
                (false, None) => entries.iter().find_map(|entry| entry.status),
            },
            substitute,
            initial: self.setting.initial,
            ..Sitting::new(activity, site.unwrap_or(inst))
        })
    }

    fn substitute(&self, day: &Day<'_>, entries: &[&GridEntry], on: NaiveDate) -> Result<Option<StintId>, Refused> {
        let named = entries.iter().find_map(|entry| values::name(&Raw::Text(entry.substitute.clone()?)));
        let Some(name) = named else { return Ok(None) };
        let who = Who { is_posted: true, ..Who::of(NAME, name) };
        let person = self.bench.matching_person(self.line, &who)?;
        let person = person.ok_or_else(|| self.refuse(day, Code::R10, About::Name(who.name.clone())))?;
        self.bench.stint_on(self.line, NAME, person, None, on).map(Some)
    }

    fn dept(&mut self, inst: InstitutionId, stint: StintId) -> Option<DepartmentId> {
        self.bench.settle_department(inst, self.whose.dept.clone()).or_else(|| {
            let stint = self.bench.draft.get(stint)?;
            stint.host_dept.filter(|_| stint.host_inst == inst)
        })
    }

    fn put(
        &mut self,
        day: &Day<'_>,
        half: (NaiveDate, Slot),
        stint: StintId,
        sitting: &Sitting,
    ) -> Result<(), Refused> {
        let person = self.whose.person;
        let meant = match self.bench.book.meant(person, stint, half, sitting.status) {
            Ok(stored) => stored.cloned(),
            Err(taken) => return Err(self.refuse(day, Code::R05, self.bench.taken(taken))),
        };
        if let Some(stint) = self.bench.draft.get(stint).filter(|stint| !stint.runs_on(half.0)) {
            let about = self.bench.period_of(stint);
            let hint = cell_reason(self.line.row, day, Code::N11, about);
            if !self.entry.hints.contains(&hint) {
                self.entry.hints.push(hint);
            }
        }
        self.entry.cell = day.at;
        let again = meant.as_ref().filter(|stored| self.says_the_same(day, stored)).map(|stored| sitting.again(stored));
        let sitting = again.as_ref().unwrap_or(sitting);
        put_halves(self.bench, self.entry, sitting, (person, stint), (&[half], vec![meant]), self.at);
        Ok(())
    }

    /// Whether the cell is what a printed sheet shows of the session, in words or in letters, which say less.
    fn says_the_same(&self, day: &Day<'_>, stored: &Session) -> bool {
        let cell = self.line.row.cells.get(day.at).and_then(values::text).map(|text| values::squeeze(&text));
        let Some(cell) = cell.filter(|_| self.whose.site.is_none_or(|site| site == stored.inst)) else { return false };
        let is_cancelled = stored.status == SessionStatus::Cancelled;
        cell == values::squeeze(&self.bench.session_words(stored))
            || cell == self.bench.session_letters(stored)
            || (is_cancelled && cell == CANCELLED)
    }

    fn write_phone(&mut self) -> RowResult {
        let Some(stored) = self.bench.draft.get(self.whose.person) else { return RowResult::Unchanged };
        let mut person = stored.clone();
        fill_phone(&mut person.phone, values::phone(self.line.raw("联系电话")));
        if person.phone == stored.phone {
            return RowResult::Unchanged;
        }
        self.bench.put_person(person)
    }
}
