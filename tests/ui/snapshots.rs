//! Pages as pictures, compared with those of before. A software driver draws them the same on every machine.
//!
//! After a wanted change of the look: `UPDATE_SNAPSHOTS=1 cargo test --features snapshots --test ui -- snapshot`,
//! then look at the pictures in `tests/snapshots` before they are committed.

use chuanbangdai::app::settings::Shade;
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};
use egui_kittest::SnapshotResults;

use crate::support::{ask, preferences, window};

/// Pages that show neither a path of this machine nor work that is still under way.
const PAGES: [(PageId, &str); 3] =
    [(PageId::Today, "today"), (PageId::Schedule, "schedule"), (PageId::Stints, "stints")];

#[test]
fn snapshot_of_the_pages_in_the_light_shade() {
    let mut harness = window(true, preferences(Lang::Zh, Shade::Light));
    let mut results = SnapshotResults::new();
    for (page, name) in PAGES {
        ask(&mut harness, Command::Go(page));
        harness.snapshot(name);
    }
    results.extend_harness(&mut harness);
    results.unwrap();
}

#[test]
fn snapshot_of_the_schedule_in_the_dark_shade_and_in_english() {
    let mut results = SnapshotResults::new();
    for (lang, shade, name) in [(Lang::Zh, Shade::Dark, "schedule_dark"), (Lang::En, Shade::Light, "schedule_english")]
    {
        let mut harness = window(true, preferences(lang, shade));
        ask(&mut harness, Command::Go(PageId::Schedule));
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
    results.unwrap();
}
