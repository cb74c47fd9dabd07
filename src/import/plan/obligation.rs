//! Sheet kind `obligation`: what falls due again and again.

use chrono::{Datelike, NaiveDate};

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use crate::domain::{Cycle, DueShift, Obligation, ObligationKind, Week};
use crate::import::{Code, values};

const TITLE: &str = "事项";
const KIND: &str = "类别";
const CYCLE: &str = "周期";
const ANCHOR: &str = "起算日";
const LIMIT: &str = "期数";
const DUE: &str = "截止规则";
const SHIFT: &str = "遇节假日";
const SCOPE: &str = "适用对象";

/// One obligation.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let title = line.required(TITLE)?;
    let kind = line.read(KIND, values::obligation_kind)?.unwrap_or_else(|| kind_by_title(&title));
    let cycle = line.read(CYCLE, values::cycle)?.ok_or_else(|| line.refuse(CYCLE, Code::R01, About::Nothing))?;
    let anchor_on = line.date(ANCHOR)?.map(|date| date.on);
    let limit = line.read_noting(LIMIT, |raw, codes| values::count(raw, None, codes))?;
    let limit = limit.map(u32::try_from).transpose().map_err(|_| line.refuse(LIMIT, Code::R07, About::Nothing))?;
    let due_offset = line.read(DUE, values::due_offset)?;
    let shift = line.read(SHIFT, values::due_shift)?;
    let sites = bench.sites_cell(line, SCOPE)?;
    let addressee = line.text("报送对象");

    let stored = stored(bench, kind, &title, addressee.as_deref());
    let mut duty = match stored {
        Some(duty) => duty,
        None => new(bench, line, (kind, cycle), title, anchor_on)?,
    };
    duty.cycle = cycle;
    duty.anchor_on = anchor_on.unwrap_or(duty.anchor_on);
    fill_some(&mut duty.period_limit, limit);
    duty.due_offset = due_offset.unwrap_or(duty.due_offset);
    duty.shift = shift.unwrap_or(duty.shift);
    fill(&mut duty.addressee, addressee);
    fill(&mut duty.owner, line.text("责任科室"));
    if let Some(sites) = sites {
        (duty.for_all, duty.for_kinds, duty.for_sites) = (sites.all, sites.kinds, sites.named);
    }
    let origin = bench.origin(line, None);
    fill_some(&mut duty.relation, origin.relation);
    fill_some(&mut duty.programme, origin.programme);
    Ok(bench.draft.put(duty))
}

/// What a title says about itself where the sheet has no kinds.
pub(super) fn kind_by_title(title: &str) -> ObligationKind {
    let ends = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if ends(&["评价", "考核", "评估"]) {
        ObligationKind::Evaluation
    } else if ends(&["会议", "汇报会", "联席会", "例会"]) {
        ObligationKind::Meeting
    } else {
        ObligationKind::Report
    }
}

/// Kind, title and addressee make an obligation; a blank addressee means any.
fn stored(bench: &Bench<'_>, kind: ObligationKind, title: &str, addressee: Option<&str>) -> Option<Obligation> {
    let is_same = |duty: &&Obligation| {
        duty.kind == kind
            && values::same_words(&duty.title, title)
            && addressee.is_none_or(|it| duty.addressee.is_empty() || duty.addressee == it)
    };
    bench.registry().obligations.values().find(is_same).cloned()
}

/// An obligation that is not stored yet. Fortnights and tenure quarters need the day from which they count.
fn new(
    bench: &mut Bench<'_>,
    line: &Line<'_>,
    (kind, cycle): (ObligationKind, Cycle),
    title: String,
    anchor_on: Option<NaiveDate>,
) -> Result<Obligation, Refused> {
    let year = line.year().unwrap_or_else(|| bench.now.year());
    let by_calendar = || match cycle {
        Cycle::Fortnightly | Cycle::TenureQuarterly => None,
        // Weeks run from Monday to Sunday; the first is the one that the year begins in.
        Cycle::Weekly => Some(Week::of(NaiveDate::from_ymd_opt(year, 1, 1)?).monday()),
        _ => NaiveDate::from_ymd_opt(year, 1, 1),
    };
    let anchor_on = anchor_on.or_else(by_calendar).ok_or_else(|| line.refuse(ANCHOR, Code::R01, About::Nothing))?;
    let shift = if kind == ObligationKind::Report { DueShift::Advance } else { DueShift::Keep };
    Ok(Obligation { id: bench.draft.new_id(), shift, ..Obligation::new(kind, title, cycle, anchor_on) })
}
