//! Beside today's people: what the rules found, and what is due.

use egui::{Align2, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{group_head, quiet_line};
use crate::app::today::TodayVm;
use crate::ui::page::{Command, PageCx, PageId};
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::{Icon, chip};

/// Findings that are shown before the link to the rest.
const SHOWN: usize = 8;

/// Draws both lists.
pub(super) fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &TodayVm) {
    due_ui(ui, cx, vm);
    ui.add_space(16.0);
    findings_ui(ui, cx, vm);
}

fn findings_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &TodayVm) {
    group_head(ui, cx, cx.tr.today_findings(), Some(vm.findings.len()), None);
    if vm.findings.is_empty() {
        quiet_line(ui, cx, cx.tr.today_no_findings());
    }
    for finding in vm.findings.iter().take(SHOWN) {
        let (icon, ink, _) = chip::severity_look(cx.theme, finding.severity);
        if line_ui(ui, cx, icon, ink, &finding.text, "") {
            cx.out.push(Command::ShowWeek(finding.on));
        }
    }
    let rest = vm.findings.len().saturating_sub(SHOWN);
    if rest > 0 {
        ui.label(RichText::new(cx.tr.more_lines(rest)).font(theme::caption()).color(cx.theme.muted));
    }
}

fn due_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &TodayVm) {
    group_head(ui, cx, cx.tr.today_due(), Some(vm.due.len()), None);
    if vm.due.is_empty() {
        quiet_line(ui, cx, cx.tr.today_nothing_due());
    }
    for due in vm.due.iter().take(SHOWN) {
        let (icon, ink) = match due.days {
            ..0 => (Icon::Failure, cx.theme.danger),
            0..=7 => (Icon::Warning, cx.theme.warning),
            _ => (Icon::History, cx.theme.muted),
        };
        let text = format!("{} {}", due.subject, due.text);
        if line_ui(ui, cx, icon, ink, &text, &due.when) {
            cx.out.push(match (due.person, due.duty) {
                (Some(person), _) => Command::ShowPerson(person.raw()),
                (None, Some(duty)) => Command::ShowDuty(duty),
                (None, None) => Command::Go(PageId::Tasks),
            });
        }
    }
    let rest = vm.due.len().saturating_sub(SHOWN);
    if rest > 0 {
        ui.label(RichText::new(cx.tr.more_lines(rest)).font(theme::caption()).color(cx.theme.muted));
    }
}

/// Draws a line that wraps; returns whether it was clicked.
fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, icon: Icon, ink: egui::Color32, text: &str, right: &str) -> bool {
    let theme = cx.theme;
    let width = ui.available_width();
    let right_width =
        if right.is_empty() { 0.0 } else { crate::ui::widget::button::text_width(ui, right, &theme::caption()) + 8.0 };
    let galley = ui.painter().layout(text.to_owned(), theme::body(), theme.ink, width - 28.0 - right_width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CORNER, theme.hover);
    }
    let top = rect.top() + 4.0;
    icon.paint(ui.painter(), Rect::from_min_size(pos2(rect.left() + 4.0, top + 2.0), vec2(16.0, 16.0)), ink);
    ui.painter().galley(pos2(rect.left() + 28.0, top), galley, theme.ink);
    let at = pos2(rect.right() - 4.0, top + 10.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, right, theme::caption(), ink);
    response.clicked()
}
