//! Page, sizes and standing parts of a text document.

use crate::report::{Block, Dress, Form, PaperSize, Sheet};

use super::{HEAD, MAIN, dress_of, escape};

/// Faces by the names that every Chinese Windows and WPS knows; others put their own in their place.
pub(super) const SONG: &str = "SimSun";
pub(super) const BLACK: &str = "SimHei";
const FANG_SONG: &str = "FangSong";

/// Lengths in millimetres, sizes in half points.
pub(super) struct Measures {
    pub width: f32,
    pub height: f32,
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
    pub title: u32,
    pub text: u32,
    pub cell: u32,
    /// Distance between lines of the text, twentieths of a point.
    pub line: u32,
    pub is_official: bool,
    pub is_slip: bool,
}

impl Measures {
    /// The measures of a sheet; an official paper by GB/T 9704.
    pub fn of(sheet: &Sheet) -> Self {
        let (short, long) = if sheet.paper == PaperSize::A3 { (297.0, 420.0) } else { (210.0, 297.0) };
        let is_across = sheet.forms.is_none() && sheet.is_landscape;
        let (width, height) = if is_across { (long, short) } else { (short, long) };
        let wished = sheet.text_size.map(|points| u32::from(points) * 2);
        let usual = |top, bottom, left, right, title, text, cell, line| Self {
            width,
            height,
            top,
            bottom,
            left,
            right,
            title,
            text: wished.unwrap_or(text),
            cell: wished.unwrap_or(cell),
            line: wished.map_or(line, |size| size * 17),
            is_official: false,
            is_slip: false,
        };
        // A list of many columns is set as small as the house allows.
        let cell = if sheet.columns.len() > 9 && sheet.forms.is_none() { 18 } else { 21 };
        match dress_of(sheet) {
            Dress::Official => Self { is_official: true, ..usual(37.0, 35.0, 28.0, 26.0, 44, 32, 24, 580) },
            Dress::Form => usual(17.0, 17.0, 18.0, 16.0, 40, 24, cell, 400),
            Dress::Slip => Self { is_slip: true, ..usual(13.0, 13.0, 18.0, 18.0, 32, 22, 22, 360) },
        }
    }

    /// Width of the text, twips.
    pub fn field(&self) -> u32 {
        twips(self.width - self.left - self.right)
    }

    /// The face of running text.
    pub const fn face(&self) -> &'static str {
        if self.is_official { FANG_SONG } else { SONG }
    }

    /// What each filling row of a paper gets beside its own height, millimetres: what the page has left, nearly.
    pub fn share(&self, form: &Form) -> f32 {
        let rows = || {
            form.blocks.iter().flat_map(|block| match block {
                Block::Table(table) => table.rows.as_slice(),
                Block::Text { .. } => &[],
            })
        };
        let fills: f32 = rows().map(|row| if row.fills { 1.0 } else { 0.0 }).sum();
        if fills == 0.0 {
            return 0.0;
        }
        let whole = self.height - self.top - self.bottom;
        // Beside the rows: title, sub-line, a note; a slip has half a page.
        let room = if self.is_slip { whole / 2.0 - 42.0 } else { whole - 34.0 };
        let taken: f32 = rows().map(|row| row.least).sum();
        ((room - taken) / fills).max(0.0)
    }
}

/// Millimetres as twentieths of a point.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths of a page are small and positive")]
pub(super) fn twips(millimetres: f32) -> u32 {
    (millimetres.max(0.0) * 56.692_9).round() as u32
}

/// The end of a section: page, margins, footer; `is_counted` begins its pages with 1.
pub(super) fn section(measures: &Measures, is_counted: bool) -> String {
    let Measures { width, height, top, bottom, left, right, .. } = *measures;
    let orientation = if width > height { " w:orient=\"landscape\"" } else { "" };
    let count = if is_counted { "<w:pgNumType w:start=\"1\"/>" } else { "" };
    let footer = if bottom > 30.0 { 26.0 } else { 8.0 };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r2\"/><w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"{orientation}/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" \
         w:left=\"{}\" w:header=\"567\" w:footer=\"{}\" w:gutter=\"0\"/>{count}</w:sectPr>",
        twips(width),
        twips(height),
        twips(top),
        twips(right),
        twips(bottom),
        twips(left),
        twips(footer)
    )
}

/// 第 x 页 共 y 页, counted within the section; over the whole document where pages are not counted anew.
pub(super) fn footer(sheet: &Sheet) -> String {
    let total = if dress_of(sheet) == Dress::Slip { "NUMPAGES" } else { "SECTIONPAGES" };
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text));
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let (before, rest) = sheet.words.page_of.split_once("{page}").unwrap_or((&sheet.words.page_of, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>",
        run(before),
        field("PAGE"),
        run(between),
        field(total),
        run(after)
    )
}

/// The one style that everything goes from.
pub(super) fn styles(lang: &str) -> String {
    let lang = if lang == "zh" { "zh-CN" } else { "en-GB" };
    format!(
        "{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{SONG}\" w:hAnsi=\"{SONG}\" w:eastAsia=\"{SONG}\"/><w:sz w:val=\"21\"/>\
         <w:lang w:val=\"en-US\" w:eastAsia=\"{lang}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>"
    )
}
