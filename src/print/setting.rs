//! The sizes in which a sheet may be set: as it lies on a desk, and larger where it hangs on a wall.

use serde::Serialize;

use super::columns;
use super::estimate;
use crate::report::{Look, PaperSize, Sheet};

/// Sizes of one attempt, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Setting {
    /// Text of cells; nine is the floor of the house.
    pub(super) size: f32,
    /// What follows the first words of a cell, a place or a phone.
    pub(super) aside: f32,
    /// Legend, notes.
    pub(super) small: f32,
    /// Above and below the text of a cell.
    pub(super) inset: f32,
    /// Title.
    pub(super) title: f32,
    /// Whether an aside always stands on a line of its own.
    pub(super) is_stacked: bool,
}

/// No text of a cell is smaller, or larger, in points, when the clerk chooses.
const FLOOR: u8 = 9;
const CEILING: u8 = 20;
/// The same floor, as a length.
const LEAST: f32 = 9.0;
/// What stands beside text is smaller by a tenth, beside larger text by a quarter.
const LESSER: (f32, f32) = (0.9, 0.75);
/// Text of cells on a wall, from this down by such steps, in points.
const WALL: f32 = 16.0;
const STEP: f32 = 0.5;
/// Above and below that text, in points: what room is left goes to it afterwards.
const WALL_INSET: f32 = 1.6;
/// Side of the larger paper against that of the smaller.
const GROWTH: f32 = 1.4;
/// How far the guess of a height may be out.
const DOUBT: f32 = 1.05;

impl Setting {
    /// Sizes that go with that of the text: in a timetable the aside stands back.
    fn new(look: Look, size: f32, inset: f32, title: f32) -> Self {
        Self { size, aside: aside_size(look, size), small: lesser(size), inset, title, is_stacked: false }
    }

    /// An aside on a line of its own.
    const fn stacked(self) -> Self {
        Self { is_stacked: true, ..self }
    }

    /// The same with text of another size.
    pub(super) fn sized(self, look: Look, size: f32) -> Self {
        Self { is_stacked: self.is_stacked, ..Self::new(look, size, self.inset, self.title) }
    }
}

/// Size of what stands beside or under text of a size, in points.
fn lesser(size: f32) -> f32 {
    (LESSER.0 * size).min(LEAST.max(LESSER.1 * size)).max(LEAST)
}

/// Size of an aside in a cell whose text has a size, in points.
pub(super) fn aside_size(look: Look, size: f32) -> f32 {
    if look == Look::Grid { lesser(size) } else { size }
}

/// Attempts for a look on the smaller paper, the largest first.
fn settings(look: Look) -> [Setting; 3] {
    let setting = |size, inset, title| Setting::new(look, size, inset, title);
    match look {
        Look::Grid => [setting(10.5, 2.0, 22.0).stacked(), setting(10.5, 1.8, 20.0), setting(9.0, 1.2, 18.0)],
        Look::List => [setting(10.0, 4.0, 22.0), setting(9.5, 3.0, 20.0), setting(9.0, 2.2, 18.0)],
        Look::Poster => [setting(19.0, 6.0, 40.0), setting(16.0, 5.0, 34.0), setting(14.0, 4.0, 30.0)],
    }
}

/// Attempts for a sheet: on the larger paper everything may grow with it, as it hangs further away.
pub(super) fn attempts(sheet: &Sheet) -> [Setting; 3] {
    let [large, middle, small] = settings(sheet.look);
    let grown = |setting: Setting, by: f32| Setting {
        inset: by * setting.inset,
        title: by * setting.title,
        ..setting.sized(sheet.look, by * setting.size)
    };
    let attempts = match sheet.paper {
        PaperSize::A4 => [large, middle, small],
        PaperSize::A3 => [grown(large, GROWTH), grown(middle, f32::midpoint(1.0, GROWTH)), small],
    };
    // The size that the clerk chose stays that size, on as many pages as it takes.
    match sheet.text_size.map(|size| f32::from(size.clamp(FLOOR, CEILING))) {
        Some(size) => attempts.map(|setting| setting.sized(sheet.look, size)),
        None => attempts,
    }
}

/// Sizes larger than the usual ones in which a sheet for the wall seems to fit one page with every word whole.
pub(super) fn wall_settings(sheet: &Sheet) -> impl Iterator<Item = Setting> + '_ {
    let [large, ..] = attempts(sheet);
    let top = if sheet.paper == PaperSize::A3 { GROWTH * WALL } else { WALL };
    let top = if hangs(sheet) { top } else { large.size };
    let sizes = std::iter::successors(Some(top), |size| Some(size - STEP)).take_while(move |size| *size > large.size);
    let sizes = sizes.filter(|size| columns::is_whole(sheet, estimate::table_width(sheet), *size));
    // Lines of equal height where there is room for them; else each as tall as it must be.
    let both =
        move |size| [large.is_stacked, false].map(|is_stacked| Setting { is_stacked, ..large.sized(sheet.look, size) });
    let settings = sizes.flat_map(both).map(|setting| Setting { inset: WALL_INSET, ..setting });
    settings.filter(|setting| seems_to_fit(sheet, *setting))
}

/// The size for a wall sheet that needs several pages whatever is done: the largest that needs no more of them.
pub(super) fn shared_by_pages(sheet: &Sheet, small: Setting) -> Option<Setting> {
    let [large, ..] = attempts(sheet);
    let fits =
        |setting: &Setting, pages: f32| estimate::height_on(sheet, *setting, pages) <= pages * estimate::room(sheet);
    let pages = (2_u8..=9).map(f32::from).find(|pages| fits(&small, *pages)).filter(|_| hangs(sheet))?;
    // Where fewer pages might do at the floor, nobody is given more of them for larger letters.
    if estimate::height_on(sheet, small, pages - 1.0) < DOUBT * (pages - 1.0) * estimate::room(sheet) {
        return None;
    }
    let sizes = std::iter::successors(Some(large.size), |size| Some(size - STEP)).take_while(|size| *size > small.size);
    sizes
        .map(|size| small.sized(sheet.look, size))
        .find(|setting| columns::is_whole(sheet, estimate::table_width(sheet), setting.size) && fits(setting, pages))
}

/// Whether the sheet is read from two metres and its size is not chosen by hand.
fn hangs(sheet: &Sheet) -> bool {
    sheet.kind.hangs_on_wall() && sheet.look != Look::Poster && sheet.text_size.is_none()
}

/// Whether a guess leaves hope that the sheet fits one page.
pub(super) fn seems_to_fit(sheet: &Sheet, setting: Setting) -> bool {
    estimate::height(sheet, setting) <= DOUBT * estimate::room(sheet)
}

/// How far rows may be stretched, in points above and below the text.
pub(super) fn widest_inset(sheet: &Sheet) -> f32 {
    let widest = match sheet.look {
        Look::Grid => 8.0,
        Look::List => 6.5,
        Look::Poster => 16.0,
    };
    if sheet.paper == PaperSize::A3 { GROWTH * widest } else { widest }
}
