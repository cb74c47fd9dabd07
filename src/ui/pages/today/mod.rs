//! 今日: who is at work today, what is due, what is wrong, and the first steps of a new file.

mod first_steps;
mod roster;
mod side;

use egui::{RichText, ScrollArea, Ui};

use crate::app::today::{TodayVm, today_vm};
use crate::domain::{Table, Week};
use crate::ui::page::{Command, Live, Page, PageCx, PageId};
use crate::ui::theme;
use crate::ui::widget::{BannerTone, Button, Icon, banner, live_ui};

/// Below this width, in points, the two columns stand one under the other.
const ROOMY: f32 = 860.0;
/// Width of the right column, in points.
const SIDE: f32 = 340.0;

/// The first page.
#[derive(Debug, Default)]
pub struct TodayPage {
    picture: Live<TodayVm>,
}

impl Page for TodayPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| today_vm(office, tr)));
        if let Some(Ok(vm)) = self.picture.get() {
            ui.label(RichText::new(&vm.date).color(cx.theme.muted));
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (theme, tr) = (cx.theme, cx.tr);
        live_ui(ui, theme, tr, self.picture.get(), |ui, vm| picture_ui(ui, cx, vm));
    }

    fn changed(&mut self, _tables: &[Table]) {
        self.picture.expire();
    }
}

fn picture_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &TodayVm) {
    let is_roomy = ui.available_width() >= ROOMY;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if let Some(year) = vm.missing_year {
            banner(ui, cx.theme, BannerTone::Warning, &cx.tr.missing_year(year), None);
            ui.add_space(8.0);
        }
        if let Some(steps) = &vm.steps {
            first_steps::ui(ui, cx, steps);
            ui.add_space(16.0);
        }
        if is_roomy {
            let left = ui.available_width() - SIDE - 24.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 24.0;
                ui.vertical(|ui| {
                    ui.set_width(left);
                    posts_ui(ui, cx, vm);
                });
                ui.vertical(|ui| {
                    ui.set_width(SIDE);
                    side::ui(ui, cx, vm);
                });
            });
        } else {
            posts_ui(ui, cx, vm);
            ui.add_space(16.0);
            side::ui(ui, cx, vm);
        }
        ui.add_space(16.0);
    });
}

fn posts_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &TodayVm) {
    let week = Week::of(vm.shown_on).monday();
    let more = cx.tr.week_sessions(vm.week_sessions);
    let title = vm.shown_day.as_deref().unwrap_or(cx.tr.today_posts());
    if group_head(ui, cx, title, Some(vm.posts.len()), Some(&more)) {
        cx.out.push(Command::ShowWeek(week));
    }
    if vm.posts.is_empty() {
        quiet_line(ui, cx, cx.tr.today_nobody());
        if Button::new(cx.tr.page_stints()).icon(Icon::People).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Go(PageId::Stints));
        }
        return;
    }
    roster::ui(ui, cx, &vm.posts);
}

/// Draws the head of a group: its title, how many, and a link to more. Returns whether the link was clicked.
fn group_head(ui: &mut Ui, cx: &PageCx<'_>, title: &str, count: Option<usize>, link: Option<&str>) -> bool {
    let mut is_clicked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.set_min_height(28.0);
        ui.label(RichText::new(title).font(theme::strong()));
        if let Some(count) = count {
            ui.label(RichText::new(count.to_string()).color(cx.theme.muted));
        }
        if let Some(words) = link {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(4.0);
                let text = RichText::new(words).font(theme::caption()).color(cx.theme.accent);
                is_clicked = ui.add(egui::Button::new(text).frame(false)).clicked();
            });
        }
    });
    let stroke = egui::Stroke::new(1.0, cx.theme.line);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
    is_clicked
}

fn quiet_line(ui: &mut Ui, cx: &PageCx<'_>, words: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(words).color(cx.theme.muted));
    ui.add_space(4.0);
}
