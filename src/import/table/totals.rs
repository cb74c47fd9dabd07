//! Total rows: how they are recognised, and whether they fit the rows above (N04).

use super::body::Field;
use crate::import::values::{squeeze, sum_parts};
use crate::import::{MappedRow, Raw};

const WORDS: &[&str] = &["合计", "总计", "小计", "累计", "平均", "本页"];

/// The word that makes a row a total row: in one of its first three cells, alone or at either end.
#[must_use]
pub fn total_word(cells: &[Raw], first_column: usize) -> Option<&'static str> {
    cells.iter().skip(first_column).take(3).find_map(|raw| {
        let Raw::Text(written) = raw else { return None };
        // Every word has one of these; so the check costs next to nothing for other rows.
        if written.len() > 120 || !written.contains(['计', '均', '页']) {
            return None;
        }
        let word = squeeze(written);
        let word = word.trim_end_matches([':', ')']);
        WORDS.iter().find(|total| word.starts_with(**total) || word.ends_with(**total)).copied()
    })
}

/// Which rows earlier totals have already covered.
#[derive(Debug, Default)]
pub struct Totals {
    since: usize,
}

impl Totals {
    /// Positions of the columns whose total is neither the sum of all rows nor of those since the last total.
    pub fn compare(
        &mut self,
        word: &str,
        rows: &[MappedRow],
        cells: &[Raw],
        fields: &[Field],
        units: &[Option<String>],
    ) -> Vec<usize> {
        let recent = rows.get(self.since..).unwrap_or_default();
        self.since = rows.len();
        if matches!(word, "平均") {
            return Vec::new();
        }
        let misfit = |(position, field): (usize, &Field)| {
            let unit = units.get(position).and_then(Option::as_deref);
            let written = sum_parts(cells.get(field.column)?, unit)?;
            let fits = [rows, recent].iter().any(|rows| match sum(rows, position, unit) {
                Some(sum) => sum == written,
                // A cell that is no number is refused on its own; the total cannot be judged.
                None => true,
            });
            (!fits).then_some(position)
        };
        fields.iter().enumerate().filter(|(_, field)| field.is_summed).filter_map(misfit).collect()
    }
}

fn sum(rows: &[MappedRow], position: usize, unit: Option<&str>) -> Option<Vec<i128>> {
    let mut sum: Vec<i128> = Vec::new();
    for row in rows {
        let raw = row.cells.get(position)?;
        if crate::import::values::is_blank(raw) {
            continue;
        }
        let parts = sum_parts(raw, unit)?;
        sum.resize(sum.len().max(parts.len()), 0);
        for (total, part) in sum.iter_mut().zip(parts) {
            *total = total.checked_add(part)?;
        }
    }
    Some(sum)
}
