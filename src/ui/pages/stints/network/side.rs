//! The inspector of a relation: its days, whether its supporter leads, its agreements; or the relations of a site.

use egui::{RichText, ScrollArea, Ui};

use super::Chosen;
use crate::app::network::{Bond, NetworkMap, Site};
use crate::app::people::read_known_date;
use crate::domain::{Edit, Relation, RelationId, Table};
use crate::i18n::Tr;
use crate::ui::theme;
use crate::ui::widget::{Button, Field, Icon};
use crate::ui::{Command, PageCx};

/// What the inspector asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Nothing.
    Stay,
    /// Close it.
    Close,
    /// Show another relation.
    Turn(RelationId),
}

/// The days and the remark as they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    start: String,
    end: String,
    note: String,
}

/// The inspector with what is typed in it.
#[derive(Default)]
pub struct Side {
    of: Option<(RelationId, u64)>,
    typed: Typed,
}

impl Side {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, map: &NetworkMap, revision: u64, chosen: Chosen) -> Answer {
        let title = match chosen {
            Chosen::Bond(relation) => map.bond(relation).map(|bond| bond.label.clone()),
            Chosen::Site(site) => map.sites.iter().find(|one| one.inst == site).map(|site| site.name.clone()),
        };
        // What is not in this year's picture any more is not open either.
        let Some(title) = title else { return Answer::Close };
        let mut answer = Answer::Stay;
        ui.horizontal(|ui| {
            ui.add(egui::Label::new(RichText::new(title).font(theme::heading())).truncate());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked() {
                    answer = Answer::Close;
                }
            });
        });
        let body = ScrollArea::vertical().id_salt(("relation side", revision)).auto_shrink(false);
        let turned = body.show(ui, |ui| match chosen {
            Chosen::Bond(relation) => {
                let both = map.bond(relation).zip(map.registry.relations.get(&relation));
                if let Some((bond, record)) = both {
                    self.bond_ui(ui, cx, map, revision, bond, record);
                }
                None
            }
            Chosen::Site(inst) => {
                let site = map.sites.iter().enumerate().find(|(_, site)| site.inst == inst);
                site.and_then(|(place, site)| site_ui(ui, cx, map, place, site))
            }
        });
        turned.inner.map_or(answer, Answer::Turn)
    }

    fn bond_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut PageCx<'_>,
        map: &NetworkMap,
        revision: u64,
        bond: &Bond,
        record: &Relation,
    ) {
        let tr = cx.tr;
        if self.of != Some((bond.relation, revision)) {
            self.of = Some((bond.relation, revision));
            self.typed = typed(record, tr);
        }
        let name = |place: usize| map.sites.get(place).map_or("", |site| site.name.as_str());
        for (word, name) in [(tr.map_supporter(), name(bond.from)), (tr.map_supported(), name(bond.to))] {
            ui.label(RichText::new(word).font(theme::caption()).color(cx.theme.muted));
            ui.add(egui::Label::new(RichText::new(name).font(theme::strong())).wrap());
        }
        if !bond.alert.is_empty() {
            ui.label(RichText::new(&bond.alert).color(cx.theme.warning));
        }
        ui.add_space(8.0);
        let mut is_lead = record.is_lead;
        if ui.checkbox(&mut is_lead, tr.map_lead_hospital()).changed() {
            cx.out.push(Command::Run(Edit::put(Relation { is_lead, ..record.clone() })));
        }
        if self.dates_ui(ui, cx, map) {
            self.store(cx, map, record);
        }
        ui.add_space(8.0);
        ui.label(RichText::new(tr.map_agreements(bond.agreements.len())).font(theme::strong()));
        if bond.agreements.is_empty() {
            ui.label(RichText::new(tr.map_no_agreement()).color(cx.theme.muted));
        }
        for agreement in &bond.agreements {
            ui.add(egui::Label::new(agreement).wrap());
        }
        ui.add_space(4.0);
        if Button::quiet(tr.map_new_agreement()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::ShowRegister(Table::Agreement, None));
        }
        if Button::quiet(tr.register_edit()).icon(Icon::Right).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::ShowRegister(Table::Relation, Some(bond.relation.raw())));
        }
        ui.add_space(8.0);
        let stints = map.registry.stints.values().filter(|stint| stint.relation == Some(bond.relation)).count();
        let batches = map.registry.batches.values().filter(|batch| batch.relation == bond.relation).count();
        ui.label(RichText::new(tr.map_posted(stints, batches)).color(cx.theme.muted));
    }

    /// The fields; true where one was left after typing.
    fn dates_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, map: &NetworkMap) -> bool {
        let tr = cx.tr;
        let mut is_left = false;
        for (word, value) in [(tr.map_start(), &mut self.typed.start), (tr.map_end(), &mut self.typed.end)] {
            let is_wrong = !value.trim().is_empty() && read_known_date(value, map.today).is_none();
            let trouble = is_wrong.then(|| tr.form_date_wrong());
            is_left |= Field::new(word).hint(tr.form_date_hint()).trouble(trouble).ui(ui, cx.theme, value).lost_focus();
        }
        is_left | Field::new(tr.paper_remark()).ui(ui, cx.theme, &mut self.typed.note).lost_focus()
    }

    /// Stores what was typed, where it can be read and differs.
    fn store(&self, cx: &mut PageCx<'_>, map: &NetworkMap, record: &Relation) {
        let read = |text: &str| match text.trim() {
            "" => Some(None),
            text => read_known_date(text, map.today).map(Some),
        };
        let (Some(start), Some(end)) = (read(&self.typed.start), read(&self.typed.end)) else { return };
        let changed = Relation {
            start_on: start.map(|(on, _)| on),
            start_prec: start.map(|(_, precision)| precision).unwrap_or_default(),
            end_on: end.map(|(on, _)| on),
            end_prec: end.map(|(_, precision)| precision).unwrap_or_default(),
            note: self.typed.note.trim().to_owned(),
            ..record.clone()
        };
        if typed(&changed, cx.tr) != typed(record, cx.tr) {
            cx.out.push(Command::Run(Edit::put(changed)));
        }
    }
}

fn typed(record: &Relation, tr: Tr) -> Typed {
    Typed {
        start: record.start_on.map(|on| tr.known_date(on, record.start_prec)).unwrap_or_default(),
        end: record.end_on.map(|on| tr.known_date(on, record.end_prec)).unwrap_or_default(),
        note: record.note.clone(),
    }
}

/// The relations of an institution; returns one that was chosen.
fn site_ui(ui: &mut Ui, cx: &PageCx<'_>, map: &NetworkMap, place: usize, site: &Site) -> Option<RelationId> {
    let tr = cx.tr;
    ui.label(RichText::new(&site.detail).color(cx.theme.muted));
    ui.add_space(8.0);
    let mut turned = None;
    for (head, is_helper) in [(tr.map_helps_head(), true), (tr.map_helped_head(), false)] {
        let ends = |bond: &Bond| if is_helper { (bond.from, bond.to) } else { (bond.to, bond.from) };
        let own: Vec<&Bond> = map.bonds.iter().filter(|bond| ends(bond).0 == place).collect();
        if own.is_empty() {
            continue;
        }
        ui.label(RichText::new(format!("{head} · {}", tr.map_of_site(own.len()))).font(theme::strong()));
        for bond in own {
            let other = map.sites.get(ends(bond).1).map_or("", |site| site.name.as_str());
            let words = format!("{other} {}", bond.label);
            if Button::quiet(&words).icon(Icon::Right).cut().ui(ui, cx.theme).clicked() {
                turned = Some(bond.relation);
            }
        }
        ui.add_space(8.0);
    }
    turned
}
