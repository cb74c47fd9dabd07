//! 轮换覆盖: posts over months, who covers them, gaps and the days of hand-over.

use chrono::{Datelike, Months, NaiveDate};
use egui::{
    Align, Align2, Layout, Pos2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::metrics::points;
use super::paint::line;
use crate::app::planning::{BlockBrief, BlocksPicture, Rotation, RotationRow, RotationSpan};
use crate::app::{Job, Progress};
use crate::domain::{DocumentKind, Period};
use crate::report::DocumentRequest;
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, live_ui, month_stepper};
use crate::ui::{Command, Live, PageCx, theme};

/// Width of the names, in points.
const NAME: f32 = 148.0;
/// Height of the heads, in points.
const HEAD: f32 = 30.0;
/// Height of a post, in points.
const ROW: f32 = 36.0;
/// How many months are shown at first.
const MONTHS: u32 = 12;

/// The part of the page.
pub struct BlocksPart {
    first: Option<NaiveDate>,
    months: u32,
    brief: Live<BlockBrief>,
    seen: u64,
    job: Option<Job<BlocksPicture>>,
    picture: Option<BlocksPicture>,
    /// What the status bar calls the search.
    job_name: &'static str,
}

impl Default for BlocksPart {
    fn default() -> Self {
        Self { first: None, months: MONTHS, brief: Live::default(), seen: 0, job: None, picture: None, job_name: "" }
    }
}

impl BlocksPart {
    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.brief.expire();
    }

    /// Long work under way.
    pub fn job(&self) -> Option<(&str, &Progress)> {
        self.job.as_ref().map(|job| (self.job_name, &job.progress))
    }

    /// Draws the bar's own part.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        let mut first = self.first(cx.today);
        if month_stepper(ui, cx.theme, tr, cx.today, &mut first) {
            self.first = Some(first);
            self.brief.expire();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let edit = self.picture.as_ref().and_then(|picture| picture.edit.clone());
            let edit = edit.filter(|_| self.job.is_none());
            let settle = Button::main(tr.blocks_apply()).icon(Icon::Done).enabled(edit.is_some());
            if settle.ui(ui, cx.theme).clicked()
                && let Some(edit) = edit
            {
                cx.out.push(Command::Run(edit));
            }
            if Button::new(tr.schedule_main_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
            let spans: Vec<Choice<u32>> =
                [6, 12, 18, 24, 36].into_iter().map(|count| Choice::new(count, tr.blocks_months(count))).collect();
            let list = Dropdown::new(tr.blocks_span(), &spans).bare().width(104.0);
            if list.ui(ui, cx.theme, tr, &mut self.months) {
                self.brief.expire();
            }
        });
    }

    fn first(&self, today: NaiveDate) -> NaiveDate {
        let two_back = today.checked_sub_months(Months::new(2)).unwrap_or(today);
        self.first.unwrap_or_else(|| two_back.with_day(1).unwrap_or(two_back))
    }

    /// The months on paper.
    pub fn document(&self, today: NaiveDate) -> DocumentRequest {
        let first = self.first(today);
        let last = first.checked_add_months(Months::new(self.months)).and_then(|next| next.pred_opt());
        let period = last.and_then(|last| Period::new(first, last)).unwrap_or_else(|| Period::day(first));
        DocumentRequest::new(DocumentKind::RotationPlan, period)
    }

    /// Draws the chart.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let (tr, first, months) = (cx.tr, self.first(cx.today), self.months);
        self.brief.refresh(|| cx.desk.ask(move |office| BlockBrief::load(office, first, months, tr)));
        self.job_name = tr.blocks_title();
        self.advance(ui);
        let Self { brief, picture, .. } = self;
        live_ui(ui, cx.theme, tr, brief.get(), |ui, brief| match picture {
            _ if brief.is_empty() => {
                let (title, text) = (tr.blocks_empty_title(), tr.blocks_empty_text());
                Empty { icon: Icon::Calendar, title, text, action: None }.ui(ui, cx.theme);
            }
            Some(picture) => picture_ui(ui, cx, &picture.rotation),
            None => crate::ui::widget::skeleton(ui, cx.theme, 8),
        });
    }

    /// Plans anew for every new picture of the records, beside the window.
    fn advance(&mut self, ui: &Ui) {
        if self.seen != self.brief.revision()
            && let Some(Ok(brief)) = self.brief.get()
        {
            self.seen = self.brief.revision();
            let (brief, wake) = (brief.clone(), ui.ctx().clone());
            let work = move |progress: &Progress| brief.plan(progress);
            self.job = Some(Job::start("rotation", move || wake.request_repaint(), work));
        }
        if let Some(picture) = self.job.as_ref().and_then(|job| job.answer.take()) {
            self.picture = Some(picture);
            self.job = None;
        }
    }
}

fn picture_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &Rotation) {
    let tr = cx.tr;
    let open = picture.open_days();
    ui.horizontal(|ui| {
        let (words, colour) = if open == 0 {
            (tr.blocks_no_gap().to_owned(), cx.theme.ok)
        } else {
            (tr.blocks_open(open), cx.theme.danger)
        };
        ui.label(RichText::new(words).font(theme::strong()).color(colour));
        if picture.is_proven {
            ui.label(RichText::new(tr.blocks_proven()).font(theme::caption()).color(cx.theme.muted));
        }
        legend_ui(ui, cx);
    });
    let lines = points(picture.lines.len().min(6)).mul_add(24.0, 8.0);
    let room = ui.available_height() - lines;
    chart_ui(ui, cx, picture, room.max(160.0));
    ui.separator();
    ScrollArea::vertical().id_salt("rotation lines").auto_shrink(false).show(ui, |ui| {
        for words in &picture.lines {
            ui.label(tr.plan_item(words));
        }
    });
}

fn legend_ui(ui: &mut Ui, cx: &PageCx<'_>) {
    let tr = cx.tr;
    for (kind, words) in
        [(Kind::Settled, tr.blocks_settled()), (Kind::Proposed, tr.blocks_proposed()), (Kind::Open, tr.blocks_nobody())]
    {
        let (rect, _) = ui.allocate_exact_size(vec2(24.0, 14.0), Sense::hover());
        bar(ui.painter(), cx, rect, kind);
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    }
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Settled,
    Proposed,
    Open,
}

fn bar(painter: &egui::Painter, cx: &PageCx<'_>, rect: Rect, kind: Kind) {
    match kind {
        Kind::Settled => {
            painter.rect_filled(rect, 4, cx.theme.hue(0));
        }
        Kind::Proposed => {
            painter.rect(rect, 4, cx.theme.paper, Stroke::new(1.5, cx.theme.accent), StrokeKind::Inside);
        }
        Kind::Open => {
            painter.rect_filled(rect, 4, cx.theme.danger_tint);
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(egui::Shape::dashed_line(&corners, Stroke::new(1.0, cx.theme.danger), 4.0, 3.0));
        }
    }
}

fn chart_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &Rotation, high: f32) {
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    let month = ((area.width() - NAME - 14.0) / points(picture.months.len().max(1))).max(40.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("rotation"));
    ScrollArea::both().id_salt("rotation").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
        let origin = ui.max_rect().min;
        let whole =
            vec2(month.mul_add(points(picture.months.len()), NAME), ROW.mul_add(points(picture.rows.len()), HEAD));
        ui.allocate_rect(Rect::from_min_size(origin, whole), Sense::hover());
        let scale = Scale { left: origin.x + NAME, month, picture };
        for place in 0..=picture.months.len() {
            let x = month.mul_add(points(place), scale.left);
            ui.painter().vline(x, origin.y..=origin.y + whole.y, Stroke::new(1.0, cx.theme.line));
        }
        for (place, row) in picture.rows.iter().enumerate() {
            let top = ROW.mul_add(points(place), HEAD);
            if top + ROW >= seen.top() && top <= seen.bottom() {
                row_ui(ui, cx, &scale, row, pos2(origin.x, origin.y + top));
            }
        }
        head_ui(ui, cx, &scale, pos2(origin.x, origin.y + seen.top()));
        if let Some(x) = scale.x(cx.today) {
            ui.painter().vline(x, origin.y + HEAD..=origin.y + whole.y, Stroke::new(1.5, cx.theme.accent));
        }
    });
}

/// Days as places.
struct Scale<'a> {
    left: f32,
    month: f32,
    picture: &'a Rotation,
}

impl Scale<'_> {
    /// The left edge of a day, where it is shown.
    fn x(&self, on: NaiveDate) -> Option<f32> {
        let place = self.picture.months.iter().position(|(days, _)| days.contains(on))?;
        let (days, _) = self.picture.months.get(place)?;
        let length = points(days.to().day() as usize);
        Some(self.month.mul_add(points(place) + points(on.day0() as usize) / length, self.left))
    }

    fn span(&self, span: &RotationSpan) -> Option<(f32, f32)> {
        let from = self.x(span.days.from())?;
        let end = span.days.to().succ_opt().and_then(|next| self.x(next));
        let right = self.month.mul_add(points(self.picture.months.len()), self.left);
        Some((from, end.unwrap_or(right)))
    }
}

fn head_ui(ui: &Ui, cx: &PageCx<'_>, scale: &Scale<'_>, at: Pos2) {
    let width = scale.month.mul_add(points(scale.picture.months.len()), NAME);
    let whole = Rect::from_min_size(at, vec2(width, HEAD));
    ui.painter().rect_filled(whole, 0, cx.theme.paper);
    for (place, (_, words)) in scale.picture.months.iter().enumerate() {
        let x = scale.month.mul_add(points(place) + 0.5, scale.left);
        ui.painter().text(pos2(x, at.y + HEAD / 2.0), Align2::CENTER_CENTER, words, theme::caption(), cx.theme.ink);
    }
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, cx.theme.line));
}

fn row_ui(ui: &Ui, cx: &PageCx<'_>, scale: &Scale<'_>, row: &RotationRow, at: Pos2) {
    let painter = ui.painter();
    let name = line(painter, &row.name, theme::body(), cx.theme.ink, NAME - 12.0);
    painter.galley(at + vec2(4.0, ROW / 2.0 - name.size().y / 2.0), name, cx.theme.ink);
    for (place, span) in row.spans.iter().enumerate() {
        let Some((from, to)) = scale.span(span) else { continue };
        let rect = Rect::from_min_max(pos2(from + 1.0, at.y + 5.0), pos2((to - 1.0).max(from + 3.0), at.y + ROW - 5.0));
        let kind = match (span.name.is_empty(), span.is_proposed) {
            (true, _) => Kind::Open,
            (false, true) => Kind::Proposed,
            (false, false) => Kind::Settled,
        };
        bar(painter, cx, rect, kind);
        let (words, ink) = match kind {
            Kind::Open => (cx.tr.blocks_nobody(), cx.theme.danger),
            Kind::Settled | Kind::Proposed => (span.name.as_str(), cx.theme.ink),
        };
        if rect.width() > 28.0 {
            let words = line(painter, words, theme::caption(), ink, rect.width() - 10.0);
            painter.galley(rect.left_center() + vec2(5.0, -words.size().y / 2.0), words, ink);
        }
        let response = ui.interact(rect, ui.scope_id().with((&row.name, place)), Sense::hover());
        let who = if span.name.is_empty() { cx.tr.blocks_nobody() } else { span.name.as_str() };
        let spoken = || cx.tr.blocks_span_spoken(&row.name, &cx.tr.paper_days(span.days), who);
        response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, spoken()));
        response.on_hover_ui(|ui| {
            ui.label(spoken());
        });
    }
    for joint in &row.joints {
        let Some(x) = scale.x(joint.on) else { continue };
        let colour = if joint.is_met { cx.theme.accent } else { cx.theme.warning };
        painter.circle_filled(pos2(x, at.y + 6.0), 4.0, colour);
        let spot = Rect::from_center_size(pos2(x, at.y + 6.0), vec2(14.0, 14.0));
        let response = ui.interact(spot, ui.scope_id().with((&row.name, joint.on)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &joint.words));
        response.on_hover_text(&joint.words);
    }
    let width = scale.month.mul_add(points(scale.picture.months.len()), NAME);
    painter.hline(at.x..=at.x + width, at.y + ROW, Stroke::new(1.0, cx.theme.line));
}
