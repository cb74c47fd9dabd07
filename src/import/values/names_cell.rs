//! Cells that hold people: one, several, with a stand-in, with what they do (`张文勇、邹龙(代)`, `邹龙 坐诊 门诊203`).

use super::cell_parts::{segments, split_outside_brackets, take_brackets};
use super::grid_cell::{CellReading, grid_cell};
use super::legend::Legend;
use super::names::{is_title, person_key};
use super::text::{half_width, is_blank_mark, is_space};
use crate::domain::Slot;

/// A person named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Half-days named inside the cell; empty: those of the row.
    pub slots: Vec<Slot>,
    /// What the person does and where, with brackets, as in the cell of a timetable; empty for nothing.
    pub words: String,
    /// Who stands in for the person.
    pub substitute: Option<String>,
    /// Whether the person is said to stand in for somebody whom the cell does not name.
    pub stands_in: bool,
}

/// Words of a bracket that make a stand-in of the person before it.
const STANDS_IN: [&str; 7] = ["代", "替", "代诊", "替诊", "代班", "替班", "顶班"];
/// Endings of places.
const PLACES: [char; 9] = ['室', '科', '楼', '院', '区', '厅', '镇', '乡', '村'];

/// The people of a cell in their order; `is_person` knows who is known. Words that nobody knows are taken as names
/// where a name would stand, so that they can be refused by name.
#[must_use]
pub fn people_in_cell(text: &str, legend: &Legend, is_person: impl Fn(&str) -> bool) -> Vec<Named> {
    let text = half_width(text);
    let mut people: Vec<Named> = Vec::new();
    for (slots, content) in segments(text.trim_matches(is_space)) {
        for (_, part) in split_outside_brackets(content) {
            let (head, brackets) = take_brackets(part);
            for (place, word) in head.split(is_space).filter(|word| !word.is_empty()).enumerate() {
                if is_blank_mark(word) {
                    continue;
                }
                let key = person_key(word);
                let is_rest = !people.is_empty() && (place > 0 || says_work(word, legend));
                if is_person(&key) || !is_rest {
                    people.push(Named { name: key, slots: slots.clone(), ..Named::default() });
                } else if let Some(last) = people.last_mut().filter(|_| !is_title(word)) {
                    join(&mut last.words, word);
                }
            }
            let Some(last) = people.last_mut() else { continue };
            for bracket in brackets.into_iter().map(|bracket| bracket.trim_matches(is_space)) {
                if STANDS_IN.contains(&bracket) {
                    last.stands_in = true;
                } else if !is_title(bracket) {
                    join(&mut last.words, &format!("({bracket})"));
                }
            }
        }
    }
    stood_in_for(people)
}

/// Whether a word says what is done or where, and names nobody.
fn says_work(word: &str, legend: &Legend) -> bool {
    is_title(word)
        || word.chars().any(|letter| letter.is_ascii_digit())
        || word.ends_with(PLACES)
        || !matches!(grid_cell(word, legend), CellReading::Unknown)
}

/// A stand-in behind somebody of the same half-days belongs to that one.
fn stood_in_for(people: Vec<Named>) -> Vec<Named> {
    let mut kept: Vec<Named> = Vec::with_capacity(people.len());
    for person in people {
        match kept.last_mut() {
            Some(before) if person.stands_in && !before.stands_in && before.slots == person.slots => {
                before.substitute = Some(person.name);
            }
            _ => kept.push(person),
        }
    }
    kept
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names, what they do, and who stands in, as one text for a table of examples.
    fn read(text: &str) -> String {
        let known = ["张文勇", "邹龙", "黎远"];
        let people = people_in_cell(text, &Legend::new(&[]), |name| known.contains(&name));
        let one = |person: Named| {
            let stand_in = person.substitute.map(|name| format!("<{name}")).unwrap_or_default();
            let alone = if person.stands_in { "!" } else { "" };
            format!("{}[{}]{stand_in}{alone}{}", person.name, person.words, person.slots.len())
        };
        people.into_iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_cell_names_one_person_or_several_with_stand_ins_and_work() {
        let table = [
            ("邹龙", "邹龙[]0"),
            ("张文勇、邹龙(代)", "张文勇[]<邹龙0"),
            ("张文勇/黎远", "张文勇[]0 黎远[]0"),
            ("张文勇 黎远", "张文勇[]0 黎远[]0"),
            ("邹龙（代）", "邹龙[]!0"),
            ("邹龙(停)", "邹龙[(停)]0"),
            ("邹龙\n主任医师", "邹龙[]0"),
            ("邹龙 坐诊 门诊203\n黎远 查房", "邹龙[坐诊 门诊203]0 黎远[查房]0"),
            ("邹龙坐诊", "邹龙坐诊[]0"),
            ("邹龙、王五", "邹龙[]0 王五[]0"),
            ("上午:邹龙 下午:黎远", "邹龙[]1 黎远[]1"),
            ("—", ""),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
