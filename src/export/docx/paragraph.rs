//! Paragraphs of a text document.

use std::fmt::Write as _;

use super::dress::{BLACK, Measures, SONG};
use super::escape;
use crate::report::TextStyle;

/// The line along which slips are cut apart.
pub(super) const CUT: &str = "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"dashed\" w:sz=\"4\" w:space=\"1\" \
    w:color=\"808080\"/></w:pBdr><w:spacing w:before=\"240\" w:after=\"360\"/></w:pPr></w:p>";

/// A run in a face and size.
pub(super) fn run(words: &str, face: &str, half_points: u32, is_bold: bool) -> String {
    let bold = if is_bold { "<w:b/>" } else { "" };
    format!(
        "<w:r><w:rPr><w:rFonts w:ascii=\"{face}\" w:hAnsi=\"{face}\" w:eastAsia=\"{face}\"/>{bold}\
         <w:sz w:val=\"{half_points}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(words)
    )
}

/// The title, centred.
pub(super) fn title(text: &mut String, words: &str, measures: &Measures) {
    let after = if measures.is_official { 400 } else { 120 };
    let run = run(words, SONG, measures.title, true);
    let _ = write!(
        text,
        "<w:p><w:pPr><w:keepNext/><w:spacing w:after=\"{after}\"/><w:jc w:val=\"center\"/></w:pPr>{run}</w:p>"
    );
}

/// What stands under the title: one part at the right, several spread over the width.
pub(super) fn subline(text: &mut String, parts: &[String], measures: &Measures) {
    let size = if measures.is_official { 24 } else { 21 };
    let parts: Vec<&String> = parts.iter().filter(|part| !part.is_empty()).collect();
    let last = parts.len().saturating_sub(1);
    let mut stops = String::new();
    for place in 1..=last {
        let (kind, at) =
            if place == last { ("right", measures.field()) } else { ("center", share(measures, place, last)) };
        let _ = write!(stops, "<w:tab w:val=\"{kind}\" w:pos=\"{at}\"/>");
    }
    let align = if last == 0 { "<w:jc w:val=\"right\"/>" } else { "" };
    let stops = if stops.is_empty() { stops } else { format!("<w:tabs>{stops}</w:tabs>") };
    let runs: Vec<String> = parts.iter().map(|part| run(part, SONG, size, false)).collect();
    let runs = runs.join("<w:r><w:tab/></w:r>");
    let _ = write!(text, "<w:p><w:pPr><w:keepNext/>{stops}<w:spacing w:after=\"80\"/>{align}</w:pPr>{runs}</w:p>");
}

/// Where the parts between the first and the last are centred.
fn share(measures: &Measures, place: usize, last: usize) -> u32 {
    let part = |count: usize| u32::try_from(count).unwrap_or(1);
    measures.field() * part(place) / part(last).max(1)
}

/// A paragraph of the text.
pub(super) fn words(text: &mut String, words: &str, style: TextStyle, measures: &Measures) {
    let line = format!("<w:spacing w:line=\"{}\" w:lineRule=\"exact\"/>", measures.line);
    let indent = measures.text * 20;
    let first = format!("<w:ind w:firstLine=\"{indent}\"/>");
    let (settings, run) = match style {
        TextStyle::Body => {
            (format!("{line}{first}<w:jc w:val=\"both\"/>"), run(words, measures.face(), measures.text, false))
        }
        TextStyle::Heading => (format!("<w:keepNext/>{line}{first}"), run(words, BLACK, measures.text, false)),
        TextStyle::Close => {
            let left = measures.field() * 2 / 5;
            let place = format!("{line}<w:ind w:left=\"{left}\"/><w:jc w:val=\"center\"/>");
            (place, run(words, measures.face(), measures.text, false))
        }
        TextStyle::Note => ("<w:spacing w:before=\"80\"/>".to_owned(), run(words, SONG, 18, false)),
    };
    let _ = write!(text, "<w:p><w:pPr>{settings}</w:pPr>{run}</w:p>");
}
