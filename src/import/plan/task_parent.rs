//! The task of which another is a part, as a column names it by number or title; no task is a part of itself.

use std::collections::HashMap;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Refused};
use super::task::{NUMBER, SITE, TITLE};
use super::task_index::{Key, TaskIndex};
use crate::domain::{Task, TaskId};
use crate::import::{Code, MappedRow, MappedSheet, values};

const PARENT: &str = "上级任务";
/// No honest list has more levels.
const LEVELS: usize = 64;

/// The rows that lead back to themselves, each with the titles on the way.
#[derive(Debug, Default)]
pub(super) struct Circles(HashMap<u32, Vec<String>>);

impl Circles {
    /// Follows every row to the row that it names, as far as that stands in the same sheet.
    pub(super) fn of(sheet: &MappedSheet) -> Self {
        if !sheet.columns.contains_key(PARENT) {
            return Self::default();
        }
        let text = |row: &MappedRow, heading: &str| values::text(sheet.cell(row, heading)).unwrap_or_default();
        let mut places: HashMap<(String, String), usize> = HashMap::new();
        for (place, row) in sheet.rows.iter().enumerate() {
            for heading in [NUMBER, TITLE] {
                places.entry((text(row, SITE), text(row, heading))).or_insert(place);
            }
        }
        let above = |place: usize| {
            let row = sheet.rows.get(place)?;
            let named = Some(text(row, PARENT)).filter(|named| !named.is_empty())?;
            places.get(&(text(row, SITE), named)).copied()
        };
        let circle = |start: usize| {
            let mut way = vec![start];
            let mut at = above(start)?;
            while at != start {
                way.push(at);
                at = above(at).filter(|_| way.len() < LEVELS)?;
            }
            way.push(start);
            let titles = way.iter().filter_map(|place| sheet.rows.get(*place)).map(|row| text(row, TITLE));
            Some((sheet.rows.get(start)?.row, titles.collect()))
        };
        Self((0..sheet.rows.len()).filter_map(circle).collect())
    }

    /// The task that a row names as the one above it. R08 where there is none yet, or the way up leads back.
    pub(super) fn parent(
        &self,
        bench: &Bench<'_>,
        line: &Line<'_>,
        index: &TaskIndex,
        task: &Task,
    ) -> Result<Option<TaskId>, Refused> {
        let Some(title) = line.text(PARENT) else { return Ok(None) };
        let refused = |titles: Vec<String>| Err(line.refuse(PARENT, Code::R08, About::Circle(titles)));
        if let Some(titles) = self.0.get(&line.row.row) {
            return refused(titles.clone());
        }
        let no = values::task_number(line.raw(PARENT));
        let key = Key { list: Some(&task.list), site: task.site, no, title: &title };
        let Some(parent) = index.find(bench.registry(), &key) else {
            return Err(line.refuse(PARENT, Code::R08, About::Nothing));
        };
        let mut titles = vec![task.title.clone()];
        let mut at = Some(parent.id);
        while let Some(above) = at.and_then(|id| bench.registry().tasks.get(&id)) {
            titles.push(above.title.clone());
            if above.id == task.id || titles.len() > LEVELS {
                return refused(titles);
            }
            at = above.parent;
        }
        Ok(Some(parent.id))
    }
}
