//! Makes the pages beside the window: sheet from the office, typesetting and files on threads of their own.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use crate::app::paper::{self, Format};
use crate::app::{Answer, Failure, Job, Told};
use crate::report::{DocumentRequest, Sheet};
use crate::ui::off_screen;
use crate::ui::page::{Command, PageCx, Tone};

use super::options::Offers;

/// Dots per inch of the preview: twice the usual screen, so that it stays sharp when enlarged.
const PREVIEW_DPI: f32 = 144.0;

/// A page as a picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its pixels.
    pub image: egui::ColorImage,
    /// Its width and height on paper, in points.
    pub size: egui::Vec2,
}

/// A document that is set.
#[derive(Debug)]
pub struct Made {
    /// Its pages.
    pub pages: Vec<Picture>,
    /// Grows with every new one.
    pub revision: u64,
    /// The newest version that was issued, 0 for none.
    pub version: u32,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Why the built-in templates were used in place of edited ones.
    pub fallback: Option<String>,
    sheet: Arc<Sheet>,
    press: paper::Press,
}

type Content = Result<(Sheet, paper::Press, u32, Offers), Failure>;

/// What is shown, and what is on its way.
#[derive(Debug, Default)]
pub struct Press {
    shown: Option<Result<Made, Told>>,
    asked: Option<Answer<Content>>,
    setting: Option<Job<Result<Made, Failure>>>,
    saving: Option<Job<Result<Vec<PathBuf>, Failure>>>,
    printing: Option<Job<Result<PathBuf, Failure>>>,
    offers: Offers,
    is_fresh: bool,
    revision: u64,
}

impl Press {
    /// What is shown is out of date.
    pub const fn expire(&mut self) {
        self.is_fresh = false;
    }

    /// The document, where it is set.
    pub fn made(&self) -> Option<&Made> {
        self.shown.as_ref().and_then(|shown| shown.as_ref().ok())
    }

    /// The document or what went wrong; the old picture stays until the new one is there.
    pub const fn shown(&self) -> Option<&Result<Made, Told>> {
        self.shown.as_ref()
    }

    /// What the data file offers to the options.
    pub const fn offers(&self) -> &Offers {
        &self.offers
    }

    /// Asks, sets and hears.
    pub fn poll(&mut self, ctx: &Context, cx: &mut PageCx<'_>, request: &DocumentRequest) {
        if !self.is_fresh && self.asked.is_none() && self.setting.is_none() {
            self.is_fresh = true;
            let (request, tr) = (request.clone(), cx.tr);
            self.asked = Some(cx.desk.ask(move |office| {
                let version = office.issued_version(&request);
                let calendar = Some(Arc::clone(office.calendar()));
                let offers = Offers {
                    calendar,
                    relations: paper::relations(office),
                    people: paper::people(office),
                    pairs: paper::pairs(office, &request),
                    wording: paper::wording(office, request.kind, tr),
                };
                Ok((office.sheet(&request, tr)?, office.press(), version, offers))
            }));
        }
        if let Some(content) = self.asked.as_ref().and_then(Answer::take) {
            self.asked = None;
            match content {
                Ok((sheet, press, version, offers)) => {
                    self.offers = offers;
                    self.set(ctx, sheet, press, version);
                }
                Err(failure) => self.shown = Some(Err(failure.told(cx.tr))),
            }
        }
        if let Some(made) = self.setting.as_ref().and_then(|job| job.answer.take()) {
            self.setting = None;
            self.shown = Some(made.map_err(|failure| failure.told(cx.tr)));
        }
        self.hear_files(cx);
    }

    fn set(&mut self, ctx: &Context, sheet: Sheet, press: paper::Press, version: u32) {
        self.revision += 1;
        let (revision, wake) = (self.revision, ctx.clone());
        self.setting = Some(Job::start(
            "typesetting",
            move || wake.request_repaint(),
            move |_| {
                let pages = paper::pages(&sheet, &press)?;
                let pictures =
                    (0..pages.count()).map(|page| picture(&pages, page)).collect::<Result<Vec<_>, Failure>>()?;
                let fallback = pages.fallback().map(str::to_owned);
                let is_draft = sheet.is_draft;
                Ok(Made { pages: pictures, revision, version, is_draft, fallback, sheet: Arc::new(sheet), press })
            },
        ));
    }

    /// Writes the document as a file.
    pub fn save(&mut self, ctx: &Context, format: Format, path: PathBuf) {
        let Some(made) = self.made() else { return };
        let (sheet, press, wake) = (Arc::clone(&made.sheet), made.press.clone(), ctx.clone());
        let path = if path.extension().is_some() { path } else { path.with_extension(format.extension()) };
        let work = move |_: &crate::app::Progress| paper::export(&sheet, format, &path, &press);
        self.saving = Some(Job::start("export", move || wake.request_repaint(), work));
    }

    /// Hands the pages to the system's viewer, which prints them.
    pub fn print(&mut self, ctx: &Context, cx: &mut PageCx<'_>) {
        let Some(made) = self.made() else { return };
        if off_screen::is_on(ctx) {
            return;
        }
        let (sheet, press, wake) = (Arc::clone(&made.sheet), made.press.clone(), ctx.clone());
        let work = move |_: &crate::app::Progress| paper::hand_to_viewer(&sheet, &press);
        self.printing = Some(Job::start("print", move || wake.request_repaint(), work));
        cx.out.push(Command::Say(Tone::Info, cx.tr.preview_opening().to_owned()));
    }

    fn hear_files(&mut self, cx: &mut PageCx<'_>) {
        if let Some(result) = self.saving.as_ref().and_then(|job| job.answer.take()) {
            self.saving = None;
            match result {
                Ok(paths) => {
                    let path = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
                    cx.out.push(Command::Say(Tone::Ok, cx.tr.preview_saved(&path)));
                }
                Err(failure) => say(cx, &failure),
            }
        }
        if let Some(result) = self.printing.as_ref().and_then(|job| job.answer.take()) {
            self.printing = None;
            if let Err(failure) = result {
                say(cx, &failure);
            }
        }
    }
}

/// Says why something failed.
pub fn say(cx: &mut PageCx<'_>, failure: &Failure) {
    let told = failure.told(cx.tr);
    cx.out.push(Command::Say(Tone::Error, format!("{}\n{}\n{}", told.what, told.unchanged, told.next)));
}

#[allow(clippy::cast_possible_truncation, reason = "a page is a few hundred points wide")]
fn picture(pages: &paper::Pages, page: usize) -> Result<Picture, Failure> {
    let picture = pages.picture(page, PREVIEW_DPI)?;
    let size = [picture.width as usize, picture.height as usize];
    let (width, height) = pages.size(page).unwrap_or_default();
    Ok(Picture {
        image: egui::ColorImage::from_rgba_unmultiplied(size, &picture.rgba),
        size: egui::vec2(width as f32, height as f32),
    })
}
