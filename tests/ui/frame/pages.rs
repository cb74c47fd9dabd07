//! Every page draws everywhere: the harness fails on a missing glyph and on an input without a name.

use chuanbangdai::app::settings::{Preferences, Shade};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, PageId};

use crate::support::{ask, preferences, window, window_of_size};

const PAGES: [PageId; 8] = [
    PageId::Today,
    PageId::Schedule,
    PageId::Stints,
    PageId::Tasks,
    PageId::Documents,
    PageId::Records,
    PageId::Settings,
    PageId::Wizard,
];

#[test]
fn every_page_draws_in_both_languages_and_shades() {
    for lang in [Lang::Zh, Lang::En] {
        for shade in [Shade::Light, Shade::Dark] {
            let mut harness = window(true, preferences(lang, shade));
            for page in PAGES {
                ask(&mut harness, Command::Go(page));
            }
        }
    }
}

#[test]
fn every_page_draws_over_an_empty_file() {
    let mut harness = window(false, preferences(Lang::Zh, Shade::Light));
    for page in PAGES {
        ask(&mut harness, Command::Go(page));
    }
}

#[test]
fn every_page_draws_on_the_smallest_screen_with_large_text() {
    let chosen = Preferences { text_size: 150, ..preferences(Lang::Zh, Shade::Light) };
    let mut harness = window_of_size(true, chosen, [911.0, 512.0]);
    for page in PAGES {
        ask(&mut harness, Command::Go(page));
    }
}

#[test]
fn a_window_at_rest_asks_for_no_new_frame() {
    let mut harness = window(true, preferences(Lang::Zh, Shade::Light));
    for page in PAGES {
        ask(&mut harness, Command::Go(page));
        harness.step();
        let delay = harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
        assert!(delay.is_none_or(|delay| delay.as_secs() > 3600), "{page:?} asks again after {delay:?}");
    }
}
