//! The rules by name, and what a row of the table is about.

use serde::Serialize;

use crate::domain::RuleTerm;

/// A rule; many rows of the table may come from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A duty that presence, leave, title, department or calendar rules out is locked to be in the plan.
    LockImpossible,
    /// A duty is locked.
    Lock,
    /// Nobody has two duties at a time.
    DoubleBooking,
    /// Nor a morning after a night on call.
    Rest,
    /// Nobody is at two far places in half-days that follow each other.
    TwoTowns,
    /// Nobody is on call in the night after a tour.
    TourThenOncall,
    /// Nobody is on call twice within three days.
    OncallSpacing,
    /// Half-days of one expert a week.
    WeeklyMax,
    /// Clinics of one expert a week.
    WeeklyClinics,
    /// Teaching in theatres by one expert a week.
    WeeklySurgeries,
    /// Lectures of one expert a week.
    WeeklyLectures,
    /// Tours of one expert a week.
    WeeklyTours,
    /// Nights on call of one expert a week.
    WeeklyOncalls,
    /// Consulting rooms of a department.
    ClinicRooms,
    /// One ward round a day in a department.
    OneRound,
    /// Operating theatres.
    Theatres,
    /// One lecture a day.
    LectureHall,
    /// Every day has one on call, where enough are there.
    OncallCover,
    /// At most one on call.
    OncallOne,
    /// The team of a tour is neither too small nor too large.
    TourTeam,
    /// A township is visited at most once a week.
    TourSiteWeek,
    /// Cars.
    Cars,
    /// An apprentice is taught only where the mentor teaches.
    TeachLink,
    /// At most two apprentices at a time.
    TwoApprentices,
    /// At most two fixed half-days for clinics in a stay.
    PatternSize,
    /// A clinic off the fixed half-days.
    OffPattern,
    /// Clinics short of the wanted number.
    ClinicShort,
    /// Clinics short of the least number.
    ClinicMin,
    /// A workday without a ward round.
    RoundShort,
    /// Ward rounds short of the least number.
    RoundMin,
    /// Lectures short.
    LectureShort,
    /// Teaching short.
    PairShort,
    /// A window of weeks without a tour.
    SiteWindow,
    /// Nights shared by days present.
    OncallFair,
    /// Tours shared by days present.
    TourFair,
    /// A half-day that the expert would rather have free.
    Dislike,
    /// A title below the one that the work asks for.
    Title,
    /// A tour on another day than market day.
    MarketMiss,
    /// A duty other than published.
    Change,
    /// Work of an office short of what is usual or asked for.
    WorkShort,
    /// Work of an office no more often than is asked for.
    WorkMost,
    /// As many tours a week as usual.
    ToursUsual,
    /// Days on which nobody covers a post.
    BlockGap,
    /// One crew at a post, but for the days of hand-over.
    BlockOne,
    /// Posts that a crew has people for.
    BlockSeats,
    /// Another crew takes over.
    BlockChange,
    /// A crew comes for a single month.
    BlockAlone,
    /// Two crews that follow each other never meet.
    BlockHandover,
    /// Days on which somebody who comes and goes is on post.
    DaysOnPost,
    /// Different experts in the clinics of a site.
    ClinicExperts,
    /// There is nobody at all for what is asked.
    Nobody,
}

impl Rule {
    /// The term of the office's table of rules that it belongs to; none for what no office decides, such as links
    /// between choices.
    #[must_use]
    pub const fn term(self) -> Option<RuleTerm> {
        Some(match self {
            Self::LockImpossible | Self::Lock | Self::Nobody => return None,
            Self::DoubleBooking => RuleTerm::DoubleBooked,
            Self::TwoTowns => RuleTerm::TwoTowns,
            Self::Rest | Self::TourThenOncall => RuleTerm::RestAfterDuty,
            Self::OncallSpacing | Self::OncallCover | Self::OncallOne | Self::WeeklyOncalls => RuleTerm::DutyCoverage,
            Self::WeeklyMax | Self::WorkShort | Self::WorkMost => RuleTerm::Sessions,
            Self::WeeklyClinics => RuleTerm::Clinics,
            Self::ClinicRooms => RuleTerm::RoomClash,
            Self::OneRound | Self::RoundShort | Self::RoundMin => RuleTerm::WardRounds,
            Self::Theatres | Self::WeeklySurgeries => RuleTerm::Theatres,
            Self::LectureHall | Self::WeeklyLectures | Self::LectureShort => RuleTerm::Lectures,
            Self::TourTeam
            | Self::TourSiteWeek
            | Self::WeeklyTours
            | Self::SiteWindow
            | Self::MarketMiss
            | Self::ToursUsual => RuleTerm::Tours,
            Self::Cars => RuleTerm::Cars,
            Self::DaysOnPost => RuleTerm::DaysOnPost,
            Self::ClinicExperts => RuleTerm::ClinicExperts,
            Self::TeachLink | Self::TwoApprentices | Self::PairShort => RuleTerm::Teaching,
            Self::PatternSize | Self::OffPattern | Self::BlockChange | Self::BlockAlone => RuleTerm::Continuity,
            Self::ClinicShort | Self::ClinicMin => RuleTerm::ClinicCoverage,
            Self::OncallFair | Self::TourFair => RuleTerm::Fairness,
            Self::Dislike => RuleTerm::Wishes,
            Self::Title => RuleTerm::TitleRequired,
            Self::Change => RuleTerm::Changes,
            Self::BlockGap | Self::BlockOne | Self::BlockSeats | Self::BlockHandover => RuleTerm::Headcount,
        })
    }
}

/// What a row is about; parts that do not matter are absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Scope {
    /// The expert.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expert: Option<u32>,
    /// The department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<u32>,
    /// The township.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<u32>,
    /// The kind of work, in the task of an office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<u32>,
    /// The pair of mentor and apprentice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pair: Option<u32>,
    /// The week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<u32>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
    /// The half of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub half: Option<u32>,
}

impl Scope {
    /// About an expert.
    #[must_use]
    pub fn expert(mut self, expert: usize) -> Self {
        self.expert = u32::try_from(expert).ok();
        self
    }

    /// About a department.
    #[must_use]
    pub fn department(mut self, department: usize) -> Self {
        self.department = u32::try_from(department).ok();
        self
    }

    /// About a township.
    #[must_use]
    pub fn site(mut self, site: usize) -> Self {
        self.site = u32::try_from(site).ok();
        self
    }

    /// About a kind of work.
    #[must_use]
    pub fn work(mut self, work: usize) -> Self {
        self.work = u32::try_from(work).ok();
        self
    }

    /// About a pair.
    #[must_use]
    pub fn pair(mut self, pair: usize) -> Self {
        self.pair = u32::try_from(pair).ok();
        self
    }

    /// About a week.
    #[must_use]
    pub fn week(mut self, week: usize) -> Self {
        self.week = u32::try_from(week).ok();
        self
    }

    /// About a day.
    #[must_use]
    pub fn day(mut self, day: usize) -> Self {
        self.day = u32::try_from(day).ok();
        self
    }

    /// About a half of a day.
    #[must_use]
    pub fn half(mut self, half: usize) -> Self {
        self.half = u32::try_from(half).ok();
        self
    }
}
