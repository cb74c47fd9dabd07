//! The names of parameters, and the fields that a line of a ledger may hold.

/// Declares a list of names as an enum.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($variant:ident $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(
            #[doc = concat!("`", $code, "`.")]
            $variant
        ),+ }

        impl $name {
            /// Every one, in the order of the manual.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it is written in a question.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

names! {
    /// A parameter of a question.
    Key {
        Period "period", On "on", Relation "relation", Programme "programme", Direction "direction", Inst "inst",
        IncludeSub "include_sub", InstKind "inst_kind", Host "host", Supporter "supporter", Peer "peer", Dept "dept",
        Person "person", Batch "batch", Mode "mode", Role "role", Discipline "discipline", MinRank "min_rank",
        Kind "kind", Category "category", Status "status", Activity "activity", Slot "slot", DayKind "day_kind",
        Basis "basis", Indicator "indicator", Grade "grade", Level "level", Name "name", No "no", List "list",
        Lead "lead", Own "own", Award "award", Independent "independent", Shifted "shifted", Voucher "voucher",
        MinDays "min_days", With "with", Distinct "distinct", Share "share", Per "per", Part "part", Base "base",
        Group "group", Pick "pick", Show "show", News "news", Word "word",
    }
}

names! {
    /// What a line of a ledger may say about itself.
    Field {
        Person "person", Mentor "mentor", Apprentice "apprentice", ApprenticeDept "apprentice_dept", Batch "batch",
        Dept "dept", Host "host", Supporter "supporter", Inst "inst", Institution "institution", Peer "peer",
        Programme "programme", Relation "relation", Direction "direction", Indicator "indicator", Basis "basis",
        Kind "kind", Category "category", Status "status", Grade "grade", Level "level", Activity "activity",
        Rank "rank", Name "name", Period "period", Pair "pair", Date "date", Weekday "weekday", Post "post",
        Participants "participants", InstKind "inst_kind", Mode "mode", Role "role", Discipline "discipline",
        Slot "slot", DayKind "day_kind", No "no", List "list", Lead "lead", Own "own", Award "award",
        Independent "independent", Shifted "shifted", Voucher "voucher", Unit "unit", Event "event",
    }
}

names! {
    /// A unit of time that a series may run in.
    Grain { Day "day", Week "week", Month "month", Quarter "quarter", Half "half", Year "year", Tenure "tenure" }
}

names! {
    /// What a figure may be divided by.
    Per { Day "day", Person "person", Stint "stint", Mentor "mentor" }
}

names! {
    /// Half of a quotient.
    Part { Num "num", Den "den" }
}

names! {
    /// Which value of a series stands for it.
    PickOne { Min "min", Max "max", Mean "mean" }
}

impl Key {
    /// The parameters that shape a figure, which every code takes but for `distinct`.
    pub const SHAPES: &'static [Self] =
        &[Self::Share, Self::Per, Self::Part, Self::Base, Self::Group, Self::Pick, Self::Show, Self::News, Self::Word];

    /// The field that the parameter narrows; `None` for those that are no plain comparison.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        Some(match self {
            Self::Relation => Field::Relation,
            Self::Programme => Field::Programme,
            Self::Inst => Field::Inst,
            Self::InstKind => Field::InstKind,
            Self::Host => Field::Host,
            Self::Supporter => Field::Supporter,
            Self::Peer => Field::Peer,
            Self::Dept => Field::Dept,
            Self::Person => Field::Person,
            Self::Batch => Field::Batch,
            Self::Mode => Field::Mode,
            Self::Role => Field::Role,
            Self::Discipline => Field::Discipline,
            Self::Kind => Field::Kind,
            Self::Category => Field::Category,
            Self::Status => Field::Status,
            Self::Activity => Field::Activity,
            Self::Slot => Field::Slot,
            Self::DayKind => Field::DayKind,
            Self::Basis => Field::Basis,
            Self::Indicator => Field::Indicator,
            Self::Grade => Field::Grade,
            Self::Level => Field::Level,
            Self::Name => Field::Name,
            Self::No => Field::No,
            Self::List => Field::List,
            Self::Lead => Field::Lead,
            Self::Own => Field::Own,
            Self::Award => Field::Award,
            Self::Independent => Field::Independent,
            Self::Shifted => Field::Shifted,
            Self::Voucher => Field::Voucher,
            _ => return None,
        })
    }

    /// Whether the value is yes or no.
    #[must_use]
    pub const fn is_yes_or_no(self) -> bool {
        matches!(
            self,
            Self::IncludeSub
                | Self::Lead
                | Self::Own
                | Self::Award
                | Self::Independent
                | Self::Shifted
                | Self::Voucher
                | Self::News
        )
    }
}
