//! Which stored task a row means: list, number and site; without a number list, title and site.

use std::collections::HashMap;

use super::line::Line;
use crate::domain::{InstitutionId, Registry, Task, TaskId};
use crate::import::MappedSheet;
use crate::import::values::{half_width, same_words};

type Site = Option<InstitutionId>;

/// What a row says about which task it is.
pub(super) struct Key<'a> {
    /// The list, where the clerk or a column names it.
    pub(super) list: Option<&'a str>,
    /// The site.
    pub(super) site: Site,
    /// The number within the list.
    pub(super) no: Option<u32>,
    /// The title.
    pub(super) title: &'a str,
}

/// Tasks by site with number, and by site with title.
#[derive(Debug, Default)]
pub(super) struct TaskIndex {
    by_number: HashMap<(Site, u32), Vec<TaskId>>,
    by_title: HashMap<(Site, String), Vec<TaskId>>,
    fallback: String,
}

impl TaskIndex {
    /// The stored tasks; a sheet whose list nobody names is its own list.
    pub(super) fn of(registry: &Registry, sheet: &MappedSheet) -> Self {
        let named = ["title"].iter().find_map(|key| sheet.context.get(*key)).cloned();
        let stem = || sheet.file.rsplit_once('.').map_or(sheet.file.as_str(), |(stem, _)| stem).to_owned();
        let mut index = Self { fallback: named.unwrap_or_else(stem), ..Self::default() };
        registry.tasks.values().for_each(|task| index.learn(task));
        index
    }

    /// Notes a task that was written.
    pub(super) fn learn(&mut self, task: &Task) {
        if let Some(no) = task.no {
            push(self.by_number.entry((task.site, no)).or_default(), task.id);
        }
        push(self.by_title.entry((task.site, half_width(&task.title).into_owned())).or_default(), task.id);
    }

    /// The list that the clerk chose, or the year in its column.
    pub(super) fn list_of<'l>(line: &Line<'l>) -> Option<&'l str> {
        line.context("list").or_else(|| match line.raw("年度") {
            crate::import::Raw::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        })
    }

    /// The list of a task that is not stored yet.
    pub(super) fn new_list(&self, line: &Line<'_>) -> String {
        let year = || line.text("年度").filter(|text| !text.is_empty());
        Self::list_of(line).map(str::to_owned).or_else(year).unwrap_or_else(|| self.fallback.clone())
    }

    /// The stored task of a row. Where no list is named, one with number and title alike in any list will do, else
    /// one of the sheet's own list.
    pub(super) fn find(&self, registry: &Registry, key: &Key<'_>) -> Option<Task> {
        let numbered = key.no.and_then(|no| self.by_number.get(&(key.site, no)));
        let titled = self.by_title.get(&(key.site, half_width(key.title).into_owned()));
        let is_of_list = |task: &&Task| same_words(&task.list, key.list.unwrap_or(&self.fallback));
        let tasks = |ids: Option<&Vec<TaskId>>| -> Vec<&Task> {
            ids.into_iter().flatten().filter_map(|id| registry.tasks.get(id)).collect()
        };
        let numbered = tasks(numbered);
        let titled = tasks(titled);
        let by_number = numbered.iter().copied().find(is_of_list);
        let fits_number = |task: &&Task| key.no.is_none() || task.no.is_none() || task.no == key.no;
        let by_title = || titled.iter().copied().filter(fits_number).find(is_of_list);
        let elsewhere = || titled.iter().copied().filter(|_| key.list.is_none()).find(fits_number);
        by_number.or_else(by_title).or_else(elsewhere).cloned()
    }
}

fn push(ids: &mut Vec<TaskId>, id: TaskId) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}
