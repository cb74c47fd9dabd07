//! What meetings decided, as a table; a decision becomes a task with one click, the forms stand beside.

use egui::{Key, Modifiers, Panel, RichText, ScrollArea, Ui};

use super::cells::{Lines, decision_columns};
use super::meeting_form::{MeetingDraft, ResolutionDraft, meeting_ui, resolution_ui};
use super::proof_ui::Proofs;
use crate::app::tasks::{
    DecisionBook, ProofOf, delete_decisions_edit, delete_meeting_edit, fresh_meeting, fresh_resolution,
    task_of_decision, tick_decision_edit,
};
use crate::domain::{Edit, Meeting, MeetingId, Registry, Resolution, ResolutionId, Table as DataTable};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Empty, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The address of the table.
const TABLE: &str = "decisions";

/// The decisions.
#[derive(Default)]
pub struct Decisions {
    picture: Live<DecisionBook>,
    table: TableState,
    draft: Option<(u64, ResolutionDraft)>,
    meeting: Option<(u64, MeetingDraft)>,
    proofs: Proofs,
}

impl Decisions {
    /// Selects one as soon as it is there.
    pub fn want(&mut self, id: ResolutionId) {
        self.table.select(id.raw());
        self.table.focus();
    }

    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
        self.proofs.expire();
    }

    /// Takes dropped files as evidence of the selected decision.
    pub fn take_files(&mut self, files: &[std::path::PathBuf], cx: &PageCx<'_>) -> bool {
        let Some(draft) = self.draft.as_ref().filter(|(_, draft)| !draft.record.id.is_new()) else { return false };
        self.proofs.add(cx, &ProofOf::Resolution(draft.1.record.id), files.to_vec());
        true
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| DecisionBook::load(office, tr)));
        let revision = self.picture.revision();
        let Some(Ok(book)) = self.picture.get() else { return };
        let chosen = self.table.single().and_then(|key| book.decision(key));
        let is_new = self.draft.as_ref().is_some_and(|(_, draft)| draft.record.id.is_new());
        let shown = self.draft.as_ref().map(|(made_from, draft)| (*made_from, draft.record.id));
        if shown != chosen.map(|it| (revision, it.id)) && (chosen.is_some() || !is_new) {
            self.draft = chosen.map(|it| (revision, ResolutionDraft::of(it)));
        }
        let of = self.draft.as_ref().map(|(_, draft)| draft.record.meeting);
        let shown = self.meeting.as_ref().map(|(made_from, draft)| (*made_from, draft.record.id));
        if shown != of.map(|id| (revision, id)) {
            let meeting = of.and_then(|id| book.registry.meetings.get(&id));
            self.meeting = meeting.map(|it| (revision, MeetingDraft::of(it)));
        }
    }

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let Some(Ok(book)) = self.picture.get() else { return };
        let tr = cx.tr;
        let chosen = self.table.single().and_then(|key| book.decision(key));
        let edit = chosen.and_then(|it| task_of_decision(it, &book.registry, book.today));
        let newest = newest_meeting(&book.registry);
        let mut fresh: Option<Resolution> = None;
        super::in_and_out_ui(ui, cx, tr.command_import());
        if Button::new(tr.meetings_add()).icon(Icon::People).ui(ui, cx.theme).clicked() {
            let meeting = fresh_meeting(tr.meetings_new_title(), cx.today);
            fresh = Some(fresh_resolution(MeetingId::new(book.registry.next_id(DataTable::Meeting))));
            cx.out.push(Command::Run(Edit::put(meeting)));
        }
        let add = Button::new(tr.decisions_add()).icon(Icon::Add).enabled(newest.is_some());
        if add.ui(ui, cx.theme).clicked() {
            let meeting = chosen.map(|it| it.meeting).or(newest);
            fresh = meeting.map(fresh_resolution);
        }
        let button = Button::main(tr.decisions_to_task()).icon(Icon::Tasks).enabled(edit.is_some());
        if button.ui(ui, cx.theme).clicked()
            && let Some(edit) = edit
        {
            cx.out.push(Command::Run(edit));
        }
        if let Some(record) = fresh {
            self.table.clear();
            self.draft = Some((self.picture.revision(), ResolutionDraft::of(&record)));
        }
    }

    /// Draws the table and what is beside it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if !self.picture.ready_ui(ui, cx.theme, tr) {
            return;
        }
        self.side_ui(ui, cx);
        self.hear_space(ui, cx);
        let Some(Ok(book)) = self.picture.get() else { return };
        let rows = Lines { all: &book.lines, shown: None, key: |_, line| line.id.raw() };
        let empty = Empty {
            icon: Icon::People,
            title: tr.decisions_empty_title(),
            text: tr.decisions_empty_text(),
            action: Some(tr.meetings_add()),
        };
        let columns = decision_columns(tr);
        let view = Table::new(TABLE, tr.decisions_table(), &columns, self.picture.revision()).empty(empty).deletable();
        let events = view.ui(ui, cx, &rows, &mut self.table);
        if events.is_first_step {
            cx.out.push(Command::Run(Edit::put(fresh_meeting(tr.meetings_new_title(), cx.today))));
            let meeting = MeetingId::new(book.registry.next_id(DataTable::Meeting));
            self.draft = Some((self.picture.revision(), ResolutionDraft::of(&fresh_resolution(meeting))));
        } else if let Some(edit) = delete_decisions_edit(&events.deleted, &book.registry) {
            cx.out.push(Command::Run(edit));
        }
    }

    /// Space closes the selected decision, or opens it again.
    fn hear_space(&self, ui: &Ui, cx: &mut PageCx<'_>) {
        let id = ui.make_persistent_id(TABLE);
        let is_pressed = ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        let Some(Ok(book)) = self.picture.get() else { return };
        let chosen = self.table.single().filter(|_| is_pressed).and_then(|key| book.decision(key));
        if let Some(it) = chosen {
            cx.out.push(Command::Run(tick_decision_edit(it)));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (Some((_, draft)), Some(Ok(book))) = (&mut self.draft, self.picture.get()) else { return };
        let (meeting, proofs) = (&mut self.meeting, &mut self.proofs);
        let frame = super::side_frame(cx.theme);
        let panel = Panel::right("decision panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        panel.show(ui, |ui| {
            let key = (draft.record.id.raw(), draft.record.meeting.raw());
            ScrollArea::vertical().id_salt(("decision", key)).auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                if let Some(edit) = resolution_ui(ui, cx, draft, book) {
                    cx.out.push(Command::Run(edit));
                }
                if let Some(task) = draft.record.task.and_then(|id| book.registry.tasks.get(&id)) {
                    let words = cx.tr.decisions_task(&task.title);
                    if Button::quiet(&words).icon(Icon::Tasks).cut().ui(ui, cx.theme).clicked() {
                        cx.out.push(Command::ShowTask(task.id.raw()));
                    }
                }
                if !draft.record.id.is_new() {
                    ui.label(RichText::new(cx.tr.evidence_title()).font(theme::strong()));
                    proofs.ui(ui, cx, &ProofOf::Resolution(draft.record.id));
                }
                ui.separator();
                if let Some((_, meeting)) = meeting {
                    meeting_side(ui, cx, meeting, book);
                }
            });
        });
    }
}

fn meeting_side(ui: &mut Ui, cx: &mut PageCx<'_>, meeting: &mut MeetingDraft, book: &DecisionBook) {
    if let Some(edit) = meeting_ui(ui, cx, meeting, book) {
        cx.out.push(Command::Run(edit));
    }
    if Button::quiet(cx.tr.meetings_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
        cx.out.push(Command::Run(delete_meeting_edit(&meeting.record, &book.registry)));
    }
}

fn newest_meeting(registry: &Registry) -> Option<MeetingId> {
    let newest = registry.meetings.values().max_by_key(|it: &&Meeting| (it.on_date, it.id));
    newest.map(|it| it.id)
}
