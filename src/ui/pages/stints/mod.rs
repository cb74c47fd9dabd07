//! 派驻: people and stints as a table or over time, with the selected one beside it.

mod absence;
mod dossier_ui;
mod form_ui;
mod leave_ui;
mod network;
mod person_ui;
mod side;
mod table;
mod timeline;

use egui::{Panel, Ui};

use self::absence::AwayView;
use self::dossier_ui::{DossierView, DossierWish};
use self::network::NetworkView;
use self::side::{Side, SideWish};
use self::table::Rows;
use self::timeline::{TimelineView, TimelineWish};
use crate::app::dossier::Way;
use crate::app::people::{ExpertForm, ListFilter, PeopleList};
use crate::domain::{DocumentKind, Edit, Label, Period, PersonId, StintId, Table};
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::theme::INSPECTOR;
use crate::ui::widget::{
    Button, Choice, Dropdown, Empty, Icon, TableEvents, TableState, chip, left_side, menu_button, right_side, segments,
};
use crate::ui::{Command, Live, Page, PageCx};

/// The tables that the list is made from.
const SHOWN_TABLES: &[Table] = &[
    Table::Institution,
    Table::Relation,
    Table::Department,
    Table::Person,
    Table::Batch,
    Table::Stint,
    Table::CalendarDay,
];
/// The tables that the page of a person is made from besides.
const PAGE_TABLES: &[Table] = &[Table::Session, Table::Leave, Table::Publication, Table::Activity];

/// How people and stints are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Roster,
    Timeline,
    Leave,
    Map,
    Person,
}

/// The page.
#[derive(Default)]
pub struct StintsPage {
    view: View,
    timeline: TimelineView,
    dossier: DossierView,
    away: AwayView,
    network: NetworkView,
    list: Live<PeopleList>,
    filter: ListFilter,
    shown: Vec<usize>,
    /// Picture and filter that `shown` was worked out from.
    shown_of: Option<(u64, ListFilter)>,
    /// Grows with `shown`: the table asks for it.
    revision: u64,
    table: TableState,
    side: Side,
    /// A person to select as soon as the picture is there.
    wanted: Option<i64>,
}

impl StintsPage {
    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.list.refresh(|| cx.desk.ask(move |office| PeopleList::load(office, tr)));
        let of = (self.list.revision(), self.filter);
        if self.shown_of != Some(of) {
            self.shown_of = Some(of);
            self.revision += 1;
            self.shown = self.list().map(|list| list.shown(self.filter)).unwrap_or_default();
        }
        self.find_wanted();
    }

    fn list(&self) -> Option<&PeopleList> {
        self.list.get()?.as_ref().ok()
    }

    /// Selects the person who was asked for, with the filter widened where it hides them.
    fn find_wanted(&mut self) {
        let (Some(person), Some(list)) = (self.wanted, self.list()) else { return };
        let place = |shown: &[usize]| {
            let mut lines = shown.iter().filter_map(|place| list.lines.get(*place));
            lines.find(|line| line.person.raw() == person).map(crate::app::people::PersonLine::key)
        };
        if let Some(key) = place(&self.shown) {
            self.table.select(key);
            self.wanted = None;
            return;
        }
        let wider =
            [ListFilter::All, ListFilter::OwnStaff].into_iter().find(|filter| place(&list.shown(*filter)).is_some());
        match wider {
            Some(filter) => self.filter = filter,
            None => self.wanted = None,
        }
    }

    /// The views, and what narrows the one that is on.
    fn left_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        if self.view == View::Person {
            let wish = self.dossier.bar_ui(ui, cx);
            self.follow(wish);
            return;
        }
        let views = [
            (View::Roster, cx.tr.stints_view_roster()),
            (View::Timeline, cx.tr.stints_view_timeline()),
            (View::Leave, cx.tr.stints_view_leave()),
            (View::Map, cx.tr.stints_view_map()),
        ];
        segments(ui, cx.theme, &views, &mut self.view);
        ui.add_space(4.0);
        match self.view {
            View::Roster | View::Person => self.filter_ui(ui, cx),
            View::Timeline => self.timeline.bar_ui(ui, cx),
            View::Leave => self.away.bar_ui(ui, cx),
            View::Map => self.network.bar_ui(ui, cx),
        }
    }

    fn filter_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        for (filter, words) in [
            (ListFilter::OnPost, tr.people_filter_on_post()),
            (ListFilter::All, tr.people_filter_all()),
            (ListFilter::OwnStaff, tr.people_filter_own()),
        ] {
            if chip(ui, cx.theme, words, self.filter == filter).clicked() {
                self.filter = filter;
            }
        }
        let batches = self.list().map(|list| list.batches.clone()).unwrap_or_default();
        if !batches.is_empty() {
            let mut chosen = match self.filter {
                ListFilter::Batch(batch) => Some(batch),
                ListFilter::OnPost | ListFilter::All | ListFilter::OwnStaff => None,
            };
            let none = Choice::new(None, tr.schedule_batch());
            let each = batches.into_iter().map(|batch| Choice::new(Some(batch.id), batch.name));
            let choices: Vec<_> = std::iter::once(none).chain(each).collect();
            if Dropdown::new(tr.schedule_batch(), &choices).bare().width(100.0).ui(ui, cx.theme, tr, &mut chosen) {
                self.filter = chosen.map_or(ListFilter::OnPost, ListFilter::Batch);
            }
        }
    }

    fn hear_table(&mut self, events: &TableEvents, cx: &mut PageCx<'_>) {
        if events.is_selection_new && self.side.is_new() {
            self.side = Side::default();
        }
        if events.is_first_step {
            self.begin(cx);
        }
        let Some(list) = self.list() else { return };
        if let Some(line) = events.opened.and_then(|key| list.line(key)) {
            let person = line.person;
            self.open(person);
            return;
        }
        let edits: Vec<Edit> = events
            .deleted
            .iter()
            .filter_map(|key| list.line(*key))
            .filter_map(|line| Some(side::delete(line, list.registry.people.get(&line.person)?)))
            .collect();
        if edits.len() < 2 {
            for edit in edits {
                cx.out.push(Command::Run(edit));
            }
            return;
        }
        let label = Label::Several { count: edits.len() };
        let rows = edits.into_iter().flat_map(|edit| match edit {
            Edit::Many { edits, .. } => edits,
            single => vec![single],
        });
        cx.out.push(Command::Run(Edit::Many { label, edits: rows.collect() }));
    }

    /// Forms and certificates of those who are selected.
    fn papers_ui(&self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let chosen = self.table.selected();
        if chosen.is_empty() {
            return;
        }
        let kinds = [DocumentKind::Registration, DocumentKind::Certificate, DocumentKind::BenefitList];
        let names = kinds.map(|kind| cx.tr.document_kind(kind));
        let name = cx.tr.people_papers(chosen.len());
        let Some(kind) = menu_button(ui, cx.theme, Icon::Document, &name, &names).and_then(|at| kinds.get(at)) else {
            return;
        };
        let Some(list) = self.list() else { return };
        let mut people: Vec<PersonId> = chosen.iter().filter_map(|key| Some(list.line(*key)?.person)).collect();
        people.sort_unstable();
        people.dedup();
        let period = DocumentRequest::usual_period(*kind, cx.today);
        cx.out.push(Command::Preview(DocumentRequest { people, ..DocumentRequest::new(*kind, period) }));
    }

    fn begin(&mut self, cx: &PageCx<'_>) {
        let Some(list) = self.list() else { return };
        let form = match self.filter {
            ListFilter::OwnStaff => ExpertForm::new_staff(&list.registry),
            ListFilter::OnPost | ListFilter::All | ListFilter::Batch(_) => {
                ExpertForm::new_expert(&list.registry, cx.today)
            }
        };
        self.table.clear();
        self.side.begin(form);
    }

    fn roster_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(list)) = self.list.get() else { return };
        let tr = cx.tr;
        let (title, text) = match self.filter {
            ListFilter::OwnStaff => (tr.people_no_staff_title(), tr.people_no_staff_text()),
            ListFilter::OnPost | ListFilter::All | ListFilter::Batch(_) => {
                (tr.people_empty_title(), tr.people_empty_text())
            }
        };
        let empty = Empty { icon: Icon::People, title, text, action: Some(tr.people_add_expert()) };
        let rows = Rows { list, shown: &self.shown };
        let columns = table::columns(tr);
        let events = crate::ui::widget::Table::new("stints", tr.people_table(), &columns, self.revision)
            .empty(empty)
            .deletable()
            .ui(ui, cx, &rows, &mut self.table);
        self.hear_table(&events, cx);
    }

    /// Opens the page of a person.
    fn open(&mut self, person: PersonId) {
        self.view = View::Person;
        self.dossier.turn_to(person);
    }

    /// Goes where the page of a person leads.
    fn follow(&mut self, wish: Option<DossierWish>) {
        match wish {
            Some(DossierWish::Back) => {
                self.view = View::Roster;
                self.table.focus();
            }
            Some(DossierWish::Turn(person)) => self.dossier.turn_to(person),
            Some(DossierWish::Follow(Way::Stint(stint))) => {
                self.view = View::Roster;
                self.filter = ListFilter::All;
                self.side = Side::default();
                self.table.select(stint.raw());
            }
            Some(DossierWish::Follow(Way::Leave(on))) => {
                self.view = View::Leave;
                self.away.show(on);
            }
            Some(DossierWish::Follow(_)) | None => {}
        }
    }

    fn timeline_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let selected = self.table.single().filter(|key| *key > 0).map(StintId::new);
        match self.timeline.ui(ui, cx, selected) {
            Some(TimelineWish::Select(stint)) => {
                if self.side.is_new() {
                    self.side = Side::default();
                }
                self.table.select(stint.raw());
            }
            Some(TimelineWish::Clear) => self.table.clear(),
            Some(TimelineWish::Begin) => self.begin(cx),
            None => {}
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let revision = self.list.revision();
        let Some(Ok(list)) = self.list.get() else { return };
        let line = self.table.single().and_then(|key| list.line(key));
        if line.is_none() && !self.side.is_new() {
            return;
        }
        if let Some(line) = line.filter(|_| !self.side.is_new()) {
            self.side.turn_to(list, revision, line, cx);
        }
        let frame = egui::Frame::new().fill(cx.theme.paper).inner_margin(egui::Margin {
            left: 16,
            right: 4,
            top: 8,
            bottom: 4,
        });
        let panel = Panel::right("stints panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let wish = panel.show(ui, |ui| self.side.ui(ui, cx, list, line)).inner;
        match wish {
            Some(SideWish::Close) => {
                self.side = Side::default();
                self.table.clear();
            }
            Some(SideWish::Open(person)) => self.open(person),
            Some(SideWish::Select(stint)) => {
                if !self.shown.iter().filter_map(|place| list.lines.get(*place)).any(|line| line.stint == Some(stint)) {
                    self.filter = ListFilter::All;
                }
                self.table.select(stint.raw());
            }
            None => {}
        }
    }
}

impl Page for StintsPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        left_side(ui, |ui| self.left_ui(ui, cx));
        right_side(ui, |ui| {
            let tr = cx.tr;
            if self.view == View::Person {
                return;
            }
            if self.view == View::Leave {
                self.away.right_ui(ui, cx);
                return;
            }
            if self.view == View::Map && Button::main(tr.map_new_relation()).icon(Icon::Add).ui(ui, cx.theme).clicked()
            {
                cx.out.push(Command::ShowRegister(Table::Relation, None));
            }
            if self.view != View::Roster {
                if Button::new(tr.command_print()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                    cx.out.push(Command::Print);
                }
                return;
            }
            if Button::new(tr.people_import()).icon(Icon::Import).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Import(Vec::new()));
            }
            if Button::new(tr.page_handover()).tooltip(tr.page_handover_hint()).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Go(crate::ui::PageId::Handover));
            }
            self.papers_ui(ui, cx);
            if Button::new(tr.people_roster()).icon(Icon::Print).shortcut("Ctrl+P").ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
            let words =
                if self.filter == ListFilter::OwnStaff { tr.people_add_staff() } else { tr.people_add_expert() };
            if Button::main(words).icon(Icon::Add).ui(ui, cx.theme).clicked() {
                self.begin(cx);
            }
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.list.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        if self.view == View::Person {
            let wish = self.dossier.ui(ui, cx);
            self.follow(wish);
            return;
        }
        if self.view == View::Leave {
            if let Some(person) = self.away.ui(ui, cx) {
                self.open(person);
            }
            return;
        }
        if self.view == View::Map {
            self.network.ui(ui, cx);
            return;
        }
        self.side_ui(ui, cx);
        match self.view {
            View::Roster | View::Leave | View::Map | View::Person => self.roster_ui(ui, cx),
            View::Timeline => self.timeline_ui(ui, cx),
        }
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.iter().any(|table| SHOWN_TABLES.contains(table)) {
            self.list.expire();
        }
        if tables.iter().any(|table| SHOWN_TABLES.contains(table) || PAGE_TABLES.contains(table)) {
            self.side.expire();
        }
        if tables.iter().any(|table| TimelineView::TABLES.contains(table)) {
            self.timeline.expire();
        }
        if tables.iter().any(|table| AwayView::TABLES.contains(table)) {
            self.away.expire();
        }
        if tables.iter().any(|table| NetworkView::TABLES.contains(table)) {
            self.network.expire();
        }
        // It shows something of nearly every table.
        self.dossier.expire();
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        match command {
            Command::ShowPerson(person) => {
                self.view = View::Roster;
                self.wanted = Some(*person);
                self.side = Side::default();
                true
            }
            _ => false,
        }
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        match self.view {
            View::Roster => {
                vec![("Enter", tr.dossier_open()), ("Delete", tr.people_key_delete()), ("Ctrl+C", tr.copy_rows())]
            }
            View::Timeline => TimelineView::keys(tr),
            View::Leave => AwayView::keys(tr),
            View::Map | View::Person => Vec::new(),
        }
    }

    fn document(&self) -> Option<DocumentRequest> {
        match self.view {
            View::Roster => Some(DocumentRequest::new(DocumentKind::Roster, Period::day(self.list()?.today))),
            View::Timeline => self.timeline.document(),
            View::Leave => self.away.document(),
            View::Map => self.network.document(),
            View::Person => self.dossier.document(),
        }
    }
}
