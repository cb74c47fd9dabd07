//! The week as a few lines of text, small enough for codes that a phone reads without a network.

use super::posted::Posted;
use super::qr;
use super::sheet::SheetPicture;
use super::sources::Sources;
use crate::domain::{Session, SessionStatus, Slot, Week};
use crate::i18n::Tr;

/// Stands for a half-day with nothing.
const NOTHING: &str = "-";
/// Parts morning and afternoon.
const HALVES: &str = "/";
/// More bytes make a code that a phone reads only from a good printer: the people then share several codes.
const MOST_BYTES: usize = 580;
/// Side of a module, in millimetres: what the camera of a phone tells apart at arm's length.
const MODULE: f32 = 0.45;

/// The codes of a week, one where it fits, else several with some of the people each.
///
/// A line a person: the name, then for each day the letters of morning and afternoon. Each code stands for itself.
pub(super) fn week_codes(sources: &Sources<'_>, week: Week, posted: &[Posted<'_>], tr: Tr) -> Vec<SheetPicture> {
    let head = format!("{} {}", sources.unit(), tr.week(week));
    let lines: Vec<(&str, String)> = posted.iter().map(|one| (one.name.as_str(), person(sources, week, one))).collect();
    let parts = shared(&lines, MOST_BYTES.saturating_sub(head.len()));
    let count = parts.len();
    (1..)
        .zip(parts)
        .filter_map(|(number, part)| {
            let names: Vec<&str> = part.iter().map(|(name, _)| *name).collect();
            let text: Vec<&str> =
                std::iter::once(head.as_str()).chain(part.iter().map(|(_, line)| line.as_str())).collect();
            let code = qr::encode(text.join("\n").as_bytes())?;
            #[expect(clippy::cast_precision_loss, reason = "at most 105 modules")]
            let side = MODULE * code.side_with_quiet() as f32;
            let caption =
                if count == 1 { tr.code_alone().to_owned() } else { tr.code_of(number, count, &span(&names, tr)) };
            Some(SheetPicture { svg: code.svg(), width: side, caption })
        })
        .collect()
}

/// 邹龙—周琳, or the one name.
fn span(names: &[&str], tr: Tr) -> String {
    match (names.first(), names.last()) {
        (Some(first), Some(last)) if names.len() > 1 => tr.code_names(first, last),
        (Some(one), _) => (*one).to_owned(),
        _ => String::new(),
    }
}

/// The lines in as few parts as fit, about equally long.
fn shared<'a, 'b>(lines: &'a [(&'b str, String)], most: usize) -> Vec<&'a [(&'b str, String)]> {
    let size = |line: &(&str, String)| line.1.len() + 1;
    let total: usize = lines.iter().map(size).sum();
    let even = total.div_ceil(total.div_ceil(most.max(1)).max(1));
    let (mut parts, mut start, mut filled) = (Vec::new(), 0, 0);
    for (place, line) in lines.iter().enumerate() {
        let is_full = filled >= even || filled + size(line) > most;
        if is_full && place > start {
            parts.extend(lines.get(start..place));
            (start, filled) = (place, 0);
        }
        filled += size(line);
    }
    parts.extend(lines.get(start..).filter(|rest| !rest.is_empty()));
    parts
}

fn person(sources: &Sources<'_>, week: Week, one: &Posted<'_>) -> String {
    let own: Vec<&Session> = sources
        .sessions_in(week.period())
        .filter(|session| session.stint == one.stint.id && session.status != SessionStatus::Cancelled)
        .collect();
    let days: Vec<String> = week.days().into_iter().map(|on| day(sources, &own, on)).collect();
    format!("{} {}", one.name, days.join(" "))
}

/// 诊/查 for a morning and an afternoon, one letter where both are the same.
fn day(sources: &Sources<'_>, own: &[&Session], on: chrono::NaiveDate) -> String {
    let letter = |slot: Slot| {
        let held = own.iter().find(|session| session.on_date == on && session.slot == slot);
        let activity = held.and_then(|session| sources.activity(session));
        activity.map_or(NOTHING, |activity| activity.letter.as_str())
    };
    let (am, pm) = (letter(Slot::Am), letter(Slot::Pm));
    if am == pm { am.to_owned() } else { format!("{am}{HALVES}{pm}") }
}
