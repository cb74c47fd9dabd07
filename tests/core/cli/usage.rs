//! Wrong usage and help: exit code 2, a sentence, nothing done.

use super::rig::{Rig, is_for_people};

/// Words of the command line that stay as they are in every language.
fn without_names(text: &str) -> String {
    let mut rest = text.to_owned();
    for name in [
        "xlsx",
        "xls",
        "xlsb",
        "ods",
        "csv",
        "tsv",
        "PDF",
        "JSON",
        "ACK",
        "Chuanbangdai",
        "CHUANBANGDAI_PASSWORD",
        "documents",
        "figures",
        "dump",
        "shangnan",
        "auto",
        "update",
        "skip",
        "fail",
        "full",
        "partial",
    ] {
        rest = rest.replace(name, "");
    }
    rest
}

#[test]
fn wrong_usage_ends_with_2_and_a_chinese_sentence() {
    let rig = Rig::new();
    for (line, says) in [
        ("bogus", "没有“bogus”这个子命令"),
        ("import", "缺少"),
        ("--frobnicate", "不认识“--frobnicate”"),
        ("info extra", "不认识“extra”"),
        ("undo 0", "写法不对"),
        ("undo many", "写法不对"),
        ("--now yesterday info", "“--now <日期时间>”的内容“yesterday”写法不对"),
        ("--lang fr info", "可以是：zh、en"),
        ("import --on-dup maybe a.xlsx", "可以是：update、skip、fail"),
        ("import --context alone a.xlsx", "写法不对"),
        ("history --limit", "后面缺少内容"),
        ("info --json --json", "不能写两次"),
        ("export", "缺少"),
        ("export D99 --out @a.pdf", "没有“D99”这种表格"),
        ("export D01 --out @a.exe", "不能存成“exe”格式"),
        ("export D01 --out @a.pdf --period June", "期间“June”看不懂"),
    ] {
        let ran = rig.run(line);
        assert_eq!(ran.code, Some(2), "{line}: {}", ran.err);
        assert!(ran.err.contains(says), "{line}: {}", ran.err);
        assert!(ran.err.contains("没有"), "{line} does not say what was not done: {}", ran.err);
        assert!(is_for_people(&ran.err), "{line}: {}", ran.err);
        assert!(ran.out.is_empty(), "{line} printed a result: {}", ran.out);
    }
}

#[test]
fn a_wrong_line_in_english_is_told_in_english() {
    let ran = Rig::new().run("--lang en bogus");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("There is no subcommand “bogus”."), "{}", ran.err);
}

#[test]
fn help_is_chinese_and_goes_to_standard_output() {
    let rig = Rig::new();
    let root = rig.ok("--help");
    let subcommands: Vec<&str> = root
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|w| !w.starts_with('-'))
        .collect();
    assert!(subcommands.len() >= 20, "{root}");
    for name in subcommands {
        let help = rig.ok(&format!("{name} --help"));
        assert!(help.contains("用法："), "{help}");
        for line in help.lines().filter(|line| !line.contains('{')) {
            let words =
                line.split_whitespace().filter(|word| !word.starts_with('-') && !word.contains(['=', '<', '/']));
            let english = words.filter(|word| *word != name && *word != "chuanbangdai").find(|word| {
                let rest = without_names(word);
                rest.chars().filter(char::is_ascii_alphabetic).count() > 3 && rest.is_ascii()
            });
            assert_eq!(english, None, "{name}: {line}");
        }
    }
}

#[test]
fn every_argument_has_words_in_both_languages() {
    let rig = Rig::new();
    for lang in ["zh", "en"] {
        let root = rig.ok(&format!("--lang {lang} --help"));
        let names: Vec<&str> =
            root.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
        for name in names.iter().filter(|name| !name.starts_with('-')) {
            for line in
                rig.ok(&format!("{name} --help --lang {lang}")).lines().filter(|line| line.starts_with("      --"))
            {
                let words = line.trim_start().split_once("  ").map_or("", |(_, words)| words.trim());
                assert!(!words.is_empty(), "{lang} {name}: {line}");
            }
        }
    }
}

#[test]
fn the_version_is_printed_without_a_data_file() {
    assert_eq!(Rig::new().ok("--version").trim(), concat!("chuanbangdai ", env!("CARGO_PKG_VERSION")));
}
