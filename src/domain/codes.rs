//! The closed lists of the domain. What is stored is the English code; the words are in `i18n`.

use serde::{Deserialize, Serialize};

/// Declares a closed list: the enum, its stored codes, and the order in which it is offered.
macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(
            $(#[$vmeta])*
            #[doc = concat!("Stored as `", $code, "`.")]
            #[serde(rename = $code)]
            $variant
        ),+ }

        impl $name {
            /// Every value, in the order in which lists offer them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a stored code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

codes! {
    /// A half-day (半天). Night follows the afternoon of the same date.
    Slot { Am = "am", Pm = "pm", Night = "night" }

    /// What an institution is in the assistance network (机构类别).
    InstitutionKind {
        Supporter = "supporter", Recipient = "recipient", Branch = "branch", Township = "township",
        Community = "community", Village = "village", AmbulanceStation = "ambulance_station",
        Authority = "authority", County = "county", Other = "other",
    }

    /// The programme a relation belongs to (帮扶项目).
    Programme {
        TeamBased = "team_based", Counterpart = "counterpart", Alliance = "alliance",
        CloseAlliance = "close_alliance", Specialty = "specialty", Community = "county_community",
        MountainSea = "mountain_sea", FirstSecretary = "first_secretary", Flexible = "flexible",
        Subordination = "subordination",
    }

    /// Sex as written in the roster; absent means not recorded.
    Sex { Male = "male", Female = "female" }

    /// Whether a batch stays for good or comes and goes (刚性 / 柔性).
    BatchMode { Rigid = "rigid", Flexible = "flexible" }

    /// Role inside the team (队内身份).
    StintRole { Leader = "leader", Deputy = "deputy", Member = "member" }

    /// How a stint is served (派驻方式).
    StintMode { LongTerm = "long_term", ShortTerm = "short_term", Regular = "regular" }

    /// Why a stint ended (离岗原因).
    EndReason {
        Completed = "completed", Extended = "extended", Early = "early", Appointed = "appointed",
        Illness = "illness", Other = "other",
    }

    /// Kind of staff (学科类别).
    Discipline {
        Clinical = "clinical", Nursing = "nursing", MedTech = "med_tech", Pharmacy = "pharmacy",
        PublicHealth = "public_health", Management = "management",
    }

    /// Kind of leave (请假类别).
    LeaveKind {
        Personal = "personal", Sick = "sick", Annual = "annual", Duty = "duty", Study = "study",
        Family = "family", Other = "other",
    }

    /// How a pairing is arranged (结对类型).
    PairingKind {
        OneToOne = "one_to_one", OneToMany = "one_to_many", Apprenticeship = "apprenticeship", Team = "team",
    }

    /// Where a pairing stands (结对状态): planned, agreed, running, or over in one of three ways.
    PairingStatus {
        Proposed = "proposed", Signed = "signed", Active = "active", Finished = "finished", Stopped = "stopped",
        Replaced = "replaced",
    }

    /// How the two meet (带教方式).
    PairingMode { OnSite = "on_site", Remote = "remote" }

    /// A mark of the attendance sheet (考勤标记).
    AttendanceMark {
        Present = "present", Personal = "personal", Sick = "sick", Annual = "annual", Duty = "duty", Tour = "tour",
        Rest = "rest", Holiday = "holiday",
    }

    /// How far something is built (建设状态).
    BuildStatus {
        Planned = "planned", UnderWay = "under_way", Built = "built", Accepted = "accepted", Opened = "opened",
    }

    /// Length or form of a study leave (进修类别).
    StudyKind { Short = "short", Medium = "medium", Long = "long", Course = "course", Shadowing = "shadowing" }

    /// Where a study leave stands (进修状态).
    StudyStatus { Selected = "selected", Studying = "studying", Finished = "finished", Stopped = "stopped" }

    /// What an expert is granted (待遇类别).
    BenefitKind {
        Allowance = "allowance", Insurance = "insurance", Housing = "housing", Township = "township",
        Treatment = "treatment",
    }

    /// What a calendar date is by order of the State Council or by hand (日期性质).
    DayKind { Workday = "workday", Weekend = "weekend", Holiday = "holiday", MakeUp = "make_up" }

    /// Where a session stands (班次状态). Only `Done` counts as work.
    SessionStatus {
        Planned = "planned", Published = "published", Done = "done", Cancelled = "cancelled",
        Substituted = "substituted", Swapped = "swapped", Extra = "extra",
    }

    /// Which weeks a template row covers; odd and even by ISO week number, nth by week of the month.
    WeekRule {
        Every = "every", Odd = "odd", Even = "even", First = "first", Second = "second",
        Third = "third", Fourth = "fourth",
    }

    /// What a template row does on a public holiday (停 / 照常 / 假期班).
    HolidayRule { Cancel = "cancel", Keep = "keep", HolidayDuty = "holiday_duty" }

    /// How far a tour got (巡回状态). Only `Done` counts.
    TourStatus { Planned = "planned", Done = "done", Cancelled = "cancelled", Moved = "moved" }

    /// What a rule counts or forbids: its term. Those of the sessions come first, then those that only the planner
    /// weighs.
    RuleTerm {
        DoubleBooked = "double_booked", RoomClash = "room_clash", OnLeave = "on_leave", OutsideStint = "outside_stint",
        TwoTowns = "two_towns", RestAfterDuty = "rest_after_duty", TitleRequired = "title_required",
        OnHoliday = "on_holiday", MakeUpUndecided = "make_up_undecided", DaysOnPost = "days_on_post",
        ClinicExperts = "clinic_experts", Headcount = "headcount", Tours = "tours", PostingExpired = "posting_expired",
        Sessions = "sessions", Clinics = "clinics", ClinicCoverage = "clinic_coverage", WardRounds = "ward_rounds",
        DutyCoverage = "duty_coverage", Theatres = "theatres", Cars = "cars", Lectures = "lectures",
        Teaching = "teaching", Continuity = "continuity", Fairness = "fairness", Wishes = "wishes",
        Changes = "changes",
    }

    /// Over which stretch of time a rule counts.
    RuleWindow {
        HalfDay = "half_day", Day = "day", Week = "week", Month = "month", Quarter = "quarter", Stint = "stint",
    }

    /// Whether a plan may break a rule: never, or at a price.
    RuleForce { Hard = "hard", Price = "price" }
    /// Where a task, a resolution or a problem stands by hand (任务状态). Due soon and overdue follow from the dates.
    TaskStatus { Pending = "pending", Active = "active", Closed = "closed" }

    /// What happened to a task (任务动态).
    TaskEventKind {
        Progress = "progress", Chase = "chase", Postponed = "postponed", Closed = "closed", Reopened = "reopened",
    }

    /// To whom a late task is carried (催办层级), the nearest first.
    ChaseLevel { Owner = "owner", Department = "department", Leader = "leader", Meeting = "meeting" }

    /// What falls due again and again (报送事项类别).
    ObligationKind { Report = "report", Meeting = "meeting", Evaluation = "evaluation" }

    /// How often an obligation falls due (周期). Fortnights and tenure quarters run from an anchor date.
    Cycle {
        Weekly = "weekly", Fortnightly = "fortnightly", HalfMonthly = "half_monthly", Monthly = "monthly",
        Quarterly = "quarterly", HalfYearly = "half_yearly", Yearly = "yearly",
        TenureQuarterly = "tenure_quarterly",
    }

    /// What happens to a due date that is no working day (遇节假日: 提前 / 顺延 / 不变).
    DueShift { Advance = "advance", Postpone = "postpone", Keep = "keep" }

    /// Where a report stands by hand (报送状态). `Late` is for one of which only that is known; with a date it follows.
    ReportStatus { Pending = "pending", Submitted = "submitted", Late = "late", Exempt = "exempt" }

    /// Who is appraised (考核对象类型).
    AppraisalSubject { Expert = "expert", Pair = "pair", Site = "site", Relation = "relation" }

    /// The documents that this program makes: those of the domain list, and the pictures beside it from D31 on.
    DocumentKind {
        WeekSchedule = "D01", Posting = "D02", Roster = "D03", ChangeSlip = "D04", TourPlan = "D05",
        TourRecord = "D06", PairingList = "D07", Agreement = "D08", TeachingRecord = "D09", Registration = "D10",
        TaskList = "D11", ChaseSlip = "D12", QuarterSummary = "D14", Handover = "D15", AttendanceMonth = "D16",
        LeaveSlips = "D17", FundUse = "D21", Decisions = "D22", Certificate = "D23", StudyList = "D25",
        BenefitList = "D27", MonthSchedule = "D28", ReportCalendar = "D30", StintTimeline = "D31",
        RelationList = "D32", StudioList = "D33", TeamList = "D34", RotationPlan = "D35", PlanComparison = "D36",
        ProblemList = "D37",
    }
}

impl DocumentKind {
    /// The kind of a document code, in either case.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::from_code(&code.to_ascii_uppercase())
    }

    /// Whether it hangs on a wall and is read from two metres: its text grows to fill the page.
    #[must_use]
    pub const fn hangs_on_wall(self) -> bool {
        matches!(self, Self::WeekSchedule | Self::Posting | Self::TourPlan | Self::MonthSchedule)
    }

    /// Whether each person, pair or slip has a paper of its own, which always stands upright.
    #[must_use]
    pub const fn has_papers(self) -> bool {
        matches!(
            self,
            Self::Agreement | Self::TeachingRecord | Self::Registration | Self::LeaveSlips | Self::Certificate
        )
    }
}
