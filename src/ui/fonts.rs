//! The one family of the window in its two weights.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

const REGULAR: &str = "Noto Sans SC";
const BOLD: &str = "Noto Sans SC Bold";

/// Makes the built-in family the only one; what it lacks is looked for nowhere else.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The family that titles and heads are set in.
#[must_use]
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let regular = FontData::from_static(include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf"));
    let bold = FontData::from_static(include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf"));
    fonts.font_data.insert(REGULAR.to_owned(), Arc::new(regular));
    fonts.font_data.insert(BOLD.to_owned(), Arc::new(bold));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![REGULAR.to_owned()]);
    }
    fonts.families.insert(strong(), vec![BOLD.to_owned(), REGULAR.to_owned()]);
    fonts
}
