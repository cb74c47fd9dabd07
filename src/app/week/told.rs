//! Who was told of the newest issue: a list to tick off.

use chrono::NaiveDateTime;

use super::vm::{Records, WeekVm};
use crate::domain::{Edit, Label, Notice, PublicationId};
use crate::i18n::Tr;

/// Somebody who has to hear of the issue.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeVm {
    /// The row as it is stored.
    pub notice: Notice,
    /// What they are called.
    pub name: String,
    /// When they were told, empty until then.
    pub told: String,
}

/// The notices of an issue, those still to be told first.
pub(super) fn notices_of(records: &Records, publication: Option<PublicationId>) -> Vec<NoticeVm> {
    let Some(publication) = publication else { return Vec::new() };
    let own = records.registry.notices.values().filter(|notice| notice.publication == publication);
    let mut notices: Vec<NoticeVm> = own
        .map(|notice| NoticeVm {
            name: notice.audience.clone(),
            told: notice.told_at.map(|at| records.tr.paper_moment(at)).unwrap_or_default(),
            notice: notice.clone(),
        })
        .collect();
    notices.sort_by_key(|notice| (notice.notice.person.is_some(), notice.notice.id));
    notices
}

impl WeekVm {
    /// How many still have to be told.
    #[must_use]
    pub fn untold(&self) -> usize {
        self.notices.iter().filter(|notice| notice.notice.told_at.is_none()).count()
    }
}

/// Ticks people off, or takes the ticks back; `None` for nobody.
#[must_use]
pub fn tell(notices: &[NoticeVm], at: Option<NaiveDateTime>, tr: Tr) -> Option<Edit> {
    let first = notices.first()?;
    let name = if let [one] = notices { one.name.clone() } else { tr.schedule_people_told(&first.name, notices.len()) };
    let rows = notices.iter().map(|notice| Edit::put(Notice { told_at: at, ..notice.notice.clone() }));
    Some(Edit::Many { label: Label::Told { name, is_told: at.is_some() }, edits: rows.collect() })
}
