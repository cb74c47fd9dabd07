//! Finds the size at which a sheet fills one page; failing that, the smallest one, on as many pages as it takes.

use chrono::{Datelike, NaiveDateTime, Timelike};
use serde::Serialize;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::error::PrintError;
use super::templates::Templates;
use super::world::PaperWorld;
use crate::report::{Look, Sheet, Tone, fill};

/// Sizes of one attempt, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
struct Setting {
    /// Text of cells; nine is the floor of the house.
    size: f32,
    /// Above and below the text of a cell.
    inset: f32,
    /// Title.
    title: f32,
    /// Whether an aside always stands on a line of its own.
    is_stacked: bool,
}

/// Room at the foot of the page that is never given away to the rows.
const RESERVE: f32 = 4.0;
/// A4, in points.
const SHORT_SIDE: f32 = 595.3;
const LONG_SIDE: f32 = 841.9;
/// Top margin of the templates, 12 mm.
const TOP_MARGIN: f32 = 34.0;
/// Bottom margin of the templates, 14 mm.
const BOTTOM_MARGIN: f32 = 39.7;

/// Attempts for a look, the largest first.
const fn settings(look: Look) -> [Setting; 3] {
    const fn setting(size: f32, inset: f32, title: f32, is_stacked: bool) -> Setting {
        Setting { size, inset, title, is_stacked }
    }
    match look {
        Look::Grid => [setting(10.5, 2.0, 22.0, true), setting(10.5, 1.8, 20.0, false), setting(9.0, 1.2, 18.0, false)],
        Look::List => [setting(10.0, 4.0, 22.0, false), setting(9.5, 3.0, 20.0, false), setting(9.0, 2.2, 18.0, false)],
        Look::Poster => {
            [setting(21.0, 7.0, 44.0, false), setting(18.0, 6.0, 38.0, false), setting(15.0, 5.0, 32.0, false)]
        }
    }
}

/// How far rows may be stretched, in points above and below the text.
const fn widest_inset(look: Look) -> f32 {
    match look {
        Look::Grid => 8.0,
        Look::List => 6.5,
        Look::Poster => 16.0,
    }
}

/// Sets the sheet in the largest of its sizes that takes one page; else in the smallest, on several.
pub(super) fn fit(sheet: &Sheet, templates: &Templates, made_at: NaiveDateTime) -> Result<PagedDocument, PrintError> {
    let [large, middle, small] = settings(sheet.look);
    for setting in [large, middle].into_iter().filter(|setting| may_fit(sheet, *setting)) {
        let document = attempt(sheet, templates, made_at, setting)?;
        if document.pages().len() == 1 {
            return Ok(stretch(sheet, templates, made_at, setting, &document).unwrap_or(document));
        }
    }
    let document = attempt(sheet, templates, made_at, small)?;
    if document.pages().len() > 1 {
        return Ok(document);
    }
    Ok(stretch(sheet, templates, made_at, small, &document).unwrap_or(document))
}

/// Whether one page could hold the rows if none of them needed a second line: spares an attempt that cannot succeed.
fn may_fit(sheet: &Sheet, setting: Setting) -> bool {
    let page = if sheet.is_landscape { SHORT_SIDE } else { LONG_SIDE };
    let lines = if setting.is_stacked { 2.0 } else { 1.0 };
    let row = lines * setting.size + 2.0 * setting.inset;
    let rows = u16::try_from(sheet.head.len() + sheet.body.len()).unwrap_or(u16::MAX);
    f32::from(rows) * row < page - BOTTOM_MARGIN - TOP_MARGIN - setting.title
}

/// Gives the room left on a single page to the rows, evenly.
fn stretch(
    sheet: &Sheet,
    templates: &Templates,
    made_at: NaiveDateTime,
    setting: Setting,
    document: &PagedDocument,
) -> Option<PagedDocument> {
    let rows = u16::try_from(sheet.head.len() + sheet.body.len()).ok().filter(|rows| *rows > 0)?;
    let room = room_left(document)? - RESERVE;
    let inset = (setting.inset + room / (2.0 * f32::from(rows))).min(widest_inset(sheet.look));
    if inset < setting.inset + 0.2 {
        return None;
    }
    let wider = attempt(sheet, templates, made_at, Setting { inset, ..setting }).ok()?;
    (wider.pages().len() == 1).then_some(wider)
}

/// Points between the end of the content and the bottom margin of the last page.
#[allow(clippy::cast_possible_truncation, reason = "lengths of a page in points")]
fn room_left(document: &PagedDocument) -> Option<f32> {
    let introspector = document.introspector();
    let end = introspector.query_label(Label::new(PicoStr::intern("end"))?).ok()?.location()?;
    let height = document.pages().last()?.frame.height();
    let room = height - introspector.as_ref().position(end)?.point.y;
    Some(room.to_pt() as f32 - BOTTOM_MARGIN)
}

/// What the template reads as `/data.json`.
#[derive(Serialize)]
struct Data<'a> {
    sheet: &'a Sheet,
    tints: Tints,
    made: Made,
    #[serde(flatten)]
    setting: Setting,
}

/// Fills by tone.
#[derive(Serialize)]
struct Tints {
    plain: Option<&'static str>,
    head: Option<&'static str>,
    total: Option<&'static str>,
    weekend: Option<&'static str>,
    holiday: Option<&'static str>,
    make_up: Option<&'static str>,
    activity: [Option<&'static str>; 10],
}

/// When the document was made.
#[derive(Serialize)]
struct Made {
    year: i32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
}

fn attempt(
    sheet: &Sheet,
    templates: &Templates,
    made_at: NaiveDateTime,
    setting: Setting,
) -> Result<PagedDocument, PrintError> {
    let tint = |tone| fill(tone, sheet.is_grey);
    let tints = Tints {
        plain: tint(Tone::Plain),
        head: tint(Tone::Head),
        total: tint(Tone::Total),
        weekend: tint(Tone::Weekend),
        holiday: tint(Tone::Holiday),
        make_up: tint(Tone::MakeUp),
        activity: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(|hue| tint(Tone::Activity(hue))),
    };
    let made = Made {
        year: made_at.year(),
        month: made_at.month(),
        day: made_at.day(),
        hour: made_at.hour(),
        minute: made_at.minute(),
        second: made_at.second(),
    };
    let data = serde_json::to_vec(&Data { sheet, tints, made, setting })?;
    PaperWorld::new(sheet.look, templates, data)?.compile()
}
