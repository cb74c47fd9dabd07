//! Absences of one person: the list, and the form of a new one.

use egui::{RichText, Ui};

use super::form_ui::FormCx;
use crate::app::people::{LeaveForm, Line, PersonPage};
use crate::app::{Answer, Failure};
use crate::domain::{Edit, Label, LeaveId, LeaveKind, Person, PersonId, Registry, Session, Slot, StintId, Table};
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};
use crate::ui::{Command, PageCx, Tone};

/// What is asked for.
#[allow(clippy::large_enum_variant, reason = "there is one at a time, for the length of a frame")]
pub enum LeaveWish {
    /// Store the new absence.
    Add(LeaveForm),
    /// Do this.
    Run(Edit),
}

/// A new or changed absence on its way: the sessions it touches are being looked up.
pub struct Leaving {
    form: LeaveForm,
    person: PersonId,
    stint: Option<StintId>,
    sessions: Answer<Result<Vec<Session>, Failure>>,
}

impl Leaving {
    /// Asks for the sessions that an absence touches; `None` where it is not whole.
    pub fn begin(cx: &PageCx<'_>, form: LeaveForm, person: PersonId, stint: Option<StintId>) -> Option<Self> {
        let period = form.period()?;
        let sessions = cx.desk.ask(move |office| office.sessions(period));
        Some(Self { form, person, stint, sessions })
    }
}

/// Stores an absence as soon as the sessions it touches are known.
pub fn settle(leaving: &mut Option<Leaving>, cx: &mut PageCx<'_>, registry: &Registry) {
    let Some(sessions) = leaving.as_ref().and_then(|leaving| leaving.sessions.take()) else { return };
    let Some(done) = leaving.take() else { return };
    match (sessions, registry.people.get(&done.person)) {
        (Ok(sessions), Some(person)) => {
            if let Some(edit) = done.form.edit_with(person, done.stint, &sessions, registry) {
                cx.out.push(Command::Run(edit));
            }
        }
        (Err(failure), _) => cx.out.push(Command::Say(Tone::Error, failure.told(cx.tr).what)),
        (Ok(_), None) => {}
    }
}

/// Draws the absences; returns what was asked for.
pub fn leave_ui(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    page: &PersonPage,
    person: &Person,
    draft: &mut Option<LeaveForm>,
) -> Option<LeaveWish> {
    let mut wish = None;
    match draft {
        None => {
            if Button::new(cx.tr.leave_add()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
                *draft = Some(LeaveForm::new(cx.today));
            }
        }
        Some(form) => match form_ui(ui, cx, person.id, form) {
            Some(true) => {
                wish = draft.take().map(LeaveWish::Add);
            }
            Some(false) => *draft = None,
            None => {}
        },
    }
    ui.add_space(8.0);
    if page.leave.is_empty() {
        ui.label(RichText::new(cx.tr.leave_none()).color(cx.theme.muted));
    }
    for line in &page.leave {
        if line_ui(ui, cx, line) {
            let label = Label::Deleted { table: Table::Leave, name: format!("{} {}", person.name, line.what) };
            let edits = vec![Edit::Delete { table: Table::Leave, id: line.id.raw() }];
            wish = Some(LeaveWish::Run(Edit::Many { label, edits }));
        }
    }
    wish
}

/// One absence; true where its bin was pressed.
fn line_ui(ui: &mut Ui, cx: &FormCx<'_>, line: &Line<LeaveId>) -> bool {
    let ink = if line.is_past { cx.theme.muted } else { cx.theme.ink };
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 40.0);
            ui.label(RichText::new(&line.what).color(ink));
            ui.label(RichText::new(&line.when).font(theme::caption()).color(cx.theme.muted));
        });
        let name = cx.tr.leave_delete(&line.when);
        Button::icon_only(Icon::Bin, &name).ui(ui, cx.theme).clicked()
    })
    .inner
}

/// The form; whether it was confirmed or left, once it was.
pub fn form_ui(ui: &mut Ui, cx: &FormCx<'_>, person: PersonId, form: &mut LeaveForm) -> Option<bool> {
    let tr = cx.tr;
    let width = ui.available_width();
    let kinds: Vec<Choice<LeaveKind>> =
        LeaveKind::ALL.iter().map(|kind| Choice::new(*kind, tr.leave_kind(*kind))).collect();
    Dropdown::new(tr.leave_field_kind(), &kinds).width(width).ui(ui, cx.theme, tr, &mut form.kind);
    half_day(ui, cx, tr.field("from_on"), &mut form.from_on, &mut form.from_slot);
    half_day(ui, cx, tr.field("to_on"), &mut form.to_on, &mut form.to_slot);
    let (words, ink) = if form.is_whole() {
        (tr.leave_days(form.half_days() / 2, form.half_days() % 2 == 1), cx.theme.muted)
    } else {
        (tr.leave_end_before_start().to_owned(), cx.theme.danger)
    };
    ui.label(RichText::new(words).font(theme::caption()).color(ink));
    Field::new(tr.field("destination")).ui(ui, cx.theme, &mut form.destination);
    Field::new(tr.field("reason")).ui(ui, cx.theme, &mut form.reason);
    let others = cx.registry.people.values().filter(|other| other.id != person && !other.is_retired);
    let none = Choice::new(None, tr.schedule_fields_none());
    let others: Vec<Choice<Option<PersonId>>> =
        std::iter::once(none).chain(others.map(|other| Choice::new(Some(other.id), other.name.clone()))).collect();
    Dropdown::new(tr.field("substitute"), &others).width(width).ui(ui, cx.theme, tr, &mut form.substitute);
    if form.base.is_some() {
        Field::new(tr.field("approver")).ui(ui, cx.theme, &mut form.approver);
        DateField::new(tr.field("back_on"), cx.calendar, cx.today).ui(ui, cx.theme, tr, &mut form.back_on);
    } else {
        ui.checkbox(&mut form.settles_sessions, tr.leave_settles());
    }
    let words = if form.base.is_some() { tr.away_save() } else { tr.leave_confirm() };
    let mut answer = None;
    ui.horizontal(|ui| {
        if Button::main(words).enabled(form.is_whole()).ui(ui, cx.theme).clicked() {
            answer = Some(true);
        }
        if Button::quiet(tr.cancel()).ui(ui, cx.theme).clicked() {
            answer = Some(false);
        }
    });
    answer
}

fn half_day(ui: &mut Ui, cx: &FormCx<'_>, label: &str, on: &mut Option<chrono::NaiveDate>, slot: &mut Slot) {
    ui.horizontal(|ui| {
        DateField::new(label, cx.calendar, cx.today).ui(ui, cx.theme, cx.tr, on);
        let slots = [Slot::Am, Slot::Pm].map(|slot| Choice::new(slot, cx.tr.slot(slot)));
        let name = cx.tr.leave_half_day(label);
        ui.vertical(|ui| {
            ui.add_space(18.0);
            Dropdown::new(&name, &slots).bare().width(84.0).ui(ui, cx.theme, cx.tr, slot);
        });
    });
}
