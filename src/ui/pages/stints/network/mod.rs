//! Who helps whom: the map of institutions and relations, the same as a list, and the relation that is open.

mod picture;
mod side;
mod table;

use std::sync::Arc;

use egui::{Panel, Ui};

use self::side::Side;
use self::table::Rows;
use crate::app::network::NetworkMap;
use crate::domain::{DocumentKind, InstitutionId, Period, RelationId, Table};
use crate::report::DocumentRequest;
use crate::ui::theme::INSPECTOR;
use crate::ui::widget::{Choice, Dropdown, Empty, Icon, TableState, segments};
use crate::ui::{Command, Live, PageCx};

/// How the relations are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    #[default]
    Picture,
    List,
}

/// What is chosen in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// A relation.
    Bond(RelationId),
    /// An institution: its relations stand out.
    Site(InstitutionId),
}

/// The relations with what is chosen among them.
#[derive(Default)]
pub struct NetworkView {
    map: Live<Arc<NetworkMap>>,
    form: Form,
    year: Option<i32>,
    with_subordination: bool,
    chosen: Option<Chosen>,
    table: TableState,
    side: Side,
}

impl NetworkView {
    /// The tables that it is made from.
    pub const TABLES: &'static [Table] =
        &[Table::Institution, Table::Relation, Table::Agreement, Table::Stint, Table::Batch];

    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.map.expire();
    }

    /// What Ctrl+P prints: the relations of the year, of today without one.
    pub fn document(&self) -> Option<DocumentRequest> {
        let map = self.map.get()?.as_ref().ok()?;
        let year = |month, day| chrono::NaiveDate::from_ymd_opt(self.year?, month, day);
        let period = year(1, 1).zip(year(12, 31)).and_then(|(from, to)| Period::new(from, to));
        Some(DocumentRequest::new(DocumentKind::RelationList, period.unwrap_or(Period::day(map.today))))
    }

    /// Map or list, the year, and whether 隶属 is shown.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let forms = [(Form::Picture, tr.map_as_picture()), (Form::List, tr.map_as_list())];
        if segments(ui, cx.theme, &forms, &mut self.form) {
            self.table.focus();
        }
        let map = self.map.get().and_then(|map| map.as_ref().ok());
        let years = map.map(|map| map.years.clone()).unwrap_or_default();
        let has_subordination = map.is_some_and(|map| map.has_subordination);
        let every = Choice::new(None, tr.map_every_year());
        let years = years.into_iter().map(|year| Choice::new(Some(year), tr.reports_year(year)));
        let choices: Vec<_> = std::iter::once(every).chain(years).collect();
        if Dropdown::new(tr.map_year(), &choices).bare().width(108.0).ui(ui, cx.theme, tr, &mut self.year) {
            self.map.expire();
        }
        if has_subordination && ui.checkbox(&mut self.with_subordination, tr.map_subordination()).changed() {
            self.map.expire();
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (year, with_subordination, tr) = (self.year, self.with_subordination, cx.tr);
        self.map.refresh(|| cx.desk.ask(move |office| NetworkMap::load(office, year, with_subordination, tr)));
        if !self.map.ready_ui(ui, cx.theme, tr) {
            return;
        }
        let revision = self.map.revision();
        let Some(map) = self.map.get().and_then(|map| map.as_ref().ok()).map(Arc::clone) else { return };
        if map.bonds.is_empty() {
            self.empty_ui(ui, cx, &map);
            return;
        }
        if self.form == Form::List {
            self.chosen = self.table.single().map(|key| Chosen::Bond(RelationId::new(key)));
        }
        self.side_ui(ui, cx, &map, revision);
        match self.form {
            Form::Picture => {
                if let Some(chosen) = picture::ui(ui, cx, &map, self.chosen) {
                    self.chosen = if self.chosen == Some(chosen) { None } else { Some(chosen) };
                    match self.chosen {
                        Some(Chosen::Bond(relation)) => self.table.select(relation.raw()),
                        _ => self.table.clear(),
                    }
                }
            }
            Form::List => {
                let columns = table::columns(tr);
                let rows = Rows::new(&map, tr);
                let shown = crate::ui::widget::Table::new("relations", tr.map_list(), &columns, revision);
                shown.ui(ui, cx, &rows, &mut self.table);
            }
        }
    }

    fn empty_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, map: &NetworkMap) {
        let tr = cx.tr;
        let is_narrowed = self.year.is_some() && !map.registry.relations.is_empty();
        let (title, text, action) = if is_narrowed {
            (tr.map_empty_year(), "", tr.map_every_year())
        } else {
            (tr.map_empty_title(), tr.map_empty_text(), tr.map_new_relation())
        };
        if (Empty { icon: Icon::Unit, title, text, action: Some(action) }).ui(ui, cx.theme) {
            if is_narrowed {
                self.year = None;
                self.map.expire();
            } else {
                cx.out.push(Command::ShowRegister(Table::Relation, None));
            }
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, map: &NetworkMap, revision: u64) {
        let Some(chosen) = self.chosen else { return };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 4 });
        let panel = Panel::right("relation").exact_size(INSPECTOR).resizable(false).frame(frame);
        let side = &mut self.side;
        let answer = panel.show(ui, |ui| side.ui(ui, cx, map, revision, chosen)).inner;
        match answer {
            side::Answer::Stay => {}
            side::Answer::Close => {
                self.chosen = None;
                self.table.clear();
            }
            side::Answer::Turn(relation) => {
                self.chosen = Some(Chosen::Bond(relation));
                self.table.select(relation.raw());
            }
        }
    }
}
