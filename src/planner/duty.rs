//! One duty of one expert, and how it stands in a file of plans: an array of a letter and numbers.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A duty of one expert. Days count from 0, a Monday; half 0 is the morning, 1 the afternoon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Cell>", into = "Vec<Cell>")]
pub enum Duty {
    /// Consultation hours in a department.
    Clinic {
        /// Who.
        expert: usize,
        /// In which department.
        department: usize,
        /// On which day.
        day: usize,
        /// In which half of it.
        half: usize,
    },
    /// A ward round in a department; always in the morning.
    Round {
        /// Who.
        expert: usize,
        /// In which department.
        department: usize,
        /// On which day.
        day: usize,
    },
    /// Teaching in the theatre.
    Surgery {
        /// Who.
        expert: usize,
        /// For which department.
        department: usize,
        /// On which day.
        day: usize,
        /// In which half of it.
        half: usize,
    },
    /// A lecture; always in the afternoon.
    Lecture {
        /// Who.
        expert: usize,
        /// On which day.
        day: usize,
    },
    /// A tour to a township, the whole day.
    Tour {
        /// Who.
        expert: usize,
        /// To which township.
        site: usize,
        /// On which day.
        day: usize,
    },
    /// On call through the night of a day.
    OnCall {
        /// Who.
        expert: usize,
        /// On which day.
        day: usize,
    },
    /// A month in which a crew covers a post.
    Block {
        /// Who.
        crew: usize,
        /// Which post.
        post: usize,
        /// Which month.
        month: usize,
    },
    /// A half-day of one of an office's own kinds of work.
    Session {
        /// Who.
        expert: usize,
        /// Which kind of work.
        work: usize,
        /// On which day.
        day: usize,
        /// In which half of it.
        half: usize,
    },
}

impl Duty {
    /// Who has the duty.
    #[must_use]
    pub const fn expert(self) -> usize {
        match self {
            Self::Clinic { expert, .. }
            | Self::Round { expert, .. }
            | Self::Surgery { expert, .. }
            | Self::Lecture { expert, .. }
            | Self::Tour { expert, .. }
            | Self::Session { expert, .. }
            | Self::Block { crew: expert, .. }
            | Self::OnCall { expert, .. } => expert,
        }
    }

    /// The day of the duty; of a block its month.
    #[must_use]
    pub const fn day(self) -> usize {
        match self {
            Self::Clinic { day, .. }
            | Self::Round { day, .. }
            | Self::Surgery { day, .. }
            | Self::Lecture { day, .. }
            | Self::Tour { day, .. }
            | Self::Session { day, .. }
            | Self::Block { month: day, .. }
            | Self::OnCall { day, .. } => day,
        }
    }

    /// The half of the day, 0 or 1; none where the duty fills the day or its night.
    #[must_use]
    pub const fn half(self) -> Option<usize> {
        match self {
            Self::Clinic { half, .. } | Self::Surgery { half, .. } | Self::Session { half, .. } => Some(half),
            Self::Round { .. } => Some(0),
            Self::Lecture { .. } => Some(1),
            Self::Tour { .. } | Self::OnCall { .. } | Self::Block { .. } => None,
        }
    }

    /// The same duty taken by someone else.
    #[must_use]
    pub const fn taken_by(self, other: usize) -> Self {
        let mut duty = self;
        match &mut duty {
            Self::Clinic { expert, .. }
            | Self::Round { expert, .. }
            | Self::Surgery { expert, .. }
            | Self::Lecture { expert, .. }
            | Self::Tour { expert, .. }
            | Self::Session { expert, .. }
            | Self::Block { crew: expert, .. }
            | Self::OnCall { expert, .. } => *expert = other,
        }
        duty
    }
}

/// One cell of the array.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// The letter of the duty.
    Letter(String),
    /// A number of it.
    Number(usize),
}

/// The array is not a duty.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
#[error("{0} is not a duty")]
pub struct NotADuty(String);

impl TryFrom<Vec<Cell>> for Duty {
    type Error = NotADuty;

    fn try_from(cells: Vec<Cell>) -> Result<Self, NotADuty> {
        let refused = || NotADuty(serde_json::to_string(&cells).unwrap_or_default());
        let Some((Cell::Letter(letter), rest)) = cells.split_first() else { return Err(refused()) };
        let numbers: Vec<usize> =
            rest.iter().filter_map(|cell| if let Cell::Number(number) = cell { Some(*number) } else { None }).collect();
        match (letter.as_str(), numbers.as_slice()) {
            ("c", &[expert, department, day, half @ 0..=1]) => Ok(Self::Clinic { expert, department, day, half }),
            ("r", &[expert, department, day, 0]) => Ok(Self::Round { expert, department, day }),
            ("s", &[expert, department, day, half @ 0..=1]) => Ok(Self::Surgery { expert, department, day, half }),
            ("l", &[expert, 0, day, 1]) => Ok(Self::Lecture { expert, day }),
            ("v", &[expert, site, day]) => Ok(Self::Tour { expert, site, day }),
            ("o", &[expert, day]) => Ok(Self::OnCall { expert, day }),
            ("b", &[crew, post, month]) => Ok(Self::Block { crew, post, month }),
            ("w", &[expert, work, day, half @ 0..=1]) => Ok(Self::Session { expert, work, day, half }),
            _ => Err(refused()),
        }
    }
}

impl From<Duty> for Vec<Cell> {
    fn from(duty: Duty) -> Self {
        let (letter, numbers) = match duty {
            Duty::Clinic { expert, department, day, half } => ("c", vec![expert, department, day, half]),
            Duty::Round { expert, department, day } => ("r", vec![expert, department, day, 0]),
            Duty::Surgery { expert, department, day, half } => ("s", vec![expert, department, day, half]),
            Duty::Lecture { expert, day } => ("l", vec![expert, 0, day, 1]),
            Duty::Tour { expert, site, day } => ("v", vec![expert, site, day]),
            Duty::OnCall { expert, day } => ("o", vec![expert, day]),
            Duty::Block { crew, post, month } => ("b", vec![crew, post, month]),
            Duty::Session { expert, work, day, half } => ("w", vec![expert, work, day, half]),
        };
        std::iter::once(Cell::Letter(letter.to_owned())).chain(numbers.into_iter().map(Cell::Number)).collect()
    }
}

/// A duty that must be in the plan, or must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Cell>", into = "Vec<Cell>")]
pub struct Lock {
    /// The duty.
    pub duty: Duty,
    /// Whether it must be in the plan.
    pub is_on: bool,
}

impl TryFrom<Vec<Cell>> for Lock {
    type Error = NotADuty;

    fn try_from(mut cells: Vec<Cell>) -> Result<Self, NotADuty> {
        match cells.pop() {
            Some(Cell::Number(value @ 0..=1)) => Ok(Self { duty: Duty::try_from(cells)?, is_on: value == 1 }),
            other => {
                cells.extend(other);
                Err(NotADuty(serde_json::to_string(&cells).unwrap_or_default()))
            }
        }
    }
}

impl From<Lock> for Vec<Cell> {
    fn from(lock: Lock) -> Self {
        let mut cells: Self = lock.duty.into();
        cells.push(Cell::Number(usize::from(lock.is_on)));
        cells
    }
}
