//! The activities: a list with letters and colours, and a form beside it that stores each box when it is left.

use egui::{Panel, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::follow::follow;
use crate::app::records::{ActivityLine, activities};
use crate::domain::{Activity, Edit, Id, Label, Table as DataTable};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, CORNER, INSPECTOR};
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Field, Icon, Table, TableRow, TableState, live_ui};

/// How many hues there are.
const HUES: u8 = 10;
/// Side of a patch of colour, in points.
const PATCH: f32 = 28.0;

/// The list and what is written in the form.
#[derive(Debug, Default)]
pub(super) struct Activities {
    lines: Live<Vec<ActivityLine>>,
    table: TableState,
    draft: Option<(u64, Activity)>,
    /// The name of a new one on its way: it is selected once it is in the list.
    awaited: Option<String>,
}

impl TableRow for ActivityLine {
    fn key(&self) -> i64 {
        self.record.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.name,
            1 => &self.record.letter,
            2 => &self.counts_as,
            _ => self.origin,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            0 => CellTone::Plain,
            1 => CellTone::Hue(self.record.hue),
            _ => CellTone::Muted,
        }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("name", tr.activity_name(), 200.0).wide(),
        Column::mark("letter", tr.activity_letter(), 64.0),
        Column::text("counts", tr.activity_counts_as(), 144.0),
        Column::text("origin", tr.activity_origin(), 88.0),
    ]
}

impl Activities {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.lines.refresh(|| cx.desk.ask(move |office| Ok(activities(office, tr))));
        self.follow();
        let stored = self.lines.get().and_then(|lines| lines.as_ref().ok()).map_or(&[][..], Vec::as_slice);
        if let Some((_, draft)) = &mut self.draft {
            let is_complete = form_ui(ui, cx, draft, stored);
            // A new one is stored once; what is written until it is in the list is stored with the next box.
            if is_complete && !(draft.id.is_new() && self.awaited.is_some()) {
                self.awaited = draft.id.is_new().then(|| draft.name_zh.clone());
                cx.out.push(Command::Run(Edit::put(draft.clone())));
            }
        }
        let revision = self.lines.revision();
        let (table, draft, awaited) = (&mut self.table, &mut self.draft, &mut self.awaited);
        live_ui(ui, theme, tr, self.lines.get(), |ui, lines| {
            ui.horizontal(|ui| {
                if Button::new(tr.activity_new()).icon(Icon::Add).ui(ui, theme).clicked() {
                    table.clear();
                    *draft = Some((revision, fresh(lines)));
                    *awaited = None;
                }
                order_ui(ui, cx, lines, table.single());
            });
            ui.add_space(8.0);
            let columns = columns(tr);
            let empty = Empty {
                icon: Icon::Calendar,
                title: tr.activities_empty(),
                text: tr.activities_empty_hint(),
                action: Some(tr.activity_new()),
            };
            let view = Table::new("activities", tr.tab_activities(), &columns, revision).empty(empty).deletable();
            let events = view.ui(ui, cx, lines, table);
            if events.is_first_step {
                *draft = Some((revision, fresh(lines)));
            }
            for id in events.deleted {
                cx.out.push(Command::Run(Edit::Delete { table: DataTable::Activity, id }));
            }
        });
    }

    /// Fills the form from the selected row, where another row or a new picture calls for it.
    fn follow(&mut self) {
        let revision = self.lines.revision();
        let is_made = |line: &&ActivityLine| Some(&line.record.name_zh) == self.awaited.as_ref();
        let lines = self.lines.get().and_then(|lines| lines.as_ref().ok());
        if let Some(made) = lines.and_then(|lines| lines.iter().find(is_made)).map(|line| line.record.id.raw()) {
            self.table.select(made);
            self.awaited = None;
            // What was written meanwhile stays in the form.
            if let Some((made_from, draft)) = self.draft.as_mut().filter(|(_, draft)| draft.id.is_new()) {
                (*made_from, draft.id) = (revision, Id::new(made));
            }
        }
        follow(&mut self.draft, &self.table, &self.lines, |line| &line.record);
    }
}

/// A new one: work, at the end of the list, in the hue that is used least.
fn fresh(lines: &[ActivityLine]) -> Activity {
    let uses = |hue: &u8| lines.iter().filter(|line| line.record.hue == *hue).count();
    Activity {
        hue: (0..HUES).min_by_key(uses).unwrap_or_default(),
        is_work: true,
        sort: lines.iter().map(|line| line.record.sort).max().unwrap_or_default() + 1,
        ..Activity::default()
    }
}

/// The selected activity goes up or down in every list.
fn order_ui(ui: &mut Ui, cx: &mut PageCx<'_>, lines: &[ActivityLine], chosen: Option<i64>) {
    let place = chosen.and_then(|id| lines.iter().position(|line| line.record.id.raw() == id));
    let up = place.and_then(|place| place.checked_sub(1));
    let down = place.map(|place| place + 1).filter(|next| *next < lines.len());
    for (icon, words, target) in [(Icon::Up, cx.tr.activity_up(), up), (Icon::Down, cx.tr.activity_down(), down)] {
        let is_clicked = Button::icon_only(icon, words).enabled(target.is_some()).ui(ui, cx.theme).clicked();
        if let Some((from, to)) = place.zip(target).filter(|_| is_clicked) {
            cx.out.push(Command::Run(swapped(lines, from, to, cx.tr)));
        }
    }
}

/// Two lines change places; all are numbered anew, as imported ones may share a number.
fn swapped(lines: &[ActivityLine], from: usize, to: usize, tr: Tr) -> Edit {
    let mut order: Vec<&Activity> = lines.iter().map(|line| &line.record).collect();
    order.swap(from, to);
    let numbered = (1..).zip(order).filter(|(sort, activity)| activity.sort != *sort);
    let edits = numbered.map(|(sort, activity)| Edit::put(Activity { sort, ..activity.clone() })).collect();
    Edit::Many { label: Label::Changed { table: DataTable::Activity, name: tr.activity_moved().to_owned() }, edits }
}

/// Draws the form; true where a box was left that makes it worth storing.
fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut Activity, lines: &[ActivityLine]) -> bool {
    let (tr, theme) = (cx.tr, cx.theme);
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
    let panel = Panel::right("activity").default_size(INSPECTOR).size_range(240.0..=480.0).frame(frame);
    let shown = panel.show(ui, |ui| {
        let shown = egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let title = if draft.id.is_new() { tr.activity_new() } else { tr.name_of(draft) };
            ui.label(RichText::new(title).font(theme::strong()));
            let mut is_left = Field::new(tr.activity_name()).ui(ui, theme, &mut draft.name_zh).lost_focus();
            if is_left && draft.letter.is_empty() {
                draft.letter = free_letter(&draft.name_zh, lines);
            }
            is_left |= letter_ui(ui, cx, draft, lines);
            is_left |= Field::new(tr.activity_name_en()).ui(ui, theme, &mut draft.name_en).lost_focus();
            ui.label(RichText::new(tr.activity_colour()).font(theme::caption()).color(theme.muted));
            is_left |= colours_ui(ui, cx, &mut draft.hue);
            ui.label(RichText::new(tr.activity_counts_as()).font(theme::caption()).color(theme.muted));
            is_left |= counts_ui(ui, tr, draft);
            let stored = lines.iter().find(|line| line.record.id == draft.id);
            let differs = stored.is_none_or(|line| line.record != *draft);
            let is_whole = !draft.name_zh.trim().is_empty() && draft.letter.chars().count() == 1;
            is_left && differs && is_whole
        });
        shown.inner
    });
    shown.inner
}

/// The letter, with what is wrong about it.
fn letter_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut Activity, lines: &[ActivityLine]) -> bool {
    let tr = cx.tr;
    let is_bad = !draft.letter.is_empty() && draft.letter.chars().count() != 1;
    let field = Field::new(tr.activity_letter()).hint(tr.activity_letter_hint());
    let response = field.trouble(is_bad.then(|| tr.activity_letter_bad())).ui(ui, cx.theme, &mut draft.letter);
    if response.lost_focus() {
        draft.letter = draft.letter.trim().to_owned();
    }
    let same = lines.iter().find(|line| line.record.id != draft.id && line.record.letter == draft.letter);
    if let Some(other) = same {
        let words = tr.activity_letter_taken(&other.name);
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.warning));
    }
    response.lost_focus()
}

/// The first character of a name that stands for nothing yet, else the first of all.
fn free_letter(name: &str, lines: &[ActivityLine]) -> String {
    let is_free = |letter: &char| !lines.iter().any(|line| line.record.letter.starts_with(*letter));
    let letters = || name.chars().filter(|letter| letter.is_alphanumeric());
    letters().find(is_free).or_else(|| letters().next()).map(String::from).unwrap_or_default()
}

/// Ten patches; each is reached with Tab and taken with Space.
fn colours_ui(ui: &mut Ui, cx: &PageCx<'_>, hue: &mut u8) -> bool {
    let mut is_changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (place, one) in (1..).zip(0..HUES) {
            let (rect, response) = ui.allocate_exact_size(vec2(PATCH, PATCH), Sense::click());
            let is_on = *hue == one;
            let words = cx.tr.activity_colour_of(place);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &words));
            let line = if is_on { Stroke::new(2.0, cx.theme.accent) } else { Stroke::new(1.0, cx.theme.line) };
            ui.painter().rect(rect, CORNER, cx.theme.hue(one), line, StrokeKind::Inside);
            if is_on {
                let mark = Rect::from_center_size(rect.center(), vec2(14.0, 14.0));
                Icon::Check.paint(ui.painter(), mark, cx.theme.ink);
            }
            if response.has_focus() {
                focus_ring(ui, cx.theme, rect);
            }
            if response.clicked() && !is_on {
                *hue = one;
                is_changed = true;
            }
        }
    });
    is_changed
}

/// What it counts as; what is no work is neither a clinic nor a tour nor being on call.
fn counts_ui(ui: &mut Ui, tr: Tr, draft: &mut Activity) -> bool {
    let mut is_changed = ui.checkbox(&mut draft.is_work, tr.activity_is_work()).changed();
    ui.add_enabled_ui(draft.is_work, |ui| {
        is_changed |= ui.checkbox(&mut draft.is_clinic, tr.activity_is_clinic()).changed();
        is_changed |= ui.checkbox(&mut draft.is_outside, tr.activity_is_outside()).changed();
        if draft.code == Activity::DUTY {
            ui.add_enabled(false, egui::Checkbox::new(&mut true, tr.activity_is_duty()))
                .on_disabled_hover_text(tr.activity_is_duty_always());
        } else {
            is_changed |= ui.checkbox(&mut draft.is_duty, tr.activity_is_duty()).changed();
        }
    });
    if !draft.is_work {
        draft.is_clinic = false;
        draft.is_outside = false;
        draft.is_duty = false;
    }
    is_changed
}
