//! JSON that people or other programs have written: read, or refused with the line, the column and the field.

use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;

/// Where a text goes wrong, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The place; absent where it is the text as a whole.
    pub place: Option<TextPlace>,
    /// How.
    pub kind: FaultKind,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPlace {
    /// 1-based line.
    pub line: usize,
    /// 1-based character of the line.
    pub column: usize,
    /// The field, such as `experts[3].title`; empty for the whole.
    pub field: String,
}

/// How a text goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// There is nothing in it.
    Empty,
    /// It is larger than anything that is meant.
    TooLarge,
    /// It is in UTF-16.
    Utf16,
    /// It is no text in UTF-8.
    NotUtf8,
    /// It ends too early.
    CutShort,
    /// It does not follow the grammar of JSON.
    Syntax,
    /// A field is missing.
    Missing(String),
    /// A field stands twice.
    Double(String),
    /// Something else is wanted there.
    Type(JsonType),
    /// A number beyond what the field can hold.
    Beyond(String),
    /// A list that is too short or too long.
    Length,
    /// It means nothing there.
    Meaningless,
}

/// What JSON can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// A whole number.
    Number,
    /// Text.
    Text,
    /// True or false.
    Truth,
    /// A list in brackets.
    List,
    /// Fields in braces.
    Fields,
    /// Anything else.
    Other,
}

/// Reads a value out of the bytes of a file.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    let text = text(bytes)?;
    serde_json::from_str(text).map_err(|error| fault(text, &error))
}

/// The names of the outermost fields, in their order; none where the text holds something else.
#[must_use]
pub fn fields(bytes: &[u8]) -> Vec<String> {
    struct Names;
    impl<'de> Visitor<'de> for Names {
        type Value = Vec<String>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("fields")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut names = Vec::new();
            while let Some((name, IgnoredAny)) = map.next_entry()? {
                names.push(name);
            }
            Ok(names)
        }
    }
    let Ok(text) = text(bytes) else { return Vec::new() };
    serde::Deserializer::deserialize_map(&mut serde_json::Deserializer::from_str(text), Names).unwrap_or_default()
}

/// The bytes as text, without a mark of their order.
fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let whole = |kind| Fault { place: None, kind };
    let is_wide = bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || bytes.iter().take(4).any(|byte| *byte == 0);
    if is_wide {
        return Err(whole(FaultKind::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => Err(whole(FaultKind::Empty)),
        Ok(text) => Ok(text),
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let before = String::from_utf8_lossy(sound);
            let (line, column) =
                (1 + before.matches('\n').count(), before.lines().last().map_or(0, |line| line.chars().count()));
            let place = TextPlace { line, column: column + 1, field: String::new() };
            Err(Fault { place: Some(place), kind: FaultKind::NotUtf8 })
        }
    }
}

fn fault(text: &str, error: &serde_json::Error) -> Fault {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let line = text.get(before..).unwrap_or_default();
    // Columns of the reader count bytes; people count characters.
    let column = (0..=error.column()).rev().find_map(|end| line.get(..end)).map_or(1, |part| part.chars().count());
    let kind = kind(error);
    let field = field_at(text, before + error.column(), kind == FaultKind::Meaningless);
    let place = TextPlace { line: error.line(), column: column.max(1), field };
    Fault { place: Some(place), kind }
}

fn kind(error: &serde_json::Error) -> FaultKind {
    match error.classify() {
        Category::Eof => FaultKind::CutShort,
        Category::Syntax | Category::Io => FaultKind::Syntax,
        Category::Data => of_data(&error.to_string()),
    }
}

/// How the reader words what is wrong with a value.
fn of_data(words: &str) -> FaultKind {
    let quoted = || words.split('`').nth(1).unwrap_or_default().to_owned();
    if words.starts_with("missing field") {
        FaultKind::Missing(quoted())
    } else if words.starts_with("duplicate field") {
        FaultKind::Double(quoted())
    } else if words.starts_with("invalid value") {
        FaultKind::Beyond(quoted())
    } else if words.starts_with("invalid length") {
        FaultKind::Length
    } else if words.starts_with("invalid type") {
        FaultKind::Type(wanted(words))
    } else {
        FaultKind::Meaningless
    }
}

fn wanted(words: &str) -> JsonType {
    let wanted = words.split_once("expected ").map_or("", |(_, wanted)| wanted);
    let begins = |with: &[&str]| with.iter().any(|start| wanted.starts_with(start));
    if begins(&["usize", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"]) {
        JsonType::Number
    } else if begins(&["a string", "a borrowed string"]) {
        JsonType::Text
    } else if begins(&["a boolean"]) {
        JsonType::Truth
    } else if begins(&["a sequence", "an array", "a tuple"]) {
        JsonType::List
    } else if begins(&["struct", "a map"]) {
        JsonType::Fields
    } else {
        JsonType::Other
    }
}

/// A level of the way down to a place.
enum Step {
    /// A list, at an entry.
    Entry(usize),
    /// Fields, at a name that is known once it has been read.
    Field(String),
}

/// The field at a byte of a text that may be broken there: what the reader was about. What means nothing is found out
/// at the end of its entry, or of the list where it was the last one: that end is looked into, and the entry is named.
fn field_at(text: &str, until: usize, is_whole: bool) -> String {
    let mut way: Vec<Step> = Vec::new();
    let mut last = String::new();
    let mut signs = text.char_indices().take_while(|(at, _)| *at < until);
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => last = string(&mut signs),
            '{' => way.push(Step::Field(String::new())),
            '[' => way.push(Step::Entry(0)),
            '}' | ']' if is_whole && at + 1 == until => {}
            '}' | ']' => drop(way.pop()),
            ':' => {
                if let Some(Step::Field(name)) = way.last_mut() {
                    *name = std::mem::take(&mut last);
                }
            }
            ',' => match way.last_mut() {
                Some(Step::Entry(number)) => *number += 1,
                Some(Step::Field(name)) => name.clear(),
                None => {}
            },
            _ => {}
        }
    }
    if is_whole {
        let is_inner = |pair: &[Step]| matches!(pair, [Step::Entry(_), Step::Entry(_)]);
        let entry = way.windows(2).position(is_inner);
        way.truncate(entry.map_or(way.len(), |at| at + 1));
    }
    let mut field = String::new();
    for step in way {
        match step {
            Step::Entry(number) => field.extend(["[", &number.to_string(), "]"]),
            Step::Field(name) if name.is_empty() => {}
            Step::Field(name) if field.is_empty() => field = name,
            Step::Field(name) => field.extend([".", &name]),
        }
    }
    field
}

/// The rest of a string whose opening quote was read.
fn string(signs: &mut impl Iterator<Item = (usize, char)>) -> String {
    let mut text = String::new();
    while let Some((_, sign)) = signs.next() {
        match sign {
            '"' => break,
            '\\' => text.extend(signs.next().map(|(_, sign)| sign)),
            sign => text.push(sign),
        }
    }
    text
}
