//! The cells of a schedule grid: activities, places, half-days, substitutes, leave.

use super::cell_parts::{segments, split_outside_brackets, take_brackets};
use super::legend::{Legend, Meaning};
use super::lists::{activity_by_ending, take_slots};
use super::names::person_key;
use super::scan::Cursor;
use super::text::{half_width, is_blank_mark, is_space};
use super::vocabulary::ACTIVITIES;
use crate::domain::{LeaveKind, SessionStatus, Slot};

/// One entry of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridEntry {
    /// Half-days named inside the cell; empty: those of the row.
    pub slots: Vec<Slot>,
    /// Canonical activity names (坐诊, 查房 …) in order; the first is the session's.
    pub activities: Vec<&'static str>,
    /// The words where they say more than the activity (EVL带教), empty for none.
    pub topic: String,
    /// Room, department or, for 巡回 and 义诊, the site; empty for none.
    pub place: String,
    /// Who stands in (`坐诊(代:李四)`).
    pub substitute: Option<String>,
    /// Whether the entry says that the session is cancelled (停诊).
    pub is_cancelled: bool,
    /// Whether it was swapped or added (`坐诊(调)`, `坐诊(加)`).
    pub status: Option<SessionStatus>,
}

/// What a grid cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellReading {
    /// Blank: no session.
    Nothing,
    /// 休: no session, kept as a mark.
    Rest,
    /// 事假, 病假 …: no session, offered as leave; half-days named inside, empty: those of the row.
    Leave(LeaveKind, Vec<Slot>),
    /// Sessions.
    Work(Vec<GridEntry>),
    /// Sessions in one half-day and leave in the other (`上:坐诊 下:事假`).
    WorkAndLeave(Vec<GridEntry>, LeaveKind, Vec<Slot>),
    /// No known activity in it: R08.
    Unknown,
}

/// Reads one grid cell.
#[must_use]
pub fn grid_cell(text: &str, legend: &Legend) -> CellReading {
    let text = half_width(text);
    let text = text.trim_matches(is_space);
    if is_blank_mark(text) {
        return CellReading::Nothing;
    }
    let mut reading = Cell::default();
    for (slots, content) in segments(text) {
        for (separator, part) in split_outside_brackets(content) {
            reading.part(separator, part, &slots, legend);
        }
    }
    reading.finish()
}

#[derive(Default)]
struct Cell {
    entries: Vec<GridEntry>,
    leave: Option<(LeaveKind, Vec<Slot>)>,
    has_rest: bool,
    has_unknown: bool,
}

impl Cell {
    fn finish(self) -> CellReading {
        if self.has_unknown {
            CellReading::Unknown
        } else {
            match (self.entries.is_empty(), self.leave) {
                (false, None) => CellReading::Work(self.entries),
                (false, Some((kind, slots))) => CellReading::WorkAndLeave(self.entries, kind, slots),
                (true, Some((kind, slots))) => CellReading::Leave(kind, slots),
                (true, None) if self.has_rest => CellReading::Rest,
                (true, None) => CellReading::Unknown,
            }
        }
    }

    /// Reads one part of a cell; one that names no activity belongs to the place before it (`门诊203/205`).
    fn part(&mut self, separator: char, part: &str, slots: &[Slot], legend: &Legend) {
        let (head, brackets) = take_brackets(part);
        let mut entry = GridEntry { slots: slots.to_vec(), ..GridEntry::default() };
        for bracket in brackets {
            read_bracket(bracket.trim_matches(is_space), &mut entry);
        }
        match read_head(&head, legend, &mut entry) {
            Some(Meaning::Activity { name, .. }) => {
                entry.activities.push(name);
                self.add(entry);
            }
            Some(Meaning::Cancelled) => {
                entry.is_cancelled = true;
                if let Some(last) = self.entries.last_mut().filter(|last| last.slots == entry.slots) {
                    last.is_cancelled = true;
                } else {
                    entry.activities.push("坐诊");
                    self.add(entry);
                }
            }
            Some(Meaning::Rest) => self.has_rest = true,
            Some(Meaning::Leave(kind)) => self.leave = Some((kind, entry.slots)),
            None => match self.entries.last_mut().filter(|last| !last.place.is_empty()) {
                Some(last) => {
                    last.place.push(if separator == '\n' { '/' } else { separator });
                    last.place.push_str(part);
                }
                None => match legend.codes(head.trim_matches(is_space)) {
                    Some(activities) => self.add(GridEntry { activities, ..entry }),
                    None => self.has_unknown = true,
                },
            },
        }
    }

    /// Entries of the same half-day are one session.
    fn add(&mut self, entry: GridEntry) {
        match self.entries.iter_mut().find(|earlier| earlier.slots == entry.slots) {
            Some(earlier) => {
                earlier.activities.extend(entry.activities);
                join(&mut earlier.topic, &entry.topic);
                join(&mut earlier.place, &entry.place);
                earlier.substitute = earlier.substitute.take().or(entry.substitute);
                earlier.is_cancelled |= entry.is_cancelled;
                earlier.status = earlier.status.or(entry.status);
            }
            None => self.entries.push(entry),
        }
    }
}

fn join(text: &mut String, more: &str) {
    if !more.is_empty() && text != more {
        if !text.is_empty() {
            text.push('/');
        }
        text.push_str(more);
    }
}

/// A bracket holds a half-day, a substitute, 停, or else the place.
fn read_bracket(content: &str, entry: &mut GridEntry) {
    let slots = match content {
        "上" => Some(vec![Slot::Am]),
        "下" => Some(vec![Slot::Pm]),
        "夜" => Some(vec![Slot::Night]),
        _ => {
            let mut cursor = Cursor::new(content);
            take_slots(&mut cursor).filter(|_| cursor.is_done())
        }
    };
    if let Some(slots) = slots {
        entry.slots = slots;
    } else if matches!(content, "停" | "停诊") {
        entry.is_cancelled = true;
    } else if matches!(content, "调" | "调班") {
        entry.status = Some(SessionStatus::Swapped);
    } else if matches!(content, "加" | "加诊") {
        entry.status = Some(SessionStatus::Extra);
    } else if let Some(name) = substitute(content) {
        entry.substitute = Some(name);
    } else {
        join(&mut entry.place, content);
    }
}

fn substitute(content: &str) -> Option<String> {
    let before = ["代诊", "替诊", "代班", "替班", "代", "替"].iter().find_map(|word| content.strip_prefix(word));
    let name = before
        .or_else(|| ["代诊", "替诊", "代", "替"].iter().find_map(|word| content.strip_suffix(word)))?
        .trim_start_matches([':', ' ']);
    (!name.is_empty()).then(|| person_key(name))
}

/// Finds the activity in the words outside brackets; what is left is place or topic.
fn read_head(head: &str, legend: &Legend, entry: &mut GridEntry) -> Option<Meaning> {
    let words: Vec<&str> = head.split(|next| is_space(next) || next == '@').filter(|word| !word.is_empty()).collect();
    let whole = words.iter().enumerate().find_map(|(at, word)| Some((at, whole_word(word, legend, entry)?)));
    let (at, meaning) =
        whole.or_else(|| words.iter().enumerate().find_map(|(at, word)| Some((at, word_beginning(word, entry)?))))?;
    let (before, after) = words.split_at_checked(at)?;
    if let Meaning::Activity { is_telling: true, .. } = meaning
        && entry.topic.is_empty()
        && let Some(word) = words.get(at)
    {
        (*word).clone_into(&mut entry.topic);
    }
    let is_place = |word: &&&str| {
        word.contains(|next: char| next.is_ascii_digit())
            || word.ends_with(['室', '科', '楼', '院', '区', '厅', '镇', '乡', '村'])
    };
    let (places, topics): (Vec<&&str>, Vec<&&str>) = before.iter().partition(is_place);
    if !topics.is_empty() {
        let own = words.get(at).copied().unwrap_or_default();
        entry.topic = topics.iter().map(|word| **word).chain([own]).collect::<Vec<_>>().join(" ");
    }
    for word in places.into_iter().chain(after.iter().skip(1)) {
        if matches!(*word, "停" | "停诊") {
            entry.is_cancelled = true;
        } else if entry.place.is_empty() {
            (*word).clone_into(&mut entry.place);
        } else if entry.place != *word {
            entry.place.push(' ');
            entry.place.push_str(word);
        }
    }
    Some(meaning)
}

/// A word as a whole, or by its ending (`EVL带教`).
fn whole_word(word: &str, legend: &Legend, entry: &mut GridEntry) -> Option<Meaning> {
    legend.meaning(word).or_else(|| {
        let name = activity_by_ending(word)?;
        word.clone_into(&mut entry.topic);
        Some(Meaning::Activity { name, is_telling: true })
    })
}

/// A word by its beginning: 门诊203 is a room as a whole, 查房急诊科 an activity and its place.
fn word_beginning(word: &str, entry: &mut GridEntry) -> Option<Meaning> {
    let (known, activity) = ACTIVITIES.iter().find(|(known, found)| found.name != "休" && word.starts_with(known))?;
    let rest = word.strip_prefix(known)?;
    join(&mut entry.place, if *known == activity.name { rest } else { word });
    Some(Meaning::Activity { name: activity.name, is_telling: false })
}
