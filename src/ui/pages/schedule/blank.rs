//! What stands in place of the picture or above it: nobody to show, a year whose holidays are not known.

use egui::Ui;

use super::filter::Filter;
use crate::app::week::{GridVm, WeekVm};
use crate::ui::widget::{BannerTone, Empty, Icon, banner};
use crate::ui::{Command, PageCx, PageId};

/// Nobody passes the filters: the way back.
pub fn nobody_passes(ui: &mut Ui, cx: &PageCx<'_>, filter: &mut Filter) {
    let tr = cx.tr;
    let empty =
        Empty { icon: Icon::Filter, title: tr.schedule_nobody_shown(), text: "", action: Some(tr.schedule_show_all()) };
    if empty.ui(ui, cx.theme) {
        *filter = Filter::default();
    }
}

/// What is missing for a full picture, above it; true where a make-up day is to be decided on.
pub fn banner_ui(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &WeekVm) -> bool {
    calendar_banner(ui, cx, vm);
    let Some(on) = vm.templates.undecided.first() else { return false };
    let words = cx.tr.rota_make_up_banner(&cx.tr.month_day(*on));
    banner(ui, cx.theme, BannerTone::Info, &words, Some(cx.tr.rota_make_up_choose()))
}

/// Offers the notice of holidays where the days shown lie in a year that is not known.
pub fn calendar_banner(ui: &mut Ui, cx: &mut PageCx<'_>, vm: &GridVm) {
    if let Some(words) = &vm.banner
        && banner(ui, cx.theme, BannerTone::Warning, words, Some(cx.tr.schedule_import_calendar()))
    {
        cx.out.push(Command::Import(Vec::new()));
    }
}

/// Nobody is on post: the way to enter experts.
pub fn nobody_ui(ui: &mut Ui, cx: &mut PageCx<'_>) {
    let tr = cx.tr;
    let empty = Empty {
        icon: Icon::People,
        title: tr.schedule_nobody_title(),
        text: tr.schedule_nobody_text(),
        action: Some(tr.schedule_nobody_action()),
    };
    if empty.ui(ui, cx.theme) {
        cx.out.push(Command::Go(PageId::Stints));
    }
}
