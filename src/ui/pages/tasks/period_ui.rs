//! One period of an obligation: when it was sent, what is ticked off, the files that were sent, as they were.

use chrono::NaiveDate;
use egui::{RichText, ScrollArea, Ui};

use super::duty_ui::DutyAnswer;
use super::proof_ui::{Proofs, hear_done};
use crate::app::tasks::{
    ProofOf, ReportLine, ReportYear, exempt_edit, frozen_kinds, note_edit, submit_edit, tick_item_edit,
};
use crate::app::{Answer, Done, Failure};
use crate::domain::{DocumentKind, InstitutionId, Obligation, Report, ReportStatus};
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};
use crate::ui::{Command, PageCx};

/// A period while it is looked at.
#[derive(Default)]
pub struct PeriodSide {
    /// Which period and subject.
    of: Option<(Report, Option<InstitutionId>)>,
    /// The subject that is looked at, where there are several.
    subject: Option<InstitutionId>,
    sent_on: Option<NaiveDate>,
    note: String,
    document: Option<DocumentKind>,
    freezing: Option<Answer<Result<Done, Failure>>>,
    proofs: Proofs,
}

impl PeriodSide {
    /// Marks what it shows as old.
    pub const fn expire(&mut self) {
        self.proofs.expire();
    }

    /// Takes dropped files as what was sent.
    pub fn take_files(&mut self, files: &[std::path::PathBuf], cx: &PageCx<'_>, line: &ReportLine) -> bool {
        let report = self.report(line).clone();
        self.proofs.add(cx, &ProofOf::Report(report), files.to_vec());
        true
    }

    /// The report of the subject that is looked at.
    fn report<'a>(&self, line: &'a ReportLine) -> &'a Report {
        line.records.iter().find(|report| report.subject == self.subject).unwrap_or(&line.report)
    }

    fn turn_to(&mut self, line: &ReportLine) {
        let is_same = |report: &Report| {
            let other = &line.report;
            (report.obligation, report.period_from) == (other.obligation, other.period_from)
        };
        if !self.of.as_ref().is_some_and(|(report, _)| is_same(report)) {
            (self.subject, self.document) = (line.report.subject, None);
        }
        let report = self.report(line).clone();
        let now = (report, self.subject);
        if self.of.as_ref() != Some(&now) {
            self.sent_on = now.0.submitted_on;
            self.note.clone_from(&now.0.note);
            self.of = Some(now);
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, year: &ReportYear, line: &ReportLine) -> DutyAnswer {
        let Some(duty) = year.registry.obligations.get(&line.report.obligation) else { return DutyAnswer::Open };
        self.turn_to(line);
        hear_done(&mut self.freezing, cx);
        let mut answer = DutyAnswer::Open;
        let tr = cx.tr;
        let title = format!("{} {}", duty.title, tr.period_number(line.report.period_no));
        ui.label(RichText::new(title).font(theme::strong()));
        let days = line.cells.get(5).map_or("", String::as_str);
        ui.label(RichText::new(days).font(theme::caption()).color(cx.theme.muted));
        if Button::quiet(tr.duties_edit()).icon(Icon::Edit).ui(ui, cx.theme).clicked() {
            answer = DutyAnswer::Edit(duty.id);
        }
        ScrollArea::vertical().id_salt(("period", line.report.period_from)).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            self.subject_ui(ui, cx, year, line);
            let report = self.report(line).clone();
            self.sent_ui(ui, cx, year, &report);
            checklist_ui(ui, cx, year, duty, &report);
            if Field::new(tr.field("note")).rows(2).ui(ui, cx.theme, &mut self.note).lost_focus()
                && let Some(edit) = note_edit(&report, &self.note, &year.registry)
            {
                cx.out.push(Command::Run(edit));
            }
            ui.label(RichText::new(tr.reports_frozen()).font(theme::strong()));
            self.freeze_ui(ui, cx, duty, &report);
            self.proofs.ui(ui, cx, &ProofOf::Report(report));
        });
        answer
    }

    /// The sites, each with how it stands.
    fn subject_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, year: &ReportYear, line: &ReportLine) {
        if line.subjects == 0 {
            return;
        }
        let name = |report: &Report| {
            let inst = report.subject.and_then(|id| year.registry.institutions.get(&id));
            let name = inst.map_or("", |inst| inst.name.as_str());
            format!("{name} · {}", cx.tr.report_status(report.status))
        };
        let sites: Vec<_> = line.records.iter().map(|report| Choice::new(report.subject, name(report))).collect();
        let width = ui.available_width();
        Dropdown::new(cx.tr.field("subject"), &sites).width(width).ui(ui, cx.theme, cx.tr, &mut self.subject);
    }

    fn sent_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, year: &ReportYear, report: &Report) {
        let tr = cx.tr;
        let sent = DateField::new(tr.reports_column_sent(), &year.calendar, cx.today);
        if sent.ui(ui, cx.theme, tr, &mut self.sent_on) && self.sent_on != report.submitted_on {
            cx.out.push(Command::Run(submit_edit(report, self.sent_on, &year.registry)));
        }
        ui.horizontal(|ui| {
            if report.submitted_on.is_none() {
                if Button::new(tr.reports_tick()).icon(Icon::Check).ui(ui, cx.theme).clicked() {
                    cx.out.push(Command::Run(submit_edit(report, Some(cx.today), &year.registry)));
                }
            } else if Button::quiet(tr.reports_take_back()).icon(Icon::Undo).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Run(submit_edit(report, None, &year.registry)));
            }
            let mut is_exempt = report.status == ReportStatus::Exempt;
            if ui.checkbox(&mut is_exempt, tr.report_exempt()).changed() {
                cx.out.push(Command::Run(exempt_edit(report, is_exempt, &year.registry)));
            }
        });
    }

    /// Makes the pages of a document as it is now and keeps them.
    fn freeze_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, duty: &Obligation, report: &Report) {
        let tr = cx.tr;
        let kinds = frozen_kinds(duty.kind);
        let first = kinds.first().copied().unwrap_or(DocumentKind::QuarterSummary);
        let choices: Vec<_> = kinds
            .into_iter()
            .map(|kind| Choice::new(kind, format!("{} {}", kind.code(), tr.document_kind(kind))))
            .collect();
        let width = ui.available_width();
        let kind = self.document.get_or_insert(first);
        Dropdown::new(tr.reports_document(), &choices).width(width).ui(ui, cx.theme, tr, kind);
        let kind = *kind;
        let button = Button::new(tr.reports_freeze()).icon(Icon::Lock).tooltip(tr.reports_freeze_hint());
        if button.enabled(self.freezing.is_none()).ui(ui, cx.theme).clicked() {
            let report = report.clone();
            self.freezing = Some(cx.desk.ask(move |office| office.freeze_report(&report, kind, tr)));
        }
    }
}

/// The entries of the checklist; every period begins without ticks.
fn checklist_ui(ui: &mut Ui, cx: &mut PageCx<'_>, year: &ReportYear, duty: &Obligation, report: &Report) {
    if duty.checklist.is_empty() {
        return;
    }
    ui.label(RichText::new(cx.tr.field("checklist")).font(theme::strong()));
    for item in &duty.checklist {
        let mut is_on = report.ticked.contains(item);
        if ui.checkbox(&mut is_on, item).changed() {
            cx.out.push(Command::Run(tick_item_edit(report, item, is_on, &year.registry)));
        }
    }
}
