//! Every character that can appear on the screen or on paper has a glyph.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chuanbangdai::domain::is_han;
use ttf_parser::Face;

const FONTS: [&str; 4] =
    ["NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", "NotoSerifSC-Regular.otf", "NotoSerifSC-Bold.otf"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn general_standard_characters() -> BTreeSet<char> {
    let table = fs::read_to_string(root().join("tests/data/general_standard_characters.txt")).unwrap();
    table.chars().filter(|char| *char != '\n').collect()
}

/// Fails with the characters that a font lacks, each with a place where it is used.
fn assert_in_every_font(used: &BTreeMap<char, String>) {
    let mut missing = Vec::new();
    for font in FONTS {
        let bytes = fs::read(root().join("assets/fonts").join(font)).unwrap();
        let face = Face::parse(&bytes, 0).unwrap();
        let lacks = |char: &char| face.glyph_index(*char).is_none();
        missing.extend(
            used.iter()
                .filter(|(char, _)| lacks(char))
                .map(|(char, place)| format!("{font}: {char} U+{:04X} in {place}", u32::from(*char))),
        );
    }
    assert!(missing.is_empty(), "characters without a glyph:\n{}", missing.join("\n"));
}

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            // What the window is driven with at random is meant to hold what no font has.
            if path.ends_with("assets/smoke") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending) {
                found.push(path);
            }
        }
    }
    found
}

/// Characters of the files that are kept by the filter, comments of Rust files left out.
fn characters(files: Vec<PathBuf>, keep: fn(char) -> bool) -> BTreeMap<char, String> {
    let mut used = BTreeMap::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let place = path.strip_prefix(root()).unwrap().display().to_string();
        for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            for char in line.chars().filter(|char| !char.is_ascii_control() && keep(*char)) {
                used.entry(char).or_insert_with(|| place.clone());
            }
        }
    }
    used
}

#[test]
fn the_table_of_general_standard_characters_is_whole() {
    let table = general_standard_characters();
    assert_eq!(table.len(), 8105);
    assert!(table.iter().all(|char| is_han(*char)));
}

#[test]
fn every_general_standard_character_and_the_rare_ones_of_names_have_a_glyph() {
    let rare = "䶮𬭸㛃𬭎𠮷·①⑳㈠℃㎡→⇄—…“”《》【】￥％";
    let used = general_standard_characters().into_iter().chain(rare.chars());
    assert_in_every_font(&used.map(|char| (char, "the table".to_owned())).collect());
}

#[test]
fn every_character_that_the_program_says_has_a_glyph() {
    assert_in_every_font(&characters(files("src/i18n", &["rs"]), |_| true));
}

#[test]
fn every_character_of_the_vocabulary_of_imports_has_a_glyph() {
    let vocabulary = [files("src/import", &["rs"]), files("assets/import", &["txt"])].concat();
    assert_in_every_font(&characters(vocabulary, is_han));
}

#[test]
fn every_character_of_the_assets_has_a_glyph() {
    let mut shown = files("assets", &["typ", "txt", "json"]);
    shown.retain(|path| !path.starts_with(root().join("assets/import")));
    assert_in_every_font(&characters(shown, |_| true));
}

#[test]
fn every_character_that_can_be_typed_in_gb_2312_has_a_glyph() {
    let mut used = BTreeMap::new();
    for first in 0xA1..=0xF7_u8 {
        for second in 0xA1..=0xFE_u8 {
            let pair = [first, second];
            let Some(text) = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&pair) else {
                continue;
            };
            let is_private = |char: &char| ('\u{e000}'..='\u{f8ff}').contains(char);
            // Rows 1 to 9 and 16 to 87 are GB 2312; the gaps between them were filled later.
            let is_of_1980 = matches!(first, 0xA3 | 0xB0..=0xD6 | 0xD8..=0xF7) || (first == 0xD7 && second <= 0xF9);
            used.extend(
                text.chars().filter(|char| is_of_1980 && !is_private(char)).map(|char| (char, "GB 2312".to_owned())),
            );
        }
    }
    assert!(used.len() > 6763);
    assert_in_every_font(&used);
}
