//! The relations as rows of the one table: what the map shows, for keyboard and screen reader.

use crate::app::network::NetworkMap;
use crate::i18n::Tr;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Column, TableRows};

/// The columns.
pub fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("from", tr.map_supporter(), 180.0),
        Column::text("to", tr.map_supported(), 180.0),
        Column::text("programme", tr.map_programme(), 120.0),
        Column::text("when", tr.map_when(), 168.0),
        Column::text("alert", tr.map_alert(), 150.0),
        Column::text("agreement", tr.map_agreement(), 220.0).wide(),
    ]
}

/// The rows.
pub struct Rows<'a> {
    map: &'a NetworkMap,
    over: &'static str,
}

impl<'a> Rows<'a> {
    /// The relations of the map.
    pub const fn new(map: &'a NetworkMap, tr: Tr) -> Self {
        Self { map, over: tr.map_over() }
    }

    fn name(&self, place: usize) -> &str {
        self.map.sites.get(place).map_or("", |site| site.name.as_str())
    }
}

impl TableRows for Rows<'_> {
    fn len(&self) -> usize {
        self.map.bonds.len()
    }

    fn id(&self, row: usize) -> i64 {
        self.map.bonds.get(row).map_or(0, |bond| bond.relation.raw())
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        let Some(bond) = self.map.bonds.get(row) else { return "" };
        match column {
            0 => self.name(bond.from),
            1 => self.name(bond.to),
            2 => &bond.label,
            3 => &bond.when,
            4 if bond.is_over => self.over,
            4 => &bond.alert,
            _ => bond.agreements.first().map_or("", String::as_str),
        }
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        match (column, self.map.bonds.get(row)) {
            (_, Some(bond)) if bond.is_over => CellTone::Muted,
            (0 | 1, _) => CellTone::Strong,
            (4, _) => CellTone::Warning,
            _ => CellTone::Plain,
        }
    }
}
