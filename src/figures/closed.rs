//! Values of closed lists in questions: the Chinese word, or the stored code.

use super::books::ZH;
use super::key::Key;
use super::spec::Spec;
use crate::domain::{
    BenefitKind, BuildStatus, DayKind, Discipline, InstitutionKind, LeaveKind, ObligationKind, PairingKind,
    PairingMode, PairingStatus, Programme, SessionStatus, Slot, StintMode, StintRole, StudyKind, StudyStatus,
    TourStatus,
};

/// What a value of a narrowing parameter means, spelled as lines spell it; `None` where it is not in the list.
pub fn canonical(spec: &Spec, key: Key, text: &str) -> Option<Vec<String>> {
    let one = |word: Option<&str>| word.map(|word| vec![word.to_owned()]);
    match key {
        Key::Programme => programme(text),
        Key::Direction => one(direction(spec, text)),
        Key::InstKind => one(word(InstitutionKind::ALL, text, |kind| ZH.institution_kind(kind), InstitutionKind::code)),
        Key::Mode if !spec.code.starts_with("pairing") => {
            one(word(StintMode::ALL, text, |mode| ZH.stint_mode(mode), StintMode::code))
        }
        Key::Role => one(word(StintRole::ALL, text, |role| ZH.stint_role(role), StintRole::code)),
        Key::Discipline => one(word(Discipline::ALL, text, |kind| ZH.discipline(kind), Discipline::code)),
        Key::Slot => one(word(Slot::ALL, text, |slot| ZH.slot(slot), Slot::code)),
        Key::DayKind => one(word(DayKind::ALL, text, |kind| ZH.day_kind(kind), DayKind::code)),
        Key::Basis => one(bases().into_iter().find(|basis| *basis == text)),
        Key::Status if spec.code.starts_with("session.") => match text {
            "any" => Some(vec![text.to_owned()]),
            _ => one(word(SessionStatus::ALL, text, |status| ZH.session_status(status), SessionStatus::code)),
        },
        Key::Mode => one(word(PairingMode::ALL, text, |mode| ZH.pairing_mode(mode), PairingMode::code)),
        Key::Status => status(spec, text).map(|word| vec![word]),
        Key::Kind => kind(spec, text).map(|word| vec![word]),
        Key::MinRank => number(text).filter(|rank| (1..=5).contains(rank)).map(|_| vec![text.to_owned()]),
        Key::Batch => number(text).map(|number| vec![number.to_string()]),
        key if key.is_yes_or_no() => yes_or_no(text).map(|yes| vec![if yes { "yes" } else { "no" }.to_owned()]),
        _ => Some(vec![text.to_owned()]),
    }
}

/// A status of the ledgers that have a closed list of them; others are left as they are typed.
fn status(spec: &Spec, text: &str) -> Option<String> {
    let states = |words: &[&str]| words.iter().find(|word| **word == text).map(|word| (*word).to_owned());
    match spec.code {
        _ if matches!(text, "any" | "done") => Some(text.to_owned()),
        "pairing.count" | "pairing.ratio" => {
            owned(word(PairingStatus::ALL, text, |one| ZH.pairing_status(one), PairingStatus::code))
        }
        "study.count" => owned(word(StudyStatus::ALL, text, |one| ZH.study_status(one), StudyStatus::code)),
        "studio.count" => owned(word(BuildStatus::ALL, text, |one| ZH.build_status(one), BuildStatus::code)),
        "tour.count" => owned(word(TourStatus::ALL, text, |one| ZH.tour_status(one), TourStatus::code)),
        "task.count" => {
            states(&[ZH.state_overdue(), ZH.state_due_soon(), ZH.state_active(), ZH.state_pending(), ZH.state_closed()])
        }
        "report.count" => states(&[ZH.state_sent(), ZH.state_sent_late(), ZH.state_not_sent(), ZH.state_exempt()]),
        _ => Some(text.to_owned()),
    }
}

/// A kind of the ledgers that have a closed list of them; others are left as they are typed.
fn kind(spec: &Spec, text: &str) -> Option<String> {
    match spec.code {
        "pairing.count" | "pairing.ratio" => {
            owned(word(PairingKind::ALL, text, |one| ZH.pairing_kind(one), PairingKind::code))
        }
        "days.leave" => owned(word(LeaveKind::ALL, text, |one| ZH.leave_kind(one), LeaveKind::code)),
        "benefit.count" => owned(word(BenefitKind::ALL, text, |one| ZH.benefit_kind(one), BenefitKind::code)),
        "study.count" => owned(word(StudyKind::ALL, text, |one| ZH.study_kind(one), StudyKind::code)),
        "obligation.count" | "report.count" => {
            owned(word(ObligationKind::ALL, text, |one| ZH.obligation_kind(one), ObligationKind::code))
        }
        _ => Some(text.to_owned()),
    }
}

fn owned(word: Option<&'static str>) -> Option<String> {
    word.map(str::to_owned)
}

/// `yes` or `no`.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// The counting bases (口径).
#[must_use]
pub const fn bases() -> [&'static str; 4] {
    [ZH.basis_personal(), ZH.basis_guided(), ZH.basis_department(), ZH.basis_hospital()]
}

/// The two directions of a relation, or of referrals.
pub const RECEIVED: &str = "received";
/// Seen from the supporting side.
pub const SENT: &str = "sent";

fn direction(spec: &Spec, text: &str) -> Option<&'static str> {
    if spec.code.starts_with("referral.") {
        return match text {
            "up" => Some(ZH.referral_up()),
            "down" => Some(ZH.referral_down()),
            _ => [ZH.referral_up(), ZH.referral_down()].into_iter().find(|word| *word == text),
        };
    }
    if [RECEIVED, ZH.direction_received(), ZH.direction_up_side()].contains(&text) {
        return Some(RECEIVED);
    }
    [SENT, ZH.direction_sent(), ZH.direction_down_side()].contains(&text).then_some(SENT)
}

/// A programme; the alliance takes the close one with it.
fn programme(text: &str) -> Option<Vec<String>> {
    let found = Programme::ALL.iter().find(|one| ZH.programme(**one) == text || one.code() == text)?;
    let mut words = vec![ZH.programme(*found).to_owned()];
    if *found == Programme::Alliance {
        words.push(ZH.programme(Programme::CloseAlliance).to_owned());
    }
    Some(words)
}

fn word<T: Copy>(
    all: &[T],
    text: &str,
    word: impl Fn(T) -> &'static str,
    code: impl Fn(T) -> &'static str,
) -> Option<&'static str> {
    all.iter()
        .map(|one| (word(*one), code(*one)))
        .find(|(word, code)| *word == text || *code == text)
        .map(|(word, _)| word)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}
