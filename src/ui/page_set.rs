//! The pages of the window, each made once.

use std::collections::BTreeMap;

use super::page::{Page, PageId};
use super::pages;
use crate::app::Progress;
use crate::domain::Table;

/// Every page by its address.
pub struct PageSet(BTreeMap<PageId, Box<dyn Page>>);

impl Default for PageSet {
    fn default() -> Self {
        let mut pages: BTreeMap<PageId, Box<dyn Page>> = BTreeMap::new();
        pages.insert(PageId::Today, Box::<pages::today::TodayPage>::default());
        pages.insert(PageId::Schedule, Box::<pages::schedule::SchedulePage>::default());
        pages.insert(PageId::Stints, Box::<pages::stints::StintsPage>::default());
        pages.insert(PageId::Handover, Box::<pages::handover::HandoverPage>::default());
        pages.insert(PageId::Pairings, Box::<pages::pairings::PairingsPage>::default());
        pages.insert(PageId::Tasks, Box::<pages::tasks::TasksPage>::default());
        pages.insert(PageId::Checks, Box::<pages::checks::ChecksPage>::default());
        pages.insert(PageId::Documents, Box::<pages::documents::Documents>::default());
        pages.insert(PageId::Wizard, Box::<pages::wizard::Wizard>::default());
        pages.insert(PageId::Records, Box::<pages::records::RecordsPage>::default());
        pages.insert(PageId::Settings, Box::<pages::settings::SettingsPage>::default());
        Self(pages)
    }
}

impl PageSet {
    /// The page at an address.
    pub fn at(&mut self, page: PageId) -> Option<&mut (dyn Page + 'static)> {
        self.0.get_mut(&page).map(AsMut::as_mut)
    }

    /// Whether there is a page at the address.
    #[must_use]
    pub fn has(&self, page: PageId) -> bool {
        self.0.contains_key(&page)
    }

    /// Tells every page which tables a change touched.
    pub fn changed(&mut self, tables: &[Table]) {
        for page in self.0.values_mut() {
            page.changed(tables);
        }
    }

    /// The long work that is under way, by name.
    #[must_use]
    pub fn jobs(&self) -> Vec<(String, Progress)> {
        self.0
            .values()
            .filter_map(|page| page.job())
            .map(|(name, progress)| (name.to_owned(), progress.clone()))
            .collect()
    }
}
