//! Counts, days, money, batch numbers, years of birth, phones.

use crate::import::{Code, Raw};

/// An exact count. `unit` is that of the column (`人次`), if any. R07 where it is no exact whole number;
/// N05 for another unit, N06 for 约.
pub fn count(raw: &Raw, unit: Option<&str>, hints: &mut Vec<Code>) -> Result<Option<u64>, Code> {
    todo!()
}

/// Days in half-days (1.5 days → 3). R07 otherwise.
pub fn days(raw: &Raw, hints: &mut Vec<Code>) -> Result<Option<u32>, Code> {
    todo!()
}

/// Money in 分; `unit` is that of the heading or the sheet (`万元`), if any, 元 without. R12 otherwise.
pub fn money_fen(raw: &Raw, unit: Option<&str>, hints: &mut Vec<Code>) -> Result<Option<i64>, Code> {
    todo!()
}

/// Number of a batch: `第一批`, `第1批`, `1`, `B1`. R08 otherwise.
pub fn batch_number(raw: &Raw) -> Result<Option<u32>, Code> {
    todo!()
}

/// Year of birth, from a year or a date. R02 otherwise.
pub fn birth_year(raw: &Raw) -> Result<Option<i32>, Code> {
    todo!()
}

/// Phone as text; never refused.
#[must_use]
pub fn phone(raw: &Raw) -> Option<String> {
    todo!()
}
