//! Pours the tokens into egui's own style, so that no widget keeps its default look.

use std::collections::BTreeMap;

use egui::style::{HandleShape, Interaction, ScrollStyle, Selection, Spacing, Visuals, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, vec2};

use super::theme::{self, CORNER, ROW, Theme};

/// Puts the theme on everything that is drawn from now on.
pub fn apply(ctx: &egui::Context, theme: &Theme, is_calm: bool) {
    let base = if theme.is_dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(base);
    ctx.set_style_of(base, style(theme, is_calm));
}

/// The style of a theme; a calm one does not move.
#[must_use]
pub fn style(theme: &Theme, is_calm: bool) -> Style {
    let base = if theme.is_dark { egui::Theme::Dark } else { egui::Theme::Light };
    let interaction = Interaction { selectable_labels: false, tooltip_delay: 0.4, ..base.default_style().interaction };
    Style {
        text_styles: text_styles(),
        drag_value_text_style: TextStyle::Body,
        spacing: spacing(),
        visuals: visuals(theme, &base.default_visuals()),
        interaction,
        animation_time: if is_calm { 0.0 } else { 0.12 },
        ..base.default_style()
    }
}

fn text_styles() -> BTreeMap<TextStyle, egui::FontId> {
    [
        (TextStyle::Small, theme::caption()),
        (TextStyle::Body, theme::body()),
        (TextStyle::Button, theme::body()),
        (TextStyle::Monospace, theme::body()),
        (TextStyle::Heading, theme::heading()),
        (theme::title_style(), theme::title()),
    ]
    .into()
}

fn spacing() -> Spacing {
    let scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: 24.0,
        dormant_handle_opacity: 0.35,
        foreground_color: false,
        // No gradients: what goes on below is told by the bar.
        fade: egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() },
        ..ScrollStyle::floating()
    };
    Spacing {
        item_spacing: vec2(8.0, 4.0),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(4),
        button_padding: vec2(10.0, 3.0),
        interact_size: vec2(28.0, ROW),
        slider_width: 200.0,
        slider_rail_height: 4.0,
        combo_width: 120.0,
        text_edit_width: 240.0,
        icon_width: 16.0,
        icon_width_inner: 10.0,
        icon_spacing: 8.0,
        tooltip_width: 360.0,
        menu_width: 240.0,
        menu_spacing: 0.0,
        combo_height: 320.0,
        scroll,
        ..Spacing::default()
    }
}

fn visuals(theme: &Theme, base: &Visuals) -> Visuals {
    let shadow_strength = if theme.is_dark { 110 } else { 30 };
    Visuals {
        dark_mode: theme.is_dark,
        override_text_color: None,
        weak_text_color: Some(theme.muted),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.selection, stroke: Stroke::new(1.0, theme.accent) },
        hyperlink_color: theme.accent,
        faint_bg_color: theme.raised,
        extreme_bg_color: theme.paper,
        text_edit_bg_color: Some(theme.paper),
        code_bg_color: theme.raised,
        warn_fg_color: theme.warning,
        error_fg_color: theme.danger,
        window_corner_radius: CornerRadius::same(8),
        window_shadow: Shadow::NONE,
        window_fill: theme.paper,
        window_stroke: Stroke::new(1.0, theme.line),
        menu_corner_radius: CornerRadius::same(CORNER),
        panel_fill: theme.paper,
        popup_shadow: Shadow { offset: [0, 4], blur: 12, spread: 0, color: Color32::from_black_alpha(shadow_strength) },
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        indent_has_left_vline: false,
        disabled_alpha: 0.55,
        text_cursor: egui::style::TextCursorStyle {
            stroke: Stroke::new(1.5, theme.accent),
            // A blinking cursor repaints for ever; a steady one costs nothing.
            blink: false,
            ..base.text_cursor.clone()
        },
        ..base.clone()
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let look = |fill: Color32, line: Color32, ink: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(width, ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(theme.paper, theme.line, theme.ink, 1.0),
        inactive: look(theme.paper, theme.line, theme.ink, 1.5),
        hovered: look(theme.hover, theme.line, theme.ink, 1.5),
        active: look(theme.hover, theme.accent, theme.ink, 1.5),
        open: look(theme.hover, theme.line, theme.ink, 1.5),
    }
}
