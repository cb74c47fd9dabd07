//! The schedule page of 60 people: frames of the window, and the picture they draw.

#![allow(clippy::unwrap_used, reason = "a bench stops where its data cannot be made")]

use chrono::NaiveDate;
use chuanbangdai::app::settings::Preferences;
use chuanbangdai::app::week::WeekVm;
use chuanbangdai::app::{Clock, Desk, Office, sample, seed};
use chuanbangdai::domain::{Edit, Id, Label, Period, Person, Registry, Session, Stint, Table, Week};
use chuanbangdai::i18n::Tr;
use chuanbangdai::ui::pages::schedule::SchedulePage;
use chuanbangdai::ui::theme::Theme;
use chuanbangdai::ui::{Command, Outbox, Page, PageCx, PageId, Window, fonts, style};
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Pos2, RawInput, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const PEOPLE: usize = 60;
const SESSIONS: usize = 100_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 14).unwrap()
}

/// The sample hospital with its experts multiplied, each with the week of another.
fn office(folder: &tempfile::TempDir) -> Office {
    let clock = Clock::Fixed(today().and_hms_opt(9, 0, 0).unwrap());
    let mut office = Office::create(&folder.path().join("bench.db"), clock).unwrap();
    let sample = sample::sample(office.registry(), today());
    office.run(&sample).unwrap();
    let first = today().checked_sub_days(chrono::Days::new(30)).unwrap();
    let last = today().checked_add_days(chrono::Days::new(20)).unwrap();
    let sessions = office.sessions(Period::new(first, last).unwrap()).unwrap();
    let edits = crowd(office.registry(), &sessions);
    office.run(&Edit::Many { label: Label::Filled { rows: edits.len() }, edits }).unwrap();
    office
}

fn crowd(registry: &Registry, sessions: &[Session]) -> Vec<Edit> {
    let models: Vec<&Stint> = registry.stints.values().filter(|stint| stint.runs_on(today())).collect();
    let (person, stint) = (registry.next_id(Table::Person), registry.next_id(Table::Stint));
    let mut edits = Vec::new();
    for (place, model) in models.iter().cycle().take(PEOPLE - models.len()).enumerate() {
        let place = i64::try_from(place).unwrap();
        let base = registry.people.get(&model.person).unwrap();
        let name = format!("{}{place}", base.name);
        edits.push(Edit::put(Person { id: Id::NEW, name, code: String::new(), sort: 1_000 + place, ..base.clone() }));
        edits.push(Edit::put(Stint { id: Id::NEW, person: Id::new(person + place), ..(*model).clone() }));
        let theirs = sessions.iter().filter(|session| session.stint == model.id);
        edits.extend(
            theirs.map(|session| Edit::put(Session { id: Id::NEW, stint: Id::new(stint + place), ..session.clone() })),
        );
    }
    edits
}

fn frame(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::inline(office(&folder));
    let (theme, mut preferences, mut out) = (Theme::light(), Preferences::default(), Outbox::default());
    let mut page = SchedulePage::default();
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    style::apply(&ctx, &theme, true);
    let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(1302.0, 720.0));
    let mut draw = || {
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
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
    // Glyphs are rasterised in the first frames only.
    for _ in 0..4 {
        draw();
    }
    criterion.bench_function("week grid of 60 people, one frame", |bencher| bencher.iter(&mut draw));
}

fn picture(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    criterion.bench_function("week grid of 60 people, its picture", |bencher| {
        bencher.iter(|| WeekVm::load(&office, Week::of(today()), Tr::default()).unwrap());
    });
}

/// Whole frames of the window over five years of sixty people: the week, the month, the day.
fn frames_of_years(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed(today().and_hms_opt(9, 0, 0).unwrap());
    let mut office = Office::create(&folder.path().join("years.db"), clock).unwrap();
    let edits: Vec<_> = seed::seed(office.registry(), SESSIONS, 7, today()).collect();
    for edit in &edits {
        office.run(edit).unwrap();
    }
    let window = Window::new(Desk::inline(office), clock, Preferences { is_calm: true, ..Preferences::default() });
    let mut harness = Harness::builder()
        .with_size([1366.0, 768.0])
        .with_max_steps(64)
        .with_context_setup(fonts::install)
        .build_ui_state(
            |ui, window: &mut Window| {
                window.logic(ui.ctx());
                window.ui(ui);
            },
            window,
        );
    harness.state_mut().ask(Command::Go(PageId::Schedule));
    harness.run();
    let tr = Tr::default();
    for view in [tr.rota_view_week(), tr.rota_view_month(), tr.rota_view_day()] {
        harness.get_by_role_and_label(egui::Role::ComboBox, tr.rota_view()).click();
        harness.run();
        harness.get_all_by_label(view).last().unwrap().click();
        harness.run();
        criterion.bench_function(&format!("100,000 sessions: a frame of {view}"), |bencher| {
            bencher.iter(|| harness.step());
        });
    }
}

criterion_group!(benches, frame, picture, frames_of_years);
criterion_main!(benches);
