//! Pages that are set: as PDF, as pictures, as text.

use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;

use super::error::PrintError;

/// Dots per inch beyond which a picture of a page would not fit into memory.
const FINEST: f32 = 600.0;
/// Dots per inch below which nothing can be read.
const COARSEST: f32 = 12.0;
/// Documents longer than this are written without tags: they would be many times larger.
const LONGEST_TAGGED: usize = 12;

/// A document that is set.
#[derive(Debug, Clone)]
pub struct Pages {
    document: PagedDocument,
    fallback: Option<String>,
}

/// A page as pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue, alpha of each pixel, row by row from the top; pages are opaque.
    pub rgba: Vec<u8>,
}

/// A run of text on a page; lengths in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The page, counted from 0.
    pub page: usize,
    /// Where it begins.
    pub left: f64,
    /// The line it stands on.
    pub baseline: f64,
    /// How long it is.
    pub width: f64,
    /// Its size.
    pub size: f64,
    /// What it says.
    pub text: String,
}

impl Pages {
    pub(super) const fn new(document: PagedDocument, fallback: Option<String>) -> Self {
        Self { document, fallback }
    }

    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Why the built-in templates were used instead of the edited ones.
    #[must_use]
    pub fn fallback(&self) -> Option<&str> {
        self.fallback.as_deref()
    }

    /// Width and height of a page in points; absent where there is no such page.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let frame = &self.document.pages().get(page)?.frame;
        Some((frame.width().to_pt(), frame.height().to_pt()))
    }

    /// All pages as one PDF file, with title, author, language and date, tagged for screen readers.
    ///
    /// # Errors
    /// Where a page holds something that PDF cannot.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let options = PdfOptions {
            creator: Smart::Custom(Some(env!("CARGO_PKG_NAME").to_owned())),
            tagged: self.count() <= LONGEST_TAGGED,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| PrintError::Pdf {
            message: errors.first().map(|error| error.message.to_string()).unwrap_or_default(),
        })
    }

    /// A page as pixels, `dpi` dots an inch (held between 12 and 600), counted from 0.
    ///
    /// # Errors
    /// Where there is no such page.
    pub fn picture(&self, page: usize, dpi: f32) -> Result<Picture, PrintError> {
        let sheet = self.document.pages().get(page).ok_or(PrintError::NoSuchPage(page))?;
        let pixel_per_pt = Scalar::new(f64::from(dpi.clamp(COARSEST, FINEST)) / 72.0);
        let pixels = typst_render::render(sheet, &RenderOptions { pixel_per_pt, ..RenderOptions::default() });
        Ok(Picture { width: pixels.width(), height: pixels.height(), rgba: pixels.take() })
    }

    /// A page as a PNG file, which knows its resolution.
    ///
    /// # Errors
    /// Where there is no such page, or it cannot be encoded.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a resolution is small and positive")]
    pub fn png(&self, page: usize, dpi: f32) -> Result<Vec<u8>, PrintError> {
        let Picture { width, height, rgba } = self.picture(page, dpi)?;
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let per_metre = (dpi.clamp(COARSEST, FINEST) / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&rgba)?;
        writer.finish()?;
        Ok(file)
    }

    /// Every run of text with its place, page by page in reading order; the watermark is none of them.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (page, sheet) in self.document.pages().iter().enumerate() {
            collect(&sheet.frame, page, (0.0, 0.0), &mut runs);
        }
        runs
    }
}

/// Gathers the runs of a frame whose corner lies at the place.
fn collect(frame: &Frame, page: usize, (left, top): (f64, f64), runs: &mut Vec<Run>) {
    for (place, item) in frame.items() {
        let (left, top) = (left + place.x.to_pt(), top + place.y.to_pt());
        match item {
            FrameItem::Group(group) => {
                let turn = group.transform;
                if turn.is_only_translate() {
                    collect(&group.frame, page, (left + turn.tx.to_pt(), top + turn.ty.to_pt()), runs);
                }
            }
            FrameItem::Text(run) => {
                let (width, size) = (run.width().to_pt(), run.size.to_pt());
                runs.push(Run { page, left, baseline: top, width, size, text: run.text.to_string() });
            }
            _ => {}
        }
    }
}
