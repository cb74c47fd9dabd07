//! Which rooms belong to one clinic at a time.

use std::sync::LazyLock;

/// Endings of room names: those of consulting rooms, those of shared rooms.
static ENDINGS: LazyLock<[Vec<&str>; 2]> = LazyLock::new(|| {
    let table = include_str!("../../assets/rooms.txt");
    ["consulting ", "shared "].map(|kind| {
        let lines = table.lines().filter_map(|line| line.strip_prefix(kind));
        lines.flat_map(str::split_whitespace).collect()
    })
});

/// Whether the text names one consulting room, such as 门诊203 or 中医诊室. A floor, a hall, an operating theatre or a
/// meeting room (门诊一楼, 手术室) holds several people at once and is none.
#[must_use]
pub fn is_consulting_room(room: &str) -> bool {
    let [consulting, shared] = &*ENDINGS;
    let ends = |endings: &[&str]| endings.iter().any(|ending| room.ends_with(ending));
    let has_number = room.chars().any(|char| char.is_ascii_digit());
    ends(consulting) || (has_number && !ends(shared))
}
