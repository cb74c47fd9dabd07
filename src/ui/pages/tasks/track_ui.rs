//! What happens to a task: chases with their answers, postponements, steps on the way.

use chrono::NaiveDate;
use egui::{RichText, Ui};

use crate::app::tasks::{TaskBook, chase_edit, close_edit, postpone_edit, problem_edit, reply_edit};
use crate::domain::{ChaseLevel, Edit, Label, Milestone, MilestoneId, Table, Task, TaskEvent, TaskEventKind};
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};
use crate::ui::{Command, PageCx};

/// What is being typed about a task.
#[derive(Default)]
pub struct Track {
    level: Option<ChaseLevel>,
    text: String,
    reply_due_on: Option<NaiveDate>,
    reply: String,
    approver: String,
    new_due_on: Option<NaiveDate>,
    close_note: String,
    close_on: Option<NaiveDate>,
    step: String,
    step_due_on: Option<NaiveDate>,
}

/// Draws everything that happened, and what can be added.
pub fn track_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    ui.spacing_mut().item_spacing.y = 6.0;
    if !task.is_closed() {
        close_ui(ui, cx, book, task, track);
        chase_ui(ui, cx, book, task, track);
        postpone_ui(ui, cx, book, task, track);
    }
    steps_ui(ui, cx, book, task, track);
    events_ui(ui, cx, book, task, track);
}

fn head(ui: &mut Ui, words: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(words).font(theme::strong()));
}

fn close_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    let tr = cx.tr;
    head(ui, tr.tasks_tick());
    let on = track.close_on.get_or_insert(cx.today);
    let mut date = Some(*on);
    DateField::new(tr.field("done_on"), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut date);
    *on = date.unwrap_or(cx.today);
    let on = *on;
    Field::new(tr.tasks_close_note()).ui(ui, cx.theme, &mut track.close_note);
    if Button::new(tr.tasks_tick()).icon(Icon::Check).ui(ui, cx.theme).clicked()
        && let Some(edit) = close_edit(&[task], on, &track.close_note, &book.registry, tr)
    {
        track.close_note.clear();
        cx.out.push(Command::Run(edit));
    }
}

fn chase_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    let tr = cx.tr;
    head(ui, tr.tasks_chase());
    let line = book.line(task.id.raw());
    if let Some(words) = line.map(|line| line.cell("chase")).filter(|words| !words.is_empty()) {
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.warning));
    }
    let usual = line.and_then(|line| line.chasing).map(|chasing| chasing.step.level);
    let level = track.level.get_or_insert_with(|| usual.unwrap_or(ChaseLevel::Owner));
    let levels: Vec<_> = ChaseLevel::ALL.iter().map(|level| Choice::new(*level, tr.chase_level(*level))).collect();
    let width = ui.available_width();
    Dropdown::new(tr.tasks_chase_level(), &levels).width(width).ui(ui, cx.theme, tr, level);
    let level = *level;
    Field::new(tr.tasks_chase_text()).ui(ui, cx.theme, &mut track.text);
    DateField::new(tr.tasks_reply_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut track.reply_due_on);
    if Button::new(tr.tasks_chase()).icon(Icon::Bell).ui(ui, cx.theme).clicked()
        && let Some(edit) = chase_edit(&[(task, level)], &track.text, track.reply_due_on, cx.today, &book.registry)
    {
        track.text.clear();
        cx.out.push(Command::Run(edit));
    }
    if let Some(edit) = problem_edit(task, cx.today, &book.registry)
        && Button::quiet(tr.tasks_to_problem()).ui(ui, cx.theme).clicked()
    {
        cx.out.push(Command::Run(edit));
    }
}

fn postpone_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    let tr = cx.tr;
    head(ui, tr.tasks_postpone());
    DateField::new(tr.tasks_new_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut track.new_due_on);
    Field::new(tr.tasks_approver()).ui(ui, cx.theme, &mut track.approver);
    let is_ready = track.new_due_on.is_some_and(|to| to != task.due_on) && !track.approver.trim().is_empty();
    if Button::new(tr.tasks_postpone()).enabled(is_ready).ui(ui, cx.theme).clicked()
        && let Some(to) = track.new_due_on
        && let Some(edit) = postpone_edit(&[task], to, &track.approver, cx.today, &book.registry)
    {
        *track = Track::default();
        cx.out.push(Command::Run(edit));
    }
}

fn steps_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    let tr = cx.tr;
    head(ui, tr.tasks_milestones());
    for step in book.registry.milestones.values().filter(|step| step.task == task.id) {
        ui.horizontal_wrapped(|ui| {
            let mut is_done = step.done_on.is_some();
            let words = format!("{}  {}", step.title, step.due_on);
            if ui.checkbox(&mut is_done, words).changed() {
                let done_on = is_done.then_some(cx.today);
                cx.out.push(Command::Run(Edit::put(Milestone { done_on, ..step.clone() })));
            }
            if Button::icon_only(Icon::Close, tr.delete()).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Run(Edit::Delete { table: Table::Milestone, id: step.id.raw() }));
            }
        });
    }
    Field::new(tr.field("title")).ui(ui, cx.theme, &mut track.step);
    DateField::new(tr.field("due_on"), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut track.step_due_on);
    let is_ready = !track.step.trim().is_empty() && track.step_due_on.is_some();
    if Button::new(tr.tasks_milestone_add()).icon(Icon::Add).enabled(is_ready).ui(ui, cx.theme).clicked()
        && let Some(due_on) = track.step_due_on.take()
    {
        let title = std::mem::take(&mut track.step).trim().to_owned();
        let label = Label::Added { table: Table::Milestone, name: title.clone() };
        let step = Milestone { id: MilestoneId::NEW, task: task.id, title, due_on, done_on: None, note: String::new() };
        cx.out.push(Command::Run(Edit::Many { label, edits: vec![Edit::put(step)] }));
    }
}

fn events_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task, track: &mut Track) {
    let tr = cx.tr;
    head(ui, tr.tasks_events());
    let mut events: Vec<&TaskEvent> = book.registry.task_events.values().filter(|it| it.task == task.id).collect();
    events.sort_by_key(|event| (std::cmp::Reverse(event.on_date), std::cmp::Reverse(event.id)));
    if events.is_empty() {
        ui.label(RichText::new(tr.tasks_no_events()).color(cx.theme.muted));
    }
    for event in events {
        let level = event.level.filter(|_| event.kind == TaskEventKind::Chase);
        let level = level.map_or_else(String::new, |level| format!("（{}）", tr.chase_level(level)));
        let what = format!("{} {}{level}", event.on_date, tr.task_event_kind(event.kind));
        ui.label(RichText::new(what).font(theme::caption()).color(cx.theme.muted));
        let moved = event.new_due_on.map_or_else(String::new, |to| format!("{} → {to}", or_dash(event.old_due_on)));
        let words = [event.text.as_str(), &moved, &event.by, &event.reply];
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        ui.label(words.join(" · "));
        if event.kind == TaskEventKind::Chase && event.replied_on.is_none() {
            Field::new(tr.tasks_reply()).ui(ui, cx.theme, &mut track.reply);
            let is_ready = !track.reply.trim().is_empty();
            if Button::new(tr.tasks_reply_add()).enabled(is_ready).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Run(reply_edit(event, &track.reply, cx.today)));
                track.reply.clear();
            }
        }
    }
}

fn or_dash(on: Option<NaiveDate>) -> String {
    on.map_or_else(|| "—".to_owned(), |on| on.to_string())
}
