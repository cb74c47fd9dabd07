//! What is done to the period of an obligation, and the form of the obligation itself.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::typed::read_number;
use crate::domain::{
    Cycle, Edit, InstitutionId, Label, Meeting, Obligation, ObligationKind, Registry, Report, ReportId, ReportStatus,
    Table,
};

/// By how many days a due date may lie behind the end of its period, or before it.
const OFFSETS: RangeInclusive<i32> = -366..=366;
/// How many periods there may be.
const LIMITS: RangeInclusive<u32> = 1..=u32::MAX;

fn named(report: &Report, registry: &Registry) -> String {
    let title = registry.obligations.get(&report.obligation).map_or("", |duty| duty.title.as_str());
    let site = report.subject.and_then(|id: InstitutionId| registry.institutions.get(&id));
    let site = site.map_or_else(String::new, |inst| format!("{} ", inst.name));
    format!("{site}{title} {}", report.period_no)
}

fn changed(report: Report, registry: &Registry) -> Edit {
    let label = Label::Changed { table: Table::Report, name: named(&report, registry) };
    Edit::Many { label, edits: vec![Edit::put(report)] }
}

/// Ticks an entry of the checklist of one period, or takes the tick back; other periods have ticks of their own.
#[must_use]
pub fn tick_item_edit(report: &Report, item: &str, is_on: bool, registry: &Registry) -> Edit {
    let mut ticked: Vec<String> = report.ticked.iter().filter(|it| *it != item).cloned().collect();
    if is_on {
        ticked.push(item.to_owned());
    }
    changed(Report { ticked, ..report.clone() }, registry)
}

/// Enters one report as sent on a day, or as not sent.
#[must_use]
pub fn submit_edit(report: &Report, on: Option<NaiveDate>, registry: &Registry) -> Edit {
    let status = if on.is_some() { ReportStatus::Submitted } else { ReportStatus::Pending };
    let label = Label::ReportSent { name: named(report, registry) };
    Edit::Many { label, edits: vec![Edit::put(Report { submitted_on: on, status, ..report.clone() })] }
}

/// Says that a report is not asked for, or is after all.
#[must_use]
pub fn exempt_edit(report: &Report, is_exempt: bool, registry: &Registry) -> Edit {
    let back = if report.submitted_on.is_some() { ReportStatus::Submitted } else { ReportStatus::Pending };
    let status = if is_exempt { ReportStatus::Exempt } else { back };
    changed(Report { status, ..report.clone() }, registry)
}

/// Writes a remark about a period; `None` where it says that already.
#[must_use]
pub fn note_edit(report: &Report, note: &str, registry: &Registry) -> Option<Edit> {
    let note = note.trim();
    (note != report.note).then(|| changed(Report { note: note.to_owned(), ..report.clone() }, registry))
}

/// An obligation as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyForm {
    /// The obligation with everything that is not typed as text.
    pub record: Obligation,
    /// First day of the first period.
    pub anchor_on: Option<NaiveDate>,
    /// Days after the last day of the period.
    pub offset: String,
    /// How many periods there are.
    pub limit: String,
    /// One entry of the checklist on each line.
    pub checklist: String,
}

impl DutyForm {
    /// The form of a new one.
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        Self::of(&Obligation::new(ObligationKind::Report, "", Cycle::Monthly, today))
    }

    /// The form of a stored one.
    #[must_use]
    pub fn of(duty: &Obligation) -> Self {
        Self {
            anchor_on: Some(duty.anchor_on),
            offset: duty.due_offset.to_string(),
            limit: duty.period_limit.map_or_else(String::new, |limit| limit.to_string()),
            checklist: duty.checklist.join("\n"),
            record: duty.clone(),
        }
    }

    /// Whether its title is missing.
    #[must_use]
    pub fn has_no_title(&self) -> bool {
        self.record.title.trim().is_empty()
    }

    /// Whether its offset is no number of days within a year.
    #[must_use]
    pub fn is_offset_wrong(&self) -> bool {
        self.days().is_none()
    }

    /// Whether the number of periods is none.
    #[must_use]
    pub fn is_limit_wrong(&self) -> bool {
        read_number(&self.limit, &LIMITS).is_err()
    }

    /// Whether it ends before it begins.
    #[must_use]
    pub fn is_end_wrong(&self) -> bool {
        self.record.until_on.zip(self.anchor_on).is_some_and(|(until, anchor)| until < anchor)
    }

    fn days(&self) -> Option<i32> {
        read_number(&self.offset, &OFFSETS).ok().map(Option::unwrap_or_default)
    }

    /// The edit that stores it; `None` while something is wrong or nothing has changed.
    #[must_use]
    pub fn edit(&self, registry: &Registry) -> Option<Edit> {
        if self.has_no_title() || self.is_limit_wrong() || self.is_end_wrong() {
            return None;
        }
        let checklist = self.checklist.lines().map(str::trim).filter(|line| !line.is_empty());
        let duty = Obligation {
            title: self.record.title.trim().to_owned(),
            anchor_on: self.anchor_on?,
            due_offset: self.days()?,
            period_limit: read_number(&self.limit, &LIMITS).ok()?,
            checklist: checklist.map(str::to_owned).collect(),
            ..self.record.clone()
        };
        let stored = registry.obligations.get(&duty.id);
        if stored == Some(&duty) {
            return None;
        }
        let (table, name) = (Table::Obligation, duty.title.clone());
        let label = if stored.is_some() { Label::Changed { table, name } } else { Label::Added { table, name } };
        Some(Edit::Many { label, edits: vec![Edit::put(duty)] })
    }
}

/// Takes an obligation away with the records of its periods; meetings stay and forget it.
#[must_use]
pub fn delete_duty_edit(duty: &Obligation, registry: &Registry) -> Edit {
    let reports: Vec<ReportId> =
        registry.reports.values().filter(|it| it.obligation == duty.id).map(|it| it.id).collect();
    let is_of = |report: Option<ReportId>| report.is_some_and(|id| reports.contains(&id));
    let mut edits: Vec<Edit> = Vec::new();
    let files = registry.evidence.values().filter(|it| is_of(it.report));
    edits.extend(files.map(|it| Edit::Delete { table: Table::Evidence, id: it.id.raw() }));
    let meetings = registry.meetings.values().filter(|it| is_of(it.report));
    edits.extend(meetings.map(|it| Edit::put(Meeting { report: None, ..it.clone() })));
    edits.extend(reports.iter().map(|id| Edit::Delete { table: Table::Report, id: id.raw() }));
    edits.push(Edit::Delete { table: Table::Obligation, id: duty.id.raw() });
    Edit::Many { label: Label::Deleted { table: Table::Obligation, name: duty.title.clone() }, edits }
}
