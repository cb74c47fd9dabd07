//! Exact numbers: fractions of whole numbers, rounded only when they are printed.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// A number without rounding. Sums and quotients stay exact; printing rounds half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    num: i128,
    /// Above 0 and without a common factor with `num`.
    den: i128,
}

impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// One.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// A whole number.
    #[must_use]
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { num: number.into(), den: 1 }
    }

    /// How many there are.
    #[must_use]
    pub fn count(number: usize) -> Self {
        Self::whole(i128::try_from(number).unwrap_or(i128::MAX))
    }

    /// `num / den`; `None` where `den` is 0.
    #[must_use]
    pub fn ratio(num: impl Into<i128>, den: impl Into<i128>) -> Option<Self> {
        let (num, den) = (num.into(), den.into());
        if den == 0 {
            return None;
        }
        let shared = shared_factor(num.unsigned_abs(), den.unsigned_abs());
        let shared = i128::try_from(shared).ok().filter(|shared| *shared != 0).unwrap_or(1);
        let sign = den.signum();
        Some(Self { num: sign * num / shared, den: sign * den / shared })
    }

    /// Divided; `None` by 0.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        Self::ratio(self.num.saturating_mul(other.den), self.den.saturating_mul(other.num))
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self::ratio(self.num.saturating_mul(i128::from(factor)), self.den).unwrap_or(Self::ZERO)
    }

    /// Whether it is 0.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.num == 0
    }

    /// Whether it is a whole number.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.den == 1
    }

    /// The whole part, towards minus infinity.
    #[must_use]
    pub const fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
    }

    /// In units of the last printed decimal, half up (away from 0).
    #[must_use]
    pub fn scaled(self, decimals: u32) -> i128 {
        let scale = 10_i128.saturating_pow(decimals);
        let twice = self.num.unsigned_abs().saturating_mul(scale.unsigned_abs()).saturating_mul(2);
        let rounded = (twice + self.den.unsigned_abs()) / (2 * self.den.unsigned_abs());
        i128::try_from(rounded).unwrap_or(i128::MAX) * self.num.signum()
    }

    /// Rounded half up, as the nearest machine number; only for handing on.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "rounded to the printed decimals first")]
    pub fn rounded(self, decimals: u32) -> f64 {
        self.scaled(decimals) as f64 / 10_f64.powi(i32::try_from(decimals).unwrap_or(0))
    }

    /// With thousands separators and so many decimals: `182,061`, `412,300.00`.
    #[must_use]
    pub fn printed(self, decimals: u32) -> String {
        let scaled = self.scaled(decimals);
        let scale = 10_u128.saturating_pow(decimals);
        let (whole, rest) = (scaled.unsigned_abs() / scale, scaled.unsigned_abs() % scale);
        let sign = if scaled < 0 { "-" } else { "" };
        match decimals {
            0 => format!("{sign}{}", grouped(whole)),
            _ => format!("{sign}{}.{rest:0width$}", grouped(whole), width = decimals as usize),
        }
    }

    /// Without thousands separators and with as many decimals as needed, six at most: `20`, `19.5`.
    #[must_use]
    pub fn plain(self) -> String {
        let text = self.printed(6).replace(',', "");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

fn shared_factor(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn grouped(whole: u128) -> String {
    let digits = whole.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let num = self.num.saturating_mul(other.den).saturating_add(other.num.saturating_mul(self.den));
        Self::ratio(num, self.den.saturating_mul(other.den)).unwrap_or(Self::ZERO)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other.times(-1)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        self.num.saturating_mul(other.den).cmp(&other.num.saturating_mul(self.den))
    }
}
