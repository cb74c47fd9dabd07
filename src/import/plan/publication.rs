//! The version that stands in the title of an imported schedule or posting: it was issued, so it is no draft.

use super::bench::Bench;
use crate::domain::{DocumentKind, Period, Publication};
use crate::import::{MappedSheet, RowResult};

/// The version that the sheet says it is: `1`, `第1版`, `第二版` come as their number.
pub(super) fn version(sheet: &MappedSheet) -> Option<u32> {
    let text = sheet.context.get("version")?;
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok().filter(|version| *version >= 1)
}

/// Notes that the document was issued for the period, once for each version.
pub(super) fn issue(bench: &mut Bench<'_>, document: DocumentKind, period: Period, version: u32) -> RowResult {
    if is_known(bench, document, period, version) {
        return RowResult::Unchanged;
    }
    let publication = Publication {
        id: bench.draft.new_id(),
        document,
        period_from: period.from(),
        period_to: period.to(),
        version,
        published_at: bench.now,
        published_by: String::new(),
        changes: String::new(),
    };
    bench.draft.put(publication)
}

/// Whether that version is on record as issued.
pub(super) fn is_known(bench: &Bench<'_>, document: DocumentKind, period: Period, version: u32) -> bool {
    bench.registry().publications.values().any(|issued| {
        issued.document == document
            && (issued.period_from, issued.period_to, issued.version) == (period.from(), period.to(), version)
    })
}

/// A period that the titles of a sheet give as `A..B`.
pub(super) fn period_of(sheet: &MappedSheet, key: &str) -> Option<Period> {
    let (from, to) = sheet.context.get(key)?.split_once("..")?;
    Period::new(from.parse().ok()?, to.parse().ok()?)
}
