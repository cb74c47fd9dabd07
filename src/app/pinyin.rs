//! Finds Chinese text by its characters, its pinyin, its initials, or any mixture of them.

use pinyin::ToPinyinMulti;

/// A text prepared to be found: `zoulong`, `zl`, `zoul`, `邹l` and `龙` all find 邹龙.
///
/// Every reading of a character counts, so that surnames such as 单 (shàn) and 仇 (qiú) are found either way; a character
/// without a known reading is found by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PinyinKey {
    letters: Vec<Letter>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Letter {
    char: char,
    /// The most common first.
    readings: Vec<&'static str>,
}

/// Which readings of a character count.
#[derive(Debug, Clone, Copy)]
enum Readings {
    First,
    All,
}

/// Ranks start here for text found by its own characters, from its beginning.
const BY_CHARACTERS: u32 = 1;
/// … by pinyin, from its beginning, as it is mostly read.
const BY_PINYIN: u32 = 100;
/// … by pinyin, from its beginning, in a rarer reading.
const BY_RARE_READING: u32 = 150;
/// … by characters, further inside.
const INSIDE_BY_CHARACTERS: u32 = 200;
/// … by pinyin, further inside.
const INSIDE_BY_PINYIN: u32 = 300;
/// Longer texts are not told apart any further.
const SPAN: usize = 48;

impl PinyinKey {
    /// Prepares a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { letters: plain_letters(text).map(Letter::new).collect() }
    }

    /// How well the typed text finds this one, smaller is better; `None` where it does not.
    ///
    /// 0 is the text itself; then texts that begin with it, the shortest first; then those that hold it further inside.
    /// Typing nothing finds nothing.
    #[must_use]
    pub fn rank(&self, typed: &str) -> Option<u32> {
        let typed: Vec<char> = plain_letters(typed).collect();
        if typed.is_empty() {
            return None;
        }
        if self.letters.iter().map(|letter| letter.char).eq(typed.iter().copied()) {
            return Some(0);
        }
        let from_start = |base: u32, rest: &[Letter]| base + capped(rest.len());
        if let Some(rest) = after_characters(&self.letters, &typed) {
            return Some(from_start(BY_CHARACTERS, rest));
        }
        if let Some(rest) = after_pinyin(&self.letters, &typed, Readings::First) {
            return Some(from_start(BY_PINYIN, rest));
        }
        if let Some(rest) = after_pinyin(&self.letters, &typed, Readings::All) {
            return Some(from_start(BY_RARE_READING, rest));
        }
        let inside = |base: u32, finds: fn(&[Letter], &[char]) -> bool| {
            let places = 1..self.letters.len();
            let found =
                places.filter_map(|at| Some((at, self.letters.get(at..)?))).find(|(_, tail)| finds(tail, &typed));
            found.map(|(at, _)| base + capped(at))
        };
        inside(INSIDE_BY_CHARACTERS, |tail, typed| after_characters(tail, typed).is_some())
            .or_else(|| inside(INSIDE_BY_PINYIN, |tail, typed| after_pinyin(tail, typed, Readings::All).is_some()))
    }
}

/// Whether the typed text finds the other.
#[must_use]
pub fn matches(typed: &str, text: &str) -> bool {
    PinyinKey::new(text).rank(typed).is_some()
}

impl Letter {
    fn new(char: char) -> Self {
        let readings = char.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain).collect();
        Self { char, readings }
    }
}

/// What is compared: lower case, half width, without spaces, dots and other signs.
fn plain_letters(text: &str) -> impl Iterator<Item = char> {
    let half_width = |char: char| match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    };
    text.chars().map(half_width).flat_map(char::to_lowercase).filter(|char| char.is_alphanumeric())
}

fn capped(count: usize) -> u32 {
    u32::try_from(count.min(SPAN)).unwrap_or_default()
}

/// The letters left over after the typed characters, where the text begins with exactly these.
fn after_characters<'a>(letters: &'a [Letter], typed: &[char]) -> Option<&'a [Letter]> {
    let (begin, rest) = letters.split_at_checked(typed.len())?;
    begin.iter().map(|letter| letter.char).eq(typed.iter().copied()).then_some(rest)
}

/// The letters left over after the typed text was used up, each letter taking its character or a beginning of one of
/// its readings; the way that leaves the fewest.
fn after_pinyin<'a>(letters: &'a [Letter], typed: &[char], which: Readings) -> Option<&'a [Letter]> {
    if typed.is_empty() {
        return Some(letters);
    }
    let (letter, rest) = letters.split_first()?;
    let count = match which {
        Readings::First => 1,
        Readings::All => letter.readings.len(),
    };
    let shared = letter.readings.iter().take(count).map(|reading| shared_length(reading, typed)).max();
    let shared = shared.unwrap_or_default().max(usize::from(typed.first() == Some(&letter.char)));
    (1..=shared).filter_map(|taken| after_pinyin(rest, typed.get(taken..)?, which)).min_by_key(|rest| rest.len())
}

/// How many of the typed characters agree with the beginning of the reading; ü is typed as v or u.
fn shared_length(reading: &str, typed: &[char]) -> usize {
    let agrees = |(said, typed): &(char, char)| said == typed || (*said == 'ü' && matches!(typed, 'v' | 'u'));
    reading.chars().zip(typed.iter().copied()).take_while(agrees).count()
}
