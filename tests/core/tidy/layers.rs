//! Which room may name which: the table of the architecture, held against every `use`.

use super::sources::rust_files;

/// Room → the rooms it may name beside itself.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("planner", &["domain"]),
    ("i18n", &["domain"]),
    ("figures", &["domain", "i18n"]),
    ("checks", &["domain", "i18n", "figures"]),
    ("store", &["domain"]),
    ("report", &["domain", "i18n", "figures", "checks"]),
    ("import", &["domain", "i18n"]),
    ("print", &["domain", "i18n", "report"]),
    ("export", &["domain", "i18n", "report"]),
    ("app", &["domain", "planner", "i18n", "figures", "checks", "store", "report", "import", "print", "export"]),
    ("cli", &["domain", "planner", "i18n", "figures", "checks", "report", "import", "app", "ui"]),
    ("ui", &["domain", "planner", "i18n", "figures", "checks", "report", "app"]),
];

/// Names that belong to one room (or a few); everywhere else they are out of place.
const BELONGS_TO: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("rfd", &["ui", "app"]),
    ("typst", &["print"]),
    ("calamine", &["import"]),
    ("rust_xlsxwriter", &["export"]),
    ("clap", &["cli"]),
    ("std::fs", &["store", "import", "export", "app", "print", "cli"]),
    ("Local::now", &["app"]),
    ("thread::Builder", &["app"]),
];

fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let before = code[..at].chars().next_back().is_some_and(is_word);
        let after = code[at + name.len()..].starts_with("::");
        let is_use = code.trim_start().starts_with("use ");
        !before && (after || (is_use && !code[at + name.len()..].starts_with(is_word)))
    })
}

#[test]
fn every_room_names_only_the_rooms_below_it() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(room, _)| *room == source.room()) else { continue };
        for (line, code) in source.code() {
            for (room, _) in MAY_NAME {
                let is_other = *room != source.room() && !allowed.contains(room);
                if is_other && code.contains(&format!("crate::{room}")) {
                    wrong.push(format!("{}:{line} names {room}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "rooms look the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn libraries_stay_in_the_room_they_belong_to() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        if !MAY_NAME.iter().any(|(room, _)| *room == source.room()) {
            continue;
        }
        for (line, code) in source.code() {
            for (name, rooms) in BELONGS_TO {
                if !rooms.contains(&source.room()) && names(code, name) {
                    wrong.push(format!("{}:{line} names {name}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "libraries out of their room:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_stands_in_the_table() {
    for source in rust_files("src") {
        let room = source.room();
        let is_known = room.ends_with(".rs") || MAY_NAME.iter().any(|(name, _)| *name == room);
        assert!(is_known, "{} stands in a room that the table of layers does not know", source.path);
    }
}
