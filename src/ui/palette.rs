//! The palette (Ctrl+K): every command and every record, by characters, pinyin or initials.

use egui::{
    Align2, Area, Context, Id, Key, Modifiers, Order, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::page::{Command, Live, PageId};
use super::shortcut::{Fixed, fixed, written};
use super::theme::{self, CORNER, ROW, Theme};
use super::widget::{Icon, search_box};
use crate::app::Desk;
use crate::app::search::{Hit, matches};
use crate::app::tasks::DutyRef;
use crate::domain::{ProblemId, ResolutionId, Table};
use crate::i18n::Tr;

const WIDTH: f32 = 560.0;
/// Records shown: who wants more types more.
const RECORDS: usize = 20;

/// The open palette.
#[derive(Debug, Default)]
pub struct Palette {
    wanted: String,
    cursor: usize,
    records: Live<Vec<Hit>>,
}

/// A line of the palette.
struct Line {
    icon: Icon,
    text: String,
    hint: String,
    keys: String,
    command: Command,
}

/// What became of the palette in this frame.
#[allow(clippy::large_enum_variant, reason = "one answer lives for one frame")]
pub enum PaletteAnswer {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// A command was chosen.
    Chosen(Command),
}

impl Palette {
    /// Draws it over everything.
    pub fn ui(&mut self, ctx: &Context, theme: &Theme, tr: Tr, desk: &Desk) -> PaletteAnswer {
        let wanted = self.wanted.clone();
        self.records.refresh(|| desk.ask(move |office| Ok(office.search(&wanted, tr))));
        let lines = self.lines(tr);
        let (up, down, enter, leave) = ctx.input_mut(|input| {
            let mut hit = |key| input.consume_key(Modifiers::NONE, key);
            (hit(Key::ArrowUp), hit(Key::ArrowDown), hit(Key::Enter), hit(Key::Escape))
        });
        let last = lines.len().saturating_sub(1);
        self.cursor = match (up, down) {
            (true, _) => self.cursor.saturating_sub(1),
            (_, true) => self.cursor + 1,
            _ => self.cursor,
        }
        .min(last);
        let area = ctx.content_rect();
        ctx.layer_painter(egui::LayerId::new(Order::Middle, Id::unique("veil"))).rect_filled(area, 0, theme.veil);
        let width = WIDTH.min(area.width() - 48.0);
        let mut chosen = None;
        let shown = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0))
            .show(ctx, |ui| {
                egui::Frame::popup(ui.style()).fill(theme.paper).corner_radius(8).inner_margin(8).show(ui, |ui| {
                    ui.set_width(width);
                    self.box_ui(ui, theme, tr);
                    chosen = self.list_ui(ui, theme, &lines, up || down);
                    self.nothing_ui(ui, theme, tr, lines.is_empty());
                });
            });
        let is_outside = ctx.input(|input| {
            input.pointer.any_click()
                && input.pointer.interact_pos().is_some_and(|at| !shown.response.rect.contains(at))
        });
        let by_enter = enter.then_some(self.cursor);
        match chosen.or(by_enter).and_then(|place| lines.into_iter().nth(place)) {
            Some(line) => PaletteAnswer::Chosen(line.command),
            None if leave || is_outside => PaletteAnswer::Left,
            None => PaletteAnswer::Open,
        }
    }

    fn box_ui(&mut self, ui: &mut Ui, theme: &Theme, tr: Tr) {
        let id = Id::unique("palette box");
        let response = search_box(ui, theme, id, tr.palette_hint(), f32::INFINITY, &mut self.wanted);
        response.request_focus();
        if response.changed() {
            self.cursor = 0;
            self.records.expire();
        }
        ui.add_space(4.0);
    }

    /// Says so where nothing fits what was typed.
    fn nothing_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, is_empty: bool) {
        if is_empty && self.records.get().is_some() {
            ui.label(RichText::new(tr.palette_nothing(self.wanted.trim())).color(theme.muted));
        }
    }

    fn lines(&self, tr: Tr) -> Vec<Line> {
        let wanted = self.wanted.trim();
        let commands =
            fixed(tr).into_iter().filter(|fixed| wanted.is_empty() || matches(wanted, fixed.text)).map(command_line);
        let hits = self.records.get().and_then(|hits| hits.as_ref().ok()).filter(|_| !wanted.is_empty());
        commands.chain(hits.into_iter().flatten().filter_map(|hit| record_line(tr, hit)).take(RECORDS)).collect()
    }

    fn list_ui(&self, ui: &mut Ui, theme: &Theme, lines: &[Line], is_moved: bool) -> Option<usize> {
        let mut chosen = None;
        let height = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 400.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (place, line) in lines.iter().enumerate() {
                let is_on = place == self.cursor;
                let response = line_ui(ui, theme, line, is_on);
                if is_on && is_moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(place);
                }
            }
        });
        chosen
    }
}

fn command_line(fixed: Fixed) -> Line {
    let keys = fixed.keys.first().map(written).unwrap_or_default();
    Line { icon: fixed.icon, text: fixed.text.to_owned(), hint: fixed.hint.to_owned(), keys, command: fixed.command }
}

fn record_line(tr: Tr, hit: &Hit) -> Option<Line> {
    let (icon, command) = match hit.table {
        Table::Person => (Icon::People, Command::ShowPerson(hit.id)),
        Table::Institution | Table::Department | Table::Batch => (Icon::Unit, Command::Go(PageId::Records)),
        Table::Task => (Icon::Tasks, Command::ShowTask(hit.id)),
        Table::Resolution => (Icon::Tasks, Command::ShowDuty(DutyRef::Resolution(ResolutionId::new(hit.id)))),
        Table::Problem => (Icon::Tasks, Command::ShowDuty(DutyRef::Problem(ProblemId::new(hit.id)))),
        Table::Obligation | Table::Fund => (Icon::Tasks, Command::Go(PageId::Tasks)),
        Table::Studio | Table::Team | Table::Agreement => (Icon::Unit, Command::ShowRegister(hit.table, Some(hit.id))),
        _ => return None,
    };
    let about = if hit.detail.is_empty() { tr.table(hit.table).to_owned() } else { hit.detail.clone() };
    Some(Line { icon, text: hit.title.clone(), hint: about, keys: String::new(), command })
}

fn line_ui(ui: &mut Ui, theme: &Theme, line: &Line, is_on: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW + 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, &line.text));
    let fill = match (is_on, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.hover,
        (false, false) => theme.paper,
    };
    ui.painter().rect_filled(rect, CORNER, fill);
    let middle = rect.center().y;
    let icon = Rect::from_center_size(pos2(rect.left() + 18.0, middle), vec2(16.0, 16.0));
    line.icon.paint(ui.painter(), icon, theme.muted);
    let at = pos2(rect.left() + 36.0, middle);
    let text = ui.painter().text(at, Align2::LEFT_CENTER, &line.text, theme::body(), theme.ink);
    let mut right = rect.right() - 8.0;
    if !line.keys.is_empty() {
        let at = pos2(right - 6.0, middle);
        let keys = ui.painter().text(at, Align2::RIGHT_CENTER, &line.keys, theme::caption(), theme.muted);
        let cap = keys.expand2(vec2(6.0, 2.0));
        ui.painter().rect_stroke(cap, 4, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        right = cap.left();
    }
    let room = Rect::from_min_max(pos2(text.right() + 12.0, rect.top()), pos2(right - 8.0, rect.bottom()));
    let at = pos2(room.left(), middle);
    ui.painter_at(room).text(at, Align2::LEFT_CENTER, &line.hint, theme::caption(), theme.muted);
    response
}
