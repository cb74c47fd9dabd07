//! The inspector of the list: form, absences and page of the selected person, or the form of a new one.

use egui::{RichText, ScrollArea, Ui};

use super::form_ui::{FormCx, form_ui};
use super::leave_ui::{LeaveWish, Leaving, leave_ui, settle};
use super::person_ui::person_ui;
use crate::app::people::{ExpertForm, LeaveForm, PeopleList, PersonLine, PersonPage};
use crate::domain::{Edit, Label, Person, PersonId, StintId, Table};
use crate::ui::theme;
use crate::ui::widget::{Button, Icon, chip};
use crate::ui::{Command, Live, PageCx};

/// What the inspector shows of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
enum Tab {
    #[default]
    Form,
    Leave,
    Page,
}

/// The inspector.
#[derive(Default)]
pub struct Side {
    tab: Tab,
    form: Option<ExpertForm>,
    /// The form as it was stored last: what differs is being typed.
    stored: Option<ExpertForm>,
    of: Option<(i64, u64)>,
    shows_troubles: bool,
    leave: Option<LeaveForm>,
    leaving: Option<Leaving>,
    page: Live<PersonPage>,
    page_of: Option<PersonId>,
}

/// What the inspector asks the page for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SideWish {
    /// Close it.
    Close,
    /// Select a stint.
    Select(StintId),
    /// Open the page of the person.
    Open(PersonId),
}

impl Side {
    /// Starts the form of somebody new.
    pub fn begin(&mut self, form: ExpertForm) {
        *self = Self { form: Some(form), ..Self::default() };
    }

    /// Whether somebody new is being entered.
    pub fn is_new(&self) -> bool {
        self.form.as_ref().is_some_and(ExpertForm::is_new)
    }

    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.page.expire();
    }

    /// Turns to the selected line, or to its new state. What is being typed stays.
    pub fn turn_to(&mut self, list: &PeopleList, revision: u64, line: &PersonLine, cx: &PageCx<'_>) {
        if self.of == Some((line.key(), revision)) {
            return;
        }
        let is_other = self.of.is_none_or(|(key, _)| key != line.key());
        self.of = Some((line.key(), revision));
        let Some(person) = list.registry.people.get(&line.person) else { return };
        let stint = line.stint.and_then(|stint| list.registry.stints.get(&stint));
        let fresh = ExpertForm::of(person, stint, cx.tr);
        if is_other || self.stored.as_ref() != Some(&fresh) {
            self.form = Some(fresh.clone());
            self.stored = Some(fresh);
            self.shows_troubles = false;
        }
        if is_other {
            self.leave = None;
        }
        if self.page_of != Some(line.person) {
            self.page_of = Some(line.person);
            self.page.expire();
        }
    }

    /// Draws it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut PageCx<'_>,
        list: &PeopleList,
        line: Option<&PersonLine>,
    ) -> Option<SideWish> {
        let title = match (self.is_new(), line) {
            (true, _) => cx.tr.people_new().to_owned(),
            (false, Some(line)) => {
                list.registry.people.get(&line.person).map_or_else(String::new, |one| one.name.clone())
            }
            (false, None) => return None,
        };
        let mut wish = None;
        ui.horizontal(|ui| {
            ui.label(RichText::new(title).font(theme::heading()));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked() {
                    wish = Some(SideWish::Close);
                }
            });
        });
        if self.is_new() {
            return self.new_ui(ui, cx, list).or(wish);
        }
        settle(&mut self.leaving, cx, &list.registry);
        let line = line?;
        if self.tabs_ui(ui, cx) {
            wish = Some(SideWish::Open(line.person));
        }
        let page_of = line.person;
        let tr = cx.tr;
        self.page.refresh(|| cx.desk.ask(move |office| PersonPage::load(office, page_of, tr)));
        let body = ScrollArea::vertical().id_salt(("side", line.key(), self.tab)).auto_shrink(false);
        let chosen = body.show(ui, |ui| match self.tab {
            Tab::Form => {
                self.stored_ui(ui, cx, list, line);
                None
            }
            Tab::Leave => {
                self.absences_ui(ui, cx, list, line);
                None
            }
            Tab::Page => self.page_ui(ui, cx, list),
        });
        chosen.inner.map(SideWish::Select).or(wish)
    }

    /// The tabs, and the way to the page of the person; true where that was asked for.
    fn tabs_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) -> bool {
        let mut is_opened = false;
        ui.horizontal(|ui| {
            let tabs = [
                (Tab::Form, cx.tr.people_tab_form()),
                (Tab::Leave, cx.tr.people_tab_leave()),
                (Tab::Page, cx.tr.people_tab_page()),
            ];
            for (tab, words) in tabs {
                if chip(ui, cx.theme, words, self.tab == tab).clicked() {
                    self.tab = tab;
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_opened = Button::quiet(cx.tr.dossier_open()).icon(Icon::Right).ui(ui, cx.theme).clicked();
            });
        });
        ui.add_space(4.0);
        is_opened
    }

    /// The form of somebody new, confirmed by its button.
    fn new_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, list: &PeopleList) -> Option<SideWish> {
        let form = self.form.as_mut()?;
        let troubles = form.troubles(list.today, cx.tr);
        let mut wish = None;
        ui.horizontal(|ui| {
            if Button::main(cx.tr.people_confirm()).ui(ui, cx.theme).clicked() {
                self.shows_troubles = true;
                if let Some(edit) = form.edit(&list.registry, list.today, cx.tr) {
                    cx.out.push(Command::Run(edit));
                    wish = Some(SideWish::Close);
                }
            }
            if Button::quiet(cx.tr.cancel()).ui(ui, cx.theme).clicked() {
                wish = Some(SideWish::Close);
            }
        });
        let shown = if self.shows_troubles { troubles.as_slice() } else { &[] };
        let form_cx = form_cx(cx, list, shown);
        ScrollArea::vertical().id_salt("new").auto_shrink(false).show(ui, |ui| form_ui(ui, &form_cx, form));
        wish
    }

    /// The form of a stored person: a field that is left stores what it says.
    fn stored_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, list: &PeopleList, line: &PersonLine) {
        let Some(form) = &mut self.form else { return };
        let troubles = form.troubles(list.today, cx.tr);
        let is_done = form_ui(ui, &form_cx(cx, list, &troubles), form);
        if is_done
            && self.stored.as_ref() != Some(&*form)
            && let Some(edit) = form.edit(&list.registry, list.today, cx.tr)
        {
            self.stored = Some(form.clone());
            cx.out.push(Command::Run(edit));
        }
        ui.add_space(8.0);
        let Some(person) = list.registry.people.get(&line.person) else { return };
        if let Some(form) = actions_ui(ui, cx, list, line, person) {
            self.begin(form);
        }
    }

    fn absences_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, list: &PeopleList, line: &PersonLine) {
        let (Some(Ok(page)), Some(person)) = (self.page.get(), list.registry.people.get(&line.person)) else { return };
        match leave_ui(ui, &form_cx(cx, list, &[]), page, person, &mut self.leave) {
            Some(LeaveWish::Run(edit)) => cx.out.push(Command::Run(edit)),
            Some(LeaveWish::Add(form)) => {
                self.leaving = Leaving::begin(cx, form, person.id, line.stint);
            }
            None => {}
        }
    }

    fn page_ui(&self, ui: &mut Ui, cx: &mut PageCx<'_>, list: &PeopleList) -> Option<StintId> {
        let Some(Ok(page)) = self.page.get() else { return None };
        person_ui(ui, &form_cx(cx, list, &[]), page, cx.out)
    }
}

fn form_cx<'a>(cx: &PageCx<'a>, list: &'a PeopleList, troubles: &'a [crate::app::people::Trouble]) -> FormCx<'a> {
    FormCx {
        theme: cx.theme,
        tr: cx.tr,
        registry: &list.registry,
        calendar: &list.calendar,
        today: list.today,
        troubles,
    }
}

/// One more stint, retire, delete; returns the form of a new stint.
fn actions_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    list: &PeopleList,
    line: &PersonLine,
    person: &Person,
) -> Option<ExpertForm> {
    let tr = cx.tr;
    let mut form = None;
    ui.horizontal_wrapped(|ui| {
        if Button::new(tr.people_add_stint()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            form = Some(ExpertForm::with_new_stint(person, &list.registry, list.today, tr));
        }
        let retire = if person.is_retired { tr.people_use_again() } else { tr.people_retire() };
        if Button::quiet(retire).ui(ui, cx.theme).clicked() {
            let changed = Person { is_retired: !person.is_retired, ..person.clone() };
            cx.out.push(Command::Run(Edit::put(changed)));
        }
        let words = if line.stint.is_some() { tr.people_delete_stint() } else { tr.people_delete_person() };
        if Button::quiet(words).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Run(delete(line, person)));
        }
    });
    form
}

/// Takes the stint, or the person without one, to the bin.
pub fn delete(line: &PersonLine, person: &Person) -> Edit {
    let (table, id) = match line.stint {
        Some(stint) => (Table::Stint, stint.raw()),
        None => (Table::Person, person.id.raw()),
    };
    Edit::Many { label: Label::Deleted { table, name: person.name.clone() }, edits: vec![Edit::Delete { table, id }] }
}
