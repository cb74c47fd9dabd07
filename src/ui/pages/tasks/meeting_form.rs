//! The forms of a resolution and of its meeting: each box that is left with something new is one edit.

use egui::{RichText, Ui};

use crate::app::tasks::DecisionBook;
use crate::domain::{Edit, Label, Meeting, ObligationKind, Resolution, Table, TaskStatus};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};

/// A resolution while it is written.
pub struct ResolutionDraft {
    /// As it would be stored.
    pub record: Resolution,
}

impl ResolutionDraft {
    /// The form of one.
    pub fn of(it: &Resolution) -> Self {
        Self { record: it.clone() }
    }
}

/// A meeting while it is written.
pub struct MeetingDraft {
    /// As it would be stored.
    pub record: Meeting,
}

impl MeetingDraft {
    /// The form of one.
    pub fn of(it: &Meeting) -> Self {
        Self { record: it.clone() }
    }
}

/// Draws the form of a resolution; the edit that stores it. A new one is stored by its button.
pub fn resolution_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut ResolutionDraft, book: &DecisionBook) -> Option<Edit> {
    let tr = cx.tr;
    let width = ui.available_width();
    let is_new = draft.record.id.is_new();
    let it = &mut draft.record;
    let head = if is_new { tr.decisions_add() } else { tr.field("resolution") };
    ui.label(RichText::new(head).font(theme::strong()));
    let save = Button::main(tr.duties_save()).icon(Icon::Check).enabled(!it.text.trim().is_empty());
    let is_asked = is_new && save.ui(ui, cx.theme).clicked();
    let missing = (!is_new && it.text.trim().is_empty()).then(|| tr.decisions_text_missing());
    let text = |ui: &mut Ui, field: Field<'_>, value: &mut String| field.ui(ui, cx.theme, value).lost_focus();
    let mut is_done = text(ui, Field::new(tr.field("resolution")).rows(2).trouble(missing), &mut it.text);
    let meetings: Vec<_> =
        book.registry.meetings.values().rev().map(|one| Choice::new(one.id, one.title.clone())).collect();
    is_done |= Dropdown::new(tr.field("meeting"), &meetings).width(width).ui(ui, cx.theme, tr, &mut it.meeting);
    is_done |= text(ui, Field::new(tr.paper_decision_unit()), &mut it.unit);
    is_done |= text(ui, Field::new(tr.field("owner")), &mut it.owner);
    is_done |= DateField::new(tr.field("due_on"), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut it.due_on);
    let states: Vec<_> = TaskStatus::ALL.iter().map(|state| Choice::new(*state, tr.task_status(*state))).collect();
    is_done |= Dropdown::new(tr.field("status"), &states).width(width).ui(ui, cx.theme, tr, &mut it.status);
    is_done |= text(ui, Field::new(tr.paper_decision_progress()).rows(2), &mut it.progress_note);
    is_done |= text(ui, Field::new(tr.field("ask")).rows(2), &mut it.ask);
    let is_meant = if is_new { is_asked } else { is_done };
    let is_changed = book.registry.resolutions.get(&it.id) != Some(it);
    if !is_meant || !is_changed || it.text.trim().is_empty() {
        return None;
    }
    let (table, name) = (Table::Resolution, it.text.trim().to_owned());
    let record = Resolution { text: name.clone(), ..it.clone() };
    let label = if is_new { Label::Added { table, name } } else { Label::Changed { table, name } };
    if is_new {
        // The next one of the same meeting is often written right away.
        it.text.clear();
        it.progress_note.clear();
    }
    Some(Edit::Many { label, edits: vec![Edit::put(record)] })
}

/// Draws the form of a meeting; the edit that stores it.
pub fn meeting_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut MeetingDraft, book: &DecisionBook) -> Option<Edit> {
    let tr = cx.tr;
    let width = ui.available_width();
    let it = &mut draft.record;
    ui.label(RichText::new(tr.meetings_of()).font(theme::strong()));
    let text = |ui: &mut Ui, field: Field<'_>, value: &mut String| field.ui(ui, cx.theme, value).lost_focus();
    let missing = it.title.trim().is_empty().then(|| tr.duties_no_title());
    let mut is_done = text(ui, Field::new(tr.field("meeting")).trouble(missing), &mut it.title);
    is_done |= DateField::new(tr.meetings_on(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut it.on_date);
    is_done |= text(ui, Field::new(tr.field("place")), &mut it.place);
    is_done |= text(ui, Field::new(tr.field("host")), &mut it.host);
    is_done |= text(ui, Field::new(tr.field("attendees")).rows(2), &mut it.attendees);
    is_done |= text(ui, Field::new(tr.field("note")).rows(2), &mut it.note);
    let none = Choice::new(None, tr.tasks_no_parent());
    let held = book.registry.reports.values().rev().filter_map(|report| {
        let duty = book.registry.obligations.get(&report.obligation)?;
        let name = format!("{} {}", duty.title, tr.period_number(report.period_no));
        (duty.kind == ObligationKind::Meeting).then(|| Choice::new(Some(report.id), name))
    });
    let reports: Vec<_> = std::iter::once(none).chain(held).collect();
    is_done |= Dropdown::new(tr.meetings_report(), &reports).width(width).ui(ui, cx.theme, tr, &mut it.report);
    let is_changed = book.registry.meetings.get(&it.id).is_some_and(|stored| stored != it);
    (is_done && is_changed && !it.title.trim().is_empty()).then(|| Edit::put(it.clone()))
}
