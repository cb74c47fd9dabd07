//! Counts, days, money, batch numbers, years of birth, phones.

use super::date_parts::take_parts;
use super::dates::push;
use super::scan::{Cursor, take_small_number};
use super::text::{squeeze, text};
use crate::import::{Code, Raw};

/// Units of counts; the first of a group stands for all of it.
const UNITS: &[&[&str]] = &[
    &["人次", "人", "名", "位"],
    &["台", "台次"],
    &["项"],
    &["次"],
    &["例", "例次"],
    &["份"],
    &["场", "场次", "期"],
    &["个"],
    &["天", "日"],
    &["件", "套", "台(套)"],
    &["对"],
    &["家"],
    &["张"],
    &["户"],
    &["学时", "课时", "小时"],
    &["半天"],
    &["月", "个月"],
    &["%", "％"],
    &["元"],
    &["万元"],
];

/// An exact count. `unit` is that of the column (`人次`), if any. R07 where it is no exact whole number;
/// N05 for another unit, N06 for 约.
pub fn count(raw: &Raw, unit: Option<&str>, hints: &mut Vec<Code>) -> Result<Option<u64>, Code> {
    let Some(decimal) = decimal(raw, Code::R07)? else { return Ok(None) };
    decimal.note_unit(unit, hints)?;
    match decimal.scaled(0) {
        Some(whole) => u64::try_from(whole).map(Some).map_err(|_| Code::R07),
        None => Err(Code::R07),
    }
}

/// Days in half-days (1.5 days → 3). R07 otherwise.
pub fn days(raw: &Raw, hints: &mut Vec<Code>) -> Result<Option<u32>, Code> {
    let Some(decimal) = decimal(raw, Code::R07)? else { return Ok(None) };
    decimal.note_unit(Some("天"), hints)?;
    let tenths = decimal.scaled(1).ok_or(Code::R07)?;
    if tenths % 5 == 0 { u32::try_from(tenths / 5).map(Some).map_err(|_| Code::R07) } else { Err(Code::R07) }
}

/// A quantity in tenths (1.5 hours → 15), whatever its unit. R07 where it is no exact number.
pub fn tenths(raw: &Raw, hints: &mut Vec<Code>) -> Result<Option<u32>, Code> {
    let Some(decimal) = decimal(raw, Code::R07)? else { return Ok(None) };
    decimal.note_unit(None, hints)?;
    decimal.scaled(1).and_then(|tenths| u32::try_from(tenths).ok()).map(Some).ok_or(Code::R07)
}

/// An exact number in hundredths (89.5 → 8950), points and percentages; 分 and % may stand behind. R07 otherwise.
pub fn hundredths(raw: &Raw) -> Result<Option<i64>, Code> {
    let Some(decimal) = decimal(raw, Code::R07)? else { return Ok(None) };
    if !matches!(decimal.unit.as_str(), "" | "%" | "分") {
        return Err(Code::R07);
    }
    decimal.scaled(2).and_then(|value| i64::try_from(value).ok()).map(Some).ok_or(Code::R07)
}

/// Money in 分; `unit` is that of the heading or the sheet (`万元`), if any, 元 without. R12 otherwise.
pub fn money_fen(raw: &Raw, unit: Option<&str>, hints: &mut Vec<Code>) -> Result<Option<i64>, Code> {
    let Some(decimal) = decimal(raw, Code::R12)? else { return Ok(None) };
    let unit = if decimal.unit.is_empty() { unit.unwrap_or("元") } else { &decimal.unit };
    let power = match unit.trim_matches(['(', ')']) {
        "元" | "人民币" | "人民币元" => 2,
        "千元" => 5,
        "万元" | "万" => 6,
        "亿元" | "亿" => 10,
        _ => return Err(Code::R12),
    };
    if decimal.is_approximate {
        push(hints, Code::N06);
    }
    decimal.scaled(power).and_then(|fen| i64::try_from(fen).ok()).map(Some).ok_or(Code::R12)
}

/// A number as written, exact.
struct Decimal {
    digits: i128,
    fraction: u32,
    unit: String,
    is_approximate: bool,
}

impl Decimal {
    /// The value times ten to the power, if whole.
    fn scaled(&self, power: u32) -> Option<i128> {
        if power >= self.fraction {
            return self.digits.checked_mul(10_i128.checked_pow(power - self.fraction)?);
        }
        let divisor = 10_i128.checked_pow(self.fraction - power)?;
        (self.digits % divisor == 0).then_some(self.digits / divisor)
    }

    fn note_unit(&self, column: Option<&str>, hints: &mut Vec<Code>) -> Result<(), Code> {
        if self.is_approximate {
            push(hints, Code::N06);
        }
        if self.unit.is_empty() {
            return Ok(());
        }
        let written = unit_group(&self.unit).ok_or(Code::R07)?;
        if column.is_some_and(|column| unit_group(column) != Some(written)) {
            push(hints, Code::N05);
        }
        Ok(())
    }
}

fn unit_group(unit: &str) -> Option<&'static str> {
    UNITS.iter().find(|group| group.contains(&unit)).and_then(|group| group.first()).copied()
}

fn decimal(raw: &Raw, otherwise: Code) -> Result<Option<Decimal>, Code> {
    match raw {
        Raw::Date(_) => Err(otherwise),
        Raw::Number(number) => {
            // What a spreadsheet shows: fifteen digits at most, so the noise of binary fractions is rounded off.
            let rounded = format!("{number:.6}");
            parse_decimal(rounded.trim_end_matches('0').trim_end_matches('.')).map(Some).ok_or(otherwise)
        }
        _ => match text(raw) {
            None => Ok(None),
            Some(text) => parse_decimal(&squeeze(&text)).map(Some).ok_or(otherwise),
        },
    }
}

fn parse_decimal(text: &str) -> Option<Decimal> {
    let stripped = text.strip_prefix('约');
    let is_approximate = stripped.is_some();
    let text = stripped.unwrap_or(text).trim_start_matches(['\'', '’', '¥', '￥', '+']);
    let is_negative = text.starts_with('-');
    let text = text.trim_start_matches('-').trim_start_matches(['¥', '￥']);
    let (mut digits, mut fraction, mut after_point, mut seen) = (0_i128, 0_u32, false, false);
    let mut rest = text.chars();
    let mut unit = "";
    loop {
        let before = rest.as_str();
        match rest.next() {
            Some(digit) if digit.is_ascii_digit() => {
                let value = i128::from(digit.to_digit(10)?);
                digits = digits.checked_mul(10)?.checked_add(value)?;
                fraction += u32::from(after_point);
                seen = true;
            }
            Some(',') if seen && !after_point => {}
            Some('.') if seen && !after_point => after_point = true,
            Some(_) if seen => {
                unit = before;
                break;
            }
            Some(_) => return None,
            None => break,
        }
    }
    let digits = if is_negative { -digits } else { digits };
    (seen && fraction <= 12).then(|| Decimal { digits, fraction, unit: unit.to_owned(), is_approximate })
}

/// A cell as what may be added up, in millionths: one part, or two for `12/360`; `None` where it is no number.
#[must_use]
pub fn sum_parts(raw: &Raw, unit: Option<&str>) -> Option<Vec<i128>> {
    if let Raw::Text(text) = raw
        && let Some((one, other)) = text.split_once('/')
    {
        let part = |text: &str| millionths(&Raw::Text(text.to_owned()), None);
        return Some(vec![part(one)?, part(other)?]);
    }
    millionths(raw, unit).map(|value| vec![value])
}

fn millionths(raw: &Raw, unit: Option<&str>) -> Option<i128> {
    let decimal = decimal(raw, Code::R07).ok().flatten()?;
    let unit = if decimal.unit.is_empty() { unit.unwrap_or_default() } else { &decimal.unit };
    decimal.scaled(if matches!(unit, "万元" | "万") { 10 } else { 6 })
}

/// Number of a batch: `第一批`, `第1批`, `1`, `B1`. R08 otherwise.
pub fn batch_number(raw: &Raw) -> Result<Option<u32>, Code> {
    let text = match raw {
        Raw::Number(number) => number.to_string(),
        other => match text(other) {
            None => return Ok(None),
            Some(text) => squeeze(&text),
        },
    };
    if matches!(text.as_str(), "首批" | "首批次") {
        return Ok(Some(1));
    }
    let mut cursor = Cursor::new(&text);
    cursor.take_word(&["第", "B", "b"]);
    let number = take_small_number(&mut cursor).filter(|number| *number > 0).ok_or(Code::R08)?;
    cursor.take_word(&["批次", "批", "期"]);
    if cursor.is_done() { Ok(Some(number)) } else { Err(Code::R08) }
}

/// Year of birth, from a year or a date. R02 otherwise.
pub fn birth_year(raw: &Raw) -> Result<Option<i32>, Code> {
    let year = match raw {
        Raw::Date(at) => Some(chrono::Datelike::year(&at.date())),
        other => match text(other) {
            None => return Ok(None),
            Some(text) => take_parts(&mut Cursor::new(&text), false).and_then(|parts| parts.year),
        },
    };
    year.filter(|year| (1900..=2100).contains(year)).map(Some).ok_or(Code::R02)
}

/// Phone as text; never refused.
#[must_use]
pub fn phone(raw: &Raw) -> Option<String> {
    text(raw)
}
