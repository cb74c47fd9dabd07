//! For whom a template or an obligation is meant: the own institution, every site, some kinds, or named sites.

use egui::Ui;

use crate::domain::{InstitutionId, InstitutionKind, Programme, Registry};
use crate::i18n::Tr;
use crate::ui::theme::Theme;
use crate::ui::widget::{Button, Choice, Dropdown, Icon};

/// A choice of sites that is being made.
pub struct ScopeDraft<'a> {
    /// Every site.
    pub for_all: &'a mut bool,
    /// Those of these kinds.
    pub for_kinds: &'a mut Vec<InstitutionKind>,
    /// These.
    pub for_sites: &'a mut Vec<InstitutionId>,
    /// Of this programme alone.
    pub programme: &'a mut Option<Programme>,
}

/// The ways to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Own,
    Every,
    Kinds,
    Named,
}

impl ScopeDraft<'_> {
    fn who(&self) -> Who {
        match (*self.for_all, self.for_kinds.is_empty(), self.for_sites.is_empty()) {
            (true, ..) => Who::Every,
            (false, false, _) => Who::Kinds,
            (false, true, false) => Who::Named,
            (false, true, true) => Who::Own,
        }
    }

    fn choose(&mut self, who: Who, registry: &Registry) {
        *self.for_all = who == Who::Every;
        self.for_kinds.clear();
        self.for_sites.clear();
        let first = registry.institutions.values().find(|inst| !inst.is_own);
        match who {
            Who::Own | Who::Every => {}
            Who::Kinds => self.for_kinds.push(InstitutionKind::Township),
            Who::Named => self.for_sites.extend(first.map(|inst| inst.id)),
        }
    }

    /// Draws the choice; true where it changed.
    pub fn ui(mut self, ui: &mut Ui, theme: &Theme, tr: Tr, registry: &Registry) -> bool {
        let width = ui.available_width();
        let ways = [
            Choice::new(Who::Own, tr.scope_own()),
            Choice::new(Who::Every, tr.scope_every()),
            Choice::new(Who::Kinds, tr.scope_by_kind()),
            Choice::new(Who::Named, tr.scope_named()),
        ];
        let mut who = self.who();
        let mut is_changed = Dropdown::new(tr.scope_who(), &ways).width(width).ui(ui, theme, tr, &mut who);
        if is_changed {
            self.choose(who, registry);
        }
        is_changed |= match self.who() {
            Who::Own => return is_changed,
            Who::Every => false,
            Who::Kinds => self.kinds_ui(ui, tr, registry),
            Who::Named => self.sites_ui(ui, theme, tr, registry),
        };
        let any = Choice::new(None, tr.scope_any_programme());
        let each = Programme::ALL.iter().map(|one| Choice::new(Some(*one), tr.programme(*one)));
        let programmes: Vec<_> = std::iter::once(any).chain(each).collect();
        is_changed | Dropdown::new(tr.scope_programme(), &programmes).width(width).ui(ui, theme, tr, self.programme)
    }

    /// Ticks for the kinds that there are; the last one stays.
    fn kinds_ui(&mut self, ui: &mut Ui, tr: Tr, registry: &Registry) -> bool {
        let mut is_changed = false;
        let is_there = |kind: &InstitutionKind| {
            self.for_kinds.contains(kind) || registry.institutions.values().any(|inst| inst.kind == *kind)
        };
        let kinds: Vec<InstitutionKind> = InstitutionKind::ALL.iter().copied().filter(is_there).collect();
        ui.horizontal_wrapped(|ui| {
            for kind in kinds {
                let mut is_on = self.for_kinds.contains(&kind);
                if ui.checkbox(&mut is_on, tr.institution_kind(kind)).changed() {
                    if is_on {
                        self.for_kinds.push(kind);
                    } else if self.for_kinds.len() > 1 {
                        self.for_kinds.retain(|other| *other != kind);
                    }
                    is_changed = true;
                }
            }
        });
        is_changed
    }

    /// The named sites, each with a way to take it out; the last one stays.
    fn sites_ui(&mut self, ui: &mut Ui, theme: &Theme, tr: Tr, registry: &Registry) -> bool {
        let name = |id: &InstitutionId| registry.institutions.get(id).map_or("", |inst| inst.name.as_str());
        let mut removed = None;
        for id in self.for_sites.iter() {
            ui.horizontal(|ui| {
                ui.label(name(id));
                let remove = Button::icon_only(Icon::Close, tr.delete()).enabled(self.for_sites.len() > 1);
                let words = tr.scope_remove(name(id));
                if remove.tooltip(&words).ui(ui, theme).clicked() {
                    removed = Some(*id);
                }
            });
        }
        if let Some(id) = removed {
            self.for_sites.retain(|other| *other != id);
        }
        let others = registry.institutions.values().filter(|inst| !inst.is_own && !self.for_sites.contains(&inst.id));
        let others = others.map(|inst| Choice::new(Some(inst.id), inst.name.clone()));
        let choices: Vec<_> = std::iter::once(Choice::new(None, tr.scope_add_site())).chain(others).collect();
        let mut added = None;
        let width = ui.available_width();
        let is_added = Dropdown::new(tr.scope_add_site(), &choices).bare().width(width).ui(ui, theme, tr, &mut added);
        self.for_sites.extend(added);
        is_added || removed.is_some()
    }
}
