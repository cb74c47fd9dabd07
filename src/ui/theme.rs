//! Colours, sizes and spaces as tokens, light and dark; nothing else in the window names a colour.

use egui::Color32;

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
    /// Tint of weekend columns.
    pub weekend: Color32,
    /// Tint of holiday columns.
    pub holiday: Color32,
    /// Tint of make-up day columns.
    pub make_up: Color32,
    /// Fill of the selected cell or row.
    pub selection: Color32,
    /// Fills of the ten activity hues; ink stays readable on each.
    pub activity: [Color32; 10],
}
