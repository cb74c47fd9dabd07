//! The content of the documents: from records to a [`Sheet`] that print and export set in their own ways.

mod calendar;
mod change_slip;
mod duties;
mod flat;
mod form;
mod frame;
mod groups;
mod month_groups;
mod month_schedule;
pub mod network;
mod options;
mod people;
mod plan_changes;
mod posted;
mod posting;
pub mod qr;
mod qr_code;
mod relations;
mod request;
mod roster;
mod rotation;
mod sheet;
mod sources;
mod timeline;
mod tint;
mod tour_plan;
mod tour_record;
mod week_code;
mod week_schedule;
mod wording;

pub use calendar::{Calendar, Event, calendar};
pub use change_slip::change_slip;
pub use duties::{
    TaskPreset, chase_slip, decisions, due_dates, fund_use, problem_list, quarter_summary, report_calendar, task_list,
};
pub use flat::Flat;
pub use form::{Block, Dress, Form, FormRow, FormTable, Forms, TextStyle};
pub use month_schedule::{month_of, month_schedule};
pub use options::{PaperOptions, PaperSize, Rows};
pub use people::{
    agreement, attendance_month, benefit_list, certificate, handover, leave_slips, pairing_list, registration,
    studio_list, study_list, teaching_record, team_list,
};
pub use plan_changes::{ChangeRow, Comparison, plan_changes};
pub use posting::posting;
pub use relations::relation_list;
pub use request::{DocumentRequest, Mask};
pub use roster::roster;
pub use rotation::{Rotation, RotationJoint, RotationRow, RotationSpan, rotation};
pub use sheet::{
    Align, Cell, Column, FrameWords, LegendItem, Line, Look, Sheet, SheetPicture, SheetRow, Signature, Tone,
};
pub use sources::{Drawn, ReportError, Sources};
pub use timeline::timeline;
pub use tint::fill;
pub use tour_plan::tour_plan;
pub use tour_record::tour_record;
pub use week_schedule::week_schedule;
pub use wording::Wording;

use crate::domain::DocumentKind;
use crate::i18n::Tr;

/// Builds any document.
///
/// # Errors
/// Where the request does not fit the document.
pub fn build(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Result<Sheet, ReportError> {
    let mut sheet = match request.kind {
        DocumentKind::WeekSchedule => week_schedule(sources, request, tr),
        DocumentKind::Posting => posting(sources, request, tr),
        DocumentKind::Roster => Ok(roster(sources, request, tr)),
        DocumentKind::ChangeSlip => change_slip(sources, request, tr),
        DocumentKind::TourPlan => Ok(tour_plan(sources, request, tr)),
        DocumentKind::TourRecord => Ok(tour_record(sources, request, tr)),
        DocumentKind::MonthSchedule => Ok(month_schedule(sources, request, tr)),
        DocumentKind::PairingList => Ok(pairing_list(sources, request, tr)),
        DocumentKind::Agreement => Ok(agreement(sources, request, tr)),
        DocumentKind::TeachingRecord => Ok(teaching_record(sources, request, tr)),
        DocumentKind::Registration => Ok(registration(sources, request, tr)),
        DocumentKind::Handover => Ok(handover(sources, request, tr)),
        DocumentKind::AttendanceMonth => Ok(attendance_month(sources, request, tr)),
        DocumentKind::LeaveSlips => Ok(leave_slips(sources, request, tr)),
        DocumentKind::Certificate => Ok(certificate(sources, request, tr)),
        DocumentKind::StudyList => Ok(study_list(sources, request, tr)),
        DocumentKind::BenefitList => Ok(benefit_list(sources, request, tr)),
        DocumentKind::TaskList => Ok(task_list(sources, request, tr)),
        DocumentKind::ChaseSlip => Ok(chase_slip(sources, request, tr)),
        DocumentKind::QuarterSummary => Ok(quarter_summary(sources, request, tr)),
        DocumentKind::FundUse => Ok(fund_use(sources, request, tr)),
        DocumentKind::Decisions => Ok(decisions(sources, request, tr)),
        DocumentKind::ProblemList => Ok(problem_list(sources, request, tr)),
        DocumentKind::ReportCalendar => Ok(report_calendar(sources, request, tr)),
        DocumentKind::StintTimeline => Ok(timeline(sources, request, tr)),
        DocumentKind::RelationList => Ok(relation_list(sources, request, tr)),
        DocumentKind::StudioList => Ok(studio_list(sources, request, tr)),
        DocumentKind::TeamList => Ok(team_list(sources, request, tr)),
        DocumentKind::RotationPlan => match sources.drawn {
            Some(Drawn::Rotation(drawn)) => Ok(rotation(sources, request, drawn, tr)),
            _ => Ok(rotation(sources, request, &Rotation::of_nobody(request.period), tr)),
        },
        DocumentKind::PlanComparison => match sources.drawn {
            Some(Drawn::Plan(drawn)) => Ok(plan_changes(sources, request, drawn, tr)),
            _ => Ok(plan_changes(sources, request, &Comparison::default(), tr)),
        },
    }?;
    sheet.dress(&request.paper);
    Ok(sheet)
}
