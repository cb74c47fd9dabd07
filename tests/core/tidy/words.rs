//! Words for people stand in `i18n`; the words of workbooks stand in `import`; nowhere else.

use super::sources::rust_files;

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[test]
fn no_han_character_stands_outside_i18n_and_import() {
    let mut wrong = Vec::new();
    for source in rust_files("src") {
        if matches!(source.room(), "i18n" | "import") {
            continue;
        }
        // Tests inside a file speak as the people they stand for.
        for (line, code) in source.code().take_while(|(_, code)| !code.contains("#[cfg(test)]")) {
            if code.chars().any(is_han) {
                wrong.push(format!("{}:{line} {}", source.path, code.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "words for people outside i18n:\n{}", wrong.join("\n"));
}
