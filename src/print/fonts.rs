//! The fonts of paper, inside the program: a page looks the same on every computer.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

const FILES: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/NotoSerifSC-Regular.otf"),
    include_bytes!("../../assets/fonts/NotoSerifSC-Bold.otf"),
    include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf"),
];

/// Fonts with their directory.
pub(super) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub faces: Vec<Font>,
}

/// Read once, on first use.
pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
});
