//! Texts of papers that an office words itself: paragraphs with placeholders, kept as settings of the data file.

use serde::{Deserialize, Serialize};

use super::form::{Block, FormTable, TextStyle};
use crate::domain::{DocumentKind, Registry};
use crate::i18n::Tr;

/// A text that an office may word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// The agreement of mentor, apprentice and host (D08).
    Agreement,
    /// The service certificate (D23).
    Certificate,
}

/// A piece of a text between braces and what stands in its place.
pub(super) type Filling<'a> = (&'static str, Stand<'a>);

/// What stands in the place of a placeholder.
#[derive(Debug, Clone)]
pub(super) enum Stand<'a> {
    /// Words, in a line; a line to write on where they are empty.
    Words(String),
    /// A table, which takes the whole paragraph.
    Table(&'a FormTable),
}

impl Wording {
    /// The text of a document; `None` where there is nothing to word.
    #[must_use]
    pub const fn of(kind: DocumentKind) -> Option<Self> {
        match kind {
            DocumentKind::Agreement => Some(Self::Agreement),
            DocumentKind::Certificate => Some(Self::Certificate),
            _ => None,
        }
    }

    /// The name of the setting that keeps it.
    #[must_use]
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Agreement => "wording_agreement",
            Self::Certificate => "wording_certificate",
        }
    }

    /// The text that comes with the program.
    #[must_use]
    pub const fn usual(self, tr: Tr) -> &'static str {
        match self {
            Self::Agreement => tr.wording_agreement(),
            Self::Certificate => tr.wording_certificate(),
        }
    }

    /// The text of the data file, else the usual one.
    #[must_use]
    pub fn current(self, registry: &Registry, tr: Tr) -> String {
        let own = registry.setting(self.setting()).filter(|text| !text.trim().is_empty());
        own.unwrap_or_else(|| self.usual(tr)).to_owned()
    }

    /// What may stand between braces, in the order in which it is offered.
    #[must_use]
    pub const fn placeholders(self, tr: Tr) -> &'static [&'static str] {
        match self {
            Self::Agreement => tr.wording_agreement_places(),
            Self::Certificate => tr.wording_certificate_places(),
        }
    }

    /// What stands between braces and means nothing, in the order of the text.
    #[must_use]
    pub fn unknown(self, text: &str, tr: Tr) -> Vec<String> {
        let known = self.placeholders(tr);
        let mut unknown: Vec<String> = Vec::new();
        for piece in pieces(text) {
            if let Piece::Place(name) = piece
                && !known.contains(&name)
                && !unknown.iter().any(|one| one == name)
            {
                unknown.push(name.to_owned());
            }
        }
        unknown
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Words(&'t str),
    /// The name between braces.
    Place(&'t str),
}

/// A text at its braces; a brace that is not closed on its line is a word like any other.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}').filter(|(name, _)| !name.contains(['{', '\n'])) else {
            let (head, tail) = rest.split_at(before.len() + 1);
            pieces.push(Piece::Words(head));
            rest = tail;
            continue;
        };
        pieces.push(Piece::Words(before));
        pieces.push(Piece::Place(name));
        rest = behind;
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

/// The text as paragraphs: one a line, headings by their number, a table where its placeholder stands alone.
pub(super) fn blocks(text: &str, fillings: &[Filling<'_>], tr: Tr) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| block(line, fillings, tr)).collect()
}

fn block(line: &str, fillings: &[Filling<'_>], tr: Tr) -> Block {
    let stand = |name: &str| fillings.iter().find(|(known, _)| *known == name).map(|(_, stand)| stand);
    let pieces = pieces(line);
    if let [Piece::Place(name)] = pieces.as_slice()
        && let Some(Stand::Table(table)) = stand(name)
    {
        return Block::Table((*table).clone());
    }
    let words: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => (*words).to_owned(),
            Piece::Place(name) => match stand(name) {
                Some(Stand::Words(words)) if words.is_empty() => tr.ledger_blank_line().to_owned(),
                Some(Stand::Words(words)) => words.clone(),
                Some(Stand::Table(_)) | None => format!("{{{name}}}"),
            },
        })
        .collect();
    let style = if tr.wording_is_heading(line) {
        TextStyle::Heading
    } else if let Some(close) = line.strip_prefix(CLOSE) {
        return Block::text(words.strip_prefix(CLOSE).unwrap_or(close).trim(), TextStyle::Close);
    } else {
        TextStyle::Body
    };
    Block::text(words, style)
}

/// Begins a line that stands towards the right: name of the unit, date.
const CLOSE: char = '>';
