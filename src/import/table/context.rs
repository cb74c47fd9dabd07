//! Values that stand outside the rows: title, sub-lines, sheet name, file name (contract 1.5).

use chrono::Datelike;

use crate::domain::Period;
use crate::import::values::{Frame, batch_number, find_period, half_width, is_blank, text};
use crate::import::{Context, Grid, Raw};

/// Labels and the value they give.
const LABELS: &[(&str, &str)] = &[
    ("统计口径", "basis"),
    ("数据口径", "basis"),
    ("口径", "basis"),
    ("派出单位", "supporter"),
    ("支援单位", "supporter"),
    ("支援医院", "supporter"),
    ("派出医院", "supporter"),
    ("受援单位", "host"),
    ("受援医院", "host"),
    ("派驻单位", "host"),
    ("接收单位", "host"),
    ("填报单位", "reporter"),
    ("制表单位", "reporter"),
    ("填表单位", "reporter"),
    ("填报", "reporter"),
    ("单位", "unit"),
    ("机构", "institution"),
    ("医院", "institution"),
    ("站点", "institution"),
    ("有效期", "valid"),
    ("统计期间", "period"),
    ("统计时间", "period"),
    ("统计时段", "period"),
    ("期间", "period"),
    ("报告期", "period"),
    ("月份", "period"),
    ("年度", "period"),
    ("时间", "period"),
    ("批次", "batch"),
    ("版本", "version"),
    ("帮扶项目", "programme"),
];
/// Units of money and counts; a 单位 that is none of them is an institution.
const UNITS: &[&str] = &["元", "万元", "千元", "人次", "人", "台", "例", "次", "项", "份", "%", "个", "家", "天"];

/// How a sheet says that it has not been issued.
const DRAFT: &str = "草稿";

/// What one source says.
#[derive(Debug, Default)]
struct Source {
    labelled: Vec<(&'static str, String)>,
    /// Everything that stands without a label.
    free: String,
}

/// The context of a table: the clerk's choices, overridden by file name, sheet name, title, sub-lines.
#[must_use]
pub fn context(grid: &Grid, header: usize, end: usize, file: &str, chosen: &Context) -> Context {
    let above: Vec<Source> = (0..header).map(|row| source(grid, row)).collect();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let names = [grid.name.as_deref().unwrap_or(""), stem].map(Source::free);
    let mut context = chosen.clone();
    let mut set = |key: &str, value: String| {
        if !value.is_empty() {
            context.insert(key.to_owned(), value);
        }
    };
    if let Some(title) = above.iter().find(|source| !source.free.is_empty()) {
        set("title", title.free.trim().to_owned());
    }
    // Closest to the rows first: sub-lines below the title, then title, sheet name, file name.
    let sources: Vec<&Source> = above.iter().skip(1).chain(above.first()).chain(&names).collect();
    let tail: Vec<Source> = (end..grid.rows.len().min(end + 20)).map(|row| source(grid, row)).collect();
    for (key, value) in tail.iter().flat_map(|source| &source.labelled) {
        if *key == "valid" {
            set(key, value.clone());
        }
    }
    for source in sources.iter().rev() {
        for (key, value) in &source.labelled {
            set(key, value.clone());
        }
        if let Some(batch) = numbered(&source.free, "批") {
            set("batch", batch);
        }
        if source.free.split(' ').any(|word| word == DRAFT) {
            set("draft", DRAFT.to_owned());
        }
        if let Some(version) = numbered(&source.free, "版") {
            set("version", version);
        }
    }
    place_times(&sources, &mut context);
    if grid.is_1904 {
        context.insert("epoch".to_owned(), "1904".to_owned());
    }
    context
}

impl Source {
    fn free(text: &str) -> Self {
        Self { labelled: Vec::new(), free: half_width(text).into_owned() }
    }
}

fn source(grid: &Grid, row: usize) -> Source {
    let mut source = Source::default();
    let cells = grid.rows.get(row).map_or(&[][..], Vec::as_slice);
    for raw in cells.iter().filter(|raw| !is_blank(raw)) {
        let Some(text) = text(raw) else { continue };
        read_words(&text, &mut source);
    }
    source
}

/// Splits a line at spaces into `label:value` and free words.
fn read_words(line: &str, source: &mut Source) {
    let mut waiting: Option<&str> = None;
    for word in line.split_whitespace().flat_map(|word| word.split(';')) {
        let (label, value) = match (word.split_once(':'), waiting.take()) {
            (Some((label, "")), _) => {
                waiting = Some(label);
                continue;
            }
            (Some((label, value)), _) => (Some(label), value),
            (None, label) => (label, word),
        };
        match label.map(|label| label.trim_start_matches(['(', '注'])) {
            Some(label) => {
                let known = LABELS.iter().find(|(known, _)| label == *known);
                if let Some((_, key)) = known {
                    let (value, beside) = own_bracket(balanced(value));
                    source.labelled.push(labelled(key, value));
                    source.free.push_str(beside);
                    source.free.push(' ');
                }
            }
            // What holds as of a day is no period.
            None if word.starts_with("截至") || word.starts_with("截止") => {}
            None => {
                source.free.push_str(word);
                source.free.push(' ');
            }
        }
    }
}

/// Without the end of a bracket that began before the label: `(单位:万元)`.
fn balanced(value: &str) -> &str {
    if value.contains('(') { value } else { value.trim_end_matches(')') }
}

/// Parts a name from a bracket that is not part of it, such as a period or a batch: `甲医院(2022.3-2023.3)`.
fn own_bracket(value: &str) -> (&str, &str) {
    let bracket = value.strip_suffix(')').and_then(|value| value.rsplit_once('('));
    match bracket {
        Some((name, inside)) if !name.is_empty() && is_no_name(inside) => (name, inside),
        _ => (value, ""),
    }
}

fn is_no_name(inside: &str) -> bool {
    inside.contains(|sign: char| sign.is_ascii_digit()) || inside.contains('批') || inside == "盖章"
}

fn labelled(key: &'static str, value: &str) -> (&'static str, String) {
    match key {
        "unit" if !UNITS.contains(&value) => ("institution", value.to_owned()),
        "batch" => ("batch", batch(value).unwrap_or_else(|| value.to_owned())),
        _ => (key, value.to_owned()),
    }
}

fn batch(text: &str) -> Option<String> {
    batch_number(&Raw::Text(text.to_owned())).ok().flatten().map(|number| number.to_string())
}

/// The N of `第N批` or `第N版` in a text that names only one.
fn numbered(text: &str, unit: &str) -> Option<String> {
    let mut found = text.split(unit).filter_map(|before| batch(before.rsplit_once('第')?.1.trim()));
    found.next().filter(|first| found.all(|other| other == *first))
}

/// Year, month and period from the first source that says them; a period without year takes it from another.
fn place_times(sources: &[&Source], context: &mut Context) {
    let texts: Vec<&str> = sources
        .iter()
        .flat_map(|source| {
            let labelled = source.labelled.iter().filter(|(key, _)| *key == "period").map(|(_, value)| value.as_str());
            labelled.chain([source.free.as_str()])
        })
        .collect();
    let dated = |frame: &Frame| texts.iter().find_map(|text| find_period(text, frame).filter(|found| !is_day(*found)));
    let year = dated(&Frame::default()).map(|period| period.from().year());
    let year = year
        .or_else(|| texts.iter().find_map(|text| find_period(text, &Frame::default())).map(|day| day.from().year()));
    let chosen = Frame::of(context).year;
    let frame = year.or(chosen).map_or_else(Frame::default, Frame::of_year);
    let period = dated(&frame);
    context.retain(|key, _| key != "period");
    if let Some(period) = period {
        context.insert("period".to_owned(), written(period));
        if period.from().year() == period.to().year() {
            context.insert("year".to_owned(), period.from().year().to_string());
            if period.from().month() == period.to().month() {
                context.insert("month".to_owned(), period.from().month().to_string());
            }
        }
    } else if let Some(year) = year {
        context.insert("year".to_owned(), year.to_string());
    }
    if let Some(valid) = context.get("valid").and_then(|text| find_period(text, &Frame::of(context))) {
        context.insert("valid".to_owned(), written(valid));
    }
}

fn is_day(period: Period) -> bool {
    period.from() == period.to()
}

fn written(period: Period) -> String {
    format!("{}..{}", period.from(), period.to())
}

/// Codes explained under a grid: `诊=坐诊`, or a code and its meaning side by side.
#[must_use]
pub fn legend(grid: &Grid, end: usize) -> Vec<(String, String)> {
    let mut legend = Vec::new();
    for row in grid.rows.iter().skip(end).take(30) {
        let texts: Vec<String> = row.iter().filter_map(text).collect();
        for part in texts.iter().flat_map(|text| text.split([';', ',', '、', ' ', '\n'])) {
            if let Some((code, meaning)) = part.split_once(['=', '-', '—']) {
                let code = code.rsplit(':').next().unwrap_or(code);
                keep(&mut legend, code, meaning);
            }
        }
        for (code, meaning) in texts.iter().zip(texts.iter().skip(1)) {
            keep(&mut legend, code, meaning);
        }
        // 图例: 诊 坐诊  查 查房 in one cell.
        for text in &texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            for (code, meaning) in words.iter().zip(words.iter().skip(1)) {
                let code = code.rsplit(':').next().unwrap_or(code);
                if code.chars().count() == 1 && meaning.chars().count() > 1 {
                    keep(&mut legend, code, meaning);
                }
            }
        }
    }
    legend
}

fn keep(legend: &mut Vec<(String, String)>, code: &str, meaning: &str) {
    let (code, meaning) = (code.trim(), meaning.trim().trim_end_matches('。'));
    if (1..=2).contains(&code.chars().count()) && !meaning.is_empty() {
        legend.push((code.to_owned(), meaning.to_owned()));
    }
}
