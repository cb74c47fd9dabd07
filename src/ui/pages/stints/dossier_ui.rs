//! The page of a person: head, figures, and every kind of record, each line leading to its record.

use egui::{Panel, Popup, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::dossier::{Dossier, Entry, Section, Tile, Way};
use crate::app::people::Standing;
use crate::domain::PersonId;
use crate::figures::RecordRef;
use crate::report::DocumentRequest;
use crate::ui::pages::checks::Behind;
use crate::ui::theme::{self, CORNER, INSPECTOR};
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, tag};
use crate::ui::{Command, Live, PageCx, Tone};

/// Below this width the records stand in one column, in points.
const TWO_COLUMNS: f32 = 720.0;
/// Size of a figure, in points.
const TILE: egui::Vec2 = vec2(128.0, 60.0);

/// What the page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DossierWish {
    /// Back to the roster.
    Back,
    /// The page of somebody else.
    Turn(PersonId),
    /// Where a line leads inside 派驻.
    Follow(Way),
}

/// The page of a person with what is open in it.
#[derive(Default)]
pub struct DossierView {
    person: Option<PersonId>,
    picture: Live<Option<Dossier>>,
    shows_phone: bool,
    /// The figure whose records are shown, by its place.
    behind: Option<usize>,
    records: Behind,
}

impl DossierView {
    /// Turns to a person.
    pub fn turn_to(&mut self, person: PersonId) {
        if self.person != Some(person) {
            *self = Self { person: Some(person), ..Self::default() };
        }
    }

    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    /// What Ctrl+P prints: the first of the documents about the person.
    pub fn document(&self) -> Option<DocumentRequest> {
        let dossier = self.picture.get()?.as_ref().ok()?.as_ref()?;
        dossier.documents.first().map(|(_, request)| request.clone())
    }

    /// The way back, and another person.
    pub fn bar_ui(&self, ui: &mut Ui, cx: &PageCx<'_>) -> Option<DossierWish> {
        let tr = cx.tr;
        let mut wish = None;
        if Button::new(tr.dossier_back()).icon(Icon::Left).ui(ui, cx.theme).clicked() {
            wish = Some(DossierWish::Back);
        }
        if let Some(Ok(Some(dossier))) = self.picture.get() {
            let people = dossier.people.iter().map(|person| Choice::new(person.id, person.name.clone()));
            let people: Vec<_> = people.collect();
            let mut chosen = dossier.person;
            if Dropdown::new(tr.dossier_turn(), &people).bare().width(140.0).ui(ui, cx.theme, tr, &mut chosen) {
                wish = Some(DossierWish::Turn(chosen));
            }
        }
        wish
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) -> Option<DossierWish> {
        let (person, tr) = (self.person?, cx.tr);
        self.picture.refresh(|| cx.desk.ask(move |office| Dossier::load(office, person, tr)));
        if !self.picture.ready_ui(ui, cx.theme, tr) {
            return None;
        }
        self.behind_ui(ui, cx);
        let Some(Ok(Some(dossier))) = self.picture.get() else {
            let (title, text) = (tr.dossier_nothing_title(), tr.dossier_nothing_text());
            let empty = Empty { icon: Icon::People, title, text, action: Some(tr.dossier_back()) };
            return empty.ui(ui, cx.theme).then_some(DossierWish::Back);
        };
        let mut wish = None;
        let (shows_phone, behind) = (&mut self.shows_phone, &mut self.behind);
        ScrollArea::vertical().id_salt(("dossier", person.raw())).auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            head_ui(ui, cx, dossier, shows_phone);
            ui.add_space(12.0);
            tiles_ui(ui, cx, &dossier.tiles, behind);
            ui.add_space(12.0);
            wish = sections_ui(ui, cx, dossier);
            ui.add_space(16.0);
        });
        wish
    }

    /// The records behind a figure.
    fn behind_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(Some(dossier))) = self.picture.get() else { return };
        let Some((place, tile)) = self.behind.and_then(|place| Some((place, dossier.tiles.get(place)?))) else {
            return;
        };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 4 });
        let records: &[RecordRef] = &tile.records;
        let (revision, shown) = (self.picture.revision(), &mut self.records);
        let panel = Panel::right("dossier records").exact_size(INSPECTOR).resizable(false).frame(frame);
        let closes = panel.show(ui, |ui| {
            let mut closes = false;
            ui.horizontal(|ui| {
                ui.label(RichText::new(cx.tr.dossier_behind(&tile.label)).font(theme::heading()));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    closes = Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked();
                });
            });
            shown.ui(ui, cx, (revision, i64::try_from(place).unwrap_or_default()), records);
            closes
        });
        if closes.inner {
            self.behind = None;
        }
    }
}

/// Name, standing, title, phone, what is on record; what can be printed.
fn head_ui(ui: &mut Ui, cx: &mut PageCx<'_>, dossier: &Dossier, shows_phone: &mut bool) {
    let tr = cx.tr;
    ui.horizontal(|ui| {
        ui.label(RichText::new(&dossier.name).font(theme::title()));
        let tone = match dossier.standing {
            Standing::OnPost => Tone::Ok,
            Standing::Overdue => Tone::Error,
            Standing::EndsSoon(_) | Standing::ToCome | Standing::Left | Standing::OwnStaff => Tone::Info,
        };
        tag(ui, cx.theme, tone, &dossier.standing_words);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !dossier.documents.is_empty() {
                print_ui(ui, cx, dossier);
            }
        });
    });
    ui.label(RichText::new(&dossier.headline).color(cx.theme.muted));
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 4.0);
        for (label, value) in &dossier.facts {
            fact_ui(ui, cx, label, value);
        }
        phone_ui(ui, cx, dossier, shows_phone);
    });
    if dossier.sections.is_empty() {
        ui.add_space(12.0);
        ui.label(RichText::new(tr.dossier_no_records()).color(cx.theme.muted));
    }
}

/// The documents that can be printed of them.
fn print_ui(ui: &mut Ui, cx: &mut PageCx<'_>, dossier: &Dossier) {
    let head = Button::main(cx.tr.dossier_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme);
    Popup::menu(&head).show(|ui| {
        for (name, request) in &dossier.documents {
            let line = egui::Button::new(name).min_size(vec2(180.0, theme::ROW)).frame_when_inactive(false);
            if ui.add(line).clicked() {
                cx.out.push(Command::Preview(request.clone()));
                ui.close();
            }
        }
    });
}

fn fact_ui(ui: &mut Ui, cx: &PageCx<'_>, label: &str, value: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(label).font(theme::caption()).color(cx.theme.muted));
        ui.label(value);
    });
}

fn phone_ui(ui: &mut Ui, cx: &PageCx<'_>, dossier: &Dossier, shows_phone: &mut bool) {
    let (whole, masked) = &dossier.phone;
    if whole.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(cx.tr.dossier_phone()).font(theme::caption()).color(cx.theme.muted));
        ui.label(if *shows_phone { whole } else { masked });
        let words = if *shows_phone { cx.tr.dossier_hide_phone() } else { cx.tr.dossier_show_phone() };
        if Button::quiet(words).ui(ui, cx.theme).clicked() {
            *shows_phone = !*shows_phone;
        }
    });
}

/// The figures; a click shows the records behind one.
fn tiles_ui(ui: &mut Ui, cx: &PageCx<'_>, tiles: &[Tile], behind: &mut Option<usize>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (place, tile) in tiles.iter().enumerate() {
            if tile_ui(ui, cx, tile, *behind == Some(place)) {
                *behind = if *behind == Some(place) { None } else { Some(place) };
            }
        }
    });
}

fn tile_ui(ui: &mut Ui, cx: &PageCx<'_>, tile: &Tile, is_on: bool) -> bool {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(TILE, Sense::click());
    let spoken = format!("{} {} {}", tile.label, tile.display, tile.unit);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &spoken));
    let (fill, line) = match (is_on, response.hovered()) {
        (true, _) => (theme.selection, theme.accent),
        (false, true) => (theme.hover, theme.line),
        (false, false) => (theme.raised, theme.line),
    };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let inside = rect.shrink2(vec2(12.0, 8.0));
    let caption = theme::caption();
    ui.painter().text(inside.left_top(), egui::Align2::LEFT_TOP, &tile.label, caption.clone(), theme.muted);
    let drawn =
        ui.painter().text(inside.left_bottom(), egui::Align2::LEFT_BOTTOM, &tile.display, theme::heading(), theme.ink);
    let after = egui::pos2(drawn.right() + 4.0, inside.bottom() - 2.0);
    ui.painter().text(after, egui::Align2::LEFT_BOTTOM, &tile.unit, caption, theme.muted);
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if tile.detail.is_empty() { response.clicked() } else { response.on_hover_text(&tile.detail).clicked() }
}

/// The kinds of records, in two columns where there is room.
fn sections_ui(ui: &mut Ui, cx: &mut PageCx<'_>, dossier: &Dossier) -> Option<DossierWish> {
    let mut wish = None;
    if ui.available_width() < TWO_COLUMNS {
        for section in &dossier.sections {
            wish = section_ui(ui, cx, section).or(wish);
        }
        return wish;
    }
    // The shorter column takes the next kind.
    let mut heights = [0_usize; 2];
    let placed: Vec<(usize, &Section)> = dossier
        .sections
        .iter()
        .map(|section| {
            let column = usize::from(heights[1] < heights[0]);
            if let Some(height) = heights.get_mut(column) {
                *height += section.entries.len() + 2;
            }
            (column, section)
        })
        .collect();
    ui.columns_const(|columns: &mut [Ui; 2]| {
        for (place, column) in columns.iter_mut().enumerate() {
            for (_, section) in placed.iter().filter(|(at, _)| *at == place) {
                wish = section_ui(column, cx, section).or(wish);
            }
        }
    });
    wish
}

fn section_ui(ui: &mut Ui, cx: &mut PageCx<'_>, section: &Section) -> Option<DossierWish> {
    let mut wish = None;
    ui.label(RichText::new(&section.title).font(theme::strong()));
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(line.x_range(), line.top(), Stroke::new(1.0, cx.theme.line));
    for (place, entry) in section.entries.iter().enumerate() {
        if entry_ui(ui, cx, (section, place), entry) {
            wish = follow(cx, entry.way).or(wish);
        }
    }
    if section.more > 0 {
        ui.label(RichText::new(cx.tr.dossier_more(section.more)).font(theme::caption()).color(cx.theme.muted));
    }
    ui.add_space(12.0);
    wish
}

/// Goes where a line leads; what lies inside 派驻 is the page's own.
fn follow(cx: &mut PageCx<'_>, way: Way) -> Option<DossierWish> {
    match way {
        Way::None => None,
        Way::Week(on) => {
            cx.out.push(Command::ShowWeek(on));
            None
        }
        Way::Pairing(pairing) => {
            cx.out.push(Command::ShowPairing(pairing.raw()));
            None
        }
        Way::Register(table, id) => {
            cx.out.push(Command::ShowRegister(table, Some(id)));
            None
        }
        Way::Person(person) => Some(DossierWish::Turn(person)),
        Way::Stint(_) | Way::Leave(_) => Some(DossierWish::Follow(way)),
    }
}

/// A line; true where it was clicked.
fn entry_ui(ui: &mut Ui, cx: &PageCx<'_>, (section, place): (&Section, usize), entry: &Entry) -> bool {
    let theme = cx.theme;
    let leads = entry.way != Way::None;
    let ink = if entry.is_past { theme.muted } else { theme.ink };
    let shown = egui::Frame::new().inner_margin(egui::Margin::symmetric(6, 3)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 16.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new(&entry.when).font(theme::caption()).color(theme.muted));
            if !entry.alert.is_empty() {
                Icon::Warning.ui(ui, 12.0, theme.warning);
                ui.label(RichText::new(&entry.alert).font(theme::caption()).color(theme.warning));
            }
        });
        ui.add(egui::Label::new(RichText::new(&entry.what).color(ink)).wrap());
    });
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let response = ui.interact(shown.response.rect, ui.scope_id().with((section.kind, place)), sense);
    let role = if leads { Role::Link } else { Role::Label };
    let spoken = format!("{} {} {}", entry.when, entry.what, entry.alert);
    response.widget_info(|| WidgetInfo::labeled(role, true, spoken.trim()));
    if leads && (response.hovered() || response.has_focus()) {
        ui.painter().rect_stroke(response.rect, CORNER, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
    }
    leads && response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
