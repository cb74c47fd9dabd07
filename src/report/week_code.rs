//! The week as a few lines of text, small enough for a code that a phone reads without a network.

use super::posted::Posted;
use super::qr;
use super::sources::Sources;
use crate::domain::{Session, SessionStatus, Slot, Week};
use crate::i18n::Tr;

/// Stands for a half-day with nothing.
const NOTHING: &str = "-";
/// Parts morning and afternoon.
const HALVES: &str = "/";

/// The code of a week as a picture (SVG); `None` where the week is too long for one.
///
/// A line a person: the name, then for each day the letters of morning and afternoon.
pub(super) fn week_code(sources: &Sources<'_>, week: Week, posted: &[Posted<'_>], tr: Tr) -> Option<String> {
    let mut lines = vec![format!("{} {}", sources.unit(), tr.week(week))];
    for one in posted {
        let own: Vec<&Session> = sources
            .sessions_in(week.period())
            .filter(|session| session.stint == one.stint.id && session.status != SessionStatus::Cancelled)
            .collect();
        let days: Vec<String> = week.days().into_iter().map(|on| day(sources, &own, on)).collect();
        lines.push(format!("{} {}", one.name, days.join(" ")));
    }
    qr::encode(lines.join("\n").as_bytes()).map(|code| code.svg())
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
