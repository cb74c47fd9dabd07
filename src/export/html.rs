//! A sheet as one web page that needs nothing else: no script, no font, no picture from outside.

use std::fmt::Write as _;

use crate::report::{Align, Cell, Line, Sheet, SheetRow, Tone, fill};

const STYLE: &str = "\
body{margin:24px auto;max-width:1400px;padding:0 16px;color:#111;background:#fff;\
font-family:\"Noto Serif CJK SC\",\"Source Han Serif SC\",SimSun,serif;font-size:15px;line-height:1.4}\
h1{font-size:28px;text-align:center;margin:0 0 8px}\
.sub{display:flex;justify-content:space-between;margin:0 0 6px}\
table{border-collapse:collapse;width:100%;border:2px solid #111}\
th,td{border:1px solid #888;padding:4px 6px;text-align:center;vertical-align:middle}\
th{font-family:\"Noto Sans CJK SC\",\"Microsoft YaHei\",SimHei,sans-serif;font-weight:500}\
tr.group>td{border-top:2px solid #333}\
.left{text-align:left}.right{text-align:right}.aside{color:#444;font-size:.9em}\
.legend span{border:1px solid #888;padding:0 4px;margin:0 4px 0 12px}\
.sign{display:flex;gap:32px;margin-top:20px}.sign div{flex:1}\
.code{display:flex;flex-wrap:wrap;gap:4mm;justify-content:flex-end}.code figure{margin:0;text-align:center}.code svg{width:100%;height:auto}\
.draft{color:#777;letter-spacing:.3em}\
@media print{@page{size:A4 landscape;margin:12mm}body{margin:0;max-width:none}thead{display:table-header-group}\
tr{break-inside:avoid}*{print-color-adjust:exact}}";

/// The page, as UTF-8.
#[must_use]
pub fn html(sheet: &Sheet) -> Vec<u8> {
    let mut page = String::new();
    let lang = if sheet.lang == "zh" { "zh-CN" } else { "en" };
    let title = escape(&sheet.title);
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"author\" content=\"{}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        escape(&sheet.author)
    );
    page.push_str("<div class=\"sub\">");
    for part in &sheet.subline {
        let _ = write!(page, "<span>{}</span>", escape(part));
    }
    page.push_str("</div>\n<table>\n<thead>\n");
    for row in &sheet.head {
        push_row(&mut page, sheet, row, "th");
    }
    page.push_str("</thead>\n<tbody>\n");
    for row in &sheet.body {
        push_row(&mut page, sheet, row, "td");
    }
    page.push_str("</tbody>\n</table>\n");
    push_foot(&mut page, sheet);
    page.push_str("</body>\n</html>\n");
    page.into_bytes()
}

fn push_row(page: &mut String, sheet: &Sheet, row: &SheetRow, element: &str) {
    page.push_str(if row.starts_group { "<tr class=\"group\">" } else { "<tr>" });
    for cell in &row.cells {
        push_cell(page, sheet, cell, element);
    }
    page.push_str("</tr>\n");
}

fn push_cell(page: &mut String, sheet: &Sheet, cell: &Cell, element: &str) {
    let _ = write!(page, "<{element}");
    if cell.col_span > 1 {
        let _ = write!(page, " colspan=\"{}\"", cell.col_span);
    }
    if cell.row_span > 1 {
        let _ = write!(page, " rowspan=\"{}\"", cell.row_span);
    }
    let align = sheet.columns.get(cell.column).map_or(Align::Centre, |column| column.align);
    if element == "td" && align != Align::Centre {
        page.push_str(if align == Align::Left { " class=\"left\"" } else { " class=\"right\"" });
    }
    if let Some(colour) = fill(cell.tone, sheet.is_grey) {
        let _ = write!(page, " style=\"background:{colour}\"");
    }
    page.push('>');
    let lines: Vec<_> = cell.lines.iter().map(line).collect();
    let text = lines.join("<br>");
    if cell.is_strong && element == "td" {
        let _ = write!(page, "<b>{text}</b>");
    } else {
        page.push_str(&text);
    }
    let _ = write!(page, "</{element}>");
}

fn line(line: &Line) -> String {
    let text = escape(&line.text);
    let aside = escape(&line.aside);
    match (text.is_empty(), aside.is_empty()) {
        (_, true) => text,
        (true, false) => format!("<span class=\"aside\">{aside}</span>"),
        (false, false) => format!("{text} <span class=\"aside\">{aside}</span>"),
    }
}

fn push_foot(page: &mut String, sheet: &Sheet) {
    let words = &sheet.words;
    if !sheet.legend.is_empty() {
        let _ = write!(page, "<p class=\"legend\">{}{}", escape(&words.legend), escape(&words.colon));
        for item in &sheet.legend {
            let colour = fill(item.tone, sheet.is_grey).or(fill(Tone::Plain, sheet.is_grey)).unwrap_or("#ffffff");
            let (mark, text) = (escape(&item.mark), escape(&item.text));
            let _ = write!(page, "<span style=\"background:{colour}\">{mark}</span>{text}");
        }
        page.push_str("</p>\n");
    }
    for note in &sheet.notes {
        let _ = writeln!(page, "<p>{}{}{}</p>", escape(&words.notes), escape(&words.colon), escape(note));
    }
    if !sheet.pictures.is_empty() {
        page.push_str("<div class=\"code\">");
        for code in &sheet.pictures {
            let (side, caption) = (code.width, escape(&code.caption));
            let _ = write!(
                page,
                "<figure style=\"width:{side}mm\">{}<figcaption>{caption}</figcaption></figure>",
                code.svg
            );
        }
        page.push_str("</div>\n");
    }
    page.push_str("<div class=\"sign\">");
    for place in &sheet.signatures {
        let _ = write!(page, "<div>{}{}{}</div>", escape(&place.label), escape(&words.colon), escape(&place.value));
    }
    page.push_str("</div>\n");
}

/// The text with the characters that mean something to a browser written out.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
