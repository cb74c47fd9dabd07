//! How sheets are set: nothing cut, nothing under nine points, as few pages as need be.

use chuanbangdai::domain::DocumentKind;
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::print::{Pages, Templates, set};
use chuanbangdai::report::{Block, Cell, DocumentRequest, PaperSize, Sheet, build};

use super::hospital::{Hospital, day, week_of};

pub const MARGIN: f64 = 12.0 / 25.4 * 72.0;
/// Hanging punctuation and rounding.
const SLACK: f64 = 0.5;

fn pages(sheet: &Sheet) -> Pages {
    set(sheet, &Templates::default(), day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time")).expect("pages")
}

fn visible(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{200b}').collect()
}

/// What has to stand on the pages: the papers of single people, else the table.
fn words_of(sheet: &Sheet) -> Vec<String> {
    let Some(forms) = &sheet.forms else {
        let cells = sheet.head.iter().chain(&sheet.body).flat_map(|row| &row.cells).map(Cell::plain);
        return cells.chain(sheet.notes.clone()).chain(sheet.subline.clone()).chain([sheet.title.clone()]).collect();
    };
    let mut words = Vec::new();
    for form in &forms.list {
        words.push(form.title.clone());
        words.extend(form.subline.iter().cloned());
        for block in &form.blocks {
            match block {
                Block::Text { text, .. } => words.push(text.clone()),
                Block::Table(table) => {
                    words.extend(table.head.iter().flat_map(|row| &row.cells).map(Cell::plain));
                    words.extend(table.rows.iter().flat_map(|row| &row.cells).map(Cell::plain));
                }
            }
        }
    }
    words
}

/// Every word of the sheet stands on the pages, whole, in its place, and large enough.
pub fn check(sheet: &Sheet, pages: &Pages) {
    let runs = pages.runs();
    let text: String = runs.iter().map(|run| visible(&run.text)).collect();
    for words in words_of(sheet) {
        assert!(text.contains(&visible(&words)), "cut: {words:?}");
    }
    for run in &runs {
        let (width, height) = pages.size(run.page).expect("a page");
        assert!(run.size >= 8.99, "too small: {run:?}");
        assert!(run.left >= MARGIN - SLACK && run.left + run.width <= width - MARGIN + SLACK, "beside: {run:?}");
        assert!(run.baseline > MARGIN && run.baseline < height - 10.0, "below: {run:?}");
    }
}

/// No text runs into another: a word too long for its column, or a page that is too short.
pub fn check_apart(pages: &Pages) {
    // The stamp of a draft lies over everything.
    let mut runs: Vec<_> =
        pages.runs().into_iter().filter(|run| run.size < 100.0 && !visible(&run.text).is_empty()).collect();
    runs.sort_by(|one, other| (one.page, one.baseline).partial_cmp(&(other.page, other.baseline)).expect("numbers"));
    for (at, one) in runs.iter().enumerate() {
        let near =
            runs[at + 1..].iter().take_while(|it| it.page == one.page && it.baseline < one.baseline + 0.6 * it.size);
        for other in near {
            let overlap = (one.left + one.width).min(other.left + other.width) - one.left.max(other.left);
            assert!(overlap <= 2.0 * SLACK, "over each other by {overlap:.1}: {one:?} {other:?}");
        }
    }
}

#[test]
fn every_document_is_set_whole() {
    let hospital = Hospital::shangnan();
    for kind in DocumentKind::ALL {
        for lang in [Lang::Zh, Lang::En] {
            let request = DocumentRequest::new(*kind, week_of(day(2023, 6, 19)));
            let sheet = build(&hospital.sources(), &request, Tr::new(lang)).expect("a sheet");
            let pages = pages(&sheet);
            check(&sheet, &pages);
            // Sheets with a form for each person go on as long as there are people.
            let is_of_each =
                matches!(kind, DocumentKind::Agreement | DocumentKind::Registration | DocumentKind::Certificate);
            assert!(pages.count() == 1 || is_of_each, "{kind:?} {lang:?}");
        }
    }
}

#[test]
fn twelve_experts_fit_one_page_and_forty_go_on_with_the_head_repeated() {
    for (count, most) in [(12, 1), (40, 4)] {
        let sheet = Hospital::crowded(count).sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
        let pages = pages(&sheet);
        check(&sheet, &pages);
        assert!(pages.count() <= most, "{count} experts on {} pages", pages.count());
        for page in 0..pages.count() {
            let runs = pages.runs();
            let text: String = runs.iter().filter(|run| run.page == page).map(|run| run.text.as_str()).collect();
            assert!(text.contains("受援科室") && text.contains("周三"), "no head on page {page}");
            assert!(text.contains(&format!("第 {} 页　共 {} 页", page + 1, pages.count())), "no number on page {page}");
        }
    }
}

#[test]
fn a_person_is_never_divided_between_two_pages() {
    let sheet = Hospital::crowded(40).sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let runs = pages(&sheet).runs();
    let pages_of = |text: &str| runs.iter().filter(|run| run.text == text).map(|run| run.page).collect::<Vec<_>>();
    assert_eq!(pages_of("上午"), pages_of("下午"));
}

#[test]
fn long_words_are_broken_rather_than_cut_or_drawn_over_their_neighbours() {
    let mut hospital = Hospital::shangnan();
    for session in &mut hospital.sessions {
        session.room = "综合楼二十三层东区第四手术间(介入导管室)/ROOM-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".to_owned();
    }
    for person in hospital.registry.people.values_mut() {
        person.title_text = "主任医师、教授、博士生导师、享受政府特殊津贴专家".to_owned();
        person.phone = "13900000001/0914-632212013900000002".to_owned();
    }
    let sheet = hospital.sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let pages = pages(&sheet);
    check(&sheet, &pages);
    check_apart(&pages);
}

#[test]
fn no_text_runs_into_another_in_any_document() {
    let hospital = Hospital::crowded(12);
    for kind in DocumentKind::ALL {
        let sheet = hospital.sheet(*kind, week_of(day(2023, 6, 19)));
        let pages = pages(&sheet);
        check_apart(&pages);
    }
}

#[test]
fn the_pdf_knows_its_title_author_language_and_date_and_is_tagged() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let pdf = pages(&sheet).pdf().expect("a PDF");
    assert!(pdf.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/StructTreeRoot") && text.contains("/Lang(zh-CN)"), "not tagged");
    assert!(text.contains("20230616080000"), "no date");
    assert!(text.contains("商南县医院") && text.contains("帮扶专家周排班表"), "no author or title in the metadata");
}

#[test]
fn the_same_sheet_makes_the_same_file() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::Posting, week_of(day(2023, 6, 12)));
    assert_eq!(pages(&sheet).pdf().expect("a PDF"), pages(&sheet).pdf().expect("a PDF"));
}

#[test]
fn a_picture_has_the_size_of_its_page_and_ink_on_it() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::Posting, week_of(day(2023, 6, 12)));
    let pages = pages(&sheet);
    let picture = pages.picture(0, 36.0).expect("a picture");
    assert_eq!((picture.width, picture.height), (421, 298));
    assert_eq!(picture.rgba.len(), 421 * 298 * 4);
    assert!(picture.rgba.chunks(4).any(|pixel| pixel[0] < 80) && picture.rgba.chunks(4).all(|pixel| pixel[3] == 255));
    assert!(pages.png(0, 36.0).expect("a file").starts_with(b"\x89PNG"));
    assert!(pages.picture(1, 36.0).is_err());
}

#[test]
fn a_grey_page_has_no_colour() {
    let hospital = Hospital::shangnan();
    let request = DocumentRequest::new(DocumentKind::WeekSchedule, week_of(day(2023, 6, 19)));
    let coloured = |is_grey| {
        let picture = pages(&hospital.sheet_of(&DocumentRequest { is_grey, ..request.clone() })).picture(0, 36.0);
        let pixels = picture.expect("a picture").rgba;
        pixels.chunks(4).filter(|pixel| pixel[0] != pixel[1] || pixel[1] != pixel[2]).count()
    };
    assert_eq!(coloured(true), 0);
    assert!(coloured(false) > 1000);
}

#[test]
fn a_broken_edited_template_falls_back_to_the_built_in_one_and_says_where() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::Posting, week_of(day(2023, 6, 12)));
    let at = day(2023, 6, 16).and_hms_opt(8, 0, 0).expect("a time");
    let broken = Templates::default().edited("posting.typ", "#import \"/frame.typ\": *\n#nonsense(".to_owned());
    let pages = set(&sheet, &broken, at).expect("pages");
    assert!(pages.fallback().expect("a reason").starts_with("posting.typ:2: "));
    check(&sheet, &pages);
    let own = Templates::default().edited("posting.typ", "own template".to_owned());
    let pages = set(&sheet, &own, at).expect("pages");
    assert_eq!((pages.fallback(), pages.runs()[0].text.as_str()), (None, "own template"));
}

#[test]
fn the_larger_paper_carries_larger_text_on_one_page() {
    let mut sheet = Hospital::shangnan().sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let size_of = |sheet: &Sheet| {
        let pages = pages(sheet);
        check(sheet, &pages);
        assert_eq!(pages.count(), 1);
        let runs = pages.runs();
        runs.iter().find(|run| run.text.contains("坐诊")).expect("a clinic").size
    };
    let small = size_of(&sheet);
    sheet.paper = PaperSize::A3;
    assert!(size_of(&sheet) > 1.3 * small, "the sheet on the wall is read from further away");
}

/// The size of the first run of a sheet that says so, on its one page.
fn size_on_one_page(sheet: &Sheet, words: &str) -> f64 {
    let pages = pages(sheet);
    check(sheet, &pages);
    assert_eq!(pages.count(), 1, "{}", sheet.title);
    pages.runs().into_iter().find(|run| run.text.contains(words)).expect("the words").size
}

#[test]
fn what_hangs_on_a_wall_fills_its_page_with_letters_that_carry() {
    let hospital = Hospital::shangnan();
    let full = hospital.sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    assert!(size_on_one_page(&full, "坐诊") >= 11.5, "seven experts, every half-day filled");
    let mut few = hospital.sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    few.body.truncate(4);
    assert!(size_on_one_page(&few, "坐诊") >= 15.0, "two experts have the page to themselves");
}

#[test]
fn a_sheet_of_many_uses_the_pages_that_it_needs_anyhow() {
    let sheet = Hospital::crowded(18).sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let pages = pages(&sheet);
    check(&sheet, &pages);
    assert_eq!(pages.count(), 2);
    let clinic = pages.runs().into_iter().find(|run| run.text.contains("坐诊")).expect("a clinic");
    assert!(clinic.size > 9.0, "two pages hold more than letters of nine points");
}

#[test]
fn words_of_a_wall_sheet_break_after_the_slash() {
    let sheet = Hospital::shangnan().sheet(DocumentKind::WeekSchedule, week_of(day(2023, 6, 12)));
    let runs = pages(&sheet).runs();
    assert!(runs.iter().all(|run| !run.text.ends_with("/疑")), "疑难讨论 stays whole");
}
