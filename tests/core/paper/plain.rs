//! A sheet as plain text, for snapshots: one line a row, spans and tones beside the words.

use std::fmt::Write as _;

use chuanbangdai::report::{Cell, Sheet, Tone};

pub fn plain(sheet: &Sheet) -> String {
    let mut text = String::new();
    let draft = if sheet.is_draft { " [draft]" } else { "" };
    writeln!(text, "{}{draft} <{}>\n{}\n", sheet.title, sheet.tab, sheet.subline.join(" | ")).unwrap();
    for row in sheet.head.iter().chain(&sheet.body) {
        text.push_str(if row.starts_group { "= " } else { "- " });
        let cells: Vec<_> = row.cells.iter().map(cell).collect();
        writeln!(text, "{}", cells.join(" | ")).unwrap();
    }
    let legend: Vec<_> = sheet.legend.iter().map(|item| format!("{} {}", item.mark, item.text)).collect();
    writeln!(text, "\n{}", legend.join(", ")).unwrap();
    for note in &sheet.notes {
        writeln!(text, "* {note}").unwrap();
    }
    let places: Vec<_> = sheet.signatures.iter().map(|place| format!("{}: {}", place.label, place.value)).collect();
    text.push_str(&places.join(", "));
    text
}

fn cell(cell: &Cell) -> String {
    let span = match (cell.col_span, cell.row_span) {
        (1, 1) => String::new(),
        (columns, rows) => format!("[{columns}x{rows}]"),
    };
    let tone = match cell.tone {
        Tone::Plain | Tone::Head => String::new(),
        Tone::Activity(hue) => format!("{{{hue}}}"),
        other => format!("{{{other:?}}}"),
    };
    format!("{}{span}{tone}", cell.plain().replace('\n', " / "))
}
