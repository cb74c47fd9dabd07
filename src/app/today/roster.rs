//! Who is on post today, and what each does in the morning, the afternoon and the night.

use chrono::NaiveDate;

use crate::app::office::Office;
use crate::domain::{
    InstitutionId, NameBook, Period, PersonId, Registry, Session, SessionStatus, Slot, Stint, StintRole,
};
use crate::i18n::Tr;

/// What stands in a half-day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slots {
    /// What is done, and where; empty for nothing.
    pub text: String,
    /// Its letter on grey prints; empty for nothing.
    pub letter: String,
    /// Its hue.
    pub hue: Option<u8>,
}

/// A person on post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostVm {
    /// Who.
    pub person: PersonId,
    /// Name, told apart from others of the same name.
    pub name: String,
    /// Title and department.
    pub about: String,
    /// On leave today, and why.
    pub leave: Option<String>,
    /// Morning, afternoon, night.
    pub slots: [Slots; 3],
}

/// Everyone on post on the day, in the order of the office.
pub(super) fn posts(office: &Office, tr: Tr, on: NaiveDate, sessions: &[Session]) -> Vec<PostVm> {
    let registry = office.registry();
    let book = NameBook::new(registry);
    let mut stints: Vec<&Stint> = registry.stints.values().filter(|stint| stint.runs_on(on)).collect();
    stints.sort_by_key(|stint| {
        let sort = registry.people.get(&stint.person).map_or(i64::MAX, |person| person.sort);
        (stint.role != StintRole::Leader, sort, stint.id)
    });
    stints.into_iter().filter_map(|stint| post(tr, registry, &book, stint, on, sessions)).collect()
}

fn post(
    tr: Tr,
    registry: &Registry,
    book: &NameBook,
    stint: &Stint,
    on: NaiveDate,
    sessions: &[Session],
) -> Option<PostVm> {
    let person = registry.people.get(&stint.person)?;
    let dept = stint.host_dept.and_then(|dept| registry.departments.get(&dept)).map_or("", |dept| dept.name.as_str());
    let leave = registry
        .leave
        .values()
        .find(|leave| {
            leave.person == person.id && Period::new(leave.from_on, leave.to_on).is_some_and(|days| days.contains(on))
        })
        .map(|leave| tr.leave_kind(leave.kind).to_owned());
    let about: Vec<&str> = [dept, person.title_text.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let slot = |slot: Slot| {
        let held = sessions.iter().filter(|session| {
            session.stint == stint.id
                && session.on_date == on
                && session.slot == slot
                && session.status != SessionStatus::Cancelled
        });
        shown(tr, registry, held, stint.host_inst)
    };
    Some(PostVm {
        person: person.id,
        name: book.name(person).to_owned(),
        about: about.join(" · "),
        leave,
        slots: [Slot::Am, Slot::Pm, Slot::Night].map(slot),
    })
}

fn shown<'a>(tr: Tr, registry: &Registry, sessions: impl Iterator<Item = &'a Session>, host: InstitutionId) -> Slots {
    let mut shown = Slots::default();
    for session in sessions {
        let Some(activity) = registry.activities.get(&session.activity) else { continue };
        let what = if session.topic.is_empty() { tr.name_of(activity) } else { &session.topic };
        let site = registry.institutions.get(&session.inst).filter(|_| session.inst != host);
        let place = if session.room.is_empty() { site.map_or("", |inst| inst.name.as_str()) } else { &session.room };
        if !shown.text.is_empty() {
            shown.text.push_str(tr.between());
        }
        shown.text.push_str(what);
        if !place.is_empty() {
            shown.text.push(' ');
            shown.text.push_str(place);
        }
        if shown.letter.is_empty() {
            shown.letter.clone_from(&activity.letter);
            shown.hue = activity.is_work.then_some(activity.hue);
        }
    }
    shown
}
