//! Ten thousand tasks: a frame while the list scrolls, and what a filter, a grouping and a change cost.

#![allow(clippy::unwrap_used, reason = "a bench stops where its data cannot be made")]

use chrono::{Days, NaiveDate};
use chuanbangdai::app::settings::Preferences;
use chuanbangdai::app::tasks::{Grouping, TaskBook, TaskFilter, Which};
use chuanbangdai::app::{Clock, Desk, Office};
use chuanbangdai::domain::{Edit, Institution, Label, Task, TaskStatus};
use chuanbangdai::i18n::Tr;
use chuanbangdai::ui::pages::tasks::TasksPage;
use chuanbangdai::ui::theme::Theme;
use chuanbangdai::ui::{Outbox, Page, PageCx, fonts, style};
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2};

const TASKS: u32 = 10_000;
const SITES: u32 = 100;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 14).unwrap()
}

/// A hundred sites with a hundred tasks each: some closed, some late, most under way.
fn office(folder: &tempfile::TempDir) -> Office {
    let clock = Clock::Fixed(today().and_hms_opt(9, 0, 0).unwrap());
    let mut office = Office::create(&folder.path().join("bench.db"), clock).unwrap();
    let site = |id: u32| -> Institution {
        serde_json::from_value(serde_json::json!({
            "id": id, "name": format!("站点{id}卫生院"), "kind": "township", "is_own": id == 1, "sort": id,
        }))
        .unwrap()
    };
    let mut edits: Vec<Edit> = (1..=SITES).map(|id| Edit::put(site(id))).collect();
    edits.extend((0..TASKS).map(|number| Edit::put(task(number))));
    office.run(&Edit::Many { label: Label::Filled { rows: edits.len() }, edits }).unwrap();
    office
}

fn task(number: u32) -> Task {
    let due_on = today() + Days::new(u64::from(number * 7 % 400)) - Days::new(60);
    let is_closed = number.is_multiple_of(5);
    Task {
        no: Some(number / SITES + 1),
        site: Some(chuanbangdai::domain::Id::new(i64::from(number % SITES + 1))),
        category: format!("类别{}", number % 12),
        owner: format!("责任人{}", number % 60),
        lead_dept: format!("科室{}", number % 20),
        status: if is_closed { TaskStatus::Closed } else { TaskStatus::Active },
        done_on: is_closed.then_some(today()),
        close_note: if is_closed { "已验收".to_owned() } else { String::new() },
        progress_pct: u8::try_from(number % 101).unwrap(),
        ..Task::new(format!("清单{}", number % 4), format!("第{number}项：建设胸痛救治单元"), due_on)
    }
}

fn scroll(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::inline(office(&folder));
    let (theme, mut preferences, mut out) = (Theme::light(), Preferences::default(), Outbox::default());
    let mut page = TasksPage::default();
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    style::apply(&ctx, &theme, true);
    let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(1302.0, 720.0));
    let mut time = 0.0;
    let mut draw = |turn: f32| {
        time += 1.0 / 60.0;
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: Vec2::new(0.0, turn),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        let events = vec![Event::PointerMoved(screen.center()), wheel];
        let input = RawInput { screen_rect: Some(screen), time: Some(time), events, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| {
            let mut cx = PageCx {
                tr: Tr::default(),
                theme: &theme,
                desk: &desk,
                out: &mut out,
                today: today(),
                preferences: &mut preferences,
            };
            page.ui(ui, &mut cx);
        });
        ctx.tessellate(output.shapes, output.pixels_per_point)
    };
    // The picture is asked for and glyphs are rasterised in the first frames only.
    for _ in 0..8 {
        draw(-40.0);
    }
    criterion.bench_function("10,000 tasks, one frame while scrolling", |bencher| bencher.iter(|| draw(-40.0)));
}

fn narrow(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let book = TaskBook::load(&office(&folder), Tr::default()).unwrap();
    let all = TaskFilter { which: Which::All, ..TaskFilter::default() };
    for (name, filter) in [
        ("filter of problems", TaskFilter { which: Which::Problem, ..TaskFilter::default() }),
        ("filter of a site", TaskFilter { site: Some(Some(chuanbangdai::domain::Id::new(7))), ..all.clone() }),
        ("grouping by owner", TaskFilter { grouping: Grouping::Owner, ..all.clone() }),
        ("grouping by site", TaskFilter { grouping: Grouping::Site, ..all }),
    ] {
        criterion.bench_function(&format!("10,000 tasks, {name}"), |bencher| bencher.iter(|| book.shown(&filter)));
    }
}

fn picture(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    criterion.bench_function("10,000 tasks, their picture", |bencher| {
        bencher.iter(|| TaskBook::load(&office, Tr::default()).unwrap());
    });
}

criterion_group!(benches, scroll, narrow, picture);
criterion_main!(benches);
