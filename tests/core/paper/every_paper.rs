//! Every document of the sample hospital on every paper: nothing cut, nothing small, the size that was asked for.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use chuanbangdai::app::sample::sample;
use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::{DocumentKind, Week};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::print::{Pages, Templates, set};
use chuanbangdai::report::{DocumentRequest, PaperOptions, PaperSize, Sheet};

use super::hospital::day;
use super::pages::{check, check_apart};

/// A paper: its size, whether its long side lies across, and whether it is in shades of grey.
const PAPERS: [(PaperSize, bool, bool); 4] = [
    (PaperSize::A4, false, false),
    (PaperSize::A4, true, true),
    (PaperSize::A3, false, true),
    (PaperSize::A3, true, false),
];

fn today() -> NaiveDate {
    day(2023, 6, 14)
}

fn now() -> NaiveDateTime {
    today().and_hms_opt(9, 0, 0).expect("a time")
}

/// Every document of the sample on a paper, with its sheet and its pages.
fn each_document(
    (size, is_landscape, is_grey): (PaperSize, bool, bool),
    mut look: impl FnMut(DocumentKind, &Sheet, &Pages),
) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::create(&folder.path().join("sample.cbd"), Clock::Fixed(now())).expect("an office");
    office.run(&sample(office.registry(), today())).expect("the sample");
    for kind in DocumentKind::ALL {
        let period = DocumentRequest::usual_period(*kind, Week::of(today()).monday());
        let paper = PaperOptions { size, is_landscape: Some(is_landscape), ..PaperOptions::default() };
        let request = DocumentRequest { is_grey, paper, ..DocumentRequest::new(*kind, period) };
        let sheet = office.sheet(&request, Tr::new(Lang::Zh)).expect("a sheet");
        let pages = set(&sheet, &Templates::default(), now()).expect("pages");
        look(*kind, &sheet, &pages);
    }
}

#[test]
fn every_document_of_the_sample_is_whole_on_every_paper() {
    for paper in PAPERS {
        each_document(paper, |kind, sheet, pages| {
            check(sheet, pages);
            check_apart(pages);
            let (width, height) = pages.size(0).expect("a page");
            assert_eq!(width > height, paper.1 && sheet.forms.is_none(), "{kind:?}: the side that lies across");
            let long = if paper.0 == PaperSize::A3 { 420.0 } else { 297.0 };
            assert!((width.max(height) - long / 25.4 * 72.0).abs() < 1.0, "{kind:?}: {width} × {height}");
        });
    }
}

#[test]
#[ignore = "writes pictures for people to look at, into the folder named by PAPERS"]
fn write_every_paper() {
    let folder = std::env::var("PAPERS").expect("a folder");
    for (at, paper) in PAPERS.into_iter().enumerate() {
        each_document(paper, |kind, _, pages| {
            let name = Path::new(&folder).join(format!("{}-{at}.png", kind.code()));
            std::fs::write(name, pages.png(0, 60.0).expect("a picture")).expect("a file");
        });
    }
}
