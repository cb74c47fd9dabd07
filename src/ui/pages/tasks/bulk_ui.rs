//! What can be done to several tasks at once.

use chrono::{Datelike, NaiveDate};
use egui::{CollapsingHeader, RichText, Ui};

use crate::app::tasks::{TaskBook, chase_edit, copy_edit, delete_edit, postpone_edit, set_edit, tick_edit};
use crate::domain::{ChaseLevel, Edit, InstitutionId, Task, TaskStatus};
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};
use crate::ui::{Command, PageCx};

/// What is being typed for several tasks.
#[derive(Default)]
pub struct Bulk {
    owner: String,
    leader: String,
    dept: String,
    progress: String,
    approver: String,
    new_due_on: Option<NaiveDate>,
    level: Option<ChaseLevel>,
    text: String,
    reply_due_on: Option<NaiveDate>,
    copy: Copies,
}

/// Where copies go.
#[derive(Default)]
struct Copies {
    site: Option<InstitutionId>,
    years: i32,
    list: String,
    /// The list that was proposed last: it is proposed anew until somebody writes another.
    proposed: String,
}

/// Draws the actions; returns the name of a list that was made.
pub fn bulk_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, tasks: &[&Task], bulk: &mut Bulk) -> Option<String> {
    let tr = cx.tr;
    let (mut asked, mut made) = (None, None);
    ui.spacing_mut().item_spacing.y = 8.0;
    let body = egui::ScrollArea::vertical().id_salt("bulk").auto_shrink(false);
    body.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if Button::new(tr.tasks_tick()).icon(Icon::Check).shortcut("Space").ui(ui, cx.theme).clicked() {
                asked = tick_edit(tasks, cx.today, &book.registry, tr);
            }
            if Button::new(tr.tasks_bulk_begin()).ui(ui, cx.theme).clicked() {
                asked = set_edit(tasks, |task| match task.status {
                    TaskStatus::Pending => Task { status: TaskStatus::Active, ..task },
                    TaskStatus::Active | TaskStatus::Closed => task,
                });
            }
            if Button::quiet(tr.tasks_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
                asked = delete_edit(tasks, &book.registry);
            }
        });
        ui.separator();
        asked = fields_ui(ui, cx, tasks, bulk).or(asked.take());
        ui.separator();
        asked = postpone_ui(ui, cx, book, tasks, bulk).or(asked.take());
        ui.separator();
        asked = chase_ui(ui, cx, book, tasks, bulk).or(asked.take());
        ui.separator();
        if let Some((edit, list)) = copy_ui(ui, cx, book, tasks, &mut bulk.copy) {
            (asked, made) = (Some(edit), Some(list));
        }
    });
    let edit = asked?;
    cx.out.push(Command::Run(edit));
    made
}

/// One field set for all of them.
fn fields_ui(ui: &mut Ui, cx: &PageCx<'_>, tasks: &[&Task], bulk: &mut Bulk) -> Option<Edit> {
    let tr = cx.tr;
    let mut asked = None;
    let row = |ui: &mut Ui, name: &str, words: &str, text: &mut String, is_right: bool| {
        Field::new(name).ui(ui, cx.theme, text);
        let is_ready = !text.trim().is_empty() && is_right;
        Button::new(words).enabled(is_ready).ui(ui, cx.theme).clicked().then(|| text.trim().to_owned())
    };
    if let Some(owner) = row(ui, tr.field("owner"), tr.tasks_bulk_owner(), &mut bulk.owner, true) {
        asked = set_edit(tasks, |task| Task { owner: owner.clone(), owner_person: None, ..task });
    }
    if let Some(leader) = row(ui, tr.tasks_leader(), tr.tasks_bulk_leader(), &mut bulk.leader, true) {
        asked = set_edit(tasks, |task| Task { leader: leader.clone(), ..task });
    }
    if let Some(lead_dept) = row(ui, tr.field("lead_dept"), tr.tasks_bulk_dept(), &mut bulk.dept, true) {
        asked = set_edit(tasks, |task| Task { lead_dept: lead_dept.clone(), dept: None, ..task });
    }
    let percent = bulk.progress.trim().trim_end_matches('%').parse::<u8>().ok().filter(|percent| *percent <= 100);
    let is_right = percent.is_some();
    if row(ui, tr.tasks_column_progress(), tr.tasks_bulk_progress(), &mut bulk.progress, is_right).is_some()
        && let Some(progress_pct) = percent
    {
        asked = set_edit(tasks, |task| Task { progress_pct, ..task });
    }
    asked
}

fn postpone_ui(ui: &mut Ui, cx: &PageCx<'_>, book: &TaskBook, tasks: &[&Task], bulk: &mut Bulk) -> Option<Edit> {
    let tr = cx.tr;
    DateField::new(tr.tasks_new_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut bulk.new_due_on);
    Field::new(tr.tasks_approver()).ui(ui, cx.theme, &mut bulk.approver);
    let is_ready = bulk.new_due_on.is_some() && !bulk.approver.trim().is_empty();
    let is_asked = Button::new(tr.tasks_postpone()).enabled(is_ready).ui(ui, cx.theme).clicked();
    let to = bulk.new_due_on.filter(|_| is_asked)?;
    postpone_edit(tasks, to, &bulk.approver, cx.today, &book.registry)
}

/// Chases all of them at one level, or each at the level that it has reached.
fn chase_ui(ui: &mut Ui, cx: &PageCx<'_>, book: &TaskBook, tasks: &[&Task], bulk: &mut Bulk) -> Option<Edit> {
    let tr = cx.tr;
    let by_level: Vec<(&Task, ChaseLevel)> =
        tasks.iter().filter_map(|task| Some((*task, book.line(task.id.raw())?.chase_due()?))).collect();
    let levels: Vec<_> = ChaseLevel::ALL.iter().map(|level| Choice::new(*level, tr.chase_level(*level))).collect();
    let level = bulk.level.get_or_insert(ChaseLevel::Owner);
    let width = ui.available_width();
    Dropdown::new(tr.tasks_chase_level(), &levels).width(width).ui(ui, cx.theme, tr, level);
    let level = *level;
    Field::new(tr.tasks_chase_text()).ui(ui, cx.theme, &mut bulk.text);
    DateField::new(tr.tasks_reply_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut bulk.reply_due_on);
    let mut chased = Vec::new();
    ui.horizontal_wrapped(|ui| {
        if Button::new(tr.tasks_chase()).icon(Icon::Bell).ui(ui, cx.theme).clicked() {
            chased = tasks.iter().map(|task| (*task, level)).collect();
        }
        let words = tr.tasks_chase_by_level(by_level.len());
        if Button::new(&words).enabled(!by_level.is_empty()).ui(ui, cx.theme).clicked() {
            chased.clone_from(&by_level);
        }
    });
    chase_edit(&chased, &bulk.text, bulk.reply_due_on, cx.today, &book.registry)
}

fn copy_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    book: &TaskBook,
    tasks: &[&Task],
    copy: &mut Copies,
) -> Option<(Edit, String)> {
    let tr = cx.tr;
    let first = tasks.first()?;
    let header = CollapsingHeader::new(RichText::new(tr.copy_title()).font(theme::strong())).default_open(true);
    let shown = header.show(ui, |ui| {
        let same = Choice::new(None, tr.copy_same_site());
        let sites = book.registry.institutions.values().filter(|inst| !inst.is_own);
        let sites = sites.map(|inst| Choice::new(Some(inst.id), inst.name.clone()));
        let sites: Vec<_> = std::iter::once(same).chain(sites).collect();
        let width = ui.available_width();
        Dropdown::new(tr.copy_site(), &sites).width(width).ui(ui, cx.theme, tr, &mut copy.site);
        let years = [
            Choice::new(0, tr.copy_same_year()),
            Choice::new(1, tr.copy_next_year()),
            Choice::new(2, tr.copy_two_years()),
        ];
        Dropdown::new(tr.copy_years(), &years).width(width).ui(ui, cx.theme, tr, &mut copy.years);
        let proposed = proposed(&first.list, first.due_on.year(), copy.years, tr);
        if copy.list == copy.proposed {
            copy.list.clone_from(&proposed);
        }
        copy.proposed = proposed;
        Field::new(tr.copy_list()).ui(ui, cx.theme, &mut copy.list);
        let words = tr.copy_do(tasks.len());
        let is_ready = !copy.list.trim().is_empty();
        let is_asked = Button::new(&words).icon(Icon::Copy).enabled(is_ready).ui(ui, cx.theme).clicked();
        let edit = is_asked.then(|| copy_edit(tasks, copy.site, &copy.list, copy.years)).flatten()?;
        Some((edit, copy.list.trim().to_owned()))
    });
    shown.body_returned.flatten()
}

/// The name of the copied list: that of the original, with its year where it is another.
fn proposed(list: &str, year: i32, later: i32, tr: crate::i18n::Tr) -> String {
    if later == 0 { list.to_owned() } else { tr.tasks_list_of_year(list, year + later) }
}
