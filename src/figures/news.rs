//! The wording of the news: from the exact value to a round one, never the other way.

use super::books::ZH;
use super::exact::Exact;

/// `120多例`, `18万多人次`, `80%以上`, `近80%`; an exact multiple stays the bare number.
#[must_use]
pub fn wording(value: Exact, is_percent: bool, unit: &str, word: &str) -> String {
    if is_percent { percentage(value) } else { count(value, unit, word) }
}

fn count(value: Exact, unit: &str, word: &str) -> String {
    let (sign, size) = if value < Exact::ZERO { ("-", value.times(-1)) } else { ("", value) };
    let whole = size.floor();
    let digits = whole.to_string().len();
    let step = match digits {
        0..=2 => 10,
        many => 10_i128.saturating_pow(u32::try_from(many - 2).unwrap_or(0)),
    };
    let round = whole / step * step;
    if round == 0 {
        return format!("{sign}{}{unit}", size.plain());
    }
    let more = if Exact::whole(round) == size { "" } else { word };
    if round >= 10_000 {
        let units = Exact::ratio(round, 10_000).unwrap_or_default();
        return format!("{sign}{}{}{more}{unit}", units.plain(), ZH.news_ten_thousand());
    }
    format!("{sign}{round}{more}{unit}")
}

fn percentage(value: Exact) -> String {
    let whole = value.floor();
    let next_ten = (whole.div_euclid(10) + 1) * 10;
    if Exact::whole(whole) == value {
        return format!("{whole}%");
    }
    if Exact::whole(next_ten) - value <= Exact::ONE {
        return ZH.news_nearly(&next_ten.to_string());
    }
    ZH.news_above(&whole.to_string())
}
