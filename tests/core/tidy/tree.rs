//! The shape of the tree: short files that say what they are for, and nothing that reaches for a network.

use std::fs;
use std::path::Path;

use super::sources::rust_files;

/// Lines at which a file is too long to hold one idea.
const LONGEST: usize = 500;

#[test]
fn every_file_opens_with_one_sentence_of_its_duty() {
    let mut wrong = Vec::new();
    for source in rust_files("src").into_iter().chain(rust_files("tests")) {
        let first = source.text.lines().next().unwrap_or_default();
        let is_included = first.starts_with("#![doc = include_str!");
        if !first.starts_with("//! ") && !is_included {
            wrong.push(source.path);
        }
    }
    assert!(wrong.is_empty(), "files that do not say what they are for:\n{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let mut wrong = Vec::new();
    for source in rust_files("src").into_iter().chain(rust_files("tests")) {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{} has {lines}", source.path));
        }
    }
    assert!(wrong.is_empty(), "files too long:\n{}", wrong.join("\n"));
}

#[test]
fn no_crate_in_the_tree_speaks_to_a_network() {
    let speakers = [
        "attohttpc",
        "curl",
        "h2",
        "hyper",
        "isahc",
        "minreq",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "surf",
        "tokio-tungstenite",
        "trust-dns-resolver",
        "tungstenite",
        "ureq",
    ];
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("the lock is committed");
    let found: Vec<_> = speakers.iter().filter(|speaker| lock.contains(&format!("name = \"{speaker}\"\n"))).collect();
    assert!(found.is_empty(), "crates that speak to a network: {found:?}");
}

#[test]
fn the_top_level_holds_only_what_the_architecture_names() {
    let allowed =
        ["Cargo.toml", "Cargo.lock", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "src", "assets", "tests", "target"];
    let root = fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the package folder is there");
    let strays: Vec<_> = root
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !allowed.contains(&name.as_str()))
        .collect();
    assert!(strays.is_empty(), "strays at the top level: {strays:?}");
}
