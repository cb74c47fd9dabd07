//! The quiet colours behind cells, the same on paper, in workbooks and on web pages.

use super::sheet::Tone;

/// Fill behind a cell as `#rrggbb`, absent for bare paper. Black text keeps at least 12:1 on each.
#[must_use]
pub fn fill(tone: Tone, is_grey: bool) -> Option<&'static str> {
    if is_grey { shade(tone) } else { tint(tone) }
}

fn tint(tone: Tone) -> Option<&'static str> {
    Some(match tone {
        Tone::Plain => return None,
        Tone::Head => "#e3eae9",
        Tone::Total => "#f0f3f2",
        Tone::Weekend => "#f3f3f1",
        Tone::Holiday => "#f6e9e4",
        Tone::MakeUp => "#eef2dc",
        Tone::Activity(hue) => hue_tint(hue),
    })
}

/// Ten hues of one lightness, so that none shouts; the order is that of the window.
const fn hue_tint(hue: u8) -> &'static str {
    match hue % 10 {
        0 => "#d9eee9",
        1 => "#dfeafa",
        2 => "#fbe3df",
        3 => "#fdeccd",
        4 => "#e9e3f7",
        5 => "#e2f0d5",
        6 => "#fae1ee",
        7 => "#d8eef6",
        8 => "#f1e6d8",
        _ => "#e6e8ec",
    }
}

fn shade(tone: Tone) -> Option<&'static str> {
    Some(match tone {
        Tone::Plain | Tone::Activity(_) => return None,
        Tone::Head => "#e6e6e6",
        Tone::Total | Tone::MakeUp => "#f4f4f4",
        Tone::Weekend => "#efefef",
        Tone::Holiday => "#e4e4e4",
    })
}
