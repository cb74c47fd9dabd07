//! Money in fen, written as an office writes it: 1,000,000.00.

use std::fmt;

/// An amount in fen; never a fraction of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// That many fen.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// How many fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// In units of ten thousand yuan with two decimals, rounded half up (41.23).
    #[must_use]
    pub fn in_ten_thousand(self) -> String {
        let hundredths = (self.0.abs() + 5_000) / 10_000;
        format!("{}{}.{:02}", self.sign(), hundredths / 100, hundredths % 100)
    }

    /// by their factors; `None` where it is no exact amount.
    /// The amount that a clerk wrote: digits with or without commas, two decimals at most; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|character| !matches!(character, ',' | ' ' | '，')).collect();
        let (digits, is_negative) = plain.strip_prefix('-').map_or((plain.as_str(), false), |rest| (rest, true));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > 2 || !is_number(whole) || !is_number(part) {
            return None;
        }
        let fen: i64 = format!("{part:0<2}").parse().ok()?;
        let fen = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(fen)?;
        Some(Self(if is_negative { -fen } else { fen }))
    }

    /// The share of another amount in percent, in hundredths of a percent, rounded half up; `None` of nothing.
    #[must_use]
    pub fn share_of(self, whole: Self) -> Option<i64> {
        if whole.0 == 0 {
            return None;
        }
        let scaled = i128::from(self.0) * 10_000 * 2 + i128::from(whole.0);
        i64::try_from(scaled.div_euclid(i128::from(whole.0) * 2)).ok()
    }

    const fn sign(self) -> &'static str {
        if self.0 < 0 { "-" } else { "" }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (yuan, fen) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = yuan.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        write!(f, "{}{grouped}.{fen:02}", self.sign())
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        Self(amounts.map(Self::fen).fold(0, i64::saturating_add))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_with_commas_and_two_decimals() {
        for (fen, text) in
            [(0, "0.00"), (5, "0.05"), (100_000_000, "1,000,000.00"), (-1_234_567, "-12,345.67"), (99_999, "999.99")]
        {
            assert_eq!(Money::from_fen(fen).to_string(), text);
            assert_eq!(Money::parse(text), Some(Money::from_fen(fen)));
        }
        for wrong in ["", "一百万", "1.234", "1e6", "1.2.3", "十二"] {
            assert_eq!(Money::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn shares_are_rounded_half_up() {
        for (part, whole, expected) in
            [(41_230_000, 100_000_000, Some(4123)), (1, 3, Some(3333)), (2, 3, Some(6667)), (1, 0, None)]
        {
            assert_eq!(Money::from_fen(part).share_of(Money::from_fen(whole)), expected);
        }
        assert_eq!(Money::from_fen(41_230_000).in_ten_thousand(), "41.23");
        assert_eq!(Money::from_fen(100_000_000).in_ten_thousand(), "100.00");
    }
}
