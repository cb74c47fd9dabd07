//! Colours, sizes and spaces as tokens, light and dark; nothing else in the window names a colour.

use egui::{Color32, FontFamily, FontId, TextStyle};

/// Corners of everything that has corners, in points.
pub const CORNER: u8 = 6;
/// Height of a control or a table row, in points.
pub const ROW: f32 = 28.0;
/// The grid: every gap is a multiple of it, in points.
pub const GRID: f32 = 4.0;
/// Gap around a page's content, in points.
pub const MARGIN: i8 = 16;
/// Width of an inspector beside the content, in points.
pub const INSPECTOR: f32 = 320.0;

/// The tokens of one theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Whether this is the dark one.
    pub is_dark: bool,
    /// Text.
    pub ink: Color32,
    /// Quieter text; still at least 4.5:1 on paper.
    pub muted: Color32,
    /// The page.
    pub paper: Color32,
    /// Rail, bars, cards.
    pub raised: Color32,
    /// What the pointer is over.
    pub hover: Color32,
    /// Hairlines.
    pub line: Color32,
    /// The one accent, deep teal.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Something is wrong.
    pub danger: Color32,
    /// Something should be looked at.
    pub warning: Color32,
    /// Worth knowing.
    pub info: Color32,
    /// All well.
    pub ok: Color32,
    /// Quiet fill behind a danger.
    pub danger_tint: Color32,
    /// Quiet fill behind a warning.
    pub warning_tint: Color32,
    /// Quiet fill behind something worth knowing.
    pub info_tint: Color32,
    /// Quiet fill behind something well.
    pub ok_tint: Color32,
    /// Tint of weekend columns.
    pub weekend: Color32,
    /// Tint of holiday columns.
    pub holiday: Color32,
    /// Tint of make-up day columns.
    pub make_up: Color32,
    /// Fill of the selected cell or row.
    pub selection: Color32,
    /// What lies between a dialog and the page under it.
    pub veil: Color32,
    /// Fills of the ten activity hues; ink stays readable on each.
    pub activity: [Color32; 10],
}

impl Theme {
    /// Dark on light.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            is_dark: false,
            ink: rgb(0x1B_24_23),
            muted: rgb(0x58_63_61),
            paper: rgb(0xFF_FF_FF),
            raised: rgb(0xF6_F7_F6),
            hover: rgb(0xEC_EF_EE),
            line: rgb(0xDF_E4_E2),
            accent: rgb(0x0B_66_61),
            on_accent: rgb(0xFF_FF_FF),
            danger: rgb(0xB0_25_1C),
            warning: rgb(0x84_56_00),
            info: rgb(0x1D_5C_A3),
            ok: rgb(0x25_6B_3B),
            danger_tint: rgb(0xFB_E9_E7),
            warning_tint: rgb(0xFC_F1_D9),
            info_tint: rgb(0xE6_EF_F9),
            ok_tint: rgb(0xE4_F2_E7),
            weekend: rgb(0xF3_F5_F4),
            holiday: rgb(0xFB_F0_E4),
            make_up: rgb(0xEA_F1_F8),
            selection: rgb(0xD8_EC_E9),
            veil: Color32::from_rgba_premultiplied(10, 14, 14, 90),
            activity: [
                rgb(0xCB_E8_E2),
                rgb(0xD2_E2_F5),
                rgb(0xE2_DC_F5),
                rgb(0xD9_EB_CB),
                rgb(0xF5_E9_BE),
                rgb(0xCD_E8_F0),
                rgb(0xF7_E0_C9),
                rgb(0xF4_DA_E5),
                rgb(0xE6_E7_C6),
                rgb(0xE4_E8_E6),
            ],
        }
    }

    /// Light on dark.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            is_dark: true,
            ink: rgb(0xE3_E9_E7),
            muted: rgb(0x9D_A9_A6),
            paper: rgb(0x15_1A_1A),
            raised: rgb(0x1C_22_22),
            hover: rgb(0x28_30_30),
            line: rgb(0x31_3A_3A),
            accent: rgb(0x4F_B8_AD),
            on_accent: rgb(0x06_20_1E),
            danger: rgb(0xF2_8F_86),
            warning: rgb(0xE3_B3_5E),
            info: rgb(0x8C_BA_F0),
            ok: rgb(0x85_CA_95),
            danger_tint: rgb(0x3A_21_20),
            warning_tint: rgb(0x36_2C_18),
            info_tint: rgb(0x1D_2B_3B),
            ok_tint: rgb(0x1D_2F_23),
            weekend: rgb(0x1A_20_20),
            holiday: rgb(0x30_27_1D),
            make_up: rgb(0x1B_27_34),
            selection: rgb(0x1C_40_3D),
            veil: Color32::from_rgba_premultiplied(0, 0, 0, 140),
            activity: [
                rgb(0x1D_4A_45),
                rgb(0x24_3F_5E),
                rgb(0x3C_35_60),
                rgb(0x31_4B_24),
                rgb(0x50_44_18),
                rgb(0x1F_48_55),
                rgb(0x58_3C_22),
                rgb(0x54_30_42),
                rgb(0x43_45_20),
                rgb(0x33_3B_3A),
            ],
        }
    }

    /// The fill of an activity hue.
    #[must_use]
    pub fn hue(&self, hue: u8) -> Color32 {
        self.activity.get(usize::from(hue)).copied().unwrap_or(self.raised)
    }
}

/// Caption size: what explains something else.
#[must_use]
pub fn caption() -> FontId {
    FontId::new(12.0, FontFamily::Proportional)
}

/// Body size: nearly everything.
#[must_use]
pub fn body() -> FontId {
    FontId::new(14.0, FontFamily::Proportional)
}

/// Body size, bold: heads of columns and groups.
#[must_use]
pub fn strong() -> FontId {
    FontId::new(14.0, super::fonts::strong())
}

/// Heading size: the page, a dialog, a group.
#[must_use]
pub fn heading() -> FontId {
    FontId::new(18.0, super::fonts::strong())
}

/// Title size: the one thing a page is about.
#[must_use]
pub fn title() -> FontId {
    FontId::new(24.0, super::fonts::strong())
}

/// The style of the title size.
#[must_use]
pub fn title_style() -> TextStyle {
    TextStyle::Name("title".into())
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_colour_is_readable_on_every_ground() {
        for theme in [Theme::light(), Theme::dark()] {
            let Theme { ink, muted, paper, raised, hover, accent, danger, warning, info, ok, selection, .. } = theme;
            let grounds = [paper, raised, hover];
            let mut pairs: Vec<_> = [ink, muted, accent, danger, warning, info, ok]
                .into_iter()
                .flat_map(|text| grounds.map(|ground| (text, ground)))
                .collect();
            pairs.extend(theme.activity.map(|hue| (ink, hue)));
            pairs.extend([theme.weekend, theme.holiday, theme.make_up, selection].map(|tint| (ink, tint)));
            pairs.extend([theme.weekend, theme.holiday, theme.make_up, selection].map(|tint| (muted, tint)));
            pairs.extend([(accent, selection), (theme.on_accent, accent)]);
            pairs.extend([
                (danger, theme.danger_tint),
                (warning, theme.warning_tint),
                (info, theme.info_tint),
                (ok, theme.ok_tint),
            ]);
            for (text, ground) in pairs {
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{text:?} on {ground:?} has only {found:.2}:1 (dark: {})", theme.is_dark);
            }
        }
    }
}
