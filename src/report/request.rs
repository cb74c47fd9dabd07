//! Which document is wanted, of what, for whose eyes.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::month_schedule::month_of;
use super::options::PaperOptions;
use crate::domain::{DocumentKind, PairingId, Period, PersonId, RelationId, Week};

/// How much of a phone number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mask {
    /// All digits hidden: the column is left out and the document says so.
    Full,
    /// 139****0001.
    #[default]
    Partial,
    /// As stored, for internal use.
    None,
}

impl Mask {
    /// A phone as this mask lets it be seen; short internal numbers hide all but their last two digits.
    #[must_use]
    pub fn apply(self, phone: &str) -> String {
        match self {
            Self::Full => String::new(),
            Self::None => phone.to_owned(),
            Self::Partial => {
                let digits = phone.chars().filter(char::is_ascii_digit).count();
                let (head, tail) = if digits >= 11 { (3, 4) } else { (0, 2) };
                let mut seen = 0;
                phone
                    .chars()
                    .map(|character| {
                        if !character.is_ascii_digit() {
                            return character;
                        }
                        seen += 1;
                        if seen <= head || seen + tail > digits { character } else { '*' }
                    })
                    .collect()
            }
        }
    }
}

/// A document to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRequest {
    /// Which.
    pub kind: DocumentKind,
    /// Of which days.
    pub period: Period,
    /// Narrowed to one relation.
    pub relation: Option<RelationId>,
    /// Narrowed to one person.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Narrowed to these people; to nobody in particular where empty.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// Narrowed to these pairs; all of them where empty.
    #[serde(default)]
    pub pairings: Vec<PairingId>,
    /// How phones are shown.
    pub mask: Mask,
    /// Shades instead of colours.
    pub is_grey: bool,
    /// Empty rows for handwriting at the end.
    pub empty_rows: u8,
    /// How it is put on paper.
    #[serde(default)]
    pub paper: PaperOptions,
}

impl DocumentRequest {
    /// The days that a document covers around a day: its week, its month, or the day itself.
    #[must_use]
    pub fn usual_period(kind: DocumentKind, on: NaiveDate) -> Period {
        match kind {
            DocumentKind::WeekSchedule | DocumentKind::Posting | DocumentKind::ChangeSlip => Week::of(on).period(),
            DocumentKind::TourPlan
            | DocumentKind::TourRecord
            | DocumentKind::MonthSchedule
            | DocumentKind::TeachingRecord
            | DocumentKind::AttendanceMonth
            | DocumentKind::LeaveSlips
            | DocumentKind::Handover => month_of(on),
            DocumentKind::StudyList | DocumentKind::ReportCalendar => year_of(on),
            DocumentKind::StintTimeline => two_years_of(on),
            DocumentKind::RotationPlan => year_around(on),
            DocumentKind::PlanComparison => Week::of(on).next().period(),
            DocumentKind::Roster
            | DocumentKind::RelationList
            | DocumentKind::StudioList
            | DocumentKind::TeamList
            | DocumentKind::PairingList
            | DocumentKind::Agreement
            | DocumentKind::Registration
            | DocumentKind::Certificate
            | DocumentKind::BenefitList
            | DocumentKind::TaskList
            | DocumentKind::ChaseSlip
            | DocumentKind::QuarterSummary
            | DocumentKind::FundUse
            | DocumentKind::Decisions
            | DocumentKind::ProblemList => Period::day(on),
        }
    }

    /// Whether the document is about the person: nobody chosen means everybody.
    #[must_use]
    pub fn is_about(&self, person: PersonId) -> bool {
        self.person.is_none_or(|chosen| chosen == person) && (self.people.is_empty() || self.people.contains(&person))
    }

    /// The document with its usual choices: every relation, phones half hidden, colours, no empty rows.
    #[must_use]
    pub fn new(kind: DocumentKind, period: Period) -> Self {
        Self {
            kind,
            period,
            relation: None,
            person: None,
            people: Vec::new(),
            pairings: Vec::new(),
            mask: Mask::default(),
            is_grey: false,
            empty_rows: 0,
            paper: PaperOptions::default(),
        }
    }
}

/// The calendar year of a day.
fn year_of(on: NaiveDate) -> Period {
    let ends = NaiveDate::from_ymd_opt(on.year(), 1, 1).zip(NaiveDate::from_ymd_opt(on.year(), 12, 31));
    ends.and_then(|(from, to)| Period::new(from, to)).unwrap_or(Period::day(on))
}

/// Twelve months around a day, two of them before its own.
fn year_around(on: NaiveDate) -> Period {
    let first = on.with_day(1).unwrap_or(on);
    let ends = first.checked_sub_months(Months::new(2)).zip(first.checked_add_months(Months::new(10)));
    let ends = ends.and_then(|(from, after)| Some((from, after.pred_opt()?)));
    ends.and_then(|(from, to)| Period::new(from, to)).unwrap_or(Period::day(on))
}

/// Two years around a day, a third of them before it: a stint of one year and its neighbours fit in.
fn two_years_of(on: NaiveDate) -> Period {
    let first = on.with_day(1).unwrap_or(on);
    let ends = first.checked_sub_months(Months::new(8)).zip(first.checked_add_months(Months::new(16)));
    let ends = ends.and_then(|(from, after)| Some((from, after.pred_opt()?)));
    ends.and_then(|(from, to)| Period::new(from, to)).unwrap_or(Period::day(on))
}
