//! Finds the size at which a sheet fills one page; failing that, the smallest one, on as many pages as it takes.

use chrono::{Datelike, NaiveDateTime, Timelike};
use serde::Serialize;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::columns;
use super::error::PrintError;
use super::estimate;
use super::setting::{Setting, attempts, seems_to_fit, shared_by_pages, wall_settings, widest_inset};
use super::templates::Templates;
use super::world::PaperWorld;
use crate::report::{Sheet, Tone, fill};

/// Room at the foot of the page that is never given away to the rows, points.
const RESERVE: f32 = 4.0;
/// Kept back from a guess, points: setting a page twice costs more than a little white.
const CAUTION: f32 = 12.0;
/// More room than this is given to the rows in another attempt, points.
const WASTE: f32 = 40.0;
/// Attempts at a wall sheet beyond the usual sizes: setting a page takes time.
const WALL_ATTEMPTS: usize = 3;

/// Sets the sheet in the largest of its sizes that takes one page; else in the smallest, on several.
pub(super) fn fit(sheet: &Sheet, templates: &Templates, made_at: NaiveDateTime) -> Result<PagedDocument, PrintError> {
    let typist = Typist { sheet, templates, made_at };
    let [large, middle, small] = attempts(sheet);
    if sheet.forms.is_some() {
        // Papers have sizes of their own.
        return typist.attempt(large);
    }
    let usual = [large, middle].into_iter().filter(|setting| seems_to_fit(sheet, *setting));
    for setting in wall_settings(sheet).take(WALL_ATTEMPTS).chain(usual) {
        let document = typist.fill_page(setting)?;
        if is_single(&document) {
            return Ok(document);
        }
    }
    match shared_by_pages(sheet, small) {
        Some(setting) => typist.attempt(setting),
        None => typist.fill_page(small),
    }
}

fn is_single(document: &PagedDocument) -> bool {
    document.pages().len() == 1
}

/// One sheet about to be set.
struct Typist<'a> {
    sheet: &'a Sheet,
    templates: &'a Templates,
    made_at: NaiveDateTime,
}

impl Typist<'_> {
    /// The sheet in one size, its rows as wide apart as a single page allows; on several pages they stay close.
    fn fill_page(&self, setting: Setting) -> Result<PagedDocument, PrintError> {
        let spare = estimate::room(self.sheet) - estimate::height(self.sheet, setting);
        let mut tried = self.stretched(setting, spare - CAUTION);
        let mut document = self.attempt(tried)?;
        if !is_single(&document) && tried != setting {
            tried = setting;
            document = self.attempt(tried)?;
        }
        let room = room_left(&document).filter(|room| is_single(&document) && *room > WASTE);
        let wider = room.map(|room| self.stretched(tried, room)).filter(|wider| *wider != tried);
        match wider {
            Some(wider) => Ok(self.attempt(wider).ok().filter(is_single).unwrap_or(document)),
            None => Ok(document),
        }
    }

    /// The setting with the room given to its rows, evenly.
    fn stretched(&self, setting: Setting, room: f32) -> Setting {
        let rows = u16::try_from(self.sheet.head.len() + self.sheet.body.len()).unwrap_or(u16::MAX).max(1);
        let more = (room - RESERVE) / (2.0 * f32::from(rows));
        let inset = (setting.inset + more.max(0.0)).min(widest_inset(self.sheet));
        Setting { inset, ..setting }
    }

    fn attempt(&self, setting: Setting) -> Result<PagedDocument, PrintError> {
        let data = serde_json::to_vec(&Data::new(self.sheet, self.made_at, setting))?;
        PaperWorld::new(self.sheet, self.templates, data)?.compile()
    }
}

/// Points between the end of the content and the bottom margin of the last page.
#[allow(clippy::cast_possible_truncation, reason = "lengths of a page in points")]
fn room_left(document: &PagedDocument) -> Option<f32> {
    let introspector = document.introspector();
    let end = introspector.query_label(Label::new(PicoStr::intern("end"))?).ok()?.location()?;
    let height = document.pages().last()?.frame.height();
    let room = height - introspector.as_ref().position(end)?.point.y;
    Some(room.to_pt() as f32 - estimate::BOTTOM_MARGIN)
}

/// What the template reads as `/data.json`.
#[derive(Serialize)]
struct Data<'a> {
    sheet: &'a Sheet,
    tints: Tints,
    made: Made,
    /// Of the columns, in points.
    widths: Vec<f32>,
    /// Whether it is read from two metres.
    hangs: bool,
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

impl<'a> Data<'a> {
    fn new(sheet: &'a Sheet, made_at: NaiveDateTime, setting: Setting) -> Self {
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
        let widths = columns::widths(sheet, estimate::table_width(sheet), setting.size);
        Self { sheet, tints, made, widths, hangs: sheet.kind.hangs_on_wall(), setting }
    }
}
