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
        0 => "#cbe8e2",
        1 => "#d2e2f5",
        2 => "#e2dcf5",
        3 => "#d9ebcb",
        4 => "#f5e9be",
        5 => "#cde8f0",
        6 => "#f7e0c9",
        7 => "#f4dae5",
        8 => "#e6e7c6",
        _ => "#e4e8e6",
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
