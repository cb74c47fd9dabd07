//! The cells of a tour: when, where, who, and what came of it.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Refused};
use super::person_match::Who;
use super::tour::Member;
use crate::domain::{InstitutionId, PersonId, Slot, Tour, TourStatus};
use crate::import::values::{self, NameValue};
use crate::import::{Code, Raw};

const DATE: &str = "日期";
const DATE_AND_PLACE: &str = "日期地点";
const SLOT: &str = "时段";
const PLACE: &str = "地点";
const LEADER: &str = "带队";
const PEOPLE: &str = "人员";
const CREW: &str = "队员";
const STATUS: &str = "状态";
const LECTURES: &str = "讲座";
const GIVEN: &str = "发放资料/药品";

/// The words of the state of a tour.
const STATUSES: &[(&str, TourStatus)] = &[
    ("计划", TourStatus::Planned),
    ("拟安排", TourStatus::Planned),
    ("未开展", TourStatus::Planned),
    ("待开展", TourStatus::Planned),
    ("否", TourStatus::Planned),
    ("已完成", TourStatus::Done),
    ("完成", TourStatus::Done),
    ("已开展", TourStatus::Done),
    ("正常", TourStatus::Done),
    ("是", TourStatus::Done),
    ("√", TourStatus::Done),
    ("取消", TourStatus::Cancelled),
    ("停", TourStatus::Cancelled),
    ("已取消", TourStatus::Cancelled),
    ("改期", TourStatus::Moved),
    ("延期", TourStatus::Moved),
    ("顺延", TourStatus::Moved),
];

/// What follows the first name where the others are only counted: 李建军等4人.
const AND_OTHERS: &str = "等";

/// Days and half-day.
pub(super) struct When {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) slot: Option<Slot>,
}

impl When {
    pub(super) fn read(line: &mut Line<'_>) -> Result<Self, Refused> {
        let heading = if line.has(DATE) { DATE } else { DATE_AND_PLACE };
        let (from, to, in_date) = if line.has(DATE) {
            let Some(range) = line.date_range(DATE)? else { return Err(line.refuse(DATE, Code::R01, About::Nothing)) };
            let to = range.to.as_ref().map_or(range.from.on, |to| to.on);
            (range.from.on, to, range.from.slots)
        } else {
            let (date, _) = split(line);
            let raw = Raw::Text(date);
            let read = line.date_in(heading, &raw)?;
            let Some(date) = read else { return Err(line.refuse(heading, Code::R01, About::Nothing)) };
            (date.on, date.on, date.slots)
        };
        let slots = line.read(SLOT, values::slots)?.unwrap_or(in_date);
        let slot = match slots.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        if to < from {
            return Err(line.refuse(heading, Code::R03, About::Nothing));
        }
        Ok(Self { from, to, slot })
    }
}

/// The site, and the village in brackets or in a column of its own.
pub(super) struct Place {
    pub(super) inst: InstitutionId,
    pub(super) village: Option<String>,
}

impl Place {
    pub(super) fn read(bench: &Bench<'_>, line: &Line<'_>) -> Result<Self, Refused> {
        let heading = if line.has(PLACE) { PLACE } else { DATE_AND_PLACE };
        let text = if line.has(PLACE) { line.text(PLACE) } else { Some(split(line).1).filter(|text| !text.is_empty()) };
        let Some(text) = text else { return Err(line.refuse(heading, Code::R01, About::Nothing)) };
        let village = line.text("村");
        if let Some(inst) = bench.institution(line, heading, &text)? {
            return Ok(Self { inst, village });
        }
        if let Some((name, inner)) = values::trailing_bracket(&text)
            && let Some(inst) = bench.institution(line, heading, name)?
        {
            return Ok(Self { inst, village: village.or_else(|| Some(inner.to_owned())) });
        }
        Err(line.refuse(heading, Code::R04, bench.near_institutions(&text)))
    }
}

/// `6-28 塔卧` → date and place: parted by the first space, else before the first character that no date has.
fn split(line: &Line<'_>) -> (String, String) {
    let text = line.text(DATE_AND_PLACE).unwrap_or_default();
    if let Some((date, place)) = text.split_once(char::is_whitespace) {
        return (date.to_owned(), place.trim().to_owned());
    }
    let is_of_date = |char: char| char.is_ascii_digit() || "-./年月日号".contains(char);
    let place = text.trim_start_matches(is_of_date);
    (text.strip_suffix(place).unwrap_or("").to_owned(), place.to_owned())
}

/// Who goes.
#[derive(Debug, Default)]
pub(super) struct Crew {
    pub(super) leader_name: String,
    pub(super) leader: Option<PersonId>,
    pub(super) members: Vec<Member>,
    /// The others where they are not named one by one.
    pub(super) in_words: Option<String>,
    /// How many go altogether, where the names do not say.
    pub(super) number: Option<u32>,
}

impl Crew {
    pub(super) fn read(bench: &Bench<'_>, line: &mut Line<'_>) -> Result<Self, Refused> {
        let mut crew = Self::default();
        let (people, number) = together(line.raw(PEOPLE));
        crew.number = number;
        let mut named: Vec<(NameValue, &'static str)> = people.into_iter().map(|name| (name, PEOPLE)).collect();
        if let Some(leader) = values::name(line.raw(LEADER)) {
            named.retain(|(other, _)| other.name != leader.name);
            named.insert(0, (leader, LEADER));
        }
        match counted(line.raw(CREW)) {
            Some(count) => {
                crew.in_words = line.text(CREW);
                crew.number = crew.number.or(Some(count + u32::from(!named.is_empty())));
            }
            None => named.extend(values::names(line.raw(CREW)).into_iter().map(|name| (name, CREW))),
        }
        let mut named = named.into_iter();
        if let Some((leader, heading)) = named.next() {
            crew.leader = person(bench, line, &leader, heading)?;
            crew.leader_name = leader.name;
        }
        for (member, heading) in named {
            if member.name == crew.leader_name || crew.members.iter().any(|other| other.name == member.name) {
                continue;
            }
            let person = person(bench, line, &member, heading)?;
            crew.members.push(Member { name: member.name, specialty: member.remark, person });
        }
        Ok(crew)
    }
}

/// The person of a name; one that nobody bears stays text and is announced.
fn person(
    bench: &Bench<'_>,
    line: &mut Line<'_>,
    name: &NameValue,
    heading: &'static str,
) -> Result<Option<PersonId>, Refused> {
    let who = Who {
        heading,
        name: name.name.clone(),
        side: bench.sides(line),
        is_posted: true,
        dept: (!name.remark.is_empty()).then(|| name.remark.clone()),
        ..Who::default()
    };
    let person = bench.matching_person(line, &who)?;
    if person.is_none() {
        line.hint(heading, Code::N01, About::Name(name.name.clone()));
    }
    Ok(person)
}

/// `李建军等4人` → the names before 等, and how many there are.
fn together(raw: &Raw) -> (Vec<NameValue>, Option<u32>) {
    let Some(text) = values::text(raw) else { return (Vec::new(), None) };
    let Some((names, rest)) = text.split_once(AND_OTHERS) else { return (values::names(raw), None) };
    let number = rest.trim().trim_end_matches(['人', '名', '位']).trim().parse().ok();
    match number {
        Some(_) => (values::names(&Raw::Text(names.to_owned())), number),
        None => (values::names(raw), None),
    }
}

/// `4人: 内、外、儿、护` → 4: the others are only counted.
fn counted(raw: &Raw) -> Option<u32> {
    let text = values::text(raw)?;
    let (number, _) = text.split_once('人')?;
    number.trim().parse().ok()
}

/// What was counted.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) status: Option<TourStatus>,
    seen: Option<u32>,
    consultations: Option<u32>,
    rounds: Option<u32>,
    discussions: Option<u32>,
    lectures: Option<u32>,
    trainees: Option<u32>,
    given: Option<String>,
    given_fen: Option<i64>,
}

impl Record {
    pub(super) fn read(line: &mut Line<'_>) -> Result<Self, Refused> {
        let status = match line.text(STATUS) {
            None => None,
            Some(text) => {
                let word = values::squeeze(&text);
                let known = STATUSES.iter().find(|(known, _)| *known == word).map(|(_, status)| *status);
                Some(known.ok_or_else(|| line.refuse(STATUS, Code::R08, About::Nothing))?)
            }
        };
        let (lectures, trainees) = lectures(line)?;
        let (given, given_fen) = given(line);
        Ok(Self {
            status,
            seen: count(line, "诊疗人次", "人次")?,
            consultations: count(line, "会诊", "例")?,
            rounds: count(line, "教学查房", "次")?,
            discussions: count(line, "病例讨论", "次")?,
            lectures,
            trainees,
            given,
            given_fen,
        })
    }

    pub(super) fn store(self, tour: &mut Tour) {
        use super::line::{fill, fill_some};
        fill_some(&mut tour.seen, self.seen);
        fill_some(&mut tour.consultations, self.consultations);
        fill_some(&mut tour.rounds, self.rounds);
        fill_some(&mut tour.discussions, self.discussions);
        fill_some(&mut tour.lectures, self.lectures);
        fill_some(&mut tour.trainees, self.trainees);
        fill(&mut tour.given, self.given);
        fill_some(&mut tour.given_fen, self.given_fen);
    }
}

fn count(line: &mut Line<'_>, heading: &str, unit: &str) -> Result<Option<u32>, Refused> {
    let count = line.read_noting(heading, |raw, codes| values::count(raw, Some(unit), codes))?;
    match count.map(u32::try_from) {
        None => Ok(None),
        Some(Ok(count)) => Ok(Some(count)),
        Some(Err(_)) => Err(line.refuse(heading, Code::R07, About::Nothing)),
    }
}

/// `1/25` → one lecture, 25 attendances; a single number is that of the lectures.
fn lectures(line: &mut Line<'_>) -> Result<(Option<u32>, Option<u32>), Refused> {
    let raw = line.raw(LECTURES);
    let Some((events, people)) = values::text(raw).and_then(|text| {
        let (events, people) = text.split_once('/')?;
        Some((events.to_owned(), people.to_owned()))
    }) else {
        return Ok((count(line, LECTURES, "场")?, None));
    };
    let part = |text: &str, unit| {
        let raw = Raw::Text(text.to_owned());
        let mut codes = Vec::new();
        let count = values::count(&raw, Some(unit), &mut codes).ok().flatten();
        let count = count.and_then(|count| u32::try_from(count).ok());
        count.ok_or_else(|| line.refuse(LECTURES, Code::R07, About::Nothing))
    };
    Ok((Some(part(&events, "场")?), Some(part(&people, "人次")?)))
}

/// Money where it is a sum, words else.
fn given(line: &Line<'_>) -> (Option<String>, Option<i64>) {
    let raw = line.raw(GIVEN);
    let unit = line.sheet.unit(GIVEN).filter(|unit| unit.contains('元'));
    match values::money_fen(raw, unit, &mut Vec::new()) {
        Ok(fen) => (None, fen),
        Err(_) => (values::text(raw), None),
    }
}
