//! Ranks of professional titles, by the ending of the title as written.

use std::sync::LazyLock;

/// Endings with their ranks, the longest first so that 副主任医师 is not taken for 主任医师.
static ENDINGS: LazyLock<Vec<(&str, u8)>> = LazyLock::new(|| {
    let table = include_str!("../../assets/titles.txt");
    let mut endings: Vec<_> = table
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(rank, endings)| Some((rank.parse().ok()?, endings)))
        .flat_map(|(rank, endings): (u8, &str)| endings.split_whitespace().map(move |ending| (ending, rank)))
        .collect();
    endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    endings
});

/// The rank of a title as written: 5 chief (正高), 4 associate chief (副高), 3 intermediate (中级), 2 junior (师级),
/// 1 assistant (士级); `None` where no part of it is a title (管理, 科主任, —).
///
/// Where several titles stand side by side the highest counts: `副主任医师、教授` is 5.
#[must_use]
pub fn rank_of(title: &str) -> Option<u8> {
    title.split(|char: char| !char.is_alphanumeric()).filter_map(rank_of_one).max()
}

fn rank_of_one(title: &str) -> Option<u8> {
    ENDINGS.iter().find(|(ending, _)| title.ends_with(ending)).map(|(_, rank)| *rank)
}
