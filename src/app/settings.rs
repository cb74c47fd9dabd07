//! Choices that travel with the data file, and those of this computer.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::place;
use crate::domain::{Edit, Label, Registry, Setting, SettingId};
use crate::i18n::{Lang, Tr};
use crate::report::{DocumentRequest, Mask, PaperOptions};

const FILE: &str = "preferences.json";

/// How many data files are remembered as opened before.
const RECENT: usize = 8;

/// A choice that travels with the data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileSetting {
    /// Name of the unit on prints, where it differs from that of the own institution.
    UnitName,
    /// Name of the office (帮扶办公室).
    Office,
    /// Who makes the lists (制表人).
    PreparedBy,
    /// Who checks them (审核人).
    CheckedBy,
    /// Who approves them (分管领导).
    ApprovedBy,
    /// Phone number for questions, on postings.
    Hotline,
    /// Whether the first steps are no longer offered.
    StepsDone,
}

impl FileSetting {
    /// Those that a person writes, in the order in which they are asked for.
    pub const WRITTEN: &'static [Self] =
        &[Self::UnitName, Self::Office, Self::PreparedBy, Self::CheckedBy, Self::ApprovedBy, Self::Hotline];

    /// Its name in the data file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnitName => "unit_name",
            Self::Office => "office",
            Self::PreparedBy => "prepared_by",
            Self::CheckedBy => "checked_by",
            Self::ApprovedBy => "approved_by",
            Self::Hotline => "hotline",
            Self::StepsDone => "steps_done",
        }
    }

    /// What it is called; the mark of the first steps has no name, for nobody writes it.
    #[must_use]
    pub const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::UnitName => tr.setting_unit_name(),
            Self::Office => tr.setting_office(),
            Self::PreparedBy => tr.setting_prepared_by(),
            Self::CheckedBy => tr.setting_checked_by(),
            Self::ApprovedBy => tr.setting_approved_by(),
            Self::Hotline => tr.setting_hotline(),
            Self::StepsDone => "",
        }
    }

    /// Its row as it is stored; a new one where nothing is.
    #[must_use]
    pub fn row(self, registry: &Registry) -> Setting {
        let stored = registry.settings.values().find(|row| row.name == self.name());
        stored.cloned().unwrap_or_else(|| Setting {
            id: SettingId::NEW,
            name: self.name().to_owned(),
            value: String::new(),
        })
    }

    /// What is chosen; empty for nothing.
    #[must_use]
    pub fn read(self, registry: &Registry) -> &str {
        registry.setting(self.name()).unwrap_or_default()
    }
}

/// The edit that stores a choice which travels with the data file; `row` is its row as it is stored.
#[must_use]
pub fn setting_edit(row: &Setting, value: &str) -> Edit {
    let row = Setting { value: value.to_owned(), ..row.clone() };
    Edit::Many { label: Label::Settings, edits: vec![Edit::put(row)] }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shade {
    /// As the computer is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a table is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorting {
    /// Address of the column.
    pub key: String,
    /// Whether the greatest comes first.
    pub is_descending: bool,
}

/// How somebody has arranged a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLayout {
    /// Addresses of the columns from the left.
    pub order: Vec<String>,
    /// Columns that were shown or hidden by hand.
    pub shown: BTreeMap<String, bool>,
    /// Widths that were set by hand, in points.
    pub widths: BTreeMap<String, f32>,
    /// How the rows are sorted.
    pub sorting: Option<Sorting>,
}

/// How somebody likes a document on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperChoice {
    /// How phones are shown.
    pub mask: Mask,
    /// Shades instead of colours.
    pub is_grey: bool,
    /// Empty rows for handwriting.
    pub empty_rows: u8,
    /// The paper and what stands on it.
    pub paper: PaperOptions,
}

/// Choices of this computer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Language of the window.
    pub lang: Lang,
    /// Light or dark.
    pub shade: Shade,
    /// Size of text, in percent: 80–200.
    pub text_size: u16,
    /// Whether nothing moves on the screen.
    pub is_calm: bool,
    /// Whether nothing is said on opening of what is due.
    pub is_quiet: bool,
    /// Whether the window fills the screen.
    pub is_maximized: bool,
    /// The data file that was open last.
    pub last_file: Option<PathBuf>,
    /// Data files opened before, newest first.
    pub recent: Vec<PathBuf>,
    /// How tables were arranged, by their names.
    pub tables: BTreeMap<String, TableLayout>,
    /// How documents are put on paper, by their codes.
    pub papers: BTreeMap<String, PaperChoice>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            shade: Shade::default(),
            text_size: 100,
            is_calm: false,
            is_quiet: false,
            is_maximized: true,
            last_file: None,
            recent: Vec::new(),
            tables: BTreeMap::new(),
            papers: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// The smallest and the largest size of text, in percent.
    pub const TEXT_SIZES: std::ops::RangeInclusive<u16> = 80..=200;

    /// Those of this user; where there are none or they cannot be read, the usual ones.
    #[must_use]
    pub fn load() -> Self {
        place::folder().map_or_else(|_| Self::default(), |folder| Self::read(&folder.join(FILE)))
    }

    fn read(path: &Path) -> Self {
        let read: Option<Self> = std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let mut read = read.unwrap_or_default();
        read.text_size = read.text_size.clamp(*Self::TEXT_SIZES.start(), *Self::TEXT_SIZES.end());
        read
    }

    /// Keeps them for the next start.
    ///
    /// # Errors
    /// Where the folder of this user cannot be written.
    pub fn save(&self) -> Result<(), Failure> {
        place::make_folder()?;
        self.write(&place::folder()?.join(FILE))
    }

    fn write(&self, path: &Path) -> Result<(), Failure> {
        let failed = |source: std::io::Error| Failure::Write { path: path.to_owned(), source };
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        let text = serde_json::to_vec_pretty(self).map_err(|error| failed(error.into()))?;
        file.write_all(&text).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist(path).map_err(|error| failed(error.error))?;
        Ok(())
    }

    /// Puts a data file first among those opened before.
    pub fn note_file(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
        self.last_file = Some(path.to_owned());
    }

    /// The document as it was liked last; rows that are asked for expressly stay.
    #[must_use]
    pub fn dressed(&self, request: &DocumentRequest) -> DocumentRequest {
        let Some(choice) = self.papers.get(request.kind.code()) else { return request.clone() };
        let PaperChoice { mask, is_grey, empty_rows, paper } = *choice;
        let paper = PaperOptions { rows: request.paper.rows.or(paper.rows), ..paper };
        DocumentRequest { mask, is_grey, empty_rows, paper, ..request.clone() }
    }

    /// Remembers how a document is liked; an empty form is asked for each time anew.
    pub fn keep_paper(&mut self, request: &DocumentRequest) {
        let DocumentRequest { mask, is_grey, empty_rows, paper, .. } = *request;
        let paper = PaperOptions { is_blank: false, ..paper };
        self.papers.insert(request.kind.code().to_owned(), PaperChoice { mask, is_grey, empty_rows, paper });
    }

    /// How a table was arranged.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&TableLayout> {
        self.tables.get(name)
    }

    /// Remembers how a table is arranged.
    pub fn keep_table(&mut self, name: &str, layout: &TableLayout) {
        if self.tables.get(name) != Some(layout)
            && (self.tables.contains_key(name) || *layout != TableLayout::default())
        {
            self.tables.insert(name.to_owned(), layout.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let mut kept = Preferences { text_size: 150, shade: Shade::Dark, lang: Lang::En, ..Preferences::default() };
        kept.keep_table("stints", &TableLayout { order: vec!["name".to_owned()], ..TableLayout::default() });
        kept.note_file(Path::new("a.db"));
        kept.note_file(Path::new("b.db"));
        kept.note_file(Path::new("a.db"));
        kept.write(&path).unwrap();
        let read = Preferences::read(&path);
        assert_eq!(read, kept);
        assert_eq!(read.recent, [Path::new("a.db"), Path::new("b.db")]);
    }

    #[test]
    fn a_broken_file_of_preferences_is_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        std::fs::File::create(&path).unwrap().write_all(b"{\"text_size\": 900").unwrap();
        assert_eq!(Preferences::read(&path), Preferences::default());
    }

    #[test]
    fn a_choice_is_stored_in_place_of_its_row() {
        let row = Setting { id: SettingId::new(4), name: "hotline".to_owned(), value: "0914".to_owned() };
        let registry = Registry { settings: [(row.id, row)].into(), ..Registry::default() };
        let expected = Setting { id: SettingId::new(4), name: "hotline".to_owned(), value: "0915".to_owned() };
        let edit = setting_edit(&FileSetting::Hotline.row(&registry), "0915");
        assert_eq!(edit, Edit::Many { label: Label::Settings, edits: vec![Edit::put(expected)] });
        assert!(FileSetting::Office.row(&registry).id.is_new());
    }
}
