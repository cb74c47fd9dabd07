//! The page's own part of the top bar: week, filters, how far it is issued, the main button.

use egui::Ui;

use crate::app::week::WeekVm;
use crate::domain::Week;
use crate::ui::PageCx;
use crate::ui::page::Tone;
use crate::ui::widget::{Button, DateField, Icon, menu_button, tag, week_stepper};

/// What the bar asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Fill from the week before.
    CopyLastWeek,
    /// Issue the week.
    Publish,
    /// Print it.
    Print,
    /// Fill it from the templates.
    Generate,
    /// Find stand-ins for somebody who is away.
    Replace,
    /// Tick off who was told.
    Told,
    /// Look at issued sheets.
    Kept,
    /// Write the issued sessions as a file for phones.
    Calendar,
}

/// Draws the week stepper and the way to any date; returns whether the week changed.
pub fn week_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: Option<&WeekVm>, week: &mut Week) -> bool {
    let mut is_changed = week_stepper(ui, cx.theme, cx.tr, cx.today, week);
    if let Some(vm) = vm {
        let mut date = Some(week.monday());
        let picker = DateField::new(cx.tr.schedule_go_to(), vm.calendar(), cx.today);
        if picker.button_ui(ui, cx.theme, cx.tr, &mut date)
            && let Some(on) = date
        {
            *week = Week::of(on);
            is_changed = true;
        }
    }
    is_changed
}

/// Draws how far the week is issued, and the main button.
pub fn issue_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &WeekVm) -> Option<Wish> {
    let (tr, theme) = (cx.tr, cx.theme);
    let issue = &vm.issue;
    let mut wish = None;
    if vm.is_blank() {
        let can_copy = !vm.carry.rows.is_empty();
        let button = Button::main(tr.schedule_main_copy()).icon(Icon::Copy).enabled(can_copy);
        let button = if can_copy { button } else { button.tooltip(tr.schedule_nothing_to_copy()) };
        if button.ui(ui, theme).clicked() {
            wish = Some(Wish::CopyLastWeek);
        }
        return wish;
    }
    let words = match (issue.is_issued(), issue.changes.len()) {
        (false, _) => tr.schedule_draft().to_owned(),
        (true, 0) => tr.schedule_issued(issue.version),
        (true, count) => tr.schedule_issued_changed(issue.version, count),
    };
    let tone = if issue.is_due() { Tone::Info } else { Tone::Ok };
    let shown = tag(ui, theme, tone, &words);
    if !issue.changes.is_empty() {
        shown.on_hover_text(issue.changes.join("\n"));
    }
    let publish = if issue.is_issued() {
        tr.schedule_main_reissue(issue.version + 1)
    } else {
        tr.schedule_main_publish().to_owned()
    };
    if issue.is_due() {
        // Issuing comes first now: printing steps back, so that the filters keep their room.
        if Button::icon_only(Icon::Print, tr.schedule_main_print()).shortcut("Ctrl+P").ui(ui, theme).clicked() {
            wish = Some(Wish::Print);
        }
        if Button::main(&publish).icon(Icon::Check).ui(ui, theme).clicked() {
            wish = Some(Wish::Publish);
        }
    } else if Button::main(tr.schedule_main_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, theme).clicked() {
        wish = Some(Wish::Print);
    }
    wish
}

/// Draws the menu of what is asked for less often.
pub fn more_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &WeekVm) -> Option<Wish> {
    let tr = cx.tr;
    let told = tr.rota_told_list(vm.untold());
    let actions = [
        (tr.rota_generate(), Wish::Generate),
        (tr.rota_replace(), Wish::Replace),
        (told.as_str(), Wish::Told),
        (tr.rota_kept(), Wish::Kept),
        (tr.calendar_export(), Wish::Calendar),
    ];
    let words: Vec<&str> = actions.iter().map(|(words, _)| *words).collect();
    let chosen = menu_button(ui, cx.theme, Icon::More, tr.rota_more(), &words)?;
    actions.get(chosen).map(|(_, wish)| *wish)
}
